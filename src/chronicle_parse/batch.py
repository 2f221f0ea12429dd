"""Arrow in, Arrow out: the one function that a pool, Dask, Spark, DuckDB or Polars calls (extra `arrow`).

A row in is a row out, in the same place; whatever is wrong with a page stands in its own row.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any

from attrs import asdict

from chronicle_parse.budget import within
from chronicle_parse.errors import ChronicleParseError, RowError, code_of
from chronicle_parse.export.arrow import arrow_rows, arrow_schema, require_pyarrow
from chronicle_parse.export.encodable import encodable
from chronicle_parse.export.tables import to_rows
from chronicle_parse.formats import Known, by_name
from chronicle_parse.model import Document, Issue
from chronicle_parse.pipeline import parse
from chronicle_parse.text import Source

if TYPE_CHECKING:
    import pyarrow as pa

MAX_CHARS = 2_000_000
"""The longest text of a row: two hundred times a bulletin. It bounds the memory, some 600 bytes a character at worst."""

SECONDS = 60.0
"""The longest that a row may take: a thousand times what a bulletin takes."""

NESTED = ("entries", "people", "quantities", "indicators", "sections")
"""The tables that a row holds as lists, with the columns that `export.to_arrow` gives them."""


def parse_batches(
    batches: Iterable[pa.RecordBatch],
    text: str = "text",
    key: str | None = "key",
    *,
    columns: Mapping[str, str] = MappingProxyType({}),
    keep: Sequence[str] = (),
    kind: str | None = None,
    year: int | None = None,
    month: int | None = None,
    published: dt.date | None = None,
    place: str | None = None,
    max_chars: int = MAX_CHARS,
    seconds: float | None = SECONDS,
) -> Iterator[pa.RecordBatch]:
    r"""Parses the pages of record batches: a batch for each batch, a row for each row, one at a time.

    A row whose page cannot be read holds `error_code` and `error` and nulls; no page costs its neighbours. One batch is held at
    a time, its pages as the Arrow values they become. The columns are those of `batch_schema`.

    Args:
        batches: record batches, from any source.
        text: the column of the pages: text, or bytes in any encoding.
        key: the column by which pages are called; None for none.
        columns: which columns say what is known of a page: {"year": "delivered"}; for kind, year, month, published and place.
            A null says nothing.
        keep: columns that come out as they went in, as does the key.
        kind: as in `parse`, for all pages whose row does not say, like the next four.
        year: the year in which the text was written or delivered.
        month: the month of the entries.
        published: the day of publication.
        place: the locality.
        max_chars: the longest text; of bytes four times as many. Longer ones are rows with "source.too-large".
        seconds: the longest time a page; slower ones are rows with "source.too-slow".

    Raises:
        ValueError: for a column that is not there, or whose name a column of the result has; for a kind, year or month that
            is none.
        TypeError: for a column of pages that holds neither text nor bytes.
        MissingExtraError: without the extra `arrow`.

    >>> import pyarrow as pa
    >>> pages = pa.record_batch({"key": ["a", "b"], "text": ["大事记\n3月5日,区长王芳调研。", None]})
    >>> for batch in parse_batches([pages], year=2021):
    ...     for row in batch.select(["key", "kind", "error_code", "entries"]).to_pylist():
    ...         print(row["key"], row["kind"], row["error_code"], [each["date"] for each in row["entries"] or ()])
    a chronicle None ['2021-03-05']
    b None row.unreadable []
    """
    pa = require_pyarrow()
    if unknown := columns.keys() - _READ.keys():
        raise ValueError(f"columns are for {', '.join(_READ)}, not for {', '.join(sorted(unknown))}")
    if kind is not None:
        by_name(kind)
    options = {"kind": kind, **asdict(Known(year, month, published, place)), "max_chars": max_chars}
    kept = _kept(key, keep)
    for batch in batches:
        _check(batch.schema, text, [*kept, *columns.values()])
        schema = batch_schema(batch.schema, key, keep)
        own = pa.struct([schema.field(number) for number in range(len(kept), len(schema))])
        rows = [pa.array([], own)]
        for page, told in zip(batch.column(text), _told(batch, columns), strict=True):
            work = partial(_row, page, told, own, options)
            rows.append(_or_error(partial(within, seconds, work), own))
        made = pa.concat_arrays(rows)
        yield pa.RecordBatch.from_arrays([*(batch.column(name) for name in kept), *made.flatten()], schema=schema)


def batch_schema(pages: pa.Schema, key: str | None = "key", keep: Sequence[str] = ()) -> pa.Schema:
    """The columns of the results for pages of a schema, as Spark wants to know them before.

    The key and what is kept; `error_code` and `error`, null where all went well; what the table `documents` says; `issues`; and
    the tables of `NESTED` as lists. Where there is an error, all but the first are null.

    >>> import pyarrow as pa
    >>> batch_schema(pa.schema({"key": pa.string(), "text": pa.string()})).names[:5]
    ['key', 'error_code', 'error', 'kind', 'title']

    Raises:
        ValueError: for a column that is not there, or whose name a column of the result has.
    """
    pa = require_pyarrow()
    kept = _kept(key, keep)
    _check(pages, None, kept)
    own = _own_fields(pa)
    if taken := {field.name for field in own}.intersection(kept):
        raise ValueError(
            f"the result has columns of its own named {', '.join(sorted(taken))}: rename those of the pages"
        )
    return pa.schema([*(pages.field(name) for name in kept), *own])


def _own_fields(pa: ModuleType) -> list[pa.Field]:
    """The columns of the result besides the key and what is kept."""
    issue = {
        "code": pa.string(),
        "severity": pa.string(),
        "message": pa.string(),
        "start": pa.int64(),
        "stop": pa.int64(),
    }
    nested = {name: _without(arrow_schema(name), "document") for name in NESTED}
    # the documents' counts give way to the lists that they count
    document = _without(arrow_schema("documents"), "document", "issues", *NESTED)
    lists = {"issues": pa.schema(issue), **nested}
    return [
        pa.field("error_code", pa.string()),
        pa.field("error", pa.string()),
        *document,
        *(pa.field(name, pa.list_(pa.struct(list(schema)))) for name, schema in lists.items()),
    ]


def _without(schema: pa.Schema, *names: str) -> pa.Schema:
    pa = require_pyarrow()
    return pa.schema([field for field in schema if field.name not in names])


def _kept(key: str | None, keep: Sequence[str]) -> list[str]:
    return [*([] if key is None else [key]), *keep]


def _check(schema: pa.Schema, text: str | None, names: Sequence[str]) -> None:
    """Refuses what is wrong with the call, which no row can help."""
    pa = require_pyarrow()
    for name in [*names, *([text] if text else [])]:
        if schema.names.count(name) != 1:
            raise ValueError(f"there is not one column {name!r} among {', '.join(schema.names)}")
    if text:
        kind = schema.field(text).type
        kind = kind.value_type if pa.types.is_dictionary(kind) else kind
        if not any(is_it(kind) for is_it in _readable(pa.types)):
            raise TypeError(f"the column {text!r} holds {kind}; pages are text or bytes")


def _readable(types: ModuleType) -> Iterator[Callable[[pa.DataType], bool]]:
    names = ("string", "large_string", "string_view", "binary", "large_binary", "binary_view", "null")
    return (getattr(types, f"is_{name}") for name in names if hasattr(types, f"is_{name}"))


def _told(batch: pa.RecordBatch, columns: Mapping[str, str]) -> Iterator[dict[str, pa.Scalar]]:
    """What each row says besides its page, by the argument of `parse` that it is for."""
    for row in range(batch.num_rows):
        yield {name: batch.column(column)[row] for name, column in columns.items()}


def _or_error(work: Callable[[], pa.StructArray], own: pa.StructType) -> pa.StructArray:
    """The row, or one that says why there is none. What Arrow refuses is an error of its row, too."""
    pa = require_pyarrow()
    try:
        return work()
    except Exception as error:
        said = str(error) if isinstance(error, ChronicleParseError) else f"{type(error).__name__}: {error}"
        return pa.array([{"error_code": code_of(error), "error": encodable(said)}], own)


def _row(
    page: pa.Scalar, told: Mapping[str, pa.Scalar], own: pa.StructType, options: Mapping[str, Any]
) -> pa.StructArray:
    pa = require_pyarrow()
    if not page.is_valid:
        raise RowError("there is no text")
    known = {name: _value(name, scalar.as_py()) for name, scalar in told.items() if scalar.is_valid}
    said = {name: value for name, value in known.items() if value is not None}
    document = parse(_source(page), **{**options, **said})
    return pa.array([_values(document)], own)


def _source(page: pa.Scalar) -> Source:
    """The text or bytes of a cell; the bytes of one that says it is text and is no UTF-8."""
    try:
        source: Source = page.as_py()
    except UnicodeDecodeError:
        source = page.as_buffer().to_pybytes()
    return source


def _values(document: Document) -> dict[str, object]:
    (row,) = to_rows([document], "documents")
    lists = {name: list(arrow_rows(to_rows([document], name), arrow_schema(name))) for name in NESTED}
    return {**row, **lists, "issues": [_issue(each) for each in document.issues]}


def _issue(issue: Issue) -> dict[str, object]:
    return {
        "code": issue.code,
        "severity": issue.severity,
        "message": encodable(issue.message),
        "start": issue.span.start,
        "stop": issue.span.stop,
    }


def _value(name: str, cell: object) -> object:
    """A cell as the argument of `parse`.

    Raises:
        RowError: for one that it cannot be.
    """
    try:
        return _READ[name](cell)
    except (TypeError, ValueError, OverflowError) as error:
        raise RowError(f"{cell!r} is no {name}") from error


def _whole(most: int, cell: Any) -> int | None:
    """A number from 1 to `most`; a table made with pandas has floats, and NaN for nothing."""
    number = float(cell)
    if number != number:
        return None
    if not (1 <= number <= most and number.is_integer()):
        raise ValueError(number)
    return int(number)


def _day(cell: Any) -> dt.date:
    if isinstance(cell, dt.datetime):
        return cell.date()
    return cell if isinstance(cell, dt.date) else dt.date.fromisoformat(cell)


def _words(cell: Any) -> str | None:
    if not isinstance(cell, str):
        raise TypeError(cell)
    return cell.strip() or None


_READ: Mapping[str, Callable[[Any], object]] = {
    "kind": _words,
    "year": partial(_whole, 9999),
    "month": partial(_whole, 12),
    "published": _day,
    "place": _words,
}
"""How a cell becomes an argument of `parse`; None where it says nothing."""
