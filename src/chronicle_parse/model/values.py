"""What is read out of a sentence: dates, numbers, quantities, changes, ranks, people, works, organisations, indicators.

`written` is always the clean wording of the value and `span` the original characters it came from.
"""

from __future__ import annotations

import calendar
import datetime as dt
import enum
from decimal import Decimal
from typing import Literal

from attrs import frozen

from chronicle_parse.model import display
from chronicle_parse.model.spans import Span

Precision = Literal["day", "part-month", "month", "quarter", "season", "half-year", "year", "years"]
Direction = Literal["up", "down", "flat"]
IndicatorKind = Literal["actual", "target"]


@frozen
class PartialDate:
    """A date of which some parts may be unknown: None, never made up.

    Attributes:
        year: of the common era; None where the text does not say, like month and day.
        month: 1 to 12 as a rule; kept as written where a text gives an impossible one.
        day: of the month, likewise.

    >>> PartialDate(None, 12, 3).edtf
    'XXXX-12-03'
    >>> PartialDate(2021, 12).latest()
    datetime.date(2021, 12, 31)
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str:
        """The date as ISO 8601-2 (EDTF) writes it, X for unknown digits."""
        parts = ["XXXX" if self.year is None else f"{self.year:04d}"]
        if self.month is not None or self.day is not None:
            parts.append("XX" if self.month is None else f"{self.month:02d}")
        if self.day is not None:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)

    def earliest(self) -> dt.date | None:
        """The first day it can mean; None without a year, without a month for its day, or for an impossible day."""
        if self.year is None or (self.month is None and self.day is not None):
            return None
        return _date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> dt.date | None:
        """The last day it can mean; None where `earliest` is."""
        if self.year is None or (self.month is None and self.day is not None):
            return None
        month = self.month or 12
        if self.day is None and not 1 <= month <= 12:
            return None
        return _date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except (ValueError, OverflowError):  # a number of any size may come from JSON
        return None


@frozen
class When:
    """A date or period as a text gives it.

    Attributes:
        start: first date. For a part of a month, quarter, season or half-year it carries the day or month it begins with.
        end: last date, equal to `start` for a single one.
        precision: the finest thing the text fixes.
        inherited: which parts were taken from elsewhere: "year", "month", "day", or "entry" (同日, ☆: from the entry before).
        written: the clean words.
        span: their original characters.
        part: the word of a part-month, quarter, season or half-year (上旬, 第二季度, 秋, 上半年).
        time: time of day as written (下午, 8:30).
        members: the single dates of a list such as 3日、5日、8日.
    """

    start: PartialDate
    end: PartialDate
    precision: Precision
    inherited: frozenset[str]
    written: str
    span: Span
    part: str | None = None
    time: str | None = None
    members: tuple[PartialDate, ...] = ()

    @property
    def edtf(self) -> str:
        """EDTF: one date, or an interval `start/end`."""
        return self.start.edtf if self.start == self.end else f"{self.start.edtf}/{self.end.edtf}"


@frozen
class Number:
    """A number.

    Attributes:
        value: exact, multiplied out (1,100万 -> 11000000).
        written: its clean words.
        span: their original characters.
    """

    value: Decimal
    written: str
    span: Span


class Bound(enum.Enum):
    """How a figure limits the amount: 左右/约 ABOUT, 以上/不低于 AT_LEAST, 以内/不超过 AT_MOST, 超/余 MORE_THAN, 近/低于 LESS_THAN, 5%—6% RANGE."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"
    RANGE = "range"


@frozen
class Quantity:
    """A number with its unit or classifier.

    Attributes:
        value: multiplied out (120亿元 -> 12000000000); the lower end of a range.
        unit: as written without the scale: 元, %, 个百分点, 微克/立方米; bounds such as 左右 are not in it.
        bound: how it limits the amount.
        high: the upper end of a RANGE, multiplied out as well; else None.
        scale: what was multiplied in (亿 -> 100000000, else 1); value / scale is the number as written.
        written: the clean words with unit and bound.
        span: their original characters.
    """

    value: Decimal
    unit: str
    bound: Bound
    high: Decimal | None
    scale: int
    written: str
    span: Span


@frozen
class Change:
    """A movement against an earlier amount: 同比增长8.0%.

    Attributes:
        direction: "up", "down", or "flat" (持平), for which the quantity is 0.
        quantity: by how much, never negative; its unit is mostly % or 个百分点.
        basis: against what, as written (同比, 环比, 较上年, 年均 …), None where that is not said.
        written: the clean words with the basis.
        span: their original characters.
    """

    direction: Direction
    quantity: Quantity
    basis: str | None
    written: str
    span: Span


@frozen
class Rank:
    """A place in an order: 居全省第二位 -> position 2, scope 全省.

    Attributes:
        position: from 1; None for 前列 and 历史新高, 1 for 六连冠.
        scope: among whom, as written, "" if that is not said.
        written: the clean words.
        span: their original characters.
    """

    position: int | None
    scope: str
    written: str
    span: Span


@frozen
class Person:
    """Somebody named in full.

    Attributes:
        name: the full name, without a title.
        title: the office or form of address right before it, exactly as written, "" if none.
        span: the original characters of the name.
        title_span: those of the title, None without one.
    """

    name: str
    title: str
    span: Span
    title_span: Span | None = None

    def _repr_html_(self) -> str:
        return display.person(self)


@frozen
class Work:
    """A work named in 《…》.

    Attributes:
        title: without the marks.
        span: the original characters, marks included.
    """

    title: str
    span: Span


@frozen
class Organisation:
    """A body that acts or is named: 区委, 罗湖医院集团, 深圳市深水水务咨询有限公司.

    Attributes:
        name: its name as written.
        span: its original characters.
    """

    name: str
    span: Span


class Activity(enum.Enum):
    """What was done, by the first clause that says so; docs/formats/roundup.md lists the cues."""

    APPOINTMENT = "appointment"
    SIGNING = "signing"
    AWARD = "award"
    LAUNCH = "launch"
    CEREMONY = "ceremony"
    INSPECTION = "inspection"
    RECEPTION = "reception"
    STUDY = "study"
    SPEECH = "speech"
    PUBLICATION = "publication"
    MEETING = "meeting"
    OTHER = "other"


@frozen
class Indicator:
    """A measured thing of a work report: what it is, how much, how it moved, where it ranks; promised or achieved.

    Attributes:
        name: the noun phrase, without the verb; put together only where the text elides a part of it.
        verb: the verb in front of the noun (新增, 建成), "" if none.
        quantity: the amount, None where only a change is given.
        change: growth or fall, None if none is given.
        previous: the earlier amount of 从…增加到…, None if none is given.
        rank: the place it reaches, None if none is given.
        kind: "actual" for a result, "target" for what is promised or expected.
        year: the year spoken of, None if unknown.
        written: the clean words, from name or verb to the end of the figures.
        span: their original characters.
    """

    name: str
    verb: str
    quantity: Quantity | None
    change: Change | None
    previous: Quantity | None
    rank: Rank | None
    kind: IndicatorKind
    year: int | None
    written: str
    span: Span

    def _repr_html_(self) -> str:
        return display.indicator(self)
