"""Lines that a page set apart: headings spaced out, tables with a line for every cell."""

from __future__ import annotations

import pytest

from chronicle_parse.text import clean


@pytest.mark.parametrize(
    ("spaced", "plain"),
    [
        ("一    月", "一月"),
        ("  十 二 月 ", "  十二月 "),
        ("大\u3000\u3000事\u3000\u3000记", "大事记"),
        ("二 〇 一 六 年", "二〇一六年"),
        ("金 岭 集 团 周 报", "金岭集团周报"),
    ],
)
def test_headings_that_were_spaced_out_are_closed(spaced: str, plain: str) -> None:
    page = clean(f"{spaced}\n3月5日,开会。")
    assert page.text.split("\n")[0] == plain
    assert page.original == f"{spaced}\n3月5日,开会。"


@pytest.mark.parametrize("line", ["张 三 李 四", "王 芳  李 明", "卢 敏", "年 月 日 时", "某县 大事记"])
def test_names_and_words_stay_apart(line: str) -> None:
    assert clean(line).text == line


TABLE = "序号\n日期\n内容\n1\n3月2日\n新校开学\n\n2\n3月5日\n植树\n填表人:某某"


def test_the_cells_of_a_row_come_on_one_line() -> None:
    page = clean(TABLE)
    assert page.text.split("\n") == ["序号 日期 内容", "1 3月2日 新校开学", "", "2 3月5日 植树", "填表人:某某"]
    assert clean(page.text).text == page.text


@pytest.mark.parametrize(
    "text",
    [
        "序号\n日期\n内容\n1\n3月2日\n新校开学",  # a single row
        "序号\n1\n2\n3",  # no columns
        "序号\n日期\n3月2日\n新校开学\n3月5日\n植树",  # no numbers
        "文件序号\n日期\n内容\n1\n甲\n乙\n2\n丙\n丁",
    ],
)
def test_what_is_no_such_table_stays(text: str) -> None:
    assert clean(text).text == text
