"""Several items in one line: ◆…◆…, ;3月9日,…, and lists of events that are set one behind the other."""

from __future__ import annotations

from functools import cache
from re import Pattern

from chronicle_parse.formats.items import Head, head_at, openings
from chronicle_parse.formats.page import Page
from chronicle_parse.formats.roundup.units import SHAPES, Unit
from chronicle_parse.model import When
from chronicle_parse.patterns import verbose

SIGNS = frozenset("◆◇●■□★▲△▶►➤▷◎♦✦❖☆")
"""Marks that stand nowhere but before an item, so that several items may be set in one line."""

RUNNING = 3
"""From so many dated sentences on a paragraph is a list of events, and a sentence end with a blank begins a further one."""


def further_items(page: Page, unit: Unit) -> list[tuple[int, Head | None]]:
    """Where further items begin inside a line that opens with a mark or date, and their heads.

    A marked line is one item, however many days it names, unless its sign stands in it again.
    """
    first, text, stop = unit.head, page.text, unit.line.stop
    if first is None:
        return []
    if first.mark is not None and first.mark.style in SIGNS:
        return [
            (at, head_at(text, at, stop, page.span, SHAPES)) for at in _signs(text, first.mark.style, first.stop, stop)
        ]
    cuts = _dated_cuts(page, first, stop)
    if first.mark is None and len(cuts) + 1 >= RUNNING:
        taken = {place for place, _ in cuts}
        cuts += [
            (found.end(), None) for found in _sentence().finditer(text, first.stop, stop) if found.end() not in taken
        ]
        cuts.sort(key=lambda cut: cut[0])
    return cuts


def labelled_items(page: Page, unit: Unit) -> list[tuple[int, Head | None]]:
    """The same for a line that opens with a label and a date: 县长邹敏:6月28日,…;7月2日,…; empty for any other line."""
    label = _label().match(page.text, unit.line.start, unit.line.stop)
    first = head_at(page.text, label.end(), unit.line.stop, page.span, SHAPES) if label else None
    return _dated_cuts(page, first, unit.line.stop) if first is not None and first.when is not None else []


def _dated_cuts(page: Page, first: Head, stop: int) -> list[tuple[int, Head | None]]:
    cuts: list[tuple[int, Head | None]] = []
    for at in openings(page.text, first.stop, stop):
        head = head_at(page.text, at, stop, page.span, SHAPES)
        if head is not None and _alike(head, first):
            cuts.append((at, head))
    return cuts


def behind_signs(text: str, start: int, stop: int) -> int:
    """Where the text begins behind a sign that stands between date and text: 12月3日 △某某."""
    while start < stop and text[start] in SIGNS:
        start += 1
    return start


@cache
def _label() -> Pattern[str]:
    """Who or where, in front of a list of days."""
    return verbose(r"[^。,，;；:：]{2,16} [:：] [ ]* (?= \d )")


@cache
def _sentence() -> Pattern[str]:
    """The end of a sentence with a blank behind it."""
    return verbose(r"。 [ \u3000]+ (?= [\p{Han}《“] )")


def _signs(text: str, sign: str, start: int, stop: int) -> list[int]:
    places: list[int] = []
    found = text.find(sign, start, stop)
    while found >= 0:
        places.append(found)
        found = text.find(sign, found + 1, stop)
    return places


def _alike(head: Head, first: Head) -> bool:
    """Whether a head inside a line is of the kind that opens it: the same mark, or a date as fine."""
    if first.mark is not None:
        return head.mark is not None and head.mark.style == first.mark.style
    return head.mark is not None or _as_fine(head.when, first.when)


def _as_fine(when: When | None, first: When | None) -> bool:
    return when is not None and first is not None and (when.start.day is not None) == (first.start.day is not None)
