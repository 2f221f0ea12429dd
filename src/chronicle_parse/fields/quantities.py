"""Reads quantities."""

from __future__ import annotations

from chronicle_parse.model import Quantity, Span, SpanMaker
from chronicle_parse.text import fold


def scan(text: str, at: SpanMaker = Span) -> list[Quantity]:
    """All quantities of clean text, in order."""
    return []


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities of a raw text; spans refer to the text given."""
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at))


def parse_quantity(text: str) -> Quantity:
    """Exactly one quantity."""
    raise NotImplementedError
