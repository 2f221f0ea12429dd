"""Traditional to Simplified, one character for one, so that offsets hold."""

from __future__ import annotations

from functools import cache

from opencc import OpenCC


@cache
def _t2s() -> OpenCC:
    return OpenCC("t2s")


def to_simplified(text: str) -> str:
    """The text in Simplified characters, equally long.

    >>> to_simplified("國內大型雙層巴士")
    '国内大型双层巴士'
    """
    converted: str = _t2s().convert(text)
    if len(converted) == len(text):
        return converted
    # why: OpenCC may spell a rare phrase with another number of characters, and cuts a text at NUL
    return "".join(_simplified(character) for character in text)


@cache
def _simplified(character: str) -> str:
    converted: str = _t2s().convert(character)
    return converted if len(converted) == 1 else character
