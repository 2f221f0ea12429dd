"""Walks a text: finds where names may begin, weighs them, and gives each its title."""

from __future__ import annotations

from functools import cache

import regex
from attrs import frozen
from regex import Pattern

from chronicle_parse.fields.people.costs import name_costs
from chronicle_parse.fields.people.names import Reading, Weigher
from chronicle_parse.fields.people.titles import inside_office, office_before, offices, title_start
from chronicle_parse.model import Person, Span, SpanMaker
from chronicle_parse.text import fold

_TITLE, _LIST, _CUE, _START, _NONE = 0.0, 0.0, 7.0, 5.0, 99.0
_CUES = "由请任举和及与陪替除对向给见命荐选聘派以是为迎谢贺"


@frozen
class _Name:
    start: int
    stop: int
    title: int | None


@cache
def _anchors() -> Pattern[str]:
    """A Chinese character that may begin a name: behind an office, or a surname behind punctuation, a cue or at the start."""
    ends = "".join(sorted({word[-1] for word in offices()}))
    firsts = "".join(sorted({*name_costs().surname, *(word[0] for word in name_costs().compound)}))
    return regex.compile(
        rf"(?<=[{ends})）”’」』][ ]?|[、和与及 ])[\u4e00-\u9fff]|(?<![\w--[{_CUES}日午晚上中]])[{firsts}]", regex.V1
    )


def scan(text: str, at: SpanMaker = Span) -> list[Person]:
    """All people of clean text, in order."""
    people = []
    for name in _Walk(text).names():
        title = None if name.title is None else text[name.title : name.start].strip()
        people.append(
            Person(
                text[name.start : name.stop].replace(" ", ""),
                title or "",
                at(name.start, name.stop),
                at(name.title, name.start) if title and name.title is not None else None,
            )
        )
    return people


class _Walk:
    def __init__(self, text: str) -> None:
        self.text = text
        self.weigher = Weigher(text)
        self.end = -1  # of the name before, with what may stand between two names
        self.floor = 0  # of the name before

    def names(self) -> list[_Name]:
        found: list[_Name] = []
        for anchor in _anchors().finditer(self.text):
            start = anchor.start()
            if start < self.floor:
                continue
            while True:
                name = self._read(start)
                if name is None:
                    break
                found.append(name)
                self.floor = start = name.stop
                self.end = name.stop
                if not (start < len(self.text) and self.text[start] in self.weigher.costs.surname):
                    break
        return found

    def _context(self, start: int) -> float:
        """How much a name is in need of other evidence where nothing is a title before it."""
        if start == 0:
            return _START
        before = self.text[start - 1]
        if before in "、和与及 " and self.end == start - 1:
            return _LIST
        if before in _CUES:
            return _CUE
        return _START if not before.isalnum() or before in "日午晚上中" else _NONE

    def _read(self, start: int) -> _Name | None:
        text = self.text
        behind = start - 1 if text[start - 1 : start] == " " else start
        office = office_before(text, behind) if start else -1
        titled = office >= self.floor and not inside_office(text, behind)
        prior = _TITLE if titled else self._context(start)
        if prior == _NONE:
            return None
        loose = prior == _LIST
        readings, plain = self.weigher.readings(start, loose=loose)
        if not readings:
            return None
        best = readings[0]
        if best.cost + prior >= plain:
            return None
        title = None
        if titled:
            title = title_start(text, self.floor, behind)
        return _Name(start, best.stop, title)


def find_people(text: str) -> tuple[Person, ...]:
    """All people of a raw text; spans refer to the text given."""
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at))
