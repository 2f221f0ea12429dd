"""What must hold for any bytes at all, one function an entry point; a target raises nothing, or it has found a bug.

The fuzzer (`__main__.py`) runs these on bytes that it makes up, `tests/test_fuzz_cases.py` on those that once broke them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Any

import chronicle_parse as cp
from chronicle_parse.export import from_json, to_csv, to_dict, to_html, to_json, to_markdown
from chronicle_parse.export.tables import TABLES

ROOT = Path(__file__).parent.parent.parent

KINDS = ("chronicle", "work_report", "roundup", None)
"""None lets the kind be detected."""

FINDERS = (
    cp.find_dates, cp.find_numbers, cp.find_quantities, cp.find_changes, cp.find_ranks, cp.find_people, cp.find_works,
    cp.find_organisations, cp.find_indicators,
)  # fmt: skip

SAMPLES = (
    cp.parse(
        "罗湖区大事记-2021年3月\n3月5日,区长王芳到第一小学调研,新增学位5010个。\n同日,区委召开全会。", kind="chronicle"
    ),
    cp.parse(
        "政府工作报告\n一、工作回顾\n地区生产总值120亿元,增长8.0%,居全市第一。\n(一)抓产业。",
        kind="work_report",
        year=2021,
    ),
    cp.parse("一周动态(5月27日-6月2日)\n区委书记刘胜\n5月28日,刘胜到《小康》杂志社调研。", kind="roundup", year=2020),
)
"""Small documents of each kind, for the JSON that is tampered with."""


def parse(data: bytes) -> None:
    """Any text is read as any kind: its lines tile it, its spans lie in it, it survives JSON and every export takes it."""
    choice, text = data[0] if data else 0, data[1:].decode("utf-8", "ignore")
    if choice >= 128:
        for find in FINDERS:
            _check_found(find(text), text)
        return
    try:
        document = cp.parse(text, kind=KINDS[choice % len(KINDS)])
    except cp.UnknownFormatError:
        return
    except cp.ParseError as error:
        assert error.code == "source.path", error
        return
    _check(document, text)


def clean(data: bytes) -> None:
    """Any bytes are text or a DecodeError; every range of the clean text leads back into the original."""
    try:
        page = cp.clean(data)
    except cp.DecodeError:
        return
    _check_page(page)


def html(data: bytes) -> None:
    """The same for what is taken as HTML; and the page is read as a chronicle."""
    text = "<!DOCTYPE html><html><body>" + data.decode("utf-8", "ignore")
    _check_page(cp.clean(text))
    _check(cp.parse(text, kind="chronicle"), text)


def from_json_(data: bytes) -> None:
    """Any text is a document or a ParseError; what is taken can be written and read again."""
    read_back(data.decode("utf-8", "ignore"))
    read_back(_tampered(data))


def read_back(text: str) -> None:
    """A text that is a document says what the document says, and every way to show or write it takes it."""
    try:
        document = from_json(text)
    except cp.ParseError:
        return
    assert from_json(to_json(document)) == document, "what was taken is not read again as the same"
    assert _says(json.loads(text), to_dict(document)), "what was taken is not what stands there"
    _check_exports(document)


OTHERWISE = {"edtf", "earliest", "latest", "sha256", "length", "published", "retrieved", "inherited"}
"""Fields that are not read, or whose values may be written in more than one way."""


def _says(given: Any, written: Any) -> bool:
    """Whether two JSON values agree in what both have."""
    if isinstance(given, dict) and isinstance(written, dict):
        return all(_says(given[key], written[key]) for key in (given.keys() & written.keys()) - OTHERWISE)
    if isinstance(given, list) and isinstance(written, list):
        return len(given) == len(written) and all(map(_says, given, written))
    return type(given) is type(written) and given == written


WRONG = (
    *("null", "true", "-1", "0", "1", "9", "0.5", "1" + "0" * 30, "1" + "0" * 4000, "NaN", "Infinity"),
    *('""', '"1"', '"NaN"', '"1E999999"', '"2021-02-30"', '"0000"', '"\\ud800"', '"\\u0000"', '"王芳"'),
    *("[]", "[null]", "[0, 0]", "[0, 1]", "[[]]", "{}", '{"a": 1}', '{"sha256": 0}', "[" * 50 + "]" * 50),
)
"""Values, as JSON, that are put where they do not belong."""

CHANGES = 16
"""The most places that are tampered with in one document."""


def _tampered(data: bytes) -> str:
    """The JSON of a sample in which the bytes chose some places and what to put there."""
    tree = json.loads(to_json(SAMPLES[data[0] % len(SAMPLES)] if data else SAMPLES[0]))
    triples = data[1 : 1 + 3 * CHANGES]
    for high, low, wrong in zip(triples[::3], triples[1::3], triples[2::3], strict=False):
        there = list(places(tree))
        if there:
            parent, key = there[(high * 256 + low) % len(there)]
            parent[key] = json.loads(WRONG[wrong % len(WRONG)])
    return json.dumps(tree)


def places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every value in a JSON tree, as its list or object and its place there."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        children = node.items() if isinstance(node, dict) else enumerate(node)
        for key, child in list(children):
            yield node, key
            if isinstance(child, dict | list):
                waiting.append(child)


def _check_page(page: cp.CleanText) -> None:
    length, whole = len(page.text), len(page.original)
    for start in range(0, length, max(1, length // 20)):
        span = page.span_at(start, min(start + 3, length))
        assert 0 <= span.start <= span.stop <= whole, (start, span)


def _check_found(found: Sequence[Any], text: str) -> None:
    starts = [value.span.start for value in found]
    assert starts == sorted(starts), "not in the order of the text"
    assert all(0 <= value.span.start <= value.span.stop <= len(text) for value in found), "a span leaves the text"


def _check(document: cp.Document, text: str) -> None:
    spans = [line.span for line in document.lines]
    assert "".join(text[span.start : span.stop] for span in spans) == text, "the lines do not tile the text"
    assert all(a.stop == b.start for a, b in pairwise(spans)), "the lines do not tile the text"
    for issue in document.issues:
        assert 0 <= issue.span.start <= issue.span.stop <= len(text), issue
    assert from_json(to_json(document)) == document, "JSON gives another document back"
    _check_exports(document)


def _check_exports(document: cp.Document) -> None:
    to_html(document)
    to_markdown(document)
    document._repr_html_()
    for table in TABLES:
        to_csv([document], table)


def seeds(target: str) -> list[bytes]:
    """What the fuzzer begins with: the bulletins of seeds/, for JSON the samples, and for HTML and bytes some in other dress."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    match target:
        case "from_json":
            return [to_json(sample).encode() for sample in SAMPLES] + [bytes(range(90))]
        case "html":
            lines = (text[:1000].splitlines() for text in texts)
            return ["".join(f"<p>{escape(line)}</p>\n" for line in each).encode() for each in lines]
        case "clean":
            encodings = ("utf-8", "gb18030", "big5", "utf-16", "gbk")
            return [text[:1000].encode(encoding, "ignore") for text, encoding in zip(texts, encodings, strict=False)]
    # The first byte chooses the kind.
    return [bytes([number]) + text[:1000].encode() for number, text in enumerate(texts)]


TARGETS: dict[str, Callable[[bytes], None]] = {"parse": parse, "clean": clean, "html": html, "from_json": from_json_}
"""The targets by the name that the command and the folders of `tests/fuzz_cases` have for them."""
