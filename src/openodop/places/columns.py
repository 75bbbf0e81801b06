"""Columns of tables about places: those of an address, which other rooms' tables share, and those of the table of places."""

from django.utils.translation import gettext_lazy as _

from openodop.foundation.tables.kinds import Column

# --- an address -----------------------------------------------------------------------------------------------------------
PLACE_CODE = Column(
    "place_code",
    {
        "en": ("Place code", "District code", "Province code"),
        "lo": ("ລະຫັດສະຖານທີ່", "ລະຫັດເມືອງ"),
        "th": ("รหัสพื้นที่", "รหัสอำเภอ"),
        "vi": ("Mã địa phương", "Mã địa bàn"),
        "km": ("លេខកូដទីតាំង",),
    },
    help=_("Code of a district or province, for example LA1301 or VN63-46. It decides when the names say nothing else."),
    example="LA1301",
)
ADDRESS = Column(
    "address",
    {"en": ("Address",), "lo": ("ທີ່ຢູ່",), "th": ("ที่อยู่",), "vi": ("Địa chỉ",), "km": ("អាសយដ្ឋាន",)},
    help=_("Village, district and province in one cell. Or use the four columns below."),
    example="ບ້ານໂພນ ເມືອງສັງທອງ ນະຄອນຫຼວງວຽງຈັນ",
)
PROVINCE = Column(
    "province",
    {
        "en": ("Province", "Province or city", "Province or capital"),
        "lo": ("ແຂວງ", "ແຂວງ/ນະຄອນຫຼວງ"),
        "th": ("จังหวัด",),
        "vi": ("Tỉnh", "Tỉnh/Thành phố", "Tỉnh, thành phố", "Tỉnh thành"),
        "km": ("ខេត្ត", "រាជធានី/ខេត្ត"),
    },
)
DISTRICT = Column(
    "district",
    {
        "en": ("District",),
        "lo": ("ເມືອງ",),
        "th": ("อำเภอ", "อำเภอ/เขต"),
        "vi": ("Huyện", "Quận/Huyện", "Huyện/Quận", "Huyện/Thị xã/Thành phố", "Huyện, thị xã, thành phố"),
        "km": ("ស្រុក", "ក្រុង/ស្រុក/ខណ្ឌ"),
    },
)
COMMUNE = Column(
    "commune",
    {
        "en": ("Commune", "Subdistrict", "Commune or ward"),
        "lo": ("ຕາແສງ",),
        "th": ("ตำบล", "ตำบล/แขวง"),
        "vi": ("Xã", "Phường", "Xã/Phường", "Xã/Phường/Thị trấn", "Xã, phường, thị trấn"),
        "km": ("ឃុំ", "ឃុំ/សង្កាត់"),
    },
)
VILLAGE = Column(
    "village",
    {
        "en": ("Village",),
        "lo": ("ບ້ານ",),
        "th": ("หมู่บ้าน", "หมู่", "หมู่ที่"),
        "vi": ("Thôn", "Bản", "Làng", "Thôn/Bản", "Thôn/Ấp", "Thôn, bản"),
        "km": ("ភូមិ",),
    },
)
#: what a table of producers, products or participants says about where they are; all optional, see `take_address`
ADDRESS_COLUMNS = (PLACE_CODE, ADDRESS, PROVINCE, DISTRICT, COMMUNE, VILLAGE)
ADDRESS_NAMES = tuple(column.name for column in ADDRESS_COLUMNS)

