"""Ranks: which figure they belong to, and movements that are ranked without one."""

from __future__ import annotations

from functools import cache
from re import Pattern

from attrs import define, field

from chronicle_parse.fields.indicators.drafts import Draft
from chronicle_parse.fields.indicators.frames import Frame
from chronicle_parse.fields.indicators.names import grown, tidy
from chronicle_parse.lexicon import words
from chronicle_parse.model import Rank
from chronicle_parse.patterns import any_of, verbose

_JOINTS = frozenset({"、", "和", "及", "与"})


@cache
def _ranked() -> Pattern[str]:
    """What may stand between a figure and its rank: no new subject but the movement of the figure itself.

    Words of single characters, such as 稳居, are read as these.
    """
    return verbose(
        rf"""[\s,，、]*(?:{any_of(words("indicator_words", role="ranked"))}|[均稳位居列排再创已跃]
            |连续[一二三四五六七八九十两\d]+[年次])*"""
    )


@cache
def _movement() -> Pattern[str]:
    """A movement that is ranked without a figure: 刑事治安警情连续两年降幅."""
    return verbose(
        rf"""(?:^|[,，。；;\n、])(?P<name>[\p{{Han}}“”A-Za-z]{{3,16}}?)(?:连续[一二三四五六七八九十两\d]+年)?
            {any_of(words("indicator_paces"))}(?:连续[一二三四五六七八九十两\d]+年|[稳位居列排均]|排名|名列)*$"""
    )


@define
class Ranking:
    """Gives the ranks of a text, in order, to the figures they directly follow."""

    text: str
    ranks: list[Rank]
    _at: int = field(init=False, default=0)

    def up_to(self, until: int, previous: int, drafts: list[Draft], frame: Frame) -> int:
        """Takes the ranks before `until`; says where the next clause can begin, `previous` or behind a rank."""
        while self._at < len(self.ranks) and self.ranks[self._at].span.start < until:
            rank = self.ranks[self._at]
            self._at += 1
            start, stop = rank.span.start, rank.span.stop
            if start < previous:
                continue
            last = drafts[-1] if drafts else None
            near = last is not None and start - previous < 24 and previous - last.stop < 12
            if last is not None and near and _ranked().fullmatch(self.text, previous, start):
                ranks = self._listed(rank)
                if len(ranks) > 1 and len(drafts) >= len(ranks):
                    for draft, each in zip(drafts[-len(ranks) :], ranks, strict=True):
                        draft.rank = draft.rank or each
                    stop = last.stop = ranks[-1].span.stop
                    self._at += len(ranks) - 1
                elif last.rank is None:
                    last.rank, last.stop = rank, stop
                previous = stop
            elif rank.position is not None and (moved := self._movement(max(previous, start - 30), rank, frame)):
                drafts.append(moved)
        return previous

    def _listed(self, first: Rank) -> list[Rank]:
        """The ranks of one list, all in one scope: 分别居全省第一、第二位."""
        found = [first]
        for rank in self.ranks[self._at :]:
            between = self.text[found[-1].span.stop : rank.span.start]
            if between.strip() not in _JOINTS or rank.scope != first.scope:
                break
            found.append(rank)
        return found

    def _movement(self, start: int, rank: Rank, frame: Frame) -> Draft | None:
        """A movement with a rank and no figure, as an indicator of its own."""
        found = _movement().search(self.text, start, rank.span.start)
        if found is None:
            return None
        taken = grown(found["name"])
        kind, year = frame.read()
        begin = found.start("name") + taken.start
        return (
            Draft(tidy(taken.noun), "", None, None, None, kind, year, begin, rank.span.stop, rank)
            if taken.noun
            else None
        )
