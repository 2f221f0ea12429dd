"""The command line as a person types it."""

import csv
import json
import os
import shlex
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb
import icalendar
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.shell_completion import BashComplete, get_completion_class
from click.testing import CliRunner, Result

import chronicle_parse as cp
from chronicle_parse.cli import running, writing
from chronicle_parse.cli.commands import cli
from chronicle_parse.cli.sources import Item
from chronicle_parse.export import TABLES, from_json

PAGE = "罗湖区大事记-2021年3月\n3月5日,区长王芳到第一小学调研。\n3月9日,区委召开全会,66人参加。\n"
UNDATED = "大事记\n3月5日,区长王芳到第一小学调研。\n"
NO_TEXT = b"\x00\xff\xfe\x9d\x81"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    (folder / ".hidden").mkdir(parents=True)
    (folder / "a.txt").write_text(PAGE, encoding="utf-8")
    (folder / "b.txt").write_text(PAGE, encoding="gb18030")
    (folder / "notes.csv").write_text("not a page", encoding="utf-8")
    (folder / "README.md").write_text("about the pages", encoding="utf-8")
    (folder / ".hidden" / "c.txt").write_text(PAGE, encoding="utf-8")
    return folder


def run(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, [str(each) for each in arguments], input=stdin, catch_exceptions=False)


