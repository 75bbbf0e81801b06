"""Pages of places: names in their languages, the map and the list that say the same, former provinces, weather, villages."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import ngettext_lazy

from openodop.foundation import panels
from openodop.places.choices import Level
from openodop.places.counts import count_within
from openodop.places.models import ClimateNormal, Place, Village
from openodop.producers.models import Producer
from tests.makers import a_place, a_producer

pytestmark = pytest.mark.django_db

SHAPE = re.compile(r'<a href="(?P<href>[^"]+)"(?: aria-current="page")?><title>(?P<title>[^<]+)</title><path class="(?P<look>[^"]+)" d="[^"]+"/></a>')


@pytest.fixture(autouse=True)
def no_guests(monkeypatch):
    """The pages alone: what higher rooms show there is tested in their rooms."""
    monkeypatch.setitem(panels._counters, "places", {})
    monkeypatch.setitem(panels._panels, "places.place", {})


def register(name: str, count) -> None:
    """Let a room lend its number to the pages of places: "4 goods"."""
    label = ngettext_lazy(f"%(count)d {name[:-1]}", f"%(count)d {name}", "count")
    panels.register_count(f"places.{name}", count, title=name.title(), label=label)


@pytest.fixture
def goods_counted(no_guests):
    """A counter that gives LA1301 four goods and LA1302 one."""

    def count(places):
        numbers = {"LA1301": 4, "LA1302": 1, "LA13": 5, "LA": 5}
        return {place.pk: numbers[place.code] for place in places if place.code in numbers}

    register("goods", count)


@pytest.fixture
def savannakhet():
    province = a_place("LA13", name_en="Savannakhet", name_local="ສະຫວັນນະເຂດ")
    a_place("LA1301", name_en="Kaysone Phomvihane", name_local="ໄກສອນ ພົມວິຫານ", latitude=Decimal("16.5"), longitude=Decimal("104.8"))
    a_place("LA1302", name_en="Outhoumphone", name_local="ອຸທຸມພອນ")
    return province


@pytest.fixture
def quang_tri():
    """A present province of Viet Nam and the two that went into it; one had its name before."""
    present = a_place("VN44", name_en="Quang Tri", name_local="Quảng Trị", language="vi", valid_from=date(2025, 7, 1))
    for code, name in (("VN63-44", "Quang Binh"), ("VN63-45", "Quang Tri")):
        Place.objects.create(
            code=code,
            level=Level.PROVINCE,
            parent=present.parent,
            path=f"VN/{code}/",
            name_en=name,
            language="vi",
            successor=present,
            valid_to=date(2025, 6, 30),
            source="test",
        )
    return present


def read(client, address: str, language: str = "en") -> str:
    answer = client.get(address, headers={"Accept-Language": language})
    assert answer.status_code == 200
    return answer.content.decode()


def picture_of(page: str) -> str:
    return page[page.index('<svg class="map') : page.index("</figure>")]


def list_of(page: str) -> str:
    start = page.index('id="map-list"')
    return page[start : page.index("</section>", start)]


class TestMapAndList:
    def test_every_shape_is_a_titled_link_and_the_list_holds_the_same_places(self, client, savannakhet, goods_counted):
        page = read(client, "/places/LA13/")
        shapes = {shape["href"]: shape["title"] for shape in SHAPE.finditer(picture_of(page))}
        assert shapes == {"/places/LA1301/": "Kaysone Phomvihane: 4 goods", "/places/LA1302/": "Outhoumphone: 1 good"}
        assert picture_of(page).count("<path") == len(shapes)
        assert set(re.findall(r'href="(/places/[^"]+)"', list_of(page))) == set(shapes)
        assert [text in list_of(page) for text in ("4 goods", "1 good")] == [True, True]

    def test_the_country_offers_provinces_and_districts(self, client, savannakhet, goods_counted):
        page = read(client, "/places/LA/")
        shapes = {shape["href"] for shape in SHAPE.finditer(picture_of(page))}
        assert shapes == {"/places/LA1301/", "/places/LA1302/"}
        assert set(re.findall(r'href="(/places/[^"]+)"', list_of(page))) == {*shapes, "/places/LA13/"}

    def test_the_map_has_name_description_and_a_way_past_it(self, client, savannakhet):
        page = read(client, "/places/LA13/")
        assert 'role="group" aria-labelledby="map-title" aria-describedby="map-text"' in page
        assert '<title id="map-title">Map of the districts of Savannakhet</title>' in page
        assert page.index('href="#map-list"') < page.index('<svg class="map')

    def test_the_district_is_marked_among_its_neighbours(self, client, savannakhet):
        shapes = {shape["href"]: shape for shape in SHAPE.finditer(picture_of(read(client, "/places/LA1301/")))}
        assert shapes["/places/LA1301/"]["look"].endswith("is-here")
        assert not shapes["/places/LA1302/"]["look"].endswith("is-here")

    def test_more_goods_are_darker_and_the_legend_says_how_many(self, client, savannakhet, goods_counted):
        page = read(client, "/places/LA13/")
        assert [shape["look"] for shape in SHAPE.finditer(picture_of(page))] == ["m4", "m2"]
        legend = page[page.index('<ul class="legend">') : page.index("</ul>", page.index('<ul class="legend">'))]
        assert re.findall(r"</svg>([^<]+)</li>", legend) == ["none", "1", "4"]

    def test_a_choice_of_numbers_colours_the_map(self, client, savannakhet, goods_counted):
        label = ngettext_lazy("%(count)d maker", "%(count)d makers", "count")
        panels.register_count(
            "places.makers", lambda places: {place.pk: 7 for place in places if place.code == "LA1302"}, title="Makers", label=label
        )
        by_makers = read(client, "/places/LA13/?show=makers")
        assert [shape["look"] for shape in SHAPE.finditer(picture_of(by_makers))] == ["m0", "m3"]
        assert 'href="?show=makers" aria-current="true"' in by_makers
        assert picture_of(read(client, "/places/LA13/?show=nonsense")) == picture_of(read(client, "/places/LA13/?show=goods"))

    def test_without_numbers_there_is_no_legend(self, client, savannakhet):
        page = read(client, "/places/LA13/")
        assert 'class="legend"' not in page
        assert "map--plain" in page

    @pytest.mark.parametrize("address", ["/places/", "/places/LA/", "/places/LA13/", "/places/LA1301/", "/places/VN44/", "/places/VN63-44/"])
    def test_every_map_says_what_it_does_not_claim_and_whose_it_is(self, client, savannakhet, quang_tri, address):
        page = read(client, address)
        assert "Boundaries imply no position on legal status." in page
        assert ("geoBoundaries" if "LA" in address else "Open Development Mekong, CC BY-SA 4.0") in page

    def test_thailand_is_drawn_as_schematic_only(self, client):
        a_place("TH5001", language="th")
        for address in ("/places/TH/", "/places/TH50/", "/places/TH5001/"):
            page = read(client, address)
            assert 'class="map map--stitched' in page
            assert "One stitch is about 20 km; the map is a schematic." in page

    def test_nothing_is_styled_inline(self, client, savannakhet, goods_counted):
        assert not re.search(r"\sstyle=|<style|<script(?![^>]+src=)", read(client, "/places/LA13/"))


class TestNames:
    def test_an_english_reader_sees_the_lao_name_marked_as_lao(self, client, savannakhet):
        page = read(client, "/places/LA13/")
        assert "<h1>Savannakhet</h1>" in page
        assert '<p class="second" lang="lo">ສະຫວັນນະເຂດ</p>' in page
        assert "Province of Place LA" in page

    def test_a_lao_reader_sees_the_english_name_marked_as_english(self, client, savannakhet):
        page = read(client, "/places/LA13/", "lo")
        assert "<h1>ສະຫວັນນະເຂດ</h1>" in page
        assert '<p class="second" lang="en">Savannakhet</p>' in page
        assert "ເລືອກເມືອງ" in page
        assert "Choose" not in page

    def test_a_name_in_a_third_language_is_marked(self, client, quang_tri):
        page = read(client, "/places/VN44/", "lo")
        assert '<h1 lang="en">Quang Tri</h1>' in page
        assert '<p class="second" lang="vi">Quảng Trị</p>' in page

    def test_a_country_is_named_in_the_readers_language(self, client):
        a_place("TH50", language="th", name_en="Chiang Mai")
        Place.objects.filter(code="TH").update(name_en="Thailand", name_local="ประเทศไทย", language="th")
        assert "<h1>ໄທ</h1>" in read(client, "/places/TH/", "lo")

    def test_the_way_down_stands_above(self, client, savannakhet):
        page = read(client, "/places/LA1301/")
        crumbs = page[page.index('aria-label="You are here"') : page.index("<main")]
        assert re.findall(r'href="([^"]+)"', crumbs) == ["/places/", "/places/LA/", "/places/LA13/"]
        assert '<span aria-current="page">Kaysone Phomvihane</span>' in crumbs


class TestFormerProvinces:
    def test_a_former_province_says_into_which_it_went(self, client, quang_tri):
        page = read(client, "/places/VN63-44/")
        assert "Quang Binh was a province until 30 June 2025." in page
        assert '<a href="/places/VN44/">Quang Tri</a>' in page
        assert "Former province of Place VN" in page
        assert "Nothing is registered here yet." not in page

    def test_it_stands_on_the_map_of_its_time(self, client, quang_tri):
        assert picture_of(read(client, "/places/VN63-44/")).count("<path class=") == 63 + 1  # and the stitches
        assert picture_of(read(client, "/places/VN44/")).count("<path class=") == 34 + 1

    def test_the_successor_names_those_it_was_formed_from(self, client, quang_tri):
        page = read(client, "/places/VN44/")
        formed = page[page.index("Formed from") : page.index("</div>", page.index("Formed from"))]
        assert re.findall(r'href="([^"]+)"', formed) == ["/places/VN63-44/", "/places/VN63-45/"]

    def test_the_country_keeps_both(self, client, quang_tri):
        page = read(client, "/places/VN/")
        assert {shape["href"] for shape in SHAPE.finditer(picture_of(page))} == {"/places/VN44/"}
        assert "2 provinces that went into others" in page
        assert 'href="/places/VN63-44/"' in page[page.index('id="former-list"') :]


class TestWhatLiesThere:
    def test_an_empty_place_says_what_will_stand_there(self, client, savannakhet):
        assert "Nothing is registered here yet." in read(client, "/places/LA1301/")

    def test_higher_rooms_show_theirs(self, client, savannakhet, goods_counted):
        panels.register("places.place", "goods", lambda request, place: f"<p>Goods of {place.code}</p>")
        page = read(client, "/places/LA1301/")
        assert "<p>Goods of LA1301</p>" in page
        assert "Nothing is registered here yet." not in page
        assert '<p class="lead">4 goods</p>' in page

    def test_records_count_for_every_place_above(self, django_assert_num_queries):
        here, near = a_place("LA1301"), a_place("LA1302")
        a_producer(place=here)
        a_producer(place=here)
        a_producer(place=near)
        a_producer(place=a_place("LA0101"))
        places = [Place.objects.get(code=code) for code in ("LA", "LA13", "LA1301", "LA1302")]
        with django_assert_num_queries(1):
            counted = count_within(Producer.objects.all(), places)
        assert [counted[place.pk] for place in places] == [4, 3, 2, 1]
        assert count_within(Producer.objects.all(), []) == {}


class TestIndex:
    def test_countries_with_their_size(self, client, savannakhet, quang_tri):
        a_place("JP", language="ja")
        page = read(client, "/places/")
        assert re.findall(r'<h2><a href="(/places/[A-Z]+/)"', page) == ["/places/LA/", "/places/VN/"]
        assert "1 province, 2 districts" in page

    @pytest.mark.parametrize("asked", ["kaysone", "ໄກສອນ", "la1301", "ໄກສອນພົມວິຫານ", "KAYSONEPHOMVIHANE"])
    def test_a_place_is_found_by_name_or_code(self, client, savannakhet, asked):
        page = read(client, f"/places/?q={asked}")
        assert "1 place for" in page
        assert 'href="/places/LA1301/"' in page

    def test_an_unknown_name_gets_advice(self, client, savannakhet):
        assert "There is no such place." in read(client, "/places/?q=Atlantis")
        assert "There is no such place." in read(client, "/places/?q=---")
        assert client.get("/places/?q=%00").status_code == 200

    def test_what_is_asked_is_shown_as_text(self, client, savannakhet):
        assert "<b>x" not in read(client, "/places/?q=<b>x")


class TestNotThere:
    @pytest.mark.parametrize("code", ["LA99", "%00", "ບໍ່ມີ"])
    def test_a_sentence_with_the_code(self, client, code):
        answer = client.get(f"/places/{code}/")
        assert answer.status_code == 404
        assert "There is no place with the code" in answer.content.decode()

    def test_the_sentence_in_lao(self, client):
        answer = client.get("/places/LA99/", headers={"Accept-Language": "lo"})
        assert "ບໍ່ມີສະຖານທີ່ທີ່ມີລະຫັດ “LA99”" in answer.content.decode()

    def test_a_code_written_small_leads_to_the_page(self, client, savannakhet):
        answer = client.get("/places/la13/")
        assert (answer.status_code, answer["Location"]) == (301, "/places/LA13/")

    def test_pages_are_only_read(self, client, savannakhet):
        assert client.post("/places/LA13/").status_code == 405


class TestWeather:
    def station(self, name: str = "Savannakhet", *, months: int = 12, latitude: str = "16.55", **fields):
        place = Place.objects.get(code="LA13")
        for month in range(1, months + 1):
            fields = {
                "temperature_max_c": Decimal("31.5"),
                "temperature_min_c": Decimal("19.0"),
                "relative_humidity_percent": Decimal("70.0"),
                **fields,
            }
            ClimateNormal.objects.create(
                place=place,
                station=name,
                month=month,
                latitude=Decimal(latitude),
                longitude=Decimal("104.8"),
                certainty="secondary",
                source="A published table",
                period="1991-2020",
                **fields,
            )

    def test_months_with_source_years_and_certainty(self, client, savannakhet):
        self.station()
        page = read(client, "/places/LA1301/")
        weather = page[page.index('id="weather"') :]
        assert "Mean values of the station Savannakhet." in weather
        assert weather.count("19.0–31.5") == 12
        assert all(text in weather for text in ("1991-2020", "secondary", "A published table"))
        assert "inferred" not in weather

    def test_inferred_humidity_is_marked(self, client, savannakhet):
        self.station(relative_humidity_percent=None, relative_humidity_inferred_percent=Decimal("61.2"))
        page = read(client, "/places/LA1301/")
        assert page.count("61.2*") == 12
        assert "Humidity is inferred from the lowest temperature, not measured." in page

    def test_a_value_that_the_source_lacks_is_not_known(self, client, savannakhet):
        self.station(relative_humidity_percent=None)
        assert read(client, "/places/LA1301/").count("not known") == 12

    def test_a_station_elsewhere_says_how_far(self, client, savannakhet):
        self.station(latitude="16.9")
        assert "about 44 km away" in read(client, "/places/LA1301/")

    @pytest.mark.parametrize("fields", [{"latitude": "19.9"}, {"months": 3}])
    def test_a_far_station_or_part_of_a_year_is_left_out(self, client, savannakhet, fields):
        self.station(**fields)
        assert "Weather by month" not in read(client, "/places/LA1301/")


class TestVillages:
    @pytest.fixture
    def district(self, savannakhet):
        district = Place.objects.get(code="LA1301")
        for number, (name, english) in enumerate((("ໂພນສະຫວ່າງ", "Phonsavang"), ("ນາແກ", ""), ("ຣາຊະວົງ", ""))):
            Village.objects.create(district=district, source_number=str(number), name_local=name, name_en=english)
        return district

    def test_names_as_options(self, client, district):
        answer = client.get("/places/LA1301/villages/?q=ໂພນ").content.decode()
        assert answer.strip() == '<option value="ໂພນສະຫວ່າງ" label="Phonsavang"></option>'

    def test_another_spelling_finds_them(self, client, district):
        assert "ຣາຊະວົງ" in client.get("/places/LA1301/villages/?q=ລາຊະ").content.decode()
        assert "ໂພນສະຫວ່າງ" in client.get("/places/LA1301/villages/?q=PHON").content.decode()

    def test_as_json_for_who_asks_for_it(self, client, district):
        answer = client.get("/places/LA1301/villages/?q=ນາ", headers={"Accept": "application/json"})
        assert answer.json() == {"items": [{"name": "ນາແກ", "name_en": ""}]}

    def test_nothing_for_what_nobody_knows(self, client, district):
        assert client.get("/places/LA1301/villages/?q=Paris").content.strip() == b""
        assert client.get("/places/LA9999/villages/?q=a").content.strip() == b""

    def test_the_page_says_that_it_is_no_official_list(self, client, district):
        page = read(client, "/places/LA1301/")
        assert "3 names, a help in typing and not an official list" in page


class TestQueries:
    """One query each: the place, the places below, every counter; country: provinces, districts, former provinces."""

    def grow(self, rows: int) -> None:
        for number in range(1, rows + 1):
            a_place(f"LA13{number:02d}")
            a_place(f"LA{number:02d}01")

    @pytest.mark.parametrize("rows", [1, 3])
    @pytest.mark.parametrize(
        ("address", "queries"),
        [
            ("/places/LA/", 5),  # place, provinces, districts, counter, former provinces
            ("/places/LA13/", 4),  # place, districts, counter, predecessors
            ("/places/LA1301/", 4),  # place, neighbours, counter, villages
            ("/places/", 3),  # countries, counter, sizes
            ("/places/?q=place", 4),
        ],
    )
    def test_as_many_for_one_row_as_for_three(self, client, django_assert_num_queries, address, queries, rows):
        self.grow(rows)
        asked = []
        label = ngettext_lazy("%(count)d good", "%(count)d goods", "count")
        panels.register_count(
            "places.goods", lambda places: asked.append(1) or count_within(Producer.objects.all(), places), title="Goods", label=label
        )
        with django_assert_num_queries(queries):
            read(client, address)
        assert asked == [1]
