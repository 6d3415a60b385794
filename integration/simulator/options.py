"""What one simulated base is started with."""

from dataclasses import dataclass
from pathlib import Path

from integration.simulator.profile import Profile, changed, named, parsed

SIZES = ("demo", "bench")


@dataclass(frozen=True)
class Options:
    """`size`: "demo" (600 lubricants), "bench" (10,000 products, 200 partners) or "N-products"."""

    host: str = "127.0.0.1"
    port: int = 8002
    data_file: str = "onec.sqlite3"
    base: str = "demo"
    goods: str | None = None  # a folder of CommerceML files instead of the seeded lubricants
    size: str = "demo"
    seed: int = 1
    tick: float = 15.0  # seconds between state changes of orders; 0 = only by the control API
    user: str = "portal"
    password: str = "portal"
    profile: str = "as_observed"
    behaviour: str = ""  # single behaviours changed: "slow_write=11,sessions=4" (profile.py names them)
    max_quantity: str = "100000"  # a line above it (in base units) makes 1C reject the order
    push_to: str | None = None  # root of the portal that is told of changes at once
    push_token: str = ""
    until_stdin_closes: bool = False  # stop when the parent that started us is gone

    def __post_init__(self):
        if self.goods and not Path(self.goods).is_dir():
            raise ValueError(f"no such folder of goods: {self.goods}")
        self.product_count()
        self.behaves()

    def behaves(self) -> Profile:
        """The profile with the behaviours asked for. Raises ValueError on an unknown one."""
        return changed(named(self.profile), parsed(self.behaviour))

    def product_count(self) -> int:
        """Products a seeded base is to hold. Raises ValueError on an unknown size."""
        named = {"demo": 600, "bench": 10_000}
        if self.size in named:
            return named[self.size]
        number, _, word = self.size.partition("-")
        if word == "products" and number.isdigit() and int(number) > 0:
            return int(number)
        raise ValueError(f"size must be demo, bench or N-products, not {self.size!r}")
