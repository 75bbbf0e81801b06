"""The public register, and who sees what of it."""

import pytest
from django.utils import timezone

from openodop.foundation import panels
from openodop.people.choices import Role
from openodop.producers.models import Draft, Producer
from openodop.producers.panels import of_place
from tests.makers import a_manager, a_place, a_producer, an_account, an_officer, two_languages
from tests.producers.registration_makers import a_draft, a_waiting_producer

pytestmark = pytest.mark.django_db


def a_reported_producer(**fields):
    return a_producer(registered=False, state="reported", source_title="Vientiane Times", source_url="https://example.org/tea", **fields)


def names_on(client, address):
    return [producer.code for producer in client.get(address).context["page"]]


def test_the_register_shows_registered_and_reported_producers_only(client):
    registered, reported = a_producer(), a_reported_producer()
    a_producer(registered=False)
    a_waiting_producer()
    assert sorted(names_on(client, "/producers/")) == sorted([registered.code, reported.code])
    text = client.get("/producers/").content.decode()
    assert text.count("reported by the press") == 1


def test_the_filters_of_the_register(client):
    here = a_producer(place=a_place("LA1301"), kind="group", name=two_languages("Silk weavers", "ກຸ່ມທໍຜ້າໄໝ"), village="ໂພນ")
    there = a_producer(place=a_place("LA0101"), kind="firm", name=two_languages("Tea house", "ໂຮງງານຊາ"))
    assert names_on(client, "/producers/?place=LA13") == [here.code]
    assert names_on(client, "/producers/?place=LA1301") == [here.code]
    assert names_on(client, "/producers/?place=XX") == []
    assert names_on(client, "/producers/?kind=firm") == [there.code]
    assert sorted(names_on(client, "/producers/?kind=club")) == sorted([here.code, there.code])
    assert names_on(client, "/producers/?q=silk") == [here.code]
    assert names_on(client, "/producers/?q=ຜ້າໄໝ") == [here.code]
    assert names_on(client, f"/producers/?q={there.code}") == [there.code]
    assert names_on(client, "/producers/?q=silk&kind=firm") == []
    assert "No producer fits these filters." in client.get("/producers/?q=silk&kind=firm").content.decode()


def test_an_empty_register_says_how_it_fills(client):
    assert "Nobody is registered yet." in client.get("/producers/").content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_register_asks_the_database_a_fixed_number_of_times(client, number, django_assert_num_queries):
    for _ in range(number):
        a_producer()
    client.get("/producers/")
    # The page, its count, and one for each number that higher rooms show.
    with django_assert_num_queries(2 + len(panels.counters("producers"))):
        client.get("/producers/")


def test_a_page_shows_the_contact_only_as_far_as_agreed(client):
    producer = a_producer(contact_name="ນາງ ຄຳ", contact_phone="+8562055512345", contact_email="kham@example.org", latitude=18, longitude=102)
    text = client.get(producer.get_absolute_url()).content.decode()
    for private in ("ນາງ ຄຳ", "55512345", "020 55", "kham@example.org", "18.00000"):
        assert private not in text
    Producer.objects.filter(pk=producer.pk).update(contact_consent_at=timezone.now(), show_contact_phone=True)
    text = client.get(producer.get_absolute_url()).content.decode()
    assert 'href="tel:+8562055512345"' in text
    for private in ("ນາງ ຄຳ", "kham@example.org", "18.00000"):
        assert private not in text


def test_a_page_marks_the_language_of_names(client):
    producer = a_producer(name=two_languages("Silk weavers", "ກຸ່ມທໍຜ້າໄໝ"))
    text = client.get(producer.get_absolute_url()).content.decode()
    assert '<h1 class="display" lang="en">Silk weavers</h1>' in text
    assert '<p class="second" lang="lo">ກຸ່ມທໍຜ້າໄໝ</p>' in text
    lao = client.get(producer.get_absolute_url(), headers={"accept-language": "lo"}).content.decode()
    assert '<h1 class="display" lang="lo">ກຸ່ມທໍຜ້າໄໝ</h1>' in lao


def test_a_reported_producer_names_its_source(client):
    text = client.get(a_reported_producer().get_absolute_url()).content.decode()
    assert "Known from a publication, not registered here." in text
    assert 'href="https://example.org/tea"' in text


