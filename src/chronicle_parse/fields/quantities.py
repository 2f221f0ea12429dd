"""Reads quantities: a number with its unit or classifier, percentages included.

For the fields that build on quantities (changes, indicators): `tokens(text)` gives every quantity of clean text with clean
offsets and its parts, in order. A token covers `[start, stop)`, bound words included; its number stands at
`[number_start, number_stop)` (scale included), its unit at `[unit_start, unit_stop)` (of the last unit in a range). What lies
between `start` and `number_start` is the bound in front (超过, 不低于), between `unit_stop` and `stop` the one behind (以上).
`quantity_of(token, text, at)` makes the public value of a token; `scan` is no more than the two together.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Literal

from attrs import frozen
from regex import Match, Pattern

from chronicle_parse.errors import ParseError
from chronicle_parse.fields.numerals import ARABIC, END, HAN, MIXED, NUMERALS, SCALE, SCALED, evaluate, power_of, shift
from chronicle_parse.lexicon import rows, words
from chronicle_parse.model import Bound, Quantity, Span, SpanMaker
from chronicle_parse.patterns import any_of, verbose
from chronicle_parse.text import fold

Kind = Literal["classifier", "currency", "measure", "latin", "duration", "share"]


@frozen
class QuantityToken:
    """A quantity of clean text with its parts; all offsets are clean ones.

    Attributes:
        start, stop: everything written, bound words included.
        number_start, number_stop: the number with its scale (of a range: from the lower to the upper one).
        unit_start, unit_stop: the unit; equal for a currency sign in front of the number.
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


# ---------------------------------------------------------------------------------------------------------------- pattern

_SEPARATOR = r"\ ?(?:——|--|[-－–—~～〜至到])\ ?"
_MORE = "(?:余|多|几|来(?![自源到到信访宾]))"
_SI = "千[克瓦米伏赫帕焦]"  # here 千 belongs to the unit
_PAIR = (
    "(?:[二三四五六七八九]?十)?(?:一二|一两|两三|二三|三四|三五|四五|五六|六七|七八|八九)(?:[十百千][万亿]?|[万亿])?"
)
_DAMAGED = r"[0-9]{1,4}。[0-9]{1,2}(?=%|亿|万[^一-龥]|万[元人亩吨户平美立]|个百分点|‰)"


def _amount(prefix: str) -> str:
    """One end of a range, or the only number: digits, what makes them vague (余, 多), scale."""
    return rf"""
      (?:
        (?<![0-9])(?<![0-9][.,])
        (?: (?P<{prefix}damaged> {_DAMAGED}) | (?P<{prefix}arabic> {ARABIC}) )
        (?: \ ?(?!{_SI}) (?P<{prefix}scaled> {SCALED}) )? (?![0-9])
      | (?<![{NUMERALS}])
        (?: (?P<{prefix}vague> [数几](?:[十百千][万亿]?|万亿|[万亿]))           # 数十, 几百万
          | (?P<{prefix}pair> {_PAIR})                                          # 两三, 十七八
          | (?P<{prefix}han> {HAN})                                             # 三千一百七十八万
          | (?P<{prefix}bare> [十百千]?万亿?|[百千]?亿|[百千])                  # 百余, 近千, 上万
        ) {END}
      )
      \ ? (?P<{prefix}more> {_MORE})? (?P<{prefix}scale> (?!{_SI}){SCALE}{END})?
    """


