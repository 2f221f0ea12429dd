"""Changes the package in one small place after the other and sees whether the tests notice: `python tools/mutation --sample 400`.

A sample of all mutants of `fields` and `text` is drawn from each module, in proportion to its size and three at least; each is
tried in a copy of the project, first by the tests of its module (and its doctests), then by the wider ones. A line of JSON for
each goes to --out; `--again FILE` tries only those that FILE says survived. The table at the end has a line for each module.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from mutants import Mutant, mutants_of

ROOT = Path(__file__).parent.parent.parent
PACKAGE = Path("src/chronicle_parse")
LAYERS = ("fields", "text")
WIDER = ("tests/golden", "tests/test_contract.py", "tests/fields/test_indicators_seeds.py")
LEAST = 3
"""So many mutants of each module are tried, if it has them."""
SLOW = 60
"""Seconds after which the tests of a mutant count as failed: it hangs."""


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant: killed by "related" or "wider" tests, by "timeout", or None: it survived."""

    mutant: Mutant
    killed_by: str | None
    seconds: float


def sample(modules: Iterable[Path], size: int, seed: int) -> list[Mutant]:
    all_of = {module: mutants_of(module.as_posix(), (ROOT / module).read_text(encoding="utf-8")) for module in modules}
    share = size / sum(map(len, all_of.values()))
    draw = random.Random(seed)
    drawn = [
        mutant
        for mutants in all_of.values()
        for mutant in draw.sample(mutants, min(len(mutants), max(LEAST, round(share * len(mutants)))))
    ]
    draw.shuffle(drawn)  # so that a run that is broken off has tried some of every module
    return drawn


def related(module: Path) -> list[str]:
    """The tests of a module: those that have the name of the field or stage, else those of its whole layer, and its doctests."""
    layer, *inside = module.relative_to(PACKAGE).with_suffix("").parts
    own = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests" / layer).glob(f"test_{inside[0]}*.py"))
    return [*(own or [f"tests/{layer}"]), str(module)]


def fails(copy: Path, tests: Iterable[str], seconds: float = SLOW) -> str | None:
    """What goes wrong with the tests: "failed" or "timeout"; None where they pass."""
    environment = os.environ | {"PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    try:
        done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return "timeout"
    return "failed" if done.returncode else None


def attempt(copy: Path, mutant: Mutant) -> Outcome:
    begin, file = time.monotonic(), copy / mutant.module
    source = file.read_text(encoding="utf-8")
    file.write_text(mutant.applied(source), encoding="utf-8")
    try:
        killed_by = None
        for name, tests in (("related", related(Path(mutant.module))), ("wider", WIDER)):
            if failure := fails(copy, tests):
                killed_by = name if failure == "failed" else failure
                break
    finally:
        file.write_text(source, encoding="utf-8")
    return Outcome(mutant, killed_by, round(time.monotonic() - begin, 1))


def run(mutants: list[Mutant], out: Path) -> Iterator[Outcome]:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in ("src", "tests", "tools", "seeds"):
            shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", copy)
        subprocess.run([sys.executable, "-m", "compileall", "-q", copy / "src"], check=True)
        all_tests = {test for mutant in mutants for test in related(Path(mutant.module))} | set(WIDER)
        if fails(copy, sorted(all_tests), seconds=20 * SLOW):
            sys.exit("the tests fail without any mutant")
        with out.open("w", encoding="utf-8") as file:
            for number, mutant in enumerate(mutants, 1):
                outcome = attempt(copy, mutant)
                file.write(json.dumps(asdict(outcome), ensure_ascii=False) + "\n")
                file.flush()
                print(f"{number}/{len(mutants)} {outcome.killed_by or 'SURVIVED'} {mutant}", flush=True)
                yield outcome


def table(outcomes: Iterable[Outcome]) -> Iterator[str]:
    tried: Counter[str] = Counter()
    killed: Counter[str] = Counter()
    for outcome in outcomes:
        tried[outcome.mutant.module] += 1
        killed[outcome.mutant.module] += outcome.killed_by is not None
    for module, count in sorted(tried.items()):
        yield f"{module.removeprefix('src/chronicle_parse/'):<40} {killed[module]:>3} of {count:>3}"
    yield f"{'all':<40} {killed.total():>3} of {tried.total():>3} = {killed.total() / max(1, tried.total()):.1%}"


def survivors(file: Path) -> list[Mutant]:
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    survived = [Mutant(**row["mutant"]) for row in rows if row["killed_by"] is None]
    there = [mutant for mutant in survived if mutant.fits((ROOT / mutant.module).read_text(encoding="utf-8"))]
    print(f"{len(survived)} survived, {len(survived) - len(there)} of them in lines that have changed since")
    return there


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sample", type=int, default=400, help="about so many mutants in all")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--only", default="", help="modules whose path holds this")
    arguments.add_argument("--again", type=Path, help="a file of outcomes: try what survived there")
    arguments.add_argument("--out", type=Path, default=ROOT / "out" / "mutation.jsonl")
    chosen = arguments.parse_args()
    if chosen.again:
        mutants = survivors(chosen.again)
    else:
        files = (file for layer in LAYERS for file in sorted((ROOT / PACKAGE / layer).rglob("*.py")))
        modules = [file.relative_to(ROOT) for file in files if chosen.only in str(file)]
        mutants = sample(modules, chosen.sample, chosen.seed)
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    print("\n".join(table(run(mutants, chosen.out))))


main()
