"""Year and month where an entry does not give them, and the turn of the year.

They come from the entry, else the nearest heading above, else the title, else the caller, else the publication date. A
`Calendar` walks down the page with the survey and hands every date its context; `settle` afterwards says in which year a
run of dates lies that crosses from December into January, or that only the publication date can place.
"""

from __future__ import annotations

import calendar
import datetime as dt
import itertools
from collections.abc import Iterable, Sequence
from functools import cache
from re import Pattern
from typing import Literal

import attrs
from attrs import define, field, frozen

from chronicle_parse.fields import dates
from chronicle_parse.fields.dates import DateContext
from chronicle_parse.formats.page import Page
from chronicle_parse.lexicon import words
from chronicle_parse.model import PartialDate, SpanMaker, When
from chronicle_parse.patterns import any_of, verbose

YearSource = Literal["entry", "heading", "title", "caller", "publication", "nowhere"]


FIRST_PAGES = 1990
"""No page was published on the net before."""


@frozen
class Frame:
    """What holds for the whole page: from its title, the caller and its publication date.

    Attributes:
        year, year_from: the year at the top of the page, and who says so.
        fixed: whether all dates lie in that year, as under a title that names one year.
        month: the month, if title or caller name one.
        published: the publication date.
    """

    year: int | None
    year_from: YearSource
    fixed: bool
    month: int | None
    published: dt.date | None


def frame(page: Page, title: str) -> Frame:
    """Reads the frame of a page under a title."""
    known = page.known
    stamp = page.metadata.published
    published = stamp.date() if stamp and stamp.year >= FIRST_PAGES else known.published
    titled = _in_title(title)
    if titled is None:
        source: YearSource = "caller" if known.year is not None else "nowhere"
        return Frame(known.year, source, False, known.month, published)
    month = (titled.start.month if titled.start == titled.end else None) or known.month
    if titled.start.year is None:
        return Frame(known.year, "nowhere" if known.year is None else "caller", False, month, published)
    return Frame(titled.start.year, "title", titled.start.year == titled.end.year, month, published)


@cache
def _date_begins() -> Pattern[str]:
    digits = "〇零○O0一二三四五六七八九"
    return verbose(rf"""
        (?<! [\d{digits}十] ) (?= \d{{4}} | [一二][{digits}]{{3}} | {any_of(words("eras"))} | (?:\d{{1,2}}|[{digits}十元]{{1,2}}) 月 )
    """)


@cache
def _age_before() -> Pattern[str]:
    """What a year in the title is only the end of: 大事记(西周—1993年), 大事记1949-1999."""
    return verbose(r"(?: [(（] \p{Han}{1,8} | (?<! \d ) \d{4} ) \s? [-–—~～至到]{1,2} \s? $")


@cache
def _bare_year() -> Pattern[str]:
    """A year without its sign, and no range of years: 某大学1952大事记, 大事记2019."""
    return verbose(
        r"(?<! [\d.] | \d [ ]? [-–—~～至到] [ ]? ) (?: 19 | 20 ) \d\d (?= \p{Han} | [ ] \p{Han} | $ ) (?! 至 | 到 )"
    )


@cache
def _bare_month() -> Pattern[str]:
    """Year and month without their signs: 某市大事记202008."""
    return verbose(r"(?<! \d ) (?P<year> (?:19|20)\d\d ) (?P<month> 0[1-9] | 1[0-2] ) (?! \d )")


def _in_title(title: str) -> When | None:
    """The date in a title: 大事记-2020年4月, 某校大事记(1949-1950年), 5月份大事记."""
    for found in _date_begins().finditer(title):
        if _age_before().search(title, 0, found.start()):
            return None
        read = dates.read_at(title, found.start())
        if read is not None:
            return read[0]
    if (month := _bare_month().search(title)) is not None:
        return dates.parse_date(f"{month['year']}年{month['month']}月")
    bare = _bare_year().search(title)
    return dates.parse_date(f"{bare[0]}年") if bare else None


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


@define
class Calendar:
    """The year and month that hold where the survey stands; `starts` is where each chronicle of the page begins in `dated`."""

    frame: Frame
    year: int | None = None
    year_from: YearSource = "nowhere"
    month: int | None = None
    day: int | None = None
    previous: When | None = None
    run: int = 0
    dated: list[Dated] = field(factory=list)
    starts: list[int] = field(factory=lambda: [0])

    @classmethod
    def of(cls, frame: Frame) -> Calendar:
        """The calendar at the top of a page."""
        return cls(frame, frame.year, frame.year_from, frame.month)

    def restart(self, frame: Frame) -> None:
        """Begins anew under a title in mid-page: two chronicles one after the other."""
        self.frame, self.year, self.year_from, self.month = frame, frame.year, frame.year_from, frame.month
        self.day, self.previous, self.run = None, None, self.run + 1
        self.starts.append(len(self.dated))

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
        else:
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
            self.month = when.end.month
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
        self.dated.append(dated)
        return dated


TURN = 9
"""So many months a date must drop for the year to have turned: from December to January, or over a gap in the entries."""


