"""Figures that say how something has moved: 增长5.4%, 提高1.6个百分点."""

from __future__ import annotations

from functools import cache

from chronicle_parse.fields.indicators.clauses import Clause
from chronicle_parse.fields.indicators.drafts import Draft
from chronicle_parse.fields.indicators.making import Maker
from chronicle_parse.fields.indicators.members import shared_names
from chronicle_parse.fields.indicators.names import tidy
from chronicle_parse.fields.indicators.nouns import is_aspect, joined_name
from chronicle_parse.lexicon import words


@cache
def _totals() -> frozenset[str]:
    """Nouns that mean the noun before as a whole: 财政收入12亿元,总量增长8%."""
    return frozenset(words("indicator_words", role="total"))


def read_growth(clause: Clause, maker: Maker) -> None:
    """Reads a clause of growth: of the levels before it, or of a noun without a level."""
    now, run = maker.now, clause.run
    direction = clause.said.direction or "up"
    noun = tidy(clause.taken.noun)
    joined = joined_name(clause.taken.noun, now.noun) if noun else None
    if not noun or noun in _totals():
        group = now.alike(run) or now.last(len(run))
        if group and all(each.change is None and each.quantity is not None for each in group):
            maker.attach(group, clause, direction)
            return
        if group and not clause.said.shared and not clause.hopes and all(each.change is not None for each in group):
            if clause.unit == "%" and all(each.quantity is not None and _by_amount(each) for each in group):
                maker.attach(group, clause, direction)
            return
        noun = now.carried(clause.lead)
        if not noun:
            return
    elif joined is not None:
        noun = joined
    elif now.counted == clause.start and not clause.before.ends and is_aspect(noun):
        noun = now.noun + noun  # why: 12家重点企业产值增长12%
    names = shared_names(noun, run, clause.said)
    maker.moved(clause, names, direction)
    if joined is None:
        now.noun = noun if len(set(names)) == 1 else names[-1]


def _by_amount(draft: Draft) -> bool:
    """Whether a change is given as an amount: 增加4.2亿元,增长12.5% is better told by its rate."""
    return draft.change is not None and draft.change.quantity.unit not in ("%", "个百分点")
