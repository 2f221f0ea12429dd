"""Reads ranks: a place in an order (全市第一, 居全省第二位, 六连冠, 历史新高).

An ordinal alone is none (第八届, 第一批, 第一书记): it takes 名 or 位, a scope (全省第三) or a leading word (排名第14). What is
written of a rank is place and position; the word that leads to it (位居) is not part of it.
"""

from __future__ import annotations

from functools import cache

from regex import Match, Pattern

from chronicle_parse.fields.numerals import HAN, evaluate
from chronicle_parse.lexicon import rows, words
from chronicle_parse.model import Rank, Span, SpanMaker
from chronicle_parse.patterns import any_of, verbose
from chronicle_parse.text import fold

_GATE = ("第", "前", "首位", "连冠", "历史", "榜首", "新高", "新低", "魁首", "上游", "水平", "末位", "行列", "位")


@cache
def _rank() -> Pattern[str]:
    number = rf"(?:[0-9]{{1,4}}(?![0-9.])|{HAN})"
    return verbose(rf"""
      (?P<lead> {any_of(words("rank_leads"))} [了在]? )?
      (?P<value>
        (?P<scope> {any_of(words("rank_scopes"))} (?:各?[省市县区]{{1,3}})? (?:之?中)?
          (?:{any_of(words("rank_leads"))}(?=[第前首双]))? )? [“"]? (?:双(?=第))?
        (?:
          [第](?P<ordinal> {number}) (?P<unit> 位次?|名)?
        | (?P<crown> [二两三四五六七八九十]{{1,3}}|[0-9]{{1,2}}) 连冠
        | (?P<word> {any_of(words("rank_words"))})
        | 前(?P<top> {number}) (?P<among> 名|位|强|甲)?
        | (?P<bare> [0-9]{{1,3}}) 位
        )
      )""")


@cache
def _closed() -> Pattern[str]:
    """What may follow an ordinal without 名 or 位; anything else is its noun (第一书记, 第三中学)."""
    return verbose(r"$|[^\p{Han}\p{L}0-9%]|[的和且与及并较比]|以上|实现|水平|之后")


def scan(text: str, at: SpanMaker = Span) -> list[Rank]:
    """All ranks of clean text, in order."""
    if not any(word in text for word in _GATE):
        return []
    return [_value(match, at) for match in _rank().finditer(text) if _holds(text, match)]


def _holds(text: str, match: Match[str]) -> bool:
    led, scoped = match["lead"] is not None, match["scope"] is not None
    if match["ordinal"] is not None:
        closed = _closed().match(text, match.end()) is not None
        if match["unit"] is not None:
            return closed or ((led or scoped) and not text.startswith(("数", "置", "于"), match.end()))
        return (led or scoped) and closed
    if match["crown"] is not None:
        return True
    if match["word"] is not None:
        return led or scoped or match["word"].startswith(("历史", "近年", "年内", "榜首", "前茅"))
    if match["top"] is not None:
        return (led or scoped) and (match["among"] is not None or _closed().match(text, match.end()) is not None)
    return led and scoped


def _value(match: Match[str], at: SpanMaker) -> Rank:
    start, stop = match.span("value")
    return Rank(_position(match), _scope(match), match["value"], at(start, stop))


def _scope(match: Match[str]) -> str:
    """The scope without a lead behind it: 全市排名第一 counts in 全市."""
    scope = match["scope"] or ""
    found = _scopes().match(scope)
    return found[0] if found else scope


@cache
def _scopes() -> Pattern[str]:
    return verbose(rf"{any_of(words('rank_scopes'))} (?:各?[省市县区]{{1,3}})?")


def _position(match: Match[str]) -> int | None:
    if match["crown"] is not None:
        return 1
    if match["word"] is not None:
        return _positions()[match["word"]]
    number = match["ordinal"] or match["bare"]
    return None if number is None else int(evaluate(number))


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
