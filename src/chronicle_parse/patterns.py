"""How patterns are built: words come from the lexicon, shapes are verbose and named, and nothing is compiled at import.

A module keeps each pattern in a function that is cached, beside the converter that reads its groups:

    @cache
    def _head() -> Pattern[str]:
        return verbose(rf"(?P<month>{MONTH}) 月 (?P<unit>{any_of(words('units'))})")
"""

from __future__ import annotations

from collections.abc import Iterable

import regex
from regex import Pattern


def any_of(words: Iterable[str]) -> str:
    r"""An alternation of literal words, longer ones first so that a prefix never wins.

    >>> any_of(["区", "区长", "(代)"])
    '(?:\\(代\\)|区长|区)'

    Raises:
        ValueError: for no words at all, which would match everywhere.
    """
    unique = sorted(set(words), key=lambda word: (-len(word), word))
    if not unique or not all(unique):
        raise ValueError("any_of needs at least one word, and no empty one")
    return "(?:" + "|".join(regex.escape(word, literal_spaces=False) for word in unique) + ")"


def verbose(pattern: str) -> Pattern[str]:
    """Compiles a verbose pattern: blanks and `# comments` in it are layout."""
    return regex.compile(pattern, regex.VERBOSE)
