"""Counted nouns: what stands behind its count, 60项高频事项实现跨市通办, up to the predicate."""

from __future__ import annotations

from functools import cache
from re import Pattern

from chronicle_parse.fields.indicators.names import tidy
from chronicle_parse.fields.indicators.verbs import short_verbs, strong_verb, take_verb
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose


@cache
def _predicate() -> Pattern[str]:
    """Where the predicate begins; a word of it may as well begin a noun (上市公司, 安置房), or be quoted."""
    word = any_of(words("indicator_predicates"))
    compound = any_of(words("indicator_words", role="compound"))
    return verbose(
        rf"""{word}(?:{word})?+(?!{compound})
            | 累计 | (?<=.)(?:(?<![人户地亩平月年])均|都|已|被|获|为|达(?!标)|(?<![交流沟普卡联直畅贯打融互精])通(?!信|道|用|航|村)|入选)(?=.)
            | (?<=[村户镇乡校]){short_verbs()}
            | (?P<quote>“[^“”]{{1,20}}”$) | (?<=[生员工人才者])留(?!学|守) | 的(?=要求|目标|任务) | [和及与](?=[百千数几]\p{{Han}})"""
    )


@cache
def _acts() -> Pattern[str]:
    """Nouns of action that close the object of a verb: 道路品质提升, 项目规划验收."""
    return verbose(any_of(words("indicator_predicates", closing="yes")) + "(?=$|、)")


@cache
def _right() -> Pattern[str]:
    """What may be the noun behind its count: up to the border of the clause."""
    return verbose(r"(?:[^,，。；;:：!！?？\n、]+)(?:、(?!\d)[^,，。；;:：!！?？\n、]+)*")


def noun_after(text: str, *, granted: bool = False, done: bool = False, open_end: bool = False) -> str:
    """The noun behind its count, up to the predicate.

    Args:
        text: from the figure to the next border or figure.
        granted: 实现 stood in front: what was made true may follow in quotation marks.
        done: a verb stood in front, so that a noun of action may close its object.
        open_end: the next figure follows, and the last member of a list is its noun.

    >>> noun_after("高频事项实现跨市通办"), noun_after("道路品质提升", done=True)
    ('高频事项', '道路品质提升')
    """
    match = _right().match(text)
    if match is None:
        return ""
    found = match[0]
    for cut in _predicate().finditer(found):
        if cut.start() == 0:
            return "" if not found.startswith("“") else tidy(found)
        before = found[: cut.start()]
        if cut["quote"] is not None:
            if not (granted or before[-1] in "生民众业项员人"):
                continue
        elif before.count("“") > before.count("”") or (done and _acts().match(found, cut.start())):
            continue
        return _inside().sub("", tidy(_listed(before, False)))
    return _inside().sub("", tidy(_listed(found, open_end and match.end() == len(text))))


@cache
def _inside() -> Pattern[str]:
    """The 中 behind what is counted: 1420户国有大中型企业中."""
    return verbose("(?<=[业目象户人者员村])中$")


def _listed(found: str, open_end: bool) -> str:
    """A list of nouns without the members that are clauses, or the noun of the next figure."""
    if "、" in found:
        kept, *others = found.split("、")
        for number, member in enumerate(others):
            if (
                (open_end and number == len(others) - 1)
                or begins_with_verb(member)
                or (kept.count("“") == kept.count("”") and cut_by_predicate(kept))
            ):
                return kept
            kept += "、" + member
        return kept
    if open_end and (last := _conjoined().search(found)) is not None:
        return found[: last.start()]
    return found


@cache
def _conjoined() -> Pattern[str]:
    """The last member of a list joined by 和, 以及."""
    return verbose(r"(?:以及|(?<=..)(?<![共总平])[和与]|(?<![普涉波遍])及)(?!谐|美|平)[^和与及“”]*$")


def cut_by_predicate(text: str) -> bool:
    """Whether a predicate stands behind a noun here: 经济总量迈上新台阶."""
    return any(match.start() > 1 for match in _predicate().finditer(text))


def begins_with_verb(text: str, *, firm: bool = False) -> bool:
    """Whether a verb with an object begins here; `firm` leaves verbs out that also begin nouns."""
    taken = take_verb(text, 0)
    if taken is None or taken[1] == len(text):
        return False
    return not firm or strong_verb().match(text) is not None
