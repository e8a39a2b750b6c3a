"""Whose words a post shows: the line below it that names its language, and the way to the original."""

from functools import lru_cache
from typing import Any

from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _

from network.ui import languages
from network.ui.templatetags.ui import language_in_words

from ..querysets import Place


def sign(name: str) -> str:
    """An icon of the sprite."""
    return f'<svg class="i" aria-hidden="true"><use href="#i-{name}"/></svg>'


def language_note(place: Place, frame: Any, words: Any, page: int) -> str:
    """Whose words these are, where they are not the author's in the language of the page."""
    if place.is_original:
        return _of_original(place, frame, page, words.language) if place.language != words.language else ""
    links = f'<a href="{frame.here(max(page, 1), original=True)}#{place.anchor}">{words.original}</a>'
    if suggest := _suggest(words.language):
        links += f'<a href="{suggest}{place.pk}/" rel="nofollow">{words.suggest}</a>'
    label = _from(place.source_language, place.is_machine, words.language)
    stale = f'<span class="changed">{words.stale}</span>' if place.is_stale else ""
    return f'<p class="post__lang">{label}{links}{stale}</p>'


def _of_original(place: Place, frame: Any, page: int, language: str) -> str:
    label = _original_in(place.language, language)
    if frame.is_original:
        back = f"{frame.here(max(page, 1), original=False)}#{place.anchor}"
        label += f'<a href="{back}">{_read_in(language)}</a>'
    return f'<p class="post__lang">{label}</p>'


@lru_cache(maxsize=64)
def _original_in(source: str, language: str) -> str:
    return escape(_("Original in %(language)s") % {"language": language_in_words(source)})


@lru_cache(maxsize=8)
def _read_in(language: str) -> str:
    return escape(_("Read it in %(language)s") % {"language": language_in_words(language)})


@lru_cache(maxsize=64)
def _from(source: str, is_machine: bool, language: str) -> str:
    words = {"language": language_in_words(source)}
    said = _("Machine translation from %(language)s") if is_machine else _("Translated from %(language)s")
    tone = "mt" if is_machine else "plain"
    return f'<span class="tag tag--{tone}">{sign("translate")}{escape(said % words)}</span>'


@lru_cache(maxsize=len(languages.NAMES))
def _suggest(language: str) -> str:
    return reverse("l10n:suggest", args=["fora.post", "0"]).removesuffix("0/")
