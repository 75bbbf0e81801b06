"""Who gets what answer from which address: the whole address book, six kinds of visitors. An address that is missing fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.architecture import access_world as world
from tests.architecture.addresses import all_addresses

TABLE = Path(__file__).with_name("access_table.txt")


def rows() -> dict[str, tuple[str, list[int]]]:
    """Read the table: address, method, and the answers for each column of `world.WHO`."""
    lines = [line.split() for line in TABLE.read_text().splitlines() if line.strip() and not line.startswith("#")]
    return {name: (method, [int(answer) for answer in answers]) for name, method, *answers in lines}


def test_every_address_stands_in_the_table():
    assert sorted({address.name for address in all_addresses()}) == sorted(rows())


@pytest.mark.django_db
def test_every_visitor_gets_the_answer_of_the_table():
    world.load()
    people, subjects, faults = world.people(), world.subjects(), []
    arguments = {address.name: address.arguments for address in all_addresses()}
    for name, (method, expected) in rows().items():
        longest = max((key for key in subjects if name.startswith(key)), key=len, default=None)
        address = reverse(name, kwargs={argument: subjects[longest][argument] for argument in arguments[name]})
        answers = [_ask(method, address, person) for person in (people[who] for who in world.WHO)]
        if answers != expected:
            faults.append(f"{name} {address}: expected {expected}, got {answers}")
    assert faults == []


def _ask(method: str, address: str, person) -> int:
    """Ask once; whatever the page changed is taken back, so that the next visitor finds the same world."""
    client = Client(raise_request_exception=False, HTTP_ACCEPT_LANGUAGE="en")
    if person:
        client.force_login(person)
    point = transaction.savepoint()
    try:
        return getattr(client, method)(address).status_code
    finally:
        transaction.savepoint_rollback(point)
