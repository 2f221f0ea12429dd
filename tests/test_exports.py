"""Tables, Parquet, iCalendar, Markdown, JSON-LD and the schema, each read back by the tool that its users have."""

import datetime as dt
import json
import re
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import icalendar
import jsonschema
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

import chronicle_parse as cp
from chronicle_parse.cli.commands import cli
from chronicle_parse.export import (
    TABLES,
    arrow_schema,
    from_json,
    iter_csv,
    json_schema,
    to_arrow,
    to_csv,
    to_html,
    to_ical,
    to_json,
    to_jsonld,
    to_markdown,
    to_parquet,
    to_rows,
)
from chronicle_parse.formats import BUILT_IN

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
PAGE = "青石市大事记-2021年12月\n12月6-7日,区长王芳主持召开大会,66人参加。\n12月,全区新增市场主体1206户。\n"


@pytest.fixture(scope="module")
def documents() -> list[cp.Document]:
    return [cp.parse(path) for path in SEEDS]


@pytest.mark.parametrize("table", list(TABLES))
def test_rows_have_the_declared_columns(documents: list[cp.Document], table: str) -> None:
    rows = list(to_rows(documents, table))
    assert rows
    assert all(list(row) == list(TABLES[table].columns) for row in rows)


@pytest.mark.parametrize("table", list(TABLES))
def test_parquet_is_read_by_duckdb_polars_and_pandas(documents: list[cp.Document], table: str, tmp_path: Path) -> None:
    arrow = to_arrow(documents, table)
    assert arrow.schema == arrow_schema(table)
    file = tmp_path / f"{table}.parquet"
    pq.write_table(arrow, file)
    counted = duckdb.execute(f"select count(*) from '{file}'").fetchall()
    assert counted == [(arrow.num_rows,)]
    assert pl.read_parquet(file).height == arrow.num_rows
    assert len(arrow.to_pandas()) == arrow.num_rows


def test_arrow_of_nothing_has_its_columns() -> None:
    empty = to_arrow([], "entries")
    assert empty.num_rows == 0
    assert empty.schema.field("date_earliest").type == pa.date32()


def test_a_question_in_sql_is_answered(documents: list[cp.Document]) -> None:
    indicators = to_arrow(
        [(path.stem[:3], document) for path, document in zip(SEEDS, documents, strict=True)], "indicators"
    )
    found = duckdb.execute(
        "select value from indicators where document = '001' and kind = 'actual' and name = '地区生产总值'"
    ).fetchall()
    assert indicators.num_rows > 100
    assert found == [(257167000000.0,)]


def test_all_tables_are_written_in_one_pass(documents: list[cp.Document], tmp_path: Path) -> None:
    files = {table: tmp_path / f"{table}.parquet" for table in TABLES}
    to_parquet(documents, files)
    for table, file in files.items():
        assert pq.read_table(file) == to_arrow(documents, table)
    with pytest.raises(KeyError):
        to_parquet([], {"weather": tmp_path / "weather.parquet"})


def test_streams_keep_no_document(tmp_path: Path) -> None:
    """However many documents go through, few are alive at a time."""
    alive: list[int] = []
    made: weakref.WeakSet[cp.Document] = weakref.WeakSet()

    def stream() -> Iterator[cp.Document]:
        for number in range(30):
            document = cp.parse(PAGE.replace("66", str(number + 66)), kind="chronicle")
            made.add(document)
            alive.append(len(made))
            yield document
            del document

    to_parquet(stream(), {table: tmp_path / f"{table}.parquet" for table in TABLES})
    assert max(alive) <= 3
    made.clear()
    assert len(list(iter_csv(stream(), "entries"))) == 61
    assert max(alive[30:]) <= 3


def test_csv_comes_piece_by_piece() -> None:
    def documents() -> Iterator[cp.Document]:
        yield cp.parse(PAGE, kind="chronicle")
        raise AssertionError("the second document was asked for before the first was written")

    lines = iter_csv(documents(), "people")
    assert next(lines).startswith("document,")
    assert "王芳,区长" in next(lines)


def test_formulas_are_made_harmless_in_csv() -> None:
    document = cp.Chronicle(
        "chronicle", "=1+1", None, None, cp.Metadata("@SUM(A1)", "-2"), cp.clean("x"), (), (), None, ()
    )
    line = to_csv([("+key", document)], "documents").splitlines()[1]
    assert line.split(",")[:3] == ["'+key", "chronicle", "'=1+1"]
    assert "'@SUM(A1),'-2" in line


