"""Stretches of a damaged page in which the bytes were cut at the wrong places, put together again.

Inserting pinyin by bytes also strikes where the last byte of one character and the first of the next spell an annotated one,
and splitting by bytes tears characters apart at what looks like punctuation. From there on the bytes pair up wrongly, until an
ASCII letter, punctuation or another annotation brings them back into step. A lead byte that is followed by no second byte
was shown as `?` and is lost, together with the ASCII character behind it, if there was one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from re import Pattern

from attrs import frozen

from chronicle_parse.patterns import verbose
from chronicle_parse.text.offsets import Change
from chronicle_parse.text.pinyin import READING, read_as
from chronicle_parse.text.script import to_simplified
from chronicle_parse.text.words import spell, weights

LEAST_GAIN = 30
"""By how many half nats a reading must be likelier than the text as it stands."""

LITTER = 20
"""What a lost byte or the rest of a bracket costs, left in the text."""

CONTEXT = 6
"""How many characters on either side judge a candidate."""

WINDOW = 4 * CONTEXT
"""The same with the readings that may be inserted between them."""

LONGEST = 120
"""How far a region may reach; the real ones end at the next punctuation."""

_TORN = {
    "，": b"\xa3\xac",
    "？": b"\xa3\xbf",
    "！": b"\xa3\xa1",
    "；": b"\xa3\xbb",
    "、": b"\xa1\xa2",
    ",": b"\xa3\xac",
    "!": b"\xa3\xa1",
    ";": b"\xa3\xbb",
    "?": b"\xa3\xbf",
}
"""The punctuation at which the text was split, and how later folding left it."""


@cache
def trigger() -> Pattern[str]:
    """A lost byte before punctuation, or before the rest of a bracket that it swallowed."""
    return verbose(rf"[?\uFFFD？] (?: (?P<torn>[，？！；、,?!;]) | (?P<reading>{READING}) [)）] )")


@cache
def _closing_reading() -> Pattern[str]:
    return verbose(rf"(?P<reading>{READING}) [)）]")


@cache
def _opening_reading() -> Pattern[str]:
    return verbose(rf"[(（] (?P<reading>{READING}) [)）]")


@frozen
class Region:
    """A reading of a misaligned stretch.

    Attributes:
        start: where it begins, at the lost byte.
        stop: where the text is in step again.
        pieces: what stands there: known characters, and for each lost byte the tuple of its candidates.
        confirmed: whether a reading inside it fits.
    """

    start: int
    stop: int
    pieces: tuple[str | tuple[str, ...], ...]
    confirmed: bool


def realign(text: str, start: int, seen: Mapping[str, int]) -> Change | None:
    """The best reading of the stretch that begins with the lost byte at `start`, if it clearly beats leaving it alone.

    `seen` holds the weights of the pairs of characters that the page has elsewhere.
    """
    best: tuple[int, Change] | None = None
    for region in _regions(text, start):
        known = region.confirmed or any(isinstance(piece, str) for piece in region.pieces)
        if not known and not _ends_in_sign(region):
            continue  # why: nothing known in it speaks for any reading
        gain, change = _choose(text, region, seen)
        if not known and not _completes_word(_before(text, start)[-1:] + change.after[:1], seen):
            continue
        if best is None or gain > best[0]:
            best = gain, change
    return best[1] if best and best[0] >= LEAST_GAIN else None


def _ends_in_sign(region: Region) -> bool:
    """Whether the last piece can only be a sign, as in 学?！?, which is 学校。."""
    return not any(map(str.isalnum, region.pieces[-1]))


def _completes_word(pair: str, seen: Mapping[str, int]) -> bool:
    return pair in seen or pair in weights()


def _regions(text: str, start: int) -> list[Region]:
    found = trigger().match(text, start)
    if found is None:
        return []
    reading = found["reading"]
    if reading is None:
        torn = _TORN[found["torn"]]
        region = _walk(text, start, found.end(), torn[1:], [_any_second(torn[0])], False)
        return [region] if region else []
    before = _bytes(text[start - 1]) if start else b""
    if len(before) != 2:
        return []
    regions = []
    for character in read_as(reading):
        spelt = _bytes(character)
        if len(spelt) == 2 and spelt[0] == before[1]:
            region = _walk(text, start, found.end(), spelt[1:], [], True)
            if region:
                regions.append(region)
    return regions


def _walk(
    text: str, start: int, at: int, pending: bytes, pieces: list[str | tuple[str, ...]], confirmed: bool
) -> Region | None:
    """Goes on with one byte pending until the text is in step again; None if that cannot be."""
    stop = min(len(text), start + LONGEST)
    while at < stop:
        character = text[at]
        if character in "?\ufffd？":
            closing = _closing_reading().match(text, at + 1)
            if closing:
                known = "".join(k for k in read_as(closing["reading"]) if _bytes(k)[:1] == pending)
                if not known:
                    return None
                pieces.append(known if len(known) == 1 else tuple(known))
                return Region(start, closing.end(), tuple(pieces), True)
            candidates = _any_first(pending[0])
            if not candidates:
                return None
            pieces.append(candidates)
            follows = text[at + 1 : at + 2]
            if follows and follows not in "\n，？！；、,!;":
                pieces.append("\ufffd")
            return Region(start, at + 1, tuple(pieces), confirmed)
        spelt = _TORN.get(character) or _bytes(character)
        if len(spelt) > 2:
            return None  # why: GB 18030 has four bytes for what GBK has not, and only pairs of bytes get out of step
        whole = _character(pending + spelt[:1])
        if not whole:
            return None
        pieces.append(whole)
        at += 1
        annotated = _opening_reading().match(text, at)
        if len(spelt) == 1:
            if annotated and whole in read_as(annotated["reading"]):
                return Region(start, annotated.end(), tuple(pieces), True)
            return Region(start, at, tuple(pieces), confirmed)
        pending = spelt[1:]
        if pending < b"\x80":  # a letter of the original, behind which the text is in step
            return Region(start, at, (*pieces, pending.decode()), confirmed)
        if annotated and character in read_as(annotated["reading"]):
            at = annotated.end()
            confirmed = True
    return None


def _choose(text: str, region: Region, seen: Mapping[str, int]) -> tuple[int, Change]:
    """The likeliest spelling of a region, and by how much it beats the text as it stands."""
    before = _before(text, region.start)
    after = to_simplified(_plain(text[region.stop : region.stop + WINDOW].partition("\n")[0])[:CONTEXT])
    plain = to_simplified("".join(piece if isinstance(piece, str) else "\0" for piece in region.pieces))
    places = iter(plain)
    slots = [*before]
    for piece in region.pieces:
        if isinstance(piece, str):
            slots += (next(places) for _ in piece)
        else:
            next(places)
            slots.append("".join(dict.fromkeys(to_simplified("".join(piece)))))
    spelling = spell(_without_odd_stops([*slots, *after]), seen)
    spelt = spelling.text[len(before) : len(slots)]
    choices = None
    if spelling.runners:
        choices = tuple(
            spelt[: place - len(before)] + other + spelt[place - len(before) + 1 :]
            for place, others in spelling.runners.items()
            for other in others
        )
    left = to_simplified(text[region.start : region.stop])
    litter = left.count("?") + left.count("\ufffd") + left.count(")") + left.count("）")
    stands = spell([*before, *left, *after]).cost + LITTER * litter
    return stands - spelling.cost, Change(region.start, region.stop, spelt, "realign", choices)


_NO_END = frozenset("是和与及或在把被将为从向对由于以并而且则每各")
"""Words that no sentence ends with."""

_OPEN_END = frozenset("、，：“‘《〈（【·")
"""Signs that no line ends with."""


def _without_odd_stops(slots: list[str]) -> list[str]:
    """The candidates without full stops where no sentence ends, and without signs that lead on where the line ends."""
    for place, slot in enumerate(slots):
        if len(slot) == 1:
            continue
        odd = set() if _may_end(slots, place) else {"。"}
        if place + 1 == len(slots):
            odd |= _OPEN_END
        slots[place] = "".join(character for character in slot if character not in odd) or slot
    return slots


def _may_end(slots: Sequence[str], place: int) -> bool:
    """Whether a sentence may end here.

    It does not behind punctuation, behind a word that leads on or the first character of a quotation, nor before a sign.
    """
    earlier, before = slots[place - 2] if place > 1 else "", slots[place - 1] if place else "\n"
    after = slots[place + 1] if place + 1 < len(slots) else ""
    lost_sign = len(after) > 1 and not any(map(str.isalnum, after))
    ends = (before.isalnum() or before in "”》）)%") and before not in _NO_END and earlier not in "“‘《"
    return ends and not lost_sign and after not in set("，、；：。,;:")


def _before(text: str, start: int) -> str:
    """The nearest characters of the same line, in Simplified."""
    return to_simplified(_plain(text[max(0, start - WINDOW) : start].rpartition("\n")[2])[-CONTEXT:])


def _plain(text: str) -> str:
    """The text without the readings inserted in it."""
    return _opening_reading().sub("", text) if "(" in text or "（" in text else text


def _bytes(character: str) -> bytes:
    try:
        return character.encode("gb18030")
    except UnicodeEncodeError:  # a lone surrogate
        return b""


def _character(pair: bytes) -> str:
    try:
        found = pair.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return found if len(found) == 1 and not "\ue000" <= found <= "\uf8ff" else ""


@cache
def _any_second(second: int) -> tuple[str, ...]:
    """Every usual character that ends in this byte."""
    return _usual(bytes((first, second)) for first in range(0x81, 0xFF))


@cache
def _any_first(first: int) -> tuple[str, ...]:
    """Every usual character that begins with this byte and goes on with one that can lead."""
    return _usual(bytes((first, second)) for second in range(0x80, 0xFF))


def _usual(pairs: Iterable[bytes]) -> tuple[str, ...]:
    known = weights()
    found = list(filter(None, map(_character, pairs)))
    usual = tuple(
        character for character, plain in zip(found, to_simplified("".join(found)), strict=True) if plain in known
    )
    return usual or tuple(found)
