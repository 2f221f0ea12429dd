"""Reads indicators: the measured things of work reports."""

from __future__ import annotations

from chronicle_parse.model import Indicator, Span, SpanMaker
from chronicle_parse.model.values import IndicatorKind
from chronicle_parse.text import fold


def scan(
    text: str,
    at: SpanMaker = Span,
    *,
    start: int = 0,
    stop: int | None = None,
    year: int | None = None,
    kind: IndicatorKind | None = None,
) -> list[Indicator]:
    """All indicators of clean text between start and stop, in order. `kind` and `year` are what the section says; the sentence may overrule."""
    return []


def find_indicators(text: str, *, year: int | None = None, kind: IndicatorKind | None = None) -> tuple[Indicator, ...]:
    """All indicators of a raw text."""
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at, year=year, kind=kind))
