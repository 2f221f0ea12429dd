"""Numbers: every notation, what is no number, exactness, and the laws."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle_parse import ParseError, find_numbers, parse_number
from chronicle_parse.lexicon import rows

_DIGITS = "零一二三四五六七八九"


def spell(number: int) -> str:
    """A Chinese numeral the way a bulletin writes it (an evaluator's mirror image, written independently)."""
    if number == 0:
        return "零"
    words, gap = "", False
    for power, unit in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section, number = divmod(number, power)
        if not section:
            gap = gap or bool(words)
            continue
        words += ("零" if words and (gap or section < 1000) else "") + _section(section) + unit
        gap = False
    return words.removeprefix("一") if words.startswith("一十") else words


def _section(section: int) -> str:
    words, gap = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, section = divmod(section, power)
        if digit:
            words += ("零" if gap and words else "") + _DIGITS[digit] + unit
            gap = False
        else:
            gap = bool(words)
    return words


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", "0"),
        ("1,100", "1100"),
        ("1,234,567.3", "1234567.3"),
        ("２．７亿", "270000000"),
        ("1,100.9亿", "110090000000"),
        ("1.2万", "12000"),
        ("1 234 567.5", "1234567.5"),
        ("10万万", "1000000000"),
        ("3亿5千万", "350000000"),
        ("1万2", "12000"),
        ("1.5千万", "15000000"),
        ("21万亿", "21000000000000"),
        ("零", "0"),
        ("两千零五", "2005"),
        ("三千五百", "3500"),
        ("一百二十万", "1200000"),
        ("一万二", "12000"),
        ("二百五", "250"),
        ("廿八", "28"),
        ("一千零十", "1010"),
        ("一万零一十二", "10012"),
        ("三百五十一万亿", "351000000000000"),
        ("九千八百七十六万五千四百三十二亿九千八百七十六万五千四百三十二", "9876543298765432"),
        ("二〇二一", "2021"),
        ("一点五万", "15000"),
        ("三十点零五", "30.05"),
        ("壹拾", "10"),
        ("壹佰贰拾叁万", "1230000"),
        ("负一百二十万", "-1200000"),
        ("-3/2", "-1.5"),
        ("1/5", "0.2"),
        ("三分之一", "0.333333333333333"),
        ("一千万分之六", "0.0000006"),
        ("16分之5", "0.3125"),
        ("四又五分之二", "4.4"),
    ],
)
def test_a_number_in_any_notation(written: str, value: str) -> None:
    assert parse_number(written) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "number.none"),
        ("百分之七点八", "number.none"),
        ("增长", "number.none"),
        ("第一", "number.none"),
        ("1.2万元", "number.trailing"),
        ("三个", "number.trailing"),
        ("1,2345", "number.trailing"),
        ("5 和 6", "number.trailing"),
        ("1/0", "number.trailing"),
        ("零分之一", "number.none"),
        ("5%", "number.trailing"),
    ],
)
def test_anything_else_is_refused_with_a_code(text: str, code: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_number(text)
    assert caught.value.code == code
    assert caught.value.text == text


@pytest.mark.parametrize(
    "text",
    [
        "一馆一中心",
        "十九届三中全会",
        "三横四纵",
        "全国两会",
        "第一",
        "第16届",
        "一网通办",
        "“十四五”规划",
        "党的二十大",
        "20+8",
        "“7+1”产业",
        "1+10+N",
        "PM2.5",
        "5G",
        "IMT-2020",
        "G107",
        "第六届",
        "2号线",
        "11083N",
        "12·9运动",
        "一心一意",
        "四川省三门峡市",
        "张三、李四",
        "周三",
        "一二三产业融合",
        "三一重工",
        "三番五次、三天两头、五花八门",
        "零售业、零部件、零距离服务",
        "不三不四",
    ],
)
def test_names_idioms_ordinals_and_codes_are_left_alone(text: str) -> None:
    assert find_numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("投入1100万,又追加三千五百", ["1100万", "三千五百"]),
        ("1991年1月16日", ["1991", "1", "16"]),
        ("这是五那是四", ["五", "四"]),
        ("“一”和“五”", ["一", "五"]),
        ("“十五”规划,“二十”条", []),
        ("二十五分之一百四十四", ["二十五分之一百四十四"]),
        ("降低0.5%-1%,由-12℃~5℃", ["0.5", "1", "12", "5"]),
        ("新增1 234人,投资5 000万元,5月 200人", ["1 234", "5 000万", "5", "200"]),
        ("1, 234, 567.3", ["1", "234", "567.3"]),
        ("共三名,第三名是女生", ["三"]),
        ("合计壹佰贰拾元", ["壹佰贰拾"]),
        # a mark or letter at the end of the line above makes no code of what begins a line
        ("·26·\n9月5日,2017年", ["9", "5", "2017"]),
        ("MAJOR EVENTS\n24日", ["24"]),
    ],
)
def test_numbers_in_a_sentence(text: str, written: list[str]) -> None:
    assert [number.written for number in find_numbers(text)] == written


def test_a_long_number_stays_exact() -> None:
    digits = "123456789" * 20
    assert parse_number(f"{digits}万") == Decimal(f"{digits}0000")
    assert str(parse_number("9" * 100_000)) == "9" * 100_000


@given(st.integers(0, 10**12 - 1))
def test_a_spelled_number_reads_back(number: int) -> None:
    assert parse_number(spell(number)) == number


@given(st.integers(0, 10**9), st.integers(0, 3))
def test_digits_read_back_in_every_notation(number: int, places: int) -> None:
    value = Decimal(number).scaleb(-places)
    for written in (f"{value:f}", f"{value:,f}"):
        assert parse_number(written) == value
        assert parse_number(f"{written}万") == value * 10**4
        assert parse_number(f"{written}亿") == value * 10**8


@given(st.text("一二三十百千万亿点零两负分之又0123456789.,/-第届号个年+壹拾A", max_size=30))
def test_spans_are_exact_and_nothing_raises(text: str) -> None:
    stop = 0
    for number in find_numbers(text):
        assert stop <= number.span.start < number.span.stop <= len(text)
        assert text[number.span.start : number.span.stop] == number.written
        stop = number.span.stop


@settings(max_examples=50)
@given(st.text(max_size=200))
def test_no_text_is_too_odd(text: str) -> None:
    find_numbers(text)


@pytest.mark.parametrize("unit", ["9", "一", "万", "一万", "1,", "点", "分之", "负", "一分之"])
def test_cost_is_linear(unit: str) -> None:
    assert len(find_numbers(unit * 100_000)) >= 0


@pytest.mark.parametrize("row", rows("number_names"), ids=lambda row: row["word"])
def test_the_example_of_a_name_holds_it_and_no_number_begins_it(row: dict[str, str]) -> None:
    at = row["example"].index(row["word"])
    assert at not in [number.span.start for number in find_numbers(row["example"])]
