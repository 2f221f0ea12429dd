"""The laws that hold for every text, whatever it says."""

import string
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import chronicle_parse as cp
from chronicle_parse.export import from_json, to_json
from chronicle_parse.text import fold as fold_short

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
KINDS = ("chronicle", "work_report", "roundup")

PIECES = (
    "12月3日,", "2021年", "3月", "同日", "△", "● ", "一、", "(一)", "1.", "一是", "区委书记刘胜", "副市长王国宾", "、", ",", "。", ";", "\n", "\n\n",
    "增长8.0%", "120亿元", "新增学位5010个", "地区生产总值", "《小康》", "《", "(", ")", "区(qū)", "?,F(xiàn)", "來源:", "发布时间:2020-06-10", "2月30日",
    "全市第一", "调研", " ", "\u3000", "，", "\ufffd", "政府工作报告", "大事记", "一周动态(5月27日-6月2日)", "罗湖区", "[详细]", "——",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=25).map("".join)


def spans_of(document: cp.Document) -> list[tuple[cp.Span, str | None]]:
    """Every span in a document, with the clean words it should hold where they are known."""
    found: list[tuple[cp.Span, str | None]] = [(issue.span, None) for issue in document.issues]
    if isinstance(document, cp.Chronicle | cp.Roundup):
        for entry in document.entries:
            found.append((entry.span, None))
            if entry.when:
                found.append((entry.when.span, None))
            found += [(person.span, person.name) for person in entry.people]
            found += [(person.title_span, person.title) for person in entry.people if person.title_span]
            found += [(quantity.span, quantity.written) for quantity in entry.quantities]
            found += [(work.span, work.title) for work in entry.works]
            found += [(body.span, body.name) for body in entry.organisations]
    if isinstance(document, cp.WorkReport):
        found += [(section.span, section.title) for section in document.outline()]
        found += [(indicator.span, indicator.written) for indicator in document.indicators]
    return found


def check_laws(document: cp.Document, text: str) -> None:
    tiles = [line.span for line in document.lines]
    assert "".join(text[span.start : span.stop] for span in tiles) == text
    assert all(a.stop == b.start for a, b in pairwise(tiles))
    assert not text or (tiles[0].start, tiles[-1].stop) == (0, len(text))
    for span, _ in spans_of(document):
        assert 0 <= span.start <= span.stop <= len(text)
    assert from_json(to_json(document)) == document


@settings(max_examples=60, deadline=None)
@given(text=texts, kind=st.sampled_from(KINDS), year=st.none() | st.integers(1900, 2100))
def test_any_text_is_parsed_tiled_and_written(text: str, kind: str, year: int | None) -> None:
    check_laws(cp.parse(text, kind=kind, year=year), text)


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=200) | st.text(alphabet=string.printable, max_size=200))
def test_arbitrary_characters_are_parsed(text: str) -> None:
    for kind in KINDS:
        check_laws(cp.parse(f"\n{text}", kind=kind), f"\n{text}")


@settings(max_examples=60, deadline=None)
@given(text=texts)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = cp.clean(f"{text}\n").text
    assert cp.clean(once).text == once


@settings(max_examples=60, deadline=None)
@given(text=texts)
def test_finders_take_any_text_and_keep_their_order(text: str) -> None:
    for find in (
        cp.find_dates, cp.find_numbers, cp.find_quantities, cp.find_changes, cp.find_ranks, cp.find_people, cp.find_works,
        cp.find_organisations, cp.find_indicators,
    ):  # fmt: skip
        starts = [found.span.start for found in find(text)]
        assert starts == sorted(starts)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_the_laws_hold_on_the_seeds(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    document = cp.parse(text)
    check_laws(document, text)
    for span, written in spans_of(document):
        if written is not None:
            assert fold(written) in fold(text[span.start : span.stop]), (written, text[span.start : span.stop])


def fold(text: str) -> str:
    return "".join(fold_short(text).text.split()).strip("“”\"'")


def test_two_chronicles_in_a_row_give_the_entries_of_both() -> None:
    first = "罗湖区大事记-2021年3月\n3月5日,区长王芳到第一小学调研。\n3月9日,区委召开全会。\n"
    second = "罗湖区大事记-2022年4月\n4月1日,区政协举行座谈会。\n"
    both = cp.parse(first + second, kind="chronicle")
    assert isinstance(both, cp.Chronicle)
    assert [entry.when.edtf for entry in both.entries if entry.when] == ["2021-03-05", "2021-03-09", "2022-04-01"]
