"""Full parse against the floor: on the seeds, and on as much generated text as asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

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


def rows(characters: int, repeats: int) -> Iterator[Row]:
    """The floor's time over that of a full parse: 1 would be as fast."""
    yield _row("seeds, cleaned", seeds(), 4 * repeats, 0.25)
    made = Maker(1).documents(characters)
    for kind in KINDS:
        yield _row(f"generated, {kind}", [each for each in made if each[0] == kind], 1, None)
    yield _row("generated, all", made, 1, 0.25)


def _row(name: str, texts: Texts, repeats: int, least: float | None) -> Row:
    size = sum(len(text.encode()) for _, text in texts)
    whole, least_work = seconds(
        lambda: [cp.parse(text, kind=kind, year=2021) for kind, text in texts],
        lambda: [floor(text) for _, text in texts],
        repeats=repeats,
    )
    note = (
        f"{size / 1e6:.2f} MB in {len(texts)} texts; {size / whole / 1e6:.2f} MB/s, floor {size / least_work / 1e6:.1f}"
    )
    return Row(f"floor ÷ full parse, {name}", least_work / whole, least, None, note)
