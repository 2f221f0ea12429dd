"""Dates as they stand in a text: points joined to ranges and lists, with the weekday and time of day behind them."""

from __future__ import annotations

import re
from functools import cache
from re import Match, Pattern

from attrs import evolve

from chronicle_parse.fields.dates import grammar, relative
from chronicle_parse.fields.dates.context import DateContext
from chronicle_parse.fields.dates.numbers import number
from chronicle_parse.fields.dates.points import Ambient, Reading, point
from chronicle_parse.lexicon import rows, words
from chronicle_parse.model import PartialDate
from chronicle_parse.model.values import Precision
from chronicle_parse.patterns import verbose

FINENESS: tuple[Precision, ...] = ("years", "year", "half-year", "season", "quarter", "month", "part-month", "day")

NO_PART: frozenset[str] = frozenset()
YEAR = frozenset({"year"})
DAY_OF_YEAR = frozenset({"month", "day"})
MONTH = frozenset({"month"})
DAY = frozenset({"day"})
WHOLE = YEAR | DAY_OF_YEAR

YEARLY: frozenset[Precision] = frozenset({"year", "half-year", "season"})
"""What may end a list of years."""

HALF_A_YEAR = 183
"""In days. An end that lies further ahead of the publication is meant for the year before."""

LISTED = frozenset(" \u3000、,和及与")
JOINED = frozenset(" \u3000起开-－‐–—―─~～〜∼至到")
"""With what a list and a range go on."""
HAN_NUMERALS = frozenset("一二三四五六七八九十")


@cache
def _tailed() -> frozenset[str]:
    """With what the tail of a day begins."""
    return frozenset(
        " \u3000(（0123456789星礼周一二三四五六七八九十" + "".join(word[0] for word in words("times_of_day"))
    )


def read(
    text: str, at: int, context: DateContext, *, head: bool = False, short: bool = False, glued: bool = False
) -> Reading | None:
    """The longest date that begins exactly at `at`: a point, a range or a list, with weekday and time of day."""
    if (plain := _plain().match(text, at)) is not None:
        return _day(plain, context)
    ambient = Ambient(context, head, glued=glued)
    first = _stretch(text, at, ambient, short)
    if first is None:
        return None
    parts = [first]
    while text[parts[-1].stop : parts[-1].stop + 1] in LISTED:
        joint = grammar.listing().match(text, parts[-1].stop)
        following = joint and _stretch(text, joint.end(), Ambient(context, False, parts[-1]))
        loose = joint is not None and joint["loose"] is not None
        if not following or not _continues(parts[-1], following, loose=loose, head=head):
            break
        parts.append(following)
    if parts[-1].open:
        return None
    return first if len(parts) == 1 else _list(parts)


@cache
def _plain() -> Pattern[str]:
    """A day, month or year in Arabic numbers with nothing of a date behind it. why: nine dates of ten are, and need no more."""
    more = re.escape("".join(sorted((LISTED | JOINED | _tailed()) - set(" \u3000,"))))
    no_day, no_month = grammar.no_day().pattern, grammar.no_month().pattern
    return verbose(rf"""
        (?: (?: (?P<year>(?:1\d|20)\d\d)年 )? (?P<month>\d{{1,2}})月 )? (?P<day>[12]\d|3[01]|0?[1-9](?!\d))日
        (?! {grammar.SP}[{more}] | ,\d | [ \t]*\d{{4}} ) (?(month)|(?!{no_day}))
      | (?: (?P<of>(?:1\d|20)\d\d)年 )? (?P<only>1[0-2]|0?[1-9])月
        (?! {grammar.SP}[{more}份上中下初底末廿卅] | ,\d | [ \t]*\d{{4}} ) (?(of)|(?!{no_month}))
      | (?P<whole>(?:19|20)\d\d)年 (?=[,，。;；:：）)全县市区省我])
    """)


def _day(found: Match[str], context: DateContext) -> Reading:
    year, month, day, of, only, whole = found.groups()
    if whole is not None:
        date = PartialDate(int(whole))
        return Reading(date, date, "year", found.end(), YEAR)
    if only is not None:
        date = PartialDate(context.year if of is None else int(of), int(only))
        known = NO_PART if of is not None or context.year is None else YEAR
        return Reading(date, date, "month", found.end(), MONTH if of is None else YEAR | MONTH, known)
    if year is not None:
        date = PartialDate(int(year), int(month), int(day))
        return Reading(date, date, "day", found.end(), WHOLE)
    known = NO_PART if context.year is None else YEAR
    if month is not None:
        date = PartialDate(context.year, int(month), int(day))
        return Reading(date, date, "day", found.end(), DAY_OF_YEAR, known)
    date = PartialDate(context.year, context.month, int(day))
    known = known if context.month is None else known | MONTH
    return Reading(date, date, "day", found.end(), DAY, known)


