"""Entries in the making, as the survey leaves them to the assembly."""

from __future__ import annotations

from attrs import Factory, define

from chronicle_parse.formats.chronicle.years import Dated
from chronicle_parse.formats.items import Mark


@define
class Draft:
    r"""An entry in the making; offsets are clean ones.

    Attributes:
        start: where its mark or date begins, the date line above it included.
        body: where its text begins.
        mark: what it opens with.
        dated: its date, shared by entries that take the date above.
        taken: whether the date was taken from above (△, a further entry under a day heading).
        tail: where it ends if its date stands behind the text.
        pieces: the ranges of its text, each with what joins it to the one before ("\n", or "" over a hard wrap).
        heading: the heading it stands under.
    """

    start: int
    body: int
    mark: Mark | None
    dated: Dated | None
    taken: bool
    heading: str
    tail: int | None = None
    pieces: list[tuple[int, int, str]] = Factory(list)

    @property
    def stop(self) -> int:
        """Where its text ends."""
        return self.tail or (self.pieces[-1][1] if self.pieces else self.body)
