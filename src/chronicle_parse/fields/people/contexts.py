"""What stands before a name, and how much it speaks for one."""

from __future__ import annotations

from functools import cache
from re import Pattern

from attrs import frozen

from chronicle_parse.fields.people.costs import name_costs
from chronicle_parse.fields.people.following import BARRIER
from chronicle_parse.fields.people.names import short_names
from chronicle_parse.fields.people.titles import inside_office, office_before, offices
from chronicle_parse.lexicon import rows, words
from chronicle_parse.patterns import compiled


@frozen
class Context:
    """A kind of place before a name. All numbers are costs in nats.

    Attributes:
        prior: how much other evidence a name needs here.
        expected: how unlikely it is that no name follows.
        loose: whether a name without a known surname may stand here.
        barrier: where a title or a name stands right before: how badly other words than its followers go on from it.
        disliked: how ill the words behind may go with a name.
    """

    prior: float
    expected: float = 0.0
    loose: bool = False
    barrier: float | None = None
    disliked: float = 1.6


TITLE = Context(0.0, expected=2.0, loose=True, barrier=BARRIER, disliked=99.0)
"""Behind an office: 县长|…."""
COMMON = Context(0.0, loose=True, barrier=0.0, disliked=4.5)
"""Behind a role that often stands alone: 居民|…."""
SELDOM = Context(4.5, loose=True, barrier=0.0, disliked=4.5)
"""Behind a word that is seldom a title: 冠军|…."""
LIST = Context(0.0, expected=4.0, loose=True, barrier=BARRIER, disliked=4.5)
"""Behind a name and 、."""
JOINED = Context(0.0, expected=2.0, loose=True, barrier=0.0, disliked=4.5)
"""Behind a name and 和, 与 or 及, where other nouns may well stand."""
CREDIT = Context(0.0, expected=2.0, loose=True, barrier=BARRIER)
"""Behind a role and a colon: 记者:|…."""
SPACED = Context(2.0, barrier=0.0)
"""Behind a name and a blank."""
NEXT = Context(3.0, barrier=0.0)
"""Right behind a name."""
START = Context(3.0)
"""At the start of a clause."""
ITEM = Context(7.0)
"""Behind 、 where no name stands before it."""
INNER = Context(8.0)
"""Behind an opening quotation mark or bracket."""
CALLED = Context(6.0, disliked=-2.0)
"""Where only the word behind, or the same name elsewhere in the text, tells of a name."""
APPOINTED = Context(0.0, expected=3.0, loose=True, disliked=99.0)
"""Behind words such as 任命 and 免去, which hardly anything but a name follows."""

_APPOINTED = 2.0
_CLOCK = "日午晚"
_NUMERALS = "0123456789〇一二三四五六七八九十本同是上中下"
_BODY_ENDS = "委局院校厅行司"  # 我委|朱伟主任
_HOME_ENDS = "村镇乡"  # 石门村|王大山说
_CLEAR = frozenset("，,。；;！？!?\n")  # behind which nothing announces a name
_OPENING, _CLOSED = "“‘「『(（", ")）”’」』《〈》〉·-—~/+"


@cache
def cues() -> dict[str, float]:
    """Words that announce a name behind them, with the evidence it still needs."""
    return {row["word"]: float(row["cost"]) for row in rows("before_names")}


@cache
def _announced(cost: float) -> Context:
    """The context behind a cue."""
    if cost <= _APPOINTED:
        return APPOINTED
    return Context(cost, disliked=3.0)


@cache
def _cue_ends() -> frozenset[str]:
    return frozenset((*(word[-1] for word in cues()), "："))


@cache
def foreign_starts() -> frozenset[str]:
    """The characters with which names begin that have no surname."""
    return frozenset(word[0] for word in words("name_parts", kind="part"))


@cache
def _office_ends() -> tuple[Pattern[str], frozenset[str]]:
    """The last two characters of offices before a Chinese one; which two belong together is looked up faster than matched."""
    pairs = frozenset(word[-2:] for word in offices())
    first, last = ("".join(sorted({pair[at] for pair in pairs})) for at in (0, 1))
    return compiled(rf"[{last}](?<=[{first}].)(?=[)）”’」』]?[ ]?(\p{{Han}}))"), pairs


@cache
def beginnings() -> frozenset[str]:
    """The characters with which names begin."""
    return frozenset({word[0] for word in name_costs().compound} | foreign_starts() | name_costs().surname.keys())


@cache
def _borders() -> Pattern[str]:
    """A character that may begin a name, behind punctuation, a time, a home, or the end of a cue."""
    always = rf"\W{''.join(sorted(_cue_ends()))}{_CLOCK}{_HOME_ENDS}上"
    return compiled(
        rf"[{''.join(sorted(beginnings()))}](?<=[{always}月年旬{_BODY_ENDS}].)"
        rf"(?:(?<=[{always}].)|(?<=[{_NUMERALS}][月年旬].)|(?<=我[{_BODY_ENDS}].))"
    )


def anchors(text: str) -> list[int]:
    """Where a name may begin, in order: behind an office, or with a surname at the start, behind punctuation or a cue."""
    ends, pairs = _office_ends()
    behind = [found.start(1) for found in ends.finditer(text) if text[found.start() - 1 : found.end()] in pairs]
    first = [0] if text[:1] in beginnings() else []
    borders = [
        start
        for found in _borders().finditer(text)
        if text[(start := found.start()) - 1] not in _CLEAR or short_names(text[start : start + 3]) != ()
    ]
    return sorted([*first, *behind, *borders])


@cache
def _occasions() -> frozenset[str]:
    """The last two characters of what a name may begin behind: 仪式上."""
    return frozenset(word[-2:] for word in words("people_words", role="occasion"))


def untitled(text: str, start: int, floor: int, end: int, words_known: dict[str, float]) -> Context | None:
    """The context of a name with no title before it, None where no name can stand.

    Args:
        text: clean text.
        start: where the name would begin.
        floor: where the name before ends, with what may stand behind it.
        end: where that name itself ends.
        words_known: the words of running text.
    """
    if start == 0:
        return START
    if start == end:
        return NEXT
    before = text[start - 1]
    if floor and start - 1 == floor and before in "、和与及 ":
        return SPACED if before == " " else LIST if before == "、" else JOINED
    if floor and start - 2 == floor and text[floor:start] == "以及":
        return JOINED
    if before in _cue_ends():
        for size in (3, 2, 1):
            cost = cues().get(text[max(0, start - size) : start].replace("：", ":"))
            if cost is not None and (size > 1 or text[start - 1 : start + 1] not in words_known):
                return _announced(cost)
    if before.isalnum():
        dated = before in _CLOCK or (before in "月年旬" and text[start - 2] in _NUMERALS)
        ours = before in _BODY_ENDS and text[start - 2] == "我"
        if dated or ours or text[start - 2 : start] in _occasions():
            return START
        return CALLED if before in _HOME_ENDS and not inside_office(text, start) else None
    if before in ":：" and office_before(text, start - 1) >= 0:
        return CREDIT
    if before == "、":
        return ITEM
    if before in _OPENING:
        return INNER
    if before in _CLOSED or (before in ":：" and text[start - 3 : start - 1] == "来源"):
        return None
    return START
