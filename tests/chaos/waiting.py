"""Waiting for what real processes do: asked again and again until a deadline, never for a fixed time."""

import time
from collections.abc import Callable
from typing import TypeVar

PAUSE = 0.2  # seconds between two questions

Answer = TypeVar("Answer")


def eventually(ask: Callable[[], Answer], seconds: float, what: str) -> Answer:
    """The first answer that is not empty; AssertionError names `what` and the last answer after so many seconds."""
    deadline = time.monotonic() + seconds
    while not (answer := ask()):
        assert time.monotonic() < deadline, f"not within {seconds:g} s: {what} (last answer: {answer!r})"
        time.sleep(PAUSE)
    return answer
