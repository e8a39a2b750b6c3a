"""Markdown of people becomes safe HTML, quickly, whatever they write."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.ui import markdown, plain_text
from tests.pace import within


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**a** _b_", "<strong>a</strong> <em>b</em>"),
        ("- a\n- b", "<li>a</li>"),
        ("> a", "<blockquote>"),
        ("# a", "<h3>a</h3>"),
        ("##### a", "<h6>a</h6>"),
        ("|a|\n|-|\n|b|", "<td>b</td>"),
        ("3. a", '<ol start="3">'),
        ("a & b < c", "a &amp; b &lt; c"),
    ],
)
def test_the_usual_marks_work(written, shown):
    assert shown in markdown.render(written)


@pytest.mark.parametrize(
    "written",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "[a](data:text/html;base64,PHNjcmlwdD4=)",
        "[a](vbscript:x)",
        "![a](https://example.org/track.gif)",
        '<a href="x" onclick="y">z</a>',
        "<iframe src=//example.org></iframe>",
        "<style>*{display:none}</style>",
        "[a](https://example.org \"' onmouseover='x\")",
        "<svg/onload=alert(1)>",
    ],
)
def test_nothing_that_acts_or_tracks_gets_through(written):
    html = markdown.render(written)
    assert not re.search(
        r"<(script|img|iframe|style|svg)|<[^>]+\s(on\w+|style|src)=|href=\"(javascript|data|vb)", html, re.I
    )


def test_links_do_not_lend_the_portals_weight():
    assert 'rel="nofollow noopener noreferrer"' in markdown.render("[a](https://example.org)")


def test_links_of_users_say_so_and_typed_addresses_become_links():
    html = markdown.render(
        "See https://example.org/a_b. And `https://x.org` [b](https://y.org)", by_public=True
    )
    assert '<a href="https://example.org/a_b" rel="nofollow ugc noopener noreferrer">' in html
    assert "a_b</a>. And <code>https://x.org</code>" in html
    assert html.count("<a ") == 2


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("pass\u200bword \u202egnp.exe", "password gnp.exe"),
        ("a\u0301\u0301\u0301\u0301\u0301\u0301\u0301b", "á\u0301\u0301\u0301b"),
        ("ação\r\nc’est\u00a0là", "ação\nc’est\u00a0là"),
        (
            "\U0001f468\u200d\U0001f469 \U0001f1e7\U0001f1f7",
            "\U0001f468\u200d\U0001f469 \U0001f1e7\U0001f1f7",
        ),
        ("a\u200db\x00\U000e0041", "ab"),
    ],
)
def test_signs_that_only_tricks_need_are_left_out(written, kept):
    assert plain_text.clean_text(written) == kept


@pytest.mark.parametrize("by_public", [False, True])
@pytest.mark.parametrize(
    "written",
    [
        "http://a" * 12_000,
        "://" * 30_000,
        "http://[" * 10_000,
        "> " * 10_000 + "a",
        ">" * 20_000,
        "- " * 20_000,
        "[" * 50_000,
        "*a_ " * 20_000,
        "`" * 50_000,
        "|" * 50_000,
        "x" * 1_000_000,
        "![" * 30_000,
    ],
)
def test_hostile_texts_take_less_than_two_seconds(written, by_public):
    with within(2):
        markdown.render(written, by_public=by_public)


@given(st.text(max_size=300))
def test_any_text_yields_only_known_elements(written):
    html = markdown.render(plain_text.clean_text(written), by_public=True)
    assert set(re.findall(r"<([a-z][a-z0-9]*)", html)) <= markdown.TAGS


def test_an_excerpt_ends_at_a_word_and_has_no_marks():
    assert markdown.excerpt("**Uno** dos [tres](https://example.org) cuatro", 14) == "Uno dos tres…"
    assert markdown.excerpt("Uno & dos") == "Uno & dos"
