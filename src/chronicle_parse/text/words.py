"""How likely a stretch of Chinese is: the cheapest way to cut it into known words."""

from __future__ import annotations

from functools import cache

from chronicle_parse.lexicon import rows

UNKNOWN = 40
"""The weight, in half nats, of a character that no word list knows."""

STOP = 18
"""The weight of punctuation, which stands beside any word."""

LONGEST = 4
"""The longest word that is looked up."""


_PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》〈〉【】〔〕—…·～％　")


@cache
def weights() -> dict[str, int]:
    """Every known word with its weight, in half nats; loaded only when a lost character is looked for."""
    return {word: int(row["weight"]) for row in rows("word_weights") for word in row["words"].split(" ")}


def cost(text: str) -> int:
    """The least total weight of words that spell the text, in half nats; what is no text at all counts as unknown.

    >>> cost("学校现场") < cost("学佼现场")
    True
    """
    known = weights()
    best = [0]
    for stop in range(1, len(text) + 1):
        character = text[stop - 1]
        least = best[-1] + (
            known.get(character) or (STOP if character.isascii() or character in _PUNCTUATION else UNKNOWN)
        )
        for length in range(2, min(LONGEST, stop) + 1):
            weight = known.get(text[stop - length : stop])
            if weight is not None and best[stop - length] + weight < least:
                least = best[stop - length] + weight
        best.append(least)
    return best[-1]
