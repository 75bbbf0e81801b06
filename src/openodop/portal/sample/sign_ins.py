"""One sign-in for each role. The password is made at random on this machine and kept in the data folder, for its owner's eyes."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import make_password

from openodop.people.choices import Role
from openodop.people.models import Account, Post
from openodop.places.models import Place
from openodop.portal.sample.reading import entries

WORDS = ("banana", "leaf", "silk", "river", "basket", "honey", "coffee", "bamboo", "mango", "rice")


@dataclass(frozen=True)
class SignIn:
    role: str
    sign_in: str
    password: str


def password() -> str:
    """Return the sample's password, made on first use."""
    file = Path(settings.DATA_DIR) / "sample_password"
    if not file.exists():
        words = [secrets.choice(WORDS) for _ in range(3)]
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as made:
            made.write(f"{'-'.join(words)}-{secrets.randbelow(9000) + 1000}")
    return file.read_text()


def sign_ins() -> list[SignIn]:
    """Return one sign-in for each role that is in the database."""
    known = set(Account.objects.filter(code__in=[entry["code"] for entry in entries("accounts")]).values_list("code", flat=True))
    return [SignIn(str(Role(entry["role"]).label), entry["code"], password()) for entry in entries("accounts") if entry["code"] in known]


def make_accounts() -> dict[str, Account]:
    """Make the accounts with their posts; a producer and a buyer hold none that opens anything."""
    accounts = {}
    hashed = make_password(password())  # once: making a hash is slow on purpose, and all share the password
    for entry in entries("accounts"):
        account = Account.objects.create_user(entry["code"], None, name=entry["name"], phone=entry["phone"], phone_verified=True, language="en")
        account.password = hashed
        account.save(update_fields=["password"])
        if entry["role"] != Role.PRODUCER_MEMBER:
            place = Place.objects.get(code=entry["place"]) if entry["place"] else None
            Post.objects.create(account=account, role=entry["role"], place=place)
        accounts[entry["code"]] = account
    return accounts
