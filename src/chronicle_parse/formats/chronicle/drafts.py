"""Entries in the making, as the survey leaves them to the assembly: `Draft` is one, `Drafts` cuts text into them."""

from __future__ import annotations

import attrs
from attrs import Factory, define

from chronicle_parse.fields.dates import DateContext
from chronicle_parse.formats.chronicle.front import CLOSERS, without_controls
from chronicle_parse.formats.chronicle.years import Calendar, Dated
from chronicle_parse.formats.items import Mark, head_at, openings
from chronicle_parse.formats.page import Page
from chronicle_parse.model import When


@define
class Draft:
    r"""An entry in the making; offsets are clean ones.

    Attributes:
        start: where its mark or date begins, the date line above it included.
        body: where its text begins.
        mark: what it opens with.
        dated: its date, shared by entries that take the date above.
        taken: whether the date was taken from above (△, a further entry under a day heading).
        tail: where it ends if its date stands behind the text.
        pieces: the ranges of its text, each with what joins it to the one before ("\n", or "" over a hard wrap).
        heading: the heading it stands under.
    """

    start: int
    body: int
    mark: Mark | None
    dated: Dated | None
    taken: bool
    heading: str
    tail: int | None = None
    pieces: list[tuple[int, int, str]] = Factory(list)

    @property
    def stop(self) -> int:
        """Where its text ends."""
        return self.tail or (self.pieces[-1][1] if self.pieces else self.body)


class Drafts:
    """The entries so far, and how text is added to the last of them.

    Attributes:
        found: in the order of the page.
        open: the entry to which further text may belong, None behind a heading.
        heading: the heading under which entries begin.
    """

    def __init__(self, page: Page, calendar: Calendar) -> None:
        """There are none yet."""
        self.page, self.calendar = page, calendar
        self.found: list[Draft] = []
        self.open: Draft | None = None
        self.heading = ""

    def under(self, heading: str) -> None:
        """A heading ends the open entry; what follows stands under it."""
        self.heading, self.open = heading, None

    def begin(self, draft: Draft) -> None:
        """Opens an entry."""
        self.found.append(draft)
        self.open = draft

    def fill(self, start: int, stop: int, joint: str) -> None:
        """Adds a piece to the open entry, cut where further dated events begin."""
        assert self.open is not None
        for at in openings(self.page.text, start, stop):
            head = head_at(self.page.text, at, stop, self.page.span, self._context(), inside=True)
            if head is None or (head.when is None and (head.mark is None or head.mark.kind == "number")):
                continue
            if head.when is not None and not self._follows(head.when):
                continue
            self.piece(start, at, joint)
            draft = Draft(head.start, head.stop, head.mark, None, False, self.heading)
            if head.when is not None:
                draft.dated = self.calendar.entry(head.date_start, head.when)
            else:
                draft.dated, draft.taken = self.open.dated, True
            self.begin(draft)
            start, joint = head.stop, ""
        self.piece(start, stop, joint)

    def _context(self) -> DateContext:
        """What a date inside the open entry may take: first of all the year that the entry itself says."""
        context = self.calendar.context()
        when = self.open.dated.when if self.open is not None and self.open.dated is not None else None
        if when is None or when.start.year is None or "year" in when.inherited:
            return context
        return attrs.evolve(context, year=when.start.year)

    def piece(self, start: int, stop: int, joint: str) -> None:
        """Adds a piece to the open entry as it is, without the controls and table borders behind it."""
        text = self.page.text[start:stop]
        if self.open is not None and self.page.text.startswith("|", self.open.start):
            text = text.rstrip("| ")
        text = text.rstrip()
        stop = start + (without_controls(text) if text[-1:] in CLOSERS else len(text))
        if stop > start and self.open is not None:
            self.open.pieces.append((start, stop, joint if self.open.pieces else ""))

    def _follows(self, when: When) -> bool:
        """Whether a date inside a paragraph goes on from the entry's own: what lies before it is background (1995年开工)."""
        last = self.open.dated.when if self.open is not None and self.open.dated is not None else None
        if last is None or "entry" in when.inherited:
            return True
        if self.calendar.holds and when.start.year not in (None, self.calendar.year):
            return False  # why: under 1954年, 建立农场。1958年9月25日,划归本县 tells what became of it
        if when.start.month is None and when.part is not None and when.start.year == last.start.year:
            return True  # 年底
        if "month" in when.inherited and last.start != last.end and _within(when, last):
            return False  # why: 11月5日—10日,展览举行。5日开幕;10日闭幕 tells of one event
        own, other = _key(last), _key(when)
        if own[0] is not None and other[0] is not None and own[0] != other[0]:
            return own[0] < other[0]
        return own[1:] <= other[1:] or (own[1] == 12 and other[1] == 1)


def _within(when: When, whole: When) -> bool:
    """Whether a day lies inside a stretch of days."""
    day, first, last = when.start, whole.start, whole.end
    if day != when.end or None in (day.month, day.day, first.month, first.day, last.month, last.day):
        return False
    return (first.month, first.day) <= (day.month, day.day) <= (last.month, last.day) and day.year == first.year


def _key(when: When) -> tuple[int | None, int, int]:
    return when.start.year, when.start.month or 0, when.start.day or 0
