"""The round trip: what is drawn as a page is read back as what was drawn."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import chronicle_parse as cp
from chronicle_parse.strategies import (
    DrawnChronicle,
    DrawnEntry,
    DrawnHeading,
    DrawnIndicator,
    DrawnReport,
    DrawnRoundup,
    DrawnSection,
    chronicles,
    roundups,
    work_reports,
)
from chronicle_parse.strategies.chronicles import LAYOUTS as CHRONICLES
from chronicle_parse.strategies.pages import SCRIPTS, Script, is_garbled
from chronicle_parse.strategies.roundups import LAYOUTS as ROUNDUPS
from chronicle_parse.strategies.work_reports import BELOW_MARKS, SUBS, TOPS

Drawn = DrawnChronicle | DrawnReport | DrawnRoundup


def read_back(text: str, drawn: Drawn) -> tuple[cp.Document, Drawn]:
    """The page as a document, and what is found in it in the form in which it was drawn."""
    match drawn:
        case DrawnChronicle():
            document = cp.parse(text, kind="chronicle")
            assert isinstance(document, cp.Chronicle)
            return document, DrawnChronicle(text, tuple(map(DrawnEntry.read, document.entries)))
        case DrawnRoundup():
            document = cp.parse(text, kind="roundup")
            assert isinstance(document, cp.Roundup)
            period = document.period.edtf if document.period else ""
            return document, DrawnRoundup(text, period, tuple(map(DrawnSection.read, document.sections)))
        case DrawnReport():
            document = cp.parse(text, kind="work_report")
            assert isinstance(document, cp.WorkReport)
            speaker = document.speaker.name if document.speaker else ""
            outline = tuple(map(DrawnHeading.read, document.outline()))
            indicators = tuple(map(DrawnIndicator.read, document.indicators))
            return document, DrawnReport(text, document.year or 0, speaker, outline, indicators)


def check(drawn: Drawn) -> None:
    """The page is read back; one that lost characters may say so instead."""
    document, found = read_back(drawn.text, drawn)
    flagged = document.source.warnings or any(edit.uncertain for edit in document.source.edits)
    assert found == drawn or (is_garbled(drawn.text) and flagged)


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("layout", CHRONICLES)
@given(data=st.data())
@settings(max_examples=4, deadline=None)
def test_a_drawn_chronicle_is_read_back(layout: str, script: Script, data: st.DataObject) -> None:
    check(data.draw(chronicles(st.just(layout), scripts=[script])))


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("layout", ROUNDUPS)
@given(data=st.data())
@settings(max_examples=4, deadline=None)
def test_a_drawn_roundup_is_read_back(layout: str, script: Script, data: st.DataObject) -> None:
    check(data.draw(roundups(st.just(layout), scripts=[script])))


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("sub", SUBS)
@given(data=st.data())
@settings(max_examples=4, deadline=None)
def test_a_drawn_work_report_is_read_back(sub: str, script: Script, data: st.DataObject) -> None:
    tops = [top for top in TOPS if top != "unmarked" or sub not in BELOW_MARKS]
    check(data.draw(work_reports(tops, [sub], scripts=[script])))


@given(st.one_of(chronicles(), roundups(), work_reports()))
@settings(max_examples=30, deadline=None)
def test_the_kind_of_a_drawn_page_is_detected(drawn: Drawn) -> None:
    kinds = {DrawnChronicle: "chronicle", DrawnRoundup: "roundup", DrawnReport: "work_report"}
    assert cp.parse(drawn.text).kind == kinds[type(drawn)]


@given(chronicles(min_size=2, chrome=False, scripts=["simplified"]))
@settings(max_examples=15, deadline=None)
def test_a_page_that_lost_an_entry_is_not_read_back(drawn: DrawnChronicle) -> None:
    last = drawn.entries[-1].text
    _, found = read_back(drawn.text.replace(last, ""), drawn)
    assert found != drawn
    assert isinstance(found, DrawnChronicle)
    assert drawn.entries[-1] not in found.entries
