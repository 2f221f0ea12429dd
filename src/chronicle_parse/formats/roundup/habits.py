"""How a page sets its items, seen over the page as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from chronicle_parse.formats.items import Head
from chronicle_parse.formats.roundup.headings import tells
from chronicle_parse.formats.roundup.units import CAPTION, Unit


@frozen
class Habits:
    """How this page sets its items.

    Attributes:
        heads: whether any line opens an item by mark or date.
        headings, days: how many lines are headings by their words, and how many are days.
        marks: the styles of marks that come with a date; on a page without dates in front, all styles.
        headlines: whether a short line below a heading is the headline of the item, not of the section.
        spaced: whether a blank line stands between almost all lines, so that it parts nothing.
        subtitles: whether headings of sections have a line below them, as 江南区 / 开足马力抢工期.
    """

    heads: bool
    headings: int
    days: int
    marks: frozenset[str]
    headlines: bool
    spaced: bool
    subtitles: bool

    def same_day(self, head: Head | None) -> bool:
        """Whether the head takes the day of the item above: △, or ▲ where other items have dates and it has none."""
        mark = head.mark if head is not None and head.when is None else None
        return mark is not None and mark.kind == "same-day" and mark.style not in self.marks


def read_habits(units: Sequence[Unit]) -> Habits:
    """The habits of a page, from its lines."""
    heads = [unit for unit in units if unit.kind == "head" and not unit.of_week]
    dated = {unit.mark.style for unit in heads if unit.mark and unit.when}
    plain = {unit.mark.style for unit in heads if unit.mark and not unit.when}
    same_day = {unit.mark.style for unit in heads if unit.mark and unit.mark.kind == "same-day"}
    dates_in_front = any(unit.when is not None for unit in heads)
    return Habits(
        bool(heads),
        sum(unit.kind == "heading" for unit in units),
        sum(unit.kind == "day" for unit in units),
        frozenset(dated | (plain - same_day if dates_in_front else plain)),
        _headlines(units),
        sum(unit.gap for unit in units) > 0.8 * len(units),
        any(_subtitled(*three) for three in zip(units, units[1:], units[2:], strict=False)),
    )


def _subtitled(heading: Unit, line: Unit, below: Unit) -> bool:
    return heading.kind == "heading" and line.kind == "short" and below.kind in ("head", "text")


def _headlines(units: Sequence[Unit]) -> bool:
    """Whether short lines stand above single items, and not only right below a heading: there are about as many of both."""
    under = alone = 0
    for before, unit, after in zip(units, units[1:], units[2:], strict=False):
        if unit.kind == "short" and after.kind in ("text", "head", "record"):
            under += before.kind in ("heading", "short")
            alone += before.kind in ("text", "head") and (len(unit.text) > CAPTION or tells(unit.text))
    return alone > 0 and 2 * alone >= under
