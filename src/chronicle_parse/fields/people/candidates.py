"""Which characters may be a name, and how likely they are by themselves: surname and given name, parts, transliteration."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from chronicle_parse.fields.people.costs import UNSEEN, after_costs, name_costs
from chronicle_parse.lexicon import words

_NEVER_FIRST = frozenset(
    "省市县区镇乡村州盟旗兼等这那本各该此每某全双两几一二三四五六七八九十百千不的是了着过或所之何们"
)
_COMPOUND = 6.5  # any surname of two characters
_LOOSE = 7.0  # a name without a surname
_COMPOSED, _PART = 6.0, 6.5  # a name made of known parts, and each part
_RARE_SURNAME = 13.0  # one that is in no table
_JAPANESE_ENDS = frozenset("子郎代美江奈香")  # of given names of three characters: 高桥|美智子
_SOMEBODY = 8.0  # 吴某, 何某某
_USUAL = 8.0  # the cost of a character that people are often called by: not 吴某|捡到
_FOREIGN = 9.5  # the mean cost up to which characters may transliterate a name
_TRANSLITERATED = 7.5  # the same, for names that nothing behind them shows
_STRANGE = 13.0  # a character that is not used to transliterate
SINGLE, DOUBLE = 1.6, 0.25
"""How rare given names of one and of two characters are."""


@cache
def _parts() -> frozenset[str]:
    """What names are made of that have no surname: 扎西, 平措."""
    return frozenset(words("name_parts", kind="part"))


@cache
def _part_starts() -> frozenset[str]:
    """The first two characters of them."""
    return frozenset(word[:2] for word in _parts())


@cache
def _japanese() -> frozenset[str]:
    """Surnames before given names of Chinese characters: 山本|健一."""
    return frozenset(words("name_parts", kind="japanese"))


@cache
def _japanese_starts() -> frozenset[str]:
    return frozenset(word[:2] for word in _japanese())


class Candidates:
    """The names that may begin in one text."""

    def __init__(self, text: str) -> None:
        """Keeps the text."""
        self.text = text
        self.costs = name_costs()
        self.after = after_costs()
        self.parts = _part_starts()
        self.japanese = _japanese_starts()

    def ends(self, start: int, stop: int, *, loose: bool) -> list[tuple[int, float]]:
        """The ends of the names that may begin at `start`, with their costs.

        Args:
            start: where a name would begin.
            stop: the name ends no later.
            loose: whether a name without a known surname may stand here.
        """
        found: list[tuple[int, float]] = []
        if stop - start < 2:
            return found
        text, costs = self.text, self.costs
        first, pair = text[start], text[start : start + 2]
        surname = costs.surname.get(first)
        if surname is not None:
            found += self._hidden(start, stop) if pair[1] == "某" else self._given(start + 1, stop, surname)
        if pair in costs.compound and stop - start >= 3:
            found += self._given(start + 2, stop, _COMPOUND)
        if pair in self.parts:
            found += self._composed(start, stop, loose=loose)
        if loose and pair in self.japanese:
            found += self._japanese_names(start, stop)
        if loose and (pair in self.parts or not (first in self.after or first in _NEVER_FIRST)):
            if surname is None:
                found += self._free(start, stop)
            found += self._transliterated(start, stop)
        return found

    def is_short(self, start: int) -> bool:
        """Whether no name that begins here has more than three characters, unless something announces it."""
        pair = self.text[start : start + 2]
        return pair not in self.costs.compound and pair not in self.parts

    def _given(self, start: int, stop: int, surname: float) -> list[tuple[int, float]]:
        """Given names of one and of two characters behind a surname."""
        first = self.text[start]
        single = start + 1, surname + SINGLE + self.costs.only.get(first, UNSEEN)
        if start + 2 > stop:
            return [single]
        return [single, (start + 2, surname + DOUBLE + self._pair(first, self.text[start + 1]))]

    def _hidden(self, start: int, stop: int) -> Iterator[tuple[int, float]]:
        """Names that are told in part: 吴某, 何某某, 廖某宇."""
        yield start + 2, _SOMEBODY
        third = self.text[start + 2 : stop][:1]
        if third == "某":
            yield start + 3, _SOMEBODY
        elif self.costs.only.get(third, UNSEEN) < _USUAL:
            yield start + 3, _SOMEBODY + SINGLE + self.costs.only[third]

    def _free(self, start: int, stop: int) -> Iterator[tuple[int, float]]:
        """Names with a surname that is not known, or with none: 阿碧."""
        text = self.text
        yield start + 2, _LOOSE + self._pair(text[start], text[start + 1])
        if start + 3 <= stop:
            yield start + 3, _RARE_SURNAME + self._pair(text[start + 1], text[start + 2])

    def _composed(self, start: int, stop: int, *, loose: bool) -> Iterator[tuple[int, float]]:
        """Names without a surname that are made of parts: 扎西|平措; one part alone only where a name may be loose."""
        for end in self._part_ends(start, stop):
            if loose:
                yield end, _COMPOSED + _PART
                if end < stop:
                    yield end + 1, _COMPOSED + _PART + self.foreign(self.text[end])
            for last in self._part_ends(end, stop):
                yield last, _COMPOSED + 2 * _PART

    def _japanese_names(self, start: int, stop: int) -> Iterator[tuple[int, float]]:
        """Names such as 山本|健一."""
        text = self.text
        for end in (start + 2, start + 3):
            if text[start:end] in _japanese() and end < stop:
                yield end + 1, _COMPOSED + _PART + self.costs.only.get(text[end], UNSEEN)
                if end + 1 < stop:
                    yield end + 2, _COMPOSED + _PART + self._pair(text[end], text[end + 1])
                if text[end + 2 : min(end + 3, stop)] in _JAPANESE_ENDS:
                    yield end + 3, _COMPOSED + _PART + self._pair(text[end], text[end + 1])

    def _part_ends(self, start: int, stop: int) -> list[int]:
        text, parts = self.text, _parts()
        return [end for end in range(start + 2, min(start + 5, stop) + 1) if text[start:end] in parts]

    def _transliterated(self, start: int, stop: int) -> Iterator[tuple[int, float]]:
        """Names without a surname that are made of characters used to transliterate."""
        text, foreign = self.text, self.costs.foreign.get
        total = foreign(text[start], _STRANGE)
        for end in range(start + 2, min(start + 6, stop) + 1):
            last = foreign(text[end - 1], _STRANGE)
            total += last
            if total <= _FOREIGN * (end - start):
                yield end, _LOOSE + total + (1.5 if last > 7.0 and text[end - 1] in self.after else 0.0)

    def _pair(self, second: str, third: str) -> float:
        cost = self.costs.second.get(second, UNSEEN) + self.costs.third.get(third, UNSEEN)
        # why: given names are doubled often, 婷婷, but not with a word that goes on from a name: 杨到|到企业
        return cost + 3.0 if second == third and second in self.after else cost

    def looks_like_one(self, start: int, stop: int) -> bool:
        """Whether a name has a known surname or known parts, or is transliterated, and needs no word behind to show it."""
        pair = self.text[start : start + 2]
        return (
            pair[0] in self.costs.surname
            or pair in self.costs.compound
            or pair in self.parts
            or pair in self.japanese
            or sum(map(self.foreign, self.text[start:stop])) <= _TRANSLITERATED * (stop - start)
        )

    def foreign(self, character: str) -> float:
        """How unlikely a character is in a transliterated name."""
        return self.costs.foreign.get(character, _STRANGE)
