"""Whose portal this is: `brand/brand.json`, read by Django here and by the front end when it is built."""

import colorsys
import json
from dataclasses import dataclass
from email.utils import formataddr
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest

FOLDER = Path(__file__).resolve().parents[1] / "brand"


@dataclass(frozen=True)
class Brand:
    """`sender`: the address its letters come from. `light`, `dark`: token → colour (#rrggbb), e.g. accent, steel."""

    name: str
    sender: str
    light: dict[str, str]
    dark: dict[str, str]

    @property
    def mailbox(self) -> str:
        """Name and address as they stand in a letter's From."""
        return formataddr((self.name, self.sender))


def read_brand() -> Brand:
    """What the folder says; KeyError or ValueError when it is not complete: no process starts without a name."""
    said = json.loads((FOLDER / "brand.json").read_text(encoding="utf-8"))
    return Brand(said["name"], said["sender"], said["colours"]["light"], said["colours"]["dark"])


def in_templates(request: HttpRequest) -> dict[str, Brand]:
    """`brand` in the templates of the admin."""
    return {"brand": settings.BRAND}


def hsl(colour: str) -> dict[str, str]:
    """Hue in degrees, saturation and lightness with their percent signs, of a colour written #rrggbb."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    return {"hue": f"{hue * 360:.1f}", "saturation": f"{saturation:.1%}", "lightness": f"{lightness:.1%}"}
