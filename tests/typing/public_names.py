"""What a type checker sees behind the public names; nothing runs here: mypy and pyright read it (`make typing`)."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import assert_type

import chronicle_parse as cp
from chronicle_parse import export
from chronicle_parse.compare import Comparison, targets_with_results


def calls(text: str, page: bytes, path: Path) -> None:
    assert_type(cp.parse(text), cp.Document)
    assert_type(cp.parse(page, kind="chronicle", year=2021, month=12), cp.Document)
    assert_type(cp.parse(path, published=dt.date(2022, 1, 4), place="罗湖区", strict=True), cp.Document)
    assert_type(cp.parse_many([text, page, path], workers=2), Iterator[cp.Parsed])
    assert_type(cp.parse_many([("key", text)], on_error="skip"), Iterator[cp.Parsed])
    assert_type(cp.detect(text), tuple[cp.Detection, ...])
    assert_type(cp.clean(page), cp.CleanText)
    assert_type(cp.formats(), tuple[cp.BulletinFormat, ...])


def finders(text: str) -> None:
    assert_type(cp.find_dates(text, year=2021), tuple[cp.When, ...])
    assert_type(cp.find_numbers(text), tuple[cp.Number, ...])
    assert_type(cp.find_quantities(text), tuple[cp.Quantity, ...])
    assert_type(cp.find_changes(text), tuple[cp.Change, ...])
    assert_type(cp.find_ranks(text), tuple[cp.Rank, ...])
    assert_type(cp.find_people(text), tuple[cp.Person, ...])
    assert_type(cp.find_works(text), tuple[cp.Work, ...])
    assert_type(cp.find_organisations(text), tuple[cp.Organisation, ...])
    assert_type(cp.find_indicators(text, year=2022), tuple[cp.Indicator, ...])
    assert_type(cp.parse_number(text), Decimal)
    assert_type(cp.parse_date(text), cp.When)
    assert_type(cp.parse_quantity(text), cp.Quantity)


def documents(document: cp.Document) -> None:
    assert_type(document.kind, str)
    assert_type(document.title, str)
    assert_type(document.lines, tuple[cp.Line, ...])
    assert_type(document.issues, tuple[cp.Issue, ...])
    if isinstance(document, cp.Chronicle):
        assert_type(document.period, cp.When | None)
        assert_type(document.entries, tuple[cp.Entry, ...])
        assert_type(document.original(document.entries[0]), str)
    elif isinstance(document, cp.WorkReport):
        assert_type(document.year, int | None)
        assert_type(document.speaker, cp.Person | None)
        assert_type(document.sections, tuple[cp.Section, ...])
        assert_type(document.outline(), Iterator[cp.Section])
        assert_type(document.targets, tuple[cp.Indicator, ...])
    elif isinstance(document, cp.Roundup):
        assert_type(document.sections, tuple[cp.RoundupSection, ...])
        assert_type(document.entries, tuple[cp.Entry, ...])


def values(entry: cp.Entry, quantity: cp.Quantity, indicator: cp.Indicator, span: cp.Span) -> None:
    assert_type(entry.when, cp.When | None)
    assert_type(entry.people, tuple[cp.Person, ...])
    assert_type(entry.activity, cp.Activity | None)
    assert_type(quantity.value, Decimal)
    assert_type(quantity.high, Decimal | None)
    assert_type(quantity.bound, cp.Bound)
    assert_type(indicator.quantity, cp.Quantity | None)
    assert_type(indicator.change, cp.Change | None)
    assert_type(indicator.year, int | None)
    assert_type(span.start, int)


def exports(document: cp.Document, earlier: cp.WorkReport, later: cp.WorkReport) -> None:
    assert_type(export.to_json(document), str)
    assert_type(export.from_json("{}"), cp.Document)
    assert_type(export.to_csv([document], "people"), str)
    assert_type(export.to_ical(document), str)
    assert_type(export.to_html(document), str)
    assert_type(export.to_markdown(document), str)
    assert_type(targets_with_results(earlier, later), tuple[Comparison, ...])
