"""Runs a fuzz target: `python tools/fuzz parse 600` tries bytes for ten minutes, led by which lines of the package they reach.

What breaks a target, or takes it longer than `SLOW` seconds, is left in out/fuzz/TARGET/; put the file into
tests/fuzz_cases/TARGET/ with the fix, and the tests try it for ever. The corpus grows in out/fuzz/TARGET/corpus/.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["chronicle_parse"]):
    import targets

ROOT = Path(__file__).parent.parent.parent

SLOW = 10
"""Seconds after which an input counts as one that hangs."""

LONGEST = 4096
"""Bytes an input: long enough for what stands together on a page."""


def main() -> None:
    name, seconds = sys.argv[1], int(sys.argv[2])
    out = ROOT / "out" / "fuzz" / name
    corpus = out / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(targets.seeds(name)):
        (corpus / f"seed-{number}").write_bytes(seed[:LONGEST])
    for case in (ROOT / "tests" / "fuzz_cases" / name).glob("*"):
        (corpus / case.name).write_bytes(case.read_bytes())
    options = [f"-max_total_time={seconds}", f"-timeout={SLOW}", f"-max_len={LONGEST}", f"-artifact_prefix={out}/"]
    atheris.Setup(
        [sys.argv[0], *options, f"-dict={Path(__file__).parent / 'bulletins.dict'}", str(corpus)], targets.TARGETS[name]
    )
    atheris.Fuzz()


main()
