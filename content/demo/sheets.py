"""Two data sheets for the demo's library: one printed page each, made anew by every load."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

PAGE = (826, 1169)  # A4 at 100 dots an inch
LINES = {
    "technical-data-sheet": [
        "Typical properties",
        "Viscosity at 40 C, mm2/s                      32.4",
        "Viscosity index                                        155",
        "Pour point, C                                           -51",
        "Flash point, C                                           204",
        "Packed in canisters of 20 l, drums of 216.5 l, IBCs",
    ],
    "safety-data-sheet": [
        "Hazards",
        "Not classified as dangerous under GHS.",
        "First aid",
        "Skin: wash with soap and water. Eyes: rinse for 15 minutes.",
        "Handling and storage",
        "Keep closed, away from flames, between -20 and +50 C.",
    ],
}


def sheet(name: str) -> bytes:
    """The data sheet called `name` as PDF."""
    page = Image.new("RGB", PAGE, "white")
    drawing = ImageDraw.Draw(page)
    drawing.rectangle((0, 0, PAGE[0], 90), fill="#14171b")
    drawing.rectangle((0, 90, PAGE[0], 96), fill="#f2a516")
    drawing.text((60, 28), "TENGRI Hydro Arctic VG 32", "white", ImageFont.load_default(32))
    drawing.text((60, 140), name.replace("-", " ").capitalize(), "#16191d", ImageFont.load_default(28))
    for at, line in enumerate(LINES[name]):
        drawing.text((60, 210 + 44 * at), line, "#16191d", ImageFont.load_default(20))
    written = BytesIO()
    page.save(written, "PDF", resolution=100, title=f"TENGRI Hydro Arctic VG 32: {name}")
    return written.getvalue()
