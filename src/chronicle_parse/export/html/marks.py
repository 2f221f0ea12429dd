"""The values of a document as marks on the original text; where marks overlap, the text is cut at every border."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from attrs import frozen

from chronicle_parse.model import Chronicle, Document, Entry, Indicator, Roundup, Section, Span, WorkReport
from chronicle_parse.model.display import called, measured, movement
from chronicle_parse.model.own import own


@frozen
class Mark:
    """A value on the page.

    Attributes:
        number: its number on the page; buttons and text refer to each other by it.
        kind: person, date, quantity, work, organisation, target, actual, heading, value (of an installed format) or issue; the style sheet
            knows them.
        label: what was read, for the detail line.
        span: the original characters.
        owner: the number of the entry it belongs to, None for what belongs to the whole document.
    """

    number: int
    kind: str
    label: str
    span: Span
    owner: int | None = None


def marks_of(document: Document) -> list[Mark]:
    """All values with a place, in the order in which the page lists them."""
    marks: list[Mark] = []

    def add(kind: str, label: str, span: Span, owner: int | None = None) -> None:
        marks.append(Mark(len(marks), kind, label, span, owner))

    if isinstance(document, Chronicle | Roundup):
        for number, entry in enumerate(document.entries):
            for kind, label, span in _of_entry(entry):
                add(kind, label, span, number)
    if isinstance(document, WorkReport):
        for indicator in document.indicators:
            add(indicator.kind, _of_indicator(indicator), indicator.span)
        if document.speaker:
            add("person", f"{document.speaker.title} {document.speaker.name}", document.speaker.span)
        for section in document.outline():
            add("heading", section.marker + section.title, _heading(section))
    if not isinstance(document, Chronicle | Roundup | WorkReport):
        for table in own(document, Document):
            for row in table.rows:
                if row.span is not None:
                    add("value", f"{table.name}: {' '.join(filter(None, row.cells))}", row.span)
    for issue in document.issues:
        add("issue", f"{issue.severity}: {issue.message} ({issue.code})", issue.span)
    return marks


def _heading(section: Section) -> Span:
    """The heading alone: a section reaches to its end, its heading to the first thing below it."""
    below = [each.span.start for each in section.paragraphs] + [each.span.start for each in section.sections]
    stop = min(below, default=section.span.stop)
    return Span(section.span.start, max(stop, section.span.start))


def _of_indicator(indicator: Indicator) -> str:
    parts = [f"{indicator.kind} {indicator.year or ''} {called(indicator)}"]
    if indicator.quantity:
        parts.append(measured(indicator.quantity))
    if indicator.change:
        parts.append(movement(indicator.change))
    if indicator.rank:
        parts.append(indicator.rank.written)
    return " · ".join(parts)


def _of_entry(entry: Entry) -> Iterator[tuple[str, str, Span]]:
    if entry.when:
        yield "date", entry.when.edtf, entry.when.span
    for person in entry.people:
        yield "person", f"{person.title} {person.name}".strip(), person.span
    for quantity in entry.quantities:
        yield "quantity", measured(quantity), quantity.span
    for work in entry.works:
        yield "work", work.title, work.span
    for body in entry.organisations:
        yield "organisation", body.name, body.span


def marked_text(text: str, marks: Sequence[Mark]) -> str:
    """The text as HTML in which each stretch under the same marks is one element that names them.

    >>> marked_text("a<b", [Mark(0, "person", "x", Span(0, 2)), Mark(1, "date", "y", Span(1, 3))])
    '<mark class="person" data-m="0">a</mark><mark class="person date" data-m="0 1">&lt;</mark><mark class="date" data-m="1">b</mark>'
    """
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark.span.start < mark.span.stop:
            opening.setdefault(mark.span.start, []).append(mark)
            closing.setdefault(mark.span.stop, []).append(mark)
    borders = sorted({0, len(text), *opening, *closing})
    live: dict[int, Mark] = {}
    parts: list[str] = []
    for start, stop in pairwise(borders):
        for mark in closing.get(start, ()):
            live.pop(mark.number, None)
        live.update((mark.number, mark) for mark in opening.get(start, ()))
        shown = escape(text[start:stop])
        if live:
            kinds = " ".join(dict.fromkeys(mark.kind for mark in live.values()))
            numbers = " ".join(map(str, live))
            parts.append(f'<mark class="{kinds}" data-m="{numbers}">{shown}</mark>')
        else:
            parts.append(shown)
    return "".join(parts)
