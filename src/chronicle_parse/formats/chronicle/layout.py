"""The page as a whole, looked at before any line is read: what its lines open with, whether they are wrapped, whether they count."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from functools import cache

from attrs import frozen
from regex import Pattern

from chronicle_parse.formats.items import WEEKDAY, Bare, Mark, bare_numbers, is_numbered, mark_at, short_dates
from chronicle_parse.formats.page import Page, PageLine
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose

FINAL = frozenset("。!！?？;；…”’」』》)）】]")
"""What a finished line ends with."""

WRAPPED = 15
"""Shorter lines are not wrapped ones."""


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
    """

    line: PageLine
    start: int
    mark: Mark | None
    dated: bool
    finished: bool
    adjoins: bool
    fenced: bool = False

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
        short: whether 05-06 or 5.22 at the head of a line is a day.
        bare: what a number alone at the head of a line means: a day, a year, or nothing.
        dated_last: whether the date stands in brackets at the end of each paragraph.
        title: the title that stands on the line of the first entry, "" if it has its own line.
        year_behind: whether the year stands behind the day, at the head of the text: `2月1日 1941年县支部恢复活动`.
    """

    looks: tuple[Look, ...]
    numbered: bool
    dated_styles: Counter[str]
    width: int
    stops: bool
    short: bool
    bare: Bare
    dated_last: bool
    year_behind: bool
    title: str = ""

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
def dateish() -> Pattern[str]:
    """What looks like the beginning of a date: cheap, and not the last word."""
    return verbose(rf"""
        (?: {WEEKDAY} [ ,，]? )? [【\[［(（〔〖「『*]{{0,3}} [ ]? (?:
          \d{{1,4}} [ ]? (?: [-—–~～至到、,]{{1,2}} [ ]? \d{{1,2}} [ ]? ){{0,8}} [年月日号]
        | \d{{4}} [-./] \d{{1,2}} (?! \d ) | \d{{1,2}} [-./] \d{{1,2}} (?= [\s,，:：] )
        | [一二三四五六七八九十元正腊冬廿卅〇零○]{{1,4}} (?: [月年日] | [至、到—~-] [一二三四五六七八九十]{{1,3}} [月日] )
        | 年[内初底末中] | 月[初中底末] | [上中下]旬 | [上下]半年 | 第? [一二三四]季度 | 公元 \d
        | [初仲早暮深盛]? [春夏秋冬] (?: [季天初末] | [,，、 ] )
        | {any_of(words("date_words", base="entry"))} | 清? {any_of(words("eras"))} | {any_of(words("holidays"))}
        )
    """)


@cache
def _buried() -> Pattern[str]:
    """A date with a sentence behind it, behind chrome on the same line."""
    return verbose(r"""
        (?<= [\s>›»】|丨\])）次] ) (?P<at> (?:\d{4}年)? \d{1,2}月 (?: \d{1,2} (?:[-—~～至] \d{1,2})? 日 )? ) (?: [,，:：] | \s+ (?=\p{Han}) )
        (?! \d ) [^。]{6,} 。
    """)


@cache
def _chrome_sign() -> Pattern[str]:
    """What chrome in front of an entry shows itself by: bread crumbs, labels, bars."""
    return verbose(r"[>›»|丨【】] | [:：] | 扫一扫 | 首页 | 浏览 | 打印 | 字号 | 来源 | 分享")


@cache
def _last() -> Pattern[str]:
    return verbose(r"""
        [(（【\[] (?: (?:\d{4}年)? (?:\d{1,2}月)? \d{1,2}日? [^()（）]{0,12} | \d{4} [-./] \d{1,2} [-./] \d{1,2} ) [)）】\]] [。.]? $
      | [。!！”)）] [\s—–-]* (?:\d{4}年)? \d{1,2}月 \d{1,2}日? (?: [^。,，]{1,8} 日 )? $
    """)


def look(page: Page, limit: int | None = None) -> Layout:
    """Looks at every line that the furniture left over, and for entries that begin on a line of furniture.

    Args:
        page: a page whose furniture is marked.
        limit: so many lines are enough.
    """
    looks: list[Look] = []
    title = ""
    blank_above, fenced = True, False
    for line in page.lines:
        if len(looks) == limit:
            break
        if line.role == "blank":
            blank_above = True
            continue
        start = line.start
        if not looks and (glued := _glued_title().match(line.text)) is not None:
            title = glued["title"]
            start += glued.end()
        elif line.role != "paragraph":
            start = _behind_chrome(line)
            if start < 0:
                fenced = fenced or line.role == "metadata"
                continue
        mark = mark_at(page.text, start, line.stop)
        dated = dateish().match(page.text, mark.stop if mark else start, line.stop) is not None
        if not dated and mark is None and start == line.start and (behind := _behind_chrome(line)) > 0:
            start, dated = behind, True
        looks.append(Look(line, start, mark, dated, line.text[-1] in FINAL, not blank_above, fenced))
        blank_above, fenced = False, False
    styles = Counter(each.mark.style if each.mark else "" for each in looks if each.dated)
    return Layout(
        tuple(looks),
        is_numbered(each.mark for each in looks),
        styles,
        *_wrapping(looks),
        short_dates(each.text for each in looks),
        bare_numbers(each.text for each in looks if not each.dated and each.mark is None),
        _dated_last(looks),
        _year_behind(looks),
        title,
    )


@cache
def title_words() -> Pattern[str]:
    """The words that name a chronicle."""
    return verbose(any_of(words("titles", format="chronicle")))


HEAD = 12
"""So many of the first lines may hold a title."""


@cache
def _entry_head() -> Pattern[str]:
    """A day (or a month in points) with something behind it: no title begins so."""
    return verbose(r"""
        \W{0,3} (?: (?:周|星期)[一二三四五六日天] \W+ )? (?:
          (?: \d{4} [ ]? [年./-] )? [ ]? \d{1,2} [ ]? [月./-] [ ]? \d{1,2} | \d{4} \. \d\d (?= \s ) | \d{1,2} 日
        ) [^。]* \p{Han}{2}
    """)


def reclaim_title(page: Page) -> None:
    """Gives a line back that was taken for the title because it is short and among the first, though it is an entry's."""
    shown = [line for line in page.lines if line.role in ("title", "paragraph")][: HEAD + 1]
    for at, line in enumerate(shown):
        if line.role != "title" or title_words().search(line.text):
            continue
        under_date = at > 0 and _alone().match(shown[at - 1].text) is not None
        below = shown[at + 1].text if at + 1 < len(shown) else ""
        mark = mark_at(line.text, 0, len(line.text))
        other = mark_at(below, 0, len(below))
        alike = mark is not None and other is not None and mark.style == other.style != "|"
        dated = _entry_head().match(line.text) is not None and dateish().match(below) is not None
        if under_date or alike or dated:
            line.role, page.title = "paragraph", ""


