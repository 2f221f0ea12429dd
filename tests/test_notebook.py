"""How values look in a notebook, and the examples run as notebooks."""

import ast
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import jupytext
import pytest
from nbclient import NotebookClient

import chronicle_parse as cp
from chronicle_parse.model import display

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
NOTEBOOKS = [path for path in sorted((ROOT / "examples").glob("*.py")) if "# %%" in path.read_text(encoding="utf-8")]
HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(1)">&amp;\'"'
STYLES = {("style", "text-align:left"), ("style", "text-align:left;white-space:nowrap")}
ALLOWED = {"div", "strong", "table", "caption", "thead", "tbody", "tr", "th", "td"}


class Shown(HTMLParser):
    """The elements and the text of what a notebook is given."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert set(attrs) <= STYLES
        self.elements.append(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(value: cp.Document | cp.Entry | cp.Indicator | cp.Person) -> Shown:
    page = Shown(value._repr_html_())
    assert page.open == []
    assert set(page.elements) <= ALLOWED
    return page


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_documents_and_their_parts_show_themselves(path: Path) -> None:
    document = cp.parse(path)
    assert document.kind in shown(document).text
    if isinstance(document, cp.WorkReport):
        assert f"{len(document.indicators)} indicators" in shown(document).text
        for indicator in document.indicators:
            assert indicator.name in shown(indicator).text
    elif isinstance(document, cp.Chronicle | cp.Roundup):
        assert f"{len(document.entries)} entries" in shown(document).text
        for entry in document.entries:
            assert entry.text in shown(entry).text
            assert all(person.title in shown(person).text for person in entry.people)


def test_a_long_document_stays_small() -> None:
    text = "青石县大事记\n" + "".join(f"2021年3月{day}日,县长王芳调研{'水利工程' * 60}。\n" for day in range(1, 31))
    page = cp.parse(text, kind="chronicle")._repr_html_()
    assert "30 entries" in page
    assert ", the first 20</caption>" in page
    assert len(page) < 20 * 400


def test_markup_in_the_text_stays_text() -> None:
    hostile = cp.Person(HOSTILE, HOSTILE, cp.Span(0, 1))
    page = shown(hostile)
    assert page.elements == ["table", "tbody", "tr", "th", "td", "tr", "th", "td"]
    assert page.text.count(HOSTILE) == 2


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("chronicle", f"{HOSTILE}大事记\n2021年3月5日,区长王芳{HOSTILE}调研《{HOSTILE}》,66{HOSTILE}个。\n"),
        ("roundup", f"{HOSTILE}一周动态\n{HOSTILE}区\n3月5日,区长王芳{HOSTILE}调研。\n"),
        (
            "work_report",
            f"{HOSTILE}政府工作报告\n一、{HOSTILE}回顾\n{HOSTILE}地区生产总值200亿元,增长5%{HOSTILE}。\n民生支出<b>12亿元。\n",
        ),
    ],
)
def test_markup_in_a_page_stays_text(kind: str, text: str) -> None:
    document = cp.parse(text, kind=kind)
    assert "script" not in shown(document).elements
    parts: tuple[cp.Entry | cp.Indicator, ...] = ()
    if isinstance(document, cp.Chronicle | cp.Roundup):
        parts = document.entries
    elif isinstance(document, cp.WorkReport):
        parts = document.indicators
    assert parts
    for part in parts:
        shown(part)


def test_every_field_is_escaped() -> None:
    """The parser may keep markup out of a name or unit; what is built by hand need not."""
    span, quantity = cp.Span(0, 1), cp.find_quantities("66个")[0]
    evil = cp.Quantity(quantity.value, HOSTILE, quantity.bound, None, 1, HOSTILE, span)
    change = cp.Change("up", evil, HOSTILE, HOSTILE, span)
    rank = cp.Rank(1, HOSTILE, HOSTILE, span)
    indicator = cp.Indicator(HOSTILE, HOSTILE, evil, change, evil, rank, "actual", 2021, HOSTILE, span)
    assert shown(indicator).text.count(HOSTILE) == 10
    entry = cp.Entry(None, HOSTILE, span, "", (cp.Person(HOSTILE, HOSTILE, span),), (evil,), (cp.Work(HOSTILE, span),),
                     (cp.Organisation(HOSTILE, span),), None, HOSTILE)  # fmt: skip
    assert shown(entry).text.count(HOSTILE) == 7
    meta = cp.Metadata(HOSTILE, HOSTILE)
    issue = cp.Issue(HOSTILE, "info", HOSTILE, span)
    source = cp.clean("x")
    documents = [
        cp.Document(HOSTILE, HOSTILE, HOSTILE, HOSTILE, meta, source, (), (issue,)),
        cp.Chronicle("chronicle", HOSTILE, None, None, meta, source, (), (issue,), None, (entry,)),
        cp.Roundup("roundup", HOSTILE, None, None, meta, source, (), (issue,), None,
                   (cp.RoundupSection(HOSTILE, HOSTILE, (entry,), span),)),
        cp.WorkReport("work_report", HOSTILE, None, None, meta, source, (), (issue,), 2021,
                      cp.Person(HOSTILE, "", span), (cp.Section(1, HOSTILE, HOSTILE, False, span),), (indicator,)),
    ]  # fmt: skip
    for document in documents:
        assert shown(document).text.count(HOSTILE[:20]) >= 5


def test_display_needs_nothing_but_the_standard_library() -> None:
    tree = ast.parse(Path(display.__file__).read_text(encoding="utf-8"))
    imported = {node.module.split(".")[0] for node in tree.body if isinstance(node, ast.ImportFrom) and node.module}
    assert imported <= {"__future__", "collections", "decimal", "html", "typing"}
    assert not any(isinstance(node, ast.Import) for node in tree.body)


def test_the_model_does_not_load_the_exports() -> None:
    check = (
        "import sys, chronicle_parse; sys.exit(any(name.startswith('chronicle_parse.export') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", check]).returncode == 0


@pytest.mark.filterwarnings("default")  # the kernel's own, not ours
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_an_example_runs_as_a_notebook(path: Path) -> None:
    notebook = jupytext.read(path)
    assert notebook.cells[0].cell_type == "markdown"
    NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}
    ).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert any(output.output_type == "stream" for output in outputs)
    assert not any(output.output_type == "error" for output in outputs)
    if path.stem == "folder_to_table":
        pages = [output.data["text/html"] for output in outputs if output.output_type == "execute_result"]
        assert "33 entries" in pages[0]
    if path.stem == "promises_kept":
        assert any("altair-viz" in output.data["text/html"] for output in outputs if output.output_type != "stream")


def test_the_examples_are_notebooks() -> None:
    assert {path.stem for path in NOTEBOOKS} == {
        "custom_format",
        "folder_to_table",
        "leaders_month",
        "millions_of_rows",
        "promises_kept",
        "panel",
    }
