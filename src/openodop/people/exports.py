"""What the record keeps about one person, for that person."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from openodop.people import messages, privacy
from openodop.people.models import Account, Invitation, Person


def own_data(account: Account) -> dict[str, Any]:
    """Return everything kept about the owner of an account, room by room, as plain JSON values."""
    person = Person.objects.filter(account=account).select_related("organisation", "place").first()
    rooms = {keeper.name: keeper.export(person) for keeper in privacy.keepers()} if person else {}
    return {"made_at": timezone.now().isoformat(), "account": _account(account), **rooms}


def _account(account: Account) -> dict[str, Any]:
    posts = account.posts.select_related("place", "organisation")
    return {
        "code": account.code,
        "name": account.name,
        "phone": account.phone or "",
        "email": account.email or "",
        "language": account.language,
        "opened_at": account.created_at.isoformat(),
        "last_sign_in": account.last_login.isoformat() if account.last_login else "",
        "posts": [
            {
                "role": post.role,
                "place": post.place.code if post.place else "",
                "organisation": post.organisation.code if post.organisation else "",
                "title": _texts(post.title),
                "from": post.starts_on.isoformat() if post.starts_on else "",
                "until": post.ends_on.isoformat() if post.ends_on else "",
            }
            for post in posts
        ],
    }


def of_person(person: Person) -> dict[str, Any]:
    """Return what this room keeps about a person; registered with `privacy`."""
    return {
        "code": person.code,
        "name": person.name,
        "name_latin": person.name_latin,
        "sex": person.sex,
        "phone": person.phone,
        "email": person.email,
        "organisation": person.organisation.code if person.organisation else person.organisation_text,
        "post_title": _texts(person.post_title),
        "place": person.place.code if person.place else "",
        "biography": _texts(person.biography),
        "consents": [
            {
                "purpose": consent.purpose,
                "shows": consent.shows,
                "wording_version": consent.wording_version,
                "wording": consent.wording,
                "language": consent.language,
                "given_at": consent.given_at.isoformat(),
                "withdrawn_at": consent.withdrawn_at.isoformat() if consent.withdrawn_at else "",
            }
            for consent in person.consents.all()
        ],
        "invitations_accepted": list(
            Invitation.objects.filter(accepted_by=person.account_id).values_list("role", flat=True) if person.account_id else []
        ),
    }


def hinders(person: Person) -> list[Any]:
    """Return why this room needs the record: a post that is still held. Registered with `privacy`."""
    account = person.account
    if account is None:
        return []
    if account.is_superuser:
        return [messages.ERASE_ADMINISTRATOR]
    return [messages.ERASE_HOLDS_POST] if any(not post.has_ended for post in account.posts.all()) else []


def home_of(account: Account) -> list[str]:
    """Return the place of the account's person. Registered with `homes`."""
    return list(Person.objects.filter(account=account, place__isnull=False).values_list("place__path", flat=True))


def _texts(text: Any) -> dict[str, str] | str:
    """Return a text in several languages as plain JSON."""
    data = getattr(text, "data", text)
    return data if isinstance(data, dict) else str(data or "")
