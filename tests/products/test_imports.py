"""The table of products: the shipped list of reported ones, and lists as offices keep them."""

import pytest

from openodop.foundation.tables.kinds import Context
from openodop.foundation.tables.running import Result, import_file
from openodop.places.actions import load_reference_places
from openodop.producers.models import Producer
from openodop.products.imports import PRODUCTS
from openodop.products.models import Pack, Product
from openodop.products.reported import load_reported_products
from openodop.programmes.actions import load_reference_programmes
from tests import makers
from tests.products.product_makers import a_category

pytestmark = pytest.mark.django_db


# --- the shipped list -------------------------------------------------------------------------------------------------------
def test_the_shipped_list_is_taken_whole_and_twice_changes_nothing():
    load_reference_places()
    load_reference_programmes()
    first = load_reported_products()
    assert (first.created, first.updated, first.unchanged, first.errors) == (87, 0, 0, [])
    of_programme = Product.objects.order_by().values_list("programme__code")
    assert {code: of_programme.filter(programme__code=code).count() for code in ("vn-ocop", "la-odop", "th-otop")} == {
        "vn-ocop": 67,
        "la-odop": 14,
        "th-otop": 6,
    }
    assert set(Product.objects.values_list("state", flat=True)) == {"reported"}
    assert set(Producer.objects.values_list("state", flat=True)) == {"reported"}
    assert not Product.objects.filter(source_url="").exists()
    assert not Product.objects.filter(category=None).exists()

    before = list(Product.objects.order_by("pk").values("pk", "updated_at")), Producer.objects.count()
    second = load_reported_products()
    assert (second.created, second.updated, second.unchanged, second.errors) == (0, 0, 87, [])
    assert (list(Product.objects.order_by("pk").values("pk", "updated_at")), Producer.objects.count()) == before

    rice = Product.objects.get(source_record="OCOP-001")
    assert (rice.place.code, rice.former_place.code, rice.district_text, rice.commune) == ("VN46", "VN63-46", "Phong Điền", "Phong Hiền")
    assert (rice.name.data, rice.reported_stars, rice.reported_on) == ({"vi": "Gạo hữu cơ An Lỗ", "en": "An Lo organic rice"}, 4, "2020-11")
    assert (rice.category.code, rice.category.edition) == ("food", "2019")
    assert (rice.producer.kind, str(rice.producer.name)) == ("cooperative", "HTX sản xuất, kinh doanh, dịch vụ nông nghiệp An Lỗ")
    # Names of private persons are not in the list: their products have no maker.
    assert (
        list(Product.objects.filter(source_record__in=["ODOP-068", "ODOP-073", "OCOP-023"]).values_list("producer", "reported_producer"))
        == [(None, "")] * 3
    )
    # Two groups of one district make the same thing.
    weeds = Product.objects.filter(source_record__in=["ODOP-071", "ODOP-072"])
    assert len({product.producer_id for product in weeds}) == 2
    # One maker of six products is one producer.
    assert Producer.objects.filter(place__code="LA0104", kind="firm").exclude(products=None).distinct().count() == 2
    text = [note.message for note in first.notes]
    assert text.count("No producer is named. The maker of this product is shown as not known yet.") == 28
    assert any("Thua Thien Hue is part of Hue now" in sentence for sentence in text)


# --- lists of offices ---------------------------------------------------------------------------------------------------------
@pytest.fixture
def officer():
    makers.a_place("LA13", name_en="Bolikhamxai", name_local="ບໍລິຄຳໄຊ")
    makers.a_place("LA1301", name_en="Pakxan", name_local="ປາກຊັນ")
    a_category()
    a_category(code="handicraft")
    makers.a_place("LA0605", name_en="Nambak", name_local="ນ້ຳບາກ")
    return makers.an_officer(makers.a_place("LA1301"))


def take(table: str, account=None, programme="la-odop", **context) -> Result:
    return import_file(PRODUCTS, table.encode(), Context(account=account, chosen={"programme": makers.a_programme(programme)}, **context))


def said(result: Result) -> list[tuple[str, str]]:
    return [(problem.column, problem.message) for problem in result.errors]


HEADINGS = "ຊື່ຜະລິດຕະພັນ;Product in English;ຜູ້ຜະລິດ;ປະເພດຜູ້ຜະລິດ;ລະຫັດເມືອງ;ບ້ານ;ປະເພດ;ນ້ຳໜັກສຸດທິ;ລາຄາ;ບາໂຄດ;ອາຍຸການເກັບ\n"
ROW = "ກ້ວຍຕາກ;Sun-dried banana;ກຸ່ມກ້ວຍ ບ້ານໂພນ;ກຸ່ມ;LA1301;ໂພນ;ອາຫານ ແລະ ເຄື່ອງດື່ມ;200 ກຣາມ;25.000 ກີບ;4006381333931;6 ເດືອນ\n"


