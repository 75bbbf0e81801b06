"""The registration as people meet it, page by page, without a script."""

import pytest
from django.urls import reverse

from openodop.producers import actions
from openodop.producers.models import Draft, Membership, Producer
from tests.makers import a_place, a_producer, a_programme, an_account, an_officer
from tests.producers.registration_makers import a_complete_producer, a_draft, a_waiting_producer
from tests.producers.test_sending import a_registered_producer

pytestmark = pytest.mark.django_db

START = "/register/producer/"
PAGES = {
    "kind": {"kind": "group"},
    "province": {"province": "LA13"},
    "district": {"district": "LA1301", "village": " ໂພນ "},
    "name": {"name_lo": "ກຸ່ມຜະລິດກ້ວຍຕາກ", "name_en": "Dried banana group"},
    "people": {"women": "12", "men": "3", "workers": "", "start_year": "2019"},
    "material": {"raw_material_lo": "ກ້ວຍນ້ຳ", "raw_material_origin": "ສວນຂອງກຸ່ມ"},
    "contact": {"contact_name": "ນາງ ຄຳ", "contact_phone": "020 5551 2345", "show_contact_phone": "on"},
    "position": {"latitude": "18,20001234", "longitude": "102.3"},
}


@pytest.fixture(autouse=True)
def places():
    a_programme()
    return a_place("LA1301"), a_place("LA1302"), a_place("LA01")


@pytest.fixture
def account(client):
    account = an_account()
    client.force_login(account)
    return account


def begin(client, programme="la-odop"):
    return client.post(START, {"programme": programme}).url


def test_the_whole_way_from_start_to_the_waiting_record(client, account):
    assert client.get(START).status_code == 200
    address = begin(client)
    draft = Draft.objects.get()
    assert address == f"/register/producer/{draft.key}/kind/"
    for step, answers in PAGES.items():
        assert address == reverse("producers:step", args=[draft.key, step])
        assert client.get(address).status_code == 200
        address = client.post(address, answers).url
    assert address == reverse("producers:check", args=[draft.key])
    assert "ໂພນ" in client.get(address).content.decode()
    producer_address = client.post(address).url
    producer = Producer.objects.get()
    assert producer_address == "/producers/LA1301-P-0001/"
    assert (producer.state, producer.kind, producer.place.code, producer.village) == ("submitted", "group", "LA1301", "ໂພນ")
    assert producer.name.data == {"lo": "ກຸ່ມຜະລິດກ້ວຍຕາກ", "en": "Dried banana group"}
    assert (producer.women, producer.men, producer.workers, producer.start_year) == (12, 3, None, 2019)
    assert (str(producer.latitude), str(producer.longitude)) == ("18.20001", "102.30000")
    assert producer.public_contact == {"phone": "+8562055512345"}
    assert producer.public_position is None
    assert producer.memberships.get().account == account
    assert "Sent. The officer of Place LA1301 looks at it" in client.get(producer_address).content.decode()


def test_pressing_send_twice_leads_to_the_same_record(client, account):
    draft = a_draft(by=account)
    check = reverse("producers:check", args=[draft.key])
    first = client.post(check).url
    assert client.post(check).url == first
    assert client.get(check).url == first
    assert client.get(reverse("producers:step", args=[draft.key, "kind"])).url == first
    assert Producer.objects.count() == 1


def test_a_registration_goes_on_from_another_device_where_it_stopped(client, account):
    draft_address = begin(client)
    client.post(draft_address, {"kind": "firm"})
    client.logout()
    client.force_login(account)
    draft = Draft.objects.get()
    assert f"/register/producer/{draft.key}/" in client.get(START).content.decode()
    assert client.get(reverse("producers:resume", args=[draft.key])).url == reverse("producers:step", args=[draft.key, "province"])


def test_save_and_stop_keeps_the_answers(client, account):
    address = begin(client)
    assert client.post(address, {"kind": "firm", "leave": "yes"}).url == START
    assert Draft.objects.get().answers["kind"] == "firm"


def test_from_the_check_page_a_change_leads_back_to_it(client, account):
    draft = a_draft(by=account)
    address = reverse("producers:step", args=[draft.key, "people"])
    assert client.post(address, {"women": "1", "men": "0"}).url == reverse("producers:check", args=[draft.key])


def test_another_province_asks_for_its_district_and_village_again(client, account):
    draft = a_draft(by=account)
    address = client.post(reverse("producers:step", args=[draft.key, "province"]), {"province": "LA01"}).url
    assert address == reverse("producers:step", args=[draft.key, "district"])
    edited = Draft.objects.get().edited()
    assert (edited.place.code, edited.village) == ("LA01", "")


