"""Translation engines, one file each. `get` by name, `order` for a direction."""

from collections.abc import Callable
from functools import cache

from django.conf import settings

from .apertium import ApertiumProvider
from .base import (
    Provider,
    ProviderBusy,
    ProviderError,
    ProviderGarbage,
    ProviderRefused,
)
from .manual import ManualProvider

__all__ = [
    "Provider",
    "ProviderBusy",
    "ProviderError",
    "ProviderGarbage",
    "ProviderRefused",
    "get",
    "order",
]

_MAKERS: dict[str, Callable[[], Provider]] = {
    "apertium": ApertiumProvider,
    "manual": ManualProvider,
}


@cache
def get(name: str) -> Provider:
    """The engine of this name, one instance for the process. Raises KeyError for an unknown name."""
    return _MAKERS[name]()


def names() -> list[str]:
    """All engines that there are, set up or not."""
    return list(_MAKERS)


def order(source: str, target: str) -> list[Provider]:
    """The engines to try for this direction, in turn; those that cannot be asked now are left out."""
    wanted = settings.TRANSLATION_PROVIDERS_BY_DIRECTION.get(
        f"{source}-{target}", settings.TRANSLATION_PROVIDERS
    )
    return [provider for name in wanted if (provider := get(name)).supports(source, target)]
