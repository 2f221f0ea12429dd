"""Asks every known format how well a page fits and why."""

from __future__ import annotations

from chronicle_parse.formats import Detection, Page, formats, open_page
from chronicle_parse.text import Source, clean


def detect(source: Source) -> tuple[Detection, ...]:
    r"""What the source may be, best first; formats that score 0 are left out.

    >>> detect("罗湖区大事记\n3月5日,区长王芳调研。\n3月6日,区委召开会议。")[0].name
    'chronicle'
    """
    return detect_page(open_page(clean(source)))


def detect_page(page: Page) -> tuple[Detection, ...]:
    """`detect` for a page that is already clean."""
    found = [Detection(each.name, *each.score(page)) for each in formats()]
    return tuple(sorted((d for d in found if d.score > 0), key=lambda d: -d.score))
