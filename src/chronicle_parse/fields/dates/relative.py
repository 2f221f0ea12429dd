"""Years, months, weeks and days named by their distance from another one: 去年, 本月, 上周五, 同日, 昨天.

Words of base "entry" (同日, 是年) count from the entry before, words of base "now" (昨天, 今年) from the year known or the
publication date. Where that is unknown the part stays None.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from re import Pattern

from attrs import frozen

from chronicle_parse.fields.dates.context import DateContext
from chronicle_parse.lexicon import rows, words
from chronicle_parse.model import PartialDate
from chronicle_parse.model.values import Precision
from chronicle_parse.patterns import any_of, compiled, verbose

CLAUSE_STARTS = frozenset(' \t\n\u3000。,，;；:：、!！?？()（）[]【】“”"△▲◆●■★☆Δ·•※◇○□☉◎—-')


@frozen
class Word:
    """A row of the table."""

    unit: str
    from_entry: bool
    offset: int
    not_after: str
    clause_only: bool


@cache
def _table() -> Mapping[str, Word]:
    return {
        row["word"]: Word(
            row["unit"], row["base"] == "entry", int(row["offset"]), row["not_after"], row["where"] == "clause"
        )
        for row in rows("date_words")
    }


def stands(word: str, text: str, at: int) -> bool:
    """Whether a word of the table that was found at `at` is that word, not the end of another one (基本年, 今后年)."""
    entry = _table()[word]
    if at == 0:
        return True
    before = text[at - 1]
    return before in CLAUSE_STARTS if entry.clause_only else before not in entry.not_after


def inherits(word: str) -> str:
    """What a date that uses the word has inherited: "entry", or the unit of the word."""
    entry = _table()[word]
    if entry.from_entry:
        return "entry"
    return {"week": "day", "quarter": "month"}.get(entry.unit, entry.unit)


def year(word: str, context: DateContext, near: int | None = None) -> int | None:
    """The year that 今年, 去年, 同年, 次年 … names; `near` is the year of the date before in the same range."""
    entry = _table()[word]
    if entry.from_entry and near is not None:
        return near + entry.offset
    base = _entry_year(context) if entry.from_entry else None
    if base is None:
        base = context.year if context.year is not None else context.published.year if context.published else None
    return None if base is None else base + entry.offset


def month(word: str, context: DateContext, near: PartialDate | None = None) -> PartialDate:
    """The year and month that 本月, 上个月, 次月 … names."""
    entry = _table()[word]
    base = near if near is not None and entry.from_entry else _entry(context) if entry.from_entry else PartialDate()
    entry_year = base.year
    if base.month is None:
        base = PartialDate(context.year, context.month)
    if base.month is None and context.published is not None:
        if entry_year not in (None, context.published.year):
            return PartialDate(entry_year)  # why: below 民国2年 本月 is no month of the year the page came out
        base = PartialDate(context.published.year, context.published.month)
    if base.month is None:
        return PartialDate(base.year)
    years, index = divmod(base.month - 1 + entry.offset, 12)
    return PartialDate(None if base.year is None else base.year + years, index + 1)


def _entry(context: DateContext) -> PartialDate:
    """Where the entry before ends, or what heading it stands under."""
    return PartialDate() if context.previous is None else context.previous.end


def _entry_year(context: DateContext) -> int | None:
    """The year of the entry before. why: behind 冬 or 12月至次年2月 under the heading 1955年, 是年 is 1955."""
    previous = context.previous
    if previous is not None and (previous.precision == "season" or previous.start.year == context.year):
        return previous.start.year
    return _entry(context).year


def day(word: str, context: DateContext) -> tuple[PartialDate, PartialDate]:
    """First and last day of 同日, 次日, 昨天 …; equal but for 同日 after a range."""
    entry = _table()[word]
    if entry.from_entry and context.previous is not None:
        previous = context.previous
        if entry.offset == 0:
            return previous.start, previous.end
        last = previous.end.latest() if previous.end.day is not None else None
        return _both(_shift(last, entry.offset))
    if entry.from_entry and context.day is not None:
        known = PartialDate(context.year, context.month, context.day)
        return _both(known if entry.offset == 0 else _shift(known.latest(), entry.offset))
    return _both(_shift(context.published, entry.offset))


def _both(day: PartialDate) -> tuple[PartialDate, PartialDate]:
    return day, day


def _shift(day: dt.date | None, days: int) -> PartialDate:
    if day is None:
        return PartialDate()
    try:
        moved = day + dt.timedelta(days)
    except OverflowError:
        return PartialDate()
    return PartialDate(moved.year, moved.month, moved.day)


def _week(near: dt.date | None, weeks: int, first: int, last: int) -> tuple[PartialDate, PartialDate]:
    """Weekdays first to last (1 is Monday) of the week that lies `weeks` after the one of `near`."""
    if near is None:
        return PartialDate(), PartialDate()
    monday = 7 * weeks - near.weekday()
    return _shift(near, monday + first - 1), _shift(near, monday + last - 1)


@cache
def pattern() -> Pattern[str]:
    """A day or week by its distance, the weekday inside the week included."""
    return verbose(rf"""
        (?P<week>{any_of(words("date_words", unit="week"))}) (?P<weekday>[一二三四五六日天]|末)?
      | (?P<quarter>{any_of(words("date_words", unit="quarter"))})
      | (?P<day>{any_of(words("date_words", unit="day"))}) (?<!日(?=[本报均产头]))(?<!天(?=[津水主山府河门]))
      | (?:(?:星期|礼拜) | (?P<brief>周)) (?P<only>[一二三四五六日天]) (?(brief) (?<!天) (?=[,，、。;；:：\s至到上下早晚中]|$))
    """)


@frozen
class Distance:
    """A day, week or quarter that a word names: first and last day, how fine it is, what it inherits, where it stops."""

    start: PartialDate
    end: PartialDate
    precision: Precision
    inherited: str
    stop: int


def read(text: str, at: int, context: DateContext) -> Distance | None:
    """The day, week or quarter whose word begins at `at`, or None."""
    found = pattern().match(text, at)
    if found is None:
        return None
    if weekday := found["only"]:
        return Distance(*_week(context.published, 0, *_weekday(weekday)), "day", "day", found.end())
    word = found["week"] or found["quarter"] or found["day"]
    if not stands(word, text, at):
        return None
    offset = _table()[word].offset
    if found["quarter"]:
        return Distance(*_quarter(context, offset), "quarter", inherits(word), found.end())
    if found["week"]:
        weekday = found["weekday"]
        first, last = (1, 7) if weekday is None else (6, 7) if weekday == "末" else _weekday(weekday)
        return Distance(*_week(context.published, offset, first, last), "day", inherits(word), found.end())
    return Distance(*day(word, context), "day", inherits(word), found.end())


def _quarter(context: DateContext, offset: int) -> tuple[PartialDate, PartialDate]:
    """The quarter that lies `offset` after the one of the month known."""
    near = PartialDate(context.year, context.month)
    if near.month is None and context.published is not None:
        near = PartialDate(context.published.year, context.published.month)
    if near.month is None:
        return PartialDate(near.year), PartialDate(near.year)
    years, index = divmod((near.month - 1) // 3 + offset, 4)
    year = None if near.year is None else near.year + years
    return PartialDate(year, 3 * index + 1), PartialDate(year, 3 * index + 3)


def _weekday(sign: str) -> tuple[int, int]:
    index = min("一二三四五六日天".index(sign), 6) + 1
    return index, index


@cache
def _holidays() -> Pattern[str]:
    return compiled(any_of(words("holidays")) + r"(?=[\s,，、:：]|$)")


def holiday(text: str, at: int) -> tuple[PartialDate, int] | None:
    """A holiday on a fixed day, and the offset behind it."""
    found = _holidays().match(text, at)
    if found is None:
        return None
    row = next(row for row in rows("holidays") if row["word"] == found[0])
    return PartialDate(None, int(row["month"]), int(row["day"])), found.end()
