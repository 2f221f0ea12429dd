"""Reads works: what is named in 《…》."""

from __future__ import annotations

from functools import cache
from re import Pattern

from chronicle_parse.model import Span, SpanMaker, Work
from chronicle_parse.patterns import verbose
from chronicle_parse.text import fold

LONGEST = 80
"""A title of more characters than this is taken for a mark that was never closed."""


@cache
def _work() -> Pattern[str]:
    return verbose(
        rf"""
        《 (?P<title>
             [^《》\n]{{1,{LONGEST}}}+                             # a plain title; inner marks 〈〉 are ordinary characters
             (?: 《 [^《》\n]{{1,{LONGEST}}}+ 》 [^《》\n]{{0,{LONGEST}}}+ )*+   # a title inside: 《关于印发〈…〉的通知》 written with 《》
        ) 》
        """
    )


def scan(text: str, at: SpanMaker = Span) -> list[Work]:
    """All works of clean text, in order. A mark that is not closed on its line names nothing."""
    if "《" not in text:
        return []
    return [
        Work(found["title"].strip(), at(found.start(), found.end()))
        for found in _work().finditer(text)
        if len(found["title"]) <= LONGEST and found["title"].strip()
    ]


def find_works(text: str) -> tuple[Work, ...]:
    r"""All works of a raw text; spans refer to the text given.

    >>> [work.title for work in find_works("印发《关于修改〈养犬条例〉的决定》，并在《小康》刊发")]
    ['关于修改〈养犬条例〉的决定', '小康']
    >>> find_works("《没有结束的标题\n下一行》")
    ()
    """
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at))
