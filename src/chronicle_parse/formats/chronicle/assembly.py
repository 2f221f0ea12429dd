"""Entries, period and issues, out of the drafts of a survey."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from chronicle_parse.fields import dates
from chronicle_parse.formats.activity import classify
from chronicle_parse.formats.chronicle.columns import interleaved
from chronicle_parse.formats.chronicle.drafts import Draft
from chronicle_parse.formats.chronicle.front import reclaim_title
from chronicle_parse.formats.chronicle.layout import Layout, look
from chronicle_parse.formats.chronicle.settling import infer_month, settle
from chronicle_parse.formats.chronicle.survey import Survey
from chronicle_parse.formats.chronicle.years import Calendar, Part
from chronicle_parse.formats.page import Page
from chronicle_parse.model import Chronicle, Entry, PartialDate, When

INTERLEAVED = "two columns seem to have been read line by line, so that their entries are mixed: recognise the page again, column by column"

MONTH_FROM_ORDER = (
    "days stand before the first month heading; they were put into the month before it, because headings and days go up"
)

MONTH_UNKNOWN = (
    "there are days without a month, and neither headings, title nor caller give one: pass month= to settle it"
)


def read(page: Page) -> Chronicle:
    """The page as a Chronicle."""
    reclaim_title(page)
    layout = look(page)
    page.title = page.title or layout.title
    survey = Survey(page, layout)
    drafts = survey.run()
    from_order = infer_month(survey.calendar)
    from_publication = settle(survey.calendar)
    entries = tuple(_entry(page, draft) for draft in drafts)
    _report(page, layout, survey.calendar, drafts, from_publication)
    if from_order:
        page.report("date.month-from-order", "info", MONTH_FROM_ORDER, drafts[0].start, drafts[0].body)
    return Chronicle(
        "chronicle",
        page.title,
        page.place,
        page.place_code,
        page.metadata,
        page.clean,
        page.tiles(),
        tuple(page.issues),
        period(entries),
        entries,
    )


def _entry(page: Page, draft: Draft) -> Entry:
    text = "".join(joint + page.text[start:stop] for start, stop, joint in draft.pieces)
    inside = page.span(draft.body, draft.stop)
    when = draft.dated.when if draft.dated else None
    if when is not None and draft.taken:
        when = attrs.evolve(when, inherited=when.inherited | {"entry"})
    return Entry(
        when,
        text,
        page.span(draft.start, draft.stop),
        draft.mark.text if draft.mark else "",
        page.within(page.people, inside),
        page.within(page.quantities, inside),
        page.within(page.works, inside),
        page.within(page.organisations, inside),
        classify(text, page.text[draft.start : draft.body]),
        draft.heading,
    )


def period(entries: Sequence[Entry]) -> When | None:
    """From the first to the last date of the entries; None where there is no date."""
    found = [entry.when for entry in entries if entry.when is not None]
    found = [when for when in found if when.start.year is not None] or found
    if not found:
        return None
    first = min(found, key=lambda when: _first(when.start))
    last = max(found, key=lambda when: _last(when.end))
    return attrs.evolve(
        first,
        end=last.end,
        precision=first.precision if first.precision == last.precision else "day",
        inherited=first.inherited | last.inherited,
        part=None,
        time=None,
        members=(),
    )


def _first(part: PartialDate) -> tuple[int, int, int]:
    return part.year or 0, part.month or 0, part.day or 0


def _last(part: PartialDate) -> tuple[int, int, int]:
    return part.year or 0, part.month or 13, part.day or 32


def _report(
    page: Page, layout: Layout, calendar: Calendar, drafts: Sequence[Draft], from_publication: Sequence[Part]
) -> None:
    for each in calendar.dated:
        if (issue := dates.check(each.when)) is not None:
            page.issues.append(issue)
    if not drafts:
        page.report("chronicle.no-entries", "warning", "no entry was found on the page", 0, len(page.text))
        return
    if interleaved(layout.looks):
        page.report("layout.interleaved-columns", "error", INTERLEAVED, drafts[0].start, drafts[-1].stop)
    place = (drafts[0].start, drafts[0].body)
    _report_conflicts(page, calendar, place)
    _report_published(page, place)
    for part in from_publication:
        message = f"no year is given; it was taken from the publication date {part.frame.published}"
        page.report("date.year-from-publication", "info", message, *_first_of(part, drafts))
    found = [draft.dated.when.start for draft in drafts if draft.dated is not None]
    if any(date.year is None for date in found):
        page.report("date.year-unknown", "warning", _year_unknown(page), *place)
    if any(date.month is None and date.day is not None for date in found):
        page.report("date.month-unknown", "warning", MONTH_UNKNOWN, *place)


def _first_of(part: Part, drafts: Sequence[Draft]) -> tuple[int, int]:
    """Where the first entry of a chronicle stands, from its head to its text."""
    dated = {id(each) for each in part.dated}
    first = next((draft for draft in drafts if id(draft.dated) in dated), drafts[0])
    return first.start, first.body


def _report_conflicts(page: Page, calendar: Calendar, place: tuple[int, int]) -> None:
    """Reports where the caller says something else than the text, which wins."""
    years = {each.when.start.year for each in calendar.dated if each.year_from in ("entry", "heading", "title")}
    if page.known.year is not None and years and page.known.year not in years:
        page.report(
            "known.conflict", "warning", f"the caller says year {page.known.year}, the text {_listed(years)}", *place
        )
    months = {each.when.start.month for each in calendar.dated if not each.when.inherited & {"month", "entry"}}
    if page.known.month is not None and months - {None} and page.known.month not in months:
        page.report(
            "known.conflict", "warning", f"the caller says month {page.known.month}, the text {_listed(months)}", *place
        )


def _report_published(page: Page, place: tuple[int, int]) -> None:
    stamp, known = page.metadata.published, page.known.published
    if stamp is not None and known is not None and stamp.date() != known:
        said = f"the caller says that the page was published on {known}, the page {stamp.date()}"
        page.report("known.conflict", "warning", said, *place)


def _listed(values: Iterable[int | None]) -> str:
    return ", ".join(str(value) for value in sorted(value for value in values if value is not None))


def _year_unknown(page: Page) -> str:
    found = Counter(re.findall(r"(?<!\d)(?:19|20)\d\d(?=年)", page.text))
    said = ", ".join(f"{year}年 {'once' if n == 1 else f'{n} times'}" for year, n in found.most_common(5))
    evidence = f"the text mentions {said}" if said else "the text mentions no year at all"
    return (
        f"no year is given by the entries, a heading, the title, the caller or a publication date; {evidence}: "
        "pass year= to settle it"
    )
