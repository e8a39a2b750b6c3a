"""DeepL, over its own client. Texts leave the house."""

import html
import re
from collections.abc import Sequence
from typing import Any

import deepl
from django.conf import settings

from .base import Provider, ProviderBusy, ProviderError, ProviderGarbage, ProviderRefused

_TARGETS = {"en": "EN-US", "es": "ES", "fr": "FR", "pt": "PT-BR"}
_TOKEN = re.compile(r"X[QZ]\d+[QZ]X")
_SHIELD = re.compile(r"<x>\s*(X[QZ]\d+[QZ]X)\s*</x>", re.IGNORECASE)
MAX_TEXTS, MAX_CHARACTERS = 50, 30_000  # of one call
QUOTA_USED_UP = 456


class DeepLProvider(Provider):
    """Neural translation by DeepL SE; DEEPL_KEY switches it on."""

    name = "deepl"
    confidence = 0.95

    def __init__(self) -> None:
        self._client: Any = None

    def version(self) -> str:
        """DeepL does not tell its models apart; the client's version says how it was asked."""
        return f"api-{deepl.__version__}"

    def supports(self, source: str, target: str) -> bool:
        """Every direction, once there is a key."""
        return bool(settings.DEEPL_KEY) and source in _TARGETS and target in _TARGETS

    def translate(self, texts: Sequence[str], *, source: str, target: str) -> list[str]:
        """The texts, in calls of a size that DeepL takes."""
        done: list[str] = []
        for call in _calls(texts):
            done += self._call(call, source=source, target=target)
        return done

    def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _call(self, texts: list[str], *, source: str, target: str) -> list[str]:
        try:
            answers = self._connected().translate_text(
                [_marked(text) for text in texts],
                source_lang=source.upper(),
                target_lang=_TARGETS[target],
                tag_handling="xml",
                ignore_tags=["x"],
                preserve_formatting=True,
            )
        except Exception as error:
            raise _translated_error(error) from error
        if not isinstance(answers, list) or len(answers) != len(texts):
            raise ProviderGarbage("Another number of texts than was asked")
        return [_unmarked(answer.text) for answer in answers]

    def _connected(self) -> Any:
        if self._client is None:
            deepl.http_client.max_network_retries = 0  # the jobs know when to try again
            deepl.http_client.min_connection_timeout = settings.TRANSLATION_TIMEOUT
            self._client = deepl.DeepLClient(
                settings.DEEPL_KEY, server_url=settings.DEEPL_URL or None, send_platform_info=False
            )
        return self._client


def _calls(texts: Sequence[str]) -> list[list[str]]:
    calls: list[list[str]] = []
    size = 0
    for text in texts:
        if not calls or len(calls[-1]) >= MAX_TEXTS or size + len(text) > MAX_CHARACTERS:
            calls.append([])
            size = 0
        calls[-1].append(text)
        size += len(text)
    return calls


def _marked(text: str) -> str:
    return _TOKEN.sub(lambda match: f"<x>{match[0]}</x>", html.escape(text, quote=False))


def _unmarked(text: Any) -> str:
    if not isinstance(text, str):
        raise ProviderGarbage("A text that is none")
    return html.unescape(_SHIELD.sub(r"\1", text))


def _translated_error(error: Exception) -> ProviderError:
    """What DeepL's client raised, in our words."""
    code = getattr(error, "http_status_code", None)
    if isinstance(error, deepl.QuotaExceededException):
        return ProviderRefused(QUOTA_USED_UP, "DeepL: the quota is used up")
    if isinstance(error, deepl.AuthorizationException) or code in {401, 402, 403}:
        return ProviderRefused(code or 403, "DeepL: the key is not accepted")
    busy = isinstance(error, deepl.TooManyRequestsException | deepl.ConnectionException)
    if busy or (code is not None and (code >= 500 or code == 408)):
        return ProviderBusy(f"DeepL: {type(error).__name__} {code or ''}".strip())
    return ProviderGarbage(f"DeepL: {type(error).__name__} {code or ''}".strip())
