"""Where a name ends: every reading of the characters is weighed together with the words that would follow it."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from chronicle_parse.fields.people.candidates import Candidates
from chronicle_parse.fields.people.costs import UNKNOWN, after_costs, word_costs
from chronicle_parse.fields.people.following import BARRIER, CALLED, DISLIKED, TWICE, Following, calling, calling_starts
from chronicle_parse.fields.people.running import Running

FAR = 6.0
"""A reading that costs so much more than the best is none."""
_HOPELESS = 8.0  # no context makes up for so much more than plain words cost
_UNANNOUNCED = 3.0  # by how much what nothing announces must be likelier than words
_CLEAR_OF_WORDS = 5.0  # by how much it must be likelier than the words in the same place
_COMMON_NAME = 21.0  # a name so usual that anything may go on from it
_KNOWN = 6.0  # the same name, plain to see elsewhere in the text
_CLAIMED = 4.5  # a last character that rather goes with what follows: 仇英|为副主任


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
def _most_liked() -> float:
    """The least that anything behind a name can cost beyond its cost as running text."""
    words = word_costs()
    return min(cost - words.get(word, UNKNOWN) for word, cost in after_costs().items())


@lru_cache(maxsize=1 << 14)
def short_names(beginning: str) -> tuple[tuple[int, float, float], ...] | None:
    """The names that may begin with three characters though nothing announces them: size, cost, and the cost as plain words.

    Kept, since clauses begin with the same words again and again. Empty where the words are so plain that they begin no name
    whatever follows, None where a name may have other sizes than two and three.
    """
    weigher = Weigher(beginning)
    stop = weigher.running.window(0)
    if stop < 2 or not weigher.candidates.is_short(0):
        return None
    most, least = _most_liked(), weigher.following.least
    found = [(end, cost, weigher.running.plain(0, end)) for end, cost in weigher.candidates.ends(0, stop, loose=False)]
    return tuple(
        (end, cost, plain) for end, cost, plain in found if plain > cost + (least(end, stop) if end < 3 else most)
    )


@cache
def _speaking() -> frozenset[str]:
    """What speaks for a name in front of it: the mark of a list, the first character of 同志."""
    return calling_starts() | {"、"}


class Weigher:
    """Weighs the readings of names in one text; each reading once, since places are asked about again and again."""

    def __init__(self, text: str) -> None:
        """Nothing is weighed before it is asked for."""
        self.text = text
        self.known: frozenset[str] = frozenset()
        self._known_starts: frozenset[str] = frozenset()
        self._weighed: dict[tuple[int, bool, float | None], tuple[list[Reading], float]] = {}
        self._speaking = _speaking()
        self.candidates = Candidates(text)
        self.running = Running(text)
        self.following = Following(text, self.candidates)

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

    def readings(self, start: int, *, loose: bool, barrier: float | None = None) -> tuple[list[Reading], float]:
        """The readings of a name at `start`, cheapest first, and the cost of reading plain words instead.

        Args:
            start: where the name would begin.
            loose: whether a name without a known surname may stand here.
            barrier: where a title or a name stands right before: how badly other words than its followers go on from it.
        """
        place = (start, loose, barrier)
        if (weighed := self._weighed.get(place)) is None:
            weighed = self._weighed[place] = self._weigh(start, loose, barrier)
        return weighed

    def _weigh(self, start: int, loose: bool, barrier: float | None) -> tuple[list[Reading], float]:
        names = self._loose(start) if loose else self._likely(start)
        if not names:
            return [], 0.0
        stop = self.running.window(start)
        tail = self.running.tail(start, stop)
        # why: what goes on from a title without a name is what goes on from a name: 区长|均|已到会
        plain = tail[0] if barrier is None else self.following.follow(start, stop, tail, barrier)
        least = self.following.least
        found: dict[int, Reading] = {}
        limit = plain + _HOPELESS
        for bound, end, cost in sorted(
            [(cost + tail[end - start] + least(end, stop), end, cost) for end, cost in names]
        ):
            if bound > limit and not self.known:
                break
            if end not in found:  # the same may be a name with a surname and a foreign one
                found[end] = reading = self._reading(start, end, stop, cost, tail)
                limit = min(limit, reading.cost + FAR)
        return sorted(found.values()), plain

    def _reading(self, start: int, end: int, stop: int, cost: float, tail: list[float]) -> Reading:
        """A name from start to end, weighed with what follows; `tail` is that of the whole window."""
        text, following = self.text, self.following
        vote = _KNOWN if text[start:end] in self.known else 0.0
        if end >= stop:
            return Reading(cost - vote, start, end, following.alone(stop) - vote)
        if following.claims(end):
            cost += _CLAIMED
        if text[end] in self._speaking and text.startswith(calling(), end):
            cost -= CALLED
        follow = following.follow(end, stop, tail[end - start :], TWICE if following.is_doubled(end) else BARRIER)
        return Reading(cost + follow - vote, start, end, follow - tail[end - start] - vote)

    def _loose(self, start: int) -> list[tuple[int, float]]:
        return self.candidates.ends(start, self.running.window(start), loose=True)

    def _likely(self, start: int) -> list[tuple[int, float]]:
        """The ends and costs of names that are worth weighing though nothing announces them; spares most words of a text."""
        beginning = self.text[start : start + 3]
        short = None if beginning[:2] in self._known_starts else short_names(beginning)
        if short is None:
            return self._likely_of_any_size(start)
        if not short:
            return []
        stop = self.running.window(start)
        return [
            (start + size, cost)
            for size, cost, plain in short
            if self._is_likely(start, stop, start + size, cost, plain)
        ]

    def _likely_of_any_size(self, start: int) -> list[tuple[int, float]]:
        stop, plain = self.running.window(start), self.running.plain
        return [
            (end, cost)
            for end, cost in self.candidates.ends(start, stop, loose=False)
            if self.text[start:end] in self.known or self._is_likely(start, stop, end, cost, plain(start, end))
        ]

    def _is_likely(self, start: int, stop: int, end: int, cost: float, plain: float) -> bool:
        margin = 0.0 if self.text[end : end + 1] in self._speaking else _UNANNOUNCED
        if plain <= cost + margin + self.following.least(end, stop):
            return False
        liking = self.following.liking(end, stop)
        if liking >= DISLIKED and (cost > _COMMON_NAME or self.running.head(start, end)[-1] < cost + _CLEAR_OF_WORDS):
            return False
        return plain > cost + margin + liking
