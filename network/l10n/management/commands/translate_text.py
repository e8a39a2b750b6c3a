"""Translate lines: one JSON string a line in, one JSON object a line out."""

import json
import sys
from collections.abc import Iterator
from typing import Any, TextIO

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error as DatabaseError

from network.l10n import providers
from network.l10n.providers import Provider, ProviderError
from network.l10n.services.glossary import all_terms, terms_of_file
from network.l10n.services.translating import Term, Translated, translate

LANGUAGES = ("en", "es", "fr", "pt")
MAX_LINE = 2_000_000  # characters; what is longer is answered with an error


class Command(BaseCommand):
    """Translate standard input by one resident engine, with the glossary and shields of the jobs."""

    help = "Reads one JSON string a line, writes one JSON object a line (text, engine, confidence, flags)."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """The direction, and whether another engine than the first one that is set up is wanted."""
        parser.add_argument("--source", required=True, choices=LANGUAGES)
        parser.add_argument("--target", required=True, choices=LANGUAGES)
        parser.add_argument("--engine", choices=providers.names())
        parser.add_argument("--rich", action="store_true", help="the texts are Markdown")

    def handle(self, *args: Any, **options: Any) -> None:
        """Answer line by line, in their order; a bad line is answered with an error and ends nothing."""
        source, target = options["source"], options["target"]
        if source == target:
            raise CommandError("Source and target are the same language.")
        provider = _provider(options["engine"], source, target)
        glossary = _glossary()
        try:
            for line in _lines(sys.stdin):
                answer = _answer(
                    line,
                    source=source,
                    target=target,
                    provider=provider,
                    glossary=glossary,
                    rich=options["rich"],
                )
                self.stdout.write(json.dumps(answer, ensure_ascii=False))
                self.stdout.flush()
        finally:
            provider.close()


def _lines(stream: TextIO) -> Iterator[str]:
    """Lines as UTF-8, whatever the terminal's encoding; broken bytes become signs of replacement."""
    raw = getattr(stream, "buffer", None)
    for line in raw if raw is not None else stream:
        yield line.decode("utf-8", errors="replace") if isinstance(line, bytes) else line


def _answer(line: str, **how: Any) -> dict[str, Any]:
    if len(line) > MAX_LINE:
        return {"error": "The line is too long."}
    try:
        text = json.loads(line)
    except (ValueError, RecursionError):
        return {"error": "Not a JSON string."}
    if not isinstance(text, str):
        return {"error": "Not a JSON string."}
    try:
        return _as_dict(translate(text.encode("utf-8", "replace").decode(), **how))
    except ProviderError as error:
        return {"error": f"{type(error).__name__}: {error}", "engine": how["provider"].name}


def _as_dict(made: Translated) -> dict[str, Any]:
    return {
        "text": made.text,
        "engine": made.engine,
        "confidence": made.confidence,
        "flags": list(made.flags),
    }


def _provider(name: str | None, source: str, target: str) -> Provider:
    if name:
        provider = providers.get(name)
        if not provider.supports(source, target):
            raise CommandError(f"{name} is not set up for {source} to {target}.")
        return provider
    found = providers.order(source, target)
    if not found:
        raise CommandError(f"No engine is set up for {source} to {target}: {settings.TRANSLATION_PROVIDERS}.")
    return found[0]


def _glossary() -> list[Term]:
    """The portal's glossary; without its database, or with an empty table, that of the data file."""
    try:
        terms = [Term(forms=term.forms, keep=term.keep, key=term.key) for term in all_terms()]
    except DatabaseError:
        terms = []
    return terms or terms_of_file()
