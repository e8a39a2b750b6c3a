"""LibreTranslate, the operator's own or another's, over HTTP."""

from collections.abc import Sequence
from typing import Any

import requests
from django.conf import settings

from .base import Provider, ProviderBusy, ProviderGarbage, ProviderRefused

LANGUAGES = ("en", "es", "fr", "pt")
MAX_TEXTS = 20  # of one call
MAX_ANSWER = 4_000_000  # bytes


class LibreTranslateProvider(Provider):
    """Neural translation by Argos models; LIBRETRANSLATE_URL switches it on."""

    name = "libretranslate"
    confidence = 0.85

    def __init__(self) -> None:
        self._session = requests.Session()

    @property
    def is_local(self) -> bool:  # type: ignore[override]
        """Whether the operator says that it stands in the house."""
        return bool(settings.LIBRETRANSLATE_IS_LOCAL)

    def version(self) -> str:
        """The programming interface; the server does not name its models in its answers."""
        return "1"

    def supports(self, source: str, target: str) -> bool:
        """Every direction, once there is an address."""
        return bool(settings.LIBRETRANSLATE_URL) and source in LANGUAGES and target in LANGUAGES

    def translate(self, texts: Sequence[str], *, source: str, target: str) -> list[str]:
        """The texts, in calls of twenty."""
        done: list[str] = []
        for start in range(0, len(texts), MAX_TEXTS):
            done += self._call(list(texts[start : start + MAX_TEXTS]), source, target)
        return done

    def close(self) -> None:
        """Close the connections."""
        self._session.close()
        self._session = requests.Session()

    def _call(self, texts: list[str], source: str, target: str) -> list[str]:
        body = {"q": texts, "source": source, "target": target, "format": "text"}
        if settings.LIBRETRANSLATE_KEY:
            body["api_key"] = settings.LIBRETRANSLATE_KEY
        try:
            answer = self._session.post(
                settings.LIBRETRANSLATE_URL.rstrip("/") + "/translate",
                json=body,
                timeout=settings.TRANSLATION_TIMEOUT,
                allow_redirects=False,
            )
        except requests.RequestException as error:
            raise ProviderBusy(f"LibreTranslate: {type(error).__name__}") from error
        _check(answer)
        return _texts(answer, len(texts))


def _check(answer: requests.Response) -> None:
    code = answer.status_code
    if code == requests.codes.ok:
        return
    if code in {401, 402, 403, 456}:
        raise ProviderRefused(code, f"LibreTranslate: {code}")
    if code in {408, 425, 429} or code >= 500:
        raise ProviderBusy(f"LibreTranslate: {code}", retry_after=_seconds(answer.headers.get("Retry-After")))
    raise ProviderGarbage(f"LibreTranslate: {code}")


def _seconds(value: str | None) -> float | None:
    try:
        return min(float(value), 86_400.0) if value else None
    except ValueError:
        return None


def _texts(answer: requests.Response, count: int) -> list[str]:
    if len(answer.content) > MAX_ANSWER:
        raise ProviderGarbage("LibreTranslate: an answer without end")
    try:
        content: Any = answer.json()
    except ValueError as error:
        raise ProviderGarbage("LibreTranslate: no JSON") from error
    texts = content.get("translatedText") if isinstance(content, dict) else None
    if not isinstance(texts, list) or len(texts) != count or not all(isinstance(t, str) for t in texts):
        raise ProviderGarbage("LibreTranslate: no translations")
    return texts