def _continues(last: Reading, following: Reading, *, loose: bool, head: bool) -> bool:
    """Whether two dates with 、 (or 和, for days alone) between them are one list."""
    if head and last.precision == "year" and "year" in following.said and _key(last.end) < _key(following.start):
        return following.precision in YEARLY  # 1970年、1971年春, where an entry begins
    if last.precision != following.precision or _key(following.start) <= _key(last.end):
        return False
    if last.open and "month" not in following.said and last.precision == "month":
        return False
    if last.precision == "year":
        return last.open  # 2017、2018年; but 2017年、2018年 are two
    listed = last.precision in ("day", "month", "quarter") and "year" not in following.said
    return listed and not (loose and "month" in following.said)


def _key(date: PartialDate) -> tuple[int, int, int]:
    return (date.year or 0, date.month or 0, date.day or 0)


def _list(parts: list[Reading]) -> Reading:
    """One reading of the members of a list; ranges inside are spelt out day by day."""
    first, last = parts[0], parts[-1]
    members: list[PartialDate] = []
    for each in parts:
        members.extend(_spelt(each))
    return evolve(
        first,
        end=last.end,
        stop=last.stop,
        time=first.time or last.time,
        members=tuple(members),
        open=False,
    )


def _spelt(reading: Reading) -> list[PartialDate]:
    start, end = reading.start, reading.end
    if reading.precision == "day" and start.day and end.day and start.month == end.month:
        return [PartialDate(start.year, start.month, day) for day in range(start.day, end.day + 1)]
    return [start] if start == end else [start, end]


def _stretch(text: str, at: int, ambient: Ambient, short: bool = False) -> Reading | None:
    """One point, or two with a dash between them."""
    first = _single(text, at, ambient, short)
    if first is None:
        return None
    if text[first.stop : first.stop + 1] not in JOINED:
        return first
    joint = grammar.separator().match(text, first.stop)
    if joint is not None and text[first.stop - 1].isascii() and text[joint.end() : joint.end() + 1] in HAN_NUMERALS:
        return first  # why: 1960.10.1—一号窑点火; both ends of a range are written in the same numerals
    second = joint and _single(text, joint.end(), Ambient(ambient.context, False, first))
    if not second or second.open or (second.end.day is not None and second.end.month is None and first.end.day is None):
        return first
    return _range(first, second, ambient.context)


def _range(first: Reading, second: Reading, context: DateContext) -> Reading:
    """Two ends made one: what the second leaves out it takes from the first, and it never ends before it begins."""
    start, end = first.start, second.end
    if "year" in second.said and "year" not in first.said:
        year = end.year
        if year is not None and start.month is not None and end.month is not None:
            year -= (start.month, start.day or 0) > (end.month, end.day or 31)
        start = evolve(start, year=year)
    elif _key(end) < _key(start) and "year" not in second.said:
        if "month" in second.said or start.month is None:
            start, end = _over_new_year(first, end, context)
        else:
            years, month = divmod(start.month, 12)
            end = PartialDate(None if end.year is None else end.year + years, month + 1, end.day)
    precision = max(first.precision, second.precision, key=FINENESS.index)
    if precision == "year":
        precision = "years"
    time = first.time or second.time
    return Reading(
        start, end, precision, second.stop, first.said, first.inherited, first.part, time, first.members, first.by
    )


def _over_new_year(first: Reading, end: PartialDate, context: DateContext) -> tuple[PartialDate, PartialDate]:
    """12月28日—1月3日: the known year is that of the beginning, unless the page came out long before."""
    start = first.start
    if start.year is None or end.year is None:
        return start, end
    last = evolve(end, year=end.year + 1)
    latest = last.latest()
    if "year" in first.said or context.published is None or latest is None:
        return start, last
    if (latest - context.published).days < HALF_A_YEAR:
        return start, last
    # why: (12月28日—1月3日) on a page of 4 January 2021, read with the year of that page
    return evolve(start, year=start.year - 1), end


