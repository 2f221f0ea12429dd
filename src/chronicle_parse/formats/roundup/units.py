"""What a line of a roundup is: the unit that survey, layout and dating speak of."""

from __future__ import annotations

import datetime as dt
from functools import cache
from re import Pattern
from typing import Literal

from attrs import define

from chronicle_parse.fields.dates import DateContext
from chronicle_parse.formats.items import Head, Mark
from chronicle_parse.formats.page import PageLine
from chronicle_parse.model import PartialDate, Span, When
from chronicle_parse.patterns import verbose

Kind = Literal["head", "day", "period", "heading", "number", "keyword", "short", "caption", "text", "record", "field"]

SHORT = 40
"""A longer line is no heading and no headline."""


_STAND_IN = PartialDate(2003, 1, 1)
SHAPES = DateContext(
    published=dt.date(2003, 1, 1), previous=When(_STAND_IN, _STAND_IN, "day", frozenset(), "", Span(0, 0))
)
"""A context in which 同日 and 昨天 are dates: here only shapes count, and dates are read again where their context is known."""

CAPTION = 8
"""A longer line is no caption."""


@define
class Unit:
    """A line that is neither blank nor furniture.

    Attributes:
        line: the line itself.
        kind: "head" opens an item by a mark or a date; "day" is a day, weekday or month and nothing else; "heading" is a
            heading by its words; "period" is a range of days and nothing else; "number" is a number alone,
            above an item; "keyword" names the subject of the item below it; "short" may be a heading or a headline; "caption" names what the
            paragraph above tells of; "text" is a sentence or more; "record" is the first line of an item set as a record
            (时间:…), "field" a further one.
        head: mark and date in front, of a head or day.
        opens: where the text begins, behind mark and date.
        gap: whether a blank line stands before it.
        tail: a date in brackets at the end, and where its bracket opens.
    """

    line: PageLine
    kind: Kind
    head: Head | None
    opens: int
    gap: bool
    tail: tuple[When, int] | None = None

    @property
    def text(self) -> str:
        """The line without the blanks around it."""
        return self.line.text

    @property
    def mark(self) -> Mark | None:
        """The mark in front, if any."""
        return self.head.mark if self.head else None

    @property
    def when(self) -> When | None:
        """The date in front, if any."""
        return self.head.when if self.head else None

    @property
    def of_week(self) -> bool:
        """Whether it opens with 本周: in front of the news such a paragraph sums the week up."""
        return self.mark is None and self.when is not None and "周" in self.when.written

    @property
    def unmarked(self) -> bool:
        """Whether it is a paragraph without a mark, which may be the text of a headline."""
        return self.kind in ("text", "record") or (self.kind == "head" and self.mark is None)

    @property
    def full_day(self) -> bool:
        """Whether it gives a day with its year."""
        return self.when is not None and self.when.start.year is not None and self.when.start.day is not None

    @property
    def closed(self) -> bool:
        """Whether the line ends like a sentence."""
        return ends_sentence(self.line.text)


@cache
def _closed() -> Pattern[str]:
    return verbose(r"[。;；…] [”』」)）\s]* $ | [。!！?？] [^。]{0,20} [)）] $")


def ends_sentence(text: str) -> bool:
    """Whether a line ends like a sentence, with a remark in brackets behind it or not."""
    return _closed().search(text) is not None
