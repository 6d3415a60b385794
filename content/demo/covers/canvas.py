"""A surface to draw on: a slanted gradient, shapes with opacity, edges smoothed by drawing at twice the size."""

from collections.abc import Callable, Sequence
from math import cos, pi, sin

from PIL import Image, ImageColor, ImageDraw, ImageFilter

SCALE = 1.6  # drawn so much larger than the motif's coordinates, which span 1600 × 900
Point = tuple[float, float]

AMBER, GOLD, HONEY = "#f2a516", "#ffbb42", "#8a4f00"
STEEL, GRAPHITE, PAPER, ICE = "#14171b", "#2b323a", "#f5f4f0", "#dfe9ee"


class Canvas:
    """1600 × 900 for the one who draws."""

    size = (1600, 900)

    def __init__(self, top: str, bottom: str) -> None:
        self._large = (round(self.size[0] * SCALE), round(self.size[1] * SCALE))
        self._image = slanted(self._large, top, bottom)
        self._draw = ImageDraw.Draw(self._image, "RGBA")  # blends what is not opaque

    def polygon(self, points: Sequence[Point], colour: str, opacity: float = 1) -> None:
        self._put(lambda draw, ink: draw.polygon([_scaled(point) for point in points], fill=ink), colour, opacity)

    def circle(self, centre: Point, radius: float, colour: str, opacity: float = 1) -> None:
        box = _box(centre, radius)
        self._put(lambda draw, ink: draw.ellipse(box, fill=ink), colour, opacity)

    def ring(self, centre: Point, radius: float, width: float, colour: str, opacity: float = 1) -> None:
        box, wide = _box(centre, radius), round(width * SCALE)
        self._put(lambda draw, ink: draw.ellipse(box, outline=ink, width=wide), colour, opacity)

    def arc(self, centre: Point, radius: float, width: float, span: Point, colour: str, opacity: float = 1) -> None:
        """Part of a ring; `span` in degrees, clockwise from three o'clock."""
        box, wide = _box(centre, radius), round(width * SCALE)
        self._put(lambda draw, ink: draw.arc(box, *span, fill=ink, width=wide), colour, opacity)

    def box(self, left_top: Point, right_bottom: Point, colour: str, opacity: float = 1, radius: float = 0) -> None:
        corners, round_by = [_scaled(left_top), _scaled(right_bottom)], radius * SCALE
        self._put(lambda draw, ink: draw.rounded_rectangle(corners, round_by, fill=ink), colour, opacity)

    def line(self, points: Sequence[Point], width: float, colour: str, opacity: float = 1) -> None:
        path, wide = [_scaled(point) for point in points], round(width * SCALE)
        self._put(lambda draw, ink: draw.line(path, fill=ink, width=wide, joint="curve"), colour, opacity)

    def drop(self, centre: Point, height: float, colour: str, opacity: float = 1) -> None:
        """A drop of oil whose round part is around `centre`."""
        self.polygon(drop_outline(centre, height), colour, opacity)

    def glow(self, centre: Point, radius: float, colour: str, opacity: float) -> None:
        """Soft light around a point."""
        coarse = 16
        spot = Image.new("L", (self._large[0] // coarse, self._large[1] // coarse), 0)
        edges = [edge / coarse for edge in _box(centre, radius * 0.6)]
        ImageDraw.Draw(spot).ellipse(edges, fill=round(255 * opacity))
        soft = spot.filter(ImageFilter.GaussianBlur(radius * SCALE / 40))
        mask = soft.resize(self._large, Image.Resampling.BICUBIC)
        self._image.paste(colour, (0, 0, *self._large), mask)

    def film(self, colour: str = AMBER) -> None:
        """The oil film of the portal's front page: lines that thicken downwards."""
        width, height = self.size
        for at in range(14):
            y = height * 0.18 + at * height * 0.062
            swing = height * (0.13 - at * 0.006)
            points = [(x, y + swing * sin(x / width * 2 * pi * 1.1 + at * 0.22)) for x in range(-20, width + 21, 20)]
            self.line(points, 1.2 + at * 0.35, colour, 0.05 + at * 0.012)

    def finished(self, size: tuple[int, int]) -> Image.Image:
        return self._image.resize(size, Image.Resampling.LANCZOS)

    def _put(self, paint: Callable, colour: str, opacity: float) -> None:
        paint(self._draw, (*ImageColor.getrgb(colour)[:3], round(255 * opacity)))


def slanted(size: tuple[int, int], top: str, bottom: str) -> Image.Image:
    """From `top` in the left upper corner to `bottom` in the right lower one."""
    down = Image.linear_gradient("L")
    across = down.rotate(90)
    mask = Image.blend(down, across, 0.4).resize(size, Image.Resampling.BICUBIC)
    return Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), mask)


def drop_outline(centre: Point, height: float) -> list[Point]:
    """Points around a drop: a circle drawn out to a tip above it."""
    x, y = centre
    radius = height * 0.36
    tip = (x, y - height + radius)
    side = [(x + radius * cos(angle), y + radius * sin(angle)) for angle in _angles(-0.12 * pi, 1.12 * pi)]
    right, left = side[0], side[-1]
    return [
        *_curve(tip, (x + radius * 0.35, y - radius * 1.1), right),
        *side,
        *_curve(left, (x - radius * 0.35, y - radius * 1.1), tip),
    ]


def _curve(start: Point, bend: Point, end: Point) -> list[Point]:
    steps = [step / 24 for step in range(25)]
    return [
        tuple((1 - t) ** 2 * a + 2 * (1 - t) * t * b + t * t * c for a, b, c in zip(start, bend, end, strict=True))
        for t in steps
    ]


def _angles(start: float, end: float) -> list[float]:
    return [start + (end - start) * step / 90 for step in range(91)]


def _scaled(point: Point) -> Point:
    return (point[0] * SCALE, point[1] * SCALE)


def _box(centre: Point, radius: float) -> list[float]:
    x, y = _scaled(centre)
    return [x - radius * SCALE, y - radius * SCALE, x + radius * SCALE, y + radius * SCALE]
