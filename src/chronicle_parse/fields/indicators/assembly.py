"""Puts figures and phrases together to indicators: a small grammar over the figures of a sentence."""

from __future__ import annotations

from chronicle_parse.fields import changes, quantities, ranks
from chronicle_parse.fields.indicators.behind import is_verb_of_count, noun_behind, total_of
from chronicle_parse.fields.indicators.clauses import Gap, Neighbours, gap, masked
from chronicle_parse.fields.indicators.counted import cut_by_predicate
from chronicle_parse.fields.indicators.drafts import Draft, Sentence
from chronicle_parse.fields.indicators.figures import Figure, bounded, figures, with_bare
from chronicle_parse.fields.indicators.frames import Frame, cues
from chronicle_parse.fields.indicators.members import members
from chronicle_parse.fields.indicators.names import HIDDEN, Phrase, ends_in_term, phrase, tidy
from chronicle_parse.fields.indicators.nouns import (
    counts_heads,
    explains,
    is_timed,
    joined_name,
    joins,
    only_announces,
)
from chronicle_parse.fields.indicators.ranking import Ranking
from chronicle_parse.fields.indicators.tails import Role, Tail, tail, without_pace
from chronicle_parse.model import Change, Indicator, Span, SpanMaker
from chronicle_parse.model.values import Direction, IndicatorKind

_JOINTS = "、,，和与及 "

_MANY = 20
"""So many of what else only announces are counted: 23项重点工程竣工."""

_TOO_LONG = 32
"""From how many characters on a name is no name: the page has lost its punctuation."""


