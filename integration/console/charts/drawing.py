"""Charts as geometry: a template turns it into SVG, with a table that says the same."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from math import floor, log10

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _

WIDTH, HEIGHT = 720, 170
LEFT, BOTTOM, TOP = 56, 22, 8  # room for the numbers of the axis, for the hours, above the highest value
GRID = 3  # lines over the base line


@dataclass(frozen=True)
class Series:
    """`tone` chooses the colour (console.css); `values`: by hour, what is missing is nothing."""

    title: str | Promise
    tone: str
    values: dict[datetime, float]


@dataclass(frozen=True)
class Bar:
    x: float
    y: float
    width: float
    height: float
    tone: str
    title: str


@dataclass(frozen=True)
class Line:
    """`runs`: stretches of neighbouring hours as "x,y x,y"; `dots`: (x, y, title)."""

    tone: str
    runs: list[str]
    dots: list[tuple[float, float, str]]


@dataclass
class Chart:
    """`rows` is the table: (hour, [text of each series]). `ticks`: (y, text); `labels`: (x, text)."""

    key: str
    title: str | Promise
    note: str | Promise
    series: list[Series]
    ticks: list[tuple[float, str]] = field(default_factory=list)
    labels: list[tuple[float, str]] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    rows: list[tuple[datetime, list[str]]] = field(default_factory=list)
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    base: int = HEIGHT - BOTTOM
    text_y: int = HEIGHT - 6

    @property
    def empty(self) -> bool:
        return not any(value for one in self.series for value in one.values.values())


def stacked(key: str, title, note, hours: list[datetime], series: list[Series]) -> Chart:
    """A bar an hour, the series upon each other."""
    sums = [sum(one.values.get(hour, 0) for one in series) for hour in hours]
    chart, scale = _chart(key, title, note, hours, series, max(sums, default=0), number)
    step = _step(hours)
    for place, hour in enumerate(hours):
        below = 0.0
        for one in series:
            value = one.values.get(hour, 0)
            if value:
                top = scale(below + value)
                text = f"{_clock(hour)} · {one.title}: {number(value)}"
                height = round(scale(below) - top, 1)
                chart.bars.append(
                    Bar(round(LEFT + place * step + 2, 1), top, round(step - 4, 1), height, one.tone, text)
                )
                below += value
    return chart


def lined(key: str, title, note, hours: list[datetime], series: list[Series], say=None) -> Chart:
    """A line a series; an hour without a value breaks it."""
    say = say or number
    highest = max((value for one in series for value in one.values.values()), default=0)
    chart, scale = _chart(key, title, note, hours, series, highest, say)
    for one in series:
        chart.lines.append(_line(one, hours, scale, say))
    return chart


def _line(one: Series, hours: list[datetime], scale: Callable[[float], float], say: Callable[[float], str]) -> Line:
    step, runs, dots = _step(hours), [], []
    run: list[str] = []
    for place, hour in enumerate(hours):
        value = one.values.get(hour)
        if value is None:
            run = []
            continue
        x, y = round(LEFT + (place + 0.5) * step, 1), scale(value)
        dots.append((x, y, f"{_clock(hour)} · {one.title}: {say(value)}"))
        if not run:
            runs.append(run)
        run.append(f"{x},{y}")
    return Line(one.tone, [" ".join(points) for points in runs if len(points) > 1], dots)


def _chart(key, title, note, hours, series, highest: float, say) -> tuple[Chart, Callable[[float], float]]:
    top = rounded_up(highest)
    room = HEIGHT - BOTTOM - TOP

    def scale(value: float) -> float:
        return round(HEIGHT - BOTTOM - value / top * room, 1)

    chart = Chart(key, title, note, series)
    chart.ticks = [(scale(top * line / GRID), say(top * line / GRID)) for line in range(GRID + 1)]
    step = _step(hours)
    chart.labels = [
        (round(LEFT + (place + 0.5) * step, 1), _clock(hour)) for place, hour in enumerate(hours) if not place % 3
    ]
    chart.rows = [
        (hour, [say(one.values[hour]) if hour in one.values else "–" for one in series])
        for hour in hours
        if any(one.values.get(hour) for one in series)
    ]
    return chart, scale


def _step(hours: list[datetime]) -> float:
    return (WIDTH - LEFT) / max(len(hours), 1)


def _clock(hour: datetime) -> str:
    return f"{hour:%H:%M}"


def rounded_up(value: float) -> float:
    """The next number that divides well by GRID: 3, 6 or 15 times a power of ten; 3 for nothing."""
    if value <= 0:
        return 3.0
    power = 10.0 ** floor(log10(value) - 1)
    return next(nice * power for nice in (3, 6, 15, 30, 60, 150) if nice * power >= value)


def number(value: float) -> str:
    digits = 0 if value == int(value) or value >= 100 else 1 if value >= 1 else 2
    return formats.number_format(round(value, digits), decimal_pos=digits, use_l10n=True, force_grouping=True)


def seconds(value: float) -> str:
    """A length of time as a reader says it."""
    if value >= 120:
        return _("%(number)s min") % {"number": number(round(value / 60, 1))}
    return _("%(number)s s") % {"number": number(value)}
