"""Headings that are short lines without a marker. They count in groups, never alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import zip_longest
from re import Pattern

from chronicle_parse.formats.outline.lines import Item
from chronicle_parse.formats.outline.phrases import LABEL, figured
from chronicle_parse.formats.page import Page
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose

PERIOD, LINE = "period", "line"
"""The systems of lines that name the review, the plan or their years, and of all others."""
SHORT = 30
"""Characters of an unmarked heading line."""
TERSE = 8
"""Characters of a heading so short that even a short line below it is its text."""


@cache
def _no_heading() -> Pattern[str]:
    """What an unmarked line must not look like to be a heading."""
    return verbose(rf"""
        ^ (?: {any_of(words("outline_words", use="address"))} | [(（《<\[-] | \d+ (?! \d* 年 ) | [\d〇○零一二三四五六七八九十年月日\s]+ $ )
        | {any_of(words("outline_words", use="caption"))}
        | [。；;，,、！!？?…\])）>》] $ | 以来 $ | 的 $
        | https? | [。！!？?] . | \d月\d+日 | 第 \s? \d+ \s? 版   # a link, two sentences, a day, a page of a newspaper
        | \s \p{{Han}} \s? \p{{Han}}{{1,2}} $                       # a name behind its title
    """)


@cache
def _bracketed() -> Pattern[str]:
    """A title in brackets that opens a line: 【产业发展】."""
    return verbose(r"【 \s* (?P<title> [^【】\n]{2,16} ) \s* 】 \s* (?P<text> .? )")


@cache
def _announces() -> Pattern[str]:
    """A sentence that leads over to what follows."""
    return verbose(r"""
        (?: [是为下] | 包括 | 如下 | 以下 .* | 几点 | 几项 .* | 方面的? (?: 重点 )? 工作 | 件 \p{Han}{0,3} (?: 大事 | 实事 ) ) [:：]? $
        | (?: [,，] .* | .{14,} ) [:：] $
    """)


@cache
def _topic() -> Pattern[str]:
    """A heading that names the review, the plan, or another part of a report."""
    return verbose(any_of([*words("report_headings", stands="heading"), *words("outline_words", use="part")]))


@cache
def _part() -> Pattern[str]:
    return verbose(any_of(words("outline_words", use="part")))


@cache
def _period() -> Pattern[str]:
    """A heading that says which years are spoken of."""
    return verbose(r"""
        ^ [“"]? (?: (?:19|20)\d\d | 今年 | 去年 | 明年 | 过去 | 未来 | 今后 | 新的?一年 | [一三四五]年来 | 本届政府
                  | 十[一二三四五六七]五 )
    """)


def names_period(line: str) -> bool:
    """Whether an unmarked line names the review, the plan or their years, as headings do.

    >>> names_period("2021年以来工作回顾"), names_period("2021年，全区生产总值增长8%。")
    (True, False)
    """
    if not line or len(line) > SHORT or _no_heading().search(line.rstrip(":：")) or _announces().search(line):
        return False
    return _topic().search(line) is not None or _period().search(line) is not None


def judge(page: Page, items: Sequence[Item]) -> None:
    """Marks the headings among the unmarked lines."""
    _judge_bracketed(items)
    topics, lines = _candidates(page, items)
    for item in topics:
        item.title_at(item.stop, item.stop)
    lost = _lost_bullets(items, lines)
    marked = sum(item.heading and item.system != "" for item in items)
    if len(lines) - len(lost) < (2 if marked > 2 else 3):
        lines = lost
    for item in lines:
        item.unmarked = LINE
        item.title_at(item.stop, item.stop)
    if not lines:
        # why: without short lines below them, 主要目标 stands below 2023年工作安排 but 政府自身建设 beside it
        periods = any(item.unmarked == PERIOD for item in topics)
        for item in topics:
            item.unmarked = item.unmarked if periods and not _part().search(item.text) else PERIOD


def _candidates(page: Page, items: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """The short lines that name the review, the plan or their years, and those that look like a heading with a text below."""
    gaps = sorted(item.gap for item in items[1:])
    usual = gaps[len(gaps) // 2] if gaps else 0
    spaced = usual > 0 and 10 * sum(gap > usual for gap in gaps) > len(gaps)
    dense = usual == 0 and _is_digest(items)
    topics: list[Item] = []
    lines: list[Item] = []
    verse = _verse(items)
    before: Item | None = None
    for at, (item, after) in enumerate(zip_longest(items, items[1:])):
        fresh = item.gap > 0 or before is None or before.heading or before.unmarked != ""
        opens = fresh or (before is not None and (_is_text(before) or before.text[-1] in "！!"))
        below_line = before is not None and bool(lines) and lines[-1] is before
        before = item
        title = item.text.strip("*_ ").rstrip(":：")
        named = _topic().search(title) is not None
        opens = opens or (dense and len(title) <= TERSE) or (named and _period().search(title) is not None)
        if item.system or item.heading or after is None or not opens or not _may_head(page, title):
            continue
        if _announces().search(item.text):
            continue
        if named:
            item.unmarked = PERIOD if _period().search(title) else LINE
            topics.append(item)
        elif _period().search(title):
            below = dense or after.gap > 0 or _is_text(after) or figured(after.text)
            if not verse[at] and len(title) > 5 and below:
                item.unmarked = PERIOD
                topics.append(item)
        elif not below_line:
            apart, terse = item.gap > usual, len(title) <= TERSE
            if (spaced and apart and terse and not verse[at]) or (
                (not spaced or apart or terse) and _has_text(items, at, title, verse)
            ):
                lines.append(item)
    return topics, lines


def _lost_bullets(items: Sequence[Item], lines: Sequence[Item]) -> list[Item]:
    """Those lines that stand before or behind a heading with a bullet: their own was lost."""
    found: list[Item] = []
    waiting: list[Item] = []
    candidates = iter(lines)
    next_line = next(candidates, None)
    bullet = False
    for item in items:
        if item is next_line:
            (found if bullet else waiting).append(item)
            next_line = next(candidates, None)
        elif item.heading:
            bullet = item.kind is not None and item.kind.listing
            found += waiting if bullet else []
            waiting = []
    return found


def _judge_bracketed(items: Sequence[Item]) -> None:
    """Titles in brackets that open three or more lines."""
    found = [(item, match) for item in items if not item.system and (match := _bracketed().match(item.text))]
    if len(found) > 2:
        periods = all(_period().search(match["title"]) for _, match in found)
        for item, match in found:
            at = item.line.start
            item.unmarked = PERIOD if periods else LINE
            item.start = at + match.start("title")
            item.title_at(at + match.end("title"), at + match.start("text") if match["text"] else item.stop)


def _may_head(page: Page, title: str) -> bool:
    if not 2 <= len(title) <= SHORT or title == page.title or _no_heading().search(title) or figured(title):
        return False
    label, _, rest = title.replace("：", ":").partition(":")
    return not rest or (len(label) <= LABEL and (_period().search(label) or _topic().search(label)) is not None)


def _is_digest(items: Sequence[Item]) -> bool:
    """Whether a page gives its figures line by line, without sentences."""
    stops = sum(item.text[-1] in "。；;" for item in items)
    figures = sum(figured(item.text) for item in items)
    return len(items) >= 10 and 5 * stops <= len(items) and 5 * figures >= 2 * len(items)


def _verse(items: Sequence[Item]) -> list[bool]:
    """For each line whether it stands in verse: a block of three and more short lines without a stop or a figure."""
    found = [False] * len(items)
    start = 0
    spacing = min((item.gap for item in items[1:]), default=0)
    for at in range(1, len(items) + 1):
        if at == len(items) or items[at].gap > spacing:
            if at - start > 2 and not any(
                _is_text(item) or item.system or figured(item.text) for item in items[start:at]
            ):
                found[start:at] = [True] * (at - start)
            start = at
    return found


def _is_text(item: Item) -> bool:
    return len(item.text) >= SHORT or item.text[-1] in "。；;"


def _has_text(items: Sequence[Item], at: int, title: str, verse: Sequence[bool]) -> bool:
    """Whether the next line is the text of this short one."""
    after = items[at + 1]
    if after.system:
        # why: 城市功能不断完善 ⏎ ●87个项目完成投资124亿元
        bullet = after.kind is not None and after.kind.listing and figured(after.text)
        return bullet or (after.marker is not None and after.marker.number == 1)
    if verse[at]:
        return False
    below = after.text
    if _is_text(after) or figured(below):
        return True
    # why: 城市影响力 ⏎ 荣获某某称号 ⏎ 跻身20强 is a heading with its list, the closing lines of a poster are not
    listed = any(figured(item.text) for item in items[at + 2 : at + 5])
    return listed and len(title) <= TERSE and len(below) > 1.5 * len(title) and not _no_heading().match(below)
