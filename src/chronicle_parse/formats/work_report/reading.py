"""Reads a page as a work report: the outline first, then what its sections speak of, then the indicators in their texts."""

from __future__ import annotations

from collections.abc import Sequence

from chronicle_parse.fields import indicators
from chronicle_parse.formats.outline import find_headings, is_heading, levels
from chronicle_parse.formats.page import Page
from chronicle_parse.formats.work_report import checks, contexts, delivery, sections
from chronicle_parse.formats.work_report.periods import Context, Years
from chronicle_parse.model import Indicator, WorkReport


def read(page: Page) -> WorkReport:
    """The page as a `WorkReport`."""
    _release_title(page)
    headings = find_headings(page)
    depths = levels(headings)
    texts = sections.own_texts(page, headings, depths)
    years = delivery.years(page, [heading.title for heading in headings])
    spoken_of = contexts.of_sections(page.text, headings, depths, texts, years)
    found = _indicators(page, texts, spoken_of, years)
    speaker = delivery.speaker(page)
    if page.place is None and speaker is not None:
        page.place, page.place_code = delivery.place(page, speaker)
    checks.report(page, headings)
    return WorkReport(
        **page.parts("work_report"),
        year=years.delivered,
        speaker=speaker,
        sections=sections.build(page, headings, depths, texts),
        indicators=found,
    )


def _release_title(page: Page) -> None:
    """Gives a heading back to the outline that was taken for the title of a page that has none."""
    for line in page.lines:
        if line.role == "title" and is_heading(page, line):
            line.role = "paragraph"
            page.title = ""


def _indicators(page: Page, texts: sections.Texts, spoken_of: Sequence[Context], years: Years) -> tuple[Indicator, ...]:
    """The indicators in every section's own text, in order of position."""
    stretches = [
        indicators.Stretch(start, stop, here.kind, here.year)
        for ranges, section in zip(texts, spoken_of, strict=True)
        for start, stop, here in contexts.of_stretches(page.text, ranges, section, years)
    ]
    stretches.sort(key=lambda stretch: stretch.start)
    return tuple(indicators.scan_stretches(page.text, page.clean.span_at, stretches))
