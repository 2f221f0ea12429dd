"""Ranks: places with scope and position; ordinals of other things are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle_parse import find_ranks
from chronicle_parse.fields.ranks import scan
from chronicle_parse.lexicon import rows, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("签约率全市第一,", [(1, "全市", "全市第一")]),
        ("荣获“百佳示范县市”第五名", [(5, "", "第五名")]),
        ("总量居全省第二位", [(2, "全省", "全省第二位")]),
        ("完成率100%,全市排名第一。", [(1, "全市", "全市排名第一")]),
        ("位居全市第一", [(1, "全市", "全市第一")]),
        ("线网密度跃居全市第二;", [(2, "全市", "全市第二")]),
        ("实现“六连冠”", [(1, "", "六连冠")]),
        ("(区县级)第一名实现五连冠", [(1, "", "第一名"), (1, "", "五连冠")]),
        ("百强第8名", [(8, "百强", "百强第8名")]),
        ("综合实力排名第14,", [(14, "", "第14")]),
        ("居全国31位", [(31, "全国", "全国31位")]),
        ("进入全国前三", [(None, "全国", "全国前三")]),
        ("跻身全省前10名", [(None, "全省", "全省前10名")]),
        ("走在全省前列", [(None, "全省", "全省前列")]),
        ("居全省首位", [(1, "全省", "全省首位")]),
        ("规模居全国城市首位", [(1, "全国城市", "全国城市首位")]),
        ("列全省9个设区市第三", [(3, "全省9个设区市", "全省9个设区市第三")]),
        ("分别居全省第二、第三位", [(2, "全省", "全省第二"), (3, "全省", "第三位")]),
        ("再创历史新高", [(None, "", "历史新高")]),
        ("知晓度、满意度双第一。", [(1, "", "双第一")]),
        ("增速居全省第五位、全市第一", [(5, "全省", "全省第五位"), (1, "全市", "全市第一")]),
        ("名列前茅", [(None, "", "前茅")]),
        ("進入全國第一方陣", [(None, "全国", "全国第一方阵")]),
    ],
)
def test_ranks(text: str, expected: list[tuple[int | None, str, str]]) -> None:
    assert [(rank.position, rank.scope, rank.written) for rank in find_ranks(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "第八届、第一批、第一次、第一书记、第一期、第一中学",
        "全市第一人民医院、全国第三届成果展",
        "全市第一批试点",
        "前三季度、前10名选手",
        "第一季度、第二产业",
        "第三名嫌疑人落网",
        "首位度提升",
        "两位数增长、10位代表",
        "全球第一大港",
        "目前列入计划",
    ],
)
def test_other_ordinals_are_none(text: str) -> None:
    assert find_ranks(text) == ()


@given(
    st.sampled_from(words("rank_scopes")), st.sampled_from(["居", "位居", "列", ""]), st.integers(1, 200), st.sampled_from(["位", "名", ""])
)  # fmt: skip
def test_a_drawn_rank_reads_back(scope: str, lead: str, position: int, unit: str) -> None:
    text = f"总量{lead}{scope}第{position}{unit}。"
    (rank,) = scan(text)
    assert (rank.position, rank.scope, rank.written) == (position, scope, f"{scope}第{position}{unit}")
    assert text[rank.span.start : rank.span.stop] == rank.written


@settings(max_examples=50)
@given(st.text("第一二三十前列首位名强连冠历史新高全省市居排名双0123456789,。", max_size=40))
def test_spans_are_exact_and_nothing_raises(text: str) -> None:
    for rank in scan(text):
        assert text[rank.span.start : rank.span.stop] == rank.written


def test_some_words_are_a_rank_alone() -> None:
    for row in rows("rank_words"):
        assert (len(find_ranks(f"产量创出{row['word']}")) == 1) == (row["alone"] == "yes"), row["word"]


@pytest.mark.parametrize("table", ["rank_scopes", "rank_leads", "rank_words"])
def test_the_examples_of_the_tables_are_read(table: str) -> None:
    for row in rows(table):
        found = find_ranks(row["example"])
        assert len(found) == 1, row["example"]
        if table == "rank_scopes":
            assert found[0].scope == row["word"]
        if table == "rank_words":
            assert found[0].position == (int(row["position"]) if row["position"] else None)


@pytest.mark.parametrize("unit", ["第", "第1", "全市", "前", "第1名", "9", "连冠"])
def test_hostile_input_is_no_trouble(unit: str) -> None:
    assert scan(unit * 20_000) is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("、第三位", [(3, "", "第三位")]),  # the sign that joins two places, and no place before it
        ("居第二位企业", [(2, "", "第二位")]),  # a lead without a scope
        ("全省第二位企业", [(2, "全省", "全省第二位")]),  # a scope without a lead
        ("第二位企业", []),
        ("居全省第二位数", []),
        ("全省第二位置", []),
        ("产量榜首", [(1, "", "榜首")]),
        ("跻身全国前十强企业", [(None, "全国", "全国前十强")]),
        ("位居全国前十企业", []),
    ],
)
def test_what_stands_around_a_place_makes_it_a_rank(text: str, expected: list[tuple[int | None, str, str]]) -> None:
    assert [(rank.position, rank.scope, rank.written) for rank in find_ranks(text)] == expected
