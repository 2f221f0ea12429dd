"""The one table that `make bench` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Row(NamedTuple):
    """A measured ratio with the bar it has to pass; None for none."""

    what: str
    ratio: float
    least: float | None = None
    most: float | None = None
    note: str = ""

    @property
    def passed(self) -> bool:
        """Whether the ratio is on the right side of its bar."""
        return (self.least is None or self.ratio >= self.least) and (self.most is None or self.ratio <= self.most)


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """The table in Markdown, a line a time."""
    yield "| measured | ratio | bar | | |"
    yield "|---|--:|--:|---|---|"
    for row in rows:
        bar = f"≥ {row.least:g}" if row.least is not None else f"≤ {row.most:g}" if row.most is not None else ""
        shown = f"{row.ratio:,.0f}" if row.ratio >= 100 else f"{row.ratio:.2f}"
        yield f"| {row.what} | {shown} | {bar} | {('yes' if row.passed else 'NO') if bar else ''} | {row.note} |"
