import pytest

from openodop.foundation import drawings, icons, weave


def test_a_place_keeps_its_band():
    assert weave.of_place("LA0108") == weave.of_place("LA0108")
    assert len({weave.of_place(f"LA{number:04}") for number in range(100, 400)}) == 20


@pytest.mark.parametrize("name", weave.QUARTERS)
def test_a_chart_is_mirrored_both_ways(name):
    chart = weave.chart(name)
    assert (len(chart), {len(row) for row in chart}) == (weave.ROWS, {weave.COLUMNS})
    assert all(row == row[::-1] for row in chart)
    assert chart == chart[::-1]


@pytest.mark.parametrize("name", drawings.DRAWN)
def test_a_drawing_is_small_and_needs_no_style(name):
    svg = drawings.svg(name)
    assert len(svg) < 20_000
    assert "style=" not in svg


@pytest.mark.parametrize(
    ("hint", "drawing"),
    [
        ("ກ້ວຍຕາກ Sun-dried banana", "banana-dried"),
        ("ກ້ວຍທອດກອບ", "banana-chips"),
        ("Chocolate-coated banana", "banana-chocolate"),
        ("Gạo thơm Thủy Thanh", "rice"),
        ("Khai phaen (dried river weed sheets)", "river-weed"),
        ("handicraft", "generic-craft"),
        ("something else", "generic-food"),
    ],
)
def test_a_drawing_is_chosen_by_words(hint, drawing):
    assert drawings.drawing_for(hint) == drawing


def test_every_icon_is_one_path():
    assert len(icons.PATHS) >= 45
    assert all(path.startswith("M") for path in icons.PATHS.values())
