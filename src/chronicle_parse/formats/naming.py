"""What a page is called, who published it and which place it is about.

The title stands among the lines before the text begins: the best of them is taken, by its words and by what stands around it.
"""

from __future__ import annotations

from functools import cache
from re import Pattern

import attrs

from chronicle_parse.fields.places import locality
from chronicle_parse.formats.page import Page, PageLine
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose

CRUMBS = 6
"""Bread crumbs that name the page stand among so many first lines."""

REMARK = 16
"""A sentence no longer than this may stand above the title: 按此,跳至主要内容。"""

LONGEST = 60
"""A longer line is no title."""

LEAD = 600
"""Characters from the top of a page in which a body may name its place: …在怀岭县第十八届人民代表大会…."""

PRESS = "政府网 | 新闻网 | 日报 | 晚报 | 特区报 | 论坛 | 家园网 | 发布"
"""How the name of a site or paper ends."""


@cache
def title_words() -> Pattern[str]:
    """The words that name a bulletin of any kind."""
    return verbose(any_of(words("titles")))


NUMERAL = "[一二三四五六七八九十]{1,3}"


@cache
def news() -> Pattern[str]:
    """A line that may be news: it opens with a date or a bullet and goes on for a sentence."""
    return verbose(rf"""
        ^ [\s\p{{So}}\p{{Po}}【△Δ]* (?: \d{{4}}年 | [一二][〇零○O一二三四五六七八九]{{3}}年 )?
          (?: (?:19|20)\d{{2}} -? [01]\d -? [0-3]\d \s (?! \d) | \d{{1,2}}月 (?: \d{{1,2}} )? | \d{{1,2}}日 | {NUMERAL}月 (?: {NUMERAL}日 | [\s,，上中下] ) | {NUMERAL}日 ) .{{12,}}
    """)


@cache
def _body() -> Pattern[str]:
    """A publisher: a line that is the name of a body or a site and nothing else."""
    return verbose(rf"""
        ^ \p{{Han}}{{2,20}} (?: 人民政府 (?:办公室|门户网站)? | 办事处 | 委员会 | 管委会 | {PRESS} ) (?: 网站? | 论坛 )? $
    """)


@cache
def _dated() -> Pattern[str]:
    """A date and nothing else, or the head of an entry or section: no title."""
    return verbose(r"""
        ^ (?: [一二三四五六七八九十〇零\d\sO○]+ [、.．年月日] | [(（\[【] \s* [\d一二三四五六七八九十]+ | 民国 | [△Δ☆◆●■▲★•·※#] | \d )
          [\d\s年月份日号至到~～—–\-－一二三四五六七八九十〇O○()（）【】\[\]上下半旬季度星期周民国时分:：、.]* (?: $ | [,，] )
    """)


def name(page: Page) -> None:
    """Finds the title and the publisher among the lines before the text begins."""
    head: list[PageLine] = []
    for line in page.lines:
        if line.role == "paragraph":
            sentence = "。" in line.text
            if len(line.text) > LONGEST or (sentence and len(line.text) > REMARK) or _opens_news(line.text):
                break
            head += [] if sentence else [line]
        if len(head) > 12:
            break
    shown = [line for line in page.lines if line.role != "blank"]
    top = max(
        (line.start for line in shown if head and line.start < head[-1].start and _crumbs().match(line.text)),
        default=-1,
    )
    best, most = None, 0
    for line in head:
        text = line.text
        if _body().match(text) and (line is head[0] or line is shown[0]):
            line.role = "metadata"
            if page.metadata.publisher is None:
                page.metadata = attrs.evolve(page.metadata, publisher=text)
            continue
        if line.start < top and title_words().sub("", text) in (text, ""):
            line.role = "chrome"  # why: above 当前位置 stand a site's name and its menu, also 要闻动态
            continue
        score = _title_score(shown, line)
        if score > most:
            best, most = line, score
    if best is not None:
        for line in head:
            line.role = "title" if line.text == best.text else line.role  # it may be printed twice
        page.title = page.title or bare_title().sub("", best.text)
    if not page.title:
        _name_from_crumbs(page, shown)


