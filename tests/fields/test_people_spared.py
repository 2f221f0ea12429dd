"""What is spared when names are weighed changes no result."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import regex
from hypothesis import given
from hypothesis import strategies as st

from chronicle_parse.fields.people import names, scan
from chronicle_parse.fields.people.contexts import beginnings
from chronicle_parse.fields.people.names import Weigher

MARKED = (Path(__file__).parent / "people_sentences.txt").read_text(encoding="utf-8")
PLAIN = [regex.sub(r"\[([^|\]]*)\|([^\]]*)\]", r"\1\2", line) for line in MARKED.splitlines() if line[:1] != "#"]
PIECES = sorted({piece for line in PLAIN for piece in regex.split(r"(?<=[，,。])", line) if piece})
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join)
SOUP = st.text("王李柏振宇和平安到任副市长书记主持会议,、。5月同志的", min_size=3, max_size=14)


@contextmanager
def every_reading() -> Iterator[None]:
    """Readings that cost much are weighed as well."""
    with patch.object(names, "FAR", 1e9), patch.object(names, "_HOPELESS", 1e9):
        yield


@given(TEXTS | SOUP)
def test_short_names_are_those_that_are_found_without_the_table(text: str) -> None:
    weigher = Weigher(text)
    starts = [at for at, character in enumerate(text) if character in beginnings()]
    assert [weigher._likely(at) for at in starts] == [weigher._likely_of_any_size(at) for at in starts]


@given(TEXTS)
def test_readings_that_are_left_out_name_nobody(text: str) -> None:
    with every_reading():
        expected = scan(text)
    assert scan(text) == expected


def test_hopeless_readings_are_left_out() -> None:
    text = "市长柏振宇主持会议并讲话"
    kept, plain = Weigher(text).readings(2, loose=True, barrier=5.0)
    with every_reading():
        found, _ = Weigher(text).readings(2, loose=True, barrier=5.0)
    assert text[kept[0].start : kept[0].stop] == "柏振宇"
    assert kept == found[: len(kept)]
    assert len(kept) < len(found)
    assert kept[0].cost < plain
