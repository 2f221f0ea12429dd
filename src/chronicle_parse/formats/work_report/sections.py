"""Puts headings and paragraphs together into the tree of sections."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from chronicle_parse.formats.outline import Heading
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


def build(page: Page, headings: Sequence[Heading], levels: Sequence[int]) -> tuple[Section, ...]:
    """The tree; every paragraph goes to the heading it stands behind, those before the first heading to none."""
    top: list[Section] = []
    path: list[_Open] = []
    for at, (heading, level) in enumerate(zip(headings, levels, strict=True)):
        while path and path[-1].level >= level:
            _close(page, path, top)
        opened = _Open(heading, level, heading.stop)
        stop = headings[at + 1].start if at + 1 < len(headings) else len(page.text)
        for start, end in own_text(page, heading, stop):
            opened.paragraphs.append(Paragraph(page.text[start:end], page.span(start, end)))
            opened.stop = end
        path.append(opened)
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


def own_text(page: Page, heading: Heading, stop: int) -> list[tuple[int, int]]:
    """The clean ranges of the paragraphs behind a heading up to `stop`, where the next heading begins."""
    found = []
    if heading.run_in:
        start, end = _trim(page.text, heading.body, min(page.lines[heading.first].stop, stop))
        if start < end:
            found.append((start, end))
    found += lines_between(page, heading.last + 1, stop)
    return found


def lines_between(page: Page, first: int, stop: int) -> list[tuple[int, int]]:
    """The clean ranges of the paragraphs from line `first` up to the offset `stop`."""
    found = []
    for at in range(first, len(page.lines)):
        line = page.lines[at]
        if line.start >= stop:
            break
        if line.role == "paragraph":
            start, end = _trim(page.text, line.start, min(line.stop, stop))
            if start < end:
                found.append((start, end))
    return found


def _trim(text: str, start: int, stop: int) -> tuple[int, int]:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return start, stop
