"""The heads of items: bullets, numbers, same-day marks and dates, declared as data and used by every format.

An item of a bulletin opens with a mark (◆, △, 3、), a date (2月9日, 5日, 2019.05.06, 【5月6日】) or both. This module says what
stands at a place; which of the lines make an entry, and which year a bare 2月9日 means, is the business of the formats.

* `mark_at`      the bullet or number at the head of a line.
* `head_at`      the whole head: mark, brackets, date, remark, and where the text behind it begins.
* `date_line`    a line that is a date and nothing else: 7日, 一九六八年, ## 2020年1月7日.
* `openings`     places inside a paragraph where a further item may begin: 6月,…;7月,…
* `date_behind`  a date in brackets at the end of a paragraph.
* `is_numbered`  whether lines count 1、2、3、 (so that `1、2日` is read as a number, not as two days).
* `short_dates`  whether 05-06 or 5.22 at the heads of lines is a day.
* `damaged_head` a head whose date lost a sign or a digit to OCR.
* `bare_numbers` whether numbers alone at the heads of lines are days or years; `bare_head` reads one.

Words are in lexicon/marks.tsv and lexicon/entry_heads.tsv. All offsets are clean ones.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

from attrs import frozen
from regex import Pattern

from chronicle_parse.fields import dates
from chronicle_parse.fields.dates import DateContext
from chronicle_parse.lexicon import words
from chronicle_parse.model import PartialDate, Span, SpanMaker, When
from chronicle_parse.patterns import any_of, verbose

MarkKind = Literal["bullet", "same-day", "number", "heading"]
Bare = Literal["", "day", "year"]
"""What a number alone at the head of a line means."""

NOTHING = DateContext()
"""Nothing is known about year, month or the date before."""

_HAN_DIGITS = "一二三四五六七八九十"


@frozen
class Mark:
    """What stands before the text of an item.

    Attributes:
        kind: "bullet", "same-day" (△ Δ ☆ ▲: by itself it takes the date above), "number", or "heading" (Markdown's #).
        text: as written, without blanks: "△", "3、", "(1)", "四、".
        style: what marks of one level have in common: the sign itself, or the number's shape with N for the number ("N、", "(N)").
        number: the number of a numbered mark, else None.
        start, stop: from the sign to behind the blanks that follow it.
    """

    kind: MarkKind
    text: str
    style: str
    number: int | None
    start: int
    stop: int


@frozen
class Head:
    r"""What opens an item.

    Attributes:
        start: where it begins: at the mark, else at the date.
        stop: where the text of the item begins.
        mark, when: what was read; at least one of them is not None.
        date_start, date_stop: the date in the text (both `start` where there is none); `stop` may lie behind signs and remarks.
        gap: what stands between date and text: ",", " ", "——", "\t", or "".
    """

    start: int
    stop: int
    mark: Mark | None
    when: When | None
    date_start: int
    date_stop: int
    gap: str = ""


# ---------------------------------------------------------------------------------------------------------------- marks


@cache
def _kinds() -> dict[str, MarkKind]:
    kinds: dict[str, MarkKind] = dict.fromkeys(words("marks", kind="bullet"), "bullet")
    return kinds | dict.fromkeys(words("marks", kind="same-day"), "same-day")


@cache
def _mark() -> Pattern[str]:
    return verbose(rf"""
        (?P<hash> \#{{1,6}} [ ]+ )?  (?: \*\* )?                          # Markdown heading, Markdown bold
        (?:
          (?P<sign> {any_of(_kinds())} )
        | (?P<dash> [-*+–—|] ) (?= [ ]+ \S )                              # a Markdown bullet needs its blank
        | (?P<number>
            (?P<arabic> \d{{1,3}} ) [ ]?
              (?: [、)）] (?! [ ]? \d+ [ ]? 、 )                           # 3、 but not 2、3、4日
                | [.．] (?: (?! [ ]? \d ) | (?= [ ]? \d{{1,2}} [ ]? 月 | [ ]? \d{{4}} [ ]? 年 | [ ] 20\d\d ) ) )    # 3. but not 3.5
          | [(（] [ ]? (?P<inner> \d{{1,3}} | [{_HAN_DIGITS}百]{{1,4}} ) [ ]? [)）]
          | (?P<han> [{_HAN_DIGITS}百]{{1,4}} ) [ ]? [、.．]
          | 第 (?P<ordinal> [{_HAN_DIGITS}百]{{1,4}} | \d{{1,3}} ) [、,，]
          | (?P<circled> [①-⑳⑴-⒇⒈-⒛❶-❿㈠-㈩] )
          )
        )?
        (?P<tail> [ 　\t]* \*{{0,2}} [ 　\t]* )
    """)


def mark_at(text: str, start: int, stop: int, *, numbered: bool = True) -> Mark | None:
    """The mark at the head of a line, None if it has none.

    Args:
        text: clean text; start, stop: the line in it.
        start: where the line begins.
        stop: where it ends.
        numbered: False reads no number before a day or month as a mark: `1、2日` are two days then.

    >>> mark_at("△县文化馆举办书法展。", 0, 11).kind
    'same-day'
    >>> mark_at("四、新基地竣工。", 0, 8).number
    4
    >>> mark_at("2月9日,我区召开会议。", 0, 12) is None
    True
    """
    found = _mark().match(text, start, stop)
    if found is None or found.end("tail") == start:
        return None
    sign, dash, number = found["sign"], found["dash"], found["number"]
    if number is not None:
        value = next(found[name] for name in ("arabic", "inner", "han", "ordinal", "circled") if found[name])
        if not numbered and _day_list().match(text, start, stop):
            return None
        style = number.replace(value, "N", 1).replace(" ", "") if found["circled"] is None else "①"
        style += "" if value.isdecimal() or found["circled"] else "一"
        return Mark("number", number.strip(), style, _count(value), start, found.end())
    if sign is not None or dash is not None:
        text_ = sign or dash
        return Mark(_kinds().get(text_, "bullet"), text_, text_, None, start, found.end())
    if found["hash"] is not None:
        level = found["hash"].strip()
        return Mark("heading", level, level, None, start, found.end())
    return None  # only bold signs: no mark


@cache
def _day_list() -> Pattern[str]:
    return verbose(
        rf"\d{{1,2}} [ ]? 、 [ ]? \d{{1,2}} [ ]? [日月] | [{_HAN_DIGITS}]{{1,2}} 、 [{_HAN_DIGITS}]{{1,2}} [日月]"
    )


_CIRCLED = "㈠❶⒈⑴①"
"""The first of each row of circled numbers, highest code point first."""


def _count(value: str) -> int | None:
    """The number of a mark."""
    if value.isdecimal() and value.isascii():
        return int(value)
    if value[0] in _HAN_DIGITS + "百":
        return _han(value)
    return next(ord(value) - ord(first) + 1 for first in _CIRCLED if value >= first)


def _han(value: str) -> int | None:
    hundreds, _, rest = value.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    total = (_HAN_DIGITS.find(hundreds) + 1) * 100 if hundreds else 0
    total += ((_HAN_DIGITS.find(tens) + 1) or 1) * 10 if ten else 0
    return total + (_HAN_DIGITS.find(ones) + 1 if ones else 0) or None


def is_numbered(marks: Iterable[Mark | None]) -> bool:
    """Whether Arabic numbers count up from line to line: 1、 then 2、. One such line alone proves nothing.

    >>> lines = ["1、7月15日,解放。", "2、秋,招生。"]
    >>> is_numbered(mark_at(line, 0, len(line)) for line in lines)
    True
    """
    last: dict[str, int] = {}
    for mark in marks:
        if mark is None or mark.number is None:
            continue
        if last.get(mark.style) == mark.number - 1:
            return True
        last[mark.style] = mark.number
    return False


# ---------------------------------------------------------------------------------------------------------------- heads

_BRACKETS = {"【": "】", "[": "]", "［": "］", "(": ")", "（": "）", "〔": "〕", "〖": "〗", "『": "』", "「": "」"}


@cache
def _date_starts() -> frozenset[str]:
    """The characters a date may begin with: a gate before anything is read."""
    named = (*words("date_words"), *words("eras"), *words("holidays"))
    return frozenset("0123456789一二三四五六七八九十〇○零廿卅元正腊冬春夏秋初仲早暮深盛公年月上中下首第QＱ【[") | {
        word[0] for word in named
    }


@cache
def _behind() -> Pattern[str]:
    return verbose(any_of(words("entry_heads", role="behind")))


@cache
def _tail() -> Pattern[str]:
    return verbose(rf"{any_of(words('entry_heads', role='tail'))} (?= [,，、:：\s] )")


WEEKDAY = "(?: 星期 | 周 | 礼拜 ) [一二三四五六日天]"


@cache
def _weekday_first() -> Pattern[str]:
    """A weekday before its date: 周三(5月29日)."""
    return verbose(rf"{WEEKDAY} [ ,，]? (?= [(（]? \d )")


@cache
def _gap() -> Pattern[str]:
    """What may stand between a date and the text."""
    return verbose(rf"""
        (?P<note> [ ,，/|]? {WEEKDAY} (?= [\s,，、:：|)）】\]*] | $ )
          | [ ]? [(（] (?: {any_of(words("entry_heads", role="note"))} | 1[89]\d\d | 20\d\d ) [^()（）\n]{{0,16}} [)）] )*+
        (?: {_tail().pattern} )?+
        \*{{0,2}}
        (?P<gap> (?: [\s,，、:：|;；。] | [—–―─－\-~～]{{1,3}} (?! \d ) | [.．·] (?! \d ) ){{0,12}}+ )
        \*{{0,2}}
    """)


def head_at(
    text: str,
    start: int,
    stop: int,
    at: SpanMaker = Span,
    context: DateContext = NOTHING,
    *,
    numbered: bool = True,
    short: bool = False,
    inside: bool = False,
) -> Head | None:
    """The head of the item that begins at `start`, None if there is neither a mark nor a date.

    Args:
        text: clean text.
        start: where the line or sentence begins.
        stop: where its line ends.
        at: makes the spans of the date.
        context: what is known about year, month and the date before.
        numbered: as for `mark_at`.
        short: whether 5.22 or 05-06 is a day here.
        inside: whether the place is inside a paragraph, where `12月底前,要完成` opens nothing.

    >>> head = head_at("△2月9日,我区召开会议。", 0, 13)
    >>> head.mark.text, head.when.edtf, "△2月9日,我区召开会议。"[head.stop:]
    ('△', 'XXXX-02-09', '我区召开会议。')
    >>> head_at("我区召开会议。", 0, 7) is None
    True
    """
    mark = mark_at(text, start, stop, numbered=numbered)
    at_date = mark.stop if mark else start
    at_date += 2 if mark is None and text.startswith("**", start) else 0
    if (weekday := _weekday_first().match(text, at_date, stop)) is not None:
        at_date = weekday.end()
    close = _BRACKETS.get(text[at_date : at_date + 1]) if at_date < stop else None
    opened = at_date + (1 if close else 0)
    read = _date(text, opened, stop, at, context, short)
    if read is None:
        return Head(start, mark.stop, mark, None, start, start) if mark else None
    when, end = read
    behind = end
    if close:
        note = _gap().match(text, end, stop)
        behind = note.end("note") if note and note["note"] else end
        if text[behind : behind + 1] != close:
            return Head(start, mark.stop, mark, None, start, start) if mark else None
        behind += 1
    elif _behind().match(text, end, stop) and (inside or not _tail().match(text, end, stop)):
        return Head(start, mark.stop, mark, None, start, start) if mark else None
    gap = _gap().match(text, behind, stop)
    body, between = (gap.end(), gap["gap"]) if gap else (behind, "")
    if mark is None and text[body : body + 1] in _kinds():
        mark = mark_at(text, body, stop)  # 5日 △区委开会
        body = mark.stop if mark else body
    return Head(start, body, mark, when, opened, end, between)


def _date(
    text: str, start: int, stop: int, at: SpanMaker, context: DateContext, short: bool = False
) -> tuple[When, int] | None:
    if start < stop and text[start] == "清" and text.startswith(words("eras"), start + 1):
        start += 1
    if start >= stop or text[start] not in _date_starts():
        return None
    read = dates.read_at(text, start, at, context, short=short)
    if read is None or read[1] > stop or read[0].start == read[0].end == _NO_DATE:
        return None
    return read


_NO_DATE = PartialDate()
"""What 同日 is where no date stands above."""


@cache
def _line_rest() -> Pattern[str]:
    """What may stand behind the date of a line that is nothing but a date."""
    return verbose(rf"""
        (?: [ ]? [/|·,，]? [ ]? (?: 星期 | 周 | 礼拜 ) [一二三四五六日天]
          | [ ]? [(（] (?: {any_of(words("entry_heads", role="note"))} | 1[89]\d\d | 20\d\d ) [^()（）\n]{{0,16}} [)）] )*+
        (?: 份 | 度 )?+ [\s:：】\])）*\#。|—–-]{{0,8}} $
    """)


LONGEST_DATE = 40
"""A line longer than this is no date alone."""


def date_line(text: str, start: int, stop: int, at: SpanMaker = Span, context: DateContext = NOTHING) -> Head | None:
    """The head that a line consists of when it is a date and nothing else; None for any other line.

    >>> date_line("## 2020年1月7日 星期二", 0, 16).when.edtf
    '2020-01-07'
    >>> date_line("1月7日,大雪。", 0, 8) is None
    True
    """
    if stop - start > LONGEST_DATE:
        return None
    mark = mark_at(text, start, stop)
    opened = mark.stop if mark else start
    while opened < stop and text[opened] in "【[［(（〔〖*—–- 　":
        opened += 1
    read = _date(text, opened, stop, at, context)
    if read is None:
        return None
    when, end = read
    rest = _line_rest().match(text[end:stop])
    return Head(start, stop, mark, when, opened, end) if rest else None


@cache
def _bare_number() -> Pattern[str]:
    return verbose(r"(?P<number> \d{1,4} ) [ \t]+ (?= \p{Han} | [“《] )")


def damaged_head(
    text: str, start: int, stop: int, at: SpanMaker = Span, context: DateContext = NOTHING
) -> tuple[Head, str, str] | None:
    """The head whose date is damaged (912 for 9月12日, 4月8—Po日), with code and message of the issue; None if there is none.

    A row of digits is only read where it fits behind the date above: 110 is a telephone number otherwise.

    >>> head, code, _ = damaged_head("9月15曰,新校开学。", 0, 11)
    >>> head.when.edtf, code
    ('XXXX-09-15', 'date.damaged')
    """
    mark = mark_at(text, start, stop)
    opened = mark.stop if mark else start
    read = dates.read_damaged_at(text, opened, at, context)
    if read is None or read[1] > stop:
        return None
    when, end, code, message = read
    sound = _date(text, opened, stop, at, context)
    if sound is not None and sound[1] >= end:
        return None
    above = context.previous.end if context.previous is not None else PartialDate(context.year, context.month)
    row = "月" not in when.written
    if row and (above.month is None or when.start.month is None or not 0 <= when.start.month - above.month <= 2):
        return None
    gap = _gap().match(text, end, stop)
    body, between = (gap.end(), gap["gap"]) if gap else (end, "")
    return Head(start, body, mark, when, opened, end, between), code, message


@cache
def _short() -> Pattern[str]:
    return verbose(r"(?: 0?[1-9] | 1[0-2] ) [-./] (?: 0?[1-9] | [12]\d | 3[01] ) (?= [\s,，:：] )")


def short_dates(lines: Iterable[str]) -> bool:
    """Whether lines open with month and day alone: `05-06 农展会开幕`. One such line proves nothing (3.15 晚会).

    >>> short_dates(["05-06 农展会开幕。", "05-09 农展会闭幕。"])
    True
    """
    return sum(_short().match(line) is not None for line in lines) >= 2


def bare_numbers(lines: Iterable[str]) -> Bare:
    """What numbers alone at line heads mean: years, or days that mostly go up and do not merely count the lines.

    >>> bare_numbers(["2 我市举行运动会。", "4 市委调研。", "7 平台开通。"])
    'day'
    >>> bare_numbers(["2014 完成改造。", "我市举行运动会。"])
    'year'
    """
    numbers = [int(found["number"]) for line in lines if (found := _bare_number().match(line))]
    if not numbers:
        return ""
    if all(1000 <= number <= 2100 for number in numbers):
        return "year"
    if len(numbers) < 3 or max(numbers) > 31 or numbers == list(range(1, len(numbers) + 1)):
        return ""
    ups = sum(a <= b for a, b in itertools.pairwise(numbers))
    return "day" if ups >= 0.7 * (len(numbers) - 1) else ""


def bare_head(
    text: str, start: int, stop: int, meaning: Bare, at: SpanMaker = Span, context: DateContext = NOTHING
) -> Head | None:
    """The head that a number alone makes, read as `bare_numbers` says; None where no such number stands.

    >>> bare_head("2014 完成改造。", 0, 10, "year").when.edtf
    '2014'
    """
    found = _bare_number().match(text, start, stop) if meaning else None
    if found is None:
        return None
    number = int(found["number"])
    if meaning == "year":
        date, inherited = PartialDate(number), frozenset[str]()
    else:
        date = PartialDate(context.year, context.month, number)
        inherited = frozenset(
            part for part, known in (("year", context.year), ("month", context.month)) if known is not None
        )
    stop_ = found.end("number")
    when = When(date, date, meaning or "day", inherited, found["number"], at(start, stop_))
    return Head(start, found.end(), None, when, start, stop_, text[stop_ : found.end()])


# ------------------------------------------------------------------------------------------------- inside a paragraph


@cache
def _opening() -> Pattern[str]:
    """Behind the end of a sentence: something that may open a further item; or a quotation mark or bracket."""
    return verbose(rf"""
        (?P<sign> [“”()（）] )
      | (?<= [。;；!！?？\n] | [。!！?？] [”)）] ) [ 　]*+
        (?P<at> (?= \d{{1,4}} [ ]? (?: [年月日] | [-—–~～至到、] [ ]? \d{{1,2}} [ ]? [日月] )
                  | [{_HAN_DIGITS}]{{1,3}} [月日] | [一二〇○零九八七六五四三]{{4}} 年 | 元月 | [春夏秋冬] [季天]? [,，]
                  | [上中下] 旬 | 月 [初中底末] [,，]
                  | {any_of(words("entry_heads", role="opens"))} (?: \d | [,，、 ] | \p{{Han}} )
                  | {any_of(_kinds())} ) )
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
        if each["sign"] is not None:
            marks.append(each.start())
            closers.append(each["sign"] in "”)）")
        elif (place := each.start("at")) > start:
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
    read = _date(text, opened, closed, at, context)
    return (read[0], found.start() + shift, read[1]) if read and read[1] == closed else None
