"""What a reader may do with a post, as links below it."""

from functools import lru_cache
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.html import escape
from django.utils.translation import gettext as _

from network.ui import languages

from ..choices import PostState
from ..querysets import Place


def actions(place: Place, frame: Any, language: str) -> str:
    """What the reader may do with a post: words without drawings, as they stand below each of fifty."""
    if not frame.user_id:
        return ""
    own, found, here = place.author_id == frame.user_id, [], frame.path.removeprefix("./")
    base = f"/{language}/fora/posts/{place.pk}/"
    if frame.may_write and place.state == PostState.PUBLISHED:
        found += [
            ("reply", f"{here}reply/?to={place.pk}"),
            ("cite", f"{here}reply/?quote={place.pk}"),
        ]
    if own and place.state in (PostState.PUBLISHED, PostState.PENDING, PostState.REJECTED):
        found += [("edit", f"{base}edit/"), ("close", f"{base}withdraw/")]
    elif not own and place.state == PostState.PUBLISHED and _has_flags():
        found.append(("flag", f"{base}flag/"))
    if place.edited_at:
        found.append(("history", f"{base}history/"))
    said = _action_words(language)
    links = "".join(f'<a href="{url}">{said[name]}</a>' for name, url in found)
    return f"<footer>{links}</footer>" if links else ""


@lru_cache(maxsize=1)
def _has_flags() -> bool:
    try:
        return bool(reverse("fora:flag", args=[1]))
    except NoReverseMatch:
        return False


@lru_cache(maxsize=len(languages.NAMES))
def _action_words(language: str) -> dict[str, str]:
    return {
        "reply": escape(_("Reply")),
        "cite": escape(_("Quote")),
        "flag": escape(_("Report")),
        "edit": escape(_("Edit")),
        "close": escape(_("Withdraw")),
        "history": escape(_("Edited: what changed")),
    }