def test_an_office_s_own_list_enters_producers_and_products(officer):
    result = take(HEADINGS + ROW, officer)
    assert (result.created, result.errors, result.notes) == (1, [], [])
    product = Product.objects.get()
    assert (product.state, product.decided_by, product.place.code, product.village) == ("registered", officer, "LA1301", "ໂພນ")
    assert product.name.data == {"lo": "ກ້ວຍຕາກ", "en": "Sun-dried banana"}
    assert (product.category.code, product.keeps_days) == ("food-drink", 182)
    assert (product.producer.kind, product.producer.state) == ("group", "registered")
    pack = product.packs.get()
    assert (pack.net_content, pack.unit, pack.price, pack.currency, pack.gtin) == (200, "g", 25000, "LAK", "4006381333931")
    assert take(HEADINGS + ROW, officer).unchanged == 1


def test_a_second_pack_and_a_new_price_change_the_product(officer):
    take(HEADINGS + ROW, officer)
    more = ROW.replace("200 ກຣາມ;25.000 ກີບ;4006381333931", "1 ກິໂລ;110.000 ກີບ;")
    assert (take(HEADINGS + more, officer).updated, Product.objects.count()) == (1, 1)
    assert list(Product.objects.get().packs.order_by("price").values_list("price", "gtin")) == [(25000, "4006381333931"), (110000, None)]
    assert take(HEADINGS + ROW.replace("25.000", "26.000"), officer).updated == 1
    assert [pack.price for pack in Product.objects.get().sizes()] == [26000, 110000]
    assert Product.objects.get().state == "registered"


def test_the_bar_code_finds_the_product_whatever_its_name(officer):
    take(HEADINGS + ROW, officer)
    assert take(HEADINGS + ROW.replace("ກ້ວຍຕາກ;Sun-dried banana", "ກ້ວຍຕາກແຫ້ງ;Dried banana"), officer).updated == 1
    assert Product.objects.get().name.data == {"lo": "ກ້ວຍຕາກແຫ້ງ", "en": "Dried banana"}


def test_a_row_without_a_producer_says_so_and_waits(officer):
    result = take("product;place code;category\nBanana;LA1301;food\n", officer)
    assert result.created == 1
    assert [note.message for note in result.notes] == [
        "No producer is named. The maker of this product is shown as not known yet.",
        "This product waits for an officer: The maker of this product is not known yet. Say who makes it, then register it.",
    ]
    assert (Product.objects.get().producer, Product.objects.get().state) == (None, "submitted")
    assert take("product;place code;category\nBanana;LA1301;food\n", officer).unchanged == 1


def test_a_known_producer_is_found_by_its_name_however_written(officer):
    producer = makers.a_producer(name=makers.two_languages("Ban Phon banana group", "ກຸ່ມກ້ວຍ ບ້ານໂພນ"))
    take("product,producer,place code\nBanana,BAN  PHON Banana group,LA1301\n", officer)
    assert Product.objects.get().producer == producer
    assert Producer.objects.count() == 1


def test_the_command_line_registers_nothing_by_itself(officer):
    take(HEADINGS + ROW)
    assert (Product.objects.get().state, Producer.objects.get().state) == ("submitted", "submitted")


def test_stars_and_source_make_a_reported_product(officer):
    table = "Sản phẩm,Chủ thể,Mã địa bàn,Xếp hạng,Nguồn tin\nChuối sấy,HTX Chuối,LA1301,OCOP 4 sao,https://example.org/tin\n"
    result = take(table, officer)
    product = Product.objects.get()
    assert (result.created, product.state, product.reported_stars, product.producer.state) == (1, "reported", 4, "reported")
    # What publications say does not change a record of the register.
    Product.objects.update(state="registered", decided_at="2026-01-01T00:00Z", decided_by=officer)
    result = take(table.replace("4 sao", "5 sao"), officer)
    assert (result.unchanged, Product.objects.get().reported_stars) == (1, 4)
    assert "What publications say does not change its record." in result.notes[-1].message


def test_a_maker_of_unknown_kind_stays_as_the_source_writes_it(officer):
    take("product,producer,place code,source\nBanana,Somebody,LA1301,The Times of Pakxan\n", officer)
    product = Product.objects.get()
    assert (product.producer, product.reported_producer, product.source_title) == (None, "Somebody", "The Times of Pakxan")
    assert take("product,producer,place code,source\nBanana,Somebody,LA1301,The Times of Pakxan\n", officer).unchanged == 1


