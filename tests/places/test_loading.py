import pytest

from openodop.places import shipped
from openodop.places.actions import load_reference_places
from openodop.places.models import ClimateNormal, Place, Village

pytestmark = pytest.mark.django_db


def state():
    return (
        sorted(Place.objects.values_list("code", "parent__code", "successor__code", "path", "name_en", "name_local", "other_names", "latitude")),
        sorted(Village.objects.values_list("district__code", "source_number", "name_local")),
        sorted(ClimateNormal.objects.values_list("station", "month", "place__code", "temperature_mean_c")),
    )


def test_the_shipped_lists_are_loaded_once_however_often():
    loaded = load_reference_places()
    assert (loaded.places, loaded.villages, loaded.climate_months) == (1508, 8915, 99)
    first, ids = state(), dict(Place.objects.values_list("code", "pk"))
    load_reference_places()
    assert state() == first
    assert dict(Place.objects.values_list("code", "pk")) == ids
    levels = {(code[:2], level): 0 for code, level in Place.objects.values_list("code", "level")}
    for code, level in Place.objects.values_list("code", "level"):
        levels[code[:2], level] += 1
    assert (levels["LA", 1], levels["LA", 2], levels["TH", 1], levels["KH", 1], levels["VN", 1], levels["JP", 0]) == (18, 148, 77, 25, 97, 1)


def test_former_provinces_name_their_successor_and_their_end():
    load_reference_places(countries=["VN"])
    assert Place.objects.present().filter(level=1).count() == 34
    former = Place.objects.get(code="VN63-46")
    assert (former.successor.code, str(former.valid_to), former.path) == ("VN46", "2025-06-30", "VN/VN63-46/")


def test_names_that_people_added_stay_when_loading_again():
    load_reference_places(countries=["LA"])
    Place.objects.filter(code="LA0108").update(other_names="Sangthongtai", name_en="Sang Thong")
    load_reference_places(countries=["LA"])
    place = Place.objects.get(code="LA0108")
    assert (place.name_en, place.other_names) == ("Sangthong", "Sangthongtai")


def test_weather_stands_with_its_place_and_says_where_its_position_comes_from():
    load_reference_places(countries=["LA"])
    vientiane = ClimateNormal.objects.get(station="Vientiane", month=1)
    assert (vientiane.place.parent.code, str(vientiane.latitude), "position" in vientiane.note) == ("LA01", "17.95000", False)
    phonhong = ClimateNormal.objects.get(station__startswith="Phonhong", month=1)
    assert (phonhong.place.code, phonhong.latitude, "position of the place" in phonhong.note) == ("LA1001", phonhong.place.latitude, True)
    assert phonhong.temperature_max_c is None


@pytest.mark.parametrize("country", shipped.COUNTRIES)
def test_the_shipped_lists_are_whole(country):
    rows = {row["code"]: row for row in shipped.places(country)}
    for code, row in rows.items():
        assert row["source"]
        assert row["name_en"]
        assert row["name_local"]
        assert row["level"] == 0 or rows[row["parent_code"]]["level"] == row["level"] - 1, code
        assert not row["successor_code"] or rows[row["successor_code"]]["successor_code"] == "", code


def test_other_names_and_stations_name_places_that_are_listed():
    codes = {row["code"] for country in shipped.COUNTRIES for row in shipped.places(country)}
    assert {row["code"] for row in shipped._rows("other_names.csv")} <= codes
    assert {row["place_code"] for row in shipped._rows("climate_stations.csv")} <= codes
