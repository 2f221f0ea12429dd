"""Frames: whether a sentence reports or promises, and of which year it speaks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from re import Match, Pattern
from typing import NamedTuple

from attrs import define, field

from chronicle_parse.lexicon import rows, words
from chronicle_parse.model.values import IndicatorKind
from chronicle_parse.patterns import any_of, verbose


class Cue(NamedTuple):
    """A word at a place: it sets the kind, names a year, or ends a sentence or line.

    Attributes:
        kind: what it says, None for a year or a border.
        on: whether it holds beyond its sentence.
        year: the year it names.
        firm: whether it may overrule what the section says.
        until: whether the year is the end of what the whole sentence speaks of: 到2025年,…;….
        border: "。" for the end of a sentence, line break for the end of a line.
    """

    at: int
    kind: IndicatorKind | None = None
    on: bool = False
    year: int | None = None
    firm: bool = False
    until: bool = False
    border: str = ""


@cache
def _unmet() -> Pattern[str]:
    return verbose(rf"(?<! {any_of(words('targets_met', side='before'))} [^,，。；;\n]{{0,8}} )")


def is_unmet(text: str, at: int) -> bool:
    """Whether nothing in front of a word for targets at `at` says that they were met: 全面完成了各项目标任务.

    why: asked behind a match and not in its pattern, since `re` looks behind at one length only.
    """
    return _unmet().match(text, at) is not None


@cache
def _cues() -> Pattern[str]:
    """Frames, years and the borders that end their scope."""
    on = any_of(words("indicator_frames", scope="on"))
    clause = any_of(words("indicator_frames", scope="clause"))
    first = "".join(sorted({word[0] for word in words("indicator_frames")}))
    planned = any_of(words("indicator_words", role="year planned"))
    joined = any_of(words("indicator_words", role="joined to 计划"))
    return verbose(
        rf"""
        (?=[。;；!！?？\n由从比较与自于在预奋发主计目指到至力12一二{first}])     # a gate, for speed
        (?: (?P<border>[。;；!！?？\n])
        | (?P<earlier>(?:由|从|比|较|与|自|于|在)[^,，。；;、\n]{{0,6}}?(?:(?:19|20)\d\d|[上去前]|[一二][〇○零九][〇○零一二三四五六七八九]{{2}})年)
        | (?P<aim>{any_of(words("indicator_words", role="aim"))}?(?:目标(?:任务)?|(?<=计划|主要|预期)指标)(?:建议|初步)?(?:是|为|定为|包括|[:：]))
        | (?P<on>{on})
        | (?:^|(?<=[,，。;；、:：\s的年们市县区省州上将底后]))(?<![比较由从与到])(?P<clause>{clause})(?!{joined})
        | (?P<until>到|至|力争到)?(?P<year>(?:19|20)\d\d|[一二]九?[〇○零一二三四五六七八九]{{2,3}})年(?!以来|代|度)(?P<made>{any_of(_done())}|(?:的?(?:主要|重点))?{planned}|(?:主要|重点)工作)?
        )
        """
    )


def _matches(text: str) -> Iterator[Match[str]]:
    """The matches of `_cues`, without words for targets that were met."""
    at = 0
    while (match := _cues().search(text, at)) is not None:
        if match.lastgroup in ("on", "clause") and not is_unmet(text, match.start()):
            at = match.start() + 1
        else:
            yield match
            at = match.end()


@cache
def _firm() -> frozenset[str]:
    return frozenset(words("indicator_frames", firm="yes"))


@cache
def _kinds() -> dict[str, IndicatorKind]:
    return {row["word"]: "target" if row["kind"] == "target" else "actual" for row in rows("indicator_frames")}


_SENTENCE = frozenset("。;；!！?？\n、.")
_OPENING = _SENTENCE | frozenset(",，:：到至自在,年将计定出")
"""What a year stands behind where it dates what follows: the beginning, 到, 预计, 确定, 提出."""


@cache
def _ahead() -> tuple[str, ...]:
    """What stands before 到2025年 where it opens a sentence that speaks of that year to its end."""
    return (*"。；;!！?？\n,，:：", *words("indicator_words", role="hope"))


@cache
def _done() -> frozenset[str]:
    """What stands behind a year where its work is told: 2023年工作回顾."""
    return frozenset(words("indicator_words", role="year done"))


_DIGITS = {char: str(number) for number, char in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}


def _number(written: str) -> int | None:
    text = "".join(_DIGITS.get(char, char) for char in written)
    return int(text) if text.isdigit() and 1900 <= int(text) < 2100 else None


_WEIGHTS = {";": 1, "；": 1, "\n": 3}
"""How much the borders end: semicolons least, a line all; stops (2) are in between."""


def cues(text: str) -> list[Cue]:
    """All cues of a text in order of position, without borders that end nothing more than the one before did."""
    found: list[Cue] = []
    ended = 3
    for match in _matches(text):
        if match.lastgroup == "border":
            border = match[0]
            if (weight := _WEIGHTS.get(border, 2)) > ended:
                found.append(Cue(match.start(), border=border))
                ended = weight
        elif (cue := _cue(match, text)) is not None:
            found.append(cue)
            ended = 0
    return found


def _cue(match: Match[str], text: str) -> Cue | None:
    """What a match says of kind or year, None for the year of a comparison."""
    at = match.start()
    if match["aim"]:
        return Cue(at, "target", on=True, firm=True)
    if word := match["on"]:
        return Cue(at, _kinds()[word], on=True, firm=word in _firm())
    if word := match["clause"]:
        return Cue(at, _kinds()[word], firm=word in _firm())
    if not match["year"] or (year := _number(match["year"])) is None:
        return None
    made = match["made"] or ""
    kind: IndicatorKind | None = None
    if made:
        kind = "actual" if made in _done() else "target"
    until = match["until"] is not None and text[max(0, at - 2) : at].endswith(_ahead())
    return Cue(match.start("year"), kind, on=kind is not None, year=year, until=until)


@define
class Frame:
    """The kind and the year that hold at the place last passed.

    Args:
        kind, year: what the section says. With a kind, `year` is the year of the section; without one, the year of the report.
    """

    kind: IndicatorKind | None
    year: int | None
    report: int | None = field(init=False)
    _on: IndicatorKind | None = field(init=False, default=None)
    _clause: IndicatorKind | None = field(init=False, default=None)
    _named: int | None = field(init=False, default=None)
    _line: int | None = field(init=False, default=None)
    _until: int | None = field(init=False, default=None)

    def __attrs_post_init__(self) -> None:
        self.report = self.year + 1 if self.kind == "actual" and self.year is not None else self.year

    def take(self, cue: Cue, text: str) -> None:
        """Passes a cue."""
        if cue.border:
            self._clause = self._named = None
            if cue.border not in ";；":
                self._until = None
            if cue.border == "\n":
                self._line = None
            return
        if cue.year is not None:
            self._until = cue.year if cue.until else None
            before = self._before(text, cue.at)
            # why: 荣获2019年质量奖 dates the prize, not what the sentence goes on to count
            if self.kind is None or cue.kind is not None or before in _OPENING:
                self._named = cue.year
            if before in _SENTENCE:
                self._line = cue.year
        if cue.kind is None or (self.kind is not None and not cue.firm):
            return
        if cue.on:
            self._on = cue.kind
            if cue.kind == "target" and self._named is not None and self.report is None:
                self.report = self._named
        elif cue.firm or self._on is None or cue.kind == self._on:
            self._clause = cue.kind

    @staticmethod
    def _before(text: str, at: int) -> str:
        """What stands before a year, marks of lists left out: a line break at the beginning."""
        before = text[max(0, at - 4) : at].rstrip(' \t#●■◆•(（“"\u3000')
        return before[-1] if before else "\n"

    def read(self) -> tuple[IndicatorKind, int | None]:
        """Kind and year of a figure here."""
        said = self._named or self._until or self._line
        kind = self._clause or self._on or self.kind
        if (
            said is not None
            and self.report is not None
            and (self._named is not None or self._until is not None or self.kind is None)
        ):
            # why: a year names its kind: what lies before the report is done, the rest is promised
            kind = "target" if said >= self.report else "actual"
        kind = kind or "actual"
        if said is not None and (self.report is None or (said >= self.report) == (kind == "target")):
            return kind, said
        if self.report is None:
            return kind, said
        if kind == self.kind:
            return kind, self.year
        return kind, self.report if kind == "target" else self.report - 1
