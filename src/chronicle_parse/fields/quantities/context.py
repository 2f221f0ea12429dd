"""What stands around a quantity: words that make it none (names, dates, codes, ordinals), and the bound in front of it."""

from __future__ import annotations

from functools import cache
from re import Pattern
from typing import Literal, cast

from chronicle_parse.fields.numerals import in_name
from chronicle_parse.lexicon import rows, words
from chronicle_parse.model import Bound
from chronicle_parse.patterns import any_of, verbose

Kind = Literal["classifier", "currency", "measure", "latin", "duration", "share"]

_LINE = 20  # a shorter line ends where its author wanted
_REACH = 12  # how far in front of a number its bound may begin
_NONE_BEFORE = frozenset("第初每+·×*#＋")  # 第5名, 每10万人, 20+8: an ordinal, a base, a code
_CODE_JOINTS = frozenset(":：./-－–—")  # 8:30, IMT-2020, 1.5.3
_OPENING_QUOTES = frozenset('“"‘「『')
_CLOSING_QUOTES = frozenset('”"’」』')
_MAKING_ONE = frozenset("每这那同第唯任某另上下逐万之有了是哪头独统专首过")
"""Characters behind which 一 is one single, and no amount: 每一个."""
_OF_THINGS = frozenset("座所枚台辆艘架条家处名幅份间栋幢套部例起支头人户块棵株挺尊口床册件个")
"""Classifiers before which 一 and 二 may count: 建桥一座."""
_MULTIPLYING = frozenset("·×*")  # 4×100米
_TITLED = frozenset("条项策招")  # units of papers that are named by how many points they have


@cache
def kinds() -> dict[str, Kind]:
    """Unit to its kind."""
    return {row["word"]: cast(Kind, row["kind"]) for row in rows("units")}


@cache
def unit_roles() -> dict[str, str]:
    """Units to what they do beside measuring: age, point (个百分点), rating (千伏)."""
    return {row["word"]: row["role"] for row in rows("units") if row["role"]}


@cache
def _with_digit() -> frozenset[str]:
    """The units a lone Chinese digit may stand before (三名, but not 三里)."""
    return frozenset(words("units", han="yes"))


@cache
def bounds(side: str) -> dict[str, Bound]:
    """The bound words of one side (before, inside, after) and what they say."""
    return {row["word"]: Bound[row["bound"]] for row in rows("bounds") if row["side"] == side}


@cache
def _before() -> Pattern[str]:
    free = any_of(words("bounds", side="before", not_behind=""))
    # why: 签约, 附近, 通过, 侦破, 会上 and 赶超 are words of their own
    apart = " | ".join(f"(?<![{row['not_behind']}]){row['word']}" for row in rows("bounds") if row["not_behind"])
    paid = any_of(words("quantity_words", role="paid"))
    return verbose(rf"(?P<bound> {free} | {apart} ) [了\ \n]? {paid}? [\ \n]? $")


@cache
def _before_ends() -> frozenset[str]:
    return frozenset(word[-1] for word in bounds("before")) | frozenset("了币月年均 \n")


def bound_before(text: str, number: int, *, bare: bool = False) -> tuple[int, Bound | None]:
    """Where the bound in front of a number begins and what it says; the number itself and None without one.

    Only a bare number (百, 万) can be led by 上: 上百名, but 地上28层.
    """
    if not number or text[number - 1] not in _before_ends():
        return number, None
    match = _before().search(text, max(0, number - _REACH), number)
    if match is None or (match["bound"] == "上" and not bare):
        return number, None
    return match.start(), bounds("before")[match["bound"]]


@cache
def _sign() -> Pattern[str]:
    return verbose(r"(?: [-－−] | (?:(?<!\p{Han})|(?<=[是为达至到约由从长降]))负 | 零下 ) $")


def signed(text: str, number: int) -> int:
    """Where the minus in front of a number begins, the number itself without one: 为企业减负1.08亿元 has none."""
    if not number or text[number - 1] not in "-－−负下":
        return number
    match = _sign().search(text, max(0, number - 2), number)
    return number if match is None else match.start()


@cache
def _traps() -> dict[str, Pattern[str]]:
    """Unit to the words that merely begin like it: 人 to 人大, 人才 and the like."""
    by_unit: dict[str, list[str]] = {}
    for row in rows("unit_traps"):
        by_unit.setdefault(row["unit"], []).append(row["word"])
    return {unit: verbose(any_of(found)) for unit, found in by_unit.items()}


@cache
def _announced() -> Pattern[str]:
    return verbose(any_of(words("announced_nouns")))


@cache
def _force() -> Pattern[str]:
    """What makes N级 a strength and no place in an order (4级公路)."""
    behind = any_of(words("quantity_words", role="strength behind"))
    return verbose(rf"[的(（]?(?:以上|左右)?(?:{behind}|[东西南北偏]{{0,2}}风)")


@cache
def _scales() -> tuple[str, ...]:
    """What makes it one in front of the number: 里氏6.2级."""
    return words("quantity_words", role="strength before")


@cache
def _circle() -> Pattern[str]:
    """十五分钟养老服务圈: a circle, no duration."""
    return verbose(r"\p{Han}{0,6}圈")


@cache
def _clocked() -> Pattern[str]:
    return verbose(r"[0-9]++(?!分钟)")


@cache
def _lasting() -> Pattern[str]:
    """What makes N年 or N日 a duration and no date: 历时三年, 长达11年."""
    return verbose(rf"{any_of(words('duration_words', years='yes'))}了?近?$")


