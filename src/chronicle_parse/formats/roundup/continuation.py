"""Whether a paragraph goes on with the item above: 会议强调,…, 据了解,…, a name that acts again, who was there."""

from __future__ import annotations

from functools import cache
from re import Pattern

from chronicle_parse.formats.roundup.drafts import Draft
from chronicle_parse.formats.roundup.headings import tells
from chronicle_parse.formats.roundup.units import Unit
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose


@cache
def _further() -> Pattern[str]:
    """What opens a further paragraph of the item above."""
    openers = any_of(words("continuations"))
    quoted = r"“ [^”\n]{4,200} ” [^。,，]{0,24} (?: 说 | 表示 | 介绍 | 坦言 | 告诉 | 强调 | 指出 )"
    return verbose(rf"[ \u3000]* (?: {openers} | —— | ── | [(（] | {quoted} )")


@cache
def _acting() -> Pattern[str]:
    """A name that goes on acting: 张文涛指出,…; the name must stand in the item above."""
    return verbose(r"""
        (?P<name> [\p{Han}·]{2,4}? )
        (?: 首先 | 还 | 详细 | 一行 | 一边 | 边 | 同志 | 对 | 在 | 希望 | 强调 | 指出 | 要求 | 表示 | 说 | 认为 | 代表 | 先后 | 来到 | 走进 | 等 )
    """)


@cache
def _attended() -> Pattern[str]:
    """A paragraph that only says who was there: 区长某某,区领导某某参加会议."""
    return verbose(r"""
        [^。\d]{2,120}? (?: 参加 | 出席 | 列席 | 陪同 | 随行 | 参会 | 主持 )
        (?: 了? (?: 会议 | 活动 | 调研 | 检查 | 座谈会? | 仪式 | 督导 | 视察 | 慰问 | 考察 | 上述活动 ) )?
        (?: 并 (?: 作? 讲话 | 致辞 | 发言 ) )? [。]? $
    """)


@cache
def _dated() -> Pattern[str]:
    """A day in the first sentence."""
    return verbose(r"[^。]{0,80} (?: \d [日号] | [今昨] [天日] (?! 是 ) | 昨[晚夜晨] | 今[早晨] )")


def names_day(text: str) -> bool:
    """Whether the first sentence names a day."""
    return _dated().match(text) is not None


def opens_further(text: str) -> bool:
    """Whether the words at the beginning say that something goes on."""
    return _further().match(text) is not None


@cache
def _remark() -> Pattern[str]:
    return verbose(r"[^。,，\d]{2,14} (?: 表示 | 介绍 | 说 | 坦言 | 透露 | 告诉记者 ) [,，:：]")


def remarks(unit: Unit) -> bool:
    """Whether a paragraph right below another one is what somebody says about it: 副局长芮红表示,…."""
    return not unit.gap and _remark().match(unit.text) is not None


def goes_on(unit: Unit, draft: Draft, above: str, *, under_day: bool) -> bool:
    """Whether a paragraph without mark and date belongs to the item above.

    Args:
        unit: the paragraph.
        draft: the item above.
        above: its text so far.
        under_day: whether both stand under the heading of a day, where every paragraph is an item.
    """
    if draft.marked or draft.headline or opens_further(unit.text):
        return True
    if (found := _acting().match(unit.text)) and found["name"] in above:
        return True
    if under_day:
        return False
    if _attended().match(unit.text):
        return True
    return draft.head is not None and not unit.gap and not names_day(unit.text) and not tells(unit.text)
