"""Papers: set with our own fonts, never reading data as markup, the same bytes for the same record."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from openodop.foundation import documents, weave
from openodop.foundation.documents import DocumentError

FONTS = {"Noto Sans", "Noto Sans Lao Looped", "Noto Sans Thai Looped", "Noto Sans Khmer"}
PLAIN = '#import "/foundation/document_parts/paper.typ": *\n#let data = json(bytes(sys.inputs.data))\n#show: paper.with(language: "lo")\n'


@pytest.fixture
def template(tmp_path):
    """Give a function that writes a template; it may import what the package shares."""

    def written(body: str):
        file = tmp_path / "paper.typ"
        file.write_text(PLAIN + body)
        return file

    return written


@pytest.fixture(autouse=True)
def package_with_templates_of_tests(monkeypatch, tmp_path):
    """Let a template lie outside the package: the package's shared parts appear below the temporary folder."""
    (tmp_path / "foundation").symlink_to(documents.PACKAGE / "foundation")
    monkeypatch.setattr(documents, "PACKAGE", tmp_path)
    monkeypatch.setattr(documents, "_compiler", None)


def dark_pixels(png: bytes) -> int:
    return sum(count for value, count in enumerate(Image.open(BytesIO(png)).convert("L").histogram()) if value < 128)


def test_every_font_of_the_papers_comes_with_the_package():
    families = documents.typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(documents.FONTS)]).fonts()
    assert {(font.family, font.weight) for font in families} >= {(name, weight) for name in FONTS for weight in (400, 600)}


def test_the_same_data_gives_the_same_bytes(template):
    paper = template("#data.name")
    first = documents.render(paper, {"name": "ນ້ຳເຜິ້ງ"}, made_on=date(2022, 3, 18))
    assert first.startswith(b"%PDF")
    assert documents.render(paper, {"name": "ນ້ຳເຜິ້ງ"}, made_on=date(2022, 3, 18)) == first
    assert documents.render(paper, {"name": "ກ້ວຍ"}, made_on=date(2022, 3, 18)) != first
    assert b"D:20220318" in first


def test_what_people_typed_is_never_read_as_markup(template, tmp_path):
    paper = template("#data.name")
    typed = '#panic("read") *bold* $x$ #read("/etc/passwd") \\ " // /* <label> @ref'
    assert documents.render(paper, {"name": typed}).startswith(b"%PDF")


def test_text_in_quotation_marks_and_many_languages_arrives_whole(template):
    paper = template('#assert(data.name == "ນາງ ແກ້ວ \\"ໃຈດີ\\" ที่ ត្បូង Nguyễn")')
    documents.render(paper, {"name": 'ນາງ ແກ້ວ "ໃຈດີ" ที่ ត្បូង Nguyễn'})


def test_dates_arrive_as_text(template):
    documents.render(template('#assert(data.day == "2022-03-18")'), {"day": date(2022, 3, 18)})


@pytest.mark.parametrize("body", ["#nothing-like-this", '#text(font: "Comic Sans")[ກ້ວຍ]', '#image(bytes(data.name), format: "png")'])
def test_a_template_with_a_mistake_says_so(template, body):
    with pytest.raises(DocumentError, match=r"paper\.typ"):
        documents.render(template(body), {"name": "x"})


def test_a_template_reads_no_file_outside_the_package(template):
    with pytest.raises(DocumentError):
        documents.render(template('#read("../../../../../../etc/hostname")'), {})


@pytest.mark.parametrize("word", ["ທີ່ຊື່ນ້ຳເຜິ້ງ", "ที่ชื่อ ปู่ป้ำ", "ស្ត្រីកន្ត្រៃ", "Nguyễn Ặ"])
def test_every_script_has_its_letters(template, word):
    """A missing letter is drawn as a box; the same text in a font without it would look like so many boxes."""
    paper = template("#set page(width: 300pt, height: 60pt, margin: 8pt)\n#text(size: 24pt, fallback: false, data.word)")
    [with_letters] = documents.pictures(paper, {"word": word})
    [boxes] = documents.pictures(paper, {"word": "\ue000" * len(word)})
    assert dark_pixels(with_letters) > 100
    assert with_letters != boxes


def test_a_tone_mark_stands_above_the_vowel_and_not_on_it(template):
    """In a faulty font the tone mark of ທີ່ is printed over the vowel, and the word grows no higher."""
    paper = template("#set page(width: 120pt, height: 90pt, margin: 20pt, fill: white)\n#text(size: 40pt, data.word)")

    def height(word: str) -> int:
        [png] = documents.pictures(paper, {"word": word})
        box = Image.open(BytesIO(png)).convert("L").point(lambda value: 255 if value < 128 else 0).getbbox()
        return box[3] - box[1]

    assert height("ທ") < height("ທີ") < height("ທີ່")


def test_the_band_goes_on_without_a_seam():
    svg = documents.band("LA1301", repeats=3)
    assert f'viewBox="0 0 {3 * weave.COLUMNS} {weave.ROWS + 4}"' in svg
    assert documents.band("LA1301", repeats=3) == svg


def test_a_qr_code_is_white_with_four_cells_of_quiet():
    svg = documents.qr("https://odop.example/certificates/LA-ODOP-2022-0001/")
    assert 'fill="#fff"' in svg
    assert 'xmlns="http://www.w3.org/2000/svg"' in svg


def test_many_threads_share_one_compiler(template):
    paper = template("#data.name")
    with ThreadPoolExecutor(8) as pool:
        papers = list(pool.map(lambda number: documents.render(paper, {"name": f"ກ້ວຍ {number % 3}"}), range(24)))
    assert len(set(papers)) == 3
