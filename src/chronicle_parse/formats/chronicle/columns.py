"""Columns that OCR read line by line, so that their entries are mixed."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache
from re import Pattern

from chronicle_parse.formats.chronicle.layout import Look
from chronicle_parse.patterns import verbose


@cache
def _second_column() -> Pattern[str]:
    """An entry that begins behind a gap in the middle of a line whose own entry has not ended."""
    return verbose(
        r"[^。;；!！?？”)）\s] [ \t]+ (?P<month>\d{1,2}) [ ]? 月 [ ]? \d{1,2} [ ]? 日 (?: [,，] | [ ] | \p{Han} )"
    )


@cache
def _gutter() -> Pattern[str]:
    """A wide gap between the words of a line, with what stands behind it; the gap behind a date is none."""
    return verbose(r"""
        (?<= [\p{Han}。,，;；、”] ) (?<! [月日号旬年] ) [ ]{6,}+ (?: (?P<date> \d{1,2} [ ]? 月 [ ]? \d{1,2} [ ]? 日 ) | (?P<words> \p{Han} ) )
    """)


def _guttered(looks: Sequence[Look]) -> bool:
    """Whether a gap runs down the page: now an entry begins behind it, now one goes on."""
    found = [match for each in looks if "      " in each.text for match in _gutter().finditer(each.text)]
    dated = sum(match["date"] is not None for match in found)
    return len(found) >= 3 and 0 < dated < len(found)


def _holds_second(look: Look) -> bool:
    """Whether an entry of another month begins behind a gap in a line that opens with a date."""
    found = _second_column().search(look.text) if look.dated and (" " in look.text or "\t" in look.text) else None
    key = _key(look.text) if found else None
    return found is not None and key is not None and int(found["month"]) != key[0]


def interleaved(looks: Sequence[Look]) -> bool:
    """Whether two columns were read line by line, so that their entries are mixed: nothing can be parsed then.

    Heads stand below unfinished lines, and their days zigzag while every other one goes up.
    """
    if _guttered(looks) or sum(_holds_second(each) for each in looks) >= 2:
        return True
    heads = [(above, below) for above, below in itertools.pairwise(looks) if below.dated and below.adjoins]
    if len(heads) < 4 or sum(not above.finished for above, _ in heads) < 0.6 * len(heads):
        return False
    keys = [key for _, below in heads if (key := _key(below.text)) is not None]
    steps = [b > a for a, b in itertools.pairwise(keys) if a != b]
    zigzags = sum(a != b for a, b in itertools.pairwise(steps))
    skipping = [a <= b for a, b in zip(keys, keys[2:], strict=False)]
    return len(steps) >= 3 and zigzags >= 0.7 * (len(steps) - 1) and sum(skipping) >= 0.7 * len(skipping)


@cache
def _day() -> Pattern[str]:
    return verbose(r"[^\d\p{Han}]{0,3} (?:\d{4}年)? (?P<month>\d{1,2}) 月 (?: (?P<day>\d{1,2}) )?")


def _key(text: str) -> tuple[int, int] | None:
    found = _day().match(text)
    return (int(found["month"]), int(found["day"] or 0)) if found else None
