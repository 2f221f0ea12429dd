"""Reads ranks."""

from __future__ import annotations

from chronicle_parse.model import Rank, Span, SpanMaker
from chronicle_parse.text import fold


def scan(text: str, at: SpanMaker = Span) -> list[Rank]:
    """All ranks of clean text, in order."""
    return []


def find_ranks(text: str) -> tuple[Rank, ...]:
    """All ranks of a raw text; spans refer to the text given."""
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at))
