"""Speed of the text layer, as ratios to decoding and converting the same text."""

from __future__ import annotations

from collections.abc import Iterator

from opencc import OpenCC

from benchmarks.table import Row
from benchmarks.timing import seconds
from benchmarks.whole import SEEDS
from chronicle_parse import clean
from chronicle_parse.strategies import garble, readings

CLEAN = ("001", "003", "004")
MEGABYTE = 1_000_000

_MARKED = "區(qū)聯(lián)發(fā)"
HOSTILE = {
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
_UNMARKED = ("all ?", "all (", "tags", "mojibake")


def repeated(text: str, size: int) -> str:
    return (text * (size // len(text.encode()) + 1)).encode()[:size].decode("utf-8", "ignore")


def rows(megabytes: int, repeats: int) -> Iterator[Row]:
    """Clean and damaged pages against decoding and converting them; hostile ones against damaged ones of that size."""
    simplified = OpenCC("t2s").convert
    prose = "\n".join(next(SEEDS.glob(f"{number}*")).read_text(encoding="utf-8") for number in CLEAN)
    annotated = readings() | readings("區qū")
    for name, text, most in (("clean", prose, 6), ("damaged", garble(prose, annotated, folded=True), 12)):
        raw = repeated(text, megabytes * MEGABYTE).encode()
        least, took = seconds(lambda: simplified(raw.decode()), lambda: clean(raw), repeats=repeats)  # noqa: B023
        note = f"{len(raw) / 1e6:.0f} MB, {len(raw) / took / 1e6:.1f} MB/s"
        yield Row(f"cp.clean ÷ (decode + t2s), {name}", took / least, None, most, note)
    damaged = repeated(garble(prose, annotated, folded=True), MEGABYTE)
    pages = [("" if name in _UNMARKED else _MARKED) + repeated(text, MEGABYTE) for name, text in HOSTILE.items()]
    usual, *times = seconds(*[lambda page=page: clean(page) for page in (damaged, *pages)], repeats=repeats)
    worst, took = max(zip(HOSTILE, times, strict=True), key=lambda pair: pair[1])
    yield Row(
        f"cp.clean, worst of {len(HOSTILE)} hostile pages ÷ damaged", took / usual, None, 3, f"1 MB each; {worst}"
    )
