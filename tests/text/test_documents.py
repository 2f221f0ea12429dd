"""Word documents that are broken or made to do harm."""

import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

import chronicle_parse as cp
from chronicle_parse.text import documents

docx = pytest.importorskip("docx")
BODY = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"


def parts() -> dict[str, bytes]:
    document, file = docx.Document(), BytesIO()
    document.add_paragraph("大事记")
    document.add_paragraph("3月5日,区长王芳调研。")
    document.save(file)
    with ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pdf(*pages: str) -> bytes:
    """A PDF with two lines of text on each page; readers mend the table of places that it lacks."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]/MediaBox[0 0 300 300]/Resources<</Font<</F 3 0 R>>>>>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for page in pages:
        drawn = f"BT /F 12 Tf 20 200 Td ({page}) Tj 0 -20 Td (Last line) Tj ET"
        objects.append(f"<</Type/Page/Parent 2 0 R/Contents {len(objects) + 2} 0 R>>")
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream")
    body = "".join(f"{number} 0 obj\n{content}\nendobj\n" for number, content in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n".encode()


def packed(path: Path, content: Mapping[str, bytes]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return path


def test_a_whole_document_is_read(tmp_path: Path) -> None:
    assert cp.clean(packed(tmp_path / "a.docx", parts())).text.startswith("大事记\n3月5日")


@pytest.mark.parametrize(
    ("part", "content"),
    [
        (BODY, b"<w:document"),
        (BODY, b""),
        (BODY, b"<a/>"),
        (RELATIONS, b"<no>"),
        (RELATIONS, b"<Relationships/>"),
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", b"<Relationships/>"),
    ],
)
def test_a_broken_part_is_a_decode_error(tmp_path: Path, part: str, content: bytes) -> None:
    path = packed(tmp_path / "a.docx", parts() | {part: content})
    try:
        cp.clean(path)
    except cp.DecodeError as error:
        assert "a.docx is no Word document" in error.message


def test_a_broken_stream_is_a_decode_error(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.docx", parts())
    raw = bytearray(path.read_bytes())
    at = raw.index(BODY.encode()) + len(BODY)
    raw[at : at + 40] = bytes(40)
    path.write_bytes(raw)
    with pytest.raises(cp.DecodeError, match="no Word document") as caught:
        cp.clean(path)
    assert caught.value.attempts == ("docx",)


def test_entities_read_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    content = parts()
    declared = f'<!DOCTYPE x [<!ENTITY leak SYSTEM "{secret.as_uri()}">]>'.encode()
    head, body = content[BODY].split(b"?>", 1)
    content[BODY] = head + b"?>" + declared + body.replace("大事记".encode(), b"&leak;", 1)
    try:
        text = cp.clean(packed(tmp_path / "a.docx", content)).text
    except cp.DecodeError:
        return
    assert "secret" not in text


def test_what_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = packed(tmp_path / "a.docx", parts() | {"word/zeros.xml": bytes(2_000_000)})
    assert path.stat().st_size < 100_000
    monkeypatch.setattr(documents, "MOST_UNPACKED", 1_000_000)
    with pytest.raises(cp.TooLargeError) as caught:
        cp.clean(path)
    assert caught.value.size > 2_000_000


def test_what_unpacks_to_just_the_limit_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = parts()
    monkeypatch.setattr(documents, "MOST_UNPACKED", sum(map(len, content.values())))
    assert cp.clean(packed(tmp_path / "a.docx", content)).text.startswith("大事记")


def test_the_pages_of_a_pdf_begin_new_lines(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf("Page one", "Page two"))
    assert cp.clean(path).text == "Page one\nLast line\nPage two\nLast line"


@pytest.mark.parametrize(("module", "name"), [("docx", "a.docx"), ("pypdfium2", "a.pdf")])
def test_the_extra_that_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, module: str, name: str
) -> None:
    (tmp_path / name).write_bytes(b"any")
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(cp.MissingExtraError, match=r"chronicle-parse\[documents\]"):
        cp.clean(tmp_path / name)
