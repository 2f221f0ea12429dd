"""`HYPOTHESIS_PROFILE=long` tries each property on twenty times as many examples; a run takes many minutes."""

import os
from typing import Any

import pytest
from hypothesis import is_hypothesis_test, settings

TIMES = {"default": 1, "long": 20}[os.environ.get("HYPOTHESIS_PROFILE", "default")]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # why: a profile gives way to the settings that a test states, so the number is multiplied at the test itself
    for item in items if TIMES > 1 else ():
        test: Any = getattr(item, "obj", None)
        if is_hypothesis_test(test):
            own = getattr(test, "_hypothesis_internal_use_settings", None) or settings()
            test._hypothesis_internal_use_settings = settings(own, max_examples=own.max_examples * TIMES)
