"""Invented people, bodies and sentences, each sentence with what a reader must find in it."""

from __future__ import annotations

from attrs import frozen
from hypothesis import strategies as st

PLACES = ("青禾县", "怀岭县", "白塔区", "云栖市", "石梁区")
"""Places that are on no map."""

NAMES = (
    "罗远", "刘芳", "陈国栋", "林晓梅", "周建平", "吴玉兰", "郑海波", "孙丽娟", "马志强", "朱明辉", "胡秀英", "郭振华", "何文静", "高永胜",
    "徐小燕", "梁思远", "宋志刚", "唐婉清", "许立群", "韩雪梅", "冯德才", "邓丽华", "曹国庆", "彭志远", "欧阳文博",
)  # fmt: skip

TITLES = (
    "区委书记", "区长", "县委副书记", "副县长", "市政协副主席", "县人大常委会主任", "区教育局局长", "镇党委书记", "市委常委", "团县委书记",
)  # fmt: skip

_BARE = str.maketrans("", "", "{}《》")

_BODIES = (
    "区委", "区政府", "县人大常委会", "县政协", "团区委", "区总工会", "县文化馆", "市第一中学", "区档案馆", "县供销社",
)  # fmt: skip

_ACTS: tuple[tuple[str, str], ...] = (
    ("召开全体会议,部署全年工作", ""),
    ("举办读书节", ""),
    ("走访慰问困难职工{}", "户"),
    ("与市农商银行签署合作协议", ""),
    ("获评全省先进单位", ""),
    ("开展义务植树,植树{}", "株"),
    ("发布《防汛手册》", ""),
    ("启用新办公楼,建筑面积{}", "万平方米"),
    ("表彰优秀教师{}", "名"),
    ("发放消费券{}", "万元"),
)
"""What a body does, and the unit of the amount in it."""

_VISITS = (
    "到北桥街道检查森林防火",
    "到市第一中学调研",
    "主持召开经济工作会议",
    "出席开工仪式",
    "走访慰问老党员",
    "参加义务植树活动",
    "会见客商一行",
    "作动员讲话",
    "为读书节揭幕",
)
"""What people do; some of the verbs could be part of a name, and must not become one."""

_MORE: tuple[tuple[str, str], ...] = (
    ("", ""),
    ("会议听取了工作报告。", ""),
    ("活动现场发放资料{}。", "份"),
    ("该项目总投资{}。", "亿元"),
    ("会上,{}单位受到表彰。", "家"),
)


@frozen
class Sentence:
    """One or two sentences about one event.

    Attributes:
        text: as it stands on a clean page.
        people: (title, name) of everybody in it.
        quantities: every amount as written.
        works: every title in 《》.
        headline: what a headline above it says.
    """

    text: str
    people: tuple[tuple[str, str], ...] = ()
    quantities: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    headline: str = ""


_DIGITS = "〇一二三四五六七八九"


def hanzi(number: int) -> str:
    """A number up to ninety-nine as it is spoken.

    >>> hanzi(3), hanzi(10), hanzi(24)
    ('三', '十', '二十四')
    """
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十") + (_DIGITS[ones] if ones else "")


_WIDE = str.maketrans(",;:", "，；：")


def wide(text: str) -> str:
    """The text with the full-width punctuation that most pages have.

    >>> wide("3月5日,区委召开会议")
    '3月5日，区委召开会议'
    """
    return text.translate(_WIDE)


def amounts(unit: str) -> st.SearchStrategy[str]:
    """Numbers as they stand before a unit: decimals before one that multiplies (亿元, 万平方米), else whole ones."""
    if unit[0] in "万亿":
        return st.decimals(1, 99, places=1).map(str)
    return st.integers(2, 9999).map(str)


@st.composite
def _filled(draw: st.DrawFn, words: str, unit: str) -> tuple[str, tuple[str, ...]]:
    if not unit:
        return words, ()
    written = draw(amounts(unit)) + unit
    return words.format(written), (written,)


@st.composite
def deeds(draw: st.DrawFn) -> Sentence:
    """What a body does: no people in it."""
    body, pattern = draw(st.sampled_from(_BODIES)), draw(st.sampled_from(_ACTS))
    act, first = draw(_filled(*pattern))
    more, second = draw(_filled(*draw(st.sampled_from(_MORE))))
    works = ("防汛手册",) if "《" in act else ()
    headline = body + pattern[0].partition(",")[0].translate(_BARE)
    return Sentence(f"{body}{act}。{more}", (), first + second, works, headline)


@st.composite
def visits(draw: st.DrawFn) -> Sentence:
    """What one or two people do; the second has a title of its own, or shares that of the first."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=2, unique=True))
    titles = [draw(st.sampled_from(TITLES)), *(draw(st.sampled_from(TITLES) | st.just("")) for _ in names[1:])]
    people = tuple(zip(titles, names, strict=True))
    act = draw(st.sampled_from(_VISITS))
    more, quantities = draw(_filled(*draw(st.sampled_from(_MORE))))
    shown = "、".join(title + name for title, name in people)
    return Sentence(f"{shown}{act}。{more}", people, quantities, headline=f"{titles[0]}{names[0]}{act}")


def sentences() -> st.SearchStrategy[Sentence]:
    """What a body or people do."""
    return deeds() | visits()
