"""Reads changes."""

from __future__ import annotations

from chronicle_parse.model import Change, Span, SpanMaker
from chronicle_parse.text import fold


def scan(text: str, at: SpanMaker = Span) -> list[Change]:
    """All changes of clean text, in order."""
    return []


def find_changes(text: str) -> tuple[Change, ...]:
    """All changes of a raw text; spans refer to the text given."""
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at))
