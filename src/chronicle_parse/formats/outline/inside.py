"""Marks inside paragraphs: 一是…；二是…, 第一，…, （一）… behind a stop, where they divide results or tasks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from attrs import frozen
from regex import Pattern

from chronicle_parse.formats.outline.lines import Heading, Item
from chronicle_parse.formats.outline.marked import COUNTED_IN_TEXT
from chronicle_parse.formats.outline.markers import SYSTEMS, Marker, read_marker
from chronicle_parse.formats.outline.phrases import cut, plain
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose


@frozen
class _Mark:
    """A mark, the item it stands in, its start and the end of its text: the next mark, or the end of the line."""

    item: Item
    at: int
    marker: Marker
    stop: int
    lead: str


@cache
def _mark() -> Pattern[str]:
    marks = "|".join(each.pattern for each in SYSTEMS if each.inline)
    return verbose(rf"(?<= [。；;:：！!,，\s] ) (?: {marks} )")


@cache
def _gate() -> Pattern[str]:
    return verbose(r"[是要第其)）①❶]")


@cache
def _no_division() -> Pattern[str]:
    return verbose(any_of(words("outline_words", use="no-division")))


@cache
def _division() -> Pattern[str]:
    return verbose(any_of(words("outline_words", use="division")))


def inside(text: str, items: Sequence[Item]) -> Iterator[Heading]:
    """The headings that marks inside paragraphs (and 一是, 第一 at the start of a line) make."""
    for series in _series(_marks(text, items)):
        if _divides(series[0].lead):
            cuts = [cut(text, mark.at + len(mark.marker.written), mark.stop) for mark in series]
            if 2 * sum(found is not None for found in cuts) >= len(cuts):
                for mark, found in zip(series, cuts, strict=True):
                    if found is not None and not _cut_off(text, mark, found[0]):
                        yield _heading(text, mark, *found)


def _heading(text: str, mark: _Mark, stop: int, body: int) -> Heading:
    start = mark.at + len(mark.marker.written)
    alone = mark.at == mark.item.line.start and stop == mark.item.stop
    item, marker = mark.item, mark.marker
    title = plain(text[start:stop])
    return Heading(
        mark.at, stop, body, marker.written, marker.number, title, not alone, marker.system, item.at, item.last
    )


def _cut_off(text: str, mark: _Mark, stop: int) -> bool:
    """Whether the page ends in the middle of it."""
    return mark.at != mark.item.line.start and not text[stop:].strip()


def _marks(text: str, items: Sequence[Item]) -> Iterator[_Mark | None]:
    """All marks in order; None where a heading line ends every series of running text."""
    above = ""
    for item in items:
        line = item.line
        counted = item.marker is not None and item.system in COUNTED_IN_TEXT
        if item.heading and not (item.kind is not None and item.kind.inline):
            yield None
        found: list[tuple[int, Marker]] = []
        if item.marker is not None and item.kind is not None and item.kind.inline:
            found.append((line.start, item.marker))
        if len(line.text) > 12 and _gate().search(line.text):
            for match in _mark().finditer(line.text):
                marker = read_marker(line.text, match.start())
                if marker is not None:
                    found.append((line.start + match.start(), marker))
        for number, (at, marker) in enumerate(found):
            stop = found[number + 1][0] if number + 1 < len(found) else item.stop
            own = number == 0 and at == line.start
            lead = above if own else text[line.start : at]
            if not own or counted or item.heading:
                marker_only = Marker(marker.system, marker.written, marker.number, 0)
                yield _Mark(item, at, marker_only, stop, lead[-80:])
        above = line.text


def _series(marks: Iterator[_Mark | None]) -> Iterator[list[_Mark]]:
    """Runs of marks of one system that count on, two or more of them; heading lines among them are counted, not given."""
    runs: dict[str, list[_Mark]] = {}
    done: list[list[_Mark]] = []
    for mark in marks:
        if mark is None:
            done += runs.values()
            runs = {}
        elif (run := runs.get(mark.marker.system)) and mark.marker.number == (run[-1].marker.number or 0) + 1:
            run.append(mark)
        elif mark.marker.number == 1:
            done += [run] if run else []
            runs[mark.marker.system] = [mark]
    done += runs.values()
    for run in done:
        new = [mark for mark in run if not (mark.item.heading and mark.at == mark.item.line.start)]
        if len(run) > 1 and new:
            yield new


def _divides(lead: str) -> bool:
    """Whether the words before a series let it divide results or tasks, rather than reasons, conditions or problems."""
    lead = lead.rstrip("。：:；;，, ").rpartition("。")[2]
    last = max(lead.rfind("，"), lead.rfind(",")) + 1
    if _no_division().search(lead, last):
        return False
    return _division().search(lead, last) is not None or _no_division().search(lead) is None
