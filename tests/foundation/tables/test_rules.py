import contextlib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openodop.foundation.tables import rules
from openodop.foundation.tables.rules import NotUnderstood, Typed

ALL_PARSERS = [rules.parse_stars, rules.parse_decimal, rules.parse_money, rules.parse_whole, rules.parse_date, rules.parse_reported_date]
ALL_PARSERS += [
    rules.parse_yes_no,
    rules.parse_email,
    lambda text: rules.parse_phone(text, "LA"),
    lambda text: rules.parse_choice(text, {"a": ["b"]}),
]


@pytest.mark.parametrize(
    "text",
    [
        "4",
        "4 sao",
        "04 sao",
        "OCOP 4 sao",
        "4 sao OCOP",
        "★★★★",
        "⭐️⭐️⭐️⭐️",
        "★★★★☆",
        "4★",
        "4 ดาว",
        "๔ ดาว",
        "4 ດາວ",
        "໔ ດາວ",
        "៤ ផ្កាយ",
        "4 stars",
        "4-star",
        "hạng 4 sao",
        "Đạt 4 sao",
        "HẠNG 4 SAO",
        "hạng 4 sao",
        "sao 4",
        "OTOP 4 ดาว",
        "ระดับ 4 ดาว",
        " 4  sao. ",
        Typed("4"),
    ],
)
def test_stars_as_offices_write_them(text):
    assert rules.parse_stars(text) == 4


@pytest.mark.parametrize(
    "text", ["6", "0", "0 sao", "4,5", "4.5", "4 5", "44", "10 sao", "-4", "bốn", "★★★★★★", "4 sao 5 sao", "chưa xếp hạng", "☆☆", "★★★★★☆"]
)
def test_stars_that_are_none_are_refused(text):
    with pytest.raises(NotUnderstood):
        rules.parse_stars(text)


@given(
    st.integers(1, 5),
    st.sampled_from(["", "0"]),
    st.sampled_from(["", " sao", " ดาว", " ດາວ", " stars", "★"]),
    st.sampled_from(["", "OCOP ", "hạng "]),
)
def test_every_number_of_stars_is_read_in_every_dress(stars, zero, word, before):
    assert rules.parse_stars(f"{before}{zero}{stars}{word}") == stars


@pytest.mark.parametrize("parse", ALL_PARSERS)
@given(text=st.text(max_size=30) | st.text("0123456789.,/- ★+@", max_size=20))
def test_parsers_answer_or_do_not_understand(parse, text):
    with contextlib.suppress(NotUnderstood):
        parse(text)


@pytest.mark.parametrize("parse", ALL_PARSERS)
def test_an_empty_cell_is_no_value(parse):
    assert parse("") is None
    assert parse(" \u00a0 ") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1500", "1500"),
        ("1 500", "1500"),
        ("1.500,75", "1500.75"),
        ("1,500.75", "1500.75"),
        ("1.500.000", "1500000"),
        ("2,5", "2.5"),
        ("2.5", "2.5"),
        ("0.125", "0.125"),
        ("໑໒.໕", "12.5"),
        (Typed("1.125"), "1.125"),
        (Typed("1e-05"), "0.00001"),
        ("-3", "-3"),
        ("−3", "-3"),
    ],
)
def test_numbers_in_the_ways_of_the_region(text, value):
    assert rules.parse_decimal(text) == Decimal(value)


@pytest.mark.parametrize("text", [*["1.500", "1,500", "1,2,3", "12 kg", "1.50.000", "--1", "1e5", "", "9" * 50][:-2], "9" * 50])
def test_numbers_that_could_mean_two_things_are_refused(text):
    with pytest.raises(NotUnderstood):
        rules.parse_decimal(text)


def test_money_and_counts_have_thousands():
    assert rules.parse_money("25.000") == rules.parse_money("25,000") == 25000
    assert rules.parse_whole("1.200") == 1200
    with pytest.raises(NotUnderstood):
        rules.parse_whole("2,5")


@pytest.mark.parametrize(
    "text",
    [
        "2022-03-07",
        "2022-03-07 00:00",
        "7/3/2022",
        "07.03.2022",
        "7-3-2565",
        "7 March 2022",
        "7th mar 2022",
        "ngày 7 tháng 3 năm 2022",
        "7 tháng 3, 2022",
        "7 ມີນາ 2022",
        "໗/໓/໒໐໒໒",
        "7 มี.ค. 2565",
        "๗ มีนาคม ๒๕๖๕",
        "7 មីនា 2022",
    ],
)
def test_days_in_five_languages(text):
    assert rules.parse_date(text) == date(2022, 3, 7)


@pytest.mark.parametrize("text", ["31/2/2022", "3/25/2022", "7/3/22", "2022", "yesterday", "2022-13-01", "0000-01-01"])
def test_days_that_are_none_are_refused(text):
    with pytest.raises(NotUnderstood):
        rules.parse_date(text)


@pytest.mark.parametrize(
    ("text", "kept"), [("2020", "2020"), ("2563", "2020"), ("11/2020", "2020-11"), ("tháng 11/2020", "2020-11"), ("28/11/2020", "2020-11-28")]
)
def test_reported_dates_stay_as_exact_as_they_are(text, kept):
    assert rules.parse_reported_date(text) == kept
    assert rules.parse_reported_date(kept) == kept


@pytest.mark.parametrize("text", ["020 5551 2345", "+856 20 5551 2345", "20-5551-2345", "00856 20 55512345", "໐໒໐ ໕໕໕໑ ໒໓໔໕", Typed("2055512345")])
def test_lao_phone_numbers_become_e164(text):
    assert rules.parse_phone(text, "LA") == "+8562055512345"


def test_phone_numbers_of_the_other_countries():
    assert rules.parse_phone("0912 345 678", "VN") == "+84912345678"
    assert rules.parse_phone("081-234-5678", "TH") == "+66812345678"
    assert rules.parse_phone("+66 81 234 5678", "LA") == "+66812345678"


@pytest.mark.parametrize("text", ["12345", "no phone", "020 5551 2345 / 030 555 1234", "020 5551 2345 ext 5", "+999 123456789", "ບໍ່ມີ"])
def test_what_is_no_phone_number_is_refused(text):
    with pytest.raises(NotUnderstood):
        rules.parse_phone(text, "LA")


def test_yes_and_no_and_choices_in_the_languages():
    assert [rules.parse_yes_no(text) for text in ("Yes", "ແມ່ນ", "ใช่", "Có", "x", "✓")] == [True] * 6
    assert [rules.parse_yes_no(text) for text in ("no", "ບໍ່", "ไม่ใช่", "không", "0", "-")] == [False] * 6
    words = {"household": ["ຄອບຄົວ", "Hộ gia đình"], "group": ["ກຸ່ມ"]}
    assert rules.parse_choice("HO GIA ĐÌNH", words) == "household"
    with pytest.raises(NotUnderstood):
        rules.parse_choice("firm", words)


def test_email_addresses():
    assert rules.parse_email("mailto:Noy@Example.org") == "noy@example.org"
    for text in ("noy", "noy@home", "a@b.c, d@e.f"):
        with pytest.raises(NotUnderstood):
            rules.parse_email(text)
