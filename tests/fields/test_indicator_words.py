"""Every word of the indicator tables does in its example what its table says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chronicle_parse.fields.indicators import scan
from chronicle_parse.lexicon import rows
from chronicle_parse.model import Indicator

Row = dict[str, str]
MEASURED = {"地区生产总值", "社会消费品零售总额", "城镇登记失业率", "绿地"}


def _moves(found: list[Indicator], row: Row) -> bool:
    return found[0].change is not None and found[0].change.direction == row["direction"]


CHECKS: dict[str, Callable[[list[Indicator], Row], bool]] = {
    "indicator_verbs": lambda found, row: found[0].verb == row["word"],
    "indicator_moves": _moves,
    "indicator_paces": _moves,
    "indicator_levels": lambda found, _: found[0].quantity is not None and found[0].name in MEASURED,
    "indicator_adverbs": lambda found, _: found[0].name in MEASURED,
    "indicator_leads": lambda found, _: found[0].name in MEASURED,
    "indicator_terms": lambda found, row: found[0].name == row["word"],
    "indicator_joined": lambda found, _: found[1].name.startswith("重点项目"),
    "indicator_predicates": lambda found, _: found[0].name == "事项",
    "indicator_announced": lambda found, _: not found,
    "indicator_frames": lambda found, row: found[0].kind == row["kind"],
    "indicator_actors": lambda found, row: found[0].name == row["word"] + "建成面积",
    "indicator_pairs": lambda found, row: row["first"] in found[0].name and row["second"] in found[1].name,
    "indicator_parts": lambda found, row: any((row["full"] or row["word"]) in each.name for each in found),
}


@pytest.mark.parametrize("table", CHECKS)
def test_every_word_does_what_its_table_says(table: str) -> None:
    wrong = [row["word"] for row in rows(table) if not CHECKS[table](scan(row["example"]), row)]
    assert wrong == []
