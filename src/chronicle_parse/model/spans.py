"""Places in a text. Offsets into the original and into the clean text are different types, so they cannot be mixed up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, groupby
from operator import add
from typing import Literal, Protocol

from attrs import field, frozen

Severity = Literal["error", "warning", "info"]
Role = Literal["title", "heading", "entry", "continuation", "paragraph", "metadata", "chrome", "blank"]


@frozen
class Span:
    """A half-open range of code points of the ORIGINAL input: `original[span.start:span.stop]`.

    Attributes:
        start: offset of the first character, from 0.
        stop: offset behind the last one.
    """

    start: int
    stop: int


@frozen
class CleanSpan:
    """A half-open range of code points of the clean text; `CleanText.to_original` makes a `Span` of it.

    Attributes:
        start: offset of the first character, from 0.
        stop: offset behind the last one.
    """

    start: int
    stop: int


SpanMaker = Callable[[int, int], Span]
"""Makes the original span of the clean range (start, stop); the field parsers are handed one."""


class HasSpan(Protocol):
    """Anything that knows where in the original it stands: entries, people, quantities, issues."""

    @property
    def span(self) -> Span:
        """Where in the original input."""
        ...


@frozen
class Edit:
    """One change made to the original on the way to the clean text.

    Attributes:
        span: the original characters that were replaced (empty for an insertion).
        before: those characters.
        after: what stands in the clean text instead.
        reason: which stage made the change and why, a stable word such as "pinyin", "script", "realign", "width".
        uncertain: whether `after` was chosen among several possibilities, however likely it is.
        alternatives: the other candidates, best first; empty where there are none or nothing was chosen.
    """

    span: Span
    before: str
    after: str
    reason: str
    uncertain: bool = False
    alternatives: tuple[str, ...] = ()


@frozen
class Issue:
    """Something the reader of a document should know: what was flagged instead of being guessed.

    Attributes:
        code: stable, dotted, e.g. "date.impossible-day"; docs/issues.md lists them all.
        severity: "error" (something could not be read), "warning" (read, but doubtful) or "info".
        message: one sentence that a person can act on.
        span: the original characters it is about.
    """

    code: str
    severity: Severity
    message: str
    span: Span


@frozen
class Line:
    """One line of the original. The lines of a document tile the input.

    Attributes:
        span: the line with its line end.
        role: the part it plays: title, heading, entry, continuation (of an entry), paragraph, metadata, chrome, blank.
    """

    span: Span
    role: Role


SAME_LENGTH = {
    "script": "a Traditional character",
    "width": "a full-width form",
    "space": "a blank",
    "radical": "a radical",
    "symbol": "a sign of a symbol font, or the second code of a character",
}
"""Reasons of one-to-one changes. They are not stored: `CleanText.edits` reads them off the two texts."""


@frozen
class Changes:
    """The compact record of the edits that changed a length or chose among candidates; parallel columns, in order.

    The characters between two of them stand one to one for each other, so the offset map needs no more than this.

    Attributes:
        starts: where each replaced range of the original begins.
        stops: where it ends.
        lengths: how many characters of the clean text stand for it.
        reasons: `Edit.reason` of each.
        choices: of the uncertain ones, their number in the columns and `Edit.alternatives`.
    """

    starts: tuple[int, ...] = ()
    stops: tuple[int, ...] = ()
    lengths: tuple[int, ...] = ()
    reasons: tuple[str, ...] = ()
    choices: tuple[tuple[int, tuple[str, ...]], ...] = ()


NO_CHANGES = Changes()


@frozen
class CleanText:
    """A text made readable, with every change on record and the way back to the original.

    Attributes:
        text: Simplified Chinese, width and spaces folded, repaired where the page was damaged.
        original: the input as text (bytes decoded); spans of a document point into it.
        encoding: how the bytes were read and why, e.g. "gb18030 (declared by meta charset)"; "str" for text input.
        warnings: what could not be repaired.
        changes: the record from which the offset map and `edits` are made.
    """

    text: str
    original: str
    encoding: str = "str"
    warnings: tuple[Issue, ...] = ()
    changes: Changes = field(default=NO_CHANGES, repr=False)

    @classmethod
    def from_edits(
        cls, original: str, edits: Iterable[Edit], encoding: str = "str", warnings: Iterable[Issue] = ()
    ) -> CleanText:
        """The clean text that `edits`, in order and apart from each other, make of `original`.

        It takes back what a `CleanText` gives out, which is all that a serialiser needs:

        >>> clean = CleanText.from_edits("羅湖區(qū)", [Edit(Span(2, 7), "區(qū)", "区", "pinyin")])
        >>> clean.text, CleanText.from_edits(clean.original, clean.edits) == clean
        ('羅湖区', True)

        Raises:
            ValueError: for edits out of order, or whose `before` is not what stands there.
        """
        pieces: list[str] = []
        kept: list[tuple[int, int, int, str]] = []
        choices: list[tuple[int, tuple[str, ...]]] = []
        at = 0
        for edit in edits:
            start, stop = edit.span.start, edit.span.stop
            if not at <= start <= stop <= len(original) or original[start:stop] != edit.before:
                raise ValueError(f"the edit {edit!r} does not fit the original behind offset {at}")
            pieces += original[at:start], edit.after
            at = stop
            if edit.reason in SAME_LENGTH and stop - start == len(edit.after) and not edit.uncertain:
                continue
            if edit.uncertain or edit.alternatives:
                choices.append((len(kept), edit.alternatives))
            kept.append((start, stop, len(edit.after), edit.reason))
        pieces.append(original[at:])
        starts, stops, lengths, reasons = zip(*kept, strict=True) if kept else ((), (), (), ())
        changes = Changes(starts, stops, lengths, reasons, tuple(choices))
        return cls("".join(pieces), original, encoding, tuple(warnings), changes)

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """Every change, in order of position; made on first use."""
        return tuple(self._all_edits())

    def _all_edits(self) -> Iterator[Edit]:
        text, original, changes = self.text, self.original, self.changes
        choices = dict(changes.choices)
        at = clean_at = 0
        rows = zip(self._clean_starts, changes.lengths, changes.starts, changes.stops, changes.reasons, strict=True)
        for number, (clean, length, start, stop, reason) in enumerate(rows):
            yield from _one_to_one(original, at, text, clean_at, clean)
            at, clean_at = stop, clean + length
            yield Edit(
                Span(start, stop),
                original[start:stop],
                text[clean:clean_at],
                reason,
                number in choices,
                choices.get(number, ()),
            )
        yield from _one_to_one(original, at, text, clean_at, len(text))

    @cached_property
    def _clean_starts(self) -> tuple[int, ...]:
        starts, stops, lengths = self.changes.starts, self.changes.stops, self.changes.lengths
        grown = (length - (stop - start) for start, stop, length in zip(starts, stops, lengths, strict=True))
        return tuple(map(add, starts, accumulate(grown, initial=0)))

    def span_at(self, start: int, stop: int) -> Span:
        """The original span of the clean range (start, stop), both in code points.

        A range that touches a replaced part covers the whole of what was replaced, so it is never empty unless asked to be.
        """
        if not self.changes.starts:
            return Span(start, stop)
        first = self._origin(start, 0)
        return Span(first, self._origin(stop - 1, 1) if stop > start else first)

    def _origin(self, offset: int, side: int) -> int:
        """Where the original of one clean character begins (side 0) or ends (side 1)."""
        at = bisect_right(self._clean_starts, offset) - 1
        if at < 0:
            return offset + side
        beyond = offset - self._clean_starts[at] - self.changes.lengths[at]
        if beyond >= 0:
            return self.changes.stops[at] + beyond + side
        return self.changes.stops[at] if side else self.changes.starts[at]

    def to_original(self, span: CleanSpan | Span) -> Span:
        """The original span of a clean one."""
        return self.span_at(span.start, span.stop)


def _one_to_one(original: str, at: int, text: str, clean_at: int, clean_stop: int) -> Iterator[Edit]:
    """The runs in which two equally long stretches differ, each for one reason."""
    length = clean_stop - clean_at
    before, after = original[at : at + length], text[clean_at:clean_stop]
    if before == after:
        return
    differing = [i for i, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
    for _, run in groupby(enumerate(differing), lambda pair: (pair[1] - pair[0], _reason(before[pair[1]]))):
        places: Sequence[int] = [i for _, i in run]
        first, last = places[0], places[-1] + 1
        yield Edit(Span(at + first, at + last), before[first:last], after[first:last], _reason(before[first]))


def _reason(character: str) -> str:
    code = ord(character)
    if 0x2E80 <= code <= 0x2FDF:
        return "radical"
    if character.isspace() or code in _BLANKS:
        return "space"
    if 0xE000 <= code <= 0xFAFF:
        return "symbol"
    return "width" if 0xFF00 <= code <= 0xFFEF else "script"


_BLANKS = frozenset({0x2800, 0x3164, 0xE5E5})
"""Characters that show as a blank without being whitespace to Python."""