@pytest.mark.parametrize(
    ("table", "column", "sentence"),
    [
        ("product,place code\n,LA1301\n", "product_name", "Every product needs a name in at least one language."),
        ("product,place code\nBanana,LA9999\n", "place_code", ""),
        ("product,place code\nBanana,LA0605\n", "place_code", "is not in your places."),
        (
            "product,place code,category\nBanana,LA1301,furniture\n",
            "category",
            "The programme has no category “furniture”. It has: Food and beverage",
        ),
        ("product,place code,GTIN,net content\nBanana,LA1301,4006381333930,200 g\n", "gtin", "the last digit would have to be 1"),
        ("product,place code,GTIN,net content\nBanana,LA1301,12345,200 g\n", "gtin", "A bar-code number has 8, 12, 13 or 14 digits."),
        ("product,place code,net content\nBanana,LA1301,a bunch\n", "net_content", "Write net content with its unit, for example 500 g."),
        ("product,place code,net content\nBanana,LA1301,500\n", "net_content", "Write net content with its unit"),
        ("product,place code,price\nBanana,LA1301,25000 kip\n", "net_content", "The price or the bar-code number has no pack"),
        ("product,place code,net content,price\nBanana,LA1301,200 g,25000 shells\n", "price", "Write the price as a number with its currency"),
        ("product,place code,stars\nBanana,LA1301,7\n", "stars", "Stars are a whole number from 1 to 5."),
        ("product,place code,date\nBanana,LA1301,soon\n", "date", "This date cannot be read."),
        ("product,place code,keeps\nBanana,LA1301,long\n", "keeps", "Write how long it keeps with its unit"),
        ("product,place code,HS code\nBanana,LA1301,9999\n", "hs_code", "There is no customs number like this in our list."),
        ("product,place code,producer\nBanana,LA1301,Somebody\n", "producer_type", "It is not clear what kind of producer this is."),
        ("product,place code,producer,phone\nBanana,LA1301,ກຸ່ມ ກ,12\n", "producer_phone", "This is not a phone number."),
        ("product,place code,GTIN\nBanana,LA1301,8851234567898\n", "net_content", "The price or the bar-code number has no pack"),
        ("product,place code,scheme\nBanana,LA1301,OTOP\n", "scheme", "It is not clear which programme this row belongs to."),
        ("product,place code,country\nBanana,LA1301,TH\n", "country", "It is not clear which programme"),
    ],
)
def test_a_row_that_cannot_be_taken_is_said_and_nothing_is_written(officer, table, column, sentence):
    result = take(table, officer)
    assert [problem_column for problem_column, _message in said(result)] == [column]
    assert sentence in said(result)[0][1]
    assert (Product.objects.count(), Producer.objects.count(), Pack.objects.count()) == (0, 0, 0)


def test_a_row_of_another_programme_than_the_file_s_is_refused(officer):
    makers.a_programme("th-otop", short_name="OTOP", country=makers.a_place("TH"))
    result = take("product,place code,scheme\nBanana,LA1301,OTOP\n", officer)
    assert said(result) == [("scheme", "This row names another programme (th-otop) than the one chosen for the file.")]


def test_without_a_programme_a_row_must_name_one(officer):
    result = import_file(PRODUCTS, b"product,place code\nBanana,LA1301\n", Context(account=officer))
    assert said(result) == [("scheme", "It is not clear which programme this row belongs to. Choose a programme for the file.")]
    result = import_file(PRODUCTS, b"product,place code,scheme,country\nBanana,LA1301,ODOP,LA\n", Context(account=officer))
    assert (result.created, said(result)) == (1, [])


def test_a_bar_code_of_another_programme_is_refused(officer):
    other = makers.a_product(programme=makers.a_programme("th-otop"))
    Pack.objects.create(product=other, net_content=1, unit="kg", gtin="4006381333931")
    result = take("product,place code,GTIN,net content\nBanana,LA1301,4006381333931,200 g\n", officer)
    assert said(result) == [
        ("gtin", f"This bar-code number belongs to {other.name} ({other.code}). Correct the number, or the name if it is the same product.")
    ]


def test_two_makers_cannot_have_one_phone(officer):
    result = take("product,place code,producer,phone\nBanana,LA1301,ກຸ່ມ ກ,02055512345\nTea,LA1301,ກຸ່ມ ຂ,02055512345\n", officer)
    assert [(problem.row, problem.column) for problem in result.errors] == [(3, "producer_phone")]
    assert "belongs to ກຸ່ມ ກ" in said(result)[0][1]
    assert (Product.objects.count(), Producer.objects.count()) == (0, 0)


def test_a_dry_run_writes_nothing(officer):
    assert take(HEADINGS + ROW, officer, dry_run=True).created == 1
    assert (Product.objects.count(), Producer.objects.count()) == (0, 0)


def test_one_wrong_row_holds_the_whole_file_back(officer):
    result = take(HEADINGS + ROW + ROW.replace("LA1301", "LA9999"), officer)
    assert len(result.errors) == 1
    assert (Product.objects.count(), Producer.objects.count()) == (0, 0)
