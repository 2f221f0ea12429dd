"""Promises kept: the targets of one work report beside the results that a later one gives for the same year."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from attrs import frozen

from chronicle_parse.lexicon import rows
from chronicle_parse.model import Bound, Indicator, Quantity, WorkReport

TOLERANCE = Decimal("0.05")
"""How far, as a share of the target, a result may fall short of an "about" before the target counts as missed."""


@frozen
class Comparison:
    """A target with what came of it.

    Attributes:
        target: the promise.
        result: the reported figure of the same indicator, year and unit; None if the later report gives none.
        met: whether the result keeps the promise; None where that cannot be said (no result, or just short of 左右).
    """

    target: Indicator
    result: Indicator | None
    met: bool | None


def targets_with_results(earlier: WorkReport, later: WorkReport) -> tuple[Comparison, ...]:
    """Every target of `earlier` for a year that `later` reports on, with its result, in the order of the targets.

    Indicators are matched by name (`indicator_synonyms.tsv` says which names mean the same), year and unit; a target for
    growth is compared with growth, a target for a level with a level. A name is compared once: where a report repeats it,
    its first figure counts.
    """
    reported = {result.year for result in later.results}
    found: dict[tuple[str, int | None, str], Indicator] = {}
    for result in later.results:
        for measure in ("level", "growth"):
            if _amount(result, measure) is not None:
                found.setdefault((standard_name(result.name), result.year, measure), result)
    compared: dict[tuple[str, int | None, str], Comparison] = {}
    for target in earlier.targets:
        measure = "level" if target.quantity else "growth"
        key = (standard_name(target.name), target.year, measure)
        if target.year in reported and key not in compared:
            compared[key] = _compare(target, found.get(key), measure)
    return tuple(compared.values())


def standard_name(name: str) -> str:
    """The name by which an indicator is compared.

    >>> standard_name("规上工业增加值")
    '规模以上工业增加值'
    """
    return _synonyms().get(name, name)


@cache
def _synonyms() -> dict[str, str]:
    return {row["word"]: row["standard"] for row in rows("indicator_synonyms")}


def _amount(indicator: Indicator, measure: str) -> Quantity | None:
    if measure == "level":
        return indicator.quantity
    return indicator.change.quantity if indicator.change else None


def _signed(indicator: Indicator, amount: Quantity, measure: str) -> Decimal:
    falls = measure == "growth" and indicator.change is not None and indicator.change.direction == "down"
    return -amount.value if falls else amount.value


def _compare(target: Indicator, result: Indicator | None, measure: str) -> Comparison:
    goal = _amount(target, measure)
    reached = _amount(result, measure) if result else None
    if goal is None or result is None or reached is None or goal.unit != reached.unit:
        return Comparison(target, None, None)
    wanted, got = _signed(target, goal, measure), _signed(result, reached, measure)
    falling = measure == "growth" and target.change is not None and target.change.direction == "down"
    if falling != (goal.bound in (Bound.AT_MOST, Bound.LESS_THAN)):  # a fall is kept by falling at least as far
        met: bool | None = got <= wanted
    else:
        met = got >= wanted
    if not met and goal.bound is Bound.ABOUT and abs(got - wanted) <= abs(wanted) * TOLERANCE:
        met = None
    return Comparison(target, result, met)
