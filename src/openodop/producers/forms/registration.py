"""What people tell about a producer: one small form for each page of the registration."""

from __future__ import annotations

import unicodedata
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator, MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openodop.foundation import languages
from openodop.foundation.translated import add_language_fields, put_texts
from openodop.people.models import Scope
from openodop.places.choices import Level
from openodop.places.models import Place
from openodop.producers import messages, rules
from openodop.producers.choices import KIND_HINTS
from openodop.producers.forms.fields import Coordinate, Phone, PlaceChoice, allowed
from openodop.producers.models import Producer

EVERYWHERE = Scope(everything=True)
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


def own_language(country: str) -> str:
    """Return the language in which producers of a country write, English where it is none of ours."""
    code = languages.OF_COUNTRY.get(country, "en")
    return code if code in languages.CODES else "en"


class StepForm(forms.ModelForm):
    """One page of the registration. A valid form has changed `instance`; nothing is saved here."""

    #: heading and explanation of the page
    title: Any = ""
    lead: Any = ""
    #: fields that the page needs, though the register can do without them
    required_here: tuple[str, ...] = ()
    #: how the fields stand on the page, and the script that helps
    template = "producers/steps/plain.html"
    script = ""

    class Meta:
        model = Producer
        fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, scope: Scope = EVERYWHERE, for_somebody: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.scope, self.for_somebody = scope, for_somebody
        self.country = self.instance.programme.country
        for name in self.required_here:
            self.fields[name].required = True
        self.build()

    def build(self) -> None:
        """Add fields that depend on the producer."""

    def clean(self) -> dict[str, Any]:
        super().clean()
        for name, value in self.cleaned_data.items():
            if isinstance(value, str):
                self.cleaned_data[name] = unicodedata.normalize("NFC", value).strip()
        return self.cleaned_data


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


class ProvinceForm(StepForm):
    title = _("In which province?")
    lead = _("Where the work is done, not where the office is.")

    def build(self) -> None:
        chosen = self.instance.place if self.instance.place_id else None
        self.fields["province"] = PlaceChoice(
            allowed(Place.objects.filter(level=Level.PROVINCE, parent=self.country), self.scope),
            label=pgettext_lazy("place", "Province"),
            initial=chosen and (chosen if chosen.level == Level.PROVINCE else chosen.parent),
        )

    def clean(self) -> dict[str, Any]:
        super().clean()
        province = self.cleaned_data.get("province")
        if province and not (self.instance.place_id and self.instance.place.path.startswith(province.path)):
            self.instance.place = province
            self.instance.village = self.instance.commune = self.instance.district_text = ""
        return self.cleaned_data


class DistrictForm(StepForm):
    title = _("In which district and village?")
    script = "producers/villages.js"

    class Meta(StepForm.Meta):
        fields = ("district_text", "commune", "village")
        labels = {
            "district_text": pgettext_lazy("place", "District"),
            "commune": pgettext_lazy("place", "Commune or subdistrict"),
            "village": pgettext_lazy("place", "Village"),
        }

    def build(self) -> None:
        place = self.instance.place
        province = place.parent if place.level == Level.DISTRICT else place
        districts = allowed(Place.objects.filter(parent=province), self.scope)
        self.lead = province.name
        self.fields["village"].required = True
        self.fields["village"].error_messages["required"] = _("Write the name of the village.")
        self.fields["village"].widget.attrs |= {"autocomplete": "off", "data-villages": place.code}
        self.fields["village"].help_text = _("Without the word “village”. Begin to write and choose, or write it in full.")
        if districts:
            # The country's list of places reaches down to districts: Lao PDR, Thailand, Cambodia.
            del self.fields["district_text"]
            initial = place if place.level == Level.DISTRICT else None
            field = PlaceChoice(districts, label=pgettext_lazy("place", "District"), initial=initial)
            self.fields = {"district": field, **self.fields}
        else:
            self.fields["district_text"].help_text = _("Leave it empty where there are no districts any more.")
        if self.country.code == "LA":
            del self.fields["commune"]

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("district"):
            self.instance.place = self.cleaned_data["district"]
        return self.cleaned_data


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


class PositionForm(StepForm):
    title = _("Where is it on the map?")
    template = "producers/steps/position.html"
    script = "producers/position.js"
    lead = _("You can leave this page empty. With a position, buyers and officers find the way.")

    class Meta(StepForm.Meta):
        fields = ("show_position",)
        labels = {"show_position": _("Show the position to everyone")}
        help_texts = {"show_position": _("If you do not choose this, only the officers of your place see it.")}

    def build(self) -> None:
        self.fields["latitude"] = Coordinate(most=90, label=_("Latitude"), help_text=_("The first number that a map shows, for example 18.11234."))
        self.fields["longitude"] = Coordinate(most=180, label=_("Longitude"), help_text=_("The second number, for example 102.41234."))
        for name in ("latitude", "longitude"):
            value = getattr(self.instance, name)
            self.initial[name] = "" if value is None else str(value)
        self.order_fields(["latitude", "longitude", "show_position"])

    def clean(self) -> dict[str, Any]:
        super().clean()
        latitude, longitude = self.cleaned_data.get("latitude"), self.cleaned_data.get("longitude")
        if not self.errors and (latitude is None) != (longitude is None):
            self.add_error("latitude" if latitude is None else "longitude", messages.POSITION_HALF)
        if not self.errors and self.cleaned_data["show_position"] and latitude is None:
            self.add_error("latitude", messages.SHOW_WITHOUT_VALUE)
        self.instance.latitude, self.instance.longitude = latitude, longitude
        return self.cleaned_data


FORMS: dict[str, type[StepForm]] = {
    "kind": KindForm,
    "province": ProvinceForm,
    "district": DistrictForm,
    "name": NameForm,
    "people": PeopleForm,
    "material": MaterialForm,
    "contact": ContactForm,
    "position": PositionForm,
}
