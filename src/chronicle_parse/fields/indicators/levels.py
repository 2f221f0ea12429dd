"""Figures that say how much there is: values, totals, counts before their noun, figures whose noun was said before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attrs import frozen

from chronicle_parse.fields.indicators.behind import noun_behind, total_of
from chronicle_parse.fields.indicators.clauses import Clause, Neighbours
from chronicle_parse.fields.indicators.figures import Figure, bounded
from chronicle_parse.fields.indicators.making import Maker
from chronicle_parse.fields.indicators.members import shared_names
from chronicle_parse.fields.indicators.names import tidy
from chronicle_parse.fields.indicators.nouns import is_aspect, is_rate, is_sum, joined_name, joins, only_announces
from chronicle_parse.fields.indicators.tails import Role, without_pace
from chronicle_parse.lexicon import words

_MANY = 20
"""So many of what else only announces are counted: 23项重点工程竣工."""


@cache
def _of_the_noun_before() -> frozenset[str]:
    """Verbs whose figure is of the noun before although it counts something else: 惠及3.2万人."""
    return frozenset(words("indicator_words", role="object of the noun before"))


@frozen
class Levels:
    """Reads the clauses of a text that say how much there is."""

    maker: Maker
    around: Neighbours

    def read(self, clause: Clause) -> int:
        """Reads a clause; says where what belongs to it ends."""
        now = self.maker.now
        earlier, now.earlier = now.earlier, []
        if earlier and now.origin is not None and clause.said.role is Role.LEVEL and not clause.taken.noun:
            start, taken = now.origin
            clause = clause._replace(start=start, taken=taken)
        else:
            earlier = []
        if total := total_of(clause.run, clause.taken, self.around, now):
            self.maker.values(clause, [total], "")
            return clause.stop
        if self._is_share_of(clause):
            return clause.stop
        behind = noun_behind(clause.run[-1], clause.taken, clause.said, self.around, now)
        if behind is not None:
            return self._counted(clause, *behind)
        if not self._describes(clause):
            self._named(clause, earlier)
        return clause.stop

    def _is_share_of(self, clause: Clause) -> bool:
        """A share of another amount without 占: 恢复到上年的82%."""
        noun = clause.taken.noun
        return clause.unit == "%" and clause.said.role is Role.BARE and noun.endswith("的") and "占" not in noun

    def _describes(self, clause: Clause) -> bool:
        """Whether a measure only describes what stands behind it: 面积30亩的公园; or examples only lead to it: A、B等7个…."""
        if clause.taken.noun.endswith("等"):
            return True
        bare = clause.taken.noun and clause.said.role is Role.BARE and clause.first.measured
        return bool(bare) and self.around.text.startswith("的", clause.stop)

    def _named(self, clause: Clause, earlier: Sequence[Figure]) -> None:
        """A level whose name stands in front of it, or was said before."""
        maker, now, run, taken = self.maker, self.maker.now, clause.run, clause.taken
        # why: 肉牛存栏41.2万头、出栏18.7万头: the verb says by what the animals are counted
        aspect = taken.verb if clause.before.listed and is_aspect(taken.verb) else ""
        noun = tidy(taken.noun) or aspect
        if not noun and taken.subject:
            now.noun = tidy(taken.subject)
            maker.values(clause, [now.noun] * len(run), taken.verb)
            return
        if not noun:
            self._elided(clause, earlier)
            return
        before = now.measured() if clause.unit == "%" else now.noun
        joined = joined_name(taken.noun or aspect, before, share=clause.unit == "%", listed=clause.before.listed)
        if joined is not None:
            self._joined(clause, joined, earlier)
            return
        if taken.subject and not clause.before.listed and joins(taken.subject, taken.verb):
            noun = tidy(taken.subject) + noun
        elif now.counted == clause.start and not clause.before.ends and (is_aspect(noun) or is_sum(noun)):
            noun = now.noun + noun  # why: 13个重点园区累计建成面积48平方公里
        if earlier and (paced := without_pace(noun)):
            maker.moved(clause, [paced] * len(run), "up")
            now.noun = paced
            return
        names = shared_names(noun, run, clause.said)
        maker.values(clause, names, taken.verb or self._carried_verb(clause), earlier=earlier)
        if not (now.noun and is_aspect(noun)):  # why: 修建活动室5个,面积1200平方米,总投资86万元
            now.noun = noun if len(set(names)) == 1 else names[-1]

    def _carried_verb(self, clause: Clause) -> str:
        """The verb of the member before in a list, or of what 其中 is a part of."""
        drafts = self.maker.now.drafts
        if (clause.before.listed or clause.taken.part) and drafts and drafts[-1].quantity is not None:
            return drafts[-1].verb
        return ""

    def _counted(self, clause: Clause, noun: str, stop: int) -> int:
        """A noun behind its count; without one the verb is the name."""
        said, verb = clause.said, clause.taken.verb
        if not noun and not verb:
            return clause.stop
        if noun and not clause.first.measured and clause.unit != "%" and is_rate(noun):
            return clause.stop  # why: 9个国考断面水质优良比例100%: the count says of how many the rate is
        if noun and only_announces(noun) and (verb or clause.first.quantity.value < _MANY):
            return stop
        level = said.words.strip().removeprefix("为") if said.role is Role.LEVEL else ""
        name = noun or verb
        verb = verb or level or ("" if clause.taken.noun.endswith("等") else self._carried_verb(clause))
        self.maker.values(clause, [name] * len(clause.run), verb, stop=stop)
        self.maker.now.noun, self.maker.now.counted = name, stop
        return stop

    def _joined(self, clause: Clause, name: str, earlier: Sequence[Figure]) -> None:
        """A total or share of the noun before."""
        now, run = self.maker.now, clause.run
        last = now.drafts[-1] if now.drafts else None
        moved = last is not None and last.quantity is None and last.change is not None
        if last is not None and moved and name.endswith("总量") and len(run) == 1:
            last.quantity, last.stop = bounded(clause.first.quantity, clause.said.bound), clause.stop
            return
        self.maker.values(clause, shared_names(name, run, clause.said), "", earlier=earlier)
        now.noun = now.noun or name

    def _elided(self, clause: Clause, earlier: Sequence[Figure]) -> None:
        """A figure without a noun: a difference, a second value, a threshold reached, or what a change has led to."""
        if self._of_the_draft_before(clause, earlier):
            return
        now, run, verb = self.maker.now, clause.run, clause.taken.verb
        noun = now.carried(clause.lead)
        # why: 新建学校5所,转移就业3200人: only a count of the same kind, or of whom it reached, is of the noun before
        alike = any(draft.quantity is not None and draft.quantity.unit == clause.unit for draft in now.drafts)
        if verb and (not noun or (now.drafts and not alike and verb not in _of_the_noun_before())):
            self.maker.values(clause._replace(taken=clause.taken._replace(start=0)), [verb] * len(run), verb)
        elif noun:
            names = shared_names(noun, run, clause.said)
            self.maker.values(clause._replace(taken=clause.taken._replace(start=0)), names, verb, earlier=earlier)

    def _of_the_draft_before(self, clause: Clause, earlier: Sequence[Figure]) -> bool:
        """Whether the figure completes what was said last: its difference, its better hope, the level it has reached."""
        now, run, verb = self.maker.now, clause.run, clause.taken.verb
        if not now.drafts:
            return False
        last, group = now.drafts[-1], now.last(len(run))
        same = last.quantity is not None and last.quantity.unit == clause.unit
        if same and verb in ("净增", "增加", "减少") and not last.verb and last.change is None and len(run) == 1:
            self.maker.attach([last], clause, "down" if verb == "减少" else "up")
            return True
        if verb:
            return False
        moved = last.change if last.quantity is None else None
        if moved is not None and clause.hopes and moved.quantity.unit == clause.unit:
            # 增长6%、力争6.5%: the better figure is a change as the first one
            names = [draft.name for draft in group] or [last.name] * len(run)
            self.maker.moved(clause._replace(taken=clause.taken._replace(start=0)), names, moved.direction)
            return True
        if clause.said.role is not Role.LEVEL or not group or earlier:
            return False
        if all(each.quantity is None and each.change is not None for each in group):
            for each, figure in zip(group, run, strict=False):
                each.quantity, each.stop = bounded(figure.quantity, clause.said.bound), figure.stop
            return True
        if last.threshold and same and len(run) == 1:
            last.quantity, last.stop, last.threshold = (
                bounded(clause.first.quantity, clause.said.bound),
                clause.stop,
                False,
            )
            return True
        return False
