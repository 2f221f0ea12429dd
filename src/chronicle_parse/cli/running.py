"""A run over many documents: parsing in order, counting on stderr, collecting what failed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

import click
from attrs import define, field
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

import chronicle_parse as cp
from chronicle_parse.cli.sources import Item, printable
from chronicle_parse.parallel import ordered_map


@define
class Run:
    """What has become of the documents so far.

    Attributes:
        known: what the options say of all documents; a row of a table may say otherwise.
        workers: worker processes.
        done, skipped: how many were read, and how many were found written already.
        failures: one line for each that could not be read, with the reason.
    """

    known: Mapping[str, Any]
    workers: int = 1
    done: int = 0
    skipped: int = 0
    failures: list[str] = field(factory=list)
    _progress: Progress | None = None
    _task: TaskID | None = None

    @contextmanager
    def counting(self, total: int | None, shown: bool = True) -> Iterator[None]:
        """Shows a bar on stderr if it is a terminal: documents done and failed, of `total` if that is known."""
        console = Console(stderr=True)
        columns = (
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[done]} done, {task.fields[failed]} failed"),
            TimeRemainingColumn(),
        )
        with Progress(
            *columns, console=console, transient=True, disable=not (shown and sys.stderr.isatty())
        ) as self._progress:
            self._task = self._progress.add_task("", total=total, done=0, failed=0)
            yield

    def documents(self, items: Iterable[Item]) -> Iterator[tuple[Item, cp.Document]]:
        """Parses the items and yields, in order, those that could be read."""
        work = partial(_attempt, known=dict(self.known))
        results = ordered_map(work, items, self.workers, _lost) if self.workers > 1 else map(work, items)
        for item, document, reason in results:
            if document is None:
                self.failures.append(f"{item.key}: {reason}")
            else:
                self.done += 1
            self._show()
            if document is not None:
                yield item, document

    def skip(self) -> None:
        """Counts a document that is written already."""
        self.skipped += 1
        self._show()

    def _show(self) -> None:
        if self._progress is not None and self._task is not None:
            so_far = self.done + self.skipped + len(self.failures)
            self._progress.update(self._task, completed=so_far, done=self.done, failed=len(self.failures))

    def close(self) -> None:
        """Ends the run: lists the failures on stderr and exits with 1 where there are any."""
        if self.skipped:
            click.echo(f"{self.skipped} were written already and are kept; --again reads them anew.", err=True)
        for line in self.failures:
            click.echo(printable(line), err=True)
        if self.failures:
            click.echo(f"{len(self.failures)} could not be read; the others are done.", err=True)
            sys.exit(1)


Outcome = tuple[Item, cp.Document | None, str]


def _attempt(item: Item, known: dict[str, Any]) -> Outcome:
    if isinstance(item.source, Exception):
        return item, None, reason_of(item.source)
    try:
        return item, cp.parse(item.source, **{**known, **item.known}), ""
    except cp.UnknownFormatError as error:
        return item, None, reason_of(error).replace("say kind= one of", "say with --kind which it is:")
    except (cp.ChronicleParseError, OSError) as error:
        return item, None, reason_of(error)
    except Exception as error:  # one page must not cost a run of thousands
        return item, None, f"a bug in chronicle_parse, please report it: {type(error).__name__}: {reason_of(error)}"


def _lost(item: Item, error: Exception) -> Outcome:
    return item, None, reason_of(error)


def reason_of(error: Exception) -> str:
    """The message of an exception on one line.

    >>> reason_of(FileNotFoundError(2, "No such file", "a.txt"))
    'No such file'
    """
    message = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(message.split()) or type(error).__name__
