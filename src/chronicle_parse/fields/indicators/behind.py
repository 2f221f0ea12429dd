"""What stands behind a count, and whether it is the name: 消除60个薄弱村, 总投资30亿元的产业园."""

from __future__ import annotations

from functools import cache

from chronicle_parse.fields.indicators.clauses import Neighbours
from chronicle_parse.fields.indicators.counted import begins_with_verb, noun_after
from chronicle_parse.fields.indicators.drafts import Sentence
from chronicle_parse.fields.indicators.figures import RATIOS, Figure
from chronicle_parse.fields.indicators.names import Phrase, ending_examples, phrase, tidy
from chronicle_parse.fields.indicators.nouns import waits, without_sum
from chronicle_parse.fields.indicators.tails import Role, Tail, tail
from chronicle_parse.fields.indicators.verbs import without_verb
from chronicle_parse.lexicon import words

_BORDERS = ",，。；;、:：!！?？\n \t)）("
"""What no noun behind a count begins with."""

_PLACE_ENDS = (*"区县市镇乡村园港岸", "领域")
"""What the name of a place or field ends with."""


@cache
def _verbs_of_level() -> frozenset[str]:
    """Words of level that may be the verb of a noun behind its count."""
    return frozenset(words("indicator_levels", verb="yes")) | {"有"}


@cache
def _causes() -> frozenset[str]:
    """Verbs whose object acts itself: 帮助32家企业上市 counts 企业."""
    return frozenset((*words("indicator_words", role="cause"), *words("indicator_words", role="helping")))


def is_verb_of_count(segment: str, last: Figure, around: Neighbours, now: Sentence) -> bool:
    """Whether a word of growth is the verb of the noun behind the count: 新建和提升3条花景大道, 增加1200个学位."""
    if last.quantity.unit in RATIOS:
        return False
    taken = phrase(segment)
    if not taken.verb or taken.noun or taken.subject:
        return False
    following, _ = _following(last, around)
    if not following:
        # 新建380亩、改造提升150亩: several verbs, and the noun was said before
        return bool(now.noun) and len(taken.verb) > len(tail(segment).words)
    return bool(noun_after(following, done=True))


def _following(last: Figure, around: Neighbours) -> tuple[str, bool]:
    """The text up to the next figure, "" where a mark, a blank or that figure is next; and whether the figure follows it."""
    return ("", False) if around.text[last.stop : last.stop + 1] in _BORDERS else around.behind(last.stop)


def noun_behind(last: Figure, taken: Phrase, said: Tail, around: Neighbours, now: Sentence) -> tuple[str, int] | None:
    """The noun behind its count and where it ends; "" where a predicate follows.

    None where the name is not to be looked for behind the count: words in front can be it, or nothing follows.
    """
    # why: 新完成116个贫困村改造
    level = said.words.strip().removeprefix("新") if said.role is Role.LEVEL else ""
    aimed = level == "为" and said.start == 0
    if said.moved or (said.role is Role.LEVEL and level not in _verbs_of_level() and not aimed):
        return None
    following, cut = _following(last, around)
    if not following:
        return None
    skipped = len(following) - len(following.removeprefix("的").lstrip())
    rest = following[skipped:]
    if last.quantity.unit == "人" and rest.startswith("口"):
        return "人口", last.stop + 1
    # why: 各基层党组织完成30个民生项目 counts no 党组织
    agents = said.role is Role.LEVEL and taken.noun.startswith("各") and not last.measured
    if taken.noun and not _gives_way(last, taken, rest) and not (agents and noun_after(rest)):
        return None
    verb = taken.verb or ("" if aimed else level)
    if last.quantity.unit == "%" and not verb and not skipped and now.noun:
        # why: 政务事项100%实现网办、九成多零跑动: a second share of the same thing
        return None
    verbal = not skipped and _is_predicate(rest, last, taken)
    noun = "" if verbal else _noun_of(last, rest, verb, cut=cut)
    if not noun and last.quantity.unit == "人" and said.role is Role.BARE and now.other_than("人"):
        return "", last.stop  # why: 20个贫困村退出、11000人脱贫: the people are no villages
    if not noun and (taken.subject or taken.noun or (not taken.verb and said.role is Role.BARE and now.noun)):
        return None
    return noun, last.stop + (skipped + len(noun) if noun else 0)


def _is_predicate(rest: str, last: Figure, taken: Phrase) -> bool:
    """Whether a verb behind a figure begins the predicate: 投入1.5亿元扶持项目, where money only measures what is spent.

    Behind its own verb, or behind examples, a count has a noun, though that may begin as a verb does (新解决1075个撤并村); so
    does what is new (3920个新投产项目).
    """
    if not last.measured and (taken.verb or rest.startswith("新") or waits(taken.noun)):
        return False
    return begins_with_verb(rest, firm=not last.measured)


def _noun_of(last: Figure, rest: str, verb: str, *, cut: bool) -> str:
    """The noun that a count counts, without what begins the clause of the next figure if that follows at once."""
    noun = noun_after(rest, granted="实现" in verb, done=bool(verb) and verb not in _causes(), open_end=cut)
    if noun and cut and len(noun) == len(rest.strip()):
        noun = tidy(without_verb(noun))
    if noun and cut and not last.measured and last.quantity.unit != "%":
        noun = without_sum(noun)
    return noun


def _gives_way(figure: Figure, taken: Phrase, rest: str) -> bool:
    """Whether the words in front of a count are no name beside the noun behind it.

    They are examples or a preposition, a place (清水河仓库区15万平方米历史用地), or a short word that is no known verb (回引42名人才).
    """
    if waits(taken.noun):
        return True
    if taken.verb or figure.quantity.unit == "%":
        return False
    if not figure.measured and len(taken.noun) == 2:
        return True
    place = not figure.quantity.unit.endswith("元") and tidy(taken.noun).endswith(_PLACE_ENDS)
    described = not figure.measured and taken.noun.endswith("的")
    return (place or described) and bool(noun_after(rest))


def _first_of_examples(text: str) -> str:
    """The words in front of 等: 12亿元的化工园等重大项目 is the total of 化工园."""
    found = ending_examples().search(text)
    return text[: found.start()] if found else text


def _last_project(now: Sentence) -> str:
    """The project that the total before was of: …30亿元的X、12亿元的Y."""
    return now.drafts[-1].name.removesuffix(now.total) if now.drafts else ""


def total_of(run: list[Figure], taken: Phrase, around: Neighbours, now: Sentence) -> str:
    """总投资30亿元的X: the name of the project with its head; the next of the list may leave the head out."""
    stop = run[-1].stop
    if len(run) != 1 or not around.text.startswith("的", stop):
        return ""
    head = tidy(taken.noun) or taken.verb
    if head.endswith(("投资", "总投资额")):
        now.total = "总投资"
    elif (head and head != _last_project(now)) or not now.total or not run[0].quantity.unit.endswith("元"):
        return ""
    noun = noun_after(_first_of_examples(around.behind(stop + 1)[0]))
    if not noun and (following := around.next(stop)) is not None:
        noun = noun_after(around.behind(following.stop)[0])
    return noun + now.total if noun else ""
