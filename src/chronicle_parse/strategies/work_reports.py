"""Draw work reports in many heading systems, together with the outline and the indicators that a reader must find."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import evolve, frozen
from hypothesis import strategies as st

from chronicle_parse.model import Section
from chronicle_parse.model.values import IndicatorKind
from chronicle_parse.strategies.indicators import DrawnIndicator, clauses
from chronicle_parse.strategies.pages import SCRIPTS, Script, pages
from chronicle_parse.strategies.words import NAMES, PLACES, hanzi, wide


@frozen
class DrawnHeading:
    """A heading that a reader must find; `run_in` where its text goes on in the same line."""

    level: int
    marker: str
    title: str
    run_in: bool

    @classmethod
    def read(cls, section: Section) -> DrawnHeading:
        """What was drawn where this was read."""
        return cls(section.level, section.marker, section.title, section.run_in)


@frozen
class DrawnReport:
    """A work report as a page shows it, and what a reader must find, in order."""

    text: str
    year: int
    speaker: str
    outline: tuple[DrawnHeading, ...]
    indicators: tuple[DrawnIndicator, ...]


@frozen
class _Block:
    """Some lines of a report with what is in them."""

    lines: tuple[str, ...]
    outline: tuple[DrawnHeading, ...]
    indicators: tuple[DrawnIndicator, ...]


_TITLES: dict[IndicatorKind, tuple[str, ...]] = {
    "actual": ("经济运行稳中向好", "城乡面貌持续改善", "民生保障更加有力", "改革开放不断深化", "生态环境明显改善", "乡村振兴扎实推进"),
    "target": ("推动产业升级", "优化营商环境", "建设宜居城市", "办好民生实事", "深化改革开放", "加强生态保护"),
}  # fmt: skip

TOPS: dict[str, Callable[[int], str]] = {
    "一、": lambda at: f"{hanzi(at)}、",
    "unmarked": lambda _: "",
    "第一部分": lambda at: f"第{hanzi(at)}部分 ",
    "Markdown": lambda _: "## ",
}
"""The marks of the parts of a report, by name."""

SUBS: dict[str, Callable[[int], str]] = {
    "(一)": lambda at: f"({hanzi(at)})",
    "（一）": lambda at: f"（{hanzi(at)}）",
    "1.": lambda at: f"{at}.",
    "1、": lambda at: f"{at}、",
    "(1)": lambda at: f"({at})",
    "●": lambda _: "● ",
    "◆": lambda _: "◆",
    "■": lambda _: "■",
    "一是": lambda at: f"{hanzi(at)}是",
    "第一,": lambda at: f"第{hanzi(at)},",
    "——": lambda _: "——",
    "Markdown": lambda _: "### ",
    "unmarked": lambda _: "",
}
"""The marks of the headings below a part, by name."""

RUN_IN = frozenset(("一是", "第一,", "——"))
"""The marks whose headings always have their text behind them, in the same line."""

EITHER = frozenset(("(一)", "（一）", "1.", "1、"))
"""The marks whose headings have it behind them or below."""

BELOW_MARKS = frozenset(("unmarked", "Markdown"))
"""The marks of headings that can be told from parts only where those have marks."""


def _shown(mark: str) -> str:
    """The mark of a heading as a reader gives it: signs of Markdown are none."""
    return mark.strip("# ")


_REVIEWS = ("{0}年工作回顾", "过去一年工作回顾")
_GOALS = ("{0}年主要预期目标", "今年主要预期目标")
_PLANS = ("{0}年重点工作", "今年重点工作")


@st.composite
def _paragraph(draw: st.DrawFn, kind: IndicatorKind, year: int) -> tuple[str, tuple[DrawnIndicator, ...]]:
    """A few clauses, each a sentence or a part of one."""
    drawn = draw(st.lists(clauses(kind, year), min_size=1, max_size=4))
    text = "".join(clause.text + draw(st.sampled_from(";。")) for clause in drawn[:-1]) + drawn[-1].text + "。"
    return text, tuple(each for clause in drawn for each in clause.indicators)


@st.composite
def _headed(draw: st.DrawFn, kind: IndicatorKind, year: int, sub: str) -> _Block:
    """What stands below the heading of a part: two to four headings with a paragraph each."""
    mark, run_in = SUBS[sub], sub in RUN_IN or (sub in EITHER and draw(st.booleans()))
    lines: list[str] = []
    outline: list[DrawnHeading] = []
    found: list[DrawnIndicator] = []
    for at, title in enumerate(draw(st.lists(st.sampled_from(_TITLES[kind]), min_size=2, max_size=4, unique=True)), 1):
        text, indicators = draw(_paragraph(kind, year))
        lines += [f"{mark(at)}{title}。{text}"] if run_in else [mark(at) + title, text]
        outline.append(DrawnHeading(2, _shown(mark(at)), title, run_in))
        found += indicators
    if sub == "一是" and draw(st.booleans()):
        lines = ["".join(lines)]
    return _Block(tuple(lines), tuple(outline), tuple(found))


@st.composite
def _goals(draw: st.DrawFn, year: int) -> _Block:
    """The paragraph below the heading of the targets."""
    text, found = draw(_paragraph("target", year))
    return _Block((text,), (), found)


@st.composite
def _parts(draw: st.DrawFn, year: int, top: str, sub: str) -> tuple[_Block, ...]:
    """What was done, what is expected and what is to be done, each under its heading."""
    parts = (
        (_REVIEWS, year - 1, _headed("actual", year - 1, sub)),
        (_GOALS, year, _goals(year)),
        (_PLANS, year, _headed("target", year, sub)),
    )
    blocks = []
    for at, (titles, spoken_of, below) in enumerate(parts, 1):
        title, marker, block = draw(st.sampled_from(titles)).format(spoken_of), TOPS[top](at), draw(below)
        heading = DrawnHeading(1, _shown(marker), title, False)
        blocks.append(_Block((marker + title, *block.lines), (heading, *block.outline), block.indicators))
    return tuple(blocks)


def work_reports(
    tops: Sequence[str] = tuple(TOPS),
    subs: Sequence[str] = tuple(SUBS),
    *,
    chrome: bool = True,
    scripts: Sequence[Script] = SCRIPTS,
) -> st.SearchStrategy[DrawnReport]:
    """Work reports that look back on one year and promise things for the next.

    Args:
        tops: the names of the heading systems of the parts, from `TOPS`.
        subs: the names of the heading systems below them, from `SUBS`; those in `BELOW_MARKS` only below parts with marks.
        chrome: whether navigation and metadata may stand around the text.
        scripts: the characters that the page may be in.
    """

    @st.composite
    def draw_report(draw: st.DrawFn) -> DrawnReport:
        year, day = draw(st.integers(2005, 2030)), draw(st.integers(3, 28))
        place, speaker = draw(st.sampled_from(PLACES)), draw(st.sampled_from(NAMES))
        top = draw(st.sampled_from(tops))
        sub = draw(st.sampled_from([each for each in subs if top != "unmarked" or each not in BELOW_MARKS]))
        blocks = draw(_parts(year, top, sub))
        lines = [
            f"——{year}年1月{day}日在{place}第十八届人民代表大会第三次会议上",
            f"{place[-1]}长 {speaker}",
            "各位代表:",
            "现在,我代表人民政府向大会报告工作,请予审议。",
            *(line for block in blocks for line in block.lines),
        ]
        width: Callable[[str], str] = wide if draw(st.booleans()) else str
        text = draw(pages(f"{place}政府工作报告", list(map(width, lines)), chrome=chrome, scripts=scripts))
        outline = (evolve(each, marker=width(each.marker)) for block in blocks for each in block.outline)
        found = (each for block in blocks for each in block.indicators)
        return DrawnReport(text, year, speaker, tuple(outline), tuple(found))

    return draw_report()
