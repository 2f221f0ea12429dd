"""Targets beside results."""

from collections import Counter
from pathlib import Path

import pytest

import chronicle_parse as cp
from chronicle_parse.compare import Comparison, standard_name, targets_with_results
from chronicle_parse.lexicon import rows

SEEDS = Path(__file__).parent.parent / "seeds"
EARLIER = """怀岭县政府工作报告
一、2022年工作回顾
地区生产总值200亿元,增长5%。
二、2023年主要预期目标
地区生产总值增长6%,规上工业增加值增长9%以上,城镇登记失业率控制在4%以内,一般公共预算收入完成12亿元左右,新建口袋公园10处。
"""
LATER = """怀岭县政府工作报告
一、2023年工作回顾
地区生产总值218.6亿元,增长6.8%;规模以上工业增加值增长8.1%;城镇登记失业率3.6%;一般公共预算收入11.9亿元。
二、2024年主要预期目标
地区生产总值增长6.5%左右。
"""


def report(text: str) -> cp.WorkReport:
    document = cp.parse(text, kind="work_report")
    assert isinstance(document, cp.WorkReport)
    return document


def compared(target: str, result: str) -> list[Comparison]:
    """The comparisons of one promise for 2023 and one report on it."""
    earlier = report(f"怀岭县政府工作报告\n一、2022年工作回顾\n经济平稳。\n二、2023年主要预期目标\n{target}。\n")
    later = report(
        f"怀岭县政府工作报告\n一、2023年工作回顾\n税收收入8亿元;{result}。\n二、2024年重点工作\n抓好落实。\n"
    )
    return list(targets_with_results(earlier, later))


def test_targets_meet_their_results() -> None:
    rows = targets_with_results(report(EARLIER), report(LATER))
    assert [(standard_name(row.target.name), row.met) for row in rows] == [
        ("地区生产总值", True),
        ("规模以上工业增加值", False),
        ("城镇登记失业率", True),
        ("一般公共预算收入", None),
        ("口袋公园", None),
    ]
    assert rows[3].result is not None  # 11.9 of about 12: near, so not said to be missed
    assert rows[4].result is None
    assert [row.measure for row in rows] == ["growth", "growth", "level", "level", None]
    assert [(amount and amount.written) for row in rows[:2] for amount in (row.promised, row.reached)] == [
        "6%",
        "6.8%",
        "9%以上",
        "8.1%",
    ]
    assert (rows[4].promised, rows[4].reached) == (rows[4].target.quantity, None)


def test_targets_of_another_year_are_left_out() -> None:
    assert targets_with_results(report(LATER), report(LATER)) == ()


@pytest.mark.parametrize(
    ("target", "result", "met"),
    [
        # at least the amount, of a range its lower end
        ("地区生产总值增长6%", "地区生产总值增长6%", True),
        ("地区生产总值增长6%以上", "地区生产总值增长5.9%", False),
        ("地区生产总值增长5.5%-6%", "地区生产总值增长5.6%", True),
        ("地区生产总值增长5.5%-6%", "地区生产总值增长8%", True),
        ("地区生产总值增长5.5%-6%", "地区生产总值增长5.4%", False),
        ("地区生产总值增长6%", "地区生产总值下降1%", False),
        # 左右: just short is not said to be missed
        ("一般公共预算收入12亿元左右", "一般公共预算收入12.3亿元", True),
        ("一般公共预算收入12亿元左右", "一般公共预算收入11.5亿元", None),
        ("一般公共预算收入12亿元左右", "一般公共预算收入10亿元", False),
        # ceilings, said or meant
        ("城镇登记失业率控制在4%以内", "城镇登记失业率4%", True),
        ("城镇登记失业率控制在4%以内", "城镇登记失业率4.2%", False),
        ("城镇调查失业率5.5%左右", "城镇调查失业率4.9%", True),
        ("居民消费价格上涨3%左右", "居民消费价格上涨1.2%", True),
        ("居民消费价格涨幅控制在3%以内", "居民消费价格上涨3.4%", False),
        ("城镇登记失业率控制在4%以内", "城镇登记失业率控制在3.5%以内", True),
        ("城镇登记失业率控制在3%以内", "城镇登记失业率控制在3.5%以内", None),
        # falls
        ("单位地区生产总值能耗下降3%", "单位地区生产总值能耗下降3.4%", True),
        ("单位地区生产总值能耗下降3%", "单位地区生产总值能耗下降2.1%", False),
        ("单位地区生产总值能耗下降3%", "单位地区生产总值能耗上升0.5%", False),
        # what the result's own bound leaves open
        ("新增规上工业企业20家", "新增规上工业企业超20家", True),
        ("新增规上工业企业30家", "新增规上工业企业超20家", None),
        ("新增规上工业企业30家", "新增规上工业企业近30家", None),
        ("新增规上工业企业突破20家", "新增规上工业企业20家", None),
        # verbs and units that may answer each other
        ("新增口袋公园8处", "建成口袋公园9个", True),
        ("新增口袋公园8处", "建成口袋公园7座", False),
        ("固定资产投资400亿元", "固定资产投资增长11.6%", None),
    ],
)
def test_what_met_means(target: str, result: str, met: bool | None) -> None:
    (row,) = compared(target, result)
    assert row.result is not None
    assert row.met is met


