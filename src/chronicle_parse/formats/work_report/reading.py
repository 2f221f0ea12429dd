"""Reads a page as a work report."""

from __future__ import annotations

from chronicle_parse.formats.outline import find_headings, levels
from chronicle_parse.formats.page import Page
from chronicle_parse.formats.work_report import sections
from chronicle_parse.model import WorkReport


def read(page: Page) -> WorkReport:
    """The page as a `WorkReport`."""
    headings = find_headings(page)
    tree = sections.build(page, headings, levels(headings))
    for heading in headings:
        if not heading.run_in:
            for at in range(heading.first, heading.last + 1):
                if page.lines[at].role == "paragraph":
                    page.lines[at].role = "heading"
    return WorkReport(
        "work_report",
        page.title,
        None,
        None,
        page.metadata,
        page.clean,
        page.tiles(),
        tuple(page.issues),
        None,
        None,
        tree,
        (),
    )
