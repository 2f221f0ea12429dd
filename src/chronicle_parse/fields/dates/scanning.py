"""Finding the dates of running text: where one may begin, and what must not stand before it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attrs import evolve
from regex import Pattern

from chronicle_parse.fields.dates import grammar
from chronicle_parse.fields.dates.context import DateContext
from chronicle_parse.fields.dates.reading import LUNAR, Reading, read
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose

SP = grammar.SP


@cache
def _beginnings() -> Pattern[str]:
    """Where a date may begin."""
    return verbose(rf"""
        (?<![\d.A-Za-z_/=%-]) \d{{1,4}} (?= {SP}(?:[年月日号]|[-－‐–—―─~～〜∼至到、,./]{SP}\d|世纪|季度) )
      | (?<![〇零一二三四五六七八九十廿卅百千万亿两几数第每个月旬近])
        [〇零○一二三四五六七八九十廿卅元]{{1,4}} (?= [年月日]|世纪|季度|、[一二三四]季度|[至到][一二三四十二]{{1,2}}[月季日] )
      | {any_of([*words("date_words"), *words("eras"), "公元"])}
      | [“"「]?{any_of(words("five_year_plans"))}
      | 第[1-4一二三四]季度 | 首季度 | Q[1-4](?![\dA-Za-z]) | [前头][1-9一二三四五六七八九十两] | [上下]半[年月]
      | (?:星期|礼拜|周)[一二三四五六日天]
      | 上世纪
    """)


def readings(text: str, context: DateContext) -> Iterator[tuple[int, Reading]]:
    """Start and reading of every date, in order and without overlap."""
    find = _beginnings().search
    at = 0
    while (found := find(text, at)) is not None:
        start = found.start()
        reading = None if _barred(text, start) else read(text, start, context)
        if reading is None:
            at = max(found.end(), start + 1)
        else:
            yield start, reading
            at = reading.stop


def _barred(text: str, start: int) -> bool:
    """Whether what stands before shows that no date begins here: 农历三月, 第3月, 连续三日."""
    return text[max(start - 2, 0) : start] in LUNAR or (start > 0 and text[start - 1] in "第每")


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
