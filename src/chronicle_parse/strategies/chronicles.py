"""Draw chronicles in many layouts, together with the entries that a reader must find in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import evolve, frozen
from hypothesis import strategies as st

from chronicle_parse.strategies.pages import SCRIPTS, Script, pages
from chronicle_parse.strategies.words import PLACES, Sentence, sentences, wide


@frozen
class Event:
    """What happened on a day, over several days of a month, or in a month.

    Attributes:
        month: of the year of the chronicle.
        day: None for an event of the month.
        until: the last day of an event of several days, None for one of a single day.
        said: what happened.
    """

    month: int
    day: int | None
    until: int | None
    said: Sentence

    @property
    def text(self) -> str:
        """The words of the event."""
        return self.said.text

    def edtf(self, year: int) -> str:
        """The date as ISO 8601-2 writes it."""
        if self.day is None:
            return f"{year:04d}-{self.month:02d}"
        first = f"{year:04d}-{self.month:02d}-{self.day:02d}"
        return first if self.until is None else f"{first}/{year:04d}-{self.month:02d}-{self.until:02d}"


@frozen
class DrawnEntry:
    """An entry that a reader must find: its date (EDTF, None for none), its text, and what is in it."""

    date: str | None
    text: str
    people: tuple[tuple[str, str], ...] = ()
    quantities: tuple[str, ...] = ()
    works: tuple[str, ...] = ()

    @classmethod
    def of(cls, date: str | None, said: Sentence) -> DrawnEntry:
        """The entry that tells of `said`."""
        return cls(date, said.text, said.people, said.quantities, said.works)


@frozen
class DrawnChronicle:
    """A chronicle as a page shows it, and the entries that a reader must find, in order."""

    text: str
    entries: tuple[DrawnEntry, ...]


def events() -> st.SearchStrategy[Event]:
    """One event, with invented words."""

    @st.composite
    def draw_event(draw: st.DrawFn) -> Event:
        month = draw(st.integers(1, 12))
        day = draw(st.none() | st.integers(1, 26))
        until = None if day is None else draw(st.none() | st.integers(day + 1, 28))
        return Event(month, day, until, draw(sentences()))

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


def _iso(year: int, found: Sequence[Event]) -> list[str]:
    return [
        f"{year}-{event.month:02d}-{event.day:02d} {event.text}"
        if event.day is not None and event.until is None
        else f"{year}年{_date(event)} {event.text}"
        for event in found
    ]


def _chinese_dates(_: int, found: Sequence[Event]) -> list[str]:
    return [
        f"{_hanzi(event.month)}月"
        + ("" if event.day is None else f"{_hanzi(event.day)}日")
        + ("" if event.until is None else f"至{_hanzi(event.until)}日")
        + f",{event.text}"
        for event in found
    ]


def _same_day(mark: str) -> Callable[[int, Sequence[Event]], list[str]]:
    """A layout in which a further event of the same date has a mark instead of it."""

    def render(_: int, found: Sequence[Event]) -> list[str]:
        lines, before = [], None
        for event in found:
            date = _date(event)
            lines.append((mark if date == before else f"{date},") + event.text)
            before = date
        return lines

    return render


def _markdown(_: int, found: Sequence[Event]) -> list[str]:
    return [line for event in found for line in (f"## {_date(event)}", event.text)]


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
    "ISO dates": _iso,
    "Chinese dates": _chinese_dates,
    "same day": _same_day("同日,"),
    "same day mark": _same_day("△"),
    "Markdown": _markdown,
    "one paragraph": _one_paragraph,
}
"""How the entries of a year are set, by name; each makes the lines of a page."""


_TITLES = ("{place}{year}年大事记", "{place}大事记({year}年)", "{year}年{place}大事记")


def chronicles(
    layouts: st.SearchStrategy[str] | None = None,
    *,
    min_size: int = 2,
    max_size: int = 8,
    chrome: bool = True,
    scripts: Sequence[Script] = SCRIPTS,
) -> st.SearchStrategy[DrawnChronicle]:
    """Chronicles of one year under a title that names it, in any of `LAYOUTS`.

    Args:
        layouts: the names of the layouts to draw from; all of them by default.
        min_size: the least number of entries.
        max_size: the largest number of entries.
        chrome: whether navigation and metadata may stand around the text.
        scripts: the characters that the page may be in.
    """

    @st.composite
    def draw_chronicle(draw: st.DrawFn) -> DrawnChronicle:
        year = draw(st.integers(1950, 2030))
        drawn = draw(st.lists(events(), min_size=min_size, max_size=max_size))
        found = sorted(drawn, key=lambda event: (event.month, event.day or 0, event.until or 0))
        layout = draw(layouts if layouts is not None else st.sampled_from(sorted(LAYOUTS)))
        title = draw(st.sampled_from(_TITLES)).format(place=draw(st.sampled_from(PLACES)), year=year)
        between = draw(st.sampled_from(("\n", "\n\n")))
        width: Callable[[str], str] = wide if draw(st.booleans()) else str
        lines = [width(line) for line in LAYOUTS[layout](year, found)]
        text = draw(pages(title, lines, between, chrome=chrome, scripts=scripts))
        said = [evolve(event.said, text=width(event.said.text)) for event in found]
        entries = (DrawnEntry.of(event.edtf(year), each) for event, each in zip(found, said, strict=True))
        return DrawnChronicle(text, tuple(entries))

    return draw_chronicle()
