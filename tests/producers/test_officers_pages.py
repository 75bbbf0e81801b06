"""The officer's list, the page on which they decide, and who may open them."""

import pytest
from django.urls import reverse

from openodop.people.choices import Role
from openodop.people.models import Invitation
from openodop.producers import actions
from openodop.producers.models import Draft, Membership, Producer
from tests.makers import a_manager, a_place, a_producer, an_account, an_officer, two_languages
from tests.producers.registration_makers import a_complete_producer, a_draft, a_waiting_producer
from tests.producers.test_sending import a_change, a_registered_producer

pytestmark = pytest.mark.django_db

LIST = "/officers/producers/"


@pytest.fixture
def officer(client):
    officer = an_officer(a_place("LA1301"))
    client.force_login(officer)
    return officer


def review(producer):
    return f"/officers/producers/{producer.code}/"


def changes_waiting(**fields):
    member = an_account()
    producer = a_registered_producer(member=member)
    a_change(producer, member, **fields)
    return actions.send_changes(producer=producer, by=member)


def test_the_list_has_what_waits_and_every_producer_of_the_place(client, officer):
    waiting, changed = a_waiting_producer(), changes_waiting(women=20)
    registered, sent_back = a_producer(), a_producer(registered=False)
    a_waiting_producer(place=a_place("LA1302"))
    context = client.get(LIST).context
    assert [producer.pk for producer in context["waiting"]] == [waiting.pk, changed.pk]
    assert {producer.pk for producer in context["page"]} == {waiting.pk, changed.pk, registered.pk, sent_back.pk}


def test_drafts_that_were_never_sent_are_not_the_officers_business(client, officer):
    a_draft()
    context = client.get(LIST).context
    assert (len(context["waiting"]), len(context["page"])) == (0, 0)


def test_the_filters_of_the_list(client, officer):
    silk = a_waiting_producer(name=two_languages("Silk weavers", "ກຸ່ມທໍຜ້າໄໝ"), kind="group")
    tea = a_producer(name=two_languages("Tea house", "ໂຮງງານຊາ"), kind="firm")

    def found(query):
        return [producer.pk for producer in client.get(f"{LIST}?{query}").context["page"]]

    assert found("state=submitted") == [silk.pk]
    assert found("state=registered") == [tea.pk]
    assert found("kind=firm") == [tea.pk]
    assert found("q=silk") == [silk.pk]
    assert sorted(found("place=LA1301")) == sorted([silk.pk, tea.pk])
    assert found("place=LA1302") == []


def test_chips_set_one_filter_and_take_it_away(client, officer):
    a_waiting_producer()
    (states, _) = client.get(f"{LIST}?q=x&page=2").context["chip_rows"]
    assert [(chip.label, chip.href, chip.is_on) for chip in states] == [("waiting: 1", "?q=x&state=submitted", False)]
    (states, _) = client.get(f"{LIST}?q=x&state=submitted").context["chip_rows"]
    assert [(chip.href, chip.is_on) for chip in states] == [("?q=x", True)]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_database_a_fixed_number_of_times(client, officer, number, django_assert_num_queries):
    for _ in range(number):
        a_waiting_producer()
        changes_waiting(women=20)
    client.get(LIST)
    with django_assert_num_queries(8):
        client.get(LIST)


def test_an_empty_list_says_what_to_do(client, officer):
    text = client.get(LIST).content.decode()
    assert "Nothing waits." in text
    assert "There is no producer in your places yet." in text


def test_the_officer_registers_with_one_button(client, officer):
    producer = a_waiting_producer()
    page = client.get(review(producer))
    as_sent_at = page.context["as_sent_at"].isoformat()
    assert as_sent_at in page.content.decode()
    response = client.post(review(producer), {"as_sent_at": as_sent_at}, follow=True)
    assert f"{producer.name} is registered." in response.content.decode()
    assert Producer.objects.get().decided_by == officer


def test_a_version_sent_meanwhile_is_not_registered(client, officer):
    producer = a_waiting_producer()
    as_sent_at = producer.submitted_at.isoformat()
    actions.submit_producer(producer=producer, by=officer)
    response = client.post(review(producer), {"as_sent_at": as_sent_at}, follow=True)
    assert "was sent again while you were reading" in response.content.decode()
    assert Producer.objects.get().state == "submitted"


@pytest.mark.parametrize("as_sent_at", ["", "yesterday", "2026-13-45T00:00:00"])
def test_an_unreadable_version_does_not_break_the_page(client, officer, as_sent_at):
    producer = a_waiting_producer()
    assert client.post(review(producer), {"as_sent_at": as_sent_at}).status_code == 302


def test_the_second_officer_reads_that_it_is_registered(client, officer):
    producer = a_waiting_producer()
    colleague = an_officer(a_place("LA1301"))
    actions.register_producer(producer=producer, by=colleague)
    response = client.post(review(producer), {}, follow=True)
    assert f"is already registered, by {colleague.name}." in response.content.decode()


