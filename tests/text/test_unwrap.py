"""Hard wraps: on which pages lines are joined at all."""

from chronicle_parse import clean

WRAPPED = "5日召开全县水利工程建设工作会议,出动技术人员60\n人次。"
JOINED = "5日召开全县水利工程建设工作会议,出动技术人员60人次。"


def test_a_long_address_does_not_keep_a_page_from_being_joined() -> None:
    address = "https://example.org/" + "a" * 200
    assert clean(f"{address}\n{WRAPPED}").text == f"{address}\n{JOINED}"


def test_a_page_of_long_lines_is_not_wrapped() -> None:
    paragraph = "区委召开会议,研究部署有关工作," * 20 + "取得成效。"
    assert clean(f"{paragraph}\n{WRAPPED}").text == f"{paragraph}\n{WRAPPED}"
