"""Pages whose Traditional characters carry inserted pinyin: `聯(lián)合`, `個(ge) 人`; see docs/damaged-text.md.

Nothing is touched before the page as a whole has shown that it is damaged.
"""

from __future__ import annotations

from functools import cache

from regex import Match, Pattern

from chronicle_parse.patterns import verbose
from chronicle_parse.text.offsets import Change
from chronicle_parse.text.pinyin import TONED, annotation, read_as, read_without_tone
from chronicle_parse.text.realign import realign, trigger

LEAST_MATCHES = 3
"""How many toned readings must fit before a page counts as damaged …"""

LEAST_CHARACTERS = 2
"""… on how many different characters …"""

LEAST_TONELESS = 3
"""… and on how many different ones where the readings carry no tones and a blank follows."""


@cache
def _spaced() -> Pattern[str]:
    """Kind B: a toneless reading, and the blank that was inserted with it."""
    return verbose(r"(?P<character>\p{Han}) [(（] (?P<reading>[a-zü]{1,6}) [)）] \x20")


def repair(text: str) -> list[Change]:
    """The inserted readings taken out and the misaligned stretches put right; nothing on a page that shows no damage."""
    if "(" not in text and "（" not in text:
        return []
    toned = [found for found in annotation().finditer(text) if found["character"] in read_as(found["reading"])]
    marked = [found for found in toned if any(letter in TONED for letter in found["reading"])]
    if len(marked) >= LEAST_MATCHES and len({found["character"] for found in marked}) >= LEAST_CHARACTERS:
        return _strip(toned, _realigned(text))
    spaced = [found for found in _spaced().finditer(text) if found["character"] in read_without_tone(found["reading"])]
    if len({found["character"] for found in spaced}) >= LEAST_TONELESS:
        return _strip(spaced, [])
    return []


def _realigned(text: str) -> list[Change]:
    changes: list[Change] = []
    at = 0
    while found := trigger().search(text, at):
        read = realign(text, found.start())
        at = read[1].stop if read else found.start() + 1
        if read:
            changes.append(read[1])
    return changes


def _strip(found: list[Match[str]], changes: list[Change]) -> list[Change]:
    """The changes, with every reading taken out that lies outside them."""
    merged: list[Change] = []
    number = 0
    for match in found:
        start, stop = match.span()
        while number < len(changes) and changes[number].start < stop:
            merged.append(changes[number])
            number += 1
        if not merged or merged[-1].stop <= start:
            merged.append(Change(start, stop, match["character"], "pinyin"))
    return merged + changes[number:]
