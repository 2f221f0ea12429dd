"""Items set as records: a line for each of 时间, 地点, 人物 and 内容, one record below the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from re import Pattern

from chronicle_parse.formats.page import PageLine
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose

LEAST = 2
"""So many records show that the page is set in them; a single one may be about the page."""


@cache
def _field() -> Pattern[str]:
    """A label with what it says behind it."""
    return verbose(rf"""
        [【\[]? [ ]* (?: (?P<when> {any_of(words("record_labels", kind="when"))} )
          | (?P<what> {any_of(words("record_labels", kind="what"))} ) | {any_of(words("record_labels", kind="other"))} )
        [ ]* (?: [】\]] [:：]? | [:：] ) [ ]* \S
    """)


def record_lines(lines: Sequence[PageLine]) -> dict[int, bool]:
    """Where the lines of records begin, each with whether it is the first of its record; nothing on other pages.

    A record is a run of labelled lines, one of which says when and another one what; a label that comes again opens the next.
    """
    runs: list[list[PageLine]] = []
    found: list[tuple[list[PageLine], set[str]]] = []
    labels: list[str] = []
    for line in lines:
        field = _field().match(line.text) if line.text else None
        if field is None:
            labels = [] if line.text else labels
            continue
        label = line.text[: field.end() - 1].rstrip(" :：】]")
        if not labels or label in labels:
            runs.append([])
            found.append((runs[-1], set()))
            labels = []
        labels.append(label)
        runs[-1].append(line)
        found[-1][1].update(kind for kind in ("when", "what") if field[kind])
    records = [run for run, kinds in found if len(kinds) == 2]
    if len(records) < LEAST:
        return {}
    return {line.start: line is run[0] for run in records for line in run}
