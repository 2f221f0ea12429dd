"""The way back: every clean character has its place in the original, and the record rebuilds the text."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle_parse import CleanText, Edit, Span, clean
from chronicle_parse.text import fold
from chronicle_parse.text.offsets import Change, Draft

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
PIECES = (
    "區(qū)", "聯(lián)", "發(fā)", "?,F(xiàn)", "?yàn)榻虒W(xué)", "３月", "5 日", " ", "\u3000", "\u200b", "\r\n", "\n", "&amp;", "&nbsp;", "著", "9。5%",
    "，", "工作", "（", ")", "⻄", "\ufffd", "Æ·ÅÆ", "\ud800", "<p>", "</div>", "?", "a", "日", "通 过",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map("".join)


def check(page: CleanText) -> None:
    assert CleanText.from_edits(page.original, page.edits, page.encoding, page.warnings) == page
    assert pickle.loads(pickle.dumps(page)) == page
    last = 0
    for at in range(len(page.text)):
        span = page.span_at(at, at + 1)
        assert last <= span.stop and span.start < span.stop <= len(page.original)
        last = span.start
    at = 0
    for edit in page.edits:
        assert at <= edit.span.start <= edit.span.stop
        assert page.original[edit.span.start : edit.span.stop] == edit.before != edit.after
        at = edit.span.stop


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_the_seeds_lead_back(path: Path) -> None:
    page = clean(path)
    check(page)
    again = clean(page.text)
    assert again.text == page.text


@settings(max_examples=50, deadline=None)
@given(text=texts)
def test_any_text_leads_back(text: str) -> None:
    check(clean(f"{text}\n"))
    check(fold(text))


def test_markup_behind_a_text_changes_nothing_before_it() -> None:
    page = clean("区委召开全会<p><p><p><p><p><p>\n")
    assert page.text == "区委召开全会"
    check(page)


def test_a_stripped_character_covers_its_reading() -> None:
    page = fold("羅湖區(qū)委")
    assert page.text == "罗湖区委"
    assert page.span_at(2, 3) == Span(2, 7)
    assert page.span_at(1, 4) == Span(1, 8)
    assert page.span_at(3, 3) == Span(7, 7)


def test_edits_speak_of_the_original_whatever_came_before() -> None:
    page = clean("\u200b２月,我區(qū)聯(lián)合發(fā)布66 個")
    assert page.text == "2月,我区联合发布66个"
    assert [(edit.span.start, edit.before, edit.after, edit.reason) for edit in page.edits] == [
        (0, "\u200b", "", "invisible"),
        (1, "２", "2", "width"),
        (5, "區(qū)", "区", "pinyin"),
        (10, "聯(lián)", "联", "pinyin"),
        (18, "發(fā)", "发", "pinyin"),
        (26, " ", "", "gap"),
        (27, "個", "个", "script"),
    ]


def test_edits_that_do_not_fit_are_refused() -> None:
    for edits in ([Edit(Span(0, 1), "b", "c", "x")], [Edit(Span(2, 3), "", "c", "x")]):
        with pytest.raises(ValueError, match="does not fit"):
            CleanText.from_edits("ab", edits)


@settings(max_examples=50, deadline=None)
@given(
    text=st.text("ab", min_size=1, max_size=12),
    seeds=st.lists(
        st.lists(st.tuples(st.integers(0, 12), st.integers(1, 3), st.text("cd", max_size=2)), max_size=4), max_size=3
    ),
)
def test_stages_compose(text: str, seeds: list[list[tuple[int, int, str]]]) -> None:
    draft = Draft(text, text)
    for stage in seeds:
        changes, at, expected = [], 0, ""
        for start, length, after in sorted(stage):
            if at <= start < len(draft.text):
                stop = min(start + length, len(draft.text))
                changes.append(Change(start, stop, after, "x"))
                expected += draft.text[at:start] + after
                at = stop
        expected += draft.text[at:]
        draft.apply(changes)
        assert draft.text == expected
    page = draft.finish("str")
    rebuilt, at = "", 0
    for edit in page.edits:
        rebuilt += text[at : edit.span.start] + edit.after
        at = edit.span.stop
    assert rebuilt + text[at:] == page.text
