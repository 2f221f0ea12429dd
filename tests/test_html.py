"""The HTML page: what it holds, what it must not do, and a click in a real browser."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import chronicle_parse as cp
from chronicle_parse.export import from_json, to_html, to_json, to_markdown
from chronicle_parse.export.html.marks import Mark, marked_text

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
HOSTILE = '<script>document.title="run"</script>'


class Text(HTMLParser):
    """Collects the text of the page's <pre> and every tag."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.pre = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.append(tag)
        self.inside = self.inside or tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "pre"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.pre += data


def read(page: str) -> Text:
    text = Text()
    text.feed(page)
    return text


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_the_page_holds_the_whole_original_and_loads_nothing(path: Path) -> None:
    document = cp.parse(path)
    page = to_html(document)
    assert read(page).pre == document.source.original.replace("\r\n", "\n")
    assert "default-src 'none'" in page
    assert (
        re.search(
            r"""(?:src|href)\s*=|url\(|@import""",
            page.replace("default-src", "").replace("style-src", "").replace("script-src", "").replace("img-src", ""),
        )
        is None
    )


@settings(max_examples=40)
@given(
    text=st.text(alphabet="ab<&\"'中", max_size=12),
    spans=st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=5),
)
def test_overlapping_marks_keep_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [
        Mark(number, "person", "", cp.Span(*sorted((min(a, len(text)), min(b, len(text))))))
        for number, (a, b) in enumerate(spans)
    ]
    shown = read(f"<pre>{marked_text(text, marks)}</pre>")
    assert shown.pre == text
    for mark in marks:
        pieces = re.findall(
            rf'<mark[^>]*data-m="(?:[\d ]* )?{mark.number}(?: [\d ]*)?">(.*?)</mark>', marked_text(text, marks)
        )
        assert read("<pre>" + "".join(pieces) + "</pre>").pre == text[mark.span.start : mark.span.stop]


def test_markup_in_the_text_stays_text() -> None:
    hostile = f"{HOSTILE}大事记\n2021年3月5日,区长王芳{HOSTILE}调研《{HOSTILE}》,66{HOSTILE}个。\n"
    page = to_html(cp.parse(hostile, kind="chronicle"))
    assert read(page).tags.count("script") == 1  # the page's own


EVIL = (
    HOSTILE
    + """</script></style></title></pre></textarea><!-- --> <![CDATA[ ]]> &lt;b&gt; " ' ` onmouseover=x"""
    + """" autofocus onfocus="document.title='run'" x="' onclick='document.title=1"""
    + """<img src=x onerror="document.title='run'"><a href="javascript:document.title='run'">javascript:alert(1)</a>"""
    + """<svg/onload=document.title='run'>{{7*7}}${7*7}</div></section></main><meta http-equiv=refresh content=0>"""
)
PAGES = {
    "chronicle": "罗湖区大事记-2021年3月\n来源:区府办\n3月5日,区长王芳到区第一小学调研《小康》,新增学位66个。\n3月9日,会。\n",
    "roundup": "一周动态(5月27日-6月2日)\n区委书记刘胜\n5月28日,刘胜到《小康》杂志社调研,惠及66人。\n",
    "work_report": "政府工作报告\n区长 王芳\n一、工作回顾\n地区生产总值200亿元,同比增长5%,居全市第一。从3亿元增加到5亿元。\n",
}