@pytest.mark.parametrize(
    ("target", "result"),
    [
        ("新开工重点项目20个", "竣工重点项目25个"),
        ("新建碧道6.8公里", "开工建设碧道16.4公里"),
        ("供应公共住房1000套", "筹集公共住房3000套"),
        ("净增规上工业企业20家", "新增规上工业企业25家"),
        ("战略性新兴产业产值1400亿元", "战略性新兴产业增加值172亿元"),
    ],
)
def test_what_does_not_answer(target: str, result: str) -> None:
    (row,) = compared(target, result)
    assert (row.result, row.met) == (None, None)


@pytest.mark.parametrize(
    ("result", "met"),
    [
        ("地区生产总值同比增长6.2%", True),
        ("地区生产总值按可比价格计算增长6.2%", True),
        ("地区生产总值较上年增长6.2%", True),
        ("地区生产总值比2022年增长6.2%", True),
        ("地区生产总值五年年均增长6.2%", None),
        ("地区生产总值比2018年增长36%", None),
    ],
)
def test_growth_is_compared_over_the_same_time(result: str, met: bool | None) -> None:
    (row,) = compared("地区生产总值增长6%", result)
    assert row.result is not None
    assert row.met is met


def test_an_addition_is_no_answer_to_a_level() -> None:
    (row,) = compared("规上工业企业达到300家", "新增规上工业企业20家")
    assert row.result is not None
    assert row.met is None


def test_a_promise_made_twice_is_listed_once() -> None:
    assert len(compared("城镇登记失业率控制在3%以内。确保城镇居民登记失业率控制在3%以下", "城镇登记失业率2.6%")) == 1
    assert len(compared("新增养老床位100张,新增托位500个,新增养老床位100张", "新增养老床位120张")) == 2


def test_the_seeds_one_year_apart() -> None:
    """Every target of the report of 2021 that the report of 2022 speaks of, checked by reading both."""
    earlier, later = (cp.parse(next(SEEDS.glob(f"{number}_*"))) for number in ("003", "001"))
    assert isinstance(earlier, cp.WorkReport)
    assert isinstance(later, cp.WorkReport)
    listed = targets_with_results(earlier, later)
    said = [
        (row.target.verb, row.target.name, row.result.quantity or row.result.change, row.met)
        for row in listed
        if row.result
    ]
    assert [(verb, name, amount and amount.written, met) for verb, name, amount, met in said] == [
        ("", "地区生产总值", "2571.67亿元", True),  # 增长5.5-6%: 增长8.0%
        ("", "固定资产投资", "增长11.6%", None),  # 400亿元左右: only the growth is reported
        ("", "社会消费品零售总额", "1302.15亿元", True),  # 增长5%以上: 增长7.0%
        ("", "一般公共预算收入", "107.29亿元", True),  # 同口径增长3.4%左右: 剔除不可比因素增长11.4%
        ("", "国高企业", "114家", None),  # 新认定 114, but what 50家以上 counts was lost with a comma
        ("引育", "“高精尖缺”人才", "109名", True),  # 100名以上
        ("新增", "学位", "5010个", True),  # 4290个
        ("新增建设筹集", "人才住房和保障性住房", "13342套", True),  # 3000套
        ("供应", "人才住房和保障性住房", "4311套", True),  # 1000套
        ("完成", "先行示范社区创建", "13个", True),  # 13个
    ]
    promises = Counter((row.target.verb, standard_name(row.target.name)) for row in listed)
    assert max(promises.values()) == 1  # the page holds its report twice


def test_synonyms_lead_to_a_standard_name_in_one_step() -> None:
    for row in rows("indicator_synonyms"):
        assert standard_name(row["word"]) == standard_name(row["standard"]) == row["standard"]
