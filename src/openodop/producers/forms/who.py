"""Pages of the registration about the producer and how to reach them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator, MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openodop.foundation import languages
from openodop.foundation.translated import add_language_fields, put_texts
from openodop.producers import messages, rules
from openodop.producers.choices import KIND_HINTS
from openodop.producers.forms.fields import Phone
from openodop.producers.forms.pages import StepForm, own_language

BUDDHIST_ERA = 543
#: more people than this in one producer is a slip of the finger
MOST_PEOPLE = 99_999


NAME_LABELS = {
    "name_lo": _("Name in Lao"),
    "name_en": _("Name in English"),
    "name_th": _("Name in Thai"),
    "name_km": _("Name in Khmer"),
    "name_vi": _("Name in Vietnamese"),
}
MATERIAL_LABELS = {
    "raw_material_lo": _("Raw material, in Lao"),
    "raw_material_en": _("Raw material, in English"),
    "raw_material_th": _("Raw material, in Thai"),
    "raw_material_km": _("Raw material, in Khmer"),
    "raw_material_vi": _("Raw material, in Vietnamese"),
}


class KindForm(StepForm):
    title = _("Who makes the product?")
    lead = _("Choose what fits best. It can be changed later.")

    class Meta(StepForm.Meta):
        fields = ("kind",)
        labels = {"kind": pgettext_lazy("producer", "Kind")}

    def build(self) -> None:
        self.fields["kind"] = forms.ChoiceField(
            label=pgettext_lazy("producer", "Kind"),
            choices=[(kind.value, format_html("{}<br><span class='meta'>{}</span>", kind.label, hint)) for kind, hint in KIND_HINTS.items()],
            widget=forms.RadioSelect,
            error_messages={"required": messages.KIND_NEEDED, "invalid_choice": messages.KIND_NEEDED},
        )


class NameForm(StepForm):
    title = _("What is its name?")
    lead = _("As it stands on a licence or on the pack.")
    template = "producers/steps/name.html"

    def build(self) -> None:
        self.own = own_language(self.country.code)
        codes = tuple(dict.fromkeys([self.own, "en", *languages.CODES]))
        add_language_fields(self, "name", label=pgettext_lazy("producer", "Name"), codes=codes, value=self.instance.name)
        for name, field in self.fields.items():
            field.label = NAME_LABELS[name]
            field.validators.append(MaxLengthValidator(300))
            field.widget.attrs["maxlength"] = 300
        self.fields[f"name_{self.own}"].required = True
        self.fields[f"name_{self.own}"].error_messages["required"] = messages.NAME_NEEDED

    @property
    def main_fields(self) -> list[forms.BoundField]:
        """The country's language first, then English."""
        return [self[name] for name in dict.fromkeys([f"name_{self.own}", "name_en"])]

    @property
    def other_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name not in (f"name_{self.own}", "name_en")]

    @property
    def has_other_names(self) -> bool:
        return any(field.value() or field.errors for field in self.other_fields)

    def clean(self) -> dict[str, Any]:
        super().clean()
        put_texts(self, self.instance, "name")
        return self.cleaned_data


class PeopleForm(StepForm):
    title = _("How many people?")
    required_here = ("women", "men")

    class Meta(StepForm.Meta):
        fields = ("women", "men", "workers", "start_year")
        labels = {
            "women": pgettext_lazy("producer", "Women"),
            "men": pgettext_lazy("producer", "Men"),
            "workers": pgettext_lazy("producer", "Paid workers"),
            "start_year": pgettext_lazy("producer", "Start year"),
        }
        help_texts = {
            "women": _("Who belong to the household, group, cooperative or firm."),
            "men": "",
            "workers": _("People who are paid and are not counted above. Leave it empty if you do not know."),
            "start_year": _("The year in which the work began, for example 2019."),
        }

    def build(self) -> None:
        for name, field in self.fields.items():
            field.widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": 4 if name == "start_year" else 6})
            field.error_messages["invalid"] = _("Write a whole number in figures, for example 12.")
            field.validators = [MinValueValidator(0, messages.NUMBER_NEGATIVE), MaxValueValidator(MOST_PEOPLE, messages.NUMBER_TOO_LARGE)]
        self.fields["women"].error_messages["required"] = self.fields["men"].error_messages["required"] = _("Write a number. Write 0 for nobody.")

    def clean_start_year(self) -> int | None:
        year = self.cleaned_data["start_year"]
        this_year = timezone.localdate().year
        if year is None or 1800 <= year <= this_year:
            return year
        if this_year - 200 <= year - BUDDHIST_ERA <= this_year:
            raise forms.ValidationError(messages.BUDDHIST_YEAR, params={"year": year - BUDDHIST_ERA})
        raise forms.ValidationError(messages.YEAR_IN_FUTURE if year > this_year else messages.YEAR_TOO_EARLY)

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("women") == 0 and self.cleaned_data.get("men") == 0:
            self.add_error("women", messages.NOBODY_WORKS)
        return self.cleaned_data


class MaterialForm(StepForm):
    title = _("What is the product made from?")
    lead = _("The main raw material and where it comes from. A mark of the district asks for it.")

    class Meta(StepForm.Meta):
        fields = ("raw_material_origin",)
        labels = {"raw_material_origin": _("Where it comes from")}
        help_texts = {"raw_material_origin": _("For example: own garden, three villages around, market in the capital.")}

    def build(self) -> None:
        codes = tuple(dict.fromkeys([own_language(self.country.code), "en"]))
        add_language_fields(self, "raw_material", label=_("Raw material"), codes=codes, rows=2, value=self.instance.raw_material)
        self.order_fields([*(name for name in self.fields if name != "raw_material_origin"), "raw_material_origin"])
        for name in self.fields:
            self.fields[name].label = MATERIAL_LABELS.get(name, self.fields[name].label)
            self.fields[name].widget.attrs["maxlength"] = 200 if name == "raw_material_origin" else 1000

    def clean(self) -> dict[str, Any]:
        super().clean()
        put_texts(self, self.instance, "raw_material")
        return self.cleaned_data


class ContactForm(StepForm):
    title = _("Who can be reached?")
    required_here = ("contact_name", "contact_phone")

    class Meta(StepForm.Meta):
        fields = rules.STEPS["contact"]
        labels = {
            "contact_name": pgettext_lazy("producer", "Contact person"),
            "contact_phone": _("Phone number"),
            "contact_email": _("E-mail"),
            "show_contact_name": _("The name of the contact person"),
            "show_contact_phone": _("The phone number"),
            "show_contact_email": _("The e-mail"),
        }
        help_texts = {"contact_email": _("If there is one.")}

    template = "producers/steps/contact.html"

    @property
    def contact_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("contact_name", "contact_phone", "contact_email")]

    @property
    def consent_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("show_contact_name", "show_contact_phone", "show_contact_email")]

    def build(self) -> None:
        own = not self.for_somebody
        self.fields["contact_name"].error_messages["required"] = _("Write the name of a person who can be asked for.")
        self.fields["contact_name"].widget.attrs["autocomplete"] = "name" if own else "off"
        self.fields["contact_phone"] = Phone(country=self.country.code, label=self.Meta.labels["contact_phone"])
        self.fields["contact_phone"].widget.attrs["autocomplete"] = "tel" if own else "off"
        self.fields["contact_email"].widget.attrs["autocomplete"] = "email" if own else "off"

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("show_contact_email") and not self.cleaned_data.get("contact_email") and "contact_email" not in self.errors:
            self.add_error("contact_email", messages.SHOW_WITHOUT_VALUE)
        return self.cleaned_data
