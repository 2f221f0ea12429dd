"""The heads of entries: whole, damaged by OCR (912 for 9月12日), torn (9 for 9日), or past reading.

Only a page whose other heads are whole may have damaged ones, and what is read is reported as `date.damaged`; what can be no
more than suspected is reported as `date.unreadable` and stays text.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from re import Pattern

import attrs

from chronicle_parse.formats.chronicle.layout import Layout, Look
from chronicle_parse.formats.chronicle.years import Calendar
from chronicle_parse.formats.items import COUNTER, Head, bare_head, damaged_head, head_at, torn_day
from chronicle_parse.formats.page import Page
from chronicle_parse.lexicon import words
from chronicle_parse.model import PartialDate, When
from chronicle_parse.patterns import any_of, verbose


@cache
def _suspicious() -> Pattern[str]:
    """What may have been a date and is none now: 月9日, 110, 1105日, with text behind it."""
    return verbose(rf"""
        (?: [月日] [ ]? \d{{1,2}} [日号]? | \d{{1,2}} [ ] \d{{1,2}} [日号] | \d{{3,4}} [日号]? ) [ ,，、]{{1,2}} (?! {COUNTER} ) (?= \p{{Han}}{{2}} )
    """)


@cache
def _lonely() -> Pattern[str]:
    """A number that counts nothing: before the first date it may be what is left of one."""
    return verbose(rf"\d{{1,2}} (?: $ | [ ,，、]{{1,2}} (?! {COUNTER} ) (?= \p{{Han}}{{2}} ) )")


@cache
def _whole_year() -> Pattern[str]:
    """全年 by itself, in brackets, or before what was done in it: no 全年工作会议."""
    whole = rf"(?P<words> {any_of(words('entry_heads', role='whole'))} )"
    return verbose(
        rf"[【\[] {whole} [】\]] [ ]* | {whole.replace('words>', 'plain>')} (?: [ ]*[,，\s]+ | (?= [共累总先新完实接举开组获发引] ) )"
    )


_DAYLIKE = frozenset("0123456789lIioOSZB")
"""What a digit of a day may have become."""


class Heads:
    """Reads the heads of the lines of a chronicle."""

    def __init__(self, page: Page, layout: Layout, calendar: Calendar) -> None:
        """Nothing is read yet."""
        self.page, self.layout, self.calendar = page, layout, calendar

    def read(self, each: Look) -> Head | None:
        """The head of a line, if it has one."""
        text, span, context = self.page.text, self.page.span, self.calendar.context()
        start, stop, layout = each.start, each.line.stop, self.layout
        if not each.dated and each.mark is None:
            if layout.glued and each.text[0] in "春夏秋冬" and each.finished:
                return head_at(text, start, stop, span, context, glued=True)
            whole_year = self._whole_year(each) if each.finished or not layout.stops else None
            return whole_year or bare_head(text, start, stop, layout.bare, span, context) or self._damaged(each)
        head = head_at(text, start, stop, span, context, numbered=layout.numbered, short=layout.short)
        whole = head is not None and not _broken(head, text)
        return head if whole else self._damaged(each) or head

    def _whole_year(self, each: Look) -> Head | None:
        """The head of what happened in the course of the year that holds here: 全年,接待游客168万人次."""
        found, year = _whole_year().match(self.page.text, each.start, each.line.stop), self.calendar.year
        if found is None or year is None or not self._among_dates():
            return None
        date, (start, stop) = PartialDate(year), found.span("words" if found["words"] else "plain")
        when = When(
            date,
            date,
            "year",
            frozenset({"year"}),
            found[0][start - found.start() : stop - found.start()],
            self.page.span(start, stop),
        )
        return Head(found.start(), found.end(), None, when, start, stop)

    def doubt(self, each: Look) -> None:
        """Reports a line without a head that may have had one."""
        if not self._among_dates():
            return
        found = _suspicious().match(each.text) if each.finished or not self.layout.stops else None
        if found is None and self.calendar.previous is None:
            found = _lonely().match(each.text)
        if found is not None:
            stop = each.start + len(found[0].rstrip(" ,，、"))
            message = f"{self.page.text[each.start : stop]} may be what is left of a date; nothing was read from it"
            self.page.report("date.unreadable", "warning", message, each.start, stop)

    def _among_dates(self) -> bool:
        return sum(self.layout.dated_styles.values()) >= 2  # a page without dates may well open with a number

    def _damaged(self, each: Look) -> Head | None:
        """A head that is damaged or torn, among heads that are whole; its issue is reported."""
        if not self._among_dates():
            return None
        text, span, context = self.page.text, self.page.span, self.calendar.context()
        below = self._below(each)
        found = damaged_head(text, each.start, each.line.stop, span, context, below)
        if found is None and self.layout.bare_days:
            found = torn_day(text, each.start, each.line.stop, span, context, below)
        if found is None:
            return None
        head, code, message = found
        self.page.report(code, "warning", message, head.date_start, head.date_stop)
        return head

    def _below(self, each: Look) -> When | None:
        """The date of the next head below that is whole."""
        looks = self.layout.looks
        at = bisect_right(looks, each.line.start, key=lambda look: look.line.start)
        after = next((look for look in looks[at:] if look.dated), None)
        if after is None:
            return None
        context = attrs.evolve(self.calendar.context(), previous=None)
        head = head_at(self.page.text, after.start, after.line.stop, self.page.span, context)
        return head.when if head is not None else None


def _broken(head: Head, text: str) -> bool:
    """Whether a month is followed by what may have been its day: 9月15曰."""
    month = head.when is not None and head.when.precision == "month"
    return month and text[head.date_stop : head.date_stop + 1] in _DAYLIKE
