"""The table of places: `openodop import places FILE`."""

from importlib.resources import files

import pytest

from openodop.foundation import audit
from openodop.foundation.tables.kinds import Context, find_kind
from openodop.foundation.tables.running import import_file
from openodop.people.choices import Role
from openodop.places import messages
from openodop.places.actions import load_reference_places
from openodop.places.imports import PLACES, may_import_places
from openodop.places.models import Place
from tests.makers import a_manager, a_place, an_account, an_officer

pytestmark = pytest.mark.django_db
HEAD = "level,code,parent_code,name_en,name_lo,lat,lon,valid_to,successor_code,source\n"
COUNTRY = "0,LA,,Lao PDR,ລາວ,,,,,test\n"
PROVINCE = "1,LA13,LA,Savannakhet,ສະຫວັນນະເຂດ,16.55,104.75,,,test\n"
DISTRICT = "2,LA1309,LA13,Champhone,ຈຳພອນ,,,,,test\n"


def run(text: str | bytes, **context):
    return import_file(PLACES, text if isinstance(text, bytes) else text.encode(), Context(**context))


def numbers(result) -> tuple[int, int, int]:
    return result.created, result.updated, result.unchanged


def sentences(result) -> list[tuple[str, str]]:
    return [(problem.column, problem.message) for problem in result.errors]


def test_the_kind_is_offered():
    assert find_kind("places") is PLACES


def test_places_are_created_from_the_country_down_and_a_second_time_nothing_changes():
    assert numbers(run(HEAD + COUNTRY + PROVINCE + DISTRICT)) == (3, 0, 0)
    district = Place.objects.get(code="LA1309")
    assert (district.path, district.name_local, district.language) == ("LA/LA13/LA1309/", "ຈຳພອນ", "lo")
    assert numbers(run(HEAD + COUNTRY + PROVINCE + DISTRICT)) == (0, 0, 3)
    assert numbers(run(HEAD + COUNTRY + PROVINCE + DISTRICT.replace("Champhone", "Champhon"))) == (0, 1, 2)
    assert [entry.additional_data["event"] for entry in audit.trail(district)] == ["places.place.changed", "places.place.created"]


@pytest.mark.parametrize("country", ["la", "vn", "jp"])
def test_each_shipped_file_is_taken_as_it_is(country):
    content = (files("openodop.places") / "data" / f"places_{country}.csv").read_bytes()
    rows = content.count(b"\n") - 1
    assert numbers(run(content)) == (rows, 0, 0)
    load_reference_places(countries=[country.upper()])
    assert numbers(run(content)) == (0, 0, rows)


def test_columns_that_the_file_lacks_stay_as_they_are():
    run(HEAD + COUNTRY + PROVINCE)
    assert numbers(run("ລະຫັດ;ຂັ້ນ;ຊື່ພາສາອັງກິດ\nLA13;province;Savannakhét\n")) == (0, 1, 0)
    place = Place.objects.get(code="LA13")
    assert (place.name_en, place.name_local, place.parent.code, place.source, float(place.latitude)) == (
        "Savannakhét",
        "ສະຫວັນນະເຂດ",
        "LA",
        "test",
        16.55,
    )


def test_other_names_are_added_and_never_taken_away():
    run(HEAD + COUNTRY + PROVINCE)
    run("code,level,name_en,name_en_alt\nLA13,1,Savannakhet,Savan; Savannakhet\n")
    run("code,level,name_en,name_en_alt\nLA13,1,Savannakhet,Suvannakhet\n")
    assert Place.objects.get(code="LA13").other_names.splitlines() == ["Savan", "Suvannakhet"]


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        ("2,LA1309,LA13,Champhone,,,,,,t", "parent_code", messages.PARENT_UNKNOWN % {"code": "LA13"}),
        ("2,LA1309,LA,Champhone,,,,,,t", "parent_code", messages.PARENT_OF_WRONG_LEVEL % {"code": "LA"}),
        ("1,LA13,LA13,Savannakhet,,,,,,t", "parent_code", messages.PARENT_UNKNOWN % {"code": "LA13"}),
        ("1,LA13,,Savannakhet,,,,,,t", "parent_code", str(messages.PARENT_MISSING)),
        ("1,TH13,LA,Savannakhet,,,,,,t", "parent_code", messages.PARENT_IN_OTHER_COUNTRY % {"code": "LA"}),
        ("0,TH,LA,Thailand,,,,,,t", "parent_code", str(messages.COUNTRY_HAS_PARENT)),
        ("1,LA,LA,Lao PDR,,,,,,t", "level", messages.LEVEL_CHANGED % {"level": "Country"}),
        ("0,ZZ,,Nowhere,,,,,,t", "code", messages.LANGUAGE_UNKNOWN % {"country": "ZZ"}),
        ("0,Laos,,Lao PDR,,,,,,t", "code", str(messages.CODE_NOT_WRITTEN_SO)),
        ("1,LA19,LA,New,,91,104,,,t", "lat", "This number is too large. The most is 90."),
        ("1,LA19,LA,New,,16,,,,t", "lat", str(messages.POSITION_HALF)),
        ("1,LA19,LA,Old,,,,,LA20,t", "successor_code", messages.SUCCESSOR_UNKNOWN % {"code": "LA20"}),
        ("1,LA19,LA,Old,,,,2025-06-30,LA,t", "successor_code", messages.SUCCESSOR_WRONG % {"code": "LA"}),
        ("7,LA19,LA,Old,,,,,,t", "level", "This word is not known here. Write one of: 0, 1, 2."),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(row, column, message):
    run(HEAD + COUNTRY)
    result = run(HEAD + row + "\n")
    assert sentences(result) == [(column, message)]
    assert Place.objects.count() == 1


def test_a_successor_needs_an_end_and_successors_make_no_ring():
    run(HEAD + COUNTRY + PROVINCE)
    assert sentences(run(HEAD + "1,LA19,LA,Old,,,,,LA13,t\n")) == [("valid_to", str(messages.SUCCESSOR_NEEDS_END))]
    assert numbers(run(HEAD + "1,LA19,LA,Old,,,,2025-06-30,LA13,t\n")) == (1, 0, 0)
    ring = run(HEAD + "1,LA13,LA,Savannakhet,,16.55,104.75,2026-01-01,LA19,test\n")
    assert sentences(ring) == [("successor_code", messages.SUCCESSOR_WRONG % {"code": "LA19"})]


def test_a_district_that_moves_to_another_province_keeps_its_code_and_gets_a_new_path():
    run(HEAD + COUNTRY + PROVINCE + DISTRICT + "1,LA12,LA,Khammouan,,,,,,t\n")
    assert numbers(run("level,code,parent_code,name_en\n2,LA1309,LA12,Champhone\n")) == (0, 1, 0)
    assert Place.objects.get(code="LA1309").path == "LA/LA12/LA1309/"


def test_only_programme_managers_import_places():
    a_place()
    assert may_import_places(a_manager())
    assert may_import_places(an_account(is_superuser=True))
    assert not may_import_places(an_officer())
    assert not may_import_places(an_account(Role.TRAINER))
    assert not may_import_places(None)
