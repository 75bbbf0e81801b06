"""Places in tables: the columns of an address that other rooms' tables share, and the table of places itself."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from openodop.foundation.tables.kinds import Column, Context
from openodop.foundation.tables.rows import Row
from openodop.places import messages
from openodop.places.queries import PlaceFinder, PlaceFound, PlaceNotFound

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


#: part of an address -> the columns that may hold it
_COLUMNS_OF_PART = {
    "place_code": ("place_code",),
    "province": ("province", "address", "place_code"),
    "district": ("district", "address"),
    "address": ("address", "province", "place_code", "district"),
}


def take_address(row: Row, context: Context, *, country: str, required: bool = True) -> PlaceFound | None:
    """Return the place that the row's address cells name in `country` (two letters), or None with the reasons put on the row.

    An empty address refuses the row when `required`; otherwise it gives None and no reason. A former province is followed to
    its successor, with a note.
    """
    finder = context.once(("places", country), lambda: PlaceFinder(country))
    texts = {name: row[name] for name in ("address", "province", "district", "commune", "village")}
    parts = finder.parts(code=row["place_code"], **texts)
    if not parts and not required:
        return None
    try:
        found = finder.find(parts)
    except PlaceNotFound as refusal:
        row.refuse(_column(row, refusal.part), str(refusal), value=refusal.text)
        return None
    if found.former_place and found.former_place.name_en != found.place.name_en:
        row.note(_column(row, "province"), messages.FORMER_FOLLOWED, former=found.former_place.name, place=found.place.name)
    return found


def _column(row: Row, part: str) -> str:
    """Return the column of this file that holds the part, the first that it could stand in where all are empty."""
    columns = _COLUMNS_OF_PART[part]
    present = [column for column in columns if row.has(column)] or list(ADDRESS_NAMES)
    return next((column for column in present if row[column]), present[0] if row.has(present[0]) else columns[0])