def test_sending_back_with_a_reason(client, officer):
    producer = a_waiting_producer()
    address = f"{review(producer)}send-back/"
    assert client.get(address).status_code == 200
    response = client.post(address, {"reason": "Write the village.", "about": ["district"]})
    assert response.url == LIST
    producer.refresh_from_db()
    assert (producer.state, producer.state_reason, producer.reason_about) == ("draft", "Write the village.", ["district"])


@pytest.mark.parametrize("answers", [{}, {"reason": "  "}, {"reason": "x", "about": ["shoesize"]}])
def test_sending_back_needs_a_reason_and_known_pages(client, officer, answers):
    producer = a_waiting_producer()
    response = client.post(f"{review(producer)}send-back/", answers)
    assert response.status_code == 422
    assert Producer.objects.get().state == "submitted"


def test_what_does_not_wait_is_not_sent_back(client, officer):
    producer = a_complete_producer(state="draft")
    response = client.post(f"{review(producer)}send-back/", {"reason": "Again."})
    assert response.status_code == 422
    assert "There is nothing to decide now." in response.content.decode()


def test_changes_are_marked_accepted_and_sent_back(client, officer):
    producer = changes_waiting(women=20)
    text = client.get(review(producer)).content.decode()
    assert "23 (20 women, 3 men)" in text
    assert "15 (12 women, 3 men)" in text
    client.post(f"{review(producer)}send-back/", {"reason": "Count only members.", "about": ["people"]})
    assert (Draft.objects.get().sent_at, Producer.objects.get().women) == (None, 12)
    actions.send_changes(producer=producer, by=producer.members.get())
    client.post(review(producer), {"as_sent_at": Draft.objects.get().sent_at.isoformat()})
    assert Producer.objects.get().women == 20


def test_possible_doubles_are_shown(client, officer):
    name = two_languages("Phon village banana group", "ກຸ່ມກ້ວຍ ບ້ານໂພນ")
    known = a_producer(name=name, village="ໂພນ", contact_phone="+8562055500001")
    by_phone = a_producer(place=a_place("LA1302"), contact_phone="+8562055512345")
    a_producer(name=name, village="ນາຊາຍ")
    a_producer(village="ໂພນ")
    producer = a_waiting_producer(name=two_languages("Phon village bananas group", "ກຸ່ມກ້ວຍຕາກ"))
    alike = {one.producer.pk: (one.same_phone, one.same_name) for one in client.get(review(producer)).context["alike"]}
    assert alike == {known.pk: (False, True), by_phone.pk: (True, False)}


def test_inviting_a_member(client, officer):
    producer = a_producer()
    address = f"{review(producer)}invite/"
    assert client.get(address).status_code == 200
    response = client.post(address, {"name": "ນາງ ຄຳ", "phone": "020 5551 2345"})
    invitation = Invitation.objects.get()
    assert response.url.startswith(f"/invitations/{invitation.pk}/link/")
    assert (invitation.gift, invitation.gift_details) == ("producers.membership", {"producer": producer.code})
    actions.receive_membership(account=an_account(), details=invitation.gift_details, by=officer)
    assert Membership.objects.get().is_lead


#: who -> answers to the list, a page of LA1301
OPENS = {
    "visitor": (302, 302),
    "stranger": (403, 403),
    "member": (403, 403),
    "trainer here": (403, 403),
    "officer here": (200, 200),
    "officer elsewhere": (200, 404),
    "provincial officer": (200, 200),
    "manager": (200, 200),
}


@pytest.mark.parametrize("who", OPENS)
def test_who_opens_the_officers_pages(client, who):
    place = a_place("LA1301")
    producer = a_waiting_producer()
    account = {
        "visitor": lambda: None,
        "stranger": an_account,
        "member": an_account,
        "trainer here": lambda: an_account(Role.TRAINER, place=place),
        "officer here": lambda: an_officer(place),
        "officer elsewhere": lambda: an_officer(a_place("LA1302")),
        "provincial officer": lambda: an_account(Role.PROVINCIAL_OFFICER, place=a_place("LA13")),
        "manager": a_manager,
    }[who]()
    if who == "member":
        Membership.objects.create(account=account, producer=producer)
    if account:
        client.force_login(account)
    on_list, on_page = OPENS[who]
    assert client.get(LIST).status_code == on_list
    for address in (review(producer), f"{review(producer)}send-back/", f"{review(producer)}invite/"):
        assert client.get(address).status_code == on_page
    if on_page != 200:
        client.post(review(producer), {})
        client.post(f"{review(producer)}send-back/", {"reason": "No."})
        client.post(f"{review(producer)}invite/", {"name": "x"})
        producer.refresh_from_db()
        assert (producer.state, Invitation.objects.count()) == ("submitted", 0)


def test_only_officers_have_the_menu_entry(client, officer):
    assert f'href="{reverse("producers:officers")}"' in client.get(LIST).content.decode()
