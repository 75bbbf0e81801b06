"""Producers and officers at the same moment; the same tests run on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from openodop.foundation.audit import trail
from openodop.foundation.refusals import Refusal
from openodop.producers import actions
from openodop.producers.models import Draft, Membership, Producer
from tests.makers import a_programme, an_account, an_officer
from tests.producers.registration_makers import a_draft, a_waiting_producer
from tests.producers.test_sending import a_change, a_registered_producer

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(tasks):
    """Run every task in a thread of its own, all starting together; return results, refusals as their sentence."""
    barrier = Barrier(len(tasks), timeout=60)

    def run(task):
        barrier.wait()
        try:
            return task()
        except Refusal as refusal:
            return str(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return [future.result(timeout=120) for future in [pool.submit(run, task) for task in tasks]]


def test_producers_of_one_district_sent_at_once_get_codes_without_doubles_or_gaps():
    accounts = [an_account() for _ in range(12)]
    drafts = [a_draft(by=account) for account in accounts]
    at_once([lambda d=draft, a=account: actions.submit_draft(draft=d, by=a) for draft, account in zip(drafts, accounts, strict=True)])
    codes = sorted(Producer.objects.values_list("code", flat=True))
    assert codes == [f"LA1301-P-{number:04d}" for number in range(1, 13)]
    assert Membership.objects.count() == 12


def test_pressing_send_ten_times_sends_once():
    account = an_account()
    draft = a_draft(by=account)
    sent = at_once([lambda: actions.submit_draft(draft=draft, by=account)] * 10)
    assert {producer.pk for producer in sent} == {Producer.objects.get().pk}


def test_pressing_start_ten_times_begins_one_registration():
    account, programme = an_account(), a_programme()
    begun = at_once([lambda: actions.begin_registration(programme=programme, by=account)] * 10)
    assert {draft.pk for draft in begun} == {Draft.objects.get().pk}


def test_of_two_officers_one_registers_and_the_other_is_told_so():
    officers = [an_officer() for _ in range(4)]
    producer = a_waiting_producer()
    results = at_once([lambda o=officer: actions.register_producer(producer=producer, by=o) for officer in officers])
    registered = [result for result in results if isinstance(result, Producer)]
    told = [result for result in results if isinstance(result, str)]
    assert len(registered) == 1
    winner = Producer.objects.get().decided_by
    assert told == [f"{producer.name} is already registered, by {winner.name}."] * 3
    assert trail(producer).filter(additional_data__event="producers.producer.registered").count() == 1


def test_one_officer_registers_while_another_sends_back():
    producer = a_waiting_producer()
    first, second = an_officer(), an_officer()
    results = at_once(
        [
            lambda: actions.register_producer(producer=producer, by=first),
            lambda: actions.send_back_producer(producer=producer, by=second, reason="Write the village."),
        ]
    )
    assert sum(isinstance(result, Producer) for result in results) == 1
    kept = Producer.objects.get()
    assert (kept.state, bool(kept.state_reason)) in {("registered", False), ("draft", True)}


def test_changes_are_accepted_once_by_officers_at_the_same_moment():
    member = an_account()
    producer = a_registered_producer(member=member)
    a_change(producer, member, women=20)
    actions.send_changes(producer=producer, by=member)
    officers = [an_officer() for _ in range(4)]
    results = at_once([lambda o=officer: actions.accept_changes(producer=producer, by=o) for officer in officers])
    assert sum(isinstance(result, Producer) for result in results) == 1
    assert Producer.objects.get().women == 20
    assert not Draft.objects.exists()


def test_two_phones_answer_different_pages_and_nothing_is_lost():
    account = an_account()
    draft = actions.begin_registration(programme=a_programme(), by=account)
    people, kind = draft.edited(), draft.edited()
    people.women, people.men, kind.kind = 4, 5, "household"
    at_once(
        [
            lambda: actions.keep_answers(draft=draft, step="people", edited=people, by=account),
            lambda: actions.keep_answers(draft=draft, step="kind", edited=kind, by=account),
        ]
    )
    kept = Draft.objects.get()
    assert (kept.answers["women"], kept.answers["men"], kept.answers["kind"]) == (4, 5, "household")
    assert sorted(kept.done) == ["kind", "people"]
