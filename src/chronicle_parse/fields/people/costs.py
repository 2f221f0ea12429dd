"""What the lexicon says about characters and words, as costs: negative logarithms of probabilities, so small is likely."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from chronicle_parse.lexicon import rows, words

UNKNOWN = 13.0
"""The cost of a character that the tables do not know, as a word or in a name."""


@frozen
class NameCosts:
    """How likely a character is in each place of a name."""

    surname: dict[str, float]
    second: dict[str, float]
    third: dict[str, float]
    only: dict[str, float]
    foreign: dict[str, float]
    compound: frozenset[str]


@cache
def name_costs() -> NameCosts:
    """The statistics of names."""
    places: dict[str, dict[str, float]] = {name: {} for name in ("surname", "second", "third", "only", "foreign")}
    for row in rows("name_characters"):
        for place, costs in places.items():
            if row[place]:
                costs[row["character"]] = int(row[place]) / 100
    surnames = {word: places["surname"].get(word, 9.0) for word in words("surnames", kind="single")}
    return NameCosts(
        surnames,
        places["second"],
        places["third"],
        places["only"],
        places["foreign"],
        frozenset(words("surnames", kind="compound")),
    )


@cache
def word_costs() -> dict[str, float]:
    """How likely a word is in running text."""
    costs: dict[str, float] = {}
    for row in rows("common_words"):
        cost = int(row["cost"]) / 100
        for word in row["words"].split(" "):
            costs[word] = cost
    # why: what bulletins are made of is rare in the novels and papers behind the statistics
    for table in ("no_names", "offices", "after_names"):
        for word in words(table):
            if len(word) > 1:
                costs[word] = min(costs.get(word, 11.0), 9.0 if table == "no_names" else 11.0)
    return costs


@cache
def after_costs() -> dict[str, float]:
    """How likely a word is right after a name."""
    return {row["word"]: float(row["cost"]) + 1.0 for row in rows("after_names")}


def tail_costs(text: str, start: int, stop: int) -> list[float]:
    """For each offset from start to stop: the cost of the likeliest words that make up the rest."""
    size = stop - start
    best = [0.0] * (size + 1)
    get = word_costs().get
    for i in range(size - 1, -1, -1):
        at = start + i
        low = get(text[at], UNKNOWN) + best[i + 1]
        for length in range(2, min(4, size - i) + 1):
            cost = get(text[at : at + length])
            if cost is not None and cost + best[i + length] < low:
                low = cost + best[i + length]
        best[i] = low
    return best
