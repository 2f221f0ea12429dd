"""Draw clauses of work reports, each with the indicators that a reader must find in it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from attrs import evolve, frozen
from hypothesis import strategies as st

from chronicle_parse.model import Bound, Indicator, Quantity
from chronicle_parse.model.values import Direction, IndicatorKind


@frozen
class DrawnAmount:
    """An amount, multiplied out as in `Quantity`."""

    value: Decimal
    unit: str
    bound: Bound = Bound.EXACT
    high: Decimal | None = None

    @classmethod
    def read(cls, quantity: Quantity | None) -> DrawnAmount | None:
        """What was drawn where this was read."""
        return None if quantity is None else cls(quantity.value, quantity.unit, quantity.bound, quantity.high)


@frozen
class DrawnIndicator:
    """An indicator that a reader must find.

    Attributes:
        name: without the verb, which stands in `verb`.
        amount: None where only a change is told.
        direction: of the change, "" where there is none; `change` is its amount and `basis` what it compares with.
        previous: where it came from (由…增加到…).
        rank: as written, "" for none.
        kind: what has happened or what is promised; year: the year spoken of.
    """

    name: str
    verb: str = ""
    amount: DrawnAmount | None = None
    direction: Direction | None = None
    change: DrawnAmount | None = None
    basis: str | None = None
    previous: DrawnAmount | None = None
    rank: str = ""
    kind: IndicatorKind = "actual"
    year: int | None = None

    @classmethod
    def read(cls, indicator: Indicator) -> DrawnIndicator:
        """What was drawn where this was read."""
        change = indicator.change
        return cls(
            indicator.name,
            indicator.verb,
            DrawnAmount.read(indicator.quantity),
            change.direction if change else None,
            DrawnAmount.read(change.quantity) if change else None,
            change.basis if change else None,
            DrawnAmount.read(indicator.previous),
            indicator.rank.written if indicator.rank else "",
            indicator.kind,
            indicator.year,
        )


@frozen
class Clause:
    """A clause without its final stop, and its indicators."""

    text: str
    indicators: tuple[DrawnIndicator, ...]


_SIZES = ("地区生产总值", "一般公共预算收入", "固定资产投资", "社会消费品零售总额", "规上工业增加值", "进出口总额")
_RATES = ("城镇化率", "森林覆盖率", "农村自来水普及率")
_COUNTS = (
    ("新建", "口袋公园", "个"),
    ("建成", "标准化厂房", "万平方米"),
    ("新增", "停车位", "个"),
    ("改造", "老旧小区", "个"),
    ("新建", "农村公路", "公里"),
    ("培育", "高新技术企业", "家"),
    ("新增", "学位", "个"),
    ("完成", "棚户区改造", "户"),
    ("惠及", "居民", "万户"),
)
_SCALES = {"亿": 10**8, "万": 10**4}
_DIGITS = "零一二三四五六七八九"


def _amount(number: str, unit: str, bound: Bound = Bound.EXACT) -> DrawnAmount:
    scale = _SCALES.get(unit[0], 1)
    return DrawnAmount(Decimal(number) * scale, unit[scale > 1 :], bound)


def _rates() -> st.SearchStrategy[str]:
    """The numbers of percentages."""
    return st.decimals(1, 30, places=1).map(str) | st.integers(2, 30).map(str)


def _sums() -> st.SearchStrategy[str]:
    """The numbers of sums in 亿元."""
    return st.decimals(2, 999, places=1).map(str) | st.decimals(2, 999, places=2).map(str)


def _numbers(unit: str) -> st.SearchStrategy[str]:
    """The numbers of countable things: decimals before a unit that multiplies."""
    return st.decimals(1, 99, places=1).map(str) if unit[0] in _SCALES else st.integers(2, 9999).map(str)


def _grown(draw: st.DrawFn) -> Clause:
    """地区生产总值218.6亿元、增长6.8%."""
    name, size, rate = draw(st.sampled_from(_SIZES)), draw(_sums()), draw(_rates())
    verb, comma = draw(st.sampled_from(("", "达", "达到", "完成"))), draw(st.sampled_from("、,"))
    basis = draw(st.sampled_from((None, "同比", "比上年")))
    found = DrawnIndicator(name, "", _amount(size, "亿元"), "up", _amount(rate, "%"), basis)
    return Clause(f"{name}{verb}{size}亿元{comma}{basis or ''}增长{rate}%", (found,))


def _growth(draw: st.DrawFn) -> Clause:
    """规上工业增加值增长7.1%,居全省第五位."""
    name, rate = draw(st.sampled_from(_SIZES)), draw(_rates())
    rank = draw(st.sampled_from(("", "全省第五位", "全市第2位")))
    found = DrawnIndicator(name, direction="up", change=_amount(rate, "%"), rank=rank)
    return Clause(f"{name}增长{rate}%" + (f",居{rank}" if rank else ""), (found,))


def _risen(draw: st.DrawFn) -> Clause:
    """地区生产总值由213.6亿元增加到301.8亿元,年均增长6.4%."""
    name, before, after, rate = draw(st.sampled_from(_SIZES)), draw(_sums()), draw(_sums()), draw(_rates())
    found = DrawnIndicator(
        name, "", _amount(after, "亿元"), "up", _amount(rate, "%"), "年均", previous=_amount(before, "亿元")
    )
    text = f"{name}{draw(st.sampled_from('由从'))}{before}亿元增加到{after}亿元,年均增长{rate}%"
    return Clause(text, (found,))


def _level(draw: st.DrawFn) -> Clause:
    """城镇化率提高到66.2%."""
    name, rate, verb = draw(st.sampled_from(_RATES)), draw(_rates()), draw(st.sampled_from(("提高到", "达到", "达")))
    return Clause(f"{name}{verb}{rate}%", (DrawnIndicator(name, "", _amount(rate, "%")),))


def _spelt(draw: st.DrawFn) -> Clause:
    """森林覆盖率达到百分之六十六点二."""
    name, tens, ones, tenths = (
        draw(st.sampled_from(_RATES)), draw(st.integers(2, 9)), draw(st.integers(1, 9)), draw(st.integers(1, 9))
    )  # fmt: skip
    text = f"{name}达到百分之{_DIGITS[tens]}十{_DIGITS[ones]}点{_DIGITS[tenths]}"
    return Clause(text, (DrawnIndicator(name, "", _amount(f"{tens}{ones}.{tenths}", "%")),))


def _points(draw: st.DrawFn) -> Clause:
    """城镇化率提高1.5个百分点."""
    name, rate = draw(st.sampled_from(_RATES)), draw(_rates())
    found = DrawnIndicator(name, direction="up", change=_amount(rate, "个百分点"))
    return Clause(f"{name}提高{rate}个百分点", (found,))


def _fall(draw: st.DrawFn) -> Clause:
    """单位生产总值能耗下降3%."""
    rate = draw(_rates())
    found = DrawnIndicator("单位生产总值能耗", direction="down", change=_amount(rate, "%"))
    return Clause(f"单位生产总值能耗下降{rate}%", (found,))


def _count(draw: st.DrawFn) -> Clause:
    """新建口袋公园8个; 新增停车位200余个."""
    verb, name, unit = draw(st.sampled_from(_COUNTS))
    number = draw(_numbers(unit))
    before, bound = draw(
        st.sampled_from((("", Bound.EXACT), ("超过", Bound.MORE_THAN), ("近", Bound.LESS_THAN), ("约", Bound.ABOUT)))
    )
    return Clause(f"{verb}{name}{before}{number}{unit}", (DrawnIndicator(name, verb, _amount(number, unit, bound)),))


def _carried(draw: st.DrawFn) -> Clause:
    """建成社区公园8个、幼儿园2所."""
    verb, first, second = draw(st.sampled_from(("建成", "新建"))), draw(_numbers("个")), draw(_numbers("所"))
    found = (
        DrawnIndicator("社区公园", verb, _amount(first, "个")),
        DrawnIndicator("幼儿园", verb, _amount(second, "所")),
    )
    return Clause(f"{verb}社区公园{first}个、幼儿园{second}所", found)


def _two_verbs(draw: st.DrawFn) -> Clause:
    """建成学校6所、开工4所."""
    first, second = draw(_numbers("所")), draw(_numbers("所"))
    found = (
        DrawnIndicator("学校", "建成", _amount(first, "所")),
        DrawnIndicator("学校", "开工", _amount(second, "所")),
    )
    return Clause(f"建成学校{first}所、开工{second}所", found)


def _total(draw: st.DrawFn) -> Clause:
    """净增规上工业企业168家、总数达到1875家."""
    more, total = draw(_numbers("家")), draw(_numbers("家"))
    found = (
        DrawnIndicator("规上工业企业", "净增", _amount(more, "家")),
        DrawnIndicator("规上工业企业总数", "", _amount(total, "家")),
    )
    return Clause(f"净增规上工业企业{more}家、总数达到{total}家", found)


def _of_which(draw: st.DrawFn) -> Clause:
    """新增公路里程2316公里,其中高速公路214公里."""
    whole, part = draw(_numbers("公里")), draw(_numbers("公里"))
    found = (
        DrawnIndicator("公路里程", "新增", _amount(whole, "公里")),
        DrawnIndicator("高速公路", "新增", _amount(part, "公里")),
    )
    return Clause(f"新增公路里程{whole}公里,其中高速公路{part}公里", found)


def _count_first(draw: st.DrawFn) -> Clause:
    """推进48个产业园区建设."""
    number = draw(_numbers("个"))
    return Clause(f"推进{number}个产业园区建设", (DrawnIndicator("产业园区建设", "推进", _amount(number, "个")),))


def _shared(draw: st.DrawFn) -> Clause:
    """城乡居民人均可支配收入分别增长5.1%、7.2%."""
    town, country = draw(_rates()), draw(_rates())
    found = (
        DrawnIndicator("城镇居民人均可支配收入", direction="up", change=_amount(town, "%")),
        DrawnIndicator("农村居民人均可支配收入", direction="up", change=_amount(country, "%")),
    )
    return Clause(f"城乡居民人均可支配收入分别增长{town}%、{country}%", found)


def _expected(draw: st.DrawFn) -> Clause:
    """地区生产总值增长6.5%左右."""
    name, rate = draw(st.sampled_from(_SIZES)), draw(_rates())
    word, bound = draw(st.sampled_from((("左右", Bound.ABOUT), ("以上", Bound.AT_LEAST), ("", Bound.EXACT))))
    return Clause(f"{name}增长{rate}%{word}", (DrawnIndicator(name, direction="up", change=_amount(rate, "%", bound)),))


def _expected_range(draw: st.DrawFn) -> Clause:
    """地区生产总值增长6%-6.5%."""
    name, low = draw(st.sampled_from(_SIZES)), draw(st.integers(3, 12))
    change = DrawnAmount(Decimal(low), "%", Bound.RANGE, Decimal(f"{low}.5"))
    joint = draw(st.sampled_from("-—~"))
    return Clause(f"{name}增长{low}%{joint}{low}.5%", (DrawnIndicator(name, direction="up", change=change),))


def _held(draw: st.DrawFn) -> Clause:
    """城镇登记失业率控制在4%以内."""
    rate = draw(_rates())
    found = DrawnIndicator("城镇登记失业率", "", _amount(rate, "%", Bound.AT_MOST))
    return Clause(f"城镇登记失业率控制在{rate}%以内", (found,))


def _price(draw: st.DrawFn) -> Clause:
    """居民消费价格涨幅3%左右."""
    rate = draw(_rates())
    found = DrawnIndicator("居民消费价格", direction="up", change=_amount(rate, "%", Bound.ABOUT))
    return Clause(f"居民消费价格涨幅{rate}%左右", (found,))


Maker = Callable[[st.DrawFn], Clause]

EITHER: tuple[Maker, ...] = (_level, _spelt, _points, _fall, _count, _carried, _two_verbs, _of_which, _count_first)
"""Clauses that stand in what was done and in what is promised alike."""

CLAUSES: dict[IndicatorKind, tuple[Maker, ...]] = {
    "actual": (*EITHER, _grown, _growth, _risen, _total, _shared),
    "target": (*EITHER, _expected, _expected_range, _held, _price, _shared),
}


def clauses(kind: IndicatorKind, year: int) -> st.SearchStrategy[Clause]:
    """One clause with its indicators, as sections about what was done or what is promised hold them."""

    @st.composite
    def draw_clause(draw: st.DrawFn) -> Clause:
        clause = draw(st.sampled_from(CLAUSES[kind]))(draw)
        return Clause(clause.text, tuple(evolve(each, kind=kind, year=year) for each in clause.indicators))

    return draw_clause()
