"""Pages of the registration about the place."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openodop.places.choices import Level
from openodop.places.models import Place
from openodop.producers import messages
from openodop.producers.forms.fields import Coordinate, PlaceChoice, allowed
from openodop.producers.forms.pages import StepForm


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
