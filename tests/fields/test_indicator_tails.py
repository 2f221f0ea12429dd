"""Tails: what stands between a name and its figure is found whatever it ends with."""

from __future__ import annotations

import pytest

from chronicle_parse.fields.indicators.tails import tail
from chronicle_parse.lexicon import words

NAME = "粮食产量"
TABLES = ("indicator_adverbs", "indicator_paces", "indicator_moves")


@pytest.mark.parametrize("table", TABLES)
def test_every_word_of_a_tail_is_found_at_the_end(table: str) -> None:
    missed = [word for word in words(table) if tail(NAME + word).start != len(NAME)]
    assert missed == []


def test_every_word_of_level_is_found_at_the_end() -> None:
    # those of one character make other words with what stands before them, and are listed in the pattern
    missed = [word for word in words("indicator_levels") if len(word) > 1 and tail(NAME + word).start > len(NAME)]
    assert missed == []


@pytest.mark.parametrize(
    "said",
    [
        "增长到",
        "恢复至",
        "调整为",
        "翻成",
        "增加了",
        "较2015年末",
        "比上年同期相比",
        "与上年末相较",
        "比上届的",
        "剔除价格上涨因素",
        "剔除价格因素影响",
        "扣除物价因素后",
        "按新的统计口径",
        "按去年价格后",
        "连续三年均",
        "连续五年都",
        "连续五年",
        "三年来年均",
        "五年累计",
        "五年共",
        "每人",
        "每人每天",
        "人均每月",
        "年人均",
        "每日",
        "每平方公里",
        "每公顷",
        "每亩",
        "每户",
        "每吨",
        "每公斤",
        "每立方米",
        "为人均",
        "人民币",
        "将",
        "2015年",
        "上年同期的",
        "“十三五”末",
        "“十三五”时期的",
        "五年前",
        "2015年的 ",
        "达到\n",
        "\0",
    ],
)
def test_what_else_may_stand_there_is_found_at_the_end(said: str) -> None:
    assert tail(NAME + said).start == len(NAME)


@pytest.mark.parametrize("segment", ["规模以上工业增加值", "财政收入", "覆盖率", "全县村集体", "基地", ""])
def test_a_name_alone_has_no_tail(segment: str) -> None:
    assert tail(segment).start == len(segment)
    assert tail(segment).words == ""
