"""What a page as a whole says about time: the period it is about, the day of publication, the day of a daily."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from re import Pattern

import attrs

from chronicle_parse.fields import dates
from chronicle_parse.formats.metadata import timestamp
from chronicle_parse.formats.page import Page
from chronicle_parse.formats.roundup.dating import Clock, middle
from chronicle_parse.formats.roundup.drafts import Layout
from chronicle_parse.formats.roundup.period import find_period, settled
from chronicle_parse.model import PartialDate, Span, When
from chronicle_parse.patterns import verbose

HEAD = 36
"""So many of the first lines may say which day or period the page is about."""


@cache
def _dayline() -> Pattern[str]:
    """A day with its weekday by itself, as it stands on top of a daily: 12月9日 星期四 农历冬月初七."""
    return verbose(
        r"(?: (?P<year> \d{4} ) 年 )? (?P<month> 1[0-2] | [1-9] ) 月 (?P<day> 3[01] | [12]\d | [1-9] ) [日号] [ /·,，|]* (?: 星期 | 周 ) [一二三四五六日天] [^。:：]{0,24} $"
    )


@cache
def _today() -> Pattern[str]:
    """The day a daily is about: 今天是1月14日; the year may have been lost: 今天是年11月5日; or on which it came out: 播出时间:10月31日."""
    return verbose(
        r"(?: 今[天日] (?: 是 | [:：] )? | (?: 播出 | 播报 | 推送 | 发布 | 刊发 | 出版 | 见报 ) (?: 时间 | 日期 ) [:：] ) [ ]* (?: (?P<year> \d{4} )? 年 )? (?P<month> 1[0-2] | [1-9] ) 月 (?P<day> 3[01] | [12]\d | [1-9] ) [日号]"
    )


def read_clock(page: Page, layout: Layout) -> Clock:
    """What title, leads, metadata and caller say about time."""
    _find_stamp(page)
    known, published = page.known, page.published
    titled = [when for when in dates.scan(page.title) if when.start.year is not None]
    year = (titled[0].start.year if titled else None) or known.year
    near = published or _middle_of_month(year, known.month)
    if titled and near is not None and _far_from(near, titled[0].start.year):
        near = None  # why: a page put up again years later
    leads, datelines = _leads(page, layout)
    period = find_period(page, dict.fromkeys([*leads, *datelines]), published)
    said = {when.start.year for when in titled if when.start.year is not None}
    if period is not None:
        said |= {part.year for part in (period.start, period.end) if part.year is not None}
        period = settled(period, near, year)
        near = middle(period) or near
    elif titled and titled[0].precision in ("day", "month"):
        near = titled[0].start.earliest() or near
    today = _day_of(page, leads, near, year)
    if today is None and period is None:
        today = _day_titled(page, near, year)
    near = (today.earliest() if today else None) or near
    month = _month_titled(page) if period is None else None
    if month is None and near is None and period is None:
        month = known.month
    return Clock(period, today, near, year, month, published, frozenset(said))


def _month_titled(page: Page) -> int | None:
    """The month in whose days the items lie, by a title that gives a part of it: 五月下旬政务动态."""
    found = [when.start.month for when in dates.scan(page.title) if when.precision in ("month", "part-month")]
    return found[0] if len(found) == 1 else None


def _middle_of_month(year: int | None, month: int | None) -> dt.date | None:
    part = PartialDate(year, month, 15)
    return part.earliest() if year and month else None


def _far_from(day: dt.date, year: int | None) -> bool:
    """Whether a day lies more than three months before or after a year."""
    if year is None or not 1 <= year <= 9999:
        return False
    return not -92 <= (day - dt.date(year, 1, 1)).days <= 365 + 92


def _leads(page: Page, layout: Layout) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The lines before the first item, and what stands before it on its own line."""
    first = min((draft.start for block in layout.blocks for draft in block.drafts), default=len(page.text))
    leads = [(line.start, line.stop) for line in page.lines[:HEAD] if line.text and line.start < first]
    return leads, [(line.start, min(line.stop, first)) for line in page.lines if line.start <= first < line.stop]


def _find_stamp(page: Page) -> None:
    """A date on a metadata line that has no label for it; a bare date below the text is one too."""
    for line in page.lines if page.metadata.published is None else ():
        if line.role == "metadata" and (found := timestamp(line.text)) is not None:
            page.metadata = attrs.evolve(page.metadata, published=found)
            return


def _day_of(page: Page, leads: Sequence[tuple[int, int]], near: dt.date | None, year: int | None) -> PartialDate | None:
    for start, stop in leads:
        if found := _today().search(page.text, start, stop) or _dayline().match(page.text, start, stop):
            said = PartialDate(int(found["year"]) if found["year"] else None, int(found["month"]), int(found["day"]))
            whole = When(said, said, "day", frozenset(), found[0], Span(0, 0))
            return settled(whole, near, year).start
    return None


def _day_titled(page: Page, near: dt.date | None, year: int | None) -> PartialDate | None:
    """The one day in the title of a daily: 早报 3月9日 星期二."""
    found = [when for when in dates.scan(page.title) if when.start.day is not None and when.start == when.end]
    return settled(found[0], near, year).start if len(found) == 1 and found[0].start.month is not None else None
