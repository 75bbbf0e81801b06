"""What is known of a producer as rows of term and value, for the check page, the officer's page and the public page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.formats import number_format
from django.utils.translation import gettext, pgettext
from i18nfield.strings import LazyI18nString

from openodop.foundation import languages
from openodop.foundation.api import names
from openodop.people import phones
from openodop.places.choices import Level
from openodop.places.models import Place
from openodop.producers import rules
from openodop.producers.choices import STEP_LABELS
from openodop.producers.models import Producer


@dataclass(frozen=True)
class Value:
    """A piece of text and its language; an empty language is the reader's."""

    text: str
    language: str = ""


@dataclass
class Fact:
    """One row: what it is, what is said, on which page of the form it is asked."""

    name: str
    step: str
    term: str
    values: list[Value]
    before: list[Value] = field(default_factory=list)
    is_missing: bool = False
    is_public: bool = True
    is_to_change: bool = False
    url: str = ""

    @property
    def label(self) -> str:
        return str(STEP_LABELS[self.step])

    @property
    def is_in_lines(self) -> bool:
        """Whether each value is the same thing in another language and stands on a line of its own."""
        return self.step == "name" or len({value.language for value in self.values}) == len(self.values) > 1

    @property
    def is_changed(self) -> bool:
        return bool(self.before)


#: term -> page of the form and fields; one row may join several fields
ROWS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("kind", "kind", ("kind",)),
    ("district", "place", ("place", "district_text", "commune")),
    ("district", "village", ("village",)),
    ("name", "name", ("name",)),
    ("people", "people", ("women", "men")),
    ("people", "workers", ("workers",)),
    ("people", "start_year", ("start_year",)),
    ("material", "raw_material", ("raw_material",)),
    ("material", "raw_material_origin", ("raw_material_origin",)),
    ("contact", "contact_name", ("contact_name",)),
    ("contact", "contact_phone", ("contact_phone",)),
    ("contact", "contact_email", ("contact_email",)),
    ("contact", "shown", ("show_contact_name", "show_contact_phone", "show_contact_email")),
    ("position", "position", ("latitude", "longitude", "show_position")),
)
PRIVATE = ("contact_name", "contact_phone", "contact_email", "shown", "position")


def facts_of(
    producer: Producer,
    *,
    before: Producer | None = None,
    missing: Sequence[str] = (),
    about: Sequence[str] = (),
    with_empty: bool = True,
) -> list[Fact]:
    """Return the rows about a producer.

    `before` marks what differs from another version; `missing` and `about` mark what has to be told or changed.
    """
    rows = []
    for step, name, fields in ROWS:
        fact = Fact(name, step, _term(name), _values(producer, name))
        if before is not None and producer.answers(fields) != before.answers(fields):
            fact.before = _values(before, name) or [Value(pgettext("nothing told yet", "nothing"))]
        fact.is_missing = any(one in missing for one in fields)
        fact.is_public = name not in PRIVATE
        fact.is_to_change = step in about and all(row.step != step for row in rows)
        if fact.values or fact.before or fact.is_missing or with_empty:
            rows.append(fact)
    return rows


def public_facts(producer: Producer) -> list[Fact]:
    """Return what everyone may see, in the reader's language where there is a choice; empty rows are left out.

    Name, contact and position have their own parts of the page.
    """
    rows = [fact for fact in facts_of(producer, with_empty=False) if fact.is_public and fact.step != "name"]
    for fact in rows:
        if fact.step == "material" and len(fact.values) > 1:
            fact.values = [Value(*languages.best({value.language: value.text for value in fact.values}))]
    return rows


def _term(name: str) -> str:
    terms = {
        "kind": pgettext("producer", "Kind"),
        "place": pgettext("producer", "Place"),
        "village": pgettext("place", "Village"),
        "name": pgettext("producer", "Name"),
        "people": pgettext("producer", "People"),
        "workers": pgettext("producer", "Paid workers"),
        "start_year": pgettext("producer", "Since"),
        "raw_material": gettext("Raw material"),
        "raw_material_origin": gettext("Where it comes from"),
        "contact_name": pgettext("producer", "Contact person"),
        "contact_phone": gettext("Phone number"),
        "contact_email": gettext("E-mail"),
        "shown": gettext("Shown to everyone"),
        "position": gettext("Position on the map"),
    }
    return terms[name]


def _values(producer: Producer, name: str) -> list[Value]:
    special = {
        "kind": _kind,
        "place": _place,
        "people": _people,
        "shown": _shown,
        "position": _position,
        "contact_phone": lambda one: _text(phones.shown(one.contact_phone)),
        "start_year": lambda one: _text(str(one.start_year or "")),
        "workers": lambda one: _text("" if one.workers is None else number_format(one.workers)),
    }
    if name in special:
        return special[name](producer)
    value = getattr(producer, name)
    if isinstance(value, LazyI18nString):
        texts = names(value)
        return [Value(texts[code], code) for code in languages.CODES if code in texts]
    # What was typed once is in the country's language, or in letters that need none.
    return _text(value or "", language=rules.language_of(value or "", latin="") if value else "")


def _text(text: str, language: str = "") -> list[Value]:
    return [Value(text, language)] if text else []


def _kind(producer: Producer) -> list[Value]:
    return _text(str(producer.get_kind_display()) if producer.kind else "")


def _place(producer: Producer) -> list[Value]:
    if not producer.place_id:
        return []
    names = [*_place_names(producer.place), *_text(producer.district_text, "vi"), *_text(producer.commune, "")]
    return names[::-1]


def _place_names(place: Place) -> list[Value]:
    """The province, then the district."""
    above = _place_names(place.parent) if place.level > Level.PROVINCE and place.parent else []
    return [*above, Value(*place.name_and_language)]


def _people(producer: Producer) -> list[Value]:
    if producer.people is None:
        return []
    parts = {"people": producer.people, "women": producer.women or 0, "men": producer.men or 0}
    return _text(gettext("%(people)s (%(women)s women, %(men)s men)") % {name: number_format(value) for name, value in parts.items()})


def _shown(producer: Producer) -> list[Value]:
    shown = {
        "show_contact_name": pgettext("shown to everyone", "contact person"),
        "show_contact_phone": pgettext("shown to everyone", "phone number"),
        "show_contact_email": pgettext("shown to everyone", "e-mail"),
    }
    words = [word for name, word in shown.items() if getattr(producer, name)]
    return _text(", ".join(words) if words else gettext("nothing of the contact"))


def _position(producer: Producer) -> list[Value]:
    if producer.latitude is None or producer.longitude is None:
        return []
    # Degrees are written with a point in every language, as map programs take them.
    words = gettext("shown to everyone") if producer.show_position else gettext("only for officers")
    return [Value(f"{producer.latitude}, {producer.longitude}"), Value(words)]
