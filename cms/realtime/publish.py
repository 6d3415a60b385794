"""Send an event to the open browsers of users, and keep it for those that are away."""

import logging
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import redis
from django.conf import settings
from django.db import transaction

from cms.api.renderers import to_json
from cms.realtime.ids import EPOCH_KEY, KEPT_EVENTS, KEPT_SECONDS, WAKE_CHANNEL, key_of, new_epoch

log = logging.getLogger(__name__)

_missed = False  # an event of this process did not reach Redis: everyone has to be told to fetch anew


def send(user_ids: Iterable[int], type: str, data: Any) -> None:
    """After commit, give each user an event of this type; `data` becomes JSON. Never raises.

    When Redis is away the event is lost, and said so: as soon as Redis is back every client gets `reset`.
    """
    users = sorted(set(user_ids))
    if users:
        body = to_json(data)
        transaction.on_commit(lambda: _send(users, type, body))


def owes_reset() -> bool:
    """Whether an event of this process was lost and its clients have not been told yet; the next send() tells them."""
    return _missed


def _send(users: list[int], type: str, body: bytes) -> None:
    global _missed
    try:
        _write(users, type, body, renew_epoch=_missed)
        _missed = False
    except (redis.RedisError, OSError) as error:
        _missed = True
        log.warning("Event %s for %d users is lost, Redis is away: %s", type, len(users), error)


def _write(users: list[int], type: str, body: bytes, *, renew_epoch: bool) -> None:
    with _client(settings.REDIS_URL).pipeline(transaction=False) as pipe:
        for user in users:
            pipe.xadd(key_of(user), {"type": type, "data": body}, maxlen=KEPT_EVENTS, approximate=True)
            pipe.expire(key_of(user), KEPT_SECONDS)
        if renew_epoch:
            pipe.set(EPOCH_KEY, new_epoch())
        pipe.publish(WAKE_CHANNEL, ",".join(map(str, users)))
        pipe.execute()


@lru_cache(maxsize=4)
def _client(url: str) -> redis.Redis:
    """One pool of connections a process; a request never waits long for it."""
    return redis.Redis.from_url(url, socket_connect_timeout=0.5, socket_timeout=2)
