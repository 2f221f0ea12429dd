"""The page as a whole, looked at before any line is read: what its lines open with, whether they are wrapped, whether they count."""

from __future__ import annotations

import itertools
from collections import Counter
from functools import cache

from attrs import field, frozen
from regex import Pattern

from chronicle_parse.formats.items import Mark, is_numbered, mark_at
from chronicle_parse.formats.page import Page, PageLine
from chronicle_parse.patterns import verbose

FINAL = frozenset("。!！?？;；…”’」』》)）】]")
"""What a finished line ends with."""

WRAPPED = 15
"""Shorter lines are not wrapped ones."""


@frozen
class Look:
    """A line that is left to the format, at a glance.

    Attributes:
        line: the line.
        mark: the bullet or number it opens with.
        dated: whether a date seems to follow; no date has been read yet.
        finished: whether it ends with a sentence.
        adjoins: whether the line of text before it stands right above, without a blank line.
    """

    line: PageLine
    mark: Mark | None
    dated: bool
    finished: bool
    adjoins: bool


@frozen
class Layout:
    """What the lines have in common.

    Attributes:
        looks: the lines left to the format, in order.
        numbered: whether Arabic numbers before the lines count up.
        dated_styles: how many lines open with a mark of each style ("" for none) and a date.
        width: the length of a full line where the text is wrapped hard, else 0.
        stops: whether lines before a dated line usually end with a sentence.
    """

    looks: tuple[Look, ...]
    numbered: bool
    dated_styles: Counter[str] = field(factory=Counter)
    width: int = 0
    stops: bool = True

    def continues(self, above: Look | None, below: Look) -> bool:
        """Whether a line goes on in mid-sentence from the one above, because the page wraps its lines."""
        return (
            self.width > 0
            and above is not None
            and below.adjoins
            and not above.finished
            and len(above.line.text) >= 0.75 * self.width
        )


@cache
def dateish() -> Pattern[str]:
    """What looks like the beginning of a date: cheap, and not the last word."""
    return verbose(r"""
        [【\[［(（〔〖「『*]{0,3} [ ]? (?:
          \d{1,4} [ ]? (?: [年月日号] | [-—–~～至到、,./][ ]? \d{1,2} [ ]? (?: [月日号] | (?! \d ) ) | [-./]\d )
        | [一二三四五六七八九十元正腊冬廿卅〇零○]{1,4} (?: [月年日] | [至、到—~-] [一二三四五六七八九十]{1,3} [月日] )
        | [同是本当该] [年月日天] | 年[内初底末中] | 月[初中底末] | [上中下]旬 | 次[日年] | 翌[日年] | 民国
        | [初仲暮深]? [春夏秋冬] (?: [季天初末] | [,，、 ] ) | [上下]半年 | 第? [一二三四]季度
        )
    """)


def look(page: Page) -> Layout:
    """Looks at every line that the furniture left over."""
    looks: list[Look] = []
    above_blank = True
    for line in page.lines:
        if line.role == "blank":
            above_blank = True
        if line.role != "paragraph":
            continue
        mark = mark_at(page.text, line.start, line.stop)
        dated = dateish().match(page.text, mark.stop if mark else line.start, line.stop) is not None
        looks.append(Look(line, mark, dated, line.text[-1] in FINAL, not above_blank))
        above_blank = False
    styles = Counter(look.mark.style if look.mark else "" for look in looks if look.dated)
    width, stops = _wrapping(looks)
    return Layout(tuple(looks), is_numbered(look.mark for look in looks), styles, width, stops)


def _wrapping(looks: list[Look]) -> tuple[int, bool]:
    """The width of wrapped lines (0 where they are not wrapped), and whether lines before a date end with a sentence."""
    pairs = [(above, below) for above, below in itertools.pairwise(looks) if below.adjoins]
    before_dates = [above.finished for above, below in pairs if below.dated]
    stops = not before_dates or sum(before_dates) >= 0.7 * len(before_dates)
    open_ends = sorted(len(above.line.text) for above, below in pairs if not above.finished and not below.dated)
    if not open_ends or not stops:
        return 0, stops
    width = open_ends[-1]
    return (width if width >= WRAPPED else 0), stops