@cache
def _quantity() -> Pattern[str]:
    latin = any_of(words("units", kind="latin"))
    wide = any_of(word for word in words("units") if word not in set(words("units", kind="latin")))
    unit = rf"(?:{latin}(?![A-Za-z0-9])|{wide})"
    after = any_of(words("bounds", side="after"))
    return verbose(rf"""
      (?:
        (?P<sign> US\$|HK\$|RMB|[¥￥$€£]) \ ? (?P<money> {MIXED}) (?P<money_more> [余多])?
      | (?<![{NUMERALS}]) (?P<per> [十百千]?万|百|千) 分之
        (?: (?P<all> 百{END}) | (?P<part> {HAN}|{ARABIC}) (?: (?:——|[-－—~至到]) (?P<part_high> {HAN}|{ARABIC}) )? )
        (?P<part_more> [余多几])?
      | {_amount("low_")}
        (?: \ ? (?P<unit> 成(?:[一二三四五六七八九半]{END})? | {latin}(?![A-Za-z0-9]) | {wide} (?:/ {unit})? )
            (?: (?<=元|块钱) (?: (?P<jiao> [0-9一二三四五六七八九])角 )? (?: (?P<fen> [0-9一二三四五六七八九])分 )? )?
            (?: (?P<to> {_SEPARATOR}) {_amount("high_")} \ ? (?P=unit) )?
          | {_SEPARATOR} {_amount("top_")} \ ? (?P<top_unit> 成 | {latin}(?![A-Za-z0-9]) | {wide} (?:/ {unit})? )
        ) %?
      )
      (?: \ ? (?P<after> {after}) | (?P<late> (?<=成)[多余] | [多余](?= [^\p{{Han}}]|[的之、]|$)) )?
      """)


# ---------------------------------------------------------------------------------------------------------------- context


@cache
def _kinds() -> dict[str, tuple[Kind, bool]]:
    """Unit to its kind, and whether a lone Chinese digit may stand before it."""
    return {row["word"]: (row["kind"], row["han"] == "yes") for row in rows("units")}  # type: ignore[misc]


@cache
def _bounds(side: str) -> dict[str, Bound]:
    return {row["word"]: Bound[row["bound"]] for row in rows("bounds") if row["side"] == side}


@cache
def _before() -> Pattern[str]:
    """A bound right in front of a number; the lookbehinds keep 签约 and 节约, 附近 and 最近, 通过 and 经过, 侦破, 会上 out."""
    free = any_of(word for word in _bounds("before") if word not in {"约", "近", "过", "破", "上", "超"})
    return verbose(rf"""
      (?P<bound> {free}
        | (?<![签节合履公预续条契违制相邀特解立守缔简])约 | (?<![附最临靠就相邻贴远亲])近
        | (?<![通经不越跨渡度路穿胜熬难错])过 | (?<![突打攻侦])破 | (?<![会路网线以之早晚身台海马街船楼桌书历世])上 | (?<![赶反高])超 )
      [了\ ]? (?:人民币|每人每月|每人每年|每月|每年|人均|年均)? \ ? $""")


@cache
def _before_ends() -> frozenset[str]:
    return frozenset(word[-1] for word in _bounds("before")) | frozenset("了币月年均 ")


@cache
def _traps() -> dict[str, Pattern[str]]:
    """Unit to the words that merely begin like it: 人 to 人大, 人才 and the like."""
    by_unit: dict[str, list[str]] = {}
    for row in rows("unit_traps"):
        by_unit.setdefault(row["unit"], []).append(row["word"])
    return {unit: verbose(any_of(found)) for unit, found in by_unit.items()}


@cache
def _names() -> Pattern[str]:
    return verbose(any_of(words("number_names")))


@cache
def _announced() -> Pattern[str]:
    return verbose(any_of(words("announced_nouns")))


@cache
def _force() -> Pattern[str]:
    """What makes N级 a strength and no rank in an order (4级公路)."""
    return verbose("[的(（]?(?:以上|左右)?(?:地震|大风|阵风|强?台风|东风|南风|西风|北风|[东西南北偏]{1,2}风|风)")


@cache
def _around() -> Pattern[str]:
    """十五分钟养老服务圈: a circle, no duration."""
    return verbose(r"\p{Han}{0,6}圈")


@cache
def _lasting() -> Pattern[str]:
    """What makes N年 or N日 a duration and no date: 历时三年, 长达11年."""
    return verbose(
        r"(?:历时|长达|达到?|为期|工期|周期|耗时|用时|仅用|用了|停滞|烂尾|任期|刑期|徒刑|期限|服役|延长|缩短|提前|推迟|超过?|突破|坚持|坚守|拖欠|阔别|时隔|相隔|经过)了?近?$"
    )


_NO_CODE_BEFORE = frozenset("第初+·×*#＋")
_RATIO_BEFORE = frozenset("每")
_OPENING = frozenset('“"‘「『')
_CLOSING = frozenset('”"’」』')
_TITLED = frozenset({"条", "项", "策", "招"})


