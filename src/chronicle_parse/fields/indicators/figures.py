"""The measured figures of a text: its quantities without those that only name, count off or date something."""

from __future__ import annotations

from functools import cache

from attrs import evolve, frozen
from regex import Pattern

from chronicle_parse.fields import quantities
from chronicle_parse.model import Bound, Quantity, Span
from chronicle_parse.patterns import any_of, verbose

DURATIONS = frozenset(
    "年 月 日 天 小时 分钟 秒 个月 周 周年 季度 个季度 工作日 个工作日 时 分 届 期 周岁 岁 年度 世纪 个世纪 代 点 号 级 昼夜".split()
)
"""Units of time and of ordinals: no measured thing, but for a time that is itself the thing measured."""

CLASSES = frozenset("类 大类 小类 种类 大 方面 个方面 层 重 维 层次 场硬仗 个一 个没有 个重大 个坚持 金 银 铜 章 字".split())
"""Units that only say how what follows is divided: 8大类46项 counts 46."""

_AFTER = r"(?:左右|上下|以上|以下|以内|之内|之间|大关|关口|台阶|总量)"


@frozen
class Figure:
    """A quantity and its place in the piece of text that is read.

    Attributes:
        start, stop: from the first to the last character, words of bound behind it included.
        void: counts off instead of measuring; it separates names but is no indicator.
        timed: a length of time, which is an indicator only of a time.
    """

    quantity: Quantity
    start: int
    stop: int
    void: bool = False
    timed: bool = False


@cache
def _after() -> Pattern[str]:
    """Words of bound behind a figure, where the quantity did not take them."""
    return verbose(rf"\s?{_AFTER}*(?:的?水平)?")


@cache
def _quoted() -> Pattern[str]:
    """A short quotation: figures inside belong to a name (“双95%”, “5080”)."""
    return verbose(r"“[^“”\n]{1,24}”|《[^《》\n]{1,60}》|「[^「」\n]{1,24}」")


@cache
def _digits() -> Pattern[str]:
    """What a figure needs to be one: 百亿 and 千亿 alone measure nothing."""
    return verbose(r"[\d一二三四五六七八九十两〇零壹贰叁肆伍陆柒捌玖拾]")


@cache
def _not_measured() -> Pattern[str]:
    """What stands right before figures that are parts of names or ordinals: 第, 每, PM2.5, 5G, +8."""
    return verbose(r"(?:[第每初满逢]|[A-Za-z+＋]|[A-Za-z]-)$")


@cache
def _only_named() -> Pattern[str]:
    """A comparison with others, or a point of the plan: 高于全国0.3个百分点 says nothing about the thing itself."""
    return verbose(r"(?:高于|低于|快于|优于|高出|低|高|超|快|领先|超序时|拉动[^,，。；;]{0,10}增长|贡献[^,，。；;]{0,6}|好于|落后)[^,，。；;、\d]{0,14}$")


@cache
def _part_of_name() -> Pattern[str]:
    """A noun right behind a measure, up to the next figure: 营收10亿元以上企业10家 measures the 10家 alone."""
    return verbose(rf"(?:及|{_AFTER})?\s?[\p{{Han}}“”A-Za-z]{{1,16}}(?:超|近|突破|达到|达|增至|增加到)?$")


@cache
def _verbs_first() -> Pattern[str]:
    """A verb or predicate right behind a measure: the measure stands for itself."""
    from chronicle_parse.lexicon import words

    return verbose(any_of((*words("indicator_verbs"), *words("indicator_predicates"), "同比", "比", "较", "增", "降", "的")))


MONEY = ("元", "吨", "人民币", "美元", "平方米", "亩", "公顷", "千瓦", "公里", "米", "斤", "公斤", "平方公里", "立方米")
_CHINESE_SMALL = frozenset("一二三四五六七八九十两几")
_COUNTS_OFF = frozenset("个 项 条 大 批 种 件 次 张 轮 份 句 步 点 支 道 面 线 区 带 园 者".split())


def figures(text: str) -> list[Figure]:
    """The figures of a piece of clean text in order of position; spans are those of the piece."""
    found = quantities.scan(text, Span)
    if not found:
        return []
    quoted = [match.span() for match in _quoted().finditer(text)] if "“" in text or "《" in text or "「" in text else []
    kept: list[Figure] = []
    in_quote = 0
    for number, quantity in enumerate(found):
        start, stop = quantity.span.start, quantity.span.stop
        if not quantity.unit or (kept and start < kept[-1].stop):
            continue
        while in_quote < len(quoted) and quoted[in_quote][1] <= start:
            in_quote += 1
        if in_quote < len(quoted) and quoted[in_quote][0] <= start and stop <= quoted[in_quote][1]:
            continue
        before = text[max(0, start - 2) : start]
        if _not_measured().search(before) or not _digits().search(quantity.written):
            continue
        unit = quantity.unit
        after = _after().match(text, stop)
        end = after.end() if after else stop
        if unit in DURATIONS:
            if unit not in ("年", "月", "日", "号", "届", "点", "代", "世纪", "年度", "级"):
                kept.append(Figure(quantity, start, end, timed=True))
            continue
        if unit == "个百分点" and _only_named().search(text[max(0, start - 18) : start]):
            kept.append(Figure(quantity, start, end, void=True))
            continue
        if unit.endswith(MONEY) and number + 1 < len(found):
            following = text[end : found[number + 1].span.start]
            if following and len(following) < 20 and _part_of_name().fullmatch(following) and not _verbs_first().match(following):
                continue
        kept.append(Figure(quantity, start, end, void=unit in CLASSES or _counts_off(text, quantity, end)))
    return kept


def _counts_off(text: str, quantity: Quantity, end: int) -> bool:
    """Whether a small Chinese numeral right before a noun only classifies it: 三大攻坚战, 一张名片, 四个意识."""
    digits = quantity.written[:1]
    if digits not in _CHINESE_SMALL or quantity.scale != 1 or quantity.value >= 20 or quantity.unit not in _COUNTS_OFF:
        return False
    return quantity.value == 1 or (end < len(text) and text[end] not in ",，。；;、:：!！?？\n")


def bounded(quantity: Quantity, bound: Bound | None) -> Quantity:
    """The quantity with the bound that the words around it give, unless its own words gave one."""
    return quantity if bound is None or quantity.bound is not Bound.EXACT else evolve(quantity, bound=bound)
