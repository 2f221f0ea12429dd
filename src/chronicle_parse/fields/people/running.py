"""What running text costs: the likeliest words, and names among them, that make up a stretch of it."""

from __future__ import annotations

from functools import cache, lru_cache
from re import Pattern

from chronicle_parse.fields.people.candidates import DOUBLE, SINGLE
from chronicle_parse.fields.people.costs import (
    NEVER,
    UNKNOWN,
    UNSEEN,
    after_costs,
    longer_words,
    name_costs,
    word_costs,
)
from chronicle_parse.patterns import compiled

WINDOW = 10
"""How many characters from the start of a name are weighed."""
IN_TEXT = 6.0
"""What a name costs among the words of running text beyond its characters."""
_REPEATED, _DOUBLED = 6.0, 3.0  # the same word twice: 杨到到企业 is no 杨, 到, 到


@cache
def _window_end() -> Pattern[str]:
    return compiled(r"[^\p{Han}A-Za-z0-9]")


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
    surname = names.surname.get(first, NEVER) + IN_TEXT
    only = surname + SINGLE + names.only.get(second, UNSEEN)
    return single, words.get(pair, NEVER), pair in longer, only, surname + DOUBLE, names.second.get(second, UNSEEN)


class Running:
    """Costs of the running text of one page."""

    def __init__(self, text: str) -> None:
        """Keeps the text."""
        self.text = text
        self.words = word_costs()
        self._third = name_costs().third.get

    def window(self, start: int) -> int:
        """Where the window that begins at `start` ends."""
        stop = min(start + WINDOW, len(self.text))
        found = _window_end().search(self.text, start, stop)
        return found.start() if found else stop

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

    def tail(self, start: int, stop: int, *, with_names: bool = True) -> list[float]:
        """For each offset from start to stop: the cost of the likeliest words and names that make up the rest."""
        text, get, third = self.text, self.words.get, self._third
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
