"""Heads: a mark, a date and what stands around them at the beginning of an item."""

from __future__ import annotations

from functools import cache
from re import Pattern

from attrs import frozen

from chronicle_parse.fields import dates
from chronicle_parse.fields.dates import DateContext
from chronicle_parse.formats.items.marks import Mark, kinds, mark_at
from chronicle_parse.lexicon import words
from chronicle_parse.model import PartialDate, Span, SpanMaker, When
from chronicle_parse.patterns import any_of, verbose

NOTHING = DateContext()
"""Nothing is known about year, month or the date before."""


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


COUNTER = r"""
    (?: [万亿级条余] | 个 (?! [人体] ) | 户 (?! [外籍] ) | 名 (?! [家师人优] ) | 次 (?! 日 ) | 座 (?! 谈 ) | 元 (?! [旦宵] ) | 项 (?! 目 )
      | 岁 (?! 末 ) | 多 (?! [部地] ) | 家 (?! [庭长] ) | 所 (?! [有在] ) | 人 (?! [大民才社事武工口行] ) )
"""
"""What makes an amount of a number parted from it by a blank: 12 个乡镇, 1200 名学生; but not 12 名师讲堂开讲."""

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
def _planned() -> Pattern[str]:
    """What is announced has not happened: 6月1日,新馆将开放."""
    return verbose(rf"[^。;；,，]{{0,5}}? {any_of(words('entry_heads', role='planned'))} (?! [军领士帅] )")


@cache
def _became() -> Pattern[str]:
    """What became of the work told of before, right behind the date and without a word on what it is: 7月底完工,…."""
    return verbose(
        rf"(?: 全[部线面]? | 正式 | 建成 | 竣工 )? {any_of(words('entry_heads', role='outcome'))} [,，。;；]"
    )


@cache
def _tail() -> Pattern[str]:
    return verbose(rf"{any_of(words('entry_heads', role='tail'))} (?= [,，、:：\s] )")


WEEKDAY = "(?: 星期 | 周 | 礼拜 ) [一二三四五六日天]"


@cache
def _weekday_first() -> Pattern[str]:
    """A weekday before its date: 周三(5月29日)."""
    return verbose(rf"{WEEKDAY} [ ,，]? (?= [(（]? \d )")


@cache
def lead() -> Pattern[str]:
    """What may stand in front of the date of a head: 当地时间, 时间:, the 自 of 自7月1日起, or the day in the other calendar: 农历正月十五(2月17日)."""
    return verbose(rf"""
        (?: {any_of(words("entry_heads", role="lead"))} [ ,，]? | [自从] (?= [^\s,，。;；]{{2,14}} 起 [,，] ) ) (?= \d )
      | {any_of(words("entry_heads", role="calendar"))} \p{{Han}}{{2,8}} (?= [(（] \d )
      | {any_of(words("record_labels", kind="when"))} [ ]* [:：] [ ]* (?= \d )
    """)


@cache
def _note() -> str:
    """A remark in brackets behind a date: its other calendar, its year or weekday, or what the day is called."""
    known = any_of(words("entry_heads", role="note"))
    return rf"""
        [(（] (?: (?: {known} | 1[89]\d\d | 20\d\d ) [^()（）\n]{{0,16}}
          | [甲乙丙丁戊己庚辛壬癸] [子丑寅卯辰巳午未申酉戌亥] 年? | \p{{Han}}{{2,10}} (?: 节 | (?<! [今昨明当同次] ) 日 ) ) [)）]
    """


