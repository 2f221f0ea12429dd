"""Drafts: indicators in the making, and what the figures of one sentence know of each other."""

from __future__ import annotations

from functools import cache
from re import Pattern

from attrs import define, evolve, field

from chronicle_parse.fields.indicators.figures import RATIOS, Figure
from chronicle_parse.fields.indicators.names import Phrase, grown, tidy
from chronicle_parse.fields.indicators.nouns import explains
from chronicle_parse.lexicon import words
from chronicle_parse.model import Change, Indicator, Quantity, Rank, SpanMaker
from chronicle_parse.model.values import IndicatorKind
from chronicle_parse.patterns import any_of, verbose

_CLAUSE = 160
"""How many characters a clause has at most that may name something."""


@cache
def _stated() -> Pattern[str]:
    """What a clause without a figure says of its noun: 粮食产量实现“十一连增”,增产16.6亿斤."""
    stating = any_of(words("indicator_words", role="stating"))
    return verbose(
        rf"(?<=..)(?:[再连]?创|{stating}|(?:同比|环比|与上年|比上年)?持平|再?获|[迈跨跃][上过越入]|[‘“'].{{0,3}}连[增丰]).*$"
    )


@define
class Draft:
    """An indicator in the making; its places are clean offsets."""

    name: str
    verb: str
    quantity: Quantity | None
    change: Change | None
    previous: Quantity | None
    kind: IndicatorKind
    year: int | None
    start: int
    stop: int
    rank: Rank | None = None
    threshold: bool = False

    def finished(self, text: str, place: SpanMaker) -> Indicator:
        """The indicator; `place` makes original spans of clean offsets."""
        rank = self.rank
        return Indicator(
            self.name,
            self.verb,
            self.quantity,
            self.change,
            self.previous,
            None if rank is None else evolve(rank, span=place(rank.span.start, rank.span.stop)),
            self.kind,
            self.year,
            text[self.start : self.stop],
            place(self.start, self.stop),
        )


@define
class Sentence:
    """What is known at a place of a sentence.

    Attributes:
        drafts: the indicators so far; group: those of the last list of figures.
        noun: the noun that an elided subject means; counted: where it ends if it stands behind its count.
        earlier: the figures of 由A, waiting for 增加到B, and origin: where and of what they were said.
        total: 总投资, once a project was named by it.
    """

    drafts: list[Draft] = field(factory=list)
    group: list[Draft] = field(factory=list)
    noun: str = ""
    counted: int = -1
    earlier: list[Figure] = field(factory=list)
    origin: tuple[int, Phrase] | None = None
    total: str = ""

    def add(self, group: list[Draft]) -> None:
        """Takes a list of new indicators."""
        self.drafts += group
        self.group = group

    def alike(self, run: list[Figure]) -> list[Draft]:
        """The last level in the unit of a single amount: 收入218万元,占计划的104%,比上年增收29万元."""
        if len(run) != 1 or run[0].quantity.unit in RATIOS:
            return []
        unit = run[0].quantity.unit
        found = [draft for draft in self.drafts if draft.quantity is not None and draft.quantity.unit == unit]
        return found[-1:]

    def measured(self) -> str:
        """The noun that a share is of: what the last sum is of, if it is of that noun (项目完成投资, behind 108个项目)."""
        last = self.drafts[-1] if self.drafts else None
        summed = last is not None and last.quantity is not None and last.quantity.unit.endswith("元")
        return last.name if last is not None and summed and last.name.startswith(self.noun) else self.noun

    def other_than(self, unit: str) -> bool:
        """Whether the last indicator counts something in another unit."""
        last = self.drafts[-1].quantity if self.drafts else None
        return last is not None and last.unit not in (unit, "户")

    def last(self, count: int) -> list[Draft]:
        """The indicators that a list of `count` elided figures is about; none if there are not so many."""
        if len(self.group) == count:
            return (self._before_threshold() if count == 1 else []) or self.group
        return self.drafts[-count:] if len(self.drafts) >= count else []

    def _before_threshold(self) -> list[Draft]:
        """The level that a threshold behind it only comments on: 完成602.5亿元,首次突破600亿元大关,增长5.5%."""
        level, *over = self.drafts[-2:]
        if len(over) != 1 or not over[0].threshold or level.threshold or level.name != over[0].name:
            return []
        return [level] if level.change is None and level.quantity is not None else []

    def carried(self, lead: str) -> str:
        """The noun that a figure without one means: what was said last, or the clause before names."""
        if self.noun:
            return self.noun
        for clause in reversed([part for part in lead.replace("，", ",").split(",") if part]):
            if len(clause) > _CLAUSE or explains(clause):
                continue
            found = _stated().sub("", tidy(grown(clause).noun))
            if found and len(found) <= 24:
                return found
        return ""
