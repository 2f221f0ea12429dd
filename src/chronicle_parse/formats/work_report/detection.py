"""How much a page looks like a work report, and why. Only words and line heads are looked at."""

from __future__ import annotations

from functools import cache
from itertools import islice
from re import Pattern

from attrs import frozen

from chronicle_parse.formats.page import Page
from chronicle_parse.patterns import any_of, verbose

LOOK = 20_000
"""So many characters are looked at."""


@frozen
class _Sign:
    """Something that speaks for (or against) a work report; `least`: how often it must be found."""

    weight: float
    reason: str
    pattern: str
    where: str = "text"
    least: int = 1


_SIGNS = (
    _Sign(0.30, "the title names a government work report", r"政府工作报告", "title"),
    _Sign(0.15, "it names a government work report near the top", r"政府工作报告", "top"),
    _Sign(0.05, "it names a government work report", r"政府工作报告"),
    _Sign(
        0.20,
        "someone gives a work report",
        r"(?: 作 | 做 ) 了? (?: \p{Han}{0,6} 政府 )? 工作报告 | 代表 \p{Han}{0,8} 政府 ,? 向大会 (?: 报告 | 作 )",
    ),
    _Sign(0.15, "it speaks to the deputies", r"各位代表"),
    _Sign(0.15, "it asks for deliberation", r"请予审议 | 请予审查 | 提出意见"),
    _Sign(
        0.20,
        "it names expected targets",
        r"(?: 预期 | 主要 | 奋斗 | 发展 ) 目标 [^。\n]{0,30} (?: 是 | 为 | [:：] | 建议 | \n ) | 主要预期目标",
    ),
    _Sign(0.15, "it looks back on its work", r"工作回顾 | 回顾 .{0,12} 工作 | 总结 .{0,12} 工作"),
    _Sign(
        0.20,
        "it measures the economy",
        r"(?: 生产总值 | GDP | 一般公共预算收入 | 固定资产投资 | 社会消费品零售总额 ) [^。\n]{0,16} \d",
    ),
    _Sign(
        0.10,
        "a people's congress is in session",
        r"代表大会第? \p{Han}{1,4} 次 (?: 全体 )? 会议 | 届人大 \p{Han}{1,3} 次会议 | 两会",
    ),
    _Sign(
        0.20,
        "the title names a summary or plan of work",
        r"工作 (?: 情况 )? 的? (?: 总结 | 汇报 | (?<! 政府工作 ) 报告 | 要点 | 思路 | 打算 | 安排 | 计划 )",
        "title",
    ),
    _Sign(
        0.10,
        "it speaks of a year as a whole",
        r"(?: 今年 | 去年 | 过去 | \d{2} [\dXx×]{2} 年 | [一二] [\p{Han}○]{3} 年 ) [^。\n]{0,60} [的这] 一年 [。,，] | 一年来 [,，]",
        "top",
    ),
    _Sign(
        0.15,
        "it is full of figures",
        r"\d \s? [万亿余多]{0,2} \s? (?: %|元|亩|公里|平方米|吨|户|人|家|套|所|台|个|项|处|件|米|只|头|担 )",
        least=12,
    ),
    _Sign(0.05, "it measures growth", r"(?: 增长 | 增加 | 增收 | 提高 | 上升 | 下降 | 减少 ) 了? \s? \d", least=3),
    _Sign(
        0.10,
        "its parts are counted",
        r"(?m) ^ [^\S\n]*+ (?: [一二三四五六七八九十]{1,2} [、是] | [(（] [一二三四五六七八九十] )",
        least=3,
    ),
    _Sign(
        -0.30,
        "the title is about a draft or its discussion",
        r"座谈 | 征求 | 讨论 | 起草 | 审议通过 | 学习贯彻",
        "title",
    ),
    _Sign(-0.45, "the title is that of another bulletin", any_of(["大事记", "一周", "周报", "要闻", "动态"]), "title"),
    _Sign(-0.45, "the title is that of a notice", r"(?: 通知 | 意见 | 方案 | 函 | 公告 | 办法 | 解读 ) $", "title"),
    _Sign(-0.45, "the title is that of statistics", r"统计 | 年鉴 | 公报", "title"),
    _Sign(
        -0.30, "it holds source code", r"\b (?: def | return | import | function | class ) \b .* [(){};:] \s* $", "code"
    ),
)


@cache
def _patterns() -> tuple[tuple[_Sign, Pattern[str]], ...]:
    return tuple((sign, verbose(("(?m)" if sign.where == "code" else "") + sign.pattern)) for sign in _SIGNS)


@cache
def _dated() -> Pattern[str]:
    """A line that opens with a date, perhaps behind a mark."""
    return verbose(
        r"(?m) ^ [\W_]{0,3} (?: \d{4} \s? 年 )? \s? (?: \d{1,2} \s? 月 \s? )? \d{1,2} \s? 日 | ^ \d{4} [-.] \d{1,2} [-.] \d{1,2}"
    )


def score(page: Page) -> tuple[float, tuple[str, ...]]:
    """How much the page looks like a 政府工作报告.

    A title or an opening that names one weighs most; then what only such a report says. Lines that open with dates, and
    titles of other bulletins, speak against it.
    """
    text = page.text[:LOOK]
    where = {"title": page.title, "top": text[:600], "text": text, "code": text}
    total = 0.0
    reasons = []
    for sign, pattern in _patterns():
        if sum(1 for _ in islice(pattern.finditer(where[sign.where]), sign.least)) == sign.least:
            total += sign.weight
            reasons.append(sign.reason)
    lines = sum(line.role == "paragraph" for line in page.lines) or 1
    dated = len(_dated().findall(text))
    if total > 0 and dated >= 4 and dated > 0.25 * lines:
        total -= 0.5
        reasons.append(f"{dated} lines open with a date")
    total = min(0.98, max(0.0, total))
    return (total, tuple(reasons)) if total else (0.0, ())
