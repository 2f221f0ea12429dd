"""The furniture of a page, alike in every format: its title, what it says about itself, and the chrome around the text.

`furnish` runs before a format reads the page. It sets the roles "chrome", "metadata" and "title"; every other line is left
to the format. A line that may hold news is never taken: when in doubt it stays a paragraph.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache
from re import Pattern

import attrs

from chronicle_parse.formats import metadata
from chronicle_parse.formats.items import record_lines
from chronicle_parse.formats.naming import PRESS, bare_title, locate, name, news, title_words
from chronicle_parse.formats.page import Page, PageLine
from chronicle_parse.formats.printed import mark_printed, page_number
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose

CARD = 4
"""So many labelled lines in a row are a catalogue card."""

NAME = 12
"""The name of who posts in a forum is shorter."""

DAYS = 3
"""From so many lines that open with a day on, it is that of what was done; one or two may be those of the page."""

READ = 16
"""A broadcast reads its headlines in fewer lines."""

LISTED = 2
"""A table of contents has so many lines."""

SHORT = 80
"""Longer lines are never chrome by their shape: they may hold news."""


@cache
def _chrome() -> Pattern[str]:
    """A line that is furniture by its words or by its shape."""
    return verbose(rf"""
        ^ (?: [\W_]* {any_of(words("chrome", how="line"))} [\W_]* $          # a control and signs around it
        | (?: [\W\d_]* {any_of(words("chrome", how="line"))} ){{2,}} [\W\d_]* $  # several: 打印 收藏 关闭
        | (?: [\W_]* {any_of(words("chrome", how="role"))} [人员者]? [ ]? [:：|丨/] [ ]* [\p{{Han}}A-Za-z· 、]{{1,24}} ){{1,6}} [\W_]* $  # who made it
        | [^。,，]{{1,30}} (?: …+ | \.{{3,}} | ·{{3,}} ) \s* \d+ $                    # a table of contents
        | 共 [ ]? \d+ [ ]? 页 .* | \d{{1,2}}-\d{{1,2}} \s+ \d{{1,2}}:\d\d $
        | [^。]{{0,20}} (?: (?: 点赞 | 在看 | 转发 | 收藏 | 关注 | 评论 | 分享 ) [^。]{{0,6}} ){{2,}} $
        | [•·▪\s|【\[]* {any_of([*words("chrome", how="start"), *words("chrome", how="tail")])}
        | .* {any_of(words("chrome", how="in"))}
        | 首页 (?: [\s|]+ \p{{Han}}{{2,6}} ){{2,}} \s* $                            # a menu: 首页 要闻 镇街
        | [^。]* 首页 \s* [>›»/|丨]  | [^。]{{1,20}} \s [>›»?] \s [^。]{{1,20}} \s [>›»?] .*   # bread crumbs; damage makes ? of their signs
        | https?:// \S+ \s* $ | www\. \S+ \s* $
        | [>›»] \s* [^。]{{1,40}} $ | [^。]{{1,24}} (?: >>|» ) [^。]{{1,24}} (?: >>|» ) [^。]{{0,40}} $    # more of them
        | \S* \. (?: jpe?g | png | gif | bmp | pdf | docx? | xlsx? | pptx? | wps | mp[34] | rar | zip ) \s* $
        | [\W_]+ $                                                            # rules, table borders, arrows
        | [^。,，]{{0,16}} [↓⇩⬇👇]+ \W* $                                        # what is below: 戳图片看新闻↓↓↓
        | 第 \s* \d+ \s* 页 .* | {page_number().pattern}
        | (?: Rank: \s? \d+ )+ $ | 查看: .* 回复: .*
        | 视频: .* | \S{{2,20}} 视频 $ | 【? (?: 来源 | 责任?编辑? | 记者 ) [:：丨|] [^。]* $
        | [(（] (?! [一二三四五六七八九十]{{1,2}} [月日] ) (?: 记者 | 通讯员 | 摄影 | 文/图? | 图/文? )? \s* \p{{Han}} \s? \p{{Han}}{{1,2}} [)）] $   # a pen name alone
        | [(（] [^()（）]{{2,30}} (?: 提供 | 供稿 | 整理 | 摄 ) [)）] $
        | \p{{Han}} [^。,，]{{1,20}} \s 摄 $ | [^。]{{1,40}} [(（] \p{{Han}} \s? \p{{Han}}{{1,3}} \s? 摄 [)）] $ | 图 [一二三四五六七八九十\d]{{0,2}} [:：] [^。]{{1,40}} $
        )
    """)


@cache
def _tail() -> Pattern[str]:
    """What begins the part of a page that comes after the text."""
    return verbose(rf"^ [\W_]* {any_of(words('chrome', how='tail'))}")


@cache
def _day_first() -> Pattern[str]:
    """A day at the head of a line, alone or with what was done on it."""
    return verbose(r"(?:19|20)\d\d [-/.] \d{1,2} [-/.] \d{1,2} (?: $ | (?! [\d ]* \d [:：] ) (?: \D | - \d ) .* )")


def furnish(page: Page) -> None:
    """Gives chrome, metadata and title lines their roles and fills `page.metadata`, `page.title` and `page.place`."""
    days = sum(_day_first().match(line.text) is not None for line in page.lines)
    records = record_lines(page.lines)
    for line in page.lines:
        heads = line.start in records or (days >= DAYS and _day_first().match(line.text) is not None)
        if line.role == "paragraph" and len(line.text) <= SHORT and not heads:
            _judge(page, line)
    mark_printed(page)
    _contents(page)
    if not records:
        _catalogue(page)
    _answers(page)
    _close(page)
    _foot(page)
    name(page)
    locate(page)


def _judge(page: Page, line: PageLine) -> None:
    text = line.text
    chrome = _chrome().match(text) is not None and not news().match(text)
    values = metadata.labelled(text)
    if values and (chrome or len(values) > 1 or _only_labels(text) or _stamp_and_label(text)):
        line.role = "metadata"
        page.metadata = metadata.merge(page.metadata, values)
        if page.metadata.published is None:
            page.metadata = attrs.evolve(page.metadata, published=metadata.published(text))
        if "title" in values and not page.title:
            page.title = bare_title().sub("", text.replace("：", ":", 1).partition(":")[2].strip())
    elif chrome:
        line.role = "chrome"
        if page.metadata.url is None and text.startswith(("http://", "https://")) and " " not in text:
            page.metadata = attrs.evolve(page.metadata, url=text)
    elif _stamped(text, labelled=bool(values)) or _masthead().match(text):
        line.role = "metadata"
        page.metadata = metadata.merge(page.metadata, values)
        if page.metadata.published is None:
            page.metadata = attrs.evolve(page.metadata, published=metadata.timestamp(text))


def _catalogue(page: Page) -> None:
    """Marks a library's catalogue card as metadata: labels with a few words each, line upon line (分类号: K205)."""
    run: list[PageLine] = []
    for line in page.lines:
        if line.role == "blank":
            continue
        if _card_line().match(line.text):
            run.append(line)
            if len(run) == CARD:
                for each in run:
                    each.role = "metadata"
            elif len(run) > CARD:
                line.role = "metadata"
        elif line.text not in words("chrome", how="line"):
            run = []


@cache
def _card_line() -> Pattern[str]:
    figure = r"\d \s? (?: [%％万亿元人户家个所条套项吨亩] | 公里 )"  # why: 规上工业:增长8% is an indicator, not about the page
    return verbose(rf"""
        ^ \p{{Han}} (?: [ \u3000]* \p{{Han}} ){{1,5}} \s* [:：] \s* (?! [^\n]* (?: 增长 | {figure} ) ) [^。;；:：]{{0,40}} 。? $
    """)


def _only_labels(text: str) -> bool:
    """Whether a labelled line is about the page: it begins with its label and is no sentence."""
    return (
        "。" not in text and text[0] not in "0123456789" and next(iter(metadata.labelled(text[:24])), None) is not None
    )


@cache
def _stamp_first() -> Pattern[str]:
    return verbose(
        r"(?:19|20)\d\d \s* [-/.年] \s* \d{1,2} \s* [-/.月] \s* \d{1,2} \s* 日? [\s\d:]* (?= \p{Han}{2,6} \s* [:：] )"
    )


def _stamp_and_label(text: str) -> bool:
    """Whether a line is a date with a label right behind it: 2011年01月05日 来源:某网 编辑:甲."""
    found = _stamp_first().match(text) if text[:2] in ("19", "20") and "。" not in text else None
    return found is not None and _only_labels(text[found.end() :])


@cache
def _stamp_line() -> Pattern[str]:
    return verbose(r"""
        ^ (?: [^。,，;；]{0,40} \s )? (?:19|20)\d\d (?: [-/.] \d{1,2} [-/.] \d{1,2} | 年\d{1,2}月\d{1,2}日 \s* \d{1,2}: )
          [\s\d:]* [^。,，;；]{0,30} $
    """)


@cache
def _masthead() -> Pattern[str]:
    """Who makes an issue, and the day it came out: 某县住建局办公室编 2019年11月25日."""
    return verbose(
        rf"\p{{Han}}{{2,30}} (?: {any_of(words('chrome', how='foot'))} | 编 | 主编 | 编发 | 办公室 | 委员会 | 宣传部 | 工作部 ) [ ]{{1,}} (?:19|20)\d\d [ ]? 年 [ ]? \d{{1,2}} [ ]? 月 [ ]? \d{{1,2}} [ ]? 日 [^。,，]{{0,30}} $"
    )


@cache
def _site_behind() -> Pattern[str]:
    """The name of a site or paper behind a day: 2018-02-18 某某观察."""
    return verbose(
        rf"\S{{8,10}} [ ]+ \p{{Han}}{{2,10}} (?: {PRESS} | 观察 | 融媒 (?: 体? (?: 中心 )? ) | 在线 | 客户端 | 电视台 ) $"
    )


def _stamped(text: str, *, labelled: bool) -> bool:
    """A line that is a timestamp, perhaps with a site, a column or labels beside it: 省内 某某观察 2016-05-22 09:05:16."""
    if len(text) >= 60 or _stamp_line().match(text) is None:
        return False
    return labelled or ":" in text or len(text) < 12 or _site_behind().match(text) is not None


@cache
def _contents_label() -> Pattern[str]:
    """What stands above a list of the headlines below."""
    return verbose(
        r"[\W_]* (?: 本[期周月报刊] | 今日 )? (?: 要目 | 导读 | 目录 | 目次 | 提要 | 内容提要 | 看点 ) [\W_]* $"
    )


@cache
def _bare() -> Pattern[str]:
    """What may stand around a headline: signs, numbers, a page number."""
    return verbose(
        r"^ [\W_]* (?: \d{1,2} [.、．] | [一二三四五六七八九十]{1,3} 、 )? [\W_]* | [\W_]* (?: [….·]+ \s* \d+ )? [\W_]* $"
    )


@cache
def _announces() -> Pattern[str]:
    """Where a broadcast says that its headlines come, and where they have come to an end."""
    return verbose(r"[^。]{0,40} (?: 要目 | 提要 | 主要内容 | 内容有 ) (?: 有 | 如下 | 是 )? [:：] $")


@cache
def _after_headlines() -> Pattern[str]:
    return verbose(
        r"(?: 下面 | 接下来 | 首先 | 以下 | 现在 )[,，]? .{0,12} (?: 详细 | 具体 | 内容 | 报道 | 新闻 | 消息 ) .{0,8} $"
    )


def _headlines_read(shown: Sequence[PageLine]) -> Sequence[PageLine]:
    """The lines in which a broadcast reads its headlines before its news; none on other pages."""
    at = next((at for at, line in enumerate(shown) if _announces().match(line.text)), None)
    if at is None:
        return ()
    last = next(
        (each for each in range(at + 1, min(at + READ, len(shown))) if _after_headlines().match(shown[each].text)), at
    )
    return shown[at : last + 1] if last > at else ()


def _contents(page: Page) -> None:
    """Marks a list of headlines as chrome that all come again below, with the label above it: 本期要目."""
    for line in _headlines_read([line for line in page.lines if line.role == "paragraph"]):
        line.role = "chrome"
    shown = [line for line in page.lines if line.role == "paragraph"]
    at = next((at for at, line in enumerate(shown) if _contents_label().match(line.text)), None)
    if at is None:
        return
    bare = [_bare().sub("", line.text) if len(line.text) <= SHORT else line.text for line in shown]
    last = {text: place for place, text in enumerate(bare)}
    listed = list(itertools.takewhile(lambda place: last[bare[place]] > place, range(at + 1, len(shown))))
    for each in (at, *listed) if len(listed) >= LISTED else ():
        shown[each].role = "chrome"


def _answers(page: Page) -> None:
    """Marks the names above the posts of a forum, and what others wrote below the first post, unless it is news as well."""
    lines = [line for line in page.lines if line.role != "blank"]
    posts = [at for at, line in enumerate(lines) if line.role == "metadata" and "发表于" in line.text[:NAME]]
    for at in posts:
        above = lines[at - 1] if at else None
        if above is not None and above.role == "paragraph" and _may_be_name(above.text):
            above.role = "chrome"
    if len(posts) < 2:
        return
    second = posts[1]
    if any(news().match(line.text) for line in lines[second + 1 :]):
        return
    if any(_may_be_title(line.text) for line in lines[second - 1 :]):
        return  # why: another bulletin may follow below the first
    for line in lines[second + 1 :]:
        line.role = "chrome" if line.role == "paragraph" else line.role


def _may_be_name(text: str) -> bool:
    """Whether a line may be the name of who posts: short, no sentence and no title."""
    return len(text) < NAME and text[-1] not in "。!！?？;；:：" and title_words().search(text) is None


def _may_be_title(text: str) -> bool:
    return title_words().search(text) is not None and not any(sign in text for sign in "。,，!！?？")


def _told(line: PageLine) -> bool:
    """Whether a line belongs to the text: what follows the text has some in front of it, a menu on top has not."""
    return line.role == "paragraph" and (line.text[-1] in "。;；" or news().match(line.text) is not None)


def _close(page: Page) -> None:
    """Marks what follows the text as chrome, from the last opening of such a part on, unless news comes after it."""
    for at in range(len(page.lines) - 1, -1, -1):
        text = page.lines[at].text
        if text and (news().match(text) or len(text) > 2 * SHORT):
            return
        if _tail().match(text) and any(_told(line) for line in page.lines[:at]):
            for line in page.lines[at:]:
                if line.role == "paragraph":
                    line.role = "chrome"


@cache
def _footed() -> Pattern[str]:
    """A line below the text that is none of it: a label of the foot with what it says, or a remark in brackets on who wrote it."""
    label = any_of([*words("chrome", how="foot"), *words("chrome", how="role")])
    return verbose(rf"""
        (?: {label} [人员]? [ ]* [:：] [^。]{{0,60}} | [(（【] [ ]* 共? 印 [^()（）【】]{{1,12}} [)）】] ) $
      | [(（] [^()（）]{{0,24}} (?: 整理 | 供稿 | 提供 | 编写 | 撰写 | 汇编 | 辑录 | 摘编 | 执笔 ) [^()（）]{{0,16}} [)）] $
      | [^。]{{0,40}} (?: 电话 | 传真 | 热线 ) [ ]* [:：] [ ]* [\d ()（）—–、-]{{7,}} [^。]{{0,20}} $
      | {label} [ ]* [:：] [^。]{{1,60}} 。 $
    """)


def _foot(page: Page) -> None:
    """Marks the lines at the foot of the page, below all text, as chrome: 报:某某, 填表人:某某, (某某整理)."""
    for line in reversed(page.lines):
        if line.role == "paragraph":
            if len(line.text) > SHORT or _footed().match(line.text) is None:
                return
            line.role = "chrome"
