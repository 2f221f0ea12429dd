"""Reads indicators: the measured things of work reports.

`figures` says which quantities measure something, `tails` what stands between a name and its figure, `names` takes the noun
phrase apart, `frames` tells results from targets, and `assembly` puts them together.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from chronicle_parse.fields.indicators.assembly import Piece, read
from chronicle_parse.model import Indicator, Span, SpanMaker
from chronicle_parse.model.values import IndicatorKind
from chronicle_parse.text import fold

__all__ = ["Stretch", "find_indicators", "scan", "scan_stretches"]


class Stretch(NamedTuple):
    """A stretch of clean text of which the same holds: its kind and year, as for `scan`."""

    start: int
    stop: int
    kind: IndicatorKind | None = None
    year: int | None = None


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
    return scan_stretches(text, at, [Stretch(start, len(text) if stop is None else stop, kind, year)])


def scan_stretches(text: str, at: SpanMaker, stretches: Iterable[Stretch]) -> list[Indicator]:
    """All indicators of stretches of clean text, each of them read by itself, in order.

    Args:
        text: clean text.
        at: makes original spans of clean offsets.
        stretches: where to read, and what holds there.
    """
    return list(
        read([Piece(text[start:stop], _behind(start, at), kind, year) for start, stop, kind, year in stretches])
    )


def _behind(offset: int, at: SpanMaker) -> SpanMaker:
    """Makes original spans of offsets in what begins at `offset`."""
    return at if offset == 0 else lambda start, stop: at(start + offset, stop + offset)


def find_indicators(text: str, *, year: int | None = None, kind: IndicatorKind | None = None) -> tuple[Indicator, ...]:
    """All indicators of a raw text.

    >>> found = find_indicators("全年地区生产总值2571.67亿元、增长8.0%", year=2021, kind="actual")
    >>> [(each.name, str(each.quantity.value), each.change.direction) for each in found]
    [('地区生产总值', '257167000000', 'up')]
    """
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at, year=year, kind=kind))
