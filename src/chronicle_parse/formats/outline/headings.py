"""Finds the headings of a page: marked and unmarked lines, run-in phrases, and marks inside a paragraph.

Every line is looked at on its own first (`Item`); whether a marked line heads a text or is one of a list, and whether
short lines or opening phrases are headings, is then decided for the neighbours together: headings come in groups.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from attrs import define, frozen
from regex import Pattern

from chronicle_parse.formats.outline.markers import NAMES, Marker, read_marker
from chronicle_parse.formats.page import Page, PageLine
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose

LONGEST = 48
"""Characters of a heading; longer ones are sentences."""
LINE = "line"
CUE = "cue-line"
RUN_IN = "run-in"


@frozen
class Heading:
    """A heading found in the clean text, without its level.

    Attributes:
        start: where its marker or, without one, its title begins; stop: where the title ends.
        body: where the text behind it begins (for a run-in), else the end of its line.
        title: without marker, final punctuation and line breaks.
        system: a name of `markers.SYSTEMS`, or "line", "cue-line", "run-in" for those without a marker, or "#2" (Markdown).
        last: the index of the last line it covers.
    """

    start: int
    stop: int
    body: int
    marker: str
    number: int | None
    title: str
    run_in: bool
    system: str
    first: int
    last: int


@define
class Item:
    """A content line and what can be said of it alone."""

    at: int
    line: PageLine
    gap: int
    marker: Marker | None
    hashes: int
    title_start: int
    title_stop: int
    body: int
    whole: bool
    last: int
    heading: bool = False

    @property
    def system(self) -> str:
        """The heading system of its marker, "" without one."""
        return f"#{self.hashes}" if self.hashes else self.marker.system if self.marker else ""


@cache
def _prefix() -> Pattern[str]:
    """Markdown before a marker: hashes, emphasis, quotes."""
    return verbose(r"(?: (?P<hashes> [#]{1,6} ) \s+ )? (?: > \s+ )? (?: \*\* | __ )?")


@cache
def _stop() -> Pattern[str]:
    return verbose(r"[。；;！!？?]")


@cache
def _figure() -> Pattern[str]:
    """An amount, not a year, a name in digits or a day."""
    return verbose(r"(?<! [\d.A-Za-z+“] ) \d [\d.,]* \s* (?: [%％‰万亿千百余多] | (?! [年月日号届次版] ) \p{Han} )")


@cache
def _comma() -> Pattern[str]:
    return verbose(r"[,，]")


def _figured(text: str, start: int, stop: int) -> bool:
    return _figure().search(text, start, stop) is not None


def cut(text: str, start: int, stop: int, *, commas: bool = True) -> tuple[int, int] | None:
    """The end of the phrase that opens `start:stop` as a title, and where the text behind it begins; None if it is a statement.

    The phrase is the first sentence, or its first clause where the details follow in the same sentence.

    >>> text = "在产业升级上下功夫，新增规上企业10户、龙头企业4家；"
    >>> text[:cut(text, 0, len(text))[0]]
    '在产业升级上下功夫'
    """
    found = _stop().search(text, start, stop)
    end = found.start() if found else stop
    after = found.end() if found else stop
    first = _comma().search(text, start, end)
    if first is None:
        return (end, after) if end - start <= LONGEST and not _figured(text, start, end) else None
    rest = text[first.end() : end]
    clauses = len(_comma().findall(rest)) + 1
    behind = after < stop - 3
    detailed = _figured(text, first.end(), end) or clauses > (2 if behind else 1) or end - start > LONGEST - 8
    if not detailed and not _figured(text, start, end):
        return end, after
    if commas and first.start() - start <= 24 and not _figured(text, start, first.start()):
        return first.start(), first.end()
    return None


def find_headings(page: Page) -> list[Heading]:
    """All headings of a page in order; lines that already have a role other than "paragraph" are left alone."""
    items = _items(page)
    _judge_marked(page, items)
    _judge_lines(page, items)
    return sorted(_collect(page, items), key=lambda heading: heading.start)


def _items(page: Page) -> list[Item]:
    """The content lines with their markers; a marker alone and a title broken over two lines take in the next one."""
    items: list[Item] = []
    gap, skip = 1, -1
    for at, line in enumerate(page.lines):
        if at <= skip:
            continue
        if line.role != "paragraph":
            gap += 1
            continue
        prefix = _prefix().match(line.text)
        offset = prefix.end() if prefix else 0
        hashes = len(prefix["hashes"] or "") if prefix else 0
        marker = read_marker(line.text, offset)
        start = line.start + (marker.stop if marker else offset)
        last, stop = at, line.stop
        if marker or hashes:
            last, stop = _extend(page, at, start)
            skip = last
        while start < stop and page.text[start] in " \u3000\t\n*_":
            start += 1
        while stop > start and page.text[stop - 1] in "*_# ":
            stop -= 1
        items.append(Item(at, line, gap, marker, hashes, start, stop, stop, True, last))
        gap = 0
    return items


def _extend(page: Page, at: int, start: int) -> tuple[int, int]:
    """The last line of a marked title that goes on after a line break, and its end."""
    line = page.lines[at]
    alone = start >= line.stop
    broken = not alone and line.text[-1] in ",，、" and line.stop - start <= 30
    if not alone and not broken:
        return at, line.stop
    for next_at in range(at + 1, min(at + 3, len(page.lines))):
        after = page.lines[next_at]
        if after.role == "blank" and alone:
            continue
        short = len(after.text) <= LONGEST and not _stop().search(after.text)
        if after.role != "paragraph" or not short or read_marker(after.text):
            break
        return next_at, after.stop
    return at, line.stop


def _judge_marked(page: Page, items: list[Item]) -> None:
    """Decides which marked lines are headings."""
    text = page.text
    for item, after in zip(items, [*items[1:], None], strict=True):
        if not item.system or item.title_start >= item.title_stop:
            continue
        start, stop = item.title_start, item.title_stop
        listing = item.marker is not None and NAMES[item.marker.system].listing
        below = after is not None and (not after.system or (after.system != item.system and _opens(after)))
        inner = _stop().search(text, start, stop)
        if inner is None and text[stop - 1] in ":：":
            item.title_stop, item.heading = stop - 1, stop - start <= LONGEST
        elif inner is None:
            item.heading = stop - start <= LONGEST and (below or not (listing or _figured(text, start, stop)))
            if item.heading and not below and not listing and _comma().search(text, start, stop):
                item.heading = False
        elif (found := cut(text, start, stop, commas=not listing)) is not None:
            item.title_stop, item.body = found
            item.whole = not text[found[1] : stop].strip()
            item.heading = not item.whole or (below and not _comma().search(text, start, found[0]))
    _judge_lists(page, items)
    _judge_series(items)


def _neighbours(items: Sequence[Item]) -> Iterator[tuple[Item | None, Item, Item | None]]:
    padded = [None, *items, None]
    return zip(padded, items, padded[2:], strict=False)


def _opens(item: Item) -> bool:
    return item.marker is None or item.marker.number in (None, 1)


def _judge_lists(page: Page, items: list[Item]) -> None:
    """Bullets and dashes: a group is headings where most of it has a text; then its short members without one are, too."""
    total: dict[str, int] = {}
    headed: dict[str, int] = {}
    groups: list[list[Item]] = []
    group: list[Item] = []
    for item in items:
        if item.marker is not None and NAMES[item.marker.system].listing and not item.hashes:
            if group and group[0].system != item.system:
                groups.append(group)
                group = []
            group.append(item)
            total[item.system] = total.get(item.system, 0) + 1
            headed[item.system] = headed.get(item.system, 0) + item.heading
        elif item.system and group:
            groups.append(group)
            group = []
    groups.append(group)
    for group in groups:
        bodies = sum(item.heading for item in group)
        usual = bool(group) and 2 * headed[group[0].system] >= total[group[0].system] >= 3
        for item in group:
            bare = not _figured(page.text, item.title_start, item.title_stop) and item.title_stop - item.title_start <= 20
            if item.heading:
                item.heading = (2 * bodies >= len(group) and bodies > 0 and (len(group) > 1 or usual)) and (bare or not item.whole)
            else:
                item.heading = bare and item.whole and (usual or 2 * bodies > len(group)) and not _comma().search(
                    page.text, item.title_start, item.title_stop
                )


def _judge_series(items: list[Item]) -> None:
    """一是 and 第一 at the start of a line count only as part of a series; a lone one opens a sentence."""
    counted = [item for item in items if item.marker is not None and item.marker.system in ("first-is", "ordinal")]
    for before, item, after in _neighbours(counted):
        assert item.marker is not None
        follows = before is not None and before.marker is not None and before.marker.number == (item.marker.number or 0) - 1
        leads = after is not None and after.marker is not None and after.marker.number == (item.marker.number or 0) + 1
        if not follows and not leads:
            item.heading = False


@cache
def _no_title() -> Pattern[str]:
    """What an unmarked line must not hold to be a heading."""
    return verbose(rf"""
        ^ {any_of(words("outline_words", use="address"))} | {any_of(words("outline_words", use="caption"))}
        | ^ [(（【\[<《—\-*] | [。；;，,、！!？?…”\])）>》]$ | ^ \d+ (?! \d* 年 ) | ^ [\d年月日\s]+ $ | [:：] . | https? | \s \p{{Han}}{{2,3}} $
        | [长任记席] \s* \p{{Han}} \s? \p{{Han}}{{1,2}} $ (?<= 长 .{{0,2}} \s .* )
    """)


@cache
def _cue() -> Pattern[str]:
    """A heading that names the review, the plan or their years."""
    return verbose(rf"""
        {any_of(words("report_headings"))} | ^ (?:19|20)\d\d 年 \p{{Han}}{{2,8}} $ (?<! 以来 )
        | ^ [“"]? 十[一二三四五六七] 五 [”"]? .* (?: 时期 | 成就 | 规划 )
    """)


def _judge_lines(page: Page, items: list[Item]) -> None:
    """Unmarked short lines: those that name the review or the plan, and those that come in groups with a text below each."""
    text = page.text
    gaps = sorted(item.gap for item in items[1:])
    usual = gaps[len(gaps) // 2] if gaps else 0
    spaced = sum(gap > usual for gap in gaps) * 10 > len(gaps) and usual > 0
    plain: list[Item] = []
    waiting = False
    for before, item, after in _neighbours(items):
        if item.system:
            waiting = False
            continue
        headed, waiting = waiting, False
        bare = item.line.text.strip("*_ ").rstrip(":：")
        item_text = text[item.title_start : item.title_stop].rstrip(":：")
        if after is None or not 2 <= len(bare) <= 30 or bare == page.title or _no_title().search(bare) or _figured(bare, 0, len(bare)):
            continue
        opens = item.gap > 0 or before is None or before.heading or before.line.text[-1] in "。；;！!"
        if not opens:
            continue
        if _cue().search(bare):
            run = after.gap == 0 and len(after.line.text) < 30 and after.line.text[-1] not in "。:：" and not after.system
            if not run or any(word in bare for word in words("report_headings")):
                _head(item, CUE_MARK, item_text)
                waiting = False
            continue
        if headed or not _bodied(item_text, after):
            continue
        if spaced and item.gap <= usual and len(bare) > 6:
            continue
        plain.append(item)
        waiting = True
    bullets = sum(item.heading for item in items if item.marker is not None)
    if len(plain) >= (2 if bullets >= 3 else 3):
        for item in plain:
            _head(item, LINE, text[item.title_start : item.title_stop].rstrip(":："))


CUE_MARK = CUE


def _head(item: Item, system: str, title: str) -> None:
    item.heading = True
    item.title_stop = item.title_start + len(title)
    item.body = item.line.stop


def _bodied(title: str, after: Item) -> bool:
    """Whether the next line is a text under a short line."""
    if after.marker is not None:
        return after.marker.number == 1
    below = after.line.text
    if _no_title().search(below[:12]) and below[-1] not in "。；;":
        return False
    return len(below) >= 30 or below[-1] in "。；;" or (len(title) <= 8 and len(below) > 1.5 * len(title)) or _figured(below, 0, len(below))


@cache
def _opening() -> Pattern[str]:
    """An opening phrase that ends in a full stop with a text behind it: 经济运行稳中有升。全区…."""
    return verbose(r"""
        (?: ^ | (?P<inner> (?<= [。！] ) [ \u3000]+ ) )
        (?P<title> (?! 各位代表 | 同志们 ) (?: [“《] [^”》\n]{1,12} [”》] | [\p{Han}A-Za-z-] ){4,22}+ (?P<comma> [,，] \p{Han}{3,14} )? ) 。 (?= \s? [^\s”] .{8} )
    """)


@cache
def _inline() -> Pattern[str]:
    """A mark inside a paragraph, behind a stop."""
    marks = "|".join(each.pattern for each in NAMES.values() if each.inline)
    return verbose(rf"(?<= [。；;:：！!,，\s] ) (?: {marks} )")


def _collect(page: Page, items: list[Item]) -> Iterator[Heading]:
    """The headings of the lines, and those that stand inside their paragraphs."""
    text = page.text
    opening: list[tuple[Item, int, int, int]] = []
    for number, item in enumerate(items):
        if item.heading:
            yield _heading(page, item)
        start = item.body if item.heading else item.line.start
        if item.line.stop - start > 20:
            yield from _marked_inside(page, item, start)
    yield from _run_ins(page, items)


def _heading(page: Page, item: Item) -> Heading:
    system = item.system or (CUE if _cue().search(page.text, item.title_start, item.title_stop) else LINE)
    return Heading(
        item.line.start,
        item.title_stop,
        item.body,
        item.marker.written if item.marker else "",
        item.marker.number if item.marker else None,
        _plain(page.text[item.title_start : item.title_stop]),
        not item.whole,
        system,
        item.at,
        item.last,
    )


def _plain(title: str) -> str:
    return "".join(title.split("\n")).strip(" \u3000\t。；;：:，,*_")


def _marked_inside(page: Page, item: Item, start: int) -> Iterator[Heading]:
    """一是…;二是… (also (一), 第一, ①) in one paragraph, where they divide results or tasks."""
    text, stop = page.text, item.line.stop
    found: list[tuple[int, Marker]] = []
    if not item.heading and item.marker is not None and NAMES[item.marker.system].inline and item.marker.number == 1:
        found.append((start, item.marker))
    for match in _inline().finditer(text, start, stop):
        if (not found or match.start() > found[-1][0]) and (marker := read_marker(text, match.start())):
            found.append((match.start(), marker))
    if not found and not item.heading:
        return
    for series in _series(found, item):
        lead = text[max(start, series[0][0] - 60) : series[0][0]]
        if any(word in lead.rpartition("。")[0][-30:] + lead.rpartition("。")[2] for word in words("outline_words", use="no-division")):
            continue
        cuts = [
            cut(text, marker.stop, end) for (_, marker), (end, _) in pairwise([*series, (stop, series[-1][1])])
        ]
        if sum(each is not None for each in cuts) * 2 < len(cuts):
            continue
        for (at, marker), found_cut in zip(series, cuts, strict=True):
            if found_cut is None or (found_cut[0] == stop == len(text.rstrip())):
                continue  # a statement, or cut off by the end of the page
            title = _plain(text[marker.stop : found_cut[0]])
            yield Heading(at, found_cut[0], found_cut[1], marker.written, marker.number, title, True, marker.system, item.at, item.at)


def _series(found: Sequence[tuple[int, Marker]], item: Item) -> list[list[tuple[int, Marker]]]:
    """Marks of one system that count on from one, two or more of them; a heading line's own mark is where they go on from."""
    runs: dict[str, list[tuple[int, Marker]]] = {}
    done: list[list[tuple[int, Marker]]] = []
    before = item.marker if item.heading and item.marker is not None else None
    for at, marker in found:
        run = runs.setdefault(marker.system, [])
        if run and marker.number == (run[-1][1].number or 0) + 1:
            run.append((at, marker))
        elif marker.number == 1:
            if run:
                done.append(run[:])
            run[:] = [(at, marker)]
        elif not run and before is not None and before.system == marker.system and marker.number == (before.number or 0) + 1:
            run.append((at, marker))
    done += [run for run in runs.values() if run]
    return [run for run in done if len(run) > 1 or run[0][1].number != 1]


