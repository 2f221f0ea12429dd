"""Works: what is named in 《…》, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle_parse.fields.works import find_works
from chronicle_parse.model import Span


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("《青河日报》创刊。", ["青河日报"]),
        ("印发《关于修改〈养犬条例〉的决定》。", ["关于修改〈养犬条例〉的决定"]),
        ("印发《关于修改《养犬条例》的决定》。", ["关于修改《养犬条例》的决定"]),
        ("《甲》《乙》、《丙》", ["甲", "乙", "丙"]),
        ("《甲《乙》", ["乙"]),
        ("没有书名", []),
        ("《没有结束\n下一行》", []),
        ("《》", []),
        ("《 》", []),
        ("《" + "长" * 200 + "》", []),
        ("》《", []),
    ],
)
def test_titles(text: str, titles: list[str]) -> None:
    assert [work.title for work in find_works(text)] == titles


def test_span_takes_in_the_marks() -> None:
    (work,) = find_works("见《条例》。")
    assert work.span == Span(1, 5)


@given(st.text(alphabet="《》〈〉甲乙\n", max_size=40))
def test_works_never_overlap_and_hold_no_line_end(text: str) -> None:
    end = 0
    for work in find_works(text):
        assert end <= work.span.start < work.span.stop
        assert "\n" not in work.title
        end = work.span.stop
