"""Walks over the figures of a text, list by list, and says what each is: a level, a growth, or nothing that is measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from chronicle_parse.fields import changes, quantities, ranks
from chronicle_parse.fields.indicators.behind import is_verb_of_count
from chronicle_parse.fields.indicators.clauses import Clause, Gap, Neighbours, gap, masked
from chronicle_parse.fields.indicators.counted import cut_by_predicate
from chronicle_parse.fields.indicators.drafts import Draft, Sentence
from chronicle_parse.fields.indicators.figures import Figure, figures, with_bare
from chronicle_parse.fields.indicators.frames import Frame, cues
from chronicle_parse.fields.indicators.growth import read_growth
from chronicle_parse.fields.indicators.levels import Levels
from chronicle_parse.fields.indicators.making import Maker
from chronicle_parse.fields.indicators.names import HIDDEN, Phrase, ends_in_term, grown, leads_off, phrase, tidy
from chronicle_parse.fields.indicators.nouns import counts_heads, is_timed
from chronicle_parse.fields.indicators.ranking import Ranking
from chronicle_parse.fields.indicators.tails import Role, Tail, tail
from chronicle_parse.fields.quantities import QuantityToken
from chronicle_parse.model import Indicator, Span, SpanMaker
from chronicle_parse.model.values import IndicatorKind


class Piece(NamedTuple):
    """A piece of clean text that is read by itself.

    Attributes:
        text: its characters.
        place: makes original spans of its offsets.
        kind, year: what its section says; the year is that of the report where the kind is None.
    """

    text: str
    place: SpanMaker
    kind: IndicatorKind | None
    year: int | None


class Reader:
    """Reads one piece of clean text, whose quantities are known."""

    def __init__(self, piece: Piece, tokens: list[QuantityToken]) -> None:
        text, place = piece.text, piece.place
        amounts = with_bare(text, tokens)
        found = figures(text, amounts, place)
        self.text = masked(text, found)
        found = [figure for figure in found if self.text[figure.start] != HIDDEN]
        self.around = Neighbours(self.text, found, [figure.start for figure in found])
        self.frame = Frame(piece.kind, piece.year)
        self.ranking = Ranking(self.text, ranks.scan(text, Span))
        self.cues = cues(text) if found or self.ranking.ranks else []
        moved = {change.amount.start: change for change in changes.tokens(text, amounts) if change.amount is not None}
        self.maker = Maker(self.text, text, place, self.frame, moved)
        self.levels = Levels(self.maker, self.around)
        self._cue = 0

    def read(self) -> list[Draft]:
        """All drafts, in order."""
        previous = 0
        for run in self.around.runs():
            first = run[0]
            self._frame_up_to(first.start)
            previous = self.ranking.up_to(first.start, previous, self.maker.drafts, self.frame)
            before = gap(self.text, previous, first.start)
            if before.ends and not self._goes_on(previous, before, first):
                self.maker.now = Sentence()
            stop = run[-1].stop
            if first.level:
                self._passing_level(before, first)
            elif not first.void:
                stop = max(stop, self._take(run, before))
            previous = stop
        self._frame_up_to(len(self.text))
        self.ranking.up_to(len(self.text), previous, self.maker.drafts, self.frame)
        return self.maker.drafts

    def _goes_on(self, previous: int, before: Gap, figure: Figure) -> bool:
        """Whether a line of its own only says how the figure of the line above has moved: 增长6.8%."""
        if self.text[previous : before.start].strip():
            return False
        said = tail(self.text[before.start : figure.start])
        return said.role is Role.CHANGE and said.start == 0

    def _frame_up_to(self, until: int) -> None:
        while self._cue < len(self.cues) and self.cues[self._cue].at < until:
            self.frame.take(self.cues[self._cue], self.text)
            self._cue += 1

    # --- what a list of figures is

    def _passing_level(self, before: Gap, figure: Figure) -> None:
        """突破百亿元大关: no value, but what follows is of the noun before it."""
        segment = self.text[before.start : figure.start]
        if noun := tidy(phrase(segment[: tail(segment).start]).noun):
            self.maker.now.noun = noun

    def _take(self, run: list[Figure], before: Gap) -> int:
        """Reads a list of figures; says where what belongs to it ends."""
        first, last = run[0], run[-1]
        start = before.start
        segment = self.text[start : first.start]
        if counts_heads(segment):
            return last.stop
        if not segment.strip() and (labelled := tail(before.label)).role is Role.CHANGE:
            segment, said = before.label, labelled  # why: 生产总值增长:5.5%左右
        else:
            said = self._netted(segment, first) or self._said(segment, run)
        start, written = self._own_clause(start, segment[: said.start], said)
        taken = grown(written) if said.role is Role.CHANGE else phrase(written)
        if taken.noun in ("在", "从"):
            return last.stop  # why: 在16个合作社中,成功申报… only says where
        if first.timed and not self._measures_time(first, said, taken):
            return last.stop
        if first.quantity.unit == ("位" if said.role is Role.CHANGE else "倍"):
            # why: 是2015年的2.3倍 is no level of its own, 排名上升3位 no growth
            return last.stop
        if said.role is Role.FROM:
            self.maker.now.earlier, self.maker.now.origin = run, (start, taken)
            return last.stop
        lead = self.text[before.lead : before.start] or before.label
        clause = Clause(run, start, before, lead, said, taken)
        if said.role is not Role.CHANGE:
            return self.levels.read(clause)
        read_growth(clause, self.maker)
        return last.stop

    def _turned(self, segment: str, figure: Figure, said: Tail) -> Tail:
        """A tail whose growth word stands behind the figure: 以年均8%的速度递增, 保持8%以上的增长."""
        known = self.maker.changes.get(figure.start)
        if known is None or known.stop <= figure.stop or said.role is Role.CHANGE:
            return said
        written = segment[: said.start].rstrip("以按保持")
        return Tail(len(written), segment[len(written) :], Role.CHANGE, known.direction, said.bound)

    def _said(self, segment: str, run: list[Figure]) -> Tail:
        """The tail of a segment, none where its word of growth is part of a set term or the verb of a count."""
        said = self._turned(segment, run[0], tail(segment))
        if said.role is Role.CHANGE and (
            ends_in_term(segment, said.start) or is_verb_of_count(segment, run[-1], self.around, self.maker.now)
        ):
            return Tail(len(segment), "", Role.BARE)
        return said

    def _netted(self, segment: str, figure: Figure) -> Tail | None:
        """净增 in front of a sum: a growth, while a count of things is theirs (净增企业12家)."""
        written = segment.rstrip()
        if not figure.measured or not written.endswith("净增"):
            return None
        before = tail(written.removesuffix("净增"))
        return Tail(before.start, segment[before.start :], Role.CHANGE, "up", before.bound)

    def _own_clause(self, start: int, written: str, said: Tail) -> tuple[int, str]:
        """The last member of a list joined by 、 where those before are clauses of their own (9.6万人脱贫、152个村…)."""
        if written.endswith("、"):
            return start + len(written), ""
        if said.shared or "、" not in written[:-1]:
            return start, written
        head, _, last = written.rpartition("、")
        stated = phrase(head).noun
        apart = leads_off(last)[0] or (stated and (phrase(last).verb or cut_by_predicate(stated)))
        if last and head and apart:
            return start + len(head) + 1, last
        return start, written

    def _measures_time(self, figure: Figure, said: Tail, taken: Phrase) -> bool:
        """Whether a length of time or an age is itself what is measured."""
        noun = tidy(taken.noun)
        if not noun and self.maker.now.drafts and said.role is Role.CHANGE:
            level = self.maker.now.drafts[-1].quantity
            return level is not None and level.unit == figure.quantity.unit
        if is_timed(noun, figure.quantity.unit) or said.role is Role.FROM:
            return True
        return said.moved and bool(self.maker.now.earlier)


def read(pieces: Sequence[Piece]) -> Iterator[Indicator]:
    """The indicators of pieces of clean text.

    why: each step is done for all pieces before the next begins, so that its patterns stay in the cache of the processor:
    reading a report of many short sections takes an eighth less time than section by section.
    """
    tokens = [list(quantities.tokens(piece.text)) for piece in pieces]
    readers = [Reader(piece, known) for piece, known in zip(pieces, tokens, strict=True)]
    for piece, drafts in zip(pieces, [reader.read() for reader in readers], strict=True):
        drafts.sort(key=lambda draft: (draft.start, draft.stop))
        for draft in drafts:
            yield draft.finished(piece.text, piece.place)
