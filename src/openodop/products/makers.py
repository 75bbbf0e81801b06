"""Who makes the product of a row: a producer known in the place, one entered from the row, or nobody known yet."""

from __future__ import annotations

from dataclasses import dataclass

from i18nfield.strings import LazyI18nString

from openodop.foundation import folding
from openodop.foundation.tables.kinds import Context
from openodop.foundation.tables.rows import Row
from openodop.places.queries import PlaceFound
from openodop.producers import actions as producer_actions
from openodop.producers import queries as producer_queries
from openodop.producers.models import Producer
from openodop.producers.rules import KIND_WORDS, kind_in_name, language_of
from openodop.products import messages, rules
from openodop.programmes.models import Programme


@dataclass(frozen=True)
class Maker:
    """The producer, or only how the row writes it; both empty while the maker is not known."""

    producer: Producer | None = None
    text: str = ""


def find_maker(row: Row, context: Context, *, programme: Programme, found: PlaceFound, is_reported: bool) -> Maker:
    """Return the maker of a row; a producer not known in the programme and place is entered from what the row says of it."""
    name = row["producer"]
    phone = row.phone("producer_phone", programme.country.code)
    kind = row.choice("producer_type", KIND_WORDS)
    if not name:
        row.note("producer", messages.IMPORT_MAKER_UNKNOWN)
        return Maker()
    there = Producer.objects.select_related("place", "programme").filter(programme=programme, place=found.place)
    same = [one for one in there if folding.without_diacritics(folding.clean(name)) in producer_queries.folded_names(one)]
    if len(same) > 1:
        same = [one for one in same if phone and one.contact_phone == phone] or same
    if len(same) > 1:
        row.refuse("producer", messages.IMPORT_TWO_PRODUCERS, codes=", ".join(one.code for one in same))
    if same:
        return Maker(same[0])
    kind = kind or kind_in_name(name)
    if not kind and is_reported:
        row.note("producer_type", messages.IMPORT_KIND_UNKNOWN)
        return Maker(text=name)
    if not kind:
        row.refuse("producer_type", messages.IMPORT_KIND_MISSING)
    if phone and not is_reported and (holder := Producer.objects.filter(programme=programme, contact_phone=phone).first()):
        row.refuse("producer_phone", messages.IMPORT_PHONE_TAKEN, name=str(holder.name), code=holder.code)
    row.stop_if_refused()
    return Maker(_enter(row, context, programme, found, name=name, kind=kind, phone=phone, is_reported=is_reported))


def _enter(row: Row, context: Context, programme: Programme, found: PlaceFound, *, name: str, kind: str, phone: str, is_reported: bool) -> Producer:
    latin = "vi" if programme.country.code == "VN" else "en"
    address, title = rules.read_source(row["source"])
    producer = Producer(
        programme=programme,
        kind=kind,
        name=LazyI18nString({language_of(name, latin=latin): name}),
        place=found.place,
        former_place=found.former_place,
        district_text=found.district_text,
        commune=found.commune,
        village=found.village,
        # A phone number in a publication is nobody's consent to keep it.
        contact_phone="" if is_reported else phone,
        source_url=address,
        source_title=title[:300],
    )
    producer_actions.record_producer(producer=producer, before=None, is_reported=is_reported, by=context.account)
    return producer
