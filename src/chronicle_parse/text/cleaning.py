"""The two ways in: `clean` for a whole page from any source, `fold` for the short texts that `find_*` is given."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from re import Pattern

from chronicle_parse.errors import ParseError, TooLargeError
from chronicle_parse.model import CleanText, Span
from chronicle_parse.patterns import verbose
from chronicle_parse.text.decode import decode
from chronicle_parse.text.documents import from_docx, from_pdf
from chronicle_parse.text.html import extract, is_html
from chronicle_parse.text.mojibake import report, undo
from chronicle_parse.text.normalise import (
    close_gaps,
    drop_controls,
    drop_invisible,
    fold_width,
    holds_unseen,
    join_words,
    mend_decimals,
    unbalanced_quotes,
    unescape,
)
from chronicle_parse.text.offsets import Draft, Finding
from chronicle_parse.text.repair import damage, repair, repair_short
from chronicle_parse.text.rows import close_spaced, join_cells
from chronicle_parse.text.script import fold_script
from chronicle_parse.text.unwrap import unwrap

Source = str | bytes | os.PathLike[str]

MAX_CHARACTERS = 50_000_000
"""The longest text that is taken; a bulletin has some ten thousand characters, a book a million."""

_BYTES = 4
"""The most bytes that an encoding needs for a character."""

_PATH_LIMIT = 260
"""The longest str that is looked at as a possible path."""


@cache
def _path() -> Pattern[str]:
    """The name of a file of a kind that can be read, and nothing that a sentence has."""
    return verbose(r"(?i) (?: [A-Z]: )? [\w\ ./\\()（）《》\[\]~@%+=-]+ \. (?: txt | html? | md | docx? | pdf )")


def clean(source: Source, *, max_chars: int = MAX_CHARACTERS) -> CleanText:
    """A page made readable: decoded, repaired, normalised; every change is an edit, every offset leads back.

    Args:
        source: a str is text (or HTML source), bytes are decoded, a path is read by its suffix: .txt .md .html .htm, and
            .docx .pdf with the extra `documents`.
        max_chars: the most characters that are taken; of bytes and files, four times as many bytes.

    Raises:
        TypeError: for a source of another type.
        ParseError: for a str that is the path of a file (code "source.path"): pass a Path.
        DecodeError: for bytes that are no text.
        TooLargeError: for more than `max_chars`.
        MissingExtraError: for a .docx or .pdf without the extra.

    >>> page = clean("１２月３日，我區聯合發布２項規劃")
    >>> page.text
    '12月3日，我区联合发布2项规划'
    >>> page.original[slice(*(lambda span: (span.start, span.stop))(page.span_at(0, 3)))]
    '１２月'
    """
    text, encoding, markup = _read(source, max_chars)
    _check_size(len(text), max_chars, "the text has {} characters")
    draft = Draft(text, text)
    if markup:
        draft.apply(extract(text))
    draft.apply(drop_controls(draft.text))
    draft.apply(undo(draft.text))
    draft.report(report(draft.text))
    _make_readable(draft)
    # why: an entity or a blank that hid a tag or parted a wrong reading is gone only now; cleaning twice changes nothing
    while further := (extract(draft.text) if is_html(draft.text) else undo(draft.text)):
        draft.apply(further)
        _make_readable(draft)
    draft.report(unbalanced_quotes(draft.text))
    return draft.finish(encoding)


def _make_readable(draft: Draft) -> None:
    """All that follows on a right decoding, from the characters that cannot be seen to the lines that were wrapped."""
    draft.apply(drop_invisible(draft.text))
    draft.apply(unescape(draft.text))
    changes = repair(draft.text)
    if changes:
        draft.report(damage(draft.text, changes))
        draft.apply(changes)
    _fold(draft, converted=bool(changes))
    points = mend_decimals(draft.text)
    draft.report(
        Finding("text.decimal-stop", "a full stop stands where a decimal point is meant", p.start, p.stop)
        for p in points
    )
    draft.apply(points)
    draft.apply(join_words(draft.text))
    draft.apply(close_spaced(draft.text))
    draft.apply(join_cells(draft.text))
    draft.apply(unwrap(draft.text))


def fold(text: str) -> CleanText:
    """Width and script folded, inserted pinyin stripped; no lines joined, no markup read. For what `find_*` is given.

    >>> fold("羅啟(qǐ)明").text, fold("王芳").text
    ('罗启明', '王芳')
    """
    if text.isascii() and text.isprintable():
        return CleanText(text, text)
    draft = Draft(text, text)
    if holds_unseen(text):
        draft.apply(drop_controls(text))
        draft.apply(drop_invisible(draft.text))
    changes = repair_short(draft.text)
    draft.apply(changes)
    _fold(draft, converted=bool(changes))
    return draft.finish("str")


def _fold(draft: Draft, *, converted: bool) -> None:
    draft.swap(fold_width(draft.text))
    draft.swap(fold_script(draft.text, converted=converted))
    draft.apply(close_gaps(draft.text))


def _read(source: Source, max_chars: int) -> tuple[str, str, bool]:
    """The text of a source, how it was read, and whether it is HTML."""
    if isinstance(source, str):
        if len(source) <= _PATH_LIMIT and _path().fullmatch(source):
            message = "this looks like the path of a file, and a str is always text; pass pathlib.Path(...)"
            raise ParseError("source.path", message, source, Span(0, len(source)))
        return source, "str", is_html(source)
    if isinstance(source, bytes):
        _check_size(len(source), _BYTES * max_chars, "there are {} bytes")
        return _decoded(source, False)
    if not isinstance(source, os.PathLike):
        raise TypeError(f"a source is a str, bytes or a Path, not {type(source).__name__}")
    path = Path(os.fsdecode(source))
    _check_size(path.stat().st_size, _BYTES * max_chars, "the file has {} bytes")
    suffix = path.suffix.lower()
    if suffix == ".docx":
        return from_docx(path), "docx (text of the document)", False
    if suffix == ".pdf":
        return from_pdf(path), "pdf (text of the pages)", False
    return _decoded(path.read_bytes(), suffix in (".html", ".htm"))


def _decoded(raw: bytes, markup: bool) -> tuple[str, str, bool]:
    decoded = decode(raw)
    return decoded.text, str(decoded), markup or is_html(decoded.text)


def _check_size(size: int, limit: int, fact: str) -> None:
    if size > limit:
        raise TooLargeError(f"{fact.format(size)}, the limit is {limit}", size, limit)
