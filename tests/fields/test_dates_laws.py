"""Dates: what holds for every date and every text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle_parse.fields.dates import DateContext, check, find_dates, parse_date, read_at, read_damaged_at, scan
from chronicle_parse.model import PartialDate

DIGITS = "〇一二三四五六七八九"
DAYS = st.dates(dt.date(1901, 1, 1), dt.date(2099, 12, 31))


def chinese(number: int) -> str:
    """A number up to 31 as dates write it."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十"
    return head + (DIGITS[ones] if ones or not tens else "")


def chinese_year(year: int) -> str:
    return "".join(DIGITS[int(digit)] for digit in str(year))


NOTATIONS: dict[str, Callable[[dt.date], str]] = {
    "Arabic": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "padded": lambda d: f"{d.year}年{d.month:02}月{d.day:02}日",
    "blanks": lambda d: f"{d.year} 年{d.month} 月 {d.day} 日",
    "号": lambda d: f"{d.year}年{d.month}月{d.day}号",
    "Chinese": lambda d: f"{chinese_year(d.year)}年{chinese(d.month)}月{chinese(d.day)}日",
    "ISO": lambda d: d.isoformat(),
    "dotted": lambda d: f"{d.year}.{d.month}.{d.day}",
    "slashed": lambda d: f"{d.year}/{d.month:02}/{d.day:02}",
    "weekday": lambda d: f"{d.year}年{d.month}月{d.day}日（星期{'一二三四五六日'[d.weekday()]}）",
    "Republic": lambda d: f"民国{d.year - 1911}年{d.month}月{d.day}日",
}
CARRIERS = ("{}", "会议于{}在县城召开。", "（{}）", "据了解，{}，全县1.5万人参加2次活动。", "自{}起施行")


@pytest.mark.parametrize("notation", NOTATIONS)
@settings(max_examples=40)
@given(day=DAYS, carrier=st.sampled_from(CARRIERS))
def test_a_rendered_day_is_read_back(notation: str, day: dt.date, carrier: str) -> None:
    if notation == "Republic" and not 1912 <= day.year <= 1949:
        day = day.replace(year=1912 + day.year % 37, day=min(day.day, 28))
    written = NOTATIONS[notation](day)
    text = carrier.format(written)
    (when,) = scan(text, context=DateContext(1999, 1))
    assert when.start == when.end == PartialDate(day.year, day.month, day.day)
    assert (when.written, when.inherited, when.precision) == (written, frozenset(), "day")
    assert text[when.span.start : when.span.stop] == written
    assert check(when) is None


@settings(max_examples=100)
@given(
    start=DAYS, length=st.integers(1, 60), joint=st.sampled_from(["-", "—", "——", "–", "~", "～", "至", "到", " - "])
)
def test_a_rendered_range_is_read_back(start: dt.date, length: int, joint: str) -> None:
    end = start + dt.timedelta(length)
    left = f"{start.year}年{start.month}月{start.day}日"
    if end.year != start.year:
        right = f"{end.year}年{end.month}月{end.day}日"
    elif end.month != start.month:
        right = f"{end.month}月{end.day}日"
    else:
        right = f"{end.day}日"
    rights = {right, f"{end.month}月{end.day}日", f"{end.year}年{end.month}月{end.day}日"}
    for each in rights:
        written = left + joint + each
        (when,) = scan(f"展览{written}举行")
        assert when.edtf == f"{start.isoformat()}/{end.isoformat()}"
        assert when.written == written
    if start.month == end.month:
        assert parse_date(f"{start.month}月{start.day}{joint}{end.day}日", year=start.year).edtf == when.edtf


@settings(max_examples=50)
@given(year=st.integers(1901, 2099), month=st.integers(1, 12), days=st.sets(st.integers(1, 28), min_size=2, max_size=6))
def test_a_rendered_list_is_read_back(year: int, month: int, days: set[int]) -> None:
    ordered = sorted(days)
    for written in ("、".join(map(str, ordered)) + "日", "、".join(f"{day}日" for day in ordered)):
        (when,) = find_dates(f"演出于{month}月{written}举行", year=year)
        assert when.members == tuple(PartialDate(year, month, day) for day in ordered)
        assert (when.start.day, when.end.day, when.inherited) == (ordered[0], ordered[-1], frozenset({"year"}))


UNITS = (
    "万元",
    "亿元",
    "家",
    "个",
    "人",
    "名",
    "户",
    "公里",
    "平方公里",
    "吨",
    "%",
    "个百分点",
    "个月",
    "天",
    "号楼",
    "号线",
    "次",
    "岁",
    "元",
)


@settings(max_examples=300)
@given(
    number=st.one_of(
        st.integers(1, 99999).map(str),
        st.decimals(0, 9999, places=2).map(str),
        st.tuples(st.integers(1, 99), st.integers(1, 99)).map(lambda pair: f"{pair[0]}-{pair[1]}"),
        st.integers(1, 31).map(chinese),
    ),
    unit=st.sampled_from(UNITS),
    before=st.sampled_from(["", "新增", "完成投资", "增长", "（", "共", "，"]),
)
def test_no_date_is_read_from_a_quantity(number: str, unit: str, before: str) -> None:
    assert scan(f"全县{before}{number}{unit}。") == []


ALPHABET = "0123456789年月日号至到-—~、,，.:/ 一二三十廿〇今去同本上下旬初底季度半周星期民国五“”()（）【】\n我县春秋"


@settings(max_examples=300)
@given(text=st.one_of(st.text(alphabet=ALPHABET, max_size=40), st.text(max_size=40)), at=st.integers(0, 5))
def test_no_text_raises_and_every_span_holds_its_words(text: str, at: int) -> None:
    context = DateContext(2020, 2, 29, dt.date(2020, 2, 29))
    stop = 0
    for when in scan(text, context=context):
        assert stop <= when.span.start < when.span.stop <= len(text)
        assert text[when.span.start : when.span.stop] == when.written
        stop = when.span.stop
        check(when)
        _ = when.edtf, when.start.earliest(), when.end.latest()
    if at < len(text):
        read = read_at(text, at, context=context)
        assert read is None or at < read[1] <= len(text)
        read_damaged_at(text, at, context=context)


@settings(max_examples=100)
@given(text=st.text(alphabet=ALPHABET, max_size=30))
def test_what_parse_date_takes_scan_finds_or_a_head_allows(text: str) -> None:
    found = scan(text)
    if len(found) == 1 and found[0].written == text:
        assert parse_date(text).edtf == found[0].edtf


@pytest.mark.parametrize(
    "piece",
    ["1", "一", "1、", "1月", "12-", "同", " ", "1 ", "(2021年", "1至", "十", "1月1日、", "2021-", "上", "“十五”"],
)
def test_the_cost_grows_with_the_length(piece: str, growth: Callable[..., float]) -> None:
    assert growth(lambda size: scan(piece * (size // len(piece))), 10_000, 80_000) < 32
