"""The round trip: what is drawn as a page is read back as what was drawn."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import chronicle_parse as cp
from chronicle_parse.strategies import DrawnChronicle, DrawnEntry, chronicles
from chronicle_parse.strategies.chronicles import LAYOUTS


def read_back(entry: cp.Entry) -> DrawnEntry:
    return DrawnEntry(
        entry.when.edtf if entry.when else None,
        entry.text,
        tuple((person.title, person.name) for person in entry.people),
        tuple(quantity.written for quantity in entry.quantities),
        tuple(work.title for work in entry.works),
    )


@pytest.mark.parametrize("layout", LAYOUTS)
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_a_drawn_chronicle_is_read_back(layout: str, data: st.DataObject) -> None:
    drawn = data.draw(chronicles(st.just(layout), scripts=["simplified", "traditional"]))
    document = cp.parse(drawn.text, kind="chronicle")
    assert isinstance(document, cp.Chronicle)
    assert tuple(map(read_back, document.entries)) == drawn.entries


@given(chronicles(scripts=["garbled"]))
@settings(max_examples=40, deadline=None)
def test_a_garbled_chronicle_is_read_back_or_flagged(drawn: DrawnChronicle) -> None:
    document = cp.parse(drawn.text, kind="chronicle")
    assert isinstance(document, cp.Chronicle)
    found = tuple(map(read_back, document.entries))
    flagged = document.source.warnings or any(edit.uncertain for edit in document.source.edits)
    assert found == drawn.entries or flagged
