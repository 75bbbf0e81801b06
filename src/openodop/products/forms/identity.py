"""The pages that say what the product is: its kind, its name, its category, what is in it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from i18nfield.strings import LazyI18nString

from openodop.foundation import drawings
from openodop.foundation.translated import add_language_fields, text_of
from openodop.products import hs_codes, messages, rules
from openodop.products.choices import KIND_BY_CODE, KINDS, KeepsUnit
from openodop.products.forms.steps import StepForm, limit, nfc
from openodop.programmes.models import ProductCategory, Programme

OTHER = "other"


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
        limit(self.fields.values(), 120)

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.name = text_of(self, "name", kept=self.product.name or None)
        if not self.errors and not any(self.name.data.values()):
            self.add_error(next(iter(self.fields)), messages.NAME_NEEDED)
        return self.cleaned_data

    def answers(self) -> dict[str, Any]:
        return {"name": {code: nfc(text) for code, text in self.name.data.items() if text}}


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
        limit(self.fields.values(), 1000)
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
            "ingredients": {code: nfc(text) for code, text in self.ingredients.data.items() if text},
            "keeps_days": rules.days_of(self.cleaned_data["keeps_amount"], self.cleaned_data["keeps_unit"]),
        }
