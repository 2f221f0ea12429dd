"""The outputs of `parse`. A file is written under a temporary name beside its own and renamed when it is whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import groupby
from pathlib import Path

import click
from attrs import frozen

import chronicle_parse as cp
from chronicle_parse.cli.running import Run
from chronicle_parse.cli.sources import Item, Origin, Unusable, check_tables, items_of
from chronicle_parse.export import (
    TABLES,
    iter_csv,
    to_html,
    to_ical,
    to_json,
    to_markdown,
    to_parquet,
)

Read = tuple[Item, cp.Document]
Keyed = tuple[str, cp.Document]


@frozen
class Settings:
    """The options of `parse` that say what is written and where."""

    out: Path | None
    table: str
    source: bool
    again: bool


@frozen
class Form:
    """A form of output.

    Attributes:
        suffix: of its files.
        join: the text of many documents in one file, piece by piece; None where a file holds one document.
        single: the text of one document in a file of its own; None where a form has no such files.
    """

    suffix: str
    join: Callable[[Iterable[Keyed], Settings], Iterator[str]] | None
    single: Callable[[str, cp.Document, Settings], str] | None


def _jsonl(documents: Iterable[Keyed], settings: Settings) -> Iterator[str]:
    return (to_json(document, source=settings.source, key=key) + "\n" for key, document in documents)


def _json(key: str, document: cp.Document, settings: Settings) -> str:
    return to_json(document, source=settings.source, indent=2, key=key) + "\n"


def _csv(documents: Iterable[Keyed], settings: Settings) -> Iterator[str]:
    return iter_csv(documents, settings.table)


def _calendar(documents: Iterable[Keyed], _settings: Settings) -> Iterator[str]:
    yield to_ical(document for _, document in documents)


def _markdown(documents: Iterable[Keyed], _settings: Settings) -> Iterator[str]:
    for number, (_, document) in enumerate(documents):
        yield ("\n" if number else "") + to_markdown(document)


FORMS = {
    "json": Form(".json", None, _json),
    "jsonl": Form(".jsonl", _jsonl, None),
    "csv": Form(".csv", _csv, None),
    "parquet": Form(".parquet", None, None),
    "ics": Form(".ics", _calendar, lambda _key, document, _settings: to_ical(document)),
    "html": Form(".html", None, lambda _key, document, _settings: to_html(document)),
    "markdown": Form(".md", _markdown, lambda _key, document, _settings: to_markdown(document)),
}


def write(form: str, origins: list[Origin], run: Run, settings: Settings) -> None:
    """Parses everything and writes it.

    Raises:
        Unusable: where the form cannot be written to that place, or a table has no such columns.
    """
    check_tables(origins)
    if form == "parquet":
        _write_parquet(origins, run, settings)
        return
    chosen, out = FORMS[form], settings.out
    alone = len(origins) == 1 and origins[0].table is None
    items = (item for origin in origins for item in items_of(origin))
    if out is not None and chosen.single and (out.is_dir() or not out.suffix):
        _write_folder(items, run, settings, out, chosen)
        return
    if out is not None and out.is_dir():
        raise Unusable(f"{out} is a folder; for {form} name a file, such as {out / ('documents' + chosen.suffix)}.")
    if chosen.join is None and not alone:
        raise Unusable(f"{form} has one file a document: give a folder with --out (or use --to jsonl for one file).")
    documents = ((item.key, document) for item, document in run.documents(items))
    if chosen.join is not None:
        _write_one(out, chosen.join(documents, settings))
    elif chosen.single is not None:
        for key, document in documents:  # there is one at most; without it no file is written
            _write_one(out, [chosen.single(key, document, settings)])


def _write_one(out: Path | None, texts: Iterable[str]) -> None:
    if out is None:
        for text in texts:
            click.echo(text, nl=False)
        return
    with replacing(out) as part, part.open("w", encoding="utf-8", newline="") as file:
        file.writelines(texts)


def _write_folder(items: Iterable[Item], run: Run, settings: Settings, out: Path, form: Form) -> None:
    def target(item: Item) -> Path:
        return out / f"{item.name}{form.suffix}"

    def missing() -> Iterator[Item]:
        for item in items:
            if not settings.again and target(item).exists():
                run.skip()
            else:
                yield item

    out.mkdir(parents=True, exist_ok=True)
    for item, document in run.documents(missing()):
        if form.single is not None:
            _write_one(target(item), [form.single(item.key, document, settings)])


def _write_parquet(origins: list[Origin], run: Run, settings: Settings) -> None:
    out = settings.out
    if out is None or out.is_file():
        raise Unusable("parquet has several files: give a folder with --out.")

    def files(origin: Origin) -> dict[str, Path]:
        if len(origins) == 1:
            return {table: out / f"{table}.parquet" for table in TABLES}
        return {table: out / table / f"{origin.name}.parquet" for table in TABLES}

    def missing() -> Iterator[Item]:
        for origin in origins:
            if not settings.again and all(file.exists() for file in files(origin).values()):
                run.skip()
            else:
                yield from items_of(origin)

    for origin, group in groupby(run.documents(missing()), lambda read: read[0].origin):
        with ExitStack() as parts:
            written = {table: parts.enter_context(replacing(file)) for table, file in files(origin).items()}
            to_parquet(((item.key, document) for item, document in group), written)


@contextmanager
def replacing(file: Path) -> Iterator[Path]:
    """A temporary name in the folder of `file`, which takes its place at the end; after an error neither is there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        yield part
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
