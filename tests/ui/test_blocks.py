"""Markdown as blocks for paper."""

import pytest

from network.ui.blocks import blocks
from network.ui.markdown import MAX_LENGTH


def _words(found: list) -> str:
    return " ".join(span["text"] for block in found for span in block.get("spans", ()))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("One.\n\nTwo.", ["paragraph", "paragraph"]),
        ("# A\n\ntext", ["heading", "paragraph"]),
        ("- a\n- b", ["list"]),
        ("1. a\n2. b", ["list"]),
        ("> said", ["quote"]),
        ("```\ncode\n```", ["code"]),
        ("| a | b |\n| - | - |\n| 1 | 2 |", ["table"]),
        ("a\n\n---\n\nb", ["paragraph", "rule", "paragraph"]),
        ("", []),
    ],
)
def test_each_kind_of_text_is_a_block_of_its_kind(text: str, kinds: list[str]) -> None:
    assert [block["kind"] for block in blocks(text)] == kinds


def test_headings_begin_at_the_first_level_and_skip_none() -> None:
    levels = [block["level"] for block in blocks("#### a\n\n###### b\n\n# c\n\n### d")]
    assert levels == [1, 2, 1, 2]


def test_marks_become_styles_and_only_safe_links_are_links() -> None:
    spans = blocks("**a** _b_ `c` [d](https://example.org/)")[0]["spans"]
    styles = {span["text"]: span["style"] for span in spans if span["text"].strip()}
    assert styles == {"a": "strong", "b": "em", "c": "code", "d": "link"}
    for text in ("[x](javascript:alert(1))", "[x](file:///etc/passwd)", "<script>x</script>"):
        found = blocks(text)
        assert not any(span.get("url") for block in found for span in block.get("spans", ())), text
    assert {block["kind"] for block in blocks("![x](https://example.org/p.png)")} == {"paragraph"}


def test_what_is_too_long_is_one_paragraph_as_it_was_typed() -> None:
    found = blocks("# a\n" * MAX_LENGTH)
    assert [block["kind"] for block in found] == ["paragraph"]


def test_a_bomb_of_quotes_is_set_without_delay_and_loses_no_sound_words() -> None:
    assert blocks(">" * 10_000 + " deep")
    assert "after" in _words(blocks("[" * 10_000 + "\n\nafter"))
