"""The least that a library of this kind must do in Python, as the yardstick of the whole: no cleaning, no reading of values.

Lines are split, entry heads matched, quantities and dates found with `regex`, and every hit becomes a frozen attrs object.
"""

from __future__ import annotations

import regex
from attrs import frozen

from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of

_NUMBER = r"(?:[0-9]++(?:,[0-9]{3})*+(?:\.[0-9]++)?|[一二三四五六七八九十百千万亿两]++)"
_HEAD = regex.compile(
    r"\s*[●◆■▲△☆★•]?\s*(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日|\s*[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]"
)
_DATE = regex.compile(
    r"(?:(?:[0-9]{4}|[一二〇零三四五六七八九]{4})年)?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})日)?"
    r"|[0-9]{4}(?:年|[-./][0-9]{1,2}[-./][0-9]{1,2})"
)
_QUANTITY = regex.compile(
    _NUMBER + r"(?:万亿|亿|万|千|百)?(?:余|多|个)?(?:[%％‰]|个?百分点|" + any_of(words("units")) + ")"
)


@frozen
class Hit:
    """Where something was found, and its words."""

    start: int
    stop: int
    written: str


@frozen
class Line:
    """A line and whether an entry begins with it."""

    start: int
    stop: int
    begins: bool


def floor(text: str) -> tuple[list[Line], list[Hit], list[Hit]]:
    """Lines, dates and quantities of clean text."""
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(Line(at, at + len(line), _HEAD.match(line) is not None))
        at += len(line) + 1
    return lines, _hits(_DATE, text), _hits(_QUANTITY, text)


def _hits(pattern: regex.Pattern[str], text: str) -> list[Hit]:
    return [Hit(*match.span(), match[0]) for match in pattern.finditer(text)]
