"""Runs a function over a stream in worker processes: order kept, memory bounded, a killed worker costs only its own task."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

AHEAD = 4
"""Tasks a worker that may be under way or done and not yet taken: bounds the memory, keeps the workers busy."""


def ordered_map(
    work: Callable[[Task], Result], tasks: Iterable[Task], workers: int, lost: Callable[[Task, Exception], Result]
) -> Iterator[Result]:
    """Yields `work(task)` for each task, in order; `lost(task, error)` where a worker died over it.

    When a worker is killed, the pool is broken and does not say whose task it was. What was under way is then tried again,
    one at a time in a pool of its own, so that only a task that kills its worker twice is given up.
    """
    pool = _pool(workers)
    waiting: deque[tuple[Task, Future[Result]]] = deque()
    stream = iter(tasks)
    try:
        while True:
            while len(waiting) < workers * AHEAD:
                try:
                    task = next(stream)
                except StopIteration:
                    break
                try:
                    waiting.append((task, pool.submit(work, task)))
                except BrokenProcessPool:
                    pool.shutdown(wait=False)
                    pool = _pool(workers)
                    waiting.append((task, pool.submit(work, task)))
            if not waiting:
                return
            task, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                yield _alone(work, task, lost)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _alone(work: Callable[[Task], Result], task: Task, lost: Callable[[Task, Exception], Result]) -> Result:
    with _pool(1) as pool:
        try:
            return pool.submit(work, task).result()
        except BrokenProcessPool as error:
            return lost(task, error)


def _pool(workers: int) -> ProcessPoolExecutor:
    # why: spawn, since a fork of a process with threads (notebooks, pyarrow) may hang
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
