"""Listening to the event stream of a person, in a thread, while the test goes on."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import httpx

from tests.chaos.people import Person
from tests.chaos.waiting import eventually


class Event(NamedTuple):
    id: str
    type: str
    data: dict


class Listener:
    """`events`: all that came so far. The portal's signs of life let the thread notice that it is to stop."""

    def __init__(self, url: str, person: Person, last: str = "") -> None:
        self.events: list[Event] = []
        self._url, self._cookies = url, {"sessionid": person.session_key}
        self._headers = {"Last-Event-ID": last} if last else {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._listen, name=f"stream of {person.name}", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._over.set()
        self._thread.join(15)

    def soon(self, wanted: Callable[[Event], bool], within: float, what: str) -> Event:
        return eventually(lambda: next(filter(wanted, self.events), None), within, f"{what} among {self.events}")

    def says(self, type: str, within: float = 20) -> Event:
        return self.soon(lambda event: event.type == type, within, f"event {type}")

    def tells(self, order: dict, status: str, within: float = 30) -> Event:
        """The event by which the order got this status."""
        wanted = ("order", order["id"], status)
        return self.soon(
            lambda event: (event.type, event.data.get("id"), event.data.get("status")) == wanted, within, str(wanted)
        )

    @property
    def of_orders(self) -> list[Event]:
        return [event for event in list(self.events) if event.type == "order"]

    def _listen(self) -> None:
        given = {"headers": self._headers, "cookies": self._cookies, "timeout": 15, "trust_env": False}
        with httpx.stream("GET", self._url, **given) as response:
            response.raise_for_status()
            self._read(response.iter_lines())

    def _read(self, lines: Iterator[str]) -> None:
        fields: dict[str, str] = {}
        for line in lines:
            if self._over.is_set():
                return
            name, _colon, value = line.partition(": ")
            fields[name] = value
            if not line and "event" in fields:
                self.events.append(Event(fields["id"], fields["event"], json.loads(fields["data"])))
            if not line:
                fields = {}


@contextmanager
def listening(url: str, person: Person, last: str = "") -> Iterator[Listener]:
    """An open stream that has said hello; `last`: the id of the last event the person knows."""
    listener = Listener(url, person, last)
    try:
        listener.says("hello")
        yield listener
    finally:
        listener.close()
