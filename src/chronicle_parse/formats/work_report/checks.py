"""What a reader of a work report should know: issues that are seen once the outline stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from re import Pattern

from chronicle_parse.formats.outline import Heading
from chronicle_parse.formats.page import Page
from chronicle_parse.patterns import verbose

TWICE = 3
"""So many headings must come back before a page is said to hold two versions."""
CUT = 40
"""So far in front of the end of a bound its amount is looked for."""
SENTENCE = 60
"""A longer last line without a stop is a sentence that was cut off."""


def report(page: Page, headings: Sequence[Heading]) -> None:
    """Puts the issues on the page."""
    _two_versions(page, headings)
    _cut_figures(page)
    _cut_page(page)


def _two_versions(page: Page, headings: Sequence[Heading]) -> None:
    """Sections that stand on the page twice, as in a short version followed by excerpts of the long one."""
    first: dict[str, Heading] = {}
    again: list[Heading] = []
    for heading in headings:
        known = first.setdefault(heading.title, heading)
        if known is not heading and (known.marker, known.run_in) != (heading.marker, heading.run_in):
            again.append(heading)
    if len(again) >= TWICE:
        message = (
            f"{len(again)} headings stand on the page twice: it holds two versions of the report, "
            "so sections and indicators may be counted double"
        )
        page.report("report.two-versions", "warning", message, again[0].start, again[-1].stop)


@cache
def _cut_off() -> Pattern[str]:
    """An amount whose bound was cut off: 18微克/立方米以."""
    return verbose(r"(?<! [\d.] ) \d [\d.]*+ \s? [^\d\s,，。；;、:：]{0,8}? 以 $")


@cache
def _bound_ends() -> Pattern[str]:
    """The end of what stands before a border."""
    return verbose(r"以 (?= \s* (?: [,，。；;] | \n | $ ) )")


def _cut_figures(page: Page) -> None:
    for end in _bound_ends().finditer(page.text):
        match = _cut_off().search(page.text, max(0, end.start() - CUT), end.end())
        if match is None:
            continue
        message = f"the bound of {match[0]} is cut off (以内 or 以上?)"
        page.report("indicator.cut-off", "warning", message, match.start(), match.end())


def _cut_page(page: Page) -> None:
    last = next((line for line in reversed(page.lines) if line.role not in ("blank", "chrome", "metadata")), None)
    if last is not None and len(last.text) > SENTENCE and last.text[-1] not in '。！!？?；;…”"）)】':
        message = "the text ends inside a sentence: the page is an excerpt"
        page.report("report.cut-off", "info", message, last.start, last.stop)
