"""Handing out kept files by a page that has checked access; the same for a local folder and for S3."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404

#: browsers may keep a public file for a year: its name is never given to other content
PUBLIC = "public, max-age=31536000, immutable"
PRIVATE = "private, no-store"


def hand_out(name: str, *, content_type: str, public: bool, download_as: str = "") -> FileResponse:
    """Return the stored file `name`; `public` only when everybody may see it, for then it may be kept by browsers and proxies.

    The caller has checked access and that `name` belongs to the record; a missing file answers 404.
    """
    try:
        opened = default_storage.open(name)
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(opened, content_type=content_type, as_attachment=bool(download_as), filename=download_as or None)
    response.headers["Cache-Control"] = PUBLIC if public else PRIVATE
    # A file is never a page: nothing in it runs, whatever it contains.
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
