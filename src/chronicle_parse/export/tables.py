"""Flat tables: plain values, one row a thing, each keyed by its document. CSV and Arrow are made of these."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Literal

from attrs import frozen

from chronicle_parse.export.encodable import encodable, is_encodable
from chronicle_parse.model import (
    Chronicle,
    Document,
    Entry,
    Indicator,
    Person,
    Quantity,
    Roundup,
    RoundupSection,
    Section,
    When,
    WorkReport,
)
from chronicle_parse.patterns import verbose

Cell = str | int | bool | Decimal | dt.date | dt.datetime | None
Row = dict[str, Cell]
Keyed = tuple[object, Document]
Kind = Literal["string", "integer", "number", "boolean", "date", "timestamp"]


@frozen
class Table:
    """A table: its columns with their kinds, in order, and the function that makes a document's rows."""

    columns: Mapping[str, Kind]
    rows: Callable[[Document], Iterator[Row]]


def to_rows(documents: Iterable[Document | Keyed], table: str) -> Iterator[Row]:
    """The rows of one table of many documents, lazily.

    Args:
        documents: documents, or (key, document) pairs; the key, else the number of the document, is the column `document`.
        table: one of `TABLES`.

    Raises:
        KeyError: for an unknown table.
    """
    rows = TABLES[table].rows
    for number, item in enumerate(documents):
        key, document = item if isinstance(item, tuple) else (number, item)
        whole = is_encodable(document.source.original)
        for row in rows(document):
            yield {"document": encodable(str(key)), **(row if whole else _encodable(row))}


def _encodable(row: Row) -> Row:
    return {name: encodable(cell) if isinstance(cell, str) else cell for name, cell in row.items()}


def to_csv(documents: Iterable[Document | Keyed], table: str) -> str:
    """A table as CSV (RFC 4180) with a header line; `iter_csv` gives it piece by piece.

    Text that a spreadsheet could run as a formula, beginning with = + - @ of either width, a tab or a line end, gets an
    apostrophe in front; so does one that has apostrophes before such a sign. Reading back, one is taken away there.
    """
    return "".join(iter_csv(documents, table))


def iter_csv(documents: Iterable[Document | Keyed], table: str) -> Iterator[str]:
    r"""The records of `to_csv` one by one, the header first, while the documents come in.

    >>> next(iter_csv([], "people"))
    'document,entry,name,title,start,stop\r\n'
    """
    line = io.StringIO(newline="")
    writer = csv.DictWriter(line, list(TABLES[table].columns))
    writer.writeheader()
    yield line.getvalue()
    for row in to_rows(documents, table):
        line.seek(0)
        line.truncate()
        writer.writerow({name: _harmless(cell) for name, cell in row.items()})
        yield line.getvalue()


@cache
def _formula() -> re.Pattern[str]:
    """What a spreadsheet may take for a formula, in either width; with the apostrophes in front, so that one more is one too many."""
    return verbose(r"'*+ [=+\-@＝＋－＠\t\r\n]")


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and _formula().match(cell) else cell


_DATE: Mapping[str, Kind] = {
    "date": "string",
    "date_earliest": "date",
    "date_latest": "date",
    "precision": "string",
    "inherited": "string",
}
_PLACE: Mapping[str, Kind] = {"start": "integer", "stop": "integer"}


def _amount_columns(prefix: str = "") -> Mapping[str, Kind]:
    return {
        f"{prefix}value": "number",
        f"{prefix}high": "number",
        f"{prefix}unit": "string",
        f"{prefix}bound": "string",
    }


def _when(when: When | None) -> Row:
    if when is None:
        return dict.fromkeys(_DATE)
    return {
        "date": when.edtf,
        "date_earliest": when.start.earliest(),
        "date_latest": when.end.latest(),
        "precision": when.precision,
        "inherited": " ".join(sorted(when.inherited)),
    }


def _amount(quantity: Quantity | None, prefix: str = "") -> Row:
    return {
        f"{prefix}value": quantity.value if quantity else None,
        f"{prefix}high": quantity.high if quantity else None,
        f"{prefix}unit": quantity.unit if quantity else None,
        f"{prefix}bound": quantity.bound.value if quantity else None,
    }


def _entries_of(document: Document) -> tuple[Entry, ...]:
    return document.entries if isinstance(document, Chronicle | Roundup) else ()


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
        "published": meta.published,
        "entries": len(_entries_of(document)),
        "indicators": len(document.indicators) if isinstance(document, WorkReport) else 0,
        "issues": len(document.issues),
    }


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
    if isinstance(document, WorkReport) and document.speaker:
        yield _person(None, document.speaker)
    for number, entry in enumerate(_entries_of(document)):
        for person in entry.people:
            yield _person(number, person)


def _person(entry: int | None, person: Person) -> Row:
    span = person.span
    return {"entry": entry, "name": person.name, "title": person.title, "start": span.start, "stop": span.stop}


def _quantities(document: Document) -> Iterator[Row]:
    for number, entry in enumerate(_entries_of(document)):
        for each in entry.quantities:
            yield {
                "entry": number,
                **_amount(each),
                "written": each.written,
                "start": each.span.start,
                "stop": each.span.stop,
            }


def _indicators(document: Document) -> Iterator[Row]:
    for each in document.indicators if isinstance(document, WorkReport) else ():
        yield _indicator(each)


def _indicator(each: Indicator) -> Row:
    change, rank = each.change, each.rank
    return {
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
        if isinstance(part, Section):
            own: Row = {
                "level": part.level,
                "marker": part.marker,
                "title": part.title,
                "headline": "",
                "run_in": part.run_in,
            }
        else:
            own = {"level": 1, "marker": "", "title": part.heading, "headline": part.headline, "run_in": False}
        yield {"section": number, **own, "start": part.span.start, "stop": part.span.stop}


def _table(rows: Callable[[Document], Iterator[Row]], *columns: Mapping[str, Kind]) -> Table:
    return Table({"document": "string", **{name: kind for part in columns for name, kind in part.items()}}, rows)


def _strings(*names: str) -> Mapping[str, Kind]:
    return dict.fromkeys(names, "string")


TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "documents": _table(
            _documents,
            _strings("kind", "title", "place", "place_code"),
            {"year": "integer"},
            _strings("period", "publisher", "source"),
            {"published": "timestamp", "entries": "integer", "indicators": "integer", "issues": "integer"},
        ),
        "entries": _table(
            _entries,
            {"entry": "integer"},
            _DATE,
            _strings("heading", "marker", "activity", "text", "people", "works", "organisations"),
            _PLACE,
        ),
        "people": _table(_people, {"entry": "integer"}, _strings("name", "title"), _PLACE),
        "quantities": _table(_quantities, {"entry": "integer"}, _amount_columns(), _strings("written"), _PLACE),
        "indicators": _table(
            _indicators,
            _strings("name", "verb", "kind"),
            {"year": "integer"},
            _amount_columns(),
            _strings("change"),
            _amount_columns("change_"),
            _strings("basis"),
            {"previous_value": "number", "rank": "integer"},
            _strings("rank_scope", "written"),
            _PLACE,
        ),
        "sections": _table(
            _sections,
            {"section": "integer", "level": "integer"},
            _strings("marker", "title", "headline"),
            {"run_in": "boolean"},
            _PLACE,
        ),
    }
)
"""The tables by name."""
