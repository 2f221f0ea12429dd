"""How much a page looks like a chronicle, and why. No date is read for it: the shapes of line heads are enough."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from functools import cache
from re import Pattern

from chronicle_parse.formats.activity import classify
from chronicle_parse.formats.chronicle.front import HEAD, dateish, title_words
from chronicle_parse.formats.chronicle.layout import Layout, Look, is_alone, look
from chronicle_parse.formats.items import openings
from chronicle_parse.formats.page import Page
from chronicle_parse.lexicon import rows, words
from chronicle_parse.model import Activity
from chronicle_parse.patterns import any_of, verbose

ENOUGH = 400
"""So many lines are looked at; a long chronicle does not change its mind."""


FEW = 4
"""Fewer dates than this prove little."""

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


Weighed = tuple[float, str]
"""Points or the share of the score that is left, and the reason."""


def score(page: Page) -> tuple[float, tuple[str, ...]]:
    """How much the page looks like a 大事记."""
    layout = look(page, ENOUGH)
    looks = _told(layout.looks)
    if not looks:
        return 0.0, ()
    opened = sum(each.dated for each in looks)
    if 0 < opened < FEW:
        opened += _inline(page, layout)
    titles = _titles(page, layout)
    title = next((text for text in titles if title_words().search(text)), None)
    points = list(_points(layout, looks, opened, title))
    if not points:
        return 0.0, ()
    doubts = list(_doubts(page, layout, opened))
    if title is None:
        doubts = [*_doubts_of_titles(titles), *doubts, *_doubts_of_lines(layout)]
    total = sum(worth for worth, _ in points) * math.prod(share for share, _ in doubts)
    return min(total, 1.0), tuple(reason for _, reason in (*points, *doubts))


def _told(looks: Sequence[Look]) -> Sequence[Look]:
    """The lines without the menu above them and the dates below them: one with nothing below is the date of a letter."""
    last = max((at for at, each in enumerate(looks, 1) if not is_alone(each)), default=0)
    return list(itertools.dropwhile(_is_menu, looks[:last]))


def _points(layout: Layout, looks: Sequence[Look], opened: int, title: str | None) -> Iterator[Weighed]:
    """What speaks for a chronicle."""
    days = 0
    if opened >= 2 or (title is not None and opened):
        # why: one or two dated paragraphs make a news story; many, or most of the page, make a chronicle
        share = min(1.0, opened / len(looks) / 0.6)
        yield (
            0.15 + 0.6 * share * min(1.0, opened / FEW),
            f"{opened} dates open the {len(looks)} lines or sentences in them",
        )
        if alone := sum(map(is_alone, looks)):
            yield 0.0, f"{alone} of them are a date alone"
    elif layout.dated_last:
        yield 0.5, "paragraphs end with their date in brackets"
    elif days := _numbered_days(layout):
        yield 0.4, f"{days} numbered lines tell of a day"
    told = opened >= 2 or (title is not None and opened) or layout.dated_last or days
    if told and (spread := _months(layout)) >= 3:
        yield 0.1, f"the days lie in {spread} different months"
    if title is not None:
        yield 0.35, f"the title {title!r} is that of a chronicle"


def _doubts(page: Page, layout: Layout, opened: int) -> Iterator[Weighed]:
    """What speaks against a chronicle though dates open its lines, whatever its title."""
    if _speech().search(page.text, 0, 4000):
        yield 0.5, "but it addresses its hearers like a report"
    if (stories := _stories(layout)) > 0.5 * opened:
        yield 0.6, f"but {stories} dated lines are headlines with a story below"
    dated = _dated(layout)
    stretches = sum(_stretch().match(each.text) is not None for each in dated)
    if stretches > 0.5 * len(dated):
        yield 0.3, f"but {stretches} of the dates are stretches of years, as in the story of a life"


def _doubts_of_titles(titles: Sequence[str]) -> Iterator[Weighed]:
    """The titles of other bulletins, and of lists that are none."""
    if (other := next((text for text in titles if _other_title().search(text)), None)) is not None:
        yield 0.4, f"but {other!r} is the title of another kind of bulletin"
    for text in titles:
        if found := _other_list().search(text):
            says = next(row["says"] for row in rows("other_lists") if row["word"] == found["word"])
            yield 0.3, f"but the dates below {text!r} say {says}"
            return


def _doubts_of_lines(layout: Layout) -> Iterator[Weighed]:
    """What the lines of a page without the title of a chronicle tell of."""
    told = [each for each in layout.looks if not is_alone(each)]
    if (own := sum(_own().search(each.text) is not None for each in told)) > max(1, 0.5 * len(told)):
        yield 0.3, f"but {own} lines speak in the first person"
    dated = _dated(layout)
    if not dated:
        return
    if all(not each.finished and len(_han().findall(each.text)) <= WORD for each in dated) and not _acts(dated):
        yield 0.3, "but hardly more than a word follows the dates"
    if sum(_han().search(each.text) is not None for each in dated) < 0.5 * len(dated):
        yield 0.1, "but the dated lines are not in Chinese"
    if (planned := sum(_planned().match(each.text) is not None for each in dated)) > max(1, 0.5 * len(dated)):
        yield 0.3, f"but {planned} of the dated lines tell of what is to come"


def _dated(layout: Layout) -> list[Look]:
    return [each for each in layout.looks if each.dated and not is_alone(each)]


def _acts(dated: Sequence[Look]) -> bool:
    """Whether most of some short lines tell of an act all the same: 3月5日 县委召开全会."""
    return sum(classify(each.text) is not Activity.OTHER for each in dated) > 0.5 * len(dated)


@cache
def _other_list() -> Pattern[str]:
    """The end of the title of another list, also as 关于…的通知 and with a remark behind it."""
    return verbose(
        rf"(?P<word> {any_of(words('other_lists'))} ) 表? (?: 的? (?: 通知 | 通告 | 公告 | 公示 | 公开 ) )? \s* (?: [(（][^()（）]*[)）] )? \s* [—–:：]* $"
    )


@cache
def _planned() -> Pattern[str]:
    """A date by which something must be done, or on which it will be: 10月15日前,完成…; 6月3日,诗会将举行."""
    return verbose(
        rf"[^。,，;；]{{2,16}}? (?: \d | 日 | 月底? | 旬 ) (?: 前 (?! 往 | 来 | 去 | 后 | 夕 ) | 之前 | 以前 ) | [^。;；]{{2,24}}? {any_of(words('entry_heads', role='planned'))} (?! [军领士帅] )"
    )


@cache
def _own() -> Pattern[str]:
    """The first person; 我县, 我省 and 我军 are a place's or a body's way to speak of itself."""
    return verbose(r"我 (?! [区市县省国州镇乡村院校局厅司公部军党办旗盟社街所方厂] | [们的] [区市县省国] )")


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
