"""Lines that were wrapped in mid-sentence, joined again; only on pages whose lines are all short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from functools import cache
from itertools import pairwise
from re import Pattern
from unicodedata import east_asian_width

from chronicle_parse.patterns import verbose
from chronicle_parse.text.offsets import Change

WIDEST = 120
"""A page with a wider line (in half-width cells) was not wrapped: the line would have been cut."""

NARROWEST = 30
"""Nor was one whose widest line is narrower: verse, captions, menus."""

FULL = 0.7
"""From which share of the widest line a line may have been cut; the last word decides how far a line reaches."""

VERY_FULL = 0.9
"""From which share it may have been even where the page has few such lines."""

STUMP = 12
"""The last line of a wrapped paragraph, no wider than this, ends with a stop."""

MANY = 3
"""So many lines cut in mid-sentence leave no doubt that the page was wrapped."""

SURELY = 0.9
"""The share of paragraphs that must begin indented before a line that does not is known to begin none."""


@cache
def _closed() -> Pattern[str]:
    """A line that ends a sentence, with a remark in brackets behind it or not, or a lead-in to a list, or with its date."""
    date = r"[（(] [\d年月日至、—–~～-]{2,20} (?<= \d | 日 ) [）)]"
    return verbose(
        rf"(?: [。！？!?；;：:…] [”’」』》）)\]】]* | [。！？!?] \s* [（(] [^()（）]{{1,30}} [）)] | {date} ) \s* \Z"
    )


@cache
def _stopped() -> Pattern[str]:
    """A line that ends with a sentence."""
    return verbose(r"[。！？!?；;…] [”’」』》）)\]】]* \s* \Z")


@cache
def _awaiting() -> Pattern[str]:
    """A line whose last word asks for what follows, so that even a date may go on with it."""
    return verbose(r"(?: [，,、（(《“‘—-] | [于至自从在到和与及为由的] | \d | 截至 | [^\W\d]\d{0,4}年 | \d月 ) \s* \Z")


@cache
def _sentence() -> Pattern[str]:
    """What prose has and headings, menus and tables mostly have not."""
    return verbose(r"[，。；,;、] | \A \s* (?: [△▲☆◆●■•※] | \d{1,2} (?: [月日] | [-—~～]\d ) )")


@cache
def _begins() -> Pattern[str]:
    """A line that begins something new: a mark, a number, a heading, a label, a date."""
    number = "[一二三四五六七八九十百零〇]"
    return verbose(
        rf"""
        \s* (?:
            [△▲▷▶Δ☆★◆◇●○■□▪•·※►*#>|【\[〔◎⊙] | [-—–]{{2}} | [-–]\s
          | [（(] (?: {number}+ | \d{{1,2}} ) [)）]
          | [（(] [^()（）]{{1,30}} (?: 供稿 | 提供 | 整理 | 摄影? | 报道 ) [)）] \s* \Z
          | {number}{{1,3}} \s* (?: [、.．，,：:] | 是 | 要 | 月 | [年]  | 日 )
          | \d{{1,3}} \s* (?: [、)） ] | [.．] (?!\d) )
          | 第 (?: {number}+ | \d+ ) [章节部条篇，、,\s]
          | (?: 附件 | 附[:：] | 来源 | 作者 | 编辑 | 责任编辑 | 责编 | 供稿 | 发布 | 时间 | 浏览 | 阅读 | 点击 | 打印 | 关闭 | 上一 | 下一 | 相关 | 扫一扫 | 版权 | 主办 | 地址 | 电话 | 网址 | http | www )
        )
        """
    )


@cache
def _dated() -> Pattern[str]:
    """A line that begins with a date or a word that stands for one."""
    return verbose(
        r"""
        \s* (?:
            [一二] [〇零○O一二三四五六七八九]{3} 年 | 民国 | 第? [一二三四] 季度
          | \d{4} \s* (?: 年 | [-./] \d ) | \d{1,2} \s* (?: 月 | 日 ) | (?: \d{1,2} [-/] | [01]\d \. ) [0-3]?\d (?! [\d.%] )
          | \d{1,2} \s* [-—–~～至、] \s* \d{1,2} \s* [月日]
          | [同当本是年月][日月年内初底末] | [上中下]旬 | [春夏秋冬]季?[，,、] | 星期 | 周[一二三四五六日]
        )
        """
    )


def unwrap(text: str) -> list[Change]:
    r"""Joins what was cut: no blank line between, no final stop before, nothing new behind.

    >>> unwrap("5日召开全县水利工程建设工作会议,出动技术人员60\n人次。")
    [Change(start=25, stop=26, after='', reason='wrap', choices=None)]
    """
    if "\n" not in text:
        return []
    lines = text.split("\n")
    longest = max(map(len, lines))
    if 2 * longest < NARROWEST or (
        longest > WIDEST and any(len(line) > WIDEST and not line.isascii() for line in lines)
    ):
        return []
    widths = [0 if line.isascii() else _width(line.rstrip()) for line in lines]
    widest = max(widths)
    if not NARROWEST <= widest <= WIDEST:
        return []
    cuts = _cuts(lines, widths)
    if cuts and (more := set(_behind_stops(lines, widths, _inner_indent(lines, widths, cuts)))):
        cuts = sorted({*_cuts(lines, widths, more), *more})
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return [_joint(lines[number], lines[number + 1], starts[number]) for number in cuts]


def _cuts(lines: list[str], widths: list[int], joined: Container[int] = ()) -> list[int]:
    """The numbers of the lines that were cut in mid-sentence; `joined` are those already known to go on."""
    widest = max(widths)
    cuts: list[tuple[int, bool]] = []
    prose = False
    for number, (line, after) in enumerate(pairwise(lines)):
        prose = bool(line.strip()) and (prose or number - 1 in joined or _sentence().search(line) is not None)
        reach = widest - 4 if _heads(line) else FULL * widest
        if widths[number] < reach or not prose or not _goes_on(line, after):
            prose = False
            continue
        cuts.append((number, widths[number] >= VERY_FULL * widest or _mid_number(line, after)))
    return _ended([cut[0] for cut in cuts if cut[1] or len(cuts) >= MANY], lines)


def _inner_indent(lines: list[str], widths: list[int], cuts: list[int]) -> int | None:
    """How far lines inside paragraphs are indented, on a page where the beginning of a paragraph shows; None on others.

    It shows where, behind all lines that end a sentence early, a line stands deeper, or begins with a mark or a date.
    """
    inner, _ = Counter(_indent(lines[number + 1]) for number in cuts).most_common(1)[0]
    short = FULL * max(widths)
    firsts = [
        after
        for line, after, width in zip(lines, lines[1:], widths, strict=False)
        if width < short and after.strip() and _closed().search(line)
    ]
    shown = max(sum(_indent(line) > inner for line in firsts), sum(map(_opens, firsts)))
    return inner if shown >= MANY - 1 and shown >= SURELY * len(firsts) else None


def _behind_stops(lines: list[str], widths: list[int], inner: int | None) -> Iterator[int]:
    """The numbers of full lines that end with a sentence while their paragraph goes on."""
    full = VERY_FULL * max(widths)
    for number, (line, after) in enumerate(pairwise(lines) if inner is not None else ()):
        if widths[number] < full or _indent(after) != inner or _stopped().search(line) is None:
            continue
        prose = widths[number + 1] >= full or _sentence().search(after) is not None
        if prose and not _opens(after):
            yield number


def _opens(line: str) -> bool:
    """Whether a line begins something new, or with a date."""
    return _begins().match(line) is not None or _dated().match(line) is not None


def _ended(cuts: list[int], lines: list[str]) -> list[int]:
    """The cuts whose paragraph comes to an end; one that would go on for ever is a list or verse, not a sentence."""
    kept: list[int] = []
    ended, following = False, -1
    for cut in reversed(cuts):
        last = cut + 1
        if last != following:
            ended = last + 1 >= len(lines) or not _goes_on(lines[last], lines[last + 1])
            # why: …巫山陪同 / 区人大: a few characters without a stop are the heading of the next part, no rest of a line
            ended = ended and (_width(lines[last]) > STUMP or _closed().search(lines[last]) is not None)
        following = cut
        if ended:
            kept.append(cut)
    return kept[::-1]


@cache
def _heading() -> Pattern[str]:
    return verbose(r"\s* (?: [（(] [一二三四五六七八九十]+ [)）] | [一二三四五六七八九十]+ 、 )")


def _heads(line: str) -> bool:
    """Whether a line begins like a heading: 一、 or （一）. Such a line was cut only where it reaches the very end."""
    return _heading().match(line) is not None


def _goes_on(line: str, after: str) -> bool:
    if not after.strip() or _closed().search(line) or _begins().match(after):
        return False
    if _indent(after) > _indent(line):
        return False  # why: in a wrapped text only the first line of a paragraph is indented
    return _dated().match(after) is None or _awaiting().search(line) is not None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _mid_number(line: str, after: str) -> bool:
    end, start = line.rstrip()[-1], after.lstrip()[0]
    return (end.isdigit() != start.isdigit() and not end.isascii() | start.isascii()) or (
        end.isdigit() and not start.isascii()
    )


def _joint(line: str, after: str, start: int) -> Change:
    stop = start + len(line) + 1 + len(after) - len(after.lstrip())
    body = line.rstrip()
    words = (
        body[-1:].isascii() and body[-1:].isalpha() and after.lstrip()[:1].isascii() and after.lstrip()[:1].isalpha()
    )
    return Change(start + len(body), stop, " " if words else "", "wrap")


def _width(line: str) -> int:
    return len(line) + sum(east_asian_width(character) in "WF" for character in line)
