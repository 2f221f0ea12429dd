"""What the pages of a book leave behind in a text: running heads beside page numbers, and footnotes."""

from __future__ import annotations

from collections import Counter
from functools import cache
from re import Pattern

from chronicle_parse.formats.page import Page, PageLine
from chronicle_parse.patterns import verbose

RUNNING = 30
"""A running head is no longer than this."""

BESIDE = 2
"""So many lines above or below a page number may be running heads."""


def mark_printed(page: Page) -> None:
    """Gives running heads and footnotes the role "chrome"."""
    shown = [line for line in page.lines if line.role != "blank"]
    _running_heads(shown)
    _footnotes(page, shown)


@cache
def page_number() -> Pattern[str]:
    """A line that is the number of a page: — 12 —, ·31·, 第 3 页."""
    return verbose(
        r"\s* [-—–·•] \s* \d+ \s* [-—–·•] \s* $ | 第 \s* \d+ \s* 页 (?: \s* /? \s* 共 \s* \d+ \s* 页 )? \s* $ | Page \s \d+ .* | P \. \s* \d+ \s* $"
    )


def _running_heads(shown: list[PageLine]) -> None:
    """Short lines around page numbers that stand there again and again: 某县年鉴(2018)."""
    beside: list[PageLine] = []
    for at, line in enumerate(shown):
        if page_number().match(line.text):
            beside += [each for each in shown[max(at - BESIDE, 0) : at + BESIDE + 1] if _may_run(each)]
    times = Counter(line.text for line in beside)
    for line in beside:
        if times[line.text] > 1:
            line.role = "chrome"


def _may_run(line: PageLine) -> bool:
    return line.role == "paragraph" and len(line.text) <= RUNNING and not any(sign in line.text for sign in "。;；,，")


@cache
def _note_sign() -> Pattern[str]:
    """The sign of a footnote behind what it explains."""
    return verbose(r"(?<= [\p{Han}。,，;；”》)）\d] ) (?P<sign> [①-⑳] | \[ \d{1,2} \] )")


def _footnotes(page: Page, shown: list[PageLine]) -> None:
    """Lines that open with the sign of a footnote, ① or [1], which stands inside or behind a line above them."""
    if "①" not in page.text and "[1]" not in page.text:
        return
    noted: set[str] = set()
    for line in shown:
        opens = next((sign for sign in noted if line.text.startswith(sign)), None)
        if opens is not None and line.role == "paragraph":
            line.role = "chrome"
        noted.update(found["sign"] for found in _note_sign().finditer(line.text))
