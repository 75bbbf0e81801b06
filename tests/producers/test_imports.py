"""The table of producers, as offices keep it."""

import csv
import io

import pytest
from openpyxl import Workbook

from openodop.foundation.tables.kinds import Context
from openodop.foundation.tables.running import import_file
from openodop.producers.imports import PRODUCERS
from openodop.producers.models import Producer
from tests.makers import a_manager, a_place, a_producer, a_programme, an_officer, two_languages

pytestmark = pytest.mark.django_db

HEAD = ["Name of producer", "Kind", "Address", "Women", "Men", "Phone number"]
ROW = ["ກຸ່ມຜະລິດກ້ວຍຕາກ ບ້ານໂພນ", "ກຸ່ມ", "ບ້ານໂພນ ເມືອງສັງທອງ ນະຄອນຫຼວງວຽງຈັນ", "12", "3", "020 5551 2345"]


@pytest.fixture
def sangthong():
    a_place("LA", name_en="Lao PDR", name_local="ລາວ")
    a_place("LA01", name_en="Vientiane Capital", name_local="ນະຄອນຫຼວງວຽງຈັນ")
    a_place("LA0102", name_en="Sikhottabong", name_local="ສີໂຄດຕະບອງ")
    return a_place("LA0108", name_en="Sangthong", name_local="ສັງທອງ")


def as_csv(head, *rows, delimiter=",", encoding="utf-8"):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows([head, *rows])
    return text.getvalue().encode(encoding)


def taken(content, *, by=None, programme="la-odop", **fields):
    return import_file(PRODUCERS, content, Context(account=by, chosen={"programme": a_programme(programme)}), **fields)


def counts(result):
    return result.created, result.updated, result.unchanged


def said(result):
    return [(problem.row, problem.column, problem.message) for problem in result.errors]


def test_a_list_becomes_producers_that_wait_when_no_officer_brings_it(sangthong):
    result = taken(as_csv(HEAD, ROW))
    assert (counts(result), result.errors) == ((1, 0, 0), [])
    producer = Producer.objects.get()
    assert (producer.state, producer.code, producer.kind, producer.place, producer.village) == (
        "submitted",
        "LA0108-P-0001",
        "group",
        sangthong,
        "ໂພນ",
    )
    assert producer.name.data == {"lo": "ກຸ່ມຜະລິດກ້ວຍຕາກ ບ້ານໂພນ"}
    assert (producer.women, producer.men, producer.contact_phone) == (12, 3, "+8562055512345")
    assert producer.public_contact == {}


def test_an_officers_own_list_is_registered_by_that_officer(sangthong):
    officer = an_officer(sangthong)
    assert counts(taken(as_csv(HEAD, ROW), by=officer)) == (1, 0, 0)
    producer = Producer.objects.get()
    assert (producer.state, producer.decided_by, producer.created_by) == ("registered", officer, officer)


def test_the_same_file_twice_changes_nothing(sangthong):
    for by in (None, an_officer(sangthong)):
        taken(as_csv(HEAD, ROW), by=by)
        before = Producer.objects.values().get()
        result = taken(as_csv(HEAD, ROW), by=by)
        assert counts(result) == (0, 0, 1)
        assert Producer.objects.values().get() == before


@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "utf-8-sig"), (";", "utf-8"), ("\t", "utf-8")])
def test_commas_semicolons_and_tabs(sangthong, delimiter, encoding):
    assert counts(taken(as_csv(HEAD, ROW, delimiter=delimiter, encoding=encoding))) == (1, 0, 0)


def test_titles_in_lao_columns_of_an_address_and_a_workbook(sangthong):
    book = Workbook()
    book.active.append(["ຊື່ຜູ້ຜະລິດ", "ປະເພດຜູ້ຜະລິດ", "ແຂວງ", "ເມືອງ", "ບ້ານ", "ແມ່ຍິງ", "ຜູ້ຊາຍ", "ປີສ້າງຕັ້ງ", "ວັດຖຸດິບ", "ເບີໂທລະສັບ"])
    book.active.append(["ສະຫະກອນກ້ວຍ", "ສະຫະກອນ", "ນະຄອນຫຼວງວຽງຈັນ", "ສັງທອງ", "ໂພນ", 20, 5, 2562, "ກ້ວຍນ້ຳ", 2055512345])
    file = io.BytesIO()
    book.save(file)
    result = taken(file.getvalue())
    assert (counts(result), result.errors) == ((1, 0, 0), [])
    producer = Producer.objects.get()
    assert (producer.kind, producer.place, producer.village, producer.start_year) == ("cooperative", sangthong, "ໂພນ", 2019)
    assert producer.raw_material.data == {"lo": "ກ້ວຍນ້ຳ"}
    assert producer.contact_phone == "+8562055512345"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("HTX", "cooperative"),
        ("hợp tác xã", "cooperative"),
        ("Producer group", "group"),
        ("กลุ่ม", "group"),
        ("household", "household"),
        ("ບໍລິສັດ", "firm"),
    ],
)
def test_words_for_the_kind(sangthong, words, kind):
    taken(as_csv(HEAD, ["Banana makers", words, *ROW[2:]]))
    assert Producer.objects.get().kind == kind