def files(folder: Path) -> list[str]:
    """Every file below a folder, hidden ones too, so that a temporary one left behind is seen."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def said(result: Result) -> str:
    """What a run that was refused says: one line, no traceback."""
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    return line


# --- what a PATH is


def test_a_folder_becomes_json_lines(pages: Path) -> None:
    result = run("parse", pages)
    assert result.exit_code == 0
    assert result.stderr == ""
    documents = [json.loads(line) for line in result.stdout.splitlines()]
    assert [len(document["entries"]) for document in documents] == [2, 2]
    assert [document["key"] for document in documents] == [str(pages / "a.txt"), str(pages / "b.txt")]
    assert from_json(result.stdout.splitlines()[0]) == cp.parse(pages / "a.txt")


def test_a_pattern_is_expanded_and_a_file_is_read_once(pages: Path) -> None:
    (pages / "deep").mkdir()
    (pages / "deep" / "d.txt").write_text(PAGE, encoding="utf-8")
    assert len(run("parse", pages / "*.txt").stdout.splitlines()) == 2
    assert len(run("parse", pages / "**" / "*.txt", pages / "a.txt").stdout.splitlines()) == 3


def test_stdin_is_a_dash(tmp_path: Path) -> None:
    out = tmp_path / "page.json"
    assert run("parse", "-", "--to", "json", "--out", out, stdin=PAGE.encode("gb18030")).exit_code == 0
    assert json.loads(out.read_text(encoding="utf-8"))["key"] == "stdin"


def test_a_file_whose_name_looks_like_a_pattern_is_itself(tmp_path: Path) -> None:
    (tmp_path / "page[1].txt").write_text(PAGE, encoding="utf-8")
    assert len(run("parse", tmp_path / "page[1].txt").stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("path", "words"), [("nothing.txt", "there is no"), ("*.html", "nothing matches"), ("empty", "holds no file")]
)
def test_a_path_that_names_nothing_is_refused(tmp_path: Path, path: str, words: str) -> None:
    (tmp_path / "empty").mkdir()
    assert words in said(run("parse", tmp_path / path))
    assert words in said(run("show", tmp_path / path))


# --- forms


def test_csv_goes_to_a_file(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "people.csv"
    assert run("parse", pages / "a.txt", "--to", "csv", "--table", "people", "--out", out).exit_code == 0
    assert "王芳,区长" in out.read_text(encoding="utf-8")
    assert files(out.parent) == ["people.csv"]


def test_json_goes_to_a_file_a_document(pages: Path, tmp_path: Path) -> None:
    assert run("parse", pages, "--to", "json", "--out", tmp_path / "out", "--no-source").exit_code == 0
    assert files(tmp_path / "out") == ["a.json", "b.json"]


@pytest.mark.parametrize(
    ("form", "suffix", "start"),
    [("json", ".json", "{"), ("html", ".html", "<!DOCTYPE"), ("markdown", ".md", "# "), ("ics", ".ics", "BEGIN:VCAL")],
)
def test_one_document_is_one_file_many_are_a_folder(
    pages: Path, tmp_path: Path, form: str, suffix: str, start: str
) -> None:
    alone = tmp_path / f"alone{suffix}"
    assert run("parse", pages / "a.txt", "--to", form, "--out", alone).exit_code == 0
    assert alone.read_text(encoding="utf-8").startswith(start)
    assert run("parse", pages / "a.txt", "--to", form).stdout == alone.read_text(encoding="utf-8").replace("\r\n", "\n")
    assert run("parse", pages, "--to", form, "--out", tmp_path / "many").exit_code == 0
    assert files(tmp_path / "many") == [f"a{suffix}", f"b{suffix}"]


def test_a_calendar_or_markdown_may_hold_all_documents(pages: Path, tmp_path: Path) -> None:
    assert run("parse", pages, "--to", "ics", "--out", tmp_path / "all.ics").exit_code == 0
    calendar = icalendar.Calendar.from_ical((tmp_path / "all.ics").read_text(encoding="utf-8"))
    assert len([part for part in calendar.walk() if part.name == "VEVENT"]) == 4
    assert run("parse", pages, "--to", "markdown").stdout.count("\n# ") == 1


def test_parquet_of_one_input_is_a_file_a_table(pages: Path, tmp_path: Path) -> None:
    assert run("parse", pages / "a.txt", "--to", "parquet", "--out", tmp_path / "out").exit_code == 0
    assert files(tmp_path / "out") == sorted(f"{table}.parquet" for table in TABLES)
    assert (
        pq.read_table(tmp_path / "out" / "entries.parquet").column("document").to_pylist() == [str(pages / "a.txt")] * 2
    )


def test_parquet_of_many_inputs_is_a_folder_a_table(pages: Path, tmp_path: Path) -> None:
    assert run("parse", pages, "--to", "parquet", "--out", tmp_path / "out").exit_code == 0
    assert files(tmp_path / "out") == sorted(f"{table}/{name}.parquet" for table in TABLES for name in "ab")
    found = duckdb.execute(f"select count(*) from '{tmp_path}/out/people/**/*.parquet' where name = '王芳'").fetchall()
    assert found == [(2,)]


def test_names_of_outputs_never_meet(tmp_path: Path) -> None:
    for name in ("x/a.txt", "x/a.md", "y/a.txt", "x/b.txt"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(PAGE, encoding="utf-8")
    assert run("parse", tmp_path / "in", "--to", "json", "--out", tmp_path / "tree").exit_code == 0
    assert files(tmp_path / "tree") == ["x/a.md.json", "x/a.txt.json", "x/b.json", "y/a.json"]
    assert (
        run("parse", tmp_path / "in" / "x", tmp_path / "in" / "y", "--to", "json", "--out", tmp_path / "flat").exit_code
        == 0
    )
    assert len(files(tmp_path / "flat")) == 4


# --- tables of texts


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "reports.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "place", "year", "doc"])
        writer.writerow(["L1", "青石县", "2021", UNDATED])
        writer.writerow(["L2", "", "2022.0", UNDATED])
        writer.writerow(["L3", "白水县", "soon", UNDATED])
        writer.writerow(["L4", "白水县", "2023", " "])
        writer.writerow(["L5", "白水县", "", UNDATED])
    return path


COLUMNS = ["--text-column", "doc", "--year-column", "year", "--place-column", "place", "--key-column", "id"]


def test_a_table_is_read_row_by_row(table: Path) -> None:
    result = run("parse", table, *COLUMNS, "--year", "2019")
    assert result.exit_code == 1
    documents = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(each["key"], each["place"], each["entries"][0]["when"]["edtf"]) for each in documents] == [
        ("L1", "青石县", "2021-03-05"),
        ("L2", None, "2022-03-05"),
        ("L5", "白水县", "2019-03-05"),
    ]
    assert f"{table}:3: 'soon' in the column 'year' is no year" in result.stderr
    assert f"{table}:4: the column 'doc' is empty" in result.stderr


def test_tables_of_every_kind_give_the_same(table: Path, tmp_path: Path) -> None:
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    (tmp_path / "gbk.csv").write_bytes(table.read_bytes().decode("utf-8").encode("gb18030"))
    (tmp_path / "reports.tsv").write_text(
        "id\tplace\tyear\tdoc\n" + "".join(f'{r["id"]}\t{r["place"]}\t{r["year"]}\t"{r["doc"]}"\n' for r in rows),
        encoding="utf-8",
    )
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (tmp_path / "reports.jsonl").write_text(lines, encoding="utf-8")
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "reports.parquet")
    expected = run("parse", table, *COLUMNS).stdout
    assert expected.count("\n") == 3
    for name in ("gbk.csv", "reports.tsv", "reports.jsonl", "reports.parquet"):
        assert run("parse", tmp_path / name, *COLUMNS).stdout == expected, name


def test_a_bad_line_of_json_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(json.dumps({"doc": PAGE}) + "\n{broken\n" + json.dumps({"doc": PAGE}) + "\n", encoding="utf-8")
    result = run("parse", path, "--text-column", "doc")
    assert result.exit_code == 1
    assert [json.loads(line)["key"] for line in result.stdout.splitlines()] == [f"{path}:1", f"{path}:3"]
    assert f"{path}:2: the line is no JSON object" in result.stderr


def test_rows_have_files_of_their_own(table: Path, tmp_path: Path) -> None:
    run("parse", table, *COLUMNS, "--to", "html", "--out", tmp_path / "named")
    assert files(tmp_path / "named") == ["L1.html", "L2.html", "L5.html"]
    run("parse", table, "--text-column", "doc", "--to", "json", "--out", tmp_path / "numbered")
    assert files(tmp_path / "numbered") == [f"reports-00000{row}.json" for row in (1, 2, 3, 5)]


def test_keys_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    path = tmp_path / "evil.jsonl"
    keys = ["../../escape", "/etc/passwd", "a", "a", ""]
    path.write_text("".join(json.dumps({"doc": PAGE, "id": key}) + "\n" for key in keys), encoding="utf-8")
    run("parse", path, "--text-column", "doc", "--key-column", "id", "--to", "json", "--out", tmp_path / "out")
    assert files(tmp_path / "out") == ["a-2.json", "a.json", "escape.json", "etc_passwd.json", "evil-000005.json"]


def test_a_table_to_parquet_is_a_file_a_table(table: Path, tmp_path: Path) -> None:
    run("parse", table, *COLUMNS, "--to", "parquet", "--out", tmp_path / "out")
    assert pq.read_table(tmp_path / "out" / "documents.parquet").column("document").to_pylist() == ["L1", "L2", "L5"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([], "--text-column"),
        (["--text-column", "text"], "it has id, place, year, doc"),
        (["--year-column", "year"], "--text-column"),
    ],
)
def test_a_table_without_its_column_is_refused(table: Path, options: list[str], words: str) -> None:
    assert words in said(run("parse", table, *options))


def test_a_broken_parquet_file_is_refused_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "reports.parquet").write_bytes(b"PAR1 and no more")
    assert "is no Parquet file" in said(run("parse", tmp_path / "reports.parquet", "--text-column", "doc"))


# --- going on where a run stopped


@pytest.mark.parametrize("form", ["json", "parquet"])
def test_a_run_goes_on_where_it_stopped(pages: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    (pages / "bad.txt").write_bytes(NO_TEXT)
    arguments = ("parse", pages, "--to", form, "--out", out)
    assert run(*arguments).exit_code == 1
    written = {name: (out / name).stat().st_mtime_ns for name in files(out)}
    assert written
    (pages / "bad.txt").write_text(PAGE, encoding="utf-8")
    again = run(*arguments)
    assert again.exit_code == 0
    assert "2 were written already" in again.stderr
    assert {name: (out / name).stat().st_mtime_ns for name in written} == written
    assert len(files(out)) == len(written) * 3 // 2
    assert run(*arguments, "--again").stderr == ""
    assert all((out / name).stat().st_mtime_ns != before for name, before in written.items())


def test_what_breaks_off_leaves_no_half_file(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "entries.csv"
    old.write_text("old", encoding="utf-8")

    def full(documents: Iterable[object], _: str) -> Iterator[str]:
        yield from (str(document) for document in documents)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "iter_csv", full)
    result = run("parse", pages, "--to", "csv", "--out", old)
    assert result.exit_code == 1
    assert "No space left on device" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert files(tmp_path) == ["entries.csv", *(f"pages/{name}" for name in files(pages))]
    assert old.read_text(encoding="utf-8") == "old"


def test_a_run_that_is_ended_takes_its_half_file_away(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "chronicle_parse.cli", "parse", "-", "--out", str(tmp_path / "all.jsonl")]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
        deadline = time.monotonic() + 60
        while not files(tmp_path) and time.monotonic() < deadline:  # it has opened its file and waits for stdin
            time.sleep(0.05)
        assert len(files(tmp_path)) == 1
        process.terminate()
        assert process.wait(60) == 143
    assert files(tmp_path) == []


def test_outputs_inside_the_folder_are_no_inputs(pages: Path) -> None:
    for _ in range(2):
        assert run("parse", pages, "--to", "markdown", "--out", pages / "out", "--again").exit_code == 0
    assert files(pages / "out") == ["a.md", "b.md"]


def test_documents_are_written_as_they_are_read(pages: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing is gathered first: when the second document is parsed, the first one is written."""
    seen: list[int] = []
    attempt = running._attempt

    def watch(item: Item, known: dict[str, object]) -> running.Outcome:
        part = next(tmp_path.glob(".all.jsonl.*"), None)
        seen.append(part.stat().st_size if part else 0)
        return attempt(item, known)

    monkeypatch.setattr(running, "_attempt", watch)
    big = PAGE + "".join(f"3月10日,区长王芳到第{n}小学调研。\n" for n in range(200))
    for name in "ab":
        (pages / f"{name}.txt").write_text(big, encoding="utf-8")
    assert run("parse", pages, "--out", tmp_path / "all.jsonl").exit_code == 0
    assert seen[0] == 0
    assert seen[1] > 0


