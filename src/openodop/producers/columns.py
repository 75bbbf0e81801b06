"""Columns of the table of producers and the titles that may stand above them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from openodop.foundation.tables.kinds import Column
from openodop.places.imports import ADDRESS_COLUMNS

CODE = Column(
    "code",
    {"en": ("Producer code", "Code"), "lo": ("ລະຫັດຜູ້ຜະລິດ", "ລະຫັດ"), "th": ("รหัสผู้ผลิต", "รหัส"), "vi": ("Mã chủ thể", "Mã"), "km": ("លេខកូដអ្នកផលិត",)},
    help=_("Only for producers that are in the register already."),
    max_length=24,
    example="LA1301-P-0007",
)
NAME = Column(
    "name",
    {
        "en": ("Name of producer", "Producer", "Producer name"),
        "lo": ("ຊື່ຜູ້ຜະລິດ", "ຜູ້ຜະລິດ", "ຊື່ກຸ່ມ"),
        "th": ("ชื่อผู้ผลิต", "ผู้ผลิต", "ชื่อผู้ประกอบการ", "ผู้ประกอบการ"),
        "vi": ("Tên chủ thể", "Chủ thể", "Tên chủ thể sản xuất", "Chủ thể sản xuất", "Cơ sở sản xuất"),
        "km": ("ឈ្មោះអ្នកផលិត", "អ្នកផលិត"),
    },
    help=_("As the producer writes it; its letters tell the language. For several languages use the columns below."),
    max_length=300,
    example="ກຸ່ມຜະລິດກ້ວຍຕາກ ບ້ານໂພນ",
)
NAMES = tuple(
    Column(f"name_{code}", titles, max_length=300)
    for code, titles in {
        "en": {"en": ("Name in English", "Producer in English"), "lo": ("ຊື່ພາສາອັງກິດ",), "th": ("ชื่อภาษาอังกฤษ",), "vi": ("Tên tiếng Anh",)},
        "lo": {"en": ("Name in Lao",), "lo": ("ຊື່ພາສາລາວ",), "th": ("ชื่อภาษาลาว",)},
        "th": {"en": ("Name in Thai",), "lo": ("ຊື່ພາສາໄທ",), "th": ("ชื่อภาษาไทย",)},
        "km": {"en": ("Name in Khmer",), "lo": ("ຊື່ພາສາຂະແມ",)},
        "vi": {"en": ("Name in Vietnamese",), "lo": ("ຊື່ພາສາຫວຽດນາມ",), "vi": ("Tên tiếng Việt",)},
    }.items()
)
KIND = Column(
    "kind",
    {
        "en": ("Kind", "Kind of producer", "Producer type"),
        "lo": ("ປະເພດຜູ້ຜະລິດ", "ຮູບແບບການຜະລິດ"),
        "th": ("ประเภทผู้ผลิต", "ประเภทผู้ประกอบการ"),
        "vi": ("Loại hình", "Loại hình chủ thể", "Loại chủ thể"),
        "km": ("ប្រភេទអ្នកផលិត",),
    },
    help=_("Household, group, cooperative or firm, in any of the languages. Empty: read from the name where it begins with such a word."),
    example="HTX",
)
WOMEN = Column(
    "women", {"en": ("Women", "Number of women"), "lo": ("ແມ່ຍິງ", "ຍິງ", "ຈຳນວນແມ່ຍິງ"), "th": ("ผู้หญิง", "หญิง"), "vi": ("Nữ", "Số nữ"), "km": ("ស្ត្រី",)}
)
MEN = Column(
    "men", {"en": ("Men", "Number of men"), "lo": ("ຜູ້ຊາຍ", "ຊາຍ", "ຈຳນວນຜູ້ຊາຍ"), "th": ("ผู้ชาย", "ชาย"), "vi": ("Nam", "Số nam"), "km": ("បុរស",)}
)
WORKERS = Column(
    "workers",
    {
        "en": ("Paid workers", "Workers", "Number of workers"),
        "lo": ("ແຮງງານ", "ຈຳນວນແຮງງານ", "ຄົນງານ"),
        "th": ("คนงาน", "จำนวนคนงาน"),
        "vi": ("Số lao động", "Lao động"),
        "km": ("កម្មករ",),
    },
)
START_YEAR = Column(
    "start_year",
    {
        "en": ("Start year", "Year of start", "Founded"),
        "lo": ("ປີເລີ່ມຕົ້ນ", "ປີສ້າງຕັ້ງ"),
        "th": ("ปีที่เริ่ม", "ปีที่ก่อตั้ง"),
        "vi": ("Năm thành lập", "Năm bắt đầu"),
        "km": ("ឆ្នាំចាប់ផ្តើម",),
    },
    help=_("A year of the Buddhist calendar is turned into the common one."),
    example="2019",
)
MATERIAL = Column(
    "raw_material",
    {
        "en": ("Raw material", "Main raw material"),
        "lo": ("ວັດຖຸດິບ", "ວັດຖຸດິບຫຼັກ"),
        "th": ("วัตถุดิบ", "วัตถุดิบหลัก"),
        "vi": ("Nguyên liệu", "Nguyên liệu chính"),
        "km": ("វត្ថុធាតុដើម",),
    },
)
ORIGIN = Column(
    "raw_material_origin",
    {
        "en": ("Origin of raw material", "Origin"),
        "lo": ("ແຫຼ່ງວັດຖຸດິບ", "ທີ່ມາຂອງວັດຖຸດິບ"),
        "th": ("แหล่งวัตถุดิบ", "ที่มาของวัตถุดิบ"),
        "vi": ("Nguồn nguyên liệu", "Nguồn gốc nguyên liệu"),
        "km": ("ប្រភពវត្ថុធាតុដើម",),
    },
    max_length=200,
)
CONTACT_NAME = Column(
    "contact_name",
    {
        "en": ("Contact person", "Contact", "Representative"),
        "lo": ("ຜູ້ຕິດຕໍ່", "ຜູ້ປະສານງານ", "ຫົວໜ້າກຸ່ມ"),
        "th": ("ผู้ติดต่อ", "ผู้ประสานงาน"),
        "vi": ("Người đại diện", "Người liên hệ"),
        "km": ("អ្នកទំនាក់ទំនង",),
    },
    max_length=120,
)
CONTACT_PHONE = Column(
    "contact_phone",
    {
        "en": ("Phone number", "Phone", "Telephone", "Mobile"),
        "lo": ("ເບີໂທລະສັບ", "ເບີໂທ", "ໂທລະສັບ"),
        "th": ("เบอร์โทรศัพท์", "โทรศัพท์", "เบอร์โทร"),
        "vi": ("Số điện thoại", "Điện thoại", "SĐT"),
        "km": ("លេខទូរស័ព្ទ",),
    },
    example="020 5551 2345",
)
CONTACT_EMAIL = Column("contact_email", {"en": ("E-mail", "Email"), "lo": ("ອີເມວ",), "th": ("อีเมล",), "vi": ("Thư điện tử",), "km": ("អ៊ីមែល",)})
SOURCE_TITLE = Column(
    "source_title",
    {"en": ("Source", "Source title"), "lo": ("ແຫຼ່ງຂໍ້ມູນ",), "th": ("แหล่งข้อมูล",), "vi": ("Nguồn tin",), "km": ("ប្រភពព័ត៌មាន",)},
    help=_("Only for producers known from a publication. They are shown as reported, never as registered, and without a contact."),
    max_length=300,
)
SOURCE_URL = Column(
    "source_url", {"en": ("Source address", "Link"), "lo": ("ລິ້ງແຫຼ່ງຂໍ້ມູນ",), "th": ("ลิงก์แหล่งข้อมูล",), "vi": ("Đường dẫn nguồn tin",)}, max_length=500
)
COLUMNS = (
    CODE, NAME, *NAMES, KIND, *ADDRESS_COLUMNS, WOMEN, MEN, WORKERS, START_YEAR, MATERIAL, ORIGIN,
    CONTACT_NAME, CONTACT_PHONE, CONTACT_EMAIL, SOURCE_TITLE, SOURCE_URL,
)  # fmt: skip
