"""Reads organisations: a body or a firm is found by how its name ends, and read back to where the name begins."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from re import Pattern

from chronicle_parse.fields.people.costs import word_class, word_costs
from chronicle_parse.fields.people.titles import office_at, tokens_before
from chronicle_parse.lexicon import rows, words
from chronicle_parse.model import Organisation, Span, SpanMaker
from chronicle_parse.patterns import any_of, compiled, verbose
from chronicle_parse.text import fold

LONGEST = 36
"""The name of an organisation has at most so many characters."""

_LEVEL = "省市县区州盟旗镇乡"
_SEAT_ENDS = frozenset("省市县区州盟旗镇乡村道园院校司团局厅部行国共")
_OF_THE_STATE = ("国家", "中国", "中央", "全国")
_GOES_ON = {
    "学": "习生期者说科员",
    "会": "议场上见谈员同费长址展标计商",
    "院": "长士子线落",
    "局": "长面部势域限",
    "部": "长门分署队件位",
    "办": "理公法事好学案主成展会",
    "委": "员托派任",
    "厅": "长级堂",
    "协": "议商调同作助力",
    "联": "合系动网盟谊通席赛防手",
    "行": "长业动为使政进驶程走人情",
    "团": "队结体员长圆聚支",
    "府": "邸",
    "盟": "员友主",
}
"""What shows that the last character of an ending begins another word: 大学|习, 科协|议."""


@cache
def _endings() -> Pattern[str]:
    """How names end: 市委, 区政府, 教育局, 有限公司; the longest first."""
    first, second = ("".join(sorted({word[at] for word in words("organisations")})) for at in (0, 1))
    return verbose(
        rf"""
        (?=[{first}{_LEVEL}街新自中][{second}委政人纪监两道区治共])     # a gate, for speed
        (?: (?P<seat> (?:[{_LEVEL}]|街道|新区|自治区|中共中央)     # the organs of state and party: 市委, 区人大常委会
            (?: 委常委会 | 委市?政府 | 委 | 政府 | 人大常委会 | 人大 | 政协常委会 | 政协 | 纪委监委 | 纪委 | 监委 | 两办 ) (?![员托派任组]) )
        | (?P<word> {any_of(words("organisations"))} ) )
        """
    )


@cache
def _stops() -> frozenset[str]:
    return (
        frozenset(words("before_organisations"))
        | frozenset(words("before_titles"))
        | {
            *(word for word in words("after_names") if len(word) > 1),
            *"的了着过",
        }
    )


@cache
def _kinds() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in rows("organisations")}


@cache
def _inner_verbs() -> frozenset[str]:
    """Verbs that the names of organisations hold: 建设, 管理."""
    return frozenset(words("organisation_verbs"))


@cache
def _border() -> Pattern[str]:
    """The last thing that the name of an organisation cannot hold."""
    return compiled(r"(?r)[，,。；;：:！!？?\s…—▲●◆■★△☆“”‘’《》()（）、]|[\d一二三四五六七八九十][年月日家所个次]")


@cache
def _short() -> Pattern[str]:
    """What an organisation is called from here on: (以下简称“中国汽研”)."""
    return compiled(r"[(（](?:以下)?(?:统)?简称[:：]?[“\"「](?P<short>[^”\"」\n]{2,12})[”\"」][)）]")


def scan(text: str, at: SpanMaker = Span) -> list[Organisation]:
    """All organisations of clean text, in order. One that is part of a person's title (市教育局局长…) is left to the title."""
    places = sorted({*_named(text), *_shortened(text)})
    found: list[tuple[int, int]] = []
    for start, stop in places:
        if found and start < found[-1][1]:
            if stop - start > found[-1][1] - found[-1][0]:
                found[-1] = (start, stop)
            continue
        found.append((start, stop))
    return [Organisation(text[start:stop], at(start, stop)) for start, stop in found]


def _named(text: str) -> Iterator[tuple[int, int]]:
    begun = floor = 0
    for ending in _endings().finditer(text):
        stop = ending.end()
        if text[stop : stop + 1] in _GOES_ON.get(text[stop - 1], ()) or office_at(text, stop) >= 0:
            continue
        start = _start(text, max(floor, stop - LONGEST), ending.start())
        if start == floor > 0 and stop - begun <= LONGEST:
            start = begun  # 上海浦东发展银行|股份有限公司|深圳分行
        if not _is_name(text[start : ending.start()], ending["word"]):
            continue
        yield start, stop
        begun, floor = start, stop


def _start(text: str, floor: int, ending: int) -> int:
    """Where the name begins whose ending begins at `ending`."""
    border = _border().search(text, floor, ending)
    start = ending
    for begin, stop in tokens_before(text, border.end() if border else floor, ending):
        word = text[begin:stop]
        if word in _stops() or (len(word) > 1 and word in word_class("v") and word not in _inner_verbs()):
            break
        start = begin
    return start


def _is_name(own: str, ending: str | None) -> bool:
    """Whether the words before an ending make a name of it."""
    if ending is None:
        return True  # 区委: the level is in the ending
    kind = _kinds()[ending]
    if kind == "body":
        return bool(own) or len(ending) >= 3
    if kind == "own":
        return len(own) >= 2
    if kind == "seat":
        return own[-1:] in _SEAT_ENDS or own[-2:] in word_class("ns") or own[-3:] in word_class("ns")
    if own[:1] in _LEVEL or own.startswith(_OF_THE_STATE):
        return len(own) >= 2
    if ending.endswith("有限公司") or ending.endswith("责任公司"):
        return len(own) >= 2
    known = word_costs()
    tokens = [own[begin:stop] for begin, stop in tokens_before(own, 0, len(own))]
    return len(own) >= 2 and any(token not in known or token in word_class("ns") for token in tokens)


def _shortened(text: str) -> Iterator[tuple[int, int]]:
    """Every further place of the short names that the text introduces."""
    if "简称" not in text:
        return
    shorts = {found["short"] for found in _short().finditer(text)}
    if shorts:
        for found in compiled(any_of(shorts)).finditer(text):
            yield found.span()


def find_organisations(text: str) -> tuple[Organisation, ...]:
    """All organisations of a raw text; spans refer to the text given.

    >>> [found.name for found in find_organisations("区委、市教育局与云海科技有限公司签约")]
    ['区委', '市教育局', '云海科技有限公司']
    >>> find_organisations("多家公司参加")
    ()
    """
    folded = fold(text)
    return tuple(scan(folded.text, folded.span_at))
