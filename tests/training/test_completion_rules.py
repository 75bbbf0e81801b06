"""Who completes a course: borderlines compared exactly."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openodop.training.rules import completion as rules
from openodop.training.rules.attendance import ABSENT, EXCUSED, LATE, PRESENT, STATUSES
from openodop.training.rules.completion import Attended, Excused

shares = st.decimals(min_value="0.001", max_value="1", places=3)
courses = st.lists(st.sampled_from([*STATUSES, None]), max_size=40)


@pytest.mark.parametrize(
    ("attended", "sessions", "share", "done"),
    [
        (8, 10, "0.8", True),
        (7, 10, "0.8", False),
        (10, 10, "1", True),
        (9, 10, "1", False),
        (2, 3, "0.667", False),  # two thirds are less than 0.667
        (2, 3, "0.666", True),
        (1, 3, "0.333", True),
        (3, 10, "0.3", True),  # 0.1 + 0.1 + 0.1 is more than 0.3 in floating point
        (7, 10, "0.7", True),
        (29, 100, "0.29", True),  # 0.29 * 100 is 28.999… in floating point
        (57, 100, "0.57", True),
        (0, 10, "0.001", False),
        (0, 0, "0.8", False),
    ],
)
def test_the_share_is_compared_exactly(attended, sessions, share, done):
    assert rules.completes(Attended(attended, sessions), share_required=Decimal(share)) is done


def test_late_counts_as_attended_and_a_missing_mark_as_missed():
    assert rules.attended([PRESENT, LATE, ABSENT, None]) == Attended(2, 4)


@pytest.mark.parametrize(
    ("excused", "counted"),
    [(Excused.MISSED, Attended(1, 3)), (Excused.LEFT_OUT, Attended(1, 2)), (Excused.ATTENDED, Attended(2, 3))],
)
def test_an_excused_session_counts_as_the_installation_chose(excused, counted):
    assert rules.attended([PRESENT, EXCUSED, ABSENT], excused=excused) == counted


def test_nobody_completes_when_every_session_was_left_out():
    assert not rules.completes(rules.attended([EXCUSED] * 5, excused=Excused.LEFT_OUT), share_required=Decimal("0.1"))


@pytest.mark.parametrize(("attended", "sessions", "percent"), [(0, 0, 0), (0, 10, 0), (8, 10, 80), (2, 3, 66), (799, 1000, 79), (10, 10, 100)])
def test_per_cent_are_rounded_down(attended, sessions, percent):
    assert Attended(attended, sessions).percent == percent


@pytest.mark.parametrize(
    ("sessions", "share", "needed"), [(10, "0.8", 8), (9, "0.8", 8), (3, "0.667", 3), (10, "1", 10), (1, "0.001", 1), (0, "0.8", 0)]
)
def test_how_many_sessions_are_needed(sessions, share, needed):
    assert rules.sessions_needed(sessions, share_required=Decimal(share)) == needed


@given(st.integers(1, 60), shares)
def test_the_number_needed_is_the_smallest_that_completes(sessions, share):
    needed = rules.sessions_needed(sessions, share_required=share)
    assert rules.completes(Attended(needed, sessions), share_required=share)
    assert not rules.completes(Attended(needed - 1, sessions), share_required=share)


@given(courses, shares, st.sampled_from(Excused))
def test_who_completes_can_complete_and_more_presence_never_harms(statuses, share, excused):
    done = rules.completes(rules.attended(statuses, excused=excused), share_required=share)
    if done:
        assert rules.can_still_complete(statuses, share_required=share, excused=excused)
        better = [PRESENT if status in (ABSENT, None) else status for status in statuses]
        assert rules.completes(rules.attended(better, excused=excused), share_required=share)
    if None not in statuses:
        assert rules.can_still_complete(statuses, share_required=share, excused=excused) is done


def test_a_certificate_number():
    assert rules.certificate_number(programme="la-odop", year=2022, number=1) == "LA-ODOP-2022-0001"
    assert rules.certificate_number(programme="la-odop", year=2022, number=12345) == "LA-ODOP-2022-12345"


def test_a_certificate_number_as_people_type_it():
    assert rules.typed_number(" la-odop-2022 -0001 ") == "LA-ODOP-2022-0001"
