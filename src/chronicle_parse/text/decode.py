"""Bytes to text: strict attempts in a reasoned order; says what was chosen and why."""

from __future__ import annotations

from chronicle_parse.errors import DecodeError


def decode(raw: bytes) -> tuple[str, str]:
    """The text and how it was read.

    Raises:
        DecodeError: for bytes that are no text.
    """
    for encoding in ("utf-8-sig", "gb18030", "big5"):
        try:
            return raw.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise DecodeError("the bytes are no text", 0, ("utf-8", "gb18030", "big5"))
