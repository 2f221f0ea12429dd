"""iCalendar: every entry with a known date as an all-day event."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable

from chronicle_parse.errors import MissingExtraError
from chronicle_parse.export.encodable import encodable
from chronicle_parse.model import Chronicle, Document, Entry, Roundup

SUMMARY = 40
"""Characters of an entry that the summary shows where its first clause is longer."""


def to_ical(documents: Iterable[Document] | Document) -> str:
    """The dated entries of chronicles and roundups as an iCalendar (RFC 5545) text.

    Events last whole days; as the standard has it, DTEND is the day after the last. UIDs depend only on the text, so that
    importing twice updates instead of doubling. Entries whose year is not known are left out: a calendar has no place for them.

    Raises:
        MissingExtraError: without the extra `calendar`.
    """
    try:
        import icalendar
    except ModuleNotFoundError as error:
        raise MissingExtraError("iCalendar", "calendar") from error
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//chronicle_parse//chronicle_parse//ZH")
    calendar.add("version", "2.0")
    for document in (documents,) if isinstance(documents, Document) else documents:
        digest = hashlib.sha256(document.source.original.encode("utf-8", "surrogatepass")).hexdigest()[:20]
        for entry in document.entries if isinstance(document, Chronicle | Roundup) else ():
            first = entry.when.start.earliest() if entry.when else None
            last = entry.when.end.latest() if entry.when else None
            if first is None or last is None or last == dt.date.max:  # no day comes after that one
                continue
            event = icalendar.Event()
            event.add("uid", f"{digest}-{entry.span.start}@chronicle-parse")
            event.add("dtstamp", _stamp(document, first))
            event.add("dtstart", first)
            event.add("dtend", last + dt.timedelta(days=1))
            event.add("summary", encodable(_summary(entry)))
            event.add("description", encodable(entry.text))
            if document.place:
                event.add("location", encodable(document.place))
            if entry.activity:
                event.add("categories", [entry.activity.value])
            calendar.add_component(event)
    text: bytes = calendar.to_ical()
    return text.decode("utf-8")


def _stamp(document: Document, first: dt.date) -> dt.datetime:
    """When the page was published, else the day itself: never the clock, so that the same page gives the same calendar."""
    published = document.metadata.published
    if published is None:
        published = dt.datetime.combine(first, dt.time())
    return published.replace(tzinfo=dt.UTC)


def _summary(entry: Entry) -> str:
    line = entry.text.partition("\n")[0]
    clause = line.partition("。")[0].partition(",")[0]
    return clause if 6 <= len(clause) <= SUMMARY else line[:SUMMARY]
