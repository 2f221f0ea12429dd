"""What stands in front of the news of a roundup: its title, a greeting, the name of the whole issue."""

from __future__ import annotations

from collections import Counter
from functools import cache
from re import Pattern

from chronicle_parse.formats.page import Page
from chronicle_parse.formats.roundup.running import SIGNS
from chronicle_parse.patterns import verbose


@cache
def greeting() -> Pattern[str]:
    """A greeting or slogan in front of the news, not the heading of its first part."""
    return verbose(r"[,，!！?？] | 今天 | 今日 | 小编 | 编者")


@cache
def welcome() -> Pattern[str]:
    """The first words of a broadcast or morning paper: 各位听众早上好,今天是12月3日."""
    return verbose(
        r"(?: .{0,20} (?: 早上 | 上午 | 中午 | 下午 | 晚上 | 大家 | 您 | 你 | 各位 | 朋友们? ) [,，]? 好 | .{0,20} 欢迎(?: 收[看听] | 关注 | 阅读 ) | 今天是 )"
    )


@cache
def issue() -> Pattern[str]:
    """What names a whole issue rather than a part of it."""
    return verbose(r"""
        一周 (?! $ ) | 一星期 | ^ [^的]* 一周 $ | [本每双]周 | 半月 | 周[报刊] | 月[报刊] | [早晚日旬]报 | 本[月旬] | 早安 | 晚安
    """)


def untitle(page: Page) -> None:
    """A line like others on the page is no title: ★ … is the first item, [要闻] above [民生] the first heading."""
    titles = [
        line for line in page.lines if line.role == "title" and (line.text[:1] in SIGNS or line.text[:1] in "【[")
    ]
    if not titles:
        return
    alike = Counter((line.text[0], line.text[-1] in "】]") for line in page.lines if line.text)
    for line in titles:
        bracketed = line.text[-1] in "】]"
        if alike[line.text[0], bracketed] > 1 and (line.text[0] in SIGNS or bracketed):
            line.role, page.title = "paragraph", ""
