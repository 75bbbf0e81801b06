"""Places in tables: the columns of an address that other rooms' tables share, and the table of places itself."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from openodop.foundation.tables.kinds import Column, Context
from openodop.foundation.tables.rows import Row
from openodop.places.queries import PlaceFound

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


def take_address(row: Row, context: Context, *, country: str, required: bool = True) -> PlaceFound | None:
    """Return the place that the row's address cells name in `country` (two letters), or None with the reasons put on the row.

    An empty address refuses the row when `required`; otherwise it gives None and no reason.
    """
    raise NotImplementedError
