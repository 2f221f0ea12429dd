"""The page itself: head, text, entries or outline, timeline, table of indicators, issues. Everything from the text is escaped."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from chronicle_parse.export.encodable import encodable
from chronicle_parse.export.html.marks import Mark, marked_text, marks_of
from chronicle_parse.model import Change, Chronicle, Document, Entry, Quantity, Rank, Roundup, WorkReport
from chronicle_parse.model.display import called
from chronicle_parse.model.own import OwnTable, own

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
"""The page may not load anything, from anywhere."""

KINDS = {"chronicle": "大事记", "work_report": "政府工作报告", "roundup": "一周动态"}
"""What stands above a page whose text has no title."""

LEGEND = {
    "date": "dates",
    "person": "people",
    "quantity": "quantities",
    "organisation": "organisations",
    "work": "works",
    "target": "targets",
    "actual": "results",
    "value": "values",
    "issue": "issues",
}


def to_html(document: Document) -> str:
    """The document as one HTML page without any other file: it opens from disk, prints, and works by keyboard.

    The original stands on one side with its values marked; entries or outline, a timeline, indicators and issues on the
    other. Choosing a value shows its words in the original and what was read out of them.
    """
    marks = marks_of(document)
    title = document.title or f"{document.place or ''}{KINDS.get(document.kind, document.kind)}"
    return encodable(
        "".join(
            (
                "<!DOCTYPE html>\n",
                f'<html lang="zh-Hans"><head><meta charset="utf-8"><title>{escape(title)}</title>',
                f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
                '<meta name="viewport" content="width=device-width, initial-scale=1">',
                f"<style>{_file('page.css')}</style></head><body>",
                f"<header><h1>{escape(title)}</h1>{_facts(document)}{_legend(marks)}</header>",
                '<p id="detail" role="status" aria-live="polite">Choose a value to see its words in the original; <kbd>n</kbd> and <kbd>p</kbd> go to the next and the one before.</p>',
                '<main><section id="read" aria-label="What was read">',
                *_read(document, marks),
                '</section><section id="original" aria-label="The original" tabindex="0"><h2>Original</h2>',
                f"<pre>{marked_text(document.source.original, marks)}</pre></section></main>",
                f"<script>{_file('page.js')}</script></body></html>\n",
            )
        )
    )


def _file(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _facts(document: Document) -> str:
    meta = document.metadata
    facts = [
        ("kind", document.kind),
        ("place", document.place),
        ("code", document.place_code),
        ("publisher", meta.publisher),
        ("source", meta.source),
        ("published", meta.published and f"{meta.published:%Y-%m-%d}"),
        ("text", document.source.encoding),
        ("repairs", str(len(document.source.edits)) if document.source.edits else None),
    ]
    return (
        "<dl>"
        + "".join(f"<div><dt>{name}</dt><dd>{escape(value)}</dd></div>" for name, value in facts if value)
        + "</dl>"
    )


def _legend(marks: Sequence[Mark]) -> str:
    counts = Counter(mark.kind for mark in marks)
    items = (
        f'<li><span class="{kind}">{name}</span> {counts[kind]}</li>' for kind, name in LEGEND.items() if counts[kind]
    )
    return f'<ul class="legend" aria-label="Legend">{"".join(items)}</ul>'


def _button(mark: Mark, shown: str) -> str:
    return f'<button type="button" class="{mark.kind}" data-m="{mark.number}" title="{escape(mark.label)}">{escape(shown)}</button>'


def _read(document: Document, marks: Sequence[Mark]) -> Iterator[str]:
    if isinstance(document, Chronicle | Roundup):
        yield from _timeline(document.entries, marks)
        yield from _entries(document, marks)
    if isinstance(document, WorkReport):
        yield from (f"<p>read by {_button(mark, mark.label)}</p>" for mark in marks if mark.kind == "person")
        yield from _indicators(document, marks)
        yield from _outline(document, marks)
    if not isinstance(document, Chronicle | Roundup | WorkReport):
        values = iter(mark for mark in marks if mark.kind == "value")
        for table in own(document, Document):
            yield from _own(table, values)
    issues = [mark for mark in marks if mark.kind == "issue"]
    if issues:
        yield '<h2>Issues</h2><ul class="issues">'
        yield from (f"<li>{_button(mark, mark.label)}</li>" for mark in issues)
        yield "</ul>"


def _timeline(entries: Sequence[Entry], marks: Sequence[Mark]) -> Iterator[str]:
    dates = {mark.owner: mark for mark in marks if mark.kind == "date"}
    known: list[tuple[int, dt.date]] = []
    for number, entry in enumerate(entries):
        first = entry.when.start.earliest() if entry.when else None
        if first and number in dates:
            known.append((number, first))
    if len({first for _, first in known}) < 2:
        return
    begin, end = min(first for _, first in known), max(first for _, first in known)
    yield f'<h2>Timeline</h2><div class="timeline"><span>{begin}</span><span>{end}</span>'
    for number, first in known:
        at = 100 * (first - begin).days / (end - begin).days
        mark, label = dates[number], f"{first} {entries[number].text[:30]}"
        yield f'<button type="button" style="left:{at:.2f}%" data-m="{mark.number}" aria-label="{escape(label)}" title="{escape(label)}"></button>'
    yield "</div>"


def _entries(document: Chronicle | Roundup, marks: Sequence[Mark]) -> Iterator[str]:
    period = f" · {document.period.edtf}" if document.period else ""
    yield f"<h2>{len(document.entries)} entries{escape(period)}</h2>"
    headings = (
        [section for section in document.sections for _ in section.entries] if isinstance(document, Roundup) else []
    )
    own: dict[int | None, list[Mark]] = {}
    for mark in marks:
        own.setdefault(mark.owner, []).append(mark)
    shown = None
    for number, entry in enumerate(document.entries):
        section = headings[number] if headings else None
        if section is not None and section is not shown and (section.heading or section.headline):
            headline = f" <small>{escape(section.headline)}</small>" if section.headline else ""
            yield f"<h3>{escape(section.heading)}{headline}</h3>"
        shown = section
        values = own.get(number, [])
        date = next((_button(mark, mark.label) for mark in values if mark.kind == "date"), "<i>no date</i>")
        activity = f" <small>{entry.activity.value}</small>" if entry.activity else ""
        yield f"<article><p>{date}{activity}</p><p>{escape(entry.text)}</p><p>"
        yield " ".join(_button(mark, mark.label) for mark in values if mark.kind != "date")
        yield "</p></article>"


def _own(table: OwnTable, marks: Iterator[Mark]) -> Iterator[str]:
    """A field of an installed format; the first cell of a row leads to its words. The marks come in the order of the rows."""
    yield f"<h2>{escape(table.name)}</h2><table><thead><tr>"
    yield "".join(f'<th scope="col">{escape(name)}</th>' for name in table.columns)
    yield "</tr></thead><tbody>"
    for row in table.rows:
        first = escape(row.cells[0]) if row.span is None else _button(next(marks), row.cells[0])
        yield f"<tr><td>{first}</td>{''.join(f'<td>{escape(cell)}</td>' for cell in row.cells[1:])}</tr>"
    yield "</tbody></table>"


def _outline(report: WorkReport, marks: Sequence[Mark]) -> Iterator[str]:
    yield f"<h2>Outline · delivered in {report.year or 'an unknown year'}</h2><ul class='outline'>"
    for section, mark in zip(report.outline(), (mark for mark in marks if mark.kind == "heading"), strict=True):
        yield f'<li style="margin-left:{1.4 * (min(section.level, 8) - 1):.1f}em">{_button(mark, mark.label)}</li>'
    yield "</ul>"


def _indicators(report: WorkReport, marks: Sequence[Mark]) -> Iterator[str]:
    yield f'<h2>{len(report.targets)} targets, {len(report.results)} results</h2><table class="indicators"><thead><tr>'
    yield "".join(f'<th scope="col">{name}</th>' for name in ("kind", "year", "indicator", "amount", "change", "rank"))
    yield "</tr></thead><tbody>"
    for indicator, mark in zip(
        report.indicators, marks, strict=False
    ):  # the marks of a report begin with its indicators
        amounts: tuple[Quantity | Change | Rank | None, ...] = (indicator.quantity, indicator.change, indicator.rank)
        cells = "".join(f"<td>{escape(amount.written) if amount else ''}</td>" for amount in amounts)
        name = _button(mark, called(indicator))
        yield f'<tr class="{indicator.kind}"><td>{indicator.kind}</td><td>{indicator.year or ""}</td><td>{name}</td>{cells}</tr>'
    yield "</tbody></table>"
