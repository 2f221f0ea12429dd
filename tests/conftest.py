"""`HYPOTHESIS_PROFILE=long` tries each property on twenty times as many examples; a run takes many minutes."""

import gc
import os
from collections.abc import Callable
from time import thread_time
from typing import Any

import pytest
from hypothesis import is_hypothesis_test, settings

# why: a deadline measures the machine, not the code
settings.register_profile("no-deadline", settings(), deadline=None)
settings.load_profile("no-deadline")

TIMES = {"default": 1, "long": 20}[os.environ.get("HYPOTHESIS_PROFILE", "default")]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # why: a profile gives way to the settings that a test states, so the number is multiplied at the test itself
    for item in items if TIMES > 1 else ():
        test: Any = getattr(item, "obj", None)
        if is_hypothesis_test(test):
            own = getattr(test, "_hypothesis_internal_use_settings", None) or settings()
            test._hypothesis_internal_use_settings = settings(own, max_examples=own.max_examples * TIMES)


@pytest.fixture
def growth() -> Callable[[Callable[[int], object], int, int], float]:
    """How many times as long a piece of work takes on the second of two sizes as on the first: 64 times, if eight times the size
    costs its square. CPU time of this thread, the least of three runs, no garbage collected: nothing else on the machine counts."""

    def seconds(work: Callable[[int], object], size: int) -> float:
        found = []
        gc.collect()
        gc.disable()
        try:
            for _ in range(3):
                begun = thread_time()
                work(size)
                found.append(thread_time() - begun)
        finally:
            gc.enable()
        return max(min(found), 0.001)

    return lambda work, small, large: seconds(work, large) / seconds(work, small)