class Reader:
    """Reads one piece of clean text."""

    def __init__(self, text: str, place: SpanMaker, kind: IndicatorKind | None, year: int | None) -> None:
        amounts = with_bare(text, list(quantities.tokens(text)))
        found = figures(text, amounts, place)
        self.place = place
        self.source = text
        self.text = masked(text, found)
        found = [figure for figure in found if self.text[figure.start] != HIDDEN]
        self.around = Neighbours(self.text, found, [figure.start for figure in found])
        self.frame = Frame(kind, year)
        self.ranking = Ranking(self.text, ranks.scan(text, Span))
        self.cues = cues(text) if found or self.ranking.ranks else []
        self.changes = {
            change.amount.start: change for change in changes.tokens(text, amounts) if change.amount is not None
        }
        self.drafts: list[Draft] = []
        self.now = Sentence()
        self._cue = 0

    def read(self) -> list[Draft]:
        """All drafts, in order."""
        previous = 0
        for run in self.around.runs():
            first = run[0]
            self._frame_up_to(first.start)
            previous = self.ranking.up_to(first.start, previous, self.drafts, self.frame)
            before = gap(self.text, previous, first.start)
            if before.ends and not self._goes_on(previous, before, first):
                self.now = Sentence()
            stop = run[-1].stop
            if first.level:
                self._passing_level(before, first)
            elif not first.void:
                stop = max(stop, self._take(run, before))
            previous = stop
        self._frame_up_to(len(self.text))
        self.ranking.up_to(len(self.text), previous, self.drafts, self.frame)
        return self.drafts

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
            self.now.noun = noun

    def _take(self, run: list[Figure], before: Gap) -> int:
        """Reads a list of figures; says where what belongs to it ends."""
        first, last = run[0], run[-1]
        start = before.start
        segment = self.text[start : first.start]
        if counts_heads(segment):
            return last.stop
        said = self._turned(segment, first, tail(segment))
        if said.role is Role.CHANGE and (
            ends_in_term(segment, said.start) or is_verb_of_count(segment, last, self.around, self.now)
        ):
            said = Tail(len(segment), "", Role.BARE)
        start, written = self._own_clause(start, segment[: said.start], said)
        taken = phrase(written, grows=said.role is Role.CHANGE)
        if first.timed and not self._measures_time(first, said, taken):
            return last.stop
        if first.quantity.unit == ("位" if said.role is Role.CHANGE else "倍"):
            # why: 是2015年的2.3倍 is no level of its own, 排名上升3位 no growth
            return last.stop
        if said.role is Role.FROM:
            self.now.earlier, self.now.origin = run, (start, taken)
            return last.stop
        lead = self.text[before.lead : before.start] or before.label
        if said.role is Role.CHANGE:
            return self._change(start, run, said, taken, lead)
        return self._value(start, run, said, taken, lead, before)

    def _turned(self, segment: str, figure: Figure, said: Tail) -> Tail:
        """A tail whose growth word stands behind the figure: 以年均8%的速度递增, 保持8%以上的增长."""
        known = self.changes.get(figure.start)
        if known is None or known.stop <= figure.stop or said.role is Role.CHANGE:
            return said
        written = segment[: said.start].rstrip("以按保持")
        return Tail(len(written), segment[len(written) :], Role.CHANGE, known.direction, said.bound)

    def _own_clause(self, start: int, written: str, said: Tail) -> tuple[int, str]:
        """The last member of a list joined by 、 where those before are clauses of their own (9.6万人脱贫、152个村…)."""
        if written.endswith("、"):
            return start + len(written), ""
        if said.shared or "、" not in written[:-1]:
            return start, written
        head, _, last = written.rpartition("、")
        if last and head and phrase(head).noun and (phrase(last).verb or cut_by_predicate(phrase(head).noun)):
            return start + len(head) + 1, last
        return start, written

    def _measures_time(self, figure: Figure, said: Tail, taken: Phrase) -> bool:
        """Whether a length of time or an age is itself what is measured."""
        noun = tidy(taken.noun)
        if not noun and self.now.drafts and said.role is Role.CHANGE:
            level = self.now.drafts[-1].quantity
            return level is not None and level.unit == figure.quantity.unit
        if is_timed(noun, figure.quantity.unit) or said.role is Role.FROM:
            return True
        return said.moved and bool(self.now.earlier)

    # --- values

    def _value(self, start: int, run: list[Figure], said: Tail, taken: Phrase, lead: str, before: Gap) -> int:
        now = self.now
        first, stop = run[0], run[-1].stop
        earlier, now.earlier = now.earlier, []
        if earlier and now.origin is not None and said.role is Role.LEVEL and not taken.noun:
            start, taken = now.origin
        else:
            earlier = []
        if total := total_of(run, tidy(taken.noun) or taken.verb, self.around, now):
            self._values(run, [total], "", said, start + taken.start)
            return stop
        if (
            first.quantity.unit == "%"
            and said.role is Role.BARE
            and taken.noun.endswith("的")
            and "占" not in taken.noun
        ):
            return stop
        if (right := noun_behind(run[-1], taken, said, self.around, now)) is not None:
            return self._counted(start, run, said, taken, right, before)
        if taken.noun and said.role is Role.BARE and first.measured and self.text.startswith("的", stop):
            return stop
        noun = tidy(taken.noun)
        if not noun and taken.subject:
            noun = tidy(taken.subject)
            self._values(run, [noun] * len(run), taken.verb, said, start + taken.start)
            now.noun = noun
            return stop
        if not noun:
            self._elided(start, run, said, taken.verb, lead, earlier)
            return stop
        if (
            joined := joined_name(taken.noun, now.noun, share=first.quantity.unit == "%", listed=before.listed)
        ) is not None:
            self._joined(start, run, joined, said, taken, earlier)
            return stop
        if taken.subject and not before.listed and joins(taken.subject, taken.verb):
            noun = tidy(taken.subject) + noun
        if earlier and (paced := without_pace(noun)):
            self._moved(start + taken.start, run, [paced] * len(run), "up", said)
            now.noun = paced
            return stop
        names = self._shared(noun, run, said)
        self._values(run, names, taken.verb or self._carried_verb(before, taken), said, start + taken.start, earlier)
        now.noun = noun if len(set(names)) == 1 else names[-1]
        return stop

    def _carried_verb(self, before: Gap, taken: Phrase) -> str:
        """The verb of the member before in a list, or of what 其中 is a part of."""
        if (before.listed or taken.part) and self.now.drafts and self.now.drafts[-1].quantity is not None:
            return self.now.drafts[-1].verb
        return ""

    def _counted(
        self, start: int, run: list[Figure], said: Tail, taken: Phrase, right: tuple[str, int], before: Gap
    ) -> int:
        """A noun behind its count; without one the verb is the name."""
        noun, stop = right
        verb = taken.verb or (said.words.strip().removeprefix("为") if said.role is Role.LEVEL else "")
        if not noun:
            if not taken.verb:
                return run[-1].stop
            noun = taken.verb
        elif only_announces(noun) and (taken.verb or run[0].quantity.value < _MANY):
            return stop
        verb = verb or self._carried_verb(before, taken)
        self._values(run, [noun] * len(run), verb, said, start + taken.start, stop=stop)
        self.now.noun = noun
        return stop

    def _joined(
        self, start: int, run: list[Figure], name: str, said: Tail, taken: Phrase, earlier: list[Figure]
    ) -> None:
        last = self.now.drafts[-1] if self.now.drafts else None
        if (
            name.endswith("总量")
            and last is not None
            and last.quantity is None
            and last.change is not None
            and len(run) == 1
        ):
            last.quantity, last.stop = bounded(run[0].quantity, said.bound), run[0].stop
            return
        self._values(run, self._shared(name, run, said), "", said, start + taken.start, earlier)
        self.now.noun = self.now.noun or name

    def _shared(self, noun: str, run: list[Figure], said: Tail) -> list[str]:
        """The names of a list of figures: one each where the noun is a list as long, else the same for all."""
        alike = len(run) > 1 and (said.shared or run[0].quantity.unit == run[1].quantity.unit)
        whole, share, of = noun.partition("占")
        if alike and share and not of.startswith("比") and (parts := members(whole, len(run))):
            return [tidy(part) + share + of for part in parts]
        if alike and (parts := members(noun, len(run))):
            return [tidy(phrase(part, grows=True).noun) or part for part in parts]
        return [noun] * len(run)

    def _carried(self, lead: str) -> str:
        """The noun of the clause before, of this sentence."""
        if self.now.noun:
            return self.now.noun
        for clause in reversed([part for part in lead.replace("，", ",").split(",") if part]):
            if explains(clause):
                continue
            found = tidy(phrase(clause, grows=True).noun)
            if found and len(found) <= 24:
                return found
        return ""

    def _elided(self, start: int, run: list[Figure], said: Tail, verb: str, lead: str, earlier: list[Figure]) -> None:
        """A figure without a noun: a difference, a second value, a threshold reached, or what a change has led to."""
        last = self.now.drafts[-1] if self.now.drafts else None
        level = last.quantity if last is not None else None
        unit = run[0].quantity.unit
        same = level is not None and level.unit == unit
        if (
            last is not None
            and same
            and verb in ("净增", "增加", "减少")
            and not last.verb
            and last.change is None
            and len(run) == 1
        ):
            self._attach([last], run, "down" if verb == "减少" else "up", said)
            return
        group = self.now.last(len(run))
        moved = last.change if last is not None and last.quantity is None else None
        if last is not None and moved is not None and not verb and _hopes(said) and _same_unit(moved, run):
            # 增长6%、力争6.5%: the better figure is a change as the first one
            self._moved(start, run, [draft.name for draft in group] or [last.name] * len(run), moved.direction, said)
            return
        if not verb and said.role is Role.LEVEL and group and not earlier:
            if all(each.quantity is None and each.change is not None for each in group):
                for each, figure in zip(group, run, strict=False):
                    each.quantity, each.stop = bounded(figure.quantity, said.bound), figure.stop
                return
            if last is not None and last.threshold and same and len(run) == 1:
                last.quantity, last.stop, last.threshold = bounded(run[0].quantity, said.bound), run[0].stop, False
                return
        noun = self._carried(lead)
        # why: 新建学校5所,转移就业3200人: only a count of the same kind, or of whom it reached, is of the noun before
        alike = any(draft.quantity is not None and draft.quantity.unit == unit for draft in self.now.drafts)
        if verb and (not noun or (self.now.drafts and not alike and verb not in ("惠及", "受益", "覆盖", "完成投资"))):
            self._values(run, [verb] * len(run), verb, said, start)
            return
        if noun:
            self._values(run, self._shared(noun, run, said), verb, said, start, earlier)

    def _values(
        self,
        run: list[Figure],
        names: list[str],
        verb: str,
        said: Tail,
        start: int,
        earlier: list[Figure] | None = None,
        stop: int = 0,
    ) -> None:
        kind, year = self.frame.read()
        start = self._clause_start(start, run[0])
        group = []
        for number, (figure, name) in enumerate(zip(run, names, strict=True)):
            if len(name) > _TOO_LONG:
                continue
            quantity = bounded(figure.quantity, said.bound)
            previous = earlier[number].quantity if earlier and number < len(earlier) else None
            end = max(figure.stop, stop if figure is run[-1] else 0)
            threshold = any(
                word in said.words + quantity.written for word in ("突破", "超", "跨", "迈", "站上", "冲破")
            )
            group.append(
                Draft(
                    name,
                    verb.strip(),
                    quantity,
                    None,
                    previous,
                    kind,
                    year,
                    start,
                    end,
                    threshold=threshold,
                )
            )
        self._add(group)

    def _add(self, group: list[Draft]) -> None:
        self.drafts += group
        self.now.add(group)

    # --- changes

    def _change(self, start: int, run: list[Figure], said: Tail, taken: Phrase, lead: str) -> int:
        now = self.now
        direction = said.direction or "up"
        noun = tidy(taken.noun)
        stop = run[-1].stop
        joined = joined_name(taken.noun, now.noun) if noun else None
        if not noun or noun in ("总量", "总额", "规模"):
            group = now.alike(run) or now.last(len(run))
            if group and all(each.change is None and each.quantity is not None for each in group):
                self._attach(group, run, direction, said)
                return stop
            if group and not said.shared and not _hopes(said) and all(each.change is not None for each in group):
                if run[0].quantity.unit == "%" and all(
                    each.quantity is not None and _by_amount(each) for each in group
                ):
                    self._attach(group, run, direction, said)
                return stop
            noun = self._carried(lead)
            if not noun:
                return stop
        elif joined is not None:
            noun = joined
        names = self._shared(noun, run, said)
        self._moved(start + taken.start, run, names, direction, said)
        if joined is None:
            now.noun = noun if len(set(names)) == 1 else names[-1]
        return stop

    def _moved(self, start: int, run: list[Figure], names: list[str], direction: Direction, said: Tail) -> None:
        """Changes without a level."""
        kind, year = self.frame.read()
        start = self._clause_start(start, run[0])
        group = []
        for name, figure in zip(names, run, strict=True):
            if len(name) <= _TOO_LONG:
                change = self._made(figure, direction, said)
                group.append(Draft(name, "", None, change, None, kind, year, start, figure.stop))
        self._add(group)

    def _attach(self, group: list[Draft], run: list[Figure], direction: Direction, said: Tail) -> None:
        for draft, figure in zip(group, run, strict=False):
            draft.change = self._made(figure, direction, said)
            draft.stop = figure.stop

    def _made(self, figure: Figure, direction: Direction, said: Tail) -> Change:
        """The change that the field parser read, or one made of the figure where it shares its growth word."""
        quantity = bounded(figure.quantity, said.bound)
        if known := self.changes.get(figure.start):
            begin, end, basis = known.start, known.stop, known.basis
        else:
            begin, end, basis = figure.start, figure.stop, None
            if said.words and self.text.endswith(said.words, 0, begin):
                begin -= len(said.words)
        return Change(direction, quantity, basis, self.source[begin:end], self.place(begin, end))

    def _clause_start(self, start: int, figure: Figure) -> int:
        """Where a clause begins that leads to a figure, without the marks that join it to what was said before."""
        while start < figure.start and self.text[start] in _JOINTS:
            start += 1
        return min(start, figure.start)


def _by_amount(draft: Draft) -> bool:
    """Whether a change is given as an amount: 增加4.2亿元,增长12.5% is better told by its rate."""
    return draft.change is not None and draft.change.quantity.unit not in ("%", "个百分点")


def _hopes(said: Tail) -> bool:
    """Whether a figure is what may come out better than the one before: 力争6.5%."""
    return any(word in said.words for word in ("力争", "争取", "确保", "努力"))


def _same_unit(change: Change, run: list[Figure]) -> bool:
    return change.quantity.unit == run[0].quantity.unit


def read(text: str, place: SpanMaker, *, kind: IndicatorKind | None, year: int | None) -> list[Indicator]:
    """The indicators of a piece of clean text; `place` makes original spans of its offsets."""
    drafts = Reader(text, place, kind, year).read()
    drafts.sort(key=lambda draft: (draft.start, draft.stop))
    return [draft.finished(text, place) for draft in drafts]
