"""The measured figures of a text: its quantities without those that only name, count off or date something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from re import Match, Pattern
from typing import NamedTuple

from attrs import evolve

from chronicle_parse.fields import quantities
from chronicle_parse.fields.quantities import QuantityToken
from chronicle_parse.fields.quantities.context import unit_roles
from chronicle_parse.lexicon import rows, words
from chronicle_parse.model import Bound, Quantity, SpanMaker
from chronicle_parse.patterns import any_of, verbose

_LIST_MARKS = frozenset("、,，和")

RATIOS = frozenset({"%", "个百分点", "倍"})
"""The units of shares and multiples, which count nothing."""


class Figure(NamedTuple):
    """A quantity and its place in the piece of text that is read.

    Attributes:
        quantity: with the span of the original.
        start, stop: from the first to the last character, words of bound included.
        void: counts off instead of measuring; it separates names but is no indicator.
        level: void, but the level of something named before it: 突破百亿元大关.
        timed: a length of time or an age, which is an indicator only of a time or an age.
        measured: whether its unit is a measure or a currency, not a classifier.
    """

    quantity: Quantity
    start: int
    stop: int
    void: bool = False
    level: bool = False
    timed: bool = False
    measured: bool = False


@cache
def _dividing() -> frozenset[str]:
    """Units that only say how what follows is divided: 8大类46项 counts 46."""
    return frozenset(row["word"] for row in rows("indicator_units") if "class" in row["role"])


@cache
def _counting_off() -> frozenset[str]:
    """Units that a small Chinese numeral counts off: 三大攻坚战."""
    return frozenset(row["word"] for row in rows("indicator_units") if "off" in row["role"])


@cache
def thresholds() -> tuple[str, ...]:
    """Words behind a figure that was reached: 百亿元大关."""
    return words("indicator_words", role="threshold")


@cache
def _threshold() -> Pattern[str]:
    """What stands behind a figure and makes it a threshold."""
    return verbose(rf"\s?(?:(?<=[个大])[十百千]?(?:万亿|[万亿])元?)?{any_of(thresholds())}")


@cache
def _list_of_thresholds() -> Pattern[str]:
    """What follows the first of several thresholds: 连续突破700亿、800亿、900亿元大关."""
    return verbose(rf"(?:、\d+(?:\.\d+)?[万亿]){{0,4}}、\d+(?:\.\d+)?[万亿]元{any_of(thresholds())}")


@cache
def _scaled() -> Pattern[str]:
    """A large number that says no unit, up to its clause's end: 参保人数达到12.5万."""
    folk = any_of(words("indicator_words", role="folk"))
    return verbose(
        rf"""(?P<number>[0-9](?<![\d.第约].)(?<!\d,.)[0-9]*(?:\.[0-9]+)?)(?P<scale>[多余]?[万亿])(?P<more>[多余])?
            (?=(?:以上|左右|以内)?\s*(?:[,，。；;、\n]|$)|[增提上减扩降升发]\p{{Han}}{{0,2}}[到至]|[农牧]|{folk})"""
    )


@cache
def _quoted() -> Pattern[str]:
    """A short quotation: figures inside belong to a name (“双95%”, “5080”)."""
    return verbose(r"“[^“”\n]{1,24}”|《[^《》\n]{1,60}》|「[^「」\n]{1,24}」")


@cache
def _compared() -> Pattern[str]:
    """A comparison with others, or a point of the plan: 高于全国0.3个百分点 says nothing about the thing itself."""
    return verbose(
        rf"""(?:{any_of(words("indicator_words", role="comparing"))}|(?<![提新])高(?=全[国省市县]|平均|目标|\s*[约近]?$)|(?<![降减])低(?=全[国省市县]|平均|目标|\s*[约近]?$)|超(?!过)|(?<![加])快(?=全[国省市县]|平均|\s*[约近]?$)|塌|(?:拉动|带动)[^,，。；;]{{0,10}}(?:增长|增速)?|贡献(?!率(?:提[高升]|上升|下降))[^,，。；;]{{0,6}})
            [^,，。；;、\d]{{0,14}}(?:\d[\d.]*%的[^,，。；;、\d]{{0,6}})?$"""
    )


