"""Places in a text. Offsets into the original and into the clean text are different types, so they cannot be mixed up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import Literal, Protocol

from attrs import field, frozen

Severity = Literal["error", "warning", "info"]
Role = Literal["title", "heading", "entry", "continuation", "paragraph", "metadata", "chrome", "blank"]


@frozen
class Span:
    """A half-open range of code points of the ORIGINAL input: `original[span.start:span.stop]`."""

    start: int
    stop: int


@frozen
class CleanSpan:
    """A half-open range of code points of the clean text; `CleanText.to_original` makes a `Span` of it."""

    start: int
    stop: int


SpanMaker = Callable[[int, int], Span]
"""Makes the original span of the clean range (start, stop); the field parsers are handed one."""


class HasSpan(Protocol):
    """Anything that knows where in the original it stands: entries, people, quantities, issues …"""

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
    """One line of the original with its line end, and the part it plays. The lines of a document tile the input."""

    span: Span
    role: Role


@frozen
class CleanText:
    """A text made readable, with every change on record and the way back to the original.

    Attributes:
        text: Simplified Chinese, width and spaces folded, repaired where the page was damaged.
        original: the input as text (bytes decoded); spans of a document point into it.
        edits: every change, in order of position.
        encoding: how the bytes were read and why, e.g. "gb18030 (declared by meta charset)"; "str" for text input.
        warnings: what could not be repaired.
        starts: clean offsets at which the shift between clean and original changes (one a length-changing edit).
        origins: the original offset that belongs to each of `starts`.
    """

    text: str
    original: str
    edits: tuple[Edit, ...] = ()
    encoding: str = "str"
    warnings: tuple[Issue, ...] = ()
    starts: tuple[int, ...] = field(default=(), repr=False)
    origins: tuple[int, ...] = field(default=(), repr=False)

    def span_at(self, start: int, stop: int) -> Span:
        """The original span of the clean range (start, stop), both in code points."""
        if not self.starts:
            return Span(start, stop)
        first = self._origin(start)
        return Span(first, self._origin(stop - 1) + 1 if stop > start else first)

    def _origin(self, offset: int) -> int:
        at = bisect_right(self.starts, offset) - 1
        return offset if at < 0 else self.origins[at] + offset - self.starts[at]

    def to_original(self, span: CleanSpan | Span) -> Span:
        """The original span of a clean one."""
        return self.span_at(span.start, span.stop)