def with_every_text(document: cp.Document, change: Callable[[str], str]) -> cp.Document:
    """The document with another text wherever its classes take any."""

    def texts(node: Any) -> Iterator[tuple[Any, Any]]:
        for key, child in list(node.items() if isinstance(node, dict) else enumerate(node)):
            if isinstance(child, str):
                yield node, key
            elif isinstance(child, dict | list):
                yield from texts(child)

    tree = json.loads(to_json(document))
    tree["metadata"] |= {"publisher": "x", "source": "x", "author": "x", "url": "x"}
    tree["place"] = tree["place_code"] = "x"
    tree["issues"] = [{"code": "x", "severity": "info", "message": "x", "span": [0, 9]}]
    for parent, key in texts(tree):
        old = parent[key]
        parent[key] = change(old)
        try:
            from_json(json.dumps(tree))
        except cp.ParseError:
            parent[key] = old
    return from_json(json.dumps(tree))


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_full_of_markup_has_the_elements_of_a_plain_one(kind: str) -> None:
    document = cp.parse(PAGES[kind], kind=kind, year=2021)
    evil, plain = with_every_text(document, lambda _: EVIL), with_every_text(document, lambda old: "word" + old)
    assert to_html(evil).count("document.title=&quot;run&quot;") > 10
    assert read(to_html(evil)).tags == read(to_html(plain)).tags
    assert read(evil._repr_html_()).tags == read(plain._repr_html_()).tags
    assert read(to_html(evil)).pre == EVIL
    for page in (to_html(evil), evil._repr_html_()):
        assert not re.search(r"""<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*\s(?:on\w+|href|src|autofocus)\s*=?""", page)


@frozen
class Note:
    words: str
    by: tuple[str, ...]
    span: cp.Span | None


@frozen
class Notes(cp.Document):
    """The document of a format that somebody installed."""

    notes: tuple[Note, ...] = ()
    remark: str = ""


def notes(text: str) -> Notes:
    found = (Note(text, (text, text), cp.Span(0, 1)), Note(text, (), None))
    return Notes("notes", text, None, None, cp.Metadata(), cp.clean("words"), (), (), found, text)


def test_the_fields_of_an_installed_format_are_escaped_as_well() -> None:
    evil, plain = notes(EVIL), notes("words")
    assert to_html(evil).count("document.title=&quot;run&quot;") > 5
    assert read(to_html(evil)).tags == read(to_html(plain)).tags
    assert read(evil._repr_html_()).tags == read(plain._repr_html_()).tags


@pytest.mark.parametrize("kind", PAGES)
def test_markdown_full_of_markup_becomes_the_html_of_a_plain_one(kind: str) -> None:
    render = MarkdownIt("commonmark").enable("table").render
    document = cp.parse(PAGES[kind], kind=kind, year=2021)
    evil, plain = with_every_text(document, lambda _: EVIL), with_every_text(document, lambda old: "word" + old)
    page = render(to_markdown(evil))
    assert read(page).tags == read(render(to_markdown(plain))).tags
    assert "&amp;lt;b&amp;gt;" in page


@pytest.fixture(scope="module")
def browser() -> Iterator["Chrome"]:
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("no Chromium here: install the packages chromium and chromium-driver to try the page in a browser")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for switch in ("headless=new", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
                   "disable-component-update", "disable-sync", "window-size=1400,1000"):  # fmt: skip
        options.add_argument(f"--{switch}")
    chrome = webdriver.Chrome(options=options, service=Service(driver))
    yield chrome
    chrome.quit()


def shown(browser: "Chrome", document: cp.Document, folder: Path) -> None:
    file = folder / "page.html"
    file.write_text(to_html(document), encoding="utf-8")
    browser.get(file.as_uri())


def test_a_click_shows_the_words_in_the_original(browser: "Chrome", tmp_path: Path) -> None:
    from selenium.webdriver.common.by import By

    shown(browser, cp.parse(SEEDS[0], kind="chronicle", year=2021), tmp_path)
    button = browser.find_element(By.XPATH, "//section[@id='read']//button[contains(., '范坤')]")
    button.click()
    chosen = browser.find_elements(By.CSS_SELECTOR, "mark.chosen")
    assert "".join(part.text for part in chosen) == "范坤"
    assert "市政协常委、市港澳台侨和外事委主任" in browser.find_element(By.ID, "detail").text
    browser.find_element(By.CSS_SELECTOR, "mark.work").click()
    assert "小康" in browser.find_element(By.ID, "detail").text
    assert browser.find_elements(By.CSS_SELECTOR, ".timeline button")


