"""Ten times the text: how many times the work? For each format and field, on bulletins and on hostile shapes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import chronicle_parse as cp
from benchmarks.bulletins import KINDS, Maker
from benchmarks.table import Row
from benchmarks.timing import growth

Read = Callable[[str], object]

FIELDS: tuple[Read, ...] = (
    cp.find_dates,
    cp.find_numbers,
    cp.find_quantities,
    cp.find_changes,
    cp.find_ranks,
    cp.find_people,
    cp.find_works,
    cp.find_organisations,
    cp.find_indicators,
)
MOST = 11


def _parse(kind: str) -> Read:
    return lambda text: cp.parse(text, kind=kind, year=2021)


def _nested(size: int) -> str:
    return "大事记\n3月5日," + "(" * (size // 2) + ")" * (size // 2)


def _prose(size: int) -> str:
    return Maker(3).document("chronicle", size).replace("\n", "")


SHAPES: dict[str, Callable[[int], str]] = {
    "one line": _prose,
    "only digits": lambda size: "7" * size,
    "only 、": lambda size: "、" * size,
    "only 《": lambda size: "《" * size,
    "headings": lambda size: "".join(f"一、第{number}章\n" for number in range(size // 10)),
    "nested brackets": _nested,
    "only 一": lambda size: "一" * size,
    "only blanks": lambda size: " " * size,
}
"""Texts that a reader with two loops in each other, or a pattern that tries again, would never get through."""


def rows(characters: int, repeats: int) -> Iterator[Row]:
    """Each format and each field on bulletins, then the worst of all on each shape."""
    for kind in KINDS:
        maker = Maker(4)
        parts = [maker.document(kind, characters) for _ in range(10)]
        yield _row(f"parse {kind}", _parse(kind), parts, maker.document(kind, 10 * characters), repeats)
    parts = [_mixed(Maker(seed), characters) for seed in range(10)]
    for field in FIELDS:
        yield _row(field.__name__, field, parts, "\n".join(parts), repeats)
    for shape, make in SHAPES.items():
        small, large = make(characters), make(10 * characters)
        works = {f"parse {kind}": _parse(kind) for kind in KINDS} | {field.__name__: field for field in FIELDS}
        found = {name: _growth(work, [small], large, 1) for name, work in works.items()}
        worst = max(found, key=lambda name: found[name])
        yield Row(f"10 × {shape}", found[worst], None, MOST, f"the worst of all formats and fields: {worst}")


def _mixed(maker: Maker, characters: int) -> str:
    return "\n".join(text for _, text in maker.documents(characters))


def _growth(work: Read, parts: Sequence[str], large: str, repeats: int) -> float:
    """Ten times what a character costs in the large text, over what it costs in the small ones."""
    ratio = growth(lambda: [work(part) for part in parts], lambda: work(large), repeats=repeats)
    return ratio * 10 * sum(map(len, parts)) / len(large)


def _row(name: str, work: Read, parts: Sequence[str], large: str, repeats: int) -> Row:
    note = f"{len(parts)} texts of {len(large) // 10:,} characters, one of {len(large):,}"
    return Row(f"10 × the text, {name}", _growth(work, parts, large, repeats), None, MOST, note)
