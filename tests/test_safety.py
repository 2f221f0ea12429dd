"""What the package does not do, whatever it is given: run text, reach the network, write where it was not told to."""

import ast
import csv
import io
import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import chronicle_parse as cp
from chronicle_parse.cli.commands import cli
from chronicle_parse.export import TABLES, from_json, to_csv, to_html, to_ical, to_json, to_markdown

PACKAGE = Path(cp.__file__).parent
SEEDS = sorted((PACKAGE.parent.parent / "seeds").glob("*.txt"))
PAGE = "罗湖区大事记-2021年3月\n3月5日,区长王芳到第一小学调研。\n"

# --- what stands in the source

NETWORK = {
    "socket",
    "ssl",
    "urllib",
    "http",
    "ftplib",
    "smtplib",
    "xmlrpc",
    "requests",
    "httpx",
    "aiohttp",
    "webbrowser",
}
RUNNING = {"subprocess", "pickle", "marshal", "shelve", "dill", "code", "runpy", "pty"}
WORKERS = {"parallel.py"}
"""Sends its own objects to its own processes."""
WRITERS = {"cli/writing.py", "export/parquet.py"}
"""The command line's files, and the paths that the caller of `to_parquet` gives."""
WRITING = {"write_text", "write_bytes", "mkdir", "unlink", "rmdir", "rename", "touch", "symlink_to", "rmtree", "chmod"}


def nodes() -> Iterator[tuple[str, ast.AST]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield path.relative_to(PACKAGE).as_posix(), node


def called(node: ast.AST) -> str | None:
    match node:
        case ast.Call(ast.Name(name)) | ast.Call(ast.Attribute(attr=name)):
            return name
    return None


def test_nothing_is_imported_that_runs_code_or_reaches_the_network() -> None:
    imported = {
        (path, name.split(".")[0])
        for path, node in nodes()
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [each.name for each in node.names])
    }
    assert {each for each in imported if each[1] in NETWORK | RUNNING} == set()
    assert {path for path, name in imported if name == "multiprocessing"} <= WORKERS


def test_no_text_is_run() -> None:
    for path, node in nodes():
        match node:
            case ast.Call(ast.Name("eval" | "exec" | "compile" | "__import__" | "breakpoint" as name)):
                pytest.fail(f"{path}:{node.lineno} calls {name}")
            case ast.Call(ast.Attribute(ast.Name("os"), "system" | "popen" | "execv" | "spawnv" as name)):
                pytest.fail(f"{path}:{node.lineno} calls os.{name}")
            case ast.Call(ast.Attribute(attr="loads" | "load" as name)) if ast.unparse(node.func) != "json.loads":
                assert path == "formats/__init__.py", f"{path}:{node.lineno} calls {name}"  # an installed format


