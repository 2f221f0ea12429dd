"""Markdown: what a person reads, headings, entries and indicators; signs of the text are escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from chronicle_parse.export.encodable import encodable
from chronicle_parse.model import Chronicle, Document, Entry, Indicator, Roundup, WorkReport
from chronicle_parse.model.display import called
from chronicle_parse.model.own import OwnTable, own
from chronicle_parse.patterns import compiled


def to_markdown(document: Document) -> str:
    """The document as CommonMark with one table for the indicators of a work report."""
    return encodable("\n".join(_lines(document)) + "\n")


@cache
def _signs() -> re.Pattern[str]:
    return compiled(r"([\\`*_{}\[\]<>#+|~&$=-])")


def _text(text: str) -> str:
    return _signs().sub(r"\\\1", " ".join(text.splitlines()))


def _lines(document: Document) -> Iterator[str]:
    yield f"# {_text(document.title) or document.kind}"
    yield ""
    match document:
        case Chronicle():
            yield from map(_entry, document.entries)
        case Roundup():
            for section in document.sections:
                if section.heading:
                    yield from ("", f"## {_text(section.heading)}", "")
                if section.headline:
                    yield from (f"**{_text(section.headline)}**", "")
                yield from map(_entry, section.entries)
        case WorkReport():
            yield from _report(document)
        case _:
            for table in own(document, Document):
                yield from _own(table)
    if document.issues:
        yield from ("", "---", "")
        yield from (f"- {issue.severity}: {_text(issue.message)} ({_text(issue.code)})" for issue in document.issues)


def _entry(entry: Entry) -> str:
    date = f"**{entry.when.edtf}** " if entry.when else ""
    return f"- {date}{_text(entry.text)}"


def _own(table: OwnTable) -> Iterator[str]:
    """A field of an installed format."""
    yield from (f"## {_text(table.name)}", "")
    for cells in (table.columns, ("---",) * len(table.columns)):
        yield "| " + " | ".join(cells) + " |"
    yield from ("| " + " | ".join(map(_text, row.cells)) + " |" for row in table.rows)
    yield ""


def _report(report: WorkReport) -> Iterator[str]:
    for section in report.outline():
        yield from ("#" * min(section.level + 1, 6) + f" {_text(section.marker + section.title)}", "")
        for paragraph in section.paragraphs:
            yield from (_text(paragraph.text), "")
    yield from ("| kind | year | indicator | amount | change | rank |", "|---|---|---|---|---|---|")
    yield from map(_indicator, report.indicators)


def _indicator(each: Indicator) -> str:
    amounts = (each.quantity, each.change, each.rank)
    cells = [
        each.kind,
        str(each.year or ""),
        called(each),
        *(amount.written if amount else "" for amount in amounts),
    ]
    return "| " + " | ".join(_text(cell) for cell in cells) + " |"
