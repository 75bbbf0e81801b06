from datetime import date

import pytest

from openodop.training.choices import EnrolmentState
from openodop.training.rules.enrolment import NEXT, NoApplications, Seats, enough_seats, may_become, moving_up, why_no_applications


def test_every_state_of_an_enrolment_has_its_next_steps():
    assert set(NEXT) == set(EnrolmentState.values)
    assert set().union(*NEXT.values()) <= set(EnrolmentState.values)


@pytest.mark.parametrize(
    ("old", "new", "possible"),
    [
        ("applied", "enrolled", True),
        ("applied", "refused", True),
        ("waiting", "enrolled", True),
        ("enrolled", "withdrawn", True),
        ("declined", "invited", True),
        ("refused", "invited", True),
        ("enrolled", "refused", False),
        ("enrolled", "waiting", False),
        ("enrolled", "invited", False),
        ("refused", "applied", False),
        ("withdrawn", "refused", False),
    ],
)
def test_which_step_follows_which(old, new, possible):
    assert may_become(old, new) is possible


@pytest.mark.parametrize(
    ("total", "quotas", "taken", "kind", "free"),
    [
        (21, {}, {}, "firm", 21),
        (21, {}, {"firm": 20, "official": 1}, "firm", 0),
        (3, {"official": 2}, {}, "official", 2),
        (3, {"official": 2}, {}, "firm", 1),
        (3, {"official": 2}, {"firm": 1}, "student", 0),
        (3, {"official": 2}, {"firm": 1}, "official", 2),
        (3, {"official": 2}, {"official": 2}, "official", 0),
        (3, {"official": 0}, {}, "official", 0),
        # more people than a later, smaller number allows: nothing is free, nothing is negative
        (2, {"official": 2}, {"firm": 2}, "official", 0),
        (2, {}, {"firm": 3}, "firm", 0),
    ],
)
def test_seats_free_for_a_kind(total, quotas, taken, kind, free):
    assert Seats(total, quotas, taken).free_for(kind) == free


def test_seats_left_never_fall_below_nothing():
    assert Seats(5, {}, {"firm": 2, "official": 1}).left == 2
    assert Seats(2, {}, {"firm": 3}).left == 0


@pytest.mark.parametrize(
    ("seats", "waiting", "moved"),
    [
        (Seats(2, {}, {"firm": 2}), [(1, "firm")], []),
        (Seats(3, {}, {"firm": 1}), [(7, "firm"), (3, "official"), (5, "firm")], [7, 3]),
        # the first in line waits for seats that are taken; a seat kept for officials goes to the first official
        (Seats(4, {"official": 2}, {"firm": 2, "official": 1}), [(1, "firm"), (2, "official"), (3, "official")], [2]),
        (Seats(4, {"official": 2}, {"firm": 1}), [(1, "firm"), (2, "student"), (3, "official")], [1, 3]),
    ],
)
def test_the_waiting_list_moves_up_in_its_order(seats, waiting, moved):
    assert moving_up(seats, waiting) == moved


@pytest.mark.parametrize(
    ("seats", "enough"),
    [
        (Seats(3, {"official": 1}, {"official": 1, "firm": 2}), True),
        (Seats(3, {"official": 4}, {}), False),
        (Seats(3, {}, {"firm": 4}), False),
        (Seats(3, {"official": 1}, {"official": 2}), False),
        (Seats(3, {"official": 2}, {"firm": 2}), False),
    ],
)
def test_whether_everybody_still_fits(seats, enough):
    assert enough_seats(seats) is enough


def test_a_seat_changes_its_kind_only_where_the_other_kind_has_one():
    seats = Seats(3, {"official": 1}, {"official": 1, "firm": 2})
    assert seats.may_change_kind("firm", "student")
    assert not seats.may_change_kind("firm", "official")
    assert not seats.may_change_kind("official", "firm")


@pytest.mark.parametrize(
    ("state", "today", "open_until", "why"),
    [
        ("open", date(2030, 3, 1), None, None),
        ("open", date(2030, 3, 1), date(2030, 3, 1), None),
        ("open", date(2030, 3, 2), date(2030, 3, 1), NoApplications.TOO_LATE),
        ("open", date(2030, 3, 15), None, None),
        ("open", date(2030, 3, 16), None, NoApplications.OVER),
        ("draft", date(2030, 3, 1), None, NoApplications.NOT_OPEN_YET),
        ("closed", date(2030, 3, 1), None, NoApplications.CLOSED),
        ("cancelled", date(2030, 3, 1), None, NoApplications.CANCELLED),
        ("finished", date(2030, 3, 1), None, NoApplications.OVER),
    ],
)
def test_why_a_course_takes_no_applications(state, today, open_until, why):
    assert why_no_applications(state=state, today=today, ends_on=date(2030, 3, 15), open_until=open_until) is why