def test_the_kind_is_read_from_the_name_where_the_cell_is_empty(sangthong):
    taken(as_csv(HEAD, [ROW[0], "", *ROW[2:]]))
    assert Producer.objects.get().kind == "group"


def test_a_row_finds_its_producer_by_name_and_place_and_changes_what_differs(sangthong):
    taken(as_csv(HEAD, ROW))
    result = taken(as_csv(HEAD, [*ROW[:3], "14", "", ROW[5]]))
    assert counts(result) == (0, 1, 0)
    producer = Producer.objects.get()
    assert (producer.women, producer.men) == (14, 3)


def test_a_row_finds_its_producer_by_code_and_adds_a_language(sangthong):
    taken(as_csv(HEAD, ROW))
    result = taken(as_csv(["Producer code", "Name in English"], ["LA0108-P-0001", "Phon village dried bananas"]))
    assert (counts(result), result.errors) == ((0, 1, 0), [])
    assert Producer.objects.get().name.data == {"lo": ROW[0], "en": "Phon village dried bananas"}


def test_columns_that_are_absent_empty_nothing(sangthong):
    taken(as_csv(HEAD, ROW))
    assert counts(taken(as_csv(HEAD[:3], ROW[:3]))) == (0, 0, 1)


def test_a_phone_of_somebody_else_is_refused_and_nothing_is_written(sangthong):
    taken(as_csv(HEAD, ROW))
    result = taken(as_csv(HEAD, ["ກຸ່ມທໍຜ້າ", *ROW[1:]]))
    code = Producer.objects.get().code
    assert said(result) == [
        (2, "contact_phone", f"This phone number belongs to {ROW[0]} ({code}). Correct the number, or the name if it is the same producer.")
    ]
    assert Producer.objects.count() == 1


def test_two_rows_with_one_phone_are_told_apart_in_one_file(sangthong):
    result = taken(as_csv(HEAD, ROW, ["ກຸ່ມທໍຜ້າ", *ROW[1:]]))
    assert [(row, column) for row, column, _ in said(result)] == [(3, "contact_phone")]
    assert not Producer.objects.exists()


def test_an_unknown_place_is_refused_with_the_nearest_names(sangthong):
    result = taken(as_csv(HEAD, [*ROW[:2], "ບ້ານໂພນ ເມືອງສັງທອ ນະຄອນຫຼວງວຽງຈັນ", *ROW[3:]]))
    ((row, column, message),) = said(result)
    assert (row, column) == (2, "address")
    assert "Sangthong" in message
    assert not Producer.objects.exists()


def test_an_officer_does_not_bring_producers_of_other_places(sangthong):
    result = taken(as_csv(HEAD, ROW), by=an_officer(a_place("LA0102")))
    assert said(result) == [(2, "address", "Sangthong is not in your places. Register producers of your places only.")]
    assert not Producer.objects.exists()


def test_an_officer_does_not_change_producers_of_other_places_by_code(sangthong):
    taken(as_csv(HEAD, ROW))
    result = taken(as_csv(["Code", "Women"], ["LA0108-P-0001", "99"]), by=an_officer(a_place("LA0102")))
    assert said(result) == [(2, "code", "Sangthong is not in your places. Register producers of your places only.")]
    assert Producer.objects.get().women == 12


def test_everything_wrong_in_a_row_is_told_at_once(sangthong):
    result = taken(as_csv([*HEAD, "E-mail", "Code"], ["", "club", "", "many", "-1", "12", "nobody", "LA9999-P-0001"]))
    assert [column for _, column, _ in said(result)] == ["women", "men", "kind", "contact_phone", "contact_email", "code", "address", "name"]


