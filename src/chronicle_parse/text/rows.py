"""Lines that a page set apart: words spaced out over a line, and tables of which every cell got a line of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile
from re import Pattern

from attrs import frozen

from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose
from chronicle_parse.text.offsets import Change

NUMBER = "序号"
"""The column by whose numbers the rows are told apart."""

WIDEST = 12
"""A table has no more columns."""

LEAST = 2
"""A table has so many rows."""


@cache
def _spaced() -> Pattern[str]:
    """A line of single characters, all equally far apart."""
    return verbose(r"(?m) ^ [ \t]*+ (?P<line> \p{Han} (?P<gap> [ \t]++ ) \p{Han} (?: (?P=gap) \p{Han} )*+ ) [ \t]*+ $")


@cache
def _heading() -> Pattern[str]:
    """What a heading that was spaced out says: a year, month or day, or what the bulletin is; no names: 张 三 李 四."""
    return verbose(
        rf"[〇零一二三四五六七八九十元正腊]{{1,4}} [年月日] $ | .{{0,20}} {any_of(words('titles'))} .{{0,4}} $"
    )


def close_spaced(text: str) -> list[Change]:
    """Closes the blanks of headings that were spaced out: `大  事  记`, `十 二 月`.

    >>> text = "大  事  记"
    >>> [text[change.start - 1] for change in close_spaced(text)]
    ['大', '事']
    """
    if " " not in text and "\t" not in text:
        return []
    changes: list[Change] = []
    for found in _spaced().finditer(text):
        step = 1 + len(found["gap"])
        if _heading().match(found["line"][::step]):
            gaps = range(found.start("line") + 1, found.end("line"), step)
            changes += [Change(at, at + step - 1, "", "gap") for at in gaps]
    return changes


@frozen
class _Cell:
    """A line that is not blank, with where it begins and ends."""

    start: int
    stop: int
    text: str


@cache
def _column() -> Pattern[str]:
    """The name of a column and nothing else."""
    return verbose(rf"{any_of(words('table_columns'))} $")


def join_cells(text: str) -> list[Change]:
    r"""Puts the cells of a table's rows on one line again: `序号`/`日期`/`内容`/`1`/`3月2日`/`新校开学`.

    >>> len(join_cells("序号\n日期\n内容\n1\n3月2日\n新校开学\n2\n3月5日\n植树"))
    6
    """
    if NUMBER not in text:
        return []
    cells = list(_cells(text))
    changes: list[Change] = []
    at = 0
    while at < len(cells):
        columns = _header(cells, at)
        rows = _rows(cells, at + columns, columns) if columns else []
        if len(rows) >= LEAST:
            for first, last in ((at, at + columns), *rows):
                changes += [Change(left.stop, right.start, " ", "cells") for left, right in pairwise(cells[first:last])]
            at = rows[-1][1]
        else:
            at += 1
    return changes


def _cells(text: str) -> Iterator[_Cell]:
    at = 0
    for line in text.split("\n"):
        if body := line.strip():
            start = at + len(line) - len(line.lstrip())
            yield _Cell(start, start + len(body), body)
        at += len(line) + 1


def _header(cells: Sequence[_Cell], at: int) -> int:
    """How many columns a table has whose header begins with a cell; 0 for any other cell."""
    if cells[at].text != NUMBER:
        return 0
    names = list(takewhile(lambda cell: _column().match(cell.text), cells[at : at + WIDEST]))
    return len(names) if len(names) > 1 else 0


def _rows(cells: Sequence[_Cell], at: int, columns: int) -> list[tuple[int, int]]:
    """Where the rows begin and end: each goes from its number to the next one, the last has as many cells as there are columns."""
    begins: list[int] = []
    while at < len(cells) and cells[at].text == str(len(begins) + 1):
        begins.append(at)
        wanted = str(len(begins) + 1)
        at = next(
            (place for place, cell in enumerate(cells[at + 1 : at + 2 * columns], at + 1) if cell.text == wanted),
            len(cells),
        )
    stops = [*begins[1:], min(begins[-1] + columns, len(cells))] if begins else []
    return list(zip(begins, stops, strict=True))
