"""What every line of a page is: a date heading, the head of an entry, its continuation, a topic heading.

`survey` walks down the page once. It gives the lines their roles, reads the dates in the context of what stands above them,
and returns drafts: where an entry begins, its date, and the pieces of its text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from re import Pattern

from chronicle_parse.fields import dates
from chronicle_parse.formats.chronicle.drafts import Draft, Drafts
from chronicle_parse.formats.chronicle.frames import Frames
from chronicle_parse.formats.chronicle.front import opens_chronicle
from chronicle_parse.formats.chronicle.heads import Heads
from chronicle_parse.formats.chronicle.layout import Layout, Look, is_alone
from chronicle_parse.formats.chronicle.years import Calendar, Dated, said_behind
from chronicle_parse.formats.items import (
    LONGEST_DATE,
    Head,
    date_behind,
    date_line,
)
from chronicle_parse.formats.page import Page, PageLine
from chronicle_parse.lexicon import words
from chronicle_parse.model import When
from chronicle_parse.patterns import any_of, verbose

SHORT = 30
"""A line without a date that heads the entries below it is no longer than this."""


def _unit(text: str) -> str:
    """The last unit sign of a date line: what it names is a year, a month or a day."""
    return next((sign for sign in reversed(text) if sign in "年月日"), "")


@cache
def _goes_on() -> Pattern[str]:
    """How a paragraph begins that goes on with the event of the one before."""
    return verbose(
        rf"{any_of(words('entry_heads', role='goes-on'))} | \p{{Han}}{{1,6}} (?: (?<![早晚])上 | 中 | 现场 | 期间 ) [,，] | \p{{Han}}{{1,4}} [组队团] (?: 由 | 先后 | 一行 | 还 | 认为 | 指出 | 强调 | 要求 | 建议 )"
    )


@cache
def _vaguely() -> Pattern[str]:
    return verbose(rf"{any_of(words('entry_heads', role='undated'))} \p{{Han}}{{0,3}} [,，\s]")


@cache
def _labelled() -> Pattern[str]:
    """A heading in brackets: 【重要会议】."""
    return verbose(r"[【〖\[] [^【】〖〗\[\]\d]{2,12} [】〗\]] $")


@cache
def _appendix() -> Pattern[str]:
    """What begins a part of the page that is no chronicle: 附:历任厂长名录."""
    return verbose(r"[\W_]* 附 (?: [件录表] [一二三四五六七八九十\d]{0,2} )? [】]? [ ]* [:：] [^。]{0,30} $")


class Survey:
    """One walk down a page."""

    def __init__(self, page: Page, layout: Layout) -> None:
        """Nothing is read before `run`."""
        self.page, self.layout = page, layout
        self.parts = layout.parts()
        starts = [0, *(part.looks[0].line.start for part in self.parts[1:])]
        self.ranges = list(zip(starts, [*starts[1:], len(page.text)], strict=True))
        self.frames = Frames(page)
        self.calendar = Calendar.of(self.frames.read(page.title, *self.ranges[0]))
        self.heads = Heads(page, layout, self.calendar)
        self.drafts = Drafts(page, self.calendar)
        self.pending: tuple[PageLine, Dated] | None = None
        self.under: Dated | None = None

    @property
    def open(self) -> Draft | None:
        """The entry to which further lines may belong."""
        return self.drafts.open

    def run(self) -> list[Draft]:
        """Reads all lines; the drafts in order."""
        for part, (start, stop) in zip(self.parts, self.ranges, strict=True):
            self.layout, self.heads = part, Heads(self.page, part, self.calendar)
            if part is not self.parts[0] or (part.looks and opens_chronicle(part.looks[0].text)):
                self._title(part.looks[0], start, stop)
            self._walk(part.looks)
        return [draft for draft in self.drafts.found if draft.pieces]

    def _walk(self, looks: Sequence[Look]) -> None:
        for at, each in enumerate(looks):
            if each.line.role == "heading":
                continue  # the title
            above = looks[at - 1] if at else None
            below = looks[at + 1] if at + 1 < len(looks) else None
            if each.fenced and not each.dated:
                self.drafts.open = None  # why: what follows the next 发表于 of a forum is somebody's answer
            if self.open is not None and self.layout.continues(above, each) and (each.mark is None or not each.dated):
                self._continue(each, "")
            else:
                self._line(each, above, below)

    def _line(self, each: Look, above: Look | None, below: Look | None) -> None:
        """Takes a line for the first of what it may be."""
        if not each.dated and _appendix().match(each.text):
            self.drafts.under("")
            return
        taken = (
            self._date_line(each)
            or self._entry(each, below)
            or self._topic(each, above, below)
            or self._vague(each, above)
        )
        if not taken:
            self._text(each, above)

    # ------------------------------------------------------------------------------------------------------- the lines

    def _date_line(self, each: Look) -> bool:
        """A date alone on its line: it belongs to the entry below, or holds for all that follow."""
        line = each.line
        if not each.dated or line.stop - each.start > LONGEST_DATE:
            return False
        context, short = self.calendar.context(), self.layout.short
        head = date_line(self.page.text, each.start, line.stop, self.page.span, context, short=short)
        if head is None or head.when is None:
            return False
        dated = self.calendar.heading(head.date_start, head.when)
        line.role = "heading"
        self.drafts.under(line.text.lstrip("# "))
        self.pending, self.under = (line, dated), dated
        return True

    def _entry(self, each: Look, below: Look | None) -> bool:
        """A line that opens with a mark or a date."""
        line = each.line
        head = self.heads.read(each)
        if head is None or (head.when is None and not self._opens(head, each, below)):
            return False
        line.role = "entry"
        self._start(head, line.stop)
        return True

    def _opens(self, head: Head, each: Look, below: Look | None) -> bool:
        """Whether a mark without a date opens an entry, or a point of a list inside one, or a topic."""
        assert head.mark is not None
        style = head.mark.style
        if style == "|":
            return False  # the head of a table
        if head.mark.kind == "same-day" or (self.open and self.open.mark and self.open.mark.style == style):
            return True
        if head.mark.kind == "heading" or self._heads(each, below):
            return False
        if not self.drafts.found and self.under is None and head.mark.kind == "bullet" and self.layout.dated_styles:
            return self.layout.dated_styles[style] > 0  # why: • 首页 is a menu above entries without bullets
        return self.open is None or self.layout.dated_styles[style] > 0 or not self.layout.dated_styles

    def _heads(self, each: Look, below: Look | None) -> bool:
        """Whether a line without a date is short, no sentence, and stands right above entries."""
        text = each.text
        return (
            len(text) <= SHORT
            and (not each.finished or _labelled().match(text) is not None)
            and not each.dated
            and not any(sign in text for sign in ",，:：;；。")
            and text[-1] != "、"
            and below is not None
            and (below.dated or below.mark is not None)
            and (each.mark is None or below.mark is None or each.mark.style != below.mark.style)
        )

    def _topic(self, each: Look, above: Look | None, below: Look | None) -> bool:
        """A heading in words: it ends the entry above, and the entries below stand under it."""
        hashed = each.mark is not None and each.mark.kind == "heading"
        closed = above is None or above.finished or not each.adjoins or above.line.role in ("heading", "paragraph")
        if not hashed and (not (closed and self._heads(each, below)) or self._told(below)):
            return False
        each.line.role = "heading"
        self.drafts.under(each.line.text.lstrip("# "))
        return True

    def _told(self, below: Look | None) -> bool:
        """Whether a line below a date line is what happened then, though it is no whole sentence: `7日` / `某会召开`."""
        if self.pending is None or self.open is not None:
            return False
        line, dated = self.pending
        if dated.when.precision == "day":
            return True
        if below is None or not is_alone(below):
            return False
        return "年" in below.text or _unit(below.text) == _unit(line.text)

    def _title(self, each: Look, start: int, stop: int) -> None:
        """A title in mid-page begins another chronicle, with a year of its own; it may stand on the line of the first entry."""
        title = each.title or each.text
        self.calendar.restart(self.frames.read(title, start, stop))
        each.line.role = each.line.role if each.title else "heading"
        self.drafts.under(title.lstrip("# "))
        self.pending, self.under = None, None

    def _vague(self, each: Look, above: Look | None) -> bool:
        """A line that opens with 春节前夕 or 近日 among entries that open with dates: an entry of a day nobody says."""
        fits = each.finished and (above is None or above.finished)
        if self.layout.dated_styles[""] < 2 or (self.layout.stops and not fits) or _vaguely().match(each.text) is None:
            return False
        each.line.role = "entry"
        dated = self.under or self.calendar.around(each.start, self.page.span)
        self.drafts.begin(Draft(each.start, each.start, None, dated, True, self.drafts.heading))
        self.drafts.fill(each.start, each.line.stop, "")
        return True

    def _text(self, each: Look, above: Look | None) -> None:
        """A line without a head: it goes on with the entry above, or belongs to the date line above it."""
        if above is None or above.finished or above.line.role == "heading":
            self.heads.doubt(each)
        if self.open is not None and self._loose(each, above):
            return
        if self.open is None and self.pending is not None:
            line, dated = self.pending
            line.role, self.pending = "entry", None
            self.drafts.begin(Draft(line.start, each.line.start, None, dated, False, self.drafts.heading))
            each.line.role = "continuation"
            self.drafts.fill(each.line.start, each.line.stop, "")
        elif self.layout.dated_last and (self.open is None or self.open.dated is None or self.layout.headlines):
            self._dated_behind(each)
        elif self.open is not None and self._another(each, above):
            each.line.role = "entry"
            self.drafts.begin(Draft(each.start, each.start, None, self.open.dated, True, self.drafts.heading))
            self.drafts.fill(each.start, each.line.stop, "")
        elif self.open is not None:
            self._continue(each, "\n")

    def _dated_behind(self, each: Look) -> None:
        """A paragraph of a page whose entries end with their date: it goes on until a date ends it."""
        found = self._behind(each.start, each.line.stop)
        if found is None and self.layout.headlines and self.open is not None:
            self._continue(each, "\n")
            return
        goes_on = self.open is not None and self.open.dated is None
        each.line.role = "continuation" if goes_on else "entry"
        if not goes_on:
            self.drafts.begin(Draft(each.start, each.start, None, None, False, self.drafts.heading))
        self.drafts.piece(each.start, found[1] if found else each.line.stop, "\n")
        if found is not None and self.open is not None:
            self.open.dated = self.calendar.entry(each.line.stop, found[0])
            if not self.layout.headlines:
                self.open.tail, self.drafts.open = each.line.stop, None

    def _another(self, each: Look, above: Look | None) -> bool:
        """Whether a paragraph under a date line tells of another event of that date, and does not go on with the one before."""
        return (
            self.under is not None
            and self.open is not None
            and self.open.dated is self.under
            and self.open.mark is None
            and above is not None
            and ((above.finished and each.finished) or not self.layout.stops)
            and each.mark is None
            and not _goes_on().match(each.text)
        )

    def _loose(self, each: Look, above: Look | None) -> bool:
        """Whether a line is no sentence and follows a finished one: what is left of the page's furniture, not of the entry."""
        full = self.layout.width > 0 and len(each.text) >= 0.75 * self.layout.width
        return (
            len(each.text) <= SHORT
            and not full
            and not each.finished
            and each.mark is None
            and above is not None
            and (above.finished or above.line.role == "paragraph")
            and not any(sign in each.text for sign in ",，。:：;；、")
        )

    def _continue(self, each: Look, joint: str) -> None:
        each.line.role = "continuation"
        self.drafts.fill(each.line.start, each.line.stop, joint)

    # ----------------------------------------------------------------------------------------------------- the entries

    def _start(self, head: Head, stop: int) -> None:
        """Opens the entry of a head at the beginning of a line."""
        draft = Draft(head.start, head.stop, head.mark, None, False, self.drafts.heading)
        if head.when is not None:
            when = head.when
            if self.layout.year_behind and (behind := said_behind(self.page.text, head.stop, when)) is not None:
                when, draft.body = behind
            draft.dated = self.calendar.entry(head.date_start, when)
            self.pending = None
        elif self.pending is not None:
            line, draft.dated = self.pending
            if draft.dated.when.precision == "day":
                line.role, draft.start = "entry", line.start
            self.pending = None
        elif (found := self._behind(draft.body, stop)) is not None:
            draft.dated, draft.tail, stop = self.calendar.entry(stop, found[0]), stop, found[1]
        else:
            self._take(draft, stop)
        self.drafts.begin(draft)
        if draft.tail is None:
            self.drafts.fill(draft.body, stop, "")
        else:
            self.drafts.piece(draft.body, stop, "")
            self.drafts.open = None

    def _behind(self, start: int, stop: int) -> tuple[When, int, int] | None:
        """The date at the end of a text on a page whose entries end with their date."""
        if not self.layout.dated_last:
            return None
        return date_behind(self.page.text, start, stop, self.page.span, self.calendar.context())

    def _take(self, draft: Draft, stop: int) -> None:
        """Gives an entry without a date at its head the date inside its sentence, else the one above."""
        same_day = draft.mark is not None and draft.mark.kind == "same-day"
        inside = None if same_day or (self.open and self.open.taken) else self._inside(draft.body, stop)
        if inside is not None:
            draft.dated = self.calendar.entry(draft.body, inside)
            return
        draft.taken = True
        last = self.drafts.found[-1] if self.drafts.found else None
        if same_day or (self.under is not None and self.under.when.precision == "day"):
            draft.dated = last.dated if last is not None else self.under
        else:
            draft.dated = self.under or self.calendar.around(draft.body, self.page.span)

    def _inside(self, start: int, stop: int) -> When | None:
        """The first date of a text that is a day, else a month, else a year that agrees with the year here."""
        found = dates.scan(
            self.page.text[start:stop],
            lambda a, b: self.page.span(a + start, b + start),
            self.calendar.context(),
        )
        year = self.calendar.year
        fits = [when for when in found if year is None or when.start.year in (None, year)]
        for precision in ("day", "part-month", "month", "year"):
            for when in fits:
                if when.precision == precision:
                    return when
        return None