def test_a_source_is_never_a_script(client):
    producer = a_reported_producer()
    Producer.objects.filter(pk=producer.pk).update(name='{"en": "<script>alert(1)</script>"}', village="<img src=x>")
    text = client.get(producer.get_absolute_url()).content.decode()
    assert "<script>alert" not in text
    assert "<img src=x>" not in text


#: who -> whether they see a producer of LA1301 that is: registered, reported, waiting, sent back
SEES = {
    "visitor": (True, True, False, False),
    "stranger": (True, True, False, False),
    "member": (True, True, True, True),
    "district officer": (True, True, True, True),
    "provincial officer": (True, True, True, True),
    "manager": (True, True, True, True),
    "officer elsewhere": (True, True, False, False),
    "trainer here": (True, True, False, False),
}


@pytest.mark.parametrize("who", SEES)
def test_the_list_and_the_page_agree_on_who_sees_what(client, who):
    place = a_place("LA1301")
    account = {
        "visitor": lambda: None,
        "stranger": an_account,
        "member": an_account,
        "district officer": lambda: an_officer(place),
        "provincial officer": lambda: an_account(Role.PROVINCIAL_OFFICER, place=a_place("LA13")),
        "manager": a_manager,
        "officer elsewhere": lambda: an_officer(a_place("LA1302")),
        "trainer here": lambda: an_account(Role.TRAINER, place=place),
    }[who]()
    member = account if who == "member" else None
    producers = [
        a_producer(member=member),
        a_reported_producer(member=member),
        a_waiting_producer(member=member),
        a_producer(registered=False, member=member),
    ]
    if account:
        client.force_login(account)
    visible = Producer.objects.visible_to(account)
    for producer, expected in zip(producers, SEES[who], strict=True):
        assert visible.filter(pk=producer.pk).exists() is expected
        assert (client.get(producer.get_absolute_url()).status_code == 200) is expected


def test_history_and_reasons_are_for_members_and_officers(client):
    member = an_account()
    producer = a_producer(member=member)
    assert "History" not in client.get(producer.get_absolute_url()).content.decode()
    client.force_login(an_account())
    assert "History" not in client.get(producer.get_absolute_url()).content.decode()
    client.force_login(member)
    assert "History" in client.get(producer.get_absolute_url()).content.decode()


def test_drafts_are_seen_by_their_owners_and_the_officers_of_the_producer():
    owner, member = an_account(), an_account()
    begun = a_draft(by=owner)
    producer = a_producer(member=member)
    change = Draft.objects.create(producer=producer, programme=producer.programme, is_own=True, created_by=member)
    assert list(Draft.objects.visible_to(None)) == []
    assert list(Draft.objects.visible_to(owner)) == [begun]
    assert list(Draft.objects.visible_to(member)) == [change]
    assert list(Draft.objects.visible_to(an_officer())) == [change]
    assert list(Draft.objects.visible_to(an_officer(a_place("LA1302")))) == []


def test_a_place_shows_its_producers(rf):
    place = a_place("LA13")
    request = rf.get("/")
    assert of_place(request, place) == ""
    producer = a_producer(place=a_place("LA1301"), name=two_languages("Silk weavers", "ກຸ່ມທໍຜ້າໄໝ"))
    a_waiting_producer(place=a_place("LA1301"))
    html = of_place(request, place)
    assert "1 producer here" in html
    assert producer.get_absolute_url() in html


def test_places_count_their_producers_with_one_query(django_assert_num_queries):
    a_producer(place=a_place("LA1301"))
    a_producer(place=a_place("LA1302"))
    a_waiting_producer(place=a_place("LA1301"))
    counter = next(counter for counter in panels.counters("places") if counter.name == "producers")
    places = [a_place("LA"), a_place("LA13"), a_place("LA1301"), a_place("LA01")]
    with django_assert_num_queries(1):
        counted = counter.count(places)
    assert [counted.get(place.pk, 0) for place in places] == [2, 2, 1, 0]


@pytest.mark.parametrize("number", [1, 3])
def test_the_panel_of_a_place_asks_a_fixed_number_of_times(rf, number, django_assert_num_queries):
    for _ in range(number):
        a_producer()
    place = a_place()
    with django_assert_num_queries(2):
        of_place(rf.get("/"), place)
