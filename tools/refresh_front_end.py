"""Fetch the fonts and scripts that the package ships, at the versions below: `python tools/refresh_front_end.py`

Needs npm and fontTools. Writes the web fonts (one file a script and weight), the same fonts as TTF for PDF (Typst reads no WOFF2),
the licences, and VENDORED.md, which says what came from where. Never use Debian's looped Lao: its tone marks sit on the vowels.
"""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FOUNDATION = Path(__file__).resolve().parent.parent / "src" / "openodop" / "foundation"
STATIC = FOUNDATION / "static" / "foundation"
WEIGHTS = {400: "Regular", 600: "SemiBold"}
#: npm package -> version, subsets for the web (name in our folder), subsets merged for paper
FONTS = {
    "@fontsource/noto-sans": ("5.3.0", {"latin": "noto-sans-latin", "vietnamese": "noto-sans-vietnamese"}, ("latin", "latin-ext", "vietnamese")),
    "@fontsource/noto-sans-lao-looped": ("5.3.0", {"lao": "noto-sans-lao-looped"}, ("lao",)),
    "@fontsource/noto-sans-thai-looped": ("5.3.0", {"thai": "noto-sans-thai-looped"}, ("thai",)),
    "@fontsource/noto-sans-khmer": ("5.3.0", {"khmer": "noto-sans-khmer"}, ("khmer",)),
}
#: npm package -> version, file in it, licence
SCRIPTS = {"htmx.org": ("2.0.8", "dist/htmx.min.js", "0BSD")}


def fetch(package: str, version: str, folder: Path) -> Path:
    """Return the folder of an unpacked npm package."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is missing. On Debian: apt-get install npm")
    packed = subprocess.run([npm, "pack", f"{package}@{version}", "--silent"], cwd=folder, check=True, capture_output=True, text=True).stdout.split()[
        -1
    ]
    target = folder / package.replace("/", "-")
    with tarfile.open(folder / packed) as archive:
        archive.extractall(target, filter="data")
    return target / "package"


def take_font(package: str, source: Path, folder: Path) -> None:
    _, web, paper = FONTS[package]
    name = package.split("/")[1]
    for weight, style in WEIGHTS.items():
        for subset, file_name in web.items():
            shutil.copy(source / "files" / f"{name}-{subset}-{weight}-normal.woff2", STATIC / "fonts" / f"{file_name}-{weight}.woff2")
        parts = []
        for subset in paper:
            font = TTFont(source / "files" / f"{name}-{subset}-{weight}-normal.woff2")
            font.flavor = None
            parts.append(folder / f"{name}-{subset}-{weight}.ttf")
            font.save(parts[-1])
        target = FOUNDATION / "fonts" / f"{name}-{style}.ttf"
        if len(parts) == 1:
            shutil.copy(parts[0], target)
        else:
            Merger().merge([str(part) for part in parts]).save(target)


def main() -> None:
    for folder in (STATIC / "fonts", STATIC / "vendor", FOUNDATION / "fonts"):
        folder.mkdir(parents=True, exist_ok=True)
    lines = [
        "# Taken from elsewhere",
        "",
        "Refreshed by `tools/refresh_front_end.py`.",
        "",
        "| npm package | version | licence |",
        "| --- | --- | --- |",
    ]
    with tempfile.TemporaryDirectory() as temporary:
        for package, (version, _, _) in FONTS.items():
            source = fetch(package, version, Path(temporary))
            take_font(package, source, Path(temporary))
            for folder in (STATIC / "fonts", FOUNDATION / "fonts"):
                shutil.copy(source / "LICENSE", folder / "OFL.txt")
            lines.append(f"| {package} | {version} | OFL-1.1 |")
        for package, (version, file, licence) in SCRIPTS.items():
            source = fetch(package, version, Path(temporary))
            shutil.copy(source / file, STATIC / "vendor" / Path(file).name)
            lines.append(f"| {package} | {version} | {licence} |")
    (STATIC / "vendor" / "VENDORED.md").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
