"""Heads whose date is damaged: a sign or a digit was lost, or letters stand for digits. Each comes with the issue to report."""

from __future__ import annotations

from functools import cache
from re import Pattern

import attrs

from chronicle_parse.fields import dates
from chronicle_parse.fields.dates import DateContext
from chronicle_parse.formats.items.heads import COUNTER, NOTHING, Head, gap_behind, read_date
from chronicle_parse.formats.items.marks import mark_at
from chronicle_parse.model import PartialDate, Span, SpanMaker, When
from chronicle_parse.patterns import verbose


def damaged_head(
    text: str,
    start: int,
    stop: int,
    at: SpanMaker = Span,
    context: DateContext = NOTHING,
    below: When | None = None,
) -> tuple[Head, str, str] | None:
    """The head whose date is damaged (912 for 9月12日, 4月8—Po日), with code and message of the issue; None if there is none.

    A row of digits is only read where it fits behind the date above, or before the one `below` where none stands above: 110
    is a telephone number otherwise.

    >>> head, code, _ = damaged_head("9月15曰,新校开学。", 0, 11)
    >>> head.when.edtf, code
    ('XXXX-09-15', 'date.damaged')
    """
    mark = mark_at(text, start, stop)
    opened = mark.stop if mark else start
    first = context.previous is None and context.month is None
    target = below.start if first and below is not None else None
    if target is not None:
        context = attrs.evolve(context, month=target.month)  # a row may be cut in two ways: 119
    read = dates.read_damaged_at(text, opened, at, context)
    if read is None or read[1] > stop:
        return None
    when, end, code, message = read
    sound = read_date(text, opened, stop, at, context)
    if sound is not None and sound[1] >= end:
        return None
    above = context.previous.end if context.previous is not None else PartialDate(context.year, context.month)
    fits = _follows(when.start, above) if target is None else _leads_up(when.start, target)
    if "月" not in when.written and not fits:
        return None
    gap = gap_behind().match(text, end, stop)
    body, between = (gap.end(), gap["gap"]) if gap else (end, "")
    return Head(start, body, mark, when, opened, end, between), code, message


def _follows(day: PartialDate, above: PartialDate) -> bool:
    """Whether a day lies in the month of the date above, or in one of the two after it."""
    return above.month is not None and day.month is not None and 0 <= day.month - above.month <= 2


def _leads_up(day: PartialDate, below: PartialDate) -> bool:
    """Whether a day lies before the date below, and no more than two months."""
    if None in (day.month, day.day, below.month, below.day):
        return False
    return _follows(below, day) and (day.month, day.day) <= (below.month, below.day)


@cache
def _torn() -> Pattern[str]:
    """A number alone, or parted from text that it does not count."""
    return verbose(
        rf"(?P<day> 3[01] | [12]\d | [1-9] ) (?: [ ]* $ | [ \t]* [,，、 \t] [ \t]* (?! {COUNTER} ) (?= \p{{Han}} ) )"
    )


def torn_day(
    text: str,
    start: int,
    stop: int,
    at: SpanMaker = Span,
    context: DateContext = NOTHING,
    below: When | None = None,
) -> tuple[Head, str, str] | None:
    """The head that was a bare day and lost its sign, 9 for 9日, with code and message of the issue.

    It must lie between the day above and the one below, in a month that is known.

    >>> may = DateContext(month=5)
    >>> head, code, _ = torn_day("9 新校开学。", 0, 7, context=may)
    >>> head.when.edtf, code
    ('XXXX-05-09', 'date.damaged')
    """
    found = _torn().match(text, start, stop)
    if found is None or context.month is None:
        return None
    day = PartialDate(context.year, context.month, int(found["day"]))
    above = context.previous.end if context.previous is not None else None
    if above is not None and above.month == day.month and (above.day or 0) > (day.day or 0):
        return None
    if below is not None and below.start.month == day.month and (below.start.day or 0) < (day.day or 0):
        return None
    known = frozenset({"month"} if day.year is None else {"year", "month"})
    when = When(day, day, "day", known, found["day"], at(start, found.end("day")))
    head = Head(start, found.end(), None, when, start, found.end("day"), text[found.end("day") : found.end()])
    return head, "date.damaged", f"A damaged date, {found['day']}: the sign 日 is missing"