def _fits(text: str, number: int, unit: str, unit_start: int, stop: int, kind: Kind, *, han: str | None) -> bool:
    """Whether the words around let this number and unit be an amount, not a name, date, code or place in an order."""
    trap = _traps().get(unit)
    if trap is not None and trap.match(text, unit_start):
        return False
    before = text[number - 1] if number else ""
    further = text[number - 2] if number > 1 else ""
    if before in _NO_CODE_BEFORE or before in _RATIO_BEFORE:
        return before == ""
    if before in ":：./-－–—" and before and further.isascii() and further.isalnum():
        return False
    if before.isascii() and before.isalpha() and kind not in ("currency", "share") and unit_start - number < 3:
        return False
    if kind == "duration" and not _is_duration(text, number, unit, stop):
        return False
    if before == "前" and further != "目" and unit in ("名", "位"):
        return False
    if unit == "次" and (before == "届" or han == "二"):
        return False
    if unit == "个" and han is not None and _announced().match(text, unit_start + 1):
        return False
    if unit in _TITLED and text[stop : stop + 1] in _CLOSING and before not in _OPENING:
        return False  # why: “惠企十条” is the name of a paper
    if unit == "级" and not _force().match(text, stop):
        return False
    return han is None or _is_counted(text, number, unit, kind, han)


def _is_counted(text: str, number: int, unit: str, kind: Kind, han: str) -> bool:
    """Whether a Chinese numeral counts here."""
    if _names().match(text, number):
        return False
    if han[0] in "零〇" and kind != "share":
        return False
    # why: “四个城区” and the like are slogans
    if len(han) == 1 and kind == "classifier" and text[number - 1 : number] in _OPENING and number:
        return False
    if han == "一" and kind in ("classifier", "duration"):
        return False
    if han == "二" and kind in ("classifier", "duration") and not unit.startswith(("倍", "两")):
        return False
    if len(han) == 1:
        single = unit.partition("/")[0]
        return single not in _kinds() or _kinds()[single][1]
    return "点" in han or any(char in "十百千万亿廿卅" for char in han)


def _is_duration(text: str, number: int, unit: str, stop: int) -> bool:
    before = text[max(0, number - 6) : number]
    if unit in ("年", "日"):
        if len(text[number:stop].strip()) > 5:
            return False
        return bool(_lasting().search(before)) or (unit == "年" and text.startswith(("之久", "时间", "左右"), stop))
    if unit in ("岁", "周岁"):
        return True
    # why: 近三个月, 前5个月, 未来10天 and 3天前 say when, not how long
    if before.endswith(("近", "前", "头", "后", "未来", "最近", "过去", "每", "第", "首")) and not _lasting().search(
        before
    ):
        return before.endswith("目前")
    if text.startswith(("前", "后", "来", "以来"), stop):
        return False
    return not (unit == "小时" and text[number:stop].startswith("24")) and not _around().match(text, stop)


# ----------------------------------------------------------------------------------------------------------------- values


@frozen
class _Amount:
    value: Decimal
    as_written: Decimal
    power: int
    bound: Bound = Bound.EXACT
    high: Decimal | None = None
    digitless: bool = False
    damaged: bool = False
    han: str | None = None


def _read(match: Match[str], prefix: str) -> _Amount:
    more = match[prefix + "more"]
    bound = _bounds("inside")[more] if more else Bound.EXACT
    power = power_of(match[prefix + "scale"] or "")
    damaged = match[prefix + "damaged"]
    if (number := damaged or match[prefix + "arabic"]) is not None:
        number = number.replace("。", ".")
        scaled = match[prefix + "scaled"] or ""
        if any(char in "0123456789" for char in scaled):
            value = evaluate(number + scaled)
            return _Amount(shift(f"{value:f}", power), value, power, bound)
        power += power_of(scaled)
        return _Amount(shift(number, power), shift(number, 0), power, bound, damaged=damaged is not None)
    if (written := match[prefix + "han"]) is not None:
        body = written.rstrip("万亿")
        if len(body) < len(written) and not set(body) & set("万亿"):
            power += power_of(written[len(body) :])
        else:
            body = written
        value = evaluate(body)
        return _Amount(shift(f"{value:f}", power), value, power, bound, han=written)
    if (written := match[prefix + "pair"]) is not None:
        return _read_pair(written, power)
    written = match[prefix + "vague"] or match[prefix + "bare"]
    power += power_of(written.lstrip("数几"))
    vague = Bound.MORE_THAN if match[prefix + "vague"] is not None else bound
    return _Amount(shift("1", power), Decimal(1), power, vague, digitless=True)


