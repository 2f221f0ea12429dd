"""Which lines of a roundup are headings: by their words, by their brackets, and by how the page marks or counts them.

* `is_heading`    whether a short line is the heading of a section by what it says.
* `tells`         whether it tells of an act, as a headline does and a heading does not.
* `tells_again`   whether it says in short what the item below it says.
* `mark_headings` settles the lines that only the page as a whole shows to be headings: ◎某某, 二、调研走访, 01 重要会议, 1月9日 晴.
* `part_labels`   parts headings in brackets from the text behind them: 【市委】 9月14日,….
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from re import Pattern

from chronicle_parse.formats.activity import classify
from chronicle_parse.formats.page import Page, PageLine
from chronicle_parse.formats.roundup.units import CAPTION, SHORT, Unit
from chronicle_parse.lexicon import words
from chronicle_parse.model import Activity
from chronicle_parse.patterns import any_of, verbose


@cache
def _heading() -> Pattern[str]:
    """A heading by its words or brackets."""
    ends = any_of(words("section_headings", how="end"))
    return verbose(rf"""
        ^ [\W_]* (?: (?P<bracket> (?<= ^ [【〖] ) [^【】〖〗。]{{2,20}} (?= [】〗] $ ) )
        | [^。,，;；!！?？:：的]{{0,10}} {ends} (?: [(（] [^()（）]{{1,12}} [)）] )?
        | {any_of([*words("section_headings", how="whole"), *words("section_headings", how="office"), *words("section_headings", how="holder")])}
        | [^。,，;；!！?？:：]{{2,14}} 的? 这? 一 [周月天]
        | [^。,，;；!！?？:：]{{1,12}} {any_of(words("section_headings", how="place"))}
        | [^。,，;；!！?？:：\d]{{1,12}} {any_of(words("section_headings", how="office"))}
        | [^。,，;；!！?？:：\d]{{0,14}} {any_of(words("section_headings", how="holder"))} [ ]? (?: \p{{Han}} [ ]? [\p{{Han}}·]{{1,3}} )?
        ) [】〗\]]? [ ]* [:：]? $
    """)


@cache
def _colon() -> Pattern[str]:
    return verbose(r"^ [^。,，;；:：\d]{2,16} [:：] $")


def is_heading(text: str) -> bool:
    """Whether a short line is the heading of a section by what it says."""
    if len(text) > SHORT:
        return False
    found = _heading().match(text)
    if found is None:
        return _colon().match(text) is not None
    if found["bracket"] is not None or len(text) <= 6:
        return True
    return not tells(text)  # why: 调研城市更新工作 and 区委书记某某主持召开常委会会议 tell of an act


def tells(text: str) -> bool:
    """Whether a short line tells of an act, as a headline does and a heading does not."""
    return classify(text) is not Activity.OTHER


def tells_again(line: str, below: str) -> bool:
    """Whether most of a line comes back in the item below, as a headline does: 区委发放消费券 above 9日,区委发放消费券3万元.

    Short names come back without being headlines: 城关镇 above 城关镇召开….
    """
    pairs = [line[at : at + 2] for at in range(len(line) - 1)]
    return len(line) > 6 and sum(pair in below for pair in pairs) > 0.75 * len(pairs)


def mark_headings(page: Page, units: Sequence[Unit]) -> None:
    """Makes headings of the lines that the page as a whole shows to be such."""
    _diary(page, units)
    _month_in_brackets(units)
    _marked_headings(units)
    _numbered_headings(units)
    _outline_headings(units)


@cache
def _label() -> Pattern[str]:
    """A heading in brackets in front of its text: 【市委】 9月14日,…; anybody may be one in front of a date: 【王芳】3月1日,…."""
    return verbose(
        r"(?P<label> [【〖\[] (?P<name> [^【】〖〗\[\]。\d]{2,10} ) [】〗\]] ) [ \u3000]* (?= .{10} ) (?P<dated> (?= (?: \d{4}年 )? \d{1,2}月\d ) )?"
    )


def part_labels(lines: Sequence[tuple[PageLine, bool]]) -> list[tuple[PageLine, bool]]:
    """The lines, with headings in brackets parted from the text that follows them: where there are several, all different."""
    labels = [_label().match(line.text) for line, _ in lines]
    names = [found["name"] for found in labels if found]
    heads = sum(found["dated"] is not None or is_heading(found["name"]) for found in labels if found)
    if len(names) < 2 or len(set(names)) < len(names) or 2 * heads <= len(names):
        return list(lines)
    parted: list[tuple[PageLine, bool]] = []
    for (line, gap), found in zip(lines, labels, strict=True):
        if found is None:
            parted.append((line, gap))
            continue
        line.role = "entry"
        stop = line.start + found.end("label")
        parted.append((PageLine(line.start, stop, found["label"]), gap))
        parted.append((PageLine(line.start + found.end(), line.stop, line.text[found.end() :]), False))
    return parted


def _marked_headings(units: Sequence[Unit]) -> None:
    """Marks that stand before headings: ◎苏建为, ◎伊秋水 or ■党建, over items with another mark or none."""
    styles: dict[str, list[Unit]] = {}
    for unit in units:
        if unit.kind == "head" and unit.mark is not None:
            styles.setdefault(unit.mark.style, []).append(unit)
    for marked in styles.values():
        names = [unit.text[unit.opens - unit.line.start :] for unit in marked]
        short = all(
            len(name) <= 12 and unit.when is None and not unit.closed for name, unit in zip(names, marked, strict=True)
        )
        if short and (all(is_heading(name) for name in names) or (len(marked) > 1 and not any(map(tells, names)))):
            for unit in marked:
                unit.kind = "heading"


def _outline_headings(units: Sequence[Unit]) -> None:
    """二、调研走访 beside 一、重要会议: where one short line with such a number is a heading, all are."""
    numbered = [unit for unit in units if unit.mark and unit.mark.style == "N、一" and unit.when is None]
    named = any(unit.kind == "heading" for unit in numbered)
    if named and all(len(unit.text) <= SHORT // 2 and not unit.closed for unit in numbered):
        for unit in numbered:
            unit.kind = "heading"


@cache
def _counted() -> Pattern[str]:
    """A number of two digits, in formal numerals, before a bar or spelled as a part, in front of a heading: 01 重要会议, 壹 · 会议厅里."""
    return verbose(
        r"[\W_]* (?: 0\d | (?i: no | part ) [.\s]* \d{1,2}+ | [壹贰叁肆伍陆柒捌玖拾]{1,2} | [一二三四五六七八九十]{1,2} (?= [ ]* [·|｜丨/] ) ) [·｜/ \u3000.、|丨]* (?P<name> \S.* )"
    )


def _numbered_headings(units: Sequence[Unit]) -> None:
    """Such lines are headings where there are several and all are short."""
    counted = [(unit, found["name"]) for unit in units if (found := _counted().match(unit.text))]
    if len(counted) > 1 and all(len(name) <= CAPTION and "。" not in name for _, name in counted):
        for unit, _ in counted:
            unit.kind = "heading"


@cache
def _weather() -> Pattern[str]:
    """The weather behind the day of a diary: 1月9日 晴."""
    return verbose(r"[ \u3000]++ (?: [晴阴多云雨雪雾霾风小中大暴阵雷转间到有夹] | ℃ | [\d~～-]++ ){1,10} $")


def _diary(page: Page, units: Sequence[Unit]) -> None:
    """Days with the weather behind them, 1月9日 晴, are headings where there are several."""
    days: list[Unit] = []
    for unit in units:
        if unit.head and unit.when and _weather().match(page.text, unit.head.date_stop, unit.line.stop):
            days.append(unit)
    for unit in days if len(days) > 1 else ():
        unit.kind = "day"


def _month_in_brackets(units: Sequence[Unit]) -> None:
    """(五月) by itself above the first item is the period, unless other months head parts of the page."""
    months = [unit for unit in units if unit.kind == "day" and unit.when and unit.when.precision == "month"]
    first = next((unit for unit in units if unit.kind == "head"), None)
    if len(months) == 1 and months[0].text[0] in "(（" and (first is None or months[0].line.start < first.line.start):
        months[0].kind = "period"
