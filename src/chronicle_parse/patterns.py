r"""How patterns are built: words come from the lexicon, shapes are verbose and named, and nothing is compiled at import.

Patterns are compiled by `re` of the standard library where it understands them, else by `regex`, which looks behind at any length,
knows `\p{…}`, and searches backwards. `re` makes a match in half the time and tells whether a character is one of hundreds in a
fifth. `\p{Han}` may be written for either.

A module keeps each pattern in a function that is cached, beside the converter that reads its groups:

    @cache
    def _head() -> Pattern[str]:
        return verbose(rf"(?P<month>{MONTH}) 月 (?P<unit>{any_of(words('units'))})")
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from re import Match, Pattern
from typing import cast

import regex

_HAN = "⺀-⺙⺛-⻳⼀-⿕々〇〡-〩〸-〻㐀-䶿一-鿿\uf900-\ufa6d\ufa70-\ufad9\U00016fe2-\U00016ff6\U00020000-\U0003fffd"
"""The characters of `\\p{Han}`, as the inside of a set."""
_HAN_OR_SET = r"\\p\{Han\}|\\P\{Han\}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]"
_PLAIN = re.compile(_HAN_OR_SET, re.DOTALL)
_VERBOSE = re.compile(rf"{_HAN_OR_SET}|\#[^\n]*", re.DOTALL)
_IN_SET = re.compile(r"\\p\{Han\}|\\.|\[", re.DOTALL)


def any_of(words: Iterable[str]) -> str:
    r"""An alternation of literal words, longer ones first so that a prefix never wins.

    Words with the same first character share it, so that a character is compared once however many words begin with it.
    Where a pattern runs backwards, "(?r)", the order of words with other first characters is not kept.

    >>> any_of(["区", "区长", "(代)"])
    '(?:\\(代\\)|区(?:长|))'

    Raises:
        ValueError: for no words at all, which would match everywhere.
    """
    unique = sorted(set(words), key=lambda word: (-len(word), word))
    if not unique or not all(unique):
        raise ValueError("any_of needs at least one word, and no empty one")
    shared: dict[str, list[str]] = {}
    for word in unique:
        shared.setdefault(word[0], []).append(_escaped(word[1:]))
    return "(?:" + "|".join(_escaped(first) + _one_of(rests) for first, rests in shared.items()) + ")"


def any_of_many(words: Iterable[str]) -> str:
    """The same as `any_of` for many words of two or more characters, where they are looked for and hardly ever found.

    why: `re` skips to the next character of a set in a fraction of the time that an alternation takes to say no.

    >>> any_of_many(["去年", "去年度", "昨天"])
    '[去昨](?=[天年])(?:(?<=去)(?:年度|年)|(?<=昨)天)'

    Raises:
        ValueError: for no words at all, which would match everywhere.
    """
    shared: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        shared.setdefault(word[0], []).append(word[1:])
    if not shared:
        raise ValueError("any_of_many needs at least one word")
    second = "".join(sorted({rest[0] for rests in shared.values() for rest in rests}))
    rests = "|".join(f"(?<={_escaped(first)}){_one_of([*map(_escaped, shared[first])])}" for first in sorted(shared))
    return f"[{_escaped(''.join(sorted(shared)))}](?=[{_escaped(second)}])(?:{rests})"


def run_of(characters: str) -> str:
    """One or more of the characters of a set, given as its inside.

    why: `re` looks for the next character of a set in less than half the time of a repetition of it.

    >>> run_of("a-z")
    '[a-z][a-z]*'
    """
    return f"[{characters}][{characters}]*"


def behind_any(words: Iterable[str]) -> str:
    """A lookbehind for literal words, which `re` wants to be of one length each.

    >>> behind_any(["为期", "共", "历时"])
    '(?:(?<=(?:共))|(?<=(?:为期|历时)))'

    Raises:
        ValueError: for no words at all, which would match everywhere.
    """
    by_length: dict[int, list[str]] = {}
    for word in words:
        by_length.setdefault(len(word), []).append(word)
    if not by_length:
        raise ValueError("behind_any needs at least one word")
    return f"(?:{'|'.join(f'(?<={any_of(by_length[length])})' for length in sorted(by_length))})"


def _escaped(word: str) -> str:
    return regex.escape(word, literal_spaces=False)


def _one_of(rests: Sequence[str]) -> str:
    return rests[0] if len(rests) == 1 else f"(?:{'|'.join(rests)})"


def compiled(pattern: str) -> Pattern[str]:
    r"""Compiles a pattern.

    >>> compiled(r"\p{Han}+").findall("3月5日,区长")
    ['月', '日', '区长']

    Raises:
        regex.error: for what is no pattern.
    """
    return _compile(pattern, _PLAIN.sub(_for_re, pattern), verbose=False)


def verbose(pattern: str) -> Pattern[str]:
    """Compiles a verbose pattern: blanks and `# comments` in it are layout.

    Raises:
        regex.error: for what is no pattern.
    """
    return _compile(pattern, _VERBOSE.sub(_for_re, pattern), verbose=True)


def _for_re(token: Match[str]) -> str:
    """A part of a pattern as `re` understands it, comments left out."""
    part = token[0]
    if part == r"\p{Han}":
        return f"[{_HAN}]"
    if part == r"\P{Han}":
        return f"[^{_HAN}]"
    if part[0] == "[":
        return "[" + _IN_SET.sub(_in_set, part[1:])
    return "" if part[0] == "#" else part


def _in_set(token: Match[str]) -> str:
    part = token[0]
    return _HAN if part == r"\p{Han}" else r"\[" if part == "[" else part


def _compile(pattern: str, translated: str, *, verbose: bool) -> Pattern[str]:
    try:
        return re.compile(translated, re.VERBOSE if verbose else 0)
    except re.error:
        # its patterns and matches can do all that those of `re` can
        return cast("Pattern[str]", regex.compile(pattern, regex.VERBOSE if verbose else 0))
