"""What bounds a document: its size and its time, in every thread, and what is left as it was when a bound is hit."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pytest

import chronicle_parse as cp
from chronicle_parse import budget
from chronicle_parse.batch import parse_batches
from chronicle_parse.budget import within

PAGE = "大事记\n2021年3月5日,区长王芳到第一小学调研。\n"
LONG = "大事记\n" + "3月5日,区长王芳到第一小学调研,投资120亿元。\n" * 20_000
"""A page that takes seconds."""


@pytest.fixture(autouse=True)
def swallowed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Python swallows in a `__del__` or in hypothesis' callback of the garbage collector, and would make pytest fail."""
    names: list[str] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda lost: names.append(lost.exc_type.__name__))
    return names


def spin() -> None:
    while True:
        sum(range(100))


def spin_and_catch() -> None:
    while True:
        try:
            spin()
        except Exception:  # as careless code does
            continue


@pytest.mark.parametrize("source", [PAGE, PAGE.encode() * 5, PAGE.encode("gbk") * 8], ids=["str", "utf-8", "gbk"])
def test_a_text_past_max_chars_is_refused_and_says_by_how_much(source: str | bytes) -> None:
    with pytest.raises(cp.TooLargeError) as caught:
        cp.parse(source, max_chars=20)
    assert caught.value.size > caught.value.limit >= 20
    assert str(caught.value.limit) in str(caught.value)
    assert caught.value.code == "source.too-large"


def test_a_file_past_max_chars_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE * 10, encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    with pytest.raises(cp.TooLargeError):
        cp.parse(page, max_chars=20)


def test_a_text_of_just_max_chars_is_taken() -> None:
    assert cp.parse(PAGE, max_chars=len(PAGE)).kind == "chronicle"


def test_a_slow_document_is_given_up_in_time() -> None:
    begun = time.monotonic()
    with pytest.raises(cp.TooSlowError) as caught:
        cp.parse(LONG, kind="chronicle", seconds=0.05)
    assert time.monotonic() - begun < 2
    assert (caught.value.seconds, caught.value.code) == (0.05, "source.too-slow")


def test_the_same_thread_reads_on_after_a_slow_document() -> None:
    expected = cp.parse(PAGE)
    for _ in range(5):
        with pytest.raises(cp.TooSlowError):
            cp.parse(LONG, seconds=0.02)
        assert cp.parse(PAGE, seconds=60) == expected


def test_what_python_swallows_is_raised_again(swallowed: list[str]) -> None:
    class Stubborn:
        def __del__(self) -> None:
            spin()

    def work() -> None:
        Stubborn()
        spin()

    with pytest.raises(cp.TooSlowError):
        within(0.3, work)
    assert swallowed == ["_Expired"]


@pytest.mark.parametrize("work", [spin, spin_and_catch])
def test_the_time_is_up_in_any_thread(work: Callable[[], None]) -> None:
    def attempt(seconds: float) -> str:
        try:
            within(seconds, work)
        except cp.TooSlowError as error:
            return f"{error.seconds:g}"
        return "done"

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(attempt, [0.3, 0.05, 0.2, 0.1])) == ["0.3", "0.05", "0.2", "0.1"]
    assert attempt(0.05) == "0.05"


def test_work_in_time_is_never_interrupted_afterwards() -> None:
    """Deadlines that fall on the very end of the work: whatever wins, nothing reaches what comes after it."""
    outcomes = set()
    for step in range(200):
        until = time.monotonic() + step % 20 * 0.001

        def work(until: float = until) -> str:
            while time.monotonic() < until:
                pass
            return "done"

        try:
            outcomes.add(within(0.005, work))
        except cp.TooSlowError:
            outcomes.add("late")
        sum(range(1000))  # where a late exception would arrive
    assert outcomes == {"done", "late"}


def outcome(program: str) -> str:
    """What a program prints in an interpreter of its own, where what goes wrong harms no other test."""
    head = "import gc, os, sys, time\nfrom chronicle_parse.budget import TooSlowError, within\n"
    return subprocess.run(
        [sys.executable, "-c", head + program], capture_output=True, text=True, timeout=60, check=True
    ).stdout


def test_a_tracer_goes_on_after_work_that_was_interrupted() -> None:
    """Coverage, debuggers and hypothesis trace; the interpreter must not be left waiting for an exception that never comes."""
    program = """
def spin():
    while True:
        pass

try:
    within(0.01, spin)
except TooSlowError:
    sys.settrace(lambda *_: None)
    within(1, int)
    print("on")
"""
    assert outcome(program) == "on\n"


RACES = """
def until(end):
    while time.monotonic() < end:
        pass
    return "done"

sys.setswitchinterval(0.0001)
outcomes = set()
for step in range(200):
    prepare()
    end = time.monotonic() + step % 20 * 0.0002
    try:
        outcomes.add(within(0.002, lambda: until(end)))
    except TooSlowError:
        outcomes.add("late")
    sum(range(1000))
print(*sorted(outcomes))
"""
"""Deadlines that fall on the very end of the work."""


