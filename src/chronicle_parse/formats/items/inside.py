"""Places inside a paragraph: where a further item may begin, and a date that stands at the end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from re import Pattern

from chronicle_parse.fields.dates import DateContext
from chronicle_parse.formats.items.heads import NOTHING, read_date
from chronicle_parse.formats.items.marks import HAN_DIGITS, kinds
from chronicle_parse.lexicon import words
from chronicle_parse.model import Span, SpanMaker, When
from chronicle_parse.patterns import any_of, verbose


@cache
def _opening() -> Pattern[str]:
    """A quotation mark or bracket, or the end of a sentence with something behind it that may open a further item, or both."""
    return verbose(rf"""
        (?P<sign> [“”()（）。;；!！?？\n] )
        (?: (?: (?<= [。;；!！?？\n] ) | (?<= [。!！?？] [”)）] ) ) [ 　]*+
            (?P<at> (?= \d{{1,4}} [ ]? (?: [年月日] | [-—–~～至到、] [ ]? \d{{1,2}} [ ]? [日月] )
                  | [{HAN_DIGITS}]{{1,3}} [月日] | [一二〇○零九八七六五四三]{{4}} 年 | 元月 | [春夏秋冬] [季天]? [,，]
                  | [上中下] 旬 | 月 [初中底末] [,，]
                  | {any_of(words("entry_heads", role="opens"))} (?: \d | [,，、 ] | \p{{Han}} )
                  | {any_of(kinds())} ) )
          | (?<= [“”()（）] ) )
    """)


def openings(text: str, start: int, stop: int) -> Iterator[int]:
    """Offsets inside a paragraph at which a further item may begin: behind the end of a sentence, and not inside quotes.

    >>> text = "6月,某厂投产;7月,某校建成。1995年10月通车的桥加宽。"
    >>> [text[at : at + 3] for at in openings(text, 0, len(text))]
    ['7月,', '199']
    """
    marks: list[int] = []
    closers: list[bool] = []
    found: list[int] = []
    for each in _opening().finditer(text, start, stop):
        if each["sign"] in "“”()（）":
            marks.append(each.start())
            closers.append(each["sign"] in "”)）")
        if (place := each.start("at")) > start:
            found.append(place)
    for place in found:
        # why: page text loses quotation marks, so only what is closed by the very next sign counts as quoted
        after = bisect_left(marks, place)
        if after == len(marks) or not closers[after]:
            yield place


@cache
def _last_brackets() -> Pattern[str]:
    return verbose(r"""
        [(（【\[] (?P<date> [^()（）【】\[\]]{2,24} ) [)）】\]] [。.]? $
      | (?<= \S ) [ \t]+ (?P<date> (?:19|20)\d\d [-./] \d{1,2} [-./] \d{1,2} ) $
      | (?<= [。!！”)）] ) [\s—–-]* (?P<date> \d [\d年月日号至到~～—–.、-]{2,22} ) $
    """)


def date_behind(
    text: str, start: int, stop: int, at: SpanMaker = Span, context: DateContext = NOTHING
) -> tuple[When, int, int] | None:
    """A date at the end of a paragraph, with the offsets at which it (or its bracket) begins and the date ends.

    >>> date_behind("区图书馆开馆。(3月5日)", 0, 13)[0].edtf
    'XXXX-03-05'
    """
    found = _last_brackets().search(text[max(start, stop - 30) : stop])
    if found is None:
        return None
    shift = max(start, stop - 30)
    opened, closed = found.start("date") + shift, found.end("date") + shift
    read = read_date(text, opened, closed, at, context)
    return (read[0], found.start() + shift, read[1]) if read and read[1] == closed else None
