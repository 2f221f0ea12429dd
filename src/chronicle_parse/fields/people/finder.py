"""Walks a text: finds where names may begin, weighs them, and gives each its title."""

from __future__ import annotations

from functools import cache, cached_property

import regex
from attrs import frozen
from regex import Pattern

from chronicle_parse.fields.people.costs import name_costs
from chronicle_parse.fields.people.foreign import dotted_names
from chronicle_parse.fields.people.names import Reading, Weigher
from chronicle_parse.fields.people.titles import (
    called_at,
    common_offices,
    inside_office,
    office_at,
    office_before,
    offices,
    title_start,
)
from chronicle_parse.model import Person, Span, SpanMaker
from chronicle_parse.text import fold

_CUES = "由请任举和及与陪替除对向给见命荐选聘派以是为迎谢贺的"


@frozen
class _Context:
    """What stands before a name.

    Attributes:
        prior: how much other evidence a name needs here.
        expected: how unlikely it is that no name follows.
        loose: whether a name without a known surname may stand here.
        disliked: how ill the words behind may go with a name.
    """

    prior: float
    expected: float = 0.0
    loose: bool = False
    disliked: float = 3.0


_TITLE = _Context(0.0, expected=4.0, loose=True, disliked=99.0)
_ROLE = _Context(1.0, expected=0.0, loose=True, disliked=99.0)
_LIST = _Context(0.0, expected=3.0, loose=True, disliked=4.5)
_NEXT = _Context(3.0)
_START = _Context(4.0)
_CUE = _Context(5.0)
_DE = _Context(8.0)


@frozen
class _Name:
    start: int
    stop: int
    title: int | None


_PLACE_ENDS = frozenset("区市县镇乡村省州街路湾庄坪岛屯")


@cache
def _between() -> Pattern[str]:
    """What may stand between a name and the mark that goes on with the list."""
    return regex.compile(r"(?:同志|先生|女士|教授|院士|主任|副主任|书记|局长)?[(（][^()（）\n]{1,20}[)）]|同志|先生|女士|教授|院士|主任|副主任|书记|局长")


class _LazyPlaces:
    """The places that a text names with their rank, 云溪 of 云溪区; read when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def known(self) -> frozenset[str]:
        text = self._text
        ends = [found.start() for found in regex.finditer(r"(?<=[\u4e00-\u9fff]{2})(?:[区市县镇乡省州]|街道|社区|新区)", text)]
        return frozenset(text[end - size : end] for end in ends for size in (2, 3) if end >= size)


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
        self.floor = 0  # the end of the name before, with a bracket behind it
        self.places = _LazyPlaces(text)

    def names(self) -> list[_Name]:
        found: list[_Name] = []
        dotted = list(dotted_names(self.text, self.weigher))
        for anchor in _anchors().finditer(self.text):
            start = anchor.start()
            while dotted and dotted[0][0] <= start:
                place = dotted.pop(0)
                found.append(self._dotted(*place))
            if start < self.floor:
                continue
            while (name := self._read(start)) is not None:
                found.append(name)
                self._pass(name.stop)
                start = name.stop
                if self.text[start : start + 1] not in self.weigher.costs.surname:
                    break
        found.extend(self._dotted(*place) for place in dotted)
        return found

    def _pass(self, stop: int) -> None:
        self.floor = stop

    def _dotted(self, start: int, stop: int) -> _Name:
        title = title_start(self.text, self.floor, start) if office_before(self.text, start) >= self.floor else None
        self._pass(stop)
        return _Name(start, stop, title)

    def _read(self, start: int) -> _Name | None:
        text = self.text
        behind = start - 1 if start > 1 and text[start - 1] == " " else start
        titled = self._titled(behind)
        context = self._title_context(behind) if titled else self._context(start)
        if context is None or office_at(text, start) >= 0 or called_at(text, start + 1):
            return None
        readings, plain = self.weigher.readings(start, loose=context.loose)
        for reading in readings:
            if reading.cost + context.prior >= plain + context.expected:
                return None
            if reading.follow < context.disliked and (titled or not self._is_place(reading)):
                return _Name(start, reading.stop, title_start(text, self.floor, behind) if titled else None)
        return None

    def _titled(self, behind: int) -> bool:
        office = office_before(self.text, behind) if behind else -1
        if office < self.floor or inside_office(self.text, behind):
            return False
        # why: 镇长黄蔚蓝|代表|镇政府: what goes on from a name is no title of the next
        return not (office == self.floor > 0 and self.text[office:behind] in self.weigher.after)

    def _title_context(self, behind: int) -> _Context:
        office = office_before(self.text, behind)
        return _ROLE if self.text[office:behind] in common_offices() else _TITLE

    def _context(self, start: int) -> _Context | None:
        if start == 0:
            return _START
        if start == self.floor:
            return _NEXT
        before = self.text[start - 1]
        if before in "、和与及 " and self._goes_on(start - 1):
            return _LIST
        if before in _CUES:
            return _DE if before == "的" else _CUE
        if before in ")）”’」』》" or (before.isalnum() and before not in "日午晚上中"):
            return None
        return _START

    def _goes_on(self, end: int) -> bool:
        """Whether the name before ends here; a bracket or a word of courtesy may stand behind it."""
        return end == self.floor or (self.floor > 0 and _between().fullmatch(self.text, self.floor, end) is not None)

    def _is_place(self, reading: Reading) -> bool:
        """Whether what looks like a name belongs to the title of the next or is a place that the text names."""
        text, stop = self.text, reading.stop
        if text[reading.start : stop] in self.places.known or text[stop - 1] in _PLACE_ENDS:
            return True
        office = office_at(text, stop)
        if office < 0:
            return False
        readings, plain = self.weigher.readings(office, loose=True)
        return bool(readings) and readings[0].cost < plain


def find_people(text: str) -> tuple[Person, ...]:
    """All people of a raw text; spans refer to the text given."""
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at))
