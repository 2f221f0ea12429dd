"""Prints the table of docs/performance.md: `python -m benchmarks [--quick] [whole clean peers scaling]`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator

from benchmarks import peers, scaling, text, whole
from benchmarks.table import Row, lines

PARTS: dict[str, Callable[[bool], Iterator[Row]]] = {
    "whole": lambda quick: whole.rows(300_000 if quick else 4_200_000, 1 if quick else 2),  # 4.2 M characters are 10 MB
    "clean": lambda quick: text.rows(1 if quick else 10, 1 if quick else 3),
    "peers": lambda quick: peers.rows(0.3 if quick else 2, 1 if quick else 3),
    "scaling": lambda quick: scaling.rows(10_000 if quick else 20_000, 1 if quick else 2),
}


def main() -> None:
    """Runs the parts that are asked for, all by default."""
    options = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    options.add_argument("parts", nargs="*", choices=[[], *PARTS], help="what to measure; all by default")
    options.add_argument("--quick", action="store_true", help="less text and fewer repeats: a minute, and noisier")
    asked = options.parse_args()
    for line in lines(row for part in asked.parts or PARTS for row in PARTS[part](asked.quick)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
