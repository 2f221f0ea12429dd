"""A text is walked twice where its names explain each other; the second time only where they stand."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from chronicle_parse.fields.people import finder

NAMES = st.text("鲁春来到王芳", min_size=2, max_size=4)


@given(st.text("鲁春来到王芳,\n", max_size=40), st.frozensets(NAMES, min_size=1, max_size=6))
def test_names_are_looked_up_where_an_alternation_finds_them(text: str, names: frozenset[str]) -> None:
    longest_first = "|".join(sorted(names, key=lambda name: (-len(name), name)))
    expected = [found.span() for found in regex.finditer(longest_first, text)]
    assert list(finder._occurrences(text, names)) == expected


def test_the_second_pass_walks_only_lines_with_known_names(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = "王府大街改造工程完工,张灯结彩,周边道路恢复通行。\n" * 50
    text = plain + "副县长鲁春来到现场。\n会后,副县长鲁春来、县长何平致辞。\n" + plain
    walked: list[int] = []
    read = finder._Walk._read

    def counted(self: finder._Walk, start: int) -> object:
        walked.append(start)
        return read(self, start)

    monkeypatch.setattr(finder._Walk, "_read", counted)
    found = finder.scan(text)
    assert [person.name for person in found] == ["鲁春来", "鲁春来", "何平"]
    places = [start for start in walked if start < len(plain)]
    assert places, "the plain lines hold places where a name may begin"
    assert len(places) == len(set(places)), "walked once"
    assert walked.count(text.index("鲁春")) == 2, "the line with a known name is walked again"
