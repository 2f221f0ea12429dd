"""Clauses: where the words that belong to a figure begin, and which figures make one list."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from re import Pattern
from typing import NamedTuple

from attrs import define

from chronicle_parse.fields.indicators.figures import Figure
from chronicle_parse.fields.indicators.names import HIDDEN, Phrase
from chronicle_parse.fields.indicators.tails import Tail
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose

REACH = 60
"""How far behind its count a noun may reach, in characters."""

_BETWEEN = 6
"""How many characters stand between two figures of one list at most."""

_LABEL = 18
_LABELLING = ":：\n"
_CLAUSE = 160
"""How many characters in front of a figure are read at most."""


@cache
def _hard() -> Pattern[str]:
    """What ends a sentence."""
    return verbose(r"[。;；!！?？\n]|(?<!其中)[:：]")


@cache
def _joins() -> Pattern[str]:
    """What may stand between the figures of one list."""
    return verbose(r"\s*(?:[、,，/]|和|与|及|以及)\s*(?:每[人户])?(?:每[月年天日])?")


@cache
def _noun_follows() -> Pattern[str]:
    """A noun right behind a count."""
    return verbose(r"(?![左以]) \p{Han}{2}")


@cache
def _bracket() -> Pattern[str]:
    return verbose(r"[(（]([^()（）\n]{0,80})[)）]")


@cache
def _ascii_stop() -> Pattern[str]:
    """A stop that was typed or recognised as a point."""
    return verbose(r"[.] (?<= \p{Han} [.] ) (?= \p{Han} )")


@cache
def _of_a_term() -> Pattern[str]:
    """What stands behind a number in brackets that belongs to a term: 小(2)型水库."""
    return verbose(r"[型类]")


@cache
def _apposition() -> Pattern[str]:
    """A count that sums up the list before it: 生产总值、财政收入两项指标分别增长."""
    kind = any_of(words("indicator_words", role="kind of indicator"))
    return verbose(
        rf"(?<=\p{{Han}})[一二三四五六七八九十两\d]{{1,2}}(?:项|大|个){kind}*指标(?=分别|均|都|同比|年均|增)"
    )


class Gap(NamedTuple):
    """The text between two figures, as far as it belongs to the second.

    Attributes:
        ends: whether a sentence ends in it.
        lead: where the sentence, or what follows the figure before, begins.
        start: where the clause of the second figure begins.
        listed: whether 、 or 和 alone joins the clause to the figure before.
        label: a short line above or words in front of a colon, which may name the figure: 地区生产总值:1234亿元.
    """

    ends: bool
    lead: int
    start: int
    listed: bool
    label: str


def masked(text: str, found: list[Figure]) -> str:
    """Brackets without figures hidden; the brackets around figures made into borders. The length stays."""
    text = _ascii_stop().sub("。", text)
    if "指标" in text:
        text = _apposition().sub(lambda match: HIDDEN * len(match[0]), text)
    if "(" not in text and "（" not in text:
        return text
    pieces: list[str] = []
    done = at = 0
    for match in _bracket().finditer(text):
        start, stop = match.span()
        while at < len(found) and found[at].stop <= start:
            at += 1
        figure = found[at] if at < len(found) else None
        pieces.append(text[done:start])
        if match[1].isdigit() and _of_a_term().match(text, stop):
            pieces.append(match[0])
        elif figure is None or figure.start >= stop:
            pieces.append(HIDDEN * (stop - start))
        elif figure.start <= start:
            pieces.append(match[0])
        else:
            pieces.append("," + match[1] + ",")
        done = stop
    pieces.append(text[done:])
    return "".join(pieces)


def gap(text: str, previous: int, start: int) -> Gap:
    """What lies between `previous`, where the figure before ends, and `start`, where a figure begins."""
    lead = previous
    ends = False
    label = ""
    for match in _hard().finditer(text, previous, start):
        if body := text[lead : match.start()].strip():
            label = body if match[0] in _LABELLING and len(body) <= _LABEL else ""
        lead, ends = match.end(), True
    comma = max(text.rfind(",", lead, start), text.rfind("，", lead, start))
    begin = max(comma + 1 if comma >= 0 else lead, start - _CLAUSE)
    listed = not ends and comma < 0 and text[previous:start].lstrip()[:1] in {"、", "和", "与", "及"}
    return Gap(ends, lead, begin, listed, label)


@cache
def _hopes() -> tuple[str, ...]:
    """Words before a figure that may come out better than the one before: 力争6.5%."""
    return words("indicator_words", role="hope")


class Clause(NamedTuple):
    """A list of figures with the words that lead to it.

    Attributes:
        run: the figures, one in most clauses.
        start: where the clause begins; before: what lies between it and the figure before.
        lead: what was said before it in the sentence, or its label.
        said: the words between the name and the figures; taken: the name, taken apart.
    """

    run: list[Figure]
    start: int
    before: Gap
    lead: str
    said: Tail
    taken: Phrase

    @property
    def first(self) -> Figure:
        """Its first figure."""
        return self.run[0]

    @property
    def unit(self) -> str:
        """The unit of its first figure."""
        return self.run[0].quantity.unit

    @property
    def at(self) -> int:
        """Where its verb or name begins."""
        return self.start + self.taken.start

    @property
    def stop(self) -> int:
        """Where its last figure ends."""
        return self.run[-1].stop

    @property
    def hopes(self) -> bool:
        """Whether its figure is what may come out better than the one before: 力争6.5%."""
        return any(word in self.said.words for word in _hopes())


@define
class Neighbours:
    """The figures of a text, to be asked for what stands next to a place."""

    text: str
    figures: list[Figure]
    starts: list[int]

    def next(self, stop: int) -> Figure | None:
        """The next figure from `stop` on."""
        at = bisect_left(self.starts, stop)
        return self.figures[at] if at < len(self.figures) else None

    def behind(self, stop: int) -> tuple[str, bool]:
        """What may hold a noun behind its count: the text up to the next figure, and whether that follows at once."""
        following = self.next(stop)
        end = min(following.start if following else len(self.text), stop + REACH)
        return self.text[stop:end], following is not None and end == following.start

    def runs(self) -> Iterator[list[Figure]]:
        """The figures in lists: 4.8%、7.2% or 1646户6680人 are one, most are alone."""
        at = 0
        while at < len(self.figures):
            run = self._run(at)
            yield run
            at += len(run)

    def _opens_clause(self, between: str, figure: Figure) -> bool:
        """Whether a count behind a comma has its own noun: 实施项目3126个,68个贫困村退出."""
        return "、" not in between and not figure.measured and _noun_follows().match(self.text, figure.stop) is not None

    def _run(self, at: int) -> list[Figure]:
        run = [self.figures[at]]
        if run[0].void:
            return run
        for number in range(at + 1, len(self.figures)):
            following, stop = self.figures[number], run[-1].stop
            if following.start - stop > _BETWEEN or following.void or following.timed != run[0].timed:
                break
            between = self.text[stop : following.start]
            shared = self.text.find("分别", max(0, run[0].start - 10), run[0].start) >= 0
            same = shared or following.quantity.unit == run[-1].quantity.unit
            if not between.strip() and "\n" not in between and not same:
                if len(run) > 1 and run[-1].quantity.unit == run[-2].quantity.unit:
                    break
            elif not (same and _joins().fullmatch(between)) or self._opens_clause(between, following):
                break
            run.append(following)
        return run
