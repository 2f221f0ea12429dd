"""The years of dates, once all are read: the turn of the year, and what only the publication date can place.

* `settle`       puts every date into its year.
* `infer_month`  puts days that stand before the first month heading into the month before it.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence

import attrs

from chronicle_parse.formats.chronicle.years import Calendar, Dated, Part, placed
from chronicle_parse.model import When

TURN = 9
"""So many months a date must drop for the year to have turned: from December to January, or over a gap in the entries."""


def direction(found: Iterable[When]) -> int:
    """1 where dates go forward, -1 where most go back (newest first); the turn of a year counts for neither."""
    months = [(when.start.month, when.start.day or 0) for when in found if when.start.month is not None]
    steps = [(a, b) for a, b in itertools.pairwise(months) if abs(a[0] - b[0]) < TURN]
    return -1 if sum(b < a for a, b in steps) > sum(b > a for a, b in steps) else 1


def _next_other(months: Sequence[int | None]) -> list[int | None]:
    """For every place the next month that is another one."""
    found: list[int | None] = []
    current = other = None
    for month in reversed(months):
        if month is not None and month != current:
            current, other = month, current
        found.append(other)
    return found[::-1]


def _offsets(run: Sequence[Dated]) -> list[int]:
    """How many years after (or before) the first date of a run each of its dates lies."""
    forward = direction(each.when for each in run if not each.heading)
    months = [each.when.start.month for each in run]
    later = _next_other(months)
    offsets, offset, last = [], 0, None
    for at, (each, month) in enumerate(zip(run, months, strict=True)):
        if month is not None:
            if last is not None and forward * (last - month) >= TURN:
                after = later[at]
                # why: one January entry among Decembers is out of place (补记), not a new year
                if after is None or abs(after - month) < TURN:
                    offset += forward
            last = each.when.end.month if forward > 0 and each.when.end.month == 12 else month
        offsets.append(offset)
    return offsets


def settle(kept: Calendar) -> list[Part]:
    """Puts every date into its year: over the turn of a year, and from the publication date where nothing else is known.

    Returns:
        The chronicles for which their publication date had to be used.
    """
    for part in kept.parts:
        for _, run in itertools.groupby(part.dated, key=lambda each: each.run):
            _settle_run(part, list(run))
    return [part for part in kept.parts if any(each.year_from == "publication" for each in part.dated)]


def _settle_run(part: Part, run: Sequence[Dated]) -> None:
    """Puts the dates that share the source of their year into theirs."""
    if not run[0].turns:
        return
    offsets, base = _offsets(run), None
    published = part.frame.published
    if published is not None and any(each.year_from == "nowhere" for each in run) and _is_recent(part, published):
        base = _latest_base(run, offsets, published)
    for each, offset in zip(run, offsets, strict=True):
        if each.year_from == "nowhere" and base is not None:
            each.when, each.year_from = placed(each.when, base + offset), "publication"
        elif offset and each.when.start.year is not None and "year" in each.when.inherited | _as_year(each.when):
            each.when = placed(each.when, each.when.start.year + offset)


def infer_month(kept: Calendar) -> bool:
    """Puts days that stand before the first month heading into the month before it: 4日, 9日, 2月, 1日, 3月, 5日.

    Returns:
        Whether there were any; nothing is done where their days do not go up or no further heading shows that months do.
    """
    found = [_infer_month(part.dated) for part in kept.parts]
    return any(found)


def _infer_month(dated: Sequence[Dated]) -> bool:
    at = next((i for i, each in enumerate(dated) if each.when.start.month is not None), len(dated))
    early, later = dated[:at], [each for each in dated[at:] if each.heading and each.when.precision == "month"]
    months = [each.when.start.month or 0 for each in later]
    days = [each.when.start.day or 0 for each in early]
    if not days or 0 in days or len(months) < 2 or not dated[at].heading or months[0] < 2:
        return False
    if days != sorted(days) or months != sorted(months):
        return False
    for each in early:
        start, end = each.when.start, each.when.end
        each.when = attrs.evolve(
            each.when,
            start=attrs.evolve(start, month=months[0] - 1),
            end=attrs.evolve(end, month=months[0] - 1),
            members=tuple(attrs.evolve(part, month=months[0] - 1) for part in each.when.members),
            inherited=each.when.inherited | {"month"},
        )
    return True


def _is_recent(part: Part, published: dt.date) -> bool:
    """Whether the publication date says the year of what stands above all years of a chronicle.

    Not on a page of 2011 whose headings name 1968 and 1969; nor below year headings that go up, as what stands above the
    first of them is older than it; but on one that begins with this year and goes back: 3月5日,…, 2010年, 2009年.
    """
    years = [(each.when.start.year, each.heading) for each in part.dated if each.year_from in ("heading", "entry")]
    headed = [year for year, heading in years if heading and year is not None]
    if headed and (headed[0] >= published.year or headed != sorted(headed, reverse=True)):
        return False
    return not years or any(abs(year - published.year) <= 1 for year, _ in years if year is not None)


def _as_year(when: When) -> frozenset[str]:
    """A date that came from the entry above (同日) took its year there as well."""
    return frozenset({"year"}) if "entry" in when.inherited else frozenset()


def _latest_base(run: Sequence[Dated], offsets: Sequence[int], published: dt.date) -> int:
    """The latest year for the first date of a run with which none of its dates lies after the publication."""
    limit = (published.month, published.day)
    return min(
        published.year - offset - ((each.when.start.month or 1, each.when.start.day or 1) > limit)
        for each, offset in zip(run, offsets, strict=True)
    )