def fits(text: str, number: int, unit: str, unit_start: int, unit_stop: int, kind: Kind, *, han: str | None) -> bool:
    """Whether the words around let a number and unit be an amount; `han` is the numeral if it is a Chinese one."""
    if kind == "duration" and not _is_duration(text, number, unit, unit_stop):
        return False
    if text.find("\n", number, unit_start) >= 0 and not _wrapped(text, number, unit_stop):
        return False
    before = text[number - 1] if number else "\n"
    further = text[number - 2] if number > 1 else "\n"
    grown = kind == "share" and before in "+＋" and not (further.isascii() and further.isalnum())
    if before in _NONE_BEFORE and not grown:
        return False  # why: 同比+7.1% is an amount, 20+8 none
    if before in _CODE_JOINTS and further.isascii() and further.isalnum():
        return False
    if before.isascii() and before.isalpha() and kind not in ("currency", "share") and unit_start - number < 3:
        return False  # why: A4张, K12个; but GDP742亿元
    after = text[unit_stop : unit_stop + 1]
    if after in _MULTIPLYING or (before == "子" and further in "男女"):
        return False  # why: 4×100米, 365天×24小时, 男子200米 are names
    if unit in _TITLED and after in _CLOSING_QUOTES and before not in _OPENING_QUOTES:
        return False  # why: “惠企十条” is the name of a paper
    if unit in _ambiguous() and _means_else(text, number, unit, unit_start, unit_stop, han):
        return False
    return han is None or _counts(text, number, unit, unit_start, kind, han)


@cache
def _ambiguous() -> frozenset[str]:
    """Units that may mean something else than a unit."""
    return frozenset(_traps()) | frozenset("名位个次级")


def _means_else(text: str, number: int, unit: str, unit_start: int, unit_stop: int, han: str | None) -> bool:
    """Whether a unit is none: the beginning of another word (人大), or what makes the number an ordinal or a strength."""
    trap = _traps().get(unit)
    if trap is not None and trap.match(text, unit_start):
        return True
    if unit in "名位个" and text.endswith("前", 0, number) and not text.endswith("目前", 0, number):
        return True
    if unit == "次":
        # why: 九届二次会议 and 六届人大五次会议 are the second and fifth; 两次会议 are two
        return han == "二" or text.find("届", max(0, number - 8), number) >= 0
    return unit == "级" and not (_force().match(text, unit_stop) or text.endswith(_scales(), 0, number))


@cache
def _sentence() -> Pattern[str]:
    return verbose(r"[\p{Han},，、;；]\ ?$")


def _wrapped(text: str, number: int, unit_stop: int) -> bool:
    """Whether a line end between number and unit is a mere wrap: in mid-sentence, of a long line or before a stop."""
    if not _sentence().search(text, max(0, number - 2), number):
        return False
    line = number - text.rfind("\n", 0, number)
    return line > _LINE or not text[unit_stop : unit_stop + 1].isalpha()


def _counts(text: str, number: int, unit: str, unit_start: int, kind: Kind, han: str) -> bool:
    """Whether a Chinese numeral states an amount here; many are parts of names and set phrases."""
    if in_name(text, number):
        return False
    if unit == "个" and _announced().match(text, unit_start + 1):
        return False
    if han[0] in "零〇":
        return kind == "share" or len(han) > 1  # why: 零部件
    if len(han) > 1:
        return "点" in han or any(char in "十百千万亿廿卅" for char in han)
    if han == "一" and kind in ("classifier", "duration"):
        return unit in _OF_THINGS and _trails(text, number, number + 1 + len(unit))
    if han == "二" and kind in ("classifier", "duration") and unit != "倍":
        # why: two is 两 before a classifier and 二次 is the second, but 专家二人 are two
        return unit == "人" or (unit in _OF_THINGS and _trails(text, number, number + 1 + len(unit)))
    if kind == "classifier" and text[max(0, number - 2) : number].strip()[-1:] in _OPENING_QUOTES:
        return False  # why: “四个城区” is a slogan
    return unit in ("成", "折") or unit.partition("/")[0] in _with_digit()


def _trails(text: str, number: int, stop: int) -> bool:
    """建桥一座, 死一人: behind its noun and before a stop 一 counts; before a noun (一座桥, 一名教师) it is an article."""
    before, after = text[number - 1 : number], text[stop : stop + 1]
    return before.isalpha() and before not in _MAKING_ONE and not after.isalnum() and after not in _OPENING_QUOTES


def _is_duration(text: str, number: int, unit: str, unit_stop: int) -> bool:
    if unit_roles().get(unit) == "age":
        return True
    before = text[max(0, number - 6) : number]
    if unit in ("年", "年多", "日"):
        if unit_stop - number > 3 + len(unit):
            return False
        return bool(_lasting().search(before)) or (
            unit == "年" and text.startswith(("之久", "时间", "左右"), unit_stop)
        )
    # why: 近三个月, 前5个月, 未来10天 and 3天前 say when, not how long
    if before.endswith(("近", "前", "头", "后", "未来", "过去", "首")) and not _lasting().search(before):
        return before.endswith("目前")
    if text.startswith(("前", "后", "来", "以来"), unit_stop):
        return False
    # why: 2小时15分08秒 is a time in a race, 2小时30分钟 is none
    if (unit == "秒" and before.endswith("分")) or _clocked().match(text, unit_stop):
        return False
    # why: 24小时 mostly says that something never closes
    return not (unit == "小时" and text.startswith(("24", "二十四"), number)) and not _circle().match(text, unit_stop)
