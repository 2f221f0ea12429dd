"""Arrow, iCalendar, Markdown and JSON-LD, each read back by the tool that its users have."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import duckdb
import icalendar
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import chronicle_parse as cp
from chronicle_parse.export import TABLES, arrow_schema, to_arrow, to_ical, to_jsonld, to_markdown, to_rows

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
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
    assert graph[1]["attendee"] == [{"@type": "Person", "name": "王芳", "jobTitle": "区长"}]
