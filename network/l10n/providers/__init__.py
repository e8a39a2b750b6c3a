"""Translation engines, one file each. `get` by name, `order` for a direction."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from .deepl import DeepLProvider
    from .libretranslate import LibreTranslateProvider

__all__ = [
    "Provider",
    "ProviderBusy",
    "ProviderError",
    "ProviderGarbage",
    "ProviderRefused",
    "get",
    "order",
]


def _deepl() -> "DeepLProvider":
    from .deepl import DeepLProvider  # its client is loaded where there is a key

    return DeepLProvider()


def _libretranslate() -> "LibreTranslateProvider":
    from .libretranslate import LibreTranslateProvider  # likewise

    return LibreTranslateProvider()


_MAKERS: dict[str, Callable[[], Provider]] = {
    "deepl": _deepl,
    "libretranslate": _libretranslate,
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
    return [
        provider for name in wanted if _is_set_up(name) and (provider := get(name)).supports(source, target)
    ]


def _is_set_up(name: str) -> bool:
    """Engines over the network are loaded only where they are set up."""
    switch = {"deepl": settings.DEEPL_KEY, "libretranslate": settings.LIBRETRANSLATE_URL}
    return bool(switch.get(name, True))
