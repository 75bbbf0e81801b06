from datetime import date, time

import pytest

from openodop.training.choices import CourseState
from openodop.training.rules.course import NEXT, Slot, code_for, ends_after_start, is_code, is_within, may_become, may_finish, numbered, overlapping

MONDAY, TUESDAY = date(2022, 3, 14), date(2022, 3, 15)


def slot(key: int, day: date, start: str, end: str) -> Slot:
    return Slot(key, day, time.fromisoformat(start), time.fromisoformat(end))


def test_every_state_of_a_course_has_its_next_steps():
    assert set(NEXT) == set(CourseState.values)


@pytest.mark.parametrize(
    ("old", "new", "possible"),
    [
        ("draft", "open", True),
        ("open", "closed", True),
        ("closed", "open", True),
        ("closed", "finished", True),
        ("draft", "finished", False),
        ("finished", "open", False),
        ("finished", "cancelled", False),
        ("cancelled", "open", False),
        ("cancelled", "draft", True),
    ],
)
def test_which_state_follows_which(old, new, possible):
    assert may_become(old, new) is possible


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("LA-2022-01", True),
        ("VN-TEA", True),
        ("la-2022-01", False),
        ("LA 2022", False),
        ("-LA", False),
        ("L", False),
        ("A" * 31, False),
        ("ກ້ວຍ", False),
    ],
)
def test_codes_stand_in_addresses(text, right):
    assert is_code(text) is right


def test_a_code_names_country_year_and_number():
    assert code_for(country="LA", year=2022, number=1) == "LA-2022-01"
    assert is_code(code_for(country="LA", year=2022, number=117))


def test_a_session_ends_after_it_starts():
    assert ends_after_start(starts_at=time(8, 30), ends_at=time(8, 31))
    assert not ends_after_start(starts_at=time(8, 30), ends_at=time(8, 30))
    assert not ends_after_start(starts_at=time(13, 30), ends_at=time(8, 30))


@pytest.mark.parametrize(("day", "inside"), [(13, False), (14, True), (18, True), (19, False)])
def test_first_and_last_day_belong_to_the_course(day, inside):
    assert is_within(date(2022, 3, day), starts_on=date(2022, 3, 14), ends_on=date(2022, 3, 18)) is inside


def test_a_course_is_finished_on_its_last_day_at_the_earliest():
    assert not may_finish(today=date(2022, 3, 17), ends_on=date(2022, 3, 18))
    assert may_finish(today=date(2022, 3, 18), ends_on=date(2022, 3, 18))


def test_overlapping_sessions_are_found_in_pairs():
    morning, long, after, other_day = (
        slot(1, MONDAY, "08:30", "10:00"),
        slot(2, MONDAY, "09:00", "12:00"),
        slot(3, MONDAY, "10:00", "11:00"),
        slot(4, TUESDAY, "09:00", "10:00"),
    )
    assert overlapping([other_day, after, long, morning]) == [(morning, long), (long, after)]
    assert overlapping([morning, after, other_day]) == []


def test_sessions_are_numbered_by_time_over_the_whole_course():
    slots = [slot(9, TUESDAY, "08:30", "10:00"), slot(4, MONDAY, "13:30", "15:00"), slot(7, MONDAY, "08:30", "10:00")]
    assert numbered(slots) == {7: 1, 4: 2, 9: 3}
