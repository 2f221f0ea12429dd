"""Heading systems as data: how a marker is written, what it counts, and where it usually stands among the others.

`rank` is only where a system stands as long as the text says nothing else; what encloses what is read off the sequence
(see `levels`). A new system is one more row of `SYSTEMS`.
"""

from __future__ import annotations

from functools import cache
from re import Pattern

from attrs import frozen

from chronicle_parse.patterns import verbose

HANZI = "[一二三四五六七八九十]{1,3}"
BULLETS = "■●◆•·▲★※▪◇○□➤▶►☆◎✦❖◼▌▎◈❤🔸🔹🔶🔷🔺🔻🔴🔵⭐✅✔📌📍👉"


@frozen
class System:
    """One way of marking headings.

    Attributes:
        name: a short name; every bullet sign is a system of its own, named by the sign.
        pattern: the marker, verbose; group `n_<name>` holds its number where it counts.
        rank: how high it usually stands, small is high.
        inline: whether it may open inside a paragraph, behind a stop (一是…;二是…).
        listing: whether it also marks lists, so that only a text below or behind it makes a heading of it.
    """

    name: str
    pattern: str
    rank: int
    inline: bool = False
    listing: bool = False


SYSTEMS = (
    System("part", rf"第 (?P<n_part> {HANZI} | \d{{1,2}} ) (?: 部分 | 章 | 篇 | 编 ) [\s、,，:：]*", 10),
    System("first-is", rf"(?P<n_first_is> {HANZI} ) [是要] (?! 否 )", 80, inline=True),
    System("keyword", rf"关键[词字] \s? (?P<n_keyword> {HANZI} | \d{{1,2}} )? \s? [:：]", 25),
    System(
        "hanzi", rf"(?P<n_hanzi> {HANZI} ) \s? (?: [、．.] | (?= [ \u3000]+ [\p{{Han}}\d“] ) | $ )", 20, inline=True
    ),
    System("hanzi-brackets", rf"[(（] \s? (?P<n_hanzi_brackets> {HANZI} ) \s? [)）] [、.．]?", 30, inline=True),
    System(
        "arabic",
        r"(?P<n_arabic> \d{1,2} ) \s? (?: [、．] | [.] (?! \d ) | (?<= \b 0[1-9] ) (?= \s* \p{Han} ) (?! \s*[年月日时] ) | $ )",
        40,
        inline=True,
    ),
    System(
        "arabic-brackets",
        r"[(（] \s? (?P<n_arabic_brackets> \d{1,2} ) \s? [)）] | (?P<n_arabic_brackets> \d{1,2} ) [)）]",
        50,
        inline=True,
    ),
    System("circled", r"(?P<n_circled> [①-⑳❶-❿] )", 55, inline=True),
    System(
        "ordinal",
        rf"第 (?P<n_ordinal> {HANZI} ) [、,，:：] | 其 (?P<n_ordinal> {HANZI} ) [、,，:：是]",
        60,
        inline=True,
    ),
    System("dash", r"(?: ——? | –{1,2} | -- | ──? | －－? ) (?! [\d-] )", 65, inline=True, listing=True),
    System("hyphen", r"[-*] (?= \s )", 67, listing=True),
    *(System(sign, rf"{sign}", 66, listing=True) for sign in BULLETS),
    System("emoji", r"[\U0001F300-\U0001FAFF\u2600-\u27BF] \uFE0F?", 64, listing=True),
)
"""In the order in which they are tried."""

NAMES = {system.name: system for system in SYSTEMS}


@frozen
class Marker:
    """A marker at the start of a line: its system, its words, its number (None if it does not count), the offset behind it."""

    system: str
    written: str
    number: int | None
    stop: int


@cache
def _markers() -> Pattern[str]:
    return verbose("|".join(rf"(?P<s{at}> {system.pattern} )" for at, system in enumerate(SYSTEMS)))


@cache
def _groups() -> tuple[tuple[str, str, str | None], ...]:
    """Of each system: the group that matches it, its name, the group of its number."""
    numbered = _markers().groupindex
    named = ((f"s{at}", each.name, "n_" + each.name.replace("-", "_")) for at, each in enumerate(SYSTEMS))
    return tuple((group, name, number if number in numbered else None) for group, name, number in named)


def read_marker(text: str, start: int = 0) -> Marker | None:
    """The marker that begins at `start`, or None.

    >>> read_marker("（三）加快环境整治")
    Marker(system='hanzi-brackets', written='（三）', number=3, stop=3)
    >>> read_marker("3.5万平方米") is read_marker("2021年工作回顾") is None
    True
    """
    found = _markers().match(text, start)
    if found is None:
        return None
    name, counted = next((name, number) for group, name, number in _groups() if found[group] is not None)
    return Marker(
        name, "".join(found[0].split()), _value(found[counted]) if counted and found[counted] else None, found.end()
    )


_DIGITS = {sign: value for value, sign in enumerate("一二三四五六七八九", 1)}


def _value(number: str) -> int:
    """The value of 十二, 12 or ⑫; the patterns let nothing above 99 through."""
    if number.isdecimal():
        return int(number)
    if "①" <= number <= "⑳":
        return ord(number) - ord("①") + 1
    if "❶" <= number <= "❿":
        return ord(number) - ord("❶") + 1
    tens, ten, ones = number.rpartition("十")
    return (10 * _DIGITS.get(tens, 1) if ten else 0) + _DIGITS.get(ones, 0)
