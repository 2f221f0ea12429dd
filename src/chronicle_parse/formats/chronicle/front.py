"""What stands around the entries of a page: the title, also glued to the first one, and chrome on the line of an entry."""

from __future__ import annotations

from functools import cache
from re import Pattern

from chronicle_parse.formats.items import WEEKDAY, lead, mark_at
from chronicle_parse.formats.page import Page, PageLine
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose

FINAL = frozenset("。!！?？;；…”’」』》)）】]")
"""What a finished line ends with."""

HEAD = 12
"""So many of the first lines may hold a title."""


@cache
def dateish() -> Pattern[str]:
    """What looks like the beginning of a date: cheap, and not the last word."""
    return verbose(rf"""
        (?: {WEEKDAY} [ ,，]? | {lead().pattern} )? [【\[［(（〔〖「『*]{{0,3}} [ ]? (?:
          \d{{1,4}} [ ]? (?: [-—–~～至到、,]{{1,2}} [ ]? \d{{1,2}} [ ]? ){{0,8}} [年月日号]
        | (?:19|20) \d{{6}} (?! [\d.] ) | (?: 1[89] | 20 ) \d\d $ | \d{{4}} [-./] \d{{1,2}} (?! \d ) | \d{{1,2}} [-./] \d{{1,2}} (?: [-—–~～至] \d{{1,2}} [./] \d{{1,2}} )? (?= [日号]? [\s,，:：\]】〕』」)）] | [—–~～至] | [(（] (?: 周 | 星期 )? [一二三四五六日] [)）] | (?<= [-/] \d{{1,2}} ) $ )
        | [一二三四五六七八九十元正腊冬廿卅〇零○]{{1,4}} (?: [月年日] | [至、到—~-] [一二三四五六七八九十]{{1,3}} [月日] )
        | 年[内初底末中终] | 月[初中底末] | [上中下]旬 | [上下]半年 | 第? [一二三四]季度 | 公元 \d
        | [初仲早暮深盛]? [春夏秋冬] (?: [季天初末] | [,，、 \]】〕』」)）] )
        | {any_of(words("date_words", base="entry"))} | (?: {any_of(words("entry_heads", role="dynasty"))} (?: \p{{Han}}{{1,2}} [宗祖帝] )? )? {any_of(words("eras"))} | {any_of(words("holidays"))}
        )
    """)


@cache
def date_alone() -> Pattern[str]:
    """A line that is a date and nothing else, as far as a glance can tell."""
    return verbose(r"[\d一二三四五六七八九十元〇零○年月日号民国至到~～—–\-./()（）【】\[\]# 上中下旬份度]{2,24}$")


@cache
def title_words() -> Pattern[str]:
    """The words that name a chronicle."""
    return verbose(any_of(words("titles", format="chronicle")))


LONGEST_TITLE = 60
"""A longer line is no title."""


def opens_chronicle(text: str) -> bool:
    """Whether a line is the title of a chronicle and nothing else, so that another one begins with it in mid-page.

    >>> opens_chronicle("某县大事记(1988年,上半年)"), opens_chronicle("3月5日 大事记编写会召开")
    (True, False)
    """
    if len(text) > LONGEST_TITLE or (text[-1] in FINAL and text[-1] not in ")）"):
        return False
    plain = _remark().sub("", text)
    found = title_words().search(plain)
    if found is None or any(sign in plain for sign in ",，。;；:：《"):
        return False
    behind = plain[found.end() :].strip()
    return len(behind) <= 2 or behind[0] in "-—·" or behind[0].isdigit()


@cache
def _remark() -> Pattern[str]:
    """What may stand beside the name of a chronicle and hold a comma: (1950年,下半年), 【大事记】 in front, ,2020年5月 behind."""
    date = r"(?: \d{4} \s? 年? | [上下]半年 | 第? [一二三四]季度 ) [\d年月份至—–~～\s-]{0,20}"
    return verbose(rf"(?<= .. ) [(（] [^()（）]* [)）] | ^ [【\[] [^【】\[\]]* [】\]] (?= . ) | [,，] \s? {date} $")


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
        under_date = at > 0 and date_alone().match(shown[at - 1].text) is not None
        below = shown[at + 1].text if at + 1 < len(shown) else ""
        mark = mark_at(line.text, 0, len(line.text))
        other = mark_at(below, 0, len(below))
        alike = mark is not None and other is not None and mark.style == other.style != "|"
        dated = _entry_head().match(line.text) is not None and dateish().match(below) is not None
        if under_date or alike or dated:
            line.role, page.title = "paragraph", ""


@cache
def glued_title() -> Pattern[str]:
    """A title with the first entry right behind it, on one line; 3月5日 县志办编写大事记 is no title."""
    return verbose(rf"""
        (?! (?: \d{{4}}年 )? (?: \d{{1,2}}月 )? \d{{1,2}}日 | (?: \d{{4}}年 )? \d{{1,2}}月 [ ,，] ) (?P<title> [^。,，;；]{{0,30}}? {any_of(words("titles", format="chronicle"))} (?: [(（] [^()（）]{{1,20}} [)）] )? )
        \s* (?= (?:\d{{4}}年)? \d{{1,2}} 月 (?: \d{{1,2}} 日 )? [,，\s\p{{Han}}] [^。]{{6,}} 。 )
    """)


def behind_chrome(line: PageLine) -> int:
    """Where an entry begins on a line that begins with chrome; -1 if none does."""
    if "月" not in line.text or "。" not in line.text:
        return -1
    found = _buried().search(line.text)
    if found is None or _chrome_sign().search(line.text, 0, found.start("at")) is None:
        return -1
    if any(sign in line.text[: found.start("at")] for sign in "。;；"):
        return -1
    return line.start + found.start("at")


CLOSERS = frozenset("】])）①②③④⑤⑥⑦⑧⑨⑩")
"""With what a control or the sign of a footnote behind an entry ends."""


@cache
def _controls_behind() -> Pattern[str]:
    """What stands behind an entry on its line and is none of it: 【打印】【关闭】, 【责任编辑:某某】, the sign of a footnote."""
    said = (
        rf"{any_of(words('chrome', how='line'))} | {any_of(words('chrome', how='role'))} [ ]? [:：] [^】\])）]{{1,20}}"
    )
    note = r"(?<= [。!！?？”] ) (?: [①-⑩] | \[ \d{1,2} \] )"
    return verbose(rf"(?: \s* [【\[(（] \s* (?: {said} ) \s* [】\])）] | {note} )+ $")


def without_controls(text: str) -> int:
    """How long the text of an entry is without the controls behind it.

    >>> text = "3月5日,新馆开放。 【打印】【关闭】"
    >>> text[: without_controls(text)]
    '3月5日,新馆开放。'
    """
    found = _controls_behind().search(text, max(len(text) - 60, 0))
    return found.start() if found else len(text)


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
    return verbose(rf"[>›»|丨【】:：] | {any_of(words('chrome'))}")
