"""What may come behind a name, and how gladly: words that go on from it, a figure, an office, the next name."""

from __future__ import annotations

from functools import cache
from re import Pattern

from chronicle_parse.fields.people.candidates import Candidates
from chronicle_parse.fields.people.costs import UNKNOWN, UNSEEN, after_costs, name_costs, word_class, word_costs
from chronicle_parse.fields.people.titles import office_at, offices, role_words
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import compiled

CALLED = 4.0
"""What it is worth that a word of `calling` follows: hardly any other word stands before 同志."""
BARRIER = 5.0
"""What any word costs behind a name that the table of followers does not hold."""
TWICE = -3.0
"""The same where the last character of the name begins it as well."""
DISLIKED = 5.0
"""What goes on from a name that nothing announces is liked better than this."""

_ALONE = {
    "、": 0.0,
    "，": 1.0,
    ",": 1.0,
    "：": 0.0,
    ":": 0.0,
    " ": 0.0,
    "。": 2.0,
    "；": 2.0,
    ";": 2.0,
    "(": 0.0,
    "（": 0.0,
    "\n": 1.0,
    "": 1.0,
    "“": 2.0,
}
"""Punctuation right behind a name; anything else is disliked."""
_NEIGHBOUR = 6.0  # a name right behind a name: 陈勇史策唐思参加
_AND_OFFICE = 3.0
_AND = {"和": 3.0, "与": 3.5, "及": 3.5}  # and a name
_NUMBER = 4.0  # 汪以文5日宣布, 秦小勇2人
_OFFICE, _ROLE = 8.0, 6.0  # 黎明辉主任, 记者向东实习生辛夷
_BROKEN = 3.0  # a word cut in two: 占七成|以|上
_OBJECT, _INTRANSITIVE = 8.0, frozenset("说讲等外摄")  # most followers want an object: not 鲁春|来、何平
_PREPOSITIONS = frozenset("在对向与和及为把被将从以于由因给跟同让")
_ADVERBIAL = frozenset("在把被将")  # prepositions that lead to the verb, so that no noun follows
_VERB = 2.0  # any verb that the table of followers does not hold
_GROUP_ENDS = frozenset("组团队员站")
_ACTS = frozenset("到赴率带致任作说")  # followers of one character that no preposition stands before
_USUAL = 9.5  # a last character that people are often called by


@cache
def _number() -> Pattern[str]:
    return compiled(r"\d{1,2}(?:[日月时点人名位]|个人)")


@cache
def calling() -> tuple[str, ...]:
    """Words that announce the name in front of them: 同志."""
    return words("people_words", role="calling")


@cache
def calling_starts() -> frozenset[str]:
    """The characters that these words begin with."""
    return frozenset(word[0] for word in calling())


@cache
def _least_liking() -> dict[str, float]:
    """By the first character behind a name: the least that what follows can cost beyond its cost as running text."""
    plain = word_costs()
    least = dict.fromkeys(_others(), _NEIGHBOUR - UNKNOWN)
    for word, cost in after_costs().items():
        least[word[0]] = min(least.get(word[0], _VERB), cost - plain.get(word, UNKNOWN))
    return least | {first: least.get(first, _VERB) - CALLED for first in calling_starts()}


@cache
def _begins() -> frozenset[str]:
    """The characters with which the words begin that go on from a name."""
    return frozenset(word[0] for word in after_costs())


@cache
def _others() -> frozenset[str]:
    """The characters with which anything else begins that may: a figure, an office, the next name."""
    return frozenset((*"0123456789", *name_costs().surname, *(word[0] for word in offices())))


