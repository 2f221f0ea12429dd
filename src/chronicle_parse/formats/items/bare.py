"""Heads that are dates only in company: 05-06, a number alone for a day or a year."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from functools import cache
from re import Pattern
from typing import Literal

from chronicle_parse.fields.dates import DateContext
from chronicle_parse.formats.items.heads import COUNTER, NOTHING, Head
from chronicle_parse.model import PartialDate, Span, SpanMaker, When
from chronicle_parse.patterns import verbose

Bare = Literal["", "day", "year"]
"""What a number alone at the head of a line means."""


@cache
def _bare_number() -> Pattern[str]:
    return verbose(rf"(?P<number> \d{{1,4}} ) [ \t]+ (?! {COUNTER} ) (?= \p{{Han}} | [“《] )")


@cache
def _short() -> Pattern[str]:
    return verbose(
        r"\W{0,4} (?: 0?[1-9] | 1[0-2] ) [-./] (?: 0?[1-9] | [12]\d | 3[01] ) (?: (?<! -\d ) (?<! -\d\d ) [日号] (?= [\s,，] ) | (?= [\s,，:：] | [(（] (?: 周 | 星期 )? [一二三四五六日] [)）] | (?<= [-/] \d{1,2} ) $ ) )"
    )


def short_dates(lines: Iterable[str]) -> bool:
    """Whether lines open with month and day alone, behind a mark perhaps: `05-06 农展会开幕`. One such line proves nothing (3.15 晚会).

    >>> short_dates(["05-06 农展会开幕。", "05-09 农展会闭幕。"])
    True
    """
    return sum(_short().match(line) is not None for line in lines) >= 2


def bare_numbers(lines: Iterable[str | None]) -> Bare:
    """What numbers alone at line heads mean: years, or days that mostly go up and do not merely count the lines.

    None among the lines is a heading from which days may begin anew.

    >>> bare_numbers(["2 我市举行运动会。", "4 市委调研。", "7 平台开通。"])
    'day'
    >>> bare_numbers(["2014 完成改造。", "我市举行运动会。"])
    'year'
    """
    parts: list[list[int]] = [[]]
    for line in lines:
        if line is None:
            parts.append([])
        elif (found := _bare_number().match(line)) is not None:
            parts[-1].append(int(found["number"]))
    numbers = [number for part in parts for number in part]
    if not numbers:
        return ""
    if all(1000 <= number <= 2100 for number in numbers):
        return "year"
    if len(numbers) < 3 or max(numbers) > 31 or numbers == list(range(1, len(numbers) + 1)):
        return ""
    steps = [(a, b) for part in parts for a, b in itertools.pairwise(part)]
    return "day" if sum(a <= b for a, b in steps) >= 0.7 * len(steps) else ""


def bare_head(
    text: str, start: int, stop: int, meaning: Bare, at: SpanMaker = Span, context: DateContext = NOTHING
) -> Head | None:
    """The head that a number alone makes, read as `bare_numbers` says; None where no such number stands.

    >>> bare_head("2014 完成改造。", 0, 10, "year").when.edtf
    '2014'
    """
    found = _bare_number().match(text, start, stop) if meaning else None
    if found is None:
        return None
    number = int(found["number"])
    if meaning == "year":
        date, inherited = PartialDate(number), frozenset[str]()
    else:
        date = PartialDate(context.year, context.month, number)
        inherited = frozenset(
            part for part, known in (("year", context.year), ("month", context.month)) if known is not None
        )
    stop_ = found.end("number")
    when = When(date, date, meaning or "day", inherited, found["number"], at(start, stop_))
    return Head(start, found.end(), None, when, start, stop_, text[stop_ : found.end()])
