"""When, where and by whom a report was delivered."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import islice, takewhile
from re import Pattern

from chronicle_parse.fields import dates, people
from chronicle_parse.fields.places import find_places
from chronicle_parse.formats import metadata
from chronicle_parse.formats.page import Page, PageLine
from chronicle_parse.formats.work_report.periods import YEAR, Years, year_of
from chronicle_parse.lexicon import words
from chronicle_parse.model import Person
from chronicle_parse.patterns import any_of, verbose

HEAD = 15
"""So many lines from the top may hold the date, the place and the speaker."""
SIGNED = 2
"""So many lines at the end may hold the signature and its date."""
SHORT = 90
"""A longer line is text, not one of these."""
LOOK = 3000
"""Characters from the top in which the speaker is looked for first."""
SENTENCE = 200
"""So far before the words that someone gives a report may that person be named."""


@cache
def _session() -> Pattern[str]:
    """The session before which a report is given."""
    return verbose(r"代表大会 | 人大 .{0,6} 会议 | 次会议 | 会议上 | 大会上")


@cache
def _titled() -> Pattern[str]:
    """A report or session named by its year: 2023年政府工作报告, 2021年罗湖区两会."""
    return verbose(rf"(?P<year> {YEAR} ) \s? 年? \s? (?: \p{{Han}}{{2,10}}? )? (?: 政府工作报告 | (?<! 全国 ) 两会 )")


@cache
def _planned() -> Pattern[str]:
    """A year with what is planned for it: 2022年经济社会发展的主要预期目标."""
    topics = any_of(words("report_headings", kind="target"))
    return verbose(rf"""
        (?<= ^ | [\n。,，;；:：、“(（)）对和与及] | [部明提指阐安报讲][署确出明排告到]了? | 关于 | 围绕 )
        \s* (?P<year> {YEAR} ) \s? 年 (?! 以来 | \s? \d+ 月 ) (?: (?! {YEAR} \s? 年 ) [^。;；\n] (?! 回顾 ) ){{0,24}}? {topics}
        (?! [^。;；\n]{{0,6}} (?: 回顾 | 完成 | 情况 | 总结 ) )
    """)


@cache
def _reviewed() -> Pattern[str]:
    """A year that is looked back on: 2021年工作回顾, 回顾了2015年政府工作."""
    topics = any_of(words("report_headings", kind="actual"))
    return verbose(rf"""
        (?P<year> {YEAR} ) \s? 年 [^。;；\d\n]{{0,14}} {topics}
        | (?: 回顾 | 总结 ) [^。;；\d\n]{{0,8}} (?P<year> {YEAR} ) \s? 年
    """)


@cache
def _promised() -> Pattern[str]:
    """A year that opens a sentence of promises: 2007年,我们要力争增长10%."""
    return verbose(rf"""
        (?<= ^ | [\n。；;] ) \s* (?P<year> {YEAR} ) \s? 年 [,，]? \s? (?: 我们 | \p{{Han}}{{0,3}}[县市区乡镇] )?
        (?: 要 (?! 求 ) | 将 | 计划 | 力争 | 拟 | 确保 )
    """)


@cache
def _closed() -> Pattern[str]:
    """A year by whose end a level was reached: 截至2007年底."""
    return verbose(rf"截[至止] 到? \s? (?P<year> {YEAR} ) \s? 年 (?: 年? [底末] | \s? 12 \s? 月 )")


@cache
def _half() -> Pattern[str]:
    """Words of a title or heading that looks back on the first months of a year."""
    return verbose(r"(?: 上半年 | 前 .{1,2} 季度 | 前 .{1,2} 个月 ) .{0,12} (?: 工作 | 报告 | 总结 | 情况 | 回顾 )")


def years(page: Page, titles: Sequence[str]) -> Years:
    """The year of delivery and the year that is planned; reports what is unknown or contradicts the caller.

    Args:
        page: the page.
        titles: of its headings.
    """
    planned = _most(_planned(), page.text)
    reviewed = _most(_reviewed(), page.text)
    plan = planned or (reviewed + 1 if reviewed else _last_heading(titles)) or _of_sentences(page.text)
    delivered = _dated(page) or _most(_titled(), page.text) or plan
    if delivered is None:
        published = page.published or _stamp(page)
        delivered = published.year if published is not None else page.known.year
    elif page.known.year not in (None, delivered):
        message = f"the caller says year {page.known.year}, the text {delivered}"
        page.report("known.conflict", "warning", message, *_top(page))
    if delivered is None:
        message = "neither a date nor the headings say in which year the report was delivered; pass year= if you know"
        page.report("report.year-unknown", "warning", message, *_top(page))
    # why: a session in December plans the next year, and headings that name a far year (2035年远景目标) plan no single one
    near = plan is not None and delivered is not None and plan in (delivered, delivered + 1)
    half = any(_half().search(title) for title in (page.title, *titles))
    return Years(delivered, plan if near else delivered, half)


def _of_sentences(text: str) -> int | None:
    """The year that sentences without a heading plan: what they promise for it, or the year after the last end of year."""
    if promised := _most(_promised(), text):
        return promised
    ends = [year_of(match["year"]) for match in _closed().finditer(text)]
    return max(ends) + 1 if ends else None


def _most(pattern: Pattern[str], text: str) -> int | None:
    """The year that is named most often, the first of those."""
    counts = Counter(year_of(match["year"]) for match in pattern.finditer(text))
    return counts.most_common(1)[0][0] if counts else None


def _stamp(page: Page) -> dt.date | None:
    """The first date among the lines about the page."""
    dates_of_page = (metadata.timestamp(line.text) for line in page.lines if line.role == "metadata")
    return next((date for date in dates_of_page if date is not None), None)


@cache
def _opens() -> Pattern[str]:
    return verbose(rf"^ (?P<year> {YEAR} ) \s? 年")


def _last_heading(titles: Sequence[str]) -> int | None:
    """Of headings that are opened by two years, one for the review and one for the plan, the later."""
    named = {year_of(match["year"]) for match in map(_opens().match, titles) if match}
    return max(named) if len(named) == 2 else None


def _head(page: Page) -> list[PageLine]:
    return list(islice((line for line in page.lines if line.role not in ("blank", "chrome")), HEAD))


def _top(page: Page) -> tuple[int, int]:
    """The title or first line, where an issue about the whole report points."""
    head = _head(page)
    line = next((line for line in head if line.role == "title"), head[0] if head else page.lines[0])
    return line.start, line.stop


@cache
def _day_alone() -> Pattern[str]:
    """A line that holds a day and nothing else: （2013年12月26日）."""
    return verbose(rf"[(（—\s]* {YEAR} \s? 年 [\d一二三四五六七八九十\s]+ 月 [\d一二三四五六七八九十\s]+ 日 [)）\s]*")


def _dated(page: Page) -> int | None:
    """The year of the line that says when and where the report was given: near the top, or as its signature."""
    lines = [line for line in page.lines if line.role not in ("blank", "chrome", "metadata")]
    head = [line for line in _head(page) if len(line.text) <= SHORT and "年" in line.text]
    alone = [line for line in (*head, *lines[-SIGNED:]) if _day_alone().fullmatch(line.text)]
    for line in (*(line for line in head if _session().search(line.text)), *alone):
        for when in dates.scan(line.text):
            if when.start.year is not None and "year" not in when.inherited and when.start.month is not None:
                return when.start.year
    return None


@cache
def _gives() -> Pattern[str]:
    """Where a text says that someone gives the report."""
    return verbose(r"(?: 作 | 做 | 所作 ) 了? (?: 的 | 题为 )? (?: \p{Han}{0,6}? 政府 )? 工作报告 | 作报告 | 报告工作")


@cache
def _head_of_government() -> Pattern[str]:
    """A title of who heads a government, acting ones included, deputies not."""
    return verbose(r"(?<! 副 ) (?: [县市区省州旗镇乡]长 | (?: 政府 | 自治区 | 区 ) 主席 | 专员 | 管委会主任 ) $")


@cache
def _signature() -> Pattern[str]:
    """A line under the title that holds an office and a name and nothing else, however unusual the name is."""
    return verbose(
        r"^ (?P<title> \p{Han}{0,16} (?<! 副 ) [县市区省州旗镇乡]长 ) [ \u3000]+ (?P<name> \p{Han}{2,4} | \p{Han} [ \u3000]+ \p{Han} ) $"
    )


def speaker(page: Page) -> Person | None:
    """Who gives the report: named under the title, in the sentence that says so, or the first head of government named.

    Most are named in the short lines at the top, so that people need not be looked for further down.
    """
    top = max((line.stop for line in takewhile(lambda line: len(line.text) <= SHORT, _head(page))), default=0)
    named = people.scan(page.text[:top], page.span)
    if found := _under_title(page, named) or _giving(page, named, top):
        return found
    if len(page.text) > LOOK:
        named = people.scan(page.text[:LOOK], page.span)
        if found := _under_title(page, named) or _giving(page, named, LOOK) or _first_head(named):
            return found
    return _under_title(page, page.people) or _giving(page, page.people, len(page.text)) or _first_head(page.people)


def _under_title(page: Page, named: Sequence[Person]) -> Person | None:
    """The head of government in a short line near the top, or whoever such a line is the signature of."""
    for line in _head(page):
        if line.role in ("title", "paragraph") and len(line.text) <= 40:
            for person in page.within(named, page.span(line.start, line.stop)):
                if _head_of_government().search(person.title):
                    return person
            if signed := _signature().search(line.text):
                spans = [page.span(line.start + signed.start(part), line.start + signed.end(part)) for part in (1, 2)]
                return Person("".join(signed["name"].split()), signed["title"], spans[1], spans[0])
    return None


def _giving(page: Page, named: Sequence[Person], stop: int) -> Person | None:
    """Whoever has a title and stands in front of the words that a report is given, up to `stop`."""
    titled = {person.name: person for person in reversed(named) if person.title}
    for match in _gives().finditer(page.text, 0, stop):
        near = max(0, match.start() - SENTENCE)
        start = max(near, *(page.text.rfind(sign, near, match.start()) + 1 for sign in "。\n!！"))
        for person in reversed(page.within(named, page.span(start, match.start()))):
            if person.name in titled:
                return person if person.title else titled[person.name]
    return None


def _first_head(named: Sequence[Person]) -> Person | None:
    """The first head of government."""
    return next((person for person in named if _head_of_government().search(person.title)), None)


def place(page: Page, speaker: Person) -> tuple[str | None, str | None]:
    """The place that the speaker governs and its code, where nothing else on the page names it."""
    lead = page.text[: SHORT * HEAD]
    found = next(iter(find_places(speaker.title, context=lead)), None)
    return (found.name, found.code) if found is not None else (None, None)
