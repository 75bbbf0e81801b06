"""Reads across the tables of people."""

from __future__ import annotations

import json
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from openodop.foundation import languages
from openodop.people import privacy, rules
from openodop.people.choices import OFFICERS, STAFF
from openodop.people.models import Account, Organisation, Person, Post

SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
#: records compared by name for a warning; a larger place shows the nearest of these
COMPARED_AT_MOST = 3000


def same_organisation(organisation: Organisation | None, text: str) -> Q:
    """Return the filter for persons of this organisation, or of one written exactly so."""
    if organisation:
        return Q(organisation=organisation)
    return Q(organisation=None, organisation_text=text)


def staff(account: Account, *, words: str = "", role: str = "", with_past: bool = False) -> QuerySet[Account]:
    """Return the accounts with posts that `account` may see, each with those posts as `posts_shown`, and whether a second factor is set."""
    posts = Post.objects.visible_to(account).filter(role__in=STAFF)
    posts = posts.filter(role=role) if role else posts
    posts = posts if with_past else posts.current()
    rows = Account.objects.filter(Exists(posts.filter(account=OuterRef("pk"))))
    if words:
        rows = rows.filter(Q(name__icontains=words) | Q(code__iexact=words) | Q(phone__contains=_digits(words)) | Q(email__icontains=words))
    shown = posts.select_related("place", "organisation").order_by("role", "place__code")
    second_factor = Exists(Authenticator.objects.filter(user=OuterRef("pk"), type__in=SECOND_FACTORS))
    return rows.annotate(has_second_factor=second_factor).prefetch_related(Prefetch("posts", shown, to_attr="posts_shown")).order_by("name", "pk")


def _digits(words: str) -> str:
    """Return the digits for a search in phones; a search without three of them finds none."""
    digits = "".join(letter for letter in words if letter.isdigit()).lstrip("0")
    return digits if len(digits) >= 3 else "none"


def has_second_factor(account: Account) -> bool:
    return Authenticator.objects.filter(user=account, type__in=SECOND_FACTORS).exists()


def lacks_second_factor(account: Any) -> bool:
    """Return whether an officer signs in by password alone."""
    return getattr(account, "is_authenticated", False) and account.has_role(*OFFICERS) and not has_second_factor(account)


def find_persons(rows: QuerySet[Person], words: str) -> QuerySet[Person]:
    """Return those whose name, code, phone or e-mail address holds the words; phones are compared by digits."""
    words = words.strip()
    if not words:
        return rows
    found = Q(name__icontains=words) | Q(name_latin__icontains=words) | Q(code__iexact=words) | Q(email__iexact=words)
    return rows.filter(found | Q(phone__contains=_digits(words)))


def find_public_persons(rows: QuerySet[Person], words: str) -> QuerySet[Person]:
    """Search only what everybody may see: a phone typed here must not tell whose it is."""
    words = words.strip()
    return rows.filter(show_name=True).filter(Q(name__icontains=words) | Q(name_latin__icontains=words)) if words else rows


def perhaps_same(
    account: Account, *, name: str, name_latin: str = "", phone: str = "", email: str = "", organisation: str = "", but: Person | None = None
) -> list[Person]:
    """Return persons that `account` may see and that may be the same human: same phone or e-mail, or nearly the same name."""
    rows = Person.objects.visible_to(account).filter(erased_at=None).select_related("organisation", "place")
    rows = rows.exclude(pk=but.pk) if but else rows
    contact = Q(pk__in=[])
    contact |= Q(phone=phone) if phone else contact
    contact |= Q(email=email) if email else contact
    found = {person.pk: person for person in rows.filter(contact)}
    for person in rows.order_by("-pk")[:COMPARED_AT_MOST]:
        if rules.perhaps_same(
            name=name,
            name_latin=name_latin,
            organisation=organisation,
            other_name=person.name,
            other_name_latin=person.name_latin,
            other_organisation=languages.best(person.organisation.name)[0] if person.organisation else person.organisation_text,
        ):
            found[person.pk] = person
    return list(found.values())[:10]


def find_organisations(rows: QuerySet[Organisation], words: str) -> QuerySet[Organisation]:
    """Return those with the words in their name or code. Names are kept as JSON, in which Lao letters stand as escapes."""
    escaped = json.dumps(words)[1:-1]
    return rows.filter(Q(name__icontains=escaped) | Q(code__icontains=words)) if words else rows


def reasons_to_keep(person: Person) -> list[Any]:
    """Return sentences why the person cannot be erased now."""
    return [reason for keeper in privacy.keepers() for reason in keeper.hinders(person)]
