"""Which engines there are, in a word for people."""

from functools import lru_cache
from time import monotonic
from typing import Any

from django.utils.translation import gettext_lazy as _

from network.choices import Language

from .asking import can_translate

FRESH = 60.0  # seconds
ENGINES = {
    "apertium": "Apertium",
    "deepl": "DeepL",
    "libretranslate": "LibreTranslate",
    "memory": _("the translation memory"),
}


def has_engines() -> bool:
    """Whether any engine translates anything here; else people do."""
    return any(
        has_engine(source, target)
        for source in Language.values
        for target in Language.values
        if source != target
    )


def has_engine(source: str, target: str) -> bool:
    """Whether an engine translates in this direction; looked up once a minute."""
    return _has_engine(source, target, int(monotonic() // FRESH))


@lru_cache(maxsize=64)
def _has_engine(source: str, target: str, minute: int) -> bool:
    return can_translate(source, target)


def engine_name(engine: str) -> Any:
    """An engine as people call it."""
    return ENGINES.get(engine, engine.capitalize())
