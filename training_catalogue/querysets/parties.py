"""Whose a record is: conditions over its member state or organization."""

from typing import Any

from django.db.models import Q

from network.choices import Role


def written_by(user: Any, prefix: str = "") -> Q:
    """Of a state or an organization that the person writes for; `prefix` leads to the record."""
    return _of(prefix, user.states(Role.CONTRIBUTOR, Role.FOCAL_POINT), user.bodies(Role.PROVIDER_EDITOR))


def spoken_for(user: Any, prefix: str = "") -> Q:
    """Of a state or an organization that the person speaks for: focal points and provider editors."""
    return _of(prefix, user.states(Role.FOCAL_POINT), user.bodies(Role.PROVIDER_EDITOR))


def _of(prefix: str, states: set[str], organizations: set[int]) -> Q:
    return Q(**{f"{prefix}country__in": states}) | Q(**{f"{prefix}organization__in": organizations})
