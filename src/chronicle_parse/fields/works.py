"""Reads works."""

from __future__ import annotations

from chronicle_parse.model import Span, SpanMaker, Work
from chronicle_parse.text import fold


def scan(text: str, at: SpanMaker = Span) -> list[Work]:
    """All works of clean text, in order."""
    return []


def find_works(text: str) -> tuple[Work, ...]:
    """All works of a raw text; spans refer to the text given."""
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at))
