"""What every line of a roundup is, as far as the line itself can tell: the head of an item, a day, a heading, a sentence."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from functools import cache
from typing import Literal

import regex
from attrs import define
from regex import Pattern

from chronicle_parse.fields.dates import DateContext
from chronicle_parse.formats.activity import classify
from chronicle_parse.formats.items import Head, Mark, date_behind, date_line, head_at, is_numbered, mark_at
from chronicle_parse.formats.page import Page, PageLine
from chronicle_parse.lexicon import words
from chronicle_parse.model import Activity, PartialDate, Span, When
from chronicle_parse.patterns import any_of, verbose

Kind = Literal["head", "day", "period", "heading", "number", "keyword", "short", "caption", "text"]

SHORT = 40
"""A longer line is no heading and no headline."""


_STAND_IN = PartialDate(2003, 1, 1)
SHAPES = DateContext(
    published=dt.date(2003, 1, 1), previous=When(_STAND_IN, _STAND_IN, "day", frozenset(), "", Span(0, 0))
)
"""A context in which 同日 and 昨天 are dates: here only shapes count, and dates are read again where their context is known."""

CAPTION = 8
"""A longer line is no caption."""


@define
class Unit:
    """A line that is neither blank nor furniture.

    Attributes:
        line: the line itself.
        kind: "head" opens an item by a mark or a date; "day" is a day, weekday or month and nothing else; "heading" is a
            heading by its words; "period" is a range of days and nothing else; "number" is a number alone,
            above an item; "keyword" names the subject of the item below it; "short" may be a heading or a headline; "caption" names what the
            paragraph above tells of; "text" is a sentence or more.
        head: mark and date in front, of a head or day.
        opens: where the text begins, behind mark and date.
        gap: whether a blank line stands before it.
        tail: a date in brackets at the end, and where its bracket opens.
    """

    line: PageLine
    kind: Kind
    head: Head | None
    opens: int
    gap: bool
    tail: tuple[When, int] | None = None

    @property
    def text(self) -> str:
        """The line without the blanks around it."""
        return self.line.text

    @property
    def mark(self) -> Mark | None:
        """The mark in front, if any."""
        return self.head.mark if self.head else None

    @property
    def when(self) -> When | None:
        """The date in front, if any."""
        return self.head.when if self.head else None

    @property
    def of_week(self) -> bool:
        """Whether it opens with 本周: in front of the news such a paragraph sums the week up."""
        return self.mark is None and self.when is not None and "周" in self.when.written

    @property
    def unmarked(self) -> bool:
        """Whether it is a paragraph without a mark, which may be the text of a headline."""
        return self.kind == "text" or (self.kind == "head" and self.mark is None)

    @property
    def full_day(self) -> bool:
        """Whether it gives a day with its year."""
        return self.when is not None and self.when.start.year is not None and self.when.start.day is not None

    @property
    def closed(self) -> bool:
        """Whether the line ends like a sentence."""
        return _closed().search(self.line.text) is not None


@cache
def _closed() -> Pattern[str]:
    return verbose(r"[。;；…] [”』」)）\s]* $ | [。!！?？] [^。]{0,20} [)）] $")


@cache
def _dateline() -> Pattern[str]:
    """The agency's or paper's name or the period before the first item: 某某晚报讯: (1日—15日) ."""
    days = r"[(（] (?: \d{1,2}月 )? \d{1,2} 日? [ ]* [-—–~～至]+ [ ]* (?: \d{1,2}月 )? \d{1,2} 日? [)）] [ ]*"
    return verbose(rf"""
        [^。,，]{{0,40}} [讯電电] [ ]* [:：]? [ ]* (?: [(（] [^()（）]{{1,24}} [)）] [ ]* )? (?= \d ) | {days} (?= \d )
    """)


@cache
def _summed() -> Pattern[str]:
    """The end of a line that leads up to the items of some days: 7月26日至8月3日,各市书记市长在忙这些事——."""
    return verbose(r"""
        (?: [—–:：…]+ | (?: 如下 | 梳理 | 盘点 | 回顾 | 一览 | 一起来?看 | 这些事?情? | 哪些事?情? | 看看 | 大事 | 动态 ) [^,，]{0,12} [。!！?？]? ) [ ]* $
    """)


@cache
def _keyword() -> Pattern[str]:
    """The subject of the item below: 关键词:招商."""
    return verbose(r"[【\[]? 关键[词字] [一二三四五六七八九十\d]{0,2} (?: [】\]] [:：]? | [:：] ) [^。]{1,20} $")


@cache
def _weather() -> Pattern[str]:
    """The weather behind the day of a diary: 1月9日 晴."""
    return verbose(r"[ \u3000]+ (?: [晴阴多云雨雪雾霾风小中大暴阵雷转间到有夹] | ℃ | [\d~～-]+ ){1,10} $")


@cache
def _number() -> Pattern[str]:
    """A number alone on its line, above an item: 01, NO.2, Part 3."""
    return verbose(r"[\W_]* (?: (?i: no | part ) [.\s]* )? \d{1,2} [\W_]* $")


@cache
def _weekday_first() -> Pattern[str]:
    """A weekday that opens an item: 周一 主持召开…; it needs a sign or blank behind it, for 周一新 is a name."""
    return verbose(r"(?P<day> (?: 周 | 星期 | 礼拜 ) [一二三四五六日天] ) (?: [ \u3000,，:：]+ | (?= [上下]午 | 晚 ) )")


@cache
def _row() -> Pattern[str]:
    """The number of a row of a table, in front of its date: 3 2月15日 …."""
    return verbose(r"\d{1,3} [ \u3000\t|]+ (?= (?: \d{4}年 )? \d{1,2}月\d{1,2}日 )")


@cache
def _bare_day() -> Pattern[str]:
    """A bare number as the day, or two: 2  我市举行…, 8—9  全省会议…."""
    return verbose(
        r"(?P<day> 3[01] | [12]\d | [1-9] ) (?: [-—–~～]+ (?P<last> 3[01] | [12]\d | [1-9] ) [ \u3000\t]* | [ \u3000\t]+ ) (?= [\p{Han}《“] )"
    )


@cache
def _half_month() -> Pattern[str]:
    """A half-month and nothing else: 2021年4月下."""
    return verbose(
        r"[(（]? (?: \d{4} [ ]? 年 [ ]? )? (?: \d{1,2} | [一二三四五六七八九十]{1,2} ) [ ]? 月 (?: 份 )? [ ]? [(（]? [上下] (?: 半月 )? [)）]? $"
    )


@cache
def _credit() -> Pattern[str]:
    """A short line that captions a picture, says who made the page, comments, advertises or leads in a list."""
    return verbose(r"""
        (?: 图为 | 图[一二三四五六七八九\d]* [:：] | 上图 | 下图 | [(（] (?: 资料 )? 图 ) [^。]{0,60} [。]? $
      | [^。,，]{0,30} (?: 整理 | 供稿 | 供图 | 摄影 | 编辑 | 审核 | 校对 | 来源 | 作者 | 记者 | 通讯员 | 摘编 ) [ ]? [:：] [^。,，]{0,40} $
      | [\W_]* (?i: end | the \s end | 完 | 未完待续 ) [\W_]* $
      | (?: 小编 | 编者 | 记者 )? (?: 点评 | 有话说 | 按语? | 感言 | 寄语 | 短评 | 注 | 附 ) [:：] .{0,80} $
      | (?: 报 | 送 | 发 | 抄送 | 抄报 | 报送 | 呈报 | 主送 | 签发 | 印发 | 责编 | 值班 | 责任单位 ) [ ]* [:：] [^。]{1,60} $
      | (?: 总 )? 第 [ ]* \d+ [ ]* 期 .{0,12} $ | \d+ [ ]* 期 [ ]* / .{0,12} $
      | (?: 本[台报网刊] | 全媒体 )? [ ]* (?: 记者 | 通讯员 | 编辑 ) [ :：] [^。,，]{1,40} (?: 报道 | 采写 | 整理 )? [)）]? $
      | [^。]{0,16} (?: 内容 | 请看 | 提要 | 以下 ) [^。]{0,6} [:：] $
      | [\[【(（]? (?: 摘要 | 导读 | 导语 | 编者按 | 内容提要 | 核心提示 ) (?: [\]】)）] | [:：] ) .*
      | [(（] [^()（）\d。]{2,16} \s \p{Han} \p{Han}{1,2} [)）] $
      | (?: 序号 | 日期 | 时间 ) (?: [ \u3000\t|]+ \p{Han}{2,6} ){1,8} [|]? $
      | [^。]{0,60} 如下 [:：]? $
      | [^。]{0,20} (?: 更多精彩 | 更多资讯 | 更多内容 | 公众号 | 客户端 | 点击[上下左右]?[方边面图] | 长按 | 扫码 | 敬请关注 | 欢迎关注 | 欢迎收[听看] | 感谢(?:阅读|收[听看]) ) [^。]{0,40} [。!！]? $
      | (?: 以上(?:就是|内容是) | (?: 今天 | 今日 | 本次 | 本期 | 这次 ) 的? [^。,，]{0,12}? 就? (?: 播送 | 播报 | 播出 | 分享 | 介绍 | 到 ) 到? 这里 | 好[,，]? 今天的 ) .{0,40} $
      | [^。]{0,100} (?: [。!！] [ \u3000]* )? (?: (?: 记者 | 通讯员 | 摄影 | 图片 | 供图 ) [ :：]* | \s ) \p{Han} [ ]? \p{Han} (?: [ ]? \p{Han} )? [ /]* 摄 [)）]? $
      | [(（] [^()（）。]{2,14} (?: 发布 | [日晚周]?报 | 电视台 | 网 | 新华社 | 办 | 融媒体?中心 | 供稿 ) [)）] $
      | [(（] [^()（）。]{0,40} (?: 采写 | 撰稿 | 撰文 | 整理 | 摄影报道 ) [)）] $
    """)


@cache
def _announced() -> Pattern[str]:
    """The heading of a part that tells what is to come: 下周预告."""
    return verbose(r"[\W_]* (?: 下 一? [周月] | 明[日天] ) [^。,，]{0,8} [\W_]* $")


@cache
def _weekday() -> Pattern[str]:
    return verbose(
        r"[【\[]? (?: 周 | 星期 | 礼拜 ) [一二三四五六日天末] [】\]]? \s* (?: [(（] [^()（）]{1,14} [)）] )? [:：]? $"
    )


@cache
def _relative() -> Pattern[str]:
    """Words that look like a date and open no item."""
    return verbose(
        r"今天是 | (?: 今年 | 去年 | 近年 | 年初 | 年内 | 当前 | 目前 | 春季 | 夏季 | 秋季 | 冬季 | \d{4}年 (?! \d ) )"
    )


@cache
def _heading() -> Pattern[str]:
    """A heading by its words or brackets."""
    ends = any_of(words("section_headings", how="end"))
    return verbose(rf"""
        ^ [\W_]* (?: (?P<bracket> (?<= ^ [【〖] ) [^【】〖〗。]{{2,20}} (?= [】〗] $ ) )
        | [^。,，;；!！?？:：的]{{0,10}} {ends} (?: [(（] [^()（）]{{1,12}} [)）] )?
        | {any_of([*words("section_headings", how="whole"), *words("section_headings", how="office"), *words("section_headings", how="holder")])}
        | [^。,，;；!！?？:：]{{2,14}} 的? 这? 一 [周月天]
        | [^。,，;；!！?？:：]{{1,12}} {any_of(words("section_headings", how="place"))}
        | [^。,，;；!！?？:：\d]{{1,12}} {any_of(words("section_headings", how="office"))}
        | [^。,，;；!！?？:：\d]{{0,14}} {any_of(words("section_headings", how="holder"))} [ ]? (?: \p{{Han}} [ ]? [\p{{Han}}·]{{1,3}} )?
        ) [】〗\]]? [ ]* [:：]? $
    """)


@cache
def _colon() -> Pattern[str]:
    return verbose(r"^ [^。,，;；:：\d]{2,16} [:：] $")


def is_heading(text: str) -> bool:
    """Whether a short line is the heading of a section by what it says."""
    if len(text) > SHORT:
        return False
    found = _heading().match(text)
    if found is None:
        return _colon().match(text) is not None
    if found["bracket"] is not None or len(text) <= 6:
        return True
    return not tells(text)  # why: 调研城市更新工作 and 区委书记某某主持召开常委会会议 tell of an act


def tells(text: str) -> bool:
    """Whether a short line tells of an act, as a headline does and a heading does not."""
    return classify(text) is not Activity.OTHER


def survey(page: Page) -> list[Unit]:
    """The lines that are left to the format, in order."""
    lines: list[tuple[PageLine, bool]] = []
    gap = False
    for line in page.lines:
        if line.role == "paragraph":
            lines.append((line, gap))
        gap = line.role == "blank" if line.role in ("blank", "paragraph") else gap
    lines = _run_in(lines)
    numbered = is_numbered(mark_at(page.text, line.start, line.stop) for line, _ in lines)
    bare = bare_days([line for line, _ in lines])
    week = sum(_weekday().match(line.text) is not None for line, _ in lines) > 1
    units = [_unit(page, line, gap, numbered, bare, week) for line, gap in lines]
    _diary(page, units)
    _month_in_brackets(units)
    _marked_headings(units)
    _numbered_headings(units)
    _outline_headings(units)
    for above, unit in itertools.pairwise(units):
        if unit.kind == "short" and len(unit.text) <= CAPTION and above.kind in ("head", "text"):
            unit.kind = "caption" if unit.text[:2] in above.text else "short"
    return units


@cache
def _label() -> Pattern[str]:
    """A heading in brackets in front of its text: 【市委】 9月14日,…."""
    return verbose(r"(?P<label> [【〖] (?P<name> [^【】〖〗。]{2,10} ) [】〗] ) [ \u3000]* (?= .{10} )")


def _run_in(lines: Sequence[tuple[PageLine, bool]]) -> list[tuple[PageLine, bool]]:
    """The lines, with headings in brackets parted from the text that follows them: where there are several, all different."""
    labels = [found for line, _ in lines if (found := _label().match(line.text)) and is_heading(found["name"])]
    if len(labels) < 2 or len({found["name"] for found in labels}) < len(labels):
        return list(lines)
    parted: list[tuple[PageLine, bool]] = []
    for line, gap in lines:
        found = _label().match(line.text)
        if found is None or not is_heading(found["name"]):
            parted.append((line, gap))
            continue
        line.role = "entry"
        stop = line.start + found.end("label")
        parted.append((PageLine(line.start, stop, found["label"]), gap))
        parted.append((PageLine(line.start + found.end(), line.stop, line.text[found.end() :]), False))
    return parted


def _marked_headings(units: Sequence[Unit]) -> None:
    """Marks that stand before headings: ◎苏建为, ◎伊秋水 or ■党建, over items with another mark or none."""
    styles: dict[str, list[Unit]] = {}
    for unit in units:
        if unit.kind == "head" and unit.mark is not None:
            styles.setdefault(unit.mark.style, []).append(unit)
    for marked in styles.values():
        names = [unit.text[unit.opens - unit.line.start :] for unit in marked]
        short = all(
            len(name) <= 12 and unit.when is None and not unit.closed for name, unit in zip(names, marked, strict=True)
        )
        if short and (all(is_heading(name) for name in names) or (len(marked) > 1 and not any(map(tells, names)))):
            for unit in marked:
                unit.kind = "heading"


def _outline_headings(units: Sequence[Unit]) -> None:
    """二、调研走访 beside 一、重要会议: where one short line with such a number is a heading, all are."""
    numbered = [unit for unit in units if unit.mark and unit.mark.style == "N、一" and unit.when is None]
    named = any(unit.kind == "heading" for unit in numbered)
    if named and all(len(unit.text) <= SHORT // 2 and not unit.closed for unit in numbered):
        for unit in numbered:
            unit.kind = "heading"


@cache
def _counted() -> Pattern[str]:
    """A number of two digits, or spelled as a part, in front of a heading: 01 重要会议, PART 2 调研走访."""
    return verbose(r"[\W_]* (?: 0\d | (?i: no | part ) [.\s]* \d{1,2} ) [ \u3000.、|丨]* (?P<name> \S.* )")


def _numbered_headings(units: Sequence[Unit]) -> None:
    """Such lines are headings where there are several and all are short."""
    counted = [(unit, found["name"]) for unit in units if (found := _counted().match(unit.text))]
    if len(counted) > 1 and all(len(name) <= CAPTION and "。" not in name for _, name in counted):
        for unit, _ in counted:
            unit.kind = "heading"


def _diary(page: Page, units: Sequence[Unit]) -> None:
    """Days with the weather behind them, 1月9日 晴, are headings where there are several."""
    days: list[Unit] = []
    for unit in units:
        weather = _weather().search(page.text, unit.head.date_stop, unit.line.stop) if unit.head and unit.when else None
        if weather is not None and unit.head is not None and weather.start() == unit.head.date_stop:
            days.append(unit)
    for unit in days if len(days) > 1 else ():
        unit.kind = "day"


def _month_in_brackets(units: Sequence[Unit]) -> None:
    """(五月) by itself above the first item is the period, unless other months head parts of the page."""
    months = [unit for unit in units if unit.kind == "day" and unit.when and unit.when.precision == "month"]
    first = next((unit for unit in units if unit.kind == "head"), None)
    if len(months) == 1 and months[0].text[0] in "(（" and (first is None or months[0].line.start < first.line.start):
        months[0].kind = "period"


def bare_days(lines: Sequence[PageLine]) -> bool:
    """Whether bare numbers before a blank are days: they do not fall, and do not simply count 1 2 3."""
    days = [int(found["day"]) for line in lines if (found := _bare_day().match(line.text))]
    return len(days) >= 2 and days == sorted(days) and days != list(range(1, len(days) + 1))


def _unit(page: Page, line: PageLine, gap: bool, numbered: bool, bare: bool, week: bool) -> Unit:
    text, start, stop = page.text, line.start, line.stop
    if _credit().match(line.text):
        return Unit(line, "caption", None, start, gap)
    if _keyword().match(line.text):
        return Unit(line, "keyword", None, start, gap)
    if _number().match(line.text):
        return Unit(line, "number", None, start, gap)
    if _announced().match(line.text):
        return Unit(line, "heading", None, start, gap)
    if _half_month().match(line.text):
        return Unit(line, "period", None, start, gap)
    if week and _weekday().match(line.text):
        return Unit(line, "day", None, start, gap)
    day = date_line(text, start, stop, page.span, SHAPES)
    if day is not None and day.when is not None:
        return Unit(line, "day" if _single(day.when) else "period", day, stop, gap)
    dateline = _dateline().match(text, start, stop) or _row().match(text, start, stop)
    begins = dateline.end() if dateline else start
    head = head_at(text, begins, stop, page.span, SHAPES, numbered=numbered)
    if head is not None and head.mark is not None and head.mark.kind == "heading" and head.when is None:
        return Unit(line, "heading", head, head.stop, gap)
    if head is not None and head.when is not None and _opens_nothing(text, head):
        head = Head(head.start, head.mark.stop, head.mark, None, head.start, head.start) if head.mark else None
    if head is None or head.when is None:
        begins = head.stop if head else begins
        found = _weekday_first().match(text, begins, stop) or (_bare_day().match(text, begins, stop) if bare else None)
        head = _bare_head(page, found, head) if found else head
    if (
        head is not None
        and head.when is not None
        and head.mark is None
        and _sums_days(text[head.stop : stop], head.when)
    ):
        return Unit(line, "period", head, head.stop, gap)
    tail = date_behind(text, head.stop if head else start, stop, page.span, SHAPES)
    short = stop - start <= SHORT and "。" not in line.text and _closed().search(line.text) is None and tail is None
    behind = (tail[0], tail[1]) if tail else None
    if head is not None:
        han = head.mark is not None and head.mark.style.endswith("一") and head.when is None
        name = text[head.stop : stop]
        kind: Kind = "heading" if han and short and (is_heading(name) or not tells(name)) else "head"
        return Unit(line, kind, head, head.stop, gap, behind)
    if behind is not None:
        return Unit(line, "head", None, start, gap, behind)
    return Unit(line, ("heading" if is_heading(line.text) else "short") if short else "text", None, start, gap)


def _sums_days(text: str, when: When) -> bool:
    """Whether what follows some days only leads up to the items of these days."""
    several = when.start.day is not None and when.end.day is not None and _days_on(when.start, when.end) >= 3
    return several and len(text) <= 2 * SHORT and not tells(text) and _summed().search(text) is not None


def _days_on(first: PartialDate, last: PartialDate) -> int:
    """About how many days lie between two days, whose year may be unknown."""
    return (((last.month or 0) - (first.month or 0)) % 12) * 30 + (last.day or 0) - (first.day or 0)


def _single(when: When) -> bool:
    return when.start == when.end or when.precision == "month"


def _opens_nothing(text: str, head: Head) -> bool:
    """今天是…, 今年…, 2020年…, 1-9月,全市…增长: a date that is part of the sentence and no head of an item."""
    when = head.when
    assert when is not None
    if _relative().match(text, head.date_start):
        return True
    if when.precision == "month" and when.start != when.end:
        return True
    if when.written in ("今天", "今日", "明天", "明日") and not head.gap:
        return True  # why: 今天晴到多云; news has 今天,… or 今天上午…
    return when.start.day is None and when.precision not in ("part-month", "day", "month") and "周" not in when.written


def _bare_head(page: Page, found: regex.Match[str], before: Head | None) -> Head:
    """The head with a bare number or a weekday as its date; which day a weekday is depends on the period."""
    written, groups = found["day"], found.groupdict()
    stop = found.end("last") if groups.get("last") else found.end("day")
    day = PartialDate(None, None, int(written) if written.isdecimal() else None)
    last = PartialDate(None, None, int(groups["last"])) if groups.get("last") else day
    place = page.span(found.start("day"), stop)
    when = When(day, last, "day", frozenset(), page.text[found.start("day") : stop], place)
    start, mark = (before.start, before.mark) if before else (found.start(), None)
    return Head(start, found.end(), mark, when, found.start("day"), stop, " ")
