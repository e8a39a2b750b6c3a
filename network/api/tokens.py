"""Programs say who they act for by a person's token: `Authorization: Bearer iapv_…`."""

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request

from ..choices import TokenScope
from ..models import ApiToken, User
from ..services.api_tokens import token_of

SCHEME = "Bearer"


class TokenAuthentication(BaseAuthentication):
    """The person of the token; what names no valid token is refused, and not taken for a visitor's."""

    def authenticate(self, request: Request) -> tuple[User, ApiToken] | None:
        """Person and token, or None where the request names none."""
        words = get_authorization_header(request).split()
        if not words or words[0].lower() != SCHEME.lower().encode():
            return None
        token = token_of(words[1].decode("ascii", "replace")) if len(words) == 2 else None
        if token is None:
            raise AuthenticationFailed(_("This token is not valid: it is unknown, revoked or has ended."))
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        """What a program is told that has not said who it is."""
        return f'{SCHEME} realm="api"'


def check_scope(request: Request) -> None:
    """A token that may read writes nothing. Raises PermissionDenied."""
    token: Any = request.auth
    if not isinstance(token, ApiToken) or request.method in SAFE_METHODS:
        return
    if token.scope != TokenScope.WRITE:
        raise PermissionDenied(_("This token may read only."))


class TokenScheme(OpenApiAuthenticationExtension):
    """How the description of the API names it."""

    target_class = TokenAuthentication
    name = "personalToken"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        """A bearer token."""
        return {
            "type": "http",
            "scheme": "bearer",
            "description": "A personal token, made under My settings; shown once, revocable, with an end.",
        }
