"""Where a title begins: back from the office over its organisation, up to a word that is no part of it."""

from __future__ import annotations

from functools import cache

import regex
from regex import Pattern

from chronicle_parse.fields.people.costs import UNKNOWN, word_costs
from chronicle_parse.lexicon import words

LONGEST = 60
"""A title has at most so many characters."""

_CLOSING = {")": "(", "）": "（", "”": "“", "’": "‘", "」": "「", "』": "『", '"': '"'}


@cache
def offices() -> frozenset[str]:
    """The words that end a title."""
    return frozenset(words("offices"))


@cache
def _stops() -> frozenset[str]:
    return frozenset(words("before_titles")) | frozenset("的了过着")


@cache
def _border() -> Pattern[str]:
    """The last character that a title cannot hold."""
    return regex.compile(r"(?r)[，,。；;：:！!？?\s…—▲●◆■★△☆]|\d日")


def office_before(text: str, end: int) -> int:
    """Where the office that ends at `end` begins, -1 if none does; a bracket or a closing quotation mark may follow it."""
    mark = text[end - 1 : end]
    if mark in ")）":
        opened = text.rfind(_CLOSING[mark], max(0, end - 12), end)
        return office_before(text, opened) if opened > 0 else -1
    if mark in _CLOSING:
        opened = text.rfind(_CLOSING[mark], max(0, end - 16), end - 1)
        return opened if opened >= 0 and office_before(text, end - 1) >= 0 else -1
    known = offices()
    for length in range(6, 1, -1):
        if text[end - length : end] in known and end >= length:
            return end - length
    return -1


def inside_office(text: str, at: int) -> bool:
    """Whether an office goes on over this place: 护士|长, 教|师."""
    known = offices()
    for start in range(max(0, at - 4), at):
        for stop in range(at + 1, min(at + 3, len(text)) + 1):
            if text[start:stop] in known:
                return True
    return False


def title_start(text: str, floor: int, end: int) -> int:
    """Where the title that ends at `end` begins; nothing before `floor`, the end of the name before, belongs to it."""
    office = office_before(text, end)
    floor = max(floor, end - LONGEST)
    border = _border().search(text, floor, office)
    first = border.end() if border else floor
    return _after_stops(text, first, office)


def _after_stops(text: str, first: int, office: int) -> int:
    """The end of the last word before the office that no title holds."""
    stops, costs = _stops(), word_costs()
    size = office - first
    best, back = [0.0] * (size + 1), [0] * (size + 1)
    for i in range(1, size + 1):
        at = first + i
        low, length = costs.get(text[at - 1], UNKNOWN) + best[i - 1], 1
        for width in range(2, min(4, i) + 1):
            cost = costs.get(text[at - width : at])
            if cost is not None and cost + best[i - width] < low:
                low, length = cost + best[i - width], width
        best[i], back[i] = low, length
    i = size
    start = office
    while i > 0:
        word = text[first + i - back[i] : first + i]
        if word in stops:
            break
        if word == "、" and office_before(text, first + i - 1) < 0:
            break
        i -= back[i]
        start = first + i
    return start
