"""Roundups on saved pages: days above and weekdays beside items, headlines with their day, and what is no item."""

from __future__ import annotations

import datetime as dt

import chronicle_parse as cp
from chronicle_parse.model import Roundup


def read(text: str, published: dt.date | None = None) -> Roundup:
    document = cp.parse(text, kind="roundup", published=published)
    assert isinstance(document, Roundup)
    return document


def dates(document: Roundup) -> list[str | None]:
    return [entry.when.edtf if entry.when else None for entry in document.entries]


def test_a_headline_with_its_day_has_the_paragraph_below_for_its_text() -> None:
    document = read(
        "某街道一周简讯\n10月3日—10月9日\n节日我在岗(10月3日)\n街道干部走访慰问环卫工人。\n"
        "安全再部署(10月8日)\n街道召开安委会全体会议,通报安全形势。",
        dt.date(2022, 10, 10),
    )
    assert dates(document) == ["2022-10-03", "2022-10-08"]
    assert document.entries[0].text.endswith("街道干部走访慰问环卫工人。")


def test_items_that_end_with_their_day_are_no_headlines() -> None:
    document = read("某镇工作动态\n● 镇领导检查汛期灾害点。(7月15日)\n● 镇妇联换届。(7月17日)\n(某镇党政办 供稿)")
    assert [entry.text[:5] for entry in document.entries] == ["镇领导检查", "镇妇联换届"]


def test_the_day_on_top_of_a_daily_is_that_of_today_and_yesterday() -> None:
    text = "晨报要目\n12月9日 星期四 农历冬月初七\n本市\n市委全会今日召开,听取报告。\n市长昨日检查供暖。"
    assert dates(read(text, dt.date(2021, 12, 9))) == ["2021-12-09", "2021-12-08"]
    assert dates(read(text)) == ["XXXX-12-09", "XXXX-12-08"]


def test_a_day_with_its_weekday_above_several_items_heads_them() -> None:
    document = read("一周要闻\n3月8日 星期一\n区长调研。\n3月9日 星期二\n项目调度会召开。")
    assert [(section.heading, len(section.entries)) for section in document.sections] == [
        ("3月8日 星期一", 1),
        ("3月9日 星期二", 1),
    ]


def test_weekdays_in_a_week_whose_year_nobody_says_count_from_monday() -> None:
    document = read("一周回顾(3.8-3.14)\n周一\n区长调研。\n周三\n招聘会启动。\n周末\n摄影展吸引游客。")
    assert dates(document) == ["XXXX-03-08", "XXXX-03-10", "XXXX-03-13/XXXX-03-14"]


def test_the_signature_at_the_end_is_no_section() -> None:
    document = read(
        "某大学一周要闻(2021.01.25-2021.01.31)\n01 学校召开会议\n1月25日,学校召开寒假工作会议。\n"
        "02 校领导慰问\n1月29日,校领导看望留校学生。\n党委宣传部\n2021年2月1日"
    )
    assert [section.heading for section in document.sections if section.heading == "党委宣传部"] == []
    assert dates(document) == ["2021-01-25", "2021-01-29"]


def test_the_head_row_of_a_table_is_no_item() -> None:
    document = read(
        "县领导一周公务活动(6月1日-6月7日)\n| 姓名 | 职务 | 时间 | 活动 |\n| --- | --- | --- | --- |\n"
        "| 王明 | 县长 | 6月2日 | 调研防汛工作 |\n| 李强 | 副县长 | 6月3日 | 检查学校安全 |",
        dt.date(2020, 6, 8),
    )
    assert len(document.entries) == 2


def test_what_guests_came_for_does_not_make_a_reception_an_inspection() -> None:
    document = read("一周要闻\n3月8日,区长会见来区考察的客商。\n3月9日,镇长接待来镇考察客商。\n3月10日,区长考察园区。")
    assert [entry.activity for entry in document.entries] == [
        cp.Activity.RECEPTION,
        cp.Activity.RECEPTION,
        cp.Activity.INSPECTION,
    ]


def test_weekdays_in_brackets_open_items() -> None:
    document = read(
        "某院一周工作动态(2016年11月21日-27日)\n【周一】我院召开党组会。\n【周二】检查在押人员权益。\n【周五】表彰先进。"
    )
    assert dates(document) == ["2016-11-21", "2016-11-22", "2016-11-25"]


