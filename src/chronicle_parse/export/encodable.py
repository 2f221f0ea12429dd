"""Text that any encoding can carry. A broken page may hold halves of characters, which no file can."""

from __future__ import annotations

import re
from functools import cache

from chronicle_parse.patterns import compiled


@cache
def surrogates() -> re.Pattern[str]:
    """A lone surrogate: half of a character beyond the basic plane, without the other half."""
    return compiled(r"[\ud800-\udfff]")


def is_encodable(text: str) -> bool:
    """Whether a text holds no lone surrogate."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def encodable(text: str) -> str:
    r"""The text with a replacement character for each lone surrogate; offsets stay.

    >>> encodable("王\ud800芳")
    '王\ufffd芳'
    """
    return text if is_encodable(text) else surrogates().sub("\ufffd", text)
