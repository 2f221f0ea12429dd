"""Traditional to Simplified line by line, where a character calls for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from chronicle_parse.text.script import to_simplified

PHRASES = [
    "深沈",
    "答覆",
    "毛坏",
    "甦醒",
    "衹得",
    "藉口",
    "瞭然",
    "海哩",
    "乾坤",
    "於是",
    "么麼",
    "么喝",
    "破坏",
    "覆盖",
    "國內",
    "開會",
    "縣長",
    "会议",
    "县长",
    "𠀀",
    "發展",
]
"""Words of both scripts, among them those that OpenCC converts although it leaves each of their characters alone."""


@given(st.lists(st.sampled_from([*PHRASES, "\n", "\r\n", ",", "3月5日"]), max_size=12).map("".join))
def test_a_text_is_converted_as_opencc_converts_it(text: str) -> None:
    assert to_simplified(text) == OpenCC("t2s").convert(text)


@pytest.mark.parametrize("text", ["县委召开会议,部署防汛工作。\n" * 3, "", "\n\n", "A1 ,"])
def test_simplified_text_stays(text: str) -> None:
    assert to_simplified(text) == text


def test_every_character_of_the_first_plane_is_converted_as_by_opencc() -> None:
    han = [chr(code) for code in range(0x2E80, 0x10000) if not 0xD800 <= code <= 0xDFFF]
    plain = OpenCC("t2s").convert("\n".join(han)).split("\n")
    wrong = [each for each, other in zip(han, plain, strict=True) if other != each and to_simplified(each) == each]
    assert wrong == []


def test_a_lone_surrogate_does_not_keep_its_line_from_being_converted() -> None:
    assert to_simplified("國\ud800會\n县") == "国\ud800会\n县"
