"""Reads changes: how much something grew or fell, against what (同比增长8.0%, 提高2.7个百分点, 与上年持平).

A change is a quantity of `fields.quantities` with a verb of growth or fall in front. 提高到, 增加到 and 降至 lead to a level and
are none; a pace is one (增速达8%, 涨幅控制在3%以内).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from re import Match, Pattern
from typing import NamedTuple, cast

from chronicle_parse.fields import quantities
from chronicle_parse.fields.quantities import QuantityToken
from chronicle_parse.lexicon import rows, words
from chronicle_parse.model import Bound, Change, Quantity, Span, SpanMaker
from chronicle_parse.model.values import Direction
from chronicle_parse.patterns import any_of, verbose
from chronicle_parse.text import fold

_REACH = 40  # how far in front of an amount its verb and basis are looked for


@cache
def _directions() -> dict[str, Direction]:
    return {row["word"]: cast(Direction, row["direction"]) for row in rows("change_verbs")}


def _lead_begins() -> str:
    """The characters that bases and verbs begin with."""
    return "".join(sorted({word[0] for word in (*words("change_bases"), *words("change_verbs"))} | set("比较与和同")))


def _words(role: str) -> str:
    return any_of(words("change_words", role=role))


def _basis_written() -> str:
    """What a change is measured against, as a verbose pattern: 同比, 比上年同期."""
    against = rf"""[比较与和同]
        (?: {_words("against")} | [0-9]{{4}}年 | “?[一二三十]{{1,3}}五”?时?期? | 全[国省市] )
        {_words("of the base")}*"""
    return rf"(?P<basis> {any_of(words('change_bases'))} | {against} )"


@cache
def _lead() -> Pattern[str]:
    """What stands right in front of the amount of a change: basis, verb, and what may come between."""
    return verbose(rf"""
      (?=[{_lead_begins()}])                                                   # a gate, for speed
      (?: {_basis_written()} [)）]? (?: [,，、] | {_words("filler")} )* )?
      (?:
        (?P<pace> {any_of(words("change_verbs", kind="pace"))}) (?<!自然增长率)
        (?: 约?为|是|高?达到?|在|[控保维稳]?[制持定]在|{_words("to the level")}[到至]|预期目标为|力争达?到?|居 )?
      | (?P<verb> {any_of(words("change_verbs", kind="verb"))}) (?:了|幅度达?|[:：]|(?P<reach>达到?|约?为))?
      | (?P<short> (?<![新倍添加激剧猛递攀提上回下跃飙骤锐缩压削消裁增许很最更大诸众至缺减])
          {any_of(words("change_verbs", kind="short"))}) (?:了|幅)?
      ) [\ \n]? $""")


@cache
def _lead_ends() -> frozenset[str]:
    last = {word[-1] for kind in ("verb", "short", "pace") for word in words("change_verbs", kind=kind)}
    return frozenset(last) | frozenset("为是达到在至了度居幅:： \n")


@cache
def _behind() -> Pattern[str]:
    """5%的增长, 以5.2%的速度递增: the verb behind the amount."""
    return verbose(rf"""
      的{_words("manner")}{{0,4}}
      (?P<verb> {any_of([*words("change_verbs", kind="verb"), *words("change_verbs", kind="pace")])})""")


@cache
def _flat() -> Pattern[str]:
    return verbose(rf"""
      (?: {_basis_written()} (?: [,，] | {_words("flat")} )* )?
      {any_of(words("change_verbs", kind="flat"))}(?!态势)""")


class ChangeToken(NamedTuple):
    """A change of clean text: where it is written, its direction, basis and the token of its amount (None when flat)."""

    start: int
    stop: int
    direction: Direction
    basis: str | None
    amount: QuantityToken | None


def tokens(text: str, amounts: list[QuantityToken] | None = None) -> list[ChangeToken]:
    """All changes of clean text in order, with clean offsets; `amounts` are the quantities of the text if they are known."""
    found = list(_moved(text, list(quantities.tokens(text)) if amounts is None else amounts))
    if "持平" in text or "零增长" in text or "不变" in text:
        found.extend(ChangeToken(*match.span(), "flat", match["basis"], None) for match in _flat().finditer(text))
        found.sort(key=lambda token: token.start)
    return found


def _moved(text: str, amounts: list[QuantityToken]) -> Iterator[ChangeToken]:
    last: ChangeToken | None = None
    for amount in amounts:
        token = _led(text, amount)
        if token is None and amount.kind == "share":
            token = _followed(text, amount)
        if token is None and last is not None:
            token = _listed(text, amount, last)
        if token is not None:
            yield token
        last = token


def _led(text: str, amount: QuantityToken) -> ChangeToken | None:
    start = amount.start
    if not start or text[start - 1] not in _lead_ends() or amount.unit in ("位", "名"):
        return None
    match = _lead().search(text, max(0, start - _REACH), start)
    if match is None:
        return None
    word = match["pace"] or match["verb"] or match["short"]
    if match["short"] is not None and match["basis"] is None and amount.kind != "share":
        return None
    if (match["pace"] or match["reach"]) and amount.kind != "share":
        return None
    return ChangeToken(match.start(), amount.stop, _directions()[word], _basis(match), amount)


def _basis(match: Match[str]) -> str | None:
    return match["basis"].strip() if match["basis"] else None


def _followed(text: str, amount: QuantityToken) -> ChangeToken | None:
    """保持8%的增长: the verb stands behind a share."""
    if not text.startswith("的", amount.stop):
        return None
    match = _behind().match(text, amount.stop)
    return None if match is None else ChangeToken(amount.start, match.end(), _directions()[match["verb"]], None, amount)


def _listed(text: str, amount: QuantityToken, last: ChangeToken) -> ChangeToken | None:
    """分别下降1.5%、10.6%和6.4%: an amount right behind a change of the same unit shares its verb."""
    if last.amount is None or last.amount.unit != amount.unit:
        return None
    if text[last.stop : amount.start].strip() not in ("、", "和", "及", "与", "以及"):
        return None
    return ChangeToken(amount.start, amount.stop, last.direction, last.basis, amount)


def change_of(token: ChangeToken, text: str, at: SpanMaker = Span) -> Change:
    """The public value of a token."""
    written, span = text[token.start : token.stop].replace("\n", ""), at(token.start, token.stop)
    if token.amount is None:
        amount = Quantity(Decimal(0), "%", Bound.EXACT, None, 1, written, span)
    else:
        amount = quantities.quantity_of(token.amount, text, at)
    return Change(token.direction, amount, token.basis, written, span)


def scan(text: str, at: SpanMaker = Span) -> list[Change]:
    """All changes of clean text, in order."""
    return [change_of(token, text, at) for token in tokens(text)]


def find_changes(text: str) -> tuple[Change, ...]:
    """All changes of a raw text; spans refer to the text given.

    >>> for change in find_changes("同比增长8.0%,城镇化率提高2.7个百分点,提高到43.9%,物价与上年持平"):
    ...     print(change.direction, change.quantity.value, change.quantity.unit, change.basis)
    up 8.0 % 同比
    up 2.7 个百分点 None
    flat 0 % 与上年
    """
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at))
