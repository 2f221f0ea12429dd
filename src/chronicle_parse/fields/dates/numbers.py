"""The numbers of dates: days, months, years, eras, and how long a month is."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from functools import cache

from chronicle_parse.fields.dates.grammar import ZERO
from chronicle_parse.fields.numerals import parse_number
from chronicle_parse.lexicon import rows


@cache
def _small() -> Mapping[str, int]:
    """Chinese numbers up to 99, as dates write them."""
    digits = dict(zip("一二三四五六七八九", range(1, 10), strict=True))
    table = {"元": 1, "首": 1, "两": 2, **digits}
    for tens, value in {"十": 10, "廿": 20, "卅": 30, **{f"{d}十": 10 * v for d, v in digits.items()}}.items():
        table[tens] = value
        table.update({tens + d: value + v for d, v in digits.items()})
    return table


def number(written: str) -> int:
    """A small number of a date: 06, 十二, 廿五, 一百零二; digit by digit where it is a year (二〇二一).

    >>> number("06"), number("廿五"), number("一百零二"), number("二○二一")
    (6, 25, 102, 2021)
    """
    if written.isascii():
        return int(written)
    small = _small().get(written)
    if small is not None:
        return small
    if "百" in written:
        return int(parse_number(written))
    return int("".join("0" if c in ZERO else c if c.isascii() else str(_small()[c]) for c in written))


@cache
def era_base(era: str) -> int:
    """The year AD before the first one of an era.

    >>> era_base("民国")
    1911
    """
    return next(int(row["base"]) for row in rows("eras") if row["word"] == era)


@cache
def era_bases() -> frozenset[int]:
    """The years AD before the first ones of all eras.

    >>> 1945 - 34 in era_bases()
    True
    """
    return frozenset(int(row["base"]) for row in rows("eras"))


def century(short: int, near: int | None) -> int:
    """The full year of a two-digit one: not before `near` if that is known, else not past 2040."""
    if near is not None:
        year = near - near % 100 + short
        return year if year >= near else year + 100
    return 2000 + short if short <= 40 else 1900 + short


def last_day(year: int | None, month: int | None) -> int:
    """The last day of a month; February of an unknown year may have 29."""
    return calendar.monthrange(year or 2000, month)[1] if month is not None and 1 <= month <= 12 else 31
