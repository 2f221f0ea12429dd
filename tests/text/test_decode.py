"""Bytes in every encoding that Chinese pages come in, declared rightly, wrongly or not at all."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from chronicle_parse import ChronicleParseError, DecodeError, ParseError, Span, TooLargeError, clean
from chronicle_parse.text.decode import decode, readability

TEXT = "12月3日,区委书记刘胜到第一小学调研,强调要着力推进乡村振兴,奋力开创工作新局面。"
TRADITIONAL = OpenCC("s2tw").convert(TEXT)


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_an_undeclared_encoding_is_found(encoding: str, named: str) -> None:
    decoded = decode(TEXT.encode(encoding))
    assert (decoded.text, decoded.encoding) == (TEXT, named)
    assert decoded.why


def test_traditional_big5_is_told_from_gb18030() -> None:
    assert decode(TRADITIONAL.encode("big5")).text == TRADITIONAL
    assert decode(TRADITIONAL.encode("gb18030")).text == TRADITIONAL


@pytest.mark.parametrize("actual", ["gbk", "utf-8", "utf-16-le"])
@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "big5", "iso-8859-1"])
def test_a_wrong_declaration_still_gives_the_right_text(actual: str, declared: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body>{TEXT}</body></html>'
    assert decode(page.encode(actual)).text == page


PAGE = "".join(f"<p>{line}</p>" for line in (TEXT, "一九四九年," + TEXT, "区政府常务会议审议通过五项规划。"))
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk", "big5")


@pytest.mark.parametrize("declared", ["right", "wrong", "missing"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_with_any_declaration_gives_the_same_text(encoding: str, declared: str) -> None:
    page = OpenCC("s2tw").convert(PAGE) if encoding == "big5" else PAGE
    name = {
        "right": encoding.removesuffix("-sig"),
        "wrong": "gbk" if encoding.startswith("u") else "utf-8",
        "missing": "",
    }
    meta = f'<meta charset="{name[declared]}">' if name[declared] else ""
    raw = f"<html><head>{meta}</head><body>{page}</body></html>".encode(encoding)
    assert clean(raw).text == clean(f"<html><body>{PAGE}</body></html>").text


ODD = ("\ud800", "\udfff", "\x00", "区", "(qū)", "?", "<p>", "\uffff", "&")


@settings(max_examples=50, deadline=None)
@given(text=st.lists(st.sampled_from(ODD), max_size=30).map("".join))
def test_halves_of_characters_and_nuls_never_crash(text: str) -> None:
    assert isinstance(clean(text).text, str)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_the_reason(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).why == "a byte-order mark"
    assert decode(TEXT.encode(encoding)).text == TEXT


def test_the_encoding_says_why() -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset=gb2312">{TEXT}'
    assert str(decode(page.encode("gbk"))) == "gb18030 (declared, and reads as common Chinese)"
    assert clean(TEXT).encoding == "str"
    assert clean(TEXT.encode()).encoding.startswith("utf-8")


@pytest.mark.parametrize(
    "raw", [b"\xff\xfe\xff", bytes(range(256)), b"\x00\x01\x02\x03" * 9, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"]
)
def test_bytes_that_are_no_text_are_refused_with_reasons(raw: bytes) -> None:
    with pytest.raises(DecodeError) as caught:
        clean(raw)
    assert 0 <= caught.value.offset < len(raw)
    assert caught.value.attempts


def test_a_page_cut_in_mid_character_is_read_with_a_mark() -> None:
    assert clean((TEXT * 20).encode()[:-1]).text.endswith("新局面\ufffd")


@settings(max_examples=50, deadline=None)
@given(raw=st.binary(max_size=200))
def test_any_bytes_are_text_or_a_decode_error(raw: bytes) -> None:
    try:
        assert isinstance(clean(raw).text, str)
    except ChronicleParseError as error:
        assert isinstance(error, DecodeError)


def test_what_is_common_tells_text_from_noise() -> None:
    assert readability("政府工作报告") == readability("政府工作報告") == readability("GDP") == 1.0
    assert readability("淢肊馱釴悒") < 0.3


def test_too_much_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TooLargeError) as caught:
        clean("区" * 11, max_chars=10)
    assert (caught.value.size, caught.value.limit) == (11, 10)
    with pytest.raises(TooLargeError):
        clean(b"a" * 41, max_chars=10)
    (tmp_path / "a.txt").write_bytes(b"a" * 41)
    with pytest.raises(TooLargeError):
        clean(tmp_path / "a.txt", max_chars=10)
    assert clean("区" * 10, max_chars=10).text == "区" * 10


def test_files_are_read_by_suffix(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("gbk"))
    (tmp_path / "a.html").write_bytes(f"<p>{TEXT}".encode())
    assert clean(tmp_path / "a.txt").text == clean(tmp_path / "a.html").text == TEXT


@pytest.mark.parametrize("path", ["seeds/000.txt", "page.html", "C:\\texts\\大事记.docx", "2021年大事记.pdf"])
def test_a_str_that_is_a_path_is_refused(path: str) -> None:
    with pytest.raises(ChronicleParseError, match="Path"):
        clean(path)


@pytest.mark.parametrize(
    "text", ["", "大事记", "详见:附件.txt", "http://example.invalid/a.html", "第1行\na.txt", "3月5日,见a.txt"]
)
def test_a_text_is_never_taken_for_a_path(text: str) -> None:
    assert clean(text).original == text


@pytest.mark.parametrize("source", [None, 3, ["3月"], bytearray(b"3")])
def test_a_wrong_type_is_a_type_error(source: object) -> None:
    with pytest.raises(TypeError):
        clean(source)  # type: ignore[arg-type]


def test_word_and_pdf_files(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("大事记")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "3月5日", "某会召开"
    document.save(str(tmp_path / "a.docx"))
    assert clean(tmp_path / "a.docx").text == "大事记\n3月5日 某会召开"
    (tmp_path / "b.docx").write_bytes(b"no")
    (tmp_path / "b.pdf").write_bytes(b"no")
    for name in ("b.docx", "b.pdf"):
        with pytest.raises(DecodeError):
            clean(tmp_path / name)


@pytest.mark.parametrize("name", ["utf-8", "UTF-8", "utf8", "UTF8"])
def test_a_declared_encoding_is_told_by_any_of_its_names(name: str) -> None:
    page = f'<html><head><meta charset="{name}"></head><body>{TEXT}</body></html>'
    assert str(decode(page.encode())) == "utf-8 (valid, declared)"


@pytest.mark.parametrize("name", ["gb2312", "GB-2312", "gbk", "x-gbk", "cp936", "gb18030"])
def test_a_declaration_of_any_chinese_standard_counts_for_the_widest(name: str) -> None:
    page = f'<html><head><meta charset="{name}"></head><body>{TEXT}</body></html>'
    decoded = decode(page.encode("gb18030"))
    assert (decoded.text, decoded.encoding) == (page, "gb18030")
    assert "declared" in decoded.why


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        "区委召开全会，研究部署工作。",
        "区委召开全会，研究部署工作。" * 12,
        "大事记\n" + "区委召开全会，研究部署工作。" * 12,
        "\u3000\u3000区委召开全会，研究部署工作。\r\n" * 6,
        "plain English",
        "ab区委",
        "ab",
    ],
    ids=["one sentence", "no ASCII", "little ASCII", "indented", "only ASCII", "short", "two letters"],
)
def test_wide_text_without_a_mark_is_told_by_its_other_bytes(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text
    assert decode(text.encode(encoding)).encoding == encoding


def test_the_name_of_a_file_is_no_text() -> None:
    with pytest.raises(ParseError) as caught:
        clean("page.html")
    assert (caught.value.code, caught.value.span) == ("source.path", Span(0, 9))


def test_control_characters_at_every_other_byte_are_no_wide_text() -> None:
    with pytest.raises(DecodeError):
        decode(b"\x01\x00\x02\x00\x7f\x00\x03\x00" * 40)
