"""Texts of .docx and .pdf files (extra `documents`); offsets refer to the text that was taken out of the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from chronicle_parse.errors import DecodeError, MissingExtraError, TooLargeError

if TYPE_CHECKING:
    from docx.document import Document

MOST_UNPACKED = 200_000_000
"""Bytes of all parts of a .docx, unpacked: a small file can hold any amount of zeros."""


def from_docx(path: Path) -> str:
    """The paragraphs of a Word document and the rows of its tables, in their order, one a line.

    Raises:
        MissingExtraError: without python-docx.
        TooLargeError: for more than `MOST_UNPACKED` bytes when unpacked.
        DecodeError: for a file that is no Word document.
    """
    try:
        import docx
    except ImportError:
        raise MissingExtraError("reading .docx files", "documents") from None
    try:
        with ZipFile(path) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
        if unpacked <= MOST_UNPACKED:
            return "\n".join(_lines(docx.Document(str(path))))
    except Exception as error:  # why: of a broken file, whatever the readers of zip and XML and their callers trip over
        raise DecodeError(f"{path.name} is no Word document: {error}", 0, ("docx",)) from error
    message = f"{path.name} has {unpacked} bytes unpacked, the limit is {MOST_UNPACKED}"
    raise TooLargeError(message, unpacked, MOST_UNPACKED)


def _lines(document: Document) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield " ".join(cell.text.replace("\n", " ").strip() for cell in row.cells)
        else:
            yield block.text


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
        with pypdfium2.PdfDocument(path) as document:
            text = "\n".join(page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document)
    except pypdfium2.PdfiumError as error:
        raise DecodeError(f"{path.name} is no PDF: {error}", 0, ("pdf",)) from error
    if not text.strip():
        raise DecodeError(f"{path.name} holds pictures of pages and no text; it needs OCR first", 0, ("pdf",))
    return text
