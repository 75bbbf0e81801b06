from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openodop.products import rules


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("4006381333931", "4006381333931"),
        ("4 006381 333931", "4006381333931"),
        ("4006381-333931", "4006381333931"),
        ("96385074", "96385074"),
        ("036000291452", "0036000291452"),
        ("0036000291452", "0036000291452"),
        ("14006381333938", "14006381333938"),
        ("04006381333931", "4006381333931"),
        ("00000096385074", "96385074"),
        ("໔໐໐໖໓໘໑໓໓໓໙໓໑", "4006381333931"),
    ],
)
def test_a_gtin_is_read_as_printed(written, value):
    assert rules.read_gtin(written) == rules.GtinAnswer(value=value)


def test_a_wrong_check_digit_is_found_and_the_right_one_named():
    assert rules.read_gtin("4006381333930") == rules.GtinAnswer(problem="check_digit", expected_digit="1")


@pytest.mark.parametrize("written", ["", "123", "400638133393", "40063813339311", "ABCDEFGH", "123456789", "4006381333931x"])
def test_other_numbers_are_no_gtin(written):
    answer = rules.read_gtin(written)
    assert answer.value == ""
    assert answer.problem in ("length", "check_digit")


def test_numbers_for_use_inside_one_shop_are_no_gtin():
    assert rules.read_gtin("2112345678900").problem == "one_shop"


@given(
    st.integers(min_value=300_000_000_000, max_value=899_999_999_999), st.integers(min_value=0, max_value=11), st.integers(min_value=1, max_value=9)
)
def test_every_single_wrong_digit_is_found(body, position, shift):
    digits = str(body)
    whole = digits + next(str(digit) for digit in range(10) if rules.read_gtin(f"{digits}{digit}").problem != "check_digit")
    wrong = whole[:position] + str((int(whole[position]) + shift) % 10) + whole[position + 1 :]
    assert rules.read_gtin(wrong).problem == "check_digit"


def test_packs_are_put_in_order_by_what_they_hold_whatever_the_unit():
    packs = [(Decimal(1), "kg"), (Decimal(200), "g"), (Decimal("0.5"), "kg")]
    assert sorted(packs, key=lambda pack: rules.compared(*pack)) == [(Decimal(200), "g"), (Decimal("0.5"), "kg"), (Decimal(1), "kg")]


def test_codes_name_place_year_and_number():
    assert rules.product_code("LA1301", 2026, 42) == "LA1301-26-0042"
    assert rules.product_code("LA1301", 2026, 12345) == "LA1301-26-12345"
    assert rules.series_key("LA1301", 2026) == "product:LA1301:26"


@pytest.mark.parametrize(
    ("written", "whole", "value"),
    [
        ("25,000", True, "25000"),
        ("25.000", True, "25000"),
        ("25 000", True, "25000"),
        ("໒໕.໐໐໐", True, "25000"),
        ("1.250.000", True, "1250000"),
        ("1,250,000.50", True, "1250000.50"),
        ("1.250.000,50", True, "1250000.50"),
        ("1,5", False, "1.5"),
        ("0.500", True, "0.500"),
        ("12.50", True, "12.50"),
        ("120", True, "120"),
    ],
)
def test_numbers_are_read_as_people_of_each_country_write_them(written, whole, value):
    assert rules.read_number(written, whole=whole) == Decimal(value)


@pytest.mark.parametrize("written", ["", "many", "-5", "1,25,000.5.5", "1.2,3.4", "5 or 6", "1e5", "1.500,"])
def test_what_is_no_number_is_not_guessed(written):
    assert rules.read_number(written, whole=True) is None


@pytest.mark.parametrize(
    ("written", "amount", "unit"),
    [
        ("500 g", "500", "g"),
        ("500g", "500", "g"),
        ("1.500 g", "1500", "g"),
        ("1.5 kg", "1.5", "kg"),
        ("1 ກິໂລ", "1", "kg"),
        ("200 ກຣາມ", "200", "g"),
        ("500 กรัม", "500", "g"),
        ("0,5 lít", "0.5", "l"),
        ("330 ml", "330", "ml"),
        ("10 ແຜ່ນ", "10", "piece"),
        ("10 sheets", "10", "piece"),
    ],
)
def test_net_content_is_read_with_its_unit(written, amount, unit):
    assert rules.read_net_content(written) == (Decimal(amount), unit)


def test_a_kilogram_amount_that_can_be_read_in_two_ways_is_not_guessed():
    assert rules.read_net_content("1.500 kg") is None


def test_net_content_without_a_unit_takes_the_column_s_unit_or_is_refused():
    assert rules.read_net_content("500", unit="g") == (Decimal(500), "g")
    assert rules.read_net_content("500") is None
    assert rules.read_net_content("0 g") is None
    assert rules.read_net_content("five grams") is None
    assert rules.read_net_content("500 stones") is None


