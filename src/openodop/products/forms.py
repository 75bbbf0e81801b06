"""What people type about products: one small form for each page of the registration, the officer's answer, and the lists' filter.

A page's form is given the draft and turns into `answers`, which the draft keeps; nothing is written here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from i18nfield.strings import LazyI18nString

from openodop.foundation import drawings, languages
from openodop.foundation.registration import State
from openodop.foundation.translated import add_language_fields, text_of
from openodop.products import hs_codes, messages, rules
from openodop.products.choices import (
    CURRENCY_OF_COUNTRY,
    KIND_BY_CODE,
    KINDS,
    STEP_LABELS,
    STORY_TEXTS,
    Currency,
    KeepsUnit,
    Unit,
)
from openodop.products.models import Draft, Product
from openodop.products.queries import makers_near
from openodop.programmes.models import ProductCategory, Programme

OTHER = "other"
MOST_PACKS = 8


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def _limit(fields: Iterable[forms.Field], most: int) -> None:
    """Refuse longer texts, in the browser and here."""
    for field in fields:
        field.max_length = most
        field.validators.append(MaxLengthValidator(most))
        field.widget.attrs["maxlength"] = most


class StepForm(forms.Form):
    """One page of the registration: heading, explanation, and the answers of a valid form."""

    title: Any = ""
    lead: Any = ""

    def __init__(self, *args: Any, draft: Draft, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.draft, self.product = draft, draft.edited
        self.country = self.product.programme.country.code
        self.build()

    def build(self) -> None:
        """Add fields that depend on the draft."""

    def answers(self) -> dict[str, Any]:
        raise NotImplementedError

    def own_language(self) -> str:
        """The language in which the producer's country writes, where the interface knows it."""
        own = languages.OF_COUNTRY.get(self.country, "en")
        return own if own in languages.CODES else "en"


class KindForm(StepForm):
    title = _("What is your product?")
    lead = _("Choose the nearest one. You write its own name on the next page.")

    def build(self) -> None:
        chosen = next((kind.code for kind in KINDS if kind.drawing == self.product.drawing), OTHER if "kind" in self.draft.done else None)
        self.fields["kind"] = forms.ChoiceField(
            label=pgettext_lazy("product", "Kind"),
            choices=[*((kind.code, kind.label) for kind in KINDS), (OTHER, _("Something else"))],
            widget=forms.RadioSelect,
            initial=chosen,
            error_messages={"required": messages.KIND_NEEDED, "invalid_choice": messages.KIND_NEEDED},
        )

    def kinds(self) -> list[dict[str, Any]]:
        """The choices with their drawings, for the page."""
        chosen = self["kind"].value()
        shown = [(kind.code, kind.label, kind.drawing) for kind in KINDS] + [(OTHER, _("Something else"), "empty")]
        return [
            {"value": code, "label": label, "drawing": drawing, "ground": drawings.ground_for(code), "is_on": chosen == code}
            for code, label, drawing in shown
        ]

    def answers(self) -> dict[str, Any]:
        kind = KIND_BY_CODE.get(self.cleaned_data["kind"])
        return {"drawing": kind.drawing if kind else ""}


class NameForm(StepForm):
    title = _("What is its name?")
    lead = _("As it stands on the pack. One language is enough; a second one helps buyers from elsewhere.")

    def build(self) -> None:
        kind = next((kind for kind in KINDS if kind.drawing == self.product.drawing), None)
        value = self.product.name if self.product.name or not kind else LazyI18nString(kind.names)
        codes = tuple(dict.fromkeys([self.own_language(), "en"]))
        add_language_fields(self, "name", label=pgettext_lazy("product", "Name"), codes=codes, value=value)
        _limit(self.fields.values(), 120)

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.name = text_of(self, "name", kept=self.product.name or None)
        if not self.errors and not any(self.name.data.values()):
            self.add_error(next(iter(self.fields)), messages.NAME_NEEDED)
        return self.cleaned_data

    def answers(self) -> dict[str, Any]:
        return {"name": {code: _nfc(text) for code, text in self.name.data.items() if text}}


