"""Speed of the text layer, as ratios to decoding and converting the same text: `python -m benchmarks.text`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from opencc import OpenCC

from chronicle_parse import clean
from chronicle_parse.strategies import garble, readings
from chronicle_parse.text import fold

SEEDS = Path(__file__).parents[1] / "seeds"
CLEAN = ("001", "003", "004")
MEGABYTE = 1_000_000


def seconds(work: Callable[[], object], times: int = 3) -> float:
    best = float("inf")
    for _ in range(times):
        start = perf_counter()
        work()
        best = min(best, perf_counter() - start)
    return best


def repeated(text: str, size: int) -> str:
    return (text * (size // len(text.encode()) + 1)).encode()[:size].decode("utf-8", "ignore")


def main(megabytes: int = 10) -> None:
    size = megabytes * MEGABYTE
    prose = "\n".join(next(SEEDS.glob(f"{number}*")).read_text(encoding="utf-8") for number in CLEAN)
    simplified = OpenCC("t2s").convert
    annotated = readings() | readings("區qū")

    raw = repeated(prose, size).encode()
    floor = seconds(lambda: simplified(raw.decode()))
    took = seconds(lambda: clean(raw))
    print(f"clean    {megabytes:3} MB  {size / took / 1e6:6.1f} MB/s  {took / floor:5.2f} x decode + t2s  (limit 6)")

    raw_damaged = repeated(garble(prose, annotated, folded=True), size).encode()
    floor = seconds(lambda: simplified(raw_damaged.decode()))
    took = seconds(lambda: clean(raw_damaged))
    print(f"damaged  {megabytes:3} MB  {size / took / 1e6:6.1f} MB/s  {took / floor:5.2f} x decode + t2s  (limit 12)")

    damaged = repeated(garble(prose, annotated, folded=True), MEGABYTE)
    usual = seconds(lambda: clean(damaged))
    marked = "區(qū)聯(lián)發(fā)"
    hostile = {
        "all ?": "?",
        "all (": "(",
        "all 區(qū)": "區(qū)",
        "?, after damage": "?,",
        "alternating ?( 區(qū)": "?(區(qū)",
        "misaligned without end": "?,\u4e02",
        "?yàn) again and again": "因?yàn)榻",
        "blanks": " ",
        "a digit, a blank": "1 區",
        "entities": "&amp;",
        "lines": "區\n",
        "tags": "<p>區",
        "mojibake": "Æ·",
    }
    for name, text in hostile.items():
        head = "" if name in ("all ?", "all (", "tags", "mojibake") else marked
        page = head + repeated(text, MEGABYTE)
        took = seconds(lambda page=page: clean(page), 1)  # type: ignore[misc]
        print(f"hostile    1 MB  {took / usual:5.2f} x damaged text of that size  (limit 3)  {name}")

    for text in ("区委书记刘胜", "區委書記劉勝", "羅啟(qǐ)明", "2021-12-06"):
        took = seconds(lambda text=text: [fold(text) for _ in range(1000)]) / 1000  # type: ignore[misc]
        print(f"fold     {took * 1e6:6.1f} µs  {text}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
