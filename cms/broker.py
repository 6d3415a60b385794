"""Calling a worker from a request: over connections that stay open, and briefly when the broker is away."""

import logging
import time
from functools import cache
from typing import Any

from celery import Celery, Task
from kombu.pools import ProducerPool, producers

log = logging.getLogger(__name__)

SILENCE = 5.0  # seconds without trying the broker after it was found away
IMPATIENT = {
    "max_retries": 0,
    "interval_start": 0,
    "interval_step": 0,
    "socket_connect_timeout": 0.5,
    "socket_timeout": 1,
}

_silent_until = 0.0


def call(task: Task, *args: Any, queue: str, expires: float | None = None, delay: float | None = None) -> bool:
    """Have a worker run the task, after `delay` seconds, within `expires` seconds or not at all.

    Never raises; False: the broker is away.

    That takes a second at most to find out, and no time at all for SILENCE seconds after.
    """
    global _silent_until
    if time.monotonic() < _silent_until:
        return False
    try:
        with _producers(task.app).acquire(block=True) as producer:
            task.apply_async(args, queue=queue, expires=expires, countdown=delay, producer=producer, retry=False)
    except Exception as error:
        _silent_until = time.monotonic() + SILENCE
        log.warning("The broker is away (%s); no worker was told of %s%s", error, task.name, args)
        return False
    return True


@cache
def _producers(app: Celery) -> ProducerPool:
    """This process's own; opening a connection for each call takes ten times as long as the call."""
    options = {**app.conf.broker_transport_options, **IMPATIENT}
    return producers[app.connection_for_write(transport_options=options)]
