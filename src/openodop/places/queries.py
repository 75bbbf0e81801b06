"""Places found by the names that people write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from openodop.foundation.refusals import Refusal
from openodop.places import messages
from openodop.places.models import Place
from openodop.places.rules.addresses import Parts, from_columns
from openodop.places.rules.gazetteer import Gazetteer, Located, NotLocated, Reason
from openodop.places.rules.known_names import Entry


@dataclass(frozen=True)
class PlaceFound:
    """Where an address lies. `place` is the district, or the province where the address or our list ends there.

    `former_place` is the former province that the address named; `place` is then its successor. District, commune and
    village are kept as written where our list of places does not reach down to them.
    """

    place: Place
    former_place: Place | None = None
    district_text: str = ""
    commune: str = ""
    village: str = ""


class PlaceNotFound(Refusal):
    """No place was found, or several. `part` is the part of the address that is to blame; `suggestions` the nearest places."""

    def __init__(self, sentence: str, *, part: str, text: str, suggestions: list[Place]) -> None:
        super().__init__(sentence, field=part)
        self.part, self.text, self.suggestions = part, text, suggestions


_SENTENCES = {
    Reason.NOTHING_SAID: messages.NOTHING_SAID,
    Reason.CODE_UNKNOWN: messages.CODE_UNKNOWN,
    Reason.PROVINCE_UNKNOWN: messages.PROVINCE_UNKNOWN,
    Reason.PROVINCE_MISSING: messages.PROVINCE_MISSING,
    Reason.DISTRICT_UNKNOWN: messages.DISTRICT_UNKNOWN,
    Reason.AMBIGUOUS: messages.AMBIGUOUS,
    Reason.DISAGREE: messages.DISAGREE,
}


class PlaceFinder:
    """The places of one country, loaded once: make one for many addresses."""

    def __init__(self, country: str) -> None:
        self.country = country

    @cached_property
    def _places(self) -> dict[str, Place]:
        places = Place.objects.filter(path__startswith=f"{self.country}/").select_related("parent")
        return {place.code: place for place in places}

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        code_of = {place.pk: place.code for place in self._places.values()}
        return Gazetteer(
            Entry(
                code=place.code,
                level=place.level,
                parent=code_of.get(place.parent_id, ""),
                names=tuple(filter(None, [place.name_en, place.name_local, *place.other_names.splitlines()])),
                kind=place.kind,
                successor=code_of.get(place.successor_id, ""),
            )
            for place in self._places.values()
        )

    def parts(self, *, code: str = "", address: str = "", province: str = "", district: str = "", commune: str = "", village: str = "") -> Parts:
        """Return the parts of an address in columns or in one cell, read with the names of this country's places in mind."""
        texts = {"code": code, "address": address, "province": province, "district": district, "commune": commune, "village": village}
        return from_columns(**texts, knows=self._gazetteer.knows)

    def find(self, parts: Parts) -> PlaceFound:
        """Return the place that the parts mean. Raises PlaceNotFound with a sentence and the nearest places."""
        try:
            located = self._gazetteer.locate(parts)
        except NotLocated as reason:
            raise self._refusal(reason) from None
        return self._found(located)

    def _found(self, located: Located) -> PlaceFound:
        return PlaceFound(
            place=self._places[located.code],
            former_place=self._places.get(located.former_code),
            district_text=located.district_text,
            commune=located.commune,
            village=located.village,
        )

    def _refusal(self, reason: NotLocated) -> PlaceNotFound:
        suggestions = [self._places[code] for code in reason.suggestions]
        values = {"text": reason.text, "nearest": in_words(suggestions)}
        sentence = _SENTENCES[reason.reason]
        if reason.within:
            sentence, values["province"] = messages.DISTRICT_UNKNOWN_WITHIN, self._places[reason.within].name
        said = str(sentence) % values
        if suggestions and reason.reason not in (Reason.AMBIGUOUS, Reason.DISAGREE):
            said = f"{said} {messages.NEAREST % values}"
        return PlaceNotFound(said, part=reason.part, text=reason.text, suggestions=suggestions)


def find_place(parts: Parts, country: str) -> PlaceFound:
    """Return the place that one address means in `country` (two letters); for many addresses make one PlaceFinder."""
    return PlaceFinder(country).find(parts)


def in_words(places: Iterable[Place]) -> str:
    """Return places with their province and code, as they may be written into the table: `Sangthong, Vientiane Capital (LA0108)`."""
    return "; ".join(_in_words(place) for place in places)


def _in_words(place: Place) -> str:
    names = " / ".join(dict.fromkeys(filter(None, [place.name, place.second_name[0]])))
    above = f", {place.parent.name}" if place.parent and place.parent.parent_id else ""
    return f"{names}{above} ({place.code})"
