"""Roundups: sections, items, dates, periods, people and detection, in the layouts met in the wild; all texts are invented."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import chronicle_parse as cp
from chronicle_parse.lexicon import rows
from chronicle_parse.model import Roundup


def read(text: str, year: int | None = None, published: dt.date | None = None) -> Roundup:
    document = cp.parse(text, kind="roundup", year=year, published=published)
    assert isinstance(document, Roundup)
    return document


def items(document: Roundup) -> list[tuple[str, str, str, str]]:
    """Heading, marker, date and the first six characters of every item."""
    return [
        (section.heading, entry.marker, entry.when.edtf if entry.when else "", entry.text[:6])
        for section in document.sections
        for entry in section.entries
    ]


@pytest.mark.parametrize("table", ["section_headings", "continuations"])
def test_every_word_of_the_tables_stands_in_its_example(table: str) -> None:
    for row in rows(table):
        assert row["word"] in row["example"]
        assert cp.clean(row["word"]).text == row["word"]


# ------------------------------------------------------------------------------------------------------- layouts


def test_sections_by_office_holder_with_dates_first_and_a_same_day_mark() -> None:
    document = read(
        "梅山县领导活动周报\n(2023.2.27-2023.3.5)\n县委书记汤伟\n2月27日,主持召开县委常委会会议,研究春耕备耕。\n"
        "2月28日至3月1日,赴省城参加全省经济工作会议。\n县长邹敏\n2月27日上午,主持召开县政府常务会议。\n"
        "3月2日,会见梅山商会会长古明。\n△检查学校食堂食品安全。\n编辑:小雨 审核:张磊\n"
    )
    assert items(document) == [
        ("县委书记汤伟", "", "2023-02-27", "主持召开县委"),
        ("县委书记汤伟", "", "2023-02-28/2023-03-01", "赴省城参加全"),
        ("县长邹敏", "", "2023-02-27", "主持召开县政"),
        ("县长邹敏", "", "2023-03-02", "会见梅山商会"),
        ("县长邹敏", "△", "2023-03-02", "检查学校食堂"),
    ]
    assert document.period is not None
    assert document.period.edtf == "2023-02-27/2023-03-05"
    assert [person.name for person in document.entries[3].people] == ["古明"]


def test_day_headings_in_brackets_with_nested_numbers() -> None:
    document = read(
        "桐湾一周\n(6.26-7.02)\n发布时间:2022-07-04 来源:桐湾区政府办公室\n【6月26日】\n1、区委常委会召开扩大会议。\n"
        "2、区长伊秋水到滨江校区检查安全生产。\n【7月2日】\n1、第十届桐湾荷花节开幕。\n(1)区文联主席敬海棠致辞。\n"
    )
    assert items(document) == [
        ("【6月26日】", "1、", "2022-06-26", "区委常委会召"),
        ("【6月26日】", "2、", "2022-06-26", "区长伊秋水到"),
        ("【7月2日】", "1、", "2022-07-02", "第十届桐湾荷"),
        ("【7月2日】", "(1)", "2022-07-02", "区文联主席敬"),
    ]
    assert [(person.title, person.name) for person in document.entries[3].people] == [("区文联主席", "敬海棠")]


def test_headlines_alone_and_sentences_under_topics() -> None:
    document = read(
        "云岫区:本周(7月3日至9日)要闻速览\n\n党建\n区委书记张默讲授专题党课 周宁 何苗参加\n区直机关工委举办发展对象培训班\n\n"
        "民生\n7月6日,云岫区首家社区食堂试营业。\n区应急局开展汛期安全检查,排查隐患42处。\n上一篇:无\n",
        year=2023,
    )
    assert items(document) == [
        ("党建", "", "", "区委书记张默"),
        ("党建", "", "", "区直机关工委"),
        ("民生", "", "2023-07-06", "云岫区首家社"),
        ("民生", "", "", "区应急局开展"),
    ]
    assert [person.name for person in document.entries[0].people] == ["张默", "周宁", "何苗"]


def test_weekdays_under_the_number_of_an_iso_week() -> None:
    document = read(
        "2024年第22周政务动态\n周一\n上午,市长云在天主持召开市政府常务会议。\n下午,云在天会见友城代表团一行。\n"
        "周五\n市委书记王荣华出席六一慰问活动,看望福利院儿童。\n"
    )
    assert document.period is not None
    assert document.period.edtf == "2024-05-27/2024-06-02"
    assert items(document) == [
        ("周一", "", "2024-05-27", "上午,市长云"),
        ("周一", "", "2024-05-27", "下午,云在天"),
        ("周五", "", "2024-05-31", "市委书记王荣"),
    ]


def test_bare_days_of_a_half_month() -> None:
    document = read(
        "石梁镇半月要闻\n2021年4月下\n16日 镇党委召开动员会。\n18日—20日 镇人大代表视察水利工程。\n"
        "同日 镇卫生院疫苗接种点启用。\n25 日 石梁镇第三届茶歌会举行。\n△ 镇团委组织清理河道。\n"
        "28日 县委书记占山河到石梁镇调研。\n会上,占山河强调,要抓好春茶生产。\n"
    )
    assert [(marker, when) for _, marker, when, _ in items(document)] == [
        ("", "2021-04-16"),
        ("", "2021-04-18/2021-04-20"),
        ("", "2021-04-18/2021-04-20"),
        ("", "2021-04-25"),
        ("△", "2021-04-25"),
        ("", "2021-04-28"),
    ]
    assert document.entries[-1].text.endswith("要抓好春茶生产。")
    assert document.entries[2].when is not None
    assert "entry" in document.entries[2].when.inherited


def test_a_bullet_with_a_headline_takes_all_paragraphs_below() -> None:
    document = read(
        "岭东要闻一周回顾\n2019-06-02 10:00 来源:岭东日报\n\n●宫世安在朔川调研时强调 把山区的路修得更宽\n"
        "5月30日至31日,省委书记宫世安在朔川调研。他先后走进下湾水库、青石河泵站。\n宫世安强调,要把群众的安全放在第一位。\n\n"
        "●全省教育大会召开\n会议于5月30日下午召开,省长欧阳树人主持会议。\n\n"
        "●龙舟赛筹备就绪\n记者日前获悉,第八届龙舟赛拟于6月6日举行。(记者 钟声)\n"
    )
    assert [when for _, _, when, _ in items(document)] == ["2019-05-30/2019-05-31", "2019-05-30", ""]
    assert [[person.name for person in entry.people] for entry in document.entries] == [["宫世安"], ["欧阳树人"], []]
    assert document.entries[0].text.count("\n") == 2


def test_several_bullets_in_one_line_under_days() -> None:
    document = read(
        "一周要闻(11月4日—11月10日)\n2019-11-11 08:30 来源:白塔日报 浏览次数:332\n\n11月4日/星期一\n"
        "◆全市大气污染防治推进会召开 市长宁海出席◆白塔博物馆“丝路遗珍”展开展◆市政协委员视察老旧小区\n\n"
        "11月6日/星期三\n◆市委书记尤可到砚池区走访民营企业\n"
    )
    assert [(when, text) for _, _, when, text in items(document)] == [
        ("2019-11-04", "全市大气污染"),
        ("2019-11-04", "白塔博物馆“"),
        ("2019-11-04", "市政协委员视"),
        ("2019-11-06", "市委书记尤可"),
    ]


def test_running_text_begins_an_item_at_every_date_and_at_sentence_ends_with_a_blank() -> None:
    document = read(
        "半月要闻\n岭东新闻网讯: (1日—15日) 1日 市委九届七次全会召开。会议审议通过了决定。2日 自然博物馆奠基。 "
        "市卫生局交付98辆巡诊电动车。 3日—4日 旅游交易会举办。7日 市政府下发《若干意见》,列出2012年前的任务。\n",
        published=dt.date(2009, 4, 17),
    )
    assert [(when, text) for _, _, when, text in items(document)] == [
        ("2009-04-01", "市委九届七次"),
        ("2009-04-02", "自然博物馆奠"),
        ("2009-04-02", "市卫生局交付"),
        ("2009-04-03/2009-04-04", "旅游交易会举"),
        ("2009-04-07", "市政府下发《"),
    ]


def test_semicolons_between_dates_part_items() -> None:
    document = read(
        "六月工作回顾(6月1日—6月30日)\n6月1日上午,镇长蒲英看望儿童;6月3日,镇人大开展执法检查;6月7日至8日,管宁驻点督导高考。\n",
        year=2020,
    )
    assert [when for _, _, when, _ in items(document)] == ["2020-06-01", "2020-06-03", "2020-06-07/2020-06-08"]


def test_months_as_headings_and_bare_days_below() -> None:
    document = read("八月、九月大事速递\n八月\n3日 我区召开推进会。\n九月\n9日—10日 区领导慰问教师代表。\n", year=2018)
    assert [(heading, when) for heading, _, when, _ in items(document)] == [
        ("八月", "2018-08-03"),
        ("九月", "2018-09-09/2018-09-10"),
    ]


def test_bare_numbers_are_days_where_they_do_not_simply_count() -> None:
    document = read(
        "澜川市二O一八年五月份记事\n\n2  我市举行市民运动会开幕式。\n\n同日  《停放管理办法》正式施行。\n\n7  服务平台开通。\n"
    )
    assert [when for _, _, when, _ in items(document)] == ["2018-05-02", "2018-05-02", "2018-05-07"]
    counted = read("一周要闻\n1  我市举行运动会。\n2  服务平台开通。\n3  大桥合龙。\n", year=2018)
    assert all(entry.when is None for entry in counted.entries)


def test_dates_in_brackets_at_the_end_and_labels_in_front() -> None:
    document = read(
        "2014年6月9日至6月15日政府主要活动图片\n放眼世界: 财政司司长甄伟文致辞时表示,要开拓市场。(6月9日)\n"
        "友好交流: 行政长官莫颖诗(右)欢迎友城副市长陈炳辉到访。(6月12日)\n"
    )
    assert [(when, text) for _, _, when, text in items(document)] == [
        ("2014-06-09", "放眼世界: "),
        ("2014-06-12", "友好交流: "),
    ]
    assert document.entries[1].text.endswith("到访。")


def test_headline_and_dated_body_under_one_heading() -> None:
    document = read(
        "你有一份省两会早报\n\n  今天是1月14日,一起来看!\n\n头条\n\n  宫世安参加朔川代表团审议\n\n"
        "  岭东省委书记宫世安13日上午来到朔川代表团,一起审议政府工作报告。\n\n  省教育厅厅长容志远谈县中振兴\n\n"
        "  1月13日,省教育厅厅长容志远接受集体采访。\n\n  ——谈教师队伍\n\n  容志远说,要留得住好老师。\n",
        published=dt.date(2023, 3, 2),
    )
    assert [(heading, when, text) for heading, _, when, text in items(document)] == [
        ("头条", "2023-01-13", "宫世安参加朔"),
        ("头条", "2023-01-13", "省教育厅厅长"),
    ]
    assert [(person.name, person.title) for person in document.entries[0].people] == [("宫世安", "岭东省委书记")]


def test_sections_with_headlines_and_paragraphs_that_go_on() -> None:
    document = read(
        "澜川一周 | 各区书记区长这周都在忙啥?(5月27日- 6月2日)\n\n2024-06-02 19:17\n\n澜川晚报\n\n讲述身边的新闻\n\n"
        "2024年5月27日至6月2日。\n\n本周,汽车展在澜川启幕,全市上下忙而有序。\n\n云岫区\n\n把服务送到楼下\n\n"
        "这一周,云岫区抓文旅、促消费。5月28日,区委书记张默主持专题会议。5月31日,张默到商圈调研。\n\n"
        "5月30日,云岫区委理论学习中心组学习会召开。\n\n会议强调,要提升城区品质。\n\n桐湾\n\n与理工大学签署合作协议\n\n"
        "5月29日,桐湾区与理工大学签署合作协议。\n6月1日上午9时,滨江大道通车。\n\n编辑 王雯 审读 匡彧\n推荐阅读\n读特热榜\n"
    )
    assert [(section.heading, section.headline) for section in document.sections] == [
        ("云岫区", "把服务送到楼下"),
        ("桐湾", "与理工大学签署合作协议"),
    ]
    assert [when for _, _, when, _ in items(document)] == ["2024-05-28", "2024-05-30", "2024-05-29", "2024-06-01"]
    assert not {"王雯", "匡彧"} & {person.name for entry in document.entries for person in entry.people}


def test_numbered_headings_over_numbered_items_across_a_year_end() -> None:
    document = read(
        "福星镇工作简报\n2023年12月25日—2024年1月7日\n一、党建工作\n(一)12月26日,镇党委集中学习。\n(二)1月3日,管宁讲党课。\n"
        "二、社会事业\n本周,全镇开展冬季消防安全检查。\n"
    )
    assert [(heading, when) for heading, _, when, _ in items(document)] == [
        ("一、党建工作", "2023-12-26"),
        ("一、党建工作", "2024-01-03"),
        ("二、社会事业", "2023-12-25/2024-01-07"),
    ]


def test_captions_between_paragraphs_are_no_sections() -> None:
    document = read(
        "汛期将至 各市一把手去了哪儿\n2016-05-22 09:05:16\n一把手上堤\n朔川市委书记鲁一民5月17日到水库检查闸门。\n\n"
        "鲁一民上堤\n\n图为检查现场\n\n5月18日,双泉市长张公望到泵站检查。\n"
    )
    assert [section.heading for section in document.sections] == ["一把手上堤"]
    assert [when for _, _, when, _ in items(document)] == ["2016-05-17", "2016-05-18"]


def test_office_holders_with_a_mark_over_headlines_and_paragraphs() -> None:
    document = read(
        "桐湾区领导一周活动集锦\n\n◎苏建为\n\n调研城市更新工作\n\n5月9日,区委书记苏建为到滨江街道调研城市更新工作。\n\n"
        "主持召开区委理论学习中心组学习会\n\n5月10日,苏建为主持召开学习会。\n\n◎伊秋水\n\n会见企业家代表\n\n"
        "5月11日,区长伊秋水会见企业家代表团一行。\n\n检查节日安全\n\n伊秋水带队检查滨江商圈安全生产工作。\n",
        year=2022,
    )
    assert [(heading, when, text) for heading, _, when, text in items(document)] == [
        ("◎苏建为", "2022-05-09", "调研城市更新"),
        ("◎苏建为", "2022-05-10", "主持召开区委"),
        ("◎伊秋水", "2022-05-11", "会见企业家代"),
        ("◎伊秋水", "", "检查节日安全"),
    ]


def test_two_kinds_of_marks_are_sections_and_items() -> None:
    document = read(
        "2019年岭东省科协系统一周动态(4.22-4.28)\n■省科协\n★4月22日 省科协召开党组会议。\n■双泉市科协\n"
        "★4月25日,双泉市科协与双泉学院签订合作协议。\n"
    )
    assert [(heading, marker, when) for heading, marker, when, _ in items(document)] == [
        ("■省科协", "★", "2019-04-22"),
        ("■双泉市科协", "★", "2019-04-25"),
    ]


def test_numbers_alone_part_items_that_have_a_headline() -> None:
    document = read(
        "一周热点 | 砚池这些大事你知道吗?\n砚池发布 2021-12-31 18:00\n\n01\n\n全区经济工作会议召开\n\n"
        "12月28日,区委召开全区经济工作会议。\n\n会议指出,主要指标好于预期。\n\n02\n\n春运售票方案公布\n\n"
        "记者获悉,春运方案已经公布。\n\n—END—\n"
    )
    assert [(when, text) for _, _, when, text in items(document)] == [
        ("2021-12-28", "全区经济工作"),
        ("", "春运售票方案"),
    ]
    assert [entry.text.count("\n") for entry in document.entries] == [2, 1]


def test_keywords_comments_lead_ins_and_videos_are_no_items() -> None:
    document = read(
        "一周人事观察(2021年7月5日-7月11日)\n关键词:任免\n1、7月6日,县人大常委会任命邹敏为县长。\n名单如下:\n邹敏,女,1975年生。\n"
        "关键词:招商\n2、7月8日,梅山县与海图仪器签约。\n小编点评:大手笔!\n资料图\n视频:签约仪式\n更多精彩请关注“岭东观察”微信公众号\n"
    )
    assert items(document) == [("", "1、", "2021-07-06", "县人大常委会"), ("", "2、", "2021-07-08", "梅山县与海图")]
    assert document.entries[0].text.endswith("1975年生。")


def test_days_and_ranges_of_days_as_headings() -> None:
    document = read(
        "芦洲大事·一周速读\n(11月15日—11月21日)\n\n 11月15日\n  芦洲区召开火灾防控工作会。\n  芦洲大桥加宽工程封顶。\n"
        " 11月17日\n  区委书记张默会见大学校长。\n  同日,芦洲区与大学签署共建协议。\n 11月19日—20日\n  菊花展举行。\n(芦洲发布)\n",
        published=dt.date(2021, 11, 22),
    )
    assert [(heading, when) for heading, _, when, _ in items(document)] == [
        ("11月15日", "2021-11-15"),
        ("11月15日", "2021-11-15"),
        ("11月17日", "2021-11-17"),
        ("11月17日", "2021-11-17"),
        ("11月19日—20日", "2021-11-19/2021-11-20"),
    ]


def test_weekdays_that_open_items_are_counted_from_the_period() -> None:
    document = read(
        "县委常委一周公务活动(3月15日-3月21日)\n占山河(县委书记)\n周一 主持召开县委常委会会议。\n周四 参加全市视频会议。\n",
        year=2021,
    )
    assert [when for _, _, when, _ in items(document)] == ["2021-03-15", "2021-03-18"]


def test_who_was_there_goes_on_and_a_dated_paragraph_does_not() -> None:
    document = read(
        "芦洲区一周要闻(2022.3.14-3.20)\n    3月14日,区委书记张默主持召开调度会议。\n    区长施一凡,区领导何苗参加会议。\n"
        "    “芦洲味道”美食节3月19日晚启幕。\n"
    )
    assert [when for _, _, when, _ in items(document)] == ["2022-03-14", "2022-03-19"]
    assert [person.name for person in document.entries[0].people] == ["张默", "施一凡", "何苗"]


def test_the_announcements_for_next_week_have_a_section_of_their_own() -> None:
    document = read(
        "环湾一周\n6月2日(周一)\n港口论坛开幕。\n6月4日(周三)\n政务司司长视察渔港。\n下周预告\n6月9日 立法会复会\n",
        year=2025,
    )
    assert [section.heading for section in document.sections] == ["6月2日(周一)", "6月4日(周三)", "下周预告"]


def test_a_short_week_without_any_mark_or_date_is_read_paragraph_by_paragraph() -> None:
    document = read("本周澜川\n市长施佩文出席长江论坛。\n集装箱码头二期通过竣工验收。\n首条氢能公交线路开通。\n")
    assert [entry.activity.value for entry in document.entries if entry.activity] == ["meeting", "ceremony", "launch"]


def test_headings_in_brackets_in_front_of_their_text() -> None:
    document = read(
        "澜川政事 一周掠影\n      【市委】  9月14日,市委书记万树青主持召开会议。9月16日,万树青到白湖区调研。\n"
        "      【市政协】  9月16日,市政协召开双周协商座谈会。\n(本版稿件由本报记者 顾问 采写)\n",
        year=2020,
    )
    assert [(heading, when, text) for heading, _, when, text in items(document)] == [
        ("【市委】", "2020-09-14", "市委书记万树"),
        ("【市委】", "2020-09-16", "万树青到白湖"),
        ("【市政协】", "2020-09-16", "市政协召开双"),
    ]


def test_the_week_of_an_office_holder_is_a_section_and_a_bylined_caption_is_none() -> None:
    document = read(
        "岭东省委书记、省长的一周(2023.2.27-2023.3.5)\n\n岭东省委书记的一周\n\n3月1日,岭东省委常委会召开扩大会议。\n\n"
        "3月5日下午,岭东代表团全体会议现场 岭东日报记者 李联 摄\n\n岭东省省长的一周\n\n3月2日晚,欧阳树人到省应急厅检查值班。\n"
    )
    assert [(heading, when) for heading, _, when, _ in items(document)] == [
        ("岭东省委书记的一周", "2023-03-01"),
        ("岭东省省长的一周", "2023-03-02"),
    ]


def test_the_head_and_foot_of_a_printed_newsletter_are_no_items() -> None:
    document = read(
        "城南街道一周工作简报\n第32期\n(8月9日-8月15日)\n签发:李红卫\n★党建引领\n8月10日,街道党工委书记方芳讲党课。\n"
        "★文明创建\n志愿者清理小广告300余处。\n报:区委办、区政府办\n送:街道各班子成员\n",
        year=2021,
    )
    assert [(heading, when) for heading, _, when, _ in items(document)] == [
        ("★党建引领", "2021-08-10"),
        ("★文明创建", ""),
    ]


def test_doubts_are_issues() -> None:
    document = read(
        "梅山一周要闻(2021年5月3日-5月9日)\n◆5月4日,县长邹敏调研。\n◆6月30日,大桥合龙。\n◆2月30日,学校开学。\n",
        year=2020,
    )
    codes = {issue.code for issue in document.issues}
    assert {"known.conflict", "roundup.outside-period", "date.impossible-day"} <= codes
    assert document.entries[0].when is not None
    assert document.entries[0].when.edtf == "2021-05-04"
    assert "roundup.no-items" in {issue.code for issue in read("一周要闻\n").issues}
    inherited = read("梅山要闻\n◆5月4日,县长邹敏调研。\n", published=dt.date(2021, 5, 6))
    assert "date.year-from-publication" in {issue.code for issue in inherited.issues}


def test_a_report_told_by_paragraphs_under_topics() -> None:
    document = read(
        "换届之后 新任区委书记们都在忙些什么?\n\n时政 澜川观察 2021-07-18 08:12:00\n[摘要]换届刚刚结束。\n\n先跑基层\n\n"
        "到任第一周,多数区委书记选择了先跑基层。\n\n7月12日,云岫区委书记张默冒雨来到南塘街道,走进社区食堂。\n\n"
        "“基层是最好的课堂。”张默在调研时说。\n\n芦洲区委书记施一凡的第一站是产业园。7月13日,他先后走访4家企业。\n\n"
        "再抓项目\n\n施一凡7月14日主持召开重点项目推进会。\n\n会后,施一凡到大桥工地检查施工进度。\n\n"
        "白湖区委书记全振东则在7月15日赴外地招商。\n\n(澜川观察 卜静)\n"
    )
    assert [(heading, when, text) for heading, _, when, text in items(document)] == [
        ("先跑基层", "2021-07-12", "云岫区委书记"),
        ("先跑基层", "2021-07-13", "芦洲区委书记"),
        ("再抓项目", "2021-07-14", "施一凡7月1"),
        ("再抓项目", "2021-07-15", "白湖区委书记"),
    ]
    assert document.entries[0].text.endswith("张默在调研时说。")


def test_dated_paragraphs_before_the_first_mark_are_items() -> None:
    document = read(
        "双泉市人大常委会一周工作\n2016年3月28日—4月3日\n\n本周,市人大常委会主任皇甫瑞赴青石县调研水源地保护情况。\n\n"
        "第三十一次主任会议于3月30日召开。会议听取了汇报。\n\n皇甫瑞主持会议并讲话。\n\n4月1日至2日,财经委到市统计局调研。\n"
    )
    assert [(when, text) for _, _, when, text in items(document)] == [
        ("2016-03-28/2016-04-03", "市人大常委会"),
        ("2016-03-30", "第三十一次主"),
        ("2016-04-01/2016-04-02", "财经委到市统"),
    ]


def test_who_did_what_in_one_paragraph_is_parted_at_its_days() -> None:
    document = read(
        "石梁县领导在忙什么(6月27日—7月3日)\n\n县委书记占山河:6月27日,到云台山镇走访老党员;6月29日,为党员上党课;7月1日,出席庆祝大会。\n\n"
        "县长邹敏:6月28日,检查防汛备汛;7月2日,主持召开常务会议。\n",
        year=2019,
    )
    assert [when for _, _, when, _ in items(document)] == [
        "2019-06-27",
        "2019-06-29",
        "2019-07-01",
        "2019-06-28",
        "2019-07-02",
    ]


def test_rows_of_a_table_and_short_lines_under_days() -> None:
    table = read(
        "文化馆活动周报\n序号 日期 活动\n1 2月11日 春联进万家活动举行\n2 2月13日 馆长古风带队演出\n", year=2022
    )
    assert [(when, text) for _, _, when, text in items(table)] == [
        ("2022-02-11", "春联进万家活"),
        ("2022-02-13", "馆长古风带队"),
    ]
    days = read("高新区本周大事\n1月2日\n高新区召开主任办公会\n1月3日\n智谷三期交付\n1月5日\n获批示范园区\n", year=2018)
    assert [(heading, text) for heading, _, _, text in items(days)] == [
        ("1月2日", "高新区召开主"),
        ("1月3日", "智谷三期交付"),
        ("1月5日", "获批示范园区"),
    ]


# ------------------------------------------------------------------------------------------------------- dates and periods


@pytest.mark.parametrize(
    ("title", "published", "edtf"),
    [
        ("梅山一周要闻(2023.2.27-2023.3.5)", None, "2023-02-27/2023-03-05"),
        ("梅山一周要闻(5.22-5.28)", dt.date(2023, 5, 29), "2023-05-22/2023-05-28"),
        ("梅山一周要闻(6.26-7.02)", dt.date(2022, 7, 3), "2022-06-26/2022-07-02"),
        ("梅山一周要闻(5月27日- 6月2日)", dt.date(2024, 6, 2), "2024-05-27/2024-06-02"),
        ("梅山:本周(7月3日至9日)要闻", dt.date(2023, 7, 10), "2023-07-03/2023-07-09"),
        ("一周回望(12月28日—1月3日)", dt.date(2021, 1, 4), "2020-12-28/2021-01-03"),
        ("梅山周报(2023.12.25-2024.1.7)", None, "2023-12-25/2024-01-07"),
        ("2024年第22周梅山动态", None, "2024-05-27/2024-06-02"),
        ("梅山半月要闻 2021年4月下", None, "2021-04-16/2021-04-30"),
        ("梅山要闻(五月)", dt.date(2021, 6, 2), "2021-05"),
        ("梅山2020年10月要闻", None, "2020-10"),
        ("梅山要闻2020年10月第三周", None, None),
        ("梅山一周要闻", dt.date(2021, 6, 2), None),
    ],
)
def test_the_period_stands_in_the_title(title: str, published: dt.date | None, edtf: str | None) -> None:
    period = read(f"{title}\n◆县委召开常委会会议。\n◆县长调研。\n", published=published).period
    assert (period.edtf if period else None) == edtf


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("县政府新闻办6月14日举行发布会,下一步将增设收购点。", "2020-06-14"),
        ("会议于6月14日下午召开。", "2020-06-14"),
        ("2020梅山消费周6月13日启动。", "2020-06-13"),
        ("县龙舟赛拟于6月20日举行。", None),
        ("自6月1日以来,全县降雨偏多。", None),
        ("截至6月14日,全县早稻插秧过半。", None),
        ("县长日前到学校调研。", None),
        ("近日,县文联换届。", None),
        ("入夏后,用电量增长。", None),
        ("上午9时,县长检查防汛。", None),
        ("这是自1998年6月14日以来最大的一次。", None),
    ],
)
def test_a_date_inside_the_sentence_counts_where_something_was_done_on_it(sentence: str, edtf: str | None) -> None:
    document = read(f"梅山要闻\n◆{sentence}\n◆县委召开常委会会议。\n", year=2020)
    when = document.entries[0].when
    assert (when.edtf if when else None) == edtf


def test_without_a_year_only_month_and_day_are_said() -> None:
    document = read("【一周要览】\n1. 4月11日,县委书记主持召开规划会议。\n2. 2020梅山消费周4月13日启动。\n")
    assert [when for _, _, when, _ in items(document)] == ["XXXX-04-11", "XXXX-04-13"]
    assert "date.year-unknown" in {issue.code for issue in document.issues}


def test_yesterday_in_a_daily_whose_year_was_lost() -> None:
    document = read(
        "各位,早上好!\n今天是年11月5日\n新闻速递\n◆昨天,市人大常委会召开主任会议。\n◆11月3日,简宁带队赴双泉。\n"
    )
    assert [when for _, _, when, _ in items(document)] == ["XXXX-11-04", "XXXX-11-03"]


# ------------------------------------------------------------------------------------------------------- people, detection


def test_people_stand_once_with_their_first_title_and_credits_are_none() -> None:
    document = read(
        "梅山一周要闻\n●11月9日,汤伟到校检查。县委书记汤伟要求,抓好落实。(本报记者 卜静)\n●11月10日,县长邹敏调研。 (池墨)\n",
        year=2021,
    )
    people = [[(person.name, person.title) for person in entry.people] for entry in document.entries]
    assert people == [[("汤伟", "县委书记")], [("邹敏", "县长")]]


@pytest.mark.parametrize(
    "text",
    [
        "梅山县政府工作报告\n各位代表:\n一、2021年工作回顾\n地区生产总值增长8%。\n二、2022年主要工作\n新增学位500个。",
        "梅山县大事记\n1月5日,县委召开全会。\n2月3日,大桥通车。\n3月1日,学校开学。\n4月7日,植树。",
        "关于召开全县春耕会议的通知\n各乡镇:\n定于3月5日召开会议,请准时参加。\n2021年3月1日",
        "床前明月光,\n疑是地上霜。\n举头望明月,\n低头思故乡。",
        "def main():\n    print('hello')\n\nif __name__ == '__main__':\n    main()",
        "梅山大桥通车\n本报讯 3月5日上午,梅山大桥正式通车。大桥全长1200米。\n县长邹敏表示,这将大大方便两岸群众。",
    ],
)
def test_other_texts_are_not_taken_for_a_roundup(text: str) -> None:
    found = cp.detect(text)
    assert not found or found[0].name != "roundup" or found[0].score < 0.3


def test_a_roundup_is_detected_and_says_why() -> None:
    best = cp.detect("梅山一周要闻(5.22-5.28)\n◆5月22日,县长邹敏到学校调研。\n◆5月23日,县委召开常委会会议。\n")[0]
    assert best.name == "roundup"
    assert any("title" in reason for reason in best.reasons)


# ------------------------------------------------------------------------------------------------------- laws

PIECES = (
    "5月1日,", "1日", "—2日 ", "◆", "▲", "△", "1、", "(一)", "一、", "同日", "昨天,", "本周,", "周一", "【5月2日】", "云岫区", "要闻:",
    "\n", "\n\n", "。", ";", " ", "(6月9日)", "县长邹敏", "调研", "召开会议", "(记者 卜静)", "2024年第22周", "(5.22-5.28)", "2  我市", "——",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=50, deadline=None)
def test_any_text_is_read_and_items_keep_inside_it(text: str) -> None:
    document = read(text)
    assert all(0 <= entry.span.start < entry.span.stop <= len(text) for entry in document.entries)
    starts = [entry.span.start for entry in document.entries]
    assert starts == sorted(starts)
    assert "".join(text[line.span.start : line.span.stop] for line in document.lines) == text


@pytest.mark.parametrize(
    "unit", ["◆", "5月1日,", "某某区\n", "会议\n", "3日。4日,", "(5月1日)", "—", "周一\n", "1、", "。 某"]
)
def test_cost_grows_linearly(unit: str, growth: Callable[..., float]) -> None:
    assert growth(lambda times: read(unit * times), 500, 4000) < 32
