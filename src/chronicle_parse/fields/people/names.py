"""Where a name ends: every reading of the characters is weighed together with the words that would follow it."""

from __future__ import annotations

from functools import cache, lru_cache
from re import Pattern
from typing import NamedTuple

from chronicle_parse.fields.people.candidates import DOUBLE, SINGLE, Candidates
from chronicle_parse.fields.people.costs import (
    NEVER,
    UNKNOWN,
    UNSEEN,
    after_costs,
    longer_words,
    name_costs,
    word_class,
    word_costs,
)
from chronicle_parse.fields.people.titles import office_at, offices, role_words
from chronicle_parse.patterns import compiled

CALLING = ("同志", "总书记")
"""Words that announce the name in front of them."""
_CALLING = frozenset(word[0] for word in CALLING)
WINDOW = 10
"""How many characters from the start of a name are weighed."""
_HOPELESS = 8.0  # no context makes up for so much more than plain words cost
FAR = 6.0
"""A reading that costs so much more than the best is none."""
BARRIER = 5.0
"""What any word costs behind a name that the table of followers does not hold."""

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
_NEIGHBOUR = 6.0  # a name right behind a name: 陈勇史策唐思参加
_AND_OFFICE = 3.0
_AND = {"和": 3.0, "与": 3.5, "及": 3.5}  # and a name
_NUMBER = 4.0  # 汪以文5日宣布, 秦小勇2人
_OFFICE, _ROLE = 8.0, 6.0  # 黎明辉主任, 记者向东实习生辛夷
_IN_TEXT = 6.0  # a name among the words of running text
_BROKEN = 3.0  # a word cut in two: 占七成|以|上
_OBJECT, _COMPLETE = 8.0, frozenset("说讲等外摄")  # most followers want an object: not 鲁春|来、何平
_PREPOSITIONS = frozenset("在对向与和及为把被将从以于由因给跟同让")
_ADVERBIAL = frozenset("在把被将")  # prepositions that lead to the verb, so that no noun follows
_CLEAR_OF_WORDS = 5.0  # by how much it must be likelier than the words in the same place
_COMMON_NAME = 21.0  # a name so usual that anything may go on from it
_TWICE = -3.0  # a name whose last character the next word begins with
_SPEAKING = _CALLING | {"、"}  # what follows speaks for a name: the next of a list, or 同志
_UNANNOUNCED = 3.0  # by how much what nothing announces must be likelier than words
_DISLIKED = 5.0  # what goes on from a name that nothing announces is liked better than this
_CALLED = 4.0  # 项链|同志: hardly any other word stands before 同志
_KNOWN = 6.0  # the same name, plain to see elsewhere in the text
_CLAIMED = 4.5  # a last character that rather goes with what follows: 仇英|为副主任
_VERB = 2.0  # any verb that the table of followers does not hold
_GROUPS = frozenset("组团队员站")
_REPEATED, _DOUBLED = 6.0, 3.0  # the same word twice: 杨到到企业 is no 杨, 到, 到
_ACTS = frozenset("到赴率带致任作说")  # followers of one character that no preposition stands before
_USUAL = 9.5  # a last character that people are often called by


class Reading(NamedTuple):
    """A name from `start` to `stop`.

    Attributes:
        cost: of the name and of everything behind it in the window.
        follow: of what comes right behind it, beyond its cost as running text; negative where a name likes it.
    """

    cost: float
    start: int
    stop: int
    follow: float


@cache
def _window_end() -> Pattern[str]:
    return compiled(r"[^\p{Han}A-Za-z0-9]")


@cache
def _number() -> Pattern[str]:
    return compiled(r"\d{1,2}(?:[日月时点人名位]|个人)")


@cache
def _most_liked() -> float:
    """The least that anything behind a name can cost beyond its cost as running text."""
    words = word_costs()
    return min(cost - words.get(word, UNKNOWN) for word, cost in after_costs().items())


@cache
def _least_liking() -> dict[str, float]:
    """By the first character behind a name: the least that what follows can cost beyond its cost as running text."""
    words = word_costs()
    least = dict.fromkeys(_others(), _NEIGHBOUR - UNKNOWN)
    for word, cost in after_costs().items():
        least[word[0]] = min(least.get(word[0], _VERB), cost - words.get(word, UNKNOWN))
    return least | {first: least.get(first, _VERB) - _CALLED for first in _CALLING}


@cache
def _begins() -> frozenset[str]:
    """The characters with which the words begin that go on from a name."""
    return frozenset(word[0] for word in after_costs())


@cache
def _others() -> frozenset[str]:
    """The characters with which anything else begins that may: a figure, an office, the next name."""
    return frozenset((*"0123456789", *name_costs().surname, *(word[0] for word in offices())))


@lru_cache(maxsize=1 << 14)
def is_plain(beginning: str) -> bool:
    """Whether three characters are words so plain that they begin no name, whatever follows, unless something announces it."""
    weigher = Weigher(beginning)
    stop = weigher.window(0)
    if stop < 2 or not weigher.candidates.is_short(0):
        return False
    most, least = _most_liked(), weigher._least
    return all(
        weigher.plain(0, end) <= cost + (least(end, stop) if end < 3 else most)
        for end, cost in weigher.candidates.ends(0, stop, loose=False)
    )


