"""Full parse against the floor: on the seeds, and on as much generated text as asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import chronicle_parse as cp
from benchmarks.bulletins import KINDS, Maker
from benchmarks.floor import floor
from benchmarks.table import Row
from benchmarks.timing import seconds

SEEDS = Path(__file__).parents[1] / "seeds"
SEED_KINDS = {"000": "chronicle", "001": "work_report", "002": "chronicle", "003": "work_report", "004": "roundup"}
Texts = Sequence[tuple[str, str]]


def seeds() -> list[tuple[str, str]]:
    """The cleaned seeds with their kinds."""
    return [
        (kind, cp.clean(next(SEEDS.glob(f"{number}*")).read_text(encoding="utf-8")).text)
        for number, kind in SEED_KINDS.items()
    ]


class Measured(NamedTuple):
    """CPU seconds and size of some texts."""

    whole: float
    floor: float
    size: int
    texts: int


def rows(characters: int, repeats: int) -> Iterator[Row]:
    """The floor's time over that of a full parse: 1 would be as fast."""
    yield _row("seeds, cleaned", _measured(seeds(), 4 * repeats), 0.25)
    made = Maker(1).documents(characters)
    found = [_measured([each for each in made if each[0] == kind], repeats) for kind in KINDS]
    for kind, measured in zip(KINDS, found, strict=True):
        yield _row(f"generated, {kind}", measured, None)
    yield _row("generated, all", Measured(*map(sum, zip(*found, strict=True))), 0.25)


def _measured(texts: Texts, repeats: int) -> Measured:
    whole, least = seconds(
        lambda: _each(texts, lambda kind, text: cp.parse(text, kind=kind, year=2021)),
        lambda: _each(texts, lambda _, text: floor(text)),
        repeats=repeats,
    )
    return Measured(whole, least, sum(len(text.encode()) for _, text in texts), len(texts))


def _each(texts: Texts, work: Callable[[str, str], object]) -> None:
    """Does the work on one text after the other and keeps nothing, as a pipeline does that writes what it gets."""
    for kind, text in texts:
        work(kind, text)


def _row(name: str, found: Measured, least: float | None) -> Row:
    speeds = f"{found.size / found.whole / 1e6:.2f} MB/s, floor {found.size / found.floor / 1e6:.1f}"
    note = f"{found.size / 1e6:.2f} MB in {found.texts} texts; {speeds}"
    return Row(f"floor ÷ full parse, {name}", found.floor / found.whole, least, None, note)
