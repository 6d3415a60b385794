"""The slots in Redis: a sorted set of who calls 1C now, each with a lease that its process renews.

A slot of a killed process is free LEASE seconds later. A Redis that was emptied knows the callers again at the next
renewal. While Redis is away nobody is counted here.
"""

import logging
import os
import threading
import time
import uuid
from functools import lru_cache

import redis
from django.conf import settings

log = logging.getLogger("integration.client")

LEASE = 6.0  # seconds
RENEW = 2.0  # seconds
SILENCE = 5.0  # seconds without asking a Redis that was found away

NOW = "local now = redis.call('TIME'); now = now[1] * 1000 + math.floor(now[2] / 1000) "
TAKE = (
    NOW
    + """
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 0 end
redis.call('ZADD', KEYS[1], now + ARGV[3], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
"""
)
HOLD = (
    NOW
    + """
for i = 2, #ARGV do redis.call('ZADD', KEYS[1], now + ARGV[1], ARGV[i]) end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
"""
)


class Counted:
    """The slots of one base over all machines, as one process sees them."""

    def __init__(self, place: str, limit: int, url: str) -> None:
        self.key, self.limit = f"kabinet:onec-slots:{place}", limit
        client = redis.Redis.from_url(url, socket_timeout=0.5, socket_connect_timeout=0.3)
        self.client = client
        self._take, self._hold = client.register_script(TAKE), client.register_script(HOLD)
        self._held: set[str] = set()
        self._lock = threading.Condition()
        self._keeper: threading.Thread | None = None
        self._silent_until = 0.0

    def take(self, bulk: bool) -> str | None:
        """A token; None while all slots are taken. With Redis away everybody gets one."""
        token, limit = uuid.uuid4().hex, self.limit - 1 if bulk and self.limit > 1 else self.limit
        if self._asked(self._take, [token, limit, int(LEASE * 1000)]) == 0:
            return None
        with self._lock:
            self._held.add(token)
            self._lock.notify()
            if self._keeper is None:
                self._keeper = threading.Thread(target=self._keep, name="onec-slots", daemon=True)
                self._keeper.start()
        return token

    def free(self, token: str) -> None:
        with self._lock:
            self._held.discard(token)
        self._asked(lambda keys, args: self.client.zrem(keys[0], *args), [token])

    def _keep(self) -> None:
        """Renew what is held; sleep while nothing is."""
        while True:
            with self._lock:
                while not self._held:
                    self._lock.wait()
            time.sleep(RENEW)
            with self._lock:
                if self._held:  # within the lock, or a slot given back meanwhile would be taken again
                    self._asked(self._hold, [int(LEASE * 1000), *self._held])

    def _asked(self, script, arguments: list) -> int | None:
        """Redis's answer; None when it is away, and then for a while without asking."""
        if time.monotonic() < self._silent_until:
            return None
        try:
            return script(keys=[self.key], args=arguments)
        except redis.RedisError as error:
            self._silent_until = time.monotonic() + SILENCE
            log.warning("Redis is away (%s); each machine counts its own calls to 1C", error)
            return None


def slots(place: str, limit: int) -> Counted:
    """The process's own; a child of a fork gets its own."""
    return _slots(place, limit, settings.REDIS_URL, os.getpid())


@lru_cache(maxsize=16)
def _slots(place: str, limit: int, url: str, pid: int) -> Counted:
    return Counted(place, limit, url)
