"""Inserted pinyin: `X(py)` with a reading of X, where X is a character that Traditional to Simplified changes."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from re import Pattern

from chronicle_parse.lexicon import rows
from chronicle_parse.patterns import verbose

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
"""Vowels (and nasals) with a tone mark; a reading without any of them is a neutral tone."""

READING = rf"[a-zɑɡü{TONED}]{{1,6}}"
"""What may stand between the brackets: up to six letters. ɑ and ɡ are how GBK pages write a and g."""


@cache
def bracketed() -> Pattern[str]:
    """A reading in brackets of either width."""
    # why: it begins at the bracket, which clean text seldom has; with the character before it the search is ten times slower
    return verbose(rf"[(（] ( {READING} ) [)）]")


Annotation = tuple[int, int, str]
"""Where `X(py)` stands, and its words."""


def annotations_in(text: str) -> list[Annotation]:
    """All bracketed readings that stand behind a Chinese character, whether they fit it or not.

    >>> annotations_in("郴(chēn)州(city)")
    [(0, 7, '郴(chēn)'), (7, 14, '州(city)')]
    """
    spans = [match.span() for match in bracketed().finditer(text)]
    found = [(start - 1, stop, text[start - 1 : stop]) for start, stop in spans if start]
    return [each for each in found if "㐀" <= each[2][0] <= "鿿"]


@cache
def _readings() -> dict[str, str]:
    return {row["reading"]: row["characters"] for row in rows("pinyin")}


@cache
def _toneless() -> dict[str, str]:
    merged: dict[str, str] = {}
    for reading, characters in _readings().items():
        plain = without_tone(reading)
        merged[plain] = merged.get(plain, "") + characters
    return merged


def without_tone(reading: str) -> str:
    """The reading as letters alone.

    >>> without_tone("lǚ")
    'lü'
    """
    marked = unicodedata.normalize("NFD", reading)
    return unicodedata.normalize("NFC", re.sub("[\u0300\u0301\u0304\u030c]", "", marked))


def read_as(reading: str) -> str:
    """The Traditional characters that have this toned reading; "" if none has it.

    >>> "聯" in read_as("lián"), "聯" in read_as("lian"), "郴" in read_as("chēn")
    (True, False, False)
    """
    return _readings().get(_letters(reading), "")


def read_without_tone(reading: str) -> str:
    """The Traditional characters that have this reading in some tone.

    >>> "個" in read_without_tone("ge")
    True
    """
    return _toneless().get(_letters(reading), "")


def _letters(reading: str) -> str:
    return reading.replace("ɡ", "g").replace("ɑ", "a") if "ɡ" in reading or "ɑ" in reading else reading
