"""How likely a stretch of Chinese is: the cheapest way to cut it into known words, also where characters are in doubt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from attrs import frozen

from chronicle_parse.lexicon import rows

UNKNOWN = 40
"""The weight, in half nats, of a character that no word list knows."""

SIGN = 18
"""The weight of a letter, a digit or a sign, of which any other might stand there …"""

STOPS = {"，": 8, "。": 10, "、": 8, "“": 11, "”": 11, "；": 12, "：": 12, "《": 13, "》": 13, "（": 13, "）": 13}
"""… and of the punctuation that nearly every sentence has."""

LONGEST = 4
"""The longest word that is looked up."""

RUNNERS = 5
"""How many other candidates are told."""


@frozen
class Spelling:
    """The likeliest reading of a stretch.

    Attributes:
        text: the characters chosen.
        cost: their weight in half nats.
        runners: for each place in doubt, what else could stand there, likeliest first.
    """

    text: str
    cost: int
    runners: Mapping[int, tuple[str, ...]]


@cache
def weights() -> dict[str, int]:
    """Every known word with its weight, in half nats; loaded only when a lost character is looked for."""
    known = {word: int(row["weight"]) for row in rows("word_weights") for word in row["words"].split(" ")}
    return known | STOPS | {chr(code): SIGN for code in range(0x20, 0x7F)}


def spell(slots: Sequence[str], seen: Mapping[str, int] | None = None) -> Spelling:
    """The likeliest spelling of a row of places, each of which holds one character or several candidates.

    Args:
        slots: for each place the candidates, as one string.
        seen: weights of pairs of characters found elsewhere on the page; they count as words.

    >>> spell(["学", "佼校较", "现", "场"])
    Spelling(text='学校现场', cost=35, runners={1: ('较', '佼')})
    """
    if not all(slots):
        raise ValueError("a place needs at least one candidate")
    known = weights()
    seen = seen or {}
    count = len(slots)
    forward: list[int] = [0] + [UNKNOWN * count * 2] * count
    taken: list[str] = [""] * (count + 1)
    arcs: list[dict[int, list[tuple[str, int]]]] = [{} for _ in range(count)]
    for start in range(count):
        for stop in range(start + 1, min(count, start + LONGEST) + 1):
            found = _arcs(slots[start:stop], known, seen)
            if not found:
                continue
            arcs[start][stop] = found
            word, weight = found[0] if len(found) == 1 else min(found, key=_weight)
            if forward[start] + weight < forward[stop]:
                forward[stop], taken[stop] = forward[start] + weight, word
    chosen: list[str] = []
    at = count
    while at:
        chosen.append(taken[at])
        at -= len(taken[at])
    text = "".join(reversed(chosen))
    doubtful = [place for place, slot in enumerate(slots) if len(slot) > 1]
    return Spelling(text, forward[count], _runners(text, doubtful, arcs, forward) if doubtful else {})


def _arcs(slots: Sequence[str], known: Mapping[str, int], seen: Mapping[str, int]) -> list[tuple[str, int]]:
    """The words that these places can spell, with their weights; a single place always spells something."""
    if len(slots) == 1:
        return [(character, known.get(character, UNKNOWN)) for character in slots[0]]
    doubtful = [place for place, slot in enumerate(slots) if len(slot) > 1]
    if len(doubtful) > 1:
        return _pairs(slots, known) if len(slots) == 2 else []
    if not doubtful:
        candidates = ["".join(slots)]
    else:
        head, tail = "".join(slots[: doubtful[0]]), "".join(slots[doubtful[0] + 1 :])
        candidates = [head + letter + tail for letter in slots[doubtful[0]]]
    if len(slots) > 2:
        return [(word, known[word]) for word in candidates if word in known]
    return [
        (word, min(seen.get(word, UNKNOWN), known.get(word, UNKNOWN)))
        for word in candidates
        if word in known or word in seen
    ]


def _pairs(slots: Sequence[str], known: Mapping[str, int]) -> list[tuple[str, int]]:
    """The words of two places that are both in doubt."""
    first, second = slots
    followers, possible = _followers(), frozenset(second)
    return [(head + tail, known[head + tail]) for head in first for tail in followers.get(head, "") if tail in possible]


@cache
def _followers() -> Mapping[str, str]:
    """What may follow a character in a word of two."""
    followers: dict[str, str] = {}
    for word in weights():
        if len(word) == 2:
            followers[word[0]] = followers.get(word[0], "") + word[1]
    return followers


def _runners(
    text: str, doubtful: Sequence[int], arcs: Sequence[Mapping[int, list[tuple[str, int]]]], forward: Sequence[int]
) -> dict[int, tuple[str, ...]]:
    """What else could stand at each place in doubt, by the cost of the best spelling that has it there."""
    count = len(text)
    backward: list[int] = [forward[count] * 2 + UNKNOWN] * count + [0]
    for start in range(count - 1, -1, -1):
        for stop, words in arcs[start].items():
            backward[start] = min(backward[start], backward[stop] + min(map(_weight, words)))
    runners: dict[int, tuple[str, ...]] = {}
    for place in doubtful:
        costs: dict[str, int] = {}
        for start in range(max(0, place - LONGEST + 1), place + 1):
            for stop, words in arcs[start].items():
                for word, weight in words if stop > place else ():
                    letter = word[place - start]
                    costs[letter] = min(forward[start] + weight + backward[stop], costs.get(letter, 1 << 30))
        costs.pop(text[place], None)
        runners[place] = tuple(sorted(costs, key=costs.__getitem__)[:RUNNERS])
    return runners


def _weight(arc: tuple[str, int]) -> int:
    return arc[1]