# --- failures


def test_one_bad_file_does_not_cost_the_others(pages: Path) -> None:
    (pages / "bad.txt").write_bytes(NO_TEXT)
    result = run("parse", pages)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert result.stderr.splitlines()[0].startswith(f"{pages / 'bad.txt'}: ")
    assert result.stderr.splitlines()[1] == "1 could not be read; the others are done."


def test_what_fits_no_format_says_which_option_helps(tmp_path: Path) -> None:
    (tmp_path / "poem.txt").write_text("床前明月光,疑是地上霜。\n", encoding="utf-8")
    result = run("parse", tmp_path / "poem.txt", "--to", "html", "--out", tmp_path / "poem.html")
    assert result.exit_code == 1
    assert "--kind" in result.stderr
    assert files(tmp_path) == ["poem.txt"]


def test_a_bug_is_a_failure_of_its_page_alone(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parse = cp.parse

    def broken(source: Path, **known: object) -> cp.Document:
        if source.name == "a.txt":
            raise RuntimeError("unforeseen")
        return parse(source, **known)  # type: ignore[arg-type]

    monkeypatch.setattr(cp, "parse", broken)
    result = run("parse", pages)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert "please report it: RuntimeError: unforeseen" in result.stderr


@pytest.mark.parametrize("command", ["show", "clean", "detect", "parse"])
def test_a_terminal_without_the_characters_is_no_failure(pages: Path, command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "chronicle_parse.cli", command, str(pages / "a.txt")],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)


