"""What the arguments of the command line mean: files, folders, patterns, tables with a column of texts, `-` for stdin."""

from __future__ import annotations

import csv
import glob
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from attrs import frozen

from chronicle_parse.errors import ChronicleParseError, MissingExtraError, RowError
from chronicle_parse.text import Source

READABLE = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")
"""The files that are taken when a folder is walked; a file named outright is always read."""
TABLES = (".csv", ".tsv", ".jsonl", ".parquet")
"""The files that are tables of texts; they are read with `--text-column`."""
LONGEST_NAME = 200
"""Bytes of a name that is made of a key; file systems take 255, and a suffix comes behind."""


class Unusable(click.ClickException):
    """Wrong usage, told in one line."""

    exit_code = 2

    def format_message(self) -> str:
        """The line that is shown."""
        return printable(self.message)


@frozen
class Columns:
    """Which columns of a table hold the texts, the years, the places and the names of the documents."""

    text: str
    year: str | None = None
    place: str | None = None
    key: str | None = None

    @property
    def wanted(self) -> list[str]:
        """The columns to read."""
        return [each for each in (self.text, self.year, self.place, self.key) if each]


@frozen
class Origin:
    """A file to read.

    Attributes:
        name: what its output is called, unlike all others of the run, with `/` between folders.
        path: where it is; None for stdin.
        table: its columns if it is a table of texts.
    """

    name: str
    path: Path | None
    table: Columns | None = None


@frozen
class Item:
    """One document to parse.

    Attributes:
        origin: the file it stands in.
        key: what failures and tables call it.
        name: what its output is called.
        source: the text, the bytes or the file; an exception where the row of a table cannot be read.
        known: what the row says besides: year, place.
    """

    origin: Origin
    key: str
    name: str
    source: Source | ChronicleParseError
    known: Mapping[str, Any]


def origins_of(paths: Sequence[str], columns: Columns | None = None, out: Path | None = None) -> list[Origin]:
    """The files that the arguments name, each once; in a folder, what lies in its own folder `out` is no input.

    Raises:
        Unusable: for a file that is not there, a pattern or folder without files, a table without `--text-column`.
    """
    found: dict[Path | None, str] = {}
    for argument in paths:
        if argument == "-":
            found[None] = "stdin"
            continue
        for path, short in _files(argument, columns is not None, out):
            found.setdefault(path, short)
    tables = [path for path in found if path and path.suffix.lower() in TABLES]
    if tables and columns is None:
        raise Unusable(f"{tables[0]} is a table: say with --text-column which column holds the texts.")
    if columns and not tables:
        raise Unusable("--text-column is for tables (.csv, .tsv, .jsonl, .parquet), and none is among the files.")
    names = _names(found)
    return [Origin(names[path], path, columns if path in tables else None) for path in found]


def _files(argument: str, tables: bool, out: Path | None) -> Iterator[tuple[Path, str]]:
    """The files of one argument, each with its short name."""
    path = Path(argument)
    if path.is_dir():
        inside = [each for each in sorted(path.rglob("*")) if _is_wanted(each, path, tables)]
        if out is not None and path.resolve() in out.resolve().parents:
            inside = [each for each in inside if not each.resolve().is_relative_to(out.resolve())]
        if not inside:
            raise Unusable(f"{argument} holds no file that can be read ({', '.join(READABLE)}).")
        yield from ((each, each.relative_to(path).as_posix()) for each in inside)
    elif path.exists():
        yield path, path.name
    elif glob.has_magic(argument):
        matches = glob.glob(argument, recursive=True)  # noqa: PTH207 (Path.glob takes no absolute pattern)
        matching = [Path(each) for each in sorted(matches) if Path(each).is_file()]
        if not matching:
            raise Unusable(f"nothing matches {argument!r}: check the pattern (** goes into folders).")
        yield from ((each, each.name) for each in matching)
    else:
        raise Unusable(f"there is no {argument!r}: name a file, a folder or a pattern such as 'pages/*.html'.")


def _is_wanted(path: Path, folder: Path, tables: bool) -> bool:
    if path.suffix.lower() not in (READABLE + TABLES if tables else READABLE) or not path.is_file():
        return False
    if path.stem.upper() == "README":  # it is about the folder
        return False
    return not any(part.startswith(".") for part in path.relative_to(folder).parts)


def _names(found: Mapping[Path | None, str]) -> dict[Path | None, str]:
    """A name for each file: short if no other has it, else with its suffix, else with its folders."""
    names: dict[Path | None, str] = {}
    open_: list[tuple[Path | None, str]] = list(found.items())
    for style in (lambda _, short: str(Path(short).with_suffix("").as_posix()), lambda _, short: short, _whole):
        styled = [(path, short, style(path, short)) for path, short in open_]
        count = Counter(name.casefold() for _, _, name in styled)
        taken = {name.casefold() for name in names.values()}
        open_ = []
        for path, short, name in styled:
            if count[name.casefold()] == 1 and name.casefold() not in taken:
                names[path] = name
            else:
                open_.append((path, short))
    names.update((path, f"{number}-{short}") for number, (path, short) in enumerate(open_))
    return names


def _whole(path: Path | None, short: str) -> str:
    return safe_name("_".join(path.parts)) if path else short


