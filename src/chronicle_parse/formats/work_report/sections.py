"""Puts headings and paragraphs together into the tree of sections."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from chronicle_parse.formats.outline import Heading, content
from chronicle_parse.formats.page import Page
from chronicle_parse.model import Paragraph, Section


@define
class _Open:
    """A section that is still being filled."""

    heading: Heading
    level: int
    stop: int
    paragraphs: list[Paragraph] = field(factory=list)
    sections: list[Section] = field(factory=list)


Texts = list[list[tuple[int, int]]]
"""The clean ranges of the paragraphs before the first heading, then of those behind each heading."""


def build(page: Page, headings: Sequence[Heading], levels: Sequence[int], texts: Texts) -> tuple[Section, ...]:
    """The tree; every paragraph goes to the heading it stands behind, those before the first heading to none."""
    top: list[Section] = []
    path: list[_Open] = []
    for heading, level, ranges in zip(headings, levels, texts[1:], strict=True):
        while path and path[-1].level >= level:
            _close(page, path, top)
        paragraphs = [Paragraph(unwrapped(page.text[start:stop]), page.span(start, stop)) for start, stop in ranges]
        path.append(_Open(heading, level, ranges[-1][1] if ranges else heading.stop, paragraphs))
    while path:
        _close(page, path, top)
    return tuple(top)


def _close(page: Page, path: list[_Open], top: list[Section]) -> None:
    done = path.pop()
    heading = done.heading
    section = Section(
        done.level,
        heading.marker,
        heading.title,
        heading.run_in,
        page.span(heading.start, done.stop),
        tuple(done.paragraphs),
        tuple(done.sections),
    )
    if path:
        path[-1].sections.append(section)
        path[-1].stop = max(path[-1].stop, done.stop)
    else:
        top.append(section)


def own_texts(page: Page, headings: Sequence[Heading]) -> Texts:
    """Where the paragraphs stand that belong to no heading yet, then those of each heading."""
    found: Texts = [[]]
    waiting = iter(headings)
    heading = next(waiting, None)
    for item in content(page):
        start = item.line.start
        while heading is not None and heading.start < item.stop:
            found[-1] += _trimmed(page.text, start, heading.start)
            found.append([])
            start = max(start, heading.body)
            heading = next(waiting, None)
        found[-1] += _trimmed(page.text, start, item.stop)
    while heading is not None:
        found.append([])
        heading = next(waiting, None)
    return found


def _trimmed(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return [(start, stop)] if start < stop else []


def unwrapped(text: str) -> str:
    """A paragraph without its hard line breaks."""
    return text if "\n" not in text else "".join(part.strip() for part in text.split("\n"))
