"""Is a process ready? Asked of it the way its callers will ask."""

import time
import urllib.error
import urllib.request
from collections.abc import Callable

import redis

PAUSE = 0.1
# A proxy that the environment names must not be asked for the loopback.
_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class NotReady(Exception):
    """Something did not answer in time; the text names it."""


def answers(url: str) -> bool:
    """Whether the process at a http:// or redis:// address answers. A 4xx answer is one, too; a 5xx is not."""
    return _redis_answers(url) if url.startswith("redis") else _http_answers(url)


def _http_answers(url: str) -> bool:
    try:
        with _opener.open(url, timeout=2):
            return True
    except urllib.error.HTTPError as error:
        return error.code < 500
    except OSError:
        return False


def _redis_answers(url: str) -> bool:
    try:
        with redis.Redis.from_url(url, socket_connect_timeout=1, socket_timeout=2, retry=None) as client:
            return bool(client.ping())
    except redis.exceptions.AuthenticationError:
        raise
    except (redis.exceptions.RedisError, OSError):
        return False


def wait_until(condition: Callable[[], bool], seconds: float, what: str) -> None:
    """Asks again until the condition holds; NotReady names `what` after so many seconds."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise NotReady(f"{what} did not answer within {seconds:g} seconds")
        time.sleep(PAUSE)
