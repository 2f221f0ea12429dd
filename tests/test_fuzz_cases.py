"""What the fuzzer once broke stays mended: every file of `fuzz_cases/TARGET/` is tried again, and so are the fuzzer's seeds."""

import json
import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

import chronicle_parse as cp
from chronicle_parse.export import to_json

CASES = Path(__file__).parent / "fuzz_cases"
TOOL = runpy.run_path(str(CASES.parent.parent / "tools" / "fuzz" / "targets.py"))
TARGETS: dict[str, Callable[[bytes], None]] = TOOL["TARGETS"]
SEEDS: Callable[[str], list[bytes]] = TOOL["seeds"]
WRONG: tuple[str, ...] = TOOL["WRONG"]


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


@pytest.mark.parametrize("sample", TOOL["SAMPLES"], ids=lambda sample: sample.kind)
def test_a_wrong_value_anywhere_in_the_json_is_refused_or_taken_as_it_stands(sample: cp.Document) -> None:
    """Of all that lies in lists, the first of each is tried."""
    text = to_json(sample)
    there = len(list(TOOL["places"](json.loads(text))))
    tried: set[tuple[object, ...]] = set()
    for number in range(there):
        for wrong in WRONG:
            tree = json.loads(text)
            parent, key = list(TOOL["places"](tree))[number]
            kind = (
                key if isinstance(key, str) else 0,
                *(parent if isinstance(parent, dict) else ()),
                type(parent[key]),
                wrong,
            )
            if kind in tried:
                continue
            tried.add(kind)
            parent[key] = json.loads(wrong)
            TOOL["read_back"](json.dumps(tree))
    assert len(tried) > 1000
