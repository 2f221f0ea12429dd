"""The tables as Arrow, with explicit schemas: DuckDB, Polars and pandas read them, and the Parquet made of them, without us."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from chronicle_parse.errors import MissingExtraError
from chronicle_parse.export.tables import TABLES, Cell, Keyed, Row, to_rows
from chronicle_parse.model import Document

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 10_000
"""Rows a record batch."""


def to_arrow(documents: Iterable[Document | Keyed], table: str) -> pa.Table:
    """One of the tables as a `pyarrow.Table`; empty, but with its columns, where there are no rows.

    Amounts are 64-bit floats here, since that is what tools calculate with; JSON keeps the exact decimals.

    Raises:
        MissingExtraError: without the extra `arrow`.
        KeyError: for an unknown table.
    """
    pa = require_pyarrow()
    schema = arrow_schema(table)
    return pa.Table.from_batches(batches_of(to_rows(documents, table), schema), schema)


@cache
def arrow_schema(table: str) -> pa.Schema:
    """The Arrow schema of a table."""
    pa = require_pyarrow()
    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "timestamp": pa.timestamp("us"),  # Spark knows no other
    }
    return pa.schema([(name, types[kind]) for name, kind in TABLES[table].columns.items()])


def batches_of(rows: Iterable[Row], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """The rows of a table as record batches of at most `BATCH` rows."""
    pa = require_pyarrow()
    pending: list[dict[str, Cell | float]] = []
    for row in arrow_rows(rows, schema):
        pending.append(row)
        if len(pending) == BATCH:
            yield pa.RecordBatch.from_pylist(pending, schema)
            pending = []
    if pending:
        yield pa.RecordBatch.from_pylist(pending, schema)


def arrow_rows(rows: Iterable[Row], schema: pa.Schema) -> Iterator[dict[str, Cell | float]]:
    """The rows with floats in the columns where the schema has them."""
    pa = require_pyarrow()
    numbers = {field.name for field in schema if pa.types.is_floating(field.type)}
    for row in rows:
        yield {name: _number(cell) if name in numbers else cell for name, cell in row.items()}


def _number(cell: Cell) -> float | None:
    return None if cell is None else float(cell)  # type: ignore[arg-type]  # the column holds decimals


def require_pyarrow() -> ModuleType:
    """The module, or the error that names the extra."""
    try:
        import pyarrow
    except ModuleNotFoundError as error:
        raise MissingExtraError("Arrow and Parquet", "arrow") from error
    module: ModuleType = pyarrow
    return module
