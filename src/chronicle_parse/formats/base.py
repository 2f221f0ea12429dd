"""What a bulletin format is: a name, a way to recognise it and a way to read it. A format module ends in `FORMAT = BulletinFormat(...)`."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from chronicle_parse.formats.page import Page
from chronicle_parse.model import Document


@frozen
class Detection:
    """How well a format fits a text.

    Attributes:
        name: of the format, what `parse(kind=…)` takes.
        score: from 0 (not at all) to 1.
        reasons: why, in short sentences.
    """

    name: str
    score: float
    reasons: tuple[str, ...]


@frozen
class BulletinFormat:
    """A kind of bulletin.

    Attributes:
        name: what `parse(kind=…)` takes and `Document.kind` says.
        title: what people call it, e.g. "大事记".
        score: looks at a page and says how well the format fits (0..1) and why. Must be cheap: no field is read for it.
        read: turns a page into a document: gives every line its role, reports issues on the page.
        document: the class of what `read` returns, for reading it back from JSON and for schemas.
    """

    name: str
    title: str
    score: Callable[[Page], tuple[float, tuple[str, ...]]]
    read: Callable[[Page], Document]
    document: type[Document] = Document
