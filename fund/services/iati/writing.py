"""Elements of XML as text: escaped, without characters that XML 1.0 forbids."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def clean(text: object) -> str:
    """Text without what XML can't hold."""
    return FORBIDDEN.sub("\ufffd", str(text))


def opened(name: str, attributes: Mapping[str, object] | None = None) -> str:
    """The beginning of an element; attributes that are None or empty are left out."""
    said = "".join(
        f" {key}={quoteattr(clean(value))}"
        for key, value in (attributes or {}).items()
        if value is not None and value != ""
    )
    return f"<{name}{said}>"


def element(name: str, attributes: Mapping[str, object] | None = None, *parts: str) -> str:
    """A whole element; `parts` are elements or escaped text."""
    start = opened(name, attributes)
    return f"{start}{''.join(parts)}</{name}>" if parts else f"{start[:-1]}/>"


def coded(name: str, code: str, **attributes: object) -> str:
    """An element that is a code of a list."""
    return element(name, {"code": code} | attributes)


def narrative(text: object, language: str = "") -> str:
    """A text in a language; without one it is in that of the activity."""
    return element("narrative", {"xml:lang": language}, escape(clean(text)))


def narratives(texts: Iterable[tuple[str, str]]) -> str:
    """The same text in several languages: pairs of text and language."""
    return "".join(narrative(text, language) for text, language in texts)


def value(units: int, exponent: int, currency: str, day: date) -> str:
    """An amount given in smallest units, with its currency and the day that it counts on."""
    attributes = {"currency": currency, "value-date": day.isoformat()}
    return element("value", attributes, f"{Decimal(units).scaleb(-exponent):f}")
