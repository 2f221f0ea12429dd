"""Pages whose Traditional characters carry inserted pinyin: `聯(lián)合`, `個(ge) 人`; see docs/damaged-text.md.

Nothing is touched before the page as a whole has shown that it is damaged.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from operator import add, itemgetter
from re import Pattern

from chronicle_parse.patterns import verbose
from chronicle_parse.text.offsets import Change, Finding
from chronicle_parse.text.pinyin import (
    READING,
    TONED,
    Annotation,
    annotations_in,
    bracketed,
    read_as,
    read_without_tone,
)
from chronicle_parse.text.realign import LONGEST, WINDOW, realign, trigger
from chronicle_parse.text.script import to_simplified

LEAST_MATCHES = 3
"""How many toned readings must fit before a page counts as damaged …"""

LEAST_CHARACTERS = 2
"""… on how many different characters …"""

LEAST_TONELESS = 3
"""… and on how many different ones where the readings carry no tones and a blank follows."""


SEEN_ONCE = 30
"""The weight of a pair of characters that the page has once; it falls with every doubling."""

ENOUGH = 200_000
"""How much of a page tells which pairs it has."""


SHORT = 300
"""Up to which length a text is a sentence or a name, not a page."""


MOST_TRIES = 200
"""So many stretches of a page are put right at most, …"""

ONE_IN = 100
"""… and one more in so many characters; the worst pages seen have a quarter of that."""


def repair(text: str) -> list[Change]:
    """The inserted readings taken out and the misaligned stretches put right; nothing on a page that shows no damage.

    >>> [change.after for change in repair("我區(qū)聯(lián)合發(fā)布;郴(chēn)州")]
    ['區', '聯', '發']
    >>> repair("聯(lián)合發(fā)布"), repair("长(zhǎng)大")
    ([], [])
    """
    if ")" not in text and "）" not in text:
        return []
    found = annotations_in(text)
    counts = Counter(map(_MARKED, found))
    fitting = {marked for marked in counts if marked[0] in read_as(marked[2:-1])}
    toned = [marked for marked in fitting if _toned(marked)]
    if (
        sum(map(counts.__getitem__, toned)) >= LEAST_MATCHES
        and len({marked[0] for marked in toned}) >= LEAST_CHARACTERS
    ):
        return _strip([each for each in found if each[2] in fitting], _realigned(text))
    loose = {marked for marked in counts if not _toned(marked) and marked[0] in read_without_tone(marked[2:-1])}
    # kind B: the blank was inserted with the reading
    spaced = [
        (start, stop + 1, marked) for start, stop, marked in found if marked in loose and text.startswith(" ", stop)
    ]
    return _strip(spaced, []) if len({marked[0] for _, _, marked in spaced}) >= LEAST_TONELESS else []


_MARKED = itemgetter(2)


def _toned(marked: str) -> bool:
    return any(letter in TONED for letter in marked)


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
    found = [each for each in annotations_in(text) if _toned(each[2])]
    if not found or not all(marked[0] in read_as(marked[2:-1]) for _, _, marked in found):
        return []
    bare = _without(text, found)
    if any(marked[0] in bare for _, _, marked in found) or not _all_traditional(bare):
        return []
    return _strip(found, [])


def damage(text: str, changes: Sequence[Change]) -> Iterator[Finding]:
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
    starts = [change.start for change in changes]
    for found in islice(_lost_character().finditer(text), MOST_FINDINGS):
        number = bisect_right(starts, found.start()) - 1
        if number < 0 or changes[number].stop <= found.start():
            message = "a character that the page could not hold became a question mark here"
            yield Finding("text.lost-character", message, *found.span())


MOST_FINDINGS = 100
"""So many lost characters of a page are reported one by one; who has read that many knows about the rest."""


@cache
def _lost_character() -> Pattern[str]:
    """A question mark where no question can end, or several of them where bytes were torn and nothing tells what stood there."""
    return verbose(
        rf"\? (?<! [\p{{Han}}A-Za-z\d”’）)》」?！!？] \? ) (?! [?？] ) | [?？\uFFFD] (?: [!！,，;；、]? [?？\uFFFD]+ | {READING} [)）] )"
    )


def _without(text: str, found: Iterable[Annotation]) -> str:
    """The text without the annotated characters and their readings."""
    pieces: list[str] = []
    at = 0
    for start, stop, _ in found:
        pieces.append(text[at:start])
        at = stop
    return "".join(pieces) + text[at:]


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
    at, tries = 0, MOST_TRIES + len(text) // ONE_IN
    known: dict[tuple[int, str], Change | None] = {}
    while tries and (found := trigger().search(text, at)):
        start = found.start()
        seen = _pairs(text) if seen is None else seen
        # why: page furniture repeats, and so does a hostile text
        before = min(start, WINDOW)
        around = before, text[start - before : start + LONGEST + WINDOW]
        if around in known:
            change = known[around]
            change = change and change._replace(start=start, stop=start + change.stop - change.start)
        else:
            change = known[around] = realign(text, start, seen)
        tries -= 1
        at = change.stop if change else start + 1
        if change:
            changes.append(change)
    return changes


def _pairs(text: str) -> Mapping[str, int]:
    """Weights of the pairs of characters that the page has, the readings between them left out."""
    plain = to_simplified(bracketed().sub("", text[:ENOUGH]))
    counts = Counter(map(add, plain, plain[1:]))
    return {pair: SEEN_ONCE - 3 * min(count - 1, 3).bit_length() for pair, count in counts.items() if pair.isalpha()}


def _strip(found: Sequence[Annotation], changes: Sequence[Change]) -> list[Change]:
    """The changes, with every reading taken out that lies outside them."""
    stripped = [Change(start, stop, marked[0], "pinyin") for start, stop, marked in found]
    if not changes:
        return stripped
    starts = [start for start, _, _ in found]
    merged: list[Change] = []
    at = 0
    for change in changes:
        before = bisect_left(starts, change.start, at)
        merged += stripped[at:before]
        merged.append(change)
        at = bisect_left(starts, change.stop, before)
    return merged + stripped[at:]
