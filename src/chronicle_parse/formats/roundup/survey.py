"""What every line of a roundup is, as far as the line itself can tell: the head of an item, a day, a heading, a sentence."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cache
from re import Pattern

from attrs import frozen

from chronicle_parse.formats.items import (
    Head,
    date_behind,
    date_line,
    head_at,
    is_numbered,
    mark_at,
    record_lines,
    short_dates,
)
from chronicle_parse.formats.page import Page, PageLine
from chronicle_parse.formats.roundup.headings import is_heading, mark_headings, part_labels, tells, tells_again
from chronicle_parse.formats.roundup.units import CAPTION, SHAPES, SHORT, Kind, Unit, ends_sentence
from chronicle_parse.lexicon import words
from chronicle_parse.model import PartialDate, When
from chronicle_parse.patterns import any_of, verbose


@cache
def _dateline() -> Pattern[str]:
    """The agency's or paper's name or the period before the first item: 某某晚报讯: (1日—15日) ."""
    days = r"[(（] (?: \d{1,2}月 )? \d{1,2} 日? [ ]* [-—–~～至]+ [ ]* (?: \d{1,2}月 )? \d{1,2} 日? [)）] [ ]*"
    return verbose(rf"""
        [^。,，]{{0,40}} [讯電电] [ ]* [:：]? [ ]* (?: [(（] [^()（）]{{1,24}} [)）] [ ]* )? (?= \d ) | {days} (?= \d )
      | (?: [本上每] 周 | 一周 | 近期 | 今日 | 本月 )? \p{{Han}}{{0,4}} (?: 要闻 | 动态 | 大事 | 新闻 | 工作 | 回顾 | 快讯 | 简讯 ) [:：] [ ]* (?= \d )
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
def _number() -> Pattern[str]:
    """A number alone on its line, above an item: 01, NO.2, Part 3."""
    return verbose(r"[\W_]* (?: (?i: no | part ) [.\s]* )? \d{1,2} [\W_]* $")