def test_the_activities_of_an_office_holder_are_a_roundup() -> None:
    text = (
        "2019年6月份区长活动\n姓名:石玉\n职务:区长\n6月3日上午,主持召开区政府党组会议。\n6月5日,到生态公园检查。\n"
        "6月20日下午,会见友城代表团。"
    )
    assert cp.detect(text)[0].name == "roundup"
    assert [section.heading for section in read(text).sections] == [""]


def test_blank_lines_between_all_lines_part_nothing() -> None:
    text = (
        "某街道一周简讯\n10月3日—10月9日\n节日我在岗(10月3日)\n街道干部走访慰问环卫工人。\n"
        "安全再部署(10月8日)\n街道召开安委会全体会议,通报安全形势。"
    )
    assert dates(read(text.replace("\n", "\n\n"))) == dates(read(text))


def test_a_short_line_that_the_item_below_says_again_is_its_headline() -> None:
    document = read(
        "某县一周动态(2023.6.5-2023.6.11)\n县城关镇发放消费券\n6月6日,县城关镇发放消费券3万元。\n"
        "图书馆举办读书节\n6月7日,图书馆举办读书节,到场120人。\n"
    )
    assert [entry.text.split("\n")[0] for entry in document.entries] == ["县城关镇发放消费券", "图书馆举办读书节"]
    named = read("某县一周动态(2023.6.5-2023.6.11)\n城关镇\n6月6日,城关镇召开大会。\n石桥镇\n6月7日,石桥镇召开大会。\n")
    assert [section.heading for section in named.sections] == ["城关镇", "石桥镇"]


DAYS = (
    "一周回眸 | 江畔客流创纪录\n2018-02-18 江畔观察\n2月12日\n星期一\n市领导慰问一线职工\n戳图片看新闻↓↓↓\n"
    "今天上午,市委书记来到公交中心,看望慰问职工。\n2月13日\n星期二\n首趟列车开行\n戳图片看新闻↓↓↓\n首趟列车今天零时发车,席位2400个。\n"
)


def test_a_weekday_on_a_line_of_its_own_says_the_day_above_again() -> None:
    document = read(DAYS)
    assert [section.heading for section in document.sections] == ["2月12日", "2月13日"]
    assert "星期一" not in "".join(entry.text for entry in document.entries)


def test_today_is_the_day_of_the_heading_above() -> None:
    assert dates(read(DAYS)) == ["2018-02-12", "2018-02-13"]
    assert dates(read("某县一周动态\n2018-02-18 某县发布\n今天上午,县长检查防汛。")) == ["2018-02-18"]


def test_a_day_with_the_name_of_a_site_is_that_of_the_page() -> None:
    document = read(DAYS)
    assert document.metadata.published == dt.datetime(2018, 2, 18)
    assert document.entries[0].text.startswith("市领导慰问一线职工\n")
    assert read("某县一周动态\n2018-02-12 新馆开放\n2018-02-13 大桥合龙\n").metadata.published is None


def test_headlines_may_have_a_mark_of_their_own() -> None:
    document = read(
        "某市早读(3月1日-3月7日)\n▌大桥主塔封顶\n※3月6日,大桥主塔顺利封顶,全长11公里。\n▌新馆开放\n※3月7日,新馆开放。\n"
    )
    assert [entry.text.split("\n")[0] for entry in document.entries] == ["大桥主塔封顶", "新馆开放"]


def test_a_marked_line_above_several_items_with_another_mark_is_the_headline_of_none() -> None:
    document = read(
        "某市早读(3月1日-3月7日)\n▌大桥主塔封顶通车在即\n※3月5日,主塔封顶。\n※3月6日,引桥合龙。\n※3月7日,书记到桥上调研。\n"
    )
    assert [entry.text for entry in document.entries][-3:] == ["主塔封顶。", "引桥合龙。", "书记到桥上调研。"]


def test_a_part_of_a_month_in_the_title_gives_bare_days_their_month() -> None:
    text = "{}政务动态\n1、22日,市政府召开常务会议。\n2、31日,市长到县里调研。"
    published = dt.date(2017, 6, 5)
    assert dates(read(text.format("五月下旬"), published)) == ["2017-05-22", "2017-05-31"]
    assert dates(read(text.format("全市"), published))[0] == "2017-06-22"


def test_a_time_of_day_may_stand_right_behind_a_weekday() -> None:
    document = read(
        "某区领导一周活动(2021年3月8日-14日)\n周一上午 召开会议。\n周二凌晨 检查防汛。\n周三全天 赴省城开会。\n周一新到会。\n"
    )
    assert dates(document)[:3] == ["2021-03-08", "2021-03-09", "2021-03-10"]
    assert "周一新" in document.entries[-1].text


