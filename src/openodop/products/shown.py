"""Amounts, prices and shelf life in the reader's words: "25,000 kip / 200 g", "keeps 6 months"."""

from __future__ import annotations

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext, pgettext

from openodop.products import rules
from openodop.products.choices import Currency, Unit
from openodop.products.models import Pack

_CURRENCIES, _UNITS = {one.value: one for one in Currency}, {one.value: one for one in Unit}


def amount(number: Decimal) -> str:
    """The number with the reader's marks and without zeros that say nothing."""
    return number_format(rules.shortest(number), use_l10n=True, force_grouping=True)


def net_content(number: Decimal, unit: str) -> str:
    return f"{amount(number)} {_UNITS[unit].label}"


def money(number: Decimal, currency: str) -> str:
    return f"{amount(number)} {_CURRENCIES[currency].label}"


def pack(one: Pack) -> str:
    return net_content(one.net_content, one.unit)


def pack_with_price(one: Pack) -> str:
    """ "15,000 kip / 120 g", or the size alone when no price was told."""
    return pack(one) if one.price is None else f"{money(one.price, one.currency)} / {pack(one)}"


def unit_price(one: Pack) -> str:
    """ "125,000 kip / kg"; empty when it says no more than the price."""
    found = one.unit_price
    return f"{money(found[0], one.currency)} / {_UNITS[found[1]].label}" if found else ""


def keeps(days: int | None) -> str:
    """ "6 months", "6 weeks", "10 days"; empty when nothing is declared."""
    if not days:
        return ""
    number, unit = rules.keeps_in(days)
    if unit == "months":
        return ngettext("%(number)d month", "%(number)d months", number) % {"number": number}
    if unit == "weeks":
        return ngettext("%(number)d week", "%(number)d weeks", number) % {"number": number}
    return ngettext("%(number)d day", "%(number)d days", number) % {"number": number}


def keeps_sentence(days: int | None) -> str:
    time = keeps(days)
    return pgettext("shelf life on a card", "Keeps %(time)s") % {"time": time} if time else ""


def reported_on(text: str) -> str:
    """The date of a report as exact as it is given: 2020, 11/2020, 28/11/2020."""
    return "/".join(reversed(text.split("-")))


def said_of_stars(stars: int) -> str:
    return gettext("%(stars)d stars, as reported by the press") % {"stars": stars}