def items_of(origin: Origin) -> Iterator[Item]:
    """The documents of a file, one after the other; a table is read row by row.

    Raises:
        Unusable: for a table without the named columns, or one that cannot be read at all.
    """
    if origin.path is None:
        yield Item(origin, "stdin", origin.name, sys.stdin.buffer.read(), {})
    elif origin.table is None:
        yield Item(origin, str(origin.path), origin.name, origin.path, {})
    else:
        yield from _rows_of(origin, origin.path, origin.table)


def check_tables(origins: Iterable[Origin]) -> None:
    """Looks at the head of every table, so that a missing column is told before anything is parsed or written.

    Raises:
        Unusable: for a table without the named columns, or one that cannot be read at all.
    """
    for origin in origins:
        if origin.path is not None and origin.table is not None:
            next((row for row in _records(origin.path, origin.table) if not isinstance(row, RowError)), None)


def _rows_of(origin: Origin, path: Path, columns: Columns) -> Iterator[Item]:
    seen: Counter[str] = Counter()
    for number, row in enumerate(_records(path, columns), 1):
        place = f"{path}:{number}"
        try:
            if isinstance(row, RowError):
                raise row
            named = row.get(columns.key) if columns.key else None
            key = place if named in (None, "") else str(named)
            source: Source | ChronicleParseError = _text(row, columns)
            known = _known(row, columns)
        except RowError as error:
            key, source, known = place, error, {}
        name = f"{origin.name}-{number:06d}" if key == place else safe_name(key)
        seen[name.casefold()] += 1
        again = seen[name.casefold()]
        yield Item(origin, key, name if again == 1 else f"{name}-{again}", source, known)


def _text(row: Mapping[str, object], columns: Columns) -> str:
    text = row.get(columns.text)
    if not isinstance(text, str) or not text.strip():
        raise RowError(f"the column {columns.text!r} is empty")
    return text


def _known(row: Mapping[str, object], columns: Columns) -> dict[str, Any]:
    known: dict[str, Any] = {}
    year = str(row.get(columns.year, "") if columns.year else "").strip()
    if year and year not in ("None", "nan"):
        digits = re.fullmatch(r"(\d{1,4})(?:\.0+)?\s*年?", year)
        if not digits or int(digits[1]) == 0:
            raise RowError(f"{year!r} in the column {columns.year!r} is no year")
        known["year"] = int(digits[1])
    place = row.get(columns.place) if columns.place else None
    if isinstance(place, str) and place.strip():
        known["place"] = place.strip()
    return known


def _records(path: Path, columns: Columns) -> Iterator[Mapping[str, object] | RowError]:
    try:
        match path.suffix.lower():
            case ".parquet":
                yield from _parquet(path, columns)
            case ".jsonl":
                yield from _json_lines(path, columns)
            case suffix:
                yield from _csv(path, columns, "\t" if suffix == ".tsv" else ",")
    except (csv.Error, UnicodeDecodeError) as error:
        raise Unusable(f"{path} cannot be read as a table: {error}.") from error


def _csv(path: Path, columns: Columns, delimiter: str) -> Iterator[Mapping[str, object]]:
    csv.field_size_limit(2**31 - 1)  # a report is longer than the 128 KiB that csv allows
    with path.open(encoding=_encoding(path), newline="") as file:
        reader = csv.DictReader(file, delimiter=delimiter)
        _check(path, reader.fieldnames or [], columns)
        yield from reader


def _encoding(path: Path) -> str:
    """UTF-8, or what a Chinese spreadsheet writes."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            while file.read(1 << 20):
                pass
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8-sig"


def _json_lines(path: Path, columns: Columns) -> Iterator[Mapping[str, object] | RowError]:
    checked = False
    with path.open(encoding="utf-8-sig") as file:
        for line in file:
            try:
                row = json.loads(line)
            except (ValueError, RecursionError):
                row = None
            if not isinstance(row, dict):
                yield RowError("the line is no JSON object")
                continue
            if not checked:
                _check(path, row, columns)
                checked = True
            yield row


def _parquet(path: Path, columns: Columns) -> Iterator[Mapping[str, object]]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError as error:
        raise Unusable(str(MissingExtraError("Parquet", "arrow"))) from error
    try:
        file = pq.ParquetFile(path)
    except pa.ArrowInvalid as error:
        raise Unusable(f"{path} is no Parquet file: {error}.") from error
    with file:
        _check(path, file.schema_arrow.names, columns)
        for batch in file.iter_batches(batch_size=64, columns=columns.wanted):
            yield from batch.to_pylist()


def _check(path: Path, there: Iterable[str], columns: Columns) -> None:
    names = list(there)
    for wanted in columns.wanted:
        if wanted not in names:
            raise Unusable(f"{path} has no column {wanted!r}; it has {', '.join(names) or 'none'}.")


def safe_name(key: str) -> str:
    """A file name made of a key.

    >>> safe_name("../罗湖区 2021年"), safe_name("???")
    ('罗湖区_2021年', 'document')
    """
    name = re.sub(r"[^\w\-.]+", "_", key).strip("._")
    return name.encode("utf-8", "ignore")[:LONGEST_NAME].decode("utf-8", "ignore") or "document"


def printable(text: str) -> str:
    r"""A text from outside, such as a key, with a replacement character for each control: a terminal would obey it.

    >>> printable("page\x1b[2J.txt")
    'page�[2J.txt'
    """
    return "".join(character if character.isprintable() else "\ufffd" for character in text)
