"""Worker processes: order, and what a killed worker costs."""

import os
import signal
from pathlib import Path

import chronicle_parse as cp
from chronicle_parse.parallel import ordered_map


def double_or_die(task: int) -> int:
    if task == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return task * 2


def minus_one(task: int, error: Exception) -> int:
    del task, error
    return -1


def test_a_killed_worker_costs_only_its_own_task() -> None:
    assert list(ordered_map(double_or_die, range(12), 2, minus_one)) == [0, 2, 4, 6, 8, -1, 12, 14, 16, 18, 20, 22]


def test_workers_give_the_same_as_one_process() -> None:
    seeds = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
    alone = [parsed.document for parsed in cp.parse_many(seeds)]
    assert [parsed.document for parsed in cp.parse_many(seeds, workers=2)] == alone
