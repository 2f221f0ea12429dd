"""The two ways in: `clean` for a whole page from any source, `fold` for the short texts that `find_*` is given."""

from __future__ import annotations

import os
from pathlib import Path

from chronicle_parse.model import CleanText
from chronicle_parse.text.decode import decode
from chronicle_parse.text.normalise import close_gaps, drop_invisible, fold_width
from chronicle_parse.text.offsets import Draft
from chronicle_parse.text.repair import repair
from chronicle_parse.text.script import to_simplified

Source = str | bytes | os.PathLike[str]


def clean(source: Source) -> CleanText:
    """Clean text of a str, bytes or a file.

    Raises:
        TypeError: for a source of another type.
        DecodeError: for bytes that are no text.
    """
    if isinstance(source, os.PathLike):
        source = Path(source).read_bytes()
    if isinstance(source, bytes):
        text, encoding = decode(source)
    elif isinstance(source, str):
        text, encoding = source, "str"
    else:
        raise TypeError(f"a source is a str, bytes or a Path, not {type(source).__name__}")
    draft = Draft(text, text)
    _fold(draft)
    return draft.finish(encoding)


def fold(text: str) -> CleanText:
    """Width and script folded, inserted pinyin stripped; no lines joined, no chrome touched."""
    if text.isascii():
        return CleanText(text, text)
    draft = Draft(text, text)
    _fold(draft)
    return draft.finish("str")


def _fold(draft: Draft) -> None:
    draft.apply(drop_invisible(draft.text))
    draft.apply(repair(draft.text))
    draft.swap(fold_width(draft.text))
    draft.swap(to_simplified(draft.text))
    draft.apply(close_gaps(draft.text))
