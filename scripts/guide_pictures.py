"""Puts the screenshots that the browser tests took for the guides into docs/images, small.

make e2e ARGS="-k 'editors or administrators'"
.venv/bin/python scripts/guide_pictures.py
"""

from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
TAKEN, KEPT = ROOT / "build" / "screenshots", ROOT / "docs" / "images"
GUIDES = ("editors", "administrators")
WIDTH = 1280  # pixels; a phone's window is narrower and stays as it is


def main() -> None:
    for guide in GUIDES:
        for picture in sorted(TAKEN.glob(f"{guide}-*.png")):
            keep(picture, KEPT / guide / f"{picture.stem.removeprefix(f'{guide}-')}.webp")


def keep(picture: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(picture) as image:
        image.thumbnail((WIDTH, 10_000))
        image.convert("RGB").save(target, "WEBP", quality=70, method=6)
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