def test_only_the_command_line_writes_files() -> None:
    for path, node in nodes():
        if path in WRITERS:
            continue
        assert called(node) not in WRITING, f"{path}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Call) and called(node) == "open":
            given = [*node.args, *(each.value for each in node.keywords if each.arg == "mode")]
            modes = [each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            assert all(set(mode) <= set("rbt") for mode in modes), f"{path}:{node.lineno} opens to write"


# --- what happens when it runs


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("something reaches for the network")

    for name in ("connect", "connect_ex", "bind", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("offline")
def test_a_page_full_of_links_is_read_without_the_network() -> None:
    page = (
        '<?xml version="1.0"?><!DOCTYPE html SYSTEM "http://example.org/a.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<html><head><base href="http://example.org/"><link rel="stylesheet" href="//example.org/a.css">'
        '<meta http-equiv="refresh" content="0;url=http://example.org/"></head><body><iframe src="http://example.org">'
        f'</iframe><img src="http://example.org/a.png">{PAGE.replace(chr(10), "<br>")}&x;<p>{"各项工作有序推进。" * 20}</p></body></html>'
    )
    document = cp.parse(page, kind="chronicle")
    assert "root:" not in document.source.text
    for export in (to_json, to_html, to_markdown, to_ical):
        export(document)


@pytest.mark.usefixtures("offline")
def test_the_seeds_are_read_without_the_network() -> None:
    for path in SEEDS:
        document = cp.parse(path)
        to_html(document)
        for table in TABLES:
            to_csv([document], table)


FORMULA = r"'*[=+\-@＝＋－＠\t\r\n]"


@given(cells=st.lists(st.text(alphabet="'=+-@＝＋－＠\t\r\n\"a,区", max_size=6), min_size=1, max_size=4))
def test_csv_runs_nothing_and_gives_the_text_back(cells: list[str]) -> None:
    entries = tuple(cp.Entry(None, cell, cp.Span(0, 0), marker=cell) for cell in cells)
    document = cp.parse(PAGE, kind="chronicle")
    assert isinstance(document, cp.Chronicle)
    table = to_csv([(cells[0], evolve(document, entries=entries))], "entries")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    for row, cell in zip(rows, cells, strict=True):
        assert row["text"] == row["marker"]
        assert not row["text"].startswith(tuple("=+-@＝＋－＠\t\r\n"))
        assert re.sub(rf"^'(?={FORMULA})", "", row["text"]) == cell
        assert re.sub(rf"^'(?={FORMULA})", "", row["document"]) == cells[0]


def test_the_last_day_of_all_has_no_place_in_a_calendar() -> None:
    calendar = to_ical(cp.parse("大事记\n12月30日,会议召开。\n12月31日,会议闭幕。", kind="chronicle", year=9999))
    assert calendar.count("BEGIN:VEVENT") == 1


# --- where the command line writes


def run(*arguments: str | Path) -> int:
    return CliRunner().invoke(cli, [str(each) for each in arguments], catch_exceptions=False).exit_code


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() or path.is_symlink()}


KEYS = [
    "../../up", "/etc/passwd", "..", ".", "", "a/../../b", "..\\..\\windows", "C:\\boot.ini", "nul\x00byte", "new\nline",
    "~/.ssh/key", ".hidden", "长" * 300, "a" * 5000, "$(touch x)", "`id`", "-rf", "\ud800half", "con.json",
]  # fmt: skip


@pytest.mark.parametrize("form", ["json", "html", "markdown", "ics"])
def test_keys_of_any_kind_name_files_in_the_folder(tmp_path: Path, form: str) -> None:
    work = tmp_path / "work" / "deep"
    work.mkdir(parents=True)
    table = work / "evil.jsonl"
    table.write_text("".join(json.dumps({"doc": PAGE, "id": key}) + "\n" for key in KEYS), encoding="utf-8")
    before = files(tmp_path)
    columns = ("--text-column", "doc", "--key-column", "id")
    assert run("parse", table, *columns, "--kind", "chronicle", "--to", form, "--out", work / "out") == 0
    written = files(tmp_path) - before
    assert len(written) == len(KEYS)
    assert all(name.startswith("work/deep/out/") and name.count("/") == 3 for name in written)


def test_a_link_in_the_folder_is_replaced_and_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "precious.json"
    target.write_text("precious", encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "page.json").symlink_to(target)
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    assert run("parse", page, "--year", "2021", "--to", "json", "--out", tmp_path / "out", "--again") == 0
    assert target.read_text(encoding="utf-8") == "precious"
    assert isinstance(from_json((tmp_path / "out" / "page.json").read_text(encoding="utf-8")), cp.Chronicle)


def test_a_folder_above_is_not_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert run("parse", "../page.txt", "..", "--year", "2021", "--to", "json", "--out", "out") == 0
    assert files(tmp_path) == {"page.txt", "below/out/page.json"}


def test_a_row_nested_without_end_costs_only_itself(tmp_path: Path) -> None:
    table = tmp_path / "rows.jsonl"
    rows = [json.dumps({"doc": PAGE}), '{"doc":' + "[" * 100_000, json.dumps({"doc": PAGE})]
    table.write_text("\n".join(rows), encoding="utf-8")
    assert (
        run(
            "parse",
            table,
            "--text-column",
            "doc",
            "--kind",
            "chronicle",
            "--to",
            "jsonl",
            "--out",
            tmp_path / "o.jsonl",
        )
        == 1
    )
    assert len((tmp_path / "o.jsonl").read_text(encoding="utf-8").splitlines()) == 2


@pytest.mark.parametrize(("name", "value"), [("year", 0), ("year", -5), ("year", 10_000), ("month", 0), ("month", 13)])
def test_a_year_or_month_that_is_none_is_refused(name: str, value: int) -> None:
    with pytest.raises(cp.ParseError) as caught:
        cp.parse(PAGE, kind="chronicle", **{name: value})  # type: ignore[arg-type]
    assert caught.value.code == f"known.{name}"


def test_no_name_commands_the_terminal(tmp_path: Path) -> None:
    evil = "\x1b]0;pwned\x07\x9b2J"
    table = tmp_path / "rows.jsonl"
    table.write_text(json.dumps({"doc": "short", "id": evil}), encoding="utf-8")
    page = tmp_path / f"{evil}.txt"
    page.write_text(evil + PAGE * 20, encoding="utf-8")
    for arguments in (
        ("parse", table, "--text-column", "doc", "--key-column", "id", "--to", "jsonl"),
        ("show", page, "--year", "2021"),
        ("detect", page),
        ("clean", page),
        ("show", tmp_path / f"{evil}.pdf"),
    ):
        result = CliRunner().invoke(cli, [str(each) for each in arguments])
        assert result.output
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", result.output), arguments
