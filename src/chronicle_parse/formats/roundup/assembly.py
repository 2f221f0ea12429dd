"""The document, out of the layout of a page: dates, people and the other values of every item, and the issues."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from re import Pattern

import attrs

from chronicle_parse.fields import dates
from chronicle_parse.formats.activity import classify
from chronicle_parse.formats.page import Page
from chronicle_parse.formats.roundup.clocks import read_clock
from chronicle_parse.formats.roundup.dating import Clock
from chronicle_parse.formats.roundup.drafts import Block, Draft
from chronicle_parse.formats.roundup.layout import lay_out
from chronicle_parse.model import Activity, Entry, Issue, Person, Roundup, RoundupSection, Span, When
from chronicle_parse.patterns import verbose


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


def read(page: Page) -> Roundup:
    """The page as a Roundup."""
    layout = lay_out(page)
    clock = read_clock(page, layout)
    sections = tuple(_section(page, clock, block) for block in layout.blocks)
    _report(page, clock, sections)
    return Roundup(**page.parts("roundup"), period=clock.period, sections=sections)


# ------------------------------------------------------------------------------------------------------- the items


def _section(page: Page, clock: Clock, block: Block) -> RoundupSection:
    clock.enter(page, block)
    entries = tuple(_entry(page, clock, block, draft) for draft in block.drafts)
    if entries and _sums_up(block.drafts[0], entries):
        for line in page.lines:
            line.role = "paragraph" if line.start == block.drafts[0].start else line.role
        entries = entries[1:]
    return RoundupSection(block.heading, block.headline, entries, page.span(block.start, block.stop))


def _entry(page: Page, clock: Clock, block: Block, draft: Draft) -> Entry:
    text = "\n".join(page.text[start:stop].strip() for start, stop in draft.pieces)
    inside = page.span(draft.pieces[0][0], draft.stop)
    head = draft.head
    return Entry(
        clock.date(page, draft),
        text,
        page.span(draft.start, draft.stop),
        head.mark.text if head and head.mark else "",
        _people(page, draft),
        page.within(page.quantities, inside),
        page.within(page.works, inside),
        page.within(page.organisations, inside),
        classify(text, page.text[draft.start : draft.pieces[0][0]]),
        block.heading,
    )


def _sums_up(draft: Draft, entries: Sequence[Entry]) -> bool:
    """Whether the first paragraph below a heading leads up to the items: 雨水一来,多位书记走上堤坝.

    It has no mark, no date, nobody in it and tells of no act, where the items below it all name somebody.
    """
    first, others = entries[0], entries[1:]
    bare = draft.head is None and first.when is None and not first.people and first.activity is Activity.OTHER
    return bare and len(draft.pieces) == 1 and len(others) >= 2 and all(entry.people for entry in others)


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

YEAR_UNKNOWN = "neither items nor headings, title, caller or publication date give the year: pass year= to settle it"


def _report(page: Page, clock: Clock, sections: Sequence[RoundupSection]) -> None:
    found = [entry.when for section in sections for entry in section.entries if entry.when is not None]
    page.issues += [issue for when in found if (issue := dates.check(when)) is not None]
    if not any(section.entries for section in sections):
        page.report("roundup.no-items", "warning", "no item was found on the page", 0, len(page.text))
        return
    if clock.period is not None:
        found.append(clock.period)
        _report_outside(page, clock.period, sections)
    place = next((line.start, line.stop) for line in page.lines if line.text)
    if any(when.start.year is None for when in found):
        page.report("date.year-unknown", "warning", YEAR_UNKNOWN, *place)
    elif clock.published is not None and any("year" in when.inherited for when in found) and not clock.said:
        message = f"no year is given; it was taken from the publication date {clock.published}"
        page.report("date.year-from-publication", "info", message, *place)
    if page.known.year is not None and clock.said and page.known.year not in clock.said:
        years = ", ".join(map(str, sorted(clock.said)))
        page.report("known.conflict", "warning", f"the caller says year {page.known.year}, the text {years}", *place)


def _report_outside(page: Page, period: When, sections: Sequence[RoundupSection]) -> None:
    """Items may lie outside the period, or its header may be wrong: the reader should know."""
    first, last = period.start.earliest(), period.end.latest()
    for section in sections:
        for entry in section.entries:
            start = entry.when.start.earliest() if entry.when else None
            end = entry.when.end.latest() if entry.when else None
            if first and last and start and end and (end < first or start > last):
                message = f"the item is of {entry.when.edtf if entry.when else ''}, outside the period {period.edtf}"
                page.issues.append(Issue("roundup.outside-period", "info", message, entry.span))
