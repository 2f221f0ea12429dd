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
    inside_office,
    loose_offices,
    office_at,
    office_before,
    offices,
    title_start,
)
from chronicle_parse.model import Person, Span, SpanMaker
from chronicle_parse.text import fold

_CUES = "由请任举陪替除命荐选聘派迎谢贺见"
_WEAK_CUES = "和与及对向给以是为的"


@frozen
class _Context:
    """What stands before a name.

    Attributes:
        prior: how much other evidence a name needs here.
        expected: how unlikely it is that no name follows.
        loose: whether a name without a known surname may stand here.
        behind: whether a title or a name stands right before.
        disliked: how ill the words behind may go with a name.
    """

    prior: float
    expected: float = 0.0
    loose: bool = False
    behind: bool = False
    disliked: float = 3.0


_TITLE = _Context(0.0, expected=4.0, loose=True, behind=True, disliked=99.0)
_COMMON = _Context(1.0, loose=True, behind=True, disliked=4.5)
_SELDOM = _Context(3.0, loose=True, behind=True, disliked=4.5)
_LIST = _Context(0.0, expected=3.0, loose=True, behind=True, disliked=4.5)
_NEXT = _Context(3.0, behind=True)
_START = _Context(4.0)
_ITEM = _Context(7.0)
_CUE = _Context(5.0)
_WEAK = _Context(8.0)
_INNER = _Context(8.0)


@frozen
class _Name:
    start: int
    stop: int
    title: int | None


_OCCASIONS = frozenset(("会上", "式上", "动上", "上午", "议上"))
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
        rf"(?<=[{ends})）”’」』][ ]?|[、和与及 ])[\u4e00-\u9fff]|(?<![\w--[{_CUES}{_WEAK_CUES}日午晚上]])[{firsts}]", regex.V1
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
        self.end = 0  # the end of the name before
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
                start = self.floor
                if self.text[start : start + 1] not in self.weigher.costs.surname:
                    break
        found.extend(self._dotted(*place) for place in dotted)
        return found

    def _pass(self, stop: int) -> None:
        behind = _between().match(self.text, stop)
        self.end = stop
        self.floor = behind.end() if behind else stop

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
        readings, plain = self.weigher.readings(start, loose=context.loose, behind=context.behind)
        for reading in readings:
            if reading.cost + context.prior >= plain + context.expected:
                return None
            if reading.follow < context.disliked and self._holds_no_office(reading) and (titled or not self._is_place(reading)):
                return _Name(start, reading.stop, title_start(text, self.floor, behind) if titled else None)
        return None

    def _holds_no_office(self, reading: Reading) -> bool:
        return not any(called_at(self.text, at) for at in range(reading.start + 1, reading.stop - 1))

    def _titled(self, behind: int) -> bool:
        office = office_before(self.text, behind) if behind else -1
        if office < self.floor or inside_office(self.text, behind):
            return False
        # why: 镇长黄蔚蓝|代表|镇政府, 施将|将|代表|区里: what may go on from a name is a title only with something before it
        word = self.text[office:behind]
        return word not in self.weigher.after or title_start(self.text, self.floor, behind) < office

    def _title_context(self, behind: int) -> _Context:
        use = loose_offices().get(self.text[office_before(self.text, behind) : behind])
        return _TITLE if use is None else _SELDOM if use == "seldom" else _COMMON

    def _context(self, start: int) -> _Context | None:
        text = self.text
        if start == 0:
            return _START
        if start == self.end:
            return _NEXT
        before = text[start - 1]
        if before in "、和与及 " and (self._goes_on(start - 1) or (text[start - 2] == "以" and self._goes_on(start - 2))):
            return _LIST
        if before in _CUES:
            return _CUE
        if before in _WEAK_CUES:
            return _WEAK
        if before.isalnum():
            return _START if before in "日午晚" or text[start - 2 : start] in _OCCASIONS else None
        if before == "、":
            return _ITEM
        if before in "“‘「『(（":
            return _INNER
        return None if before in ")）”’」』》·-—~/+" else _START

    def _goes_on(self, end: int) -> bool:
        """Whether the name before ends here."""
        return end == self.floor > 0

    def _is_place(self, reading: Reading) -> bool:
        """Whether what looks like a name belongs to the title of the next or is a place that the text names."""
        text, stop = self.text, reading.stop
        if any(text[reading.start : end] in self.places.known for end in range(reading.start + 2, stop + 1)):
            return True
        if text[stop - 1] in _PLACE_ENDS:
            return True
        office = office_at(text, stop)
        if office < 0:
            return False
        if text[office : office + 1] == "、" and office_at(text, office + 1) >= 0:
            return True  # 蔚来创始人、董事长李斌
        readings, plain = self.weigher.readings(office, loose=True, behind=True)
        return bool(readings) and readings[0].cost < plain


def find_people(text: str) -> tuple[Person, ...]:
    """All people of a raw text; spans refer to the text given."""
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at))
