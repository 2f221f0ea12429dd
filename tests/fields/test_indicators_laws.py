"""Laws of the indicators: a rendered sentence reads back, and no text at all makes the reader stumble."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle_parse.fields.indicators import find_indicators, scan
from chronicle_parse.model import Bound

NAMES = st.sampled_from(
    [
        "地区生产总值",
        "一般公共预算收入",
        "固定资产投资",
        "森林覆盖率",
        "粮食总产量",
        "农村居民人均可支配收入",
        "“三公”经费",
        "每万人发明专利拥有量",
    ]
)
COUNTED = st.sampled_from(
    ["高标准农田", "口袋公园", "规上工业企业", "农村公路", "养老床位", "公办幼儿园", "和美乡村示范片"]
)
VERBS = st.sampled_from(["新增", "新建", "建成", "引进", "改造", "实施", "培育", "完成", "创建"])
UNITS = st.sampled_from(
    [("亿元", 10**8, "元"), ("万亩", 10**4, "亩"), ("家", 1, "家"), ("公里", 1, "公里"), ("%", 1, "%")]
)
AMOUNTS = st.decimals(min_value=Decimal("1"), max_value=Decimal("9999"), places=1)
AFTER = st.sampled_from([("", Bound.EXACT), ("左右", Bound.ABOUT), ("以上", Bound.AT_LEAST), ("以内", Bound.AT_MOST)])
LEVELS = st.sampled_from(["", "达到", "达", "完成", "为", "提高到", "控制在", "稳定在"])
MOVES = st.sampled_from(
    [("增长", "up"), ("同比增长", "up"), ("比上年提高", "up"), ("下降", "down"), ("同比减少", "down")]
)


@given(NAMES, LEVELS, AMOUNTS, UNITS, AFTER)
@settings(max_examples=50)
def test_a_level_reads_back(
    name: str, level: str, value: Decimal, unit: tuple[str, int, str], after: tuple[str, Bound]
) -> None:
    (found,) = scan(f"全年{name}{level}{value}{unit[0]}{after[0]}。")
    assert found.name == name
    assert found.quantity is not None
    assert (found.quantity.value, found.quantity.unit, found.quantity.bound) == (value * unit[1], unit[2], after[1])


@given(NAMES, MOVES, AMOUNTS, AFTER)
@settings(max_examples=50)
def test_a_change_reads_back(name: str, move: tuple[str, str], value: Decimal, after: tuple[str, Bound]) -> None:
    (found,) = scan(f"{name}{move[0]}{value}%{after[0]},")
    assert found.name == name
    assert found.quantity is None
    assert found.change is not None
    assert (found.change.direction, found.change.quantity.value, found.change.quantity.bound) == (
        move[1],
        value,
        after[1],
    )


@given(NAMES, LEVELS, AMOUNTS, MOVES, AMOUNTS, st.sampled_from("、,，"))
@settings(max_examples=50)
def test_a_level_and_its_change_are_one(
    name: str, level: str, value: Decimal, move: tuple[str, str], by: Decimal, joint: str
) -> None:
    (found,) = scan(f"{name}{level}{value}亿元{joint}{move[0]}{by}%")
    assert found.quantity is not None
    assert found.change is not None
    assert (found.quantity.value, found.change.quantity.value) == (value * 10**8, by)


@given(
    NAMES,
    AMOUNTS,
    AMOUNTS,
    st.sampled_from(["由", "从"]),
    st.sampled_from(["增加到", "提高到", "下降到", "增至", "降为"]),
)
@settings(max_examples=50)
def test_from_and_to_read_back(name: str, before: Decimal, after: Decimal, mark: str, to: str) -> None:
    (found,) = scan(f"{name}{mark}2015年的{before}亿元{to}2020年的{after}亿元")
    assert found.previous is not None
    assert found.quantity is not None
    assert (found.name, found.previous.value, found.quantity.value) == (name, before * 10**8, after * 10**8)
    assert found.year == 2020


@given(VERBS, COUNTED, st.integers(2, 9999), st.booleans())
@settings(max_examples=50)
def test_a_count_reads_back_on_either_side(verb: str, name: str, value: int, behind: bool) -> None:
    text = f"{verb}{name}{value}个" if behind else f"{verb}{value}个{name}"
    (found,) = scan(f"全市{text}，")
    assert found.quantity is not None
    assert (found.name, found.verb, found.quantity.value) == (name, verb, Decimal(value))


@given(st.lists(st.tuples(COUNTED, st.integers(2, 9999)), min_size=2, max_size=5), VERBS)
@settings(max_examples=50)
def test_a_list_of_counts_shares_its_verb(items: list[tuple[str, int]], verb: str) -> None:
    found = scan(verb + "、".join(f"{name}{value}个" for name, value in items) + "。")
    assert [(each.name, each.verb) for each in found] == [(name, verb) for name, _ in items]


PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "地区生产总值",
                "增长",
                "达到",
                "由",
                "从",
                "增加到",
                "分别",
                "其中",
                "新增",
                "完成",
                "占",
                "比重",
                "的",
                "，",
                "、",
                "。",
                "；",
                "(",
                ")",
                "“",
                "”",
                "\n",
                "8.5%",
                "3亿元",
                "5家",
                "6个百分点",
                "2020年",
                "总投资",
                "等",
                "和",
                "第一",
                "全市第二",
                "目标是",
                "近",
                "左右",
                "突破",
                "大关",
                "一",
                "三千",
            ]
        ),
        st.text(max_size=3),
    ),
    max_size=40,
)


@given(PIECES)
@settings(max_examples=200)
def test_no_text_makes_it_stumble_and_all_spans_are_inside(pieces: list[str]) -> None:
    text = "".join(pieces)
    for found in find_indicators(text):
        assert 0 <= found.span.start < found.span.stop <= len(text)
    clean = scan(text)
    for found in clean:
        assert text[found.span.start : found.span.stop] == found.written
        assert found.name == found.name.strip()
        assert found.name
    assert [found.span.start for found in clean] == sorted(found.span.start for found in clean)
