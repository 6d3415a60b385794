"""What the blocks of a body look like: samples for the admin's chooser, in the form of the API."""

from typing import Any

from django.templatetags.static import static
from django.utils.translation import gettext as _


def _picture(caption: str = "") -> dict[str, Any]:
    src = static("content/sample.svg")
    return {"src": src, "srcset": "", "alt": "", "width": 960, "height": 540, "caption": caption}


def _paragraph() -> str:
    text = _("Text of one or more paragraphs, with <b>bold</b> and <i>italic</i> words, lists and links.")
    return f"<p>{text}</p>"


def _table() -> dict[str, Any]:
    return {
        "caption": _("Typical properties"),
        "head": [_("Property"), "VG 32", "VG 46"],
        "rows": [[_("Viscosity index"), "155", "152"], [_("Flash point, °C"), "204", "218"]],
    }


def _note() -> dict[str, str]:
    text = _("Orders placed after 16:00 are shipped on the next working day.")
    return {"tone": "info", "title": _("Good to know"), "text": f"<p>{text}</p>"}


def _questions() -> list[dict[str, str]]:
    answer = _("Yes, in the cabinet, until the order is shipped.")
    return [
        {"question": _("Can an order be changed?"), "answer": f"<p>{answer}</p>"},
        {"question": _("How is a claim made?"), "answer": "<p>…</p>"},
    ]


def _steps() -> list[dict[str, str]]:
    return [{"title": title, "text": ""} for title in (_("Choose the product"), _("Place the order"), _("Follow it"))]


SAMPLES = {
    "heading": lambda: _("Heading of a new part"),
    "paragraph": _paragraph,
    "image": lambda: _picture(_("A caption below the image")),
    "quote": lambda: {"text": _("Oil is a part of the machine."), "author": _("Director of the plant")},
    "gallery": lambda: [_picture(), _picture()],
    "table": _table,
    "note": _note,
    "questions": _questions,
    "steps": _steps,
    "file": lambda: {"title": _("Safety data sheet"), "url": "#", "size": 184_320, "extension": "pdf"},
    "video": lambda: {"provider": "youtube", "id": "", "title": _("How a batch is blended")},
    "links": lambda: [{"title": _("To the catalogue"), "url": "#"}, {"title": _("Contact us"), "url": "#"}],
}
