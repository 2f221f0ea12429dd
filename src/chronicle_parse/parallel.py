"""Runs a function over a stream in worker processes: order kept, memory bounded, a killed worker costs only its own task."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from multiprocessing.reduction import ForkingPickler
from queue import SimpleQueue
from threading import Lock
from typing import Any, Generic, TypeAlias, TypeVar

from attrs import frozen

from chronicle_parse.errors import TooSlowError, WorkerLostError

Task = TypeVar("Task")
Result = TypeVar("Result")
_Pipe: TypeAlias = "Connection[Any, Any]"  # tasks and their results, whatever they are

AHEAD = 4
"""Tasks a worker that may be under way or done and not yet taken: bounds the memory, keeps the workers busy."""

TRIES = 2
"""How often a task is tried whose worker died: it may have been killed for no fault of the task."""

STARTS = 5
"""How often a process is started that is killed before it is ready: that costs no task, and must not go on for ever."""

GRACE = 5.0
"""Seconds beyond its own time budget after which a worker is killed: the budget ends a document well before."""

_STARTING = Lock()
"""Held while a process is started or ended, which `multiprocessing` does not do in two threads at once."""


def ordered_map(
    work: Callable[[Task], Result],
    tasks: Iterable[Task],
    workers: int,
    lost: Callable[[Task, Exception], Result],
    seconds: float | None = None,
) -> Iterator[Result]:
    """Yields `work(task)` for each task, in order; `lost(task, error)` where no worker could do it.

    A thread tends each process: it sends one task and waits for the result, and so it knows whose task a worker died over.

    Args:
        work: what a worker does; it and all that goes in and out must pickle. What it raises is raised here.
        tasks: taken as the results are, a few ahead.
        workers: how many processes.
        lost: makes the result of a task over which workers died twice (`WorkerLostError`), which took longer than
            `seconds` and whose worker was therefore killed (`TooSlowError`), or that cannot be sent, or its result
            (`UnsentError`).
        seconds: the longest that a task may take; nothing that it does, compiled code included, can outlast it.
    """
    crew = [_Worker(work, seconds) for _ in range(workers)]
    free: SimpleQueue[_Worker[Task, Result]] = SimpleQueue()
    for worker in crew:
        free.put(worker)

    def tend(task: Task) -> Result:
        worker = free.get()
        try:
            return worker.do(task)
        except (WorkerLostError, TooSlowError, UnsentError) as error:
            return lost(task, error)
        finally:
            free.put(worker)

    threads = ThreadPoolExecutor(workers)
    waiting: deque[Future[Result]] = deque()
    try:
        for task in tasks:
            waiting.append(threads.submit(tend, task))
            if len(waiting) >= workers * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        for worker in crew:
            worker.dismiss()
        threads.shutdown(wait=True)
        for worker in crew:
            worker.end()


def patience(seconds: float | None) -> float | None:
    """How long to wait for a worker whose task keeps to a time budget itself, if it can.

    >>> patience(10), patience(None)
    (15.0, None)
    """
    return None if seconds is None else seconds + GRACE


@frozen
class _Raised:
    """What a worker sends in place of a result."""

    error: Exception


class UnsentError(Exception):
    """What cannot be sent to another process, or made again there, as an exception whose constructor takes more than its message."""


def _packed(whole: object) -> bytes:
    """A task or a result as it is sent.

    Raises:
        UnsentError: for what cannot be, whatever that raises.
    """
    try:
        return bytes(ForkingPickler.dumps(whole))
    except Exception as error:
        raise UnsentError(f"it cannot be sent to another process: {type(error).__name__}: {error}") from error


def _received(pipe: _Pipe) -> Any:
    """The next task or result.

    Raises:
        EOFError, OSError: if nobody is at the other end.
        UnsentError: for what cannot be made again.
    """
    try:
        return pipe.recv()
    except (EOFError, OSError):
        raise
    except Exception as error:
        raise UnsentError(f"it came broken from another process: {type(error).__name__}: {error}") from error


class _Worker(Generic[Task, Result]):
    """A place at work: one process at a time, replaced when it dies."""

    def __init__(self, work: Callable[[Task], Result], seconds: float | None) -> None:
        self._work = work
        self._seconds = seconds
        self._process: SpawnProcess | None = None
        self._pipe: _Pipe | None = None
        self._dismissed = False

    def do(self, task: Task) -> Result:
        """The result of a task, or what it raised.

        Raises:
            WorkerLostError: if the process died, twice.
            TooSlowError: past the time; the process is killed.
            UnsentError: if the task cannot be sent, or its result.
        """
        code, packed = None, _packed(task)
        for _ in range(TRIES):
            pipe = self._pipe or self._start()
            try:
                pipe.send_bytes(packed)
                if self._seconds is not None and not pipe.poll(self._seconds):
                    self.end()
                    raise TooSlowError(self._seconds)
                result: Result | _Raised = _received(pipe)
            except (EOFError, OSError):
                code = self.end()
                continue
            if isinstance(result, _Raised):
                raise result.error
            return result
        raise WorkerLostError(code)

    def _start(self) -> _Pipe:
        """Starts the process, and waits until it is ready.

        Raises:
            RuntimeError: if it gives up by itself, as all would.
            WorkerLostError: if it is killed before it is ready, again and again.
        """
        code: int | None = None
        for _ in range(STARTS):
            process, pipe = self._new()
            try:
                pipe.recv()  # it is ready
            except (EOFError, OSError):
                with _STARTING:
                    process.join(GRACE)  # it has closed its pipe, and is about to end
                code = self.end()
            else:
                return pipe
            if code is not None and code >= 0:
                raise RuntimeError(
                    "no worker process can start; a script with workers needs `if __name__ == '__main__':`"
                )
        raise WorkerLostError(code)

    def _new(self) -> tuple[SpawnProcess, _Pipe]:
        context = get_context("spawn")  # why: a fork of a process with threads (notebooks, pyarrow) may hang
        with _STARTING:
            if self._dismissed:
                raise EOFError("nobody waits for the results any more")
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(self._work, theirs), daemon=True)
            process.start()
            theirs.close()
            self._process, self._pipe = process, ours
            return process, ours

    def end(self) -> int | None:
        """Ends the process, if it has not ended, and returns its exit code."""
        with _STARTING:
            process, pipe, self._process, self._pipe = self._process, self._pipe, None, None
            if process is None or pipe is None:
                return None
            process.kill()
            process.join()
            pipe.close()
            return process.exitcode

    def dismiss(self) -> None:
        """Ends the process and starts none again; what waits for it finds its pipe closed."""
        with _STARTING:
            self._dismissed = True
            if self._process is not None:
                self._process.kill()


def _serve(work: Callable[[Task], Result], pipe: _Pipe) -> None:
    """The life of a worker process: says that it is ready, then does what comes, until nobody is there."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    with suppress(EOFError, BrokenPipeError):
        pipe.send(None)
        while True:
            try:
                task = _received(pipe)
            except UnsentError as error:
                pipe.send_bytes(_packed(_Raised(error)))
            else:
                pipe.send_bytes(_reply(work, task))


def _reply(work: Callable[[Task], Result], task: Task) -> bytes:
    try:
        return _packed(work(task))
    except Exception as error:
        raised = error
    try:
        return _packed(_Raised(raised))
    except UnsentError as error:
        return _packed(_Raised(error))
