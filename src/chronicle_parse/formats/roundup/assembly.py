"""The document, out of the layout of a page: dates, people and the other values of every item, and the issues."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache

import attrs
from regex import Pattern

from chronicle_parse.fields import dates
from chronicle_parse.formats.activity import classify
from chronicle_parse.formats.metadata import timestamp
from chronicle_parse.formats.page import Page
from chronicle_parse.formats.roundup.dating import Clock
from chronicle_parse.formats.roundup.layout import Block, Draft, Layout, lay_out
from chronicle_parse.formats.roundup.period import find_period, settled
from chronicle_parse.model import Entry, PartialDate, Person, Roundup, RoundupSection, Span, When
from chronicle_parse.patterns import verbose

HEAD = 12
"""So many of the first lines may say which day or period the page is about."""


@cache
def _credit() -> Pattern[str]:
    """Who wrote, photographed or sent an item, in brackets or behind a square; these are no people of the news."""
    return verbose(r"""
        [(（] [ ]* (?: 本报 | 本网 | 本台 | 全媒体 | 见习 | 特约 | 新华社 )* [ ]*
              (?: 记者 | 通讯员 | 实习生? | 摄影 | 文/ | 图/ | 文图 | 图文 | 图 | 文 | 供稿 | 供图 | 作者 | 编辑 | 责编 | 来源 ) [^()（）\n]{0,40} [)）]
      | [(（] [ ]* \p{Han} [ ]? \p{Han} (?: [ ]? \p{Han} )? [ ]* [)）] [ ]* $       # a pen name closes the item
      | (?<= [。 \n] ) [□■] [^。\n]{2,40} $
      | (?: 本报 | 本网 | 本台 | 全媒体 | 见习 )? (?: 记者 | 通讯员 ) [ :：] [ ]* [^。,，\n]{2,30} (?: 摄 | 报道 | 文/图 )? [)）]? $
    """)


@cache
def _today() -> Pattern[str]:
    """The day a daily is about: 今天是1月14日; the year may have been lost: 今天是年11月5日."""
    return verbose(
        r"今[天日] (?: 是 | [:：] )? [ ]* (?: (?P<year> \d{4} )? 年 )? (?P<month> 1[0-2] | [1-9] ) 月 (?P<day> 3[01] | [12]\d | [1-9] ) 日"
    )


def read(page: Page) -> Roundup:
    """The page as a Roundup."""
    layout = lay_out(page)
    clock = _clock(page, layout)
    sections = tuple(_section(page, clock, block) for block in layout.blocks)
    _report(page, sections)
    return Roundup(
        "roundup",
        page.title,
        page.known.place,
        None,
        page.metadata,
        page.clean,
        page.tiles(),
        tuple(page.issues),
        clock.period,
        sections,
    )


# ------------------------------------------------------------------------------------------------------- the time


def _clock(page: Page, layout: Layout) -> Clock:
    """What title, leads, metadata and caller say about time."""
    known = page.known
    stamp = page.metadata.published or _stamp(page)
    published = stamp.date() if stamp else known.published
    titled = [when for when in dates.scan(page.title) if when.start.year is not None]
    year = (titled[0].start.year if titled else None) or known.year
    month = known.month
    first = min((draft.start for block in layout.blocks for draft in block.drafts), default=len(page.text))
    leads = [(line.start, line.stop) for line in page.lines[: 3 * HEAD] if line.text and line.start < first]
    leads += [(line.start, min(line.stop, first)) for line in page.lines if line.start == first]
    dateline = [(line.start, first) for line in page.lines if line.start < first < line.stop]
    near = published or (
        dt.date(year, month, 15) if year and month and 1 <= month <= 12 and 1 <= year <= 9999 else None
    )
    period = find_period(page, dict.fromkeys([*leads[: HEAD * 2], *dateline]), published)
    if period is not None:
        period = _settled_period(period, near, year)
        middle = period.start.earliest(), period.end.latest()
        if middle[0] is not None and middle[1] is not None:
            near = middle[0] + (middle[1] - middle[0]) / 2
    elif titled and titled[0].start.earliest() is not None and titled[0].precision in ("day", "month"):
        near = titled[0].start.earliest()
    today = _day_of(page, leads, near, year)
    if today is None and period is None:
        today = _day_titled(page, near, year)
    if today is not None and today.earliest() is not None:
        near = today.earliest()
    return Clock(period, today, near, year, None if near or period else month)


def _stamp(page: Page) -> dt.datetime | None:
    """A date on a metadata line that has no label for it; a bare date below the text is one too."""
    for line in page.lines:
        if line.role == "metadata" and (found := timestamp(line.text)) is not None:
            page.metadata = attrs.evolve(page.metadata, published=found)
            return found
    return None


def _settled_period(period: When, near: dt.date | None, year: int | None) -> When:
    """A period lies before the day of publication: 12月28日—1月3日 on 4 January."""
    return settled(period, near, year)


def _day_of(page: Page, leads: Sequence[tuple[int, int]], near: dt.date | None, year: int | None) -> PartialDate | None:
    for start, stop in leads:
        if found := _today().search(page.text, start, stop):
            said = PartialDate(int(found["year"]) if found["year"] else None, int(found["month"]), int(found["day"]))
            whole = When(said, said, "day", frozenset(), found[0], Span(0, 0))
            return settled(whole, near, year).start
    return None


def _day_titled(page: Page, near: dt.date | None, year: int | None) -> PartialDate | None:
    """The one day in the title of a daily: 早报 3月9日 星期二."""
    found = [when for when in dates.scan(page.title) if when.start.day is not None and when.start == when.end]
    return settled(found[0], near, year).start if len(found) == 1 and found[0].start.month is not None else None


# ------------------------------------------------------------------------------------------------------- the items


def _section(page: Page, clock: Clock, block: Block) -> RoundupSection:
    clock.enter(page, block)
    entries = tuple(_entry(page, clock, block, draft) for draft in block.drafts)
    return RoundupSection(block.heading, block.headline, entries, page.span(block.start, block.stop))


def _entry(page: Page, clock: Clock, block: Block, draft: Draft) -> Entry:
    text = "\n".join(page.text[start:stop].strip() for start, stop in draft.pieces)
    inside = page.span(draft.start, draft.stop)
    head = draft.head
    return Entry(
        clock.date(page, draft),
        text,
        inside,
        head.mark.text if head and head.mark else "",
        _people(page, draft),
        page.within(page.quantities, inside),
        page.within(page.works, inside),
        page.within(page.organisations, inside),
        classify(text),
        block.heading,
    )


def _people(page: Page, draft: Draft) -> tuple[Person, ...]:
    """The people of an item, each once, with the first title that is not empty; credits are left out."""
    text = page.text[draft.start : draft.stop]
    credits = [page.span(draft.start + found.start(), draft.start + found.end()) for found in _credit().finditer(text)]
    begins = page.span(draft.pieces[0][0], draft.pieces[0][0]).start
    found: dict[str, Person] = {}
    for person in page.within(page.people, page.span(draft.start, draft.stop)):
        if any(place.start <= person.span.start < place.stop for place in credits):
            continue
        person = _untangled(person, begins)
        known = found.setdefault(person.name, person)
        if not known.title and person.title:
            found[person.name] = attrs.evolve(known, title=person.title, title_span=person.title_span)
    return tuple(found.values())


def _untangled(person: Person, begins: int) -> Person:
    """The person without the mark of the item in its title: (1)区文联主席."""
    place = person.title_span
    if place is None or not place.start < begins < place.stop:
        return person
    title = person.title[begins - place.start :]
    return attrs.evolve(person, title=title, title_span=Span(begins, place.stop) if title else None)


# ------------------------------------------------------------------------------------------------------- the issues


def _report(page: Page, sections: Sequence[RoundupSection]) -> None:
    entries = [entry for section in sections for entry in section.entries]
    for entry in entries:
        if entry.when is not None and (issue := dates.check(entry.when)) is not None:
            page.issues.append(issue)
    if not entries:
        page.report("roundup.no-items", "warning", "no item was found on the page", 0, len(page.text))
    elif any(entry.when is not None and entry.when.start.year is None for entry in entries):
        first = page.lines[0]
        page.report(
            "date.year-unknown",
            "warning",
            "neither items nor headings, title, caller or publication date give the year: pass year= to fix it",
            first.start,
            first.stop,
        )
