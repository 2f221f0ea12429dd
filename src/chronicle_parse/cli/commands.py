"""The commands. Results go to stdout or `--out`, everything about the run to stderr."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import Progress

import chronicle_parse as cp
from chronicle_parse.cli.tree import tree_of
from chronicle_parse.export import TABLES, json_schema, to_csv, to_json

READABLE = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")
"""The files that are taken when a directory is walked; a file named outright is always read."""

Command = TypeVar("Command", bound=Callable[..., Any])


class Failures(list[str]):
    """What went wrong, file by file; printed at the end of a run, which then exits with 1."""

    def close(self) -> None:
        """Ends the run: lists the failures on stderr and exits with 1 where there are any."""
        for line in self:
            click.echo(line, err=True)
        if self:
            click.echo(f"{len(self)} of the files could not be read; the others are done.", err=True)
            sys.exit(1)


def _context(command: Command) -> Command:
    """The options by which one says what the texts may not say."""
    for option in (
        click.option("--place", help="The locality, where the text names none."),
        click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="The day of publication."),
        click.option("--month", type=click.IntRange(1, 12), help="The month of the entries."),
        click.option("--year", type=click.IntRange(1, 9999), help="The year, where the text does not say it."),
        click.option(
            "--kind", type=click.Choice([each.name for each in cp.formats()]), help="The format; detected if absent."
        ),
    ):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(cp.__version__, prog_name="chronicle-parse")
def cli() -> None:
    """Chinese government bulletins (大事记, 政府工作报告, 一周动态) as typed data."""


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--to",
    "form",
    type=click.Choice(["json", "jsonl", "csv"]),
    default="jsonl",
    show_default=True,
    help="What to write.",
)
@click.option(
    "--table", type=click.Choice(list(TABLES)), default="entries", show_default=True, help="Which table, for csv."
)
@click.option(
    "--out", type=click.Path(path_type=Path), help="The file to write; for json a directory. Stdout if absent."
)
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Worker processes.")
@click.option("--no-source", is_flag=True, help="Leave the original texts out of the JSON; a digest stays.")
@_context
def parse(
    paths: tuple[Path, ...], form: str, table: str, out: Path | None, workers: int, no_source: bool, **known: Any
) -> None:
    """Parse files and directories.

    \b
    chronicle-parse parse pages/ --to jsonl --out documents.jsonl
    chronicle-parse parse page.html --to csv --table people
    """
    failures = Failures()
    done = _documents(paths, workers, failures, known)
    source = not no_source
    if form == "csv":
        _write(out, to_csv(((str(path), document) for path, document in done), table))
    elif form == "jsonl":
        _write(out, *(to_json(document, source=source) + "\n" for _, document in done))
    elif out is None:
        _write(None, *(to_json(document, source=source, indent=2) + "\n" for _, document in done))
    else:
        for path, document in done:
            _write(out / f"{path.stem}.json", to_json(document, source=source, indent=2) + "\n")
    failures.close()


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--limit", type=click.IntRange(0), help="Show so many entries or indicators of each document.")
@_context
def show(paths: tuple[Path, ...], limit: int | None, **known: Any) -> None:
    """Show documents as trees."""
    console = Console()
    failures = Failures()
    for path, document in _documents(paths, 1, failures, known):
        console.print(tree_of(document, path.name, limit))
        console.print()
    failures.close()


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def detect(paths: tuple[Path, ...]) -> None:
    """Say which format each file is, how surely, and why."""
    failures = Failures()
    for path in _files(paths):
        try:
            found = cp.detect(path)
        except (cp.ChronicleParseError, OSError) as error:
            failures.append(f"{path}: {error}")
            continue
        if not found:
            click.echo(f"{path}: no format fits")
        for each in found:
            click.echo(f"{path}: {each.name} {each.score:.2f} ({'; '.join(each.reasons)})")
    failures.close()


@cli.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--edits", is_flag=True, help="List every change as JSON Lines instead of the text.")
def clean(path: Path, edits: bool) -> None:
    """Print the clean text of a file; its encoding and warnings go to stderr."""
    try:
        text = cp.clean(path)
    except (cp.ChronicleParseError, OSError) as error:
        raise click.ClickException(f"{path}: {error}") from error
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
def schema() -> None:
    """Print the JSON Schema of the documents."""
    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def _files(paths: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (each for each in path.rglob("*") if each.is_file() and each.suffix.lower() in READABLE)
            found += sorted(
                each for each in inside if not any(part.startswith(".") for part in each.relative_to(path).parts)
            )
        else:
            found.append(path)
    return found


def _documents(
    paths: Iterable[Path], workers: int, failures: Failures, known: dict[str, Any]
) -> Iterator[tuple[Path, cp.Document]]:
    published: dt.datetime | None = known.pop("published")
    files = _files(paths)
    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("parsing", total=len(files))
        results = cp.parse_many(files, workers=workers, published=published.date() if published else None, **known)
        for path, parsed in zip(files, results, strict=True):
            progress.advance(task)
            if parsed.document is None:
                failures.append(f"{path}: {parsed.error}")
            else:
                yield path, parsed.document


def _write(out: Path | None, *texts: str) -> None:
    if out is None:
        for text in texts:
            click.echo(text, nl=False)
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8", newline="") as file:
        file.writelines(texts)
