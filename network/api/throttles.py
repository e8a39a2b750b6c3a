"""How often programs may ask within a minute: counted by token, by person, or by address.

Answers that are not shared say what is left (RateLimit, RateLimit-Policy); too often is 429 with Retry-After.
A visitor's reading is the same for all and kept by caches: it says nothing of one visitor.
"""

from typing import Any, NamedTuple

from django.conf import settings
from rest_framework.exceptions import Throttled
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle

from ..models import ApiToken
from ..views.limits import MINUTE, count, who_asks


class Use(NamedTuple):
    """What was used of a limit; `left`: seconds until it begins anew."""

    name: str
    most: int
    times: int
    left: int

    @property
    def is_over(self) -> bool:
        """Whether it was too often."""
        return self.times > self.most

    def say(self, response: Response) -> None:
        """Into the headers of the answer, as the draft of the IETF's working group on HTTP APIs words it."""
        response.headers["RateLimit-Policy"] = f'"{self.name}";q={self.most};w={MINUTE}'
        response.headers["RateLimit"] = f'"{self.name}";r={max(self.most - self.times, 0)};t={self.left}'


class Throttle(BaseThrottle):
    """Writing, searching and reading have a limit each; 0 is no limit."""

    use: Use | None = None

    def allow_request(self, request: Request, view: Any) -> bool:
        """Count it; True when it is not too often."""
        name, most = _limit_of(request)
        if not most:
            return True
        self.use = Use(name, most, *count(name, _who(request), MINUTE))
        sent: Any = request._request
        sent.api_use = self.use
        return not self.use.is_over

    def wait(self) -> float | None:
        """Seconds until the limit begins anew."""
        return self.use.left if self.use else None


def count_refused(request: Request) -> None:
    """A token that is none was tried: by address, as often as one may write. Raises Throttled beyond."""
    most = settings.WRITES_PER_MINUTE
    times, left = count("token", who_asks(_as_sent(request)), MINUTE) if most else (0, 0)
    if times > most:
        raise Throttled(wait=left)


def say_use(request: Request, response: Response) -> None:
    """Tell whoever is counted what is left; a visitor who reads only when it is too late."""
    use: Use | None = getattr(request._request, "api_use", None)
    if use is None:
        return
    if use.is_over or request.method not in SAFE_METHODS or request.user.is_authenticated:
        use.say(response)


def _limit_of(request: Request) -> tuple[str, int]:
    if request.method not in SAFE_METHODS:
        return "write", settings.WRITES_PER_MINUTE
    if request.query_params.get("q"):
        return "search", settings.SEARCHES_PER_MINUTE
    return "read", settings.API_READS_PER_MINUTE


def _who(request: Request) -> str:
    token: Any = request.auth
    return f"token {token.pk}" if isinstance(token, ApiToken) else who_asks(_as_sent(request))


def _as_sent(request: Request) -> Any:
    return request._request
