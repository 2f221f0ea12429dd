"""What a bulletin becomes: the documents and their parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from attrs import Factory, field, frozen

from chronicle_parse.model import display
from chronicle_parse.model.own import own
from chronicle_parse.model.spans import CleanText, HasSpan, Issue, Line, Span
from chronicle_parse.model.values import Activity, Indicator, Organisation, Person, Quantity, When, Work


@frozen
class Metadata:
    """What a page says about itself; None where it says nothing.

    Attributes:
        publisher: who put it on the page, behind a label such as 发布机构 or 发布单位.
        source: where it was taken from, behind 来源 or 信息来源.
        author: behind 作者, 编辑 or 供稿.
        published: when it was put there, without a time zone; midnight where only the day is given.
        retrieved: when the page was saved, likewise.
        url: the address of the page.
        views: how often it was opened.
    """

    publisher: str | None = None
    source: str | None = None
    author: str | None = None
    published: dt.datetime | None = None
    retrieved: dt.datetime | None = None
    url: str | None = None
    views: int | None = None


@frozen
class Entry:
    """One reported event.

    Attributes:
        when: its date, None where it has none; what was taken from a heading or the entry before is in `when.inherited`.
        text: clean text without date and marker; paragraphs are joined by a line break.
        span: from marker or date to the end of the text.
        marker: the bullet or number in front, "" if none.
        people: the people named in it, each mention once, in order of position like all that follows.
        quantities: the numbers with a unit; no dates and no ordinals.
        works: what stands in 《…》.
        organisations: the bodies named in it.
        activity: what kind of event it is, None where that was not read.
        heading: the heading it stands under, "" if none.
    """

    when: When | None
    text: str
    span: Span
    marker: str = ""
    people: tuple[Person, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    works: tuple[Work, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    activity: Activity | None = None
    heading: str = ""

    def _repr_html_(self) -> str:
        return display.entry(self)


@frozen
class Paragraph:
    """A paragraph of a work report.

    Attributes:
        text: its clean text on one line.
        span: its original characters.
    """

    text: str
    span: Span


@frozen
class Section:
    """A heading of a work report with what stands under it.

    Attributes:
        level: 1 for the top level of this document.
        marker: 一、 or • as written, "" for an unmarked heading.
        title: without marker and final punctuation.
        run_in: whether its text goes on in the heading's own paragraph.
        span: the heading with everything below it.
        paragraphs: those before the first heading of a lower level.
        sections: those of the next level, in order.
    """

    level: int
    marker: str
    title: str
    run_in: bool
    span: Span
    paragraphs: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()


@frozen
class RoundupSection:
    """The items under one heading of a roundup.

    Attributes:
        heading: whom or what the items are about, "" if they stand under none.
        headline: the line between heading and items that sums them up, "" if there is none.
        entries: the items, in order.
        span: from the heading to the end of the last item.
    """

    heading: str
    headline: str
    entries: tuple[Entry, ...]
    span: Span


@frozen
class Document:
    """What every bulletin has.

    Attributes:
        kind: the name of the format, e.g. "chronicle".
        title: as printed, "" if there is none.
        place: the locality as the text names it, None if it cannot be told.
        place_code: its GB/T 2260 code of six digits; None where the place is unknown or several bear its name.
        metadata: what the page says about itself.
        source: the clean text with its edits, and the original.
        lines: tile the original exactly, each with its role.
        issues: what could not be read, or was read but is doubtful.
    """

    kind: str
    title: str
    place: str | None
    place_code: str | None
    metadata: Metadata
    source: CleanText = field(repr=False)
    lines: tuple[Line, ...] = field(repr=False)
    issues: tuple[Issue, ...] = field(repr=False)

    def original(self, value: HasSpan | Span) -> str:
        r"""The original words of anything with a span.

        >>> import chronicle_parse as cp
        >>> doc = cp.parse("大事记\n3月5日,區長王芳到校調研。", kind="chronicle")
        >>> doc.original(doc.entries[0].people[0])
        '王芳'
        """
        span = value if isinstance(value, Span) else value.span
        return self.source.original[span.start : span.stop]

    def _repr_html_(self) -> str:
        return display.document(self, display.own_tables(own(self, Document)))


@frozen
class Chronicle(Document):
    """大事记: dated entries.

    Attributes:
        period: the month or months it is about, None if neither title nor entries say.
        entries: in the order of the page.
    """

    period: When | None = None
    entries: tuple[Entry, ...] = ()

    def _repr_html_(self) -> str:
        return display.document(self, display.entries(self.entries, self.period))


@frozen
class WorkReport(Document):
    """政府工作报告: an outline and the indicators read out of it.

    Attributes:
        year: the one in which it was delivered (its results are of the year before), None if unknown.
        speaker: who read it, None if the page does not say.
        sections: the headings of the top level, each with what stands under it; `outline` walks all levels.
        indicators: targets and results in order of position.
    """

    year: int | None = None
    speaker: Person | None = None
    sections: tuple[Section, ...] = ()
    indicators: tuple[Indicator, ...] = ()

    def outline(self) -> Iterator[Section]:
        """All sections, a parent before its children, in the order of the page."""
        pending = list(reversed(self.sections))
        while pending:
            section = pending.pop()
            yield section
            pending.extend(reversed(section.sections))

    @property
    def targets(self) -> tuple[Indicator, ...]:
        """The indicators that are promised or expected."""
        return tuple(i for i in self.indicators if i.kind == "target")

    @property
    def results(self) -> tuple[Indicator, ...]:
        """The indicators that report what has happened."""
        return tuple(i for i in self.indicators if i.kind == "actual")

    def _repr_html_(self) -> str:
        return display.document(self, display.report(self))


@frozen
class Roundup(Document):
    """一周动态: items, in sections where the page has them.

    Attributes:
        period: the week or weeks it is about, None if unknown.
        sections: in the order of the page; one without a heading holds items that stand under none.
    """

    period: When | None = None
    sections: tuple[RoundupSection, ...] = Factory(tuple)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all sections in order."""
        return tuple(entry for section in self.sections for entry in section.entries)

    def _repr_html_(self) -> str:
        return display.document(self, display.roundup(self))
