from __future__ import annotations

from collections import Counter
from typing import Any

from django.db import transaction
from django.db.models import Model
from i18nfield.strings import LazyI18nString

from openodop.foundation.refusals import refuse_if
from openodop.people.models import Organisation
from openodop.places.models import Place
from openodop.programmes import messages, reference
from openodop.programmes.models import Fact, ProductCategory, Programme, Project


@transaction.atomic
def load_reference_programmes() -> Counter[str]:
    """Load the programmes, product groups, projects and facts that come with the package; again changes nothing.

    Needs the places. Returns how many rows were "created", "updated" and "unchanged"; facts that the files no longer
    hold are removed ("removed"), because a statement without its source file has lost its proof.
    """
    done: Counter[str] = Counter()
    for record in reference.organisations():
        _put(done, Organisation, {"code": record["code"]}, {"website": "", **record})
    for record in reference.programmes():
        _programme(done, record)
    _categories(done)
    for record in reference.projects():
        _project(done, record)
    return done


def _programme(done: Counter[str], record: dict[str, Any]) -> None:
    facts = record.pop("facts")
    values = {"mark": None, **record, "country": _country(record["country"])}
    _facts(done, facts, programme=_put(done, Programme, {"code": record["code"]}, values))


def _categories(done: Counter[str]) -> None:
    programmes = Programme.objects.in_bulk(field_name="code")
    placed: dict[tuple[str, str, str], ProductCategory] = {}
    for order, record in enumerate(reference.categories(), 1):
        programme, edition, code, parent = (record.pop(key) for key in ("programme", "edition", "code", "parent"))
        keys = {"programme": programmes[programme], "edition": edition, "code": code}
        above = placed[programme, edition, parent] if parent else None
        placed[programme, edition, code] = _put(done, ProductCategory, keys, {**record, "parent": above, "order": order})


def _project(done: Counter[str], record: dict[str, Any]) -> None:
    facts, partners, programmes, countries = (record.pop(key) for key in ("facts", "partners", "programmes", "countries"))
    donor = Organisation.objects.get(code=record.pop("donor"))
    project = _put(done, Project, {"code": record["code"]}, {**record, "donor": donor})
    project.partners.set(Organisation.objects.filter(code__in=partners))
    project.programmes.set(Programme.objects.filter(code__in=programmes))
    project.countries.set([_country(code) for code in countries])
    _facts(done, facts, project=project)


def _facts(done: Counter[str], facts: list[dict[str, Any]], **about: Programme | Project) -> None:
    for fact in facts:
        _put(done, Fact, {**about, "code": fact["code"]}, fact)
    done["removed"] += Fact.objects.filter(**about).exclude(code__in=[fact["code"] for fact in facts]).delete()[0]


def _country(code: str) -> Place:
    place = Place.objects.filter(code=code).first()
    refuse_if(place is None, messages.PLACES_MISSING, code=code)
    return place


def _put(done: Counter[str], model: type[Model], keys: dict[str, Any], values: dict[str, Any]) -> Any:
    """Make the row or bring it up to date, and count which; an unchanged row is not written."""
    wanted = {**values, **keys}
    row = model.objects.filter(**keys).first()
    if row is None:
        done["created"] += 1
        return model.objects.create(**{name: _text(value) for name, value in wanted.items()})
    changed = [name for name, value in wanted.items() if _plain(getattr(row, name)) != _plain(value)]
    for name in changed:
        setattr(row, name, _text(wanted[name]))
    if changed:
        row.save(update_fields=changed)
    done["updated" if changed else "unchanged"] += 1
    return row


def _text(value: Any) -> Any:
    return LazyI18nString(value) if isinstance(value, dict) else value


def _plain(value: Any) -> Any:
    return value.data if isinstance(value, LazyI18nString) else value
