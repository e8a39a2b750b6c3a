"""The policy for contents is written once, and says what the library says."""

from typing import Any

import pytest
from csp.constants import HEADER
from csp.exceptions import CSPNonceError
from csp.middleware import CSPMiddleware
from django.http import HttpResponse
from django.test import RequestFactory

from network.config.policy import PolicyMiddleware


def policy_of(kind: Any, **said: Any) -> str:
    request, response = RequestFactory().get("/"), HttpResponse()
    vars(response).update(said)
    layer = kind(lambda _request: response)
    return layer(request)[HEADER]


@pytest.mark.parametrize(
    "said", [{}, {"_csp_update": {"img-src": "data:"}}, {"_csp_replace": {"img-src": None}}]
)
def test_an_answer_carries_the_policy_of_the_library(said: dict[str, Any]) -> None:
    """Also one that says more of its own, after one that does not."""
    assert "default-src 'none'" in policy_of(PolicyMiddleware)
    assert policy_of(PolicyMiddleware, **said) == policy_of(CSPMiddleware, **said)


def test_a_nonce_asked_for_too_late_is_a_fault() -> None:
    """It would not be in the header."""
    request = RequestFactory().get("/")
    PolicyMiddleware(lambda _request: HttpResponse())(request)
    with pytest.raises(CSPNonceError):
        str(request.csp_nonce)  # type: ignore[attr-defined]
