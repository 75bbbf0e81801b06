"""Which mark stands, when a code works: without a database."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openodop.training.rules import attendance as rules
from openodop.training.rules.attendance import ABSENT, EXCUSED, LATE, PRESENT, Mark, Window

NINE = datetime(2022, 3, 14, 2, 0, tzinfo=UTC)  # nine in the morning in Vientiane
NOON = NINE + timedelta(hours=3)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def trainer(status: str, at: float) -> Mark:
    return Mark(status, NINE + minutes(at))


def participant(at: float, status: str = PRESENT) -> Mark:
    return Mark(status, NINE + minutes(at), by_participant=True)


def test_nothing_stands_where_nobody_marked():
    assert rules.standing([]) is None


def test_the_mark_made_last_stands_also_when_it_arrives_first():
    early, late = trainer(ABSENT, 0), trainer(PRESENT, 60)
    assert rules.standing([late, early]) == rules.standing([early, late]) == late


def test_of_the_same_moment_the_kindest_mark_stands():
    marks = [trainer(status, 0) for status in (ABSENT, EXCUSED, LATE, PRESENT)]
    while len(marks) > 1:
        assert rules.standing(marks) == marks.pop()


@pytest.mark.parametrize(
    ("marks", "status"),
    [
        ([participant(0)], PRESENT),
        ([participant(0), trainer(ABSENT, -5)], PRESENT),
        ([participant(0), trainer(ABSENT, 5)], ABSENT),
        ([participant(0), trainer(ABSENT, 0)], ABSENT),
        ([participant(20, LATE), trainer(PRESENT, 5)], PRESENT),
        ([participant(20, LATE), trainer(EXCUSED, 5)], EXCUSED),
        ([trainer(PRESENT, 1), participant(2), trainer(ABSENT, 1.5)], PRESENT),
    ],
)
def test_checking_in_counts_only_against_an_earlier_absence(marks, status):
    assert rules.standing(marks).status == status


@given(
    st.lists(st.builds(Mark, st.sampled_from(rules.STATUSES), st.datetimes(timezones=st.just(UTC)), st.booleans()), min_size=1, max_size=8),
    st.randoms(),
)
def test_neither_order_nor_repetition_changes_what_stands(marks, random):
    expected = rules.standing(marks)
    again = marks * 3
    random.shuffle(again)
    assert rules.standing(again) == expected
    assert expected in marks


def test_a_phone_whose_clock_is_wrong_is_put_right():
    tapped = NINE - timedelta(days=1)
    sent = NOON - timedelta(days=1)
    assert rules.made_at(tapped_at=tapped, sent_at=sent, received_at=NOON) == NINE


def test_a_tap_is_never_later_than_its_receipt():
    assert rules.made_at(tapped_at=NOON + minutes(5), sent_at=NOON, received_at=NOON) == NOON


@pytest.mark.parametrize(
    ("now", "answer"),
    [
        (NINE - minutes(30) - timedelta(seconds=1), Window.TOO_EARLY),
        (NINE - minutes(30), Window.OPEN),
        (NINE, Window.OPEN),
        (NOON + minutes(15), Window.OPEN),
        (NOON + minutes(15) + timedelta(seconds=1), Window.OVER),
    ],
)
def test_a_code_works_from_half_an_hour_before_until_a_quarter_after(now, answer):
    assert rules.window(now=now, starts=NINE, ends=NOON) is answer


@pytest.mark.parametrize(("after", "status"), [(-10, PRESENT), (0, PRESENT), (15, PRESENT), (15.1, LATE), (180, LATE)])
def test_who_checks_in_a_quarter_of_an_hour_after_the_start_is_late(after, status):
    assert rules.status_at_check_in(now=NINE + minutes(after), starts=NINE) == status


@pytest.mark.parametrize("typed", ["482913", " 482 913 ", "482-913", "໔໘໒໙໑໓", "๔๘๒ ๙๑๓", "៤៨២៩១៣"])
def test_a_code_may_be_typed_as_people_type(typed):
    assert rules.typed_code(typed) == "482913"


@pytest.mark.parametrize("typed", ["", "48291", "4829130", "48291a", "482913 x", "²³¹⁴⁵⁶"])
def test_other_text_is_no_code(typed):
    assert rules.typed_code(typed) == ""


def test_the_session_held_now_is_shown_first_else_the_next_else_the_last():
    morning, afternoon = (1, NINE, NOON), (2, NOON + minutes(60), NOON + minutes(240))
    sessions = [morning, afternoon]
    assert rules.shown_first(sessions, NINE - timedelta(days=3)) == 1
    assert rules.shown_first(sessions, NOON + minutes(15)) == 1
    assert rules.shown_first(sessions, NOON + minutes(16)) == 2
    assert rules.shown_first(sessions, NOON + timedelta(days=9)) == 2
    assert rules.shown_first([], NINE) is None
