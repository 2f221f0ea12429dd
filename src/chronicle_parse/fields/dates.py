"""Reads dates and periods."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from chronicle_parse.model import Issue, Span, SpanMaker, When
from chronicle_parse.text import fold


@frozen
class DateContext:
    """What is known where a date stands: what a heading, title, caller or publication date says.

    Attributes:
        year, month, day: inherited where the date itself does not say.
        published: the page's publication date, for 昨天, 上周, 去年.
        previous: the date of the entry before, for 同日, 同月, 是年, ☆.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    published: dt.date | None = None
    previous: When | None = None


def scan(text: str, at: SpanMaker = Span, context: DateContext = DateContext()) -> list[When]:
    """All dates of clean text, in order."""
    return []


def read_at(
    text: str, start: int, at: SpanMaker = Span, context: DateContext = DateContext()
) -> tuple[When, int] | None:
    """The longest date that begins exactly at `start` and the clean offset behind it (time of day included), or None."""
    return None


def check(when: When) -> Issue | None:
    """The issue of an impossible date (2月30日), None for a possible one."""
    return None


def find_dates(
    text: str, *, year: int | None = None, month: int | None = None, published: dt.date | None = None
) -> tuple[When, ...]:
    """All dates of a raw text."""
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at, DateContext(year=year, month=month, published=published)))


def parse_date(
    text: str, *, year: int | None = None, month: int | None = None, published: dt.date | None = None
) -> When:
    """Exactly one date."""
    raise NotImplementedError
