"""Pages whose Traditional characters carry inserted pinyin: `聯(lián)合`, `個(ge) 人`; see docs/damaged-text.md.

Nothing is touched before the page as a whole has shown that it is damaged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from operator import add

from regex import Match, Pattern

from chronicle_parse.patterns import verbose
from chronicle_parse.text.offsets import Change, Finding
from chronicle_parse.text.pinyin import TONED, annotation, read_as, read_without_tone
from chronicle_parse.text.realign import realign, trigger
from chronicle_parse.text.script import to_simplified

LEAST_MATCHES = 3
"""How many toned readings must fit before a page counts as damaged …"""

LEAST_CHARACTERS = 2
"""… on how many different characters …"""

LEAST_TONELESS = 3
"""… and on how many different ones where the readings carry no tones and a blank follows."""


SEEN_ONCE = 30
"""The weight of a pair of characters that the page has once; it falls with every doubling."""

ENOUGH = 1_000_000
"""How much of a page tells which pairs it has."""


SHORT = 300
"""Up to which length a text is a sentence or a name, not a page."""


@cache
def _spaced() -> Pattern[str]:
    """Kind B: a toneless reading, and the blank that was inserted with it."""
    return verbose(r"(?P<character>\p{Han}) [(（] (?P<reading>[a-zü]{1,6}) [)）] \x20")


def repair(text: str) -> list[Change]:
    """The inserted readings taken out and the misaligned stretches put right; nothing on a page that shows no damage.

    >>> [change.after for change in repair("我區(qū)聯(lián)合發(fā)布;郴(chēn)州")]
    ['區', '聯', '發']
    >>> repair("聯(lián)合發(fā)布"), repair("长(zhǎng)大")
    ([], [])
    """
    if ")" not in text and "）" not in text:
        return []
    toned = [found for found in annotation().finditer(text) if found["character"] in read_as(found["reading"])]
    marked = [found for found in toned if _has_tone(found)]
    if len(marked) >= LEAST_MATCHES and len({found["character"] for found in marked}) >= LEAST_CHARACTERS:
        return _strip(toned, _realigned(text))
    if " " not in text:
        return []
    spaced = [found for found in _spaced().finditer(text) if found["character"] in read_without_tone(found["reading"])]
    if len({found["character"] for found in spaced}) >= LEAST_TONELESS:
        return _strip(spaced, [])
    return []


def repair_short(text: str) -> list[Change]:
    """The same for a text too short to pass the gate, such as a name: `羅啟(qǐ)明`.

    One reading is enough where nothing speaks against it: every bracketed reading fits, the character stands nowhere
    without it, and the text holds no Simplified characters, as a text that explains a Traditional one would.

    >>> [change.after for change in repair_short("羅啟(qǐ)明")]
    ['啟']
    >>> repair_short("“發(fā)”是“发”的繁体"), repair_short("郴(chēn)州")
    ([], [])
    """
    if ")" not in text and "）" not in text:
        return []
    changes = repair(text)
    if changes or len(text) > SHORT:
        return changes
    found = [match for match in annotation().finditer(text) if _has_tone(match)]
    if not found or not all(match["character"] in read_as(match["reading"]) for match in found):
        return []
    bare = annotation().sub("", text)
    if any(match["character"] in bare for match in found) or not _all_traditional(bare):
        return []
    return _strip(found, [])


def damage(text: str, changes: Iterable[Change]) -> Iterator[Finding]:
    """What the changes of `repair` could only guess or not bring back."""
    for change in changes:
        if change.choices is None:
            continue
        if "\ufffd" in change.after:
            message = "a letter, digit or sign is lost here; it stands as U+FFFD, look it up in another copy"
            yield Finding("text.eaten-character", message, change.start, change.stop)
        else:
            others = "、".join(change.choices[:3])
            message = f"a lost character was chosen by its neighbours: {change.after} (or {others})"
            yield Finding("text.uncertain-character", message, change.start, change.stop)
    inside = [(change.start, change.stop) for change in changes if change.reason == "realign"]
    for found in _lost_character().finditer(text):
        if not any(start <= found.start() < stop for start, stop in inside):
            message = "a character that the page could not hold became a question mark here"
            yield Finding("text.lost-character", message, *found.span())


@cache
def _lost_character() -> Pattern[str]:
    """A question mark where no question can end."""
    return verbose(r"(?<! [\p{Han}A-Za-z\d”’）)》」?！!？] ) \? (?! [?？] )")


def _has_tone(found: Match[str]) -> bool:
    return any(letter in TONED for letter in found["reading"])


def _all_traditional(text: str) -> bool:
    """Whether no character of the text is one that only Simplified texts have."""
    return not any(map(_only_simplified, filter(str.isalpha, text)))


def _only_simplified(character: str) -> bool:
    """Whether GB2312, the set of Simplified texts, has a character and Big5, that of Traditional ones, has not."""
    return _in(character, "gb2312") and not _in(character, "big5")


def _in(character: str, encoding: str) -> bool:
    try:
        return len(character.encode(encoding)) == 2
    except UnicodeEncodeError:
        return False


def _realigned(text: str) -> list[Change]:
    changes: list[Change] = []
    seen: Mapping[str, int] | None = None
    at = 0
    while found := trigger().search(text, at):
        seen = _pairs(text) if seen is None else seen
        read = realign(text, found.start(), seen)
        at = read[1].stop if read else found.start() + 1
        if read:
            changes.append(read[1])
    return changes


def _pairs(text: str) -> Mapping[str, int]:
    """Weights of the pairs of characters that the page has, the readings between them left out."""
    plain = to_simplified(annotation().sub(r"\g<character>", text[:ENOUGH]))
    counts = Counter(map(add, plain, plain[1:]))
    return {pair: SEEN_ONCE - 3 * min(count - 1, 3).bit_length() for pair, count in counts.items() if pair.isalpha()}


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
