"""Reads numbers, Arabic, Chinese and mixed."""

from __future__ import annotations

from decimal import Decimal

from chronicle_parse.model import Number, Span, SpanMaker
from chronicle_parse.text import fold


def scan(text: str, at: SpanMaker = Span) -> list[Number]:
    """All numbers of clean text, in order."""
    return []


def find_numbers(text: str) -> tuple[Number, ...]:
    """All numbers of a raw text."""
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at))


def parse_number(text: str) -> Decimal:
    """Exactly one number."""
    raise NotImplementedError
