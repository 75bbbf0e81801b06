"""Decisions about products that need no database: GTIN, codes, amounts as people write them, unit price, shelf life, story."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlsplit

from biip import ParseError
from biip.checksums import gs1_standard_check_digit
from biip.gtin import Gtin

from openodop.foundation.folding import ascii_digits, clean, plain
from openodop.foundation.tables.rules import NotUnderstood, parse_decimal, parse_money

# --- GTIN -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class GtinAnswer:
    """What a number under a bar code is: `value` when it is a GTIN, else `problem` ("length", "check_digit" or "one_shop")."""

    value: str = ""
    problem: str = ""
    expected_digit: str = ""


def read_gtin(text: str) -> GtinAnswer:
    """Read a GTIN-8, -12, -13 or -14 as printed, with spaces or hyphens.

    The same number printed with and without leading zeros gives the same value: 8 digits, else 13, or 14 for a case of packs.
    Source: GS1 General Specifications, check digit by weights 3 and 1.
    """
    digits = ascii_digits(re.sub(r"[\s\-]", "", text))
    if not digits.isdecimal() or len(digits) not in (8, 12, 13, 14):
        return GtinAnswer(problem="length")
    expected = str(gs1_standard_check_digit(digits[:-1]))
    if digits[-1] != expected:
        return GtinAnswer(problem="check_digit", expected_digit=expected)
    try:
        parsed = Gtin.parse(digits)
    except ParseError:
        return GtinAnswer(problem="length")
    if type(parsed) is not Gtin:  # a number for use inside one shop or region, which two producers may share
        return GtinAnswer(problem="one_shop")
    return GtinAnswer(value=_shortest(parsed.as_gtin_14()))


def _shortest(gtin_14: str) -> str:
    if gtin_14.startswith("000000"):
        return gtin_14[-8:]
    return gtin_14[1:] if gtin_14.startswith("0") else gtin_14


# --- code -------------------------------------------------------------------------------------------------------------


def series_key(place_code: str, year: int) -> str:
    return f"product:{place_code}:{year % 100:02d}"


def product_code(place_code: str, year: int, number: int) -> str:
    """Return for example LA1301-26-0042; the number grows past four digits when a place needs it."""
    return f"{place_code}-{year % 100:02d}-{number:04d}"


# --- amounts as people write them -------------------------------------------------------------------------------------

#: unit -> words and signs that mean it, folded to lower case
UNIT_WORDS = {
    "g": ("g", "gr", "gram", "grams", "gramme", "ກຣາມ", "ກລາມ", "ກຼາມ", "กรัม", "ក្រាម"),
    "kg": ("kg", "kgs", "kilo", "kilogram", "kilograms", "ກິໂລ", "ກິໂລກຣາມ", "ກກ", "กิโลกรัม", "กก", "กก.", "គីឡូក្រាម", "គ.ក", "cân", "ký"),
    "ml": ("ml", "millilitre", "milliliter", "cc", "ມິລິລິດ", "ມລ", "มิลลิลิตร", "มล", "มล.", "មីលីលីត្រ"),
    "l": ("l", "lt", "ltr", "litre", "litres", "liter", "liters", "ລິດ", "ลิตร", "លីត្រ", "lít"),
    "piece": (
        *("piece", "pieces", "pc", "pcs", "sheet", "sheets", "bag", "bags", "ອັນ", "ແຜ່ນ", "ຊິ້ນ", "ໜ່ວຍ", "ຜືນ", "ຖົງ"),
        *("ชิ้น", "แผ่น", "อัน", "ผืน", "ដុំ", "cái", "chiếc", "miếng", "tấm", "gói"),
    ),
}
_UNIT_OF_WORD = {unicodedata.normalize("NFC", word): unit for unit, words in UNIT_WORDS.items() for word in words}
#: an amount of these is never a fraction with three decimals, so "1.500" and "1,500" both mean fifteen hundred
WHOLE_UNITS = frozenset({"g", "ml", "piece"})
#: currency -> decimals in use
CURRENCY_DECIMALS = {"LAK": 0, "THB": 2, "KHR": 0, "VND": 0, "JPY": 0, "USD": 2}
_CURRENCY_WORDS = {
    "LAK": ("lak", "kip", "ກີບ", "₭"),
    "THB": ("thb", "baht", "บาท", "ບາດ", "฿"),
    "KHR": ("khr", "riel", "រៀល", "៛"),
    "VND": ("vnd", "vnđ", "đồng", "dong", "đ", "₫"),
    "JPY": ("jpy", "yen", "¥", "円"),
    "USD": ("usd", "us$", "$", "dollar", "dollars", "ໂດລາ"),
}
_CURRENCY_OF_WORD = {word: code for code, words in _CURRENCY_WORDS.items() for word in words}
_AMOUNT = re.compile(r"^(?P<number>\d[\d.,' ]*\d|\d)\s*(?P<word>.*)$", re.DOTALL)
_WORD_FIRST = re.compile(r"^(?P<word>[^\d.,]+?)\s*(?P<number>\d[\d.,' ]*\d|\d)$")


def read_number(text: str, *, whole: bool) -> Decimal | None:
    """Read "25,000", "25.000", "25 000", "1,5" or "1.5"; None when it is no number, or below 0, or has two meanings.

    `whole`: an amount that has no three decimals (kip, grams), so one mark and three digits are thousands.
    """
    try:
        number = parse_money(text) if whole else parse_decimal(text)
    except NotUnderstood:
        return None
    return None if number is None or number < 0 else number


def shortest(amount: Decimal) -> Decimal:
    """Return the amount without zeros that say nothing: 200.00 -> 200, 1.50 -> 1.5."""
    whole = amount.to_integral_value()
    return whole if amount == whole else amount.normalize()


def read_net_content(text: str, *, unit: str = "") -> tuple[Decimal, str] | None:
    """Read "500 g", "0,5 lít", "1 ກິໂລ"; `unit` is taken when the text has none. None when amount or unit is missing."""
    match = _AMOUNT.match(ascii_digits(clean(text)))
    if match is None:
        return None
    word = match["word"].strip().casefold().rstrip(".")
    found = _UNIT_OF_WORD.get(word, "") if word else unit
    amount = read_number(match["number"], whole=found in WHOLE_UNITS) if found else None
    return (amount, found) if amount else None


def read_price(text: str, *, currency: str) -> tuple[Decimal, str] | None:
    """Read "25,000 kip", "฿ 120", "25.000 ກີບ"; `currency` is taken when the text names none. None when it is no price."""
    plain = ascii_digits(clean(text))
    match = _AMOUNT.match(plain) or _WORD_FIRST.match(plain)
    if match is None:
        return None
    word = match["word"].strip().casefold().rstrip(".")
    found = _CURRENCY_OF_WORD.get(word, "") if word else currency
    if not found:
        return None
    amount = read_number(match["number"], whole=True)
    return None if amount is None else (amount, found)


# --- price and keeping ------------------------------------------------------------------------------------------------

#: unit -> (unit in which prices are compared, how many of it one is)
_COMPARED_IN = {
    "g": ("kg", Decimal("0.001")),
    "kg": ("kg", Decimal(1)),
    "ml": ("l", Decimal("0.001")),
    "l": ("l", Decimal(1)),
    "piece": ("piece", Decimal(1)),
}


def unit_price(price: Decimal, net_content: Decimal, unit: str, *, currency: str) -> tuple[Decimal, str]:
    """Return the price per kilogram, litre or piece and that unit, rounded to the currency's decimals."""
    compared_in, factor = _COMPARED_IN[unit]
    return (price / (net_content * factor)).quantize(Decimal(1).scaleb(-CURRENCY_DECIMALS.get(currency, 2))), compared_in


