"""Changes: verbs, paces, bases, lists; levels are none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle_parse import Bound, Change, find_changes
from chronicle_parse.lexicon import rows, words


def brief(change: Change) -> str:
    """direction amount BOUND (basis)."""
    amount = change.quantity
    high = "" if amount.high is None else f"-{amount.high:f}"
    bound = "" if amount.bound is Bound.EXACT else f" {amount.bound.name}"
    return f"{change.direction} {amount.value:f}{high}{amount.unit}{bound}" + (
        f" ({change.basis})" if change.basis else ""
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("地区生产总值增长8.0%", ["up 8.0%"]),
        ("同比下降4.3%", ["down 4.3% (同比)"]),
        ("城镇化率提高2.7个百分点", ["up 2.7个百分点"]),
        ("授权发明专利同比增长超90%", ["up 90% MORE_THAN (同比)"]),
        ("油茶籽产量增长近20%", ["up 20% LESS_THAN"]),
        ("增长11%以上、增长 5%左右", ["up 11% AT_LEAST", "up 5% ABOUT"]),
        ("增长6%－6.5%,增长8%至9%%", ["up 6-6.5% RANGE", "up 8-9% RANGE"]),
        ("增长达到7%、下降约为5%", ["up 7%", "down 5% ABOUT"]),
        ("增速达8%,涨幅3%左右,降幅为2.1%", ["up 8%", "up 3% ABOUT", "down 2.1%"]),
        ("居民消费价格涨幅控制在2.5%以内", ["up 2.5% AT_MOST"]),
        ("涨幅回落到0.2%", ["up 0.2%"]),
        ("比上年增加13天,较2019年同期下降4.3%", ["up 13天 (比上年)", "down 4.3% (较2019年同期)"]),
        ("按可比价格计算,比上年增长5.2%", ["up 5.2% (比上年)"]),
        ("剔除不可比因素增长11.4%,同口径增长6%", ["up 11.4% (剔除不可比因素)", "up 6% (同口径)"]),
        ("由2136亿元增加到3018亿元,年均增长6.4%", ["up 6.4% (年均)"]),
        ("净增137家", ["up 137家"]),
        ("农村贫困人口减少了一万三千人", ["down 13000人"]),
        ("办理时限平均压缩72%", ["down 72%"]),
        ("同比增8%,环比降1.2%", ["up 8% (同比)", "down 1.2% (环比)"]),
        ("建设用地、水耗、电耗分别下降1.5%、10.6%和6.4%", ["down 1.5%", "down 10.6%", "down 6.4%"]),
        ("低保标准分别提高15元和42元", ["up 15元", "up 42元"]),
        ("以5.2%的速度增长,实现5%以上的增长", ["up 5.2%", "up 5% AT_LEAST"]),
        ("与上年基本持平;同比持平;实现零增长", ["flat 0% (与上年)", "flat 0% (同比)", "flat 0%"]),
        ("同比實際增長４.８％", ["up 4.8% (同比)"]),
        ("增长8。7%", ["up 8.7%"]),
        ("同比多增3亿元", ["up 300000000元 (同比)"]),
    ],
)
def test_changes(text: str, expected: list[str]) -> None:
    assert [brief(change) for change in find_changes(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "城镇化率提高到66.2%",
        "企业由96家增加到121家",
        "贫困发生率降至0.3%",
        "降为0%",
        "新增停车位10万个",
        "新增137家",
        "人口自然增长率控制在6‰以内",
        "增长点5个",
        "位次上升3位",
        "完成减税降费5.7亿元",
        "占比52%、87.2%",
    ],
)
def test_levels_and_counts_are_no_changes(text: str) -> None:
    assert find_changes(text) == ()


def test_written_covers_basis_verb_and_amount() -> None:
    text = "全年進出口總額同比增長超過９.７％,"
    (change,) = find_changes(text)
    assert change.written == "同比增长超过9.7%"
    assert text[change.span.start : change.span.stop] == "同比增長超過９.７％"


def test_flat_has_an_amount_of_nothing() -> None:
    (change,) = find_changes("物价与上年持平")
    assert change.quantity.value == Decimal(0)
    assert change.quantity.unit == "%"
    assert change.quantity.span == change.span


_VERBS = [row for row in rows("change_verbs") if row["kind"] == "verb"]


@given(st.sampled_from(_VERBS), st.sampled_from(["", *words("change_bases")]), st.integers(1, 9999))
def test_a_drawn_change_reads_back(verb: dict[str, str], basis: str, tenths: int) -> None:
    (change,) = find_changes(f"总额{basis}{verb['word']}{tenths / 10}%,其中")
    assert change.direction == verb["direction"]
    assert change.basis == (basis or None)
    assert change.quantity.value == Decimal(tenths) / 10


@settings(max_examples=50)
@given(st.text("增长降比上年同均持平%1234.0个百分点,、和到了的速度", max_size=40))
def test_nothing_raises_and_changes_are_ordered(text: str) -> None:
    starts = [change.span.start for change in find_changes(text)]
    assert starts == sorted(starts)


@pytest.mark.parametrize("row", rows("change_verbs"), ids=lambda row: row["word"])
def test_the_example_of_a_verb_is_read(row: dict[str, str]) -> None:
    assert [change.direction for change in find_changes(row["example"])] == [row["direction"]]


@pytest.mark.parametrize("row", rows("change_bases"), ids=lambda row: row["word"])
def test_the_example_of_a_basis_is_read(row: dict[str, str]) -> None:
    assert [change.basis for change in find_changes(row["example"])] == [row["word"]]


_BASES = {"against": "比{}", "of the base": "{}"}


@pytest.mark.parametrize("row", rows("change_words"), ids=lambda row: f"{row['word']}-{row['role']}")
def test_the_example_of_a_word_beside_a_change_is_read(row: dict[str, str]) -> None:
    (change,) = find_changes(row["example"])
    assert change.direction == ("flat" if row["role"] == "flat" else "up")
    if row["role"] in _BASES:
        assert change.basis is not None and _BASES[row["role"]].format(row["word"]) in change.basis
    elif row["role"] == "filler":
        assert change.basis == "同比"
    elif row["role"] == "to the level":
        assert change.written == row["example"]


@pytest.mark.parametrize("unit", ["增长", "同比", "比上年", "1%、", "持平", "增长1%"])
def test_hostile_input_is_no_trouble(unit: str) -> None:
    assert find_changes(unit * 20_000) is not None


@pytest.mark.parametrize("sign", ["、", "和", "及", "与", "以及"])
def test_amounts_in_a_row_share_their_verb(sign: str) -> None:
    found = find_changes(f"物价和房价分别下降1.5%{sign}2.5%。")
    assert [(change.direction, change.written) for change in found] == [("down", "下降1.5%"), ("down", "2.5%")]
    assert len(find_changes(f"物价下降1.5%{sign}2.5个百分点。")) == 1
