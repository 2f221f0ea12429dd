"""The page a format reads: clean text in lines, the fields found in it, and what is known from elsewhere.

This is the toolkit's centre: a format gives every line a role, asks for the fields of a range, and reports issues; spans,
tiling and metadata come from here.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from operator import attrgetter
from typing import TypedDict, TypeVar

from attrs import Attribute, define, field, frozen

from chronicle_parse.errors import ParseError
from chronicle_parse.fields import dates, organisations, people, quantities, works
from chronicle_parse.model import (
    CleanText,
    HasSpan,
    Issue,
    Line,
    Metadata,
    Organisation,
    Person,
    Quantity,
    Span,
    When,
    Work,
)
from chronicle_parse.model.spans import Role, Severity

Found = TypeVar("Found", bound=HasSpan)


def _between(least: int, most: int) -> Callable[[object, Attribute[int | None], int | None], None]:
    def check(_: object, name: Attribute[int | None], value: int | None) -> None:
        if value is not None and not least <= value <= most:
            code, message = f"known.{name.name}", f"a {name.name} lies between {least} and {most}"
            raise ParseError(code, message, str(value), Span(0, len(str(value))))

    return check


@frozen
class Known:
    """What the caller knows and the text may not say.

    Raises:
        ParseError: for a year that has not four digits in the notation of dates ("known.year"), or no month ("known.month").
    """

    year: int | None = field(default=None, validator=_between(1, 9999))
    month: int | None = field(default=None, validator=_between(1, 12))
    published: dt.date | None = None
    place: str | None = None


@define
class PageLine:
    """One line of the clean text without the blanks around it; offsets are clean ones. Formats set `role`."""

    start: int
    stop: int
    text: str
    role: Role = "paragraph"


class DocumentParts(TypedDict):
    """The fields that every `Document` has."""

    kind: str
    title: str
    place: str | None
    place_code: str | None
    metadata: Metadata
    source: CleanText
    lines: tuple[Line, ...]
    issues: tuple[Issue, ...]


class Page:
    """A clean text with its lines, its fields (found once, on first use) and the issues collected on the way."""

    def __init__(self, clean: CleanText, known: Known | None = None) -> None:
        """Cuts the text into lines; nothing else happens before it is asked for."""
        self.clean = clean
        self.text = clean.text
        self.known = known or Known()
        self.lines = _cut(clean.text)
        self.issues: list[Issue] = list(clean.warnings)
        self.metadata = Metadata()
        self.title = ""
        self.place: str | None = None
        self.place_code: str | None = None

    @property
    def published(self) -> dt.date | None:
        """The day of publication: what the page says, else what the caller knows."""
        return self.metadata.published.date() if self.metadata.published else self.known.published

    def parts(self, kind: str) -> DocumentParts:
        """What every document has, as keyword arguments: `Chronicle(**page.parts("chronicle"), entries=…)`."""
        return {
            "kind": kind,
            "title": self.title,
            "place": self.place,
            "place_code": self.place_code,
            "metadata": self.metadata,
            "source": self.clean,
            "lines": self.tiles(),
            "issues": tuple(sorted(self.issues, key=_start)),
        }

    def span(self, start: int, stop: int) -> Span:
        """The original span of a clean range."""
        return self.clean.span_at(start, stop)

    def report(self, code: str, severity: Severity, message: str, start: int, stop: int) -> None:
        """Puts an issue about a clean range on the document."""
        self.issues.append(Issue(code, severity, message, self.span(start, stop)))

    @cached_property
    def people(self) -> Sequence[Person]:
        """Everyone named on the page, in order."""
        return people.scan(self.text, self.span)

    @cached_property
    def quantities(self) -> Sequence[Quantity]:
        """All quantities of the page, in order."""
        return quantities.scan(self.text, self.span)

    @cached_property
    def works(self) -> Sequence[Work]:
        """All works of the page, in order."""
        return works.scan(self.text, self.span)

    @cached_property
    def organisations(self) -> Sequence[Organisation]:
        """All organisations of the page, in order."""
        return organisations.scan(self.text, self.span)

    @cached_property
    def dates(self) -> Sequence[When]:
        """All dates of the page, in order; what they leave out is taken from the caller and the day of publication.

        Formats that inherit years and months from headings read their dates themselves, with `fields.dates.read_at`.
        """
        published = self.published
        year = self.known.year or (published.year if published else None)
        return dates.scan(self.text, self.span, dates.DateContext(year, self.known.month, published=published))

    def lines_in(self, start: int, stop: int) -> Sequence[PageLine]:
        """The lines that a clean range touches, blank ones left out: to give them their role."""
        first = bisect_right(self.lines, start, key=_clean_start) - 1
        last = bisect_left(self.lines, stop, key=_clean_start)
        return [line for line in self.lines[max(first, 0) : last] if line.text]

    def within(self, found: Sequence[Found], span: Span) -> tuple[Found, ...]:
        """Those of the (ordered) values that lie inside an original span."""
        first = bisect_left(found, span.start, key=_start)
        last = bisect_left(found, span.stop, key=_start)
        return tuple(found[first:last])

    def in_lines(self, found: Sequence[Found], *roles: Role) -> tuple[Found, ...]:
        """Those of the (ordered) values that stand in lines of these roles: the dates of the text, not of its metadata."""
        lines = [self.span(line.start, line.stop) for line in self.lines if line.role in roles]
        return tuple(value for span in lines for value in self.within(found, span))

    def tiles(self) -> tuple[Line, ...]:
        """The lines of the document: the original cut where clean lines begin, so that they tile it exactly."""
        original = self.clean.original
        cuts = [0, *(self.clean.span_at(line.start, line.start).start for line in self.lines[1:]), len(original)]
        return tuple(
            Line(Span(start, stop), line.role)
            for line, start, stop in zip(self.lines, cuts, cuts[1:], strict=False)
            if stop > start or len(self.lines) == 1
        )


_start: Callable[[HasSpan], int] = attrgetter("span.start")
_clean_start: Callable[[PageLine], int] = attrgetter("start")


def _cut(text: str) -> list[PageLine]:
    lines, at = [], 0
    for raw in text.split("\n"):
        body = raw.strip()
        start = at + (len(raw) - len(raw.lstrip())) if body else at
        lines.append(PageLine(start, start + len(body), body, "paragraph" if body else "blank"))
        at += len(raw) + 1
    return lines
