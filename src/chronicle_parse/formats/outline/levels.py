"""Infers levels from the sequence of headings: which system encloses which is read off the numbering, not off a fixed table.

A series that starts again at 1 behind a heading of another system stands below that heading; a heading of another system
between 2 and 3 of a series stands below the series. Where the numbers say nothing, systems keep their usual order and a
system without numbers stands below the heading it was first seen behind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from chronicle_parse.formats.outline.lines import Heading
from chronicle_parse.formats.outline.markers import NAMES
from chronicle_parse.formats.outline.openings import RUN_IN
from chronicle_parse.formats.outline.unmarked import LINE, PERIOD

_UNMARKED = {PERIOD: 15.0, LINE: 72.0, RUN_IN: 75.0}


def levels(headings: Sequence[Heading]) -> list[int]:
    """The level of each heading, 1 for the top.

    The depth never passes the number of systems in use.
    """
    systems = _again(headings, _lost_numbers(headings, _strays(headings)))
    order = _order(headings, systems)
    path: list[tuple[float, bool]] = []
    top = min(range(len(systems)), key=lambda at: order[systems[at]], default=0)
    if top and (headings[top].number or 0) > 1:
        # why: an excerpt that begins below a heading it does not show: （三）… （四）… 二、…
        path.append((order[systems[top]], False))
    found: list[int] = []
    for heading, system in zip(headings, systems, strict=True):
        # why: a sentence that leads over to a series closes the run-ins before it: ——… ——… 主要做了以下工作：一是…
        while path and (path[-1][0] >= order[system] or (heading.led and path[-1][1])):
            path.pop()
        path.append((order[system], heading.run_in))
        found.append(len(path))
    return found


def _strays(headings: Sequence[Heading]) -> list[str]:
    """The system of each heading; an unmarked line among bullets is taken for one that lost its sign."""
    systems = [heading.system for heading in headings]
    following: list[str] = []
    ahead = ""
    for system in reversed(systems):
        following.append(ahead)
        ahead = ahead if system == LINE else system
    for at, (system, ahead) in enumerate(zip(systems, reversed(following), strict=True)):
        if system != LINE:
            continue
        before = systems[at - 1] if at else ""
        if _bullet(before):
            systems[at] = system if headings[at - 1].empty else before
        elif _bullet(ahead) and before not in (PERIOD, LINE, ""):
            systems[at] = ahead
    return systems


def _lost_numbers(headings: Sequence[Heading], systems: list[str]) -> list[str]:
    """The systems, with an unmarked line between 一、 and 三、 taken for the one that lost its number."""
    last: dict[str, int] = {}
    unmarked: dict[str, list[int]] = {}
    for at, heading in enumerate(headings):
        system = systems[at]
        if heading.number is None:
            if system in (PERIOD, LINE):
                for seen in unmarked.values():
                    seen.append(at)
            continue
        if system in last and heading.number == last[system] + 2 and len(unmarked[system]) == 1:
            systems[unmarked[system][0]] = system
        last[system] = heading.number
        unmarked[system] = []
    return systems


def _bullet(system: str) -> bool:
    return system in NAMES and NAMES[system].listing


def _again(headings: Sequence[Heading], systems: list[str]) -> list[str]:
    """A report printed twice on a page: where titles come back under other marks, those marks stand for the first ones."""
    first: dict[str, int] = {}
    votes: dict[str, Counter[str]] = {}
    since: dict[str, int] = {}
    for at, heading in enumerate(headings):
        known = first.setdefault(heading.title, at)
        if known != at and systems[known] != systems[at]:
            votes.setdefault(systems[at], Counter())[systems[known]] += 1
            since.setdefault(systems[at], at)
    same = {system: seen.most_common(1)[0][0] for system, seen in votes.items() if seen.total() >= 2}
    return [same[system] if system in same and at >= since[system] else system for at, system in enumerate(systems)]


def _order(headings: Sequence[Heading], systems: Sequence[str]) -> dict[str, float]:
    """The place of every system in this document, small is high."""
    order: dict[str, float] = {}
    previous: float | None = None
    for system in systems:
        if system not in order:
            if system.startswith("#"):
                order[system] = float(system[1:])
            elif system in _UNMARKED:
                order[system] = _UNMARKED[system]
            elif _bullet(system):
                order[system] = (12.0 if previous is None else previous) + 0.5 + len(order) / 1000
            else:
                order[system] = float(NAMES[system].rank)
        previous = order[system]
    above = _restarts(headings, systems)
    for (upper, lower), votes in above.items():
        if votes > above.get((lower, upper), 0) and order[upper] >= order[lower]:
            order[upper] = order[lower] - 0.25
    return order


def _restarts(headings: Sequence[Heading], systems: Sequence[str]) -> Counter[tuple[str, str]]:
    """How often the first system was seen above the second.

    That is where a series of the second starts again behind the first, or starts right below it with no text between,
    and where the second stands inside a series of the first.
    """
    above: Counter[tuple[str, str]] = Counter()
    number: dict[str, int] = {}
    between: dict[str, list[str]] = {}
    before: tuple[str, bool] = ("", False)
    for heading, system in zip(headings, systems, strict=True):
        if before[1] and heading.number == 1 and before[0] != system:
            above[before[0], system] += 1
        before = (system, heading.empty)
        if heading.number is not None:
            seen = between.get(system, [])
            if heading.number == 1 and system in number and len(set(seen)) == 1:
                above[seen[0], system] += 1
            elif heading.number == number.get(system, -1) + 1:
                for inner in set(seen):
                    above[system, inner] += 1
            number[system] = heading.number
            between[system] = []
        for other, seen in between.items():
            if other != system and system not in seen:
                seen.append(system)
    return above
