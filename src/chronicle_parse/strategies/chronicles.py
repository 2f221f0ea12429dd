"""Draw chronicles in many layouts, together with the entries that a reader must find in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen
from hypothesis import strategies as st


@frozen
class Event:
    """What happened on a day, over several days of a month, or in a month.

    Attributes:
        month: of the year of the chronicle.
        day: None for an event of the month.
        until: the last day of an event of several days, None for one of a single day.
        text: one or two sentences.
    """

    month: int
    day: int | None
    until: int | None
    text: str

    def edtf(self, year: int) -> str:
        """The date as ISO 8601-2 writes it."""
        if self.day is None:
            return f"{year:04d}-{self.month:02d}"
        first = f"{year:04d}-{self.month:02d}-{self.day:02d}"
        return first if self.until is None else f"{first}/{year:04d}-{self.month:02d}-{self.until:02d}"


@frozen
class DrawnChronicle:
    """A chronicle as a page shows it, and what a reader must find: (date as EDTF, text) of every entry, in order."""

    text: str
    entries: tuple[tuple[str, str], ...]


_WHO = (
    "区委",
    "区政府",
    "县人大常委会",
    "县政协",
    "团区委",
    "区总工会",
    "县文化馆",
    "市第一中学",
    "区档案馆",
    "县供销社",
)
_WHAT = (
    "召开全体会议,部署全年工作",
    "举办读书节",
    "走访慰问困难职工120户",
    "与市农商银行签署合作协议",
    "获评全省先进单位",
    "组织植树活动,植树3000株",
    "发布《防汛手册》",
    "启用新办公楼,建筑面积1.2万平方米",
)
_MORE = ("", "会议听取了工作报告。", "活动现场发放资料800份。", "该项目总投资2.5亿元。", "会上,15家单位受到表彰。")


def events() -> st.SearchStrategy[Event]:
    """One event, with invented words."""

    @st.composite
    def draw_event(draw: st.DrawFn) -> Event:
        month = draw(st.integers(1, 12))
        day = draw(st.none() | st.integers(1, 26))
        until = None if day is None else draw(st.none() | st.integers(day + 1, 28))
        text = f"{draw(st.sampled_from(_WHO))}{draw(st.sampled_from(_WHAT))}。{draw(st.sampled_from(_MORE))}"
        return Event(month, day, until, text)

    return draw_event()


_DIGITS = "〇一二三四五六七八九"


def _hanzi(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十") + (_DIGITS[ones] if ones else "")


def _days(event: Event, joint: str) -> str:
    return f"{event.day}日" if event.until is None else f"{event.day}{joint}{event.until}日"


def _date(event: Event, joint: str = "-") -> str:
    return f"{event.month}月" + ("" if event.day is None else _days(event, joint))


def _lines(head: Callable[[int, Event], str]) -> Callable[[int, Sequence[Event]], list[str]]:
    """A layout of one line an entry, each with its month."""
    return lambda _, found: [head(number, event) + event.text for number, event in enumerate(found, 1)]


def _full(year: int, found: Sequence[Event]) -> list[str]:
    return [f"{year}年{_date(event)} {event.text}" for event in found]


def _dotted(year: int, found: Sequence[Event]) -> list[str]:
    return [
        f"{year}.{event.month:02d} {event.text}"
        if event.day is None
        else f"{year}.{event.month:02d}.{event.day:02d} {event.text}"
        if event.until is None
        else f"{year}年{_date(event)} {event.text}"
        for event in found
    ]


def _under_months(day: Callable[[Event], str], after: str) -> Callable[[int, Sequence[Event]], list[str]]:
    """A layout of month headings with bare days below; events of the month keep their month."""

    def render(_: int, found: Sequence[Event]) -> list[str]:
        lines, month = [], None
        for event in found:
            if event.month != month:
                month = event.month
                lines.append(f"{month}月")
            lines.append((f"{month}月" if event.day is None else day(event)) + after + event.text)
        return lines

    return render


def _date_lines(_: int, found: Sequence[Event]) -> list[str]:
    return [line for event in found for line in (_date(event, "至"), event.text)]


def _one_paragraph(_: int, found: Sequence[Event]) -> list[str]:
    return ["".join(f"{_date(event)},{event.text}" for event in found)]


LAYOUTS: dict[str, Callable[[int, Sequence[Event]], list[str]]] = {
    "comma": _lines(lambda _, event: _date(event) + ","),
    "blank": _lines(lambda _, event: _date(event, "至") + " "),
    "dash": _lines(lambda _, event: _date(event, "~") + "——"),
    "colon": _lines(lambda _, event: _date(event, "—") + ":"),
    "brackets": _lines(lambda _, event: f"【{_date(event)}】"),
    "bullets": _lines(lambda _, event: f"◆{_date(event)},"),
    "numbered": _lines(lambda number, event: f"{number}、{_date(event)},"),
    "numbered in Chinese": _lines(lambda number, event: f"{_hanzi(number)}、{_date(event)},"),
    "full dates": _full,
    "dotted dates": _dotted,
    "month headings": _under_months(lambda event: _days(event, "-"), " "),
    "month headings with commas": _under_months(lambda event: _days(event, "—"), ","),
    "date lines": _date_lines,
    "one paragraph": _one_paragraph,
}
"""How the entries of a year are set, by name; each makes the lines of a page."""


def chronicles(
    layouts: st.SearchStrategy[str] | None = None, *, min_size: int = 2, max_size: int = 8
) -> st.SearchStrategy[DrawnChronicle]:
    """Chronicles of one year under a title that names it, in any of `LAYOUTS`.

    Args:
        layouts: the names of the layouts to draw from; all of them by default.
        min_size: the least number of entries.
        max_size: the largest number of entries.
    """

    @st.composite
    def draw_chronicle(draw: st.DrawFn) -> DrawnChronicle:
        year = draw(st.integers(1950, 2030))
        drawn = draw(st.lists(events(), min_size=min_size, max_size=max_size))
        found = sorted(drawn, key=lambda event: (event.month, event.day or 0))
        layout = draw(layouts if layouts is not None else st.sampled_from(sorted(LAYOUTS)))
        between = draw(st.sampled_from(("\n", "\n\n")))
        body = between.join(LAYOUTS[layout](year, found))
        text = f"青禾县{year}年大事记{between}{body}\n"
        return DrawnChronicle(text, tuple((event.edtf(year), event.text) for event in found))

    return draw_chronicle()
