"""Reads numbers: Arabic (1,100), Chinese (三千五百, 壹拾), mixed (1.2万, 3亿5千万), fractions (1/5, 三分之一).

Other fields build on this one: `ARABIC`, `HAN` and `SCALE` are the fragments their patterns are made of (all take part in
verbose patterns and hold no groups), and `evaluate` makes a value of what such a pattern matched.
"""

from __future__ import annotations

from decimal import Context, Decimal
from functools import cache
from re import Match, Pattern

from chronicle_parse.errors import ParseError
from chronicle_parse.lexicon import words
from chronicle_parse.model import Number, Span, SpanMaker
from chronicle_parse.patterns import any_of, verbose
from chronicle_parse.text import fold

NUMERALS = "〇零一二三四五六七八九两十百千万亿廿卅"
"""The characters of Chinese numerals in running text."""

_DIGIT = "[一二三四五六七八九两]"
_SECTION = rf"""(?:                                                                   # one to 9999
    {_DIGIT}千 (?:零?{_DIGIT}?百)? (?:零?{_DIGIT}?十)? (?:零?{_DIGIT})?
  | 零?{_DIGIT}?百 (?<=[零一二三四五六七八九两]百) (?:零?{_DIGIT}?十)? (?:零?{_DIGIT})?
  | (?:{_DIGIT}?十|[廿卅]) {_DIGIT}?
  | {_DIGIT}
  )"""
_BIG = "(?:万亿|亿|万万|万)"

END = "(?![〇零一二三四五六七八九十百万亿廿卅]|千(?![克瓦米伏赫帕焦卡]))"
"""Where a Chinese numeral ends; 两 and the 千 of 千瓦 may be the unit behind it."""

_NO_GROUP = (
    r"(?:[^\p{Han},，、(（:：0-9]|[年月日号第])"  # what stands before digits that no group of three goes on from
)
_SPACED = (
    r"[1-9][0-9]{0,2}(?=[ ][0-9]{3})"
    + "".join(f"(?<!{_NO_GROUP}{'[0-9]' * digits})" for digits in (1, 2, 3))
    + "(?:[ ][0-9]{3})++"
)
ARABIC = rf"(?:(?:[0-9]{{1,3}}(?:,[0-9]{{3}})++|{_SPACED})(?![0-9])|[0-9]++)(?:\.[0-9]++)?"
"""1100, 1,100.9, 1 100 as books print it: commas and blanks count only between groups of three, blanks only behind words."""
SCALE = "(?:[十百千]?万亿|[百千]?亿|[十百千]?万万?(?![达科象])|千(?!分)|百(?![强佳年日货姓科花度分]))"
"""What multiplies the number in front of it: 万, 亿, 千万 … (but 2021百强 is no 202100)."""
SCALED = rf"{SCALE} (?:[0-9]{{1,4}}(?:\.[0-9]{{1,4}})?(?:[千百]?万|亿|千|百)){{0,4}} (?:[0-9](?![0-9.%]))?"
"""What may follow Arabic digits of one number: 万; 亿5千万; 万2."""
HAN = rf"(?:(?:{_SECTION} (?:{_BIG}零?{_SECTION}){{0,6}} {_BIG}? | [零〇]) (?:点[〇零一二三四五六七八九]++{_BIG}?)?)"
"""三千五百, 一百二十万, 一点五 (formal numerals such as 壹拾 are only read where the whole text is a number)."""
HAN_DIGITS = "[〇零一二三四五六七八九]{2,}+"
"""二〇二一: digits read one by one."""

_PLAIN_DIGITS = {char: str(value) for value, char in enumerate("〇一二三四五六七八九")} | {"零": "0", "两": "2"}
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_EXACT = Context(prec=120)  # mixed numbers hold at most a few dozen digits; the default of 28 would round them
_DOUBLE = Context(prec=15)


def shift(number: str, power: int) -> Decimal:
    """An Arabic number times ten to the power, exact however long it is.

    >>> shift("1,100.9", 8)
    Decimal('110090000000')
    """
    if "," in number or " " in number:
        number = number.replace(",", "").replace(" ", "")
    if not power:
        return Decimal(number)
    whole, _, fraction = number.partition(".")
    fraction = fraction.ljust(power, "0")
    rest = fraction[power:]
    return Decimal(f"{whole}{fraction[:power]}.{rest}") if rest else Decimal(whole + fraction[:power])


@cache
def power_of(scale: str) -> int:
    """The power of ten of a scale word: 万 4, 千万 7, 万亿 12, none 0."""
    return sum(_POWERS[char] for char in scale)


def han_value(written: str) -> Decimal:
    """The value of a Chinese numeral that `HAN` or `HAN_DIGITS` matched.

    >>> han_value("两千零五"), han_value("一万二"), han_value("二〇二一"), han_value("十点五")
    (Decimal('2005'), Decimal('12000'), Decimal('2021'), Decimal('10.5'))
    """
    whole, _, fraction = written.partition("点")
    if not any(char in _POWERS or char in "廿卅" for char in whole):
        value = Decimal("".join(_PLAIN_DIGITS[char] for char in whole))
    else:
        value = Decimal(_whole(whole.replace("廿", "二十").replace("卅", "三十")))
    if not fraction:
        return value
    digits = fraction.rstrip("万亿")
    return shift(f"{value}." + "".join(_PLAIN_DIGITS[char] for char in digits), power_of(fraction[len(digits) :]))