@cache
def _part_of_name() -> Pattern[str]:
    """A noun right behind a measure, up to the next figure: 营收10亿元以上企业10家 measures the 10家 alone."""
    return verbose(r"(?:的)?\s?(?![和与及、以]|约|近|超)[\p{Han}“”A-Za-z]{1,16}")


@cache
def _of_people() -> Pattern[str]:
    """Who is of an age, right behind it: 65岁以上老年人, 3岁以下婴幼儿."""
    return verbose(r"的?(?![和与及、以]|左右)\p{Han}")


@cache
def _shares() -> Pattern[str]:
    """A share right before its figure: 收入80万元以上行政村占比达85%."""
    return verbose(rf"{any_of(words('indicator_words', role='share'))} (?: 达到? | 为 | 提高到 | 提升到 )? $")


@cache
def _predicate_first() -> Pattern[str]:
    """A verb or predicate right behind a measure: the measure stands for itself."""
    return verbose(
        any_of((*words("indicator_verbs"), *words("indicator_predicates"), "同比", "比", "较", "增", "降", "占"))
    )


def with_bare(text: str, tokens: list[QuantityToken]) -> list[QuantityToken]:
    """The quantities of a text and its large numbers without a unit."""
    known = {token.number_start for token in tokens}
    bare = [_bare(match) for match in _scaled().finditer(text) if match.start() not in known]
    if "分别" in text:
        bare += [each for token in tokens for each in _sharing(text, token)]
    return sorted([*tokens, *bare], key=lambda token: token.start) if bare else tokens


@cache
def _unitless() -> Pattern[str]:
    """Numbers of a list with 分别 whose unit only the last one has: 分别达到26.6、7.8、0.6亿公斤."""
    return verbose(r"分别[^,，。；;\n\d]{0,10} (?P<list> (?: \d+ (?: \.\d+ )? \s? (?: [、,，和] \s? ) ){1,8} ) $")


def _sharing(text: str, token: QuantityToken) -> Iterator[QuantityToken]:
    """Tokens of the numbers before a token that share its unit and scale."""
    if text[max(0, token.number_start - 1) : token.number_start] not in _LIST_MARKS:
        return
    found = _unitless().search(text, max(0, token.number_start - 60), token.number_start)
    if found is None:
        return
    for number in _number().finditer(text, *found.span("list")):
        start, stop = number.span()
        value = Decimal(number[0]) * token.scale
        yield token._replace(start=start, stop=stop, number_start=start, number_stop=stop, value=value, high=None)


@cache
def _number() -> Pattern[str]:
    return verbose(r"\d+(?:\.\d+)?")


def _bare(match: Match[str]) -> QuantityToken:
    power = 10**8 if "亿" in match["scale"] else 10**4
    vague = match["more"] or len(match["scale"]) > 1
    return QuantityToken(
        match.start(),
        match.end(),
        match.start(),
        match.end(),
        match.end(),
        match.end(),
        Decimal(match["number"]) * power,
        None,
        "",
        Bound.MORE_THAN if vague else Bound.EXACT,
        power,
        "classifier",
    )


def figures(text: str, tokens: Sequence[QuantityToken], place: SpanMaker) -> list[Figure]:
    """The figures among the quantities of a piece of clean text; `place` makes the original spans of its offsets."""
    if not tokens:
        return []
    quotes = [match.span() for match in _quoted().finditer(text)] if any(mark in text for mark in "“《「") else []
    kept: list[Figure] = []
    quote = 0
    for number, token in enumerate(tokens):
        while quote < len(quotes) and quotes[quote][1] <= token.start:
            quote += 1
        inside = quote < len(quotes) and quotes[quote][0] <= token.start and token.stop <= quotes[quote][1]
        following = tokens[number + 1] if number + 1 < len(tokens) else None
        if inside or _names_only(text, token, following):
            continue
        kept.append(_figure(text, token, place))
    return kept


