"""Every word of the indicator tables does in its example what its table says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chronicle_parse.fields.indicators import scan
from chronicle_parse.lexicon import rows, words
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


def _is(name: str, verb: str = "", at: int = 0) -> Callable[[list[Indicator], Row], bool]:
    """Whether an indicator has this name and verb, "~" for the word."""
    return lambda found, row: (
        (found[at].name, found[at].verb) == (name.replace("~", row["word"]), verb.replace("~", row["word"]))
    )


def _grown(name: str, amount: str, *, alone: bool = True) -> Callable[[list[Indicator], Row], bool]:
    """Whether the last indicator has this name and grew by so much."""
    return lambda found, row: (
        found[-1].name == name.replace("~", row["word"])
        and found[-1].change is not None
        and (found[-1].change.direction, str(found[-1].change.quantity.value)) == ("up", amount)
        and (len(found) == 1) == alone
    )


def _valued(name: str, value: int) -> Callable[[list[Indicator], Row], bool]:
    """Whether there is one indicator, of this name and value."""
    return lambda found, row: (
        [(each.name, int(each.quantity.value) if each.quantity else None) for each in found]
        == [(name.replace("~", row["word"]), value)]
    )


def _ends_example(found: list[Indicator], row: Row) -> bool:
    """Whether the name goes on to the end, over the word that a verb or predicate makes one noun with."""
    return row["word"] in found[0].name and row["example"].endswith(found[0].name) and found[0].verb != ""


def _timed(found: list[Indicator], row: Row) -> bool:
    return found[0].name.endswith(row["word"]) and found[0].quantity is not None


ROLES: dict[str, Callable[[list[Indicator], Row], bool]] = {
    "hope": _grown("地区生产总值", "6.5", alone=False),
    "passing": _valued("财政收入", 1_060_000_000),
    "threshold": _grown("财政收入", "8"),
    "comparing": lambda found, _: len(found) == 1 and "百分点" not in found[0].written,
    "beating": _grown("财政收入", "15"),
    "share": _valued("高新技术产业~", 42),
    "degree": _grown("办理~", "8"),
    "total": lambda found, row: _valued("财政收入", 1_200_000_000)(found, row) and found[0].change is not None,
    "price basis": _grown("财政收入", "8"),
    "turning": lambda found, row: (
        _valued("社会消费品零售总额", 22_000_000_000)(found, row) and found[0].previous is not None
    ),
    "each": lambda found, row: len(found) == 1 and found[0].verb == "" and found[0].name.startswith(row["word"]),
    "measured": _is("城镇~"),
    "cause": lambda found, _: found[0].name == "企业",
    "helping": lambda found, _: found[0].name == "企业",
    "before growth": lambda found, _: found[0].name in {"地区生产总值", "生产总值"},
    "predicated": lambda found, _: found[0].name.startswith("高标准农田") and found[0].verb.endswith("建成"),
    "adjective": lambda found, _: not found,
    "aim": lambda found, _: found[0].kind == "target",
    "aside": _grown("粮食产量", "1660000000"),
    "stating": _grown("粮食产量", "1660000000"),
    "attendance": lambda found, _: not found,
    "carrier": lambda found, row: found[0].name == f"改造{row['word']}" and found[0].verb == "",
    "compound": _ends_example,
    "joined to 中心": lambda found, row: found[0].name == f"中心{row['word']}" and found[0].verb == "改造",
    "joined to 设施": lambda found, row: found[0].name == f"设施{row['word']}" and found[0].verb == "发展",
    "joined to 计划": lambda found, _: found[0].kind == "actual",
    "kind of indicator": lambda found, _: [each.name for each in found] == ["生产总值", "财政收入"],
    "increase": _is("风电装机", "~"),
    "establishing": _is("工业用地", "~"),
    "span": _timed,
    "age": _timed,
    "sum verb": lambda found, _: (found[0].name, found[1].name) == ("农业龙头企业", "农业龙头企业年销售收入"),
    "earned": _is("工程机械~"),
    "growing": lambda found, row: [each.name for each in found] == [f"粮食{row['word']}面积", "粮食产量"],
    "folk": lambda found, _: found[0].quantity is not None and int(found[0].quantity.value) == 32_000,
    "ranked": lambda found, _: len(found) == 1 and found[0].rank is not None,
    "year done": lambda found, _: found[0].kind == "actual",
    "year planned": lambda found, _: (found[0].kind, found[0].year) == ("target", 2024),
    "object of the noun before": lambda found, _: found[1].name.startswith("水利设施"),
}


@pytest.mark.parametrize("role", sorted({row["role"] for row in rows("indicator_words")}))
def test_every_word_does_what_its_role_says(role: str) -> None:
    known = [row for row in rows("indicator_words") if row["role"] == role]
    assert [row["word"] for row in known if not ROLES[role](scan(row["example"]), row)] == []


def _names(text: str) -> list[str]:
    return [each.name for each in scan(text)]


def test_verbs_of_level_count_the_noun_behind() -> None:
    for word in words("indicator_levels", verb="yes"):
        assert _names(f"{word}32家规上工业企业") == ["规上工业企业"], word


def test_plain_verbs_make_no_noun_with_a_measure() -> None:
    for word in words("indicator_verbs", plain="yes"):
        assert _names(f"{word}成本12亿元") == ["成本"], word
    assert _names("签约率85%") == ["签约率"]


def test_nouns_of_action_close_the_object_of_a_verb() -> None:
    for word in words("indicator_predicates", closing="yes"):
        assert _names(f"实施12条道路{word}") == [f"道路{word}"], word
        assert _names(f"12条道路{word}") == ["道路"], word


@pytest.mark.parametrize("table", CHECKS)
def test_every_word_does_what_its_table_says(table: str) -> None:
    wrong = [row["word"] for row in rows(table) if not CHECKS[table](scan(row["example"]), row)]
    assert wrong == []
