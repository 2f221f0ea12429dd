"""The exceptions. What is wrong with a text is an `Issue` on the document; these are for misuse and for input that is no text.

All fields are set at construction and all of them pickle, so errors cross process borders whole.
"""

from __future__ import annotations

from typing import Any

from chronicle_parse.model.spans import Issue, Span


class ChronicleParseError(Exception):
    """The base of every exception this package raises on purpose. `code`: stable, dotted, to count and choose by."""

    code = "parse.error"

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by class and fields, whatever the constructor looks like."""
        return (_rebuild, (type(self), self.args, self.__dict__.copy()))


def _rebuild(cls: type[ChronicleParseError], args: tuple[Any, ...], state: dict[str, Any]) -> ChronicleParseError:
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class ParseError(ChronicleParseError, ValueError):
    """A text is not exactly the one value that was asked for.

    Attributes:
        code: stable, dotted, e.g. "number.none"; message: one sentence; text: what was read; span: where the trouble is.
    """

    code: str

    def __init__(self, code: str, message: str, text: str, span: Span) -> None:
        super().__init__(f"{message}: {text[:80]!r} ({code})")
        self.code, self.message, self.text, self.span = code, message, text, span


class DecodeError(ChronicleParseError, ValueError):
    """Bytes that are no text. `offset`: the first byte that fits no reading; `attempts`: what was tried, and how it failed."""

    code = "source.no-text"

    def __init__(self, message: str, offset: int, attempts: tuple[str, ...]) -> None:
        super().__init__(message)
        self.message, self.offset, self.attempts = message, offset, attempts


class UnknownFormatError(ChronicleParseError, ValueError):
    """No format fits the text and no kind was given, or the kind is not registered. `known`: the registered names."""

    code = "format.unknown"

    def __init__(self, message: str, known: tuple[str, ...]) -> None:
        super().__init__(message)
        self.message, self.known = message, known


class TooLargeError(ChronicleParseError, ValueError):
    """The input is larger than the limit. `size` and `limit` in characters (bytes for undecoded input)."""

    code = "source.too-large"

    def __init__(self, message: str, size: int, limit: int) -> None:
        super().__init__(message)
        self.message, self.size, self.limit = message, size, limit


class TooSlowError(ChronicleParseError):
    """A document took longer than its time budget of `seconds`."""

    code = "source.too-slow"

    def __init__(self, seconds: float) -> None:
        super().__init__(f"it took longer than {seconds:g} seconds")
        self.seconds = seconds


class WorkerLostError(ChronicleParseError):
    """Worker processes died over a document. `exit_code`: of the last one; -9 is a kill, often for lack of memory."""

    code = "worker.lost"

    def __init__(self, exit_code: int | None) -> None:
        super().__init__(f"its worker process died (exit code {exit_code})")
        self.exit_code = exit_code


class RowError(ChronicleParseError):
    """A row of a table that holds no text, or no year where a year should be."""

    code = "row.unreadable"


class DocumentIssueError(ChronicleParseError):
    """An issue of severity "error", as `parse(strict=True)` raises it inside an ExceptionGroup."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(f"{issue.message} ({issue.code})")
        self.issue, self.code = issue, issue.code


class MissingExtraError(ChronicleParseError, ImportError):
    """A feature needs a package that is not installed; the message names the extra to install."""

    code = "extra.missing"

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f"{feature} needs the extra `{extra}`: pip install 'chronicle-parse[{extra}]'")
        self.feature, self.extra = feature, extra


def code_of(error: Exception) -> str:
    """The code of an error of this package; "parse.unexpected" for any other, which is a bug.

    >>> code_of(TooSlowError(10)), code_of(KeyError("a"))
    ('source.too-slow', 'parse.unexpected')
    """
    return error.code if isinstance(error, ChronicleParseError) else "parse.unexpected"