def _run_ins(page: Page, items: list[Item]) -> Iterator[Heading]:
    """Unmarked opening phrases: two or more of a kind in the paragraphs of one section."""
    group: list[tuple[Item, list[Heading]]] = []
    usual = False
    for item in [*items, None]:
        if item is not None and not item.heading and not item.system:
            group.append((item, list(_openings(item))))
            continue
        found = [(each, opened) for each, opened in group if opened]
        if found:
            inner = [heading for _, opened in found for heading in opened if heading.start != opened[0].start or heading.marker]
            first = group.index(found[0])
            heads = [opened[0] for each, opened in found if opened[0].start == each.line.start]
            commas = sum("," in head.title or "，" in head.title for head in heads)
            kind = [head for head in heads if ("," in head.title or "，" in head.title) == (2 * commas > len(heads))]
            if (len(kind) >= 2 and 2 * len(kind) >= len(group) - first) or (usual and kind and len(kind) == len(group) - first):
                usual = True
                yield from kind
            inside = [heading for each, opened in found for heading in opened if heading.start > each.line.start]
            if len(inside) >= 2 or (usual and inside):
                usual = True
                yield from inside
            del inner
        group = []


def _openings(item: Item) -> Iterator[Heading]:
    line, at = item.line, item.line.start
    if len(line.text) < 20:
        return
    for match in _opening().finditer(line.text):
        if match["inner"] is not None and match["comma"]:
            continue
        yield Heading(
            at + match.start("title"), at + match.end("title"), at + match.end(), "", None, _plain(match["title"]), True, RUN_IN, item.at, item.at
        )
