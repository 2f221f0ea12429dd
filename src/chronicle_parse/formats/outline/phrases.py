"""Phrases: where a title ends in running text, and whether a text holds an amount."""

from __future__ import annotations

from functools import cache
from re import Pattern

from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose

LONGEST = 48
"""Characters of a title; what is longer is a sentence."""
CLAUSE = 24
"""Characters of a title that is cut off at a comma."""
LABEL = 10
"""Characters of a title that is cut off at a colon."""
LABELS = 3
"""So many lines of one kind must open with a label before it is a heading."""


@cache
def _stop() -> Pattern[str]:
    return verbose(r"[。；;！!？?]")


@cache
def _comma() -> Pattern[str]:
    return verbose(r"[,，]")


@cache
def _colon() -> Pattern[str]:
    return verbose(r"[:：]")


@cache
def _label() -> Pattern[str]:
    """A label with a text behind it: 交通出行：高铁里程210公里; a figure right behind it is its value."""
    return verbose(r"(?P<title> [\p{Han}A-Za-z、]{2,10}+ ) [:：] \s? (?= (?: [^\s\d] | \d{4}年 ) .{11} )")


@cache
def _space() -> Pattern[str]:
    """A blank between two words: where a line break was lost behind a title."""
    return verbose(r"(?<= \p{Han} ) [ \u3000]+ (?= \p{Han} )")


@cache
def _glue() -> tuple[str, str, str]:
    """Verbose patterns for titles that the next sentence stands right behind.

    Of the period that such a title opens with, of a topic in it, and of what opens the sentence behind it.
    """
    named = any_of([*words("report_headings", stands="heading"), *words("outline_words", use="part")])
    topic = rf"(?: {named} (?: [和及与暨、] [^,，。；;:：\n]{{0,14}}? {named} )? )"
    year = r"(?: (?:19|20)\d\d | [一二][九〇○零][〇○零一二三四五六七八九]{2} ) 年"
    plan = rf'[“"]? {any_of(words("five_year_plans"))} [”"〞]? (?: 期间 | 时期 | 以来 | 规划 )'
    period = rf"(?: (?: 刚刚过去的 | 刚过去的 | 回顾 )? (?: {year} | {plan} | {any_of(words('report_periods'))} ) )"
    opens = any_of([word for use in ("address", "opens") for word in words("outline_words", use=use)])
    return period, topic, rf"(?: {period} | {opens} )"


@cache
def _glued() -> Pattern[str]:
    """A title that names the review or the plan, with the next sentence right behind it: 2022年工作回顾刚刚过去的2022年.

    why: copies of reports on one line, without the line breaks and blanks that ended their titles
    """
    _, topic, opens = _glue()
    return verbose(rf"(?P<title> [^,，。；;:：\n]{{0,24}}? {topic} ) (?= {opens} )")


@cache
def glued_part() -> Pattern[str]:
    """Such a title without a marker, behind a sentence: …提出意见。2019年工作回顾2019年,是…."""
    period, topic, opens = _glue()
    return verbose(rf"[。！!] \s? (?P<title> {period} [^,，。；;:：\n]{{0,12}}? {topic} ) (?= {opens} )")


@cache
def _figure() -> Pattern[str]:
    """An amount: no year, no day, no number inside a name (5G, PM2.5, 1+10+N)."""
    return verbose(r"""
        (?<! [\d.A-Za-z+“] ) \d [\d.,]{0,40}+ \s* (?: [%％‰万亿千百余多] | (?! [年月日号届次版] ) \p{Han} )
        | 百分之 | [一二两三四五六七八九][百千万亿][一二两三四五六七八九十零] | [二两三四五六七八九十][百千]?[万亿](?! 五 )   # in Chinese numerals
    """)


def figured(text: str, start: int = 0, stop: int | None = None) -> bool:
    """Whether the range holds an amount.

    >>> figured("新增停车位10万个"), figured("改造危房八千三百间"), figured("2021年工作回顾"), figured("5G建设")
    (True, True, False, False)
    """
    return _figure().search(text, start, len(text) if stop is None else stop) is not None


def first_stop(text: str, start: int, stop: int) -> int | None:
    """Where the first sentence of the range ends, None if nothing ends in it."""
    found = _stop().search(text, start, stop)
    return found.start() if found else None


def clauses(text: str, start: int, stop: int) -> int:
    """How many clauses the commas of a range make."""
    return len(_comma().findall(text, start, stop)) + 1


def label(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """Where the label that opens a range ends and the text behind it begins; None if it opens with none.

    >>> label("交通出行：高铁营业里程210公里。", 0, 18), label("生产总值：1894亿元，增长5%", 0, 17)
    ((4, 5), None)
    """
    found = _label().match(text, start, stop)
    return None if found is None else (found.end("title"), found.end())


def cut(text: str, start: int, stop: int, *, commas: bool = True) -> tuple[int, int] | None:
    """Where the title that opens a range ends and the text behind it begins; None if the range opens with a statement.

    The title is the first sentence, or its first clause (if `commas`) where the details follow in the same sentence.

    >>> text = "慎终如始抓防控，群众安康得到有力守护。建成实验室3个。"
    >>> text[:cut(text, 0, len(text))[0]]
    '慎终如始抓防控，群众安康得到有力守护'
    >>> text = "在产业升级上下功夫，新增规上企业10户、龙头企业4家；"
    >>> text[:cut(text, 0, len(text))[0]]
    '在产业升级上下功夫'
    >>> cut("新增停车位10万个。", 0, 10) is None
    True
    """
    if glued := _glued().match(text, start, min(stop, start + LONGEST)):
        return glued.end(), glued.end()
    found = _stop().search(text, start, stop)
    end, after = (found.start(), found.end()) if found else (stop, stop)
    space = _space().search(text, start, min(end, start + LONGEST))
    if space and found and space.start() - start >= 3 and not figured(text, start, space.start()):
        return space.start(), space.end()
    colon = _colon().search(text, start, end)
    if colon:
        # why: 1.农业方面：… has a title, ●存在不足：… and 1.“双随机”：指… state or define something
        named = commas and colon.start() - start <= LABEL and colon.end() < stop and text[start] not in '“"《'
        return (colon.start(), colon.end()) if named and not text.startswith("指", colon.end()) else None
    comma = _comma().search(text, start, end)
    if comma is None:
        return (end, after) if end - start <= LONGEST and not figured(text, start, end) else None
    passage_behind = after < stop - 3
    detailed = (
        figured(text, start, end)
        or clauses(text, comma.end(), end) > (2 if passage_behind else 1)
        or end - start > LONGEST - 8
    )
    if not detailed:
        return end, after
    if not commas or comma.start() - start > CLAUSE or figured(text, start, comma.start()):
        return None
    second = _comma().search(text, comma.end(), end)
    if second and second.start() - comma.end() == comma.start() - start and not figured(text, start, second.start()):
        return (
            second.start(),
            second.end(),
        )  # why: two clauses of one length are one title: 抓项目，促发展，完成投资6亿元
    return comma.start(), comma.end()


def plain(title: str) -> str:
    r"""A title without line breaks, emphasis, final punctuation and the blanks of spaced-out letters.

    >>> plain("加快转型，\n推动发展。"), plain("2 0 2 3年 工作 回顾")
    ('加快转型，推动发展', '2023年工作回顾')
    """
    joined = "".join(part.strip() for part in title.split("\n")).strip(" \u3000\t。；;：:，,*_#")
    words = joined.split()
    return "".join(words) if len(words) > 2 and max(map(len, words)) <= 2 else joined
