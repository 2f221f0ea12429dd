"""All tables as Parquet files in one pass over the documents, of which none is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

from chronicle_parse.errors import MissingExtraError
from chronicle_parse.export.arrow import BATCH, arrow_schema, batches_of
from chronicle_parse.export.tables import Keyed, Row, to_rows
from chronicle_parse.model import Document


def to_parquet(documents: Iterable[Document | Keyed], files: Mapping[str, Path]) -> None:
    """Writes tables as Parquet, compressed with zstd, with the schemas of `arrow_schema`.

    Args:
        documents: documents, or (key, document) pairs; they are taken one at a time, and rows are written in groups.
        files: the file of each table that is wanted; one without rows is written with its columns.

    Raises:
        MissingExtraError: without the extra `arrow`.
        KeyError: for an unknown table.
    """
    try:
        from pyarrow.parquet import ParquetWriter
    except ModuleNotFoundError as error:
        raise MissingExtraError("Arrow and Parquet", "arrow") from error
    pending: dict[str, list[Row]] = {table: [] for table in files}
    with ExitStack() as opened:
        writers = {
            table: opened.enter_context(ParquetWriter(file, arrow_schema(table), compression="zstd"))
            for table, file in files.items()
        }

        def flush(table: str) -> None:
            for batch in batches_of(pending[table], writers[table].schema):
                writers[table].write_batch(batch)
            pending[table].clear()

        for number, item in enumerate(documents):
            keyed = item if isinstance(item, tuple) else (number, item)
            for table, rows in pending.items():
                rows += to_rows([keyed], table)
                if len(rows) >= BATCH:
                    flush(table)
        for table in files:
            flush(table)