class CategoryForm(StepForm):
    title = _("Which category?")
    lead = _("The categories of the programme. The officer can correct it.")

    def build(self) -> None:
        choices = _choices(self.product.programme)
        self.fields["category"] = forms.ChoiceField(
            label=pgettext_lazy("product", "Category"),
            choices=[(category.pk, label) for category, label in choices],
            widget=forms.RadioSelect,
            initial=self.product.category_id or self._usual([category for category, _label in choices]),
            error_messages={"required": messages.CATEGORY_NEEDED, "invalid_choice": messages.CATEGORY_NEEDED},
        )
        self.fields["hs_words"] = forms.CharField(
            label=_("Find the customs number"),
            help_text=_("Write what it is in your language, or the first digits. You can leave this empty."),
            required=False,
            max_length=60,
        )
        self.found = self._proposals()
        self.fields["hs_code"] = forms.ChoiceField(
            label=_("Customs number (HS)"),
            help_text=_("A proposal for exporters. Customs decide in the end."),
            choices=[("", _("Not sure")), *((code.code, f"{code.shown} · {code.description}") for code in self.found)],
            widget=forms.RadioSelect,
            initial=self.product.hs_code,
            required=False,
        )

    def _usual(self, categories: list[ProductCategory]) -> int | None:
        """The one category that this kind of product usually stands in."""
        kind = next((kind for kind in KINDS if kind.drawing == self.product.drawing), None)
        fitting = [category for code in (kind.categories if kind else ()) for category in categories if category.code == code]
        return fitting[0].pk if fitting else None

    def _proposals(self) -> list[hs_codes.HsCode]:
        words = (self.data.get("hs_words") or "").strip() if self.is_bound else ""
        if words:
            return hs_codes.find(words)
        kind = next((kind for kind in KINDS if kind.drawing == self.product.drawing), None)
        sent = self.data.get("hs_code", "") if self.is_bound else ""
        usual = hs_codes.proposals(dict.fromkeys([*(kind.hs_codes if kind else ()), self.product.hs_code, sent]))
        return usual or [code for name in self._names() for code in hs_codes.find(name, most=4)]

    def _names(self) -> list[str]:
        return list((self.product.name.data or {}).values()) if isinstance(self.product.name, LazyI18nString) else []

    def answers(self) -> dict[str, Any]:
        return {"category": int(self.cleaned_data["category"]), "hs_code": self.cleaned_data["hs_code"]}


def _choices(programme: Programme) -> list[tuple[ProductCategory, str]]:
    """Return the categories to choose from today, sub-groups with their group's name instead of the group itself."""
    categories = list(programme.categories.in_force().select_related("parent").order_by("order", "code"))
    groups = {category.parent_id for category in categories}
    return [
        (category, f"{category.parent.name}: {category.name}" if category.parent else str(category.name))
        for category in categories
        if category.pk not in groups
    ]


class IngredientsForm(StepForm):
    title = _("What is in it, and how long does it keep?")

    def build(self) -> None:
        codes = tuple(dict.fromkeys([self.own_language(), "en"]))
        add_language_fields(
            self,
            "ingredients",
            label=pgettext_lazy("product", "Ingredients"),
            help_text=_("In the order of their weight, the largest first. Name what people may be allergic to."),
            codes=codes,
            rows=2,
            value=self.product.ingredients,
        )
        _limit(self.fields.values(), 1000)
        amount, unit = self.product.keeps or ("", KeepsUnit.MONTHS)
        self.fields["keeps_amount"] = forms.CharField(
            label=_("Keeps"),
            help_text=_("As you declare it on the pack, closed and stored as usual."),
            max_length=6,
            initial=amount,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            error_messages={"required": messages.KEEPS_NEEDED},
        )
        self.fields["keeps_unit"] = forms.ChoiceField(label=_("Days, weeks or months"), choices=KeepsUnit.choices, initial=unit)

    def clean_keeps_amount(self) -> int:
        number = rules.read_number(self.cleaned_data["keeps_amount"], whole=True)
        if number is None or number < 1 or number != number.to_integral_value():
            raise forms.ValidationError(messages.KEEPS_NEEDED)
        return int(number)

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.ingredients = text_of(self, "ingredients", kept=self.product.ingredients)
        if not any(self.ingredients.data.values()) and not any(name.startswith("ingredients_") for name in self.errors):
            self.add_error(next(iter(self.fields)), messages.INGREDIENTS_NEEDED)
        amount, unit = self.cleaned_data.get("keeps_amount"), self.cleaned_data.get("keeps_unit")
        if amount and unit and rules.days_of(amount, unit) > rules.LONGEST_KEEPING:
            self.add_error("keeps_amount", messages.KEEPS_TOO_LONG)
        return self.cleaned_data

    def answers(self) -> dict[str, Any]:
        return {
            "ingredients": {code: _nfc(text) for code, text in self.ingredients.data.items() if text},
            "keeps_days": rules.days_of(self.cleaned_data["keeps_amount"], self.cleaned_data["keeps_unit"]),
        }


