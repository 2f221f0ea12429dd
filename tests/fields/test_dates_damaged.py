"""Damaged dates: read with a reason, never silently, and not out of plain numbers."""

from __future__ import annotations

import pytest

from chronicle_parse.fields.dates import DateContext, parse_date, read_damaged_at
from chronicle_parse.fields.dates.damaged import LOOKS_LIKE


@pytest.mark.parametrize(
    ("text", "edtf", "stop"),
    [
        ("912 县委召开会议", "2020-09-12", 3),
        ("912县委召开会议", "2020-09-12", 3),
        ("1231日，县委召开会议", "2020-12-31", 5),
        ("105,县委召开会议", "2020-10-05", 3),
        ("0105 县委召开会议", "2020-01-05", 4),
        ("1105 县委召开会议", "2020-11-05", 4),
        ("1005日,县委召开会议", "2020-10-05", 5),
        ("9月12县委召开会议", "2020-09-12", 4),
        ("l2月5日，县委召开会议", "2020-12-05", 5),
        ("1O月I5日县委召开会议", "2020-10-15", 6),
        ("9月12曰,县委召开会议", "2020-09-12", 5),
        ("4月8—1O日县委召开会议", "2020-04-08/2020-04-10", 7),
        ("4月8—Po日县委召开会议", "2020-04-08/2020-04", 7),
    ],
)
def test_a_damaged_date_is_read_with_an_issue(text: str, edtf: str, stop: int) -> None:
    read = read_damaged_at(text, 0, context=DateContext(year=2020))
    assert read is not None
    when, end, code, message = read
    assert (when.edtf, end, code) == (edtf, stop, "date.damaged")
    assert when.written == text[:stop] and when.written in message
    assert when.inherited == {"year"}


def test_the_context_decides_between_two_cuts() -> None:
    def month(context: DateContext) -> int | None:
        read = read_damaged_at("119日，大雨", 0, context=context)
        return read[0].start.month if read else None

    assert month(DateContext(month=11)) == 11
    assert month(DateContext(month=1)) == 1
    assert month(DateContext(previous=parse_date("2020年10月30日"))) == 11
    assert month(DateContext(previous=parse_date("2020年1月3日"))) == 1


def test_the_other_cut_is_named() -> None:
    read = read_damaged_at("119日，大雨", 0)
    assert read is not None and "1月19日" in read[3] and "11月9日" in read[3]


@pytest.mark.parametrize(
    "text",
    [
        "500余人参加",
        "100 吨",
        "1200户",
        "3月5.5%",
        "9月12家企业",
        "2020 年",
        "999 县委",
        "120个",
        "县委",
        "",
        "350万元",
        "13月5曰",
        "110.5公里",
    ],
)
def test_numbers_are_no_damaged_dates(text: str) -> None:
    assert read_damaged_at(text, 0, context=DateContext(year=2020)) is None


@pytest.mark.parametrize(("letter", "digit"), LOOKS_LIKE.items())
def test_a_letter_that_looks_like_a_digit_is_read_as_it(letter: str, digit: str) -> None:
    for written, day in ((f"1{letter}", int(f"1{digit}")), (f"{letter}1", int(f"{digit}1"))):
        read = read_damaged_at(f"12月{written}日,县委召开会议", 0, context=DateContext(year=2020))
        if day <= 31:
            assert read is not None and read[0].start.day == day


@pytest.mark.parametrize(
    ("row", "previous", "edtf"),
    [
        ("112", "2020年5月6日", "2020-11-02"),
        ("112", "2020年1月6日", "2020-01-12"),
        ("111", "2020年1月20日", "2020-11-01"),
        ("111", "2020年1月", "2020-01-11"),
    ],
)
def test_a_row_of_digits_is_cut_so_that_it_follows_the_date_before(row: str, previous: str, edtf: str) -> None:
    read = read_damaged_at(f"{row} 县委召开会议", 0, context=DateContext(year=2020, previous=parse_date(previous)))
    assert read is not None and read[0].edtf == edtf


@pytest.mark.parametrize(("date", "month"), [("l月5日", 1), ("1月5曰", 1), ("I2月5日", 12)])
def test_a_damaged_date_may_be_of_the_first_month_or_the_last(date: str, month: int) -> None:
    found = read_damaged_at(f"{date},会议召开。", 0)
    assert found is not None
    assert (found[0].start.month, found[0].start.day) == (month, 5)
