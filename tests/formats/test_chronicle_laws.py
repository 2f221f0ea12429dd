"""Laws of chronicles: what is rendered is read back, two of them in one file give the entries of both, cost grows linearly."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import chronicle_parse as cp
from chronicle_parse.formats import Known, open_page
from chronicle_parse.formats.chronicle import FORMAT
from chronicle_parse.strategies import DrawnChronicle, chronicles
from chronicle_parse.strategies.chronicles import LAYOUTS

PLAIN = chronicles(chrome=False, scripts=["simplified"])


def entries(text: str) -> list[tuple[str | None, str]]:
    doc = cp.parse(text, kind="chronicle")
    assert isinstance(doc, cp.Chronicle)
    return [(entry.when.edtf if entry.when else None, entry.text) for entry in doc.entries]


def dated(drawn: DrawnChronicle) -> list[tuple[str | None, str]]:
    return [(entry.date, entry.text) for entry in drawn.entries]


@pytest.mark.parametrize("layout", LAYOUTS)
@given(data=st.data())
@settings(max_examples=12, deadline=None)
def test_a_rendered_chronicle_is_read_back(layout: str, data: st.DataObject) -> None:
    drawn = data.draw(chronicles(st.just(layout), scripts=["simplified"]))
    assert entries(drawn.text) == dated(drawn)


@given(PLAIN, PLAIN)
@settings(max_examples=40, deadline=None)
def test_two_chronicles_in_one_file_give_the_entries_of_both(first: DrawnChronicle, second: DrawnChronicle) -> None:
    assert entries(first.text + second.text) == [*dated(first), *dated(second)]


@given(chronicles(min_size=4))
@settings(max_examples=30, deadline=None)
def test_a_chronicle_is_detected(drawn: DrawnChronicle) -> None:
    assert cp.detect(drawn.text)[0].name == "chronicle"


@given(st.text("0123456789年月日、,。;△◆【】()“”同是春一二三至- \n区委召开大事记", max_size=120))
@settings(max_examples=150, deadline=None)
def test_entries_lie_in_order_and_apart_and_lines_tile(text: str) -> None:
    doc = cp.parse(text, kind="chronicle")
    assert isinstance(doc, cp.Chronicle)
    at = 0
    for entry in doc.entries:
        assert at <= entry.span.start < entry.span.stop <= len(text)
        assert entry.text.strip() == entry.text != ""
        at = entry.span.stop
    assert "".join(text[line.span.start : line.span.stop] for line in doc.lines) == text


@pytest.mark.parametrize(
    "part",
    [
        "3月5日,甲会召开。\n",
        "3月5日,甲会召开。",
        "12月1日,甲。\n1月1日,乙。\n",
        "3月\n",
        "。同日,“",
        "△甲。\n",
        "1、甲;\n",
        "(3月5日)\n",
        "3月5日至",
    ],
)
def test_cost_grows_with_the_length_alone(part: str, growth: Callable[..., float]) -> None:
    def read(times: int) -> None:
        FORMAT.score(open_page(cp.clean(part * times), Known()))
        cp.parse(part * times, kind="chronicle")

    assert growth(read, 400, 3200) < 32