def compared(net_content: Decimal, unit: str) -> tuple[str, Decimal]:
    """Return (kg, l or piece; the amount in it), by which packs of one product are put in order."""
    compared_in, factor = _COMPARED_IN[unit]
    return compared_in, net_content * factor


def keeps_in(days: int) -> tuple[int, str]:
    """Return a shelf life in the largest unit that is true: 730 -> (24, "months"), 42 -> (6, "weeks"), 10 -> (10, "days")."""
    if days >= 60:
        return round(days * 12 / 365), "months"
    if days >= 14 and days % 7 == 0:
        return days // 7, "weeks"
    return (1, "months") if days in (30, 31) else (days, "days")


LONGEST_KEEPING = 20 * 365
#: how a person gives a shelf life -> days
KEEPING_UNITS = {"days": 1, "weeks": 7, "months": 365 / 12}


def days_of(amount: int, unit: str) -> int:
    return round(amount * KEEPING_UNITS[unit])


_KEEPING_WORDS = {
    "days": ("day", "days", "ມື້", "ວັນ", "วัน", "ថ្ងៃ", "ngày"),
    "weeks": ("week", "weeks", "ອາທິດ", "สัปดาห์", "សប្តាហ៍", "tuần"),
    "months": ("month", "months", "ເດືອນ", "เดือน", "ខែ", "tháng"),
    "years": ("year", "years", "ປີ", "ปี", "ឆ្នាំ", "năm"),
}
_KEEPING_OF_WORD = {unicodedata.normalize("NFC", word): unit for unit, words in _KEEPING_WORDS.items() for word in words}


def read_keeping(text: str) -> int | None:
    """Read "6 months", "12 ເດືອນ", "1 năm" as days; None when number or unit is missing or it is longer than 20 years."""
    match = re.fullmatch(r"(\d{1,4})\s*(\D+)", ascii_digits(clean(text)))
    unit = _KEEPING_OF_WORD.get(match[2].strip().casefold().rstrip("."), "") if match else ""
    if not unit or not int(match[1]):
        return None
    days = int(match[1]) * 365 if unit == "years" else days_of(int(match[1]), unit)
    return days if days <= LONGEST_KEEPING else None


# --- categories as lists name them -------------------------------------------------------------------------------------

