"""What a page says about itself: labelled values (来源:… 发布时间:…), timestamps and counters near its head or foot."""

from __future__ import annotations

import datetime as dt
import warnings
from functools import cache
from re import Pattern
from typing import Any

import attrs

from chronicle_parse.lexicon import rows
from chronicle_parse.model import Metadata
from chronicle_parse.patterns import any_of, verbose


@cache
def _fields() -> dict[str, str]:
    return {row["word"]: row["field"] for row in rows("metadata_labels")}


def _field(label: str) -> str:
    """The field of a label; the two characters of a short one may have been set apart: 题 名."""
    return _fields().get(label) or _fields()["".join(label.split())]


@cache
def _labelled() -> Pattern[str]:
    spaced = "|".join(rf"{word[0]}[ ]+{word[1]}" for word in _fields() if len(word) == 2)
    label = rf"(?<! [\p{{L}}“‘「《] ) (?: {any_of(_fields())} | {spaced} )"
    return verbose(rf"""
        (?P<label> {label} ) (?: \s* [】\]]? \s* [:：] | (?<= 发表于 ) )
        \s* (?P<value> (?: (?! {label} \s* [:：] ) [^\s|【】丨] | (?<= \d ) \s (?= \d{{1,2}}:\d\d ) )* )
    """)


@cache
def _foreign() -> Pattern[str]:
    """A date with the name of its month and a year of four digits."""
    return verbose(
        r"(?i: \b (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) ) .* (?:19|20)\d\d | (?:19|20)\d\d .* (?i: [a-z]{3} )"
    )


@cache
def _stamp() -> Pattern[str]:
    return verbose(r"""
        (?P<year> (?:19|20)\d\d ) (?: \s*[-/.年]\s* )
        (?P<month> \d{1,2} )      (?: \s*[-/.月]\s* )
        (?P<day> \d{1,2} ) (?! \d ) \s* 日?
        (?: [\sT]* (?P<hour> \d{1,2} ) [:：时] (?P<minute> \d\d ) (?: [:：分] (?P<second> \d\d ) )? )?
    """)


def timestamp(text: str) -> dt.datetime | None:
    """The first date (with its time of day, if it has one) of a metadata line; None for an impossible or missing one.

    >>> timestamp("发表于 2022-4-19 10:20 |只看该作者")
    datetime.datetime(2022, 4, 19, 10, 20)
    """
    found = _stamp().search(text)
    if found is None:
        return None
    try:
        year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
        return dt.datetime(year, month, day, hour, minute, second)
    except ValueError:
        return None


def published(line: str) -> dt.datetime | None:
    """When a line about the page says that it was published: by its label, or by a timestamp without another label.

    >>> published("来源:县志办 发布时间:2019-04-02")
    datetime.datetime(2019, 4, 2, 0, 0)
    """
    values = labelled(line)
    return None if "retrieved" in values else timestamp(values.get("published") or line)


def _foreign_timestamp(text: str) -> dt.datetime | None:
    """A timestamp in another notation (April 19, 2022), by dateparser; relative words are not resolved against today."""
    if _foreign().search(text) is None:
        return None  # why: of 2014年 dateparser makes the year 12 and the clock of this moment
    import dateparser

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return dateparser.parse(
            text, languages=["en", "zh"], settings={"STRICT_PARSING": True, "RETURN_AS_TIMEZONE_AWARE": False}
        )


def labelled(line: str) -> dict[str, str]:
    """The labelled values of a line by field of `Metadata`; labels with nothing behind them give "".

    >>> labelled("来源:罗湖区委(政府)办 发布时间:2020-06-10")
    {'source': '罗湖区委(政府)办', 'published': '2020-06-10'}
    """
    if ":" not in line and "：" not in line and "发表于" not in line:
        return {}
    values: dict[str, str] = {}
    for found in _labelled().finditer(line):
        values.setdefault(_field(found["label"]), found["value"])
    return values


def merge(known: Metadata, values: dict[str, str]) -> Metadata:
    """`known` with the values of a line put where nothing was known before."""
    new: dict[str, Any] = {}
    for field, value in values.items():
        if not value or getattr(known, field, "") is not None:
            continue
        match field:
            case "published" | "retrieved":
                read: dt.datetime | int | str | None = timestamp(value) or _foreign_timestamp(value)
            case "views":
                read = int(value) if value.isdecimal() else None
            case _:
                read = value.strip("。;；,，)）") or None
        if read is not None:
            new[field] = read
    return attrs.evolve(known, **new) if new else known
