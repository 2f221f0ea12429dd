"""Draw roundups of a week in many layouts, together with the sections and the items that a reader must find."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import groupby

from attrs import evolve, frozen
from hypothesis import strategies as st

from chronicle_parse.model import RoundupSection
from chronicle_parse.strategies.events import DrawnEntry, Event
from chronicle_parse.strategies.pages import SCRIPTS, Script, pages
from chronicle_parse.strategies.words import PLACES, hanzi, sentences, wide


@frozen
class DrawnSection:
    """The items under one heading; heading and headline are "" where there are none."""

    heading: str
    headline: str
    entries: tuple[DrawnEntry, ...]

    @classmethod
    def read(cls, section: RoundupSection) -> DrawnSection:
        """What was drawn where this was read."""
        return cls(section.heading, section.headline, tuple(map(DrawnEntry.read, section.entries)))


@frozen
class DrawnRoundup:
    """A roundup as a page shows it, the week that it tells of (EDTF), and the sections that a reader must find, in order."""

    text: str
    period: str
    sections: tuple[DrawnSection, ...]

    @property
    def entries(self) -> tuple[DrawnEntry, ...]:
        """The items of all sections, in order."""
        return tuple(entry for section in self.sections for entry in section.entries)


@frozen
class _Laid:
    """The lines of a section and what is in it."""

    lines: tuple[str, ...]
    section: DrawnSection


Layout = Callable[[Sequence[Event]], list[_Laid]]
"""Sets the events of a week."""

_TOPICS = ("区委工作", "区政府工作", "部门动态")
_HEADLINES = ("把服务送到楼下", "让群众少跑一趟", "把好开工第一关")


def _section(lines: Sequence[str], found: Sequence[Event], heading: str = "", headline: str = "") -> _Laid:
    above = tuple(line for line in (heading, headline) if line)
    return _Laid((*above, *lines), DrawnSection(heading, headline, tuple(map(DrawnEntry.telling, found))))


def _lines(line: Callable[[int, Event], str]) -> Layout:
    """A line an item, no headings."""
    return lambda found: [_section([line(number, event) for number, event in enumerate(found, 1)], found)]


def _same_day(mark: str) -> Layout:
    """A further item of the same day has a mark instead of the day."""

    def lay(found: Sequence[Event]) -> list[_Laid]:
        days = [None, *(event.date() for event in found)]
        lines = [
            (mark if event.date() == before else f"{event.date()},") + event.text
            for event, before in zip(found, days, strict=False)
        ]
        return [_section(lines, found)]

    return lay


def _one_paragraph(found: Sequence[Event]) -> list[_Laid]:
    return [_section(["".join(f"{event.date()},{event.text}" for event in found)], found)]


def _undated(mark: str) -> Layout:
    """Items without a day."""

    def lay(found: Sequence[Event]) -> list[_Laid]:
        laid = _section([mark + event.text for event in found], found)
        return [evolve(laid, section=evolve(laid.section, entries=_without_dates(laid.section.entries)))]

    return lay


def _without_dates(entries: Sequence[DrawnEntry]) -> tuple[DrawnEntry, ...]:
    return tuple(evolve(entry, date=None) for entry in entries)


def _headlines(found: Sequence[Event]) -> list[_Laid]:
    """Every item below a headline of its own."""
    lines = [line for event in found for line in (event.said.headline, f"{event.date()},{event.text}")]
    laid = _section(lines, found)
    entries = (
        evolve(entry, text=f"{event.said.headline}\n{entry.text}")
        for entry, event in zip(laid.section.entries, found, strict=True)
    )
    return [evolve(laid, section=evolve(laid.section, entries=tuple(entries)))]


def _days(heading: Callable[[Event], str], mark: str = "") -> Layout:
    """A heading a day, items without their day below."""

    def lay(found: Sequence[Event]) -> list[_Laid]:
        single = [evolve(event, until=None) for event in found]
        days = (list(events) for _, events in groupby(single, key=Event.date))
        return [_section([mark + event.text for event in events], events, heading(events[0])) for events in days]

    return lay


def _weekdays(found: Sequence[Event]) -> list[_Laid]:
    """A heading a weekday; one weekday alone on a page is no heading for sure, and is given its date instead."""
    several = len({event.day for event in found}) > 1
    return _days((lambda event: f"周{_weekday(event)}") if several else Event.date)(found)


def _topics(mark: Callable[[int, Event], str], heading: str = "{}", *, headlines: bool = False) -> Layout:
    """The items in up to three sections, each with its day."""

    def lay(found: Sequence[Event]) -> list[_Laid]:
        size = -(-len(found) // len(_TOPICS))
        laid = []
        for at, topic in enumerate(_TOPICS[: -(-len(found) // size)]):
            events = found[at * size : (at + 1) * size]
            lines = [mark(number, event) + event.text for number, event in enumerate(events, 1)]
            head = heading.format(topic, number=hanzi(at + 1))
            laid.append(_section(lines, events, head, _HEADLINES[at] if headlines else ""))
        return laid

    return lay


def _weekday(event: Event) -> str:
    return "一二三四五六日"[date(event.year, event.month, event.day or 1).weekday()]


LAYOUTS: dict[str, Layout] = {
    "comma": _lines(lambda _, event: f"{event.date()},{event.text}"),
    "blank": _lines(lambda _, event: f"{event.date('—')} {event.text}"),
    "bullets": _lines(lambda _, event: f"▲{event.date()},{event.text}"),
    "bullets and blanks": _lines(lambda _, event: f"● {event.date('至')} {event.text}"),
    "numbered": _lines(lambda number, event: f"{number}、{event.date()},{event.text}"),
    "numbered in brackets": _lines(lambda number, event: f"({number}){event.date()},{event.text}"),
    "bare days": _lines(lambda _, event: f"{event.days('—')} {event.text}"),
    "bare days with commas": _lines(lambda _, event: f"{event.days()},{event.text}"),
    "full dates": _lines(lambda _, event: f"{event.year}年{event.date()} {event.text}"),
    "day behind": _lines(lambda _, event: f"◆{event.text}({event.date()})"),
    "same day": _same_day("同日,"),
    "same day mark": _same_day("△"),
    "one paragraph": _one_paragraph,
    "undated bullets": _undated("■"),
    "headlines": _headlines,
    "day headings": _days(Event.date),
    "days in brackets": _days(lambda event: f"【{event.date()}】"),
    "days with weekdays": _days(lambda event: f"{event.date()} 星期{_weekday(event)}", "● "),
    "weekdays": _weekdays,
    "topics": _topics(lambda _, event: f"{event.date()},"),
    "topics with headlines": _topics(lambda _, event: f"{event.date()},", headlines=True),
    "topics in brackets": _topics(lambda _, event: f"●{event.date()},", "【{}】"),
    "numbered topics": _topics(lambda number, event: f"{number}.{event.date()},", "{number}、{}"),
}
"""How the items of a week are set, by name."""

_TITLES: tuple[Callable[[str, date, date], str], ...] = (
    lambda place, first, last: f"{place}一周工作动态({_dotted(first)}-{_dotted(last)})",
    lambda place, first, last: f"{place}一周要闻({_written(first)}-{_written(last)})",
    lambda place, first, last: f"{_written(first)}至{_written(last)}{place}一周动态",
    lambda place, first, _: "{}政务周报({}年第{}周)".format(place, *first.isocalendar()),
)


def _dotted(day: date) -> str:
    return f"{day.year}.{day.month}.{day.day}"


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


@st.composite
def _events_of_a_week(draw: st.DrawFn, monday: date, min_size: int, max_size: int) -> list[Event]:
    """Events of single days and of some days of one month, in order; none is told twice."""
    said = draw(st.lists(sentences(), min_size=min_size, max_size=max_size, unique_by=lambda each: each.headline))
    events = []
    for first, each in zip(sorted(draw(st.integers(0, 6)) for _ in said), said, strict=True):
        day, last = monday + timedelta(first), monday + timedelta(draw(st.integers(first, 6)))
        until = last.day if day < last and day.month == last.month and draw(st.booleans()) else None
        events.append(Event(day.year, day.month, day.day, until, each))
    return events


def roundups(
    layouts: st.SearchStrategy[str] | None = None,
    *,
    min_size: int = 2,
    max_size: int = 8,
    chrome: bool = True,
    scripts: Sequence[Script] = SCRIPTS,
) -> st.SearchStrategy[DrawnRoundup]:
    """Roundups of one week under a title that names it, in any of `LAYOUTS`.

    Args:
        layouts: the names of the layouts to draw from; all of them by default.
        min_size: the least number of items.
        max_size: the largest number of items.
        chrome: whether navigation and metadata may stand around the text.
        scripts: the characters that the page may be in.
    """

    @st.composite
    def draw_roundup(draw: st.DrawFn) -> DrawnRoundup:
        day = draw(st.dates(date(2005, 1, 3), date(2030, 12, 1)))
        monday = day - timedelta(day.weekday())
        sunday = monday + timedelta(6)
        found = draw(_events_of_a_week(monday, min_size, max_size))
        layout = draw(layouts if layouts is not None else st.sampled_from(sorted(LAYOUTS)))
        title = draw(st.sampled_from(_TITLES))(draw(st.sampled_from(PLACES)), monday, sunday)
        width: Callable[[str], str] = wide if draw(st.booleans()) else str
        laid = LAYOUTS[layout](found)
        lines = [width(line) for block in laid for line in block.lines]
        text = draw(pages(title, lines, draw(st.sampled_from(("\n", "\n\n"))), chrome=chrome, scripts=scripts))
        return DrawnRoundup(text, f"{monday}/{sunday}", tuple(_widened(block.section, width) for block in laid))

    return draw_roundup()


def _widened(section: DrawnSection, width: Callable[[str], str]) -> DrawnSection:
    return evolve(section, entries=tuple(evolve(entry, text=width(entry.text)) for entry in section.entries))
