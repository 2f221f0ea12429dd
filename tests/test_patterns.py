"""Alternations find what the plain list of their words finds."""

from __future__ import annotations

import regex
from hypothesis import given
from hypothesis import strategies as st

from chronicle_parse.patterns import any_of


@given(
    st.lists(st.text("区长(代 .", min_size=1, max_size=4), min_size=1, max_size=8), st.text("区长(代 .", max_size=30)
)
def test_any_of_finds_the_longest_word_wherever_one_begins(words: list[str], text: str) -> None:
    longest_first = "|".join(map(regex.escape, sorted(set(words), key=lambda word: (-len(word), word))))
    expected = [found.span() for found in regex.finditer(longest_first, text)]
    assert [found.span() for found in regex.finditer(any_of(words), text)] == expected
    assert [found.span() for found in regex.finditer(any_of(words), text, regex.VERBOSE)] == expected
