"""Draw chronicles in many layouts, together with the entries that a reader must find in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import evolve, frozen
from hypothesis import strategies as st

from chronicle_parse.strategies.events import DrawnEntry, Event, events_of_a_year
from chronicle_parse.strategies.pages import SCRIPTS, Script, pages
from chronicle_parse.strategies.words import PLACES, hanzi, wide


@frozen
class DrawnChronicle:
    """A chronicle as a page shows it, and the entries that a reader must find, in order."""

    text: str
    entries: tuple[DrawnEntry, ...]


Layout = Callable[[Sequence[Event]], list[str]]
"""Makes the lines of a page of the events of a year."""


def _lines(head: Callable[[int, Event], str]) -> Layout:
    """A line an entry, each with its month."""
    return lambda found: [head(number, event) + event.text for number, event in enumerate(found, 1)]


def _dotted(_: int, event: Event) -> str:
    if event.until is not None:
        return f"{event.year}年{event.date()} "
    return f"{event.year}.{event.month:02d}" + ("" if event.day is None else f".{event.day:02d}") + " "


def _iso(_: int, event: Event) -> str:
    plain = event.day is not None and event.until is None
    return f"{event.edtf if plain else f'{event.year}年{event.date()}'} "


def _under_months(joint: str, after: str) -> Layout:
    """Month headings with bare days below; events of the month keep their month."""

    def render(found: Sequence[Event]) -> list[str]:
        lines, month = [], None
        for event in found:
            if event.month != month:
                month = event.month
                lines.append(f"{month}月")
            lines.append((event.date() if event.day is None else event.days(joint)) + after + event.text)
        return lines

    return render


def _same_day(mark: str) -> Layout:
    """A further event of the same date has a mark instead of it."""

    def render(found: Sequence[Event]) -> list[str]:
        dates = [None, *(event.date() for event in found)]
        return [
            (mark if event.day is not None and event.date() == before else f"{event.date()},") + event.text
            for event, before in zip(found, dates, strict=False)
        ]

    return render


def _below(heading: Callable[[Event], str]) -> Layout:
    """The date on a line of its own."""
    return lambda found: [line for event in found for line in (heading(event), event.text)]


def _one_paragraph(found: Sequence[Event]) -> list[str]:
    return ["".join(f"{event.date()},{event.text}" for event in found)]


LAYOUTS: dict[str, Layout] = {
    "comma": _lines(lambda _, event: f"{event.date()},"),
    "blank": _lines(lambda _, event: f"{event.date('至')} "),
    "dash": _lines(lambda _, event: f"{event.date('~')}——"),
    "colon": _lines(lambda _, event: f"{event.date('—')}:"),
    "brackets": _lines(lambda _, event: f"【{event.date()}】"),
    "bullets": _lines(lambda _, event: f"◆{event.date()},"),
    "numbered": _lines(lambda number, event: f"{number}、{event.date()},"),
    "numbered in Chinese": _lines(lambda number, event: f"{hanzi(number)}、{event.date()},"),
    "full dates": _lines(lambda _, event: f"{event.year}年{event.date()} "),
    "dotted dates": _lines(_dotted),
    "ISO dates": _lines(_iso),
    "Chinese dates": _lines(lambda _, event: f"{event.spoken_date()},"),
    "month headings": _under_months("-", " "),
    "month headings with commas": _under_months("—", ","),
    "date lines": _below(lambda event: event.date("至")),
    "Markdown": _below(lambda event: f"## {event.date()}"),
    "same day": _same_day("同日,"),
    "same day mark": _same_day("△"),
    "one paragraph": _one_paragraph,
}
"""How the entries of a year are set, by name."""


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
        drawn = draw(st.lists(events_of_a_year(year), min_size=min_size, max_size=max_size))
        found = sorted(drawn, key=lambda event: (event.month, event.day or 0, event.until or 0))
        layout = draw(layouts if layouts is not None else st.sampled_from(sorted(LAYOUTS)))
        title = draw(st.sampled_from(_TITLES)).format(place=draw(st.sampled_from(PLACES)), year=year)
        between = draw(st.sampled_from(("\n", "\n\n")))
        width: Callable[[str], str] = wide if draw(st.booleans()) else str
        lines = [width(line) for line in LAYOUTS[layout](found)]
        text = draw(pages(title, lines, between, chrome=chrome, scripts=scripts))
        entries = map(DrawnEntry.telling, found)
        return DrawnChronicle(text, tuple(evolve(each, text=width(each.text)) for each in entries))

    return draw_chronicle()