def test_a_report_shows_targets_and_results(browser: "Chrome", tmp_path: Path) -> None:
    from selenium.webdriver.common.by import By

    shown(browser, cp.parse(SEEDS[1]), tmp_path)
    kinds = {row.text for row in browser.find_elements(By.CSS_SELECTOR, "tbody tr td:first-child")}
    assert kinds == {"actual", "target"}


def test_nothing_in_the_text_runs_in_the_browser(browser: "Chrome", tmp_path: Path) -> None:
    shown(browser, cp.parse(f"大事记\n3月5日,区长王芳{HOSTILE}调研。\n", kind="chronicle"), tmp_path)
    assert browser.title == "大事记"


REPORT = "怀岭县政府工作报告\n一、2023年工作回顾\n经济稳步增长。地区生产总值218.6亿元，增长6.8%。\n二、2024年主要预期目标\n地区生产总值增长6.5%左右。\n"


def test_the_legend_counts_what_is_marked_and_names_nothing_else() -> None:
    page = to_html(cp.parse(REPORT, kind="work_report"))
    assert '<span class="target">targets</span> 1' in page
    assert '<span class="actual">results</span> 1' in page
    assert '<span class="organisation">' not in page


def test_what_was_read_stands_behind_every_value() -> None:
    page = to_html(
        cp.parse(
            "怀岭县政府工作报告\n县长王芳作政府工作报告。\n一、2023年工作回顾\n新建口袋公园超8处。工业增加值下降2.5%。\n",
            kind="work_report",
        )
    )
    assert 'title="actual 2023 新建口袋公园 · &gt; 8 处"' in page
    assert 'title="actual 2023 工业增加值 · ↓ 2.5 %"' in page
    assert re.search(r"read by <button [^>]*>县长 王芳</button>", page)


def test_a_heading_of_the_outline_leads_to_its_own_words_not_to_the_section() -> None:
    page = to_html(cp.parse(REPORT, kind="work_report"))
    headings = re.findall(r'<mark class="heading" data-m="\d+">([^<]*)</mark>', page)
    assert [words.strip() for words in headings][:1] == ["一、2023年工作回顾"]
    assert not any("地区生产总值" in words for words in headings)


def test_a_page_without_a_title_is_called_by_its_kind() -> None:
    assert "<h1>大事记</h1>" in to_html(cp.parse("3月5日,区长王芳调研。\n", kind="chronicle"))


def test_the_next_value_is_a_key_away(browser: "Chrome", tmp_path: Path) -> None:
    from selenium.webdriver.common.by import By

    shown(browser, cp.parse(REPORT, kind="work_report"), tmp_path)
    body = browser.find_element(By.TAG_NAME, "body")
    body.send_keys("n")
    first = browser.find_element(By.ID, "detail").text
    body.send_keys("n")
    assert "actual 2023" in first
    assert "target 2024" in browser.find_element(By.ID, "detail").text
    body.send_keys("p")
    assert browser.find_element(By.ID, "detail").text == first


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_in_any_field_runs_in_the_browser(browser: "Chrome", tmp_path: Path, kind: str) -> None:
    from selenium.webdriver.common.by import By

    shown(browser, with_every_text(cp.parse(PAGES[kind], kind=kind, year=2021), lambda _: EVIL), tmp_path)
    for button in browser.find_elements(By.CSS_SELECTOR, "button"):
        browser.execute_script("arguments[0].click(); arguments[0].focus()", button)
    assert browser.title == " ".join(EVIL.split())
    assert browser.find_elements(By.CSS_SELECTOR, "img, a, svg, iframe") == []
    assert len(browser.find_elements(By.CSS_SELECTOR, "script")) == 1
    assert browser.find_element(By.CSS_SELECTOR, "pre").text.count("javascript:alert(1)") == 1