def test_a_row_without_kind_is_refused(sangthong):
    result = taken(as_csv(HEAD, ["Banana makers", "", *ROW[2:]]))
    assert said(result) == [(2, "kind", "Write what kind of producer it is: household, group, cooperative or firm.")]


def test_two_of_one_name_need_a_code(sangthong):
    for phone in ("+8562055500001", "+8562055500002"):
        a_producer(place=sangthong, name=two_languages("Silk group", "ກຸ່ມຜ້າໄໝ"), contact_phone=phone)
    codes = ", ".join(Producer.objects.order_by("code").values_list("code", flat=True))
    result = taken(as_csv(HEAD[:3], ["Silk group", "group", ROW[2]]))
    assert said(result) == [(2, "name", f"Several producers in this place have this name. Write the code of the one you mean: {codes}.")]
    result = taken(as_csv(HEAD, ["Silk group", "group", ROW[2], "5", "5", "020 5550 0002"]))
    assert counts(result) == (0, 1, 0)
    assert Producer.objects.get(contact_phone="+8562055500002").women == 5


def test_a_code_of_another_programme_is_refused(sangthong):
    producer = a_producer(place=sangthong, programme=a_programme("vn-ocop", country=a_place("VN", language="vi")))
    result = taken(as_csv(["Code", "Women"], [producer.code, "3"]))
    assert said(result) == [(2, "code", "This code belongs to a producer of another programme.")]


SOURCED = [*HEAD, "Source", "Source address"]


def test_rows_with_a_source_are_reported_and_never_registered(sangthong):
    result = taken(as_csv(SOURCED, [*ROW, "Vientiane Times", "https://example.org/bananas"]), by=an_officer(sangthong))
    assert counts(result) == (1, 0, 0)
    producer = Producer.objects.get()
    assert (producer.state, producer.source_title, producer.decided_by) == ("reported", "Vientiane Times", None)
    assert producer.contact_phone == ""
    assert counts(taken(as_csv(SOURCED, [*ROW, "Vientiane Times", "https://example.org/bananas"]))) == (0, 0, 1)


def test_a_reported_producer_enters_the_register_by_the_officers_own_list(sangthong):
    taken(as_csv(SOURCED, [*ROW, "Vientiane Times", ""]))
    assert counts(taken(as_csv(HEAD, ROW), by=an_officer(sangthong))) == (0, 1, 0)
    assert Producer.objects.get().state == "registered"


def test_what_publications_say_does_not_change_the_register(sangthong):
    taken(as_csv(HEAD, ROW), by=an_officer(sangthong))
    before = Producer.objects.values().get()
    result = taken(as_csv(SOURCED, [*ROW[:3], "99", "1", ROW[5], "Vientiane Times", ""]))
    assert (counts(result), [note.column for note in result.notes]) == ((0, 0, 1), ["source_title"])
    assert Producer.objects.values().get() == before


def test_an_address_of_a_source_must_be_one(sangthong):
    result = taken(as_csv(SOURCED, [*ROW, "Newspaper", "javascript:alert(1)"]))
    assert [column for _, column, _ in said(result)] == ["source_url"]


def test_a_dry_run_writes_nothing(sangthong):
    context = Context(account=a_manager(), chosen={"programme": a_programme()}, dry_run=True)
    result = import_file(PRODUCERS, as_csv(HEAD, ROW), context)
    assert (counts(result), Producer.objects.count()) == ((1, 0, 0), 0)


def test_a_vietnamese_list(sangthong):
    a_place("VN", name_en="Viet Nam", name_local="Việt Nam", language="vi")
    hue = a_place("VN46", name_en="Hue", name_local="Huế", language="vi", kind="municipality", other_names="Thừa Thiên Huế")
    a_programme("vn-ocop", country=a_place("VN"))
    content = as_csv(
        ["Tên chủ thể", "Loại hình", "Địa chỉ", "Nữ", "Nam", "Điện thoại"],
        ["HTX An Lỗ", "HTX", "xã Phong Hiền, huyện Phong Điền, tỉnh Thừa Thiên Huế", "7", "9", "0912 345 678"],
    )
    result = taken(content, programme="vn-ocop")
    assert (counts(result), result.errors) == ((1, 0, 0), [])
    producer = Producer.objects.get()
    assert (producer.place, producer.commune, producer.district_text, producer.kind) == (hue, "Phong Hiền", "Phong Điền", "cooperative")
    assert (producer.name.data, producer.contact_phone) == ({"vi": "HTX An Lỗ"}, "+84912345678")
