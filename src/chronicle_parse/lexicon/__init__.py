"""Words are data: TSV tables beside this file, loaded on first use.

A table starts with a header of comment lines (`# what:`, `# source:`, `# licence:`, `# columns:`), then a line of column
names, then one word a row. Hand-made tables have a column `example`: a sentence that holds the word and that a test reads.
"""

from __future__ import annotations

from functools import cache


@cache
def rows(table: str) -> tuple[dict[str, str], ...]:
    """The rows of a table as dicts of column to cell; missing cells are "".

    >>> rows("no-such-table")
    Traceback (most recent call last):
    FileNotFoundError: no lexicon table 'no-such-table'
    """
    from importlib.resources import files  # here, since an import of the package reads no table

    path = files(__package__) / f"{table}.tsv"
    if not path.is_file():
        raise FileNotFoundError(f"no lexicon table {table!r}")
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    return tuple(dict(zip(columns, line.split("\t") + [""] * len(columns), strict=False)) for line in lines[1:])


@cache
def words(table: str, column: str = "word", **where: str) -> tuple[str, ...]:
    """One column of a table, of the rows whose other columns equal `where`, in the order of the file."""
    return tuple(row[column] for row in rows(table) if all(row[key] == value for key, value in where.items()))
