"""Batches: a row in is a row out, and whatever is wrong with a page stands in its own row."""

import datetime as dt
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import chronicle_parse as cp
from chronicle_parse import batch as batch_module
from chronicle_parse.batch import NESTED, batch_schema, parse_batches
from chronicle_parse.export import to_arrow

GOOD = "罗湖区大事记\n2021年3月5日,区长王芳到第一小学调研,投资120亿元。\n2021年3月6日,区委召开会议。"
ROUNDUP = (
    "区领导一周动态(2021年3月1日—3月7日)\n【调研】\n3月2日,区长王芳到第一小学调研。\n3月3日,区委书记李强会见客商。"
)
SEEDS = Path(__file__).parent.parent / "seeds"


def rows_of(texts: list[Any], of: pa.DataType | None = None, **options: Any) -> list[dict[str, Any]]:
    """The rows for these pages, called 0, 1, 2 …"""
    pages = pa.record_batch({"key": list(range(len(texts))), "text": pa.array(texts, of)})
    (batch,) = parse_batches([pages], **options)
    batch.validate(full=True)
    assert batch.column("key").to_pylist() == list(range(len(texts)))
    rows: list[dict[str, Any]] = batch.to_pylist()
    return rows


def test_a_page_becomes_a_row_with_its_tables_as_lists() -> None:
    (row,) = rows_of([GOOD])
    assert (row["error_code"], row["error"]) == (None, None)
    assert (row["kind"], row["place"], row["period"]) == ("chronicle", "罗湖区", "2021-03-05/2021-03-06")
    assert [entry["date"] for entry in row["entries"]] == ["2021-03-05", "2021-03-06"]
    assert row["entries"][0]["date_earliest"] == dt.date(2021, 3, 5)
    assert [(each["name"], each["title"], each["entry"]) for each in row["people"]] == [("王芳", "区长", 0)]
    assert [(each["value"], each["unit"]) for each in row["quantities"]] == [(12e9, "元")]
    assert row["indicators"] == row["sections"] == []
    start, stop = row["people"][0]["start"], row["people"][0]["stop"]
    assert GOOD[start:stop] == "王芳"