@cache
def gap_behind() -> Pattern[str]:
    """What may stand between a date and the text."""
    return verbose(rf"""
        (?P<note> [ ,，/|]? {WEEKDAY} (?= [\s,，、:：|)）】\]*] | $ )
          | [ ]? {_note()} )*+
        (?: {_tail().pattern} )?+
        \*{{0,2}}
        (?P<gap> (?: [\s,，、:：|;；。→➔➜►▶丨] | [—–―─－\-~～]{{1,3}} (?! \d ) | [.．·] (?! \d ) ){{0,12}}+ )
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
    glued: bool = False,
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
        glued: whether 冬全县开办冬学 opens with a season here.
        inside: whether the place is inside a paragraph, where `12月底前,要完成` and `6月1日,新馆将开放` open nothing.

    >>> head = head_at("△2月9日,我区召开会议。", 0, 13)
    >>> head.mark.text, head.when.edtf, "△2月9日,我区召开会议。"[head.stop:]
    ('△', 'XXXX-02-09', '我区召开会议。')
    >>> head_at("我区召开会议。", 0, 7) is None
    True
    """
    mark = mark_at(text, start, stop, numbered=numbered)
    undated = Head(start, mark.stop, mark, None, start, start) if mark else None
    at_date = _at_date(text, mark.stop if mark else start, stop, bold=mark is None)
    close = _BRACKETS.get(text[at_date : at_date + 1]) if at_date < stop else None
    opened = at_date + (1 if close else 0)
    read = read_date(text, opened, stop, at, context, short or close is not None, glued)
    if read is None:
        return undated
    when, end = read
    behind = _behind_date(text, end, stop, close, inside=inside)
    if behind is None:
        return undated
    gap = gap_behind().match(text, behind, stop)
    body, between = (gap.end(), gap["gap"]) if gap else (behind, "")
    if inside and (_planned().match(text, body, stop) or (body == end and _became().match(text, body, stop))):
        return None
    if mark is not None and mark.kind == "same-day" and when.precision == "year" and body == end:
        return undated  # why: △2023年工作会议召开 is of the day above
    if mark is None and text[body : body + 1] in kinds():
        mark = mark_at(text, body, stop)  # 5日 △区委开会
        body = mark.stop if mark else body
    return Head(start, body, mark, when, opened, end, between)


def _at_date(text: str, start: int, stop: int, *, bold: bool) -> int:
    """Where the date of a head begins, behind what may stand in front of it: **, a weekday, 当地时间."""
    start += 2 if bold and text.startswith("**", start) else 0
    found = _weekday_first().match(text, start, stop) or lead().match(text, start, stop)
    return found.end() if found else start


def _behind_date(text: str, end: int, stop: int, close: str | None, *, inside: bool) -> int | None:
    """Where a date ends with the bracket that closes it; None where it opens nothing: its bracket stays open, or 3月5日前."""
    if close is None:
        opens_nothing = _behind().match(text, end, stop) and (inside or not _tail().match(text, end, stop))
        return None if opens_nothing else end
    note = gap_behind().match(text, end, stop)
    behind = note.end("note") if note and note["note"] else end
    return behind + 1 if text[behind : behind + 1] == close else None


def read_date(
    text: str, start: int, stop: int, at: SpanMaker, context: DateContext, short: bool = False, glued: bool = False
) -> tuple[When, int] | None:
    """The date at a place where one may stand, None for none or for a 同日 without a date above."""
    if start < stop and text[start] in _DYNASTIES and (dynasty := _dynasty().match(text, start, stop)) is not None:
        start = dynasty.end()
    if start >= stop or text[start] not in _date_starts():
        return None
    read = dates.read_at(text, start, at, context, short=short, glued=glued)
    if read is None or read[1] > stop or read[0].start == read[0].end == _NO_DATE:
        return None
    return read


_DYNASTIES = frozenset("清明元宋北南唐隋")


@cache
def _dynasty() -> Pattern[str]:
    """The dynasty and the emperor in front of an era: 清光绪二十四年, 宋仁宗庆历四年."""
    return verbose(
        rf"{any_of(words('entry_heads', role='dynasty'))} (?: \p{{Han}}{{1,2}} [宗祖帝] )? (?= {any_of(words('eras'))} )"
    )


_NO_DATE = PartialDate()
"""What 同日 is where no date stands above."""


@cache
def _line_rest() -> Pattern[str]:
    """What may stand behind the date of a line that is nothing but a date."""
    return verbose(rf"""
        (?: [ ]? [/|·,，]? [ ]? (?: 星期 | 周 | 礼拜 ) [一二三四五六日天]
          | [ ]? {_note()}
          | [ ]? [/|·,，]? [ ]? {any_of(words("entry_heads", role="calendar"))} \p{{Han}}{{2,8}} )*+
        (?: 份 | 度 )?+ [\s:：】\])）*\#。|—–-]{{0,8}} $
    """)


LONGEST_DATE = 40
"""A line longer than this is no date alone."""


def date_line(
    text: str, start: int, stop: int, at: SpanMaker = Span, context: DateContext = NOTHING, *, short: bool = False
) -> Head | None:
    """The head that a line consists of when it is a date and nothing else; None for any other line.

    >>> date_line("## 2020年1月7日 星期二", 0, 16).when.edtf
    '2020-01-07'
    >>> date_line("1月7日,大雪。", 0, 8) is None
    True
    """
    if stop - start > LONGEST_DATE:
        return None
    mark = mark_at(text, start, stop)
    opened = _at_date(text, mark.stop if mark else start, stop, bold=False)
    while opened < stop and text[opened] in "【[［(（〔〖*—–- 　":
        opened += 1
    read = read_date(text, opened, stop, at, context, short)
    if read is None:
        return None
    when, end = read
    rest = _line_rest().match(text[end:stop])
    return Head(start, stop, mark, when, opened, end) if rest else None