def test_month_and_day_in_figures_are_days_where_several_lines_open_so() -> None:
    published = dt.date(2021, 3, 15)
    document = read("某县一周要闻\n3.8 县委全会召开。\n3.10 县长调研春耕。\n", published)
    assert dates(document) == ["2021-03-08", "2021-03-10"]
    assert dates(read("某县一周要闻\n3.15 晚会举行。\n县长调研春耕。\n", published)) == [None, None]


def test_a_first_paragraph_that_sums_the_week_up_is_no_item() -> None:
    text = "某县一周要闻\n本周,{}。\n3月8日,县委全会召开。\n3月10日,县长调研春耕。\n"
    assert len(read(text.format("全县各项工作有序推进")).entries) == 2
    assert len(read(text.format("县委召开务虚会")).entries) == 3


def test_items_set_as_records_have_their_headline_and_their_day() -> None:
    document = read(
        "某镇一周工作播报(9月7日-9月13日)\nPART 01\n镇秋粮收购部署会召开\n时间:9月7日\n地点:镇政府\n内容:会议通报了仓容。\n"
        "PART 02\n镇领导慰问教师\n时间:9月12日至13日\n地点:中心小学\n内容:送去节日祝福。\n编辑:某某",
        dt.date(2020, 9, 14),
    )
    assert dates(document) == ["2020-09-07", "2020-09-12/2020-09-13"]
    assert [entry.text.split("\n")[0] for entry in document.entries] == ["镇秋粮收购部署会召开", "镇领导慰问教师"]
    assert document.entries[1].text.endswith("送去节日祝福。")


def test_records_without_headlines_are_items() -> None:
    document = read(
        "某校一周要闻\n时间:9月7日\n事件:开学典礼举行\n时间:9月8日\n事件:教师大会召开", dt.date(2020, 9, 14)
    )
    assert dates(document) == ["2020-09-07", "2020-09-08"]


def test_a_week_in_years_of_the_republic_with_weekdays_in_brackets() -> None:
    document = read("市府一周大事(108.03.04～108.03.10)\n● 3/5(二) 据点揭牌。\n● 3/4(一)～3/8(五) 英语周举行。")
    assert document.period is not None
    assert document.period.edtf == "2019-03-04/2019-03-10"
    assert dates(document) == ["2019-03-05", "2019-03-04/2019-03-08"]


def test_a_day_behind_that_of_the_heading_is_to_come() -> None:
    document = read(
        "一周要闻\n【8月15日 周三】\n◇小学举行落成典礼,9月1号正式招生。\n【8月16日 周四】\n◇常务会议召开。",
        dt.date(2012, 8, 20),
    )
    assert dates(document) == ["2012-08-15", "2012-08-16"]


def test_the_menu_of_a_site_is_no_title() -> None:
    document = read(
        "学校要闻  综合新闻  学院动态  媒体报道\n【一周某校】第7周新闻回顾\n2021-10-18  宣传部  点击:[ 12 ]\n● 10月12日,学习会举行。"
    )
    assert document.title == "【一周某校】第7周新闻回顾"
    assert len(document.entries) == 1
    assert document.metadata.published == dt.datetime(2021, 10, 18)


def test_anybody_in_brackets_before_a_date_heads_what_follows() -> None:
    document = read(
        "县领导一周活动(3月1日-3月7日)\n【王芳】3月1日,主持召开常委会;3月3日,调研春耕。\n【李明】3月2日,检查安全生产。",
        dt.date(2021, 3, 8),
    )
    assert [(section.heading, len(section.entries)) for section in document.sections] == [
        ("【王芳】", 2),
        ("【李明】", 1),
    ]
    assert dates(document) == ["2021-03-01", "2021-03-03", "2021-03-02"]


def test_letters_and_dashes_that_stand_for_bullets() -> None:
    document = read(
        "某大学学工周报\n2015年4月7日\nu 首日教育举行\n3月22日,首日教育举行。\nu 校领导调研学生工作\n3月25日,副书记李明调研。"
    )
    assert [entry.text.split("\n")[0] for entry in document.entries] == ["首日教育举行", "校领导调研学生工作"]
    document = read("一周要闻(2021年3月1日-3月7日)\n——3月1日,县委常委会召开。\n——3月3日,县长李明调研春耕。")
    assert dates(document) == ["2021-03-01", "2021-03-03"]