def _name_from_crumbs(page: Page, shown: list[PageLine]) -> None:
    """Where no line is a title, the last of the bread crumbs may name the page: 论坛 » 本地资讯 » 一周新闻汇总(8.12-8.18)."""
    for line in shown[:CRUMBS]:
        found = _last_crumb().match(line.text) if line.role == "chrome" else None
        if found is not None and title_words().search(found["name"]):
            line.role, page.title = "title", bare_title().sub("", found["name"])
            return


@cache
def _last_crumb() -> Pattern[str]:
    """It holds a number: a column of the site (大事记, 区情要闻) has none."""
    return verbose(r".* [>›»] \s* (?P<name> (?= [^>›»]* \d ) [^>›»。]{6,40} ) $")


@cache
def _crumbs() -> Pattern[str]:
    """Where the page says where it stands on its site."""
    return verbose(
        r"(?: 您 | 你 )? 的? (?: 现在 | 当前 | 所在 )? 的? 位置 [:：]? | .{1,20} \s? [>›»]{1,2} \s? .{1,20} \s? [>›»]{1,2}"
    )


@cache
def bare_title() -> Pattern[str]:
    """What may stand around a title: brackets around the whole, Markdown, a label, a table's border, a control."""
    control = any_of(words("chrome", how="line"))
    return verbose(rf"""
          ^ (?: [#*\s]+ | [【\[(] (?= [^】\])]* [】\])] $ ) | [【\[] 摘要 [】\]] \s*
              | [【\[] [^【】\[\]]{{2,8}} [】\]] \s* (?= .* \[ {control} \] $ ) )+   # [往事] before the name of a thread
        | (?: _ [\p{{Han}}A-Za-z0-9]{{2,12}} ){{2,}} $                              # key words and site: …_山西_某网
        | (?: \s* [\[【(] {control} [\])】] | [\s|*#]+ | (?<= ^ [【\[] .* ) [】\]] )+ $
    """)


def _opens_news(text: str) -> bool:
    """Whether the news begins with a line, so that no title comes any more."""
    return news().match(text) is not None and not _headline(text)


def _headline(text: str) -> bool:
    """A dated line that names the whole page: 2014年6月9日至6月15日政府主要活动图片."""
    found = title_words().search(text)
    return found is not None and found.end() > len(text) - 8 and not any(sign in text for sign in ",，;；。")


def _title_score(shown: list[PageLine], line: PageLine) -> int:
    text = line.text
    if "\t" in text or text[-1] in "。;；,，、:：" or _menu().match(text):
        return 0
    named = title_words().search(text) is not None
    if not named and (len(text) < 4 or (text[-1] not in "!！?？" and _dated().match(text))):
        return 0
    at = next(i for i, each in enumerate(shown) if each is line)
    before_metadata = any(each.role == "metadata" for each in shown[at + 1 : at + 4])
    first = all(each.role in ("chrome", "metadata") for each in shown[:at])
    bare = bare_title().sub("", text)
    if named and _type_size().sub("", bare) in words("titles"):
        named, first = False, True  # why: 大事记 字体(大 中 小) is the name of a column where a title follows
    threaded = bare != text and text[-1] in "]】" and text[0] not in "[【"
    return 4 * named + 4 * threaded + 2 * before_metadata + first


@cache
def _menu() -> Pattern[str]:
    """The names of the parts of a site, side by side."""
    return verbose(r"\p{Han}{2,6} (?: [ |·丨/]{1,4} \p{Han}{2,6} ){3,} $")


@cache
def _type_size() -> Pattern[str]:
    return verbose(r"\s* 字体 .* $")


def locate(page: Page) -> None:
    """The place the page is about, as it says itself, else as the caller does."""
    known = page.known.place
    found = locality(page.title, page.metadata.publisher or "", page.text[:LEAD])
    if found is None and known is not None:
        found = locality(known)
    page.place, page.place_code = (found.name, found.code) if found is not None else (known, None)
    if known and page.place and known not in page.place and page.place not in known:
        at = max(page.text.find(page.place), 0)
        message = f"the caller says {known}, the text {page.place}"
        page.report("known.conflict", "warning", message, at, at + len(page.place))
