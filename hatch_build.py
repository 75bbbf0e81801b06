"""Compiles the translations into the wheel, so that an installed package needs no tools."""

from pathlib import Path

import polib
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileMessages(BuildHookInterface):
    """Write a .mo beside every .po before the files are gathered."""

    def initialize(self, version: str, build_data: dict) -> None:
        for source in Path(self.root, "src", "openodop").glob("**/LC_MESSAGES/django.po"):
            target = source.with_suffix(".mo")
            polib.pofile(str(source)).save_as_mofile(str(target))
            build_data["artifacts"].append(target.relative_to(self.root).as_posix())
