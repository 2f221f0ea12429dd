"""Reads quantities: a number with its unit or classifier, percentages included.

For the fields that build on quantities (changes, indicators): `tokens(text)` gives every quantity of clean text with clean
offsets and its parts, in order; `quantity_of(token, text, at)` makes the public value of one. `scan` is the two together.

`grammar` holds the shape, `context` what the words around decide, `reading` the values, `tokens` puts them together.
"""

from __future__ import annotations

from chronicle_parse.errors import ParseError
from chronicle_parse.fields.quantities.tokens import QuantityToken, tokens
from chronicle_parse.model import Issue, Quantity, Span, SpanMaker
from chronicle_parse.text import fold

__all__ = ["QuantityToken", "check", "find_quantities", "parse_quantity", "quantity_of", "scan", "tokens"]


def quantity_of(token: QuantityToken, text: str, at: SpanMaker = Span) -> Quantity:
    """The public value of a token of `text`."""
    start, stop = token.start, token.stop
    written = text[start:stop].replace("\n", "")  # a line may wrap between number and unit
    return Quantity(token.value, token.unit, token.bound, token.high, token.scale, written, at(start, stop))


def scan(text: str, at: SpanMaker = Span) -> list[Quantity]:
    """All quantities of clean text, in order."""
    return [quantity_of(token, text, at) for token in tokens(text)]


def check(quantity: Quantity) -> Issue | None:
    """The issue of a quantity that was read with a repair, None for a sound one.

    >>> print(check(parse_quantity("8。7%")))
    Issue(code='quantity.damaged-decimal', severity='warning', message=..., span=Span(start=0, stop=4))
    """
    if "。" not in quantity.written:
        return None
    message = f"a decimal point typed as 。 was read as one: {quantity.written}"
    return Issue("quantity.damaged-decimal", "warning", message, quantity.span)


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities of a raw text; spans refer to the text given.

    >>> for found in find_quantities("12月5日,表彰集体66个,投资超10亿元,增长6%—6.5%,第5名"):
    ...     print(found.value, found.unit, found.bound.name, found.high, found.scale)
    66 个 EXACT None 1
    1000000000 元 MORE_THAN None 100000000
    6 % RANGE 6.5 1
    """
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at))


def parse_quantity(text: str) -> Quantity:
    """Exactly one quantity, the whole text.

    >>> parse_quantity("不低于百分之七点八").bound
    <Bound.AT_LEAST: 'at-least'>

    Raises:
        ParseError: quantity.none for a text without one, quantity.trailing where more than the quantity stands there.

    >>> parse_quantity("2021年")
    Traceback (most recent call last):
    chronicle_parse.errors.ParseError: this is no quantity: '2021年' (quantity.none)
    """
    folded = fold(text)
    clean = folded.text
    token = next(tokens(clean), None)
    if token is None:
        raise ParseError("quantity.none", "this is no quantity", text, Span(0, len(text)))
    if clean[: token.start].strip() or clean[token.stop :].strip():
        raise ParseError("quantity.trailing", "more than one quantity stands here", text, Span(0, len(text)))
    return quantity_of(token, clean, folded.span_at)
