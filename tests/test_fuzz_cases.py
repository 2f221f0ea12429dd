"""What the fuzzer once broke stays mended: every file of `fuzz_cases/TARGET/` is tried again, and so are the fuzzer's seeds."""

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "fuzz_cases"
TOOL = runpy.run_path(str(CASES.parent.parent / "tools" / "fuzz" / "targets.py"))
TARGETS: dict[str, Callable[[bytes], None]] = TOOL["TARGETS"]
SEEDS: Callable[[str], list[bytes]] = TOOL["seeds"]


@pytest.mark.parametrize("case", sorted(CASES.glob("*/*")), ids=lambda case: f"{case.parent.name}-{case.name}")
def test_what_broke_a_target_breaks_it_no_more(case: Path) -> None:
    TARGETS[case.parent.name](case.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_the_seeds_break_nothing(target: str) -> None:
    seeds = SEEDS(target)
    assert seeds
    for seed in seeds:
        TARGETS[target](seed)


def test_each_folder_of_cases_is_that_of_a_target() -> None:
    assert {folder.name for folder in CASES.iterdir()} <= set(TARGETS)
