"""What a registration asks, in which order, and when two producers look like one. No Django, no database, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import phonenumbers
from rapidfuzz import fuzz

from openodop.foundation.folding import without_diacritics

PLACE = ("place", "district_text", "commune", "village")
#: page of the form -> fields of the producer that it asks, in order. Province and district both choose the place.
STEPS: dict[str, tuple[str, ...]] = {
    "kind": ("kind",),
    "province": PLACE,
    "district": PLACE,
    "name": ("name",),
    "people": ("women", "men", "workers", "start_year"),
    "material": ("raw_material", "raw_material_origin"),
    "contact": ("contact_name", "contact_phone", "contact_email", "show_contact_name", "show_contact_phone", "show_contact_email"),
    "position": ("latitude", "longitude", "show_position"),
}
#: what is shown to everyone only when the producer says so
SHOWN_BY_CONSENT = ("show_contact_name", "show_contact_phone", "show_contact_email", "show_position")
#: every field that the form may change; the time of consent follows from what is shown
ASKED = (*dict.fromkeys(field for fields in STEPS.values() for field in fields), "contact_consent_at")
#: what the producer must have told before it is sent to the officer, and the page that asks for it
NEEDED_TO_SEND = {
    "kind": "kind",
    "place": "district",
    "village": "district",
    "name": "name",
    "women": "people",
    "men": "people",
    "contact_name": "contact",
    "contact_phone": "contact",
}
#: what the register cannot do without; lists of offices often hold no more
NEEDED_TO_REGISTER = ("kind", "place", "name")
#: names from this likeness on (0 to 100, letter pairs) are shown to the officer as possibly the same producer
ALIKE = 85


def missing(values: Mapping[str, Any], needed: Iterable[str]) -> list[str]:
    """Return which of the `needed` fields have no value; 0 is a value."""
    return [field for field in needed if values.get(field) in (None, "") or values.get(field) == {}]


def steps_to_complete(missing_fields: Iterable[str]) -> list[str]:
    """Return the pages that ask for the missing fields, in the order of the form."""
    pages = {NEEDED_TO_SEND[field] for field in missing_fields}
    return [step for step in STEPS if step in pages]


def next_step(steps: Sequence[str], current: str) -> str | None:
    """Return the page after `current`, None after the last."""
    later = steps[steps.index(current) + 1 :]
    return later[0] if later else None


def step_before(steps: Sequence[str], current: str) -> str | None:
    earlier = steps[: steps.index(current)]
    return earlier[-1] if earlier else None


def first_open_step(steps: Sequence[str], done: Iterable[str]) -> str | None:
    """Return the first page that was not answered yet: where a producer goes on after a pause."""
    answered = set(done)
    return next((step for step in steps if step not in answered), None)


def producer_code(place_code: str, number: int) -> str:
    """Return for example "LA1301-P-0007"."""
    return f"{place_code}-P-{number:04d}"


def names_alike(first: str, second: str) -> bool:
    """Return whether two folded names may mean the same producer; the order of words does not matter."""
    if not first or not second:
        return False
    return max(fuzz.ratio(first, second), fuzz.token_sort_ratio(first, second)) >= ALIKE


def needs_consent(values: Mapping[str, Any]) -> bool:
    """Return whether anything of the contact or the position is to be shown to everyone."""
    return any(values.get(field) for field in SHOWN_BY_CONSENT)


#: kind -> words that tables use for it, beside its own name
KIND_WORDS: dict[str, tuple[str, ...]] = {
    "household": (
        "family",
        "farm household",
        "ຄອບຄົວ",
        "ຄົວເຮືອນ",
        "ครัวเรือน",
        "ครอบครัว",
        "គ្រួសារ",
        "hộ",
        "hộ gia đình",
        "hộ kinh doanh",
        "hộ sản xuất",
        "cơ sở",
        "cơ sở sản xuất",
    ),
    "group": (
        "producer group",
        "production group",
        "community enterprise",
        "ກຸ່ມ",
        "ກຸ່ມຜະລິດ",
        "ກຸ່ມຜູ້ຜະລິດ",
        "กลุ่ม",
        "กลุ่มผู้ผลิต",
        "กลุ่มอาชีพ",
        "วิสาหกิจชุมชน",
        "ក្រុម",
        "ក្រុមផលិត",
        "tổ hợp tác",
        "THT",
        "nhóm sản xuất",
    ),
    "cooperative": ("co-op", "coop", "ສະຫະກອນ", "สหกรณ์", "សហករណ៍", "hợp tác xã", "HTX", "liên hiệp hợp tác xã"),
    "firm": (
        "company",
        "enterprise",
        "individual enterprise",
        "ບໍລິສັດ",
        "ວິສາຫະກິດ",
        "ວິສາຫະກິດສ່ວນບຸກຄົນ",
        "ໂຮງງານ",
        "บริษัท",
        "ห้างหุ้นส่วน",
        "ក្រុមហ៊ុន",
        "សហគ្រាស",
        "công ty",
        "công ty TNHH",
        "công ty cổ phần",
        "doanh nghiệp",
        "doanh nghiệp tư nhân",
        "DNTN",
    ),
}
#: a name may only tell the kind by a word of at least this many letters: short ones begin other words
TELLING = 3


def kind_in_name(name: str) -> str | None:
    """Return the kind that a name begins with ("HTX Nông nghiệp …", "ກຸ່ມຜະລິດ …"); the longest word that fits decides."""
    folded = without_diacritics(name)
    words = [(without_diacritics(word), kind) for kind, spellings in KIND_WORDS.items() for word in spellings]
    fitting = [(len(word), kind) for word, kind in words if len(word) >= TELLING and _begins_with(folded, word)]
    return max(fitting)[1] if fitting else None


def _begins_with(text: str, word: str) -> bool:
    """Latin words end at a space; Lao, Thai and Khmer write on without one."""
    if not text.startswith(word):
        return False
    return not word.isascii() or len(text) == len(word) or not text[len(word)].isalnum()


#: first letter of a script -> its last letter, and the language that is written with it here
SCRIPTS = {"lo": ("\u0e80", "\u0eff"), "th": ("\u0e00", "\u0e7f"), "km": ("\u1780", "\u17ff")}


def language_of(text: str, *, latin: str) -> str:
    """Return the language of a name by its script; Latin letters are read as the language `latin`."""
    for code, (first, last) in SCRIPTS.items():
        if any(first <= letter <= last for letter in text):
            return code
    return latin


def country_of_phone(number: str) -> str:
    """Return the country (two letters) of an E.164 number, "" when it tells none."""
    try:
        return phonenumbers.region_code_for_number(phonenumbers.parse(number)) or ""
    except phonenumbers.NumberParseException:
        return ""
