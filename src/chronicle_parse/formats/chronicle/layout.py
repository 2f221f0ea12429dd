"""The page as a whole, looked at before any line is read: what its lines open with, whether they are wrapped, whether they count."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from functools import cache
from re import Pattern

import attrs
from attrs import frozen

from chronicle_parse.formats.chronicle.front import (
    FINAL,
    behind_chrome,
    date_alone,
    dateish,
    glued_title,
    opens_chronicle,
)
from chronicle_parse.formats.items import COUNTER, Bare, Mark, bare_numbers, is_numbered, mark_at, short_dates
from chronicle_parse.formats.page import Page, PageLine
from chronicle_parse.patterns import verbose

WRAPPED = 15
"""Shorter lines are not wrapped ones."""

FEW = 4
"""Among so many dated lines a single one with month and day alone, 10.1, is one more."""


@frozen
class Look:
    """A line that is left to the format, at a glance.

    Attributes:
        line: the line.
        start: where its text begins; behind the chrome, where an entry begins on the line of some chrome.
        mark: the bullet or number it opens with.
        dated: whether a date seems to follow; no date has been read yet.
        finished: whether it ends with a sentence.
        adjoins: whether the line of text before it stands right above, without a blank line.
        fenced: whether a line about the page (发表于 …) stands between it and the line of text before it.
        title: the title that stands on the line in front of the text, "" for none.
    """

    line: PageLine
    start: int
    mark: Mark | None
    dated: bool
    finished: bool
    adjoins: bool
    fenced: bool = False
    title: str = ""

    @property
    def text(self) -> str:
        """What is to be read."""
        return self.line.text[self.start - self.line.start :]


@frozen
class Layout:
    """What the lines have in common.

    Attributes:
        looks: the lines left to the format, in order.
        numbered: whether Arabic numbers before the lines count up.
        dated_styles: how many lines open with a mark of each style ("" for none) and a date.
        width: the length of a full line where the text is wrapped hard, else 0.
        stops: whether entries end with a full stop; where they do not, a line without one says nothing.
        glued: whether dates stand right before their text, so that a season may as well: `冬全县开办冬学`.
        short: whether 05-06 or 5.22 at the head of a line is a day.
        bare: what a number alone at the head of a line means: a day, a year, or nothing.
        bare_days: whether most heads are days without their month, so that 9 may be a 9日 that was torn.
        dated_last: whether the date stands at the end of each paragraph, in brackets mostly.
        headlines: whether such paragraphs are headlines, with a text below each.
        year_behind: whether the year stands behind the day, at the head of the text: `2月1日 1941年县支部恢复活动`.
    """

    looks: tuple[Look, ...]
    numbered: bool
    dated_styles: Counter[str]
    width: int
    stops: bool
    glued: bool
    short: bool
    bare: Bare
    bare_days: bool
    dated_last: bool
    headlines: bool
    year_behind: bool

    @property
    def title(self) -> str:
        """The title that stands on the line of the first entry, "" if it has its own line."""
        return self.looks[0].title if self.looks else ""

    def parts(self) -> list[Layout]:
        """The layouts of the chronicles on the page: a title in mid-page begins another one, with habits of its own."""
        cuts = [at for at, each in enumerate(self.looks) if at and (each.title or opens_chronicle(each.text))]
        if not cuts:
            return [self]
        edges = zip([0, *cuts], [*cuts, len(self.looks)], strict=True)
        return [_layout(self.looks[start:stop]) for start, stop in edges]

    def continues(self, above: Look | None, below: Look) -> bool:
        """Whether a line goes on in mid-sentence from the one above, because the page wraps its lines."""
        return (
            self.width > 0
            and above is not None
            and below.adjoins
            and not above.finished
            and above.line.text[-1] not in ":："
            and len(above.line.text) >= 0.75 * self.width
        )


@cache
def _last() -> Pattern[str]:
    return verbose(r"""
        [(（【\[] (?: (?:\d{4}年)? (?:\d{1,2}月)? \d{1,2}日? [^()（）]{0,12} | \d{4} [-./] \d{1,2} (?: [-./] \d{1,2} (?: [至—–~～-]{1,2} [\d./-]{1,10} )? )? ) [)）】\]] [。.]? $
      | \S [ \t]+ (?:19|20)\d\d [-./] \d{1,2} [-./] \d{1,2} $
      | [。!！”)）] [\s—–-]* (?:\d{4}年)? \d{1,2}月 \d{1,2}日? (?: [^。,，]{1,8} 日 )? $
    """)


def look(page: Page, limit: int | None = None) -> Layout:
    """Looks at every line that the furniture left over, and for entries that begin on a line of furniture.

    Args:
        page: a page whose furniture is marked.
        limit: so many lines are enough.
    """
    looks: list[Look] = []
    blank_above, fenced = True, False
    for line in page.lines:
        if len(looks) == limit:
            break
        if line.role == "blank":
            blank_above = True
            continue
        start, title = line.start, ""
        glued = glued_title().match(line.text)
        if glued is not None and (not looks or opens_chronicle(glued["title"])):
            title = glued["title"]
            start += glued.end()
        elif line.role != "paragraph":
            start = behind_chrome(line)
            if start < 0:
                fenced = fenced or line.role == "metadata"
                continue
        mark = mark_at(page.text, start, line.stop)
        dated = dateish().match(page.text, mark.stop if mark else start, line.stop) is not None
        if not dated and mark is None and start == line.start and (behind := behind_chrome(line)) > 0:
            start, dated = behind, True
        looks.append(Look(line, start, mark, dated, line.text[-1] in FINAL, not blank_above, fenced, title))
        blank_above, fenced = False, False
    return _layout(looks)


def _undoubted(looks: Sequence[Look], *, numbered: bool) -> Sequence[Look]:
    """The lines without the numbers that belong to their dates (1.22日) where numbers do not count."""
    if numbered:
        return looks
    return [attrs.evolve(each, mark=None, dated=True) if each.mark and each.mark.doubtful else each for each in looks]


def _layout(looks: Sequence[Look]) -> Layout:
    """What some lines have in common."""
    numbered = is_numbered(each.mark for each in looks)
    looks = _undoubted(looks, numbered=numbered)
    styles = Counter(each.mark.style if each.mark else "" for each in looks if each.dated)
    return Layout(
        tuple(looks),
        numbered,
        styles,
        *_wrapping(looks),
        _glued(looks),
        _short(looks),
        bare_numbers(each.text if not each.dated else None for each in looks if each.mark is None),
        _bare_days(looks),
        _dated_last(looks),
        _headlines(looks),
        _year_behind(looks),
    )


def _wrapping(looks: Sequence[Look]) -> tuple[int, bool]:
    """The length of a full line where lines are wrapped in mid-sentence (else 0), and whether entries end with a stop."""
    pairs = list(itertools.pairwise(looks))
    before_dates = [above.finished for above, below in pairs if below.dated and not is_alone(above)]
    if before_dates and sum(before_dates) < 0.5 * len(before_dates):
        return 0, False
    open_ends = [
        len(above.line.text)
        for above, below in pairs
        if below.adjoins
        and not above.finished
        and above.line.text[-1] not in ":："
        and not below.dated
        and below.mark is None
    ]
    width = max(open_ends, default=0)
    return (width if width >= WRAPPED else 0), True


@cache
def _short_and_text() -> Pattern[str]:
    return verbose(rf"\d{{1,2}} [./] \d{{1,2}} [ \t]+ (?! {COUNTER} ) (?= \p{{Han}} )")


def _short(looks: Sequence[Look]) -> bool:
    """Whether month and day alone are a date: where several lines have them, or a single one among dates and text follows."""
    dated = [each for each in looks if each.dated]
    if short_dates(each.text for each in dated):
        return True
    return len(dated) >= FEW and any(_short_and_text().match(each.text) for each in dated)


@cache
def _date_and_text() -> Pattern[str]:
    return verbose(r"[\d年月日号\-—~～至、]{2,} (?<= [月日] ) [上中下]?旬? \p{Han}")


def _glued(looks: Sequence[Look]) -> bool:
    """Whether nothing parts most dates from their text."""
    found = sum(_date_and_text().match(each.text) is not None for each in looks if each.dated)
    return found >= 2 and found >= 0.6 * sum(each.dated and not is_alone(each) for each in looks)


@cache
def _bare_day() -> Pattern[str]:
    return verbose(r"\d{1,2} [ ]? [日号]")


def _bare_days(looks: Sequence[Look]) -> bool:
    """Whether most heads are days whose month stands above them."""
    days = sum(
        _bare_day().match(each.text, each.mark.stop - each.start if each.mark else 0) is not None
        for each in looks
        if each.dated
    )
    return days >= 2 and days >= 0.6 * sum(each.dated for each in looks)


def _dated_last(looks: Sequence[Look]) -> bool:
    """Whether paragraphs end with their date in brackets and do not begin with one."""
    last = sum(1 for each in looks if not each.dated and _last().search(each.text[-24:]))
    return last >= 2 and last > sum(each.dated for each in looks)


def _headlines(looks: Sequence[Look]) -> bool:
    """Whether what ends with its date is a headline: the page ends with a text without one, and most of them have a text below."""
    ends = [_last().search(each.text[-24:]) is not None for each in looks]
    texts = sum(above and not below for above, below in itertools.pairwise(ends))
    return bool(ends) and not ends[-1] and texts >= 2 and texts >= 0.6 * sum(ends)


@cache
def _day_then_year() -> Pattern[str]:
    return verbose(r"\d{1,2} 月 \d{1,2} 日 [ \t]+ (?:1\d|20)\d\d 年")


def _year_behind(looks: Sequence[Look]) -> bool:
    """Whether most days are followed by their year; a single 12月17日 2021年科普日 names the event of that year."""
    found = sum(_day_then_year().match(each.text) is not None for each in looks if each.dated)
    return found >= 2 and found >= 0.6 * sum(each.dated for each in looks)


def is_alone(each: Look) -> bool:
    """Whether a line seems to be a date and nothing else."""
    return each.dated and date_alone().match(each.text) is not None
