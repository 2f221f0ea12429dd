"""The command line as a person types it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from chronicle_parse.cli.commands import cli

PAGE = "罗湖区大事记-2021年3月\n3月5日,区长王芳到第一小学调研。\n3月9日,区委召开全会,66人参加。\n"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    (folder / ".hidden").mkdir(parents=True)
    (folder / "a.txt").write_text(PAGE, encoding="utf-8")
    (folder / "b.txt").write_text(PAGE, encoding="gb18030")
    (folder / "notes.csv").write_text("not a page", encoding="utf-8")
    (folder / ".hidden" / "c.txt").write_text(PAGE, encoding="utf-8")
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(each) for each in arguments], catch_exceptions=False)


def test_a_folder_becomes_json_lines(pages: Path) -> None:
    result = run("parse", pages)
    assert result.exit_code == 0
    documents = [json.loads(line) for line in result.stdout.splitlines()]
    assert [len(document["entries"]) for document in documents] == [2, 2]


def test_csv_goes_to_a_file(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "people.csv"
    assert run("parse", pages / "a.txt", "--to", "csv", "--table", "people", "--out", out).exit_code == 0
    assert "王芳,区长" in out.read_text(encoding="utf-8")


def test_json_goes_to_a_file_a_document(pages: Path, tmp_path: Path) -> None:
    assert run("parse", pages, "--to", "json", "--out", tmp_path / "out", "--no-source").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.json", "b.json"]


def test_one_bad_file_does_not_cost_the_others(pages: Path) -> None:
    (pages / "bad.txt").write_bytes(b"\x00\xff\xfe\x9d\x81")
    result = run("parse", pages)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert "bad.txt" in result.stderr


def test_show_draws_a_tree(pages: Path) -> None:
    result = run("show", pages / "a.txt")
    assert result.exit_code == 0
    for words in ("chronicle", "2 entries", "2021-03-05", "王芳 (区长)", "66 人"):
        assert words in result.stdout


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


@pytest.mark.parametrize(
    "arguments", [["parse"], ["parse", "no-such-file"], ["show", ".", "--kind", "gazette"], ["weather"]]
)
def test_wrong_usage_exits_with_two(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2
