"""Cleaning twice changes nothing, whatever is mixed in a text: what one stage uncovers no other may find the second time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle_parse import clean

PIECES = (
    "Æ·ÅÆ", "ÊÐ", "ªÙ¯", "\x08", "åŠ ", "å\x8cº", "é•¿", "º", "杩涘叆", "锛", "銆", "Ã©", "â€œ", "\xa0", "\x85", "café",
    "会议", "於", "乾縣", "沈思", "看著", "衞", "⻄", "１", "，", "。", "9。5%", "8：30", "1，100", "66 个", "3 月 1 2 日", "— ", "審 議", "通 过",
    "&amp;", "&lt;", "&nbsp;", "&#24352;", "&", "amp;", ";", "<p>", "</p>", "<html>", "&lt;p&gt;", "<ｐ>", "<br>",
    "區(qū)", "聯(lián)", "發(fā)", "(qū)", "(", ")", "?,", "?", "F(xiàn)", "因?yàn)榻", "個(ge) 人",
    " ", "\n", "\u3000", "\ufeff", "\u200b", "\xad", "\r", "\r\n", "\ufffd",
)  # fmt: skip
WRONG = (("gbk", "latin-1"), ("utf-8", "latin-1"), ("big5", "latin-1"), ("gbk", "cp1252"), ("utf-8", "gb18030"))

mixtures = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=14).map("".join)
latin = st.text(alphabet=st.characters(min_codepoint=0x80, max_codepoint=0x17F), max_size=8)


@st.composite
def wrongly_read(draw: st.DrawFn) -> str:
    """Chinese in one encoding, read as another."""
    written, read_as = draw(st.sampled_from(WRONG))
    text = draw(st.text(alphabet="会议区县长到检查工作12,。", min_size=1, max_size=8))
    return text.encode(written, "ignore").decode(read_as, "ignore")


@settings(max_examples=80, deadline=None)
@given(text=st.lists(mixtures | wrongly_read() | latin, max_size=5).map("".join))
def test_cleaning_a_mixture_twice_changes_nothing(text: str) -> None:
    once = clean(f"{text}\n").text
    assert clean(once).text == once


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("ªÙ¯\x08d", "ªÙ¯d"),
        ("Æ·ÅÆ\xa0", "品牌 "),
        ("æ\x9f¥è®®&#24352;å\x8cº", "查议张区"),
        ("<html><body><p>区委&amp;nbsp;召开", "区委 召开"),
        ("&lt;html&gt;&lt;p&gt;区委召开", "区委召开"),
        ("\u200b<html><p>区委召开", "区委召开"),
    ],
)
def test_what_hides_behind_something_else_is_found_the_first_time(text: str, once: str) -> None:
    assert clean(text).text.strip("\n") == once
    assert clean(clean(text).text).text == clean(text).text


def test_a_tag_that_a_text_only_mentions_stays() -> None:
    assert clean("网页中的&lt;p&gt;标签").text == "网页中的<p>标签"
