"""Facets are counted by the characters that stand for them."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.search.services import facets
from network.search.services.rows import FIRST_SIGN

SIGNS = st.integers(FIRST_SIGN, FIRST_SIGN + 20_000).map(chr)


@given(st.text(SIGNS, max_size=400))
def test_each_sign_is_counted_as_often_as_it_stands_there(signs):
    assert facets._counted(signs) == Counter(signs)


@pytest.mark.parametrize("often", [1, 255, 256, 70_000])
def test_a_sign_that_stands_there_very_often_is_counted_whole(often):
    assert facets._counted(chr(FIRST_SIGN) * often) == {chr(FIRST_SIGN): often}
