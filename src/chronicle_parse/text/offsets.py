"""Edits that compose: every stage speaks of the text it was given, the record always speaks of the original."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import add
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


@frozen
class Finding:
    """What a stage has to report about `text[start:stop]` of the text it was given."""

    code: str
    message: str
    start: int
    stop: int
    severity: Severity = "warning"


class _Step(NamedTuple):
    """A change on record: a range of the original, and how many characters of the present text stand for it."""

    start: int
    stop: int
    length: int
    reason: str
    choices: tuple[str, ...] | None


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
    _steps: list[_Step] = field(factory=list)

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
        self._steps = _compose(self._steps, changes)
        self.text = "".join(pieces)

    def report(self, findings: Iterable[Finding]) -> None:
        """Puts what was found in the present text on record, by its place in the original."""
        at: SpanMaker | None = None
        for found in findings:
            at = at or self.finish("").span_at
            self.warnings.append(Issue(found.code, found.severity, found.message, at(found.start, found.stop)))

    def finish(self, encoding: str) -> CleanText:
        """The clean text as it stands."""
        steps = self._steps
        changes = Changes(
            tuple(step.start for step in steps),
            tuple(step.stop for step in steps),
            tuple(step.length for step in steps),
            tuple(step.reason for step in steps),
            tuple((number, step.choices) for number, step in enumerate(steps) if step.choices is not None),
        )
        return CleanText(self.text, self.original, encoding, tuple(self.warnings), changes)


def _compose(earlier: Sequence[_Step], later: Sequence[Change]) -> list[_Step]:
    """The steps from the original to the new text; changes that touch an earlier step's output become one with it."""
    if not earlier:
        return [_Step(start, stop, len(after), reason, choices) for start, stop, after, reason, choices in later]
    grown = [step.length - (step.stop - step.start) for step in earlier]
    begins = list(map(add, [step.start for step in earlier], accumulate(grown, initial=0)))  # in the present text
    ends = list(map(add, begins, [step.length for step in earlier]))
    done: list[_Step] = []
    step_at = change_at = 0  # the next earlier step, the next change
    shift = 0  # from the original to the present text, behind the steps passed
    while change_at < len(later):
        low, high, _, reason, choices = later[change_at]
        untouched = bisect_right(ends, low, step_at)
        if untouched > step_at:
            done += earlier[step_at:untouched]
            step_at = untouched
            shift = ends[step_at - 1] - earlier[step_at - 1].stop
        origin, more, first = low - shift, 0, True
        while True:
            if step_at < len(earlier) and begins[step_at] < high:
                step = earlier[step_at]
                if begins[step_at] < low:
                    low, origin = begins[step_at], step.start
                high = max(high, ends[step_at])
                shift = ends[step_at] - step.stop
                reason, choices = step.reason, step.choices if step.choices is not None else choices
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
        done.append(_Step(origin, high - shift, high - low + more, reason, choices))
    done += earlier[step_at:]
    return done
