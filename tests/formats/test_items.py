"""Marks and heads: what opens an item, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle_parse.fields.dates import DateContext
from chronicle_parse.formats.items import (
    bare_head,
    bare_numbers,
    date_behind,
    date_line,
    head_at,
    is_numbered,
    mark_at,
    openings,
    short_dates,
)
from chronicle_parse.lexicon import rows


@pytest.mark.parametrize("row", rows("marks"), ids=lambda row: row["word"])
def test_every_sign_of_the_table_is_a_mark(row: dict[str, str]) -> None:
    mark = mark_at(row["example"], 0, len(row["example"]))
    assert mark is not None
    assert (mark.text, mark.kind) == (row["word"], row["kind"])


@pytest.mark.parametrize(
    ("line", "text", "style", "number"),
    [
        ("3、12月,支部建立。", "3、", "N、", 3),
        ("3. 支部建立。", "3.", "N.", 3),
        ("3.12月5日,支部建立。", "3.", "N.", 3),
        ("1.2018年5月,支部建立。", "1.", "N.", 1),
        ("(3)支部建立。", "(3)", "(N)", 3),
        ("(十二)支部建立。", "(十二)", "(N)一", 12),
        ("四、新基地竣工。", "四、", "N、一", 4),
        ("二十一、新基地竣工。", "二十一、", "N、一", 21),
        ("③新基地竣工。", "③", "①", 3),
        ("第三,新基地竣工。", "第三,", "第N,一", 3),
        ("12)新基地竣工。", "12)", "N)", 12),
        ("- 新基地竣工。", "-", "-", None),
        ("* 新基地竣工。", "*", "*", None),
        ("◆ **5日**,新基地竣工。", "◆", "◆", None),
    ],
)
def test_marks(line: str, text: str, style: str, number: int | None) -> None:
    mark = mark_at(line, 0, len(line))
    assert mark is not None
    assert (mark.text, mark.style, mark.number) == (text, style, number)


@pytest.mark.parametrize(
    "line",
    [
        "2月9日,开会。",
        "2、3、4日,开会。",
        "1.5亿元到位。",
        "2019.05.06 投产。",
        "一月",
        "十二月,大雪。",
        "-5℃",
        "区委开会。",
        "",
    ],
)
def test_no_marks(line: str) -> None:
    assert mark_at(line, 0, len(line)) is None


def test_two_days_are_a_number_only_where_lines_count() -> None:
    line = "1、2日,庙会举行。"
    assert mark_at(line, 0, len(line), numbered=False) is None
    head = head_at(line, 0, len(line), context=DateContext(2020, 5), numbered=False)
    assert head is not None and head.when is not None and head.when.edtf == "2020-05-01/2020-05-02"
    lines = ["1、2日,甲。", "2、5日,乙。"]
    assert is_numbered(mark_at(each, 0, len(each)) for each in lines)
    assert not is_numbered(mark_at(each, 0, len(each)) for each in lines[:1])


def test_points_before_days_are_numbers_only_where_lines_count() -> None:
    counting = ["1.4日,甲。", "2.7日,乙。", "3.14日,丙。", "1.5日,丁。", "2.9日,戊。"]
    days = ["1.5日,甲。", "1.22日,乙。", "2.3日,丙。"]
    assert is_numbered(mark_at(each, 0, len(each)) for each in counting)
    assert not is_numbered(mark_at(each, 0, len(each)) for each in days)
    assert not is_numbered(mark_at(each, 0, len(each)) for each in counting[:2])
    assert mark_at(days[1], 0, len(days[1]), numbered=False) is None


@pytest.mark.parametrize(
    ("line", "edtf", "gap", "body"),
    [
        ("2月9日,开会。", "2020-02-09", ",", "开会。"),
        ("2月9日 开会。", "2020-02-09", " ", "开会。"),
        ("2月9日开会。", "2020-02-09", "", "开会。"),
        ("2月9日——开会。", "2020-02-09", "——", "开会。"),
        ("2月9日:开会。", "2020-02-09", ":", "开会。"),
        ("2月9日\t开会。", "2020-02-09", "\t", "开会。"),
        ("2月9日(农历正月初六),开会。", "2020-02-09", ",", "开会。"),
        ("2月9日(正月初六)开会。", "2020-02-09", "", "开会。"),
        ("2月9日上午,开会。", "2020-02-09", ",", "开会。"),
        ("2月9日起,施行。", "2020-02-09", ",", "施行。"),
        ("2月间,大雪。", "2020-02", ",", "大雪。"),
        ("【2月9日】开会。", "2020-02-09", "", "开会。"),
        ("(2月9日)开会。", "2020-02-09", "", "开会。"),
        ("【2月9日 星期日】开会。", "2020-02-09", "", "开会。"),
        ("**2月9日** 开会。", "2020-02-09", " ", "开会。"),
        ("△2月9日 开会。", "2020-02-09", " ", "开会。"),
        ("12、2月9日 开会。", "2020-02-09", " ", "开会。"),
        ("| 2月9日 | 开会。 |", "2020-02-09", " | ", "开会。 |"),
        ("2—4日,开会。", "2020-XX-02/2020-XX-04", ",", "开会。"),
        ("2月9日至次年1月3日,冬训。", "2020-02-09/2021-01-03", ",", "冬训。"),
    ],
)
def test_heads(line: str, edtf: str, gap: str, body: str) -> None:
    head = head_at(line, 0, len(line), context=DateContext(year=2020))
    assert head is not None and head.when is not None
    assert (head.when.edtf, head.gap, line[head.stop :]) == (edtf, gap, body)


@pytest.mark.parametrize(
    "line",
    [
        "2月以来,雨多。",
        "2月9日的会议。",
        "2021年是建党百年。",
        "1949年以前,没有电厂。",
        "1950年3月出生,党员。",
        "区委开会。",
        "同日",
        "三八二十四",
    ],
)
def test_no_heads(line: str) -> None:
    assert head_at(line, 0, len(line)) is None


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("7日", "XXXX-XX-07"),
        ("3月", "XXXX-03"),
        ("一月", "XXXX-01"),
        ("一九六八年", "1968"),
        ("民国18年(1929)", "1929"),
        ("2008年1~12月", "2008-01/2008-12"),
        ("## 2020年1月7日", "2020-01-07"),
        ("5月27日 星期一", "XXXX-05-27"),
        ("【5月27日】", "XXXX-05-27"),
        ("2015年3月:", "2015-03"),
    ],
)
def test_lines_that_are_dates(line: str, edtf: str) -> None:
    head = date_line(line, 0, len(line))
    assert head is not None and head.when is not None and head.when.edtf == edtf


@pytest.mark.parametrize("line", ["7日,大雪。", "2020年大事记", "区委", "3月份工作要点", ""])
def test_lines_that_are_more_than_a_date(line: str) -> None:
    assert date_line(line, 0, len(line)) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("6月,厂动工;7月,库动工。", ["7月"]),
        ("3月5日,通车。同日,开业。", ["同日"]),
        ("3月,通车。同年12月,开业。", ["同年"]),
        ("2日 奠基。3日—4日 会议举行。", ["3日"]),
        ("3月5日,通车。△开业。", ["△开"]),
        ("7月1日,加宽,该桥1995年10月通车。", []),
        ("3月5日,区长说:“任务重。4月1日,开工。”", []),
        ("3月5日,开会(会期三天。4月1日,结束)。", []),
        ("3月5日,共5家。其中3家获奖。", []),
    ],
)
def test_openings_inside_a_paragraph(text: str, found: list[str]) -> None:
    assert [text[at : at + 2] for at in openings(text, 0, len(text))] == found


def test_numbers_alone() -> None:
    assert bare_numbers(["2 开会。", "4 开会。", "7 开会。"]) == "day"
    assert bare_numbers(["1 开会。", "2 开会。", "3 开会。"]) == ""
    assert bare_numbers(["2014 改制。"]) == "year"
    assert bare_numbers(["80 人参加。", "开会。"]) == ""
    head = bare_head("2 开会。", 0, 5, "day", context=DateContext(2018, 5))
    assert head is not None and head.when is not None and head.when.edtf == "2018-05-02"
    assert head.when.inherited == {"year", "month"}


def test_short_dates_need_company() -> None:
    assert short_dates(["05-06 开幕。", "05-09 闭幕。"])
    assert not short_dates(["3.15 晚会举行。"])


def test_dates_behind_the_text() -> None:
    text = "图书馆开馆。(3月11日至13日)"
    found = date_behind(text, 0, len(text))
    assert found is not None
    when, behind, _ = found
    assert (when.edtf, text[:behind]) == ("XXXX-03-11/XXXX-03-13", "图书馆开馆。")
    assert date_behind("图书馆(新馆)开馆。(摄影)", 0, 13) is None


@given(st.text("0123456789一二三十年月日、.()【】△◆- ,。#*|同春起是 \t中", max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_line_is_read_without_trouble(line: str) -> None:
    for start in range(min(len(line), 3)):
        head = head_at(line, start, len(line))
        if head is not None:
            assert start == head.start <= head.date_start <= head.date_stop <= len(line)
            assert head.start < head.stop <= len(line)
        mark_at(line, start, len(line))
        date_line(line, start, len(line))
        date_behind(line, start, len(line))
    places = list(openings(line, 0, len(line)))
    assert places == sorted(set(places))


def test_a_number_that_counts_what_follows_is_no_bare_date() -> None:
    assert bare_numbers(["1200 名学生参加。", "1300 户受灾。"]) == ""
    assert bare_numbers(["12 名师讲堂开讲。", "14 座谈会举行。", "19 人大代表视察。"]) == "day"
