"""Tells places from people: 云溪 of 云溪区, 东门大厦, 王家坪."""

from __future__ import annotations

from functools import cache, cached_property
from re import Pattern

from chronicle_parse.fields.people.costs import word_costs
from chronicle_parse.fields.people.titles import called_at, office_at
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, compiled

_PLACE_ENDS = frozenset("区市县镇乡村省州街路湾庄坪岛屯苑巷弄寨圩")

_FEATURE_ENDS = frozenset("里园场馆院塔店厂山河江湖桥海洋岭沟关城泉坡岩洞峰湾祠庙寺塔亭阁宫堂岗滩潭溪渠坝港")
"""The last characters of natural features and buildings; people are called 青山 as well."""
_ROADS = frozenset("路街巷")
RANKS = frozenset("区市县镇乡村庄湾屯寨坪")
"""What may stand behind the name of a place to tell its rank."""


@cache
def _ranked() -> Pattern[str]:
    return compiled(r"[区市县镇乡省州街社](?<=\p{Han}{2}.)(?:(?<=[区市县镇乡省州])(?!长)|(?<=街)道|(?<=社)区)")


@cache
def _place_list() -> Pattern[str]:
    """A list that says what it is a list of: 常德、岳阳、益阳等市; 张家湾、李家庄三个村."""
    return compiled(
        r"(?:、\p{Han}{2,4}?){1,24}(?:等|(?=[0-9两三四五六七八九十]))[0-9两三四五六七八九十]*个?(?:[市县区镇乡村省州地国](?![领级委政长直四区县主])|街道|社区|部门|单位)"
    )


@cache
def _nouns() -> frozenset[str]:
    return frozenset(words("place_nouns"))


@cache
def _things() -> Pattern[str]:
    """What is called after the person named right before: 邓小平|理论, 习近平|生态文明思想, 鲁迅|文学院."""
    # why: not 王芳调研|思想政治工作; no verb has the words of a doctrine between it and 思想
    doctrine = rf"{any_of(words('people_words', role='doctrine'))}?(?:\p{{Han}}{{0,6}}社会主义)?(?:思想(?!政治|道德)|理论(?!学习|宣讲)|主义)"
    return compiled(rf"{doctrine}|{any_of(words('named_after'))}")


def named_after(text: str, stop: int) -> bool:
    """Whether a thing is called after the person whose name ends here."""
    return _things().match(text, stop) is not None


@cache
def _sites() -> Pattern[str]:
    """What stands at, or is made of, the place named right before: 双峰山|景区, 李宁|运动服装厂."""
    return compiled(rf"\p{{Han}}{{0,4}}?{any_of(words('sites'))}")


def may_be_place(text: str, start: int, stop: int) -> bool:
    """Whether these characters may as well be a place or a brand, where nothing shows that a person acts."""
    if not text[stop : stop + 1].isalnum() or (called_at(text, stop) and text[stop] not in RANKS):
        return False  # why: 李寿山|副书记, but 双峰山|村长
    return (stop > start + 2 and text[stop - 1] in _FEATURE_ENDS) or _sites().match(text, stop) is not None


@cache
def _firms() -> Pattern[str]:
    return compiled(rf"\p{{Han}}{{1,10}}?{any_of(words('organisations', kind='named'))}")


def begins_firm(text: str, stop: int) -> bool:
    """Whether the name of a firm, which often begins with a place, goes on here: 乐陵|金麦食品有限公司."""
    return _firms().match(text, stop) is not None


class Places:
    """The places that a text names together with their rank; read when first asked for."""

    def __init__(self, text: str) -> None:
        """Keeps the text."""
        self._text = text

    @cached_property
    def _known(self) -> frozenset[str]:
        text = self._text
        ends = [found.start() for found in _ranked().finditer(text)]
        return frozenset(text[end - size : end] for end in ends for size in (2, 3) if end >= size)

    def is_building(self, stop: int) -> bool:
        """Whether what ends here is called a building or the like: 安|街道."""
        return self._text[stop - 2 : stop] in _nouns()

    def __contains__(self, span: tuple[int, int]) -> bool:
        """Whether what looks like a name ends like a place, stands among places or begins with one that the text names."""
        start, stop = span
        text = self._text
        if text[stop - 1] in _PLACE_ENDS or self.is_building(stop):
            return True
        following = text[stop : stop + 1]
        if following in RANKS and office_at(text, stop) < 0:
            return True
        if following in _ROADS and text[stop : stop + 2] not in word_costs():
            return True  # 范毛|路获评, but 范毛|路过
        if text.startswith("等地", stop) or (following == "、" and _place_list().match(text, stop)):
            return True
        return any(text[start:end] in self._known for end in range(start + 2, stop + 1))
