"""Hits are marked, and nothing else becomes markup."""

import pytest

from network.search.marking import mark
from network.search.services.asking import ask


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "language", "text", "marked"),
    [
        ("prevencion", "es", "Prevención del delito", "<mark>Prevención</mark> del delito"),
        ("prevenções", "pt", "A prevenção primária", "A <mark>prevenção</mark> primária"),
        ("integre", "fr", "Une police intégrée", "Une police <mark>intégrée</mark>"),
        ("policy", "en", "National policies", "National <mark>policies</mark>"),
        ("delito", "es", "<b>delito</b> & más", "&lt;b&gt;<mark>delito</mark>&lt;/b&gt; &amp; más"),
        ("violencia -delito", "es", "violencia y delito", "<mark>violencia</mark> y delito"),
        ("de", "es", "Plan de prevención", "Plan de prevención"),
    ],
)
def test_marks(asked, language, text, marked):
    assert mark(text, language, ask(asked).lexemes) == marked


def test_without_words_the_text_is_only_made_safe():
    assert mark("<script>", "es", []) == "&lt;script&gt;"
