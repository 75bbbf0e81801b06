"""Reads across the tables of people."""

from __future__ import annotations

from django.db.models import Q

from openodop.people.models import Organisation


def same_organisation(organisation: Organisation | None, text: str) -> Q:
    """Return the filter for persons of this organisation, or of one written exactly so."""
    if organisation:
        return Q(organisation=organisation)
    return Q(organisation=None, organisation_text=text)
