"""A small kind of table that writes places, for tests of the engine alone."""

from openodop.foundation.tables.kinds import CREATED, UNCHANGED, UPDATED, Column, Context, Need, Outcome, TableKind
from openodop.foundation.tables.rows import Row, RowRefused
from openodop.places.models import Place

CODE = Column("code", {"en": ("Code",), "lo": ("ລະຫັດ",), "vi": ("Mã",)}, required=True, max_length=12)
NAME = Column(
    "name_en", {"en": ("Name", "English name"), "lo": ("ຊື່",), "th": ("ชื่อ",), "vi": ("Tên", "Tên gọi"), "km": ("ឈ្មោះ",)}, required=True, max_length=40
)
STARS = Column("stars", {"en": ("Stars",), "lo": ("ດາວ",), "th": ("ดาว",), "vi": ("Hạng sao",)})
NOTE = Column("note", {"en": ("Note",)}, multiline=True)


def take_row(row: Row, context: Context) -> Outcome:
    row.stars("stars")
    if row["note"] == "raise":
        raise RowRefused("note", row["note"], "Refused by hand.")
    if row["note"] == "say":
        row.note("note", "Said about a row.")
    row.stop_if_refused()
    known = Place.objects.filter(code=row["code"]).first()
    if known is None:
        Place.objects.create(code=row["code"], level=0, path=f"{row['code']}/", name_en=row["name_en"], language="en", source="test")
        return CREATED
    if known.name_en == row["name_en"]:
        return UNCHANGED
    known.name_en = row["name_en"]
    known.save()
    if row["note"] == "raise late":
        row.refuse("note", "Refused after writing.")
    return UPDATED


SEASON = Need("programme", "season", lambda code, account: code if code == "dry" else None, lambda account: [("dry", "Dry season")])
TEA = TableKind("tea", "Tea", (CODE, NAME, STARS, NOTE), take_row, may_import=lambda account: True)
SEASONAL = TableKind("seasonal", "Seasonal tea", (CODE, NAME), take_row, may_import=lambda account: True, needs=(SEASON,))