def direction(found: Iterable[When]) -> int:
    """1 where dates go forward, -1 where most go back (newest first); the turn of a year counts for neither."""
    months = [(when.start.month, when.start.day or 0) for when in found if when.start.month is not None]
    steps = [(a, b) for a, b in itertools.pairwise(months) if abs(a[0] - b[0]) < TURN]
    return -1 if sum(b < a for a, b in steps) > sum(b > a for a, b in steps) else 1


def _next_other(months: Sequence[int | None]) -> list[int | None]:
    """For every place the next month that is another one."""
    found: list[int | None] = []
    current = other = None
    for month in reversed(months):
        if month is not None and month != current:
            current, other = month, current
        found.append(other)
    return found[::-1]


def _offsets(run: Sequence[Dated]) -> list[int]:
    """How many years after (or before) the first date of a run each of its dates lies."""
    forward = direction(each.when for each in run if not each.heading)
    months = [each.when.start.month for each in run]
    later = _next_other(months)
    offsets, offset, last = [], 0, None
    for at, (each, month) in enumerate(zip(run, months, strict=True)):
        if month is not None:
            if last is not None and forward * (last - month) >= TURN:
                after = later[at]
                # why: one January entry among Decembers is out of place (补记), not a new year
                if after is None or abs(after - month) < TURN:
                    offset += forward
            last = each.when.end.month if forward > 0 and each.when.end.month == 12 else month
        offsets.append(offset)
    return offsets


def settle(kept: Calendar) -> bool:
    """Puts every date into its year: over the turn of a year, and from the publication date where nothing else is known.

    Returns:
        Whether the publication date had to be used.
    """
    used = False
    runs: dict[int, list[Dated]] = {}
    for each in kept.dated:
        runs.setdefault(each.run, []).append(each)
    for run in runs.values():
        if not run[0].turns:
            continue
        offsets = _offsets(run)
        base = None
        if any(each.year_from == "nowhere" for each in run) and _is_recent(kept):
            assert kept.frame.published is not None
            base, used = _latest_base(run, offsets, kept.frame.published), True
        for each, offset in zip(run, offsets, strict=True):
            if each.year_from == "nowhere" and base is not None:
                each.when, each.year_from = placed(each.when, base + offset), "publication"
            elif offset and each.when.start.year is not None and "year" in each.when.inherited | _as_year(each.when):
                each.when = placed(each.when, each.when.start.year + offset)
    return used


def infer_month(kept: Calendar) -> bool:
    """Puts days that stand before the first month heading into the month before it: 4日, 9日, 2月, 1日, 3月, 5日.

    Returns:
        Whether there were any; nothing is done where their days do not go up or no further heading shows that months do.
    """
    edges = zip(kept.starts, [*kept.starts[1:], len(kept.dated)], strict=True)
    found = [_infer_month(kept.dated[start:stop]) for start, stop in edges]
    return any(found)


def _infer_month(dated: Sequence[Dated]) -> bool:
    at = next((i for i, each in enumerate(dated) if each.when.start.month is not None), len(dated))
    early, later = dated[:at], [each for each in dated[at:] if each.heading and each.when.precision == "month"]
    months = [each.when.start.month or 0 for each in later]
    days = [each.when.start.day or 0 for each in early]
    if not days or 0 in days or len(months) < 2 or not dated[at].heading or months[0] < 2:
        return False
    if days != sorted(days) or months != sorted(months):
        return False
    for each in early:
        start, end = each.when.start, each.when.end
        each.when = attrs.evolve(
            each.when,
            start=attrs.evolve(start, month=months[0] - 1),
            end=attrs.evolve(end, month=months[0] - 1),
            members=tuple(attrs.evolve(part, month=months[0] - 1) for part in each.when.members),
            inherited=each.when.inherited | {"month"},
        )
    return True


def _is_recent(kept: Calendar) -> bool:
    """Whether the publication date says the year of what stands above all years on the page.

    Not on a page of 2011 whose headings name 1968 and 1969; nor below year headings that go up, as what stands above the
    first of them is older than it; but on one that begins with this year and goes back: 3月5日,…, 2010年, 2009年.
    """
    published = kept.frame.published
    if published is None:
        return False
    years = [(each.when.start.year, each.heading) for each in kept.dated if each.year_from in ("heading", "entry")]
    headed = [year for year, heading in years if heading and year is not None]
    if headed and (headed[0] >= published.year or headed != sorted(headed, reverse=True)):
        return False
    return not years or any(abs(year - published.year) <= 1 for year, _ in years if year is not None)


def _as_year(when: When) -> frozenset[str]:
    """A date that came from the entry above (同日) took its year there as well."""
    return frozenset({"year"}) if "entry" in when.inherited else frozenset()


def _latest_base(run: Sequence[Dated], offsets: Sequence[int], published: dt.date) -> int:
    """The latest year for the first date of a run with which none of its dates lies after the publication."""
    limit = (published.month, published.day)
    return min(
        published.year - offset - ((each.when.start.month or 1, each.when.start.day or 1) > limit)
        for each, offset in zip(run, offsets, strict=True)
    )


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
