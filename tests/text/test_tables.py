"""The generated tables are what their tools make of the packages of today."""

import importlib.util
from pathlib import Path

import pytest

from chronicle_parse.lexicon import rows
from chronicle_parse.text.script import fold_script
from chronicle_parse.text.words import spell, weights

TOOLS = Path(__file__).parents[2] / "tools"


def test_the_pinyin_table_is_up_to_date() -> None:
    pytest.importorskip("pypinyin")
    spec = importlib.util.spec_from_file_location("make_pinyin_table", TOOLS / "make_pinyin_table.py")
    assert spec and spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    table = tool.TABLE.read_text(encoding="utf-8")
    wanted = tool.table()
    if table.splitlines()[1] != wanted.splitlines()[1]:
        pytest.skip("the table was made by other versions")
    assert table == wanted


def test_radicals_are_one_character_each() -> None:
    for row in rows("radicals"):
        assert len(row["radical"]) == len(row["character"]) == 1
        assert "\u2e80" <= row["radical"] <= "\u2eff" < row["character"]


def test_symbols_are_private_characters() -> None:
    for row in rows("symbols"):
        assert len(row["symbol"]) == len(row["character"]) == 1
        assert "\ue000" <= row["symbol"] <= "\uf8ff"
        assert not "\ue000" <= row["character"] <= "\ufaff"


def test_variants_are_one_character_each_and_none_of_simplified_texts() -> None:
    for row in rows("variants"):
        assert len(row["variant"]) == len(row["character"]) == 1
        assert fold_script(row["variant"]) == row["character"]
        with pytest.raises(UnicodeEncodeError):
            row["variant"].encode("gb2312")


@pytest.mark.parametrize("row", rows("kept_characters"), ids=lambda row: row["word"])
def test_a_character_stays_in_its_words_on_a_traditional_page(row: dict[str, str]) -> None:
    assert row["word"].count(row["character"]) == 1
    assert row["word"] in fold_script(f"看著會議,{row['example']}")


def test_a_word_is_likelier_than_its_characters() -> None:
    assert weights()["学校"] < weights()["学"] + weights()["校"]
    assert spell(["学", "佼校较", "现", "场"]).text == "学校现场"


def test_a_place_without_candidates_is_refused() -> None:
    with pytest.raises(ValueError, match="candidate"):
        spell(["学", ""])
