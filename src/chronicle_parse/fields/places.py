"""Reads which locality a bulletin is about, and its code in GB/T 2260.

A place is a chain of division names, wide to narrow, as the text writes it: 深圳市罗湖区. A name of the table is found
wherever it stands; one that is not in the table (a former county, an invented one) is taken by its shape, from the border
of the words before it to its last character, 省 市 区 县. Only a name of the table that can mean but one place gets a
code: 鼓楼区 is in four cities, with 福州市 before it or elsewhere in title, publisher or lead it is one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from re import Pattern

from attrs import frozen

from chronicle_parse.lexicon import rows, words
from chronicle_parse.patterns import any_of, verbose

LEVELS = {"省": 0, "市": 1, "州": 1, "盟": 1, "区": 2, "县": 2, "旗": 2}
"""How narrow a division is, by its last character; for names that are not in the table."""


@frozen
class Place:
    """A locality as a text names it.

    Attributes:
        name: the names of its divisions, wide to narrow, as written: 深圳市罗湖区, 青禾县.
        code: six digits of GB/T 2260, None where it is ambiguous or not in the table.
        start: the offset of the name in the text it was found in.
        stop: the offset behind it.
    """

    name: str
    code: str | None
    start: int
    stop: int


@frozen
class _Name:
    """The name of one division in a text: where it stands, the codes it may have, how narrow it is."""

    start: int
    stop: int
    codes: tuple[str, ...]
    level: int


def locality(title: str = "", publisher: str = "", lead: str = "") -> Place | None:
    """The place a document is about, from its title, else its publisher, else the bodies its first lines name.

    >>> locality("鼓楼区一周要闻"), locality("一周要闻", "福州市鼓楼区人民政府")
    (Place(name='鼓楼区', code=None, start=0, stop=3), Place(name='福州市鼓楼区', code='350102', start=0, stop=6))
    >>> locality("政府工作报告", lead="——2024年1月11日在怀岭县第十八届人民代表大会第四次会议上").name
    '怀岭县'
    """
    context = "\n".join((title, publisher, lead))
    for text in (title, publisher):
        found = find_places(text, context=context)
        if found:
            return next((place for place in found if _body().match(text, place.stop)), found[0])
    for place in find_places(lead, context=context):
        if _session().match(lead, place.stop):
            return place
    return _short_place(title) or _short_place(publisher)


def find_places(text: str, *, context: str = "") -> tuple[Place, ...]:
    """All localities that a clean text names, in order. Meant for titles, publishers and leads, not for whole pages.

    Args:
        text: clean text.
        context: more text of the same page, whose places may tell apart divisions of the same name.

    >>> [(place.name, place.code) for place in find_places("深圳市罗湖区与青禾县签约")]
    [('深圳市罗湖区', '440303'), ('青禾县', None)]
    """
    places: list[Place] = []
    chain: list[_Name] = []
    for name in _names(text):
        if chain and (name.start != chain[-1].stop or name.level < chain[-1].level):
            places.append(_place(text, chain, context))
            chain = []
        chain.append(name)
    return (*places, _place(text, chain, context)) if chain else tuple(places)


def _place(text: str, chain: list[_Name], context: str) -> Place:
    start, stop = chain[0].start, chain[-1].stop
    codes = [code for code in chain[-1].codes if all(_within(code, name.codes) for name in chain[:-1])]
    # the city or, failing that, the province named elsewhere on the page tells divisions of one name apart
    for digits in (4, 2):
        if len(codes) > 1:
            codes = [
                code for code in codes if _short_names().get(code[:digits].ljust(6, "0"), "\n") in context
            ] or codes
    return Place(text[start:stop], codes[0] if len(codes) == 1 else None, start, stop)


def _within(code: str, parents: tuple[str, ...]) -> bool:
    """Whether a division lies in one of the others."""
    return any(code.startswith(parent.removesuffix("00").removesuffix("00")) for parent in parents)


def _names(text: str) -> Iterator[_Name]:
    """The division names of a text, in order and without overlap."""
    stop = 0
    for found in _endings().finditer(text):
        name = _known_name(text, stop, found.end()) or _new_name(text, stop, found.end())
        if name is None:
            continue
        parent = _parent(text, stop, name)
        if parent is None and (name.start != stop or stop == 0) and text[name.start : name.stop] in _generic():
            continue  # why: 城区 and 老城区 are districts, but only where their city stands before them
        if parent is not None:
            yield parent
        yield name
        stop = name.stop


def _known_name(text: str, first: int, stop: int) -> _Name | None:
    """The longest name of the table that ends at `stop` and does not begin before `first`."""
    for start in range(max(first, stop - _longest()), stop - 1):
        if codes := _codes().get(text[start:stop]):
            if stop - start == 2 and (longer := _new_name(text, first, stop)):
                return longer  # why: 兴宁县, a county that is no more, is not 宁县
            if stop - start == 2 and start > first and text[start] in _borders() and text[start - 1].isalpha():
                return None  # why: 政府和县政协 does not name 和县
            return _Name(
                start, stop, codes, min(0 if code[2:] == "0000" else 1 if code[4:] == "00" else 2 for code in codes)
            )
    return None


def _new_name(text: str, first: int, stop: int) -> _Name | None:
    """A name that is not in the table, by its shape: two to four characters and 省, 市, 区 or 县."""
    if text[stop - 1] not in "省市区县":
        return None
    found = _shape().fullmatch(text, max(first, stop - 9), stop)
    start = found.start("name") if found else stop
    word = text[start:stop]
    longest = 4 if word.endswith("省") else 5
    if not 3 <= len(word) <= longest or _is_generic(word) or _counted().search(text, max(start - 4, 0), start):
        return None
    return _Name(start, stop, (), LEVELS[word[-1]])


def _is_generic(word: str) -> bool:
    """Whether a word only looks like a name: 我区, 高新技术开发区; but 云岫新区 and 青城市 may be names."""
    if word in _generic():
        return True
    ending = next((row for row in rows("not_places") if word.endswith(row["word"])), None)
    if ending is None or ending["within_names"] == "yes":
        return False
    return ending["within_names"] == "no" or len(word) > len(ending["word"]) + 1


def _parent(text: str, first: int, name: _Name) -> _Name | None:
    """The short name of a city or province right before a name that lies in it: the 深圳 of 深圳罗湖区."""
    for code in name.codes:
        for parent in (code[:4] + "00", code[:2] + "0000"):
            short = _short_names().get(parent)
            if short and parent != code and text.endswith(short, first, name.start):
                return _Name(name.start - len(short), name.start, (parent,), 0 if parent[2:] == "0000" else 1)
    return None


def _short_place(text: str) -> Place | None:
    """A province or city by its short name, at the beginning of a title: 深圳一周."""
    found = _short_title().match(text)
    if found is None:
        return None
    code = next(code for code, short in _short_names().items() if short == found["name"])
    return Place(found["name"], code, found.start("name"), found.end("name"))


# --- tables and shapes ---------------------------------------------------------------------------------------------


@cache
def _codes() -> Mapping[str, tuple[str, ...]]:
    table: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in rows("divisions"):
        table[row["word"]] += (row["code"],)
    return dict(table)


@cache
def _longest() -> int:
    return max(map(len, _codes()))


@cache
def _short_names() -> Mapping[str, str]:
    """Code to short name of the provinces and prefectures: 广东, 内蒙古, 深圳, 黔东南."""
    return {row["code"]: _long_ending().sub("", row["word"]) for row in rows("divisions") if row["code"].endswith("00")}


@cache
def _long_ending() -> Pattern[str]:
    """What a short name leaves out. The peoples of an autonomous division are named between its name and 自治."""
    peoples = any_of(words("peoples"))
    return verbose(rf"(?:(?<=\p{{Han}}{{2}})(?:{peoples})+自治[区州]|自治[区州]|特别行政区|地区|省|市|盟)$")


@cache
def _endings() -> Pattern[str]:
    """Where a name may end, and what may not follow: 市场, 市民, 区块链, 省级."""
    return verbose(r"省(?![级份])|市(?![场民值容面况])|[县州盟](?![级际])|区(?![块间域别级])|旗(?![舰帜])")


@cache
def _shape() -> Pattern[str]:
    """Words that may stand before a name, then the name."""
    before = any_of([*words("place_borders"), *words("times_of_day")])
    return verbose(rf"(?s:.*(?:{before}|\P{{Han}}))?(?P<name>\p{{Han}}+)")


@cache
def _borders() -> frozenset[str]:
    return frozenset(words("place_borders"))


@cache
def _counted() -> Pattern[str]:
    """A count before a name, which shows that it is none: 16地市; but not the year of 2019青禾县大事记."""
    return verbose(r"(?<! \d ) \d{1,3} $")


@cache
def _generic() -> frozenset[str]:
    return frozenset(words("not_places"))


@cache
def _body() -> Pattern[str]:
    """What shows that a title or publisher is of the place: a body of it, or the name of the bulletin."""
    return verbose(rf"""
        [ ]? (?: 第?[^\s,，。]{{1,4}}届 | [党区县市省]?委 | {any_of(words("place_titles"))} | (?:19|20|二)[\d〇○零一二]{{2,3}}年 )
    """)


@cache
def _session() -> Pattern[str]:
    """What shows it in a lead, which names other places too: a session, the government with its report."""
    return verbose(
        r"""
        委?第?[^\s,，。]{1,4}届 (?: 人 | 委 | 政协 | 党 | [^\s,，。]{1,2}次 )
      | 人民代表大会 | 政府工作报告 | 人民政府 (?= [\s县市区省州] | $ )
    """
    )


@cache
def _short_title() -> Pattern[str]:
    """A short name that opens a title and is not the beginning of another word: not 南京路."""
    return verbose(
        rf"\W*(?P<name>{any_of(name for name in _short_names().values() if len(name) > 1)})(?![路街道大中小桥站港口人队])"
    )
