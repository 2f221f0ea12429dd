"""Sections and items of a roundup, from the lines of a survey and how they stand to each other.

What a line is shows on the page as a whole: a short line is the heading of a section where several items follow, the
headline of an item where one paragraph follows, a caption where it repeats the paragraph above.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from functools import cache

from attrs import define, field
from regex import Pattern

from chronicle_parse.formats.items import Head, head_at, openings
from chronicle_parse.formats.page import Page, PageLine
from chronicle_parse.formats.roundup.survey import CAPTION, SHAPES, SHORT, Unit, survey, tells
from chronicle_parse.lexicon import words
from chronicle_parse.model import When
from chronicle_parse.patterns import any_of, verbose

SIGNS = frozenset("◆◇●■□★▲△▶►➤▷◎♦✦❖☆")
"""Marks that stand nowhere but before an item, so that several items may be set in one line."""

FRONT = 8
"""The period on a line of its own stands among so many first lines."""

RUNNING = 3
"""From so many dated sentences on a paragraph is a list of events, and a sentence end with a blank begins a further one."""


@define
class Draft:
    """An item in the making; offsets are clean ones.

    Attributes:
        start, stop: from its mark or date to the end of its text.
        head: mark and date in front, None where it has neither.
        pieces: the ranges of its text, without mark and date: one a line.
        tail: a date in brackets at its end.
        same_day: whether it takes the date of the item above.
        headline: whether its first piece is a headline.
    """

    start: int
    stop: int
    head: Head | None
    pieces: list[tuple[int, int]]
    tail: When | None = None
    same_day: bool = False
    headline: bool = False


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


@define
class Habits:
    """How this page sets its items.

    Attributes:
        heads: whether any line opens an item by mark or date.
        marks: the styles of marks that come with a date, or on a page without dated lines.
        tails: whether items end with their date in brackets.
        headlines: whether a short line below a heading is the headline of the item, not of the section.
    """

    heads: bool
    marks: frozenset[str]
    tails: bool
    headlines: bool


@cache
def _further() -> Pattern[str]:
    """What opens a further paragraph of the item above."""
    openers = any_of(words("continuations"))
    return verbose(rf"[ \u3000]* (?: {openers} | —— | ── | [(（] )")


@cache
def _acting() -> Pattern[str]:
    """A name that goes on acting: 张文涛指出,…; the name must stand in the item above."""
    return verbose(
        r"(?P<name> [\p{Han}·]{2,4}? ) (?: 首先 | 还 | 详细 | 一行 | 一边 | 边 | 同志 | 对 | 在 | 希望 | 强调 | 指出 | 要求 | 表示 | 说 | 认为 | 代表 | 先后 | 来到 | 走进 | 等 )"
    )


@cache
def _said() -> Pattern[str]:
    """A greeting or slogan in front of the news, not the heading of its first part."""
    return verbose(r"[,，!！?？] | 今天 | 今日 | 小编 | 编者")


@cache
def _attended() -> Pattern[str]:
    """A paragraph that only says who was there: 区长某某,区领导某某参加会议."""
    return verbose(r"""
        [^。\d]{2,120} (?: 参加 | 出席 | 列席 | 陪同 | 随行 | 参会 )
        (?: 会议 | 活动 | 调研 | 检查 | 座谈 | 仪式 | 督导 | 视察 | 慰问 | 考察 | 上述活动 )? [。]? $
    """)


@cache
def _dated() -> Pattern[str]:
    """A day in the first sentence."""
    return verbose(r"[^。]{0,80} \d [日号]")


@cache
def _issue() -> Pattern[str]:
    """What names a whole issue rather than a part of it."""
    return verbose(
        r"一周 (?! $ ) | ^ [^的]* 一周 $ | [本每双]周 | 半月 | 周[报刊] | 月[报刊] | [早晚日旬]报 | 本[月旬] | 早安 | 晚安"
    )


def lay_out(page: Page) -> Layout:
    """Sections and items of the page; gives the lines their roles."""
    _untitle(page)
    units = survey(page)
    return _Builder(page, units, _habits(units)).build()


def _untitle(page: Page) -> None:
    """A line with a mark that others have too is the first item, and no title: ★ …."""
    titles = [line for line in page.lines if line.role == "title" and line.text[:1] in SIGNS]
    signs = Counter(line.text[:1] for line in page.lines) if titles else {}
    for line in titles:
        if signs[line.text[0]] > 1:
            line.role, page.title = "paragraph", ""


def _habits(units: Sequence[Unit]) -> Habits:
    heads = [unit for unit in units if unit.kind == "head" and not _of_week(unit)]
    bare = any(unit.mark is None and unit.when is not None for unit in heads)
    dated = {unit.mark.style for unit in heads if unit.mark and unit.when}
    plain = {unit.mark.style for unit in heads if unit.mark and not unit.when}
    same_day = {unit.mark.style for unit in heads if unit.mark and unit.mark.kind == "same-day"}
    marks = dated | (plain - same_day if bare or dated else plain)
    under = alone = 0
    for before, unit, after in zip(units, units[1:], units[2:], strict=False):
        if unit.kind == "short" and after.kind in ("text", "head"):
            under += before.kind == "heading" or before.kind == "short"
            alone += before.kind in ("text", "head") and (len(unit.text) > CAPTION or tells(unit.text))
    return Habits(
        bool(heads), frozenset(marks), sum(unit.tail is not None for unit in heads) >= 2, alone >= max(under, 1)
    )


class _Builder:
    def __init__(self, page: Page, units: Sequence[Unit], habits: Habits) -> None:
        self.page = page
        self.units = units
        self.habits = habits
        self.blocks: list[Block] = []
        self.leads: list[PageLine] = []
        self.open: Draft | None = None
        self.loose = False
        self.begun = False
        self.summed = False
        self.headings = sum(unit.kind == "heading" for unit in units)
        self.days = sum(unit.kind == "day" for unit in units)

    def build(self) -> Layout:
        at = self._front()
        while at < len(self.units):
            at += self._take(at)
        self._drop_empty()
        for block in self.blocks:
            block.drafts = [draft for draft in block.drafts if any(start < stop for start, stop in draft.pieces)]
        return Layout(self.blocks, self.leads)

    def _front(self) -> int:
        """How many units stand before the news.

        All up to a line that is the period and nothing else; and all before the first heading that is one by its words,
        where no item stands before it.
        """
        title = next((line.start for line in self.page.lines if line.role == "title"), 0)
        above = sum(1 for _ in itertools.takewhile(lambda unit: unit.line.start < title, self.units))
        if above and not any(unit.kind == "head" for unit in self.units[:above]):
            self.leads += [unit.line for unit in self.units[:above]]
            return above
        front: int | None = None
        for at, unit in enumerate(self.units[:FRONT]):
            if unit.kind == "head" and not _of_week(unit):
                break
            if unit.kind == "period":
                front = at + 1
                break
            if unit.kind in ("heading", "day") and front is None:
                front = at
        self.leads += [unit.line for unit in self.units[: front or 0]]
        return front or 0

    def _drop_empty(self) -> None:
        """A day in front of the news with nothing below it is no section: 星期五(农历十月初一)."""
        last = self.blocks[-1] if self.blocks else None
        if (
            last
            and last.day
            and not last.drafts
            and last.day.when
            and last.day.when.start.year
            and last.day.when.start.day
        ):
            self.blocks.pop()  # the date of publication below the text
            last.day.line.role = "metadata"
            self.leads.append(last.day.line)
        while len(self.blocks) > 1 and self.blocks[0].day is not None and not self.blocks[0].drafts:
            block = self.blocks.pop(0)
            assert block.day is not None
            block.day.line.role = "paragraph"
            self.leads.append(block.day.line)

    # ------------------------------------------------------------------------------------------------ one line

    def _take(self, at: int) -> int:
        """Places the unit at `at`; the number of units that were used."""
        unit = self.units[at]
        if unit.kind == "day" or (unit.kind == "period" and self.days and unit.when is not None):
            self._section(unit, unit)
            return 1
        if unit.kind == "period" or (unit.kind in ("heading", "short") and self._labels(unit)):
            self.leads.append(unit.line)
            return 1
        if unit.kind == "number":
            self.open = None
            self._block(unit.line.start)
            return 1
        if unit.kind == "short" and self._more_headline(unit):
            self._continue(unit)
            return 1
        if unit.kind == "heading" or (unit.kind == "short" and self._heads_section(at)):
            self._section(unit)
            self.loose = unit.kind == "short"
            return 1 + self._headline(at + 1)
        if unit.kind == "head":
            if not self._demoted(unit):
                self._items(unit)
                return 1
            self._continue(unit)
        elif unit.kind == "caption":
            unit.line.role = "chrome"
        elif unit.kind == "short":
            self._short(at)
        else:
            self._text(unit)
        return 1

    def _more_headline(self, unit: Unit) -> bool:
        """A second line of the headline of a marked item."""
        draft = self.open
        if draft is None or draft.head is None or draft.head.mark is None or unit.gap:
            return False
        return draft.headline and all(len(self.page.text[a:b]) <= SHORT for a, b in draft.pieces)

    def _labels(self, unit: Unit) -> bool:
        """Whether a line names the whole issue: 一周工作动态; among other headings, below a title, it heads a section."""
        if self.begun or not _issue().search(unit.text):
            return False
        if self.page.title and self.headings - (unit.kind == "heading"):
            return False
        if not self.page.title:
            self.page.title, unit.line.role = unit.text.strip("【】[]〖〗 "), "title"
        return True

    def _section(self, unit: Unit, day: Unit | None = None) -> None:
        unit.line.role = "heading"
        self.blocks.append(Block(unit.text, unit.line.start, unit.line.stop, day=day))
        self.open = None

    def _headline(self, at: int) -> int:
        """Takes the short lines right below a heading, two at most, as the section's headline; how many they are."""
        units = self.units
        lines = list(itertools.takewhile(_may_be_headline, units[at : at + 3]))
        below = units[at + len(lines)] if at + len(lines) < len(units) else None
        if not lines or below is None or below.kind not in ("head", "text") or len(lines) > 2 or self.habits.headlines:
            return 0
        if len(lines) == 2 and (tells(lines[0].text) or lines[1].gap):
            return 0  # two headlines of items
        for unit in lines:
            unit.line.role = "heading"
        self.blocks[-1].headline = " ".join(unit.text for unit in lines)
        self.blocks[-1].stop = lines[-1].line.stop
        return len(lines)

    def _heads_section(self, at: int) -> bool:
        """Whether a short line without a heading's words is the heading of a section."""
        unit = self.units[at]
        below = 0
        for after in self.units[at + 1 :]:
            if after.kind not in ("head", "text"):
                break
            below += after.kind == "head" or not self._continues(after)
            if below > 1:
                break
        if at + 1 < len(self.units) and self.units[at + 1].kind == "short" and at + 2 < len(self.units):
            return not tells(unit.text) and self.units[at + 2].kind in ("head", "text") and not self.habits.headlines
        if not below and at + 1 < len(self.units) and self.units[at + 1].kind == "day":
            return not tells(unit.text) and len(unit.text) <= CAPTION
        if not below:
            # why: a page that was cut off may end in a heading, if its headings are such lines
            return self.loose and at + 1 == len(self.units) and not self.habits.headlines
        if unit.text[-1] in ",，、!！" or (not self.blocks and _said().search(unit.text)):
            return False
        marked = self.units[at + 1].mark is not None and self.open is not None and self.open.head is not None
        return (not tells(unit.text) and (below > 1 or len(unit.text) <= 8)) or (below > 1 and marked)

    def _short(self, at: int) -> None:
        unit = self.units[at]
        after = self.units[at + 1] if at + 1 < len(self.units) else None
        if _further().match(unit.text) and self.open is not None:
            self._continue(unit)
        elif not self._listed(at) and after is not None and (after.kind == "text" or _bare(after)):
            self._begin(unit, headline=True)
        elif tells(unit.text) and (self.blocks or not self.habits.heads):
            self._begin(unit)
        elif self.open is not None and not unit.gap and self.open.head is not None:
            self._continue(unit)
        elif not self.blocks:
            self.leads.append(unit.line)
        else:
            unit.line.role = "chrome"

    def _listed(self, at: int) -> bool:
        """Whether the line right above is an item of one short line: then this one is one too."""
        above = self.units[at - 1] if at else None
        alone = above is not None and above.kind == "short" and above.line.role == "entry"
        return alone and not self.units[at].gap

    def _text(self, unit: Unit) -> None:
        if self.open is None:
            waiting = not self.blocks and (self.habits.heads or self.headings + self.days)
            if waiting or unit.when is not None:
                self.leads.append(unit.line)
            else:
                self._begin(unit)
        elif self._continues(unit) or (self.open.headline and len(self.open.pieces) == 1):
            self._continue(unit)
        else:
            self._begin(unit)

    def _continues(self, unit: Unit) -> bool:
        """Whether a paragraph without mark and date belongs to the item above."""
        draft = self.open
        if draft is None:
            return _further().match(unit.text) is not None
        if draft.head is not None and draft.head.mark is not None:
            return True
        if _further().match(unit.text) or draft.headline:
            return True
        above = self.page.text[draft.start : draft.stop]
        if (found := _acting().match(unit.text)) and found["name"] in above:
            return True
        if self.blocks and self.blocks[-1].day is not None:
            return False
        if _attended().match(unit.text):
            return True
        return not _dated().match(unit.text) and not unit.gap and draft.head is not None and not tells(unit.text)

    def _demoted(self, unit: Unit) -> bool:
        """A head that goes on with the item above: the dated body of a headline."""
        return (
            self.open is not None
            and self.open.headline
            and len(self.open.pieces) == 1
            and unit.mark is None
            and unit.when is not None
            and (self.open.head is None or self.open.head.when is None)
        )

    # ------------------------------------------------------------------------------------------------ items

    def _block(self, start: int) -> Block:
        if not self.blocks:
            self.blocks.append(Block("", start, start))
        return self.blocks[-1]

    def _begin(self, unit: Unit, *, headline: bool = False) -> None:
        unit.line.role = "entry"
        stop = unit.tail[1] if unit.tail else unit.line.stop
        pieces = [(_behind_signs(self.page.text, unit.opens, stop), stop)]
        self._add(
            Draft(
                unit.line.start,
                unit.line.stop,
                unit.head,
                pieces,
                unit.tail[0] if unit.tail else None,
                headline=headline,
            )
        )

    def _add(self, draft: Draft) -> None:
        block = self._block(draft.start)
        block.drafts.append(draft)
        self.begun = True
        block.stop = draft.stop
        self.open = draft

    def _continue(self, unit: Unit) -> None:
        unit.line.role = "continuation"
        draft = self.open
        assert draft is not None
        begins = unit.opens if draft.headline and draft.head is None and unit.when is not None else unit.line.start
        if begins != unit.line.start:
            draft.head = unit.head
        draft.pieces.append((begins, unit.line.stop))
        draft.stop = self.blocks[-1].stop = unit.line.stop

    def _items(self, unit: Unit) -> None:
        """The item or items of a line that opens with a mark or date."""
        if _of_week(unit) and not self.blocks and not self.summed and (self.habits.heads or self.headings):
            self.leads.append(unit.line)  # why: the first paragraph, 本周,…, sums the week up
            self.summed = True
            return
        first = unit.head
        start = first.start if first else unit.line.start
        cuts = self._cuts(unit)
        headline = not unit.closed and unit.tail is None and len(unit.text) <= 60
        if not cuts:
            self._begin(unit, headline=headline)
            self.open_same_day(unit)
            if self.open is not None:
                self.open.start = start
            return
        unit.line.role = "entry"
        stops = [at for at, _ in cuts[0:]]
        begins: list[tuple[int, Head | None]] = [(start, first), *cuts]
        for (begin, head), stop in zip(begins, [*stops, unit.line.stop], strict=True):
            ends = begin + len(self.page.text[begin:stop].rstrip())
            body = _behind_signs(self.page.text, head.stop if head else begin, ends)
            draft = Draft(begin, ends, head, [(body, ends)], same_day=head is None or _same_day(head, self.habits))
            self._add(draft)

    def open_same_day(self, unit: Unit) -> None:
        if self.open is not None and unit.head is not None:
            self.open.same_day = _same_day(unit.head, self.habits)

    def _cuts(self, unit: Unit) -> list[tuple[int, Head | None]]:
        """Where further items begin inside the line."""
        text, stop = self.page.text, unit.line.stop
        first = unit.head
        if first is None:
            return []
        cuts: list[tuple[int, Head | None]] = []
        for at in openings(text, first.stop, stop):
            head = head_at(text, at, stop, self.page.span, SHAPES)
            if head is None:
                continue
            if first.mark is not None:
                if head.mark is not None and head.mark.style == first.mark.style:
                    cuts.append((at, head))
            elif head.mark is not None or _like(head.when, first.when):
                cuts.append((at, head))
        if first.mark is not None and first.mark.style in SIGNS:
            cuts = [(at, head_at(text, at, stop, self.page.span, SHAPES)) for at in _signs(text, first, stop)]
        if first.mark is None and len(cuts) + 1 >= RUNNING:
            taken = {place for place, _ in cuts}
            cuts += [(at, None) for at in _sentences(text, first.stop, stop) if at not in taken]
            cuts.sort(key=lambda cut: cut[0])
        return cuts


