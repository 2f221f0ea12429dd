"""Reads indicators: the measured things of work reports.

`figures` says which quantities measure something, `tails` what stands between a name and its figure, `names` takes the noun
phrase apart, `frames` tells results from targets, and `assembly` puts them together.
"""

from __future__ import annotations

from chronicle_parse.fields.indicators.assembly import read
from chronicle_parse.model import Indicator, Span, SpanMaker
from chronicle_parse.model.values import IndicatorKind
from chronicle_parse.text import fold

__all__ = ["find_indicators", "scan"]


def scan(
    text: str,
    at: SpanMaker = Span,
    *,
    start: int = 0,
    stop: int | None = None,
    year: int | None = None,
    kind: IndicatorKind | None = None,
) -> list[Indicator]:
    """All indicators of clean text between start and stop, in order.

    Args:
        text: clean text.
        at: makes original spans of clean offsets.
        start: where the part to read begins.
        stop: where it ends; None for the end of the text.
        kind: what the section says, "actual" or "target"; the sentence may overrule it.
        year: with a kind, the year of the section; without one, the year in which the report was given.
    """
    end = len(text) if stop is None else stop
    return read(text[start:end], lambda first, last: at(first + start, last + start), kind=kind, year=year)


def find_indicators(text: str, *, year: int | None = None, kind: IndicatorKind | None = None) -> tuple[Indicator, ...]:
    """All indicators of a raw text.

    >>> found = find_indicators("全年地区生产总值2571.67亿元、增长8.0%", year=2021, kind="actual")
    >>> [(each.name, str(each.quantity.value), each.change.direction) for each in found]
    [('地区生产总值', '257167000000', 'up')]
    """
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at, year=year, kind=kind))
