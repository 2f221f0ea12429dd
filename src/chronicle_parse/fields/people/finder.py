"""Walks a text: finds where names may begin, weighs them, and gives each its title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from operator import itemgetter
from re import Pattern
from typing import TypeVar

from attrs import frozen

from chronicle_parse.fields.people import contexts
from chronicle_parse.fields.people.contexts import Context, anchors, beginnings, untitled
from chronicle_parse.fields.people.costs import after_costs, name_costs
from chronicle_parse.fields.people.following import calling
from chronicle_parse.fields.people.foreign import dotted_names
from chronicle_parse.fields.people.judge import Judge
from chronicle_parse.fields.people.names import Weigher
from chronicle_parse.fields.people.titles import (
    called_at,
    inside_office,
    loose_offices,
    office_at,
    office_before,
    role_words,
    title_start,
)
from chronicle_parse.lexicon import words
from chronicle_parse.model import Person, Span, SpanMaker
from chronicle_parse.patterns import any_of, compiled, verbose
from chronicle_parse.text import fold

_OF_OFFICE = frozenset("代原任党高班")  # surnames that rather belong to an office: 代局长, 原校长, 任县长
_CREDIT = 70  # characters around a name in which a credit is looked for

T = TypeVar("T")


@frozen
class _Name:
    start: int
    stop: int
    title: int | None


def _start(name: _Name) -> int:
    return name.start


def _called(text: str) -> Iterator[int]:
    """Where a name may begin that the word behind it announces."""
    if any(word in text for word in calling()):
        for found in _calling().finditer(text):
            yield from range(max(0, found.start() - 4), found.start() - 1)


@cache
def _calling() -> Pattern[str]:
    return compiled(any_of(calling()))


@cache
def _spaced() -> Pattern[str]:
    """A name of two characters set apart to the width of three: 卜 静."""
    surnames = "".join(name_costs().surname)
    after = any_of(word for word, cost in after_costs().items() if cost <= 4)
    return compiled(rf"[{surnames}] {{1,2}}\p{{Han}}(?=\P{{Han}}|\Z|{after})")


@cache
def _appointed() -> Pattern[str]:
    """Who takes or gives up an office, which ends the clause: 鞠躬为副县长, 战友同志的局长职务."""
    return compiled(
        r"(\p{Han}{2,3}?)(?:同志)?(?:为[^\s，,。；;、]{2,24}(?=[\s，,。；;、]|\Z)|(的[^\s，,。；;]{2,24}职务|(?:请求)?辞去))"
    )


@cache
def _credit() -> Pattern[str]:
    """Who wrote or took something: (记者卜 静), (池 墨), …圆满结束。(阮云亮), 摄影:程门雪, 卓尔岑 摄."""
    roles = any_of(words("credits"))
    return verbose(
        rf"""
        [(（] (?: [^()（）\n]{{0,6}} {roles} [^()（）。\n]{{0,30}} | \p{{Han}}[ ]\p{{Han}} ) [)）]
        | (?<= [。！!？?”] ) [ ]* [(（] \p{{Han}}{{2,4}} (?: [ 、] \p{{Han}}{{2,4}} )* [)）] (?= [ ]* (?: \n | \Z ) )
        | {roles} [:：] [^\n。，,；;]{{1,30}}+ (?= \n | \Z )
        | (?<! [^\n] ) {roles} [ ] [^\n。，,；;]{{1,60}}+ (?= \n | \Z )
        | \p{{Han}}{{2,4}} [ ]* 摄 (?= [\s)）] | \Z )
        """
    )


@cache
def _behind() -> Pattern[str]:
    """What may stand between a name and the mark that goes on with the list."""
    courtesy = any_of(words("people_words", role="in a list"))
    return compiled(rf"{courtesy}?[(（][^()（）\n]{{1,20}}[)）]|{courtesy}")


@cache
def _going_on() -> Pattern[str]:
    """What stands between two names of a list, maybe nothing."""
    # right behind it none begins without a surname
    return compiled(rf"(?:[、 和与及]|以及)(?=\p{{Han}})|(?=[{''.join(sorted(beginnings()))}])")


def scan(text: str, at: SpanMaker = Span, *, credits: bool = False) -> list[Person]:
    """All people of clean text, in order; those in credits such as (记者王芳) only where asked for."""
    walk = _Walk(Weigher(text))
    names = walk.names()
    known = frozenset(text[name.start : name.stop] for name in names if walk.is_plain_to_see(name))
    if known:
        # why: 鲁春来到现场 can be cut in two ways, unless the text says 鲁春, elsewhere
        read = {name.start: name.stop for name in names}
        seen = list(_occurrences(text, known))
        missed = [start for start, stop in seen if read.get(start) != stop]
        if missed:
            names = walk.again(names, known, missed)
    roles = [] if credits else [role for role in words("credits") if role in text]
    return [_person(text, name, at) for name in names if credits or not _in_credit(text, name, roles)]


def _occurrences(text: str, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where any of the names stands, in order, the longest where several begin."""
    # why: looked up, since an alternation of the thousands of names of a long page takes quadratic time
    first, second = ("".join(map(re.escape, sorted({name[at] for name in names}))) for at in (0, 1))
    sizes = sorted(set(map(len, names)), reverse=True)
    end = 0
    for found in compiled(f"[{first}](?=[{second}])").finditer(text):
        start = found.start()
        if start >= end and (size := next((len(w) for size in sizes if (w := text[start : start + size]) in names), 0)):
            end = start + size
            yield start, end


