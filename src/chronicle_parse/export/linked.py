"""schema.org events as JSON-LD, a plain dict that `json.dumps` writes."""

from __future__ import annotations

from typing import Any

from chronicle_parse.model import Chronicle, Document, Entry, Person, Roundup


def to_jsonld(document: Document) -> dict[str, Any]:
    """The entries of a chronicle or roundup as schema.org `Event`s; a work report is one `Report`.

    Dates are as exact as the text: an entry without a year, or with a day that does not exist, has no `startDate`. Who is
    named in an entry is under `about`.
    """
    about: dict[str, Any] = {"@type": "Report", "name": document.title, "inLanguage": "zh-Hans"}
    if document.metadata.publisher:
        about["publisher"] = {"@type": "GovernmentOrganization", "name": document.metadata.publisher}
    if document.metadata.published:
        about["datePublished"] = document.metadata.published.isoformat()
    if document.place:
        about["spatialCoverage"] = _place(document.place, document.place_code)
    events = (
        [_event(entry, document) for entry in document.entries] if isinstance(document, Chronicle | Roundup) else []
    )
    return {"@context": "https://schema.org", "@graph": [about, *events]}


def _event(entry: Entry, document: Document) -> dict[str, Any]:
    event: dict[str, Any] = {"@type": "Event", "description": entry.text}
    if entry.when and entry.when.start.earliest() and entry.when.end.latest():
        event["startDate"], event["endDate"] = entry.when.start.edtf, entry.when.end.edtf
    if document.place:
        event["location"] = _place(document.place, document.place_code)
    # why: "about", neither attendee nor organizer; an entry also names those whose speech was studied
    named = [_person(person) for person in entry.people]
    named += [{"@type": "Organization", "name": body.name} for body in entry.organisations]
    if named:
        event["about"] = named
    if entry.works:
        event["workFeatured"] = [{"@type": "CreativeWork", "name": work.title} for work in entry.works]
    return event


def _place(name: str, code: str | None) -> dict[str, str]:
    return {"@type": "AdministrativeArea", "name": name, **({"identifier": code} if code else {})}


def _person(person: Person) -> dict[str, str]:
    return {"@type": "Person", "name": person.name, **({"jobTitle": person.title} if person.title else {})}
