"""Reads a page as a work report: the outline first, then what its sections say, then the indicators in their own texts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from regex import Pattern

from chronicle_parse.fields import indicators
from chronicle_parse.formats.outline import Heading, find_headings, levels
from chronicle_parse.formats.page import Page
from chronicle_parse.formats.work_report import delivery, sections
from chronicle_parse.formats.work_report.periods import Context, Years, context, last_lead
from chronicle_parse.model import Indicator, WorkReport
from chronicle_parse.patterns import verbose


def read(page: Page) -> WorkReport:
    """The page as a `WorkReport`."""
    headings = find_headings(page)
    depths = levels(headings)
    years = delivery.years(page, [heading.title for heading in headings])
    texts = sections.own_texts(page, headings)
    _report_versions(page, headings)
    _report_cuts(page)
    return WorkReport(
        "work_report",
        page.title,
        page.known.place,
        None,
        page.metadata,
        page.clean,
        page.tiles(),
        tuple(page.issues),
        years.delivered,
        delivery.speaker(page),
        sections.build(page, headings, depths, texts),
        _indicators(page, headings, depths, texts, years),
    )


def _indicators(
    page: Page, headings: Sequence[Heading], depths: Sequence[int], texts: sections.Texts, years: Years
) -> tuple[Indicator, ...]:
    """The indicators of every section's own text, read with what the headings above it say."""
    found: list[Indicator] = []
    contexts = [Context(None, years.plan), *_contexts(page, headings, depths, texts, years)]
    for section, ranges in zip(contexts, texts, strict=True):
        for start, stop, here in _joined(page, ranges, section, years):
            found += indicators.scan(page.text, page.span, start=start, stop=stop, kind=here.kind, year=here.year)
    return tuple(found)


def _joined(
    page: Page, ranges: Sequence[tuple[int, int]], section: Context, years: Years
) -> list[tuple[int, int, Context]]:
    """Paragraphs that say the same and have nothing between them as one range: what a sentence sets holds on.

    Where no heading says what is spoken of, a paragraph without a leading sentence takes it from the last one before it.
    """
    found: list[tuple[int, int, Context]] = []
    running = section
    for start, stop in ranges:
        here = section
        if section.kind is None:
            said = last_lead(page.text[start:stop], years)
            here = running if said is None else section
            running = said or running
        if found and found[-1][2] == here and page.text[found[-1][1] : start].isspace():
            found[-1] = found[-1][0], stop, here
        else:
            found.append((start, stop, here))
    return found


def _contexts(
    page: Page, headings: Sequence[Heading], depths: Sequence[int], texts: sections.Texts, years: Years
) -> list[Context]:
    """Of each heading what it says, else what the one above it says, else what the last leading sentence said."""
    path: list[Context] = []
    known: dict[str, Context] = {}
    found: list[Context] = []
    running = _last(page, texts[0], years)
    for heading, depth, text in zip(headings, depths, texts[1:], strict=True):
        del path[depth - 1 :]
        said = context(heading.title, years) if not heading.run_in or path == [] else None
        if said is None and heading.title in known:
            said = known[heading.title]
        if said is None:
            said = path[-1] if path and path[-1].kind else running
        said = said or Context(None, years.plan)
        known.setdefault(heading.title, said)
        path += [said] * (depth - len(path))
        found.append(said)
        if depth == 1 and said.kind:
            running = said
        running = _last(page, text, years) or running
    return found


def _last(page: Page, ranges: Sequence[tuple[int, int]], years: Years) -> Context | None:
    for start, stop in reversed(ranges):
        said = last_lead(page.text[start:stop], years)
        if said is not None:
            return said
    return None


@cache
def _cut_off() -> Pattern[str]:
    """An amount whose bound was cut off: 18微克/立方米以."""
    return verbose(r"\d [\d.]* \s? [^\d\s,，。；;、:：]{0,8}? (?P<rest> 以 ) (?= \s* (?: [,，。；;] | \n | $ ) )")


def _report_cuts(page: Page) -> None:
    """Says where an amount lost its end, and whether the page ends inside a sentence."""
    for match in _cut_off().finditer(page.text):
        message = f"the bound of {match[0]} is cut off (以内 or 以上?)"
        page.report("indicator.cut-off", "warning", message, match.start(), match.end())
    last = next((line for line in reversed(page.lines) if line.role not in ("blank", "chrome", "metadata")), None)
    if last is not None and len(last.text) > 60 and last.text[-1] not in '。！!？?；;…”"）)】':
        page.report(
            "report.cut-off", "info", "the text ends inside a sentence: the page is an excerpt", last.start, last.stop
        )


def _report_versions(page: Page, headings: Sequence[Heading]) -> None:
    """Says so where sections stand on the page twice, as in a short version followed by excerpts of the long one."""
    first: dict[str, Heading] = {}
    again: list[Heading] = []
    for heading in headings:
        known = first.setdefault(heading.title, heading)
        if known is not heading and (known.marker, known.run_in) != (heading.marker, heading.run_in):
            again.append(heading)
    if len(again) >= 3:
        message = (
            f"{len(again)} headings stand on the page twice: it holds two versions of the report, "
            "so sections and indicators may be counted double"
        )
        page.report("report.two-versions", "warning", message, again[0].start, again[-1].stop)