def test_the_lists_hold_what_the_tables_of_the_export_hold() -> None:
    pages = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}
    (batch,) = parse_batches([pa.record_batch({"key": list(pages), "text": list(pages.values())})])
    documents = [(key, cp.parse(text)) for key, text in pages.items()]
    for table in NESTED:
        expected = to_arrow(documents, table).drop_columns("document").to_pylist()
        assert [row for rows in batch.column(table).to_pylist() for row in rows] == expected
    issues = [(issue.code, issue.span.start) for _, document in documents for issue in document.issues]
    assert [(each["code"], each["start"]) for rows in batch.column("issues").to_pylist() for each in rows] == issues


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.dictionary(pa.int32(), pa.string())], ids=str)
def test_all_kinds_of_text_columns_are_read(kind: pa.DataType) -> None:
    assert [row["kind"] for row in rows_of([GOOD, None, GOOD], kind)] == ["chronicle", None, "chronicle"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16"])
@pytest.mark.parametrize("kind", [pa.binary(), pa.large_binary()], ids=str)
def test_bytes_are_decoded(kind: pa.DataType, encoding: str) -> None:
    page = GOOD.replace("区", "縣").replace("调", "調").replace("芳", "芳") if encoding == "big5" else GOOD
    page = page.replace("记", "記").replace("长", "長").replace("学", "學").replace("资", "資").replace("亿", "億")
    page = page.replace("会", "會").replace("议", "議").replace("开", "開").replace("罗", "羅")
    (row,) = rows_of([page.encode(encoding)], kind)
    assert [entry["date"] for entry in row["entries"]] == ["2021-03-05", "2021-03-06"]


def test_a_text_column_with_other_bytes_in_it_is_read_all_the_same() -> None:
    broken = pa.array([GOOD.encode("gb18030"), GOOD.encode()], pa.binary()).view(pa.string())
    (batch,) = parse_batches([pa.record_batch({"key": [1, 2], "text": broken})])
    assert batch.column("kind").to_pylist() == ["chronicle"] * 2


def test_bad_rows_never_cost_their_neighbours() -> None:
    bad = [
        None,
        b"",
        b"\x00\xff\xfe\x9d\x81",
        "山重水复疑无路,柳暗花明又一村。".encode(),
        b"pages/a.txt",
        b"<html>" * 5000,
        "区".encode() * 100_001,
        "大事记\n3月5日,王\ud800芳。".encode("utf-8", "surrogatepass"),
    ]
    mixed = [each for page in bad for each in (page, GOOD.encode())]
    rows = rows_of(mixed, pa.binary(), max_chars=100_000)
    expected = rows_of([GOOD.encode()], pa.binary())[0]
    assert all({**row, "key": 0} == expected for row in rows[1::2])
    codes = [row["error_code"] for row in rows[::2]]
    assert codes[0] == "row.unreadable"
    assert codes[2] == "source.no-text"
    assert codes[3] == "format.unknown"
    assert codes[6] == "source.too-large"
    for row in rows[::2]:
        if row["error_code"]:
            assert row["error"]
            assert all(row[name] is None for name in ("kind", "issues", *NESTED))


def test_a_bug_costs_its_row_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(source: str, **options: Any) -> cp.Document:
        if source == "bug":
            raise MemoryError("no room")
        return cp.parse(source, **options)

    monkeypatch.setattr(batch_module, "parse", parse)
    rows = rows_of([GOOD, "bug", GOOD])
    assert [row["error_code"] for row in rows] == [None, "parse.unexpected", None]
    assert rows[1]["error"] == "MemoryError: no room"


def test_a_value_that_arrow_has_no_room_for_costs_its_row_only(monkeypatch: pytest.MonkeyPatch) -> None:
    values = batch_module._values

    def huge(document: cp.Document) -> dict[str, object]:
        return values(document) | ({"year": 10**30} if document.kind == "roundup" else {})

    monkeypatch.setattr(batch_module, "_values", huge)
    assert [row["kind"] for row in rows_of([GOOD, ROUNDUP, GOOD])] == ["chronicle", None, "chronicle"]


def test_columns_say_what_is_known_of_a_page() -> None:
    text = "大事记\n3月5日,区长王芳调研。"
    pages = pa.record_batch(
        {
            "key": list("abcdef"),
            "text": [text] * 6,
            "type": ["chronicle", None, "chronicle", "sonnet", "chronicle", ""],
            "delivered": [2019.0, None, float("nan"), 2021, 20211, 2021],
            "county": ["罗湖区", None, "", "罗湖区", "罗湖区", " "],
        }
    )
    columns = {"kind": "type", "year": "delivered", "place": "county"}
    (batch,) = parse_batches([pages], columns=columns, year=2000, place="福田区")
    rows = batch.to_pylist()
    assert [row["entries"] and row["entries"][0]["date"][:4] for row in rows] == [
        "2019",
        "2000",
        "2000",
        None,
        None,
        "2021",
    ]
    assert [row["place"] for row in rows] == ["罗湖区", "福田区", "福田区", None, None, "福田区"]
    assert [row["error_code"] for row in rows] == [None, None, None, "format.unknown", "row.unreadable", None]
    assert "20211" in rows[4]["error"]


@pytest.mark.parametrize("day", [dt.date(2021, 3, 8), dt.datetime(2021, 3, 8, 9), "2021-03-08"], ids=str)
def test_a_day_of_publication_may_be_a_date_a_timestamp_or_iso(day: object) -> None:
    pages = pa.record_batch({"text": ["大事记\n3月5日,区长王芳调研。"], "day": [day]})
    (batch,) = parse_batches([pages], key=None, columns={"published": "day"})
    assert batch.column("entries").to_pylist()[0][0]["date"] == "2021-03-05"


def test_keys_and_kept_columns_come_out_as_they_went_in() -> None:
    pages = pa.record_batch(
        {"text": [GOOD, None], "id": pa.array([7, 8], pa.int16()), "url": ["a", None], "other": [1, 2]}
    )
    (batch,) = parse_batches([pages], key="id", keep=["url"])
    assert batch.schema.equals(batch_schema(pages.schema, "id", ["url"]))
    assert batch.schema.names[:4] == ["id", "url", "error_code", "error"]
    assert batch.column("id").equals(pages.column("id"))
    assert batch.column("url").equals(pages.column("url"))


def test_wrong_calls_raise() -> None:
    pages = pa.record_batch({"key": [1], "text": [GOOD], "number": [1], "title": ["a"]})
    for options, error, words in [
        ({"text": "body"}, ValueError, "'body' among key, text, number"),
        ({"key": "id"}, ValueError, "'id'"),
        ({"columns": {"year": "jahr"}}, ValueError, "'jahr'"),
        ({"columns": {"colour": "number"}}, ValueError, "not for colour"),
        ({"keep": ["title"]}, ValueError, "title: rename"),
        ({"text": "number"}, TypeError, "'number' holds int64"),
        ({"kind": "sonnet"}, cp.UnknownFormatError, "no format 'sonnet'"),
        ({"year": 20211}, cp.ParseError, "20211"),
        ({"jahr": 2021}, TypeError, "jahr"),
    ]:
        with pytest.raises(error, match=words):
            list(parse_batches([pages], **options))  # type: ignore[arg-type]


def test_batches_are_read_one_at_a_time_and_empty_ones_stay() -> None:
    taken = []

    def pages() -> Iterator[pa.RecordBatch]:
        for number, size in enumerate([2, 0, 1]):
            taken.append(number)
            yield pa.record_batch(
                {"key": pa.array([number] * size, pa.int64()), "text": pa.array([GOOD] * size, pa.string())}
            )

    results = parse_batches(pages())
    assert (next(results).num_rows, taken) == (2, [0])
    empty = next(results)
    assert (empty.num_rows, taken) == (0, [0, 1])
    assert empty.schema.equals(next(results).schema)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.none() | st.text(max_size=40) | st.sampled_from([GOOD, ROUNDUP]), max_size=8))
