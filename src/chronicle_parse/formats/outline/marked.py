"""Decides which marked lines are headings: those that a text stands below or behind, and the likes of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest
from re import Pattern

from chronicle_parse.formats.outline.lines import Item
from chronicle_parse.formats.outline.markers import NAMES
from chronicle_parse.formats.outline.phrases import LABELS, LONGEST, clauses, cut, figured, first_stop, label
from chronicle_parse.formats.outline.unmarked import names_period
from chronicle_parse.patterns import verbose

COUNTED_IN_TEXT = ("first-is", "ordinal")
"""Systems of running text: at the start of a line as well, they are judged as a series (`inside`)."""
BARE = 20
"""Characters of a listed line that can be a title although nothing stands below it."""


@cache
def _dated() -> Pattern[str]:
    """The line under a title that says when the report was given: ——2024年1月11日在怀岭县第十八届人民代表大会."""
    return verbose(r"\d \s? 月 \s? \d+ \s? 日 [^。]{0,40} (?: 会议 | 大会 )")


@cache
def _bold() -> Pattern[str]:
    """A title in bold that opens the text behind it: - **脱贫攻坚**：投入资金."""
    return verbose(r"(?<= \*\* ) (?P<title> [^*\n。；;]{2,24}? ) [:：]? \*\* [:：]? \s* (?= [^\s*] )")


def judge(text: str, items: Sequence[Item]) -> None:
    """Marks the headings among the marked lines."""
    for item, after in zip_longest(items, items[1:]):
        if item.system and item.system not in COUNTED_IN_TEXT:
            _judge_alone(text, item, after)
    _judge_sentences(text, items)
    _judge_lists(text, items)


def _judge_alone(text: str, item: Item, after: Item | None) -> None:
    listing = item.kind is not None and item.kind.listing and not item.hashes
    start, stop = item.start, item.stop
    if bold := _bold().match(text, start, stop):
        item.title_at(bold.end("title"), bold.end())
        return
    if first_stop(text, start, stop) is None:
        if stop - start > LONGEST:
            colon = text.find("：", start, stop) if not listing else -1
            if 0 < colon - start <= 16:
                item.title_at(colon, colon + 1)
            elif not listing and (found := cut(text, start, stop)) is not None and found[1] < stop:
                item.title_at(*found)
            return
        named = not listing and not figured(text, start, stop) and (_high(item) or clauses(text, start, stop) == 1)
        named = named or names_period(text[start:stop])
        if named or text[stop - 1] in ":：" or _below(item, after, listing):
            item.title_at(stop, stop)
        return
    found = cut(text, start, stop, commas=not listing)
    if found is not None and (text[found[1] : stop].strip() or _below(item, after, listing)):
        item.title_at(*found)


def _high(item: Item) -> bool:
    """Whether its marker is one of those that head whole parts (一、 （一）): never a mere list."""
    return item.kind is None or item.kind.rank < NAMES["arabic"].rank


def _below(item: Item, after: Item | None, listing: bool) -> bool:
    """Whether the next line is a text, or a heading, below this one."""
    if after is None or after.system == item.system:
        return False
    if after.system:
        return after.marker is None or after.marker.number in (None, 1)
    return not listing or len(after.text) >= BARE or after.text[-1] in "。；;" or figured(after.text)


def _judge_sentences(text: str, items: Sequence[Item]) -> None:
    """A marked sentence or figure that fills its line is a heading only beside others: else it is the last of a list."""
    before: dict[str, Item] = {}
    for item, after in zip_longest(items, items[1:]):
        ended = item.title_stop < item.stop and text[item.title_stop] not in ":："
        if item.heading and not item.run_in and (ended or figured(text, item.start, item.title_stop)):
            first = item.marker is not None and item.marker.number == 1 and after is not None and not after.system
            item.heading = first or (item.system in before and before[item.system].heading)
        before[item.system] = item


def _judge_lists(text: str, items: Sequence[Item]) -> None:
    """Bullets and dashes: a group is headings where most of it has a text; then its short members without one are, too."""
    groups: list[list[Item]] = []
    nested: dict[str, list[Item]] = {}
    for item in items:
        if item.kind is not None and item.kind.listing and not item.hashes:
            if _dated().search(item.text):
                item.heading = False
                continue
            if item.system in nested:
                while next(reversed(nested)) != item.system:
                    nested.popitem()
            else:
                groups.append(nested.setdefault(item.system, []))
            nested[item.system].append(item)
        elif item.system or names_period(item.text):
            nested = {}
    members = Counter(item.system for group in groups for item in group)
    headed = Counter(item.system for group in groups for item in group if item.heading)
    for group in groups:
        system = group[0].system
        texts = sum(item.heading for item in group)
        usual = 2 * headed[system] >= members[system] >= 3
        stated = any(figured(text, item.start, item.stop) for item in group if not item.heading)
        labels = [] if texts else [found for item in group if (found := label(text, item.start, item.stop))]
        if len(labels) == len(group) >= LABELS:
            for item, found in zip(group, labels, strict=True):
                item.title_at(*found)
            continue
        most = 2 * texts >= len(group) and (len(group) > 1 or usual)
        for item in group:
            bare = item.stop - item.start <= BARE + 10 and not figured(text, item.start, item.title_stop)
            if item.heading:
                item.heading = (most or usual) and (bare or item.run_in)
            elif (
                bare
                and item.stop - item.start <= BARE
                and clauses(text, item.start, item.stop) == 1
                and ((usual and not stated) or (most and texts))
            ):
                item.title_at(item.stop, item.stop)