def _signs(text: str, first: Head, stop: int) -> list[int]:
    """Where the sign that opens a line stands again in it, as in ◆…◆…◆…."""
    sign = first.mark.style if first.mark else ""
    places: list[int] = []
    found = text.find(sign, first.stop, stop)
    while found >= 0:
        places.append(found)
        found = text.find(sign, found + 1, stop)
    return places


def _may_be_headline(unit: Unit) -> bool:
    """A short line below a heading; one that ends like a heading may be a headline there: 加快推进集中连片开发建设."""
    if unit.text.endswith((":", "：")):
        return False
    return unit.kind == "short" or (
        unit.kind == "heading" and unit.mark is None and len(unit.text) > CAPTION and unit.text[0] not in "【〖["
    )


def _of_week(unit: Unit) -> bool:
    """本周,…: the paragraph that sums the week up, where it stands in front."""
    return unit.mark is None and unit.when is not None and "周" in unit.when.written


def _behind_signs(text: str, start: int, stop: int) -> int:
    """Where the text begins behind a sign that stands between date and text: 12月3日 △某某."""
    while start < stop and text[start] in SIGNS:
        start += 1
    return start


def _bare(unit: Unit) -> bool:
    return unit.kind == "head" and unit.mark is None


def _like(when: When | None, first: When | None) -> bool:
    """Whether a date inside a paragraph is as fine as the one that opens it."""
    return when is not None and first is not None and (when.start.day is not None) == (first.start.day is not None)


def _same_day(head: Head, habits: Habits) -> bool:
    return (
        head.when is None
        and head.mark is not None
        and head.mark.kind == "same-day"
        and head.mark.style not in habits.marks
    )


@cache
def _sentence() -> Pattern[str]:
    return verbose(r"。 [ \u3000]+ (?= [\p{Han}《“] )")


def _sentences(text: str, start: int, stop: int) -> list[int]:
    """Where a sentence begins behind a blank."""
    return [found.end() for found in _sentence().finditer(text, start, stop)]
