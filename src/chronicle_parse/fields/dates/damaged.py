"""Dates that lost a sign or a digit on the way: 912 for 9月12日, 119日, 4月8—Po日, l2月5日, 9月12曰.

What they say is a guess, so each comes with the reason. Where a row of digits can be cut in two ways the cut that fits
the context is taken: the month of the heading, else the first day on or after the entry before.
"""

from __future__ import annotations

from functools import cache
from re import Pattern

from attrs import frozen

from chronicle_parse.fields.dates.context import DateContext
from chronicle_parse.fields.dates.numbers import last_day
from chronicle_parse.fields.dates.points import Reading
from chronicle_parse.model import PartialDate
from chronicle_parse.patterns import verbose

LOOKS_LIKE = {"l": "1", "I": "1", "i": "1", "|": "1", "!": "1", "O": "0", "o": "0", "D": "0", "Q": "0", "Z": "2"}
LOOKS_LIKE |= {"z": "2", "S": "5", "s": "5", "B": "8", "b": "6"}
"""Letters that stand for digits in scanned pages."""

DIGIT = r"[\dlIi|!OoDQZzSsBb]"
COUNTED = "[%％年月日号万亿元多余家个人名户次度吨米公平千百位项件条所座亩台套岁时点分、.．:：/-]"


@frozen
class Guess:
    """A damaged date with what was assumed to read it."""

    reading: Reading
    reason: str


@cache
def _shapes() -> Pattern[str]:
    return verbose(rf"""
        (?P<month>{DIGIT}{{1,2}}) [ ]? 月 [ ]? (?P<day>{DIGIT}{{1,2}})
            (?: [ ]? [-—–~至]{{1,2}} [ ]? (?P<end>[^\s日月,，。;；]{{1,3}}) )? [ ]? (?P<sign>[日号曰口臼])
      | (?P<months>1[0-2]|0?[1-9](?!\d)) [ ]? 月 [ ]? (?P<days>3[01]|[12]\d|0?[1-9](?!\d)) (?! [ ]?{COUNTED} | \w(?<!\p{{Han}}) )
      | (?P<row>\d{{3,4}}) (?: [ ]? [日号] | (?=[ ,，]|\p{{Han}}) (?! [ ]?{COUNTED} ) )
    """)


def guess(text: str, start: int, context: DateContext) -> Guess | None:
    """What the damaged date that begins exactly at `start` may have been, or None if nothing there looks like one."""
    found = _shapes().match(text, start)
    if found is None:
        return None
    if row := found["row"]:
        return _cut(row, context, found.end())
    month, day = _digits(found["month"] or found["months"]), _digits(found["day"] or found["days"])
    if month is None or day is None or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    first = PartialDate(context.year, month, day)
    if found["days"]:
        return Guess(_reading(first, first, found.end(), context), "the sign 日 is missing")
    if (end := found["end"]) is None:
        return Guess(
            _reading(first, first, found.end(), context), "letters or signs stand for others that look like them"
        )
    last = _digits(end)
    known = last is not None and day <= last <= 31
    return Guess(
        _reading(first, PartialDate(context.year, month, last if known else None), found.end(), context),
        "letters stand for digits that look like them" if known else f"the last day cannot be read ({end})",
    )


def _digits(written: str) -> int | None:
    digits = "".join(LOOKS_LIKE.get(sign, sign) for sign in written)
    return int(digits) if digits.isascii() and digits.isdecimal() else None


def _reading(start: PartialDate, end: PartialDate, stop: int, context: DateContext) -> Reading:
    known = frozenset({"year"}) if context.year is not None else frozenset[str]()
    return Reading(start, end, "day", stop, frozenset({"month", "day"}), known)


def _cut(row: str, context: DateContext, stop: int) -> Guess | None:
    """A row of digits cut into month and day."""
    cuts = [(int(row[:at]), int(row[at:])) for at in (1, 2) if row[at] != "0" or (at == 2 and len(row) == 4)]
    cuts = [(month, day) for month, day in cuts if 1 <= month <= 12 and 1 <= day <= last_day(context.year, month)]
    if not cuts:
        return None
    previous = None if context.previous is None else context.previous.start
    after = (previous.month or 1, previous.day or 1) if previous is not None else (context.month or 1, 1)

    def distance(cut: tuple[int, int]) -> tuple[bool, bool, tuple[int, int]]:
        return (context.month is not None and cut[0] != context.month, cut < after, cut)

    month, day = min(cuts, key=distance)
    date = PartialDate(context.year, month, day)
    others = "".join(f", or {m}月{d}日" for m, d in cuts if (m, d) != (month, day))
    return Guess(_reading(date, date, stop, context), f"{row} is read as {month}月{day}日{others}")
