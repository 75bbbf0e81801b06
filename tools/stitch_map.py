"""Draw the stitched maps: provinces on a grid of cells about 20 km wide.

    python tools/stitch_map.py FOLDER_WITH_TOPOJSON [COUNTRY …]

Writes src/openodop/places/data/shapes/stitched_<map>.json. A cell goes to the province that fills most of it, where at least
half of the cell is land; every province keeps at least one cell. The grid is a schematic and claims nothing about borders.
The files can be corrected by hand: each row is a line of two-figure province numbers, ".." is no province.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from pathlib import Path

import topology

OUT = Path(__file__).resolve().parent.parent / "src" / "openodop" / "places" / "data" / "shapes"
CELL_KM = 20
KM_PER_DEGREE = 111.32
SAMPLES = 8  # lines and columns of sample points in a cell

GEOBOUNDARIES = "{owner}, OCHA ROAP (COD-AB), CC BY 3.0 IGO; through geoBoundaries (Runfola et al. 2020, PLoS ONE 15(4): e0231866), simplified."
MEKONG = ("CC BY-SA 4.0", "Open Development Mekong, CC BY-SA 4.0; simplified.")
#: map -> file, layer, code prefix, licence, attribution
MAPS = {
    "la": ("provinces_la", "provinces", "LA", "CC BY 3.0 IGO", GEOBOUNDARIES.format(owner="National Geographic Department of Lao PDR")),
    "th": ("provinces_th", "provinces", "TH", "CC BY 3.0 IGO", GEOBOUNDARIES.format(owner="Royal Thai Survey Department")),
    "kh": ("provinces_kh", "provinces", "KH", "ODbL 1.0", "© OpenStreetMap contributors, ODbL 1.0; through geoBoundaries, simplified."),
    "vn": ("provinces_vn", "provinces", "VN", *MEKONG),
    "vn63": ("provinces_vn_2024", "provinces63", "VN63-", *MEKONG),
}


def stitch(name: str, folder: Path) -> None:
    file, layer, prefix, licence, attribution = MAPS[name]
    shapes = topology.read(folder / f"{file}.topojson")
    rings = {area.properties["code"].removeprefix(prefix): [shapes.ring(ring) for ring in area.rings] for area in shapes.layers[layer]}
    points = [point for province in rings.values() for ring in province for point in ring]
    west = min(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    high = CELL_KM / KM_PER_DEGREE
    wide = high / math.cos(math.radians((south + north) / 2))
    owners = _owners(_shares(rings, west, north, wide, high, rows=math.ceil((north - south) / high)))
    # Islands smaller than half a cell leave empty rows and columns at the edge.
    top, bottom = min(row for row, _ in owners), max(row for row, _ in owners)
    left, right = min(column for _, column in owners), max(column for _, column in owners)
    west, north = west + left * wide, north - top * high
    grid = ["".join(owners.get((row, column), "..") for column in range(left, right + 1)) for row in range(top, bottom + 1)]
    record = {
        "prefix": prefix,
        "cell_km": CELL_KM,
        "west": round(west, 5),
        "north": round(north, 5),
        "degrees_wide": round(wide, 6),
        "degrees_high": round(high, 6),
        "licence": licence,
        "attribution": attribution,
        "rows": grid,
    }
    (OUT / f"stitched_{name}.json").write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n")
    print(f"{name}: {right - left + 1} x {bottom - top + 1} cells, {len(set(owners.values()))} of {len(rings)} provinces")


def _shares(rings: dict, west: float, north: float, wide: float, high: float, rows: int) -> dict[tuple[int, int], Counter]:
    """Return for each cell how many of its sample points each province holds (even-odd crossing along each sample line)."""
    shares: dict[tuple[int, int], Counter] = {}
    for line in range(rows * SAMPLES):
        y = north - (line + 0.5) / SAMPLES * high
        for code, province in rings.items():
            crossings = sorted(x for ring in province for x in _crossings(ring, y))
            for start, end in zip(crossings[::2], crossings[1::2], strict=True):
                first = math.ceil((start - west) / wide * SAMPLES - 0.5)
                last = math.floor((end - west) / wide * SAMPLES - 0.5)
                for sample in range(first, last + 1):
                    shares.setdefault((line // SAMPLES, sample // SAMPLES), Counter())[code] += 1
    return shares


def _crossings(ring: list, y: float) -> list[float]:
    return [ax + (y - ay) / (by - ay) * (bx - ax) for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True) if (ay > y) != (by > y)]


def _owners(shares: dict[tuple[int, int], Counter]) -> dict[tuple[int, int], str]:
    owners = {cell: share.most_common(1)[0][0] for cell, share in shares.items() if share.total() * 2 >= SAMPLES**2}
    sizes = Counter(owners.values())
    for code in sorted({code for share in shares.values() for code in share}):
        if sizes[code]:
            continue
        # A small province takes the cell that it fills best from a neighbour that keeps another one.
        best = max((cell for cell in shares if sizes[owners.get(cell)] != 1), key=lambda cell, code=code: shares[cell][code])
        sizes[owners.get(best)] -= 1
        owners[best] = code
        sizes[code] += 1
    return _without_strays(owners, shares, sizes)


def _without_strays(owners: dict[tuple[int, int], str], shares: dict, sizes: Counter) -> dict[tuple[int, int], str]:
    """Give a cell cut off from the rest of its province to the neighbour that fills it second best."""
    for (row, column), code in sorted(owners.items()):
        beside = {owners.get(cell) for cell in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1))}
        heirs = [other for other, _ in shares[row, column].most_common() if other in beside and other != code]
        if code not in beside and sizes[code] > 1 and heirs:
            owners[row, column] = heirs[0]
            sizes[code] -= 1
    return owners


if __name__ == "__main__":
    source = Path(sys.argv[1])
    for wanted in sys.argv[2:] or MAPS:
        stitch(wanted, source)
