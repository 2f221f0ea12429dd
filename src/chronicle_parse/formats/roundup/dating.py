"""When an item happened.

The date that opens it; else the one in brackets at its end; else the first day inside its sentences on which something was
done; else the day heading above; 同日 and same-day marks take the item above, 本周 the period. 日前 and 近日 say nothing,
nor do clock times, seasons, and days that are only planned, begun from or ended by.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from re import Pattern

import attrs
from attrs import define

from chronicle_parse.fields import dates
from chronicle_parse.fields.dates import DateContext
from chronicle_parse.formats.page import Page
from chronicle_parse.formats.roundup.drafts import Block, Draft
from chronicle_parse.formats.roundup.period import settled
from chronicle_parse.model import PartialDate, Span, When
from chronicle_parse.patterns import verbose

LOOK = 400
"""So many characters of an item are searched for a day."""

_NO_YEAR = 2003
"""A stand-in year for counting days where none is known."""


@cache
def _no_act_before() -> Pattern[str]:
    """What stands before a day on which nothing was done."""
    return verbose(
        r"(?: 拟 | 定 | 将 | 预计 | 计划 | 截至 | 截止 | 截止到 | 截 | 自 | 从 | 由 | 比 | 较 | 至 | 到 | 原定 | 预定 | 推迟 | 延期 | 早在 | 明年 | 去年 | 年 | 曾 ) (?: 于 | 在 | 到 )? [ ]* $"
    )


@cache
def _no_act_behind() -> Pattern[str]:
    return verbose(
        r"[ ]* (?: 之?前 (?! 往 | 来 | 去 | 后 ) | 以前 | 以来 | 之后 | 以后 | 起 (?! 正式 | 施行 | 实施 | 执行 ) | 止 | 为止 | 期间 | 的 (?! 下午 | 上午 ) | 讲话 | 会议精神 | [”》] )"
    )


@cache
def _week() -> Pattern[str]:
    return verbose(r"本周 (?! [一二三四五六日天] ) | 这一?周 | (?: 过去 | 上 )? 一周 (?: 以? 来 | 里 | 中 )? [,，]")


@cache
def _weekday() -> Pattern[str]:
    return verbose(r"(?: 周 | 星期 | 礼拜 ) (?P<day> [一二三四五六日天末] )")


@cache
def _days_behind() -> Pattern[str]:
    """Where the day of a weekday begins: 周一(6.5), 周六、周日(6.10—6.11)."""
    return verbose(r"[一二三四五六日天末] [】\]]? \s* [(（] (?= \d )")


@define
class Clock:
    """What the page says about time, and the date of the item before.

    Attributes:
        period: the period of the roundup, with its year where that is known.
        today: the day a daily speaks of; its year may be unknown.
        near: a day of which items are near: in the period, of publication, or given by the caller.
        year: a year where no day is known.
        previous: the date of the item before.
        heading: the date of the day heading above.
        month: a month for bare days, by heading.
        published: the day of publication.
        said: the years that title or period name themselves.
    """

    period: When | None
    today: PartialDate | None
    near: dt.date | None
    year: int | None
    month: int | None
    published: dt.date | None = None
    said: frozenset[int] = frozenset()
    previous: When | None = None
    heading: When | None = None

    def enter(self, page: Page, block: Block) -> None:
        """Takes the heading of a section: a day or month holds for its items, any other heading for none."""
        self.heading = None
        unit = block.day
        if unit is None:
            return
        self.previous = None
        if unit.when is None:
            self.heading = self._weekday(page, unit.line.start, unit.line.stop)
            return
        when = self._read(page, unit.head.date_start) if unit.head else None
        if when is not None and when.start.day is not None:
            self.heading = when
        elif when is not None:
            self.month = when.start.month
            if when.start.year is not None:
                self.near = middle(when)

    def _weekday(self, page: Page, start: int, stop: int) -> When | None:
        found = _weekday().search(page.text, start, stop)
        days = _days_behind().search(page.text, start, stop)
        if days is not None and (when := self._read(page, days.end())) is not None and when.start.month is not None:
            return when
        if found is None or self.period is None:
            return None
        known = self.period.start.year is not None
        first = self.period.start.earliest() if known else _monday(self.period.start)
        if first is None:
            return None
        weekend = found["day"] == "末"
        wanted = min("一二三四五六日天末".index(found["day"]), 6) - weekend
        day = first + dt.timedelta(days=(wanted - first.weekday()) % 7)
        last = day + dt.timedelta(days=weekend)
        begin, end = (PartialDate(each.year if known else None, each.month, each.day) for each in (day, last))
        said = frozenset({"year", "month", "day"})
        return When(begin, end, "day", said, found[0], page.span(found.start(), found.end()))

    def date(self, page: Page, draft: Draft) -> When | None:
        """The date of an item."""
        when = self._own(page, draft)
        if when is not None:
            self.previous = when
            if self.near is None and when.start.year is not None and "year" not in when.inherited:
                self.near = middle(when)
        return when

    def _own(self, page: Page, draft: Draft) -> When | None:
        head = draft.head
        if head is not None and head.when is not None and not self._is_heading(head.when):
            if _weekday().match(head.when.written):
                return self._weekday(page, head.date_start, head.date_stop)
            if head.when.written[:1] in "本这上" and "周" in head.when.written:
                return self._inside(page, draft) or self._of_week(head.when)
            when = self._known(self._read(page, head.date_start) or _bare(head.when))
            if when is not None:
                to_come = page.text.startswith("起", head.date_stop) and self._to_come(when)
                return None if to_come else when
        if draft.tail is not None:
            return self._known(self._filled(draft.tail))
        if draft.same_day:
            return self._taken()
        return self._inside(page, draft) or self._week_said(page, draft) or self.heading

    def _is_heading(self, when: When) -> bool:
        """Whether a date is 今天 below the heading of a day: it is that day, whenever the page was published."""
        return self.heading is not None and when.written[:1] == "今" and "年" not in when.written

    def _after_heading(self, when: When) -> bool:
        """Whether a day lies behind the day heading above: what was done on 15 August opens on 1 September."""
        if self.heading is None or self.heading.end.day is None:
            return False
        last, day = self.heading.end, when.start
        return (
            day.month is not None and last.month is not None and (day.month, day.day or 0) > (last.month, last.day or 0)
        )

    def _to_come(self, when: When) -> bool:
        """Whether a day lies behind the period and the day of publication: 自6月1日起 tells of what will be."""
        last = self.published or (self.period.end.latest() if self.period else None)
        start = when.start.earliest()
        return last is not None and start is not None and start > last

    def _taken(self) -> When | None:
        above = self.previous or self.heading
        return attrs.evolve(above, inherited=above.inherited | {"entry"}) if above else None

    def _of_week(self, when: When) -> When | None:
        if self.period is None:
            return None
        return attrs.evolve(
            when, start=self.period.start, end=self.period.end, inherited=frozenset({"year", "month", "day"})
        )

    def _week_said(self, page: Page, draft: Draft) -> When | None:
        start, stop = draft.pieces[0]
        found = _week().match(page.text, start, stop)
        if found is None or self.period is None:
            return None
        return attrs.evolve(
            self.period,
            inherited=frozenset({"year", "month", "day"}),
            written=found[0].rstrip(",，"),
            span=page.span(found.start(), found.end()),
        )

    def _inside(self, page: Page, draft: Draft) -> When | None:
        """The first day inside the sentences on which something was done."""
        left = LOOK
        for start, stop in draft.pieces:
            stop = min(stop, start + left)
            left -= stop - start
            text = page.text[start:stop]
            for found, first, last in self._scan(page, text, start):
                if _no_act_before().search(text[max(0, first - 6) : first]) or _no_act_behind().match(text, last):
                    continue
                if self._is_heading(found) or self._after_heading(found):
                    continue
                if first and "entry" in found.inherited:
                    continue  # why: 检查结束的同日 says nothing about the item above
                when = None if _quoted(text, first) else self._known(found)
                if when is not None and when.start.day is not None and not self._elsewhere(when):
                    return when
            if left <= 0:
                break
        return None

    def _scan(self, page: Page, text: str, start: int) -> Iterator[tuple[When, int, int]]:
        """The dates of a piece of the page, each with its offsets in the piece."""
        if not any(sign in text for sign in "日天号昨今"):
            return
        for when in dates.scan(text, Span, self._context()):
            first, last = when.span.start, when.span.stop
            yield attrs.evolve(self._pseudo(when), span=page.span(start + first, start + last)), first, last

    def _elsewhere(self, when: When) -> bool:
        """A year that is given and is not that of the page: history."""
        if "year" in when.inherited or when.start.year is None:
            return False
        around = self.near.year if self.near else self.year
        return around is not None and abs(when.start.year - around) > 1

    # ---------------------------------------------------------------------------------------------- reading

    def _context(self) -> DateContext:
        published = self.near if self.today is None else self._today()
        return DateContext(month=self._month(), published=published, previous=self.previous or self.heading)

    def _today(self) -> dt.date | None:
        today = self.today
        assert today is not None and today.month is not None and today.day is not None
        return attrs.evolve(today, year=today.year or _NO_YEAR).earliest()

    def _pseudo(self, when: When) -> When:
        """Takes the stand-in year out again."""
        if self.today is None or self.today.year is not None:
            return when
        start, end = (
            attrs.evolve(part, year=None) if part.year == _NO_YEAR else part for part in (when.start, when.end)
        )
        return attrs.evolve(when, start=start, end=end)

    def _month(self) -> int | None:
        if self.month is not None:
            return self.month
        if self.previous is not None and self.previous.start.month is not None:
            return self.previous.start.month
        if self.today is not None:
            return self.today.month
        if self.period is not None and self.period.start.month == self.period.end.month:
            return self.period.start.month
        return self.near.month if self.near and self.period is None else None

    def _read(self, page: Page, start: int) -> When | None:
        read = dates.read_at(page.text, start, page.span, self._context(), short=True)
        return self._filled(self._pseudo(read[0])) if read else None

    def _filled(self, when: When) -> When:
        """The date with its month, where a bare day stands in a period that crosses months."""
        if when.start.day is None or (when.start.month is not None and "month" not in when.inherited):
            return settled(when, self.near, self.year)
        if self.period is None or self.period.start.month == self.period.end.month:
            month = self._month()
            start, end = (attrs.evolve(part, month=part.month or month) for part in (when.start, when.end))
        else:
            start, end = (self._in_period(part) for part in (when.start, when.end))
        filled = attrs.evolve(when, start=start, end=end, inherited=when.inherited | {"month"})
        return settled(filled, self.near, self.year)

    def _in_period(self, part: PartialDate) -> PartialDate:
        period = self.period
        assert period is not None
        first, last, day = period.start, period.end, part.day or 1
        month = first.month if first.day is not None and day >= first.day else last.month
        return attrs.evolve(part, month=month)

    def _known(self, when: When | None) -> When | None:
        """The date with all that the page knows; None where nothing of it is known."""
        if when is None:
            return None
        when = self._filled(when)
        if when.start.month is None:
            return None
        return when


def _monday(start: PartialDate) -> dt.date | None:
    """The first day of a week whose year nobody says, in some year in which it is a Monday: (3.8-3.14)."""
    days = (attrs.evolve(start, year=_NO_YEAR + each).earliest() for each in range(28))
    return next((day for day in days if day is not None and day.weekday() == 0), None)


def middle(when: When) -> dt.date | None:
    """The day in the middle of a period, None where its days are not known."""
    first, last = when.start.earliest(), when.end.latest()
    return first + (last - first) / 2 if first and last else None


def _bare(when: When) -> When | None:
    """A bare number as the day was read by the survey, and is none without it."""
    return when if when.written[:1].isdecimal() and "月" not in when.written and "日" not in when.written else None


def _quoted(text: str, at: int) -> bool:
    return text.count("《", 0, at) > text.count("》", 0, at)