@pytest.mark.parametrize(
    ("written", "amount", "currency"),
    [
        ("25,000 kip", "25000", "LAK"),
        ("25.000 ກີບ", "25000", "LAK"),
        ("25000", "25000", "LAK"),
        ("฿ 120", "120", "THB"),
        ("120 baht", "120", "THB"),
        ("85.000 đ", "85000", "VND"),
        ("$3.50", "3.50", "USD"),
    ],
)
def test_a_price_is_read_with_its_currency(written, amount, currency):
    assert rules.read_price(written, currency="LAK") == (Decimal(amount), currency)


@pytest.mark.parametrize("written", ["", "cheap", "25000 shells"])
def test_what_is_no_price_is_not_guessed(written):
    assert rules.read_price(written, currency="LAK") is None


@pytest.mark.parametrize(
    ("price", "content", "unit", "currency", "expected"),
    [
        ("25000", "200", "g", "LAK", ("125000", "kg")),
        ("28000", "1", "kg", "LAK", ("28000", "kg")),
        ("70000", "500", "ml", "LAK", ("140000", "l")),
        ("20000", "10", "piece", "LAK", ("2000", "piece")),
        ("35", "120", "g", "THB", ("291.67", "kg")),
    ],
)
def test_prices_are_compared_by_kilogram_litre_or_piece(price, content, unit, currency, expected):
    assert rules.unit_price(Decimal(price), Decimal(content), unit, currency=currency) == (Decimal(expected[0]), expected[1])


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (730, (24, "months")),
        (180, (6, "months")),
        (42, (6, "weeks")),
        (30, (1, "months")),
        (10, (10, "days")),
        (61, (2, "months")),
        (45, (45, "days")),
    ],
)
def test_shelf_life_is_said_in_the_largest_true_unit(days, said):
    assert rules.keeps_in(days) == said


@pytest.mark.parametrize(("amount", "unit"), [(6, "months"), (24, "months"), (6, "weeks"), (10, "days"), (1, "months")])
def test_a_shelf_life_comes_back_as_it_was_given(amount, unit):
    assert rules.keeps_in(rules.days_of(amount, unit)) == (amount, unit)


def test_the_story_is_the_maker_s_own_words_in_the_order_of_the_questions():
    answers = {
        "making": {"en": "  We dry it five days.  \n\n Nothing is added.", "lo": "ພວກເຮົາຕາກຫ້າມື້."},
        "maker": {"en": "Fourteen households.", "lo": "ສິບສີ່ຄອບຄົວ."},
    }
    assert rules.story_from(answers) == {
        "en": "Fourteen households.\n\nWe dry it five days.\nNothing is added.",
        "lo": "ສິບສີ່ຄອບຄົວ.\n\nພວກເຮົາຕາກຫ້າມື້.",
    }


def test_a_language_with_one_answer_of_many_gives_no_story_of_its_own():
    answers = {question: {"lo": f"ຄຳຕອບ {question}"} for question in ("maker", "since", "making")}
    answers["maker"]["th"] = "เราเอง"
    answers["since"]["en"] = "Since 2019."
    answers["making"]["en"] = "By hand."
    assert list(rules.story_from(answers)) == ["en", "lo"]


@pytest.mark.parametrize("answers", [{}, {"maker": {}}, {"maker": {"lo": "  \n "}}, {"unknown question": {"lo": "x"}}])
def test_no_answers_make_no_story(answers):
    assert rules.story_from(answers) == {}


def test_what_is_missing_is_named_by_page():
    nothing = {"named": False, "has_category": False, "is_food": True, "has_ingredients": False, "keeps_known": False, "packs": 0}
    assert rules.missing_parts(**nothing) == ["name", "category", "ingredients", "packs"]
    assert rules.missing_parts(named=True, has_category=True, is_food=False, has_ingredients=False, keeps_known=False, packs=1) == []
    assert rules.missing_parts(named=True, has_category=True, is_food=True, has_ingredients=True, keeps_known=False, packs=1) == ["ingredients"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://news.example.org/1", ("https://news.example.org/1", "")),
        ("http://www.example.org/page (10 March 2018)", ("http://www.example.org/page", "example.org (10 March 2018)")),
        ("The Times of Pakxan, 3 May", ("", "The Times of Pakxan, 3 May")),
        ("javascript:alert(1)", ("", "javascript:alert(1)")),
        ("https:///nowhere", ("", "https:///nowhere")),
        ("", ("", "")),
    ],
)
def test_a_source_is_an_address_a_title_or_both(written, read):
    assert rules.read_source(written) == read


@pytest.mark.parametrize(
    ("written", "days"), [("6 months", 182), ("12 ເດືອນ", 365), ("1 năm", 365), ("໑໐ ມື້", 10), ("2 tuần", 14), ("6", None), ("30 years", None)]
)
def test_keeping_is_read_with_its_unit(written, days):
    assert rules.read_keeping(written) == days


@pytest.mark.parametrize(
    ("written", "codes"),
    [("Food", ("food", "food-drink")), ("ອາຫານ", ("food", "food-drink")), ("đồ uống", ("beverage", "food-drink")), ("Pottery", ("Pottery",))],
)
def test_words_of_lists_lead_to_categories(written, codes):
    assert rules.category_codes(written) == codes
