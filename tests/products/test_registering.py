"""The way of a product into the register, and each refusal on it with nothing changed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from openodop.foundation import audit
from openodop.foundation.refusals import Refusal
from openodop.people.choices import Role
from openodop.products import actions
from openodop.products.models import Draft, Pack, Product
from tests import makers
from tests.products.product_makers import a_category, all_answers, an_answered_draft

pytestmark = pytest.mark.django_db


def events(product) -> list[str]:
    return [entry.additional_data["event"] for entry in audit.trail(product) if entry.additional_data]


def rows() -> tuple:
    """Everything a refused action must leave as it was."""
    return (
        list(Product.objects.order_by("pk").values("pk", "state", "state_reason", "name", "submitted_at", "decided_at", "decided_by")),
        list(Pack.objects.order_by("pk").values()),
        list(Draft.objects.order_by("pk").values("pk", "answers", "done", "sent_at", "sent_as", "reason")),
    )


def refused(action, **arguments) -> str:
    before = rows()
    with pytest.raises(Refusal) as refusal:
        action(**arguments)
    assert rows() == before
    return str(refusal.value)


def test_the_whole_way_from_draft_to_register(producer, member, officer):
    product = actions.submit_draft(draft=an_answered_draft(producer, member), by=member)
    year = timezone.localdate().year % 100
    assert product.code == f"LA1301-{year}-0001"
    assert (product.state, product.place, str(product.name)) == ("submitted", producer.place, "Fried banana chips")
    assert product.story.data == {"lo": "ສິບສີ່ຄອບຄົວ."}
    assert [str(pack.price) for pack in product.packs.all()] == ["15000.00"]

    product = actions.register_product(product=product, by=officer)
    assert (product.state, product.decided_by) == ("registered", officer)
    assert list(Product.objects.in_public()) == [product]
    assert events(product) == ["products.product.registered", "products.product.submitted"]


def test_begun_twice_without_an_answer_is_one_draft(producer, member):
    first = actions.begin_product(producer=producer, by=member)
    assert actions.begin_product(producer=producer, by=member) == first
    actions.keep_answers(draft=first, step="kind", answers=all_answers(producer)["kind"], by=member)
    assert actions.begin_product(producer=producer, by=member) != first


def test_sending_twice_sends_once(producer, member):
    draft = an_answered_draft(producer, member)
    assert actions.submit_draft(draft=draft, by=member) == actions.submit_draft(draft=draft, by=member)
    assert Product.objects.count() == 1


def test_an_officer_of_the_place_registers_a_product_for_a_producer(producer, officer):
    product = actions.submit_draft(draft=an_answered_draft(producer, officer), by=officer)
    assert actions.register_product(product=product, by=officer).state == "registered"


def test_nobody_else_begins_answers_sends_or_drops(producer, member):
    stranger = makers.an_account()
    elsewhere = makers.an_officer(makers.a_place("LA0605"))
    draft = an_answered_draft(producer, member)
    for other in (stranger, elsewhere):
        assert "only for producers that you belong to" in refused(actions.begin_product, producer=producer, by=other)
        assert (
            refused(actions.keep_answers, draft=draft, step="name", answers={"name": {"en": "x"}}, by=other) == "This draft belongs to somebody else."
        )
        assert refused(actions.submit_draft, draft=draft, by=other) == "This draft belongs to somebody else."
        assert refused(actions.drop_draft, draft=draft, by=other) == "This draft belongs to somebody else."


@pytest.mark.parametrize(
    ("without", "said"),
    [
        ({"name": {}}, "The name"),
        ({"category": None}, "The category"),
        ({"ingredients": {}}, "What is in it and how long it keeps"),
        ({"keeps_days": None}, "What is in it and how long it keeps"),
        ({"packs": []}, "A pack"),
    ],
)
def test_what_is_missing_is_said_before_sending(producer, member, without, said):
    draft = an_answered_draft(producer, member, **without)
    assert refused(actions.submit_draft, draft=draft, by=member) == f"This is still missing: {said}."


def test_cloth_needs_no_ingredients(producer, member):
    category = a_category(code="handicraft")
    draft = an_answered_draft(producer, member, category=category.pk, ingredients=None, keeps_days=None)
    assert actions.submit_draft(draft=draft, by=member).state == "submitted"


def test_a_product_is_sent_only_when_its_producer_is(member):
    producer = makers.a_producer(registered=False, member=member)
    draft = an_answered_draft(producer, member)
    assert (
        refused(actions.submit_draft, draft=draft, by=member)
        == f"First send the registration of {producer.name}. Its products can be sent after that."
    )


def test_a_product_is_registered_only_when_its_producer_is(member, officer):
    producer = makers.a_producer(registered=False, member=member, state="submitted", submitted_at=timezone.now())
    product = actions.submit_draft(draft=an_answered_draft(producer, member), by=member)
    said = refused(actions.register_product, product=product, by=officer)
    assert said == f"First register the producer {producer.name} ({producer.code}). Its products can be registered after that."


def test_only_an_officer_of_the_place_decides(sent, member):
    for other in (member, makers.an_account(), makers.an_account(Role.TRAINER), makers.an_officer(makers.a_place("LA0605"))):
        for decide, more in ((actions.register_product, {}), (actions.send_back_product, {"reason": "x"})):
            assert refused(decide, product=sent, by=other, **more) == f"This product is not in your places. An officer of {sent.place.name} decides."


def test_the_officer_of_the_province_decides_too(sent):
    assert actions.register_product(product=sent, by=makers.an_account(Role.PROVINCIAL_OFFICER, place=makers.a_place("LA13"))).state == "registered"


def test_registering_twice_names_who_was_first(registered, officer):
    second = makers.an_officer(registered.place)
    assert refused(actions.register_product, product=registered, by=second) == f"Fried banana chips is already registered, by {officer.name}."


def test_an_officer_who_read_an_older_version_is_told(sent, officer):
    earlier = sent.submitted_at - timedelta(minutes=5)
    assert "was sent again while you were reading" in refused(actions.register_product, product=sent, by=officer, as_sent_at=earlier)


def test_sent_back_with_a_reason_changed_and_sent_again(sent, member, officer):
    assert (
        refused(actions.send_back_product, product=sent, by=officer, reason="  ") == "Write what has to change. The producer sees it word for word."
    )
    product = actions.send_back_product(product=sent, by=officer, reason="Write the oil you use.", about=["ingredients"])
    assert (product.state, product.state_reason, product.reason_about) == ("draft", "Write the oil you use.", ["ingredients"])
    assert "There is nothing to decide now" in refused(actions.register_product, product=product, by=officer)

    draft = actions.begin_changes(product=product, by=member)
    actions.keep_answers(draft=draft, step="ingredients", answers={"ingredients": {"lo": "ກ້ວຍ, ນ້ຳມັນປາມ"}, "keeps_days": 90}, by=member)
    product = actions.send_changes(product=product, by=member)
    assert (product.state, product.state_reason, product.keeps_days, product.code) == ("submitted", "", 90, sent.code)
    assert not Draft.objects.filter(product=product).exists()


def test_changes_of_a_registered_product_wait_beside_it(registered, member, officer):
    draft = actions.begin_changes(product=registered, by=member)
    assert refused(actions.send_changes, product=registered, by=member) == "Nothing was changed, so there is nothing to send."
    packs = [{"net_content": "120", "unit": "g", "price": "18000", "currency": "LAK", "gtin": ""}]
    actions.keep_answers(draft=draft, step="packs", answers={"packs": packs}, by=member)
    product = actions.send_changes(product=registered, by=member)
    assert (product.state, str(product.packs.get().price)) == ("registered", "15000.00")
    assert list(Product.objects.waiting()) == [product]

    product = actions.accept_changes(product=product, by=officer)
    assert (product.state, str(product.packs.get().price)) == ("registered", "18000.00")
    assert list(Product.objects.waiting()) == []
    assert events(product)[0] == "products.product.changes_accepted"


def test_changes_can_be_sent_back_and_dropped(registered, member, officer):
    draft = actions.begin_changes(product=registered, by=member)
    actions.keep_answers(draft=draft, step="name", answers={"name": {"en": "Chips"}}, by=member)
    actions.send_changes(product=registered, by=member)
    assert "send_back" not in refused(actions.send_back_changes, product=registered, by=officer, reason="")
    actions.send_back_changes(product=registered, by=officer, reason="Keep the Lao name.", about=["name"])
    draft.refresh_from_db()
    assert (draft.sent_at, draft.reason, draft.reason_about) == (None, "Keep the Lao name.", ["name"])
    assert "No changes of Fried banana chips wait for you" in refused(actions.accept_changes, product=registered, by=officer)
    actions.drop_draft(draft=draft, by=member)
    registered.refresh_from_db()
    assert (str(registered.name), registered.state) == ("Fried banana chips", "registered")


def test_an_officer_corrects_at_once(registered, officer):
    draft = actions.begin_changes(product=registered, by=officer)
    actions.keep_answers(draft=draft, step="name", answers={"name": {"en": "Banana chips", "lo": "ກ້ວຍກອບ"}}, by=officer)
    product = actions.send_changes(product=registered, by=officer)
    assert (str(product.name), product.state) == ("Banana chips", "registered")
    assert events(product)[0] == "products.product.corrected"


def test_only_an_officer_accepts_changes(registered, member):
    draft = actions.begin_changes(product=registered, by=member)
    actions.keep_answers(draft=draft, step="name", answers={"name": {"en": "Chips"}}, by=member)
    actions.send_changes(product=registered, by=member)
    assert "is not in your places" in refused(actions.accept_changes, product=registered, by=member)


def test_changes_that_would_leave_something_out_are_not_sent(registered, member):
    draft = actions.begin_changes(product=registered, by=member)
    actions.keep_answers(draft=draft, step="packs", answers={"packs": []}, by=member)
    assert refused(actions.send_changes, product=registered, by=member) == "This is still missing: A pack."


GTIN = "4006381333931"


def packs_with(gtin: str, price="15000") -> list[dict]:
    return [{"net_content": "120", "unit": "g", "price": price, "currency": "LAK", "gtin": gtin}]


def test_a_bar_code_number_belongs_to_one_product(producer, member):
    first = actions.submit_draft(draft=an_answered_draft(producer, member, packs=packs_with(GTIN)), by=member)
    assert first.packs.get().gtin == GTIN
    second = an_answered_draft(producer, member, packs=packs_with(GTIN))
    said = refused(actions.submit_draft, draft=second, by=member)
    assert said == "This bar-code number belongs to another product. Each pack has a number of its own."


def test_a_bar_code_number_may_move_between_sizes_of_one_product(producer, member, officer):
    two = [*packs_with(GTIN), {"net_content": "500", "unit": "g", "price": "50000", "currency": "LAK", "gtin": ""}]
    product = actions.submit_draft(draft=an_answered_draft(producer, member, packs=two), by=member)
    kept = set(product.packs.values_list("pk", flat=True))
    two[0]["gtin"], two[1]["gtin"] = "", GTIN
    draft = actions.begin_changes(product=product, by=member)
    actions.keep_answers(draft=draft, step="packs", answers={"packs": two}, by=member)
    product = actions.send_changes(product=product, by=member)
    assert list(product.packs.values_list("net_content", "gtin")) == [(120, None), (500, GTIN)]
    assert set(product.packs.values_list("pk", flat=True)) == kept


def test_a_product_without_a_known_maker_is_not_registered(officer):
    reported = makers.a_product(registered=False, state="reported", source_url="https://example.org/news")
    Product.objects.filter(pk=reported.pk).update(producer=None)
    reported.refresh_from_db()
    a_category()
    draft = actions.begin_changes(product=reported, by=officer)
    for step, answers in all_answers(makers.a_producer()).items():
        actions.keep_answers(draft=draft, step=step, answers=answers, by=officer)
    said = refused(actions.send_changes, product=reported, by=officer)
    assert said == "The maker of this product is not known yet. Say who makes it, then register it."
