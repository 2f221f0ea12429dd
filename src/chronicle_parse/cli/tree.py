"""A document as a tree for the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from rich.markup import escape
from rich.text import Text
from rich.tree import Tree

from chronicle_parse.model import (
    Chronicle,
    Document,
    Entry,
    Indicator,
    Person,
    Roundup,
    Section,
    When,
    WorkReport,
)
from chronicle_parse.model.display import measured, movement
from chronicle_parse.model.own import own

LONGEST = 200
"""So many characters of an entry, at most: more than a line of the widest terminal holds."""
COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}

Item = TypeVar("Item")


def tree_of(document: Document, name: str, limit: int | None = None) -> Tree:
    """The tree of a document under `name`; at most `limit` entries, indicators of each kind and headings below one are shown."""
    place = f" · {document.place}" if document.place else ""
    tree = Tree(f"[bold]{escape(name)}[/] {document.kind}{place} · {escape(document.title) or 'no title'}")
    meta = document.metadata
    known = [f"{label} {value}" for label, value in (("publisher", meta.publisher), ("source", meta.source)) if value]
    if meta.published:
        known.append(f"published {meta.published:%Y-%m-%d}")
    if known:
        tree.add(escape(" · ".join(known)))
    match document:
        case Chronicle():
            _add_entries(
                tree.add(f"{len(document.entries)} entries{_period(document.period)}"), document.entries, limit
            )
        case Roundup():
            _add_roundup(tree, document, limit)
        case WorkReport():
            _add_report(tree, document, limit)
        case _:
            for table in own(document, Document):
                branch = tree.add(f"{len(table.rows)} {escape(table.name)}")
                for row in _first(table.rows, limit):
                    branch.add(escape(" · ".join(filter(None, row.cells))))
                _more(branch, table.rows, limit)
    edits = document.source.edits
    if edits:
        doubtful = sum(edit.uncertain for edit in edits)
        tree.add(f"{len(edits)} repairs of the text, {doubtful} of them uncertain")
    for issue in document.issues:
        tree.add(f"[{COLOURS[issue.severity]}]{issue.severity}[/] {escape(issue.message)} [dim]({issue.code})[/]")
    return tree


def _period(period: When | None) -> str:
    return f" of {period.edtf}" if period else ""


def _first(items: Sequence[Item], limit: int | None) -> Sequence[Item]:
    return items if limit is None else items[:limit]


def _more(tree: Tree, items: Sequence[object], limit: int | None) -> None:
    if limit is not None and len(items) > limit:
        tree.add(f"[dim]… {len(items) - limit} more[/]")


def _add_entries(tree: Tree, entries: Sequence[Entry], limit: int | None) -> None:
    for entry in _first(entries, limit):
        date = entry.when.edtf if entry.when else "no date"
        branch = tree.add(_one_line(f"[cyan]{date}[/] {escape(entry.text[:LONGEST].replace(chr(10), ' '))}"))
        if entry.people:
            branch.add("people: [green]" + escape(", ".join(_person(person) for person in entry.people)) + "[/]")
        if entry.quantities:
            branch.add("quantities: [magenta]" + escape(", ".join(map(measured, entry.quantities))) + "[/]")
        if entry.works:
            branch.add("works: [blue]" + escape(", ".join(work.title for work in entry.works)) + "[/]")
    _more(tree, entries, limit)


def _one_line(markup: str) -> Text:
    """Text that ends in … where the terminal does."""
    text = Text.from_markup(markup, overflow="ellipsis")
    text.no_wrap = True
    return text


def _person(person: Person) -> str:
    return f"{person.name} ({person.title})" if person.title else person.name


def _add_roundup(tree: Tree, document: Roundup, limit: int | None) -> None:
    branch = tree.add(f"{len(document.entries)} entries{_period(document.period)}")
    left = len(document.entries) if limit is None else limit
    for section in document.sections:
        if left <= 0:
            break
        headline = f": {escape(section.headline)}" if section.headline else ""
        under = branch.add(_one_line(f"[bold]{escape(section.heading) or '(no heading)'}[/]{headline}"))
        _add_entries(under, section.entries[:left], None)
        left -= len(section.entries)
    _more(branch, document.entries, limit)


def _add_report(tree: Tree, report: WorkReport, limit: int | None) -> None:
    speaker = f", read by {escape(_person(report.speaker))}" if report.speaker else ""
    tree.add(f"delivered in {report.year or 'an unknown year'}{speaker}")
    outline = tree.add(f"{sum(1 for _ in report.outline())} headings")
    _add_headings(outline, report.sections, limit)
    for label, indicators in (("results", report.results), ("targets", report.targets)):
        branch = tree.add(f"[bold]{len(indicators)} {label}[/]")
        for indicator in _first(indicators, limit):
            branch.add(_indicator(indicator))
        _more(branch, indicators, limit)


def _add_headings(tree: Tree, sections: Sequence[Section], limit: int | None) -> None:
    pending = [(tree, sections)]
    while pending:
        parent, siblings = pending.pop()
        for each in _first(siblings, limit):
            pending.append((parent.add(escape(f"{each.marker}{each.title}")), each.sections))
        _more(parent, siblings, limit)


def _indicator(indicator: Indicator) -> str:
    parts = [f"[cyan]{indicator.year or '????'}[/] {escape(indicator.name)}"]
    if indicator.verb not in ("", indicator.name):
        parts.append(f"[dim]({escape(indicator.verb)})[/]")
    if indicator.quantity:
        parts.append(f"[magenta]{escape(measured(indicator.quantity))}[/]")
    if indicator.change:
        parts.append(f"[green]{escape(movement(indicator.change))}[/]")
    if indicator.rank:
        parts.append(f"[yellow]{escape(indicator.rank.written)}[/]")
    return " ".join(parts)
