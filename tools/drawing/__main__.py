"""Write every drawing to the static files: `python -m tools.drawing`"""

from __future__ import annotations

from pathlib import Path

from tools.drawing.goods import all_pictures

FOLDER = Path(__file__).resolve().parents[2] / "src" / "openodop" / "foundation" / "static" / "foundation" / "drawings"


def files() -> dict[str, str]:
    """Return the text of each file by its name."""
    return {
        f"{picture.name}.svg": f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" width="240" height="240">{picture.inner()}</svg>\n'
        for picture in all_pictures()
    }


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.svg"):
        old.unlink()
    for name, text in files().items():
        (FOLDER / name).write_text(text)


if __name__ == "__main__":
    main()
