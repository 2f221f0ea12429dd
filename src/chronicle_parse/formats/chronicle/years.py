"""Year and month where an entry does not give them.

They come from the entry, else the nearest heading above, else the title, else the caller, else the publication date. A
`Calendar` walks down the page with the survey and hands every date its context; `settling` puts the dates into their years
afterwards.
"""

from __future__ import annotations

import calendar
from functools import cache
from re import Pattern

import attrs
from attrs import define, field, frozen

from chronicle_parse.fields.dates import DateContext
from chronicle_parse.formats.chronicle.frames import Frame, YearSource
from chronicle_parse.model import PartialDate, SpanMaker, When
from chronicle_parse.patterns import verbose


@define
class Dated:
    """A date on the page, of a heading or of an entry, with where its year came from.

    Attributes:
        place: where it begins in the clean text.
        when: as read in the context of the survey.
        year_from: who gave the year.
        run: the number of the run of dates that share the source of their year.
        turns: whether the year turns in that run when January follows December: not under a heading or title that names one year.
        heading: whether it is a heading.
    """

    place: int
    when: When
    year_from: YearSource
    run: int
    turns: bool
    heading: bool = False


@frozen
class Part:
    """The dates of one of the chronicles on a page, with what holds for all of it."""

    frame: Frame
    dated: list[Dated] = field(factory=list)


@define
class Calendar:
    """The year and month that hold where the survey stands; `parts` has the dates of each chronicle of the page so far."""

    parts: list[Part]
    year: int | None = None
    year_from: YearSource = "nowhere"
    month: int | None = None
    day: int | None = None
    previous: When | None = None
    run: int = 0
    month_headed: bool = False

    @classmethod
    def of(cls, frame: Frame) -> Calendar:
        """The calendar at the top of a page."""
        return cls([Part(frame)], frame.year, frame.year_from, frame.month)

    def restart(self, frame: Frame) -> None:
        """Begins anew under a title in mid-page: two chronicles one after the other."""
        self.parts.append(Part(frame))
        self.year, self.year_from, self.month = frame.year, frame.year_from, frame.month
        self.day, self.previous, self.run, self.month_headed = None, None, self.run + 1, False

    @property
    def frame(self) -> Frame:
        """What holds for the chronicle in which the survey stands."""
        return self.parts[-1].frame

    @property
    def dated(self) -> list[Dated]:
        """All dates of the page so far."""
        return [each for part in self.parts for each in part.dated]

    def context(self) -> DateContext:
        """What a date here may take from above."""
        return DateContext(self.year, self.month, self.day, self.frame.published, self.previous)

    def heading(self, place: int, when: When) -> Dated:
        """Takes a line that is a date: what it names holds below."""
        own_year = when.start.year is not None and not when.inherited & {"year", "entry"}
        if own_year:
            self.year, self.year_from, self.run = when.start.year, "heading", self.run + 1
        dated = self._note(place, when, own_year, heading=True)
        if when.start.month != when.end.month or when.precision in ("year", "years", "season", "quarter", "half-year"):
            self.month, self.day = None if own_year or when.precision == "year" else self.month, None
            self.month_headed = False
        else:
            self.month_headed = when.precision == "month"
            self.month = when.start.month or self.month
            self.day = when.start.day if when.precision == "day" and when.start == when.end else None
        self.previous = when
        return dated

    def entry(self, place: int, when: When) -> Dated:
        """Takes the date of an entry: a bare day below it is of the same month; a year carries on where no heading rules."""
        own_year = when.start.year is not None and not when.inherited & {"year", "entry"}
        if own_year and self._carries(when):
            if when.start.year != self.year:
                self.run += 1
            self.year, self.year_from = when.start.year, "entry"
        dated = self._note(place, when, own_year, heading=False)
        if when.precision in ("day", "part-month", "month") and when.end.month is not None:
            # why: below the heading 3月, 12日 behind 5日—4月10日 is in March
            self.month = when.start.month if self.month_headed else when.end.month
        self.previous = when
        return dated

    def _carries(self, when: When) -> bool:
        """Whether the year of an entry holds below it: not against a heading or title, unless time has moved on from it."""
        if self.year_from == "heading" and self.year is not None and when.start.year is not None:
            return when.start.year > self.year
        return self._turns()

    @property
    def holds(self) -> bool:
        """Whether a heading or title says the one year in which all entries here lie."""
        return self.year is not None and not self._turns()

    def _turns(self) -> bool:
        return not (self.year_from == "heading" or (self.year_from == "title" and self.frame.fixed))

    def around(self, place: int, at: SpanMaker) -> Dated | None:
        """The month or year that holds for an entry without any date of its own; None where nobody says one."""
        if self.year is None:
            return None
        month = self.frame.month
        date = PartialDate(self.year, month)
        inherited = frozenset({"year"} if month is None else {"year", "month"})
        when = When(date, date, "year" if month is None else "month", inherited, "", at(place, place))
        return Dated(place, when, self.year_from, self.run, False)

    def _note(self, place: int, when: When, own_year: bool, *, heading: bool) -> Dated:
        source = ("heading" if heading else "entry") if own_year else self.year_from
        dated = Dated(place, when, source, self.run, self._turns(), heading)
        self.parts[-1].dated.append(dated)
        return dated


def placed(when: When, year: int) -> When:
    """The date in a year that was taken from elsewhere.

    >>> from chronicle_parse.fields.dates import parse_date
    >>> placed(parse_date("12月30日至次年1月2日"), 2018).edtf
    '2018-12-30/2019-01-02'
    """

    def move(part: PartialDate) -> PartialDate:
        if part.year is not None and when.start.year is not None:
            return _month_end(when, attrs.evolve(part, year=part.year - when.start.year + year))
        before = (part.month or 1, part.day or 1) < (when.start.month or 1, when.start.day or 1)
        return _month_end(when, attrs.evolve(part, year=year + before))

    return attrs.evolve(
        when,
        start=move(when.start),
        end=move(when.end),
        members=tuple(move(part) for part in when.members),
        inherited=when.inherited if "entry" in when.inherited else when.inherited | {"year"},
    )


@cache
def _year_sign() -> Pattern[str]:
    return verbose(r"(?P<year> (?:1\d|20)\d\d ) [ ]? 年 [ ,，]*")


def said_behind(text: str, start: int, when: When) -> tuple[When, int] | None:
    """The date with the year that stands behind it, and where the text goes on: `2月1日 1941年县支部恢复活动`."""
    found = _year_sign().match(text, start)
    if found is None or when.precision != "day" or (when.start.year is not None and "year" not in when.inherited):
        return None
    when = placed(when, int(found["year"]))
    return attrs.evolve(when, inherited=when.inherited - {"year"}), found.end()


def _month_end(when: When, part: PartialDate) -> PartialDate:
    """The last day of a February is not the same in every year."""
    if when.precision != "part-month" or part.year is None or part.month != 2 or part.day not in (28, 29):
        return part
    return attrs.evolve(part, day=calendar.monthrange(part.year, 2)[1])
