"""Every table of the lexicon: its header, its words, its examples."""

import re
from pathlib import Path

import pytest

import chronicle_parse as cp
from chronicle_parse.lexicon import rows

FOLDER = Path(cp.__file__).parent / "lexicon"
TABLES = sorted(path.stem for path in FOLDER.glob("*.tsv"))
HAND_MADE = [table for table in TABLES if "example" in rows(table)[0]]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_says_what_it_holds_and_whose_it_is(table: str) -> None:
    lines = (FOLDER / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    header = [line.partition(":")[0] for line in lines if line.startswith("#")]
    for label in ("# what", "# source", "# licence", "# columns"):
        assert label in header, label


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_whole_and_used(table: str) -> None:
    assert rows(table)
    sources = [path for path in FOLDER.parent.rglob("*.py") if path.parent != FOLDER]
    read = re.compile(rf"""["']{table}["']""")
    assert any(read.search(path.read_text(encoding="utf-8")) for path in sources), f"nothing reads {table}.tsv"


@pytest.mark.parametrize("table", HAND_MADE)
def test_words_are_clean_and_stand_in_their_examples(table: str) -> None:
    for row in rows(table):
        word, example = next(iter(row.values())), row["example"]
        assert example, f"{word} has no example"
        assert cp.clean(f"{word}\n").text.strip() == word.strip(), f"{word} is not Simplified and half width"
        assert word in example or table in READ_OTHERWISE, f"{word} is not in {example}"


READ_OTHERWISE: set[str] = set()
"""Tables whose first column is not literally in the example, each read by a test of its own."""


@pytest.mark.parametrize("table", [table for table in TABLES if table.endswith("_words") and "role" in rows(table)[0]])
def test_every_role_of_a_table_is_asked_for(table: str) -> None:
    sources = [path.read_text(encoding="utf-8") for path in FOLDER.parent.rglob("*.py")]
    readers = "".join(source for source in sources if f'"{table}"' in source or f"'{table}'" in source)
    roles = {row["role"] for row in rows(table)}
    assert {role for role in roles if not re.search(rf"""["']{role}["']""", readers)} == set()


def test_words_are_unique() -> None:
    for table in HAND_MADE:
        seen = [tuple(value for name, value in row.items() if name != "example") for row in rows(table)]
        assert len(seen) == len(set(seen)), table


def test_surnames_are_written_in_chinese() -> None:
    assert [row["word"] for row in rows("surnames") if not all("一" <= char <= "鿿" for char in row["word"])] == []
