"""人事任免 notices: who was appointed to which post, and who left which. A fourth format of chronicle_parse, in one module."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

import regex
from attrs import frozen
from regex import Match, Pattern

from chronicle_parse.formats import BulletinFormat, Page
from chronicle_parse.model import Document, Person, Span, When

Act = Literal["appoint", "remove"]
ACTS: dict[str, Act] = {"任命": "appoint", "聘任": "appoint", "免去": "remove"}


@frozen
class Appointment:
    """One person put into a post or taken out of it; `remark` is what stands in brackets behind the post (试用期一年)."""

    act: Act
    person: Person
    post: str
    remark: str
    span: Span


@frozen
class Appointments(Document):
    """人事任免: the appointments of a notice in their order, and the day of the decision."""

    decided: When | None = None
    appointments: tuple[Appointment, ...] = ()


@cache
def _decision() -> Pattern[str]:
    """任命甲、乙为某局副局长(试用期一年),丙为某局局长; 免去丁的某局局长职务; 免去其某局局长职务: one verb, one or more moves."""
    act, name = "|".join(ACTS), r"\p{Han} [\p{Han}·]{1,14}?"
    return regex.compile(rf"""(?x)
        (?P<act> {act} ) [:：]? \s*
        (?: (?P<move> (?! {act} )
              (?: (?P<who> 其 ) | (?P<who> {name} (?: 、 {name} ){{0,20}} ) (?: 同志 )? (?: 为 | 的 | [担兼]任的 ) )
              (?P<post> [^,，;；。()（）\n]{{2,60}}? ) (?: 职务 )?
              (?P<remark> (?: [(（] [^()（）\n]{{1,30}} [)）] )? ) )   # never absent, so that the captures run parallel
            (?: [,，;；。\s] \s* | $ ) )+
    """)


def score(page: Page) -> tuple[float, tuple[str, ...]]:
    """How much of the page decides about posts, and whether its title says so."""
    lines = [line.text for line in page.lines if line.role == "paragraph"]
    deciding = sum(_decision().search(text) is not None for text in lines)
    if not deciding:
        return 0.0, ()
    named = "任免" in page.title or "职务" in page.title
    reasons = [f"{deciding} of {len(lines)} lines give or take a post", *["the title names appointments"] * named]
    return min(1.0, 0.5 * named + 0.8 * deciding / len(lines)), tuple(reasons)


def read(page: Page) -> Appointments:
    """The page as `Appointments`; a decision about nobody is an issue."""
    found: list[Appointment] = []
    for decision in _decision().finditer(page.text):
        for line in page.lines_in(*decision.span()):
            line.role = "entry"
        found += _moves(page, decision, found[-1].person if found else None)
    decided = next((day for day in page.in_lines(page.dates, "paragraph", "entry") if day.precision == "day"), None)
    return Appointments(**page.parts("appointments"), decided=decided, appointments=tuple(found))


def _moves(page: Page, decision: Match[str], before: Person | None) -> Iterator[Appointment]:
    captured = (decision.spans(part) for part in ("move", "who", "post", "remark"))
    for move, who, post, remark in zip(*captured, strict=True):
        same = page.text[slice(*who)] == "其"
        people = (before,) if same and before else page.within(page.people, page.span(*who))
        if not people:
            page.report("appointments.nobody", "warning", "a post is given or taken, but no name could be read", *move)
        for before in people:
            said = page.text[slice(*remark)].strip("()（）")
            yield Appointment(ACTS[decision["act"]], before, page.text[slice(*post)], said, page.span(*move))


FORMAT = BulletinFormat("appointments", "人事任免", score, read, Appointments)
