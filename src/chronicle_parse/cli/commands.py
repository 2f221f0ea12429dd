"""The commands. Results go to stdout or `--out`, everything about the run to stderr."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console

import chronicle_parse as cp
from chronicle_parse.cli.running import Run, reason_of
from chronicle_parse.cli.sources import Columns, Origin, Unusable, items_of, origins_of, printable
from chronicle_parse.cli.tree import tree_of
from chronicle_parse.cli.writing import FORMS, Settings, write
from chronicle_parse.export import TABLES, json_schema

Command = TypeVar("Command", bound=Callable[..., Any])


def _context(command: Command) -> Command:
    """The options by which one says what the texts may not say."""
    for option in (
        click.option("--place", help="The locality, where the text names none."),
        click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="The day of publication, as 2021-12-31."),
        click.option("--month", type=click.IntRange(1, 12), help="The month of the entries."),
        click.option("--year", type=click.IntRange(1, 9999), help="The year, where the text does not say it."),
        click.option(
            "--kind", type=click.Choice([each.name for each in cp.formats()]), help="The format; detected if absent."
        ),
    ):
        command = option(command)
    return command


def _paths(command: Command) -> Command:
    # a str, not a checked path: it may be a pattern; the type gives the shell's completion of file names
    return click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")(command)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(cp.__version__, prog_name="chronicle-parse")
def cli() -> None:
    """Chinese government bulletins (大事记, 政府工作报告, 一周动态) as typed data."""


@cli.command()
@_paths
@click.option("--to", "form", type=click.Choice(list(FORMS)), default="jsonl", show_default=True, help="What to write.")
@click.option("--table", type=click.Choice(list(TABLES)), help="Which table, for csv.  [default: entries]")
@click.option("--out", type=click.Path(path_type=Path), help="The file or folder to write. Stdout if absent.")
@click.option("--again", is_flag=True, help="Write anew what a folder holds already.")
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Worker processes.")
@click.option("--no-source", is_flag=True, help="Leave the original texts out of the JSON; a digest stays.")
@click.option("--text-column", help="For tables (.csv, .tsv, .jsonl, .parquet): the column of the texts.")
@click.option("--year-column", help="The column of the years that the texts may not say.")
@click.option("--place-column", help="The column of the localities.")
@click.option("--key-column", help="The column by which documents are called; the number of the row if absent.")
@_context
def parse(
    paths: tuple[str, ...],
    form: str,
    table: str | None,
    out: Path | None,
    again: bool,
    workers: int,
    no_source: bool,
    text_column: str | None,
    year_column: str | None,
    place_column: str | None,
    key_column: str | None,
    **known: Any,
) -> None:
    """Parse files, folders, patterns ('pages/**/*.html'), tables of texts, or stdin (-).

    \b
    chronicle-parse parse pages/ --to jsonl --out documents.jsonl
    chronicle-parse parse page.html --to csv --table people
    chronicle-parse parse pages/ --to parquet --out tables/ --workers 4
    chronicle-parse parse reports.csv --text-column doc --year-column year --out reports.jsonl

    json, html, markdown and ics make a file a document in the folder --out, parquet a file a table. What is there already
    is kept, so that a run that was broken off goes on where it stopped.
    """  # noqa: D301 (click reads the escape)
    if table and form != "csv":
        raise Unusable("--table goes with --to csv; the other forms hold everything.")
    if no_source and form not in ("json", "jsonl"):
        raise Unusable("--no-source goes with --to json or jsonl; the other forms hold no original text.")
    columns = Columns(text_column, year_column, place_column, key_column) if text_column else None
    if columns is None and (year_column or place_column or key_column):
        raise Unusable("a table needs --text-column: the column that holds the texts.")
    origins = origins_of(paths, columns, out)
    run = Run(_known(known), workers)
    silent = out is None and sys.stdout.isatty()  # a bar would run through the results
    with run.counting(_total(origins), shown=not silent):
        try:
            write(form, origins, run, Settings(out, table or "entries", not no_source, again))
        except cp.MissingExtraError as error:
            raise Unusable(str(error)) from error
        except BrokenPipeError:  # | head: click ends quietly
            raise
        except OSError as error:
            raise click.ClickException(
                printable(f"{error.filename or out or 'stdout'}: {reason_of(error)}.")
            ) from error
    run.close()


@cli.command()
@_paths
@click.option("--limit", type=click.IntRange(0), help="Show so many entries, indicators and headings of each document.")
@_context
def show(paths: tuple[str, ...], limit: int | None, **known: Any) -> None:
    """Show documents as trees."""
    console = Console()
    run = Run(_known(known))
    items = (item for origin in origins_of(paths) for item in items_of(origin))
    for item, document in run.documents(items):
        console.print(tree_of(document, printable(Path(item.key).name), limit))
        console.print()
    run.close()


@cli.command()
@_paths
def detect(paths: tuple[str, ...]) -> None:
    """Say which format each file is, how surely, and why."""
    run = Run({})
    for origin in origins_of(paths):
        for item in items_of(origin):
            try:
                found = cp.detect(item.source)  # type: ignore[arg-type]  # only rows of tables may be errors
            except (cp.ChronicleParseError, OSError) as error:
                run.failures.append(f"{item.key}: {reason_of(error)}")
                continue
            if not found:
                click.echo(f"{printable(item.key)}: no format fits")
            for each in found:
                click.echo(f"{printable(item.key)}: {each.name} {each.score:.2f} ({'; '.join(each.reasons)})")
    run.close()


@cli.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--edits", is_flag=True, help="List every change as JSON Lines instead of the text.")
def clean(path: Path, edits: bool) -> None:
    """Print the clean text of a file; its encoding and warnings go to stderr."""
    try:
        text = cp.clean(path)
    except (cp.ChronicleParseError, OSError) as error:
        raise click.ClickException(printable(f"{path}: {reason_of(error)}")) from error
    click.echo(f"encoding: {text.encoding}", err=True)
    for warning in text.warnings:
        click.echo(f"{warning.severity}: {warning.message} at {warning.span.start}", err=True)
    if not edits:
        click.echo(text.text)
    for edit in text.edits if edits else ():
        row = {
            "start": edit.span.start,
            "stop": edit.span.stop,
            "before": edit.before,
            "after": edit.after,
            "reason": edit.reason,
        }
        if edit.uncertain:
            row |= {"uncertain": True, "alternatives": list(edit.alternatives[:10])}
        click.echo(json.dumps(row, ensure_ascii=False))


@cli.command()
@click.argument("kinds", nargs=-1, metavar="[KIND]...", type=click.Choice([each.name for each in cp.formats()]))
def schema(kinds: tuple[str, ...]) -> None:
    """Print the JSON Schema of the documents, of these formats or of all."""
    click.echo(json.dumps(json_schema(*kinds), ensure_ascii=False, indent=2))


def _known(options: dict[str, Any]) -> dict[str, Any]:
    published: dt.datetime | None = options["published"]
    return {**options, "published": published.date() if published else None}


def _total(origins: list[Origin]) -> int | None:
    return None if any(origin.table for origin in origins) else len(origins)
