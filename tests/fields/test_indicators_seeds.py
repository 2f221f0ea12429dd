"""Reports sentence by sentence: in two real ones every number is in an indicator, or there is a reason why it is not."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
import regex
from tests.fields.test_indicators import brief

import chronicle_parse as cp
from chronicle_parse.fields.indicators import scan
from chronicle_parse.model import CleanSpan

Row = tuple[Literal["actual", "target"] | None, int, str, str, str, bool]


def _rows() -> list[Row]:
    lines = (Path(__file__).with_name("indicator_seeds.tsv")).read_text(encoding="utf-8").splitlines()
    found: list[Row] = []
    for line in [line for line in lines if not line.startswith("#")][1:]:
        kind, year, sentence, indicators, why, known = line.split("\t")
        section: Literal["actual", "target"] | None = (
            "actual" if kind == "actual" else "target" if kind == "target" else None
        )
        found.append((section, int(year), sentence, indicators, why, known == "yes"))
    return found


ROWS = _rows()


@pytest.mark.parametrize("row", [row for row in ROWS if not row[5]], ids=lambda row: row[2][:20])
def test_a_sentence_with_a_number(row: Row) -> None:
    kind, year, sentence, indicators, why, _ = row
    found = scan(sentence, kind=kind, year=year)
    assert " | ".join(brief(each) for each in found) == indicators
    assert bool(found) != bool(why), "a sentence without indicators needs a reason, one with them has none"
    assert {each.kind for each in found} <= {kind}
    assert {each.year for each in found} <= {year}


@pytest.mark.parametrize("row", [row for row in ROWS if row[5]], ids=lambda row: row[2][:20])
@pytest.mark.xfail(strict=True, reason="known failure, see the column `why`")
def test_a_sentence_that_is_not_read_right_yet(row: Row) -> None:
    assert " | ".join(brief(each) for each in scan(row[2], kind=row[0], year=row[1])) == row[3]


def _sentences() -> list[tuple[str, str]]:
    lines = (Path(__file__).with_name("indicator_sentences.tsv")).read_text(encoding="utf-8").splitlines()
    rows = [line.partition("\t") for line in lines if not line.startswith("#")][1:]
    return [(sentence, indicators) for sentence, _, indicators in rows]


@pytest.mark.parametrize(("sentence", "indicators"), _sentences(), ids=lambda text: text[:16])
def test_a_sentence_of_another_report(sentence: str, indicators: str) -> None:
    assert " | ".join(brief(each) for each in scan(sentence)) == indicators


def _folded(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("seed", ["001", "003"])
def test_every_sentence_of_the_pages_with_a_number_was_read(seed: str) -> None:
    (path,) = (Path(__file__).parent.parent.parent / "seeds").glob(f"{seed}_*.txt")
    document = cp.parse(path.read_text(encoding="utf-8"), kind="work_report")
    assert isinstance(document, cp.WorkReport)
    known = {_folded(row[2]): bool(row[3]) for row in ROWS}
    for match in regex.finditer(r"[^。；;！!？?\n]*\d[^。；;！!？?\n]*", document.source.text):
        assert _folded(match[0]) in known, match[0]
        sentence = document.source.to_original(CleanSpan(*match.span()))
        inside = [each for each in document.indicators if sentence.start <= each.span.start < sentence.stop]
        assert bool(inside) == known[_folded(match[0])], match[0]
