"""Reads people."""

from __future__ import annotations

from chronicle_parse.model import Person, Span, SpanMaker
from chronicle_parse.text import fold


def scan(text: str, at: SpanMaker = Span) -> list[Person]:
    """All people of clean text, in order."""
    return []


def find_people(text: str) -> tuple[Person, ...]:
    """All people of a raw text; spans refer to the text given."""
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at))
