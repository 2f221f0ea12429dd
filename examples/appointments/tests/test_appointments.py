"""The notices are read, and everything around them works as for the built-in formats."""

import json
import time

import jsonschema
import pytest
from chronicle_appointments import FORMAT, Appointments

import chronicle_parse as cp
from chronicle_parse.export import from_json, json_schema, to_arrow, to_csv, to_html, to_json, to_markdown, to_rows

NOTICE = """青禾縣人民政府
關於王芳等同志職務任免的通知
来源:县人社局 发布时间:2023-05-16
各乡镇人民政府,县政府各部门:
经2023年5月10日县政府第12次常务会议研究决定:
任命王芳为青禾县教育局局长（试用期一年），免去其县财政局副局长职务；
任命赵天成、李卓同志为县人民政府办公室副主任，阿依古丽·买买提为县文化馆馆长；
免去冯婉婷同志的县住房和城乡建设局党组书记、局長職務。
"""


def read(text: str) -> Appointments:
    document = cp.parse(text, kind="appointments")
    assert isinstance(document, Appointments)
    return document


def moves(text: str) -> list[tuple[str, str, str]]:
    return [(each.act, each.person.name, each.post) for each in read(text).appointments]


def test_the_format_is_installed_behind_the_built_in_ones() -> None:
    assert cp.formats()[:3] == tuple(
        each for each in cp.formats() if each.document.__module__.startswith("chronicle_parse")
    )
    assert FORMAT in cp.formats()


def test_a_notice_is_detected_and_says_why() -> None:
    best = cp.detect(NOTICE)[0]
    assert (best.name, best.score > 0.5, len(best.reasons)) == ("appointments", True, 2)
    assert cp.parse(NOTICE).kind == "appointments"


@pytest.mark.parametrize(
    "text",
    [
        "青禾县大事记\n3月5日,县人大常委会任命王芳为副县长。\n3月6日,县图书馆开馆。\n3月9日,举办运动会。\n4月2日,召开全会。\n",
        "一周动态(5月6日-5月12日)\n5月6日,县长王芳调研。\n5月7日,县委召开会议,免去李军的局长职务。\n5月8日,县长王芳会见客人。\n",
        "青禾县政府工作报告\n各位代表:\n一、2023年工作回顾\n地区生产总值增长6%。\n",
    ],
)
def test_other_bulletins_stay_what_they_are(text: str) -> None:
    assert cp.detect(text)[0].name != "appointments"


def test_who_gets_and_leaves_which_post() -> None:
    assert moves(NOTICE) == [
        ("appoint", "王芳", "青禾县教育局局长"),
        ("remove", "王芳", "县财政局副局长"),
        ("appoint", "赵天成", "县人民政府办公室副主任"),
        ("appoint", "李卓", "县人民政府办公室副主任"),
        ("appoint", "阿依古丽·买买提", "县文化馆馆长"),
        ("remove", "冯婉婷", "县住房和城乡建设局党组书记、局长"),
    ]
    document = read(NOTICE)
    assert document.appointments[0].remark == "试用期一年"
    assert document.decided is not None
    assert document.decided.edtf == "2023-05-10"
    assert document.title == "关于王芳等同志职务任免的通知"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("决定任命王芳为副县长。", [("appoint", "王芳", "副县长")]),
        ("免去:\n冯婉婷兼任的深圳市罗湖区应急管理局局长职务;", [("remove", "冯婉婷", "深圳市罗湖区应急管理局局长")]),
        ("任命王芳为区长,会议还听取了报告。", [("appoint", "王芳", "区长")]),
        ("会议通过了任命名单。", []),
        ("免去其区财政局副局长职务。", []),
    ],
)
def test_sentences(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert moves(f"人事任免\n{text}\n") == expected


def test_a_post_of_nobody_is_an_issue() -> None:
    assert [issue.code for issue in read("免去其区财政局副局长职务。\n").issues] == ["appointments.nobody"]


def test_every_value_knows_its_original_words_and_lines_tile() -> None:
    document = read(NOTICE)
    assert document.original(document.appointments[-1]) == "冯婉婷同志的县住房和城乡建设局党组书记、局長職務"
    assert document.original(document.appointments[1].person) == "王芳"
    assert "".join(document.original(line.span) for line in document.lines) == NOTICE
    assert [line.role for line in document.lines].count("entry") == 3


def test_json_comes_back_equal_and_fits_its_schema() -> None:
    document = read(NOTICE)
    written = to_json(document)
    assert from_json(written) == document
    jsonschema.validate(json.loads(written), json_schema())
    broken = json.loads(written)
    broken["appointments"][0]["act"] = "promote"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, json_schema())


def test_tables_hold_the_document() -> None:
    document = read(NOTICE)
    [row] = to_rows([document], "documents")
    assert (row["kind"], row["place"]) == ("appointments", "青禾县")
    assert to_arrow([document], "documents").column("kind").to_pylist() == ["appointments"]
    assert to_csv([document], "documents").count("\r\n") == 2


def test_it_is_shown_everywhere() -> None:
    document = read(NOTICE)
    assert '<mark class="value" data-m="1">王芳为青禾县教育局局长（试用期一年）</mark>' in to_html(document)
    assert "| appoint | 王芳 | 青禾县教育局局长 | 试用期一年 |" in to_markdown(document)
    assert ">县文化馆馆长</td>" in document._repr_html_()


@pytest.mark.parametrize("part", ["任命王芳为", "任命王芳、", "任命", "免去其某局职务,", "甲"])
def test_cost_grows_with_the_length_alone(part: str) -> None:
    begun = time.thread_time()
    cp.parse(part * 5000, kind="appointments")
    assert time.thread_time() - begun < 10