def test_a_tracer_may_be_there_when_the_time_is_up() -> None:
    prepare = """
def trace(*_):
    return trace

def prepare():
    sys.settrace(trace)
"""
    assert outcome(prepare + RACES) == "done late\n"


def test_callbacks_of_the_collector_may_run_when_the_time_is_up() -> None:
    """Dask and hypothesis have such callbacks; Python swallows what is raised in them."""
    prepare = """
def prepare():
    pass

sys.unraisablehook = lambda _: None
gc.callbacks.append(lambda *_: sum(range(10)))
gc.set_threshold(1)
"""
    assert outcome(prepare + RACES) == "done late\n"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_budgets_hold_in_a_process_that_was_forked_off() -> None:
    program = """
def spin():
    while True:
        pass

def fork():
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        within(0.05, spin)
    except TooSlowError:
        os._exit(7)

within(60, int)
print(within(60, fork))
"""
    assert outcome(program) == "7\n"


def test_what_is_raised_comes_again_until_it_arrives(monkeypatch: pytest.MonkeyPatch) -> None:
    interrupt, lost = budget._interrupt, [True, True]

    def forgetful(thread: int) -> None:
        if not lost:
            interrupt(thread)
        elif thread == threading.get_ident():
            lost.pop()

    monkeypatch.setattr(budget, "_interrupt", forgetful)
    budget._await(threading.get_ident())
    assert not lost


def test_the_budget_that_is_used_up_first_raises() -> None:
    with pytest.raises(cp.TooSlowError) as caught:
        within(0.1, lambda: within(60, spin))
    assert caught.value.seconds == 0.1

    def inner() -> str:
        with pytest.raises(cp.TooSlowError) as caught:
            within(0.1, spin)
        return f"{caught.value.seconds:g}, and on"

    assert within(60, inner) == "0.1, and on"


def test_work_that_takes_slow_parts_for_done_is_ended_all_the_same() -> None:
    def attempt(seconds: float) -> None:
        with suppress(cp.TooSlowError):
            within(seconds, spin)

    def work() -> None:
        while True:
            attempt(0.01)
            attempt(60)

    begun = time.monotonic()
    with pytest.raises(cp.TooSlowError) as caught:
        within(0.3, work)
    assert caught.value.seconds == 0.3
    assert time.monotonic() - begun < 5


def test_generators_are_closed_when_the_time_is_up() -> None:
    closed = []

    def numbers() -> Iterator[int]:
        try:
            while True:
                yield from range(100)
        finally:
            closed.append(True)

    with pytest.raises(cp.TooSlowError):
        within(0.05, lambda: sum(numbers()))
    assert closed == [True]


def test_nothing_is_left_for_threads_that_begin_when_others_have_ended() -> None:
    def late() -> None:
        with suppress(cp.TooSlowError):
            within(0.01, spin)

    results: list[int] = []
    for work in [late, lambda: results.append(sum(range(100_000)))] * 20:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    assert len(results) == 20
    assert not budget._WATCHDOG._runs


@pytest.mark.parametrize("seconds", [float("inf"), 1e300, 1e10])
def test_any_number_of_seconds_will_do(seconds: float) -> None:
    assert within(seconds, lambda: within(0.5, lambda: "done")) == "done"
    with pytest.raises(cp.TooSlowError):
        within(seconds, lambda: within(0.05, spin))


@pytest.mark.parametrize("seconds", [0, -1])
def test_no_time_ends_at_once(seconds: float) -> None:
    with pytest.raises(cp.TooSlowError):
        within(seconds, spin)


def test_a_budget_is_a_number() -> None:
    with pytest.raises(ValueError, match="a number of seconds"):
        within(float("nan"), int)


def test_one_watchdog_serves_all_threads() -> None:
    program = """
import threading
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(8) as threads:
    assert list(threads.map(lambda number: within(60, lambda: number), range(200))) == list(range(200))
print([each.name for each in threading.enumerate()].count("chronicle_parse budgets"))
"""
    assert outcome(program) == "1\n"


def test_errors_of_the_work_pass_through() -> None:
    with pytest.raises(ZeroDivisionError):
        within(60, lambda: 1 // 0)


def test_parse_many_goes_on_after_what_is_too_large_or_too_slow() -> None:
    cp.parse(PAGE)  # reads the lexicon, which takes its time, too
    sources = [("good", PAGE), ("large", "区" * 2_000_001), ("slow", LONG * 3), ("also good", PAGE)]
    results = list(cp.parse_many(sources, max_chars=2_000_000, seconds=1))
    assert [(each.key, type(each.error)) for each in results] == [
        ("good", type(None)),
        ("large", cp.TooLargeError),
        ("slow", cp.TooSlowError),
        ("also good", type(None)),
    ]


def test_a_slow_page_of_a_batch_is_an_error_row() -> None:
    cp.parse(PAGE)  # reads the lexicon
    pages = pa.record_batch({"key": [1, 2, 3], "text": [PAGE, LONG * 3, PAGE]})
    (batch,) = parse_batches([pages], seconds=1)
    assert batch.column("error_code").to_pylist() == [None, "source.too-slow", None]
    assert batch.column("error").to_pylist()[1] == "it took longer than 1 seconds"
