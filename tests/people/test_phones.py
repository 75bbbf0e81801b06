from __future__ import annotations

import pytest
from django.utils import translation

from openodop.people import names, phones

LAO_MOBILE = "+8562055512345"


@pytest.mark.parametrize(
    "written",
    [
        "020 55 512 345",
        "02055512345",
        "020-55.512.345",
        "020/55512345",
        "(020) 5551 2345",
        "2055512345",
        "55512345",
        "+856 20 55512345",
        "856 20 55512345",
        "00856 20 55512345",
        "໐໒໐ ໕໕ ໕໑໒ ໓໔໕",
        "2055512345.0",
        "\u200b020 55 512 345 ",
    ],
)
def test_a_lao_number_is_understood_however_it_is_written(written):
    assert phones.parse(written) == LAO_MOBILE


@pytest.mark.parametrize("written", ["", "0205551", "+856", "U000042", "sida@example.org", "call me", "020 55 512 345 678", "123"])
def test_what_is_no_number_is_not_guessed(written):
    assert phones.parse(written) == ""


@pytest.mark.parametrize(
    ("language", "written", "expected"),
    [
        ("th", "081 234 5678", "+66812345678"),
        ("vi", "0912 345 678", "+84912345678"),
        ("km", "012 345 678", "+85512345678"),
        ("th", "020 55 512 345", LAO_MOBILE),
        ("en", "081 234 5678", ""),
        ("en", "+66 81 234 5678", "+66812345678"),
    ],
)
def test_the_reader_s_language_says_which_country_s_way_of_writing_is_tried_first(language, written, expected):
    with translation.override(language):
        assert phones.parse(written) == expected


def test_the_installation_may_stand_in_another_country(settings):
    settings.OPENODOP_PHONE_REGION = "KH"
    with translation.override("en"):
        assert phones.parse("012 345 678") == "+85512345678"


def test_numbers_are_shown_as_people_at_home_write_them():
    assert phones.shown(LAO_MOBILE) == "020 55 512 345"
    assert phones.shown("+66812345678") == "+66 81 234 5678"
    assert phones.shown("") == ""


@pytest.mark.parametrize(("name", "language"), [("ສີດາ", "lo"), ("สีดา", "th"), ("សីតា", "km"), ("Sida", "en"), ("Nguyễn Thị Hoa", "en")])
def test_a_name_is_marked_with_the_language_of_its_letters(name, language):
    assert names.language_of(name) == language