def _single(text: str, at: int, ambient: Ambient, short: bool = False) -> Reading | None:
    """One date of any notation, with what hangs on behind it."""
    if at >= len(text):
        return None
    reading = _numeric(text, at, ambient, short) if text[at].isascii() else None
    if reading is None:
        reading = point(text, at, ambient) or _relative_day(text, at, ambient) or _years(text, at)
    if reading is None and ambient.head:
        reading = _holiday(text, at, ambient)
    if (
        reading is None
        or reading.open
        or reading.precision != "day"
        or text[reading.stop : reading.stop + 1] not in _tailed()
    ):
        return reading
    behind = grammar.tail().match(text, reading.stop)
    if behind is None or behind.end() == reading.stop:
        return reading
    return evolve(reading, stop=behind.end(), time=behind["time"])


def _numeric(text: str, at: int, ambient: Ambient, short: bool) -> Reading | None:
    """A date in numbers alone: 2021-12-06, 2021.03; where a date must stand 05-06, 5.22-5.28 and 2014 as well."""
    before = ambient.before
    if found := grammar.iso().match(text, at):
        bare = found["bare"]
        if not bare:
            return _numbers(int(found["year"]), int(found["month"]), int(found["day"]), found.end(), found["by"])
        if ambient.head or before is not None or grammar.iso_range().match(text, found.end()):
            return _numbers(int(found["year"]), int(bare), None, found.end(), text[found.start("bare") - 1])
    elif before is not None and before.by:
        if (found := grammar.numeric_end().match(text, at)) and found["by"] in (before.by, None):
            month = before.end.month if found["month"] is None else int(found["month"])
            return _numbers(before.end.year, month, int(found["day"]), found.end(), before.by)
    elif (ambient.head or (before is not None and before.by == "")) and (found := grammar.compact().match(text, at)):
        return _numbers(int(found["year"]), int(found["month"]), int(found["day"]), found.end(), "")
    elif ambient.head and (found := grammar.lone_year().match(text, at)):
        return _numbers(int(found[0]), None, None, found.end(), None)
    elif ambient.head and (found := grammar.short().match(text, at)):
        stands = short or any(found[shown] is not None for shown in ("padded", "ranged", "signed"))
        if stands:
            reading = _numbers(ambient.year, int(found["month"]), int(found["day"]), found.end(), found["by"])
            known = NO_PART if ambient.year is None else YEAR
            return evolve(reading, said=DAY_OF_YEAR, inherited=known)
    return None


def _numbers(year: int | None, month: int | None, day: int | None, stop: int, by: str | None) -> Reading:
    date = PartialDate(year, month, day)
    precision: Precision = "year" if month is None else "month" if day is None else "day"
    return Reading(date, date, precision, stop, WHOLE, by=by)


def _holiday(text: str, at: int, ambient: Ambient) -> Reading | None:
    """元旦, 双十节: days of a year, where an entry begins."""
    found = relative.holiday(text, at)
    if found is None:
        return None
    date = evolve(found[0], year=ambient.year)
    known = NO_PART if ambient.year is None else YEAR
    return Reading(date, date, "day", found[1], DAY_OF_YEAR, known)


def _relative_day(text: str, at: int, ambient: Ambient) -> Reading | None:
    """昨天, 同日, 本周五, 上季度."""
    found = relative.read(text, at, ambient.context)
    if found is None:
        return None
    known = NO_PART if found.start == PartialDate() else frozenset({found.inherited})
    return Reading(found.start, found.end, found.precision, found.stop, NO_PART, known)


def _years(text: str, at: int) -> Reading | None:
    """A decade, a century or a five-year plan."""
    found = grammar.span_of_years().match(text, at)
    if found is None:
        return None
    if plan := found["plan"]:
        row = next(row for row in rows("five_year_plans") if row["word"] == plan)
        evidence = found["frame"] or found["stage"] or found["document"] is not None
        if not evidence and (len(plan) < 3 or grammar.no_plan().match(text, found.end())):
            return None
        first, last = int(row["first"]), int(row["last"])
        if stage := found["stage"]:
            date = PartialDate(first if stage == "初" else last)
            return Reading(date, date, "year", found.end(), YEAR)
    elif written := found["years"]:
        first, last = int(written), int(written) + 9
    elif written := found["loose"]:
        first, last = 1900 + number(written), 1909 + number(written)
    else:
        century = 20 if found["century"] == "上" else number(found["century"])
        first, last = 100 * (century - 1), 100 * (century - 1) + 99
        if written := found["decade"]:
            first, last = first + number(written), first + number(written) + 9
    return Reading(PartialDate(first), PartialDate(last), "years", found.end(), YEAR)