def test_the_same_province_again_keeps_the_district(client, account):
    draft = a_draft(by=account)
    client.post(reverse("producers:step", args=[draft.key, "province"]), {"province": "LA13"})
    edited = Draft.objects.get().edited()
    assert (edited.place.code, edited.village) == ("LA1301", "ໂພນ")


def test_sending_an_incomplete_registration_says_what_is_missing(client, account):
    draft = a_draft(by=account, without=("women", "village"))
    response = client.post(reverse("producers:check", args=[draft.key]))
    assert response.status_code == 422
    text = response.content.decode()
    assert "This is still missing: Village, number of women." in text
    assert reverse("producers:step", args=[draft.key, "people"]) in text
    assert not Producer.objects.exists()


@pytest.mark.parametrize(
    ("step", "answers", "sentence"),
    [
        ("kind", {}, "Choose one of the four."),
        ("kind", {"kind": "club"}, "Choose one of the four."),
        ("province", {"province": ""}, "Choose a place from the list."),
        ("province", {"province": "VN46"}, "Choose a place from the list."),
        ("district", {"district": "LA01", "village": "ໂພນ"}, "Choose a place from the list."),
        ("district", {"district": "LA1301", "village": " "}, "Write the name of the village."),
        ("name", {"name_en": "Only English"}, "Write the name as people in the village know it."),
        ("people", {"women": "", "men": "3"}, "Write a number. Write 0 for nobody."),
        ("people", {"women": "0", "men": "0"}, "at least one person in all"),
        ("people", {"women": "-1", "men": "0"}, "Write a number from 0 on."),
        ("people", {"women": "1000000", "men": "0"}, "Write a number below 100,000."),
        ("people", {"women": "many", "men": "0"}, "Write a whole number in figures"),
        ("people", {"women": "1", "men": "0", "start_year": "2562"}, "In the common calendar it is 2019."),
        ("people", {"women": "1", "men": "0", "start_year": "3000"}, "This year has not come yet."),
        ("people", {"women": "1", "men": "0", "start_year": "1500"}, "Write a year from 1800 on."),
        ("contact", {"contact_name": "", "contact_phone": "020 5551 2345"}, "Write the name of a person who can be asked for."),
        ("contact", {"contact_name": "ນາງ ຄຳ", "contact_phone": "12"}, "Write a phone number, for example 020 5551 2345."),
        (
            "contact",
            {"contact_name": "ນາງ ຄຳ", "contact_phone": "020 5551 2345", "show_contact_email": "on"},
            "Write it first, then choose to show it.",
        ),
        ("position", {"latitude": "18.2", "longitude": ""}, "Write both numbers of the position, or none."),
        ("position", {"latitude": "north", "longitude": "102"}, "Write degrees in figures"),
        ("position", {"latitude": "95", "longitude": "102"}, "Write a number between -90 and 90."),
        ("position", {"latitude": "nan", "longitude": "102"}, "Write degrees in figures"),
        ("position", {"latitude": "1e999999999", "longitude": "102"}, "Write degrees in figures"),
        ("position", {"show_position": "on"}, "Write it first, then choose to show it."),
    ],
)
def test_every_page_says_what_is_wrong_and_keeps_nothing(client, account, step, answers, sentence):
    draft = a_draft(by=account)
    before = Draft.objects.values("answers", "done").get()
    response = client.post(reverse("producers:step", args=[draft.key, step]), answers)
    assert response.status_code == 422
    text = response.content.decode()
    assert sentence in text
    assert 'class="err-sum"' in text
    assert Draft.objects.values("answers", "done").get() == before


def test_a_page_that_does_not_exist_is_not_found(client, account):
    draft = a_draft(by=account)
    assert client.get(f"/register/producer/{draft.key}/shoesize/").status_code == 404


def test_text_is_kept_in_one_coding(client, account):
    draft = a_draft(by=account)
    client.post(reverse("producers:step", args=[draft.key, "material"]), {"raw_material_origin": "Phong Đie\u0302\u0300n"})
    assert Draft.objects.get().answers["raw_material_origin"] == "Phong Đi\u1ec1n"


def test_nobody_opens_the_draft_of_somebody_else(client, account):
    draft = a_draft()
    for name, arguments in (("resume", []), ("check", []), ("step", ["kind"])):
        address = reverse(f"producers:{name}", args=[draft.key, *arguments])
        assert client.get(address).status_code == 404
        assert client.post(address, {"kind": "firm"}).status_code in (404, 405)
    assert client.post(reverse("producers:drop", args=[draft.key])).status_code == 404
    assert Draft.objects.get().answers["kind"] == "group"


def test_a_draft_is_deleted_by_its_owner(client, account):
    draft = a_draft(by=account)
    assert client.get(reverse("producers:drop", args=[draft.key])).status_code == 405
    assert client.post(reverse("producers:drop", args=[draft.key])).url == START
    assert not Draft.objects.exists()