def test_workers_keep_the_order_and_the_failures(pages: Path) -> None:
    (pages / "aa.txt").write_bytes(NO_TEXT)
    result = run("parse", pages, "--workers", 2)
    assert result.exit_code == 1
    assert [Path(json.loads(line)["key"]).name for line in result.stdout.splitlines()] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--to", "html"], "folder"),
        (["--to", "html", "--out", "one.html"], "folder"),
        (["--to", "json", "--out", "one.json"], "--to jsonl"),
        (["--to", "parquet"], "folder"),
        (["--to", "csv", "--out", "."], "is a folder"),
        (["--to", "jsonl", "--table", "people"], "--to csv"),
        (["--to", "html", "--no-source"], "--to json"),
        (["--text-column", "doc"], "for tables"),
    ],
)
def test_what_does_not_go_together_is_said_in_a_line(
    pages: Path, arguments: list[str], words: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (pages / "notes.csv").unlink()
    assert words in said(run("parse", pages, *arguments))


@pytest.mark.parametrize(
    "arguments", [["parse"], ["parse", "no-such-file"], ["show", ".", "--kind", "gazette"], ["weather"]]
)
def test_wrong_usage_exits_with_two(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_bar_counts_on_a_terminal_and_only_there(pages: Path, tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    (pages / "bad.txt").write_bytes(NO_TEXT)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "chronicle_parse.cli", "parse", str(pages), "--out", str(tmp_path / "all.jsonl")]
    done = subprocess.run(command, stderr=theirs, env={**os.environ, "TERM": "xterm", "COLUMNS": "100"})
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the other side is closed
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert done.returncode == 1
    assert "2 done, 1 failed" in shown.decode("utf-8")
    quiet = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert "done," not in quiet.stderr


# --- what the texts do not say


def test_the_options_say_what_the_text_does_not(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("5日,区长王芳到第一小学调研。\n9日,区委召开全会。\n", encoding="utf-8")
    result = run("parse", page, "--kind", "chronicle", "--year", 2020, "--month", 4, "--place", "青石县")
    document = json.loads(result.stdout)
    assert (document["place"], [each["when"]["edtf"] for each in document["entries"]]) == (
        "青石县",
        ["2020-04-05", "2020-04-09"],
    )
    page.write_text(UNDATED, encoding="utf-8")
    document = json.loads(run("parse", page, "--published", "2021-04-02").stdout)
    assert document["entries"][0]["when"]["edtf"] == "2021-03-05"


# --- the other commands


def test_show_draws_a_tree(pages: Path) -> None:
    result = run("show", pages / "a.txt")
    assert result.exit_code == 0
    for words in ("chronicle", "2 entries", "2021-03-05", "王芳 (区长)", "66 人"):
        assert words in result.stdout
    assert "\x1b[" not in result.stdout


@pytest.mark.parametrize("form", ["csv", "jsonl", "ics", "markdown"])
def test_a_table_without_the_column_costs_nothing_of_the_others(tmp_path: Path, form: str) -> None:
    (tmp_path / "a.csv").write_text('doc\n"大事记\n3月5日,区长王芳调研。"\n', encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('no JSON\n{"text": "大事记"}\n', encoding="utf-8")
    result = run("parse", tmp_path / "a.csv", tmp_path / "b.jsonl", "--text-column", "doc", "--to", form)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "b.jsonl has no column 'doc'; it has text." in result.stderr


def test_show_with_a_limit_counts_what_it_leaves_out(tmp_path: Path) -> None:
    items = "".join(
        f"{section}区\n3月{day}日,{section}区召开会议。\n" for section in ("东岭", "西川") for day in (4, 5)
    )
    (tmp_path / "a.txt").write_text(f"一周动态\n{items}", encoding="utf-8")
    whole = run("show", tmp_path / "a.txt", "--kind", "roundup").stdout
    first = run("show", tmp_path / "a.txt", "--kind", "roundup", "--limit", "1").stdout
    assert whole.count("召开会议") == 4
    assert (first.count("召开会议"), "… 3 more" in first) == (1, True)


def test_show_with_a_limit_cuts_the_outline(tmp_path: Path) -> None:
    headings = "".join(
        f"{number}、抓好{word}\n{word}工作不断推进。\n" for number, word in zip("一二三", "农工商", strict=True)
    )
    (tmp_path / "a.txt").write_text(f"怀岭县政府工作报告\n{headings}", encoding="utf-8")
    first = run("show", tmp_path / "a.txt", "--kind", "work_report", "--limit", "2").stdout
    assert ("二、抓好工" in first, "三、抓好商" in first, "… 1 more" in first) == (True, False, True)


def test_show_has_colours_on_a_terminal(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[36m2021-03-05" in run("show", pages / "a.txt").stdout


def test_show_keeps_brackets_of_the_text(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("大事记\n2021年3月5日,区长王芳[red]调研[/red][/]。\n", encoding="utf-8")
    assert "[red]调研[/red][/]" in run("show", page, "--kind", "chronicle").stdout


def test_detect_says_why(pages: Path) -> None:
    result = run("detect", pages / "a.txt")
    assert "chronicle" in result.stdout.splitlines()[0]
    assert "(" in result.stdout


def test_clean_prints_the_text_or_the_edits(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("我區(qū)榮獲經(jīng)濟(jì)獎,發(fā)布榜單\n", encoding="utf-8")
    assert "我区荣获经济奖,发布榜单" in run("clean", page).stdout
    edits = [json.loads(line) for line in run("clean", page, "--edits").stdout.splitlines()]
    assert "區(qū)" in {edit["before"] for edit in edits}


def test_schema_is_json() -> None:
    assert json.loads(run("schema").stdout)["$defs"]["Entry"]["type"] == "object"


def test_the_shell_completes_commands_and_choices() -> None:
    complete = BashComplete(cli, {}, "chronicle-parse", "_CHRONICLE_PARSE_COMPLETE")
    assert {each.value for each in complete.get_completions([], "")} >= {"parse", "show", "detect", "clean", "schema"}
    assert [each.value for each in complete.get_completions(["parse", "--to"], "par")] == ["parquet"]
    assert [each.type for each in complete.get_completions(["parse"], "pa")] == ["file"]


COMMANDS = [
    line.removeprefix("$ chronicle-parse ")
    for line in (Path(__file__).parent.parent / "docs" / "command-line.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("$ chronicle-parse ")
]


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_of_the_manual_run(
    table: Path, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    table.write_text(f'id,place,year,doc\nL1,青石县,2021,"{UNDATED}"\n', encoding="utf-8")
    result = run(*shlex.split(command))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout or "--out" in command


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_manual_names_the_completions_that_there_are(shell: str) -> None:
    manual = (Path(__file__).parent.parent / "docs" / "command-line.md").read_text(encoding="utf-8")
    assert f"_CHRONICLE_PARSE_COMPLETE={shell}_source" in manual
    assert get_completion_class(shell) is not None