class Following:
    """What comes behind the names of one page.

    Args:
        text: clean text.
        candidates: of the text.
    """

    def __init__(self, text: str, candidates: Candidates) -> None:
        """Looks nothing up before it is asked for."""
        self.text = text
        self.candidates = candidates
        self.costs = name_costs()
        self.words = word_costs()
        self.after = after_costs()
        self._verbs = word_class("v")
        self._begins = _begins()
        self._others = _others()
        self._least_liking = _least_liking()

    def follow(self, end: int, stop: int, tail: list[float], barrier: float = BARRIER) -> float:
        """The cost of the words from `end` to `stop` behind a name; words that are no followers cost `barrier` more."""
        text = self.text
        low = tail[0] + barrier
        for length in range(1, min(4, stop - end) + 1) if text[end] in self._begins else ():
            cost = self.after.get(text[end : end + length])
            if cost is not None:
                if length > 1 and text[end + length : end + length + 1] in _GROUP_ENDS:
                    cost += _BROKEN  # 凌统率|调研组 is no 凌统率|调研
                pair = text[end : end + 2]
                if length == 1 and pair in self.words and pair not in self.after and text[end] != text[end - 1]:
                    cost += _BROKEN
                if length == 1 and text[end] in _AND and text[end + 1 : end + 2] in _ADVERBIAL:
                    cost += _BROKEN  # 束清和|在督导时 is no 束清|和
                if length == 1 and text[end] in _PREPOSITIONS and text[end + 1 : end + 2] == "的":
                    cost += _OBJECT  # 苏建为|的 is no 苏建|为
                if length == 1 and end + 1 >= stop and text[end] not in _INTRANSITIVE:
                    cost += _OBJECT
                low = min(low, cost + tail[length])
        for length in (2, 3):
            if (verb := text[end : end + length]) in self._verbs and end + length <= stop:
                low = min(low, self.words[verb] + _VERB + tail[length])
        if text[end].isdigit() and _number().match(text, end):
            low = min(low, _NUMBER + tail[1])
        office = office_at(text, end)
        if end < office <= stop:
            low = min(low, (_ROLE if text[end:office] in role_words() else _OFFICE) + tail[office - end])
        if text[end] in self.costs.surname:
            for other, cost in self.candidates.ends(end, stop, loose=False):
                low = min(low, _NEIGHBOUR + cost + tail[other - end])
        if text[end] in _AND and end + 1 < stop:
            for other, cost in self.candidates.ends(end + 1, stop, loose=False):
                low = min(low, _AND[text[end]] + cost + tail[other - end])
            office = office_at(text, end + 1)
            if 0 < office <= stop:
                low = min(low, _AND[text[end]] + _AND_OFFICE + tail[office - end])
        return low

    def alone(self, stop: int) -> float:
        """How badly a name goes with what stands at the end of its window."""
        return _ALONE.get(self.text[stop : stop + 1], DISLIKED)

    def liking(self, end: int, stop: int) -> float:
        """The least that what comes behind a name can cost beyond its cost as running text."""
        text = self.text
        if end >= stop:
            return self.alone(stop)
        character = text[end]
        low = TWICE if self.is_doubled(end) else DISLIKED
        if character in self._begins:
            for length in range(1, min(4, stop - end) + 1):
                cost = self.after.get(text[end : end + length])
                if cost is not None:
                    low = min(low, cost - self.words.get(text[end : end + length], UNKNOWN))
        if character in self._others:
            low = min(low, _NEIGHBOUR - UNKNOWN)
        return low

    def least(self, end: int, stop: int) -> float:
        """The least that what comes behind a name can cost beyond its cost as running text, told from one character."""
        if end >= stop:
            return 0.0
        least = self._least_liking.get(self.text[end], _VERB)
        return min(least, TWICE) if self.is_doubled(end) else least

    def is_doubled(self, at: int) -> bool:
        """Whether the character before also begins the word here, as it hardly does but behind a name: 花明|明确."""
        text = self.text
        # why: 洪水|水位
        return text[at] == text[at - 1] and text[at : at + 2] in self.words and text[at - 2 : at] not in self.words

    def claims(self, end: int) -> bool:
        """Whether the last character of a name rather goes with what follows: 仇英|为副主任, 全琮|任组长."""
        last, following = self.text[end - 1], self.text[end]
        if last == "任":
            return office_at(self.text, end) >= 0 or following in "省市县区镇乡"
        if last + following in self.after and self.costs.third.get(last, UNSEEN) > _USUAL:
            return True  # 覃文|担任组长
        if last not in _PREPOSITIONS or following == last or following == "的":
            return False  # 许向|向受表彰, 苏建为|的
        if following in _PREPOSITIONS:
            return last + following in self.words  # 刘正|以及, not 于和|与
        # nor where people are called so and an act follows: 邢大为|出席, 房玄同|到
        return last in _AND or self.costs.third.get(last, UNSEEN) > _USUAL or not self._acts(end)

    def _acts(self, at: int) -> bool:
        text = self.text
        return text[at] in _ACTS or any(text[at : at + size] in self.after for size in (2, 3, 4))
