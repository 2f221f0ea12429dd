"""How much a page looks like a roundup, and why. No date is read for it: words and the shapes of line heads are enough."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
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


Weighed = tuple[float, str]
"""Points, and the reason for them; "" where they need none."""


def score(page: Page) -> tuple[float, tuple[str, ...]]:
    """How much the page looks like a 一周动态."""
    lines = [line for line in page.lines if line.text and line.role not in ("chrome", "metadata")][:ENOUGH]
    if not lines:
        return 0.0, ()
    shown = [text.replace(" ", "") for text in (page.title, *(line.text for line in lines[:HEAD])) if len(text) < 60]
    title = next((text for text in shown if _title().search(text)), None)
    stories, bare = _stories(lines), bare_days(lines)
    points = [*_by_title(page, lines, title), *_by_lines(page, lines, titled=title is not None, bare=bare)]
    points += _by_layout(stories, bare=bare)
    total = sum(worth for worth, _ in points)
    reasons = [reason for _, reason in points if reason]
    other = next((text for text in shown if _other().search(text)), None)
    if other is not None and title is None and stories < 3 and not bare:
        total *= 0.6
        reasons.append(f"but {other!r} is the title of another kind of bulletin")
    if _speech().search(page.text, 0, 4000):
        total *= 0.5
        reasons.append("but it addresses its hearers like a report")
    return min(total, 1.0), tuple(reasons) if total else ()


def _by_title(page: Page, lines: Sequence[PageLine], title: str | None) -> Iterator[Weighed]:
    """What title and lead say."""
    lead = [page.title, *(line.text[:120] for line in lines[: HEAD // 2])]
    if title is not None:
        yield 0.45, f"{title!r} is the title of a roundup"
    if any(_days().search(text) for text in lead):
        yield 0.3, "title or lead give a period of days"
    if title is None and any(_week().search(text) for text in lead):
        yield 0.25, "the lead speaks of the week"


def _by_lines(page: Page, lines: Sequence[PageLine], *, titled: bool, bare: bool) -> Iterator[Weighed]:
    """What the lines tell of, and what they open with."""
    told = [line for line in lines if len(line.text) > SHORT // 4]
    items = sum(_day().search(line.text, 0, 120) is not None for line in told)
    acts = sum(_act().search(line.text, 0, 80) is not None for line in told)
    days = sum(_day_alone().match(line.text) is not None for line in lines)
    marked = sum(_marked(page, line.start, line.stop) for line in lines)
    headings = sum(is_heading(line.text) for line in lines if line.role != "title")
    if items >= 2:
        yield 0.15, f"{items} of {len(lines)} lines tell of a day, {acts} lines of meetings, visits and the like"
    if days >= 2 and acts >= days:
        yield 0.15, f"{days} days head what was done on them"
    if acts >= 2 and (items >= 2 or days >= 2 or titled or bare):
        yield 0.15, ""
    if marked >= 2:
        yield 0.1, f"{marked} lines open with a mark"
    if headings >= 2:
        yield 0.2, f"{headings} lines are headings of sections"


def _by_layout(stories: int, *, bare: bool) -> Iterator[Weighed]:
    """Layouts that only roundups have."""
    if stories >= 3:
        yield 0.5, f"{stories} dated headlines have a story below"
    if bare:
        yield 0.5, "numbers alone are the days of a month"  # chronicles write 26日


def _stories(lines: Sequence[PageLine]) -> int:
    """How many short lines open with a day and have a sentence below them."""
    return sum(
        _headline().match(line.text) is not None and below.text[-1:] in "。”）)" and len(below.text) > SHORT
        for line, below in itertools.pairwise(lines)
    )


def _marked(page: Page, start: int, stop: int) -> bool:
    mark = mark_at(page.text, start, stop)
    return mark is not None and mark.kind != "heading" and stop - start > SHORT // 2
