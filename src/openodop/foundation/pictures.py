"""Photographs that people send: checked by content, freed of camera data, kept in a few small sizes.

`prepare` reads and re-encodes an upload without touching storage or database; `keep` writes its files below a folder and gives the
record to save beside a row; `forget` removes them. What a row stores (`renditions`) is plain JSON:

    {"320": {"avif": ["320.avif", 9012], "webp": ["320.webp", 14022]}, ..., "1280": {..., "jpg": ["1280.jpg", 180022]}}

Measured on one core: a 12-megapixel photograph takes about half a second, so it is done while the person waits.
"""

from __future__ import annotations

import hashlib
import io
import re
import secrets
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps

from openodop.foundation.refusals import Refusal, refuse_if

#: largest upload in bytes unless the setting PICTURE_MAX_BYTES says otherwise
MAX_BYTES = 12 * 1024 * 1024
#: what phones and cameras write; a JPEG with a second picture inside, as some phones make it, opens as "MPO"
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
#: how a file of these kinds begins; tells a damaged photograph from something else
BEGINNINGS = re.compile(rb"\xff\xd8\xff|\x89PNG\r\n|RIFF....WEBP|....ftypavi[fs]", re.DOTALL)
#: JPEG is decoded at a fraction of its size, the others need all their memory at once
MAX_PIXELS = {"JPEG": 64_000_000, "MPO": 64_000_000}
MAX_PIXELS_OTHERS = 25_000_000
LEAST_SIDE = 200
WIDTHS = (320, 640, 1280)
#: file ending -> (Pillow's format, how to save); AVIF speed 9 is seven times quicker than 8 at the same size
ENCODINGS: dict[str, tuple[str, dict[str, Any]]] = {
    "avif": ("AVIF", {"quality": 55, "speed": 9}),
    "webp": ("WEBP", {"quality": 72, "method": 4}),
    "jpg": ("JPEG", {"quality": 80, "optimize": True, "progressive": True}),
}
CONTENT_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}

TOO_LARGE = _("This picture has %(size)s MB. Send one of at most %(limit)s MB.")
NOT_A_PICTURE = _("This file is not a picture that we can read. Send a photograph as JPEG, PNG, WebP or AVIF.")
TOO_MANY_PIXELS = _("This picture has more points than we can open. Make it smaller; 4000 by 3000 points is plenty.")
TOO_SMALL = _("This picture is only %(width)s by %(height)s points large. Send one of at least %(least)s by %(least)s points.")
DAMAGED = _("This picture is damaged or was not sent whole. Send it once more.")


@dataclass(frozen=True)
class Prepared:
    """A checked picture, ready to be kept. `digest` is the SHA-256 of the upload as it came."""

    digest: str
    width: int
    height: int
    files: dict[str, bytes]


def max_bytes() -> int:
    return getattr(settings, "PICTURE_MAX_BYTES", MAX_BYTES)


def prepare(upload: Any) -> Prepared:
    """Check an uploaded file by its content and re-encode it; raise Refusal with a sentence when it cannot be used."""
    limit = max_bytes()
    refuse_if(upload.size > limit, TOO_LARGE, size=_megabytes(upload.size), limit=_megabytes(limit))
    upload.seek(0)
    content = upload.read(limit + 1)
    # A storage may not know the size before it is read.
    refuse_if(len(content) > limit, TOO_LARGE, size=_megabytes(len(content)), limit=_megabytes(limit))
    image = _decode(content)
    return Prepared(hashlib.sha256(content).hexdigest(), image.width, image.height, _encode(image))


def keep(prepared: Prepared, *, folder: str) -> dict[str, dict[str, list[Any]]]:
    """Write the files below `folder` and return the renditions for the row; nothing stays when a write fails."""
    renditions: dict[str, dict[str, list[Any]]] = {}
    try:
        for name, content in prepared.files.items():
            default_storage.save(f"{folder}/{name}", ContentFile(content))
            width, ending = name.split(".")
            renditions.setdefault(width, {})[ending] = [name, len(content)]
    except Exception:
        forget(folder=folder, renditions=renditions)
        raise
    return renditions


def forget(*, folder: str, renditions: dict[str, dict[str, list[Any]]]) -> None:
    """Remove the files of a picture; files that are gone already are no fault."""
    for files in renditions.values():
        for name, _size in files.values():
            default_storage.delete(f"{folder}/{name}")


def new_folder(room: str) -> str:
    """Return an unguessable folder such as `products/Zx3…`: the name never changes and says nothing."""
    return f"{room}/{secrets.token_hex(12)}"


def is_kept(renditions: dict[str, dict[str, list[Any]]], name: str) -> bool:
    """Return whether `name` is a file of this picture, so that an address can never reach another file."""
    return any(name == known for files in renditions.values() for known, _size in files.values())


def _decode(content: bytes) -> Image.Image:
    """Return the picture upright, in plain RGB, at most 1280 wide, without anything but its points."""
    Image.init()  # Pillow loads its readers only when asked; after the first time this costs nothing
    try:
        image = Image.open(io.BytesIO(content), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise Refusal(TOO_MANY_PIXELS) from bomb
    except Exception as error:  # decoders raise whatever untrusted bytes make them raise
        raise Refusal(DAMAGED if BEGINNINGS.match(content) else NOT_A_PICTURE) from error
    width, height = image.size
    refuse_if(width * height > MAX_PIXELS.get(image.format or "", MAX_PIXELS_OTHERS), TOO_MANY_PIXELS)
    refuse_if(min(width, height) < LEAST_SIDE, TOO_SMALL, width=width, height=height, least=LEAST_SIDE)
    try:
        image.draft("RGB", (2 * WIDTHS[-1], 2 * WIDTHS[-1]))
        image.load()
        return _shrunk(_in_plain_colours(ImageOps.exif_transpose(image)), WIDTHS[-1])
    except Exception as error:  # as above
        raise Refusal(DAMAGED) from error


def _in_plain_colours(image: Image.Image) -> Image.Image:
    """Return sRGB on white, with the colour profile applied and every other note of the file dropped."""
    profile = image.info.get("icc_profile")
    if image.mode in ("RGBA", "LA", "PA", "P"):
        image = image.convert("RGBA")
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    if profile and image.mode in ("RGB", "CMYK", "L"):
        image = _to_srgb(image, profile)
    image = image.convert("RGB")
    image.info = {}
    return image


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        return ImageCms.profileToProfile(image, io.BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image  # a wrong profile is no reason to refuse a photograph


def _shrunk(image: Image.Image, width: int) -> Image.Image:
    if image.width <= width:
        return image
    return image.resize((width, max(1, round(image.height * width / image.width))), Image.Resampling.LANCZOS)


def _encode(image: Image.Image) -> dict[str, bytes]:
    """Return file name -> content for every width; the largest also as JPEG, for other sites' previews and for paper."""
    widths = sorted({min(width, image.width) for width in WIDTHS})
    files = {}
    for width in widths:
        smaller = _shrunk(image, width)
        for ending in ("avif", "webp", "jpg") if width == widths[-1] else ("avif", "webp"):
            kind, how = ENCODINGS[ending]
            written = io.BytesIO()
            smaller.save(written, kind, **how)
            files[f"{width}.{ending}"] = written.getvalue()
    return files


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.0f}" if size >= 10 * 1024 * 1024 else f"{size / 1024 / 1024:.1f}"
