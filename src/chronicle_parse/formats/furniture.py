"""The furniture of a page, alike in every format: its title, what it says about itself, and the chrome around the text.

`furnish` runs before a format reads the page. It sets the roles "chrome", "metadata" and "title"; every other line is left
to the format. A line that may hold news is never taken: when in doubt it stays a paragraph.
"""

from __future__ import annotations

from functools import cache
from re import Pattern

import attrs

from chronicle_parse.fields.places import locality
from chronicle_parse.formats import metadata
from chronicle_parse.formats.page import Page, PageLine
from chronicle_parse.formats.printed import mark_printed, page_number
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose

CARD = 4
"""So many labelled lines in a row are a catalogue card."""

CRUMBS = 6
"""Bread crumbs that name the page stand among so many first lines."""

NAME = 12
"""The name of who posts in a forum is shorter."""

REMARK = 16
"""A sentence no longer than this may stand above the title: 按此,跳至主要内容。"""

DAYS = 3
"""From so many dates alone on their lines on they head what was done on them; one or two may be those of the page."""

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
        | \S* \. (?: jpe?g | png | gif | bmp | pdf | docx? | mp4 ) \s* $
        | [\W_]+ $                                                            # rules, table borders, arrows
        | [^。,，]{{0,16}} [↓⇩⬇👇]+ \W* $                                        # what is below: 戳图片看新闻↓↓↓
        | 第 \s* \d+ \s* 页 .* | {page_number().pattern}
        | (?: Rank: \s? \d+ )+ $ | 查看: .* 回复: .*
        | 视频: .* | \S{{2,20}} 视频 $ | 【? (?: 来源 | 责任?编辑? | 记者 ) [:：丨|] [^。]* $
        | [(（] (?: 记者 | 通讯员 | 摄影 | 文/图? | 图/文? )? \s* \p{{Han}} \s? \p{{Han}}{{1,2}} [)）] $   # a pen name alone
        | [(（] [^()（）]{{2,30}} (?: 提供 | 供稿 | 整理 | 摄 ) [)）] $
        | \p{{Han}} [^。,，]{{1,20}} \s 摄 $
        )
    """)


@cache
def _tail() -> Pattern[str]:
    """What begins the part of a page that comes after the text."""
    return verbose(rf"^ [\W_]* {any_of(words('chrome', how='tail'))}")


NUMERAL = "[一二三四五六七八九十]{1,3}"


@cache
def _news() -> Pattern[str]:
    """A line that may be news: it opens with a date or a bullet and goes on for a sentence."""
    return verbose(rf"""
        ^ [\s\p{{So}}\p{{Po}}【△Δ]* (?: \d{{4}}年 | [一二][〇零○O一二三四五六七八九]{{3}}年 )?
          (?: (?:19|20)\d{{2}} -? [01]\d -? [0-3]\d \s (?! \d) | \d{{1,2}}月 (?: \d{{1,2}} )? | \d{{1,2}}日 | {NUMERAL}月 (?: {NUMERAL}日 | [\s,，上中下] ) | {NUMERAL}日 ) .{{12,}}
    """)


PRESS = "政府网 | 新闻网 | 日报 | 晚报 | 特区报 | 论坛 | 家园网 | 发布"
"""How the name of a site or paper ends."""


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


@cache
def _title_words() -> Pattern[str]:
    return verbose(any_of(words("titles")))


@cache
def _day_alone() -> Pattern[str]:
    return verbose(r"(?:19|20)\d\d [-/.] \d{1,2} [-/.] \d{1,2} $")


def furnish(page: Page) -> None:
    """Gives chrome, metadata and title lines their roles and fills `page.metadata`, `page.title` and `page.place`."""
    days = sum(_day_alone().match(line.text) is not None for line in page.lines)
    for line in page.lines:
        heads = days >= DAYS and _day_alone().match(line.text) is not None
        if line.role == "paragraph" and len(line.text) <= SHORT and not heads:
            _judge(page, line)
    mark_printed(page)
    _catalogue(page)
    _answers(page)
    _close(page)
    _name(page)
    _locate(page)


LEAD = 600
"""Characters from the top of a page in which a body may name its place: …在怀岭县第十八届人民代表大会…."""


def _locate(page: Page) -> None:
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


def _judge(page: Page, line: PageLine) -> None:
    text = line.text
    chrome = _chrome().match(text) is not None and not _news().match(text)
    values = metadata.labelled(text)
    if values and (chrome or len(values) > 1 or _only_labels(text) or _stamp_and_label(text)):
        line.role = "metadata"
        page.metadata = metadata.merge(page.metadata, values)
        if page.metadata.published is None:
            page.metadata = attrs.evolve(page.metadata, published=metadata.published(text))
        if "title" in values and not page.title:
            page.title = _bare().sub("", text.replace("：", ":", 1).partition(":")[2].strip())
    elif chrome:
        line.role = "chrome"
        if page.metadata.url is None and text.startswith(("http://", "https://")) and " " not in text:
            page.metadata = attrs.evolve(page.metadata, url=text)
    elif _stamped(text):
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
def _site_behind() -> Pattern[str]:
    """The name of a site or paper behind a day: 2018-02-18 某某观察."""
    return verbose(
        rf"\S{{8,10}} [ ]+ \p{{Han}}{{2,10}} (?: {PRESS} | 观察 | 融媒 (?: 体? (?: 中心 )? ) | 在线 | 客户端 | 电视台 ) $"
    )


def _stamped(text: str) -> bool:
    """A line that is a timestamp, perhaps with a site or column beside it: 省内 某某观察 2016-05-22 09:05:16."""
    if len(text) >= 60 or _stamp_line().match(text) is None:
        return False
    return ":" in text or len(text) < 12 or _site_behind().match(text) is not None


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
    if any(_news().match(line.text) for line in lines[second + 1 :]):
        return
    if any(_title_words().search(line.text) and "。" not in line.text for line in lines[second - 1 :]):
        return  # why: another bulletin may follow below the first
    for line in lines[second + 1 :]:
        line.role = "chrome" if line.role == "paragraph" else line.role


def _may_be_name(text: str) -> bool:
    """Whether a line may be the name of who posts: short, no sentence and no title."""
    return len(text) < NAME and text[-1] not in "。!！?？;；:：" and _title_words().search(text) is None


def _close(page: Page) -> None:
    """Marks what follows the text as chrome, from the last opening of such a part on, unless news comes after it."""
    for at in range(len(page.lines) - 1, -1, -1):
        text = page.lines[at].text
        if text and (_news().match(text) or len(text) > 2 * SHORT):
            return
        if _tail().match(text):
            for line in page.lines[at:]:
                if line.role == "paragraph":
                    line.role = "chrome"


def _name(page: Page) -> None:
    """Finds the title and the publisher among the lines before the text begins."""
    head: list[PageLine] = []
    for line in page.lines:
        if line.role == "paragraph":
            sentence = "。" in line.text
            if len(line.text) > 60 or (sentence and len(line.text) > REMARK) or _opens_news(line.text):
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
        if line.start < top and _title_words().sub("", text) in (text, ""):
            line.role = "chrome"  # why: above 当前位置 stand a site's name and its menu, also 要闻动态
            continue
        score = _title_score(shown, line)
        if score > most:
            best, most = line, score
    if best is not None:
        for line in head:
            line.role = "title" if line.text == best.text else line.role  # it may be printed twice
        page.title = page.title or _bare().sub("", best.text)
    if not page.title:
        _name_from_crumbs(page, shown)


def _name_from_crumbs(page: Page, shown: list[PageLine]) -> None:
    """Where no line is a title, the last of the bread crumbs may name the page: 论坛 » 本地资讯 » 一周新闻汇总(8.12-8.18)."""
    for line in shown[:CRUMBS]:
        found = _last_crumb().match(line.text) if line.role == "chrome" else None
        if found is not None and _title_words().search(found["name"]):
            line.role, page.title = "title", _bare().sub("", found["name"])
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
def _bare() -> Pattern[str]:
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
    return _news().match(text) is not None and not _headline(text)


def _headline(text: str) -> bool:
    """A dated line that names the whole page: 2014年6月9日至6月15日政府主要活动图片."""
    found = _title_words().search(text)
    return found is not None and found.end() > len(text) - 8 and not any(sign in text for sign in ",，;；。")


def _title_score(shown: list[PageLine], line: PageLine) -> int:
    text = line.text
    if "\t" in text or text[-1] in "。;；,，、:：":
        return 0
    named = _title_words().search(text) is not None
    if not named and (len(text) < 4 or (text[-1] not in "!！?？" and _dated().match(text))):
        return 0
    at = next(i for i, each in enumerate(shown) if each is line)
    before_metadata = any(each.role == "metadata" for each in shown[at + 1 : at + 4])
    first = all(each.role in ("chrome", "metadata") for each in shown[:at])
    bare = _bare().sub("", text)
    if named and _type_size().sub("", bare) in words("titles"):
        named, first = False, True  # why: 大事记 字体(大 中 小) is the name of a column where a title follows
    threaded = bare != text and text[-1] in "]】" and text[0] not in "[【"
    return 4 * named + 4 * threaded + 2 * before_metadata + first


@cache
def _type_size() -> Pattern[str]:
    return verbose(r"\s* 字体 .* $")
