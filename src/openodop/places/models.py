from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext

from openodop.foundation import languages
from openodop.places.choices import Level


class PlaceQuerySet(models.QuerySet["Place"]):
    def visible_to(self, account: object) -> PlaceQuerySet:
        """Places are public."""
        return self

    def present(self) -> PlaceQuerySet:
        """Leave out former places such as the provinces of Viet Nam before July 2025."""
        return self.filter(successor=None)

    def within(self, place: Place) -> PlaceQuerySet:
        """The place itself and everything below it."""
        return self.filter(path__startswith=place.path)


class Place(models.Model):
    """A country, province or district. A former place keeps its row and names its successor."""

    code = models.CharField(max_length=12, unique=True)
    level = models.PositiveSmallIntegerField(choices=Level)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    successor = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="predecessors")
    # Codes from the country down, "LA/LA13/LA1301/": one prefix test answers "is it in this scope?".
    path = models.CharField(max_length=40, db_index=True)
    name_en = models.CharField(max_length=120)
    name_local = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=2, help_text="language of name_local")
    other_names = models.TextField(blank=True, help_text="other spellings, one a line")
    kind = models.CharField(max_length=60, blank=True, help_text="as the source says: province, capital, municipality, khan")
    iso_code = models.CharField(max_length=8, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(level=Level.COUNTRY, parent=None) | Q(level__gt=Level.COUNTRY, parent__isnull=False), name="places_place_parent_by_level"
            ),
            models.CheckConstraint(condition=Q(successor=None) | Q(valid_to__isnull=False), name="places_place_former_has_end"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"

    @property
    def name(self) -> str:
        """The name in the reader's language where we have it: local name for its own language, English otherwise."""
        return self.name_and_language[0]

    @property
    def name_and_language(self) -> tuple[str, str]:
        reader = languages.active()
        if self.level == Level.COUNTRY and reader != self.language:
            translated = gettext(self.name_en)
            return translated, reader if translated != self.name_en else "en"
        if reader == self.language and self.name_local:
            return self.name_local, self.language
        return self.name_en, "en"

    @property
    def foreign_language(self) -> str:
        """The language of the shown name where it is not the reader's, for the `lang` attribute; else empty."""
        language = self.name_and_language[1]
        return language if language != languages.active() else ""

    @property
    def second_name(self) -> tuple[str, str]:
        """The other name and its language, for "Sangthong / ສັງທອງ"."""
        shown = self.name_and_language[1]
        if shown == self.language:
            return self.name_en, "en"
        return self.name_local, self.language

    @property
    def country_code(self) -> str:
        return self.path[:2]

    def covers(self, other: Place) -> bool:
        return other.path.startswith(self.path)

    def get_absolute_url(self) -> str:
        return f"/places/{self.code}/"


class Village(models.Model):
    """A help in typing, never a closed list: villages merge and names repeat within a district."""

    district = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="villages")
    source_number = models.CharField(max_length=12, help_text="the source's own number, not an official code")
    name_local = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["district", "name_local"]
        constraints = [models.UniqueConstraint(fields=["district", "source_number"], name="places_village_number_once")]

    def __str__(self) -> str:
        return self.name_local


class ClimateNormal(models.Model):
    """Mean weather of one month at a station near a place; a value the source does not give stays empty."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="climate")
    station = models.CharField(max_length=80)
    station_number = models.CharField(max_length=12, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5)
    longitude = models.DecimalField(max_digits=8, decimal_places=5)
    elevation_m = models.IntegerField(null=True, blank=True)
    month = models.PositiveSmallIntegerField()
    temperature_mean_c = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    temperature_max_c = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    temperature_min_c = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    relative_humidity_percent = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    relative_humidity_inferred_percent = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    period = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=80, blank=True)
    certainty = models.CharField(max_length=80)
    source = models.TextField()
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["station", "month"]
        constraints = [
            models.UniqueConstraint(fields=["station", "month"], name="places_climate_month_once"),
            models.CheckConstraint(condition=Q(month__gte=1, month__lte=12), name="places_climate_month_of_year"),
        ]

    def __str__(self) -> str:
        return f"{self.station}, {self.month}"
