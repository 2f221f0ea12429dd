"""Traditional to Simplified, one character for one, so that offsets hold."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from re import Pattern
from typing import TYPE_CHECKING

from chronicle_parse.lexicon import rows
from chronicle_parse.patterns import compiled

if TYPE_CHECKING:
    from opencc import OpenCC

STANDARD = "乾吒夥徵拚捱摺於榘薹袷醣麴坏么藉覆沈哩瞭昇蔄"
"""Characters of Simplified texts, in names and set words, that also stand for others in Traditional ones.

OpenCC takes 打坏 for 打坯, 沈思 for 沉思, 於洪波 for 于洪波.
"""

_IN_PHRASES = "甦衹"
"""With those above, all characters that OpenCC converts in phrases and not by themselves."""

_HAN = (0x2E80, 0x2FDF), (0x3400, 0x9FFF), (0xF900, 0xFAFF)
"""The Chinese characters of the first plane."""

MOSTLY = 30
"""One character in so many must be Traditional before a text counts as Traditional; Simplified pages hold a stray one."""


_AT_ONCE = 400
"""At least so many characters are converted together, as far as there are; a page may have one on every line."""

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
    pieces: list[str] = []
    stop = 0
    # why: hardly a line of a Simplified page has such a character, and OpenCC takes four times as long as the look for one
    while found := _convertible().search(text, stop):
        start = text.rfind("\n", stop, found.start()) + 1 or stop
        pieces.append(text[stop:start])
        stop = text.find("\n", found.start() + _AT_ONCE)
        stop = len(text) if stop < 0 else stop
        pieces.append(_converted(text[start:stop]))
    return "".join(pieces) + text[stop:] if pieces else text


def _converted(text: str) -> str:
    if any(map(text.__contains__, _variants())):
        text = text.translate(_table())
    try:
        converted: str = _t2s().convert(text)
    except UnicodeEncodeError:  # a lone surrogate
        return _surrogates().sub(lambda found: _converted(found[0]), text)
    if len(converted) == len(text):
        return converted
    # why: OpenCC may spell a rare phrase with another number of characters
    return "".join(map(_simplified, text))


@cache
def _convertible() -> Pattern[str]:
    """What may have to be converted: by itself, in a phrase, or outside the first plane."""
    han = [chr(code) for first, last in _HAN for code in range(first, last + 1)]
    converted = _t2s().convert("\n".join(han)).split("\n")
    alone = [each for each, other in zip(han, converted, strict=True) if each != other]
    return compiled(f"[{''.join({*alone, *_variants(), *STANDARD, *_IN_PHRASES})}\U00010000-\U0010ffff]")


@cache
def _surrogates() -> Pattern[str]:
    """The stretches between lone surrogates."""
    return compiled("[^\ud800-\udfff]+")


@cache
def _simplified(character: str) -> str:
    converted: str = _t2s().convert(character)
    return converted if len(converted) == 1 else character


@cache
def _variants() -> dict[str, str]:
    return {row["variant"]: row["character"] for row in rows("variants")}


@cache
def _table() -> dict[int, str]:
    return str.maketrans(_variants())


@cache
def _kept() -> dict[str, tuple[tuple[str, int], ...]]:
    """Each character that some words keep, with those words and its place in them."""
    kept: dict[str, list[tuple[str, int]]] = {}
    for row in rows("kept_characters"):
        word, character = row["word"], row["character"]
        kept.setdefault(character, []).append((word, word.index(character)))
    return {character: tuple(found) for character, found in kept.items()}


_ELSEWHERE = {"著": "着"}
"""What a character is outside its words on a Traditional page, where OpenCC leaves it alone."""


def fold_script(text: str, *, converted: bool = False) -> str:
    """The page in Simplified: on a Traditional page 著 becomes 着 outside words, on a Simplified one 於 may be a surname.

    A page that was `converted` from Simplified character by character, as pages with inserted pinyin were, has 于 for 于,
    and its 於 is a surname as well.

    >>> fold_script("看著顯著的著作"), fold_script("县长於洪波"), fold_script("於是到乾縣開會")
    ('看着显著的著作', '县长於洪波', '于是到乾县开会')
    >>> fold_script("縣長於洪波于5日到會", converted=True)
    '县长於洪波于5日到会'
    """
    plain = to_simplified(text)
    if plain == text:
        return text
    for character, words in _kept().items():
        if character in text and character not in _ELSEWHERE:
            plain = _settle(text, plain, character, words)
    simplified = _is_simplified(text, plain)
    if simplified or converted:
        for character in filter(text.__contains__, STANDARD):
            plain = _settle(text, plain, character, ((character, 0),))
    if not simplified:
        for character in filter(plain.__contains__, _ELSEWHERE):
            plain = _settle(plain, plain, character, _kept()[character])
    return plain


def _is_simplified(text: str, plain: str) -> bool:
    """Whether hardly a character of a page had to be converted that Simplified texts do not have."""
    head = text[:ENOUGH]
    strange = 0
    for found in _convertible().finditer(head):
        character, other = found[0], plain[found.start()]
        if other != character:
            strange += 1 - (character in STANDARD) + (other in STANDARD)
            if strange * MOSTLY > len(head):
                return False
    return True


def _settle(text: str, plain: str, character: str, words: Sequence[tuple[str, int]]) -> str:
    """The converted text, with the character put back in these words, each given with its place in the word."""
    pieces: list[str] = []
    at = 0
    while (found := text.find(character, at)) >= 0:
        in_word = any(_stands_in(plain, found, word, place) for word, place in words)
        pieces += plain[at:found], character if in_word else _ELSEWHERE.get(character, plain[found])
        at = found + 1
    return "".join(pieces) + plain[at:]


def _stands_in(plain: str, found: int, word: str, place: int) -> bool:
    """Whether the word would stand around this position if it had its character there."""
    start = found - place
    return start >= 0 and plain.startswith(word[:place], start) and plain.startswith(word[place + 1 :], found + 1)
