"""Width, blanks and script folded: first what keeps the length, then what does not."""

from __future__ import annotations

from functools import cache

import regex
from regex import Pattern

from chronicle_parse.patterns import verbose
from chronicle_parse.text.offsets import Change

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum()} | {
    ord("％"): "%",
    ord("＋"): "+",
    ord("．"): ".",
    ord("－"): "-",
    ord("／"): "/",
    ord("＃"): "#",
    ord("＆"): "&",
    ord("＠"): "@",
    ord("　"): " ",
    **dict.fromkeys(
        map(ord, "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"), " "
    ),
}


@cache
def _dropped() -> Pattern[str]:
    """Characters that show nothing: zero-width ones, soft hyphens, byte-order marks; and the CR of a CR LF."""
    return regex.compile(r"[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]+|\r(?=\n)")


@cache
def _wide() -> Pattern[str]:
    return regex.compile(r"[\u3000\xa0\u1680\u2000-\u200a\u202f\u205f\uFF01-\uFF5E]")


@cache
def _gap() -> Pattern[str]:
    """A blank that belongs to no word: around the digits of a date or an amount, within a line.

    The blank behind a date stays, because it tells the date from its text: `11月21日 省领导`, `2019.05.06 某会`, `19:17 记者`.
    """
    return verbose(
        r"""(?m)
        \x20++ (?:
            (?<= \d \x20+ ) (?= \p{Han} | [%‰] )           # 66 个; not `3 关于` at the head of a line, unless it is 3 月
            (?<! [-:/.] \d+ \x20+ )
            (?: (?<! ^ \x20* \d+ \x20+ ) | (?= [年月日号时] ) )
          | (?<= [年月] \x20+ ) (?= \d )                    # 11 月 21 日
          | (?<= [^\W\d年月日号] \x20+ ) (?= \d [\d.,]* [%‰]? \x20+ \p{Han} )     # 增长 5% 以上: blanks on both sides
          | (?<= \d [%日月年号]? \x20+ ) (?= [-–—~～至] \x20* \d )    # 2 — 4 日
          | (?<= [\d%日月年号] \x20* [-–—~～至] \x20+ ) (?= \d )
          | (?<= [%‰] \x20+ ) (?= [以左的] )
        )
        """
    )


def drop_invisible(text: str) -> list[Change]:
    """Takes out what cannot be seen."""
    return [
        Change(*found.span(), "", "line-end" if found[0] == "\r" else "invisible")
        for found in _dropped().finditer(text)
    ]


def fold_width(text: str) -> str:
    """Full-width letters, digits and blanks as half-width ones; equally long."""
    return text.translate(_WIDE) if _wide().search(text) else text


def close_gaps(text: str) -> list[Change]:
    """Closes the blanks between digits and Chinese characters."""
    return [Change(*found.span(), "", "gap") for found in _gap().finditer(text)]
