"""Alternations find what the plain list of their words finds, and both engines find the same."""

from __future__ import annotations

import re

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from chronicle_parse.patterns import any_of, compiled, verbose


@given(
    st.lists(st.text("区长(代 .", min_size=1, max_size=4), min_size=1, max_size=8), st.text("区长(代 .", max_size=30)
)
def test_any_of_finds_the_longest_word_wherever_one_begins(words: list[str], text: str) -> None:
    longest_first = "|".join(map(regex.escape, sorted(set(words), key=lambda word: (-len(word), word))))
    expected = [found.span() for found in regex.finditer(longest_first, text)]
    assert [found.span() for found in regex.finditer(any_of(words), text)] == expected
    assert [found.span() for found in regex.finditer(any_of(words), text, regex.VERBOSE)] == expected


SHARED = [
    r"\p{Han}+",
    r"\P{Han}",
    r"[\p{Han}[\]\[\\]+",
    r"[^]\p{Han}]+",
    r"\[\p{Han}|\\",
    r"(?<=[区\]])\p{Han}(?=\P{Han}|\Z)",
    r"#[#\p{Han}]",
]
BACKWARDS, OF_ANY_LENGTH = r"(?r)\p{Han}{2}", r"(?<=区[长 ]{0,2})\p{Han}"
DRAWN = st.text("区长々〇㐀𠀀a[]\\ #1。", max_size=20)


@pytest.mark.parametrize("pattern", SHARED)
@given(DRAWN)
def test_what_both_engines_understand_finds_the_same(pattern: str, text: str) -> None:
    assert isinstance(compiled(pattern), re.Pattern)
    expected = [found.span() for found in regex.compile(pattern).finditer(text)]
    assert [found.span() for found in compiled(pattern).finditer(text)] == expected


@pytest.mark.parametrize("pattern", [BACKWARDS, OF_ANY_LENGTH, r"[\P{Han}1]"])
@given(DRAWN)
def test_what_only_regex_understands_is_left_to_it(pattern: str, text: str) -> None:
    assert not isinstance(compiled(pattern), re.Pattern)
    expected = [found.span() for found in regex.compile(pattern).finditer(text)]
    assert [found.span() for found in compiled(pattern).finditer(text)] == expected


def test_comments_of_verbose_patterns_may_hold_anything() -> None:
    layout = verbose(
        r"""
        \p{Han} [#]     # [ a set that nothing closes, and \p{Han}
        (?= [\p{Han}] )  # another ]
        """
    )
    assert isinstance(layout, re.Pattern)
    assert [found.span() for found in layout.finditer("区#长 区#a")] == [(0, 2)]


def test_han_is_what_regex_holds_it_to_be() -> None:
    everything = "".join(
        map(chr, (*range(0xD800), *range(0xE000, 0x10000), 0x16FE2, 0x20000, 0x2A6DF, 0x30000, 0x1F600))
    )
    assert compiled(r"\p{Han}").findall(everything) == regex.findall(r"\p{Han}", everything)


def test_what_is_no_pattern_says_so() -> None:
    with pytest.raises(regex.error):
        verbose("区(长")
