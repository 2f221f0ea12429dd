"""What stands between a name and its figure: 同比增长, 达到, 控制在, 由, 分别提高到, or nothing."""

from __future__ import annotations

import enum
from functools import cache, lru_cache
from re import Pattern
from typing import NamedTuple

from chronicle_parse.lexicon import rows, words
from chronicle_parse.model import Bound
from chronicle_parse.model.values import Direction
from chronicle_parse.patterns import any_of, verbose

DATE = r"""(?:(?:\d{4}|[一二][九〇○零][〇○零一二三四五六七八九]{2})年|[上去前当]年|年初|(?:“?[十一二三四五六七八九]{1,2}五”?)(?=[末初时期的])|[一二三四五六七八九十\d]{1,2}年前|上届)
           (?:同期|年底|年末|底|末|期末|初期|初|时期)?(?:的)?"""
"""The point in time that a level is taken at: 2015年的, 上年末的, “十三五”末的."""

MEASURED = "[值入额量产税积率资本]"
"""The last character of most measured things: 计划 behind one is no part of the name (工农业总产值计划增长15%)."""

MEMO = 2048
"""How many short strings a reading of words is kept for: names and what stands before figures come back again and again."""

_WINDOW = 40


class Role(enum.Enum):
    """What a figure does: BARE (right behind its noun), LEVEL, CHANGE, or FROM, the earlier level of 从…增加到…."""

    BARE = enum.auto()
    LEVEL = enum.auto()
    CHANGE = enum.auto()
    FROM = enum.auto()


class Tail(NamedTuple):
    """The words between a name and its figure.

    Attributes:
        start: where they begin in the segment; the name, if any, stands before.
        words: the words themselves.
        moved: whether they say 增加到, 降为: the second half of 从…到….
        shared: whether they say 分别.
        pace: whether they call the figure a 涨幅, 增速 …
        passed: whether they make it a threshold (突破).
    """

    start: int
    words: str
    role: Role
    direction: Direction | None = None
    bound: Bound | None = None
    moved: bool = False
    shared: bool = False
    pace: bool = False
    passed: bool = False


@cache
def _passing() -> tuple[str, ...]:
    """Words that make a value a threshold, which a figure behind it may replace: 突破十亿元大关,达10.6亿元."""
    return words("indicator_words", role="passing")


def makes_threshold(said: str) -> bool:
    """Whether words before a figure make it a threshold."""
    return any(word in said for word in _passing())


@cache
def _moves() -> str:
    return any_of(words("indicator_moves"))


@cache
def _turning() -> str:
    """Words that lead to a level with 到, 至, 为 or 成 behind them: 恢复到."""
    return any_of(words("indicator_words", role="turning"))


@cache
def _price_bases() -> tuple[str, ...]:
    """What ends a clause of how prices were reckoned: 按可比价格, 剔除减税因素后."""
    return words("indicator_words", role="price basis")


_TABLES = ("indicator_adverbs", "indicator_paces", "indicator_moves", "indicator_levels")


def _beginnings() -> str:
    """The characters that a tail may begin with."""
    fixed = "恢发调跃翻做带突增繁改变优上扩分推开为新共就可有约近均达超逾是占计跨迈比较与剔扣按连每人月年了将到至去前当“一二三四五六七八九十两"
    return "".join(sorted({word[0] for table in _TABLES for word in words(table)} | set(fixed)))


@cache
def _end() -> Pattern[str]:
    """The tail of a segment: nothing but adverbs, bases, paces, moves and levels up to its end."""
    singles = frozenset(word for word in words("indicator_moves") if len(word) == 1)
    moves = any_of(word for word in words("indicator_moves") if word not in singles)
    levels = [word for word in words("indicator_levels") if len(word) > 1]
    return verbose(
        rf"""
        (?=[{_beginnings()}\d\s\0])    # a gate, for speed
        (?:
          {any_of(words("indicator_adverbs"))}
        | {any_of(words("indicator_paces"))}
        | (?:{moves}|(?<![新净倍递])[{"".join(sorted(singles))}]|{_turning()})(?:了)?(?:到|至|为|成)(?:了)?
        | {moves}
        | (?<![新净倍递户人均亩率加])[{"".join(sorted(singles))}]
        | {any_of(levels)}
        | (?<![行认作因成])为 | 新(?=完成|实现|达成) | (?<![公])共 | (?<![成造])就 | (?<![许认])可 | (?<![富享占拥所持国公私民具含没还保现集])有(?=$) | (?<![节合契])约 | (?<![附最邻])近 | (?<![人户地亩年日平场])均 | (?<![直发通到抵])达(?=\s?(?:$|约|近|超|了|到|人均)) | 超 | 逾 | 是 | 占(?=$) | (?<![统合设审会])计 | (?:跨|迈)(?=$)
        | (?:比|较|与)(?![重例率强])[^,，。；;、:：\d]{{0,10}}?(?:\d{{4}})?[^,，。；;、:：\d重例率]{{0,6}}?(?:年末|年底|年初|同期|[年末底期初前届])(?:同期|相比|相较|的)?
        | (?:剔除|剔出|扣除|按)[^,，。；;、\d]{{1,12}}?{any_of(_price_bases())}(?:后|影响)?
        | 连续[一二三四五六七八九十两\d]{{1,2}}年(?:均|都)? | [一二三四五六七八九十两\d]{{1,2}}年(?:来)?(?:年均|平均|累计|共)
        | 每人(?:每(?:月|年|天))? | 人均每[月年] | [月年]人均 | (?<!人)每[月年天日](?![人]) | 每(?:平方公里|公里|亩|公顷|户|吨|公斤|斤|立方米) | (?<=[达为到])人均 | 人民币 | 了 | 将
        | (?<={MEASURED})计划 | [到至]?{DATE}(?=\s?$|的|\s) | [\s\0]
        ){{1,8}}$
        """
    )


