"""The API and its description. `settings.py` takes these names in."""

from django.utils.translation import gettext_lazy as _

REST_FRAMEWORK = {
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "network.api.tokens.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_VERSIONING_CLASS": None,
    "EXCEPTION_HANDLER": "network.api.problems.problem",
}
SPECTACULAR_SETTINGS = {
    "TITLE": _("Inter-American Network for the Prevention of Violence and Crime"),
    "VERSION": "1",
    "DESCRIPTION": (
        "Everything public as data, under the licence that each record states. Reading needs no account. "
        "Writing, searching and reading are counted per minute, by token, person or address: `RateLimit` "
        "says what is left, 429 with `Retry-After` that it was too often."
    ),
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "ENUM_ADD_EXPLICIT_BLANK_NULL_CHOICE": False,
}
