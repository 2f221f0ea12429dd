"""Walks a text: finds where names may begin, weighs them, and gives each its title."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property
from heapq import merge

import regex
from attrs import frozen
from regex import Pattern

from chronicle_parse.fields.people.costs import after_costs, name_costs
from chronicle_parse.fields.people.foreign import dotted_names
from chronicle_parse.fields.people.names import BARRIER, Reading, Weigher
from chronicle_parse.fields.people.titles import (
    called_at,
    inside_office,
    loose_offices,
    office_at,
    office_before,
    role_words,
    offices,
    title_start,
)
from chronicle_parse.lexicon import rows, words
from chronicle_parse.model import Person, Span, SpanMaker
from chronicle_parse.patterns import any_of
from chronicle_parse.text import fold

@frozen
class _Context:
    """What stands before a name.

    Attributes:
        prior: how much other evidence a name needs here.
        expected: how unlikely it is that no name follows.
        loose: whether a name without a known surname may stand here.
        barrier: where a title or a name stands right before: how badly other words than its followers go on from it.
        disliked: how ill the words behind may go with a name.
    """

    prior: float
    expected: float = 0.0
    loose: bool = False
    barrier: float | None = None
    disliked: float = 3.0


_TITLE = _Context(0.0, expected=2.0, loose=True, barrier=BARRIER, disliked=99.0)
_COMMON = _Context(1.0, loose=True, barrier=0.0, disliked=4.5)
_SELDOM = _Context(3.0, loose=True, barrier=0.0, disliked=4.5)
_LIST = _Context(0.0, expected=4.0, loose=True, barrier=BARRIER, disliked=4.5)
_SPACED = _Context(2.0, barrier=0.0)
_NEXT = _Context(3.0, barrier=0.0)
_START = _Context(3.0)
_ITEM = _Context(7.0)
_INNER = _Context(8.0)
_CALLED_NAME = _Context(6.0, disliked=-2.0)


@frozen
class _Name:
    start: int
    stop: int
    title: int | None


_CALLED = ("同志", "总书记")
_OCCASIONS = frozenset(("会上", "式上", "动上", "上午", "议上"))
_CUE = 3.0  # of a word that announces a name
_CLEARLY = 5.5  # the mean cost of the characters of an unmistakable transliteration
_SURE = 3.0  # the margin by which a name is told from plain words
_NO_LIST = 12.0
_LIKED, _FOREIGN_MEAN, _FOREIGN_PRIOR = -2.0, 7.0, 2.0
_PLACE_ENDS = frozenset("区市县镇乡村省州街路湾庄坪岛屯里苑巷弄寨圩")
_BUILDINGS = frozenset("大厦 广场 公园 大道 大桥 公寓 花园 小区 中学 小学 大学 医院 水库 车站 机场 口岸 港口 商场 市场 酒店 宾馆 工厂 集团 公司 街道 社区".split())


@cache
def _cues() -> dict[str, float]:
    return {row["word"]: float(row["cost"]) for row in rows("before_names")}


@cache
def _called() -> Pattern[str]:
    """Names that the word behind them announces."""
    return regex.compile(rf"[\u4e00-\u9fff]{{2,4}}(?={any_of(_CALLED)})")


@cache
def _spaced() -> Pattern[str]:
    """A name of two characters set apart to the width of three: 卜 静."""
    surnames = "".join(name_costs().surname)
    after = any_of(word for word, cost in after_costs().items() if cost <= 4)
    return regex.compile(rf"[{surnames}] {{1,2}}[\u4e00-\u9fff](?=[^\u4e00-\u9fff]|\Z|{after})")


@cache
def _credit() -> Pattern[str]:
    """Who wrote or took something, in brackets: (记者卜 静), (池 墨)."""
    roles = any_of(words("credits"))
    return regex.compile(rf"[(（](?:[^()（）\n]{{0,6}}{roles}[^()（）。\n]{{0,30}}|[\u4e00-\u9fff] [\u4e00-\u9fff])[)）]")


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
    cues = "".join(sorted({word[-1] for word in _cues()}))
    starters = {word[0] for word in (*name_costs().compound, *words("name_parts"))}
    firsts = "".join(sorted({*name_costs().surname, *starters}))
    return regex.compile(
        rf"(?<=[{ends})）”’」』][ ]?|[、和与及 ])[\u4e00-\u9fff]|(?<![\w--[{cues}日午晚上]])[{firsts}]", regex.V1
    )


def scan(text: str, at: SpanMaker = Span, *, credits: bool = False) -> list[Person]:
    """All people of clean text, in order; those in credits such as (记者王芳) only where asked for."""
    names = _Walk(text).names()
    known = frozenset(text[name.start : name.stop] for name in names if not text[name.stop : name.stop + 1].isalnum())
    if known:
        # why: 鲁春来到现场 can be cut in two ways, unless the text says 鲁春, elsewhere
        read = {name.start: name.stop for name in names}
        pattern = regex.compile(any_of(known))
        seen = [found.span() for found in pattern.finditer(text)]
        if any(read.get(start) != stop for start, stop in seen):
            names = _Walk(text, known, [start for start, _ in seen]).names()
    skipped = [] if credits else [found.span() for found in _credit().finditer(text)]
    people = []
    for name in names:
        if any(start <= name.start < stop for start, stop in skipped):
            continue
        title = None if name.title is None else text[name.title : name.start].strip()
        people.append(
            Person(
                text[name.start : name.stop].replace(" ", ""),
                title or "",
                at(name.start, name.stop),
                at(name.title, name.title + len(title)) if title and name.title is not None else None,
            )
        )
    return people


class _Walk:
    def __init__(self, text: str, known: frozenset[str] = frozenset(), seen: Iterable[int] = ()) -> None:
        self.text = text
        self.weigher = Weigher(text, known)
        self.seen = seen  # where known names stand
        self.floor = 0  # the end of the name before, with a bracket behind it
        self.end = 0  # the end of the name before
        self.places = _LazyPlaces(text)

    def names(self) -> list[_Name]:
        found: list[_Name] = []
        dotted = list(dotted_names(self.text, self.weigher))
        for start in self._anchors():
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

    def _anchors(self) -> Iterable[int]:
        """Where a name may begin, in order."""
        anchors = (found.start() for found in _anchors().finditer(self.text))
        if not any(word in self.text for word in _CALLED):
            return merge(anchors, self.seen)
        return merge(anchors, self.seen, (found.start() for found in _called().finditer(self.text, overlapped=True)))

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
        if (context.barrier is not None or context.prior < 5) and (spaced := _spaced().match(text, start)):
            return _Name(start, spaced.end(), title_start(text, self.floor, behind) if titled else None)
        readings, plain = self.weigher.readings(start, loose=context.loose, barrier=context.barrier)
        if context.barrier is None and readings and self._is_cue(start, readings[0]):
            return None
        for reading in readings:
            prior = context.prior
            if context.prior and text[reading.stop : reading.stop + 1] == "、":
                doubt = self._list_prior(reading.stop + 1)
                prior += doubt if context.barrier is None else min(doubt, 0.0)
            if reading.cost + prior >= plain + context.expected:
                continue
            if (reading.follow < context.disliked or self._is_plain(reading, context)) and self._holds_no_office(reading) and (titled or not self._is_place(reading)):
                return _Name(start, reading.stop, title_start(text, self.floor, behind) if titled else None)
        return self._foreign(start) if context is _START else None

    def _is_plain(self, reading: Reading, context: _Context) -> bool:
        """Whether a name needs no word that goes on from it: behind a role, with a surname or clearly transliterated."""
        if not context.loose or context is _LIST:
            return False
        letters = self.text[reading.start : reading.stop]
        if letters[0] in self.weigher.costs.surname and len(letters) == 3:
            return True
        return len(letters) >= 3 and sum(map(self.weigher.foreign, letters)) <= _CLEARLY * len(letters)

    def _list_prior(self, start: int) -> float:
        """How the next item of a list speaks for or against a name in front of it: 李与、陈到分别…, but 周转房、职称…."""
        readings, plain = self.weigher.readings(start, loose=False)
        if readings and readings[0].cost < plain - _SURE and readings[0].follow < _LIST.disliked:
            return -_START.prior
        stop = self.weigher.window(start)
        return 0.0 if any(office_at(self.text, at) >= 0 for at in range(start, stop)) else _NO_LIST

    def _foreign(self, start: int) -> _Name | None:
        """A name without a surname at the start of a clause, where a word behind it says that a person acts: 扎西平措|当选."""
        readings, plain = self.weigher.readings(start, loose=True)
        for reading in readings:
            letters = self.text[start : reading.stop]
            usual = sum(map(self.weigher.foreign, letters)) <= _FOREIGN_MEAN * len(letters)
            if len(letters) >= 3 and usual and reading.follow < _LIKED and reading.cost + _FOREIGN_PRIOR < plain:
                return None if self._is_place(reading) else _Name(start, reading.stop, None)
        return None

    def _is_cue(self, start: int, best: Reading) -> bool:
        """Whether what may be a surname rather announces the name behind it: 向|虚竹同志学习."""
        cost = _cues().get(self.text[start])
        if cost is None or self.weigher.window(start) < start + 3:
            return False
        others, _ = self.weigher.readings(start + 1, loose=False)
        return bool(others) and others[0].cost + _CUE < best.cost

    def _holds_no_office(self, reading: Reading) -> bool:
        return not any(called_at(self.text, at) for at in range(reading.start + 1, reading.stop - 1))

    def _titled(self, behind: int) -> bool:
        office = office_before(self.text, behind) if behind else -1
        if office == self.end > 0 and self.text[office:behind] not in role_words():
            return False  # 习近平主席|向大会: a title behind a name is not that of the next
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
        if before == " " and self._goes_on(start - 1):
            return _SPACED
        if before in "、和与及" and (self._goes_on(start - 1) or (text[start - 2] == "以" and self._goes_on(start - 2))):
            return _LIST
        for size in (3, 2, 1):
            cost = _cues().get(text[max(0, start - size) : start])
            if cost is not None and (size > 1 or text[start - 1 : start + 1] not in self.weigher.words):
                return _Context(cost)
        if _called().match(text, start) or any(text.startswith(name, start) for name in self.weigher.known):
            return _CALLED_NAME
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
        if text[reading.start] not in self.weigher.costs.surname and office_at(text, stop) >= 0:
            return True  # 质量部|部长
        if text[stop - 1] in _PLACE_ENDS or text[stop - 2 : stop] in _BUILDINGS:
            return True
        office = office_at(text, stop)
        if office < 0:
            return False
        if text[office : office + 1] == "、":  # 蔚来创始人、董事长李斌, 区委常委、宣传部部长秦可
            readings, plain = self.weigher.readings(office + 1, loose=False)
            if readings and readings[0].cost < plain - _SURE and office_at(text, office + 1) < 0:
                return False  # 黎明辉主任、吉祥副主任
            stop = self.weigher.window(office + 1)
            return any(office_at(text, at) >= 0 for at in range(office + 1, stop))
        readings, plain = self.weigher.readings(office, loose=True, barrier=BARRIER)
        return bool(readings) and readings[0].cost < plain - _SURE


def find_people(text: str) -> tuple[Person, ...]:
    """All people of a raw text; spans refer to the text given."""
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at, credits=True))
