"""The policy for contents, as most answers carry it."""

from functools import cache
from typing import Any

from csp.constants import HEADER
from csp.middleware import CheckableLazyObject, CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest


class PolicyMiddleware(CSPMiddleware):
    """The library's, which puts the policy together for every answer anew; here it is written once.

    An answer that says more of its own (`csp.decorators`, a nonce) goes the library's way.
    """

    def process_response(self, request: HttpRequest, response: Any) -> Any:
        """Add the header; from here on a nonce would come too late."""
        own = any(name.startswith("_csp_") for name in vars(response)) or hasattr(request, "_csp_nonce")
        if own or settings.DEBUG or HEADER in response:
            return super().process_response(request, response)
        response[HEADER] = _usual()
        request.csp_nonce = CheckableLazyObject(self._csp_nonce_post_response)
        return response


@cache
def _usual() -> str:
    return build_policy()
