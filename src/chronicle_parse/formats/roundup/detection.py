"""How much a page looks like a roundup, and why. No date is read for it: words and the shapes of line heads are enough."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache
from re import Pattern

from chronicle_parse.formats.items import mark_at
from chronicle_parse.formats.page import Page, PageLine
from chronicle_parse.formats.roundup.headings import is_heading
from chronicle_parse.formats.roundup.survey import bare_days
from chronicle_parse.formats.roundup.units import SHORT
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose

ENOUGH = 300
"""So many lines are looked at."""

HEAD = 10
"""So many of the first lines may hold a title or a lead."""


@cache
def _title() -> Pattern[str]:
    return verbose(any_of(words("titles", format="roundup")))


@cache
def _other() -> Pattern[str]:
    return verbose(any_of([*words("titles", format="chronicle"), *words("titles", format="work_report")]))


@cache
def _days() -> Pattern[str]:
    """A period of a few days or a half-month, as a roundup gives it in its title or lead."""
    year, month = r"(?: \d{4} [ ]? [年./-] [ ]? )?", r"(?: \d{1,2} [ ]? [月./] [ ]? )?"
    days = rf"{year} {month} \d{{1,2}} [ ]? 日? [ ]* [-—–~～至到―－]+ [ ]* {year} {month} \d{{1,2}} [ ]? 日?"
    return verbose(rf"""
        [(（【\[] {days} [)）】\]] | ^ {days} [。.]? $ | ^ {days} [^。,，;；]{{4,30}} $
        | 第 \d{{1,2}} 周 | 月 [上下] (?: 半月 )? $
    """)


@cache
def _week() -> Pattern[str]:
    return verbose(r"本周 | 这一?周 | 过去一周 | 一周")


@cache
def _day() -> Pattern[str]:
    """A day of the week's news, or a word for it."""
    return verbose(r"\d{1,2}月\d{1,2}日 | (?<! \d ) \d{1,2}日 | 昨[天日] | 日前 | 近日")


@cache
def _headline() -> Pattern[str]:
    return verbose(r"(?: \d{1,2}月 )? \d{1,2}日 [^。;；]{6,40} $")


@cache
def _day_alone() -> Pattern[str]:
    return verbose(r"[\W_]* (?: (?: \d{4}年 )? \d{1,2}月\d{1,2}日 .{0,6} | (?: 周 | 星期 ) [一二三四五六日] ) [\W_]* $")


@cache
def _act() -> Pattern[str]:
    """What leading people do in a roundup."""
    return verbose(r"调研 | 检查 | 会见 | 召开 | 主持 | 出席 | 参加 | 看望 | 慰问 | 走访 | 举行 | 签署 | 致辞 | 启动")


@cache
def _speech() -> Pattern[str]:
    return verbose(r"各位代表 | 同志们[:：] | 一是.{2,80}?二是")


def score(page: Page) -> tuple[float, tuple[str, ...]]:
    """How much the page looks like a 一周动态."""
    lines = [line for line in page.lines if line.text and line.role not in ("chrome", "metadata")][:ENOUGH]
    if not lines:
        return 0.0, ()
    reasons: list[str] = []
    total = 0.0
    shown = [text.replace(" ", "") for text in (page.title, *(line.text for line in lines[:HEAD])) if len(text) < 60]
    titled = next((text for text in shown if _title().search(text)), None)
    if titled is not None:
        total += 0.45
        reasons.append(f"{titled!r} is the title of a roundup")
    lead = [page.title, *(line.text[:120] for line in lines[: HEAD // 2])]
    if any(_days().search(text) for text in lead):
        total += 0.3
        reasons.append("title or lead give a period of days")
    items = [line for line in lines if len(line.text) > SHORT // 4 and _day().search(line.text, 0, 120)]
    acts = sum(_act().search(line.text, 0, 80) is not None for line in lines if len(line.text) > SHORT // 4)
    days = sum(_day_alone().match(line.text) is not None for line in lines)
    marked = sum(_marked(page, line.start, line.stop) for line in lines)
    if len(items) >= 2:
        total += 0.15
        reasons.append(
            f"{len(items)} of {len(lines)} lines tell of a day, {acts} lines of meetings, visits and the like"
        )
    if days >= 2 and acts >= days:
        total += 0.15
        reasons.append(f"{days} days head what was done on them")
    bare = bare_days(lines)
    if acts >= 2 and (len(items) >= 2 or days >= 2 or titled is not None or bare):
        total += 0.15
    if marked >= 2:
        total += 0.1
        reasons.append(f"{marked} lines open with a mark")
    headings = sum(is_heading(line.text) for line in lines if line.role != "title")
    if headings >= 2:
        total += 0.2
        reasons.append(f"{headings} lines are headings of sections")
    if titled is None and any(_week().search(text) for text in lead):
        total += 0.25
        reasons.append("the lead speaks of the week")
    stories = _stories(lines)
    if stories >= 3:
        total += 0.5
        reasons.append(f"{stories} dated headlines have a story below")
    if bare:
        total += 0.5
        reasons.append("numbers alone are the days of a month")  # chronicles write 26日
    other = next((text for text in shown if _other().search(text)), None)
    if other is not None and titled is None and stories < 3 and not bare:
        total *= 0.6
        reasons.append(f"but {other!r} is the title of another kind of bulletin")
    if _speech().search(page.text, 0, 4000):
        total *= 0.5
        reasons.append("but it addresses its hearers like a report")
    return min(total, 1.0), tuple(reasons) if total else ()


def _stories(lines: Sequence[PageLine]) -> int:
    """How many short lines open with a day and have a sentence below them."""
    return sum(
        _headline().match(line.text) is not None and below.text[-1:] in "。”）)" and len(below.text) > SHORT
        for line, below in itertools.pairwise(lines)
    )


def _marked(page: Page, start: int, stop: int) -> bool:
    mark = mark_at(page.text, start, stop)
    return mark is not None and mark.kind != "heading" and stop - start > SHORT // 2
