"""What a heading or leading sentence says about its text: whether it reports or promises, and of which year it speaks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from re import Match, Pattern

from attrs import frozen

from chronicle_parse.fields.indicators.frames import is_unmet
from chronicle_parse.lexicon import rows, words
from chronicle_parse.model.values import IndicatorKind
from chronicle_parse.patterns import any_of, verbose

YEAR = r"(?: (?:19|20)\d\d | [一二][九〇○零][〇○零一二三四五六七八九]{2} )"
"""A year in figures or in Chinese numerals, without 年."""


LEAD = 80
"""Characters of a sentence that may say what is spoken of; years further behind date single figures."""


@frozen
class Context:
    """What holds for a text: actual or target, and the year. None where nothing says so."""

    kind: IndicatorKind | None = None
    year: int | None = None


@frozen
class Years:
    """The years of a report: in which it was delivered, and which it plans.

    `half`: whether it looks back on the first months of the year whose rest it plans.
    """

    delivered: int | None = None
    plan: int | None = None
    half: bool = False

    @property
    def review(self) -> int | None:
        """The year that the report looks back on."""
        return None if self.plan is None else self.plan - (not self.half)


_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def year_of(written: str) -> int:
    """The year of 2021 or 二〇二一.

    >>> year_of("二〇二一")
    2021
    """
    return int(written.translate(_DIGITS))


@cache
def _years() -> Pattern[str]:
    return verbose(rf"(?P<year> {YEAR} ) \s? (?: 年 | [-—–~至] (?= \s? {YEAR} ) )")


@cache
def _topic() -> Pattern[str]:
    met = any_of(words("targets_met", side="behind"))
    return verbose(rf"{any_of(words('report_headings'))} (?! [^,，。:：]{{0,6}} {met} (?! 情况 ) )")


def _topics_in(phrase: str) -> Iterator[Match[str]]:
    """The words for topics, without those of targets that were met."""
    at = 0
    while (match := _topic().search(phrase, at)) is not None:
        if is_unmet(phrase, match.start()):
            yield match
            at = match.end()
        else:
            at = match.start() + 1


@cache
def _period() -> Pattern[str]:
    return verbose(any_of(words("report_periods")))


@cache
def _plan() -> Pattern[str]:
    return verbose(
        any_of(words("five_year_plans"))
        + ' (?= [”"]? (?: 期间 | 时期 | 规划 | 以来 | [^\\p{Han}] | 发展 | 主要 | 工作 | 取得 | 经济 ) )'
    )


@cache
def _kinds() -> dict[str, tuple[IndicatorKind, ...]]:
    found: dict[str, list[IndicatorKind]] = {}
    for row in rows("report_headings"):
        found.setdefault(row["word"], []).append("actual" if row["kind"] == "actual" else "target")
    return {word: tuple(kinds) for word, kinds in found.items()}


@cache
def _periods() -> dict[str, tuple[IndicatorKind, int]]:
    """Of each period word: its kind, and how far its last year lies from the year of the plan."""
    return {
        row["word"]: ("actual" if row["kind"] == "actual" else "target", int(row["offset"]))
        for row in rows("report_periods")
    }


@cache
def _ends() -> dict[str, int]:
    return {row["word"]: int(row["last"]) for row in rows("five_year_plans")}


@cache
def _joins() -> Pattern[str]:
    """What joins two topics of one heading."""
    return verbose(r"[和及与暨、,，]")


def _topics(phrase: str) -> set[IndicatorKind]:
    """What the topics of a phrase say; of topics that nothing joins, the last: 主要工作完成情况 looks back."""
    found: set[IndicatorKind] = set()
    stop = 0
    for match in _topics_in(phrase):
        if not _joins().search(phrase, stop, match.start()):
            found.clear()
        found.update(_kinds()[match[0]])
        stop = match.end()
    return found


def context(phrase: str, years: Years) -> Context | None:
    """What a heading or sentence says, None if it says nothing of review, plan or years.

    >>> context("2021年以来工作回顾", Years(2022, 2022))
    Context(kind='actual', year=2021)
    >>> context("今年经济社会发展的主要预期目标是", Years(2022, 2022))
    Context(kind='target', year=2022)
    """
    topics = _topics(phrase)
    periods = [_periods()[word] for word in _period().findall(phrase)]
    named = [year_of(match["year"]) for match in _years().finditer(phrase)]
    plans = [_ends()[word] for word in _plan().findall(phrase)]
    if not topics and not periods and not named and not plans:
        return None
    last = max(named, default=None)
    if "actual" in topics:
        # why: 过去五年及2020年工作回顾 looks back; 2023年工作回顾和2024年工作安排 does both and says nothing of one figure
        kind: IndicatorKind | None = "actual" if len(topics) == 1 else None
    elif last is not None and years.plan is not None and (named or plans):
        kind = "actual" if last < years.plan else "target"
    elif periods:
        kind = periods[-1][0]
    elif plans and years.plan is not None:
        kind = "actual" if plans[-1] < years.plan else "target"
    else:
        kind = "target" if topics else None
    if kind is None:
        return Context(None, None)
    if last is not None:
        return Context(kind, last)
    offset = next((offset for word_kind, offset in periods if word_kind == kind), None)
    if offset is None and plans:
        end = plans[-1] if kind == "target" or years.review is None else min(plans[-1], years.review)
        return Context(kind, end)
    if years.plan is None or years.review is None:
        return Context(kind, None)
    if kind == "actual":
        return Context(kind, years.review + (offset + 1 if offset is not None else 0))
    return Context(kind, years.plan + (offset or 0))


@cache
def _sentence() -> Pattern[str]:
    return verbose(r"[^。！!\n]+")


@cache
def _opens() -> Pattern[str]:
    """A sentence that opens with a year or a period."""
    return verbose(rf"[ \u3000]{{0,8}} (?: {YEAR} \s? 年 | {any_of(words('report_periods'))} )")


def last_lead(text: str, years: Years) -> Context | None:
    """What the last leading sentence of a text says, None if there is none.

    Such a sentence opens with a year or a period, or names the review or the plan.

    >>> last_lead("2023年是不平凡的一年。2024年全县将重点推进六方面工作：", Years(2024, 2024))
    Context(kind='target', year=2024)
    """
    for sentence in reversed(_sentence().findall(text)):
        if _opens().match(sentence) or any(_topics_in(sentence)):
            said = context(sentence[:LEAD], years)
            if said is not None and said.kind is not None:
                return said
    return None
