"""A time budget for a piece of work: in any thread of any process, without signals.

A watchdog thread raises an exception in the thread that is past its deadline, as Ctrl-C does in the main one. It arrives between
two steps of Python code, wherever that is: in a format of another package, too. It cannot interrupt one call of a compiled
function, whose time the length of the text bounds; only a process that can be killed bounds that (`parallel`).
"""

from __future__ import annotations

import ctypes
import math
import os
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import TIMEOUT_MAX, Lock, Thread, get_ident
from time import monotonic
from typing import TypeVar

from attrs import define

from chronicle_parse.errors import TooSlowError

Result = TypeVar("Result")

AGAIN = 0.5
"""Seconds after which work that goes on is interrupted again: Python swallows what is raised in a `__del__` or a callback of its
garbage collector, and long work spends much of its time there."""


class _Expired(BaseException):
    """Raised in the work whose time is up; no Exception, so that no `except Exception` on the way keeps it."""


@define(eq=False)
class _Run:
    """A piece of work: the thread it runs in, when to interrupt it (next), whether it was interrupted, whether it is over."""

    thread: int
    deadline: float
    interrupted: bool = False
    over: bool = False


def within(seconds: float | None, work: Callable[[], Result]) -> Result:
    """What `work()` returns, if it takes no longer than `seconds`; None lets it take its time.

    Work may hold budgets of its own: the one that is used up first raises, and ends what is inside it.

    Raises:
        TooSlowError: past the deadline.
        ValueError: if `seconds` is not a number.

    >>> within(60, lambda: "done")
    'done'
    """
    if seconds is None:
        return work()
    if math.isnan(seconds):
        raise ValueError("a time budget is a number of seconds")
    run = _Run(get_ident(), monotonic() + seconds)
    try:
        try:
            _WATCHDOG.watch(run)
            return work()
        finally:
            _WATCHDOG.release(run)
    except _Expired:
        _WATCHDOG.release(run)  # again, since it may be the release that was interrupted
        if run.interrupted:
            raise TooSlowError(seconds) from None
        raise  # the time of a budget around this one is up


class _Watchdog:
    """The thread that interrupts. It wakes at the next deadline it knows of, so that work done in time costs two locks.

    Only locks and queues written in C: an exception may arrive between two steps of the Python code that an Event is made of,
    and leave it locked for ever.
    """

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Forgets everything: in a process that was forked off there is no thread, and a lock may be held by nobody."""
        self._runs: set[_Run] = set()
        self._lock = Lock()
        self._earlier: SimpleQueue[None] = SimpleQueue()
        self._wakes = math.inf
        self._patrols = False

    def watch(self, run: _Run) -> None:
        with self._lock:
            if not self._patrols:
                Thread(target=self._patrol, name="chronicle_parse budgets", daemon=True).start()
                self._patrols = True
            self._runs.add(run)
            if run.deadline < self._wakes:
                self._earlier.put(None)

    def release(self, run: _Run) -> None:
        """Forgets a run; an exception that was raised for it and has not arrived yet arrives here and goes no further.

        Nor does one that was raised for a run around it; that one is raised again.
        """
        run.over = True  # from here on one more can be raised, if it was about to be
        try:
            self._forget(run)
        except _Expired:
            self._forget(run)

    def _forget(self, run: _Run) -> None:
        with self._lock:
            self._runs.discard(run)
        if run.interrupted:
            _await(run.thread)

    def _patrol(self) -> None:
        while True:
            with self._lock:
                now = monotonic()
                for run in self._runs:
                    if run.deadline <= now and not run.over:
                        run.deadline, run.interrupted = now + AGAIN, True
                        _interrupt(run.thread)
                self._wakes = min((each.deadline for each in self._runs), default=math.inf)
            with suppress(Empty):
                self._earlier.get(timeout=min(max(self._wakes - now, 0), TIMEOUT_MAX))


_WATCHDOG = _Watchdog()

if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_WATCHDOG.renew)


def _interrupt(thread: int) -> None:
    """Raises `_Expired` in a thread at its next step, once, however often it is called before."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(_Expired))


def _await(thread: int) -> None:
    """Takes what was raised in this thread and has not arrived, if anything was: a thread holds one such exception at most.

    Not by setting it to NULL: CPython 3.11 then checks for it at every step for ever, and runs in circles where a tracer is set.
    And again until it arrives: from Python 3.12 on a callback of the garbage collector may run at that very step, and swallow it.
    """
    try:
        while True:
            _interrupt(thread)
    except _Expired:
        return
