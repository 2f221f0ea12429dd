"""Reads ranks: a place in an order (全市第一, 居全省第二位, 六连冠, 历史新高).

An ordinal alone is none (第八届, 第一批, 第一书记): it takes 名 or 位, a scope (全省第三) or a leading word (排名第14). What is
written of a rank is place and position; the word that leads to it (位居) is not part of it.
"""

from __future__ import annotations

from functools import cache
from re import Match, Pattern

from chronicle_parse.fields.numerals import HAN, evaluate
from chronicle_parse.lexicon import rows, words
from chronicle_parse.model import Rank, Span, SpanMaker
from chronicle_parse.patterns import any_of, verbose
from chronicle_parse.text import fold

_JOINERS = ("、", "和", "及", "与")
_REACH = 24  # how far in front of a place its scope and lead may begin
_NUMBER = rf"(?:[0-9]{{1,4}}(?![0-9.])|{HAN})"


@cache
def _place() -> Pattern[str]:
    """The place itself."""
    first = "".join(sorted({word[0] for word in words("rank_words")}))
    return verbose(rf"""
      (?=[第双前0-9二两三四五六七八九十{first}])                                # a gate, for speed
      (?: (?P<word> {any_of(words("rank_words"))})
        | 双?第(?P<ordinal> {_NUMBER}) (?P<unit> 位次?|名)?
        | (?<![0-9二两三四五六七八九十]) (?P<crown> [二两三四五六七八九十]{{1,3}}|[0-9]{{1,2}}) 连冠
        | 前(?P<top> {_NUMBER}) (?P<among> 名|位|强|甲)?
        | (?<![0-9.第前]) (?P<bare> [0-9]{{1,3}}) 位
      )""")


@cache
def _in_front() -> Pattern[str]:
    """居全省, 全市排名, 位列: who the place is counted among, and the word that leads to it."""
    lead = any_of(words("rank_leads"))
    first = "".join(sorted({word[0] for word in (*words("rank_leads"), *words("rank_scopes"))}))
    return verbose(rf"""
      (?=[{first}])                                                             # a gate, for speed
      (?: {lead} [了在]? (?P<wide> 全[国省市区县州] (?:(?![前首第位居列名增降总且并])[\p{{Han}}0-9]){{1,7}} )   # 居全国城市
        | (?P<scope> {any_of(words("rank_scopes"))} (?:各?[省市县区]{{1,3}})? ) (?: 之?中? (?P<between> {lead})? )
        | (?P<lead> {lead}) [了在]? )
      [“"]? $""")


@cache
def _led() -> Pattern[str]:
    return verbose(rf"{any_of(words('rank_leads'))} [了在]? $")


@cache
def _closed() -> Pattern[str]:
    """What may follow an ordinal without 名 or 位; anything else is its noun (第一书记, 第三中学)."""
    return verbose(r"$|[^\w%]|_|[的和且与及并较比每]|以上|实现|水平|之后")


def scan(text: str, at: SpanMaker = Span) -> list[Rank]:
    """All ranks of clean text, in order."""
    found: list[Rank] = []
    last = 0
    for match in _place().finditer(text):
        start, scope, led = _front(text, match.start())
        if not scope and found and text[last : match.start()] in _JOINERS:
            scope = found[-1].scope  # why: 居全省第二、第三位
        if _holds(text, match, led=led, scoped=scope != ""):
            last = match.end()
            found.append(Rank(_position(match), scope, text[start : match.end()], at(start, match.end())))
    return found


def _front(text: str, start: int) -> tuple[int, str, bool]:
    """Where the rank begins with its scope, the scope, and whether a word leads to it."""
    front = _in_front().search(text, max(0, start - _REACH), start)
    if front is None:
        return start, "", False
    if front["wide"] is not None:
        return front.start("wide"), front["wide"], True
    if front["scope"] is None:
        return start, "", True
    led = front["between"] is not None or _led().search(text, max(0, front.start() - 6), front.start()) is not None
    return front.start("scope"), front["scope"], led


def _holds(text: str, match: Match[str], *, led: bool, scoped: bool) -> bool:
    if match["ordinal"] is not None:
        closed = _closed().match(text, match.end()) is not None
        if match["unit"] is not None:
            return closed or ((led or scoped) and not text.startswith(("数", "置", "于"), match.end()))
        return (led or scoped or match[0][0] == "双") and closed
    if match["crown"] is not None:
        return True
    if match["word"] is not None:
        return led or scoped or match["word"] in _alone()
    if match["top"] is not None:
        return (led or scoped) and (match["among"] is not None or _closed().match(text, match.end()) is not None)
    return led and scoped


def _position(match: Match[str]) -> int | None:
    if match["crown"] is not None:
        return 1
    if match["word"] is not None:
        return _positions()[match["word"]]
    number = match["ordinal"] or match["bare"]
    return None if number is None else int(evaluate(number))


@cache
def _alone() -> frozenset[str]:
    """Words that are a rank even without a scope or a leading word: 历史新高."""
    return frozenset(words("rank_words", alone="yes"))


@cache
def _positions() -> dict[str, int | None]:
    return {row["word"]: int(row["position"]) if row["position"] else None for row in rows("rank_words")}


def find_ranks(text: str) -> tuple[Rank, ...]:
    """All ranks of a raw text; spans refer to the text given.

    >>> [(rank.position, rank.scope) for rank in find_ranks("总量居全省第二位,实现六连冠,第八届,产量再创历史新高")]
    [(2, '全省'), (1, ''), (None, '')]
    """
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at))
