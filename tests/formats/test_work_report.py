"""Work reports: years and speaker, what each section speaks of, sections and their texts, issues, detection."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import chronicle_parse as cp
from chronicle_parse.formats import open_page
from chronicle_parse.formats.work_report import score
from chronicle_parse.formats.work_report.periods import Context, Years, context, last_lead
from chronicle_parse.lexicon import rows
from chronicle_parse.text import clean

LAYOUTS = sorted((Path(__file__).parent / "outlines").glob("*.txt"))


def report(text: str, year: int | None = None, published: dt.date | None = None) -> cp.WorkReport:
    document = cp.parse(text, kind="work_report", year=year, published=published)
    assert isinstance(document, cp.WorkReport)
    return document


HEAD = "怀岭县政府工作报告\n\n"
REVIEW = "一、2023年工作回顾\n地区生产总值218.6亿元，增长6.8%。\n"
PLAN = "二、2024年重点工作\n新增规上工业企业20家以上。\n"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (f"{HEAD}——2024年1月11日在怀岭县第十八届人民代表大会第四次会议上\n{REVIEW}{PLAN}", 2024),
        (f"{HEAD}（二〇二四年一月十一日在县第十八届人民代表大会第四次会议上）\n{REVIEW}", 2024),
        (f"{HEAD}{PLAN}", 2024),
        (f"{HEAD}{REVIEW}", 2024),
        ("宁京两会:2024年政府工作报告关键数字一览\n\n◆地区生产总值增长5.5%以上", 2024),
        ("县长翟清和作政府工作报告，提出2024年地区生产总值增长6%的预期目标。", 2024),
        ("县长翟清和作政府工作报告，回顾了2023年政府工作。", 2024),
        ("县长翟清和作政府工作报告。报告明确了2024年经济社会发展主要预期目标：地区生产总值增长8%。", 2024),
        (f"{HEAD}2023年怀岭\n\n  晒成绩!\n\n地区生产总值增长7%\n\n2024年怀岭\n\n  定目标!\n\n地区生产总值增长6%", 2024),
        (f"{HEAD}——2023年12月28日在县人民代表大会第三次会议上\n{REVIEW}{PLAN}", 2023),
        (f"{HEAD}县长 翟清和\n（2023年12月26日）\n{REVIEW}{PLAN}", 2023),
        (f"2015年度工作报告\n{REVIEW}{PLAN}怀岭镇人民政府\n2023年12月30日\n", 2023),
        ("镇工作汇报\n\n时间:2022-11-03 04:44\n\n截止2007年底,全镇工农业总产值完成10.6亿元,同比增长32%。", 2008),
        ("乡镇工作汇报\n\n时间:2022-05-16 10:20\n\n2007年，我们要力争实现财政收入260万元。", 2007),
    ],
)
def test_the_year_is_the_one_of_delivery(text: str, year: int) -> None:
    assert report(text).year == year


@pytest.mark.parametrize("text", ["到2035年基本实现现代化，远景目标更加清晰。", "2020年以来，我们取得了成绩。"])
def test_other_years_are_not_taken_for_it(text: str) -> None:
    found = report(f"县长翟清和作政府工作报告。{text}")
    assert found.year is None
    assert [issue.code for issue in found.issues] == ["report.year-unknown"]


def test_the_publication_date_and_the_caller_are_asked_last() -> None:
    text = "县长翟清和作政府工作报告。"
    assert report(text, published=dt.date(2024, 1, 12)).year == 2024
    assert report(text, year=2022).year == 2022
    found = report(f"{HEAD}{REVIEW}{PLAN}", year=2022)
    assert found.year == 2024
    assert [issue.code for issue in found.issues] == ["known.conflict"]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        (f"{HEAD}怀岭县人民政府县长 翟清和\n{REVIEW}", "翟清和", "怀岭县人民政府县长"),
        (f"{HEAD}代区长　路正青\n{REVIEW}", "路正青", "代区长"),
        ("1月18日，罗湖区区长范德繁作政府工作报告，回顾过去一年。", "范德繁", "罗湖区区长"),
        ("在全场掌声中，市长缪承志向大会作政府工作报告。", "缪承志", "市长"),
    ],
)
def test_the_speaker_is_who_gives_the_report(text: str, name: str, title: str) -> None:
    speaker = report(text).speaker
    assert speaker is not None
    assert (speaker.name, speaker.title) == (name, title)


def test_nobody_speaks_where_nobody_is_named() -> None:
    assert report(f"{HEAD}{REVIEW}").speaker is None


YEARS = Years(2024, 2024)


@pytest.mark.parametrize(
    ("phrase", "kind", "year"),
    [
        ("2023年工作回顾", "actual", 2023),
        ("2021年以来工作回顾", "actual", 2021),
        ("“十三五”及2020年工作回顾", "actual", 2020),
        ("“十四五”发展成就", "actual", 2023),
        ("过去五年工作回顾", "actual", 2023),
        ("二〇二三年工作的回顾", "actual", 2023),
        ("2024年总体要求和预期目标", "target", 2024),
        ("今年工作的总体要求", "target", 2024),
        ("重点工作", "target", 2024),
        ("今后五年的奋斗目标", "target", 2028),
        ("2023年怀岭", "actual", 2023),
        ("2024年怀岭", "target", 2024),
    ],
)
def test_what_a_heading_speaks_of(phrase: str, kind: str, year: int) -> None:
    said = context(phrase, YEARS)
    assert said is not None
    assert (said.kind, said.year) == (kind, year)


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("2023年主要工作完成情况", "actual"),
        ("存在的主要问题", "actual"),
        ("2023年工作总结和2024年工作要点", None),
    ],
)
def test_of_topics_that_nothing_joins_the_last_counts(phrase: str, kind: str | None) -> None:
    said = context(phrase, YEARS)
    assert said is not None
    assert said.kind == kind


@pytest.mark.parametrize(
    "phrase",
    [
        "工业经济提质扩量",
        "主要目标圆满完成",
        "加强政府自身建设",
        "重点工作扎实推进",
        "全面完成了各项重点工作目标任务",
        "紧紧围绕富民强镇奋斗目标",
    ],
)
def test_a_heading_that_says_nothing_of_it(phrase: str) -> None:
    assert context(phrase, YEARS) is None


def test_a_heading_of_both_says_neither() -> None:
    assert context("2023年工作回顾和2024年工作安排", YEARS) == Context(None, None)


def test_the_last_leading_sentence_counts() -> None:
    said = last_lead("2023年是不平凡的一年。全县上下攻坚克难。\n2024年全县将重点推进六方面工作：", YEARS)
    assert said == Context("target", 2024)


@pytest.mark.parametrize("row", rows("report_headings"), ids=lambda row: row["word"])
def test_every_word_of_the_headings_table_says_what_the_table_says(row: dict[str, str]) -> None:
    assert row["word"] in row["example"]
    said = context(row["word"], YEARS)
    assert said is not None
    assert said.kind == row["kind"]


@pytest.mark.parametrize("row", rows("report_periods"), ids=lambda row: row["word"])
def test_every_period_word_says_what_the_table_says(row: dict[str, str]) -> None:
    assert row["word"] in row["example"]
    said = context(row["word"], YEARS)
    assert said == Context("actual" if row["kind"] == "actual" else "target", 2024 + int(row["offset"]))


@pytest.mark.parametrize("row", rows("outline_words"), ids=lambda row: row["word"])
def test_every_word_of_the_outline_table_stands_in_its_example(row: dict[str, str]) -> None:
    assert row["word"] in row["example"]


def kinds(text: str) -> list[tuple[str, str, int | None]]:
    return [(each.name, each.kind, each.year) for each in report(text).indicators]


def test_indicators_are_of_the_section_they_stand_in() -> None:
    assert kinds(f"{HEAD}{REVIEW}{PLAN}") == [
        ("地区生产总值", "actual", 2023),
        ("规上工业企业", "target", 2024),
    ]


def test_a_report_on_half_a_year_looks_back_on_its_own_year() -> None:
    text = (
        "云岗镇2021年上半年政府工作报告\n上半年工作回顾\n园区盘活厂房1.8万平方米。\n"
        "下半年重点工作安排\n确保新开工项目6个。\n"
    )
    found = report(text)
    assert found.year == 2021
    assert [(each.kind, each.year) for each in found.indicators] == [("actual", 2021), ("target", 2021)]


def test_without_a_plan_everything_was_done() -> None:
    text = (
        "20XX年,是我镇任务最重的一年。全镇干群真抓实干,全面完成了各项重点工作目标任务:\n"
        "一、围绕县城拓展,征地拆迁取得突破。拆迁房屋426户。去年新投入资金110万元。\n"
        "二、围绕城乡统筹,镇域经济取得突破。种植辣椒2.6万亩。\n"
    )
    assert [(kind, year) for _, kind, year in kinds(text)] == [("actual", None)] * 3


def test_targets_and_results_keep_apart() -> None:
    found = report(f"{HEAD}{REVIEW}{PLAN}")
    assert [each.name for each in found.results] == ["地区生产总值"]
    assert [each.name for each in found.targets] == ["规上工业企业"]
    assert {*found.results, *found.targets} == {*found.indicators}


def test_lines_of_label_and_figure_are_indicators() -> None:
    text = f"{HEAD}2024年主要预期目标：\n地区生产总值：增长6%左右\n规上工业：增长8%\n固定资产投资：增长10%\n社零总额：增长9%\n"
    assert [(name, kind) for name, kind, _ in kinds(text)] == [
        ("地区生产总值", "target"),
        ("规上工业", "target"),
        ("固定资产投资", "target"),
        ("社零总额", "target"),
    ]


def test_sections_without_a_period_take_it_from_the_one_above() -> None:
    text = f"{HEAD}一、2023年工作回顾\n（一）工业提质\n新建标准厂房26万平方米。\n（二）农业增效\n新认证绿色食品9个。\n二、2024年重点工作\n（一）强工业\n新建标准厂房20万平方米。"
    assert [(kind, year) for _, kind, year in kinds(text)] == [("actual", 2023), ("actual", 2023), ("target", 2024)]


def test_a_leading_paragraph_holds_for_the_sections_after_it() -> None:
    text = (
        "2月2日，县长翟清和作政府工作报告。\n2023年是不平凡的一年，全县在以下方面取得成绩。\n"
        "一、工业提质\n新建标准厂房26万平方米。\n二、农业增效\n新认证绿色食品9个。\n"
        "2024年怀岭县将重点推进两方面工作：\n一、强工业\n新建标准厂房20万平方米。\n二、兴农业\n新建大棚500亩。"
    )
    assert [(kind, year) for _, kind, year in kinds(text)] == [("actual", 2023)] * 2 + [("target", 2024)] * 2


def test_text_after_a_list_of_parts_belongs_to_none_of_them() -> None:
    text = "县长翟清和作政府工作报告。报告分两部分：一、2023年工作回顾；二、2024年工作安排。\n2023年，全县地区生产总值218.6亿元，增长6.8%。"
    found = report(text)
    assert [section.title for section in found.sections] == ["2023年工作回顾", "2024年工作安排"]
    assert all(section.paragraphs == () for section in found.sections)
    assert [(each.kind, each.year) for each in found.indicators] == [("actual", 2023)]


def test_paragraphs_stand_below_their_heading() -> None:
    text = (
        f"{HEAD}一、工作回顾\n全县经济稳中向好。\n1.工业提质。新建厂房26万平方米。\n又一段。\n二、工作安排\n抓好落实。"
    )
    review, plan = report(text).sections
    assert [paragraph.text for paragraph in review.paragraphs] == ["全县经济稳中向好。"]
    (industry,) = review.sections
    assert (industry.marker, industry.title, industry.run_in, industry.level) == ("1.", "工业提质", True, 2)
    assert [paragraph.text for paragraph in industry.paragraphs] == ["新建厂房26万平方米。", "又一段。"]
    assert text[review.span.start : review.span.stop].endswith("又一段。")
    assert [paragraph.text for paragraph in plan.paragraphs] == ["抓好落实。"]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_every_line_of_text_after_the_first_heading_stands_in_a_section(layout: Path) -> None:
    text = layout.read_text(encoding="utf-8")
    found = report(text)
    sections = [section.span for section in found.sections if section.paragraphs or section.sections]
    for line in found.lines:
        if line.role == "paragraph" and sections and line.span.start > sections[0].start:
            middle = (line.span.start + line.span.stop) // 2
            assert any(span.start <= middle <= span.stop for span in sections), text[line.span.start : line.span.stop]


def test_heading_lines_have_the_role_and_run_ins_do_not() -> None:
    text = f"{HEAD}一、工作回顾\n1.工业提质。新建厂房26万平方米。\n"
    assert [line.role for line in report(text).lines if line.role != "blank"] == ["title", "heading", "paragraph"]


def test_two_versions_on_a_page_are_reported() -> None:
    text = (Path(__file__).parent / "outlines" / "two_versions.txt").read_text(encoding="utf-8")
    assert "report.two-versions" in [issue.code for issue in report(text).issues]
    assert "report.two-versions" not in [issue.code for issue in report(f"{HEAD}{REVIEW}{PLAN}").issues]


def test_an_amount_whose_bound_is_cut_off_is_reported() -> None:
    text = f"{HEAD}{PLAN}PM2.5年均浓度控制在18微克/立方米以;推动河流复明。"
    (issue,) = [issue for issue in report(text).issues if issue.code == "indicator.cut-off"]
    assert text[issue.span.start : issue.span.stop] == "18微克/立方米以"


@pytest.mark.parametrize("amount", ["18微克/立方米以内;", "20家以上。", "以人民为中心。"])
def test_whole_amounts_are_not_reported(amount: str) -> None:
    assert "indicator.cut-off" not in [issue.code for issue in report(f"{HEAD}{PLAN}浓度控制在{amount}").issues]


def test_an_excerpt_that_ends_inside_a_sentence_says_so() -> None:
    body = "全县上下攻坚克难，" * 8
    assert "report.cut-off" in [issue.code for issue in report(f"{HEAD}{body}实现").issues]
    assert "report.cut-off" not in [issue.code for issue in report(f"{HEAD}{body}实现目标。").issues]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_reports_and_their_digests_are_detected(layout: Path) -> None:
    assert cp.detect(layout.read_text(encoding="utf-8"))[0].name == "work_report"


UNTITLED = (
    "20XX年，是我镇奋力追赶的一年。一年来，镇党委、政府较好地完成了各项目标任务：\n"
    "一、突出项目带动，发展后劲不断增强。全年引进项目9个，到位资金1.2亿元，较上年增长26%，拆迁房屋86户1.2万平方米。\n"
    "二、突出结构调整，农业基础更加稳固。种植油菜1.6万亩、产量2080吨；出栏生猪3.4万头，新修渠道13公里，整治山坪塘38口。\n"
    "三、突出民生改善，社会事业协调发展。发放惠农资金412万元；改造危房64户；农民人均纯收入6820元，增加770元，增长12.7%。\n"
)


def test_a_report_without_a_title_is_told_by_its_figures() -> None:
    found, reasons = score(open_page(clean(UNTITLED)))
    assert found >= 0.3
    assert {"it is full of figures", "its parts are counted"} <= set(reasons)


def test_statistics_are_no_report() -> None:
    assert score(open_page(clean("怀岭县2023年国民经济和社会发展统计公报\n" + UNTITLED)))[0] < 0.3


@pytest.mark.parametrize(
    "text",
    [
        "关于印发2022年政府工作报告重点任务分工方案的通知\n各镇人民政府：\n现将分工方案印发给你们。\n一、总体要求\n二、任务分工",
        "县政府召开《政府工作报告（征求意见稿）》座谈会\n1月5日，县政府召开座谈会，征求人大代表意见。",
        "静夜思\n床前明月光\n疑是地上霜\n举头望明月\n低头思故乡",
        "def parse(text):\n    return text.split()\nclass Report:\n    pass\n",
        "某县大事记\n1月5日，县人大会议开幕，县长作政府工作报告。\n2月3日，某厂投产。\n3月8日，召开会议。\n4月2日，县长调研。\n",
        "一周要闻\n1月5日，县人大会议开幕，县长作政府工作报告。\n1月6日，某厂投产。\n1月7日，召开会议。\n1月8日，调研。\n",
        "在全县教育工作会议上的讲话\n同志们：\n今天我们召开会议，主要任务是总结工作。\n一、提高认识\n二、明确任务",
        "",
    ],
)
def test_other_texts_score_low(text: str) -> None:
    assert score(open_page(clean(text)))[0] < 0.3


def test_a_score_comes_with_its_reasons() -> None:
    found, reasons = score(open_page(clean(f"{HEAD}{REVIEW}{PLAN}")))
    assert found > 0.5
    assert "the title names a government work report" in reasons


PIECES = (HEAD, REVIEW, PLAN, "2021年", "今年", "县长翟清和作政府工作报告", "一是", "二是", "（一）", "■", "增长8%", "18微克/立方米以；", "，", "。", "\n", "——")  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join))
def test_any_text_is_read(text: str) -> None:
    found = report(text)
    assert "".join(text[line.span.start : line.span.stop] for line in found.lines) == text
    for section in found.outline():
        assert 0 <= section.span.start <= section.span.stop <= len(text)
        assert all(section.span.start <= child.span.start for child in section.sections)
