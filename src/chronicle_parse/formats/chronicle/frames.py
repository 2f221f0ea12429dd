"""What holds for a whole chronicle: year and month of its title or of the caller, and the day of publication."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from functools import cache, cached_property
from operator import itemgetter
from re import Pattern
from typing import Literal

from attrs import frozen

from chronicle_parse.fields import dates
from chronicle_parse.formats import metadata
from chronicle_parse.formats.page import Page
from chronicle_parse.lexicon import words
from chronicle_parse.model import When
from chronicle_parse.patterns import any_of, verbose

YearSource = Literal["entry", "heading", "title", "caller", "publication", "nowhere"]

FIRST_PAGES = 1990
"""No page was published on the net before."""


@frozen
class Frame:
    """What holds for a whole chronicle: from its title, the caller and its publication date.

    Attributes:
        year, year_from: the year at its top, and who says so.
        fixed: whether all dates lie in that year, as under a title that names one year.
        month: the month, if title or caller name one.
        published: the publication date.
    """

    year: int | None
    year_from: YearSource
    fixed: bool
    month: int | None
    published: dt.date | None


class Frames:
    """Reads the frames of the chronicles on a page."""

    def __init__(self, page: Page) -> None:
        """Nothing is read yet."""
        self.page = page

    def read(self, title: str, start: int, stop: int) -> Frame:
        """The frame of the chronicle under a title, which goes from `start` to `stop`: the whole page, mostly."""
        page, known = self.page, self.page.known
        whole = (start, stop) == (0, len(page.text))
        stamp = page.metadata.published if whole else self._stamp(start, stop)
        published = stamp.date() if stamp and stamp.year >= FIRST_PAGES else known.published
        titled = _in_title(title)
        if titled is None:
            source: YearSource = "caller" if known.year is not None else "nowhere"
            return Frame(known.year, source, False, known.month, published)
        month = (titled.start.month if titled.start == titled.end else None) or known.month
        if titled.start.year is None:
            return Frame(known.year, "nowhere" if known.year is None else "caller", False, month, published)
        return Frame(titled.start.year, "title", titled.start.year == titled.end.year, month, published)

    @cached_property
    def _stamps(self) -> list[tuple[int, dt.datetime]]:
        """Where the lines about the page say when it was published, in order."""
        lines = [line for line in self.page.lines if line.role == "metadata"]
        return [(line.start, said) for line in lines if (said := metadata.published(line.text)) is not None]

    @cached_property
    def _title_at(self) -> int:
        return next((line.start for line in self.page.lines if line.role == "title"), 0)

    def _stamp(self, start: int, stop: int) -> dt.datetime | None:
        """The publication date of one of several chronicles: said among its lines, or above the title of the page."""
        stamps = self._stamps
        own = bisect_left(stamps, start, key=itemgetter(0))
        if own < len(stamps) and stamps[own][0] < stop:
            return stamps[own][1]
        return stamps[0][1] if stamps and stamps[0][0] < self._title_at else None


@cache
def _date_begins() -> Pattern[str]:
    digits = "〇零○O0一二三四五六七八九"
    return verbose(rf"""
        (?<! [\d{digits}十] ) (?= \d{{4}} | [一二][{digits}]{{3}} | {any_of(words("eras"))} | (?:\d{{1,2}}|[{digits}十元]{{1,2}}) 月 )
    """)


@cache
def _age_before() -> Pattern[str]:
    """What a year in the title is only the end of: 大事记(西周—1993年), 大事记1949-1999."""
    return verbose(r"(?: [(（] \p{Han}{1,8} | (?<! \d ) \d{4} ) \s? [-–—~～至到]{1,2} \s? $")


@cache
def _bare_year() -> Pattern[str]:
    """A year without its sign, and no range of years: 某大学1952大事记, 大事记2019."""
    return verbose(
        r"(?<! [\d.] | \d [ ]? [-–—~～至到] [ ]? ) (?: 19 | 20 ) \d\d (?= \p{Han} | [ ] \p{Han} | $ ) (?! 至 | 到 )"
    )


@cache
def _bare_month() -> Pattern[str]:
    """Year and month without their signs: 某市大事记202008."""
    return verbose(r"(?<! \d ) (?P<year> (?:19|20)\d\d ) (?P<month> 0[1-9] | 1[0-2] ) (?! \d )")


def _in_title(title: str) -> When | None:
    """The date in a title: 大事记-2020年4月, 某校大事记(1949-1950年), 5月份大事记."""
    for found in _date_begins().finditer(title):
        if _age_before().search(title, 0, found.start()):
            return None
        read = dates.read_at(title, found.start())
        if read is not None:
            return read[0]
    if (month := _bare_month().search(title)) is not None:
        return dates.parse_date(f"{month['year']}年{month['month']}月")
    bare = _bare_year().search(title)
    return dates.parse_date(f"{bare[0]}年") if bare else None
