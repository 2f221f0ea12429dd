"""Promises kept: the targets of one work report beside the results that a later one gives for the same year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Literal

from attrs import frozen

from chronicle_parse.lexicon import rows, words
from chronicle_parse.model import Bound, Indicator, Quantity, WorkReport
from chronicle_parse.patterns import any_of, compiled

Measure = Literal["level", "growth"]

TOLERANCE = Decimal("0.05")
"""How far, as a share of the target, a result may fall short of 左右 before the target counts as missed."""

ENDLESS = Decimal("Infinity")


@frozen
class Comparison:
    """A target with what came of it.

    Attributes:
        target: the promise.
        result: the reported figure of the same indicator and year; None if the later report gives none.
        met: whether the result keeps the promise. None where that cannot be said: there is no result, it is given in
            another measure (a growth rate for a promised level), or its own bound leaves it open (超20家 against 30家).
        measure: whether levels or growth were compared; None where nothing could be.
    """

    target: Indicator
    result: Indicator | None
    met: bool | None
    measure: Measure | None = None

    @property
    def promised(self) -> Quantity | None:
        """The amount that was promised, in the measure compared, else whichever the target gives."""
        return _amount(self.target, self.measure or ("level" if self.target.quantity else "growth"))

    @property
    def reached(self) -> Quantity | None:
        """The amount that was compared with it; None where nothing could be."""
        return _amount(self.result, self.measure) if self.result and self.measure else None


def targets_with_results(earlier: WorkReport, later: WorkReport) -> tuple[Comparison, ...]:
    """Every target of `earlier` for a year that `later` reports on, with its result, in the order of the targets.

    Indicators are matched by name (`indicator_synonyms.tsv` says which names mean the same), year, unit and, where they
    count what was done, by verb: 新增 and 建成 may answer each other, 开工 and 竣工 may not. A level is compared with a
    level, growth with growth over the same time (年均 answers no target for a year). A promise that the report repeats in the same amount is listed once; where several results
    answer, the first counts, since reports give the total before its parts.

    What "met" means: at least the promised amount (of a range, its lower end), with these exceptions. 以内, 不超过 and 低于
    are ceilings; so is any target for what should be low, such as unemployment, prices and emissions (`lower_is_better.tsv`).
    A fall is kept by falling at least as far. A result just short of 左右 is not said to be missed.
    """
    found: dict[tuple[str, int | None], list[Indicator]] = {}
    for result in later.results:
        found.setdefault((standard_name(result.name), result.year), []).append(result)
    reported = {result.year for result in later.results}
    compared: dict[tuple[object, ...], Comparison] = {}
    for target in earlier.targets:
        if target.year in reported and (promise := _promise(target)) not in compared:
            compared[promise] = _compare(target, found.get((standard_name(target.name), target.year), ()))
    return tuple(compared.values())


def standard_name(name: str) -> str:
    """The name by which an indicator is compared: synonyms as one, without quotation marks and 各类, 各级.

    >>> standard_name("规上工业增加值"), standard_name("各领域“高精尖缺”人才")
    ('规模以上工业增加值', '高精尖缺人才')
    """
    bare = _of_all_kinds().sub("", _quotes().sub("", name))
    return _synonyms().get(bare, bare)


@cache
def _quotes() -> re.Pattern[str]:
    return compiled("[“”‘’\"'「」]")


@cache
def _of_all_kinds() -> re.Pattern[str]:
    return compiled("^各(?:领域|类|级|类型)(?=..)")


@cache
def _synonyms() -> dict[str, str]:
    return {row["word"]: row["standard"] for row in rows("indicator_synonyms")}


def _promise(target: Indicator) -> tuple[object, ...]:
    """What makes two targets the same promise, however they are worded."""
    amounts = [
        (amount.value, amount.high, amount.unit, amount.bound) if amount else None
        for amount in (target.quantity, target.change and target.change.quantity)
    ]
    return (standard_name(target.name), target.year, target.verb, target.change and target.change.direction, *amounts)


def _compare(target: Indicator, candidates: Iterable[Indicator]) -> Comparison:
    answers = [result for result in candidates if _may_answer(target, result)]
    measures: tuple[Measure, ...] = ("level", "growth")
    for measure in measures:
        for result in answers:
            if _same_measure(target, result, measure):
                return Comparison(target, result, _met(target, result, measure), measure)
    return Comparison(target, answers[0] if answers else None, None)


def _amount(indicator: Indicator, measure: Measure) -> Quantity | None:
    if measure == "level":
        return indicator.quantity
    return indicator.change.quantity if indicator.change else None


def _may_answer(target: Indicator, result: Indicator) -> bool:
    """Not where each has a verb and the verbs tell of different things: 开工 and 竣工, 筹集 and 供应."""
    if target.name == target.verb:  # 投入1.5亿元 does not say for what
        return False
    return not (target.verb and result.verb) or _alike(target.verb, result.verb, "comparison_verbs")


def _same_measure(target: Indicator, result: Indicator, measure: Measure) -> bool:
    goal, reached = _amount(target, measure), _amount(result, measure)
    if goal is None or reached is None or not _alike(goal.unit, reached.unit, "comparison_units"):
        return False
    if measure == "growth":
        return _basis(target) == _basis(result)
    # why: 新增规上工业企业20家 says nothing about 规上工业企业300家, the number that there are
    return _alike(target.verb, result.verb, "comparison_verbs")


def _basis(indicator: Indicator) -> str:
    """What a growth rate is measured against; "" is the year before, however it is put."""
    basis = indicator.change and indicator.change.basis
    if not basis:
        return ""
    year = _year().search(basis)
    if year and indicator.year is not None:
        return "" if int(year[0]) == indicator.year - 1 else year[0]
    return basis if _other_basis().search(basis) else ""


@cache
def _year() -> re.Pattern[str]:
    return compiled(r"\d{4}(?=年)")


@cache
def _other_basis() -> re.Pattern[str]:
    return compiled(any_of(words("other_bases")))


def _alike(first: str, second: str, table: str) -> bool:
    return first == second or bool(_groups(first, table) & _groups(second, table))


@cache
def _groups(word: str, table: str) -> frozenset[str]:
    """The groups of a unit, or of all the verbs that make up a verb such as 新增建设筹集."""
    inside = _verbs().findall(word) if table == "comparison_verbs" and word else [word]
    return frozenset(row["group"] for row in rows(table) if row["word"] in inside)


@cache
def _verbs() -> re.Pattern[str]:
    return compiled(any_of(filter(None, words("comparison_verbs"))))


def _met(target: Indicator, result: Indicator, measure: Measure) -> bool | None:
    goal, reached = _amount(target, measure), _amount(result, measure)
    assert goal is not None and reached is not None  # _same_measure has looked
    near = goal.bound is Bound.ABOUT or _just_under(goal)
    ceiling = _is_ceiling(target, goal, measure)
    first, last = _signed(target, measure, goal.value, goal.value if goal.high is None else goal.high)
    wanted = last if ceiling else first
    low, high = _signed(result, measure, *_limits(reached))
    if ceiling:  # turned round, so that more is better below
        wanted, low, high = -wanted, -high, -low
    passing = goal.bound in (Bound.MORE_THAN, Bound.LESS_THAN) and not near
    if low > wanted or (low == wanted and not (passing and reached.bound is not goal.bound)):
        return True
    if high < wanted and not (near and wanted - high <= abs(wanted) * TOLERANCE):
        return False
    return None


def _just_under(goal: Quantity) -> bool:
    """Whether a target is 近20家, which aims at the number, and not 低于20家."""
    return goal.bound is Bound.LESS_THAN and "近" in goal.written


def _is_ceiling(target: Indicator, goal: Quantity, measure: Measure) -> bool:
    limit = goal.bound in (Bound.AT_MOST, Bound.LESS_THAN) and not _just_under(goal)
    if measure == "growth" and target.change is not None and target.change.direction == "down":
        return not limit  # 下降3% asks for as much, 降幅控制在3%以内 for no more
    return limit or (not target.verb and _lower_is_better().search(target.name) is not None)


@cache
def _lower_is_better() -> re.Pattern[str]:
    return compiled(any_of(words("lower_is_better")))


def _limits(amount: Quantity) -> tuple[Decimal, Decimal]:
    """Between which numbers a reported amount lies."""
    match amount.bound:
        case Bound.AT_LEAST | Bound.MORE_THAN:
            return amount.value, ENDLESS
        case Bound.AT_MOST | Bound.LESS_THAN:
            return -ENDLESS, amount.value
        case Bound.ABOUT:
            return amount.value * (1 - TOLERANCE), amount.value * (1 + TOLERANCE)
    return amount.value, amount.value if amount.high is None else amount.high


def _signed(indicator: Indicator, measure: Measure, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    falls = measure == "growth" and indicator.change is not None and indicator.change.direction == "down"
    return (-high, -low) if falls else (low, high)
