"""A document as a tree for the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from rich.markup import escape
from rich.tree import Tree

from chronicle_parse.model import (
    Bound,
    Chronicle,
    Document,
    Entry,
    Indicator,
    Person,
    Quantity,
    Roundup,
    Section,
    When,
    WorkReport,
)
from chronicle_parse.model.display import amount
from chronicle_parse.model.own import own

SIGNS = {
    Bound.EXACT: "",
    Bound.ABOUT: "≈ ",
    Bound.AT_LEAST: "≥ ",
    Bound.AT_MOST: "≤ ",
    Bound.MORE_THAN: "> ",
    Bound.LESS_THAN: "< ",
    Bound.RANGE: "",
}
COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}

Item = TypeVar("Item")


def tree_of(document: Document, name: str, limit: int | None = None) -> Tree:
    """The tree of a document under `name`; at most `limit` entries and indicators of each kind are shown."""
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
        line = entry.text.replace("\n", " ")
        branch = tree.add(f"[cyan]{date}[/] {escape(line[:60])}{'…' if len(line) > 60 else ''}")
        if entry.people:
            branch.add("people: [green]" + escape(", ".join(_person(person) for person in entry.people)) + "[/]")
        if entry.quantities:
            branch.add(
                "quantities: [magenta]" + escape(", ".join(_amount(quantity) for quantity in entry.quantities)) + "[/]"
            )
        if entry.works:
            branch.add("works: [blue]" + escape(", ".join(work.title for work in entry.works)) + "[/]")
    _more(tree, entries, limit)


def _person(person: Person) -> str:
    return f"{person.name} ({person.title})" if person.title else person.name


def _amount(quantity: Quantity) -> str:
    return f"{SIGNS[quantity.bound]}{amount(quantity)} {quantity.unit}"


def _add_roundup(tree: Tree, document: Roundup, limit: int | None) -> None:
    branch = tree.add(f"{len(document.entries)} entries{_period(document.period)}")
    for section in document.sections:
        headline = f": {escape(section.headline)}" if section.headline else ""
        _add_entries(
            branch.add(f"[bold]{escape(section.heading) or '(no heading)'}[/]{headline}"), section.entries, limit
        )


def _add_report(tree: Tree, report: WorkReport, limit: int | None) -> None:
    speaker = f", read by {escape(_person(report.speaker))}" if report.speaker else ""
    tree.add(f"delivered in {report.year or 'an unknown year'}{speaker}")
    outline = tree.add(f"{sum(1 for _ in report.outline())} headings")
    for section in report.sections:
        _add_section(outline, section)
    for label, indicators in (("results", report.results), ("targets", report.targets)):
        branch = tree.add(f"[bold]{len(indicators)} {label}[/]")
        for indicator in _first(indicators, limit):
            branch.add(_indicator(indicator))
        _more(branch, indicators, limit)


def _add_section(tree: Tree, section: Section) -> None:
    pending = [(tree, section)]
    while pending:
        parent, each = pending.pop()
        branch = parent.add(escape(f"{each.marker}{each.title}"))
        pending.extend((branch, child) for child in reversed(each.sections))


def _indicator(indicator: Indicator) -> str:
    parts = [f"[cyan]{indicator.year or '????'}[/] {escape(indicator.name)}"]
    if indicator.verb:
        parts.append(f"[dim]({escape(indicator.verb)})[/]")
    if indicator.quantity:
        parts.append(f"[magenta]{escape(_amount(indicator.quantity))}[/]")
    if indicator.change:
        sign = {"up": "↑", "down": "↓", "flat": "→"}[indicator.change.direction]
        parts.append(f"[green]{sign} {escape(_amount(indicator.change.quantity))}[/]")
    if indicator.rank:
        parts.append(f"[yellow]{escape(indicator.rank.written)}[/]")
    return " ".join(parts)
