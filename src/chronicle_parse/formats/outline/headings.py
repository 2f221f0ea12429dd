"""Finds the headings of a page: marked lines, unmarked lines, opening phrases, and marks inside paragraphs."""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest

import attrs

from chronicle_parse.formats.outline import marked, unmarked
from chronicle_parse.formats.outline.inside import inside
from chronicle_parse.formats.outline.lines import Heading, Item, content
from chronicle_parse.formats.page import Page


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
    headings += unmarked.run_ins(items)
    for heading in headings:
        if not heading.run_in:
            for line in page.lines[heading.first : heading.last + 1]:
                line.role = line.role if line.role == "blank" else "heading"
    return _with_empty(page.text, items, sorted(headings, key=lambda heading: heading.start))


def _with_empty(text: str, items: list[Item], headings: list[Heading]) -> list[Heading]:
    """Says of every heading whether a text of its own follows."""
    content = iter(items)
    item = next(content, None)
    found = []
    for heading, after in zip_longest(headings, headings[1:]):
        stop = after.start if after else len(text)
        while item is not None and item.stop <= heading.stop:
            item = next(content, None)
        own = heading.run_in and text[heading.body : min(stop, item.stop if item else stop)].strip() != ""
        while item is not None and item.stop <= heading.body:
            item = next(content, None)
        own = own or (item is not None and item.line.start < stop)
        found.append(heading if own else attrs.evolve(heading, empty=True))
    return found


def _without_contents(page: Page, items: list[Item]) -> list[Item]:
    """Takes out runs of lines that hold nothing but titles that the page has elsewhere with a text."""
    known = Counter(_key(item.as_heading(page.text).title) for item in items if item.heading)
    if not known:
        return items
    kept: list[Item] = []
    run: list[Item] = []
    titles: set[str] = set()
    at = 0
    while at < len(items):
        taken = next((n for n in (1, 2, 3) if _repeats(page, items[at : at + n], known, n)), 0)
        if taken and _key(_joined(page, items[at : at + taken])) not in titles:
            titles.add(_key(_joined(page, items[at : at + taken])))
            run += items[at : at + taken]
            at += taken
            continue
        kept += _settle(run, len(titles))
        run, titles = [], set()
        kept.append(items[at])
        at += 1
    return kept + _settle(run, len(titles))


def _settle(run: list[Item], titles: int) -> list[Item]:
    """The run itself if it is too short for a table of contents, nothing if it is one; its lines become chrome."""
    if titles < 3:
        return run
    for item in run:
        item.line.role = "chrome"
    return []


def _joined(page: Page, items: list[Item]) -> str:
    return "".join(page.text[item.start : item.stop] for item in items)


def _repeats(page: Page, items: list[Item], known: Counter[str], lines: int) -> bool:
    """Whether these lines together are a title that stands on the page a second time."""
    if len(items) < lines or any(item.system for item in items[1:]) or any(item.run_in for item in items):
        return False
    joined = _joined(page, items)
    return len(joined) <= 60 and known[_key(joined)] > (items[0].heading and lines == 1)


def _key(title: str) -> str:
    return "".join(title.split()).strip("。；;：:，,")
