"""Traditional to Simplified, one character for one, so that offsets hold."""

from __future__ import annotations

from functools import cache
from operator import ne
from typing import TYPE_CHECKING

import regex
from regex import Pattern

from chronicle_parse.lexicon import words

if TYPE_CHECKING:
    from opencc import OpenCC

STANDARD = "於乾徵瞭夥"
"""Characters that Simplified texts have as well, in names and set words (於洪波, 乾隆, 瞭望)."""

MOSTLY = 30
"""One character in so many must be Traditional before a text counts as Traditional; Simplified pages hold a stray one."""


ENOUGH = 100_000
"""How much of a page tells its script."""


@cache
def _t2s() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")


def to_simplified(text: str) -> str:
    """The text in Simplified characters, equally long, whatever script it is in.

    >>> to_simplified("國內大型雙層巴士")
    '国内大型双层巴士'
    """
    try:
        converted: str = _t2s().convert(text)
    except UnicodeEncodeError:  # a lone surrogate
        return _surrogates().sub(lambda found: to_simplified(found[0]), text)
    if len(converted) == len(text):
        return converted
    # why: OpenCC may spell a rare phrase with another number of characters
    return "".join(map(_simplified, text))


@cache
def _surrogates() -> Pattern[str]:
    """The stretches between lone surrogates."""
    return regex.compile("[^\ud800-\udfff]+")


@cache
def _simplified(character: str) -> str:
    converted: str = _t2s().convert(character)
    return converted if len(converted) == 1 else character


def _own_or_aspect(text: str) -> str:
    """著 as 着, except in the words that have it."""
    kept = [(word, word.index("著")) for word in words("zhu")]
    pieces: list[str] = []
    at = 0
    while (found := text.find("著", at)) >= 0:
        in_word = any(text.startswith(word, found - place) for word, place in kept if found >= place)
        pieces += text[at:found], "著" if in_word else "着"
        at = found + 1
    return "".join(pieces) + text[at:]


def fold_script(text: str) -> str:
    """The page in Simplified: on a Traditional page 著 becomes 着 outside words, on a Simplified one 於 may be a surname.

    >>> fold_script("看著顯著的著作"), fold_script("县长於洪波"), fold_script("於是開會")
    ('看着显著的著作', '县长於洪波', '于是开会')
    """
    if text.isascii():
        return text
    plain = to_simplified(text)
    if plain == text:
        return text
    head, plain_head = text[:ENOUGH], plain[:ENOUGH]
    changed = sum(map(ne, plain_head, head))
    shared = sum(map(head.count, STANDARD)) - sum(map(plain_head.count, STANDARD))
    if (changed - shared) * MOSTLY <= len(head):
        for character in STANDARD:
            plain = _put_back(text, plain, character)
        return plain
    return _own_or_aspect(plain) if "著" in plain else plain


def _put_back(text: str, plain: str, character: str) -> str:
    if character not in text:
        return plain
    pieces: list[str] = []
    at = 0
    while (found := text.find(character, at)) >= 0:
        pieces += plain[at:found], character
        at = found + 1
    return "".join(pieces) + plain[at:]
