"""Columns of the table of products and the titles that may stand above them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from openodop.foundation.tables.kinds import Column
from openodop.places.imports import ADDRESS_COLUMNS

RECORD = Column(
    "record",
    {"en": ("Record", "Record number", "Row id"), "lo": ("ເລກບັນທຶກ",), "th": ("เลขบันทึก",), "vi": ("Mã bản ghi",), "km": ("លេខកំណត់ត្រា",)},
    help=_("The row's own number in your list, if it has one. With it a row finds its product again whatever else changes."),
    max_length=40,
    example="OCOP-001",
)
SCHEME = Column("scheme", {"en": ("Scheme",), "lo": ("ໂຄງການ",), "th": ("โครงการ",), "vi": ("Chương trình",), "km": ("កម្មវិធី",)}, example="OCOP")
COUNTRY = Column("country", {"en": ("Country",), "lo": ("ປະເທດ",), "th": ("ประเทศ",), "vi": ("Quốc gia",), "km": ("ប្រទេស",)}, example="LA")
NAME = Column(
    "product_name",
    {
        "en": ("Name of product", "Product", "Product name"),
        "lo": ("ຊື່ຜະລິດຕະພັນ", "ຜະລິດຕະພັນ", "ຊື່ສິນຄ້າ", "ສິນຄ້າ"),
        "th": ("ชื่อผลิตภัณฑ์", "ผลิตภัณฑ์", "ชื่อสินค้า", "สินค้า"),
        "vi": ("Tên sản phẩm", "Sản phẩm"),
        "km": ("ឈ្មោះផលិតផល", "ផលិតផល"),
    },
    help=_("As the producer writes it; its letters tell the language. For several languages use the columns below."),
    max_length=300,
    example="ກ້ວຍຕາກ",
)
NAMES = tuple(
    Column(f"product_name_{code}", titles, max_length=300)
    for code, titles in {
        "en": {
            "en": ("Product in English", "Product name in English"),
            "lo": ("ຊື່ຜະລິດຕະພັນພາສາອັງກິດ",),
            "th": ("ชื่อผลิตภัณฑ์ภาษาอังกฤษ",),
            "vi": ("Tên sản phẩm tiếng Anh",),
        },
        "lo": {"en": ("Product in Lao", "Product name in Lao"), "lo": ("ຊື່ຜະລິດຕະພັນພາສາລາວ",), "th": ("ชื่อผลิตภัณฑ์ภาษาลาว",)},
        "th": {"en": ("Product in Thai", "Product name in Thai"), "lo": ("ຊື່ຜະລິດຕະພັນພາສາໄທ",), "th": ("ชื่อผลิตภัณฑ์ภาษาไทย",)},
        "km": {"en": ("Product in Khmer", "Product name in Khmer"), "lo": ("ຊື່ຜະລິດຕະພັນພາສາຂະແມ",)},
        "vi": {
            "en": ("Product in Vietnamese", "Product name in Vietnamese"),
            "lo": ("ຊື່ຜະລິດຕະພັນພາສາຫວຽດນາມ",),
            "vi": ("Tên sản phẩm tiếng Việt",),
        },
    }.items()
)
PRODUCER = Column(
    "producer",
    {
        "en": ("Name of producer", "Producer", "Producer name", "Maker"),
        "lo": ("ຊື່ຜູ້ຜະລິດ", "ຜູ້ຜະລິດ", "ຊື່ກຸ່ມ"),
        "th": ("ชื่อผู้ผลิต", "ผู้ผลิต", "ชื่อผู้ประกอบการ", "ผู้ประกอบการ"),
        "vi": ("Tên chủ thể", "Chủ thể", "Tên chủ thể sản xuất", "Chủ thể sản xuất", "Cơ sở sản xuất"),
        "km": ("ឈ្មោះអ្នកផលិត", "អ្នកផលិត"),
    },
    help=_("Empty: the maker is shown as not known yet."),
    max_length=300,
    example="ກຸ່ມຜະລິດກ້ວຍຕາກ ບ້ານໂພນ",
)
PRODUCER_TYPE = Column(
    "producer_type",
    {
        "en": ("Kind of producer", "Producer type"),
        "lo": ("ປະເພດຜູ້ຜະລິດ", "ຮູບແບບການຜະລິດ"),
        "th": ("ประเภทผู้ผลิต", "ประเภทผู้ประกอบการ"),
        "vi": ("Loại hình", "Loại hình chủ thể", "Loại chủ thể"),
        "km": ("ប្រភេទអ្នកផលិត",),
    },
    help=_("Household, group, cooperative or firm, in any of the languages. Empty: read from the producer's name where it begins with such a word."),
    example="HTX",
)
PHONE = Column(
    "producer_phone",
    {
        "en": ("Phone number", "Phone", "Telephone", "Mobile", "Producer phone"),
        "lo": ("ເບີໂທລະສັບ", "ເບີໂທ", "ໂທລະສັບ"),
        "th": ("เบอร์โทรศัพท์", "โทรศัพท์", "เบอร์โทร"),
        "vi": ("Số điện thoại", "Điện thoại", "SĐT"),
        "km": ("លេខទូរស័ព្ទ",),
    },
    example="020 5551 2345",
)
CATEGORY = Column(
    "category",
    {
        "en": ("Category", "Product category", "Group"),
        "lo": ("ປະເພດ", "ປະເພດຜະລິດຕະພັນ", "ໝວດ"),
        "th": ("ประเภท", "ประเภทผลิตภัณฑ์", "หมวดหมู่"),
        "vi": ("Nhóm", "Nhóm sản phẩm", "Ngành hàng", "Phân loại"),
        "km": ("ប្រភេទ", "ប្រភេទផលិតផល"),
    },
    help=_("A category of the programme, by its name in any language."),
    example="ອາຫານ",
)
STARS = Column(
    "stars",
    {
        "en": ("Stars", "Star", "Star rating"),
        "lo": ("ດາວ", "ຈຳນວນດາວ", "ລະດັບດາວ"),
        "th": ("ดาว", "ระดับดาว", "จำนวนดาว"),
        "vi": ("Số sao", "Sao", "Hạng sao", "Xếp hạng", "Kết quả phân hạng"),
        "km": ("ផ្កាយ", "ចំនួនផ្កាយ"),
    },
    help=_("What a list or a publication says; not a recognition given here."),
    example="OCOP 4 sao",
)
RECOGNISED_BY = Column(
    "recognised_by",
    {
        "en": ("Recognised by", "Decision"),
        "lo": ("ຮັບຮູ້ໂດຍ", "ຂໍ້ຕົກລົງ"),
        "th": ("รับรองโดย",),
        "vi": ("Quyết định", "Cơ quan công nhận", "Quyết định công nhận"),
        "km": ("ទទួលស្គាល់ដោយ",),
    },
    max_length=300,
)
DATE = Column(
    "date",
    {
        "en": ("Date", "Year", "Recognised on"),
        "lo": ("ວັນທີ", "ປີ", "ປີຮັບຮູ້"),
        "th": ("วันที่", "ปี"),
        "vi": ("Ngày", "Năm", "Năm công nhận", "Ngày công nhận"),
        "km": ("កាលបរិច្ឆេទ", "ឆ្នាំ"),
    },
    example="2020-11",
)
NET_CONTENT = Column(
    "net_content",
    {
        "en": ("Net content", "Net weight", "Pack", "Size"),
        "lo": ("ນ້ຳໜັກສຸດທິ", "ປະລິມານສຸດທິ", "ຂະໜາດ"),
        "th": ("น้ำหนักสุทธิ", "ปริมาณสุทธิ", "ขนาด"),
        "vi": ("Khối lượng tịnh", "Quy cách", "Khối lượng"),
        "km": ("ទម្ងន់សុទ្ធ", "ទំហំ"),
    },
    help=_("With its unit. A second row of the same product adds a second pack."),
    example="200 g",
)
PRICE = Column(
    "price",
    {"en": ("Price", "Retail price"), "lo": ("ລາຄາ", "ລາຄາຂາຍ"), "th": ("ราคา", "ราคาขาย"), "vi": ("Giá", "Giá bán"), "km": ("តម្លៃ",)},
    help=_("Of one pack. Without a currency it is the money of the programme's country."),
    example="25,000 kip",
)
GTIN = Column(
    "gtin",
    {
        "en": ("GTIN", "Bar code", "Barcode", "EAN"),
        "lo": ("ລະຫັດແທ່ງ", "ບາໂຄດ"),
        "th": ("บาร์โค้ด", "รหัสแท่ง"),
        "vi": ("Mã vạch", "Mã số mã vạch"),
        "km": ("លេខកូដបារ",),
    },
    help=_("The number under the bars; its last digit is checked."),
    max_length=30,
)
INGREDIENTS = Column(
    "ingredients",
    {"en": ("Ingredients",), "lo": ("ສ່ວນປະສົມ", "ສ່ວນປະກອບ"), "th": ("ส่วนประกอบ", "ส่วนผสม"), "vi": ("Thành phần",), "km": ("គ្រឿងផ្សំ",)},
    max_length=1000,
)
KEEPS = Column(
    "keeps",
    {
        "en": ("Keeps", "Shelf life"),
        "lo": ("ອາຍຸການເກັບ", "ອາຍຸການເກັບຮັກສາ"),
        "th": ("อายุการเก็บ", "อายุการเก็บรักษา"),
        "vi": ("Hạn sử dụng", "Thời hạn sử dụng"),
        "km": ("អាយុកាលរក្សាទុក",),
    },
    help=_("With its unit, for example 6 months."),
    example="6 months",
)
HS = Column(
    "hs_code",
    {"en": ("HS code", "Customs number"), "lo": ("ລະຫັດ HS",), "th": ("พิกัดศุลกากร", "รหัส HS"), "vi": ("Mã HS",), "km": ("លេខកូដ HS",)},
    example="0803.90",
)
SOURCE = Column(
    "source",
    {
        "en": ("Source", "Source address", "Link"),
        "lo": ("ແຫຼ່ງຂໍ້ມູນ",),
        "th": ("แหล่งข้อมูล",),
        "vi": ("Nguồn tin", "Đường dẫn nguồn tin"),
        "km": ("ប្រភពព័ត៌មាន",),
    },
    help=_("Only for products known from a publication: its address or title. They are shown as reported, never as registered."),
    max_length=500,
)
COLUMNS = (
    RECORD, SCHEME, COUNTRY, NAME, *NAMES, PRODUCER, PRODUCER_TYPE, PHONE, *ADDRESS_COLUMNS, CATEGORY, STARS, RECOGNISED_BY, DATE,
    NET_CONTENT, PRICE, GTIN, INGREDIENTS, KEEPS, HS, SOURCE,
)  # fmt: skip