def test_triangles_below_pictures_are_captions() -> None:
    document = read(
        "某镇一周工作动态\n3月1日-3月7日\n\n镇党委召开会议\n3月1日,镇党委召开会议。\n▲会议现场\n镇综治办检查书店\n3月5日,镇综治办检查书店。\n▲检查书店",
        dt.date(2021, 3, 8),
    )
    assert [entry.text.split("\n")[0] for entry in document.entries] == ["镇党委召开会议", "镇综治办检查书店"]


def test_what_was_done_and_what_is_planned_are_sections() -> None:
    document = read(
        "某局一周工作动态(3月1日-3月5日)\n一、本周工作完成情况\n1.3月1日,召开局务会。\n2.3月3日,检查企业12家。\n二、下周计划\n1.召开培训会。",
        dt.date(2021, 3, 6),
    )
    assert [(section.heading, len(section.entries)) for section in document.sections] == [
        ("一、本周工作完成情况", 2),
        ("二、下周计划", 1),
    ]


def test_a_label_in_front_of_a_list_of_days_is_none_of_the_items() -> None:
    document = read("本周要闻:3月1日,县委常委会召开。3月3日,李明调研春耕。3月5日,县医院揭牌。", dt.date(2021, 3, 6))
    assert [entry.text for entry in document.entries] == ["县委常委会召开。", "李明调研春耕。", "县医院揭牌。"]


def test_most_headings_in_brackets_make_all_of_them_headings() -> None:
    document = read(
        "本周工作动态\n【党建】3月2日,党支部召开党员大会。\n【安全】开展检查,3月3日检查加油站4座。\n【民生】走访慰问,3月4日走访老人。",
        dt.date(2021, 3, 6),
    )
    assert [section.heading for section in document.sections] == ["【党建】", "【安全】", "【民生】"]


def test_parts_in_formal_numerals_and_quoted_headlines() -> None:
    document = read(
        "人大这一周(4.10-4.16)\n壹 · 会议厅里\n「主任会议定了这些事」\n4月11日,主任会议举行。\n贰 · 家站点上\n「周末去哪儿?泵站!」\n4月15日,副主任车明月检查排涝。\n小翠点评:未雨绸缪。",
        dt.date(2023, 4, 17),
    )
    assert [section.heading for section in document.sections] == ["壹 · 会议厅里", "贰 · 家站点上"]
    assert [entry.text.split("\n")[0] for entry in document.entries] == [
        "「主任会议定了这些事」",
        "「周末去哪儿?泵站!」",
    ]


def test_a_table_of_contents_and_a_masthead_are_no_items() -> None:
    document = read(
        "某系统工作简报\n第12期\n某县住建局办公室编      2019年11月25日\n★ 本期要目 ★\n◇ 推进会召开\n◇ 我局开展物业管理专项整治\n\n"
        "推进会召开\n11月18日,推进会召开。\n\n我局开展物业管理专项整治\n11月20日至22日,局物业股检查小区。\n副局长芮红表示,将每季度公布一次。"
    )
    assert dates(document) == ["2019-11-18", "2019-11-20/2019-11-22"]
    assert [section.heading for section in document.sections] == [""]
    assert document.metadata.published == dt.datetime(2019, 11, 25)


def test_the_days_of_a_weekend_stand_in_brackets() -> None:
    document = read(
        "上周院务动态(2017年6月5日—6月11日)\n周五(6.9)\n上午 胸痛中心揭牌。\n周六、周日(6.10—6.11)\n专家服务团义诊。"
    )
    assert dates(document) == ["2017-06-09", "2017-06-10/2017-06-11"]


def test_a_broadcast_reads_its_headlines_and_then_its_news() -> None:
    document = read(
        "《清江一周》文字稿\n播出时间:10月31日 18:30\n【片头】\n各位听众晚上好,先来看本周要目:\n市委召开人才会议;\n清江二桥合龙;\n下面请听详细内容。\n\n"
        "1. 市委人才会议25日召开。\n2. 26日上午,清江二桥合龙。\n3. 27日起,疫苗接种启动。\n【片花】\n接下来是县区快报。\n清浦区:\n举办招聘会。(28日)",
        dt.date(2021, 11, 1),
    )
    assert dates(document) == ["2021-10-25", "2021-10-26", "2021-10-27", "2021-10-28"]
    assert [section.heading for section in document.sections if section.heading] == ["清浦区:"]
