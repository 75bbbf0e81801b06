import pytest

from openodop.foundation.registration_rules import (
    DRAFT,
    REGISTERED,
    REPORTED,
    SUBMITTED,
    Obstacle,
    may_become,
    obstacle_to_registering,
    obstacle_to_sending,
    obstacle_to_sending_back,
)
from openodop.producers import rules

STEPS = tuple(rules.STEPS)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (DRAFT, SUBMITTED, True),
        (DRAFT, REGISTERED, False),
        (SUBMITTED, REGISTERED, True),
        (SUBMITTED, DRAFT, True),
        (REPORTED, REGISTERED, False),
        (REPORTED, SUBMITTED, True),
    ],
)
def test_nothing_is_registered_without_waiting_first(old, new, expected):
    assert may_become(old, new) is expected


@pytest.mark.parametrize(
    ("state", "is_theirs", "missing", "expected"),
    [
        (DRAFT, True, [], None),
        (SUBMITTED, True, [], None),
        (REPORTED, True, [], None),
        (DRAFT, False, ["kind"], Obstacle.NOT_YOURS),
        (REGISTERED, True, [], Obstacle.ALREADY_REGISTERED),
        (DRAFT, True, ["kind"], Obstacle.INCOMPLETE),
    ],
)
def test_obstacles_to_sending(state, is_theirs, missing, expected):
    assert obstacle_to_sending(state=state, is_theirs=is_theirs, missing=missing) == expected


@pytest.mark.parametrize(
    ("state", "is_theirs", "missing", "is_as_read", "expected"),
    [
        (SUBMITTED, True, [], True, None),
        (SUBMITTED, False, [], True, Obstacle.NOT_YOURS),
        (REGISTERED, True, [], True, Obstacle.ALREADY_REGISTERED),
        (DRAFT, True, [], True, Obstacle.NOT_SENT),
        (REPORTED, True, [], True, Obstacle.NOT_SENT),
        (SUBMITTED, True, [], False, Obstacle.CHANGED_MEANWHILE),
        (SUBMITTED, True, ["place"], True, Obstacle.INCOMPLETE),
    ],
)
def test_obstacles_to_registering(state, is_theirs, missing, is_as_read, expected):
    assert obstacle_to_registering(state=state, is_theirs=is_theirs, missing=missing, is_as_read=is_as_read) == expected


@pytest.mark.parametrize(("reason", "expected"), [("Write the village.", None), ("", Obstacle.NO_REASON), (" \n", Obstacle.NO_REASON)])
def test_nothing_is_sent_back_without_a_reason(reason, expected):
    assert obstacle_to_sending_back(state=SUBMITTED, is_theirs=True, reason=reason) == expected


def test_zero_is_an_answer_and_nothing_is_none():
    values = {"women": 0, "men": None, "name": {}, "kind": "", "village": "Ban Phon"}
    assert rules.missing(values, ("women", "men", "name", "kind", "village", "place")) == ["men", "name", "kind", "place"]


def test_missing_fields_lead_to_the_pages_that_ask_for_them_in_the_order_of_the_form():
    assert rules.steps_to_complete(["contact_phone", "village", "place", "kind"]) == ["kind", "district", "contact"]


def test_every_needed_field_is_asked_on_its_page():
    for field, step in rules.NEEDED_TO_SEND.items():
        assert field in rules.STEPS[step]
    assert set(rules.NEEDED_TO_REGISTER) <= set(rules.NEEDED_TO_SEND)


def test_the_way_through_the_pages():
    assert rules.next_step(STEPS, "kind") == "province"
    assert rules.next_step(STEPS, "position") is None
    assert rules.step_before(STEPS, "kind") is None
    assert rules.step_before(STEPS, "district") == "province"
    assert rules.first_open_step(STEPS, ["kind", "district"]) == "province"
    assert rules.first_open_step(STEPS, STEPS) is None


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("ກຸ່ມຜະລິດກ້ວຍຕາກ ບ້ານໂພນ", "ກຸ່ມຜະລິດກ້ວຍຕາກ ບ້ານໂພນ", True),
        ("banana group ban phon", "ban phon banana group", True),
        ("banana group ban phon", "banana goup ban phon", True),
        ("banana group ban phon", "silk group ban phon", False),
        ("htx an lo", "htx an lo 2", True),
        ("", "banana", False),
        ("", "", False),
    ],
)
def test_names_that_may_be_one_producer(one, two, expected):
    assert rules.names_alike(one, two) is expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("HTX Nông nghiệp An Lỗ", "cooperative"),
        ("Hợp tác xã bưởi Múc", "cooperative"),
        ("Công ty TNHH Trà Vinh FARM", "firm"),
        ("Tổ hợp tác sản xuất Cốm", "group"),
        ("Hộ kinh doanh Nguyễn Văn A", "household"),
        ("ກຸ່ມຜະລິດກ້ວຍຕາກ ບ້ານໂພນ", "group"),
        ("ສະຫະກອນກາເຟ", "cooperative"),
        ("กลุ่มแม่บ้านเกษตรกร", "group"),
        ("บริษัท กล้วยไทย จำกัด", "firm"),
        ("Hong Kong Noodles", None),
        ("Companyon", None),
        ("", None),
    ],
)
def test_the_kind_is_read_from_how_a_name_begins(name, kind):
    assert rules.kind_in_name(name) == kind


@pytest.mark.parametrize(
    ("text", "latin", "language"),
    [("ກຸ່ມ", "en", "lo"), ("กลุ่ม", "en", "th"), ("ក្រុម", "en", "km"), ("HTX An Lỗ", "vi", "vi"), ("Ban Phon", "en", "en"), ("ODOP ກຸ່ມ", "en", "lo")],
)
def test_the_letters_of_a_name_tell_its_language(text, latin, language):
    assert rules.language_of(text, latin=latin) == language


def test_a_code_says_where_and_counts_four_digits():
    assert rules.producer_code("LA1301", 7) == "LA1301-P-0007"


def test_only_what_is_shown_needs_consent():
    assert not rules.needs_consent({"contact_phone": "+8562055512345"})
    assert rules.needs_consent({"show_contact_phone": True})
    assert rules.needs_consent({"show_position": True})
