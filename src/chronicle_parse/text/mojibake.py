"""Text that was decoded by the wrong encoding before it came here: undone where that is exact, reported where it is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from re import Pattern

from chronicle_parse.patterns import compiled
from chronicle_parse.text.decode import readability
from chronicle_parse.text.offsets import Change, Finding

READS = 0.8
"""The share of common Chinese among what an undone reading yields, for it to be believed."""

_EXTRAS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What Windows-1252 has in place of the control characters of Latin-1."""

_SIGNATURE = "锛銆鐨鍦涓鏄浜杩鍙鎴鏈鍒璇浠鏂骞鏀"
"""How ，。的在中是了这可我本到说他新年政 look when UTF-8 is read as GBK; the first two are nearly always there."""


@cache
def _western() -> Pattern[str]:
    """A stretch that one byte a character can hold, with several high ones side by side."""
    high = rf"[\x80-\xff{_EXTRAS}]"
    return compiled(rf"[\x20-\x7e\t\x80-\xff{_EXTRAS}]*?[\xa1-\xff]{high}{{2}}[\x20-\x7e\t\x80-\xff{_EXTRAS}]*")


@cache
def _hint() -> Pattern[str]:
    return compiled(rf"[\xa1-\xff][\x80-\xff{_EXTRAS}]{{2}}")


@cache
def _as_gbk() -> Pattern[str]:
    return compiled(rf"[{_SIGNATURE}]")


@cache
def _lost() -> Pattern[str]:
    """Replacement characters that swallowed whole words, and what is left of them read as GBK."""
    return compiled(r"(?:锟斤拷|锟斤|斤拷|\ufffd\ufffd+)+")


def undo(text: str) -> list[Change]:
    """Readings by a wrong encoding, undone where the way back is exact and yields common Chinese.

    >>> undo("Æ·ÅÆ")
    [Change(start=0, stop=4, after='品牌', reason='encoding', choices=None)]
    >>> undo("café à la crème"), undo("“品牌”——战略…")
    ([], [])
    """
    changes: list[Change] = []
    if _hint().search(text):
        for found in _western().finditer(text):
            start, stop = _trimmed(text, *found.span())
            plain = _from_western(text[start:stop])
            if plain is not None:
                changes.append(Change(start, stop, plain, "encoding"))
    elif _looks_like_gbk(text):
        for start, stop in _lines(text):
            line = text[start:stop]
            plain = _recoded(line, lambda part: part.encode("gb18030"), "utf-8") if not line.isascii() else None
            if plain is not None:
                changes.append(Change(start, stop, plain, "encoding"))
    return changes


def report(text: str) -> Iterator[Finding]:
    """What was lost to a wrong encoding."""
    if "\ufffd" in text or "锟斤" in text:
        for found in _lost().finditer(text):
            message = "characters were lost to a wrong encoding here; fetch the page again as bytes and pass those"
            yield Finding("text.lost-characters", message, *found.span())
    if _looks_like_gbk(text):
        at = next(_as_gbk().finditer(text)).start()
        message = "this was UTF-8 read as GBK and cannot be undone; fetch the page again as UTF-8"
        yield Finding("text.wrong-encoding", message, at, at + 1)
    hint = _hint().search(text)
    if hint and readability(text[hint.start() : hint.start() + 200]) < 1 - READS:
        message = "this looks like Chinese read as a Western encoding; pass the bytes, or install the extra `encodings`"
        yield Finding("text.wrong-encoding", message, *hint.span())


def _looks_like_gbk(text: str) -> bool:
    """Whether the marks of UTF-8 read as GBK are frequent."""
    if "锛" not in text and "銆" not in text and (len(text) > 100 or not _as_gbk().search(text)):
        return False
    head = text[:20_000]
    return len(_as_gbk().findall(head)) * 12 >= sum(character > "\x7f" for character in head)


def _from_western(run: str) -> str | None:
    for encoding in ("utf-8", "gb18030", "big5"):
        plain = _recoded(run, _one_byte_each, encoding)
        if plain is not None:
            return plain
    return _recoded(run, _with_no_break_spaces, "utf-8") or _by_ftfy(run)


def _one_byte_each(text: str) -> bytes:
    """The bytes that Windows-1252 or, where it has no character, Latin-1 made this of."""
    return b"".join(
        character.encode("cp1252") if character in _EXTRAS else character.encode("latin-1") for character in text
    )


def _with_no_break_spaces(text: str) -> bytes:
    """The same where the byte A0, a no-break space, was made a blank on the way: `åŠ ` is 加."""
    return _lost_a0().sub(b"\\1\xa0", _one_byte_each(text))


@cache
def _lost_a0() -> Pattern[bytes]:
    return re.compile(rb"([\xe3-\xe9][\x80-\xbf]|[\xe3-\xe9](?= [\x80-\xbf])) ")


def _recoded(text: str, encode: Callable[[str], bytes], encoding: str) -> str | None:
    try:
        plain = encode(text).decode(encoding)
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    # why: valid UTF-8 of Chinese characters is no accident; two bytes that happen to be in GBK may be one
    believable = _all_chinese(plain) if encoding == "utf-8" else _chinese(plain, 3 if encoding == "big5" else 2)
    return plain if plain != text and believable else None


def _all_chinese(text: str) -> bool:
    shown = [character for character in text if character > "\x7f"]
    han = sum("㐀" <= character <= "鿿" for character in shown)
    return han > 0 and sum("\u2000" <= c <= "鿿" or c >= "\uff00" or c in "·×°±\xa0" for c in shown) == len(shown)


def _chinese(text: str, least: int) -> bool:
    return sum("一" <= character <= "鿿" for character in text) >= least and readability(text) >= READS


def _by_ftfy(run: str) -> str | None:
    """What ftfy makes of a run with a few broken places; None without the extra `encodings`."""
    try:
        from ftfy import fix_encoding
    except ImportError:
        return None
    plain: str = fix_encoding(run)
    return plain if plain != run and _chinese(plain, 2) else None


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    """The stretch without the blanks around it."""
    body = text[start:stop]
    return start + len(body) - len(body.lstrip(" \t")), stop - (len(body) - len(body.rstrip(" \t")))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield at, at + len(line.rstrip("\r\n"))
        at += len(line)
