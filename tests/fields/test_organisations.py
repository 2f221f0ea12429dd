"""Organisations: read by their endings back to where the name begins."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle_parse.fields.organisations import find_organisations
from chronicle_parse.lexicon import rows


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("区委、区政府印发通知。", ["区委", "区政府"]),
        ("市委市政府下发意见。", ["市委市政府"]),
        ("市人大常委会召开会议。", ["市人大常委会"]),
        ("石梁县教育局与岭东师范学院签署协议。", ["石梁县教育局", "岭东师范学院"]),
        ("罗湖医院集团项目获奖。", ["罗湖医院集团"]),
        ("深圳市深水水务咨询有限公司挂牌。", ["深圳市深水水务咨询有限公司"]),
        ("上海浦东发展银行股份有限公司深圳分行签约。", ["上海浦东发展银行股份有限公司深圳分行"]),
        ("团县委设立服务点。", ["团县委"]),
        ("区总工会举办竞赛。", ["区总工会"]),
        ("桐湾实验小学举行仪式。", ["桐湾实验小学"]),
        ("市住房和城乡建设局公布名单。", ["市住房和城乡建设局"]),
        (
            "与云海汽车工程研究院股份有限公司(简称“云海汽研”)签约,云海汽研落户。",
            ["云海汽车工程研究院股份有限公司", "云海汽研", "云海汽研"],
        ),
        ("市教育局局长王芳出席。", []),
        ("多家公司参加活动。", []),
        ("审议政府工作报告。", []),
        ("开展理论大学习。", []),
        ("省教育厅长会议,教育厅级干部。", []),
        ("大赛组委会发布通知。", ["大赛组委会"]),
        ("签署合作协议。", []),
        ("建设法治政府、廉洁政府。", []),
        ("全体党员、委员会见客人。", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [organisation.name for organisation in find_organisations(text)] == names


@pytest.mark.parametrize("table", ["organisations", "before_organisations", "organisation_verbs"])
def test_examples_hold_their_word(table: str) -> None:
    assert all(row["word"] in row["example"] for row in rows(table))


@settings(max_examples=50)
@given(st.text(alphabet="市区县委府教育局有限公司大学中的在、，。“”()简称\n", max_size=60) | st.text(max_size=40))
def test_any_text_is_read_without_error_and_names_never_overlap(text: str) -> None:
    end = 0
    for organisation in find_organisations(text):
        assert end <= organisation.span.start < organisation.span.stop <= len(text)
        end = organisation.span.stop


def test_a_seat_stands_behind_a_place_that_has_its_province_before_it() -> None:
    assert [found.name for found in find_organisations("江西上饶政协召开会议。")] == ["江西上饶政协"]