@cache
def _glued_title() -> Pattern[str]:
    """A title with the first entry right behind it, on one line."""
    return verbose(rf"""
        (?P<title> [^。,，;；]{{0,30}}? {any_of(words("titles", format="chronicle"))} (?: [(（] [^()（）]{{1,20}} [)）] )? )
        \s* (?= (?:\d{{4}}年)? \d{{1,2}} 月 (?: \d{{1,2}} 日 )? [,，\s\p{{Han}}] [^。]{{6,}} 。 )
    """)


def _behind_chrome(line: PageLine) -> int:
    """Where an entry begins on a line that begins with chrome; -1 if none does."""
    if "月" not in line.text or "。" not in line.text:
        return -1
    found = _buried().search(line.text)
    if found is None or _chrome_sign().search(line.text, 0, found.start("at")) is None:
        return -1
    if any(sign in line.text[: found.start("at")] for sign in "。;；"):
        return -1
    return line.start + found.start("at")


@cache
def _alone() -> Pattern[str]:
    """A line that is a date and nothing else, as far as a glance can tell."""
    return verbose(r"[\d一二三四五六七八九十元〇零○年月日号民国至到~～—–\-.()（）【】\[\]# 上中下旬份度]{2,24}$")


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


def _dated_last(looks: Sequence[Look]) -> bool:
    """Whether paragraphs end with their date in brackets and do not begin with one."""
    last = sum(1 for each in looks if not each.dated and _last().search(each.text[-24:]))
    return last >= 2 and last > sum(each.dated for each in looks)


@cache
def _day_then_year() -> Pattern[str]:
    return verbose(r"\d{1,2} 月 \d{1,2} 日 [ \t]+ (?:1\d|20)\d\d 年")


def _year_behind(looks: Sequence[Look]) -> bool:
    """Whether most days are followed by their year; a single 12月17日 2021年科普日 names the event of that year."""
    found = sum(_day_then_year().match(each.text) is not None for each in looks if each.dated)
    return found >= 2 and found >= 0.6 * sum(each.dated for each in looks)


def is_alone(each: Look) -> bool:
    """Whether a line seems to be a date and nothing else."""
    return each.dated and _alone().match(each.text) is not None


@cache
def _second_column() -> Pattern[str]:
    """An entry that begins behind a gap in the middle of a line whose own entry has not ended."""
    return verbose(r"[^。;；!！?？”)）\s] [ \t]+ (?P<month>\d{1,2}) 月 \d{1,2} 日 (?: [,，] | [ ] | \p{Han} )")


def interleaved(looks: Sequence[Look]) -> bool:
    """Whether two columns were read line by line, so that their entries are mixed: nothing can be parsed then.

    Heads stand below unfinished lines, and their days zigzag while every other one goes up.
    """
    second = [(_key(each.text), _second_column().search(each.text)) for each in looks if each.dated]
    if sum(key is not None and found is not None and int(found["month"]) != key[0] for key, found in second) >= 2:
        return True
    heads = [(above, below) for above, below in itertools.pairwise(looks) if below.dated and below.adjoins]
    if len(heads) < 4 or sum(not above.finished for above, _ in heads) < 0.6 * len(heads):
        return False
    keys = [key for _, below in heads if (key := _key(below.text)) is not None]
    steps = [b > a for a, b in itertools.pairwise(keys) if a != b]
    zigzags = sum(a != b for a, b in itertools.pairwise(steps))
    skipping = [a <= b for a, b in zip(keys, keys[2:], strict=False)]
    return len(steps) >= 3 and zigzags >= 0.7 * (len(steps) - 1) and sum(skipping) >= 0.7 * len(skipping)


@cache
def _day() -> Pattern[str]:
    return verbose(r"[^\d\p{Han}]{0,3} (?:\d{4}年)? (?P<month>\d{1,2}) 月 (?: (?P<day>\d{1,2}) )?")


def _key(text: str) -> tuple[int, int] | None:
    found = _day().match(text)
    return (int(found["month"]), int(found["day"] or 0)) if found else None