def _whole(written: str) -> int:
    total = section = digit = last = 0
    for char in written:
        power = _POWERS.get(char)
        if power is None:
            digit = int(_PLAIN_DIGITS[char])
            last = 0 if char in "零〇" else last
        elif power >= 4:
            section += digit
            total = (total + section) * 10**power if power == 8 or not section else total + section * 10**power
            section, digit, last = 0, 0, power
        else:
            section += (digit or 1) * 10**power
            digit, last = 0, power
    # 一万二 is 12000 and 二百五 is 250, but 二十五 is 25
    return total + section + digit * (10 ** (last - 1) if last > 1 else 1)


@cache
def _piece() -> Pattern[str]:
    return verbose(rf"(?P<number>{ARABIC}) \s? (?P<scale>{SCALE})?")


def evaluate(written: str) -> Decimal:
    """The value of any number that the fragments of this module match, mixed ones included.

    >>> evaluate("3亿5千万"), evaluate("1.2万"), evaluate("一百二十万")
    (Decimal('350000000'), Decimal('12000'), Decimal('1200000'))
    """
    if written[0] not in "0123456789":
        return han_value(written)
    digits = written.rstrip("十百千万亿")
    if digits.isascii():
        return shift(digits, power_of(written[len(digits) :]))
    pieces = list(_piece().finditer(written))
    powers = [power_of(piece["scale"] or "") for piece in pieces]
    # why: 1万2 means 12000, as 一万二 does
    if not powers[-1] and len(pieces[-1]["number"]) == 1 and written[-2] in _POWERS:
        powers[-1] = powers[-2] - 1
    value = Decimal(0)
    for piece, power in zip(pieces, powers, strict=True):
        value = _EXACT.add(value, shift(piece["number"], power))
    return value


MIXED = rf"(?:{ARABIC} (?:\ ?{SCALED})?)"
"""1100, 1.2万, 3亿5千万, 1万2."""


@cache
def _number() -> Pattern[str]:
    return verbose(rf"""
        (?=[0-9{NUMERALS}负−－-])                                            # a gate, for speed
        (?: (?<![0-9])(?=[0-9]) | (?<![{NUMERALS}])(?=[{NUMERALS}]) | (?=[负−－-][0-9{NUMERALS}]) )
        (?P<sign> (?:(?<!\p{{Han}})|(?<=[是为达至到约由从]))负 | (?<![^\W_])(?<![)）”》.%‰℃°])[-－−] )?
        (?:
          (?P<upper> {HAN}|{ARABIC}) 分之 (?P<lower> {HAN}|{ARABIC})          # denominator first
        | (?P<top> [0-9]++(?:\.[0-9]++)?) / (?P<bottom> [1-9][0-9]*+) (?![0-9/.])
        | (?P<plain> (?<![0-9])(?<![0-9][.,]) {MIXED} (?![0-9]) )
        | (?<![{NUMERALS}]) (?P<han> {HAN_DIGITS}(?!点){END} | {HAN}{END} )
          (?: 又 (?P<under> {HAN}) 分之 (?P<over> {HAN}) )?
        )""")


def _value(match: Match[str]) -> Decimal | None:
    upper, top, plain, han, under, sign = match.group("upper", "top", "plain", "han", "under", "sign")
    if upper is not None:
        value = _ratio(evaluate(match["lower"]), evaluate(upper))
    elif top is not None:
        value = _ratio(Decimal(top), Decimal(match["bottom"]))
    else:
        value = evaluate(plain or han)
        if under is not None:
            part = _ratio(evaluate(match["over"]), evaluate(under))
            value = None if part is None else _DOUBLE.add(value, part)
    return -value if value is not None and sign else value


def _ratio(top: Decimal, bottom: Decimal) -> Decimal | None:
    """A fraction as a Decimal; one that does not end has the 15 digits that a double holds."""
    return _DOUBLE.divide(top, bottom) if bottom else None


_COMPOUND = frozenset("十百千万亿廿卅点")
_FUSED = frozenset("统唯同某每逐之周“")


_CODES = frozenset("第初+·×*#＋")
"""What in front of a number makes it a place in an order or a code, beside letters: 第一, 20+8, 12·5."""


def _is_led_by_code(text: str, start: int) -> bool:
    """Whether what stands in front of a number makes it part of a code or a place in an order; letters as well: G107, IMT-2020."""
    before = text[start - 1 : start]
    if before in "-–" and start > 1:
        before = text[start - 2]
    elif before in _CODES:
        return True
    return before.isascii() and before.isalpha()


@cache
def _code_after() -> Pattern[str]:
    """What behind a number does: 2号线, 第六届, 5G; a unit in letters does not (12km)."""
    return verbose(r"""
      [+·×＋] | 号线 | 号(?!召) | 届
      | (?! (?: k?m | [kmμ]?g | [cm]m | [kMGm]?[WVLlh] | [TGM]B ) (?![A-Za-z]) ) [A-Za-z]
    """)