# --- the table of places ----------------------------------------------------------------------------------------------------
CODE = Column(
    "code",
    {"en": ("Code",), "lo": ("ລະຫັດ",), "th": ("รหัส",), "vi": ("Mã",), "km": ("លេខកូដ",)},
    required=True,
    max_length=12,
    help=_("Two letters of the country and figures."),
    example="LA1301",
)
LEVEL = Column(
    "level",
    {"en": ("Level",), "lo": ("ຂັ້ນ",), "th": ("ระดับ",), "vi": ("Cấp",), "km": ("កម្រិត",)},
    required=True,
    help=_("0 or country, 1 or province, 2 or district."),
    example="2",
)
PARENT_CODE = Column(
    "parent_code",
    {"en": ("Parent code",), "lo": ("ລະຫັດຂັ້ນເທິງ",), "th": ("รหัสต้นสังกัด",), "vi": ("Mã cấp trên",)},
    help=_("The province of a district, the country of a province."),
    example="LA13",
)
NAME_EN = Column(
    "name_en",
    {"en": ("Name in English", "English name", "Name"), "lo": ("ຊື່ພາສາອັງກິດ",), "th": ("ชื่อภาษาอังกฤษ",), "vi": ("Tên tiếng Anh",)},
    required=True,
    max_length=120,
    example="Kaysone Phomvihane",
)
NAME_LOCAL = Column(
    "name_local",
    {"en": ("Local name",), "lo": ("ຊື່ທ້ອງຖິ່ນ", "ຊື່"), "th": ("ชื่อท้องถิ่น", "ชื่อ"), "vi": ("Tên địa phương", "Tên"), "km": ("ឈ្មោះ",)},
    max_length=120,
    help=_("The name in the country's own language. Or use a column for each language."),
)
NAMES = {
    "lo": Column("name_lo", {"en": ("Name in Lao", "Lao name"), "lo": ("ຊື່ພາສາລາວ",), "th": ("ชื่อภาษาลาว",), "vi": ("Tên tiếng Lào",)}, max_length=120),
    "km": Column("name_km", {"en": ("Name in Khmer", "Khmer name"), "lo": ("ຊື່ພາສາຂະເໝນ",), "km": ("ឈ្មោះជាភាសាខ្មែរ",)}, max_length=120),
    "th": Column(
        "name_th", {"en": ("Name in Thai", "Thai name"), "lo": ("ຊື່ພາສາໄທ",), "th": ("ชื่อภาษาไทย",), "vi": ("Tên tiếng Thái",)}, max_length=120
    ),
    "vi": Column("name_vi", {"en": ("Name in Vietnamese", "Vietnamese name"), "lo": ("ຊື່ພາສາຫວຽດນາມ",), "vi": ("Tên tiếng Việt",)}, max_length=120),
    "ja": Column("name_ja", {"en": ("Name in Japanese", "Japanese name"), "lo": ("ຊື່ພາສາຍີ່ປຸ່ນ",)}, max_length=120),
}
NAMES_ALT = {
    language: Column(
        f"name_{language}_alt",
        {"en": (f"Other names ({language})",), "lo": (f"ຊື່ອື່ນ ({language})",)},
        help=_("Other spellings, with a semicolon between them."),
    )
    for language in ("en", *NAMES)
}
KIND = Column("type", {"en": ("Type", "Kind"), "lo": ("ປະເພດ",), "th": ("ประเภท",), "vi": ("Loại", "Loại hình")}, max_length=60, example="district")
ISO_CODE = Column("iso3166_2", {"en": ("ISO code", "ISO 3166-2"), "lo": ("ລະຫັດ ISO",), "th": ("รหัส ISO",), "vi": ("Mã ISO",)}, max_length=8)
LATITUDE = Column("lat", {"en": ("Latitude",), "lo": ("ເສັ້ນຂະໜານ", "ລະຕິຈູດ"), "th": ("ละติจูด",), "vi": ("Vĩ độ",)}, example="16.55000")
LONGITUDE = Column("lon", {"en": ("Longitude",), "lo": ("ເສັ້ນແວງ", "ລອງຈິຈູດ"), "th": ("ลองจิจูด",), "vi": ("Kinh độ",)}, example="104.75000")
VALID_FROM = Column("valid_from", {"en": ("Valid from",), "lo": ("ໃຊ້ຕັ້ງແຕ່",), "th": ("ใช้ตั้งแต่",), "vi": ("Có hiệu lực từ",)})
VALID_TO = Column("valid_to", {"en": ("Valid to", "Valid until"), "lo": ("ໃຊ້ຮອດ",), "th": ("ใช้ถึง",), "vi": ("Hết hiệu lực",)})
SUCCESSOR_CODE = Column(
    "successor_code",
    {"en": ("Successor code",), "lo": ("ລະຫັດຜູ້ສືບຕໍ່",), "th": ("รหัสใหม่",), "vi": ("Mã mới",)},
    help=_("The place that a former place became part of."),
)
SOURCE = Column("source", {"en": ("Source",), "lo": ("ແຫຼ່ງຂໍ້ມູນ",), "th": ("แหล่งข้อมูล",), "vi": ("Nguồn",)}, max_length=300)
NAME_CHECK = Column("name_check", {"en": ("Name check",), "lo": ("ການກວດຊື່",)}, help=_("Not kept: a remark of who made the table."))
PLACE_COLUMNS = (CODE, LEVEL, PARENT_CODE, NAME_EN, NAME_LOCAL, *NAMES.values(), *NAMES_ALT.values(), KIND, ISO_CODE, LATITUDE, LONGITUDE)
PLACE_COLUMNS += (VALID_FROM, VALID_TO, SUCCESSOR_CODE, SOURCE, NAME_CHECK)
