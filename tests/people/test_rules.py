"""Who may give which role where, as a table; no database."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openodop.people import rules
from openodop.people.rules import Held

ROLES = (
    "programme_manager",
    "national_officer",
    "provincial_officer",
    "district_officer",
    "trainer",
    "expert",
    "coach",
    "inspector",
    "council_member",
    "producer_member",
    "buyer",
)
LAOS, VIENTIANE, BOLIKHAMXAI = "LA/", "LA/LA01/", "LA/LA11/"
PAKSAN, KHAMKEUT = "LA/LA11/LA1101/", "LA/LA11/LA1104/"
THAILAND = "TH/"

#: role held -> the roles it gives, as docs/explanation/roles.md says it: x gives, . does not
TABLE = """
                    manager national provincial district trainer expert coach inspector council producer buyer
programme_manager      x       x        x          x        x      x      x      x         x       .       x
national_officer       .       x        x          x        x      x      x      x         x       .       x
provincial_officer     .       .        x          x        x      x      x      x         x       .       x
district_officer       .       .        .          x        x      .      x      .         .       .       x
trainer                .       .        .          .        .      .      .      .         .       .       .
expert                 .       .        .          .        .      .      .      .         .       .       .
coach                  .       .        .          .        .      .      .      .         .       .       .
inspector              .       .        .          .        .      .      .      .         .       .       .
council_member         .       .        .          .        .      .      .      .         .       .       .
producer_member        .       .        .          .        .      .      .      .         .       .       .
buyer                  .       .        .          .        .      .      .      .         .       .       .
"""
CELLS = [(line.split()[0], role, cell == "x") for line in TABLE.strip().splitlines()[1:] for role, cell in zip(ROLES, line.split()[1:], strict=True)]


def test_the_page_about_roles_tells_the_same():
    """docs/explanation/roles.md is read by people who decide; it must not drift from the rule."""
    page = (Path(__file__).parents[2] / "docs/explanation/roles.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if line.startswith("|")]
    start = next(number for number, row in enumerate(rows) if row[0] == "holds")
    columns = rows[start][1:]
    told = {row[0]: {role for role, cell in zip(columns, row[1:], strict=True) if cell == "yes"} for row in rows[start + 2 : start + 7]}
    assert told.pop("every other role") == set()
    assert tuple(columns) == ROLES
    assert told == {role: set(given) for role, given in rules.GIVES.items()}


@pytest.mark.parametrize(("held", "given_role", "expected"), CELLS)
def test_each_role_gives_what_the_table_says_inside_its_place(held, given_role, expected):
    assert rules.may_give([Held(held, BOLIKHAMXAI)], given_role, KHAMKEUT) is expected


@pytest.mark.parametrize(
    ("held_at", "given_at", "expected"),
    [
        (None, None, True),
        (None, PAKSAN, True),
        (LAOS, PAKSAN, True),
        (BOLIKHAMXAI, BOLIKHAMXAI, True),
        (BOLIKHAMXAI, PAKSAN, True),
        (PAKSAN, PAKSAN, True),
        (PAKSAN, KHAMKEUT, False),
        (PAKSAN, BOLIKHAMXAI, False),
        (BOLIKHAMXAI, VIENTIANE, False),
        (LAOS, THAILAND, False),
        (LAOS, None, False),
        (PAKSAN, None, False),
    ],
)
def test_nobody_gives_a_role_outside_their_place(held_at, given_at, expected):
    assert rules.may_give([Held("district_officer", held_at)], "trainer", given_at) is expected


def test_a_place_whose_code_only_begins_alike_is_outside():
    assert not rules.covers("LA/LA1/", "LA/LA11/LA1101/")


def test_the_powers_of_two_posts_are_not_mixed():
    """A provincial officer here who is a district officer there gives there only what a district officer gives."""
    held = [Held("provincial_officer", BOLIKHAMXAI), Held("district_officer", "LA/LA01/LA0101/")]
    assert rules.may_give(held, "inspector", PAKSAN)
    assert not rules.may_give(held, "inspector", "LA/LA01/LA0101/")


@given(
    held=st.lists(st.builds(Held, st.sampled_from(ROLES), st.sampled_from([None, LAOS, VIENTIANE, BOLIKHAMXAI, PAKSAN])), max_size=3),
    role=st.sampled_from(ROLES),
    path=st.sampled_from([None, LAOS, VIENTIANE, BOLIKHAMXAI, PAKSAN, KHAMKEUT, THAILAND]),
)
def test_what_is_received_never_gives_more_than_its_giver_could(held, role, path):
    if not rules.may_give(held, role, path):
        return
    for onward in ROLES:
        for place in [None, LAOS, BOLIKHAMXAI, PAKSAN, KHAMKEUT, THAILAND]:
            if rules.may_give([Held(role, path)], onward, place):
                assert rules.may_give(held, onward, place)


@pytest.mark.parametrize(
    ("role", "level", "expected"),
    [
        ("district_officer", 2, True),
        ("district_officer", 1, False),
        ("district_officer", None, False),
        ("provincial_officer", 1, True),
        ("national_officer", 0, True),
        ("national_officer", 2, False),
        ("trainer", None, True),
        ("trainer", 2, True),
    ],
)
def test_a_role_fits_the_level_of_its_place(role, level, expected):
    assert rules.fits(role, level) is expected


@pytest.mark.parametrize(
    ("held", "posts", "homes", "expected"),
    [
        # an officer helps a producer of the own district, and nobody elsewhere
        ([Held("district_officer", PAKSAN)], [], [PAKSAN], True),
        ([Held("district_officer", PAKSAN)], [], [KHAMKEUT], False),
        ([Held("district_officer", PAKSAN)], [], [], False),
        ([Held("programme_manager")], [], [], True),
        # a link for a new password opens the account, so it must open nothing greater
        ([Held("district_officer", PAKSAN)], [Held("district_officer", PAKSAN)], [], True),
        ([Held("district_officer", PAKSAN)], [Held("provincial_officer", BOLIKHAMXAI)], [PAKSAN], False),
        ([Held("district_officer", PAKSAN)], [Held("trainer", PAKSAN), Held("expert", None)], [PAKSAN], False),
        ([Held("provincial_officer", BOLIKHAMXAI)], [Held("trainer", PAKSAN), Held("district_officer", KHAMKEUT)], [], True),
        ([Held("national_officer", LAOS)], [Held("programme_manager")], [PAKSAN], False),
        ([Held("trainer", PAKSAN)], [], [PAKSAN], False),
    ],
)
def test_who_may_make_a_link_for_a_new_password(held, posts, homes, expected):
    assert rules.may_help_sign_in(held, posts, homes) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Somphone Keomany", "", "District office"), ("Somphone Keomanee", "", "District office"), True),
        (("ສົມພອນ ແກ້ວມະນີ", "", ""), ("ສົມພອນ  ແກ້ວມະນີ", "", "Firm"), True),
        (("ສົມພອນ ແກ້ວມະນີ", "Somphone Keomany", "A"), ("Somphone Keomany", "", "A"), True),
        (("Somphone Keomany", "", "District office of Paksan"), ("Somphone Keomany", "", "Food and Drug Department"), False),
        (("Somphone Keomany", "", ""), ("Bounmy Vongsa", "", ""), False),
    ],
)
def test_nearly_the_same_name_in_no_other_organisation_may_be_the_same_human(one, other, expected):
    names = ("name", "name_latin", "organisation")
    others = ("other_name", "other_name_latin", "other_organisation")
    assert rules.perhaps_same(**dict(zip(names, one, strict=True)), **dict(zip(others, other, strict=True))) is expected


@pytest.mark.parametrize(
    ("names", "others", "expected"),
    [
        (("ສີດາ", ""), ("Sida", ""), True),  # two scripts say nothing against each other
        (("ສີດາ", "Sida"), ("ບຸນມີ", "Bounmy"), False),
        (("ສີດາ", "Sida"), ("ນາງສີດາ", "Sida"), True),
    ],
)
def test_a_shared_phone_joins_only_names_that_can_be_one_human(names, others, expected):
    assert rules.may_be_named(names, others) is expected
