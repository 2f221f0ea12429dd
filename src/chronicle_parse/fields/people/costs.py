"""What the lexicon says about characters and words, as costs: negative logarithms of probabilities, so small is likely."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from chronicle_parse.lexicon import rows, words

UNKNOWN = 13.0
"""The cost of a character of running text that is no word of the tables."""
UNSEEN = 11.0
"""The cost of a character that was not met in that place of a name: people are named with anything."""

NEVER = 99.0
"""The cost of what cannot be."""

_DIGIT = 2.5
_ASCII = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NEVER_IN = "的了着过们吗呢吧" + _ASCII
_RIVAL, _RARE = 1.5, 7.0


@frozen
class NameCosts:
    """How likely a character is in each place of a name; what is not in a table costs `UNSEEN`."""

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
    followers = [word for word in words("after_names") if len(word) == 1]
    for place in ("second", "third", "only", "foreign"):
        costs = places[place]
        if place in ("third", "only"):
            # why: a character that may as well go on from a shorter name is the less likely to end a longer one
            costs.update({word: costs[word] + _RIVAL for word in followers if costs.get(word, 0.0) > _RARE})
            costs.update({word: UNSEEN + _RIVAL for word in followers if word not in costs})
        costs.update(dict.fromkeys(_NEVER_IN, NEVER))
    return NameCosts(
        surnames,
        places["second"],
        places["third"],
        places["only"],
        places["foreign"],
        frozenset(words("surnames", kind="compound")),
    )


@cache
def divisions() -> frozenset[str]:
    """The provinces, cities and counties without their rank: 哈密 of 哈密市."""
    return frozenset(word[:-1] for word in words("divisions") if len(word) > 2)


@cache
def ranked_divisions() -> frozenset[str]:
    """The provinces, cities and counties with their rank."""
    return frozenset(word for word in words("divisions") if len(word) > 2)


@cache
def word_costs() -> dict[str, float]:
    """How likely a word is in running text."""
    costs = dict.fromkeys(_ASCII, _DIGIT)
    for row in rows("common_words"):
        cost = int(row["cost"]) / 100
        for word in row["words"].split(" "):
            costs[word] = cost
    # why: what bulletins are made of is rare in the novels and papers behind the statistics
    for table, ceiling in (("no_names", 9.0), ("offices", 9.0), ("after_names", 11.0), ("before_titles", 11.0)):
        for word in words(table):
            if len(word) > 1:
                costs[word] = min(costs.get(word, ceiling), ceiling)
    return costs


@cache
def longer_words() -> tuple[frozenset[str], frozenset[str]]:
    """The first two characters, and the last two, of all words of more: where neither stands no longer word need be sought."""
    longer = [word for word in word_costs() if len(word) > 2]
    return frozenset(word[:2] for word in longer), frozenset(word[-2:] for word in longer)


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of one class: "v" verbs, "ns" places."""
    return frozenset(word for row in rows("common_words") if row["class"] == name for word in row["words"].split(" "))


@cache
def after_costs() -> dict[str, float]:
    """How likely a word is right after a name."""
    known = word_costs()
    return {
        row["word"]: float(row["cost"]) + 1.0 + min(max(0.0, (known.get(row["word"], 10.0) - 10.0) / 2), 1.5)
        for row in rows("after_names")
    }
