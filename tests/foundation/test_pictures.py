import hashlib
import io

import pytest
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from openodop.foundation import pictures
from openodop.foundation.refusals import Refusal

ORIENTATION, GPS, MAKER = 0x0112, 0x8825, 0x010F


def a_photograph(width=900, height=600, kind="JPEG", mode="RGB", colour="orange", **save) -> bytes:
    written = io.BytesIO()
    Image.new(mode, (width, height), colour).save(written, kind, **save)
    return written.getvalue()


def upload(content: bytes, name="banana.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def with_camera_data() -> bytes:
    """A picture 900 by 600 that the camera held upright, with its maker and a position in Sangthong."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[MAKER] = "Camera of one person"
    exif.get_ifd(GPS)[2] = (18.0, 10.0, 0.0)
    picture = Image.new("RGB", (900, 600), "orange")
    picture.paste("blue", (0, 0, 100, 600))
    written = io.BytesIO()
    picture.save(written, "JPEG", exif=exif, comment=b"secret words", quality=95)
    return written.getvalue()


def test_a_photograph_becomes_small_files_of_each_kind():
    content = a_photograph(2000, 1000)
    prepared = pictures.prepare(upload(content))
    assert (prepared.width, prepared.height) == (1280, 640)
    assert prepared.digest == hashlib.sha256(content).hexdigest()
    assert sorted(prepared.files) == ["1280.avif", "1280.jpg", "1280.webp", "320.avif", "320.webp", "640.avif", "640.webp"]
    kinds = {name: (Image.open(io.BytesIO(file)).format, Image.open(io.BytesIO(file)).size) for name, file in prepared.files.items()}
    assert kinds["320.avif"] == ("AVIF", (320, 160))
    assert kinds["640.webp"] == ("WEBP", (640, 320))
    assert kinds["1280.jpg"] == ("JPEG", (1280, 640))


def test_a_small_photograph_is_not_blown_up():
    assert sorted(pictures.prepare(upload(a_photograph(400, 300))).files) == ["320.avif", "320.webp", "400.avif", "400.jpg", "400.webp"]


def test_the_picture_stands_upright_and_camera_data_is_gone():
    content = with_camera_data()
    assert b"Camera of one person" in content
    prepared = pictures.prepare(upload(content))
    assert (prepared.width, prepared.height) == (600, 900)
    top, bottom = (Image.open(io.BytesIO(prepared.files["600.jpg"])).convert("RGB").getpixel((300, row)) for row in (20, 880))
    assert top[2] > 200 > top[0]
    assert bottom[0] > 200 > bottom[2]
    for file in prepared.files.values():
        assert b"Camera of one person" not in file
        assert b"secret words" not in file
        kept = Image.open(io.BytesIO(file))
        assert dict(kept.getexif()) == {}
        assert not {"exif", "xmp", "comment", "icc_profile"} & set(kept.info)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "LA"), ("PNG", "I;16"), ("WEBP", "RGB"), ("AVIF", "RGB"), ("JPEG", "CMYK"), ("MPO", "RGB")],
)
def test_every_usual_kind_is_read(kind, mode):
    colour = 0 if mode in ("P", "I;16") else (0, 0) if mode == "LA" else "orange"
    assert pictures.prepare(upload(a_photograph(400, 400, kind=kind, mode=mode, colour=colour))).width == 400


def test_clear_ground_becomes_white():
    picture = pictures.prepare(upload(a_photograph(400, 400, kind="PNG", mode="RGBA", colour=(0, 0, 0, 0)), "logo.png"))
    assert Image.open(io.BytesIO(picture.files["400.jpg"])).getpixel((5, 5)) == (255, 255, 255)


def refused(content: bytes, name="banana.jpg") -> str:
    with pytest.raises(Refusal) as refusal:
        pictures.prepare(upload(content, name))
    return str(refusal.value)


def test_a_forty_megabyte_file_is_refused_before_it_is_read():
    class Huge:
        size = 40 * 1024 * 1024

    with pytest.raises(Refusal) as refusal:  # has no read(): touching the content would fail
        pictures.prepare(Huge())
    assert str(refusal.value) == "This picture has 40 MB. Send one of at most 12 MB."


def test_the_limit_holds_even_when_the_size_given_is_wrong(settings):
    settings.PICTURE_MAX_BYTES = 1000
    lying = upload(a_photograph())
    lying.size = 10
    with pytest.raises(Refusal, match=r"at most 0\.0 MB"):
        pictures.prepare(lying)


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj",
        b"<!doctype html><script>alert(1)</script>",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"PK\x03\x04 a spreadsheet",
        b"",
    ],
)
def test_a_renamed_file_of_another_kind_is_refused(content):
    assert refused(content) == "This file is not a picture that we can read. Send a photograph as JPEG, PNG, WebP or AVIF."


def test_kinds_that_phones_do_not_make_are_refused():
    assert "not a picture that we can read" in refused(a_photograph(400, 400, kind="TIFF"))


@pytest.mark.parametrize("side", [6_000, 10_000, 20_000])
def test_a_picture_that_would_fill_the_memory_is_refused(side):
    bomb = a_photograph(side, side, kind="PNG", mode="1", colour=0)
    assert len(bomb) < 100_000
    assert refused(bomb, "bomb.png") == "This picture has more points than we can open. Make it smaller; 4000 by 3000 points is plenty."


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_cut_short_is_refused(kind):
    noise = Image.effect_noise((500, 500), 90).convert("RGB")
    written = io.BytesIO()
    noise.save(written, kind)
    whole = written.getvalue()
    assert refused(whole[: len(whole) // 2]) == "This picture is damaged or was not sent whole. Send it once more."


def test_a_tiny_picture_is_refused():
    assert refused(a_photograph(199, 400)) == "This picture is only 199 by 400 points large. Send one of at least 200 by 200 points."


def test_kept_files_can_be_read_and_forgotten():
    prepared = pictures.prepare(upload(a_photograph(400, 300)))
    folder = pictures.new_folder("products")
    renditions = pictures.keep(prepared, folder=folder)
    assert renditions["320"]["avif"] == ["320.avif", len(prepared.files["320.avif"])]
    assert default_storage.open(f"{folder}/400.jpg").read() == prepared.files["400.jpg"]
    assert pictures.is_kept(renditions, "400.jpg")
    assert not pictures.is_kept(renditions, "../secret_key")
    pictures.forget(folder=folder, renditions=renditions)
    assert default_storage.listdir(folder)[1] == []
    pictures.forget(folder=folder, renditions=renditions)


def test_nothing_stays_when_one_file_cannot_be_written(monkeypatch):
    prepared = pictures.prepare(upload(a_photograph(400, 300)))
    save, written = FileSystemStorage.save, []

    def full_disk(storage, name, content):
        if len(written) == 2:
            raise OSError("no space left")
        written.append(save(storage, name, content))
        return written[-1]

    monkeypatch.setattr(FileSystemStorage, "save", full_disk)
    with pytest.raises(OSError, match="no space left"):
        pictures.keep(prepared, folder="products/full")
    assert len(written) == 2
    assert not any(default_storage.exists(name) for name in written)
