"""Which kind and year hold where: of every section, and of every stretch of its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chronicle_parse.formats.outline import Heading
from chronicle_parse.formats.work_report.periods import Context, Years, context, last_lead
from chronicle_parse.formats.work_report.sections import Texts


def of_sections(
    text: str, headings: Sequence[Heading], levels: Sequence[int], texts: Texts, years: Years
) -> list[Context]:
    """Of no heading, then of each: what it says, else its twin, else the heading above, else the last leading sentence."""
    ranges = sorted(each for own in texts for each in own)
    path: list[Context] = []
    known: dict[str, Context] = {}
    found = [Context("actual", years.review) if years.half else Context(None, years.plan)]
    running: Context | None = None
    at = 0
    for heading, level in zip(headings, levels, strict=True):
        while at < len(ranges) and ranges[at][0] < heading.start:
            running = last_lead(text[slice(*ranges[at])], years) or running
            at += 1
        del path[level - 1 :]
        # why: titles of run-ins speak of their own matter (主要目标任务完成情况较好。), not of the section
        said = context(heading.title, years) if not heading.run_in or not path else None
        said = said or known.get(heading.title)
        if said is None:
            said = path[-1] if path and path[-1].kind else running or found[0]
        known.setdefault(heading.title, said)
        path += [said] * (level - len(path))
        found.append(said)
        if level == 1 and said.kind and not heading.listed:
            running = said
    return found


def of_stretches(
    text: str, ranges: Sequence[tuple[int, int]], section: Context, years: Years
) -> Iterator[tuple[int, int, Context]]:
    """Paragraphs of which the same holds, with nothing between them, as one: what a sentence sets holds on in the next.

    Where no heading says what is spoken of, a paragraph without a leading sentence takes it from the last one before it.
    """
    start = stop = -1
    held = running = section
    for first, last in ranges:
        here = section
        if section.kind is None:
            said = last_lead(text[first:last], years)
            here = running if said is None else section
            running = said or running
        if stop >= 0 and here == held and text[stop:first].isspace():
            stop = last
            continue
        if stop >= 0:
            yield start, stop, held
        start, stop, held = first, last, here
    if stop >= 0:
        yield start, stop, held
