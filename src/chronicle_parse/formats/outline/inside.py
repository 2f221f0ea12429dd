"""Marks inside paragraphs: 一是…；二是…, 第一，…, （一）…, ——… behind a stop, where they divide results or tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from re import Pattern

from attrs import frozen

from chronicle_parse.formats.outline.lines import Heading, Item
from chronicle_parse.formats.outline.marked import COUNTED_IN_TEXT
from chronicle_parse.formats.outline.markers import NAMES, SYSTEMS, Marker, read_marker
from chronicle_parse.formats.outline.phrases import cut, glued_part, plain
from chronicle_parse.formats.outline.unmarked import PERIOD
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose

ONE_LINE = 200
"""From so many characters on a line may hold several paragraphs."""
LEAD = 100
"""Characters before a series in which the words are looked for that say what it counts."""


@frozen
class _Mark:
    """A mark in an item.

    Attributes:
        at, title: where it and the title behind it begin; stop: where the next mark begins, or the item ends.
        lead: the words before it.
    """

    item: Item
    at: int
    title: int
    marker: Marker
    stop: int
    lead: str


@cache
def _mark() -> Pattern[str]:
    marks = "|".join(each.pattern for each in SYSTEMS if each.inline)
    # why: …政府工作报告一、2022年工作回顾2022年是…: a page on one line
    return verbose(rf"(?: (?<= [。；;:：！!,，\s*] ) | (?<= 工作报告 ) ) (?: {marks} )")


@cache
def _gate() -> Pattern[str]:
    return verbose(r"[是要第其)）、.．①❶—]")


@cache
def _no_division() -> Pattern[str]:
    return verbose(any_of(words("outline_words", use="no-division")))


@cache
def _harmless() -> Pattern[str]:
    """Words for problems where they are met, not told: 直面困难, 矛盾纠纷."""
    faced = any_of(words("outline_words", use="faces"))
    return verbose(rf"""
        {any_of(words("outline_words", use="harmless"))}
        | {faced} [^,，。]{{0,8}} {any_of(words("outline_words", use="no-division"))}
    """)


@cache
def _division() -> Pattern[str]:
    return verbose(any_of(words("outline_words", use="division")))


def inside(text: str, items: Sequence[Item]) -> Iterator[Heading]:
    """The headings that marks inside paragraphs (and 一是, 第一 at the start of a line) make."""
    end = len(text.rstrip())
    for series in _series(_marks(text, items)):
        if _divides(series[0].lead):
            cuts = [cut(text, mark.title, mark.stop, commas=mark.marker.number is not None) for mark in series]
            if 2 * sum(found is not None for found in cuts) >= len(cuts):
                one = series[0].item is series[-1].item and series[0].at > series[0].item.line.start
                listed = one and not any(
                    found and text[found[1] : mark.stop].strip() for found, mark in zip(cuts, series, strict=True)
                )
                for mark, found in zip(series, cuts, strict=True):
                    # a mark in the last line whose text nothing ends was cut off with the page
                    if found is not None and (found[0] < end or mark.at == mark.item.line.start):
                        yield _heading(text, mark, *found, listed=listed)


def glued_parts(items: Sequence[Item]) -> Iterator[Heading]:
    """The titles without a marker that a page on one line has lost among its sentences: …。2019年工作回顾2019年,是…."""
    for item in items:
        if item.stop - item.start > ONE_LINE:
            for match in glued_part().finditer(item.text):
                start, stop = (item.line.start + at for at in match.span("title"))
                title = plain(match["title"])
                yield Heading(start, stop, stop, "", None, title, True, PERIOD, item.at, item.last)


def _heading(text: str, mark: _Mark, stop: int, body: int, *, listed: bool) -> Heading:
    alone = mark.at == mark.item.line.start and stop == mark.item.stop
    item, marker = mark.item, mark.marker
    title = plain(text[mark.title : stop])
    return Heading(
        mark.at,
        stop,
        body,
        marker.written,
        marker.number,
        title,
        not alone,
        marker.system,
        item.at,
        item.last,
        listed=listed,
    )


def _marks(text: str, items: Sequence[Item]) -> Iterator[_Mark | Item]:
    """All marks in order, and the heading lines between them."""
    above = ""
    for item in items:
        if item.heading:
            yield item
        found: list[tuple[int, Marker]] = []
        if item.marker is not None and item.kind is not None and item.kind.inline and not item.heading:
            found.append((item.line.start, item.marker))
        start = item.body if item.heading else item.line.start
        if item.stop - start > 12 and _gate().search(item.text):
            for match in _mark().finditer(item.text, start - item.line.start):
                if (marker := read_marker(item.text, match.start())) is not None:
                    found.append((item.line.start + match.start(), marker))
        for number, (at, marker) in enumerate(found):
            stop = found[number + 1][0] if number + 1 < len(found) else item.stop
            first = number == 0 and at == item.line.start
            if not first or item.system in COUNTED_IN_TEXT or marker.number == 1:
                lead = above if first else text[max(item.line.start, at - LEAD) : at]
                yield _Mark(item, at, item.line.start + marker.stop, marker, stop, lead)
        above = item.text[-LEAD:]


def _series(marks: Iterable[_Mark | Item]) -> Iterator[list[_Mark]]:
    """Runs of marks of one system that count on, two or more of them.

    A heading line ends the runs of its own and of lower systems; marks of its own system may count on from it.
    """
    runs: dict[str, list[_Mark]] = {}
    heads: dict[str, int] = {}
    for mark in marks:
        if isinstance(mark, Item):
            rank = mark.kind.rank if mark.kind else 0
            for system in [each for each in runs if NAMES[each].rank >= rank]:
                yield from _long(runs.pop(system), heads)
            if mark.marker is not None:
                heads[mark.system] = mark.marker.number or 0
            continue
        system, number = mark.marker.system, mark.marker.number
        run = runs.get(system, [])
        if number is None:  # dashes count on within a paragraph
            if run and run[-1].item is not mark.item:
                yield from _long(runs.pop(system), heads)
            runs.setdefault(system, []).append(mark)
        elif run and number == (run[-1].marker.number or 0) + 1:
            run.append(mark)
        elif number == 1 or number == heads.get(system, -1) + 1:
            yield from _long(run, heads)
            runs[system] = [mark]
    for run in runs.values():
        yield from _long(run, heads)


def _long(run: list[_Mark], heads: dict[str, int]) -> Iterator[list[_Mark]]:
    """The run, unless a single mark that nothing leads to."""
    if len(run) > 1 or (run and run[0].marker.number != 1 and heads.get(run[0].marker.system)):
        yield run


def _divides(lead: str) -> bool:
    """Whether the words before a series let it divide results or tasks, rather than reasons, conditions or problems."""
    lead = _harmless().sub("", lead.rstrip("。：:；;，, ").rpartition("。")[2])
    last = max(lead.rfind("，"), lead.rfind(",")) + 1
    if _no_division().search(lead, last):
        return False
    return _division().search(lead, last) is not None or _no_division().search(lead) is None
