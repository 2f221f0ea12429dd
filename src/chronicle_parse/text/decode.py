"""Bytes to text: strict attempts in a reasoned order; says what was chosen and why.

1. A byte-order mark decides. 2. UTF-16 without one shows in its zero bytes or in how evenly its high bytes repeat.
3. Valid UTF-8 that is not plain ASCII is UTF-8: no other encoding of Chinese is valid UTF-8 by chance.
4. Between GB18030 and Big5 the share of common characters decides; a declaration tips the scale, it never decides alone,
because declarations are often wrong.
"""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from chronicle_parse.errors import DecodeError
from chronicle_parse.lexicon import rows
from chronicle_parse.patterns import compiled

SAMPLE = 20_000
"""How many characters are looked at to tell encodings apart."""

READABLE = 0.25
"""The least share of common characters and punctuation among the non-ASCII ones for a text to be Chinese."""

MARGIN = 0.1
"""By how much another encoding must read better than the declared one."""

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8", "a byte-order mark"),
    (b"\xff\xfe\x00\x00", "utf-32-le", "a byte-order mark"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "a byte-order mark"),
    (b"\xff\xfe", "utf-16-le", "a byte-order mark"),
    (b"\xfe\xff", "utf-16-be", "a byte-order mark"),
)

_FAMILIES = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "gb-2312": "gb18030",
    "x-gbk": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "cp950": "big5hkscs",
    "utf-8": "utf-8",
    "utf8": "utf-8",
}
"""Names that pages declare, and the encoding that reads all of them."""


@frozen
class Decoded:
    """A text with the encoding it was read by and the reason for it."""

    text: str
    encoding: str
    why: str

    def __str__(self) -> str:
        return f"{self.encoding} ({self.why})"


def decode(raw: bytes) -> Decoded:
    """The text of bytes in any encoding Chinese pages come in: UTF-8, GB18030 (GBK, GB2312), Big5, UTF-16.

    >>> str(decode("政府工作报告".encode("gbk")))
    'gb18030 (reads as common Chinese)'
    >>> decode("政府工作报告".encode("utf-16")).encoding
    'utf-16-le'

    Raises:
        DecodeError: for bytes that are no text.
    """
    for mark, encoding, why in _BOMS:
        if raw.startswith(mark):
            text = _strict(raw[len(mark) :], encoding)
            if text is not None and not _control(text):
                return Decoded(text, encoding, why)
    wide = _wide(raw)
    if wide is not None:
        return wide
    declared = _declared(raw)
    text = _strict(raw, "utf-8")
    if text is not None and raw.isascii() and not _control(text):
        return Decoded(text, "ascii", "nothing but ASCII")
    if text is not None and not _control(text):
        return Decoded(text, "utf-8", f"valid{', declared' if declared == 'utf-8' else ''}")
    return _legacy(raw, declared)


def _legacy(raw: bytes, declared: str | None) -> Decoded:
    """GB18030 or Big5, whichever reads as Chinese; UTF-8 with a few broken bytes as the last resort."""
    attempts = [_failure(raw, "utf-8")]
    readings: list[tuple[float, Decoded]] = []
    for encoding in ("gb18030", "big5hkscs"):
        text = _strict(raw, encoding)
        if text is None:
            attempts.append(_failure(raw, encoding))
            continue
        share = readability(text)
        if share < READABLE or _control(text):
            attempts.append(f"{encoding}: decodes, but only {share:.0%} of it reads as Chinese")
            continue
        why = "declared, and reads as common Chinese" if encoding == declared else "reads as common Chinese"
        if declared and encoding != declared:
            why += f"; the declared {declared} does not fit"
        readings.append((share + (MARGIN if encoding == declared else 0), Decoded(text, encoding, why)))
    if readings:
        return max(readings, key=lambda reading: reading[0])[1]
    torn = _mended(raw)
    if torn is not None:
        return torn
    offset = _offset(raw)
    raise DecodeError(
        f"the bytes are no text in any encoding that was tried (stuck at byte {offset})", offset, tuple(attempts)
    )


def _mended(raw: bytes) -> Decoded | None:
    """UTF-8 or GB18030 in which a few bytes are broken, as where a page was cut: those become U+FFFD."""
    for encoding in ("utf-8", "gb18030"):
        text = raw.decode(encoding, "replace")
        broken = text.count("\ufffd")
        if 0 < broken * 50 <= len(text) and readability(text) >= READABLE and not _control(text):
            return Decoded(text, encoding, f"{broken} broken places became U+FFFD")
    return None


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _failure(raw: bytes, encoding: str) -> str:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError as error:
        return f"{encoding}: {error.reason} at byte {error.start}"
    return f"{encoding}: holds characters that no text has"


def _offset(raw: bytes) -> int:
    try:
        return max(raw.decode("utf-8").find("\x00"), 0)
    except UnicodeDecodeError as error:
        return error.start


def _control(text: str) -> bool:
    """Whether the text holds more control characters than slip into a text."""
    head = text[:SAMPLE]
    return len(_controls().findall(head)) * 100 > len(head)


@cache
def _controls() -> re.Pattern[str]:
    return compiled(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@cache
def _meta() -> re.Pattern[bytes]:
    return re.compile(
        rb"""(?ix) <meta [^>]{0,200}? charset \s* = \s* ["']? ([\w-]+) | <\?xml [^>]{0,200}? encoding \s* = \s* ["'] ([\w-]+)"""
    )


def _declared(raw: bytes) -> str | None:
    """The encoding that the head of an HTML or XML page declares, as the one that reads its family."""
    found = _meta().search(raw, 0, 4096)
    if found is None:
        return None
    name = (found[1] or found[2]).decode("ascii", "replace").lower()
    return _FAMILIES.get(name, name)


def _wide(raw: bytes) -> Decoded | None:
    """UTF-16 without a byte-order mark: ASCII in it leaves zero bytes on one side, Chinese high bytes of 4E to 9F."""
    if len(raw) < 4 or len(raw) % 2:
        return None
    head = raw[: SAMPLE - SAMPLE % 2]
    pairs = len(head) // 2
    for encoding, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        low = head[0::2] if encoding == "utf-16-le" else head[1::2]
        zeros = high.count(0)
        # why: 开 is 5F00 and an ideographic space 3000, so zeros on the other side say little unless most bytes are
        if (not zeros and pairs < 8) or low.count(0) > zeros + pairs // 4:
            continue
        fitting = sum(map(high.count, _HIGH))
        if fitting < pairs * 0.9:
            continue
        text = _strict(raw, encoding)
        if text is not None and not _control(text) and (text.isascii() or readability(text) >= READABLE):
            if not zeros and _strict(raw, "utf-8") is not None:
                return None
            return Decoded(text, encoding, "no byte-order mark, but every other byte fits")
    return None


_HIGH = (0, 0x20, 0x30, 0xFF, *range(0x4E, 0xA0))
"""High bytes of ASCII, general and Chinese punctuation, full-width forms and Chinese characters."""


@cache
def _common() -> frozenset[str]:
    return frozenset("".join(row["characters"] for row in rows("common_characters")))


def readability(text: str) -> float:
    """The share of common Chinese characters and punctuation among the non-ASCII ones of the beginning; 1.0 for plain ASCII.

    >>> readability("政府工作报告") > 0.9, readability("淢肊馱釴悒") < 0.3
    (True, True)
    """
    shown = [character for character in text[:SAMPLE] if character > "\x7f"]
    if not shown:
        return 1.0
    return sum(map(_common().__contains__, shown)) / len(shown)
