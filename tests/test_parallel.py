"""Worker processes: order, and what a killed worker costs."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import chronicle_parse as cp
from chronicle_parse.parallel import AHEAD, STARTS, ordered_map

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))


def double_or_die(task: int) -> int:
    if task == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return task * 2


def die_once(task: tuple[int, Path]) -> int:
    number, mark = task
    if number == 3 and not mark.exists():
        mark.touch()
        os._exit(1)
    return number


def sleep_long(task: int) -> int:
    if task == 2:
        time.sleep(600)  # one call of compiled code, which nothing but a kill ends
    return task


def refuse(task: int) -> int:
    raise ValueError(f"no {task}")


def stubborn(task: int) -> object:
    return (lambda: task) if task == 1 else task  # no function can be sent


class NeedsTwoError(Exception):
    """As many exceptions are: it pickles, and cannot be made again."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two}")


def gives_what_breaks(task: int) -> object:
    if task == 3:
        raise NeedsTwoError(1, 2)
    return NeedsTwoError(1, 2) if task == 1 else task


def process_of(task: int) -> int:
    time.sleep(0.02)
    return os.getpid() + 0 * task


def minus_one(task: object, error: Exception) -> int:
    del task, error
    return -1


def name_of(task: object, error: Exception) -> str:
    return f"{task}: {type(error).__name__}"


def test_a_killed_worker_costs_only_its_own_task() -> None:
    assert list(ordered_map(double_or_die, range(12), 2, minus_one)) == [0, 2, 4, 6, 8, -1, 12, 14, 16, 18, 20, 22]


def test_a_task_whose_worker_was_killed_for_no_fault_of_it_is_done_again(tmp_path: Path) -> None:
    tasks = [(number, tmp_path / "mark") for number in range(6)]
    assert list(ordered_map(die_once, tasks, 2, minus_one)) == [0, 1, 2, 3, 4, 5]


def test_workers_killed_from_outside_cost_nothing() -> None:
    results = ordered_map(process_of, range(60), 2, minus_one)
    seen = [next(results) for _ in range(10)]
    victims = set(seen[-4:])
    for pid in victims:
        os.kill(pid, signal.SIGKILL)
    rest = list(results)
    assert len(rest) == 50
    assert -1 not in rest
    assert not victims & set(rest[2 * AHEAD :])


class KilledAtFirst:
    """Work that is killed while its process starts, as often as there are names of marks."""

    def __init__(self, folder: Path, often: int) -> None:
        self.folder, self.often = folder, often

    def __call__(self, task: int) -> int:
        return task

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        number = len(list(self.folder.iterdir()))
        if number < self.often:
            (self.folder / str(number)).touch()
            os.kill(os.getpid(), signal.SIGKILL)


def test_a_worker_that_is_killed_before_it_is_ready_costs_nothing(tmp_path: Path) -> None:
    assert list(ordered_map(KilledAtFirst(tmp_path, 3), range(4), 1, name_of)) == [0, 1, 2, 3]


def test_workers_that_are_always_killed_before_they_are_ready_end_in_errors(tmp_path: Path) -> None:
    assert list(ordered_map(KilledAtFirst(tmp_path, STARTS), range(2), 1, name_of)) == ["0: WorkerLostError", 1]


def test_what_is_stuck_is_killed_when_its_time_is_up() -> None:
    begun = time.monotonic()
    assert list(ordered_map(sleep_long, range(5), 2, name_of, seconds=3)) == [0, 1, "2: TooSlowError", 3, 4]
    assert time.monotonic() - begun < 60


def test_what_the_work_raises_is_raised_here() -> None:
    with pytest.raises(ValueError, match="no 0"):
        list(ordered_map(refuse, range(4), 2, minus_one))


def test_what_cannot_be_sent_costs_only_its_own_task() -> None:
    assert list(ordered_map(stubborn, range(4), 2, name_of)) == [0, "1: UnsentError", 2, 3]
    tasks = [0, lambda: 1, 2]
    assert [each[-13:] for each in ordered_map(repr, tasks, 2, name_of)] == ["0", ": UnsentError", "2"]


def test_what_comes_broken_costs_only_its_own_task() -> None:
    assert list(ordered_map(gives_what_breaks, range(4), 2, name_of)) == [0, "1: UnsentError", 2, "3: UnsentError"]


def test_tasks_are_taken_only_a_few_ahead() -> None:
    taken = []

    def tasks() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = ordered_map(abs, tasks(), 2, minus_one)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    assert len(taken) <= 3 + 2 * AHEAD
    results.close()  # type: ignore[attr-defined]  # it is a generator


def test_no_process_is_left_behind() -> None:
    results = ordered_map(sleep_long, range(2, 5), 2, minus_one)
    del results
    results = ordered_map(sleep_long, [0, 2, 2, 2], 2, minus_one)
    assert next(results) == 0  # and the others are stuck
    results.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_a_script_without_a_guard_is_told_so(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import chronicle_parse as cp\nlist(cp.parse_many(['大事记'] * 3, workers=2))\n", encoding="utf-8"
    )
    done = subprocess.run([sys.executable, script], capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 1
    assert "if __name__ == '__main__'" in done.stderr


def test_workers_give_the_same_as_one_process() -> None:
    alone = [parsed.document for parsed in cp.parse_many(SEEDS)]
    assert [parsed.document for parsed in cp.parse_many(SEEDS, workers=2)] == alone


def test_workers_keep_to_the_limits() -> None:
    slow = "大事记\n" + "3月5日,区长王芳到第一小学调研。\n" * 40_000
    results = list(cp.parse_many([slow, "区" * 2_000_000], workers=2, max_chars=1_000_000, seconds=0.5))
    assert [type(each.error) for each in results] == [cp.TooSlowError, cp.TooLargeError]