def test_any_texts_give_a_row_each_and_the_same_row_as_alone(texts: list[str | None]) -> None:
    texts = [None if text is None else text.encode("utf-8", "replace").decode() for text in texts]
    together = rows_of(texts, pa.string(), kind="chronicle")
    alone = [rows_of([text], pa.string(), kind="chronicle")[0] for text in texts]
    assert [{**row, "key": 0} for row in together] == alone


def test_duckdb_and_polars_read_the_result() -> None:
    pages = pa.record_batch({"key": ["a", "b"], "text": [GOOD, None]})
    result = pa.Table.from_batches(parse_batches([pages]))
    names = duckdb.execute("select key, unnest(people, recursive := true) from result").fetchall()
    assert [(row[0], row[2]) for row in names] == [("a", "王芳")]
    frame = pl.from_arrow(result)
    assert isinstance(frame, pl.DataFrame)
    exploded = frame.select("key", "entries").explode("entries").drop_nulls().unnest("entries")
    assert exploded["date"].to_list() == ["2021-03-05", "2021-03-06"]


LENGTH = 15_000
HOSTILE = {
    "figures": ("1", "1.", "1,000,", "9。5%", "%", "增长", "万", "一"),
    "lists": ("1亿元,", "地区生产总值、", "6%、", "全省第一、", "1、2、3、"),
    "names": ("王", "区长王芳,", "王芳、李强、", "副区长", "区人民政府办公室"),
    "dates": ("3月5日,", "3月5日至", "3月1、", "2021年"),
    "lines": ("\n", "一、工作\n", "【调研】\n", "(一)事\n1.事\n①事\n", "区\n", "上一篇:\n", "首页 > "),
    "marks": ("（", "《", "“", "《一》", "區(qū)", "區(qū(qū", "　", "\u200d", "\u0301", "\ufdfa"),
    "markup": ("<div>", "<b><i>", "<", "<!", "<!--", "<?", "</p>", "<a href=x>", "&amp;", "<table><tr><td>"),
}
"""What a page is filled with to hurt, by what reads it."""


@pytest.mark.parametrize("kind", ["chronicle", "work_report", "roundup"])
@pytest.mark.parametrize("what", HOSTILE)
def test_no_page_takes_more_than_in_proportion_to_its_length(what: str, kind: str) -> None:
    cp.parse("大事记\n3月5日,区长王芳", kind=kind)  # reads the lexicon
    starts = "<html><body>大事记" if what == "markup" else "大事记\n3月5日,"
    for unit in HOSTILE[what]:
        pages = pa.record_batch({"text": [starts + unit * (LENGTH // len(unit))]})
        begun = time.thread_time()
        (batch,) = parse_batches([pages], key=None, kind=kind)
        assert time.thread_time() - begun < 5, unit
        assert batch["error_code"][0].as_py() is None
        assert batch.nbytes < 200 * LENGTH, unit
