"""Finding the dates of running text: where one may begin, and what must not stand before it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from re import Pattern

from attrs import evolve

from chronicle_parse.fields.dates import grammar
from chronicle_parse.fields.dates.context import DateContext
from chronicle_parse.fields.dates.points import Reading
from chronicle_parse.fields.dates.reading import read
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of_many, behind_any, compiled, verbose

SP = grammar.SP


@cache
def _passes() -> tuple[Pattern[str], ...]:
    """Where a date may begin.

    why: several passes of one kind each take a fourth of the time of one alternation of all, and a pass that begins with a
    set of characters, before anything that looks behind it, half of that.
    """
    joint = rf"(?:{grammar.SEP}|{SP}、{SP}|,)"
    digits = rf"""
        [0-9] (?: (?<![\d.A-Za-z_/=%-] .) \d{{0,3}}+
            (?= {SP}[年月日号] | [./-]\d{{1,2}}(?:[./-]\d|{grammar.SEP}\d{{4}}) | 季度 | 世纪
              | (?:{joint}\d{{1,4}}){{1,14}}{SP}[年月日季] )
          | (?<=\d\..) \d? (?=月\d{{1,2}}[日号~至—-]) )"""  # why: 4.8月16日 is item 4 of a numbered list
    numerals = rf"""
        [{grammar.ZERO}一二三四五六七八九十廿卅元] (?<![{grammar.ZERO}一二三四五六七八九十廿卅百千万亿两几数第每个月旬近] .)
        [{grammar.ZERO}一二三四五六七八九十廿卅元]{{0,3}}+
        (?= [年月日] | 世纪 | 季度 | (?:[、至到—-][一二三四五六七八九十]{{1,3}}){{1,12}}[月季日]
          | [至到—-]{{1,2}}[{grammar.ZERO}一二三四五六七八九]{{2,4}}年 | (?<=五)[规期时末初] )"""
    others = r"""
        [第Q前头上下星礼周“"「]
        (?: (?<=第) [1-4一二三四]季度 | (?<=Q) [1-4](?![\dA-Za-z]) | (?<=[上下]) 半[年月]
          | (?<=[前头]) (?<![提之以目此从先].) [1-9一二三四五六七八九十两]
          | (?<=[星礼周]) (?<![每逢隔].) (?: (?<=星)期 | (?<=礼)拜 | (?<=周) ) [一二三四五六日天]
          | (?<=[“"「]) [一二三四五六七八九十]{1,3}(?<=五)[”"」] )"""
    names = [*words("date_words"), *words("eras"), "公元", "上世纪", "首季度"]
    named = any_of_many(names)
    return verbose(digits), verbose(numerals), verbose(others), verbose(named)


@cache
def _marker() -> Pattern[str]:
    """The number of an item, and no month of a list: 3、12月,青年团支部成立. Two months in a row are a list."""
    return verbose(r"(?!1、2月|2、3|3、4|4、5|5、6|6、7|7、8|8、9|9、10|10、11|11、12) \d{1,2}、\d{1,2}月")


@cache
def _line_start() -> Pattern[str]:
    return compiled(r"(?<=(?:^|\n)[ \t\u3000]*)")


@cache
def _durations() -> Pattern[str]:
    """Behind a word that makes a number of days or months a duration."""
    return compiled(behind_any(words("duration_words", days="yes")))


def readings(text: str, context: DateContext) -> Iterator[tuple[int, Reading]]:
    """Start and reading of every date, in order and without overlap."""
    stop, never_before = 0, (*grammar.lunar(), "公元前")
    for start in sorted([found.start() for each in _passes() for found in each.finditer(text)]):
        if start < stop or text.endswith(never_before, 0, start):
            continue
        if "、" in text[start : start + 3] and _marker().match(text, start) and _line_start().match(text, start):
            continue
        reading = read(text, start, context)
        if reading is not None and not (reading.said in COUNTED and _durations().match(text, start)):
            yield start, reading
            stop = reading.stop


COUNTED = frozenset({"month"}), frozenset({"day"})
"""5日 and 5月 alone may be durations."""


def year_behind(text: str, reading: Reading) -> Reading:
    """2月1日 1941年: the year that stands behind its day, where nothing else says the year."""
    found = grammar.year_behind().match(text, reading.stop)
    if found is None:
        return reading
    year = int(found["year"])
    return evolve(
        reading,
        start=evolve(reading.start, year=year),
        end=evolve(reading.end, year=year),
        members=tuple(evolve(each, year=year) for each in reading.members),
        stop=found.end(),
    )
