"""Read ahead: the next page travels and is parsed while the last one is written. No database in that thread."""

import contextvars
import gc
import queue
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Page = TypeVar("Page")

AHEAD = 1  # pages waiting; with the one in hand and the one on its way that is all the memory a load takes
OBJECTS = 200_000  # more than the pages in memory are made of
SWITCH = 0.0005  # seconds
PATIENCE = 3.0  # seconds between two signs of life while nothing comes


def ahead(pages: Iterable[Page], *, alive: Callable[[], None]) -> Iterator[Page]:
    """The same pages in the same order, read by a thread; its exception is raised here.

    `alive` is called between pages and every few seconds of waiting; whatever it raises ends the reading.
    """
    waiting: queue.Queue = queue.Queue(maxsize=AHEAD)
    stop = threading.Event()
    run = contextvars.copy_context().run  # the request it is done for, and that it can wait
    reader = threading.Thread(target=run, args=(_read, pages, waiting, stop), name="onec-reader", daemon=True)
    reader.start()
    try:
        yield from _taken(waiting, alive)
    finally:
        stop.set()


@contextmanager
def at_pace() -> Iterator[None]:
    """The interpreter as two threads that make and drop rows need it.

    Of the objects of a page none outlives it: to look for cycles among them takes a sixth of a load. The writing thread
    comes back from the database every millisecond and would wait for the reading one five each time.
    """
    collected, switched = gc.get_threshold(), sys.getswitchinterval()
    gc.set_threshold(OBJECTS, *collected[1:])
    sys.setswitchinterval(SWITCH)
    try:
        yield
    finally:
        gc.set_threshold(*collected)
        sys.setswitchinterval(switched)


def _taken(waiting: queue.Queue, alive: Callable[[], None]) -> Iterator:
    while True:
        try:
            kind, value = waiting.get(timeout=PATIENCE)
        except queue.Empty:
            alive()
            continue
        if kind == "error":
            raise value
        if kind == "end":
            return
        alive()
        yield value


def _read(pages: Iterable, waiting: queue.Queue, stop: threading.Event) -> None:
    try:
        for page in pages:
            if not _put(waiting, stop, ("page", page)):
                return
        _put(waiting, stop, ("end", None))
    except BaseException as error:
        _put(waiting, stop, ("error", error))


def _put(waiting: queue.Queue, stop: threading.Event, item: tuple) -> bool:
    while not stop.is_set():
        try:
            waiting.put(item, timeout=0.5)
            return True
        except queue.Full:
            continue
    return False