class PacksForm(StepForm):
    """Several packs, one row each; `rows` counts them, so that "one more pack" works without a script."""

    title = _("In which packs is it sold?")
    lead = _("Write each size with its price. Leave the rows empty that you do not need.")
    most = MOST_PACKS

    def build(self) -> None:
        packs = self.draft.packs
        asked = self.data.get("rows", "") if self.is_bound else ""
        self.rows = min(int(asked), MOST_PACKS) if asked.isascii() and asked.isdecimal() and int(asked) else max(2, len(packs))
        if self.is_bound and "more" in self.data:
            self.rows = min(self.rows + 1, MOST_PACKS)
        currency = packs[0].currency if packs else CURRENCY_OF_COUNTRY.get(self.country, Currency.USD)
        self.fields["currency"] = forms.ChoiceField(
            label=pgettext_lazy("product", "Currency of the prices"), choices=Currency.choices, initial=currency
        )
        for number in range(1, self.rows + 1):
            self._add_row(number, packs[number - 1].answers() if number <= len(packs) else {})

    def _add_row(self, number: int, pack: dict[str, str]) -> None:
        figures = {"inputmode": "decimal", "autocomplete": "off"}
        self.fields[f"net_content_{number}"] = forms.CharField(
            label=_("Net content"),
            required=number == 1,
            max_length=12,
            initial=pack.get("net_content"),
            widget=forms.TextInput(attrs=figures),
            error_messages={"required": messages.PACK_NEEDED},
        )
        self.fields[f"unit_{number}"] = forms.ChoiceField(
            label=pgettext_lazy("product", "Unit"), choices=Unit.choices, initial=pack.get("unit", Unit.GRAM)
        )
        self.fields[f"price_{number}"] = forms.CharField(
            label=_("Price of one pack"), required=False, max_length=16, initial=pack.get("price"), widget=forms.TextInput(attrs=figures)
        )
        self.fields[f"gtin_{number}"] = forms.CharField(
            label=_("Number under the bar code"),
            help_text=_("Only when the pack has a bar code."),
            required=False,
            max_length=30,
            initial=pack.get("gtin"),
            widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        )

    def pack_rows(self) -> list[dict[str, Any]]:
        """The bound fields of each row, for the page."""
        return [
            {"number": number, **{name: self[f"{name}_{number}"] for name in ("net_content", "unit", "price", "gtin")}}
            for number in range(1, self.rows + 1)
        ]

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.packs: list[dict[str, str]] = []
        sizes: set[tuple[Decimal, str]] = set()
        for number in range(1, self.rows + 1):
            pack = self._read_row(number)
            if pack is None:
                continue
            size = (Decimal(pack["net_content"]), pack["unit"])
            if size in sizes or (pack["gtin"] and pack["gtin"] in [other["gtin"] for other in self.packs]):
                self.add_error(f"net_content_{number}" if size in sizes else f"gtin_{number}", messages.PACK_TWICE)
            sizes.add(size)
            self.packs.append(pack)
        return self.cleaned_data

    def _read_row(self, number: int) -> dict[str, str] | None:
        content, price, gtin = (self.cleaned_data.get(f"{name}_{number}", "") for name in ("net_content", "price", "gtin"))
        if not (content or price or gtin):
            return None
        unit, currency = self.cleaned_data.get(f"unit_{number}", ""), self.cleaned_data.get("currency", "")
        amount = self._net_content(number, content, unit)
        return {
            "net_content": str(amount or 0),
            "unit": unit,
            "price": self._price(number, price, currency),
            "currency": currency,
            "gtin": self._gtin(number, gtin),
        }

    def _net_content(self, number: int, text: str, unit: str) -> Decimal | None:
        if not text:
            if f"net_content_{number}" not in self.errors:
                self.add_error(f"net_content_{number}", messages.NET_CONTENT_NEEDED)
            return None
        amount = rules.read_number(text, whole=unit in rules.WHOLE_UNITS)
        if not amount or amount != amount.quantize(Decimal("0.01")):
            self.add_error(f"net_content_{number}", messages.NET_CONTENT_NOT_UNDERSTOOD)
            return None
        if amount >= 1_000_000:
            self.add_error(f"net_content_{number}", messages.AMOUNT_TOO_LARGE)
            return None
        return rules.shortest(amount)

    def _price(self, number: int, text: str, currency: str) -> str:
        if not text or not currency:
            return ""
        found = rules.read_price(text, currency=currency)
        if found is None or found[1] != currency:
            self.add_error(f"price_{number}", messages.PRICE_NOT_UNDERSTOOD)
            return ""
        amount, decimals = found[0], rules.CURRENCY_DECIMALS[currency]
        if amount >= 1_000_000_000_000:
            self.add_error(f"price_{number}", messages.AMOUNT_TOO_LARGE)
        elif amount != amount.quantize(Decimal(1).scaleb(-decimals)):
            params = {"currency": Currency(currency).label, "decimals": decimals}
            self.add_error(f"price_{number}", forms.ValidationError(messages.PRICE_TOO_FINE, params=params))
        return str(rules.shortest(amount))

    def _gtin(self, number: int, text: str) -> str:
        if not text:
            return ""
        answer = rules.read_gtin(text)
        if answer.problem:
            params = {"expected": answer.expected_digit}
            self.add_error(f"gtin_{number}", forms.ValidationError(messages.GTIN_PROBLEMS[answer.problem], params=params))
        return answer.value

    def answers(self) -> dict[str, Any]:
        return {"packs": self.packs}


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files at once; a file's content is judged by foundation.pictures, not here."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        return [upload for upload in (data if isinstance(data, (list, tuple)) else [data]) if upload]


