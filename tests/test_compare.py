"""Targets beside results."""

import chronicle_parse as cp
from chronicle_parse.compare import standard_name, targets_with_results

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


def test_targets_of_another_year_are_left_out() -> None:
    assert targets_with_results(report(LATER), report(LATER)) == ()
