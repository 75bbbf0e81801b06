"""Addresses in tables, with the shipped places in the record."""

import pytest
from django.db import transaction
from django.utils import translation

from openodop.foundation.tables.kinds import CREATED, Context, TableKind
from openodop.foundation.tables.running import import_file
from openodop.places.actions import load_reference_places
from openodop.places.imports import ADDRESS_COLUMNS, take_address
from openodop.places.queries import PlaceFinder, PlaceNotFound, find_place
from openodop.places.rules.addresses import Parts

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def shipped_places(django_db_setup, django_db_blocker):
    """Load the places once for the tests of this module and take them out again."""

    with django_db_blocker.unblock(), transaction.atomic():
        load_reference_places(countries=("LA", "VN"))
        yield
        transaction.set_rollback(True)


def run(text: str, country: str, *, required: bool = True):
    found = []

    def take_row(row, context):
        found.append(take_address(row, context, country=country, required=required))
        row.stop_if_refused()
        return CREATED

    kind = TableKind("addresses", "Addresses", ADDRESS_COLUMNS, take_row, may_import=lambda account: True)
    return import_file(kind, text.encode(), Context()), found


def said(result):
    return [(problem.row, problem.column, problem.value, problem.message) for problem in result.errors]


def test_an_address_in_one_cell_or_in_columns_is_the_same_place():
    _, one = run('Địa chỉ\n"xã Phong Hiền, huyện Phong Điền, tỉnh Thừa Thiên Huế"\n', "VN")
    result, columns = run("Xã;Huyện;Tỉnh\nPhong Hiền;Phong Điền;Thừa Thiên Huế\n", "VN")
    assert one == columns
    assert (one[0].place.code, one[0].former_place.code) == ("VN46", "VN63-46")
    assert (one[0].district_text, one[0].commune) == ("Phong Điền", "Phong Hiền")
    assert [(note.column, note.message) for note in result.notes] == [("province", "Thua Thien Hue is part of Hue now. Both are kept.")]


def test_lao_titles_and_names():
    result, found = run("ແຂວງ,ເມືອງ,ບ້ານ\nນະຄອນຫລວງວຽງຈັນ,ເມືອງສັງທອງ,ບ້ານໂພນ\n", "LA")
    assert result.errors == []
    assert (found[0].place.code, found[0].village) == ("LA0108", "ໂພນ")


def test_unknown_places_are_reported_with_the_nearest_and_their_province():
    result, _ = run("province,district\nVientiane Capital,Sangthon\nSavanaket,\n,Phonthong\n", "LA")
    row, column, value, message = said(result)[0]
    assert (row, column, value) == (2, "district", "Sangthon")
    assert message.startswith("“Sangthon” is not a district of Vientiane Capital. Nearest: Sangthong / ສັງທອງ, Vientiane Capital (LA0108);")
    assert said(result)[-1][3] == (
        "“Phonthong” may be several places: Phonthong / ໂພນທອງ, Louangphabang (LA0612); Phonthong / ໂພນທອງ, Champasack (LA1606). "
        "Write the province too, or the code of the place."
    )
    assert "(LA13)" in run("province\nSavanakat\n", "LA")[0].errors[0].message


def test_the_column_to_blame_is_one_that_the_file_has():
    assert run("address\nAtlantis\n", "LA")[0].errors[0].column == "address"
    assert run("place_code\nLA9999\n", "LA")[0].errors[0].column == "place_code"
    assert run("village\nBan Xoke\n", "LA")[0].errors[0].column == "village"


def test_an_empty_address_is_refused_only_where_it_is_needed():
    text = "name of nothing,province\nx,\n"
    assert run(text, "LA", required=False)[0].errors == []
    assert run(text, "LA")[0].errors[0].column == "province"


def test_sentences_come_in_the_readers_language_with_local_names():
    with translation.override("lo"):
        assert "ສັງທອງ" in run("district\nສັງທ້ອງ\n", "LA")[0].errors[0].message


def test_find_place_for_one_address_and_its_refusal():
    assert find_place(Parts(province="Quảng Bình"), "VN").place.code == "VN44"
    with pytest.raises(PlaceNotFound) as refusal:
        find_place(Parts(province="Quảng Bin"), "VN")
    assert (refusal.value.part, refusal.value.text) == ("province", "Quảng Bin")
    assert [place.code for place in refusal.value.suggestions][:1] == ["VN63-44"]


def test_a_thousand_addresses_read_the_places_once(django_assert_num_queries):
    finder = PlaceFinder("LA")
    with django_assert_num_queries(1):
        for _ in range(3):
            finder.find(finder.parts(province="Savannakhet", district="Champhone"))
