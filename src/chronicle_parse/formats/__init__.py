"""The bulletin formats: those built in, and those of installed packages (entry-point group `chronicle_parse.formats`)."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from chronicle_parse.errors import UnknownFormatError
from chronicle_parse.formats.base import BulletinFormat, Detection
from chronicle_parse.formats.furniture import furnish
from chronicle_parse.formats.page import Known, Page
from chronicle_parse.model import CleanText

__all__ = ["BulletinFormat", "Detection", "Known", "Page", "by_name", "formats", "open_page"]

GROUP = "chronicle_parse.formats"
BUILT_IN = ("chronicle", "work_report", "roundup")


@cache
def formats() -> tuple[BulletinFormat, ...]:
    """The formats known here: chronicle, work_report, roundup, then installed ones by name.

    >>> [f.name for f in formats()][:3]
    ['chronicle', 'work_report', 'roundup']
    """
    from importlib.metadata import entry_points  # here, since it takes a sixth of the time of an import

    installed = [point.load() for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)]
    return (*map(_built_in, BUILT_IN), *(found for found in installed if isinstance(found, BulletinFormat)))


@cache
def _built_in(name: str) -> BulletinFormat:
    found = import_module(f"{__package__}.{name}").FORMAT
    assert isinstance(found, BulletinFormat)
    return found


def open_page(clean: CleanText, known: Known | None = None) -> Page:
    """A page with its furniture marked, ready for a format to score and read."""
    page = Page(clean, known)
    furnish(page)
    return page


def by_name(name: str) -> BulletinFormat:
    """The format of that name.

    Raises:
        UnknownFormatError: naming the formats there are.
    """
    if name in BUILT_IN:
        return _built_in(name)
    for found in formats():
        if found.name == name:
            return found
    known = tuple(found.name for found in formats())
    raise UnknownFormatError(f"no format {name!r}; known are {', '.join(known)}", known)
