"""Verbs in front of the noun that is counted: where one begins and ends, and where it is only the beginning of a noun."""

from __future__ import annotations

from functools import cache
from re import Match, Pattern

from chronicle_parse.lexicon import rows, words
from chronicle_parse.patterns import any_of, verbose

_AND = frozenset("和及并与暨或")
"""Characters that join two verbs."""


@cache
def _verb() -> Pattern[str]:
    """A verb, with what may join it to the next: 新建和改造提升."""
    verb = any_of(words("indicator_verbs"))
    return verbose(
        rf"(?P<verb>新增(?=设施)|{verb}|新(?:{strong_verb().pattern}|{short_verbs()}))(?:(?:[和、及并与暨或]|以及)(?={verb}))?"
    )


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {name: frozenset(words("indicator_verbs", **{"class": name})) for name in ("mid", "weak", "noun")}


@cache
def _plain() -> frozenset[str]:
    """Verbs that never make one noun with a measurable thing behind them."""
    return frozenset(words("indicator_verbs", plain="yes"))


@cache
def terms() -> Pattern[str]:
    """Set terms that begin with, or hold, a verb and stay whole: 城镇新增就业."""
    return verbose(any_of(words("indicator_terms")))


@cache
def _measure() -> Pattern[str]:
    """What makes one noun with any verb in front: 签约率."""
    return verbose(any_of(words("indicator_measures", behind="any")) + "$")


@cache
def _carrier() -> Pattern[str]:
    """What makes one noun with a noun-like verb in front: 改造项目, 监测对象, 研发经费."""
    measured = any_of(words("indicator_measures", behind="weak"))
    centre = any_of(words("indicator_words", role="joined to 中心"))
    facility = any_of(words("indicator_words", role="joined to 设施"))
    return verbose(
        rf"""{any_of(words("indicator_words", role="carrier"))} | 中心(?!{centre}) | 设施(?!{facility})
        | 标准(?=$|\P{{Han}}|[和及与的体]|提|达) | {measured}$"""
    )


@cache
def _short_rate() -> Pattern[str]:
    """A rate that makes one noun with a noun-like verb in front: 救助准确率, 绿化覆盖率."""
    return verbose(r"\p{Han}{1,3}率$")


@cache
def short_verbs() -> str:
    """A verb of one character: 建, 修, 打, where it makes no other word with what follows; a verbose pattern."""
    verbs = "|".join(rf"{row['word']}(?![{row['not_before']}])" for row in rows("indicator_short_verbs"))
    return rf"(?:{verbs})(?=\p{{Han}}{{2}})"


@cache
def short_verb() -> Pattern[str]:
    """A verb of one character with its object."""
    return verbose(short_verbs())


@cache
def strong_verb() -> Pattern[str]:
    """Verbs that are not likely to be part of a noun."""
    return verbose(any_of((*words("indicator_verbs", **{"class": ""}), *words("indicator_verbs", **{"class": "mid"}))))


@cache
def middle() -> Pattern[str]:
    """Verbs that are also found behind their subject: 园区新增建成面积."""
    return verbose(any_of(_classes()["mid"]))


@cache
def last_verbs() -> Pattern[str]:
    """A verb that closes a clause: 中欧班列专列开行60列."""
    return verbose("(?P<verbs>" + any_of(words("indicator_verbs", last="yes")) + "{1,2})(?:了|共|达)?$")


@cache
def _any_last() -> Pattern[str]:
    """Any verb at the end that is not likely to be part of a noun."""
    return verbose(rf"(?P<verbs>(?:{strong_verb().pattern}){{1,2}})$")


@cache
def _endings() -> frozenset[str]:
    """The characters that verbs end with, or what may stand behind them: a phrase with another has none at its end."""
    return frozenset(word[-1] for word in words("indicator_verbs")) | frozenset("了共达")


def closing_verb(phrase: str, *, any_verb: bool) -> Match[str] | None:
    """The verb that closes a phrase, as the group `verbs`; one that mostly does, or any that is hardly part of a noun."""
    if phrase[-1:] not in _endings():
        return None
    return (_any_last() if any_verb else last_verbs()).search(phrase)


def without_verb(noun: str) -> str:
    """A noun without the verb of the next clause at its end.

    why: 25项工程创建3个…: a page without punctuation; the verb belongs to what comes next.

    >>> without_verb("工程创建")
    '工程'
    """
    match = closing_verb(noun, any_verb=True)
    return noun if match is None or match.start() == 0 else noun[: match.start()]


def take_verb(text: str, at: int) -> tuple[str, int] | None:
    """The verb at `at` and where its object begins; None where it is the beginning of a noun."""
    found: list[tuple[int, int]] = []
    start = at
    while len(found) < 4 and (match := _verb().match(text, start)) is not None:
        if found and match["verb"] in _classes()["noun"]:
            if text[found[0][0] : found[0][1]] in _classes()["noun"]:
                return None  # two such verbs are a noun: 托管服务面积
            break
        found.append((match.start("verb"), match.end("verb")))
        start = match.end()
    # why: 建设筹集保障性住房: the longest chain of verbs that leaves a noun, here without 保障
    for begin, end in reversed(found):
        if text.startswith("了", end):
            return text[at:end], end + 1
        if end == len(text) or text[begin - 1 : begin] in _AND:
            return text[at:end], end  # why: 新开工和续建项目 has two verbs, 续建项目 alone would be a noun
        if terms().match(text, begin) or (text[begin:end] not in _plain() and _measure().match(text, end)):
            continue
        if len(text) - end == 1:
            return None  # why: 申报完成率
        nominal = text[begin:end] in _classes()["weak"] or text[begin:end] in _classes()["noun"]
        if nominal and (_carrier().match(text, end) or _short_rate().match(text, end)):
            continue
        return text[at:end], end
    return None
