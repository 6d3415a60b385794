"""Rules by which the base misbehaves."""

import re
from dataclasses import dataclass, field
from itertools import count

ANSWERS = {"status", "delay", "lost_answer", "form", "message", "short_page"}  # to requests of the channels A and B
PUSHES = {"delay", "duplicate", "reorder", "lost"}  # of webhooks, channel W
EFFECTS = {"A": ANSWERS, "B": ANSWERS, "any": ANSWERS, "W": PUSHES}


@dataclass
class Fault:
    """`times`: how often it still applies; None = until removed."""

    id: int
    channel: str
    method: str | None
    path: re.Pattern | None
    do: dict
    times: int | None
    applied: int = 0

    def matches(self, channel: str, method: str, path: str) -> bool:
        return (
            self.times != 0
            and (self.channel == channel or (self.channel == "any" and channel != "W"))
            and self.method in (None, method)
            and (self.path is None or bool(self.path.search(path)))
        )

    def as_dict(self) -> dict:
        match = {"channel": self.channel, "method": self.method, "path": self.path and self.path.pattern}
        return {"id": self.id, "match": match, "do": self.do, "times": self.times, "applied": self.applied}


@dataclass
class Faults:
    rules: list[Fault] = field(default_factory=list)
    ids: count = field(default_factory=lambda: count(1))

    def add(self, rule: dict) -> Fault:
        """Raises ValueError on a rule that could never do what it says."""
        match, do = rule.get("match") or {}, rule.get("do") or {}
        channel = match.get("channel", "any")
        if channel not in EFFECTS:
            raise ValueError("channel must be A, B, any (both of them) or W, the webhooks")
        if not do or not EFFECTS[channel].issuperset(do):
            raise ValueError(f"do must name some of {sorted(EFFECTS[channel])}")
        path = re.compile(match["path"]) if match.get("path") else None
        method = match["method"].upper() if match.get("method") else None
        fault = Fault(next(self.ids), channel, method, path, do, rule.get("times"))
        self.rules.append(fault)
        return fault

    def take(self, channel: str, method: str, path: str) -> Fault | None:
        """The first rule that applies to a request, counted as used."""
        for fault in self.rules:
            if fault.matches(channel, method, path):
                fault.applied += 1
                if fault.times is not None:
                    fault.times -= 1
                return fault
        return None

    def clear(self) -> None:
        self.rules.clear()
