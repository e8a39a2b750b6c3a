"""What changed between two texts, as people read it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.ui.differences import LONGEST, differences


def test_a_changed_phrase_stands_together_and_the_rest_stays() -> None:
    pieces = differences(
        "Atiende a unos 70 000 jóvenes por año.", "Atiende a cerca de 80 000 jóvenes por año."
    )
    assert (
        [piece.kind for piece in pieces].count("gone") == [piece.kind for piece in pieces].count("new") >= 1
    )
    assert pieces[0] == ("same", "Atiende a ")
    assert pieces[-1].kind == "same"
    assert pieces[-1].text.endswith("jóvenes por año.")


@pytest.mark.parametrize(("old", "new", "kinds"), [("", "", []), ("", "a", ["new"]), ("a", "", ["gone"])])
def test_nothing_and_something(old: str, new: str, kinds: list[str]) -> None:
    assert [piece.kind for piece in differences(old, new)] == kinds


@given(old=st.text(alphabet="ab ñ.\n", max_size=40), new=st.text(alphabet="ab ñ.\n", max_size=40))
def test_both_texts_can_be_read_from_the_pieces(old: str, new: str) -> None:
    pieces = differences(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == new


def test_very_long_texts_are_shown_one_after_the_other() -> None:
    old, new = "a " * LONGEST, "b " * LONGEST
    assert [piece.kind for piece in differences(old, new)] == ["gone", "new"]
