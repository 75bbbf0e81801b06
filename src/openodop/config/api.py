"""The public reading interface `/api/v1/`, one router per room."""

from __future__ import annotations

from importlib import import_module

from django.conf import settings
from django.utils.module_loading import module_has_submodule
from ninja import NinjaAPI
from ninja.renderers import JSONRenderer

from openodop import __version__


class Letters(JSONRenderer):
    """Lao, Thai and Khmer letters as they are: half the size of numbered ones, and people can read the answer."""

    json_dumps_params = {"ensure_ascii": False}


api = NinjaAPI(
    title="OpenODOP",
    version="1",
    description=f"Public records, read only. OpenODOP {__version__}",
    urls_namespace="api",
    docs_url=None,
    renderer=Letters(),
)


def _add_rooms() -> None:
    for room in reversed(settings.ROOMS):
        if room == "foundation":  # its api.py holds what the others share
            continue
        package = import_module(f"openodop.{room}")
        if module_has_submodule(package, "api"):
            api.add_router("", import_module(f"openodop.{room}.api").router)


_add_rooms()
