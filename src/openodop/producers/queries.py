"""Producers read across tables: lists with their filters, what waits for an officer, what belongs to an account, look-alikes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce

from openodop.foundation import audit, folding, search
from openodop.places.counts import count_within
from openodop.places.models import Place
from openodop.producers import messages, rules
from openodop.producers.choices import STATE_WORDS
from openodop.producers.models import Draft, Membership, Producer
from openodop.programmes.models import Programme


def find(producers: QuerySet[Producer], *, q: str = "", place: str = "", kind: str = "", state: str = "", programme: str = "") -> QuerySet[Producer]:
    """Return those that fit every filter given; `place` is a code and takes in everything below it."""
    if place:
        found = Place.objects.filter(code=place).first()
        producers = producers.filter(place__path__startswith=found.path) if found else producers.none()
    exact = {"kind": kind, "state": state, "programme__code": programme}
    producers = producers.filter(**{name: value for name, value in exact.items() if value})
    if q:
        producers = search.match(producers, q)
    return producers.select_related("place__parent", "programme").order_by("code")


def public_list(**filters: str) -> QuerySet[Producer]:
    """Return the producers that everyone may see."""
    return find(Producer.objects.in_public(), **filters)


def officers_list(account: Any, **filters: str) -> QuerySet[Producer]:
    """Return every producer of the account's places in any state, those that wait first in their order of arrival."""
    return find(Producer.objects.in_scope_of(account), **filters).select_related("draft")


def waiting_for(account: Any) -> QuerySet[Producer]:
    """Return the producers that an officer has to decide about, the longest waiting first: new ones and changes of registered ones."""
    waiting = Producer.objects.in_scope_of(account).waiting().select_related("place__parent", "draft")
    return waiting.order_by(Coalesce("draft__sent_at", "submitted_at"), "pk")


def own_producers(account: Any) -> QuerySet[Producer]:
    """Return the producers that the account acts for, in every state."""
    return Producer.objects.of_member(account).select_related("place__parent", "programme", "draft").order_by("pk")


def begun_by(account: Any) -> QuerySet[Draft]:
    """Return the registrations that the account has begun and not sent."""
    return Draft.objects.new().filter(created_by=account).select_related("programme__country")


@dataclass(frozen=True)
class Alike:
    """A producer that may be the same as another one, and what they share."""

    producer: Producer
    same_phone: bool
    same_name: bool


def alike(producer: Producer) -> list[Alike]:
    """Return other producers with the same phone, or with nearly the same name in the same village or place."""
    others = Producer.objects.exclude(pk=producer.pk).select_related("place__parent")
    near = Q(place=producer.place)
    if producer.contact_phone:
        near |= Q(contact_phone=producer.contact_phone)
    names = folded_names(producer)
    village = folding.plain(producer.village)
    found = []
    for other in others.filter(near):
        same_phone = bool(producer.contact_phone) and other.contact_phone == producer.contact_phone
        same_village = other.place_id == producer.place_id and (not village or not other.village or folding.plain(other.village) == village)
        same_name = same_village and any(rules.names_alike(one, two) for one in names for two in folded_names(other))
        if same_phone or same_name:
            found.append(Alike(other, same_phone, same_name))
    return found


def folded_names(producer: Producer) -> set[str]:
    data = producer.name.data if producer.name else {}
    texts = data.values() if isinstance(data, dict) else [str(data)]
    return {folding.without_diacritics(text) for text in texts if text}


def by_place(places: Sequence[Place]) -> dict[int, int]:
    """Return how many public producers each place holds, places below it included."""
    return count_within(Producer.objects.in_public(), places)


def of_place(place: Place) -> QuerySet[Producer]:
    return Producer.objects.in_public().filter(place__path__startswith=place.path).select_related("place__parent").order_by("state", "code")


def states_of(account: Any) -> dict[str, int]:
    """Return how many producers of the account's places are in each state."""
    counted: Iterable[Mapping[str, Any]] = Producer.objects.in_scope_of(account).order_by().values("state").annotate(number=Count("pk"))
    numbers = {row["state"]: row["number"] for row in counted}
    return {state: numbers.get(state, 0) for state in STATE_WORDS}


def default_programme(*, country: str = "") -> Programme | None:
    """Return the programme of a country (two letters), else the first one."""
    programmes = Programme.objects.select_related("country")
    return programmes.filter(country__code=country).first() or programmes.first()


def history(producer: Producer) -> list[Any]:
    """Return the audit entries about a producer, newest first."""
    return list(audit.trail(producer)[:50])


def missing_to_send(producer: Producer) -> list[str]:
    """Return the fields that must be answered first; a place with districts below it is not exact enough."""
    missing = producer.missing(rules.NEEDED_TO_SEND)
    if "place" not in missing and producer.place.children.present().exists():
        missing.insert(0, "place")
    return missing


def membership_in_words(details: dict[str, Any]) -> str:
    """Say what an invitation gives: the record of a producer to look after."""
    producer = Producer.objects.filter(code=details.get("producer", "")).first()
    return str(messages.GIFT_IN_WORDS) % {"name": str(producer.name)} if producer else ""


def home_paths(account: Any) -> list[str]:
    """Return the paths of the places where the account's producers are."""
    return list(Producer.objects.of_member(account).values_list("place__path", flat=True))


def memberships_of_person(person: Any) -> list[dict[str, str]]:
    """Return what this room keeps about a person: the producers that their account acts for."""
    if not person.account_id:
        return []
    rows = Membership.objects.filter(account=person.account_id).select_related("producer")
    return [{"producer": row.producer.code, "name": str(row.producer.name), "since": row.since.isoformat()} for row in rows]
