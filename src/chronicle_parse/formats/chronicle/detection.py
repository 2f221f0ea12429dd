"""How much a page looks like a chronicle, and why. No date is read for it: the shapes of line heads are enough."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cache
from re import Pattern

from chronicle_parse.formats.chronicle.front import HEAD, dateish, title_words
from chronicle_parse.formats.chronicle.layout import Layout, Look, is_alone, look
from chronicle_parse.formats.items import openings
from chronicle_parse.formats.page import Page
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose

ENOUGH = 400
"""So many lines are looked at; a long chronicle does not change its mind."""


WORD = 9
"""A dated line with no more Chinese characters than this that is no sentence tells of nothing: 3月5日 多云 5℃~12℃."""

MENU = 12
"""The name of a part of a site is no longer than this."""


@cache
def _other_title() -> Pattern[str]:
    return verbose(any_of([*words("titles", format="work_report"), *words("titles", format="roundup")]))


@cache
def _inside() -> Pattern[str]:
    """A day inside a sentence."""
    return verbose(r"\d{1,2}月\d{1,2}日")


@cache
def _speech() -> Pattern[str]:
    """What is said in a report or speech and never in a chronicle."""
    return verbose(r"各位代表|同志们[:：]|一是.{2,80}?二是|今年主要预期目标|工作回顾")


def score(page: Page) -> tuple[float, tuple[str, ...]]:
    """How much the page looks like a 大事记."""
    layout = look(page, ENOUGH)
    looks = layout.looks
    while looks and is_alone(looks[-1]):
        looks = looks[:-1]  # why: a date with nothing below heads nothing, it is the date of a letter
    looks = tuple(itertools.dropwhile(_is_menu, looks))
    if not looks:
        return 0.0, ()
    opened = sum(each.dated for each in looks)
    share = opened / len(looks)
    total, reasons = 0.0, []
    titles = _titles(page, layout)
    titled = next((text for text in titles if title_words().search(text)), None)
    other = next((text for text in titles if _other_title().search(text)), None)
    if opened and opened < 4:
        opened += _inline(page, layout)
        share = min(1.0, opened / len(looks))
    if opened >= 2 or (titled and opened):
        # why: one or two dated paragraphs make a news story; many, or most of the page, make a chronicle
        total = 0.15 + 0.6 * min(1.0, share / 0.6) * min(1.0, opened / 4)
        reasons.append(f"{opened} dates open the {len(looks)} lines or sentences in them")
        if alone := sum(map(is_alone, looks)):
            reasons.append(f"{alone} of them are a date alone")
    elif layout.dated_last:
        total = 0.5
        reasons.append("paragraphs end with their date in brackets")
    elif days := _numbered_days(layout):
        total = 0.4
        reasons.append(f"{days} numbered lines tell of a day")
    if total and (spread := _months(layout)) >= 3:
        total += 0.1
        reasons.append(f"the days lie in {spread} different months")
    if titled:
        total += 0.35
        reasons.append(f"the title {titled!r} is that of a chronicle")
    elif other:
        total *= 0.4
        reasons.append(f"but {other!r} is the title of another kind of bulletin")
    for share_left, doubt in _doubts(page, layout, titled is not None, opened) if total else ():
        total *= share_left
        reasons.append(doubt)
    return min(total, 1.0), tuple(reasons) if total else ()


def _doubts(page: Page, layout: Layout, titled: bool, opened: int) -> Iterator[tuple[float, str]]:
    """What speaks against a chronicle though dates open its lines: the share of the score that is left, and the reason."""
    if _speech().search(page.text, 0, 4000):
        yield 0.5, "but it addresses its hearers like a report"
    if (stories := _stories(layout)) > 0.5 * opened:
        yield 0.6, f"but {stories} dated lines are headlines with a story below"
    dated = [each for each in layout.looks if each.dated and not is_alone(each)]
    stretches = sum(_stretch().match(each.text) is not None for each in dated)
    if stretches > 0.5 * len(dated):
        yield 0.3, f"but {stretches} of the dates are stretches of years, as in the story of a life"
    if not titled and dated and all(not each.finished and len(_han().findall(each.text)) <= WORD for each in dated):
        yield 0.3, "but hardly more than a word follows the dates"
    if not titled and sum(_han().search(each.text) is not None for each in dated) < 0.5 * len(dated):
        yield 0.1, "but the dated lines are not in Chinese"


@cache
def _stretch() -> Pattern[str]:
    """From one year to another: 1978年9月至1982年7月, 2005.06—今."""
    year = r"(?:19|20)\d\d (?: [年./-] \d{0,2} 月? )?"
    return verbose(rf"\W{{0,3}} {year} [ ]* [-—–~～至到]{{1,2}} [ ]* (?: {year} | 至?今 )")


@cache
def _han() -> Pattern[str]:
    """A Chinese character that is no sign of a date."""
    return verbose(r"\p{Han} (?<! [年月日] )")


def _is_menu(each: Look) -> bool:
    """Whether a line above the first date may be a name on the site's menu rather than text."""
    return not each.dated and not each.finished and len(each.text) <= MENU


def _titles(page: Page, layout: Layout) -> list[str]:
    """What may be the title: the one that was found, and short lines before the first date."""
    above = itertools.takewhile(lambda each: not each.dated, layout.looks[:HEAD])
    found = [page.title, layout.title, *(each.text for each in above if len(each.text) < 60 and "。" not in each.text)]
    return [text for text in found if text]


def _inline(page: Page, layout: Layout) -> int:
    """How many dates open a sentence inside the dated lines."""
    return sum(
        dateish().match(page.text, at) is not None
        for each in layout.looks
        if each.dated
        for at in openings(page.text, each.start, each.line.stop)
    )


@cache
def _month() -> Pattern[str]:
    return verbose(r"(?<! \d ) (?P<month> \d{1,2} | (?<! [一二三四五六七八九十] ) [一二三四五六七八九十]{1,2} ) 月")


def _months(layout: Layout) -> int:
    """In how many months the first days named by dated or numbered lines lie: a roundup tells of one week or month."""
    found = (_month().search(each.text) for each in layout.looks if each.dated or each.mark is not None)
    return len({each["month"] for each in found if each})


def _numbered_days(layout: Layout) -> int:
    """How many numbered lines tell of a day inside their sentence, where many do."""
    numbered = [each for each in layout.looks if each.mark is not None and each.mark.number is not None]
    days = sum(_inside().search(each.text) is not None for each in numbered)
    return days if days >= 2 and days >= 0.4 * len(numbered) else 0


def _stories(layout: Layout) -> int:
    """How many dated lines are headlines: no sentence, and a longer paragraph without a date below."""
    return sum(
        above.dated
        and not above.finished
        and not is_alone(above)
        and not below.dated
        and below.finished
        and len(below.text) > len(above.text)
        for above, below in itertools.pairwise(layout.looks)
        if not below.adjoins or layout.width == 0
    )
