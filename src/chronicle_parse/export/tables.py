"""Flat rows for tables: one function a table, plain values only, each row keyed by its document."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from chronicle_parse.model import (
    Chronicle,
    Document,
    Entry,
    Person,
    Quantity,
    Roundup,
    RoundupSection,
    Section,
    When,
    WorkReport,
)

Cell = str | int | bool | Decimal | None
Row = dict[str, Cell]
Keyed = tuple[object, Document]


def to_rows(documents: Iterable[Document | Keyed], table: str) -> Iterator[Row]:
    """The rows of one table of many documents, lazily.

    Args:
        documents: documents, or (key, document) pairs; the key, else the number of the document, goes into the column `document`.
        table: one of `TABLES`.

    Raises:
        KeyError: for an unknown table.
    """
    rows = TABLES[table]
    for number, item in enumerate(documents):
        key, document = item if isinstance(item, tuple) else (number, item)
        for row in rows(document):
            yield {"document": str(key), **row}


def to_csv(documents: Iterable[Document | Keyed], table: str) -> str:
    r"""A table as CSV (RFC 4180) with a header line; "" where there are no rows.

    Cells that a spreadsheet would run as a formula (beginning with = + - @, tab or return) get an apostrophe in front.
    """
    out = io.StringIO(newline="")
    writer: csv.DictWriter[str] | None = None
    for row in to_rows(documents, table):
        if writer is None:
            writer = csv.DictWriter(out, list(row))
            writer.writeheader()
        writer.writerow({name: _harmless(cell) for name, cell in row.items()})
    return out.getvalue()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _when(when: When | None) -> Row:
    first = when.start.earliest() if when else None
    last = when.end.latest() if when else None
    return {
        "date": when.edtf if when else None,
        "date_earliest": first.isoformat() if first else None,
        "date_latest": last.isoformat() if last else None,
        "precision": when.precision if when else None,
        "inherited": " ".join(sorted(when.inherited)) if when else None,
    }


def _amount(quantity: Quantity | None, prefix: str = "") -> Row:
    return {
        f"{prefix}value": quantity.value if quantity else None,
        f"{prefix}high": quantity.high if quantity else None,
        f"{prefix}unit": quantity.unit if quantity else None,
        f"{prefix}bound": quantity.bound.value if quantity else None,
    }


def _documents(document: Document) -> Iterator[Row]:
    period = document.period if isinstance(document, Chronicle | Roundup) else None
    meta = document.metadata
    yield {
        "kind": document.kind,
        "title": document.title,
        "place": document.place,
        "place_code": document.place_code,
        "year": document.year if isinstance(document, WorkReport) else None,
        "period": period.edtf if period else None,
        "publisher": meta.publisher,
        "source": meta.source,
        "published": meta.published.isoformat() if meta.published else None,
        "entries": len(_entries_of(document)),
        "issues": len(document.issues),
    }


def _entries_of(document: Document) -> tuple[Entry, ...]:
    return document.entries if isinstance(document, Chronicle | Roundup) else ()


def _entries(document: Document) -> Iterator[Row]:
    for number, entry in enumerate(_entries_of(document)):
        yield {
            "entry": number,
            **_when(entry.when),
            "heading": entry.heading,
            "marker": entry.marker,
            "activity": entry.activity.value if entry.activity else None,
            "text": entry.text,
            "people": "、".join(person.name for person in entry.people),
            "works": "、".join(work.title for work in entry.works),
            "organisations": "、".join(body.name for body in entry.organisations),
            "start": entry.span.start,
            "stop": entry.span.stop,
        }


def _people(document: Document) -> Iterator[Row]:
    speaker = document.speaker if isinstance(document, WorkReport) else None
    if speaker:
        yield _person(None, speaker)
    for number, entry in enumerate(_entries_of(document)):
        for person in entry.people:
            yield _person(number, person)


def _person(entry: int | None, person: Person) -> Row:
    return {
        "entry": entry,
        "name": person.name,
        "title": person.title,
        "start": person.span.start,
        "stop": person.span.stop,
    }


def _quantities(document: Document) -> Iterator[Row]:
    for number, entry in enumerate(_entries_of(document)):
        for quantity in entry.quantities:
            span = quantity.span
            yield {
                "entry": number,
                **_amount(quantity),
                "written": quantity.written,
                "start": span.start,
                "stop": span.stop,
            }


def _indicators(document: Document) -> Iterator[Row]:
    for each in document.indicators if isinstance(document, WorkReport) else ():
        change, rank = each.change, each.rank
        yield {
            "name": each.name,
            "verb": each.verb,
            "kind": each.kind,
            "year": each.year,
            **_amount(each.quantity),
            "change": change.direction if change else None,
            **_amount(change.quantity if change else None, "change_"),
            "basis": change.basis if change else None,
            "previous_value": each.previous.value if each.previous else None,
            "rank": rank.position if rank else None,
            "rank_scope": rank.scope if rank else None,
            "written": each.written,
            "start": each.span.start,
            "stop": each.span.stop,
        }


def _sections(document: Document) -> Iterator[Row]:
    parts: tuple[Section | RoundupSection, ...] = ()
    if isinstance(document, WorkReport):
        parts = tuple(document.outline())
    elif isinstance(document, Roundup):
        parts = document.sections
    for number, part in enumerate(parts):
        yield {
            "section": number,
            "level": part.level if isinstance(part, Section) else 1,
            "marker": part.marker if isinstance(part, Section) else "",
            "title": part.title if isinstance(part, Section) else part.heading,
            "headline": "" if isinstance(part, Section) else part.headline,
            "run_in": part.run_in if isinstance(part, Section) else False,
            "start": part.span.start,
            "stop": part.span.stop,
        }


TABLES: Mapping[str, Callable[[Document], Iterator[Row]]] = MappingProxyType(
    {
        "documents": _documents,
        "entries": _entries,
        "people": _people,
        "quantities": _quantities,
        "indicators": _indicators,
        "sections": _sections,
    }
)
"""The tables by name, each a function from a document to its rows."""
