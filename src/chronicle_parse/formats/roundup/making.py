"""Sections and items of a roundup in the making: how lines are put into them. Which line goes where is decided in `layout`."""

from __future__ import annotations

from collections.abc import Sequence

from chronicle_parse.formats.items import Head
from chronicle_parse.formats.page import Page, PageLine
from chronicle_parse.formats.roundup.drafts import Block, Draft, Layout
from chronicle_parse.formats.roundup.habits import Habits
from chronicle_parse.formats.roundup.running import behind_signs
from chronicle_parse.formats.roundup.units import Unit


class Sections:
    """The sections so far.

    Attributes:
        blocks: the sections; an item without one opens a section with the heading "".
        leads: what stands before the news.
        open: the item to which further paragraphs may belong.
        begun: whether there was an item.
    """

    def __init__(self, page: Page, habits: Habits) -> None:
        """There are none yet."""
        self.page, self.habits = page, habits
        self.blocks: list[Block] = []
        self.leads: list[PageLine] = []
        self.open: Draft | None = None
        self.begun = False

    def layout(self) -> Layout:
        """What was made, without days that head nothing and items without text."""
        self._drop_empty()
        for block in self.blocks:
            block.drafts = [draft for draft in block.drafts if any(start < stop for start, stop in draft.pieces)]
        return Layout(self.blocks, self.leads)

    def section(self, unit: Unit, day: Unit | None = None) -> None:
        """Opens a section under a heading."""
        unit.line.role = "heading"
        self.blocks.append(Block(unit.text, unit.line.start, unit.line.stop, day=day))
        self.open = None

    def block(self, start: int) -> Block:
        """The section that is open, one without a heading where there is none."""
        if not self.blocks:
            self.blocks.append(Block("", start, start))
        return self.blocks[-1]

    def begin(self, unit: Unit, *, headline: bool = False, keyword: bool = False) -> None:
        """Opens an item."""
        unit.line.role = "entry"
        tail, stop = unit.tail or (None, unit.line.stop)
        start = unit.head.start if unit.head else unit.line.start
        pieces = [(behind_signs(self.page.text, unit.opens, stop), stop)]
        same_day = self.habits.same_day(unit.head)
        self._add(Draft(start, unit.line.stop, unit.head, pieces, tail, same_day, headline, keyword))

    def _add(self, draft: Draft) -> None:
        block = self.block(draft.start)
        block.drafts.append(draft)
        block.stop = draft.stop
        self.begun = True
        self.open = draft

    def go_on(self, unit: Unit) -> None:
        """Adds a line to the open item."""
        draft = self.open
        assert draft is not None
        unit.line.role = "continuation"
        begins = unit.line.start
        if draft.headline and draft.head is None and unit.when is not None:
            begins, draft.head = unit.opens, unit.head
        draft.pieces.append((begins, unit.line.stop))
        draft.stop = self.blocks[-1].stop = unit.line.stop

    def several(self, unit: Unit, cuts: Sequence[tuple[int, Head | None]]) -> None:
        """The items of a line in which further ones begin at `cuts`."""
        unit.line.role = "entry"
        start = unit.head.start if unit.head else unit.line.start
        begins: list[tuple[int, Head | None]] = [(start, unit.head), *cuts]
        stops = [*(at for at, _ in cuts), unit.line.stop]
        for (begin, head), stop in zip(begins, stops, strict=True):
            ends = begin + len(self.page.text[begin:stop].rstrip())
            body = behind_signs(self.page.text, head.stop if head else begin, ends)
            same_day = self.habits.same_day(head) if head or begin == start else True
            self._add(Draft(begin, ends, head, [(body, ends)], same_day=same_day))

    def _drop_empty(self) -> None:
        """Days without items below them are no sections: 星期五(农历十月初一) on top, the day of publication at the end."""
        last = self.blocks[-1] if self.blocks else None
        if last is not None and last.day is not None and not last.drafts and last.day.full_day:
            self.blocks.pop()
            last.day.line.role = "metadata"
            self.leads.append(last.day.line)
            self._drop_signature()
        while len(self.blocks) > 1 and (day := self.blocks[0].day) is not None and not self.blocks[0].drafts:
            self.blocks.pop(0)
            day.line.role = "paragraph"
            self.leads.append(day.line)

    def _drop_signature(self) -> None:
        """The body above the day of publication at the end is no section: 党委宣传部 / 2021年2月1日."""
        last = self.blocks[-1] if self.blocks else None
        if last is None or last.drafts or last.day is not None or not last.heading:
            return
        self.blocks.pop()
        for line in self.page.lines_in(last.start, last.stop):
            line.role = "metadata"
