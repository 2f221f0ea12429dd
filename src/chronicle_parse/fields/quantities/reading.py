"""Values out of the groups that `grammar` matched: exact however many digits there are."""

from __future__ import annotations

from decimal import Decimal
from re import Match
from typing import NamedTuple

from chronicle_parse.fields.numerals import evaluate, power_of, shift
from chronicle_parse.fields.quantities.context import bounds
from chronicle_parse.model import Bound


class Amount(NamedTuple):
    """A number multiplied out.

    Attributes:
        value: multiplied out; `power`: the power of ten between that and what was written.
        bound: what a word inside the number says (10余万), RANGE for 两三 with `high` as its upper end.
        digitless, damaged: as in `QuantityToken`.
    """

    value: Decimal
    power: int
    bound: Bound = Bound.EXACT
    high: Decimal | None = None
    digitless: bool = False
    damaged: bool = False


_PREFIXES = ("low_", "high_", "top_")
_DIGITS = {prefix: tuple(prefix + part for part in ("more", "scale", "arabic", "scaled")) for prefix in _PREFIXES}
_OTHERS = {prefix: tuple(prefix + part for part in ("damaged", "han", "pair", "vague", "bare")) for prefix in _PREFIXES}


def read(match: Match[str], prefix: str) -> Amount:
    """The amount in the groups with this prefix."""
    more, scale, arabic, scaled = match.group(*_DIGITS[prefix])
    bound = bounds("inside")[more] if more else Bound.EXACT
    power = power_of(scale) if scale else 0
    if arabic is not None:
        return _arabic(arabic, scaled, power, bound)
    damaged, han, pair, vague, bare = match.group(*_OTHERS[prefix])
    if damaged is not None:
        return _arabic(damaged.replace("。", "."), scaled, power, bound)._replace(damaged=True)
    if han is not None:
        return _han(han, power, bound)
    if pair is not None:
        return _pair(pair, power)
    power += power_of(vague[1:] if vague else bare)
    return Amount(shift("1", power), power, Bound.MORE_THAN if vague else bound, digitless=True)


def _arabic(number: str, scaled: str | None, power: int, bound: Bound) -> Amount:
    if scaled and not scaled.isalpha():  # 3亿5千万
        return Amount(shift(f"{evaluate(number + scaled):f}", power), 0, bound)
    if scaled:
        power += power_of(scaled)
    return Amount(shift(number, power), power, bound)


def _han(han: str, power: int, bound: Bound) -> Amount:
    body = han.rstrip("万亿")
    if len(body) < len(han) and "万" not in body and "亿" not in body:  # 三千一百七十八万, but not 一亿二千万
        power += power_of(han[len(body) :])
    else:
        body = han
    written = evaluate(body)
    return Amount(shift(f"{written:f}", power) if power else written, power, bound)


def _pair(pair: str, power: int) -> Amount:
    """两三 is 2 to 3, 十七八 is 17 to 18, 三四百 is 300 to 400."""
    digits = pair.rstrip("十百千万亿")
    power += power_of(pair[len(digits) :])
    low, high = evaluate(digits[:-1]), evaluate(digits[:-2] + digits[-1])
    return Amount(shift(f"{low:f}", power), power, Bound.RANGE, shift(f"{high:f}", power))


def tenths(value: Decimal, unit: str) -> Decimal:
    """成 and 折 in percent: 七成 is 70, 九成五 is 95, 三成半 is 35, 八折 is 80."""
    rest = {"": "0", "半": "5"}.get(unit[1:]) or f"{evaluate(unit[1:]):f}"
    whole, _, fraction = f"{value:f}".partition(".")
    return shift(f"{whole}.{fraction}", 1) if fraction else Decimal(whole + rest)


def with_cents(value: Decimal, jiao: str | None, fen: str | None) -> Decimal:
    """123元1角1分 is 123.11."""
    cents = "".join(f"{evaluate(digit):f}" if digit else "0" for digit in (jiao, fen)).rstrip("0")
    whole = f"{value:f}"
    return value if "." in whole or not cents else Decimal(f"{whole}.{cents}")
