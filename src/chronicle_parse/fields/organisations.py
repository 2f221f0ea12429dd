"""Reads organisations."""

from __future__ import annotations

from chronicle_parse.model import Organisation, Span, SpanMaker
from chronicle_parse.text import fold


def scan(text: str, at: SpanMaker = Span) -> list[Organisation]:
    """All organisations of clean text, in order."""
    return []


def find_organisations(text: str) -> tuple[Organisation, ...]:
    """All organisations of a raw text; spans refer to the text given."""
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at))