def _read_pair(written: str, power: int) -> _Amount:
    """两三 is 2 to 3, 十七八 is 17 to 18, 三四百 is 300 to 400."""
    digits = written.rstrip("十百千万亿")
    power += power_of(written[len(digits) :])
    low, high = evaluate(digits[:-1]), evaluate(digits[:-2] + digits[-1])
    return _Amount(shift(f"{low:f}", power), low, power, Bound.RANGE, shift(f"{high:f}", power), han=digits[-1])


def _bound_before(text: str, number: int) -> tuple[int, Bound | None]:
    if not number or text[number - 1] not in _before_ends():
        return number, None
    match = _before().search(text, max(0, number - 12), number)
    return (number, None) if match is None else (match.start(), _bounds("before")[match["bound"]])


def _bound(before: Bound | None, inside: Bound, after: Bound | None) -> Bound:
    """Where several words speak, the one in front wins, unless it only says 约."""
    if inside is Bound.RANGE:
        return inside
    if before is not None and before is not Bound.ABOUT:
        return before
    return after or before or inside


def tokens(text: str) -> Iterator[QuantityToken]:
    """All quantities of clean text with their parts, in order.

    >>> token = next(tokens("完成投资超过120亿元以上"))
    >>> token.start, token.number_start, token.unit_start, token.unit_stop, token.stop
    (4, 6, 10, 11, 13)
    """
    for match in _quantity().finditer(text):
        if match["money"] is not None:
            yield from _money(text, match)
        elif match["per"] is not None:
            yield from _parts_per(text, match)
        elif match["to"] is not None and match["low_arabic"] is not None and _moves(text, match):
            yield from _single(match, "low_", "unit", match.start(), match.end("unit"))
            yield from _single(match, "high_", "unit", match.end("to"), match.end())
        else:
            yield from _counted(text, match)


def _moves(text: str, match: Match[str]) -> bool:
    """从5家到8家 is no range but two amounts."""
    return match["to"].strip() in "至到" and text[max(0, match.start() - 1) : match.start()] in {"从", "由"}


def _late(match: Match[str]) -> tuple[int, Bound | None]:
    """Where the quantity ends and what the word behind the unit says."""
    if match["after"] is not None:
        return match.end(), _bounds("after")[match["after"]]
    return match.end(), Bound.MORE_THAN if match["late"] is not None else None


def _behind(match: Match[str]) -> int:
    """Where the unit part ends: before a bound behind it."""
    return (
        match.start("after")
        if match["after"] is not None
        else match.start("late")
        if match["late"] is not None
        else match.end()
    )


def _money(text: str, match: Match[str]) -> Iterator[QuantityToken]:
    number = match.start("sign")
    power = 0
    body = match["money"]
    digits = body.rstrip("十百千万亿")
    if digits.strip()[-1:].isdigit() and not set(digits) & set("十百千万亿"):
        power = power_of(body[len(digits) :])
    start, before = _bound_before(text, number)
    stop, after = _late(match)
    inside = Bound.MORE_THAN if match["money_more"] else Bound.EXACT
    value = evaluate(body)
    yield QuantityToken(
        start, stop, match.start("money"), match.end("money"), number, match.end("sign"), value, None, match["sign"],
        _bound(before, inside, after), 10**power, "currency",
    )  # fmt: skip


def _parts_per(text: str, match: Match[str]) -> Iterator[QuantityToken]:
    """百分之七点八 is 7.8 %; thousandths, ten-thousandths and millionths are given in percent, too."""
    number = match.start("per")
    shrink = power_of(match["per"]) - 2
    value = Decimal(100) if match["all"] is not None else evaluate(match["part"])
    high = evaluate(match["part_high"]) if match["part_high"] is not None else None
    start, before = _bound_before(text, number)
    stop, after = _late(match)
    inside = Bound.RANGE if high is not None else Bound.MORE_THAN if match["part_more"] else Bound.EXACT
    yield QuantityToken(
        start, stop, number, _behind(match), number, match.end("per") + 2, value.scaleb(-shrink),
        None if high is None else high.scaleb(-shrink), "%", _bound(before, inside, after), 1, "share",
    )  # fmt: skip


