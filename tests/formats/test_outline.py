"""Heading systems, what is a heading and what is not, and the levels that follow from the sequence."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle_parse.formats import open_page
from chronicle_parse.formats.outline import SYSTEMS, Heading, cut, find_headings, levels, read_marker
from chronicle_parse.formats.page import Page
from chronicle_parse.text import clean

LAYOUTS = sorted((Path(__file__).parent / "outlines").glob("*.txt"))


def outline(text: str) -> str:
    """The outline as the .outline files write it: indented, marker, title, ~ for a run-in."""
    headings = find_headings(open_page(clean(text)))
    return "".join(
        f"{'  ' * (level - 1)}{heading.marker}{' ' if heading.marker else ''}{heading.title}{' ~' if heading.run_in else ''}\n"
        for heading, level in zip(headings, levels(headings), strict=True)
    )


def page_of(body: str) -> Page:
    """A page with a title above the text."""
    return open_page(clean(f"某县政府工作报告\n\n{body}"))


def titles(body: str) -> list[str]:
    return [heading.title for heading in find_headings(page_of(body))]


def tree(body: str) -> list[str]:
    return outline(f"某县政府工作报告\n\n{body}").splitlines()


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_every_layout_gives_its_outline(layout: Path) -> None:
    assert outline(layout.read_text(encoding="utf-8")) == layout.with_suffix(".outline").read_text(encoding="utf-8")


CHROME = (
    "首页 > 政务公开 > 政府工作报告\n发布时间：2020-01-15 来源：政府办 浏览次数：321\n",
    "\n\n【打印】【关闭】\n上一篇：无\n下一篇：无\n版权所有：县人民政府办公室\n",
)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_neither_indentation_nor_chrome_around_it_changes_an_outline(layout: Path) -> None:
    text = layout.read_text(encoding="utf-8")
    expected = layout.with_suffix(".outline").read_text(encoding="utf-8")
    assert outline("\n".join(f"　　{line}" if line else line for line in text.split("\n"))) == expected
    assert outline(f"{CHROME[0]}{text}{CHROME[1]}") == expected


def wrapped(text: str, width: int, indent: str) -> str:
    """The text as a page that cuts every line at one width."""
    lines = []
    for line in text.split("\n"):
        rest = indent + line.strip() if line.strip() else ""
        while len(rest) > width:
            lines.append(rest[:width])
            rest = rest[width:]
        lines.append(rest)
    return "\n".join(lines)


@pytest.mark.parametrize(("width", "indent"), [(34, "　　"), (32, "　　"), (28, "")])
def test_hard_wraps_change_nothing(width: int, indent: str) -> None:
    paragraphs = "".join(
        f"（{number}）{title}\n{'全县上下攻坚克难，主要指标稳定增长，完成投资12亿元，新增企业36家；' * 4}\n"
        f"一是{title}见成效。{'项目建设全面提速，完成年度计划。' * 5}二是要素保障更有力。{'供应土地三百亩，协调贷款两亿元。' * 5}\n"
        for number, title in zip("一二三", ("工业经济提质", "乡村振兴加力", "民生保障有力"), strict=True)
    )
    text = f"某县政府工作报告\n一、工作回顾\n{paragraphs}"
    assert outline(wrapped(text, width, indent)) == outline(text)
    assert outline(text).count("\n") == 10


def test_a_heading_that_does_not_reach_the_wrap_is_not_joined_to_its_text() -> None:
    heading = "（一）持之以恒转作风，在建设人民满意政府上彰显新担当"
    body = "始终把人民放在心中最高位置，常怀为民之心，多做实在之事。" * 6
    text = wrapped(f"某县政府工作报告\n{heading}\n{body}\n（二）坚持不懈抓落实\n{body}\n", 30, "")
    assert outline(text).splitlines() == [
        "（一） 持之以恒转作风，在建设人民满意政府上彰显新担当",
        "（二） 坚持不懈抓落实",
    ]


@pytest.mark.parametrize(
    ("line", "system", "number"),
    [
        ("一、工作回顾", "hanzi", 1),
        ("十二. 其他工作", "hanzi", 12),
        ("二 今年工作", "hanzi", 2),
        ("（三）改善民生", "hanzi-brackets", 3),
        ("4.城乡面貌", "arabic", 4),
        ("05", "arabic", 5),
        ("(6)扩大就业", "arabic-brackets", 6),
        ("7）扩大就业", "arabic-brackets", 7),
        ("⑧扩大就业", "circled", 8),
        ("第九，扩大就业", "ordinal", 9),
        ("十是扩大就业", "first-is", 10),
        ("一要依法行政", "first-is", 1),
        ("第二部分 工作安排", "part", 2),
        ("关键词三：民生", "keyword", 3),
        ("——经济实力", "dash", None),
        ("●经济实力", "●", None),
    ],
)
def test_markers_are_read_with_their_number(line: str, system: str, number: int | None) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert (marker.system, marker.number) == (system, number)


@pytest.mark.parametrize(
    "line",
    [
        "3.5万平方米",
        "2021年工作回顾",
        "第一产业增加值",
        "第二次会议",
        "26日,会议召开",
        "三中全会",
        "一般公共预算收入",
        "-5℃",
        "经济运行稳中向好",
    ],
)
def test_numbers_that_are_no_markers(line: str) -> None:
    assert read_marker(line) is None


def test_systems_have_names_of_their_own() -> None:
    assert len({system.name for system in SYSTEMS}) == len(SYSTEMS)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("经济运行稳中有升。全区生产总值增长8%。", "经济运行稳中有升"),
        ("在产业升级上下功夫，新增企业10户；", "在产业升级上下功夫"),
        ("慎终如始抓防控，群众安康得到有力守护。建成实验室3个。", "慎终如始抓防控，群众安康得到有力守护"),
        ("抓项目，促发展，完成投资6亿元；", "抓项目，促发展"),
        ("农业方面：粮食总产20万吨。", "农业方面"),
        ("工业经济提质扩量 全年新增企业36家。", "工业经济提质扩量"),
    ],
)
def test_where_a_title_ends(text: str, title: str) -> None:
    found = cut(text, 0, len(text))
    assert found is not None
    assert text[: found[0]] == title


@pytest.mark.parametrize("text", ["新增停车位10万个。", "完成投资6亿元，增长8%。", "“一网通办”：指网上办理。"])
def test_statements_and_definitions_hold_no_title(text: str) -> None:
    assert cut(text, 0, len(text)) is None


@pytest.mark.parametrize(
    "lead", ["条件比较有利。", "发展中还存在不少问题：", "主要原因：", "实践告诉我们：", "我们面临难得机遇："]
)
def test_reasons_conditions_and_problems_are_no_headings(lead: str) -> None:
    assert titles(f"{lead}一是市场需求逐步回升。订单增加。二是重大项目陆续投产。后劲十足。") == []


@pytest.mark.parametrize(
    "lead", ["重点做了以下工作：", "针对这些问题，抓好以下工作：", "关心困难群众。", "报告总结了一年来的工作："]
)
def test_results_and_tasks_are(lead: str) -> None:
    assert titles(f"{lead}一是产业发展提质增效。新增企业12家。二是城乡面貌持续改善。新建公园2座。") == [
        "产业发展提质增效",
        "城乡面貌持续改善",
    ]


def test_a_series_may_go_on_in_the_next_paragraph() -> None:
    text = "做好以下工作：一是抓产业。新增企业12家。二是抓城建。新建公园2座。\n三是抓民生。新建学校3所。"
    assert titles(text) == ["抓产业", "抓城建", "抓民生"]


def test_more_signs_of_markdown_stand_below_fewer() -> None:
    assert tree(
        "## 过去一年工作回顾\n### 改革开放不断深化\n能耗下降21%。\n### 民生持续改善\n新建学校2所。\n## 今年重点工作\n### 建设宜居城市\n改造道路9条。\n"
    ) == ["过去一年工作回顾", "  改革开放不断深化", "  民生持续改善", "今年重点工作", "  建设宜居城市"]


def test_a_lone_mark_makes_no_heading() -> None:
    assert titles("会议强调,一是加强领导。各单位要高度重视。") == []


def test_a_mark_that_the_page_cuts_off_is_left_out() -> None:
    assert titles("部署了三件大事：一是壮大产业；二是扩大投资；三是全") == ["壮大产业", "扩大投资"]


def test_bullets_that_only_state_figures_are_no_headings() -> None:
    text = "■2025年工作回顾\n●生产总值增长6.1%\n●新增就业5.3万人\n■2026年重点工作\n●建设产业体系\n实施技改项目500个以上，净增企业120家。\n●扩大国内需求\n举办200场促消费活动，接待游客增长10%以上。"
    assert tree(text) == ["■ 2025年工作回顾", "■ 2026年重点工作", "  ● 建设产业体系", "  ● 扩大国内需求"]


def test_a_list_of_tasks_is_no_outline() -> None:
    assert titles("办好实事：\n1.新增停车位10万个；\n2.改造危房3000户；\n3.实施供水工程。") == []


def test_a_lost_bullet_does_not_change_the_level() -> None:
    part = "• 经济发展量质齐升\n生产总值增长8%,投资增长6%,财政收入增长5%。\n\n枢纽地位更加巩固\n铁路设站,总里程45.2公里,密度居全市第二。\n\n• 营商环境优化\n出台任务清单37条,新增企业3万家。\n\n"
    assert tree(f"1.加快发展\n\n{part}2.深化改革\n\n{part}").count("  枢纽地位更加巩固") == 2


def test_verse_is_no_outline() -> None:
    assert (
        titles(
            "2021年\n罗湖抢抓战略机遇\n坚持稳中求进总基调\n统筹发展和安全\n打下坚实基础\n\n新的一年\n又该向哪\n一起关注\n"
        )
        == []
    )


def test_numbers_may_stand_below_an_unmarked_year() -> None:
    text = "2021年工作回顾\n一、经济发展\n增长8%。\n二、民生改善\n新建学校2所。\n2022年主要工作\n一、扩大投资\n完成50亿元。\n二、促进消费\n增长7%。"
    assert [line.startswith("  ") for line in tree(text)] == [False, True, True, False, True, True]


def test_a_year_inside_a_series_stands_below_it() -> None:
    text = "一、发展成就\n2020年工作\n\n全年生产总值增长3.8%,投资增长9%。\n\n二、发展目标\n\n今后五年年均增长7%。"
    assert tree(text) == ["一、 发展成就", "  2020年工作", "二、 发展目标"]


def test_contents_at_the_top_are_chrome() -> None:
    contents = "一、工作回顾\n二、总体要求\n三、重点工作\n"
    page = page_of(f"{contents}正文\n一、工作回顾\n增长8%。\n二、总体要求\n稳中求进。\n三、重点工作\n抓好落实。")
    assert [heading.title for heading in find_headings(page)] == ["工作回顾", "总体要求", "重点工作"]
    assert [line.role for line in page.lines[2:5]] == ["chrome"] * 3


def test_links_to_the_headings_are_chrome_even_when_they_are_broken_over_lines() -> None:
    links = "  • 聚焦新发展格局,\n    推进口岸建设\n  • 聚焦结构调整,推动\n    经济发展\n  • 聚焦品质提升,打造\n    宜居城区\n"
    text = (
        "加快总体规划和产业规划，强化规则衔接，引进专业机构和人才，打造合作平台和品牌，完善服务中心功能，推动项目落地。"
    )
    body = f"(一)聚焦新发展格局,推进口岸建设\n{text}\n(二)聚焦结构调整,推动经济发展\n{text}\n(三)聚焦品质提升,打造宜居城区\n{text}\n"
    page = page_of(f"{links}\n{body}")
    assert [heading.marker for heading in find_headings(page)] == ["(一)", "(二)", "(三)"]
    assert all(line.role == "chrome" for line in page.lines[2:8])


def test_the_second_version_of_a_report_keeps_the_levels_of_the_first() -> None:
    text = "一、稳定增长\n经济运行稳中有升。生产总值增长8%。\n复工复产强力推进。兑现资金8亿元。\n二、改善民生\n教育事业稳中提质。新建学校5所。\n医改成效更加凸显。新建社康14家。\nMORE+\n(二)改善民生\n我们坚持以人民为中心。一是教育事业稳中提质。新建学校5所，新增学位5000个。二是医改成效更加凸显。新建社康14家。\n[详细]\n(一)稳定增长\n我们直面困难。一是经济运行稳中有升。投资增长10%。二是复工复产强力推进。减税5.7亿元。"
    headings = find_headings(page_of(text))
    depth = {(heading.marker, heading.title): level for heading, level in zip(headings, levels(headings), strict=True)}
    assert depth["(二)", "改善民生"] == depth["二、", "改善民生"] == 1
    assert depth["一是", "经济运行稳中有升"] == depth["", "经济运行稳中有升"] == 2


PIECES = ("一、", "（一）", "1.", "（1）", "①", "一是", "二是", "第一，", "——", "■", "●", "• ", "## ", "2021年工作回顾", "经济运行稳中向好", "新增企业12家。", "，", "。", "；", "：", "\n", "\n\n", " ", "【产业】", "**")  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join))
def test_any_text_has_an_outline_in_order(text: str) -> None:
    page = open_page(clean(text))
    headings = find_headings(page)
    found = levels(headings)
    assert len(found) == len(headings)
    assert all(1 <= level <= len(SYSTEMS) + 10 for level in found)
    for before, after in pairwise(headings):
        assert before.start <= after.start
    for heading in headings:
        assert 0 <= heading.start <= heading.stop <= heading.body <= len(page.text)
        assert heading.title


def test_a_hundred_thousand_headings_take_linear_time(growth: Callable[..., float]) -> None:
    def read(count: int) -> None:
        text = "".join(f"（{'一二三四五六七八九十'[n % 10]}）加快发展\n新增{n}家。\n" for n in range(count))
        page = Page(clean(text))
        headings: list[Heading] = find_headings(page)
        levels(headings)
        assert len(headings) == count

    read(100_000)
    assert growth(read, 2_000, 16_000) < 32


def test_levels_nest_no_deeper_than_there_are_systems() -> None:
    text = "\n".join(f"{'#' * (n % 6 + 1)} 发展{n}\n内容。" for n in range(5_000))
    assert max(levels(find_headings(open_page(clean(text))))) <= 6


def test_statements_with_amounts_in_chinese_numerals_are_no_headings() -> None:
    body = (
        "一、一九八四年的工作\n"
        "棉花总产二万四千担，比上年增加三千一百担。农村专业户发展到六千多户，占总农户的百分之十一点八。\n"
        "小学入学率达到百分之九十六点四，翻修校舍八千平方米。全县造林五万七千亩，治理面积四十二平方公里。\n"
    )
    assert tree(body) == ["一、 一九八四年的工作"]


@pytest.mark.parametrize(
    "end", ["今年是应对危机的关键之年。做好政府工作，要抓项目。", "过去的一年是极不平凡的一年。我们攻坚克难。"]
)
def test_what_kind_of_year_it_was_is_no_heading(end: str) -> None:
    body = (
        "2009年工作回顾\n"
        "工业主导地位更加突出。规模以上工业企业达到512家，增长19.8%。\n"
        "农业农村稳步发展。粮食总产达到188万吨，改造中低产田16万亩。\n"
        f"{end}\n"
        "2010年主要工作\n生产总值增长12%以上。\n"
    )
    assert [title.lstrip() for title in tree(body)] == [
        "2009年工作回顾",
        "工业主导地位更加突出 ~",
        "农业农村稳步发展 ~",
        "2010年主要工作",
    ]


@pytest.mark.parametrize("behind", ["刚刚过去的2022年，", "2022年，", "一年来，", "各位代表，", "在县委的领导下，"])
def test_a_title_that_names_the_review_ends_before_the_sentence_glued_to_it(behind: str) -> None:
    one_line = f"一、2022年工作回顾{behind}我们办成了几件大事。二、2023年主要任务今年要抓好三件事。"
    assert titles(one_line) == ["2022年工作回顾", "2023年主要任务"]


def test_a_title_with_two_topics_is_not_cut_between_them() -> None:
    assert titles(
        "一、过去五年和2021年工作回顾\n我们办成了几件大事。\n\n二、今后五年目标任务和2022年工作安排\n\n要抓好三件事。"
    ) == [
        "过去五年和2021年工作回顾",
        "今后五年目标任务和2022年工作安排",
    ]


def test_sentences_in_bold_head_the_text_behind_them() -> None:
    body = "## 工作回顾\n\n**工业提质增效。** 新增规上企业12户，利润增长8%。\n\n**创新能力增强** 新建实验室5家，净增企业9家。\n"
    assert tree(body) == ["工作回顾", "  工业提质增效 ~", "  创新能力增强 ~"]


def test_a_report_on_one_line_has_its_parts() -> None:
    body = (
        "某街道2023年政府工作报告一、2022年工作回顾2022年是不平凡的一年。改造小区3个。二、“十四五”发展目标和2023年工作安排"
        "“十四五”时期是关键期。新建道路2公里。三、加强政府自身建设坚持依法行政,建设法治政府。"
    )
    assert titles(body) == ["2022年工作回顾", "“十四五”发展目标和2023年工作安排", "加强政府自身建设"]


def test_parts_without_a_marker_are_found_among_the_sentences_of_one_line() -> None:
    body = (
        "各位代表,现在,我代表县人民政府,向大会报告工作,请予审议,并请县政协委员和其他列席人员提出意见。2019年工作回顾2019年,是极不平凡的一年。"
        "全县上下团结奋斗,生产总值增长7.8%,财政收入增长6%,城乡居民人均可支配收入分别增长9%和10%。一、聚焦脱贫攻坚,小康成色更足。投入资金4.5亿元。"
        "二、聚焦产业升级,发展动能更强。新增规上企业12家。2020年工作安排2020年是决胜之年。一、决战脱贫攻坚。贫困人口全部脱贫。二、推进项目建设。完成投资35亿元。"
    )
    assert [title.strip() for title in tree(body)] == [
        "2019年工作回顾 ~",
        "一、 聚焦脱贫攻坚,小康成色更足 ~",
        "二、 聚焦产业升级,发展动能更强 ~",
        "2020年工作安排 ~",
        "一、 决战脱贫攻坚 ~",
        "二、 推进项目建设 ~",
    ]


def test_periods_in_brackets_stand_above_bullets() -> None:
    body = (
        "【2023年回顾】\n◆ 经济运行回升\n生产总值增长5%，财政收入增长8%。\n◆ 民生不断改善\n新增床位300张，改造小区12个。\n\n"
        "【2024年目标】\n生产总值增长6%左右，粮食产量不低于128万吨。\n\n【2024年怎么干】\n实施项目240个以上，完成投资300亿元。\n"
    )
    assert tree(body) == ["2023年回顾", "  ◆ 经济运行回升", "  ◆ 民生不断改善", "2024年目标", "2024年怎么干"]
