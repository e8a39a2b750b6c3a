"""The cache may be away: pages come from the database then."""

import hashlib
import logging
import time
from collections.abc import Callable, Iterable
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import NoScriptError, RedisError
from redis.retry import Retry

logger = logging.getLogger(__name__)

_COUNT = """
local times = redis.call('INCR', KEYS[1])
if times == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
return {times, redis.call('TTL', KEYS[1])}
"""
_COUNT_NAME = hashlib.sha1(_COUNT.encode(), usedforsecurity=False).hexdigest()  # by which the server knows it
QUIET_SECONDS = 5.0  # after a failure, so that a cache that hangs costs one request a second and no more


class OptionalRedisCache(RedisCache):
    """Django's Redis cache, which is empty instead of broken when its server does not answer."""

    _quiet_until = 0.0

    def __init__(self, server: str, params: dict[str, Any]):
        options = {"socket_timeout": 1, "socket_connect_timeout": 1, "retry": Retry(NoBackoff(), 0)}
        params = {**params, "OPTIONS": {**options, **params.get("OPTIONS", {})}}
        super().__init__(server, params)

    def add(self, key: str, value: Any, *args: Any, **kwargs: Any) -> bool:
        """As in Django; True when the cache is away, as if it had been free."""
        return self._try(lambda: super(OptionalRedisCache, self).add(key, value, *args, **kwargs), True)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """As in Django; the default when the cache is away."""
        return self._try(lambda: super(OptionalRedisCache, self).get(key, default, version), default)

    def set(self, key: str, value: Any, *args: Any, **kwargs: Any) -> None:
        """As in Django; nothing when the cache is away."""
        self._try(lambda: super(OptionalRedisCache, self).set(key, value, *args, **kwargs), None)

    def touch(self, key: str, *args: Any, **kwargs: Any) -> bool:
        """As in Django; False when the cache is away."""
        return self._try(lambda: super(OptionalRedisCache, self).touch(key, *args, **kwargs), False)

    def delete(self, key: str, version: int | None = None) -> bool:
        """As in Django; False when the cache is away. What it holds then ends with its time-out."""
        return self._try(lambda: super(OptionalRedisCache, self).delete(key, version), False)

    def get_many(self, keys: Iterable[str], version: int | None = None) -> dict[str, Any]:
        """As in Django; nothing when the cache is away."""
        return self._try(lambda: super(OptionalRedisCache, self).get_many(keys, version), {})

    def has_key(self, key: str, version: int | None = None) -> bool:
        """As in Django; False when the cache is away."""
        return self._try(lambda: super(OptionalRedisCache, self).has_key(key, version), False)

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        """As in Django; `delta` when the cache is away, as for a count that begins."""
        return self._try(lambda: super(OptionalRedisCache, self).incr(key, delta, version), delta)

    def count(self, key: str, seconds: int) -> tuple[int, int]:
        """How often this was called for the key since the first time, and the seconds until it begins anew;
        it does so after `seconds`. One short command; (0, seconds) when the cache is away."""
        return self._try(lambda: self._count(self.make_and_validate_key(key), seconds), (0, seconds))

    def _count(self, key: str, seconds: int) -> tuple[int, int]:
        client = self._cache.get_client(key, write=True)
        try:
            times, left = client.evalsha(_COUNT_NAME, 1, key, seconds)
        except NoScriptError:  # the server has begun anew
            times, left = client.eval(_COUNT, 1, key, seconds)
        return times, max(left, 1)

    def set_many(self, data: dict[str, Any], *args: Any, **kwargs: Any) -> list[str]:
        """As in Django; all keys as not stored when the cache is away."""
        return self._try(lambda: super(OptionalRedisCache, self).set_many(data, *args, **kwargs), list(data))

    def delete_many(self, keys: Iterable[str], version: int | None = None) -> None:
        """As in Django; nothing when the cache is away."""
        self._try(lambda: super(OptionalRedisCache, self).delete_many(keys, version), None)

    def clear(self) -> bool:  # type: ignore[override]  # as the backend does
        """As in Django; False when the cache is away."""
        return self._try(lambda: super(OptionalRedisCache, self).clear(), False)

    def _try(self, act: Callable[[], Any], otherwise: Any) -> Any:
        if time.monotonic() < OptionalRedisCache._quiet_until:
            return otherwise
        try:
            return act()
        except RedisError as error:
            OptionalRedisCache._quiet_until = time.monotonic() + QUIET_SECONDS
            logger.warning("The cache does not answer: %s", error)
            return otherwise
