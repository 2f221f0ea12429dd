"""Finds the headings of a page: marked lines, unmarked lines, opening phrases, and marks inside paragraphs."""

from __future__ import annotations

from collections import Counter
from functools import cache
from re import Pattern

import attrs

from chronicle_parse.formats.outline import marked, unmarked
from chronicle_parse.formats.outline.inside import glued_parts, inside
from chronicle_parse.formats.outline.lines import Heading, Item, content
from chronicle_parse.formats.outline.markers import read_marker
from chronicle_parse.formats.outline.openings import openings
from chronicle_parse.formats.outline.phrases import LONGEST
from chronicle_parse.formats.outline.unmarked import names_period
from chronicle_parse.formats.page import Page, PageLine
from chronicle_parse.patterns import verbose

LEAD = 60
"""Characters before a heading in which a sentence may lead over to it."""


def find_headings(page: Page) -> list[Heading]:
    """All headings of a page in order.

    Only lines of role "paragraph" are read. Heading lines get the role "heading"; tables of contents and links that only
    repeat the titles of the page become "chrome".
    """
    items = content(page)
    marked.judge(page.text, items)
    unmarked.judge(page, items)
    items = _without_contents(page, items)
    headings = [item.as_heading(page.text) for item in items if item.heading]
    headings += inside(page.text, items)
    headings += glued_parts(items)
    headings += openings(items)
    headings = [heading for heading in headings if heading.title]
    for heading in headings:
        if not heading.run_in:
            for line in page.lines[heading.first : heading.last + 1]:
                line.role = line.role if line.role == "blank" else "heading"
    return _in_context(page.text, items, sorted(headings, key=lambda heading: heading.start))


def is_heading(page: Page, line: PageLine) -> bool:
    """Whether a line by its form belongs to the outline: it has a marker, or names a period as another line of the page does.

    For a first line that might as well be the title of the page: above headings that have a marker (某局2020年工作总结
    above 一、2020年主要工作) it is.
    """
    marker = read_marker(line.text)
    if marker is not None and marker.system != "dash":
        return True
    return names_period(line.text) and any(
        other is not line and other.role == "paragraph" and names_period(other.text) and not read_marker(other.text)
        for other in page.lines
    )


@cache
def _leads_over() -> Pattern[str]:
    """The end of a sentence that leads over to a series."""
    return verbose(r"(?: [:：] | (?: 以下 | 如下 | 方面 | 做了 | 做好 | 抓好 | 下功夫 ) [^。:：]{0,12} 。? ) \s* $")


def _in_context(text: str, items: list[Item], headings: list[Heading]) -> list[Heading]:
    """Says of every heading whether a text of its own follows, and whether a sentence leads over to it."""
    found = []
    at = 0
    for before, heading, after in zip([None, *headings], headings, [*headings[1:], None], strict=False):
        while items[at].stop <= heading.start:
            at += 1
        lead = text[max(items[at].line.start, heading.start - LEAD) : heading.start]
        apart = before is None or before.first < items[at].at
        if not lead.strip() and at and not items[at - 1].heading:
            lead = items[at - 1].text[-LEAD:]
            apart = before is None or before.first < items[at - 1].at
        led = heading.number == 1 and apart and _leads_over().search(lead) is not None
        stop = after.start if after else len(text)
        behind = heading.run_in and text[heading.body : min(stop, items[at].stop)].strip() != ""
        own = behind or (at + 1 < len(items) and items[at + 1].line.start < stop)
        found.append(heading if own and not led else attrs.evolve(heading, empty=not own, led=led))
    return found


def _without_contents(page: Page, items: list[Item]) -> list[Item]:
    """Takes out runs of lines that hold nothing but titles that the page has elsewhere with a text."""
    known = Counter(_key(page.text[item.start : item.title_stop]) for item in items if item.heading)
    openings = {title[:3] for title in known}
    kept: list[Item] = []
    run: list[Item] = []
    titles: set[str] = set()
    at = 0
    while at < len(items):
        item = items[at]
        taken, title = (0, "")
        if page.text[item.start : item.start + 3] in openings:
            taken, title = _repeated(page, items[at : at + 3], known)
        if taken and title not in titles:
            titles.add(title)
            run += items[at : at + taken]
            at += taken
            continue
        kept += _settle(page, run, len(titles))
        run, titles = [], set()
        kept.append(item)
        at += 1
    return kept + _settle(page, run, len(titles))


def _settle(page: Page, run: list[Item], titles: int) -> list[Item]:
    """The run itself if it is too short for a table of contents, nothing if it is one; its lines become chrome."""
    if titles < 3:
        return run
    for item in run:
        for line in page.lines[item.at : item.last + 1]:
            line.role = "chrome" if line.role == "paragraph" else line.role
    return []


def _repeated(page: Page, items: list[Item], known: Counter[str]) -> tuple[int, str]:
    """How many of these lines, one to three, make up a title that stands on the page a second time, and that title."""
    joined = ""
    for count, item in enumerate(items, 1):
        if item.run_in or (count > 1 and item.system):
            break
        joined += _key(page.text[item.start : item.stop])
        if len(joined) > LONGEST:
            break
        own = count == 1 and item.heading
        if known[joined] > own:
            return count, joined
    return 0, ""


def _key(title: str) -> str:
    return "".join(title.split()).strip("。；;：:，,")