@cache
def _weekday_first() -> Pattern[str]:
    """A weekday that opens an item: 周一 主持召开…, 周三全天 …; it needs a sign, a blank or a time behind it, for 周一新 is a name."""
    time = any_of([*words("times_of_day"), "全天"])
    return verbose(rf"""
        (?P<open> [【\[(（] )? (?P<day> (?: 周 | 星期 | 礼拜 ) [一二三四五六日天] )
        (?(open) [】\])）] [ \u3000,，:：]* (?= \S ) | (?: [ \u3000,，:：]+ | (?= {time} ) ) )
    """)


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
      | (?: 小\p{Han} | 编者 | 记者 )? (?: 点评 | 有话说 | 按语? | 感言 | 寄语 | 短评 | 注 | 附 ) [:：] .{0,80} $
      | (?: 报 | 送 | 发 | 抄送 | 抄报 | 报送 | 呈报 | 主送 | 签发 | 印发 | 责编 | 值班 | 责任单位 ) [ ]* [:：] [^。]{1,60} $
      | (?: 总 )? 第 [ ]* \d+ [ ]* 期 .{0,12} $ | \d+ [ ]* 期 [ ]* / .{0,12} $
      | (?: 本[台报网刊] | 全媒体 )? [ ]* (?: 记者 | 通讯员 | 编辑 ) [ :：] [^。,，]{1,40} (?: 报道 | 采写 | 整理 )? [)）]? $
      | [^。]{0,16} (?: 内容 | 请看 | 提要 | 以下 ) [^。]{0,6} [:：] $
      | [\[【(（]? (?: 摘要 | 导读 | 导语 | 编者按 | 内容提要 | 核心提示 ) (?: [\]】)）] | [:：] ) .*
      | [(（] [^()（）\d。]{2,16} \s \p{Han} \p{Han}{1,2} [)）] $
      | [|]? [ ]* (?: 序号 | 日期 | 时间 | 姓名 | 领导 | 单位 ) (?: [ \u3000\t|]+ \p{Han}{2,6} ){1,8} [ ]* [|]? $
      | [^。]{0,60} 如下 [:：]? $
      | [^。]{0,20} (?: 更多精彩 | 更多资讯 | 更多内容 | 公众号 | 客户端 | 点击[上下左右]?[方边面图] | 长按 | 扫码 | 敬请关注 | 欢迎关注 | 欢迎收[听看] | 感谢(?:阅读|收[听看]) ) [^。]{0,40} [。!！]? $
      | [\W_]* (?: 片[头花尾] | 间奏 | 音乐 | 串[词场] | 导语 ) [\W_]* $
      | (?: 接下来 | 下面 | 再来 | 首先 | 最后 ) [,，]? (?: 是 | 请?[听看] | 来看 | 关注 | 播送 | 为您 ) [^。,，]{1,16} [。:：] $
      | (?: 以上(?:就是|内容是) | (?: 今天 | 今日 | 本次 | 本期 | 这次 ) 的? [^。,，]{0,12}? 就? (?: 播送 | 播报 | 播出 | 分享 | 介绍 | 到 ) 到? 这里 | 好[,，]? 今天的 ) .{0,40} $
      | [^。]{0,100} (?: [。!！] [ \u3000]* )? (?: (?: 记者 | 通讯员 | 摄影 | 图片 | 供图 ) [ :：]* | \s ) \p{Han} [ ]? \p{Han} (?: [ ]? \p{Han} )? [ /]* 摄 [)）]? $
      | [(（] [^()（）。]{2,14} (?: 发布 | [日晚周]?报 | 电视台 | 网 | 新华社 | 办 | 融媒体?中心 | 供稿 ) [)）] $
      | [(（] [^()（）。]{0,40} (?: 采写 | 撰稿 | 撰文 | 整理 | 摄影报道 ) [)）] $
    """)


_COUNT = r"(?: (?: [一二三四五六七八九十]{1,2} | \d{1,2} ) [、.．] [ ]* | [(（] [一二三四五六七八九十]{1,2} [)）] )?"
"""The number of a heading."""


@cache
def _announced() -> Pattern[str]:
    """The heading of a part that tells what is to come: 下周预告, 二、下周计划."""
    return verbose(rf"[\W_]* {_COUNT} (?: 下 一? [周月] | 明[日天] ) [^。,，]{{0,8}} [\W_]* $")


@cache
def _worked() -> Pattern[str]:
    """The heading of a part that tells what was done: 一、本周工作完成情况."""
    return verbose(rf"""
        [\W_]* {_COUNT} (?: [本上] 一? [周月] | 近期 | 今[天日] ) (?: 主要 | 重点 )? 工作
        (?: 完成 | 进展 | 开展 | 推进 | 落实 )? (?: 情况 | 回顾 | 动态 | 小结 | 总结 )? [\W_]* $
    """)


@cache
def _weekday() -> Pattern[str]:
    return verbose(
        r"[【\[]? (?: 周 | 星期 | 礼拜 ) [一二三四五六日天末] (?: [、至到—–~～-] (?: 周 | 星期 )? [一二三四五六日天] )? [】\]]? \s* (?: [(（] [^()（）]{1,14} [)）] )? [:：]? $"
    )


@cache
def _relative() -> Pattern[str]:
    """Words that look like a date and open no item."""
    return verbose(
        r"今天是 | (?: 今年 | 去年 | 近年 | 年初 | 年内 | 当前 | 目前 | 春季 | 夏季 | 秋季 | 冬季 | \d{4}年 (?! \d ) )"
    )


@frozen
class _Signs:
    """What heads of lines mean on this page.

    Attributes:
        numbered: whether Arabic numbers count the items.
        bare: whether numbers alone are days; short: whether 3.8 is one.
        week: whether weekdays alone on their lines head the items below.
        records: where the lines of records begin, and which of them are the first.
    """

    numbered: bool
    bare: bool
    short: bool
    week: bool
    records: dict[int, bool]


def _signs(page: Page, lines: Sequence[PageLine]) -> _Signs:
    return _Signs(
        is_numbered(mark_at(page.text, line.start, line.stop) for line in lines),
        bare_days(lines),
        short_dates(line.text for line in lines),
        sum(_weekday().match(line.text) is not None for line in lines) > 1,
        record_lines(lines),
    )


def survey(page: Page) -> list[Unit]:
    """The lines that are left to the format, in order."""
    lines: list[tuple[PageLine, bool]] = []
    gap = False
    for line in page.lines:
        if line.role == "paragraph":
            lines.append((line, gap))
        gap = line.role == "blank" if line.role in ("blank", "paragraph") else gap
    lines = part_labels(lines)
    signs = _signs(page, [line for line, _ in lines])
    units = [_unit(page, line, gap, signs) for line, gap in lines]
    _join_days(units)
    mark_headings(page, units)
    _mark_captions(units)
    for above, unit, below in zip(units, units[1:], [*units[2:], None], strict=False):
        if _captions(unit, above) and not (below and tells_again(unit.text, below.text)):
            unit.kind = "caption"
    return units


def _join_days(units: list[Unit]) -> None:
    """A weekday on the line below its day says the same day again: 2月12日 / 星期一; the other way round it is the day that stays."""
    for above, below in list(itertools.pairwise(units)):
        if above.kind == below.kind == "day" and (above.when is None) != (below.when is None):
            again = above if above.when is None else below
            again.line.role = "heading"
            units.remove(again)


def _mark_captions(units: list[Unit]) -> None:
    """▲ or △ below a picture says what it shows, where all lines behind such a sign are short and none is a sentence or dated."""
    marked = [unit for unit in units if unit.mark is not None and unit.mark.kind == "same-day"]
    if all(
        unit.kind == "head" and unit.when is None and not unit.closed and len(unit.text) <= SHORT // 2
        for unit in marked
    ):
        for unit in marked if len(marked) < len(units) // 2 else ():
            unit.kind = "caption"


def _captions(unit: Unit, above: Unit) -> bool:
    """Whether a short line may name what a picture of the paragraph above shows."""
    short = unit.kind == "short" and len(unit.text) <= CAPTION and above.kind in ("head", "text")
    return short and unit.text[:2] in above.text


def bare_days(lines: Sequence[PageLine]) -> bool:
    """Whether bare numbers before a blank are days: they do not fall, and do not simply count 1 2 3."""
    days = [int(found["day"]) for line in lines if (found := _bare_day().match(line.text))]
    return len(days) >= 2 and days == sorted(days) and days != list(range(1, len(days) + 1))


def _unit(page: Page, line: PageLine, gap: bool, signs: _Signs) -> Unit:
    if line.start in signs.records:
        return Unit(line, "record" if signs.records[line.start] else "field", None, line.start, gap)
    if kind := _by_words(line.text, week=signs.week):
        return Unit(line, kind, None, line.start, gap)
    text, start, stop = page.text, line.start, line.stop
    day = date_line(text, start, stop, page.span, SHAPES)
    if day is not None and day.when is not None:
        return Unit(line, "day" if _single(day.when) else "period", day, stop, gap)
    head = _head(page, line, signs)
    if head is not None and head.when is None and head.mark is not None and head.mark.kind == "heading":
        return Unit(line, "heading", head, head.stop, gap)
    if head is not None and head.when and head.mark is None and _sums_days(text[head.stop : stop], head.when):
        return Unit(line, "period", head, head.stop, gap)
    opens = head.stop if head else start
    tail = date_behind(text, opens, stop, page.span, SHAPES)
    short = stop - start <= SHORT and "。" not in line.text and not ends_sentence(line.text) and tail is None
    if head is not None:
        titled = short and _han_numbered(head) and (is_heading(text[opens:stop]) or not tells(text[opens:stop]))
        return Unit(line, "heading" if titled else "head", head, opens, gap, tail[:2] if tail else None)
    if tail is not None:
        return Unit(line, "head", None, start, gap, tail[:2])
    return Unit(line, ("heading" if is_heading(line.text) else "short") if short else "text", None, start, gap)


@cache
def _kinds_by_words() -> tuple[tuple[Pattern[str], Kind], ...]:
    return (
        (_credit(), "caption"),
        (_keyword(), "keyword"),
        (_number(), "number"),
        (_announced(), "heading"),
        (_worked(), "heading"),
        (_half_month(), "period"),
    )


def _by_words(text: str, *, week: bool) -> Kind | None:
    """What a line is by its words alone, whatever it opens with."""
    for shape, kind in _kinds_by_words():
        if shape.match(text):
            return kind
    return "day" if week and _weekday().match(text) else None


def _head(page: Page, line: PageLine, signs: _Signs) -> Head | None:
    """Mark and date in front of a line; a bare number, 3.8 or a weekday is a date where the page uses it so."""
    text, stop = page.text, line.stop
    dateline = _dateline().match(text, line.start, stop)
    begins = dateline.end() if dateline else line.start
    head = head_at(text, begins, stop, page.span, SHAPES, numbered=signs.numbered, short=signs.short)
    if head is not None and head.when is not None:
        if not _opens_nothing(text, head):
            return head
        head = Head(head.start, head.mark.stop, head.mark, None, head.start, head.start) if head.mark else None
    if head is not None and head.mark is not None and head.mark.kind == "heading":
        return head
    begins = head.stop if head else begins
    found = _weekday_first().match(text, begins, stop) or (
        _bare_day().match(text, begins, stop) if signs.bare else None
    )
    return _bare_head(page, found, head) if found else head


def _han_numbered(head: Head) -> bool:
    """Whether a head is a Chinese number, which may count the sections: 二、."""
    return head.mark is not None and head.mark.style.endswith("一") and head.when is None


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


def _bare_head(page: Page, found: re.Match[str], before: Head | None) -> Head:
    """The head with a bare number or a weekday as its date; which day a weekday is depends on the period."""
    written, groups = found["day"], found.groupdict()
    stop = found.end("last") if groups.get("last") else found.end("day")
    day = PartialDate(None, None, int(written) if written.isdecimal() else None)
    last = PartialDate(None, None, int(groups["last"])) if groups.get("last") else day
    place = page.span(found.start("day"), stop)
    when = When(day, last, "day", frozenset(), page.text[found.start("day") : stop], place)
    start, mark = (before.start, before.mark) if before else (found.start(), None)
    return Head(start, found.end(), mark, when, found.start("day"), stop, " ")
