"""The pictures of places: what is drawn, in which colour, within which size."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from openodop.places import maps
from openodop.places.maps import Area, Step, Tray
from openodop.places.templatetags.places import map_to_choose_from


def areas_of(name: str) -> list[Area]:
    return [Area(code, f"Province {code}", f"/places/{code}/") for code in maps.grid(name).cells]


def laos_districts() -> list[Area]:
    return [Area(code, code, f"/places/{code}/") for code in maps._read("districts_la")["country"]["districts"]]


class TestStepsOfColour:
    def test_nothing_counted_has_no_legend(self):
        assert maps.steps([None, 0, 0]) == []
        assert maps.step_of(0, []) == 0

    def test_few_numbers_get_a_step_each(self):
        assert maps.steps([7]) == [Step(3, 7, 7)]
        assert maps.steps([1, 4, 4]) == [Step(2, 1, 1), Step(4, 4, 4)]
        assert maps.steps([1, 2, 3, 9]) == [Step(1, 1, 1), Step(2, 2, 2), Step(4, 3, 3), Step(5, 9, 9)]

    def test_many_numbers_fall_into_fifths(self):
        assert maps.steps(range(1, 11)) == [Step(1, 1, 2), Step(2, 3, 4), Step(3, 5, 6), Step(4, 7, 8), Step(5, 9, 10)]

    @pytest.mark.parametrize("numbers", [[1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 700], [5] * 40 + [1, 2, 3, 4, 6, 7], list(range(0, 300, 7))])
    def test_every_number_has_exactly_one_step_and_more_is_never_paler(self, numbers):
        legend = maps.steps(numbers)
        found = [maps.step_of(number, legend) for number in sorted(numbers)]
        assert found == sorted(found)
        assert all((step == 0) == (number == 0) for number, step in zip(sorted(numbers), found, strict=True))
        assert all(upper.least > lower.most for lower, upper in pairwise(legend))


class TestOutline:
    def test_one_cell(self):
        assert maps.outline(frozenset({(0, 0)})) == "M0 0h11v11h-11z"

    def test_straight_lines_have_no_corners_between(self):
        assert maps.outline(frozenset({(0, 0), (0, 1), (0, 2)})) == "M0 0h33v11h-33z"

    def test_a_hole_is_a_loop_of_its_own(self):
        ring = frozenset((row, column) for row in range(3) for column in range(3)) - {(1, 1)}
        assert maps.outline(ring).count("M") == 2

    def test_cells_apart_are_loops_apart(self):
        assert maps.outline(frozenset({(0, 0), (0, 5)})) == "M0 0h11v11h-11zM55 0h11v11h-11z"

    @pytest.mark.parametrize("name", maps.STITCHED)
    def test_outlines_enclose_exactly_their_cells(self, name):
        """The area under each path (shoelace; holes run the other way) is its number of cells."""
        for code, cells in maps.grid(name).cells.items():
            assert _area(maps.province_paths(name)[code]) == len(cells) * maps.CELL**2, code


def _area(path: str) -> float:
    total = 0
    for loop in path.split("M")[1:]:
        start, *steps = re.findall(r"-?\d+ -?\d+|[hv]-?\d+", loop)
        x, y = map(int, start.split())
        points = [(x, y)]
        for step in steps:
            x, y = (x + int(step[1:]), y) if step[0] == "h" else (x, y + int(step[1:]))
            points.append((x, y))
        total += sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True)) / 2
    return total


class TestStitchedMap:
    @pytest.mark.parametrize(("name", "provinces"), [("LA", 18), ("KH", 25), ("TH", 77), ("VN", 34), ("VN63", 63)])
    def test_every_province_has_its_cells(self, name, provinces):
        picture = maps.stitched(name, areas_of(name))
        assert len({shape.code for shape in picture.shapes}) == provinces
        assert all(shape.path for shape in picture.shapes)

    def test_a_shape_carries_link_words_and_step(self):
        areas = [Area("LA01", "Vientiane Capital: 34 products", "/places/LA01/", 34), Area("LA02", "Phongsaly", "/places/LA02/", 0)]
        first, second = maps.stitched("LA", areas, current="LA02").shapes
        assert (first.href, first.label, first.step, first.is_current) == ("/places/LA01/", "Vientiane Capital: 34 products", 3, False)
        assert (second.step, second.is_current) == (0, True)

    def test_a_place_without_cells_is_left_out(self):
        assert maps.stitched("LA", [Area("LA99", "Nowhere", "/")]).shapes == []

    def test_a_district_is_found_on_the_grid(self):
        """Vientiane (17.97 N, 102.61 E) lies on a cell of Vientiane Capital."""
        x, y = maps.grid("LA").point(17.97, 102.61)
        assert (int(y // maps.CELL), int(x // maps.CELL)) in maps.grid("LA").cells["LA01"]

    def test_each_map_says_where_it_comes_from(self):
        assert "CC BY 3.0 IGO" in maps.grid("LA").attribution
        assert "ODbL" in maps.grid("KH").attribution
        assert "CC BY-SA 4.0" in maps.grid("VN63").attribution


class TestTrays:
    #: Phongsaly, Xam Neua, Chomphet, Pek, Sangthong, Paksong
    KNOTS = [(21.68, 102.10), (20.42, 104.05), (19.95, 102.05), (19.45, 103.2), (18.2, 102.1), (15.18, 106.23)]

    @pytest.fixture
    def trays(self):
        return [Tray("/", f"Place {number}", "Tea", "tea", knot=maps.grid("LA").point(*knot)) for number, knot in enumerate(self.KNOTS)]

    def test_each_has_room_of_its_own_and_covers_no_province(self, trays):
        placed, _ = maps.arrange("LA", trays)
        assert {tray.words for tray in placed} == {tray.words for tray in trays}
        land = {cell for cells in maps.grid("LA").cells.values() for cell in cells}
        for number, one in enumerate(placed):
            assert not any(maps._overlap(maps._room(one.centre), maps._room(other.centre)) for other in placed[number + 1 :])
            assert not land & set(maps._cells_under(maps._room(one.centre)))
            assert not any(maps._holds(maps._room(one.centre), tray.knot) for tray in trays)

    def test_no_line_crosses_another_or_a_tray(self, trays):
        placed, _ = maps.arrange("LA", trays)
        for one in placed:
            for other in placed:
                if one is not other:
                    assert not maps._cross(one.knot, one.centre, other.knot, other.centre)
                    assert not maps._hits(one.knot, one.centre, maps._room(other.centre))

    def test_the_box_holds_map_and_trays(self, trays):
        placed, (left, top, width, height) = maps.arrange("LA", trays)
        rooms = [maps._room(tray.centre) for tray in placed]
        assert left <= min(0, *(room[0] for room in rooms))
        assert left + width >= max(440, *(room[2] for room in rooms))
        assert top + height >= max(528, *(room[3] for room in rooms))

    def test_a_tray_without_room_is_not_drawn(self):
        placed, _ = maps.arrange("LA", [Tray("/", str(number), "", "tea", knot=(200.0, 200.0)) for number in range(60)])
        assert 5 < len(placed) < 60

    def test_it_is_written_as_a_link_with_its_words(self, trays):
        picture = maps.stitched("LA", areas_of("LA"), trays=[replace(trays[0], href="/products/LA0201-26-0001/", words="ຜົ້ງສາລີ & more")])
        svg = map_to_choose_from(picture, "Goods", "By province")
        assert svg.count('<a class="pin" href="/products/LA0201-26-0001/">') == 1
        assert ">ຜົ້ງສາລີ &amp; more</text>" in svg
        assert ElementTree.fromstring(svg).find("desc").text == "By province"  # noqa: S314 - our own drawing

    def test_no_trays_leave_the_map_as_it_is(self):
        assert maps.arrange("LA", []) == ([], (0, 0, 440, 528))


class TestDistricts:
    def test_the_country_has_148_districts_and_stays_small(self):
        picture = maps.districts(laos_districts(), whole_country=True)
        assert len(picture.shapes) == 148
        assert picture.borders
        assert len(gzip.compress("".join(shape.path for shape in picture.shapes).encode())) < 10_000

    def test_a_province_fills_its_box(self):
        picture = maps.districts([area for area in laos_districts() if area.code.startswith("LA13")])
        left, top, width, height = picture.box
        points = [point for shape in picture.shapes for point in maps._points(shape.path)]
        assert all(left < x < left + width and top < y < top + height for x, y in points)
        assert max(x for x, _ in points) - min(x for x, _ in points) > width * 0.95

    def test_neighbours_share_their_border(self):
        """Thinned lines are the same on both sides: most corners of the fine shapes belong to two districts."""
        shapes = maps.districts(laos_districts()).shapes
        corners = [set(maps._points(shape.path)) for shape in shapes]
        in_two = sum(any(corner in other for other in corners if other is not own) for own in corners for corner in own)
        assert in_two / sum(map(len, corners)) > 0.7

    def test_only_lao_pdr_has_them(self):
        assert maps.has_district_shapes("LA13")
        assert not maps.has_district_shapes("TH50")
