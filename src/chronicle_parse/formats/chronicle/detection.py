"""How much a page looks like a chronicle, and why. No date is read for it: the shapes of line heads are enough."""

from __future__ import annotations

from functools import cache

from regex import Pattern

from chronicle_parse.formats.chronicle.layout import dateish
from chronicle_parse.formats.items import mark_at
from chronicle_parse.formats.page import Page
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose

ENOUGH = 400
"""So many lines are looked at; a long chronicle does not change its mind."""

HEAD = 12
"""So many of the first lines may hold a title."""


@cache
def _title() -> Pattern[str]:
    return verbose(any_of(words("titles", format="chronicle")))


@cache
def _other_title() -> Pattern[str]:
    return verbose(any_of([*words("titles", format="work_report"), *words("titles", format="roundup")]))


@cache
def _alone() -> Pattern[str]:
    """A line that is a date and nothing else, as far as a glance can tell."""
    return verbose(r"[\d一二三四五六七八九十元〇零○年月日号民国至到~～—–\-.()（）【】\[\]# 上中下旬份度]{2,24}$")


@cache
def _inside() -> Pattern[str]:
    """A day inside a sentence."""
    return verbose(r"\d{1,2}月\d{1,2}日")


@cache
def _speech() -> Pattern[str]:
    """What is said in a report or speech and never in a chronicle."""
    return verbose(r"各位代表|同志们[:：]|一是.{2,80}?二是|今年主要预期目标|工作回顾")


def score(page: Page) -> tuple[float, tuple[str, ...]]:
    """How much the page looks like a 大事记."""
    lines = [line for line in page.lines if line.text and line.role not in ("chrome", "metadata", "title")][:ENOUGH]
    if not lines:
        return 0.0, ()
    opened, alone, numbered, inside = 0, 0, 0, 0
    for line in lines:
        mark = mark_at(page.text, line.start, line.stop)
        if dateish().match(page.text, mark.stop if mark else line.start, line.stop):
            opened += 1
            alone += _alone().match(line.text) is not None
        elif mark is not None and mark.number is not None:
            numbered += 1
            inside += _inside().search(line.text) is not None
    reasons: list[str] = []
    shown = [page.title, *(line.text for line in page.lines[:HEAD] if len(line.text) < 60)]
    titled = any(_title().search(text) for text in shown)
    other = next((text for text in shown if _other_title().search(text)), None)
    share = opened / len(lines)
    total = 0.0
    if opened >= 2 or (titled and opened):
        total = 0.25 + 0.5 * min(1.0, share / 0.6)
        reasons.append(f"{opened} of {len(lines)} lines open with a date")
        if alone:
            reasons.append(f"{alone} of them are a date alone")
    elif inside >= 2 and inside >= 0.4 * numbered:
        total = 0.4
        reasons.append(f"{inside} of {numbered} numbered lines tell of a day")
    if titled:
        total += 0.35
        reasons.append("the title is that of a chronicle")
    elif other is not None:
        total *= 0.4
        reasons.append(f"but {other!r} is the title of another kind of bulletin")
    if _speech().search(page.text, 0, 4000):
        total *= 0.5
        reasons.append("but it addresses its hearers like a report")
    return min(total, 1.0), tuple(reasons) if total else ()
