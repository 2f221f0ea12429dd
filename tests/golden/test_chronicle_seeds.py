"""Seeds 000 and 002, two damaged chronicles, against values that were checked by reading the pages field by field."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import chronicle_parse as cp

HERE = Path(__file__).parent
SEEDS = {"000": "000_fd5834fcd1332d82.txt", "002": "002_dbc42bd1f469055b.txt"}
GOLD: dict[str, dict[str, Any]] = {
    name: json.loads((HERE / f"seed_{name}.json").read_text(encoding="utf-8")) for name in SEEDS
}


@cache
def document(name: str, year: int | None = None) -> cp.Chronicle:
    """The seed, its kind detected."""
    parsed = cp.parse((HERE.parent.parent / "seeds" / SEEDS[name]).read_text(encoding="utf-8"), year=year)
    assert isinstance(parsed, cp.Chronicle)
    return parsed


def read(name: str) -> cp.Chronicle:
    return document(name, GOLD[name]["known"].get("year"))


@pytest.mark.parametrize("name", SEEDS)
def test_no_entry_is_lost_merged_or_moved(name: str) -> None:
    found = [(entry.text[:10], entry.text[-8:]) for entry in read(name).entries]
    assert found == [(entry["begins"], entry["ends"]) for entry in GOLD[name]["entries"]]


@pytest.mark.parametrize("name", SEEDS)
def test_dates(name: str) -> None:
    found = [(entry.when.edtf, entry.when.precision) if entry.when else None for entry in read(name).entries]
    assert found == [(entry["when"], entry["precision"]) for entry in GOLD[name]["entries"]]
    assert all(entry.when and entry.when.inherited == {"year"} for entry in read(name).entries)


@pytest.mark.parametrize("name", SEEDS)
def test_people_with_their_titles(name: str) -> None:
    found = [[[person.title, person.name] for person in entry.people] for entry in read(name).entries]
    assert found == [entry["people"] for entry in GOLD[name]["entries"]]


@pytest.mark.parametrize("name", SEEDS)
def test_quantities_and_works(name: str) -> None:
    found = [([q.written for q in entry.quantities], [w.title for w in entry.works]) for entry in read(name).entries]
    assert found == [(entry["quantities"], entry["works"]) for entry in GOLD[name]["entries"]]


@pytest.mark.parametrize("name", SEEDS)
def test_title_and_period(name: str) -> None:
    doc = read(name)
    assert (doc.title, doc.period and doc.period.edtf) == (GOLD[name]["title"], GOLD[name]["period"])


@pytest.mark.parametrize("name", SEEDS)
def test_spans_hold_the_original_words(name: str) -> None:
    doc = read(name)
    for entry in doc.entries:
        original = doc.original(entry)
        assert original.startswith(("12月", "4月")) and original == original.strip()
        assert cp.clean(original).text.endswith(entry.text[-4:])
    assert "".join(doc.original(line.span) for line in doc.lines) == doc.source.original


def test_without_a_year_none_is_made_up() -> None:
    doc = document("000")
    dates = [entry.when.edtf for entry in doc.entries if entry.when]
    assert dates[:6] == ["XXXX-12", "XXXX-12", "XXXX-12", "XXXX-12", "XXXX-12-01/XXXX-12-02", "XXXX-12-03"]
    (issue,) = [issue for issue in doc.issues if issue.code == "date.year-unknown"]
    assert "2021年" in issue.message and "2022年" in issue.message


def test_what_the_page_says_about_itself() -> None:
    metadata = document("002").metadata
    assert (metadata.publisher, metadata.source) == (GOLD["002"]["publisher"], GOLD["002"]["source"])
    assert metadata.published is not None and metadata.published.date().isoformat() == GOLD["002"]["published"]


def test_navigation_is_chrome() -> None:
    doc = document("002")
    text = doc.source.original
    after = text.index("知識圖譜")
    assert {line.role for line in doc.lines if line.span.start >= after} <= {"chrome", "blank"}
    assert [line.role for line in doc.lines if "掃一掃" in doc.original(line.span)] == ["chrome"]
