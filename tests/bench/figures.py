"""What was measured, beside its floor and its target; as a table and as JSON."""

import json
import os
import platform
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Target:
    """A bound on a figure's `value` or `ratio`; at least, or at most."""

    of: str
    bound: float
    at_most: bool = False

    def __str__(self) -> str:
        unit = " F" if self.of == "ratio" else ""
        return f"{'≤' if self.at_most else '≥'} {self.bound:g}{unit}"

    def met_by(self, figure: "Figure") -> bool:
        got = getattr(figure, self.of)
        return got <= self.bound if self.at_most else got >= self.bound


def ratio_at_least(bound: float) -> Target:
    return Target("ratio", bound)


def at_least(bound: float) -> Target:
    return Target("value", bound)


def at_most(bound: float) -> Target:
    return Target("value", bound, at_most=True)


@dataclass(frozen=True)
class Figure:
    """`floor`: what the same machine does at best in the same unit, taken in the same run."""

    name: str
    value: float
    unit: str
    floor: float | None = None
    targets: tuple[Target, ...] = ()
    note: str = ""

    @property
    def ratio(self) -> float | None:
        return self.value / self.floor if self.floor else None

    @property
    def is_met(self) -> bool | None:
        return all(target.met_by(self) for target in self.targets) if self.targets else None

    def as_json(self) -> dict[str, Any]:
        targets = [asdict(target) for target in self.targets]
        own = {"name": self.name, "value": round(self.value, 3), "unit": self.unit}
        return {
            **own,
            "floor": self.floor and round(self.floor, 3),
            "ratio": self.ratio and round(self.ratio, 4),
            "target": " and ".join(map(str, self.targets)) or None,
            "targets": targets,
            "met": self.is_met,
            "note": self.note,
        }


LINE = "{:<34} {:>12} {:<10} {:>11} {:>7}  {:<16} {:<6} {}"


def table(figures: Iterable[Figure]) -> str:
    rows = [LINE.format("", "value", "unit", "floor", "ratio", "target", "", "")]
    return "\n".join(row.rstrip() for row in [*rows, *map(_row, figures)])


def _row(figure: Figure) -> str:
    met = {None: "", True: "ok", False: "below"}[figure.is_met]
    targets = ", ".join(map(str, figure.targets))
    ratio = "" if figure.ratio is None else f"{figure.ratio:.3f}"
    return LINE.format(
        figure.name, _number(figure.value), figure.unit, _number(figure.floor), ratio, targets, met, figure.note
    )


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:,.2f}".rstrip("0").rstrip(".")


def write(path: Path, figures: Iterable[Figure], **circumstances: Any) -> None:
    """The figures with how they came about, as JSON."""
    machine = {"python": platform.python_version(), "cores": os.cpu_count(), "load_average": os.getloadavg()[0]}
    at = datetime.now(UTC).isoformat(timespec="seconds")
    whole = {"at": at, **circumstances, **machine, "figures": [figure.as_json() for figure in figures]}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")