def _in_credit(text: str, name: _Name, roles: Sequence[str]) -> bool:
    """Whether a name only says who wrote or took something; `roles` are those that the text names."""
    first = max(0, name.start - _CREDIT, text.rfind("\n", max(0, name.start - _CREDIT), name.start) + 1)
    before = text[first : name.start]
    spaced = " " in text[name.start : name.stop + 1] or text.startswith("摄", name.stop)
    bracketed = text[name.stop : name.stop + 1] in ")）、" and ("(" in before or "（" in before)
    if not spaced and not bracketed and not any(role in before for role in roles):
        return False
    return any(
        found.start() <= name.start < found.end() for found in _credit().finditer(text, first, name.stop + _CREDIT)
    )


def _person(text: str, name: _Name, at: SpanMaker) -> Person:
    title = "" if name.title is None else text[name.title : name.start].strip()
    return Person(
        text[name.start : name.stop].replace(" ", ""),
        title,
        at(name.start, name.stop),
        at(name.title, name.title + len(title)) if title and name.title is not None else None,
    )


@cache
def _border() -> Pattern[str]:
    return compiled(r"[。\n]")


def _sentences(text: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The sentences that hold the places, which are in order."""
    stop = -1
    for place in places:
        if place > stop:
            start = max(text.rfind(mark, max(stop, 0), place) for mark in "。\n") + 1
            end = _border().search(text, place)
            stop = end.start() if end else len(text)
            yield start, stop


def _inside(places: Sequence[T], ranges: Iterable[tuple[int, int]], key: Callable[[T], int]) -> Iterator[T]:
    """Those of the ordered places that lie in the ranges."""
    for start, stop in ranges:
        yield from places[bisect_left(places, start, key=key) : bisect_left(places, stop, key=key)]


class _Walk:
    """Passes over a text, whose sentences are independent of each other but for the names that they show.

    Args:
        weigher: of the text.
    """

    def __init__(self, weigher: Weigher) -> None:
        self.weigher = weigher
        self.text = text = weigher.text
        self.judge = Judge(weigher)
        self.called = set(_called(text))
        self.anchors = sorted([*anchors(text), *self.called])
        self.dotted = list(dotted_names(text, weigher))
        self.dotted_stops = dict(self.dotted)

    def is_plain_to_see(self, name: _Name) -> bool:
        """Whether there can be no doubt where a name ends."""
        return name.start in self.judge.sure or not self.text[name.stop : name.stop + 1].isalnum()

    def names(self) -> list[_Name]:
        """All names, in order."""
        return self._walk(self.anchors, self.dotted)

    def again(self, names: Sequence[_Name], known: frozenset[str], seen: Sequence[int]) -> list[_Name]:
        """All names, given those of the first pass, which are known and where one was missed; walks those sentences alone."""
        self.weigher.learn(known)
        self.called |= set(seen)
        sentences = list(_sentences(self.text, seen))
        starts = sorted([*_inside(self.anchors, sentences, int), *seen])
        found = self._walk(starts, list(_inside(self.dotted, sentences, itemgetter(0))))
        walked = set(_inside(names, sentences, _start))
        return sorted([*found, *(name for name in names if name not in walked)], key=_start)

    def _walk(self, starts: Iterable[int], dotted_at: Iterable[tuple[int, int]]) -> list[_Name]:
        self.end = 0  # of the name before
        self.floor = 0  # of the name before with a bracket or a word of courtesy behind it
        found: list[_Name] = []
        dotted = deque(dotted_at)
        start: int | None
        for start in starts:
            while dotted and dotted[0][0] <= start:
                found.extend(self._dotted(*dotted.popleft()))
            if start < self.floor:
                continue
            while start is not None and (name := self._read(start)) is not None:
                found.append(name)
                self._pass(name.stop)
                start = self._next()
        for place in dotted:
            found.extend(self._dotted(*place))
        return found

    def _pass(self, stop: int) -> None:
        behind = _behind().match(self.text, stop)
        self.end = stop
        self.floor = behind.end() if behind else stop

    def _next(self) -> int | None:
        """Where a list of names may go on behind the last one."""
        found = _going_on().match(self.text, self.floor)
        return found.end() if found else None

    def _dotted(self, start: int, stop: int) -> Iterator[_Name]:
        if start >= self.floor:
            title = title_start(self.text, self.floor, start) if office_before(self.text, start) >= self.floor else None
            self._pass(stop)
            yield _Name(start, stop, title)

    def _read(self, start: int) -> _Name | None:
        """The name that begins here, None if none does."""
        text = self.text
        behind = start - 1 if start > 1 and text[start - 1] == " " else start
        titled = self._title_context(behind)
        context = titled or untitled(text, start, self.floor, self.end, self.weigher.running.words)
        if context is None and start in self.called:
            context = contexts.CALLED
        if context is None:
            return None
        stop = (
            self.dotted_stops.get(start)
            or self._spaced_stop(start, context)
            or self._appointed_stop(start, context)
            or self.judge.stop(start, context)
        )
        if stop is None or office_at(text, start) >= 0 or called_at(text, start + 1):
            return None
        return _Name(start, stop, title_start(text, self.floor, behind) if titled else None)

    def _title_context(self, behind: int) -> Context | None:
        """The context behind the title that ends here, None if no title does."""
        text = self.text
        office = office_before(text, behind)
        if office < self.floor or inside_office(text, behind):
            return None
        word = text[office:behind]
        if office == self.end > 0 and word not in role_words():
            return None  # why: 习近平|主席|向大会: a title behind a name is not that of the next
        if self._is_called(office, behind):
            return None
        # why: 镇长黄蔚蓝|代表|镇政府, 施将|将|代表|区里: what may go on from a name is a title only with something before it
        if (
            word in self.weigher.following.after
            and word not in calling()
            and title_start(text, self.floor, behind) == office
        ):
            return None
        use = loose_offices().get(word)
        return contexts.TITLE if use is None else contexts.SELDOM if use == "seldom" else contexts.COMMON

    def _is_called(self, office: int, behind: int) -> bool:
        """Whether the office only goes with the surname before it, so that no name follows: 许|书记来访, 王|局长向大会."""
        text, surname = self.text, office - 1
        if office <= self.floor or text[surname] not in name_costs().surname or text[surname] in _OF_OFFICE:
            return False
        return title_start(text, self.floor, behind) == surname and called_at(text, office)

    def _spaced_stop(self, start: int, context: Context) -> int | None:
        if self.text[start + 1 : start + 2] != " " or (
            context.barrier is None and context.prior >= contexts.ITEM.prior
        ):
            return None
        found = _spaced().match(self.text, start)
        return found.end() if found else None

    def _appointed_stop(self, start: int, context: Context) -> int | None:
        """The end of a name that the words around it leave no doubt of, be it an everyday word: 免去|战友|的局长职务."""
        if context is not contexts.APPOINTED or self.text[start] not in name_costs().surname:
            return None
        found = _appointed().match(self.text, start)
        return found.end(1) if found and (found[2] or office_before(self.text, found.end()) >= 0) else None


def find_people(text: str) -> tuple[Person, ...]:
    """All people of a raw text; spans refer to the text given.

    >>> [(person.title, person.name) for person in find_people("市委副书记、市长柏振宇主持会议，区领导陈国栋、吴静怡参加。")]
    [('市委副书记、市长', '柏振宇'), ('区领导', '陈国栋'), ('', '吴静怡')]
    >>> find_people("区委书记主持会议，张局长发言。")
    ()
    """
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at, credits=True))
