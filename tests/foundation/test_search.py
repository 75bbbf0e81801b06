import pytest
from hypothesis import given
from hypothesis import strategies as st
from i18nfield.strings import LazyI18nString

from openodop.foundation import folding, syllables
from openodop.foundation.search import fold, match, search_text
from openodop.places.models import Place

LAO = st.text(st.characters(min_codepoint=0x0E81, max_codepoint=0x0EDD), max_size=14)
MIXED = st.text(st.sampled_from("ກຂຄງຫນມລຣວອຍ່້ະາໍຳິີຶືຸູົັຽເແໂໃໄໜໝກ້ວຍ ấđĐHoà สำําเ ក្រ 12-໑"), max_size=20) | st.text(max_size=20)


# --- folding ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ນໍ້າ", "ນ້ຳ"),
        ("ນ້ໍາ", "ນ້ຳ"),
        ("ນຳ້", "ນ້ຳ"),
        ("ຫມາກ", "ໝາກ"),
        ("ຫນອງ", "ໜອງ"),
        ("ຫລວງ", "ຫຼວງ"),
        ("ເເຂວງ", "ແຂວງ"),
        ("ຣາຊະ", "ລາຊະ"),
        ("น้ำ", "น้ํา"),
        ("เเม่", "แม่"),
        ("Hoa\u0300 Bi\u0300nh", "Hòa Bình"),
        ("ĐẮK LẮK", "đắk lắk"),
        ("໑໒", "12"),
    ],
)
def test_codings_of_one_word_meet(one, other):
    assert folding.with_diacritics(one) == folding.with_diacritics(other)


def test_comparing_leaves_case_spaces_marks_and_punctuation_out():
    assert folding.plain(" Thừa-Thiên  HUẾ ") == folding.plain("thua thien hue") == "thuathienhue"
    assert folding.plain("Hoà Bình") == folding.plain("Hòa Bình")


@given(MIXED)
def test_folding_twice_changes_nothing(text):
    for folded in (folding.tidy, folding.clean, folding.with_diacritics, folding.without_diacritics, folding.plain, fold):
        assert folded(folded(text)) == folded(text)


# --- syllables ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "cut",
    [
        "ກ້ວຍ|ຕາກ",
        "ກ້ວຍ|ທອດ|ກອບ",
        "ຜະ|ລິດ|ຕະ|ພັນ",
        "ນະ|ຄອນ|ຫຼວງ|ວຽງ|ຈັນ",
        "ດີ|ກວ່າ",
        "ມາ|ນອນ",
        "ການ|ອອກ|ແບບ",
        "ສີ|ນວນ",
        "ຜັກ|ຫວານ",
        "ນັກ|ວິ|ທະ|ຍາ|ສາດ",
        "ເກືອ|ອາ|ຍຸ",
        "ແຂວງ|ສະ|ຫວັນ|ນະ|ເຂດ",
        "ເຂົ້າ|ໜຽວ",
        "ນ້ຳ|ເຜິ້ງ",
        "ຄວາມ|ຊຸ່ມ",
        "ໃບ|ຊາ",
        "ອາ|ທິດ|ວັນ|ທີ",
        "ເຄື່ອງ|ຈັກ|ສານ",
        "ຫ້ວຍ|ຊາຍ",
    ],
)
def test_lao_is_cut_into_syllables(cut):
    assert syllables.cut(cut.replace("|", "")) == cut.split("|")


@given(LAO)
def test_cutting_drops_no_letter(text):
    assert "".join(syllables.cut(text)) == text


# --- finding ------------------------------------------------------------------------------------------------------------
NAMES = {
    "dried": LazyI18nString({"lo": "ກ້ວຍຕາກ", "en": "Sun-dried banana"}),
    "chips": LazyI18nString({"lo": "ກ້ວຍທອດກອບ", "en": "Banana chips"}),
    "honey": "ນໍ້າເຜິ້ງປ່າ",
    "meat": "ຊີ້ນຕາກແຫ້ງ",
    "palace": "ໜັງສືຣາຊະວັງ",
    "tea": "Chè Shan tuyết",
    "processed": "Chuối chế biến",
    "bare": "Che lam Phu Quoc",
    "thai": "กล้วยกรองทอง ตราแม่",
    "khmer": "ចេកចៀន",
}


@pytest.fixture
def names(db):
    for code, name in NAMES.items():
        Place.objects.create(code=code, level=0, path=f"{code}/", name_en=code, language="en", source="test", other_names=search_text(name, None, ""))
    return Place.objects.all()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ກ້ວຍ", {"dried", "chips"}),
        ("ຕາກ", {"dried", "meat"}),
        ("ກ້ວຍຕາກ", {"dried"}),
        ("ກ້ວຍ ກອບ", {"chips"}),
        ("ນ້ຳເຜິ້ງ", {"honey"}),
        ("ນຳ້ເຜິ້ງ", {"honey"}),
        ("ລາຊະວັງ", {"palace"}),
        ("ຫນັງສື", {"palace"}),
        ("ຕາ", set()),
        ("banana", {"dried", "chips"}),
        ("BAN chi", {"chips"}),
        ("anana", set()),
        ("ກ້ວຍ chips", {"chips"}),
        ("chè", {"tea", "bare"}),
        ("che", {"tea", "processed", "bare"}),
        ("chế", {"processed", "bare"}),
        ("chuoi", {"processed"}),
        ("chuo\u0302\u0301i", {"processed"}),
        ("tuyet shan", {"tea"}),
        ("phú quốc", {"bare"}),
        ("กรองทอง", {"thai"}),
        ("กล้วย", {"thai"}),
        ("ចៀន", {"khmer"}),
        ("100%_", set()),
        ("!!!", set()),
        ("", set(NAMES)),
    ],
)
def test_queries_in_five_languages(names, query, found):
    assert {place.code for place in match(names, query, field="other_names")} == found


def test_every_name_is_found_by_itself(names):
    for code, name in NAMES.items():
        for text in name.data.values() if isinstance(name, LazyI18nString) else [name]:
            assert code in {place.code for place in match(names, text, field="other_names")}
