"""JSON out and back, and what is refused."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import chronicle_parse as cp
from chronicle_parse.export import TABLES, from_json, json_schema, to_csv, to_dict, to_html, to_json, to_rows

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def documents() -> list[cp.Document]:
    return [cp.parse(path) for path in SEEDS]


def test_documents_come_back_equal(documents: list[cp.Document]) -> None:
    for document in documents:
        assert from_json(to_json(document)) == document
        assert from_json(to_json(document, indent=2).encode()) == document


def test_the_output_is_valid_under_the_schema(documents: list[cp.Document]) -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    for document in documents:
        validator.validate(json.loads(to_json(document)))
        validator.validate(json.loads(to_json(document, source=False)))
    broken = to_dict(documents[0])
    broken["title"] = 5
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(broken)


def test_without_source_only_a_digest_stays(documents: list[cp.Document]) -> None:
    plain = json.loads(to_json(documents[0], source=False))
    assert set(plain["source"]) == {"sha256", "length", "encoding"}
    again = from_json(json.dumps(plain))
    assert again.source.original == ""
    assert again.issues == documents[0].issues


def test_a_date_says_what_it_spans() -> None:
    document = cp.parse("大事记\n2021年12月6-7日,大会召开。", kind="chronicle")
    when = to_dict(document)["entries"][0]["when"]
    assert (when["edtf"], when["earliest"], when["latest"]) == ("2021-12-06/2021-12-07", "2021-12-06", "2021-12-07")


def changed(**fields: Any) -> str:
    plain = to_dict(cp.parse("大事记\n2021年12月6日,区长王芳到校调研,惠及66人。", kind="chronicle"))
    entry = plain["entries"][0]
    for name, value in fields.items():
        place = entry if name in entry else plain
        match place[name], value:
            case dict(old), dict(new) if name == "when":
                place[name] = old | new
            case [dict(old), *_], [dict(new)]:
                place[name] = [old | new]
            case _:
                place[name] = value
    return json.dumps(plain)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "json.syntax"),
        ("[" * 100_000, "json.syntax"),
        (b"\xff\xfe\x00", "json.syntax"),
        ("null", "json.schema"),
        ("{}", "json.schema"),
        ('{"schema": "chronicle-parse/2", "kind": "chronicle"}', "json.schema"),
        ('{"schema": "chronicle-parse/1", "kind": "gazette"}', "json.kind"),
        ('{"schema": "chronicle-parse/1", "kind": ["chronicle"]}', "json.kind"),
        ('{"schema": "chronicle-parse/1", "kind": "chronicle"}', "json.value"),
        ({"title": 5}, "json.value"),
        ({"title": None}, "json.value"),
        ({"span": [5, 1]}, "json.value"),
        ({"span": [True, 1]}, "json.value"),
        ({"span": "0-5"}, "json.value"),
        ({"activity": "dancing"}, "json.value"),
        ({"people": [1]}, "json.value"),
        ({"people": "王芳"}, "json.value"),
        ({"when": {"start": "yesterday"}}, "json.value"),
        ({"source": {"original": "a", "edits": [], "encoding": "str"}}, "json.value"),
        ({"metadata": ""}, "json.value"),
        ({"metadata": []}, "json.value"),
        ({"lines": ""}, "json.value"),
        ({"lines": {}}, "json.value"),
        ({"lines": [{"span": [0, 1], "role": "poem"}]}, "json.value"),
        ({"lines": [{"span": [0, 1], "role": ["entry"]}]}, "json.value"),
        ({"when": {"inherited": "year"}}, "json.value"),
        ({"when": {"start": "２０２１-12"}}, "json.value"),
        ({"when": {"start": "2021-1-1"}}, "json.value"),
        ({"when": {"start": "2021-12-06-07"}}, "json.value"),
        ({"when": {"members": "2021"}}, "json.value"),
        ({"quantities": [{"value": "1_000"}]}, "json.value"),
        ({"quantities": [{"value": " 1"}]}, "json.value"),
        ({"quantities": [{"value": "NaN"}]}, "json.value"),
        ({"quantities": [{"value": 1}]}, "json.value"),
        ({"quantities": [{"scale": 1.0}]}, "json.value"),
    ],
)
def test_what_is_no_document_is_refused(text: str | bytes | dict[str, Any], code: str) -> None:
    text = changed(**text) if isinstance(text, dict) else text
    with pytest.raises(cp.ParseError) as caught:
        from_json(text)
    assert caught.value.code == code


def test_lone_surrogates_are_written_as_valid_json() -> None:
    document = cp.parse("大事记\n3月5日,区长王芳\ud800调研。", kind="chronicle")
    to_json(document).encode("utf-8")
    assert from_json(to_json(document)) == document


def test_tables_hold_the_values_of_the_documents(documents: list[cp.Document]) -> None:
    entries = list(to_rows([("000", documents[0])], "entries"))
    assert len(entries) == 33
    assert {row["document"] for row in entries} == {"000"}
    people = [row for row in to_rows([("000", documents[0])], "people") if row["name"] == "王水发"]
    assert people[0]["title"] == "市教育局党组成员、副局长"
    kinds = {row["kind"] for row in to_rows(documents, "documents")}
    assert kinds == {"chronicle", "work_report", "roundup"}
    for table in TABLES:
        columns = {tuple(row) for row in to_rows(documents, table)}
        assert len(columns) == 1, table


def test_csv_cannot_run_as_a_formula() -> None:
    document = cp.parse('=HYPERLINK("x")大事记\n3月5日,区长王芳调研。', kind="chronicle")
    assert document.title.startswith("=")
    assert "'=HYPERLINK" in to_csv([document], "documents")


def test_csv_of_nothing_is_its_header() -> None:
    assert to_csv([], "people") == "document,entry,name,title,start,stop\r\n"
    with pytest.raises(KeyError):
        to_csv([], "weather")


def nested(depth: int) -> str:
    plain = to_dict(cp.parse("政府工作报告\n一、工作回顾\n成绩很大。", kind="work_report"))
    section = plain["sections"][0]
    for _ in range(depth):
        section = section | {"sections": [section]}
    return json.dumps(plain | {"sections": [section]})


def test_sections_in_sections_end_somewhere() -> None:
    assert isinstance(from_json(nested(20)), cp.WorkReport)
    for depth in (60, 200):
        with pytest.raises(cp.ParseError, match=r"json\.value"):
            from_json(nested(depth))
    for deep in ("[" * 90 + "]" * 90, '{"a":' * 5000 + "1" + "}" * 5000):
        with pytest.raises(cp.ParseError, match=r"json\.(syntax|value)"):
            from_json('{"schema": "chronicle-parse/1", "kind": "chronicle", "x": ' + deep + "}")


def test_a_document_of_huge_numbers_is_shown_and_written() -> None:
    huge = changed(quantities=[{"value": "1E+999999999", "high": "-1E-999999999"}], span=[0, 10**30])
    document = from_json(huge)
    assert from_json(to_json(document)) == document
    assert len(to_html(document)) < 100_000
    assert len(document._repr_html_()) < 100_000
