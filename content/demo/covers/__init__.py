"""Covers of the demo's news: drawn, the same every time, in the portal's own colours."""

from io import BytesIO

from content.demo.covers.canvas import Canvas
from content.demo.covers.motifs import MOTIFS

SIZE = (1600, 900)


def cover(name: str) -> bytes:
    """The cover called `name` as JPEG, 1600 × 900."""
    motif = MOTIFS[name]
    canvas = Canvas(SIZE, motif.top, motif.bottom)
    canvas.film()
    motif.draw(canvas)
    written = BytesIO()
    canvas.finished().save(written, "JPEG", quality=88, optimize=True)
    return written.getvalue()
