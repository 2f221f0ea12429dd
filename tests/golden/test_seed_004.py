"""Seed 004, a roundup of eleven districts, against values that were checked by reading the page field by field."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import chronicle_parse as cp

HERE = Path(__file__).parent
SEED = HERE.parent.parent / "seeds" / "004_ecabd4e7b0fc3cd3.txt"
GOLD = json.loads((HERE / "seed_004.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def document() -> cp.Roundup:
    """The seed, its kind detected."""
    parsed = cp.parse(SEED.read_text(encoding="utf-8"))
    assert isinstance(parsed, cp.Roundup)
    return parsed


def test_title_period_and_day_of_publication(document: cp.Roundup) -> None:
    assert document.title.replace(" ", "") == GOLD["title"].replace(" ", "")
    assert document.period is not None
    assert document.period.edtf == GOLD["period"]
    assert str(document.metadata.published) == GOLD["published"]


def test_the_districts_with_their_headlines(document: cp.Roundup) -> None:
    found = [(section.heading, section.headline) for section in document.sections]
    assert found == [(section["heading"], section["headline"]) for section in GOLD["sections"]]


@pytest.mark.parametrize(
    "number", range(len(GOLD["sections"])), ids=[section["heading"] for section in GOLD["sections"]]
)
def test_the_items_of_a_district(document: cp.Roundup, number: int) -> None:
    found = [
        {
            "when": entry.when.edtf if entry.when else None,
            "begins": entry.text[:10],
            "ends": entry.text[-8:],
            "activity": entry.activity.value if entry.activity else None,
            "people": [[person.title, person.name] for person in entry.people],
        }
        for entry in document.sections[number].entries
    ]
    assert found == GOLD["sections"][number]["entries"]


def test_editors_and_what_follows_them_are_chrome(document: cp.Roundup) -> None:
    names = {person.name for entry in document.entries for person in entry.people}
    assert not names & {"王雯", "匡彧", "党毅浩", "张雪松"}
    text = document.source.original
    after = text.index("编辑 王雯")
    roles = {line.role for line in document.lines if line.span.start >= after}
    assert roles <= {"chrome", "metadata", "blank"}