class PhotographsForm(StepForm):
    title = _("How does it look?")
    lead = _("Photographs sell. Take one of the product, one of the pack and one of the people at work. You can also go on without.")

    def build(self) -> None:
        self.fields["photographs"] = ManyFilesField(
            label=_("Take photographs or choose them"),
            help_text=_("JPEG, PNG, WebP or AVIF, at most 12 MB each. They are made small, and where they were taken is removed."),
            required=False,
            widget=ManyFiles(attrs={"accept": "image/jpeg,image/png,image/webp,image/avif", "multiple": True}),
        )

    def answers(self) -> dict[str, Any]:
        return {}


class StoryForm(StepForm):
    title = _("What is its story?")
    lead = _("Answer in your own words, as you would tell a visitor. Your answers stand on the product's page as you write them.")

    def build(self) -> None:
        asked = self.data.get("language") if self.is_bound else self.initial.get("language")
        self.language = asked if asked in languages.CODES else languages.active()
        self.fields["language"] = forms.CharField(widget=forms.HiddenInput, initial=self.language, required=False)
        for question, (text, example) in STORY_TEXTS.items():
            answered = self.product.story_answers.get(question, {}).get(self.language, "")
            widget = forms.Textarea(attrs={"rows": 3, "maxlength": 1200, "lang": self.language})
            self.fields[question] = forms.CharField(label=text, help_text=example, required=False, max_length=1200, initial=answered, widget=widget)

    def languages(self) -> list[tuple[str, str, bool, int]]:
        """(code, name, whether it is the one shown, how many questions are answered in it), the reader's first."""
        answers = self.product.story_answers
        return [
            (code, name, code == self.language, sum(bool(texts.get(code)) for texts in answers.values()))
            for code, name in sorted(languages.LANGUAGES, key=lambda language: language[0] != languages.active())
        ]

    def answers(self) -> dict[str, Any]:
        told = {question: dict(texts) for question, texts in self.product.story_answers.items()}
        for question in rules.STORY_QUESTIONS:
            told.setdefault(question, {})[self.language] = _nfc(self.cleaned_data[question])
        return {
            "story_answers": {question: kept for question, texts in told.items() if (kept := {code: text for code, text in texts.items() if text})}
        }


FORMS: dict[str, type[StepForm]] = {
    "kind": KindForm,
    "name": NameForm,
    "category": CategoryForm,
    "ingredients": IngredientsForm,
    "packs": PacksForm,
    "photographs": PhotographsForm,
    "story": StoryForm,
}


class SendBackForm(forms.Form):
    reason = forms.CharField(
        label=_("What has to change, and why?"),
        help_text=_("The producer reads this word for word. Write one sentence for each thing."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        error_messages={"required": messages.NO_REASON},
    )
    about = forms.MultipleChoiceField(
        label=_("Which pages does it concern?"),
        help_text=_("Your reason is shown beside these."),
        choices=list(STEP_LABELS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class MakerForm(forms.Form):
    """The officer says who makes a product whose maker was not known."""

    def __init__(self, *args: Any, product: Product, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["producer"] = forms.ModelChoiceField(
            makers_near(product),
            to_field_name="code",
            label=_("Who makes it?"),
            empty_label=_("Choose"),
            error_messages={"required": messages.MAKER_NEEDED, "invalid_choice": messages.MAKER_NEEDED},
        )


class OfficersFilterForm(forms.Form):
    """Filter of the officers' list; what cannot be read is left out, so that an old address still opens a list."""

    q = forms.CharField(label=pgettext_lazy("filter", "Name or code"), required=False, max_length=100)
    state = forms.ChoiceField(label=pgettext_lazy("filter", "State"), required=False, choices=[("", _("All states")), *State.choices])

    def chosen(self) -> dict[str, str]:
        self.is_valid()
        return {name: value.replace("\x00", "") for name, value in self.cleaned_data.items() if value}