def table_of(question: str) -> str:
    found = re.search(r"tables/(\w+)", question)
    return found[1] if found else question


BROKEN = "\ud800青石县大事记-2021年3月\n3月5日,区长王芳\udc00调研\ud83d《报\ud800告》,66个。\n3月6日,区委开会。\n"


def test_halves_of_characters_are_replaced_where_no_file_can_hold_them(tmp_path: Path) -> None:
    document = cp.parse(BROKEN, kind="chronicle", place="青\ud800石县")
    for text in (
        to_markdown(document),
        to_html(document),
        to_ical(document),
        to_csv([("\udfff", document)], "entries"),
    ):
        assert "\ufffd" in text
        text.encode("utf-8")
    to_parquet([("\udfff", document)], {"entries": tmp_path / "entries.parquet"})
    assert pq.read_table(tmp_path / "entries.parquet").column("document").to_pylist() == ["\ufffd"] * 2
    json.dumps(to_jsonld(document)).encode("utf-8")


QUESTIONS = re.findall(r"```sql\n(.*?)```", (ROOT / "docs" / "export.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds")
    arguments = ["parse", str(ROOT / "seeds"), "--to", "parquet", "--out", str(folder / "tables")]
    assert CliRunner().invoke(cli, arguments, catch_exceptions=False).exit_code == 0
    return folder


@pytest.mark.parametrize("question", QUESTIONS, ids=table_of)
def test_the_questions_of_the_manual_are_answered(tables: Path, question: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tables)
    assert duckdb.execute(question).fetchall()


def test_the_manual_asks_every_table() -> None:
    assert [table_of(question) for question in QUESTIONS] == list(TABLES)


def test_the_committed_schema_is_the_schema() -> None:
    """Write it anew with `chronicle-parse schema chronicle work_report roundup > docs/schema.json`."""
    assert json.loads((ROOT / "docs" / "schema.json").read_text(encoding="utf-8")) == json_schema(*BUILT_IN)


def test_a_key_goes_with_the_json_and_is_passed_over() -> None:
    document = cp.parse(PAGE, kind="chronicle")
    text = to_json(document, key="pages/a.txt")
    jsonschema.validate(json.loads(text), json_schema(*BUILT_IN))
    assert json.loads(text)["key"] == "pages/a.txt"
    assert from_json(text) == document


def events(text: str) -> list[Any]:
    return [part for part in icalendar.Calendar.from_ical(text).walk() if part.name == "VEVENT"]


def test_a_calendar_is_read_back() -> None:
    document = cp.parse(PAGE, kind="chronicle")
    first, month = events(to_ical(document))
    assert (first["dtstart"].dt, first["dtend"].dt) == (dt.date(2021, 12, 6), dt.date(2021, 12, 8))
    assert (month["dtstart"].dt, month["dtend"].dt) == (dt.date(2021, 12, 1), dt.date(2022, 1, 1))
    assert first["uid"] != month["uid"]
    assert to_ical(document) == to_ical(cp.parse(PAGE, kind="chronicle"))


def test_entries_without_a_year_have_no_place_in_a_calendar() -> None:
    assert events(to_ical([cp.parse("大事记\n3月5日,区长王芳调研。", kind="chronicle")])) == []


def test_markdown_escapes_the_signs_of_the_text() -> None:
    shown = to_markdown(cp.parse("青石大事记\n2021年3月5日,区长王芳<b>调研*一网通办*。\n", kind="chronicle"))
    assert "- **2021-03-05** 区长王芳\\<b\\>调研\\*一网通办\\*。" in shown


def test_every_kind_becomes_markdown(documents: list[cp.Document]) -> None:
    assert all(to_markdown(document).startswith("# ") for document in documents)


def test_events_are_plain_json_ld() -> None:
    graph = json.loads(json.dumps(to_jsonld(cp.parse(PAGE, kind="chronicle"))))["@graph"]
    assert [part["@type"] for part in graph] == ["Report", "Event", "Event"]
    assert (graph[1]["startDate"], graph[1]["endDate"]) == ("2021-12-06", "2021-12-07")
    assert graph[1]["about"] == [{"@type": "Person", "name": "王芳", "jobTitle": "区长"}]
