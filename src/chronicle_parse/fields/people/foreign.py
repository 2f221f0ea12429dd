"""Names in parts joined by a dot: 贝拉·诺瓦克, 阿不都拉·吐尔逊. What is transliterated shows in its characters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from re import Pattern

from chronicle_parse.fields.people.names import Weigher
from chronicle_parse.fields.people.titles import office_before
from chronicle_parse.patterns import compiled

_DOTS = "·•・‧∙⋅"
_HYPHENS = "-‐‑–"
_PARTS = 5
_LONGEST = 7  # characters of one part
_BEFORE = 24  # characters before the first dot that are looked at
# a mean cost from which the characters are no transliteration: 悠·图书馆; where a clause begins; behind an office
_STRANGE, _STRANGER, _STRANGEST = 6.8, 7.2, 10.0
_AT_BORDER = 6.0  # what it is worth that nothing, or an office, stands right before
_PART = 6.0  # what it is worth that a name begins like one that is known: 买买提江·司马义


@cache
def _dot() -> Pattern[str]:
    return compiled(rf"(?<=\p{{Han}})[{_DOTS}](?=\p{{Han}})")


@cache
def _joint() -> Pattern[str]:
    """What joins the parts of a name of which a dot is known: 汉斯-约亨·施密特."""
    return compiled(rf"(?<=\p{{Han}})[{_HYPHENS}{_DOTS}](?=\p{{Han}})")


@cache
def _words() -> Pattern[str]:
    return compiled(r"(?r)\p{Han}+")


def dotted_names(text: str, weigher: Weigher) -> Iterator[tuple[int, int]]:
    """The places of all names with a dot, in order."""
    if not any(dot in text for dot in _DOTS):
        return
    end = 0
    for found in _dot().finditer(text):
        dot = found.start()
        if dot < end:
            continue
        before = _words().search(text, max(end, dot - _BEFORE), dot)
        if before is None:
            continue
        start, stop = _start(text, before.start(), dot, weigher), dot
        if start > end and text[start - 1] in _HYPHENS:
            before = _words().search(text, end, start - 1)
            start = _start(text, before.start(), start - 1, weigher) if before else start
        parts = 1
        while parts < _PARTS and _joint().match(text, stop):
            stop = _stop(text, stop + 1, weigher)
            parts += 1
        letters = [character for character in text[start:stop] if character not in _DOTS + _HYPHENS]
        if sum(map(weigher.candidates.foreign, letters)) <= _limit(text, start) * len(letters):
            yield start, stop
        end = stop


def _limit(text: str, start: int) -> float:
    """How strange the characters of a name may be on the average that begins here."""
    if office_before(text, start) >= 0:
        return _STRANGEST
    return _STRANGE if text[start - 1 : start].isalnum() else _STRANGER


def _start(text: str, first: int, dot: int, weigher: Weigher) -> int:
    """Where the words before end and the first part begins."""
    for at in range(dot - 1, first, -1):
        if office_before(text, at) >= first:
            first = at
            break
    head = weigher.running.head(first, dot)
    best, start, part = float("inf"), dot - 1, 0.0
    for at in range(dot - 1, max(first, dot - _LONGEST) - 1, -1):
        part += weigher.candidates.foreign(text[at])
        cost = head[at - first] + part - (_AT_BORDER if at == first else 0.0)
        cost -= _PART if text[at : at + 2] in weigher.candidates.parts else 0.0
        if cost < best:
            best, start = cost, at
    return start


def _stop(text: str, first: int, weigher: Weigher) -> int:
    """Where the last part ends and the words behind begin."""
    window = weigher.running.window(first)
    tail = weigher.running.tail(first, window, with_names=False)
    best, stop, part = float("inf"), first + 1, 0.0
    for end in range(first + 1, min(first + _LONGEST, window) + 1):
        part += weigher.candidates.foreign(text[end - 1])
        cost = part + (weigher.following.follow(end, window, tail[end - first :]) if end < window else 0.0)
        if cost < best:
            best, stop = cost, end
    return stop
