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


def own_texts(page: Page, headings: Sequence[Heading], levels: Sequence[int]) -> Texts:
    """Where the paragraphs stand that belong to no heading, then those of each heading.

    What comes after a mere list of parts (报告分三部分：一、…；二、…) belongs to the section that the list stands in.
    """
    found: Texts = [[] for _ in range(len(headings) + 1)]
    path: list[int] = []
    at = 0
    for item in content(page):
        start = item.line.start
        while at < len(headings) and headings[at].start < item.stop:
            found[_owner(path)] += _trimmed(page.text, start, headings[at].start)
            start = max(start, headings[at].body)
            while path and levels[path[-1]] >= levels[at]:
                path.pop()
            path.append(at)
            at += 1
        found[_owner(path)] += _trimmed(page.text, start, item.stop)
        while path and headings[path[-1]].listed:
            path.pop()
    return found


def _owner(path: Sequence[int]) -> int:
    return path[-1] + 1 if path else 0


def _trimmed(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    while start < stop and (text[start].isspace() or text[start] == "*"):
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return [(start, stop)] if start < stop else []


def unwrapped(text: str) -> str:
    """A paragraph without its hard line breaks."""
    return text if "\n" not in text else "".join(part.strip() for part in text.split("\n"))