def _names_only(text: str, token: QuantityToken, following: QuantityToken | None) -> bool:
    """Whether the amount is part of a name: of a measure right before the noun that the next figure counts."""
    role = unit_roles().get(token.unit)
    if role == "rating" or (token.value == 0 and not text[token.number_start].isascii()):
        return True
    if role == "age" and _of_people().match(text, token.stop) and not _predicate_first().match(text, token.stop):
        return True
    if token.digitless and text.startswith("的", token.stop):
        return True  # why: 财政收入过千万元的乡镇11个
    if following is None or not _may_name(text, token, following):
        return False
    between = text[token.stop : following.start]
    if not between and text.startswith(("以上", "以下"), token.stop - 2):
        return following.kind == "classifier"  # why: 其中50亿元以上3个
    if between.startswith("的") and between.endswith("等"):
        return False  # why: 30亿元的产业园、12亿元的数据港等20个项目
    if len(between) >= 20 or _part_of_name().fullmatch(between) is None:
        return False
    return token.kind == "classifier" or not _predicate_first().match(between.removeprefix("的"))


def _may_name(text: str, token: QuantityToken, following: QuantityToken) -> bool:
    """Whether a measure, or a bound in 以上, may be part of what the next figure counts, or gives the share or sum of."""
    if token.kind not in ("classifier", "currency", "measure", "duration"):
        return False
    bounded = text.startswith("以上", token.stop - 2)
    if token.kind == "classifier":
        return bounded and token.unit != following.unit and following.kind == "classifier"
    share = following.kind == "share" and _shares().search(text, token.stop, following.start) is not None
    return following.kind == "classifier" or share or (bounded and following.kind == "currency")


def _figure(text: str, token: QuantityToken, place: SpanMaker) -> Figure:
    stop = token.stop
    stepped = not token.unit and _list_of_thresholds().match(text, stop) is not None
    if behind := _threshold().match(text, stop):
        stop = behind.end()
        stepped = token.kind == "classifier" and token.unit != ""  # why: 连跨两个百亿台阶 gives no value
    compared = (
        unit_roles().get(token.unit) == "point"
        and _compared().search(text, max(0, token.number_start - 18), token.number_start) is not None
    )
    off = token.unit in _dividing() or _counts_off(text, token)
    return Figure(
        quantities.quantity_of(token, text, place),
        token.start,
        stop,
        void=compared or _plan_beaten(text, token) or off or stepped or token.digitless,
        level=stepped or (token.digitless and not off),
        timed=token.kind == "duration" or token.unit == "天",
        measured=token.kind in ("currency", "measure"),
    )


@cache
def _beats() -> Pattern[str]:
    return verbose(rf"{any_of(words('indicator_words', role='beating'))}[^,，。；;、\d]{{0,12}}$")


@cache
def _over_plan() -> Pattern[str]:
    return verbose(r"超(?:过|额|出|额完成)?[^,，。；;、\d]{0,6}(?:计划|任务|预算)(?:的|数的?)?$")


def _plan_beaten(text: str, token: QuantityToken) -> bool:
    """Whether a share is that of a plan which was beaten, or by how much it was: 高于年初12%的目标, 超过年计划6%."""
    if token.kind != "share":
        return False
    before = max(0, token.start - 18)
    if text.find("超", before, token.start) >= 0 and _over_plan().search(text, before, token.start) is not None:
        return True
    planned = text.startswith(("的目标", "的预期", "的计划"), token.stop)
    return planned and _beats().search(text, before, token.start) is not None


def _counts_off(text: str, token: QuantityToken) -> bool:
    """Whether a small Chinese numeral only classifies the noun behind it: 三大攻坚战, 一张名片, 四个意识."""
    if text[token.number_start].isascii() or token.value >= 20:
        return False
    if token.value == 1:
        return token.scale == 1 and token.kind != "share"
    counting = token.kind == "classifier" and token.unit in _counting_off()
    return counting and token.stop < len(text) and text[token.stop] not in ",，。；;、:：!！?？\n"


def bounded(quantity: Quantity, bound: Bound | None) -> Quantity:
    """The quantity with the bound that the words around it give, unless its own words gave one."""
    return quantity if bound is None or quantity.bound is not Bound.EXACT else evolve(quantity, bound=bound)
