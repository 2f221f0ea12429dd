"""Reads dates and periods.

`read_at` reads the date that begins at a known place (an entry head, a title); `scan` finds all dates of running text.
What a date leaves out is taken from a `DateContext` and listed in `When.inherited`; what nobody knows stays None.

- `grammar`: the shapes; `reading`: what they mean; `relative`: words such as 同日, 去年, 上周五; `damaged`: OCR.
"""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from chronicle_parse.errors import ParseError
from chronicle_parse.fields.dates import damaged, scanning
from chronicle_parse.fields.dates.context import DateContext
from chronicle_parse.fields.dates.numbers import last_day
from chronicle_parse.fields.dates.points import Reading
from chronicle_parse.fields.dates.reading import read
from chronicle_parse.model import Issue, PartialDate, Span, SpanMaker, When
from chronicle_parse.text import fold

__all__ = ["DateContext", "check", "find_dates", "parse_date", "read_at", "read_damaged_at", "scan"]

NO_CONTEXT = DateContext()


def scan(text: str, at: SpanMaker = Span, context: DateContext = NO_CONTEXT) -> list[When]:
    """All dates of clean text, in order.

    >>> [when.edtf for when in scan("1月9日至22日举行,2010年10月通车,长5.5公里。")]
    ['XXXX-01-09/XXXX-01-22', '2010-10']
    """
    return [_when(text, start, reading, at) for start, reading in scanning.readings(text, context)]


def read_at(
    text: str,
    start: int,
    at: SpanMaker = Span,
    context: DateContext = NO_CONTEXT,
    *,
    short: bool = False,
    glued: bool = False,
) -> tuple[When, int] | None:
    """The longest date that begins exactly at `start` and the clean offset behind it (time of day included), or None.

    For places where a date must stand, an entry head or the brackets of a title. There 秋, 月底, 元旦, a year before a
    blank, 05-06 and 5.22-5.28 are dates too, the date may stand in 【】, and the year behind it (2月1日 1941年).

    Args:
        text: clean text.
        start: where the date begins.
        at: makes the original span of a clean range.
        context: what is known there.
        short: read a single 5.22 as month and day as well.
        glued: read a season before its text as well: 冬全县开办冬学.

    >>> when, stop = read_at("5月8日-10日上午,区委党校开班", 0, context=DateContext(year=2024))
    >>> when.edtf, when.time, sorted(when.inherited), stop
    ('2024-05-08/2024-05-10', '上午', ['year'], 10)
    """
    if text[start : start + 1] in ("【", "["):
        inner = read(text, start + 1, context, head=True, short=True)
        if inner is None or text[inner.stop : inner.stop + 1] not in ("】", "]"):
            return None
        inner = evolve(inner, stop=inner.stop + 1)
        return _when(text, start, inner, at), inner.stop
    reading = read(text, start, context, head=True, short=short, glued=glued)
    if reading is None:
        return None
    if reading.start.year is None and reading.start.month is not None:
        reading = scanning.year_behind(text, reading)
    return _when(text, start, reading, at), reading.stop


def read_damaged_at(
    text: str, start: int, at: SpanMaker = Span, context: DateContext = NO_CONTEXT
) -> tuple[When, int, str, str] | None:
    """A date that lost a sign or a digit, where `read_at` finds none: the date, the clean offset behind it, and the issue.

    For entry heads of scanned pages only: 912 is a number anywhere else. The last two values are the code ("date.damaged")
    and the message of the issue to report.

    >>> when, stop, code, message = read_damaged_at("119日,县委全会召开", 0, context=DateContext(month=11))
    >>> when.edtf, stop, code, message
    ('XXXX-11-09', 4, 'date.damaged', 'A damaged date, 119日: 119 is read as 11月9日, or 1月19日')
    >>> read_damaged_at("500余人参加", 0)
    """
    guess = damaged.guess(text, start, context)
    if guess is None:
        return None
    when = _when(text, start, guess.reading, at)
    return when, guess.reading.stop, "date.damaged", f"A damaged date, {when.written}: {guess.reason}"


def _when(text: str, start: int, reading: Reading, at: SpanMaker) -> When:
    return When(
        reading.start,
        reading.end,
        reading.precision,
        reading.inherited,
        text[start : reading.stop],
        at(start, reading.stop),
        reading.part,
        reading.time,
        reading.members,
    )


def check(when: When) -> Issue | None:
    """The issue of an impossible date (2月30日) or of a range that ends before it begins, None for a possible one.

    >>> check(parse_date("2021年2月30日")).code
    'date.impossible-day'
    """
    for date in (when.start, when.end, *when.members):
        if date.month is not None and not 1 <= date.month <= 12:
            return Issue("date.impossible-month", "error", f"There is no month {date.month}: {when.written}", when.span)
        if date.day is not None and not 1 <= date.day <= last_day(date.year, date.month):
            return Issue("date.impossible-day", "error", f"There is no such day: {when.written}", when.span)
    years = (when.start.year, when.end.year)
    if None not in years and _known(when.start, 0) > _known(when.end, 99):
        return Issue("date.reversed", "warning", f"The end lies before the beginning: {when.written}", when.span)
    return None


def _known(date: PartialDate, unknown: int) -> tuple[int, int, int]:
    return (date.year or 0, date.month or unknown, date.day or unknown)


def find_dates(
    text: str, *, year: int | None = None, month: int | None = None, published: dt.date | None = None
) -> tuple[When, ...]:
    """All dates of a raw text; spans refer to the text given.

    Args:
        text: any text.
        year: taken where a date does not say; the year of `published` if none is given.
        month: taken for a bare day.
        published: the day from which 昨天, 上周, 去年 count.

    >>> [(when.edtf, sorted(when.inherited)) for when in find_dates("3月5日、6日開會,去年12月動工", year=2021)]
    [('2021-03-05/2021-03-06', ['year']), ('2020-12', ['year'])]
    """
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at, _context(year, month, published)))


def _context(year: int | None, month: int | None, published: dt.date | None) -> DateContext:
    if year is None and published is not None:
        year = published.year
    return DateContext(year=year, month=month, published=published)


def parse_date(
    text: str, *, year: int | None = None, month: int | None = None, published: dt.date | None = None
) -> When:
    """Exactly one date, the whole text; blanks around it are allowed.

    Raises:
        ParseError: "date.none" if there is no date, "date.extra" if anything but one date stands there.

    >>> parse_date("二〇二一年十二月六日至七日").edtf
    '2021-12-06/2021-12-07'
    >>> parse_date("地铁2号线")
    Traceback (most recent call last):
    chronicle_parse.errors.ParseError: no date: '地铁2号线' (date.none)
    """
    folded = fold(text)
    clean = folded.text
    start = len(clean) - len(clean.lstrip())
    found = (
        read_at(clean, start, folded.span_at, _context(year, month, published), short=True)
        if start < len(clean)
        else None
    )
    if found is None:
        raise ParseError("date.none", "no date", text, Span(0, len(text)))
    when, stop = found
    if clean[stop:].strip():
        raise ParseError("date.extra", "something stands behind the date", text, folded.span_at(stop, len(clean)))
    return when