@lru_cache(maxsize=1 << 14)
def _pair_costs(pair: str) -> tuple[float, float, bool, float, float, float]:
    """What two characters may be in running text, kept, since most pairs come again and again; `NEVER` for what they are not.

    The costs of the first as a word and of both as one, whether a longer word may begin with them; the costs of both as a name
    of two characters, of the first as the surname and of the second as the next character of one of three.
    """
    first, second = pair[0], pair[1]
    names, words, longer = name_costs(), word_costs(), longer_words()[0]
    single = words.get(first, UNKNOWN)
    if first == second:
        single += _REPEATED if first in after_costs() else _DOUBLED
    surname = names.surname.get(first, NEVER) + _IN_TEXT
    only = surname + SINGLE + names.only.get(second, UNSEEN)
    return single, words.get(pair, NEVER), pair in longer, only, surname + DOUBLE, names.second.get(second, UNSEEN)


class Weigher:
    """Weighs the readings of names in one text; each reading once, since places are asked about again and again."""

    def __init__(self, text: str) -> None:
        """Nothing is weighed before it is asked for."""
        self.text = text
        self.known: frozenset[str] = frozenset()
        self._known_starts: frozenset[str] = frozenset()
        self._weighed: dict[tuple[int, bool, float | None], tuple[list[Reading], float]] = {}
        self.costs = name_costs()
        self.words = word_costs()
        self.after = after_costs()
        self.verbs = word_class("v")
        self._begins = _begins()
        self._least_liking = _least_liking()
        self._others = _others()
        self.candidates = Candidates(text)

    def learn(self, known: frozenset[str]) -> None:
        """Takes note of names that the text shows beyond doubt; only what begins where one stands is weighed anew."""
        self.known = known
        self._known_starts = frozenset(name[:2] for name in known)
        sizes = sorted({len(name) for name in known})
        text = self.text
        self._weighed = {
            place: weighed
            for place, weighed in self._weighed.items()
            if not any(text[place[0] : place[0] + size] in known for size in sizes)
        }

    def window(self, start: int) -> int:
        """Where the window that begins at `start` ends."""
        stop = min(start + WINDOW, len(self.text))
        found = _window_end().search(self.text, start, stop)
        return found.start() if found else stop

    def readings(self, start: int, *, loose: bool, barrier: float | None = None) -> tuple[list[Reading], float]:
        """All readings of a name at `start`, cheapest first, and the cost of reading plain words instead.

        Args:
            start: where the name would begin.
            loose: whether a name without a known surname may stand here.
            barrier: where a title or a name stands right before: how badly other words than its followers go on from it.
        """
        beginning = self.text[start : start + 3]
        if not loose and beginning[:2] not in self._known_starts and is_plain(beginning):
            return [], 0.0
        place = (start, loose, barrier)
        if (weighed := self._weighed.get(place)) is None:
            weighed = self._weighed[place] = self._weigh(start, loose, barrier)
        return weighed

    def _weigh(self, start: int, loose: bool, barrier: float | None) -> tuple[list[Reading], float]:
        stop = self.window(start)
        names = self.candidates.ends(start, stop, loose=loose)
        if not loose:
            names = [name for name in names if self._is_likely(start, stop, *name)]
        if not names:
            return [], 0.0
        tail = self.tail(start, stop)
        # why: what goes on from a title without a name is what goes on from a name: 区长|均|已到会
        plain = tail[0] if barrier is None else self.follow(start, stop, tail, barrier)
        found: dict[int, Reading] = {}
        limit = plain + _HOPELESS
        for least, end, cost in sorted(
            [(cost + tail[end - start] + self._least(end, stop), end, cost) for end, cost in names]
        ):
            if least > limit and not self.known:
                break
            if end not in found:  # the same may be a name with a surname and a foreign one
                found[end] = reading = self._reading(start, end, stop, cost, tail)
                limit = min(limit, reading.cost + FAR)
        return sorted(found.values()), plain

    def _reading(self, start: int, end: int, stop: int, cost: float, tail: list[float]) -> Reading:
        """A name from start to end, weighed with what follows; `tail` is that of the whole window."""
        text = self.text
        vote = _KNOWN if text[start:end] in self.known else 0.0
        if end >= stop:
            return Reading(cost - vote, start, end, _ALONE.get(text[stop : stop + 1], 5.0) - vote)
        if self._claims(end):
            cost += _CLAIMED
        if text[end] in _CALLING and text.startswith(CALLING, end):
            cost -= _CALLED
        follow = self.follow(end, stop, tail[end - start :], _TWICE if self._is_doubled(end) else BARRIER)
        return Reading(cost + follow - vote, start, end, follow - tail[end - start] - vote)

    def _least(self, end: int, stop: int) -> float:
        """The least that what comes behind a name can cost beyond its cost as running text, told from one character."""
        if end >= stop:
            return 0.0
        least = self._least_liking.get(self.text[end], _VERB)
        return min(least, _TWICE) if self._is_doubled(end) else least

    def _is_likely(self, start: int, stop: int, end: int, cost: float) -> bool:
        """Whether a name that nothing announces is worth weighing; spares the weighing of most words of a text."""
        text = self.text
        if text[start:end] in self.known:
            return True
        plain = self.plain(start, end)
        margin = 0.0 if text[end : end + 1] in _SPEAKING else _UNANNOUNCED
        if plain <= cost + margin + self._least(end, stop):
            return False
        liking = self._liking(end, stop)
        if liking >= _DISLIKED and (cost > _COMMON_NAME or self.head(start, end)[-1] < cost + _CLEAR_OF_WORDS):
            return False
        return plain > cost + margin + liking

    def plain(self, start: int, end: int) -> float:
        """The cost of the range as one word with single characters behind it, `NEVER` if no word begins here."""
        text, get = self.text, self.words.get
        low = NEVER
        for stop in range(start + 2, end + 1):
            cost = get(text[start:stop])
            if cost is not None:
                for character in text[stop:end]:
                    cost += get(character, UNKNOWN)
                if cost < low:
                    low = cost
        return low

    def _liking(self, end: int, stop: int) -> float:
        """The least that what comes behind a name can cost beyond its cost as running text."""
        text = self.text
        if end >= stop:
            return _ALONE.get(text[stop : stop + 1], _DISLIKED)
        character = text[end]
        low = _TWICE if self._is_doubled(end) else _DISLIKED
        if character in self._begins:
            for length in range(1, min(4, stop - end) + 1):
                cost = self.after.get(text[end : end + length])
                if cost is not None:
                    low = min(low, cost - self.words.get(text[end : end + length], UNKNOWN))
        if character in self._others:
            low = min(low, _NEIGHBOUR - UNKNOWN)
        return low

    def _is_doubled(self, at: int) -> bool:
        """Whether the character before also begins the word here, as it hardly does but behind a name: 花明|明确."""
        text = self.text
        # why: 洪水|水位
        return text[at] == text[at - 1] and text[at : at + 2] in self.words and text[at - 2 : at] not in self.words

    def _claims(self, end: int) -> bool:
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

    def tail(self, start: int, stop: int, *, with_names: bool = True) -> list[float]:
        """For each offset from start to stop: the cost of the likeliest words and names that make up the rest."""
        text, get, third = self.text, self.words.get, self.costs.third.get
        size = stop - start
        best = [0.0] * (size + 5)  # so that no word needs to look where the window ends
        if size:
            best[size - 1] = get(text[stop - 1], UNKNOWN)
        for i in range(size - 2, -1, -1):
            at = start + i
            single, double, is_longer, only, given, second = _pair_costs(text[at : at + 2])
            low = single + best[i + 1]
            if double + best[i + 2] < low:
                low = double + best[i + 2]
            if is_longer and i + 2 < size:
                cost = get(text[at : at + 3])
                if cost is not None and cost + best[i + 3] < low:
                    low = cost + best[i + 3]
                if i + 3 < size:
                    cost = get(text[at : at + 4])
                    if cost is not None and cost + best[i + 4] < low:
                        low = cost + best[i + 4]
            if given < NEVER and i and with_names:
                if only + best[i + 2] < low:
                    low = only + best[i + 2]
                if i + 2 < size:
                    cost = given + (second + third(text[at + 2], UNSEEN)) + best[i + 3]
                    if cost < low:
                        low = cost
            best[i] = low
        return best[: size + 1]

    def head(self, start: int, stop: int) -> list[float]:
        """For each offset from start to stop: the cost of the likeliest words up to there."""
        text, get = self.text, self.words.get
        best = [0.0]
        for at in range(start + 1, stop + 1):
            low = get(text[at - 1], UNKNOWN) + best[-1]
            for length in range(2, min(4, at - start) + 1):
                cost = get(text[at - length : at])
                if cost is not None:
                    low = min(low, cost + best[-length])
            best.append(low)
        return best

    def follow(self, end: int, stop: int, tail: list[float], barrier: float = BARRIER) -> float:
        """The cost of the words from `end` to `stop` behind a name; words that are no followers cost `barrier` more."""
        text = self.text
        low = tail[0] + barrier
        for length in range(1, min(4, stop - end) + 1) if text[end] in self._begins else ():
            cost = self.after.get(text[end : end + length])
            if cost is not None:
                if length > 1 and text[end + length : end + length + 1] in _GROUPS:
                    cost += _BROKEN  # 凌统率|调研组 is no 凌统率|调研
                pair = text[end : end + 2]
                if length == 1 and pair in self.words and pair not in self.after and text[end] != text[end - 1]:
                    cost += _BROKEN
                if length == 1 and text[end] in _AND and text[end + 1 : end + 2] in _ADVERBIAL:
                    cost += _BROKEN  # 束清和|在督导时 is no 束清|和
                if length == 1 and end + 1 >= stop and text[end] not in _COMPLETE:
                    cost += _OBJECT
                low = min(low, cost + tail[length])
        for length in (2, 3):
            if (verb := text[end : end + length]) in self.verbs and end + length <= stop:
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
