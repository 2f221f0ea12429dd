"""What stands around a bulletin on its page, and what has happened to its characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from hypothesis import strategies as st
from opencc import OpenCC

from chronicle_parse.patterns import compiled
from chronicle_parse.strategies.garble import garble

Script = Literal["simplified", "traditional", "garbled"]

_ABOVE = (
    "首页 > 政务公开 > 工作动态",
    "当前位置:首页 > 信息公开",
    "来源:县委办公室 发布时间:2031-05-08 浏览次数:120",
    "发布时间:2031-05-08 09:30",
    "字号:[大 中 小]",
)
"""Lines above a text; the year is one in which no drawn bulletin lies."""

_BELOW = (
    "【打印】 【关闭】",
    "上一篇:没有了",
    "扫一扫在手机打开当前页",
    "版权所有:县人民政府办公室",
)

SCRIPTS: tuple[Script, ...] = ("simplified", "traditional", "garbled")


@st.composite
def pages(
    draw: st.DrawFn,
    title: str,
    body: Sequence[str],
    between: str = "\n",
    *,
    chrome: bool = True,
    scripts: Sequence[Script] = SCRIPTS,
) -> str:
    """The lines of a bulletin as a page shows them.

    Args:
        draw: given by hypothesis.
        title: the title line.
        body: the lines below it.
        between: what stands between two lines.
        chrome: whether navigation and metadata may stand above and below.
        scripts: in which characters the page may be: as they are, Traditional, or Traditional with inserted pinyin. A page
            too short to show the last kind of damage is Traditional only.
    """
    above = draw(st.lists(st.sampled_from(_ABOVE), max_size=2, unique=True)) if chrome else []
    below = draw(st.lists(st.sampled_from(_BELOW), max_size=2, unique=True)) if chrome else []
    text = between.join([*above[:1], title, *above[1:], *body, *below]) + "\n"
    script = draw(st.sampled_from(scripts))
    if script == "garbled" and is_garbled(damaged := garble(text)):
        return damaged
    return text if script == "simplified" else traditional(text)


def traditional(text: str) -> str:
    """The text in Traditional characters.

    >>> traditional("区长会见")
    '區長會見'
    """
    return str(_s2t().convert(text))


def is_garbled(text: str) -> bool:
    """Whether a page shows enough damage to be told from one that explains the reading of a rare character."""
    found = _annotation().findall(text)
    return len(found) >= 3 and len({each[0] for each in found}) >= 2


@cache
def _s2t() -> OpenCC:
    return OpenCC("s2t")


@cache
def _annotation() -> re.Pattern[str]:
    return compiled(r"\p{Han}\([a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*\)")
