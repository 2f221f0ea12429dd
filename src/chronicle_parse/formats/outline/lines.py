"""The content lines of a page, each with its marker; titles broken over lines are put together."""

from __future__ import annotations

from functools import cache
from re import Pattern

from attrs import define, frozen

from chronicle_parse.formats.outline.markers import NAMES, Marker, System, read_marker
from chronicle_parse.formats.outline.phrases import LONGEST, first_stop, plain
from chronicle_parse.formats.page import Page, PageLine
from chronicle_parse.patterns import verbose


@frozen
class Heading:
    """A heading found in the clean text, without its level.

    Attributes:
        start: where its marker or, without one, its title begins; stop: where the title ends.
        body: where the text behind it begins: of a run-in in the same line, else the end of its last line.
        title: without marker, final punctuation and line breaks.
        system: a name of `markers.SYSTEMS`; "period", "line" or "run-in" without a marker; "#2" in Markdown.
        first, last: the indexes of the lines it covers.
        empty: whether the next heading follows without a text between.
        listed: whether it only names a part in a list of parts inside a paragraph, so that what follows stands below none of them.
        led: whether it opens a series that a sentence of its own leads over to: …主要做了以下工作.
    """

    start: int
    stop: int
    body: int
    marker: str
    number: int | None
    title: str
    run_in: bool
    system: str
    first: int
    last: int
    empty: bool = False
    led: bool = False
    listed: bool = False


@define
class Item:
    """A content line, or several that make up one title, and what is found out about it.

    Attributes:
        gap: how many other lines (blank, chrome) stand before it; text: all of its lines as they stand.
        start, stop: of what stands behind marker and Markdown signs.
        title_stop, body: where its title ends and the text behind it begins, once it is known to be a heading.
    """

    at: int
    last: int
    line: PageLine
    text: str
    gap: int
    marker: Marker | None
    hashes: int
    start: int
    stop: int
    title_stop: int = 0
    body: int = 0
    heading: bool = False
    unmarked: str = ""

    @property
    def system(self) -> str:
        """The heading system of its marker, "" without one."""
        return f"#{self.hashes}" if self.hashes else self.marker.system if self.marker else ""

    @property
    def kind(self) -> System | None:
        """What its marker is, None without one."""
        return NAMES[self.marker.system] if self.marker else None

    @property
    def run_in(self) -> bool:
        """Whether a text stands behind its title."""
        return self.body < self.stop

    def title_at(self, stop: int, body: int) -> None:
        """Makes it a heading whose title ends at `stop`."""
        self.heading, self.title_stop, self.body = True, stop, body

    def as_heading(self, text: str) -> Heading:
        """The heading of this line."""
        marker, number = (self.marker.written, self.marker.number) if self.marker else ("", None)
        title = plain(text[self.start : self.title_stop])
        system = self.system or self.unmarked
        body = self.body if self.run_in else self.stop
        return Heading(
            self.line.start, self.title_stop, body, marker, number, title, self.run_in, system, self.at, self.last
        )


@cache
def _prefix() -> Pattern[str]:
    """Markdown signs before a marker."""
    return verbose(r"(?: (?P<hashes> [#]{1,6} ) \s+ )? (?: > \s+ )? (?: \*\* | __ )?")


def content(page: Page) -> list[Item]:
    """The paragraphs and heading lines of a page in order: its lines of role "paragraph"."""
    items: list[Item] = []
    gap, taken = 1, -1
    for at, line in enumerate(page.lines):
        if at <= taken:
            continue
        if line.role != "paragraph":
            gap += 1
            continue
        prefix = _prefix().match(line.text)
        offset, hashes = (prefix.end(), len(prefix["hashes"] or "")) if prefix else (0, 0)
        marker = read_marker(line.text, offset)
        start = line.start + (marker.stop if marker else offset)
        taken = _extent(page, at, start) if marker or hashes else at
        stop = page.lines[taken].stop
        text = line.text if taken == at else page.text[line.start : stop]
        while start < stop and page.text[start] in " \u3000\t\n*_":
            start += 1
        while stop > start and page.text[stop - 1] in "*_# \t":
            stop -= 1
        if start < stop:
            items.append(Item(at, taken, line, text, gap, marker, hashes, start, stop, stop, stop))
            gap = 0
    return items


def _extent(page: Page, at: int, start: int) -> int:
    """The last line of a marked title: a marker alone, or a comma at the end, takes in the next short line."""
    line = page.lines[at]
    alone = start >= line.stop
    broken = not alone and line.text[-1] in ",，、" and line.stop - start <= 30
    if alone or broken:
        for ahead in range(at + 1, min(at + 3, len(page.lines))):
            after = page.lines[ahead]
            if after.role == "blank" and alone:
                continue
            short = after.role == "paragraph" and len(after.text) <= LONGEST and not read_marker(after.text)
            if short and first_stop(after.text, 0, len(after.text)) is None:
                return ahead
            break
    return at
