"""Seeds 001 and 003, two work reports, against outlines and values that were checked by reading the pages field by field."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TypedDict

import pytest

import chronicle_parse as cp

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"


class Gold(TypedDict):
    """What is said of a seed: indicators as kind, year, verb, name, amount, change."""

    title: str
    year: int
    place: list[str]
    speaker: list[str]
    issues: list[str]
    chrome_before: str
    chrome_after: str
    indicators: list[list[str | int]]


@pytest.fixture(scope="module", params=["001", "003"])
def seed(request: pytest.FixtureRequest) -> tuple[cp.WorkReport, Gold, str]:
    """The document with its kind detected, its gold and its outline."""
    (path,) = SEEDS.glob(f"{request.param}_*.txt")
    document = cp.parse(path.read_text(encoding="utf-8"))
    assert isinstance(document, cp.WorkReport)
    gold: Gold = json.loads((HERE / f"seed_{request.param}.json").read_text(encoding="utf-8"))
    return document, gold, (HERE / f"seed_{request.param}.outline").read_text(encoding="utf-8")


Seed = tuple[cp.WorkReport, Gold, str]


def test_title_year_place_and_speaker(seed: Seed) -> None:
    document, gold, _ = seed
    assert (document.title, document.year) == (gold["title"], gold["year"])
    assert [document.place, document.place_code] == gold["place"]
    assert document.speaker is not None
    assert [document.speaker.name, document.speaker.title] == gold["speaker"]


def test_the_outline(seed: Seed) -> None:
    document, _, outline = seed
    found = "".join(
        f"{'  ' * (section.level - 1)}{section.marker}{' ' if section.marker else ''}{section.title}{' ~' if section.run_in else ''}\n"
        for section in document.outline()
    )
    assert found == outline


VARIANTS: dict[str, Callable[[str], str]] = {
    "without blank lines": lambda text: re.sub(r"\n\s*\n+", "\n", text),
    "with other line ends": lambda text: text.replace("\n", "\r\n"),
    "indented": lambda text: re.sub(r"(?m)^(?=.)", "\u3000\u3000", text),
    "with other bullets": lambda text: text.replace("• ", "●"),
    "with other numbers": lambda text: re.sub(r"(?m)^(\d)\.", r"\1、", text),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_outline_does_not_hang_on_the_layout(seed: Seed, variant: str) -> None:
    document, _, _ = seed
    changed = cp.parse(VARIANTS[variant](document.source.original), kind="work_report")
    assert isinstance(changed, cp.WorkReport)
    expected = [(section.level, section.title, section.run_in) for section in document.outline()]
    assert [(section.level, section.title, section.run_in) for section in changed.outline()] == expected


def test_what_is_doubtful_is_said(seed: Seed) -> None:
    document, gold, _ = seed
    codes = [issue.code for issue in document.issues if issue.code.startswith(("report.", "indicator."))]
    assert codes == gold["issues"]


def test_the_page_around_the_report_is_no_part_of_it(seed: Seed) -> None:
    document, gold, _ = seed
    text = document.source.original
    for words in (gold["chrome_before"], gold["chrome_after"]):
        at = text.index(words)
        (line,) = [line for line in document.lines if line.span.start <= at < line.span.stop]
        assert not words or line.role in ("chrome", "metadata")


def amount(quantity: cp.Quantity | None) -> str:
    if quantity is None:
        return ""
    value = quantity.value / quantity.scale
    scale = {10**4: "万", 10**8: "亿"}.get(quantity.scale, "")
    return f"{value.normalize() if value % 1 else value.quantize(Decimal(1)):f}{scale}{quantity.unit}"


def test_indicators_of_the_page(seed: Seed) -> None:
    document, gold, _ = seed
    found = [
        [
            each.kind,
            each.year,
            each.verb,
            each.name,
            amount(each.quantity),
            f"{each.change.direction} {amount(each.change.quantity)}" if each.change else "",
        ]
        for each in document.indicators
    ]
    for row in gold["indicators"]:
        expected = [*row[:5], str(row[5]).replace(".0%", "%")]
        assert expected in found, row


def test_results_and_targets_keep_apart(seed: Seed) -> None:
    document, gold, _ = seed
    assert {each.year for each in document.results} == {gold["year"] - 1}
    assert {each.year for each in document.targets} == {gold["year"]}