@cache
def _name_after() -> Pattern[str]:
    """What behind a Chinese numeral makes it part of a name: 三中全会, 二十大, 一期, 十四五规划."""
    return verbose(r"""
      中全会 | 次(?:全会|全体|会议|党代会) | 大(?![桶箱袋包瓶]) | 代会 | 期 | 等奖 | 级 | 线 | 甲 | 五规划 | 周岁?年 | 号 | 届 | 分之
    """)


@cache
def _lonely_after() -> Pattern[str]:
    """What may follow a digit that stands alone (“一”, 这是五那是四)."""
    return verbose(r"""
      [^\w、.)）] | _ | $ | (?<=[是为等于]\w)[那而和与加减乘除到至] | [个只对双名位元吨里](?![\p{Han}])
    """)


@cache
def _counted() -> Pattern[str]:
    """What makes a lone Chinese digit a number: a classifier that takes one."""
    return verbose(any_of(words("units", han="yes")))


@cache
def _names() -> Pattern[str]:
    return verbose(any_of(words("number_names")))


def in_name(text: str, number: int) -> bool:
    """Whether a name or idiom of the table begins at the number or reaches over it.

    >>> in_name("三番五次到场", 0), in_name("三番五次到场", 2), in_name("先后五次到场", 2)
    (True, True, False)
    """
    if _names().match(text, number):
        return True
    around = _names().match(text, number - 2) if number > 1 else None
    return around is not None and around.end() > number


def scan(text: str, at: SpanMaker = Span) -> list[Number]:
    """All numbers of clean text, in order. Numbers inside names, idioms and codes are left alone."""
    found = []
    original, text = text, plain(text)
    for match in _number().finditer(text):
        if (match["han"] is not None and _is_name(text, match)) or _is_code(text, match):
            continue
        value = _value(match)
        if value is not None:
            start, stop = match.span()
            found.append(Number(value, original[start:stop], at(start, stop)))
    return found


@cache
def _formal() -> Pattern[str]:
    return verbose(r"""
        (?<!队)[壹贰叁肆伍陆柒捌玖拾佰仟][壹贰叁肆伍陆柒捌玖拾佰仟零〇万亿]++ (?<=[拾佰仟万亿].{0,3})     # 壹佰贰拾, 壹仟零伍
      | [壹贰叁肆伍陆柒捌玖](?=[元角分])                                                              # 伍角
    """)


def plain(text: str) -> str:
    """The text with formal numerals (壹佰贰拾) as ordinary ones; same length, and 陆 in names stays.

    >>> plain("人民币壹佰贰拾元,陆丰市")
    '人民币一百二十元,陆丰市'
    """
    return _formal().sub(lambda match: match[0].translate(_FORMAL), text)


def _is_code(text: str, match: Match[str]) -> bool:
    start, stop = match.span()
    return _is_led_by_code(text, start) or _code_after().match(text, stop) is not None


def _is_name(text: str, match: Match[str]) -> bool:
    start, stop = match.span("han")
    if match["under"] is not None or (match["sign"] is not None and stop - start > 1):
        return False
    if in_name(text, start) or _name_after().match(text, stop):
        return True
    before = text[start - 1 : start]
    if stop - start > 1 and any(char in _COMPOUND for char in match["han"]):
        return before in {"周", "“"} and text[stop : stop + 1] == "”" and stop - start < 3  # why: “十五”
    if stop - start == 1 and (text[start] in "〇零" or match["sign"] is not None or _counted().match(text, stop)):
        return before in _FUSED  # why: 同一个, “三个十”
    if stop - start > 1 and text.startswith("年", stop):
        return False
    lonely = not before or before in "是为" or not (before.isalnum() or before == "、")
    return not (lonely and _lonely_after().match(text, stop))


def find_numbers(text: str) -> tuple[Number, ...]:
    """All numbers of a raw text. Idioms and names are left alone: 一馆一中心, 三中全会, 全国两会, 第一, 2号线, 20+8.

    >>> [str(number.value) for number in find_numbers("投入1,100万元,三千五百人参加,五分之一在一馆一中心")]
    ['11000000', '3500', '0.2']
    """
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at))


def parse_number(text: str) -> Decimal:
    """Exactly one number and nothing else.

    >>> parse_number("一百二十万"), parse_number("２．７亿"), parse_number("壹拾")
    (Decimal('1200000'), Decimal('270000000'), Decimal('10'))

    Raises:
        ParseError: number.none for a text that is no number, number.trailing where more than the number stands there.

    >>> parse_number("百分之七点八")
    Traceback (most recent call last):
    chronicle_parse.errors.ParseError: this is no number: '百分之七点八' (number.none)
    """
    clean = fold(text).text.strip().translate(_FORMAL)
    match = _number().match(clean)
    value = _value(match) if match else None
    if match is None or value is None:
        raise ParseError("number.none", "this is no number", text, Span(0, len(text)))
    if match.end() < len(clean):
        raise ParseError("number.trailing", "more than one number stands here", text, Span(0, len(text)))
    return value
