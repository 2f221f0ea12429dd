"""What a document holds beyond what every document has, as rows of texts.

HTML, Markdown, the notebook and the terminal show the documents of installed formats by it, so that a format brings its
class and nothing else.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator

import attrs

from chronicle_parse.model.spans import Span


@attrs.frozen
class OwnRow:
    """One thing: what its columns show, and where it stands; None for what has no place of its own."""

    cells: tuple[str, ...]
    span: Span | None


@attrs.frozen
class OwnTable:
    """One field of a document: its name, and the things in it."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[OwnRow, ...]


def own(document: attrs.AttrsInstance, beyond: type[attrs.AttrsInstance]) -> Iterator[OwnTable]:
    """The fields that the class of `document` has and `beyond` has not, each as a table; empty ones are left out."""
    known = {each.name for each in attrs.fields(beyond)}
    for each in attrs.fields(type(document)):
        value = getattr(document, each.name)
        things = value if isinstance(value, tuple) else (value,)
        if each.name not in known and things and value is not None:
            columns = _columns(things[0])
            yield OwnTable(each.name, columns or (each.name,), tuple(_row(thing, columns) for thing in things))


def _columns(thing: object) -> tuple[str, ...]:
    """The fields of a thing that is no single value; () for a value, which is one cell."""
    kind = type(thing)
    if not attrs.has(kind) or _word(thing) is not None:
        return ()
    return tuple(each.name for each in attrs.fields(kind) if each.name != "span")


def _row(thing: object, columns: tuple[str, ...]) -> OwnRow:
    cells = tuple(text_of(getattr(thing, name)) for name in columns) or (text_of(thing),)
    span = getattr(thing, "span", None)
    return OwnRow(cells, span if isinstance(span, Span) else None)


def _word(value: object) -> str | None:
    """What a value of the model is called: the EDTF of a date, the words of an amount, the name of a person."""
    names = ("edtf", "written", "name") if attrs.has(type(value)) else ()
    return next((str(getattr(value, name)) for name in names if hasattr(value, name)), None)


def text_of(value: object) -> str:
    """A value as text: "" for None, several joined by 、.

    >>> text_of(None), text_of(("王芳", 3))
    ('', '王芳、3')
    """
    if value is None:
        return ""
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, tuple | frozenset):
        return "、".join(map(text_of, value))
    word = _word(value)
    return str(value) if word is None else word
