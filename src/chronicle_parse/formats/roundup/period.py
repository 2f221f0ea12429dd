"""The period of a roundup, from its title or the lines that lead up to its first item.

| written                                    | read as                                     |
|--------------------------------------------|---------------------------------------------|
| (2023.2.27-2023.3.5), (5月27日- 6月2日)    | first to last day                           |
| (5.22-5.28), (6.26-7.02), (1日—15日)       | the same; month and year from the page      |
| 2024年第22周                               | the ISO week                                |
| 2021年4月下, 4月上半月                     | the half-month                              |
| 2020年10月, (五月)                         | the month                                   |

The third week of a month is no period: nobody can say which days it means.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from functools import cache
from re import Pattern

from attrs import evolve

from chronicle_parse.fields import dates
from chronicle_parse.fields.numerals import parse_number
from chronicle_parse.formats.page import Page
from chronicle_parse.model import PartialDate, When
from chronicle_parse.patterns import verbose

HEAD = 160
"""So many characters of a lead line are looked at."""

_FIRST_HALF = 15

_YEAR = r"(?: (?: 19 | 20 ) \d\d | 1[01]\d (?= [./-] \d{1,2} [./-] \d ) )"
"""A year, also one of the Republic before month and day: 108.03.04."""

_REPUBLIC = 1911
"""The year before the first of the Republic."""


@cache
def _range() -> Pattern[str]:
    """First and last day; what the second leaves out is that of the first."""
    day = r"(?: [ ]? [日号] )? (?: [ ]? [(（] (?: 星期 | 周 ) . [)）] )?"
    return verbose(rf"""
        (?<! [\d.] )
        (?: (?P<y1> {_YEAR} ) [ ]? [年./-] [ ]? )?
        (?: (?P<m1> 1[0-2] | 0?[1-9] ) [ ]? (?P<sign> [月./] ) [ ]? )?
        (?P<d1> 3[01] | [12]\d | 0?[1-9] ) (?! \d ) {day}
        [ ]* (?: [-—–~～至到―－─]+ ) [ ]*
        (?: (?P<y2> {_YEAR} ) [ ]? [年./-] [ ]? )?
        (?: (?P<m2> 1[0-2] | 0?[1-9] ) [ ]? [月./] [ ]? )?
        (?P<d2> 3[01] | [12]\d | 0?[1-9] ) (?! [\d.] ) (?P<unit> [ ]? [日号] )?
    """)


@cache
def _week() -> Pattern[str]:
    return verbose(
        r"(?: (?P<year> (?: 19 | 20 ) \d\d ) [ ]? 年 (?: 度 )? [ ]? )? (?<! 月 ) (?<! 月份 ) 第 [ ]? (?P<week> \d{1,2} | [一二三四五六七八九十]{1,3} ) [ ]? 周"
    )


@cache
def _half() -> Pattern[str]:
    return verbose(
        r"(?: (?P<year> (?: 19 | 20 ) \d\d ) [ ]? 年 [ ]? )? (?P<month> 1[0-2] | 0?[1-9] | [一二三四五六七八九十]{1,2} ) [ ]? 月 (?: 份 )? [ ]? [(（]? (?P<half> [上下] ) (?: 半月 )? (?! [旬个\p{Han}] )"
    )


@cache
def _month() -> Pattern[str]:
    """A month by itself in brackets or at the end of a title: (五月), 八月份要闻."""
    return verbose(
        r"(?: (?P<year> [\d〇○零Oo一二三四五六七八九]{4} ) [ ]? 年 [ ]? )? (?<! \d ) (?P<month> 1[0-2] | 0?[1-9] | [一二三四五六七八九十]{1,2} ) [ ]? 月 (?: 份 )? (?! [ ]? [\d上中下初底末] )"
    )


@cache
def _another() -> Pattern[str]:
    """A second month behind the first: 八月、九月."""
    return verbose(r"[ ]? [、和与及至—–-]+ [ ]? (?: \d{1,2} | [一二三四五六七八九十]{1,2} ) [ ]? 月")


def find_period(page: Page, leads: Iterable[tuple[int, int]], published: dt.date | None) -> When | None:
    """The period that the title or one of the lead lines (clean ranges) gives; its year may have to be settled later.

    A month or week counts in the title and in a line that is hardly anything else; days count wherever a lead line has
    them in brackets or at its head.
    """
    titles = [(line.start, line.stop) for line in page.lines if line.role == "title"]
    lines = [*titles, *(place for place in leads if place not in titles)]
    found: list[When] = []
    for start, stop in lines:
        titled = (start, stop) in titles or stop - start <= 24
        days = _days(page, start, min(stop, start + HEAD), published, titled)
        found += [days] if days is not None else []
    if found:
        # why: the title may leave out the year that a line below it gives
        return next((days for days in found if days.start.year is not None and _same_days(days, found[0])), found[0])
    for start, stop in lines:
        if (start, stop) in titles or stop - start <= 24:
            named = _named(page, start, stop, published)
            if named is not None:
                return named
    return None


def _same_days(one: When, other: When) -> bool:
    return all(
        (mine.month, mine.day) == (their.month, their.day)
        for mine, their in ((one.start, other.start), (one.end, other.end))
    )


def _days(page: Page, start: int, stop: int, published: dt.date | None, titled: bool) -> When | None:
    leads = stop - start < HEAD  # a line that leads up to the items may open with their days
    for found in _range().finditer(page.text, start, stop):
        bracketed = found.start() > start and page.text[found.start() - 1] in "(（[【〔"
        behind = page.text[found.end() : found.end() + 1]
        opens = found.start() == start and (behind in ("", "\n", "。", "期") or (behind in ",，" and leads))
        if not (titled or bracketed or opens):
            continue
        if not (found["unit"] or (found["sign"] and (titled or bracketed))):
            continue
        when = _between(page, found, published)
        if when is not None:
            return when
    return None


def _between(page: Page, found: re.Match[str], published: dt.date | None) -> When | None:
    y1, y2 = (_common_year(int(found[name])) if found[name] else None for name in ("y1", "y2"))
    m1, d1, m2, d2 = (int(found[name]) if found[name] else None for name in ("m1", "d1", "m2", "d2"))
    inherited = set()
    if m1 is None:
        m1 = m2 or page.known.month or (published.month if published else None) or _month_said(page)
        inherited.add("month")
    m2 = m2 or m1
    if m1 is None or m2 is None or (y1 is None and y2 is None and d1 == d2 and m1 == m2):
        return None
    if y1 is None and y2 is not None:
        y1 = y2 - (m1 > m2)
    elif y2 is None and y1 is not None:
        y2 = y1 + (m1 > m2)
    first, last = PartialDate(y1, m1, d1), PartialDate(y2, m2, d2)
    return When(first, last, "day", frozenset(inherited), found[0].strip(), page.span(found.start(), found.end()))


def _common_year(year: int) -> int:
    return year if year > 999 else year + _REPUBLIC


def _month_said(page: Page) -> int | None:
    titled = dates.scan(page.title)
    return titled[0].start.month if titled else None


def _named(page: Page, start: int, stop: int, published: dt.date | None) -> When | None:
    if found := _week().search(page.text, start, stop):
        return _iso_week(page, found, published)
    if found := _half().search(page.text, start, stop):
        year, month = _year(found["year"]), int(_value(found["month"]))
        return _part(page, found, year, month, (1, _FIRST_HALF) if found["half"] == "上" else (_FIRST_HALF + 1, 31))
    for found in _month().finditer(page.text, start, stop):
        month = int(_value(found["month"]))
        if (
            1 <= month <= 12
            and not _another().match(page.text, found.end())
            and page.text[found.end() : found.end() + 1] not in tuple("第")
        ):
            return _part(page, found, _year(found["year"]), month, None)
    return None


def _part(page: Page, found: re.Match[str], year: int | None, month: int, days: tuple[int, int] | None) -> When:
    place = page.span(found.start(), found.end())
    if days is None:
        whole = PartialDate(year, month)
        return When(whole, whole, "month", frozenset(), found[0].strip(), place)
    last = min(days[1], calendar.monthrange(year or 2001, month)[1])
    first, end = PartialDate(year, month, days[0]), PartialDate(year, month, last)
    return When(first, end, "part-month", frozenset(), found[0].strip(), place, found["half"])


def _iso_week(page: Page, found: re.Match[str], published: dt.date | None) -> When | None:
    year = int(found["year"]) if found["year"] else page.known.year or (published.year if published else None)
    if year is None:
        return None
    try:
        first = dt.date.fromisocalendar(year, int(_value(found["week"])), 1)
    except ValueError:
        return None
    last = first + dt.timedelta(days=6)
    inherited = frozenset() if found["year"] else frozenset({"year"})
    start, end = (PartialDate(day.year, day.month, day.day) for day in (first, last))
    return When(start, end, "day", inherited, found[0].strip(), page.span(found.start(), found.end()))


_DIGITS = str.maketrans("〇○零Oo一二三四五六七八九", "00000123456789")


def _year(written: str | None) -> int | None:
    return int(written.translate(_DIGITS)) if written else None


def _value(written: str) -> int:
    return int(written) if written.isdecimal() else int(parse_number(written))


def settled(when: When, near: dt.date | None, year: int | None) -> When:
    """The date with its year, where it has none: the one nearest to a day, else a year that is known for the page.

    >>> from chronicle_parse.model import Span
    >>> day = When(PartialDate(None, 12, 31), PartialDate(None, 1, 3), "day", frozenset(), "12月31日至1月3日", Span(0, 11))
    >>> settled(day, dt.date(2021, 1, 4), None).edtf
    '2020-12-31/2021-01-03'
    """
    if (when.start.year is not None and when.end.year is not None) or when.start.month is None:
        return when
    if near is None and year is None:
        return when
    turn = when.end.month is not None and when.start.month > when.end.month
    start = _dated(when.start, near, year)
    end = start if when.end == when.start else _dated(when.end, near, year + turn if year else None)
    members = tuple(_dated(part, near, year) for part in when.members)
    return evolve(when, start=start, end=end, members=members, inherited=when.inherited | {"year"})


def _dated(part: PartialDate, near: dt.date | None, year: int | None) -> PartialDate:
    if part.year is not None or part.month is None:
        return part
    if near is None:
        return evolve(part, year=year)
    # why: an impossible 2月30日 or 24月5日 gets its year as well
    month, day = min(part.month or 1, 12), min(part.day or 15, 28)
    years = range(max(dt.MINYEAR, near.year - 1), min(dt.MAXYEAR, near.year + 1) + 1)
    nearest = min(years, key=lambda year: abs((dt.date(year, month, day) - near).days))
    return evolve(part, year=nearest)