def test_a_visitor_reads_what_is_asked_and_is_led_to_sign_up(client):
    text = client.get(START).content.decode()
    assert "/accounts/signup/?next=/register/producer/" in text
    assert client.post(START, {"programme": "la-odop"}).status_code == 200
    assert not Draft.objects.exists()


def test_a_programme_that_does_not_exist_starts_nothing(client, account):
    assert client.post(START, {"programme": "xx"}).status_code == 200
    assert not Draft.objects.exists()


def test_a_district_officer_is_not_asked_for_the_province(client):
    officer = an_officer(a_place("LA1301"))
    client.force_login(officer)
    address = begin(client)
    address = client.post(address, {"kind": "group"}).url
    assert address.endswith("/district/")
    text = client.get(address).content.decode()
    assert '<option value="LA1301" selected>' in text
    assert "LA1302" not in text


def test_an_officer_sends_for_somebody_and_goes_on_to_decide(client):
    officer = an_officer(a_place("LA1301"))
    client.force_login(officer)
    draft = a_draft(by=officer)
    assert client.post(reverse("producers:check", args=[draft.key])).url == "/officers/producers/LA1301-P-0001/"
    assert not Producer.objects.get().memberships.exists()


# --- changes ------------------------------------------------------------------------------------------------------------
def test_what_was_sent_back_is_changed_and_sent_again(client, account):
    producer = a_complete_producer(member=account, state="draft", state_reason="Write the village in full.", reason_about=["district"])
    check = reverse("producers:changes", args=[producer.code])
    assert "Write the village in full." in client.get(check).content.decode()
    page = reverse("producers:change", args=[producer.code, "district"])
    assert "Write the village in full." in client.get(page).content.decode()
    assert "Write the village in full." not in client.get(reverse("producers:change", args=[producer.code, "kind"])).content.decode()
    assert client.post(page, {"district": "LA1301", "village": "ໂພນໃໝ່"}).url == check
    assert client.post(check).url == f"/producers/{producer.code}/"
    producer.refresh_from_db()
    assert (producer.state, producer.village, producer.state_reason) == ("submitted", "ໂພນໃໝ່", "")


def test_looking_at_the_change_pages_writes_nothing(client, account):
    producer = a_waiting_producer(member=account)
    client.get(reverse("producers:changes", args=[producer.code]))
    client.get(reverse("producers:change", args=[producer.code, "kind"]))
    assert not Draft.objects.exists()


def test_changes_of_a_registered_producer_are_sent_and_can_be_dropped(client, account):
    producer = a_registered_producer(member=account)
    page = reverse("producers:change", args=[producer.code, "people"])
    client.post(page, {"women": "20", "men": "3"})
    text = client.post(reverse("producers:changes", args=[producer.code]), follow=True).content.decode()
    assert "Until the officer accepts them, everyone sees the record as it was." in text
    assert Producer.objects.get().women == 12
    client.post(reverse("producers:drop_changes", args=[producer.code]))
    assert not Draft.objects.exists()


def test_sending_without_a_change_says_so(client, account):
    producer = a_registered_producer(member=account)
    response = client.post(reverse("producers:changes", args=[producer.code]))
    assert response.status_code == 422
    assert "Nothing was changed, so there is nothing to send." in response.content.decode()


def test_strangers_do_not_change_a_public_record(client, account):
    producer = a_producer()
    for name, arguments in (("changes", []), ("change", ["kind"]), ("drop_changes", [])):
        assert client.post(reverse(f"producers:{name}", args=[producer.code, *arguments]), {"kind": "firm"}).status_code == 403
    assert not Draft.objects.exists()


def test_a_record_that_waits_is_not_even_found_by_strangers(client, account):
    producer = a_waiting_producer()
    assert client.get(reverse("producers:changes", args=[producer.code])).status_code == 404


def test_pages_of_changes_show_what_was_answered_last(client, account):
    producer = a_registered_producer(member=account)
    page = reverse("producers:change", args=[producer.code, "people"])
    client.post(page, {"women": "20", "men": "3"})
    assert 'value="20"' in client.get(page).content.decode()
    assert actions.begin_changes(producer=producer, by=account).done == ["people"]


def test_who_goes_on_with_changes_of_somebody_else_is_told(client, account):
    colleague = an_account(name="ນາງ ຈັນ")
    producer = a_registered_producer(member=account)
    Membership.objects.create(account=colleague, producer=producer)
    client.post(reverse("producers:change", args=[producer.code, "people"]), {"women": "20", "men": "3"})
    client.force_login(colleague)
    text = client.get(reverse("producers:changes", args=[producer.code])).content.decode()
    assert f"{account.name} has begun to change this record." in text
    assert "23 (20 women, 3 men)" in text