#: what lists write -> codes of programme categories that it may mean, the nearest first
CATEGORY_WORDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "food": (("food", "foods", "ອາຫານ", "อาหาร", "អាហារ", "thực phẩm", "đồ ăn"), ("food", "food-drink")),
    "beverage": (("beverage", "beverages", "drink", "drinks", "ເຄື່ອງດື່ມ", "เครื่องดื่ม", "ភេសជ្ជៈ", "đồ uống"), ("beverage", "food-drink")),
    "food-drink": (("food and drink", "food and beverage", "ອາຫານ ແລະ ເຄື່ອງດື່ມ"), ("food-drink", "food")),
    "herbal": (("herbal", "herbs", "medicine", "ສະໝຸນໄພ", "ຢາພື້ນເມືອງ", "สมุนไพร", "ឱសថ", "thảo dược", "dược liệu"), ("herbal", "herbal-nonfood")),
    "textile": (
        ("textile", "textiles", "cloth", "fabric", "ຜ້າ", "ແຜ່ນແພ", "ຕ່ຳແຜ່ນ", "ผ้า", "ผ้าและเครื่องแต่งกาย", "វាយនភ័ណ្ឌ", "vải", "vải và may mặc"),
        ("textile", "handicraft", "craft-decor"),
    ),
    "handicraft": (
        ("handicraft", "handicrafts", "craft", "crafts", "ຫັດຖະກຳ", "หัตถกรรม", "ของใช้", "សិប្បកម្ម", "thủ công mỹ nghệ", "thủ công"),
        ("handicraft", "craft-decor", "utensil-decor-souvenir"),
    ),
    "tourism": (("tourism", "ທ່ອງທ່ຽວ", "ท่องเที่ยว", "ទេសចរណ៍", "du lịch"), ("tourism",)),
}


def category_codes(text: str) -> tuple[str, ...]:
    """Return the codes that a word of a list may mean in one programme or another; the word itself when it is unknown."""
    wanted = plain(text)
    for key, (words, codes) in CATEGORY_WORDS.items():
        if wanted == plain(key) or any(wanted == plain(word) for word in words):
            return codes
    return (text.strip(),)


def read_source(text: str) -> tuple[str, str]:
    """Return (address, title) of a publication: "https://… (10 March 2018)" has both; without an address all is title."""
    first, _, rest = text.strip().partition(" ")
    parts = urlsplit(first)
    if parts.scheme not in ("http", "https") or "." not in parts.netloc or len(first) > 500:
        return "", text.strip()
    return first, f"{parts.netloc.removeprefix('www.')} {rest.strip()}" if rest.strip() else ""


# --- story ------------------------------------------------------------------------------------------------------------

#: the guided questions, in the order in which their answers make the story
STORY_QUESTIONS = ("maker", "since", "special", "making", "using", "village")


def story_from(answers: dict[str, dict[str, str]]) -> dict[str, str]:
    """Put the answers (question -> language -> text) together: language -> story, one paragraph an answer, no word added.

    A language in which fewer than half as many questions are answered as in the fullest one gives no story of its own:
    its readers are better served by the whole story in another language.
    """
    languages = {language for texts in answers.values() for language in texts}
    paragraphs = {
        language: [text for question in STORY_QUESTIONS if (text := _tidy(answers.get(question, {}).get(language, "")))] for language in languages
    }
    most = max((len(texts) for texts in paragraphs.values()), default=0)
    return {language: "\n\n".join(texts) for language, texts in sorted(paragraphs.items()) if texts and 2 * len(texts) >= most}


def _tidy(text: str) -> str:
    """Keep the maker's words; only spaces around lines go."""
    return "\n".join(line.strip() for line in unicodedata.normalize("NFC", text).strip().splitlines() if line.strip())


# --- pages of the form -----------------------------------------------------------------------------------------------------

#: pages of the form in their order; what is in it is asked of food only
STEPS = ("kind", "name", "category", "ingredients", "packs", "photographs", "story")


def steps_for(*, is_food: bool | None) -> list[str]:
    """Return the pages to go through; None while nobody knows whether it is food."""
    return [step for step in STEPS if step != "ingredients" or is_food is not False]


def next_step(steps: Sequence[str], current: str) -> str | None:
    """Return the page after `current`, None after the last."""
    later = steps[steps.index(current) + 1 :] if current in steps else []
    return later[0] if later else None


def step_before(steps: Sequence[str], current: str) -> str | None:
    earlier = steps[: steps.index(current)] if current in steps else []
    return earlier[-1] if earlier else None


def first_open_step(steps: Sequence[str], done: Iterable[str]) -> str | None:
    """Return the first page that was not answered yet: where a maker goes on after a pause."""
    answered = set(done)
    return next((step for step in steps if step not in answered), None)


# --- what a product must have before it is sent -----------------------------------------------------------------------


def missing_parts(*, named: bool, has_category: bool, is_food: bool, has_ingredients: bool, keeps_known: bool, packs: int) -> list[str]:
    """Return the wizard's pages that still lack something, in order; photographs and story are wished for, not required."""
    missing = []
    if not named:
        missing.append("name")
    if not has_category:
        missing.append("category")
    if is_food and not (has_ingredients and keeps_known):
        missing.append("ingredients")
    if not packs:
        missing.append("packs")
    return missing
