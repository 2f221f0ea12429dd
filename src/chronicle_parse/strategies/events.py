"""Draw dated events, and write their dates as bulletins do."""

from __future__ import annotations

from attrs import frozen
from hypothesis import strategies as st

from chronicle_parse.model import Entry
from chronicle_parse.strategies.words import Sentence, hanzi, sentences


@frozen
class Event:
    """What happened on a day, over several days of a month, or in a month.

    Attributes:
        day: None for an event of the month.
        until: the last day of an event of several days, None for one of a single day.
        said: what happened.
    """

    year: int
    month: int
    day: int | None
    until: int | None
    said: Sentence

    @property
    def text(self) -> str:
        """The words of the event."""
        return self.said.text

    @property
    def edtf(self) -> str:
        """The date as ISO 8601-2 writes it."""
        month = f"{self.year:04d}-{self.month:02d}"
        if self.day is None:
            return month
        return f"{month}-{self.day:02d}" + ("" if self.until is None else f"/{month}-{self.until:02d}")

    def days(self, joint: str = "-") -> str:
        """5日, 5-7日."""
        return f"{self.day}日" if self.until is None else f"{self.day}{joint}{self.until}日"

    def date(self, joint: str = "-") -> str:
        """3月, 3月5日, 3月5-7日."""
        return f"{self.month}月" + ("" if self.day is None else self.days(joint))

    def spoken_date(self) -> str:
        """三月五日至七日."""
        if self.day is None:
            return f"{hanzi(self.month)}月"
        return f"{hanzi(self.month)}月{hanzi(self.day)}日" + ("" if self.until is None else f"至{hanzi(self.until)}日")


@frozen
class DrawnEntry:
    """An entry that a reader must find: its date (EDTF, None for none), its text, and what is in it."""

    date: str | None
    text: str
    people: tuple[tuple[str, str], ...] = ()
    quantities: tuple[str, ...] = ()
    works: tuple[str, ...] = ()

    @classmethod
    def telling(cls, event: Event) -> DrawnEntry:
        """The entry of a page on this event."""
        said = event.said
        return cls(event.edtf, said.text, said.people, said.quantities, said.works)

    @classmethod
    def read(cls, entry: Entry) -> DrawnEntry:
        """What was drawn where this was read."""
        return cls(
            entry.when.edtf if entry.when else None,
            entry.text,
            tuple((person.title, person.name) for person in entry.people),
            tuple(quantity.written for quantity in entry.quantities),
            tuple(work.title for work in entry.works),
        )


@st.composite
def events_of_a_year(draw: st.DrawFn, year: int) -> Event:
    """One event of a day, of some days or of a month."""
    month = draw(st.integers(1, 12))
    day = draw(st.none() | st.integers(1, 26))
    until = None if day is None else draw(st.none() | st.integers(day + 1, 28))
    return Event(year, month, day, until, draw(sentences()))
