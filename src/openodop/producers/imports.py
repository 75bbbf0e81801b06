"""The table of producers: its columns, how a row finds its producer, and what it changes."""

from __future__ import annotations

import copy
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _
from i18nfield.strings import LazyI18nString

from openodop.foundation import folding, languages
from openodop.foundation.tables.kinds import Context, Outcome, TableKind
from openodop.foundation.tables.rows import Row, RowRefused
from openodop.places.imports import ADDRESS_COLUMNS, take_address
from openodop.places.queries import PlaceFound
from openodop.producers import access, actions, messages, queries, rules
from openodop.producers.columns import COLUMNS
from openodop.producers.models import Producer
from openodop.programmes.imports import PROGRAMME


def take_row(row: Row, context: Context) -> Outcome:
    """Take one producer. Cells that are empty change nothing; what the file does not say stays as it is."""
    country = context.programme.country.code
    values = _values(row, country)
    names = _names(row, country)
    existing = _by_code(row, context)
    found = take_address(row, context, country=country, required=existing is None)
    if found:
        values |= {"village": found.village, "commune": found.commune, "district_text": found.district_text} if not existing or found.village else {}
        if context.account and not access.covers(context.account, found.place):
            row.refuse(_address_column(row), messages.PLACE_NOT_YOURS, place=found.place.name)
    if not names and not existing:
        row.refuse("name", messages.IMPORT_NAME_MISSING)
    row.stop_if_refused()
    existing = existing or _by_name(row, context, found.place, names, values.get("contact_phone", ""))
    _refuse_foreign_phone(row, context, existing, values.get("contact_phone", ""))
    if not existing and not values.get("kind"):
        row.refuse("kind", messages.IMPORT_KIND_MISSING)
    row.stop_if_refused()
    return _write(row, context, existing, found, names, {name: value for name, value in values.items() if value not in (None, "")})


def _values(row: Row, country: str) -> dict[str, Any]:
    year = row.reported_date("start_year")
    material = row["raw_material"]
    values = {name: row.whole(name, least=0, most=999_999) for name in ("women", "men", "workers")}
    values |= {name: row[name] for name in ("raw_material_origin", "contact_name", "source_title")}
    return values | {
        "kind": row.choice("kind", rules.KIND_WORDS) or rules.kind_in_name(row["name"] or row["name_vi"] or row["name_lo"]),
        "start_year": int(year[:4]) if year else None,
        "raw_material": {_language(material, country): material} if material else None,
        "contact_phone": row.phone("contact_phone", country),
        "contact_email": row.email("contact_email"),
        "source_url": _url(row),
    }


def _url(row: Row) -> str:
    text = row["source_url"] or (row["source_title"] if row["source_title"].startswith(("https://", "http://")) else "")
    if text:
        try:
            URLValidator(schemes=["http", "https"])(text)
        except ValidationError:
            row.refuse("source_url", messages.IMPORT_NOT_AN_ADDRESS)
    return text


def _names(row: Row, country: str) -> dict[str, str]:
    names = {code: row[f"name_{code}"] for code in languages.CODES if row[f"name_{code}"]}
    if row["name"]:
        names.setdefault(_language(row["name"], country), row["name"])
    return names


def _language(text: str, country: str) -> str:
    return rules.language_of(text, latin="vi" if country == "VN" else "en")


def _address_column(row: Row) -> str:
    return next((column.name for column in ADDRESS_COLUMNS if row[column.name]), "address")


def _by_code(row: Row, context: Context) -> Producer | None:
    if not row["code"]:
        return None
    producer = Producer.objects.select_related("place", "programme").filter(code__iexact=row["code"]).first()
    if producer is None:
        row.refuse("code", messages.IMPORT_CODE_UNKNOWN)
    elif producer.programme_id != context.programme.pk:
        row.refuse("code", messages.IMPORT_CODE_OTHER_PROGRAMME)
    elif context.account and not access.may_decide(context.account, producer):
        row.refuse("code", messages.PLACE_NOT_YOURS, place=producer.place.name)
    return producer


def _by_name(row: Row, context: Context, place: Any, names: dict[str, str], phone: str) -> Producer | None:
    """Return the producer of this programme and place that has one of the names; among several, the one with the phone."""
    wanted = {folding.plain(name) for name in names.values()}
    there = Producer.objects.select_related("place", "programme").filter(programme=context.programme, place=place)
    same = [producer for producer in there if wanted & {folding.plain(name) for name in queries.folded_names(producer)}]
    if len(same) > 1:
        same = (
            [producer for producer in same if phone and producer.contact_phone == phone]
            or [producer for producer in same if row["village"] and folding.plain(producer.village) == folding.plain(row["village"])]
            or same
        )
    if len(same) > 1:
        raise RowRefused("name", row["name"], messages.IMPORT_TWO_ALIKE % {"codes": ", ".join(producer.code for producer in same)})
    return same[0] if same else None


def _refuse_foreign_phone(row: Row, context: Context, existing: Producer | None, phone: str) -> None:
    if not phone:
        return
    holder = Producer.objects.filter(programme=context.programme, contact_phone=phone).exclude(pk=existing and existing.pk).first()
    if holder and not (existing and existing.contact_phone == phone):
        row.refuse("contact_phone", messages.IMPORT_PHONE_TAKEN, name=str(holder.name), code=holder.code)


def _write(row: Row, context: Context, existing: Producer | None, found: PlaceFound | None, names: dict[str, str], values: dict[str, Any]) -> Outcome:
    is_reported = bool(values.get("source_title") or values.get("source_url"))
    if is_reported:
        # A contact in a publication is nobody's consent to keep it.
        values = {name: value for name, value in values.items() if not name.startswith("contact_")}
    if existing and is_reported and existing.state != "reported":
        row.note("source_title", messages.IMPORT_REPORTED_IS_REGISTERED)
        return Outcome.UNCHANGED
    producer = copy.copy(existing) if existing else Producer(programme=context.programme)
    kept = producer.name.data if producer.name else {}
    producer.name = LazyI18nString({**kept, **names})
    if "raw_material" in values:
        kept = producer.raw_material.data if producer.raw_material else {}
        values["raw_material"] = LazyI18nString({**kept, **values["raw_material"]})
    if found:
        producer.place, producer.former_place = found.place, found.former_place
    for name, value in values.items():
        setattr(producer, name, value)
    return actions.record_producer(producer=producer, before=existing, is_reported=is_reported, by=context.account)


PRODUCERS = TableKind(
    name="producers",
    label=_("Producers"),
    columns=COLUMNS,
    take_row=take_row,
    may_import=access.may_import_producers,
    needs=(PROGRAMME,),
    help=_(
        "One row for each producer. A row finds its producer by the code, else by name and place. "
        "Your own list registers the producers of your places; rows with a source are shown as reported."
    ),
    order=20,
)
