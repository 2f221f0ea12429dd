"""Hard wraps: on which pages lines are joined at all."""

import pytest

from chronicle_parse import clean

WRAPPED = "5日召开全县水利工程建设工作会议,出动技术人员60\n人次。"
JOINED = "5日召开全县水利工程建设工作会议,出动技术人员60人次。"


def test_a_long_address_does_not_keep_a_page_from_being_joined() -> None:
    address = "https://example.org/" + "a" * 200
    assert clean(f"{address}\n{WRAPPED}").text == f"{address}\n{JOINED}"


def test_a_page_of_long_lines_is_not_wrapped() -> None:
    paragraph = "区委召开会议,研究部署有关工作," * 20 + "取得成效。"
    assert clean(f"{paragraph}\n{WRAPPED}").text == f"{paragraph}\n{WRAPPED}"


def test_every_cut_of_a_page_is_joined() -> None:
    first = "3月5日,区委召开农村工作会议,研究部署春季农业生产和设施农业发展工\n作,乡镇负责人参加。"
    second = "3月9日,区长王芳到第一小学调研,强调要着力推进教育工作,奋力开创新\n局面,各校校长参加。"
    third = "4月2日,全区招商引资工作推进会召开,会议通报去年工作,并部署今年任\n务,各局局长参加。"
    page = "\n".join((first, second, third))
    assert clean(page).text.split("\n") == [part.replace("\n", "") for part in (first, second, third)]


def test_a_full_line_that_ends_a_sentence_ends_its_entry_where_no_other_shows_that_entries_go_on() -> None:
    page = (
        "区委召开农村工作会议,研究部署春季农业生产和设施农业发展工作任务。\n"
        "农场领导慰问困难职工,并送上慰问金和节日祝福,职工代表参加座谈活\n动。"
    )
    assert clean(page).text == page.replace("活\n动", "活动")


def test_a_paragraph_goes_on_behind_a_full_line_where_others_begin_with_their_dates() -> None:
    page = (
        "3月5日,区委召开农村工作会议,研究部署春季农业生产和设施农业发展工\n"
        "作,会议通报了去年的农业生产情况,并表彰了先进乡镇和先进工作者。\n"
        "区长王芳出席会议,并作讲话。\n"
        "3月9日,区长到第一小学调研。\n"
        "4月2日,全区招商引资会召开。\n"
        "4月6日,文化馆新馆正式开放。"
    )
    expected = page.replace("发展工\n作", "发展工作").replace("工作者。\n区长", "工作者。区长")
    assert clean(page).text == expected


@pytest.mark.parametrize(
    ("cut", "joined"),
    [
        ("签约引进的项目包括华为5G\nLAB", "华为5G LAB"),
        ("签约引进的项目包括区里数字\nLAB", "数字LAB"),
    ],
)
def test_words_of_letters_stay_apart(cut: str, joined: str) -> None:
    page = f"3月5日,区委书记刘胜到高新区调研,听取情况介绍,{cut}研究院,并作讲话。"
    assert joined in clean(page).text
