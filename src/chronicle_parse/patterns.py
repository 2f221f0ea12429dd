"""How patterns are built: words come from the lexicon, shapes are verbose and named, and nothing is compiled at import.

A module keeps each pattern in a function that is cached, beside the converter that reads its groups:

    @cache
    def _head() -> Pattern[str]:
        return verbose(rf"(?P<month>{MONTH}) 月 (?P<unit>{any_of(words('units'))})")
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import regex
from regex import Pattern


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


def any_begins(words: Collection[str]) -> str:
    """A gate in front of `any_of` for many words: the next two characters may begin one of them. All have two or more.

    why: two sets of characters are compared in a fraction of the time that an alternation takes to say no.

    >>> any_begins(["去年", "去年度", "昨天"])
    '(?=[去昨][天年])'
    """
    first, second = ("".join(sorted({word[at] for word in words})) for at in (0, 1))
    return f"(?=[{regex.escape(first)}][{regex.escape(second)}])"


def _escaped(word: str) -> str:
    return regex.escape(word, literal_spaces=False)


def _one_of(rests: Sequence[str]) -> str:
    return rests[0] if len(rests) == 1 else f"(?:{'|'.join(rests)})"


def verbose(pattern: str) -> Pattern[str]:
    """Compiles a verbose pattern: blanks and `# comments` in it are layout."""
    return regex.compile(pattern, regex.VERBOSE)
