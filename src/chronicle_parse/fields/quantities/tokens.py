"""Quantities of clean text with their parts: what changes and indicators build on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from re import Match
from typing import NamedTuple

from chronicle_parse.fields.numerals import evaluate, plain, power_of, shift
from chronicle_parse.fields.quantities.context import Kind, bound_before, bounds, fits, kinds, signed
from chronicle_parse.fields.quantities.grammar import quantity
from chronicle_parse.fields.quantities.reading import Amount, read, tenths, with_cents
from chronicle_parse.model import Bound


class QuantityToken(NamedTuple):
    """A quantity of clean text with its parts; all offsets are clean ones.

    Attributes:
        start, stop: everything written, bound words included.
        number_start, number_stop: the number with its scale, of a range both; what is before it is the bound in front (超过).
        unit_start, unit_stop: the unit, of a range the last one; what is behind it is the bound behind (以上).
        value, high, unit, bound, scale: as in `Quantity`.
        kind: what the unit is: classifier, currency, measure, latin (km), duration or share (%, 个百分点).
        digitless: whether the number holds no digit at all (近千家, 百余名).
        damaged: whether a decimal point typed as 。 was read as one (8。7%).
    """

    start: int
    stop: int
    number_start: int
    number_stop: int
    unit_start: int
    unit_stop: int
    value: Decimal
    high: Decimal | None
    unit: str
    bound: Bound
    scale: int
    kind: Kind
    digitless: bool = False
    damaged: bool = False


def tokens(text: str) -> Iterator[QuantityToken]:
    """All quantities of clean text with their parts, in order.

    >>> token = next(tokens("完成投资超过120亿元以上"))
    >>> token.start, token.number_start, token.unit_start, token.unit_stop, token.stop
    (4, 6, 10, 11, 13)
    """
    text = plain(text)
    for match in quantity().finditer(text):
        unit, top_unit, per = match.group("unit", "top_unit", "per")
        if unit is not None or top_unit is not None:
            yield from _counted(text, match, unit, top_unit)
        elif per is not None:
            yield _parts_per(text, match)
        else:
            yield _money(text, match)


def _bound(before: Bound | None, inside: Bound, match: Match[str]) -> Bound:
    """Where several words speak, the one in front wins, unless it only says 约."""
    if inside is Bound.RANGE:
        return inside
    if before is not None and before is not Bound.ABOUT:
        return before
    after, late = match.group("after", "late")
    if after is not None:
        return bounds("after")[after]
    return Bound.MORE_THAN if late is not None else before or inside


def _body_stop(match: Match[str]) -> int:
    """Where the quantity ends without the bound behind it."""
    if match["after"] is not None:
        return match.start("after")
    return match.start("late") if match["late"] is not None else match.end()


def _money(text: str, match: Match[str]) -> QuantityToken:
    start, before = bound_before(text, match.start())
    body = match["money"]
    digits = body.rstrip("十百千万亿")
    power = power_of(body[len(digits) :]) if digits.isascii() else 0
    return QuantityToken(
        start=start,
        stop=match.end(),
        number_start=match.start("money"),
        number_stop=match.end("money"),
        unit_start=match.start("sign"),
        unit_stop=match.end("sign"),
        value=evaluate(body),
        high=None,
        unit=match["sign"],
        bound=_bound(before, Bound.MORE_THAN if match["money_more"] else Bound.EXACT, match),
        scale=10**power,
        kind="currency",
    )


def _parts_per(text: str, match: Match[str]) -> QuantityToken:
    """百分之七点八 is 7.8 %, 千分之九 is 9 ‰; ten-thousandths and millionths are given in percent."""
    start, before = bound_before(text, match.start())
    unit = "‰" if match["per"] == "千" else "%"
    shrink = 0 if unit == "‰" else power_of(match["per"]) - 2
    value = Decimal(100) if match["all"] is not None else evaluate(match["part"])
    high = evaluate(match["part_high"]) if match["part_high"] is not None else None
    if shrink:
        value, high = value.scaleb(-shrink), None if high is None else high.scaleb(-shrink)
    inside = Bound.RANGE if high is not None else Bound.MORE_THAN if match["part_more"] else Bound.EXACT
    return QuantityToken(
        start=start,
        stop=match.end(),
        number_start=match.start(),
        number_stop=_body_stop(match),
        unit_start=match.start("per"),
        unit_stop=match.end("per") + len("分之"),
        value=value.copy_negate() if match["minus"] else value,
        high=high,
        unit=unit,
        bound=_bound(before, inside, match),
        scale=1,
        kind="share",
    )


@lru_cache(256)
def _unit(written: str) -> tuple[str, str, Kind]:
    """A unit, what it is without a number in it (成 of 成五), and its kind."""
    unit = written.replace("（", "(").replace("）", ")")
    if unit[0] in "成折":
        return unit, unit[0], "share"
    return unit, unit, kinds()[unit.partition("/")[0]]


def _counted(text: str, match: Match[str], unit: str | None, top_unit: str | None) -> Sequence[QuantityToken]:
    """What a unit makes an amount: one token, none where the words around say otherwise, two for 从5家到8家."""
    low_han, pair, bare, to = match.group("low_han", "low_pair", "low_bare", "to")
    unit_span = match.span("unit" if top_unit is None else "top_unit")
    unit, base, kind = _unit(unit or top_unit or "")
    start = match.start()
    han = pair.rstrip("十百千万亿")[-1] if pair else low_han
    if not fits(text, start, base, *unit_span, kind, han=han):
        return ()
    begins, before = bound_before(text, start, bare=bare is not None)
    if before is None and bare is not None and match["low_more"] is None:
        return ()  # why: 万元GDP, 百家; with 近 or 余 it is an amount
    low = read(match, "low_")
    if kind in ("share", "measure", "currency") and (minus := signed(text, start)) < start:
        begins = start = minus
        low = low._replace(value=low.value.copy_negate())
    if to is not None:
        high, second = read(match, "high_"), _second_unit(text, match, unit)
        if high.value <= low.value or (to.strip() in "至到" and text[max(0, start - 1) : start] in ("从", "由")):
            first = _token(match, low, kind, unit, (begins, unit_span[1]), start, unit_span, before)
            start = match.end("to")
            return first, _token(match, high, kind, unit, (start, match.end()), start, second, None)
        low, unit_span = _range(low, high), second
    elif top_unit is not None:
        high = read(match, "top_")
        # why: 十八至三十万 means 18万 to 30万, but 8500到3万 does not begin at 8500万
        if not low.power and (lifted := shift(f"{low.value:f}", high.power)) < high.value:
            low = low._replace(value=lifted, power=high.power)
        if high.value <= low.value:
            return ()
        low = _range(low, high)
    return (_token(match, low, kind, unit, (begins, match.end()), start, unit_span, before),)


def _range(low: Amount, high: Amount) -> Amount:
    return low._replace(bound=Bound.RANGE, high=high.value, damaged=low.damaged or high.damaged)


def _second_unit(text: str, match: Match[str], unit: str) -> tuple[int, int]:
    """Where the unit stands behind the upper end of a range."""
    stop = _body_stop(match)
    stop -= text.endswith("%%", 0, stop)
    return stop - len(unit), stop


def _token(
    match: Match[str],
    amount: Amount,
    kind: Kind,
    unit: str,
    span: tuple[int, int],
    number: int,
    unit_span: tuple[int, int],
    before: Bound | None,
) -> QuantityToken:
    value, power, inside, high, digitless, damaged = amount
    if unit[0] in "成折":
        value, high = tenths(value, unit), None if high is None else tenths(high, unit)
        unit, power = "%", power + 1
    elif unit[-1] in "元块钱" and any(cents := match.group("jiao", "fen")):
        value = with_cents(value, *cents)
    if "多" in unit:  # why: 三个多月 is more than three 个月
        unit, inside = unit.replace("多", ""), Bound.MORE_THAN
    bound = _bound(before, inside, match)
    return QuantityToken(
        *span,
        number,
        unit_span[0],
        *unit_span,
        value,
        high,
        unit,
        bound,
        10**power,
        kind,
        digitless,
        damaged,
    )