def _tenths(unit: str) -> Decimal:
    """What 成 and a digit behind it add: 九成五 is 95 %."""
    rest = unit[1:]
    return Decimal(0) if not rest else Decimal(5) if rest == "半" else evaluate(rest)


def _unit(match: Match[str], group: str) -> tuple[str, int, int, Kind]:
    start, stop = match.span(group)
    unit = match[group]
    if unit[0] == "成":
        return unit, start, stop, "share"
    return unit, start, stop, _kinds()[unit.partition("/")[0]][0]


def _single(match: Match[str], prefix: str, group: str, start: int, stop: int) -> Iterator[QuantityToken]:
    """One amount of a pair that is no range."""
    amount = _read(match, prefix)
    unit, unit_start, unit_stop, kind = _unit(match, group)
    if prefix != "low_":
        unit_start, unit_stop = stop - len(unit), stop
    yield QuantityToken(
        start, stop, start, unit_start, unit_start, unit_stop, amount.value, None, unit, amount.bound, 10**amount.power, kind,
        amount.digitless, amount.damaged,
    )  # fmt: skip


def _counted(text: str, match: Match[str]) -> Iterator[QuantityToken]:
    low = _read(match, "low_")
    group = "unit" if match["unit"] is not None else "top_unit"
    unit, unit_start, unit_stop, kind = _unit(match, group)
    number = match.start()
    start, before = _bound_before(text, number)
    stop, after = _late(match)
    if match["low_bare"] is not None and match["low_more"] is None and before is None:
        return
    if not _fits(text, number, unit, unit_start, stop if after is None else _behind(match), kind, han=low.han):
        return
    value, high, power, damaged = low.value, low.high, low.power, low.damaged
    top = _read(match, "top_") if group == "top_unit" else _read(match, "high_") if match["to"] is not None else None
    if top is not None:
        # why: 十八至三十万 means 18万 to 30万, but 8500到3万 does not mean 8500万
        if not low.power and top.power and low.as_written < top.as_written and group == "top_unit":
            value, power = shift(f"{low.value:f}", top.power), top.power
        high, damaged = top.value, damaged or top.damaged
        if group == "unit":
            unit_stop = _behind(match)
            unit_start = unit_stop - len(unit)
        if high <= value:
            return
    if unit[0] == "成":
        value, high = value * 10 + _tenths(unit), None if high is None else high * 10
        unit, power = "%", power + 1
    elif match["jiao"] is not None or match["fen"] is not None:
        value += shift(_digit(match["jiao"]), 0) / 10 + shift(_digit(match["fen"]), 0) / 100
    inside = Bound.RANGE if high is not None else low.bound
    if number and text[number - 1] in "-－−" and kind in ("share", "measure", "currency") and high is None:
        start = number = number - 1
        value = -value
    yield QuantityToken(
        start, stop, number, unit_start, unit_start, unit_stop, value, high, unit, _bound(before, inside, after), 10**power,
        kind, low.digitless, damaged,
    )  # fmt: skip


def _digit(written: str | None) -> str:
    return "0" if written is None else f"{evaluate(written):f}"


# ----------------------------------------------------------------------------------------------------------------- public


def quantity_of(token: QuantityToken, text: str, at: SpanMaker = Span) -> Quantity:
    """The public value of a token."""
    written = text[token.start : token.stop]
    return Quantity(
        token.value, token.unit, token.bound, token.high, token.scale, written, at(token.start, token.stop)
    )  # fmt: skip


def scan(text: str, at: SpanMaker = Span) -> list[Quantity]:
    """All quantities of clean text, in order."""
    return [quantity_of(token, text, at) for token in tokens(text)]


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
    found = list(tokens(clean))
    if not found:
        raise ParseError("quantity.none", "this is no quantity", text, Span(0, len(text)))
    token = found[0]
    if len(found) > 1 or clean[: token.start].strip() or clean[token.stop :].strip():
        raise ParseError("quantity.trailing", "more than one quantity stands here", text, Span(0, len(text)))
    return quantity_of(token, clean, folded.span_at)