@cache
def _endings() -> frozenset[str]:
    """What a tail may end with, of one or two characters, looked up before one is searched for."""
    fixed = (
        *"均可就有到至为成了共约近达超逾是计占跨迈将年月天日末底初期前届的划都里亩顷户吨斤米\0 \n\t\r\u3000\xa0",
        *("相比", "相较", "年来", "每人", "民币"),
        *(ending for word in _price_bases() for ending in (word[-2:], word[-1] + "后")),
    )
    return frozenset(word[-2:] for table in _TABLES for word in words(table)) | frozenset(fixed)


@cache
def _from() -> Pattern[str]:
    """The mark of the earlier level: 由, 从2015年的, 由上年末的约."""
    return verbose(
        rf"(?P<tail>(?:分别|已|均)?(?:由|从|自)\s?(?:{DATE}|[^,，。；;、\d]{{1,8}}年[^,，。；;、\d]{{0,4}}的?|[^,，。；;、\d]{{1,6}}的)?(?:的)?(?:每人每[月年天]|每[月年天]|约|近|不到|不足)?)\s?$"
    )


@cache
def _core() -> Pattern[str]:
    """The words in a tail that decide what it says."""
    return verbose(
        rf"""
        (?P<pace>{any_of(words("indicator_paces"))})
        | (?P<to>(?:{_moves()}|{_turning()})了?(?:到|至|为|成))
        | (?P<move>{_moves()})
        | (?P<level>{any_of(words("indicator_levels"))})
        | (?P<basis>{any_of(words("indicator_adverbs"))})
        """
    )


@cache
def _paced() -> Pattern[str]:
    return verbose(any_of(word for word in words("indicator_paces", direction="up")) + "$")


def without_pace(noun: str) -> str:
    """The noun of a pace that moved from one level to another (商品零售价格上涨幅度由6.1%回落到3%); "" for other nouns."""
    found = _paced().search(noun)
    return noun[: found.start()] if found else ""


@cache
def _directions() -> dict[str, Direction]:
    found: dict[str, Direction] = {}
    for row in (*rows("indicator_moves"), *rows("indicator_paces")):
        found[row["word"]] = "up" if row["direction"] == "up" else "down"
    return found


@cache
def _bounds() -> dict[str, Bound]:
    return {row["word"]: Bound(row["bound"]) for row in rows("indicator_levels") if row["bound"]}


@lru_cache(MEMO)
def tail(segment: str) -> Tail:
    """The tail of the segment before a figure.

    >>> tail("居民消费价格涨幅控制在").role.name, tail("城镇化率由2015年的").role.name, tail("公办幼儿园").start
    ('CHANGE', 'FROM', 5)
    """
    size = len(segment)
    offset = max(0, size - _WINDOW)
    window = segment[offset:]
    if any(mark in window for mark in "由从自") and (earlier := _from().search(window)):
        return Tail(offset + earlier.start(), earlier["tail"], Role.FROM, shared="分别" in earlier["tail"])
    ends = _endings()
    match = _end().search(window) if window[-1:] in ends or window[-2:] in ends else None
    if match is None:
        return Tail(size, "", Role.BARE)
    return _read(match[0], offset + match.start())


def _read(said: str, start: int) -> Tail:
    level = moved = pace = False
    direction: Direction | None = None
    bound: Bound | None = None
    for core in _core().finditer(said):
        word = core[0]
        if core["pace"]:
            pace, direction = True, _directions()[word]
        elif core["to"]:
            level = moved = True
        elif core["level"]:
            level = True
            if not said[core.end() :].strip("了 "):
                bound = _bounds().get(word)
        elif core["move"]:
            direction = direction or _directions()[word]
    role = Role.BARE
    if pace or (direction is not None and not moved):
        role = Role.CHANGE
    elif level:
        role = Role.LEVEL
    return Tail(
        start, said, role, direction, bound, moved, "分别" in said or "依次" in said, pace, makes_threshold(said)
    )
