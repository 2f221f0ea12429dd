"""Sections and items of a roundup, from the lines of a survey and how they stand to each other.

What a line is shows on the page as a whole: a short line is the heading of a section where several items follow, the
headline of an item where one paragraph follows, a caption where it repeats the paragraph above.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from chronicle_parse.formats.page import Page
from chronicle_parse.formats.roundup.continuation import goes_on, names_day, opens_further, remarks
from chronicle_parse.formats.roundup.drafts import Draft, Layout
from chronicle_parse.formats.roundup.front import greeting, issue, untitle, welcome
from chronicle_parse.formats.roundup.habits import Habits, read_habits
from chronicle_parse.formats.roundup.headings import tells, tells_again
from chronicle_parse.formats.roundup.making import Sections
from chronicle_parse.formats.roundup.running import further_items, labelled_items
from chronicle_parse.formats.roundup.survey import survey
from chronicle_parse.formats.roundup.units import CAPTION, SHORT, Unit

FRONT = 8
"""The period on a line of its own, or the first heading, stands among so many first lines."""


def lay_out(page: Page) -> Layout:
    """Sections and items of the page; gives the lines their roles."""
    untitle(page)
    units = survey(page)
    return _Builder(page, units, read_habits(units)).build()


class _Builder:
    """Walks down the lines once.

    Attributes:
        made: the sections and items so far.
        loose: whether the last heading was one only by where it stood.
        summed: whether a paragraph summed the week up.
    """

    def __init__(self, page: Page, units: Sequence[Unit], habits: Habits) -> None:
        self.page = page
        self.units = units
        self.habits = habits
        self.made = Sections(page, habits)
        self.loose = False
        self.summed = False

    def build(self) -> Layout:
        at = self._front()
        self.made.leads += [unit.line for unit in self.units[:at]]
        while at < len(self.units):
            at += self._take(at)
        return self.made.layout()

    def _front(self) -> int:
        """How many units stand before the news.

        All above the title; all up to a line that is the period and nothing else; and all before the first heading that is
        one by its words: where no item stands before it.
        """
        title = next((line.start for line in self.page.lines if line.role == "title"), 0)
        front = sum(1 for _ in itertools.takewhile(lambda unit: unit.line.start < title, self.units))
        if any(unit.kind == "head" for unit in self.units[:front]):
            front = 0
        heading: int | None = None
        for at, unit in enumerate(self.units[front : front + FRONT], front):
            if unit.kind == "head" and not unit.of_week:
                break
            if unit.kind == "period":
                return at + 1
            if unit.kind in ("heading", "day") and heading is None:
                heading = at
        return front if heading is None else heading

    # ------------------------------------------------------------------------------------------------ one line

    def _take(self, at: int) -> int:
        """Places the unit at `at`; the number of units that were used."""
        unit = self.units[at]
        match unit.kind:
            case "day" | "period":
                self._days(unit)
            case "heading":
                return self._heading(at)
            case "short":
                return self._short(at)
            case "number":
                self.made.block(unit.line.start)
                self.made.open = None
            case "keyword":
                self._keyword(at)
            case "head":
                self._head(at)
            case "text":
                self._text(unit)
            case "record" | "field":
                self._record(at)
            case "caption":
                unit.line.role = "chrome"
        return 1

    def _days(self, unit: Unit) -> None:
        """A day heads the items below it, and so does a range of days among them; another one leads up to the news."""
        if unit.kind == "day" or (self.habits.days and unit.when is not None):
            self.made.section(unit, unit)
        else:
            self.made.leads.append(unit.line)

    def _keyword(self, at: int) -> None:
        """关键词:招商 belongs to the item below it, unless that one has a mark of its own."""
        if at + 1 < len(self.units) and self.units[at + 1].mark is None:
            self.made.begin(self.units[at], headline=True, keyword=True)
        else:
            self.units[at].line.role = "chrome"

    def _heading(self, at: int) -> int:
        """A heading by its words; where it stands it may all the same be what happened, or a headline."""
        unit = self.units[at]
        if self._labels(unit):
            self.made.leads.append(unit.line)
        elif self._under_new_day() and self._nothing_below(at):
            self.made.begin(unit)  # why: 1月5日 / 获批示范园区 / 1月6日
        elif self._heads_item(at):
            self.made.begin(unit, headline=True)
        else:
            return self._headed(at)
        return 1

    def _headed(self, at: int) -> int:
        """Opens the section of a heading, with its headline."""
        self.made.section(self.units[at])
        self.loose = self.units[at].kind == "short"
        return 1 + self._headline(at + 1)

    def _head(self, at: int) -> None:
        """A line that opens with a mark or date."""
        unit = self.units[at]
        if self._body_of_headline(at):
            self.made.go_on(unit)
        elif self._dated_headline(at):
            self.made.begin(unit, headline=True)
        else:
            self._items(unit)

    def _record(self, at: int) -> None:
        """A line of a record: the first one belongs to the line right above it that no item before it has."""
        unit, above = self.units[at], self.units[at - 1] if at else None
        headline = above is not None and above.line.role == "entry" and above.kind != "record"
        if self.made.open is not None and (unit.kind == "field" or headline):
            self.made.go_on(unit)
        else:
            self.made.begin(unit)

    def _labels(self, unit: Unit) -> bool:
        """Whether a line names the whole issue: 一周工作动态; among other headings, below a title, it heads a section."""
        if self.made.begun or not issue().search(unit.text):
            return False
        if self.page.title and self.habits.headings - (unit.kind == "heading"):
            return False
        if not self.page.title:
            self.page.title, unit.line.role = unit.text.strip("【】[]〖〗 "), "title"
        return True

    def _short(self, at: int) -> int:
        """A short line: a label of the issue, a second line of a headline, a heading by where it stands, or of an item."""
        unit = self.units[at]
        if self._labels(unit):
            self.made.leads.append(unit.line)
        elif self._more_headline(unit):
            self.made.go_on(unit)
        elif self._heads_section(at):
            return self._headed(at)
        else:
            self._short_item(at)
        return 1

    def _short_item(self, at: int) -> None:
        """A short line that heads no section: the headline of an item, an item by itself, or nothing."""
        unit = self.units[at]
        after = self.units[at + 1] if at + 1 < len(self.units) else None
        if opens_further(unit.text) and self.made.open is not None:
            self.made.go_on(unit)
        elif after and (after.unmarked or tells_again(unit.text, after.text)) and not self._listed(at):
            self.made.begin(unit, headline=True)
        elif (
            self._under_new_day()
            or (tells(unit.text) and (self.made.blocks or not self.habits.heads))
            or (self._under_heading() and self._nothing_below(at))
        ):
            self.made.begin(unit)
        elif self.made.open is not None and not unit.gap and self.made.open.head is not None:
            self.made.go_on(unit)
        elif self.made.blocks:
            unit.line.role = "chrome"
        else:
            self.made.leads.append(unit.line)

    def _heads_item(self, at: int) -> bool:
        """Whether a longer line that ends like a heading (…任免一批干部) is the headline of the one item below it.

        It is where the page sets headlines above its items, or where a number stands above it.
        """
        unit, above = self.units[at], self.units[at - 1] if at else None
        if unit.mark is not None or len(unit.text) <= CAPTION or unit.text[0] in "【〖[" or unit.text[-1] in ":：":
            return False
        numbered = above is not None and above.kind == "number"
        return (numbered or self.habits.headlines) and self._items_below(at) == 1

    def _under_new_day(self) -> bool:
        """Whether the line above is a day: then this one is what happened on it."""
        return bool(self.made.blocks) and self.made.blocks[-1].day is not None and not self.made.blocks[-1].drafts

    def _under_heading(self) -> bool:
        """Whether the line above is a heading that gathers nothing yet."""
        return (
            bool(self.made.blocks)
            and bool(self.made.blocks[-1].heading)
            and not self.made.blocks[-1].drafts
            and not self.loose
        )

    def _nothing_below(self, at: int) -> bool:
        """Whether the page ends here or goes on with a further day or section."""
        return at + 1 == len(self.units) or self.units[at + 1].kind in ("day", "heading")

    def _listed(self, at: int) -> bool:
        """Whether the line right above is an item of one short line: then this one is one too."""
        above = self.units[at - 1] if at else None
        alone = above is not None and above.kind == "short" and above.line.role == "entry"
        return alone and not self.units[at].gap

    def _text(self, unit: Unit) -> None:
        """A paragraph: it leads up to the news, goes on with an item, or is one."""
        labelled = labelled_items(self.page, unit)
        if self.made.open is None and not labelled:
            before_news = not self.made.blocks and (self.habits.heads or self.habits.headings or self.habits.days)
            greets = not self.made.begun and welcome().match(unit.text) is not None
            if (before_news and not names_day(unit.text)) or unit.when is not None or greets:
                self.made.leads.append(unit.line)
            else:
                self.made.begin(unit)
            return
        if labelled:
            self.made.several(unit, labelled)
        elif self.made.open is not None and self._goes_on(unit, self.made.open):
            self.made.go_on(unit)
        else:
            self.made.begin(unit)

    def _goes_on(self, unit: Unit, draft: Draft) -> bool:
        return goes_on(
            unit, draft, self.page.text[draft.start : draft.stop], under_day=self.made.blocks[-1].day is not None
        )

    # ------------------------------------------------------------------------------------------------ sections

    def _headline(self, at: int) -> int:
        """Takes the short lines right below a heading, two at most, as the section's headline; how many they are."""
        lines = list(itertools.takewhile(self._may_be_headline, self.units[at : at + 3]))
        below = self.units[at + len(lines)] if at + len(lines) < len(self.units) else None
        if not lines or len(lines) > 2 or below is None or below.kind not in ("head", "text") or self.habits.headlines:
            return 0
        if len(lines) == 2 and (tells(lines[0].text) or lines[1].gap):
            return 0  # two headlines of items
        for unit in lines:
            unit.line.role = "heading"
        self.made.blocks[-1].headline = " ".join(unit.text for unit in lines)
        self.made.blocks[-1].stop = lines[-1].line.stop
        return len(lines)

    def _may_be_headline(self, unit: Unit) -> bool:
        """A short line below a heading; one that ends like a heading may be a headline there: 加快推进集中连片开发建设."""
        if unit.text.endswith((":", "：")) or _quoted(unit.text):
            return False
        like_heading = unit.kind == "heading" and unit.mark is None and unit.text[0] not in "【〖["
        longer = CAPTION // 2 if self.habits.subtitles else CAPTION
        return unit.kind == "short" or (like_heading and len(unit.text) > longer)

    def _heads_section(self, at: int) -> bool:
        """Whether a short line without a heading's words is the heading of a section, by what stands below it."""
        unit, below = self.units[at], self.units[at + 1 : at + 3]
        if self._under_new_day() or _quoted(unit.text):
            return False
        if not below:
            # why: a page that was cut off may end in a heading, if its headings are such lines
            return self.loose and not self.habits.headlines
        if below[0].kind == "day":
            return len(unit.text) <= CAPTION and not tells(unit.text)
        if below[0].kind == "short":
            over_item = len(below) > 1 and below[1].kind in ("head", "text")
            return over_item and not tells(unit.text) and not self.habits.headlines
        items = self._items_below(at)
        if not items or unit.text[-1] in ",，、!！" or (not self.made.blocks and greeting().search(unit.text)):
            return False
        if tells(unit.text):
            return (
                items > 1
                and below[0].mark is not None
                and self.made.open is not None
                and self.made.open.head is not None
            )
        above = self.units[at - 1] if at else None
        if items > 1:
            return True
        numbered = above is not None and above.kind == "number"
        return len(unit.text) <= CAPTION and not numbered and not tells_again(unit.text, below[0].text)

    def _items_below(self, at: int) -> int:
        """How many items stand below a line before the next short one, two at most."""
        items = 0
        for unit in self.units[at + 1 :]:
            if unit.kind not in ("head", "text") or items > 1:
                break
            items += unit.kind == "head" or not items or not (opens_further(unit.text) or remarks(unit))
        return items

    # ------------------------------------------------------------------------------------------------ items

    def _items(self, unit: Unit) -> None:
        """The item or items of a line that opens with a mark or date."""
        first = unit.of_week and not self.made.blocks and not self.summed
        if first and (
            self.habits.headings or (self.habits.heads and not tells(self.page.text[unit.opens : unit.line.stop]))
        ):
            self.made.leads.append(unit.line)  # why: the first paragraph, 本周,…, sums the week up
            self.summed = True
            return
        cuts = further_items(self.page, unit)
        if not cuts:
            self.made.begin(unit, headline=not unit.closed and unit.tail is None and len(unit.text) <= SHORT + CAPTION)
            return
        self.made.several(unit, cuts)

    def _body_of_headline(self, at: int) -> bool:
        """Whether a dated paragraph is the text of the headline above it."""
        unit = self.units[at]
        draft = self.made.open
        if draft is None or not draft.waiting or unit.when is None or (draft.head is not None and draft.head.when):
            return False
        return unit.mark is None or self._marked_apart(at, draft)

    def _marked_apart(self, at: int, draft: Draft) -> bool:
        """Whether headlines have a mark of their own, and each has one item below it: ▌… over ※…."""
        unit, above = self.units[at].mark, draft.head.mark if draft.head else None
        if unit is None or above is None or "number" in (unit.kind, above.kind) or unit.style == above.style:
            return False
        below = self.units[at + 1].mark if at + 1 < len(self.units) else None
        return below is None or below.style != unit.style

    def _dated_headline(self, at: int) -> bool:
        """Whether a line with its day in brackets at its end is the headline of the paragraph below: 安全再部署(10月8日)."""
        unit = self.units[at]
        if unit.tail is None or unit.line.stop - unit.line.start > SHORT or at + 1 == len(self.units):
            return False
        body, below = self.page.text[unit.opens : unit.tail[1]].rstrip(), self.units[at + 1]
        return (
            body[-1:] not in "。!！?？;；"
            and below.kind == "text"
            and below.tail is None
            and (self.habits.spaced or not below.gap)
        )

    def _more_headline(self, unit: Unit) -> bool:
        """A second line of the headline of a marked item, or the headline below its keyword."""
        draft = self.made.open
        if draft is None or not draft.headline or (unit.gap and not draft.keyword):
            return False
        if not draft.marked and not (draft.keyword and draft.waiting):
            return False
        return all(stop - start <= SHORT for start, stop in draft.pieces)


def _quoted(text: str) -> bool:
    """Whether a line is all in quotation marks, as the headlines of items are on some pages: 「主任会议定了这些事」."""
    return text[0] in "「“" and text[-1] in "」”"
