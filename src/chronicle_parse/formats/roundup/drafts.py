"""Items and sections in the making; all offsets are clean ones."""

from __future__ import annotations

from attrs import define, field

from chronicle_parse.formats.items import Head
from chronicle_parse.formats.page import PageLine
from chronicle_parse.formats.roundup.units import Unit
from chronicle_parse.model import When


@define
class Draft:
    """An item in the making.

    Attributes:
        start, stop: from its mark or date to the end of its text.
        head: mark and date in front, None where it has neither.
        pieces: the ranges of its text, without mark and date: one a line.
        tail: a date in brackets at its end.
        same_day: whether it takes the date of the item above.
        headline: whether its first piece is a headline.
        keyword: whether its first piece is a line 关键词:….
    """

    start: int
    stop: int
    head: Head | None
    pieces: list[tuple[int, int]]
    tail: When | None = None
    same_day: bool = False
    headline: bool = False
    keyword: bool = False

    @property
    def marked(self) -> bool:
        """Whether a bullet or number opens it."""
        return self.head is not None and self.head.mark is not None

    @property
    def waiting(self) -> bool:
        """Whether it is a headline so far, and its text is still to come."""
        return self.headline and len(self.pieces) == 1


@define
class Block:
    """A section in the making. `day` is the unit of a heading that is a day, weekday or month."""

    heading: str
    start: int
    stop: int
    headline: str = ""
    day: Unit | None = None
    drafts: list[Draft] = field(factory=list)


@define
class Layout:
    """What was found: the sections, and the lines that lead up to the first of them."""

    blocks: list[Block]
    leads: list[PageLine]
