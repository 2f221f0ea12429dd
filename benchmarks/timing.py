"""How everything here is timed: CPU time, medians of repeats that take turns, so that a busy machine slows all alike."""

from __future__ import annotations

import gc
from collections.abc import Callable
from statistics import median
from time import process_time

Work = Callable[[], object]


def seconds(*works: Work, repeats: int = 5, warm: bool = True) -> list[float]:
    """The median CPU time of each; `warm`: all are run once before."""
    for work in works if warm else ():
        work()
    times: list[list[float]] = [[] for _ in works]
    for _ in range(repeats):
        for taken, work in zip(times, works, strict=True):
            gc.collect()
            begun = process_time()
            work()
            taken.append(process_time() - begun)
    return [median(each) for each in times]


def growth(small: Work, large: Work, *, repeats: int = 3) -> float:
    """How many times as long the large work takes; a small one that is too short to be timed is done again and again."""
    begun = process_time()
    small()
    times = max(1, int(0.05 / max(process_time() - begun, 1e-4)))

    def again() -> None:
        for _ in range(times):
            small()

    short, long = seconds(again, large, repeats=repeats, warm=False)
    return long / (short / times)
