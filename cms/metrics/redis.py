"""The connection that counts go over, and moments without it."""

from functools import lru_cache

import redis
from django.conf import settings
from redis.exceptions import RedisError

AWAY = (RedisError, OSError)


def client() -> redis.Redis:
    return _client(settings.REDIS_URL)


@lru_cache(maxsize=4)
def _client(url: str) -> redis.Redis:
    return redis.Redis.from_url(url, socket_connect_timeout=0.5, socket_timeout=1)
