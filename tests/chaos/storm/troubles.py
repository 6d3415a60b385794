"""What goes wrong while people order. Each trouble comes and goes by itself; their order and times follow the seed."""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator

import redis

from cms.processes.testing import Portal
from integration.simulator.testing import Simulator
from tests.chaos.stage import ONEC_TIMEOUT

ORDERS = {"channel": "B", "path": "/orders"}
POSTED = {**ORDERS, "method": "POST"}
TOLD = {"channel": "W"}
BETWEEN = (0.2, 1.5)  # seconds between two troubles
AWAY = (0.5, 4.0)  # seconds that something killed stays dead


class Troubles:
    """Use as a context: troubles happen inside, one after another; everything runs and behaves again afterwards.

    `webhooks`: where 1C tells of changes and the token it shows.
    """

    def __init__(self, portal: Portal, onec: Simulator, webhooks: tuple[str, str], chance: random.Random) -> None:
        self.portal, self.onec, self.webhooks, self.chance = portal, onec, webhooks, chance
        self.happened: Counter[str] = Counter()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._happen, name="troubles")
        self.error: BaseException | None = None

    def __enter__(self) -> "Troubles":
        self._thread.start()
        return self

    def __exit__(self, *_) -> None:
        self._over.set()
        self._thread.join()
        self.onec.heal()
        if self.error:
            raise self.error

    def _happen(self) -> None:
        try:
            for name, trouble in self._without_end():
                if self._over.wait(self.chance.uniform(*BETWEEN)):
                    return
                trouble()
                self.happened[name] += 1
        except BaseException as error:  # raised where the run waits for it
            self.error = error

    def _without_end(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """All kinds, each once a round, in another order every round."""
        while True:
            kinds = self.kinds()
            names = list(kinds)
            self.chance.shuffle(names)
            yield from ((name, kinds[name]) for name in names)

    def kinds(self) -> dict[str, Callable[[], None]]:
        few = self.chance.randint
        return {
            "1C answers 503": lambda: self._fault(ORDERS, {"status": 503, "form": "html"}, few(1, 4)),
            "1C fails": lambda: self._fault(POSTED, {"status": 500, "form": "xml"}, few(1, 4)),
            "1C is too slow": lambda: self._fault(POSTED, {"delay": ONEC_TIMEOUT + 1}, 1),
            "1C is slow": lambda: self._fault(POSTED, {"delay": 1.0}, few(1, 4)),
            "answers are lost after the commit": lambda: self._fault(POSTED, {"lost_answer": True}, few(2, 8)),
            "questions are lost": lambda: self._fault({**ORDERS, "method": "GET"}, {"lost_answer": True}, few(1, 4)),
            "webhooks are late": lambda: self._fault(TOLD, {"delay": 2.0}, few(2, 8)),
            "webhooks come twice": lambda: self._fault(TOLD, {"duplicate": True}, few(2, 8)),
            "webhooks are out of order": lambda: self._fault(TOLD, {"reorder": True}, few(2, 8)),
            "webhooks are lost": lambda: self._fault(TOLD, {"lost": True}, few(1, 4)),
            "orders move on in 1C": self.onec.tick,
            "Redis is emptied": self._empty_redis,
            "Redis is killed": lambda: self._kill("valkey"),
            "a worker is killed": lambda: self._kill(self.chance.choice(["worker", "worker:2", "loader"])),
            "a web is killed": lambda: self._kill(self.chance.choice(["web", "web:2"])),
            "1C is restarted": self._restart_1c,
        }

    def _fault(self, match: dict, do: dict, times: int) -> None:
        self.onec.fault(match, do, times)

    def _kill(self, name: str) -> None:
        self.portal.kill(name)
        time.sleep(self.chance.uniform(*AWAY))
        self.portal.start(name)

    def _restart_1c(self) -> None:
        self._kill("simulator")
        self.onec.push_to(*self.webhooks)  # what the control API set is gone with the process

    def _empty_redis(self) -> None:
        with redis.Redis.from_url(self.portal.redis_url) as server:
            server.flushall()
