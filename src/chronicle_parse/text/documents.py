"""Texts of .docx and .pdf files (extra `documents`); offsets refer to the text that was taken out of the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

from chronicle_parse.errors import DecodeError, MissingExtraError


def from_docx(path: Path) -> str:
    """The paragraphs of a Word document and the rows of its tables, in their order, one a line.

    Raises:
        MissingExtraError: without python-docx.
        DecodeError: for a file that is no Word document.
    """
    try:
        import docx
        from docx.opc.exceptions import PackageNotFoundError
        from docx.table import Table
    except ImportError:
        raise MissingExtraError("reading .docx files", "documents") from None
    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise DecodeError(f"{path.name} is no Word document: {error}", 0, ("docx",)) from error

    def lines() -> Iterator[str]:
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                for row in block.rows:
                    yield " ".join(cell.text.replace("\n", " ").strip() for cell in row.cells)
            else:
                yield block.text

    return "\n".join(lines())


def from_pdf(path: Path) -> str:
    """The text of a PDF, page after page.

    Raises:
        MissingExtraError: without pypdfium2.
        DecodeError: for a file that is no PDF, or one that holds pictures of text only.
    """
    try:
        import pypdfium2  # type: ignore[import-untyped]
    except ImportError:
        raise MissingExtraError("reading .pdf files", "documents") from None
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise DecodeError(f"{path.name} is no PDF: {error}", 0, ("pdf",)) from error
    try:
        text = "\n".join(page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document)
    finally:
        document.close()
    if not text.strip():
        raise DecodeError(f"{path.name} holds pictures of pages and no text; it needs OCR first", 0, ("pdf",))
    return text
