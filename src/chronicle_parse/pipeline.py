"""`parse` and `parse_many`: the one place where the stages meet."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, Literal

from attrs import frozen

from chronicle_parse.budget import within
from chronicle_parse.detect import detect_page
from chronicle_parse.errors import DocumentIssueError, UnknownFormatError
from chronicle_parse.formats import BulletinFormat, Known, Page, by_name, formats, open_page
from chronicle_parse.model import Document
from chronicle_parse.text import Source, clean
from chronicle_parse.text.cleaning import MAX_CHARACTERS

LIKELY = 0.3
"""The score from which a detected format is taken; below it nothing fits."""


@frozen
class Parsed:
    """One result of `parse_many`: the document, or the error that stood in its way.

    Attributes:
        key: what the source was paired with; else the path itself, or the number of the source from 0.
        document: None where there is an error.
        error: the exception that `parse` raised, None where there is a document.
    """

    key: object
    document: Document | None
    error: Exception | None


def parse(
    source: Source,
    *,
    kind: str | None = None,
    year: int | None = None,
    month: int | None = None,
    published: dt.date | None = None,
    place: str | None = None,
    strict: bool = False,
    max_chars: int = MAX_CHARACTERS,
    seconds: float | None = None,
) -> Document:
    r"""A bulletin as a typed document.

    Args:
        source: text, bytes, or a `Path` to a file (.txt .html .htm .md; .docx and .pdf with the extra `documents`).
        kind: "chronicle", "work_report", "roundup" or the name of an installed format; None detects it.
        year: what you know and the text may not say, like the next three. What the text says wins; a conflict is an issue.
        month: the month of the entries, 1 to 12.
        published: the day of publication; it dates 昨天 and 本周 and, as a last resort, gives the year.
        place: the locality, for `Document.place` where the text names none.
        strict: raise the issues of severity "error" as one ExceptionGroup of `DocumentIssueError`.
        max_chars: the most characters that are taken; of bytes and files, four times as many bytes.
        seconds: the longest it may take; None takes what it takes. It works in every thread, and needs no signals.

    Raises:
        TypeError: for a source of another type.
        ParseError: for a str that is the path of a file; for a year or month that is none.
        DecodeError: for bytes that are no text.
        UnknownFormatError: if nothing fits and no kind was given, or there is no such kind.
        TooLargeError: for more than `max_chars`.
        TooSlowError: past `seconds`.

    >>> doc = parse("大事记\n3月5日,区长王芳到第一小学调研。", kind="chronicle", year=2021)
    >>> doc.entries[0].when.edtf, doc.entries[0].people[0].name
    ('2021-03-05', '王芳')
    """
    known = Known(year, month, published, place)
    document = within(seconds, lambda: _read(source, kind, known, max_chars))
    if strict and (errors := [DocumentIssueError(issue) for issue in document.issues if issue.severity == "error"]):
        raise ExceptionGroup("the document has errors", errors)
    return document


def _read(source: Source, kind: str | None, known: Known, max_chars: int) -> Document:
    page = open_page(clean(source, max_chars=max_chars), known)
    return _format(page, kind).read(page)


def _format(page: Page, kind: str | None) -> BulletinFormat:
    if kind is not None:
        return by_name(kind)
    found = detect_page(page)
    if not found or found[0].score < LIKELY:
        known = tuple(each.name for each in formats())
        best = f"the best guess was {found[0].name} at {found[0].score:.2f}" if found else "none scored at all"
        raise UnknownFormatError(f"no format fits this text ({best}); say kind= one of {', '.join(known)}", known)
    return by_name(found[0].name)


def parse_many(
    sources: Iterable[Source | tuple[object, Source]],
    *,
    workers: int = 1,
    on_error: Literal["keep", "skip", "raise"] = "keep",
    **same: Any,
) -> Iterator[Parsed]:
    r"""Parses a stream of sources, lazily and in order.

    Args:
        sources: sources, or (key, source) pairs; a bare path is its own key, anything else is keyed by its number.
        workers: processes; 1 parses in this one. A worker that dies costs only the document that killed it, twice
            (`WorkerLostError`); with `seconds`, a worker that is stuck in a document is killed (`TooSlowError`).
        on_error: "keep" yields what failed with its error, "skip" drops it, "raise" raises it.
        **same: the keyword arguments of `parse`, the same for all.

    >>> [p.document.kind for p in parse_many(["大事记\n3月5日,区长王芳调研。"], kind="chronicle")]
    ['chronicle']
    """
    keyed = (_keyed(number, item) for number, item in enumerate(sources))
    if workers > 1:
        from chronicle_parse.parallel import ordered_map, patience  # here, since most never need its processes

        results: Iterator[Parsed] = ordered_map(
            partial(_attempt, same=same), keyed, workers, _lost, patience(same.get("seconds"))
        )
    else:
        results = (_attempt(item, same) for item in keyed)
    for parsed in results:
        if parsed.error is not None and on_error == "raise":
            raise parsed.error
        if parsed.error is None or on_error == "keep":
            yield parsed


def _keyed(number: int, item: Source | tuple[object, Source]) -> tuple[object, Source]:
    if isinstance(item, tuple):
        return item
    return (item if isinstance(item, os.PathLike) else number), item


def _attempt(item: tuple[object, Source], same: dict[str, Any]) -> Parsed:
    key, source = item
    try:
        return Parsed(key, parse(source, **same), None)
    except Exception as error:  # one document must not cost the stream
        return Parsed(key, None, error)


def _lost(item: tuple[object, Source], error: Exception) -> Parsed:
    return Parsed(item[0], None, error)
