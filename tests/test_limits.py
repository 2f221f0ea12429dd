"""What bounds a document: its size and its time, in every thread, and what is left as it was when a bound is hit."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow as pa
import pytest

import chronicle_parse as cp
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


def test_a_tracer_goes_on_after_work_that_was_interrupted() -> None:
    """Coverage, debuggers and hypothesis trace; the interpreter must not be left waiting for an exception that never comes."""
    program = """
import sys
from chronicle_parse.budget import TooSlowError, within

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
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout == "on\n"


def test_one_watchdog_serves_all_threads() -> None:
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda number: within(60, lambda: number), range(200))) == list(range(200))
    assert [each.name for each in threading.enumerate()].count("chronicle_parse budgets") == 1


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
