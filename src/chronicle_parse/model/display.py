"""How values show themselves in a notebook: small tables, every character of the text escaped.

The classes call these functions from their `_repr_html_`, so nothing is imported here but the standard library.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chronicle_parse.model.documents import Document, Entry, Roundup, WorkReport
    from chronicle_parse.model.own import OwnTable
    from chronicle_parse.model.values import Change, Indicator, Person, Quantity, When

ROWS = 20
"""So many rows a table shows; the caption says how many there are."""
CHARACTERS = 80
"""So many characters of a text a cell shows."""
SIGNS = {"about": "≈ ", "at-least": "≥ ", "at-most": "≤ ", "more-than": "> ", "less-than": "< "}
"""What stands before an amount, by its bound."""
ARROWS = {"up": "↑", "down": "↓", "flat": "→"}
"""What stands before the amount of a change, by its direction."""
TOGETHER = 12
"""A cell of so many characters is not broken: dates, kinds, amounts."""
MOST_DIGITS = 100
"""A larger or smaller number is shown with an exponent."""


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], caption: str = "") -> str:
    """A table of texts and numbers; None is an empty cell. Notebooks align tables to the right, so each cell says left.

    >>> table(["name"], [["<王芳>"]])
    '<table>...<td style="text-align:left;white-space:nowrap">&lt;王芳&gt;</td></tr></tbody></table>'
    """
    head = "".join(f'<th style="text-align:left">{escape(column)}</th>' for column in columns)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    above = f'<caption style="text-align:left">{escape(caption)}</caption>' if caption else ""
    return f"<table>{above}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def facts(pairs: Iterable[tuple[str, object]]) -> str:
    """A table of two columns: what is known, by its name; what is None or "" is left out."""
    rows = "".join(
        f'<tr><th style="text-align:left">{escape(name)}</th>{_cell(value)}</tr>'
        for name, value in pairs
        if value not in (None, "")
    )
    return f"<table><tbody>{rows}</tbody></table>"


def document(shown: Document, contents: str = "") -> str:
    """Title, place and publisher of a document, then `contents`, then its issues."""
    meta = shown.metadata
    known = facts(
        [
            ("kind", shown.kind),
            ("place", " ".join(filter(None, (shown.place, shown.place_code)))),
            ("publisher", meta.publisher),
            ("source", meta.source),
            ("published", meta.published and f"{meta.published:%Y-%m-%d}"),
        ]
    )
    issues = [(issue.severity, issue.message, issue.code) for issue in shown.issues]
    doubts = _long(["severity", "message", "code"], issues, "issues") if issues else ""
    return f"<div><strong>{escape(shown.title or shown.kind)}</strong>{known}{contents}{doubts}</div>"


def own_tables(shown: Iterable[OwnTable]) -> str:
    """What an installed format adds to a document, a table a field."""
    return "".join(_long(part.columns, [row.cells for row in part.rows], part.name) for part in shown)


def entries(shown: Sequence[Entry], period: When | None) -> str:
    """The entries of a chronicle, one a row."""
    rows = [
        (_date(entry.when), _short(entry.text), _people(entry.people), _written(entry.quantities)) for entry in shown
    ]
    return _long(["date", "text", "people", "quantities"], rows, f"entries{f' of {period.edtf}' if period else ''}")


def roundup(shown: Roundup) -> str:
    """The entries of a roundup, one a row, each under its heading."""
    rows = [
        (section.heading, _date(entry.when), _short(entry.text), _people(entry.people))
        for section in shown.sections
        for entry in section.entries
    ]
    period = f" of {shown.period.edtf}" if shown.period else ""
    return _long(["heading", "date", "text", "people"], rows, f"entries{period}")


def report(shown: WorkReport) -> str:
    """The headings of the top level of a work report and its indicators."""
    headings = [(section.marker, section.title) for section in shown.sections]
    rows = [
        (
            each.kind,
            each.year,
            each.verb,
            each.name,
            *_amounts(each.quantity, each.change),
            each.rank and each.rank.written,
        )
        for each in shown.indicators
    ]
    known = facts([("delivered in", shown.year), ("read by", shown.speaker and _people([shown.speaker]))])
    outline = _long(["", "heading"], headings, "headings of the top level")
    columns = ["kind", "year", "verb", "indicator", "amount", "change", "rank"]
    return known + outline + _long(columns, rows, "indicators")


def entry(shown: Entry) -> str:
    """All of one entry."""
    return facts(
        [
            ("date", shown.when and shown.when.edtf),
            ("heading", shown.heading),
            ("activity", shown.activity and shown.activity.value),
            ("text", shown.text),
            ("people", _people(shown.people)),
            ("quantities", _written(shown.quantities)),
            ("works", "、".join(work.title for work in shown.works)),
            ("organisations", "、".join(body.name for body in shown.organisations)),
        ]
    )


def indicator(shown: Indicator) -> str:
    """All of one indicator, amounts as they are written and as they were read."""
    return facts(
        [
            ("indicator", shown.name),
            ("verb", shown.verb),
            ("kind", shown.kind),
            ("year", shown.year),
            ("amount", shown.quantity and f"{shown.quantity.written} = {_read(shown.quantity)}"),
            (
                "change",
                shown.change and f"{shown.change.written} = {shown.change.direction} {_read(shown.change.quantity)}",
            ),
            ("basis", shown.change and shown.change.basis),
            ("previous", shown.previous and shown.previous.written),
            ("rank", shown.rank and shown.rank.written),
            ("written", shown.written),
        ]
    )


def person(shown: Person) -> str:
    """A name with its title."""
    return facts([("name", shown.name), ("title", shown.title)])


def amount(shown: Quantity) -> str:
    """The value of a quantity in digits, with both ends of a range."""
    return "–".join(digits(end) for end in (shown.value, shown.high) if end is not None)


def called(shown: Indicator) -> str:
    """Verb and name of an indicator; once where one word is both, as in 投入1.5亿元."""
    return shown.name if shown.verb == shown.name else shown.verb + shown.name


def measured(shown: Quantity) -> str:
    """A quantity as it was read: bound, value and unit, such as "> 1,000,000,000 元"."""
    return f"{SIGNS.get(shown.bound.value, '')}{amount(shown)} {shown.unit}"


def movement(shown: Change) -> str:
    """A change as it was read, such as "↑ 8.0 %"."""
    return f"{ARROWS[shown.direction]} {measured(shown.quantity)}"


def digits(value: Decimal) -> str:
    """A decimal in digits; with an exponent where it would take hundreds, lest a made-up document fills the memory.

    >>> digits(Decimal("1.20E+4")), digits(Decimal("1E+999999999"))
    ('12,000', '1E+999999999')
    """
    return f"{value:,f}" if abs(value.adjusted()) < MOST_DIGITS else str(value)


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    together = ";white-space:nowrap" if len(text) <= TOGETHER else ""
    return f'<td style="text-align:left{together}">{escape(text)}</td>'


def _long(columns: Sequence[str], rows: Sequence[Sequence[object]], what: str) -> str:
    first = f", the first {ROWS}" if len(rows) > ROWS else ""
    return table(columns, rows[:ROWS], f"{len(rows)} {what}{first}")


def _short(text: str) -> str:
    line = " ".join(text.split("\n"))
    return line if len(line) <= CHARACTERS else line[:CHARACTERS] + "…"


def _date(when: When | None) -> str | None:
    return when.edtf if when else None


def _people(people: Iterable[Person]) -> str:
    return "、".join(f"{each.name} ({each.title})" if each.title else each.name for each in people)


def _written(quantities: Iterable[Quantity]) -> str:
    return "、".join(each.written for each in quantities)


def _amounts(quantity: Quantity | None, change: Change | None) -> tuple[str | None, str | None]:
    return quantity.written if quantity else None, change.written if change else None


def _read(quantity: Quantity) -> str:
    return f"{amount(quantity)} {quantity.unit} ({quantity.bound.value})"
