"""Width, blanks, radicals, symbols and entities folded: stages that keep the length return a text, the others their changes."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache, partial
from re import Match, Pattern
from unicodedata import normalize

from chronicle_parse.lexicon import rows
from chronicle_parse.patterns import compiled, run_of, verbose
from chronicle_parse.text.offsets import Change, Finding, change_of
from chronicle_parse.text.words import weights

_BLANKS = (
    "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u2800\u3000\u3164\ue5e5"
)

_LINE_ENDS = "\r\v\f\x85\u2028\u2029"
"""What ends a line beside LF; CR LF is dealt with before."""

_WIDE = (
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum()}
    | {ord(wide): ord(wide) - 0xFEE0 for wide in "％＋．－／＃＠＊＝｜"}
    | dict.fromkeys(map(ord, _BLANKS), " ")
    | dict.fromkeys(map(ord, _LINE_ENDS), "\n")
)
"""Punctuation of sentences keeps its width: ，。：；？！“”（）【】《》 are what readers and parsers expect."""


_CONTROLS = r"\x00-\x08\x0e-\x1f\x7f"
_INVISIBLE = r"\u0080-\u0084\u0086-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFE00-\uFE0F\uFEFF"
"""Controls of Latin-1, zero-width characters, soft hyphens, byte-order marks, direction marks, variation selectors."""


@cache
def _controls() -> Pattern[str]:
    return compiled(run_of(_CONTROLS))


@cache
def _unseen() -> Pattern[str]:
    return compiled(rf"[{_CONTROLS}{_INVISIBLE}\r]")


def holds_unseen(text: str) -> bool:
    """Whether `drop_controls` or `drop_invisible` may find anything: one look for both."""
    return _unseen().search(text) is not None


def drop_controls(text: str) -> list[Change]:
    """Takes out control characters; before anything else, because they must not part what belongs together."""
    return [Change(*found.span(), "", "invisible") for found in _controls().finditer(text)]


@cache
def _invisible() -> Pattern[str]:
    return compiled(run_of(_INVISIBLE))


@cache
def _with_line_ends() -> Pattern[str]:
    return compiled(rf"{_invisible().pattern}|\r(?=\n)")


def drop_invisible(text: str) -> list[Change]:
    """Takes out what cannot be seen, and the CR of a CR LF."""
    pattern = _with_line_ends() if "\r" in text else _invisible()
    return [
        Change(*found.span(), "", "line-end" if found[0] == "\r" else "invisible") for found in pattern.finditer(text)
    ]


@cache
def _entity() -> Pattern[str]:
    return verbose(r"& (?: \# (?: \d{1,7} | [xX][\dA-Fa-f]{1,6} ) | [A-Za-z]{2,8} ) ;")


@cache
def _rest_of_entity() -> Pattern[str]:
    return verbose(r"\#? \w{1,8} ;")


@lru_cache(1024)
def _plain(entity: str) -> str:
    return _invisible().sub("", html.unescape(entity))


def unescape(text: str) -> list[Change]:
    """HTML entities that were left in a text, read once.

    >>> [change.after for change in unescape("A&amp;B&ldquo;&amp;lt;")]
    ['&', '“']
    """
    if "&" not in text:
        return []
    changes = []
    for found in _entity().finditer(text):
        entity, (start, stop) = found[0], found.span()
        plain = _plain(entity)
        # why: an `&` that would spell a new entity stays as it is, so that cleaning twice changes nothing
        if plain != entity and not (plain == "&" and _rest_of_entity().match(text, stop)):
            changes.append(Change(start, stop, plain, "entity"))
    return changes


_UNFOLDED = rf"{_BLANKS}{_LINE_ENDS}\uFF05\uFF0A\uFF0B\uFF0D-\uFF19\uFF1D\uFF20-\uFF3A\uFF41-\uFF5A\uFF5C\uFF03"
_RADICALS, _SYMBOLS = "\u2e80-\u2fdf", "\ue000-\ufaff"
"""Symbols are private characters, and the second codes that Unicode keeps for characters of other sets."""


@cache
def _unfolded() -> Pattern[str]:
    return compiled(run_of(_UNFOLDED))


@cache
def _foldable() -> Pattern[str]:
    """Anything to fold but a number: one look, since hardly a line of running text has it."""
    return compiled(f"[{_UNFOLDED}{_RADICALS}{_SYMBOLS}]")


@cache
def _in_number() -> Pattern[str]:
    """A full-width comma that parts thousands, a full-width colon in a time of day."""
    return verbose(
        r"""
        ， (?<= (?: (?<!\d) \d{1,3} | [，,] \d{3} ) ， ) (?= \d{3} (?!\d) )
      | ： (?<= \d ： ) (?= [0-5]\d (?!\d) )
        """
    )


@cache
def _radical() -> Pattern[str]:
    return compiled(f"[{_RADICALS}]")


@cache
def _radicals() -> dict[str, str]:
    return {row["radical"]: row["character"] for row in rows("radicals")}


@cache
def _symbol() -> Pattern[str]:
    return compiled(f"[{_SYMBOLS}]")


@cache
def _symbols() -> dict[str, str]:
    return {row["symbol"]: row["character"] for row in rows("symbols")}


def fold_width(text: str) -> str:
    """Full-width letters, digits and blanks as half-width ones, radicals and symbols as characters; equally long.

    >>> fold_width("２０１８年８月１３日，⻄城⼀村１，１００万元\uf9ba\uf06c")
    '2018年8月13日，西城一村1,100万元了●'
    """
    if _foldable().search(text):
        text = _unfolded().sub(_narrow, text)
        for pattern, known in ((_radical(), _radicals()), (_symbol(), _symbols())):
            text = pattern.sub(partial(_character, known), text)
    if "，" in text or "：" in text:
        text = _in_number().sub(lambda found: "," if found[0] == "，" else ":", text)
    return text


def _narrow(found: Match[str]) -> str:
    return found[0].translate(_WIDE)


def _character(known: Mapping[str, str], found: Match[str]) -> str:
    plain = known.get(found[0]) or normalize("NFKC", found[0])
    return plain if len(plain) == 1 else found[0]


@cache
def _gap() -> Pattern[str]:
    """A blank that belongs to no word: around the digits of a date or an amount, within a line.

    The blank behind a date stays, because it tells the date from its text: `11月21日 省领导`, `2019.05.06 某会`, `19:17 记者`.
    """
    return verbose(
        r"""(?m)
        (?<! \x20 ) \x20++ (?:                              # each run of blanks once: a page of blanks must not cost its square
            (?<= \d \x20+ ) (?= \p{Han} | [%‰] )            # 66 个
            (?<! [-:/.] \d+ \x20+ )
            (?: (?<! ^ \x20* \d+ \x20+ ) | (?= [年月日号时] ) )   # not `3 关于` at the head of a line, unless it is 3 月
          | (?<= [年月] \x20+ ) (?= \d )                     # 11 月 21 日
          | (?<= [^\W\d年月日号] \x20+ ) (?= \d [\d.,]* [%‰]? \x20+ \p{Han} )    # 增长 5% 以上: blanks on both sides
          | (?<= \d [%日月年号]? \x20+ ) (?= [-–—~～至] \x20* \d )     # 2 — 4 日
          | (?<= [\d%日月年号] \x20* [-–—~～至] \x20+ ) (?= \d )
          | (?<= [%‰] \x20+ ) (?= [以左] )
          | (?<= (?: 月 | [-–—~～至] ) \x20* [123] \x20+ )                    # 3 月 1 2 日, 5 月 2 3 —2 5 日: OCR set every sign apart
            (?= \d \x20* (?: [日号] | [-–—~～至] \x20* \d [\d\x20]* [日号] ) )
          | (?<= (?: 年 \x20* | ^ \x20* ) 1 \x20+ ) (?= [012] \x20+ 月 )       # 1 2 月, but not `1 2月11日` in row 1 of a table
          | (?<= ^ \x20* [123] \x20+ ) (?= \d \x20+ [日号] )
        )
        """
    )


def close_gaps(text: str) -> list[Change]:
    """Closes the blanks between digits and Chinese characters.

    >>> [change.start for change in close_gaps("4月16—17 日 某会召开,66 个")]
    [7, 17]
    """
    if " " not in text:
        return []
    return [change_of((found.start(), found.end(), "", "gap", None)) for found in _gap().finditer(text)]


TORN_WORDS = 3
"""So many words with a blank inside make a page one whose blanks cannot be trusted."""


@cache
def _blank_in_han() -> Pattern[str]:
    return verbose(r"\x20 (?= \p{Han} ) (?<= \p{Han} \x20 ) (?<! [年月日号] \x20 )")


def join_words(text: str) -> list[Change]:
    """Closes the blanks inside words, as copies from PDF have them: `审议 通 过`; only where the joined text is a word.

    >>> [change.start for change in join_words("会议审 议通 过了工 作报告,张三 李四出席")]
    [3, 6, 10]
    """
    if " " not in text:
        return []
    found = [match.start() for match in _blank_in_han().finditer(text)]
    if len(found) < TORN_WORDS:
        return []
    known = weights()
    torn = [at for at in found if _spells_word(text, at, known)]
    # why: pages that part names or columns by blanks have many blanks and hardly a word across one
    if len(torn) < TORN_WORDS or 2 * len(torn) < len(found):
        return []
    return [Change(at, at + 1, "", "gap") for at in torn]


def _spells_word(text: str, at: int, known: dict[str, int]) -> bool:
    """Whether a word reaches over the blank."""
    for left in (1, 2, 3):
        head = text[at - left : at]
        if len(head) < left or " " in head:
            return False
        for right in range(1, 5 - left):
            if head + text[at + 1 : at + 1 + right] in known:
                return True
    return False


@cache
def _decimal_stop() -> Pattern[str]:
    return verbose(r"。 (?<= \d . ) (?= \d{1,2} (?: [%％‰] | 个百分点 | [万亿] ) )")


def mend_decimals(text: str) -> list[Change]:
    """A decimal point that was typed as a full stop: `9。5%`; it stands in the edits as uncertain.

    >>> [change.after for change in mend_decimals("增长9。5%,居第3。5月")]
    ['.']
    """
    if "。" not in text:
        return []
    return [Change(*found.span(), ".", "decimal", ("。",)) for found in _decimal_stop().finditer(text)]


def unbalanced_quotes(text: str) -> Iterator[Finding]:
    """The first line whose “ and ” do not pair, on a page where their numbers differ."""
    if text.count("“") == text.count("”"):
        return
    at = 0
    for line in text.split("\n"):
        if line.count("“") != line.count("”"):
            message = (
                "a quotation mark has no partner from here on; titles and names in quotes may end in the wrong place"
            )
            yield Finding("text.unbalanced-quotes", message, at, at + len(line), "info")
            return
        at += len(line) + 1
