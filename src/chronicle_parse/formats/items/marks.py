"""Marks: the bullets, numbers and same-day signs that stand before the text of an item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from re import Pattern
from typing import Literal

from attrs import frozen

from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, compiled, verbose

MarkKind = Literal["bullet", "same-day", "number", "heading"]

HAN_DIGITS = "一二三四五六七八九十"

FEW = 3
"""So many numbers show that they count where each of them may belong to a date."""


@frozen
class Mark:
    """What stands before the text of an item.

    Attributes:
        kind: "bullet", "same-day" (△ Δ ☆ ▲: by itself it takes the date above), "number", or "heading" (Markdown's #).
        text: as written, without blanks: "△", "3、", "(1)", "四、".
        style: what marks of one level have in common: the sign itself, or the number's shape with N for the number ("N、", "(N)").
        number: the number of a numbered mark, else None.
        start, stop: from the sign to behind the blanks that follow it.
        doubtful: whether a day follows right behind the point of a number, so that 1.22日 may be a date.
    """

    kind: MarkKind
    text: str
    style: str
    number: int | None
    start: int
    stop: int
    doubtful: bool = False


@cache
def kinds() -> dict[str, MarkKind]:
    """What kind of mark every sign of the table is."""
    kinds: dict[str, MarkKind] = dict.fromkeys(words("marks", kind="bullet"), "bullet")
    return kinds | dict.fromkeys(words("marks", kind="same-day"), "same-day")


_DAY = (
    r"(?: (?: 1[0-2] | 0?[1-9] ) \. )?+ (?: 3[01] | [12]\d | 0?[1-9] ) [ ]? (?: [-—–~～至] [ ]? \d{1,2} [ ]? )? [日号]"
)
"""A bare day right behind the point of a number, 3.5日, with or without its month: 1.22日 may be that day as well."""


_ROW_DATE = r"(?: \d{4} [年./-] [ ]? \d | \d{1,2} 月 [ \d上中下初底末份] )"
"""The beginning of a date that shows that what stands in front of it is a mark."""


@cache
def _mark() -> Pattern[str]:
    return verbose(rf"""
        (?P<hash> \#{{1,6}} [ ]+ )?  (?: \*\* )?                          # Markdown heading, Markdown bold
        (?:
          (?P<sign> {any_of(kinds())} )
        | (?P<row> \|? [ ]* (?P<cell> \d{{1,3}} ) [ \t|]+ ) (?= {_ROW_DATE} )     # the number of a row in front of its date
        | (?P<dash> [-*+–—|] | [nluvØ§] (?= [ ]+ [\p{{Han}}\d“《] ) ) (?= [ ]+ \S )   # a Markdown bullet needs its blank; letters of Wingdings
        | (?P<rule> [—–─-]{{2}} | [?？]{{1,2}} | [a-zA-Z] [.)、）] | [IVX]{{2,4}} [.)、）] ) (?= [ ]* {_ROW_DATE} )     # ? is what damage makes of a sign
        | (?P<number>
            (?P<arabic> \d{{1,3}} ) [ ]?
              (?: [、)）] (?! [ ]? \d+ [ ]? 、 )                           # 3、 but not 2、3、4日
                | [.．] (?: (?! [ ]? \d ) | (?= [ ]? \d{{1,2}} [ ]? 月 | [ ]? \d{{4}} [ ]? 年 | [ ] 20\d\d | [ ]? {_DAY} ) ) )    # 3. but not 3.5
          | [(（] [ ]? (?P<inner> \d{{1,3}} | [{HAN_DIGITS}百]{{1,4}} ) [ ]? [)）]
          | (?P<han> [{HAN_DIGITS}百]{{1,4}} ) [ ]? [、.．]
          | 第 (?P<ordinal> [{HAN_DIGITS}百]{{1,4}} | \d{{1,3}} ) [、,，]
          | (?P<circled> [①-⑳⑴-⒇⒈-⒛❶-❿㈠-㈩] )
          )
        )?
        (?P<tail> [ 　\t]* \*{{0,2}} [ 　\t]* )
    """)


@cache
def _may_begin() -> Pattern[str]:
    """The characters with which marks begin; most lines begin with another, and `_mark` takes its time to say so."""
    signs = "".join(sorted({kind[0] for kind in kinds()}))
    return compiled(rf"[\#*|\d \t　+–—─?？a-zA-ZØ§(（{HAN_DIGITS}百第①-⑳⑴-⒇⒈-⒛❶-❿㈠-㈩{re.escape(signs)}-]")


def mark_at(text: str, start: int, stop: int, *, numbered: bool = True) -> Mark | None:
    """The mark at the head of a line, None if it has none.

    Args:
        text: clean text; start, stop: the line in it.
        start: where the line begins.
        stop: where it ends.
        numbered: False reads no number before a day or month as a mark: `1、2日` are two days then, and `1.22日` is one.

    >>> mark_at("△县文化馆举办书法展。", 0, 11).kind
    'same-day'
    >>> mark_at("四、新基地竣工。", 0, 8).number
    4
    >>> mark_at("2月9日,我区召开会议。", 0, 12) is None
    True
    """
    found = _mark().match(text, start, stop) if _may_begin().match(text, start, stop) else None
    if found is None or found.end("tail") == start:
        return None
    sign, dash, number = found["sign"], found["dash"] or found["rule"], found["number"]
    if (cell := found["cell"]) is not None:
        return Mark("number", cell, "N", int(cell), start, found.end())
    if number is not None:
        value = next(found[name] for name in ("arabic", "inner", "han", "ordinal", "circled") if found[name])
        doubtful = (
            number[-1] in ".．"
            and number.strip()[0] in "0123456789"
            and _pointed().match(text, found.end("number"), stop) is not None
        )
        if not numbered and (doubtful or _day_list().match(text, start, stop)):
            return None
        style = number.replace(value, "N", 1).replace(" ", "") if found["circled"] is None else "①"
        style += "" if value.isdecimal() or found["circled"] else "一"
        return Mark("number", number.strip(), style, _count(value), start, found.end(), doubtful)
    if sign is not None or dash is not None:
        text_ = sign or dash
        style = "A" if text_[0].isalpha() and len(text_) > 1 else text_
        return Mark(kinds().get(text_, "bullet"), text_, style, None, start, found.end())
    if found["hash"] is not None:
        level = found["hash"].strip()
        return Mark("heading", level, level, None, start, found.end())
    return None  # only bold signs: no mark


@cache
def _pointed() -> Pattern[str]:
    return verbose(_DAY)


@cache
def _day_list() -> Pattern[str]:
    return verbose(
        rf"\d{{1,2}} [ ]? 、 [ ]? \d{{1,2}} [ ]? [日月] | [{HAN_DIGITS}]{{1,2}} 、 [{HAN_DIGITS}]{{1,2}} [日月]"
    )


_CIRCLED = "㈠❶⒈⑴①"
"""The first of each row of circled numbers, highest code point first."""


def _count(value: str) -> int | None:
    """The number of a mark."""
    if value.isdecimal() and value.isascii():
        return int(value)
    if value[0] in HAN_DIGITS + "百":
        return _han(value)
    return next(ord(value) - ord(first) + 1 for first in _CIRCLED if value >= first)


def _han(value: str) -> int | None:
    hundreds, _, rest = value.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    total = (HAN_DIGITS.find(hundreds) + 1) * 100 if hundreds else 0
    total += ((HAN_DIGITS.find(tens) + 1) or 1) * 10 if ten else 0
    return total + (HAN_DIGITS.find(ones) + 1 if ones else 0) or None


def is_numbered(marks: Iterable[Mark | None]) -> bool:
    """Whether Arabic numbers count up from line to line: 1、 then 2、. One such line alone proves nothing.

    Where all of them may be part of a date (1.22日), there must be three, and each must follow the one above or begin anew:
    1.5日, 1.22日, 2.3日 are days.

    >>> lines = ["1、7月15日,解放。", "2、秋,招生。"]
    >>> is_numbered(mark_at(line, 0, len(line)) for line in lines)
    True
    """
    last: dict[str, int] = {}
    counts = False
    pointed: list[int] = []
    for mark in marks:
        if mark is None or mark.number is None:
            continue
        if mark.doubtful:
            pointed.append(mark.number)
        elif last.get(mark.style) == mark.number - 1:
            counts = True
        last[mark.style] = mark.number
    return counts or _counts_up(pointed)


def _counts_up(numbers: Sequence[int]) -> bool:
    """Whether numbers do nothing but count, more than once perhaps: 1 2 3 1 2."""
    steps = [(above, below) for above, below in pairwise(numbers) if below != 1]
    return len(numbers) >= FEW and len(steps) > len(numbers) // 2 and all(below == above + 1 for above, below in steps)
