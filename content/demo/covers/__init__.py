"""Covers of the demo's news: drawn, the same every time, in the portal's own colours."""

from io import BytesIO

from content.demo.covers.canvas import Canvas
from content.demo.covers.motifs import MOTIFS

SIZE = (1280, 720)


def cover(name: str) -> bytes:
    """The cover called `name` as JPEG, 1280 × 720."""
    motif = MOTIFS[name]
    canvas = Canvas(motif.top, motif.bottom)
    canvas.film()
    motif.draw(canvas)
    written = BytesIO()
    canvas.finished(SIZE).save(written, "JPEG", quality=88, optimize=True)
    return written.getvalue()
