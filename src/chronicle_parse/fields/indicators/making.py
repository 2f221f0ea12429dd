"""Makes drafts of figures: kind and year come from the frame, bounds from the words around, changes from the field parser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import define, field

from chronicle_parse.fields.changes import ChangeToken
from chronicle_parse.fields.indicators.clauses import Clause
from chronicle_parse.fields.indicators.drafts import Draft, Sentence
from chronicle_parse.fields.indicators.figures import Figure, bounded, thresholds
from chronicle_parse.fields.indicators.frames import Frame
from chronicle_parse.fields.indicators.tails import Tail, makes_threshold
from chronicle_parse.model import Bound, Change, Quantity, SpanMaker
from chronicle_parse.model.values import Direction

_JOINTS = "、,，和与及 "

_TOO_LONG = 32
"""From how many characters on a name is no name: the page has lost its punctuation."""


def _is_name(name: str) -> bool:
    return len(name) <= _TOO_LONG and not name.isdigit()


def _passes(quantity: Quantity) -> bool:
    """Whether the bound of a quantity makes it a threshold: 超100亿元."""
    return quantity.bound is not Bound.EXACT and makes_threshold(quantity.written)


LONGEST = 400
"""The most characters from the name of a list of figures to one of them; what is further off is written without the name, or a
list of a hundred thousand figures would be written a hundred thousand times."""


@define
class Maker:
    """The drafts of a text in the making.

    Attributes:
        text, source: the text with its brackets masked, and as it is.
        place: makes original spans of clean offsets.
        frame: says kind and year of the place that is read.
        changes: by where their amounts begin.
        drafts: all so far; now: what is known of the sentence.
    """

    text: str
    source: str
    place: SpanMaker
    frame: Frame
    changes: Mapping[int, ChangeToken]
    drafts: list[Draft] = field(factory=list)
    now: Sentence = field(factory=Sentence)

    def values(
        self, clause: Clause, names: Sequence[str], verb: str, *, earlier: Sequence[Figure] = (), stop: int = 0
    ) -> None:
        """One level for each figure of the clause; `earlier`: the levels they came from, `stop`: where a noun behind ends."""
        kind, year = self.frame.read()
        start = self._clause_start(clause)
        group = []
        for number, (figure, name) in enumerate(zip(clause.run, names, strict=True)):
            if not _is_name(name):
                continue
            quantity = bounded(figure.quantity, clause.said.bound)
            previous = earlier[number].quantity if number < len(earlier) else None
            end = max(figure.stop, stop if figure is clause.run[-1] else 0)
            passed = clause.said.passed or _passes(quantity) or self.text.endswith(thresholds(), 0, figure.stop)
            begin = start if end - start <= LONGEST else figure.start
            group.append(Draft(name, verb.strip(), quantity, None, previous, kind, year, begin, end, threshold=passed))
        self._add(group)

    def moved(self, clause: Clause, names: Sequence[str], direction: Direction) -> None:
        """Changes without a level, one for each figure of the clause."""
        kind, year = self.frame.read()
        start = self._clause_start(clause)
        group = []
        for name, figure in zip(names, clause.run, strict=True):
            if _is_name(name):
                change = self._change(figure, direction, clause.said)
                begin = start if figure.stop - start <= LONGEST else figure.start
                group.append(Draft(name, "", None, change, None, kind, year, begin, figure.stop))
        self._add(group)

    def attach(self, group: Sequence[Draft], clause: Clause, direction: Direction) -> None:
        """Gives drafts the changes that the clause tells of them."""
        for draft, figure in zip(group, clause.run, strict=False):
            draft.change = self._change(figure, direction, clause.said)
            draft.stop = figure.stop

    def _add(self, group: list[Draft]) -> None:
        self.drafts += group
        self.now.add(group)

    def _change(self, figure: Figure, direction: Direction, said: Tail) -> Change:
        """The change that the field parser read, or one made of the figure where it shares its growth word."""
        quantity = bounded(figure.quantity, said.bound)
        if known := self.changes.get(figure.start):
            begin, end, basis = known.start, known.stop, known.basis
        else:
            begin, end, basis = figure.start, figure.stop, None
            if said.words and self.text.endswith(said.words, 0, begin):
                begin -= len(said.words)
        return Change(direction, quantity, basis, self.source[begin:end], self.place(begin, end))

    def _clause_start(self, clause: Clause) -> int:
        """Where a clause begins that leads to a figure, without the marks that join it to what was said before."""
        start, first = clause.at, clause.first.start
        while start < first and self.text[start] in _JOINTS:
            start += 1
        return min(start, first)
