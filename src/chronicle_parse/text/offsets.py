"""Edits that compose: every stage speaks of the text it was given, the record always speaks of the original."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import accumulate
from operator import add, sub
from typing import NamedTuple

from attrs import define, field, frozen

from chronicle_parse.model.spans import Changes, CleanText, Issue, Severity, SpanMaker


class Change(NamedTuple):
    """What a stage wants replaced: `text[start:stop]`, offsets of the text it was given, by `after`.

    `choices` are the other candidates where `after` was chosen among several; None where nothing was in doubt.
    """

    start: int
    stop: int
    after: str
    reason: str
    choices: tuple[str, ...] | None = None


change_of: Callable[[tuple[int, int, str, str, tuple[str, ...] | None]], Change] = partial(tuple.__new__, Change)
"""The change that five values make, in half the time of `Change(…)`: a page may hold hundreds of thousands."""


@frozen
class Finding:
    """What a stage has to report about `text[start:stop]` of the text it was given."""

    code: str
    message: str
    start: int
    stop: int
    severity: Severity = "warning"


Choices = tuple[str, ...] | None


@define
class _Record:
    """The changes so far, as columns: ranges of the original, and how many characters of the present text stand for them.

    Columns instead of objects, because a damaged page has a change for every tenth character.
    """

    starts: list[int] = field(factory=list)
    stops: list[int] = field(factory=list)
    lengths: list[int] = field(factory=list)
    reasons: list[str] = field(factory=list)
    choices: list[Choices] = field(factory=list)

    def add(self, start: int, stop: int, length: int, reason: str, choices: Choices) -> None:
        self.starts.append(start)
        self.stops.append(stop)
        self.lengths.append(length)
        self.reasons.append(reason)
        self.choices.append(choices)

    def extend(self, other: _Record, first: int, last: int) -> None:
        self.starts += other.starts[first:last]
        self.stops += other.stops[first:last]
        self.lengths += other.lengths[first:last]
        self.reasons += other.reasons[first:last]
        self.choices += other.choices[first:last]


@define
class Draft:
    """A text on its way from original to clean, with the composed record of its changes.

    >>> draft = Draft("a--b", "a--b")
    >>> draft.apply([Change(1, 3, "-", "x")]); draft.apply([Change(0, 2, "", "y")]); draft.text
    'b'
    >>> draft.finish("str").edits
    (Edit(span=Span(start=0, stop=3), before='a--', after='', reason='x', uncertain=False, alternatives=()),)
    """

    original: str
    text: str
    warnings: list[Issue] = field(factory=list)
    _record: _Record = field(factory=_Record)

    def swap(self, text: str) -> None:
        """Takes a text of equal length that stands one to one for the present one."""
        if len(text) != len(self.text):
            raise ValueError("a one-to-one stage must keep the length")
        self.text = text

    def apply(self, changes: Sequence[Change]) -> None:
        """Makes the changes, which are in order and do not overlap, and composes them with the earlier ones."""
        if not changes:
            return
        text, at = self.text, 0
        pieces: list[str] = []
        for start, stop, after, _, _ in changes:
            pieces += text[at:start], after
            at = stop
        pieces.append(text[at:])
        self._record = _compose(self._record, changes)
        self.text = "".join(pieces)

    def report(self, findings: Iterable[Finding]) -> None:
        """Puts what was found in the present text on record, by its place in the original."""
        at: SpanMaker | None = None
        for found in findings:
            at = at or self.finish("").span_at
            self.warnings.append(Issue(found.code, found.severity, found.message, at(found.start, found.stop)))

    def finish(self, encoding: str) -> CleanText:
        """The clean text as it stands."""
        record = self._record
        changes = Changes(
            tuple(record.starts),
            tuple(record.stops),
            tuple(record.lengths),
            tuple(record.reasons),
            tuple((number, choices) for number, choices in enumerate(record.choices) if choices is not None),
        )
        return CleanText(self.text, self.original, encoding, tuple(self.warnings), changes)


def _compose(earlier: _Record, later: Sequence[Change]) -> _Record:
    """The record from the original to the new text; changes that touch an earlier one's output become one with it."""
    if not earlier.starts:
        return _Record(
            [change[0] for change in later],
            [change[1] for change in later],
            [len(change[2]) for change in later],
            [change[3] for change in later],
            [change[4] for change in later],
        )
    grown = map(sub, earlier.lengths, map(sub, earlier.stops, earlier.starts))
    begins = list(map(add, earlier.starts, accumulate(grown, initial=0)))  # in the present text
    ends = list(map(add, begins, earlier.lengths))
    done = _Record()
    step_at = change_at = 0  # the next earlier step, the next change
    shift = 0  # from the original to the present text, behind the steps passed
    while change_at < len(later):
        low, high, _, reason, choices = later[change_at]
        untouched = bisect_right(ends, low, step_at)
        if untouched > step_at:
            done.extend(earlier, step_at, untouched)
            step_at = untouched
            shift = ends[step_at - 1] - earlier.stops[step_at - 1]
        origin, more, first = low - shift, 0, True
        while True:
            if step_at < len(begins) and begins[step_at] < high:
                if begins[step_at] < low:
                    low, origin = begins[step_at], earlier.starts[step_at]
                high = max(high, ends[step_at])
                shift = ends[step_at] - earlier.stops[step_at]
                reason = earlier.reasons[step_at]
                choices = choices if earlier.choices[step_at] is None else earlier.choices[step_at]
                step_at += 1
            elif change_at < len(later) and (first or later[change_at].start < high):
                change = later[change_at]
                high = max(high, change.stop)
                more += len(change.after) - (change.stop - change.start)
                choices = change.choices if choices is None else choices
                first = False
                change_at += 1
            else:
                break
        done.add(origin, high - shift, high - low + more, reason, choices)
    done.extend(earlier, step_at, len(begins))
    return done
