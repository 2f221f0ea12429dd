"""Edits that compose: every stage speaks of the text it was given, the record always speaks of the original."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import define, field, frozen

from chronicle_parse.model.spans import Changes, CleanText, Issue, Severity, SpanMaker


@frozen
class Change:
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


@frozen
class _Step:
    """A change on record: a range of the original, the range of the present text that stands for it."""

    start: int
    stop: int
    now: int
    length: int
    reason: str
    choices: tuple[str, ...] | None

    def moved(self, by: int) -> _Step:
        return _Step(self.start, self.stop, self.now + by, self.length, self.reason, self.choices)


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
        pieces: list[str] = []
        at = 0
        for change in changes:
            pieces += self.text[at : change.start], change.after
            at = change.stop
        pieces.append(self.text[at:])
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
    done: list[_Step] = []
    step_at = change_at = 0  # the next earlier step, the next change
    shift = 0  # from the original to the present text, behind the steps passed
    moved = 0  # from the present text to the new one, behind the changes passed
    while change_at < len(later):
        change = later[change_at]
        low, high = change.start, change.stop
        while step_at < len(earlier) and earlier[step_at].now + earlier[step_at].length <= low:
            step = earlier[step_at]
            done.append(step if not moved else step.moved(moved))
            shift = step.now + step.length - step.stop
            step_at += 1
        origin, reason, choices, grown = low - shift, change.reason, change.choices, 0
        first = True
        while True:
            if step_at < len(earlier) and earlier[step_at].now < high:
                step = earlier[step_at]
                step_at += 1
                if step.now < low:
                    low, origin = step.now, step.start
                high = max(high, step.now + step.length)
                shift = step.now + step.length - step.stop
                reason, choices = step.reason, step.choices if step.choices is not None else choices
            elif change_at < len(later) and (first or later[change_at].start < high):
                change = later[change_at]
                change_at += 1
                high = max(high, change.stop)
                grown += len(change.after) - (change.stop - change.start)
                choices = change.choices if choices is None else choices
                first = False
            else:
                break
        done.append(_Step(origin, high - shift, low + moved, high - low + grown, reason, choices))
        moved += grown
    done += (step.moved(moved) for step in earlier[step_at:])
    return done
