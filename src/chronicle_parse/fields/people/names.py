"""Where a name ends: every reading of the characters is weighed together with the words that would follow it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex
from attrs import frozen
from regex import Pattern

from chronicle_parse.fields.people.costs import UNKNOWN, after_costs, name_costs, tail_costs

WINDOW = 14
"""How many characters from the start of a name are weighed."""

_PUNCTUATION = {"、": 0.8, "，": 1.5, ",": 1.5, "。": 2.0, "；": 2.5, ";": 2.5, "\n": 2.0, "": 1.5, " ": 2.5, "(": 2.5, "（": 2.5}
_NEIGHBOUR = 5.0  # a name right behind a name: 陈勇史策唐思参加
_WORD = 4.0  # any word that the table of followers does not hold
_DIGIT = 5.0  # 汪以文5日宣布, 秦小勇2人


@frozen(order=True)
class Reading:
    """A name from `start` to `stop` at a total cost, the rest of the window included; `follow` is the cost of what comes next."""

    cost: float
    start: int
    stop: int
    follow: float = 0.0


@cache
def _window_end() -> Pattern[str]:
    return regex.compile(r"[^\u4e00-\u9fff\w]|\Z")


class Weigher:
    """Weighs the readings of names in one text."""

    def __init__(self, text: str) -> None:
        """Nothing is weighed before it is asked for."""
        self.text = text
        self.costs = name_costs()
        self.after = after_costs()

    def window(self, start: int) -> int:
        """Where the window that begins at `start` ends."""
        stop = min(start + WINDOW, len(self.text))
        found = _window_end().search(self.text, start, stop)
        return found.start() if found else stop

    def readings(self, start: int, *, loose: bool, depth: int = 0) -> tuple[list[Reading], float]:
        """All readings of a name at `start`, cheapest first, and the cost of reading plain words instead.

        Args:
            start: where the name would begin.
            loose: whether a name without a known surname may stand here (after a title, in a list).
            depth: how many names have been read right before this one.
        """
        text, stop = self.text, self.window(start)
        tail = tail_costs(text, start, stop)
        found = []
        for end, cost in self._names(start, stop, loose):
            follow = self._follow(start, end, stop, tail, depth)
            found.append(Reading(cost + follow, start, end, follow - (tail[end - start] if end <= stop else 0.0)))
        found.sort()
        return found, tail[0] + _PUNCTUATION.get(text[stop : stop + 1], 3.0)

    def _names(self, start: int, stop: int, loose: bool) -> Iterator[tuple[int, float]]:
        text, costs = self.text, self.costs
        first, size = text[start], stop - start
        surname = costs.surname.get(first)
        if surname is not None and size >= 2:
            second = text[start + 1]
            yield start + 2, surname + 1.6 + costs.only.get(second, UNKNOWN)
            if size >= 3:
                yield start + 3, surname + 0.25 + costs.second.get(second, UNKNOWN) + costs.third.get(text[start + 2], UNKNOWN)
                if second == text[start + 2] == "某":
                    yield start + 3, surname + 3.0
            if second == "某":
                yield start + 2, surname + 3.0
        if size >= 3 and text[start : start + 2] in costs.compound:
            third = text[start + 2]
            yield start + 3, 7.0 + costs.only.get(third, UNKNOWN)
            if size >= 4:
                yield start + 4, 6.5 + costs.second.get(third, UNKNOWN) + costs.third.get(text[start + 3], UNKNOWN)
        if loose:
            if surname is None and size >= 2:
                yield start + 2, 6.0 + costs.second.get(first, UNKNOWN) + costs.third.get(text[start + 1], UNKNOWN)
            total = 6.0
            for end in range(start + 1, min(start + 6, stop) + 1):
                total += costs.foreign.get(text[end - 1], UNKNOWN)
                if end - start >= 2:
                    yield end, total

    def _follow(self, start: int, end: int, stop: int, tail: list[float], depth: int) -> float:
        text = self.text
        if end >= stop:
            return _PUNCTUATION.get(text[stop : stop + 1], 3.0)
        rest = end - start
        low = tail[rest] + _WORD
        known = False
        for length in range(1, min(4, stop - end) + 1):
            cost = self.after.get(text[end : end + length])
            if cost is not None:
                known = True
                low = min(low, cost + tail[rest + length])
        if text[end].isdigit():
            low = min(low, _DIGIT + tail[rest + 1])
        if not known and depth < 3 and text[end] in self.costs.surname:
            others, _ = self.readings(end, loose=False, depth=depth + 1)
            if others:
                low = min(low, _NEIGHBOUR + others[0].cost)
        return low + _PUNCTUATION.get(text[stop : stop + 1], 3.0)
