"""Chronicles on saved and printed pages: what stands around the entries, and dates that only the page's order explains."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

import chronicle_parse as cp


def read(text: str, year: int | None = None) -> cp.Chronicle:
    doc = cp.parse(text, kind="chronicle", year=year)
    assert isinstance(doc, cp.Chronicle)
    return doc


def rows(doc: cp.Chronicle) -> list[tuple[str | None, str]]:
    return [(entry.when.edtf if entry.when else None, entry.text) for entry in doc.entries]


# --------------------------------------------------------------------------------- days before the first month heading

EARLY = "2016年大事记\n4日 县委召开全会。\n19日 粮站竣工。\n2月\n3日 灯会举行。\n3月\n5日 植树。"


def test_days_before_the_first_month_heading_are_of_the_month_before() -> None:
    doc = read(EARLY)
    assert [date for date, _ in rows(doc)] == ["2016-01-04", "2016-01-19", "2016-02-03", "2016-03-05"]
    assert "month" in (doc.entries[0].when.inherited if doc.entries[0].when else ())
    assert [(issue.code, issue.severity) for issue in doc.issues] == [("date.month-from-order", "info")]


def test_no_month_is_made_up_where_days_or_headings_do_not_go_up() -> None:
    for text in (
        EARLY.replace("4日", "24日"),
        EARLY.replace("2月", "5月"),
        EARLY.replace("3月\n5日 植树。", ""),
        EARLY.replace("2月", "1月"),
    ):
        doc = read(text)
        assert doc.entries[0].when is not None and doc.entries[0].when.start.month is None
        assert "date.month-unknown" in [issue.code for issue in doc.issues]


# ------------------------------------------------------------------------------------------------------------- seasons


def test_a_season_stands_right_before_its_text_where_dates_do() -> None:
    doc = read("1955年\n3月5日县农场成立。\n6月12日大水。\n冬全县开办民校,入学者甚多。")
    when, text = doc.entries[-1].when, doc.entries[-1].text
    assert when is not None
    assert (when.precision, when.part, when.start.year, text) == ("season", "冬", 1955, "全县开办民校,入学者甚多。")


def test_a_word_in_a_season_opens_nothing_where_dates_are_set_off() -> None:
    doc = read("1955年\n3月5日,县农场成立。\n6月12日,大水。\n春耕生产由此推迟半月。")
    assert len(doc.entries) == 2


# ---------------------------------------------------------------------------------------- what stands behind an entry


def test_controls_behind_the_last_entry_are_none_of_it() -> None:
    doc = read("2020年3月大事记\n3月2日,新馆开放。\n3月5日,植树节活动举行。 【打印】【关闭】")
    assert rows(doc)[-1] == ("2020-03-05", "植树节活动举行。")


def test_other_brackets_behind_an_entry_stay() -> None:
    doc = read("2020年3月大事记\n3月2日,新馆开放。\n3月5日,公布名单(共三批)")
    assert rows(doc)[-1] == ("2020-03-05", "公布名单(共三批)")


def test_signs_of_footnotes_and_the_notes_are_no_text_of_entries() -> None:
    doc = read("某县大事记(2013年)\n1月6日 县委全会召开。①\n① 会期三天。\n1月22日 县人代会开幕。[1]\n[1] 第一次会议。")
    assert rows(doc) == [("2013-01-06", "县委全会召开。"), ("2013-01-22", "县人代会开幕。")]


def test_circled_numbers_without_a_sign_in_the_text_are_points_of_an_entry() -> None:
    doc = read("2013年大事记\n1月6日 县委全会确定三件实事:\n① 修路。\n② 通水。\n1月9日 大雪。")
    assert "修路" in doc.entries[0].text and "通水" in doc.entries[0].text


def test_running_heads_beside_page_numbers_are_no_text_of_entries() -> None:
    doc = read(
        "2017年大事记\n1月\n5日 县委召开会议。\n某县年鉴(2018)\n· 32 ·\n18日 慈善活动启动。\n"
        "大事记\n某县年鉴(2018)\n· 33 ·\n21日 桥梁通车。\n某县年鉴(2018)\n· 34 ·"
    )
    assert rows(doc) == [
        ("2017-01-05", "县委召开会议。"),
        ("2017-01-18", "慈善活动启动。"),
        ("2017-01-21", "桥梁通车。"),
    ]


def test_dates_alone_in_iso_notation_head_the_entries_below() -> None:
    doc = read("某厂大事记\n2022-11-08\n平台交付使用。\n2022-06-30\n公司获奖。\n2019-08-01\n船坞投产。")
    assert rows(doc) == [("2022-11-08", "平台交付使用。"), ("2022-06-30", "公司获奖。"), ("2019-08-01", "船坞投产。")]
    assert doc.metadata.published is None


def test_one_such_date_is_the_day_of_publication() -> None:
    doc = read("2022年大事记\n2022-12-31\n3月5日,平台交付。\n4月6日,公司获奖。")
    assert doc.metadata.published is not None
    assert len(doc.entries) == 2


# ------------------------------------------------------------------------------------------------------- dates in order


def test_within_the_year_opens_an_entry_before_a_blank() -> None:
    doc = read("1949年大事记\n10月1日 县城集会庆祝。\n同日 文化馆挂牌。\n年内 接收学校23所。")
    assert rows(doc) == [
        ("1949-10-01", "县城集会庆祝。"),
        ("1949-10-01", "文化馆挂牌。"),
        ("1949", "接收学校23所。"),
    ]


def test_digits_set_apart_by_ocr_are_one_number() -> None:
    doc = read("1986年大事记\n1 2 月 1 1 日,县酒厂投产。\n1 2 月 2 3 日,大雪。")
    assert [date for date, _ in rows(doc)] == ["1986-12-11", "1986-12-23"]


def test_a_same_day_mark_before_the_year_of_a_meeting_takes_the_day_above() -> None:
    doc = read("2023年3月大事记\n3月5日,区委全会召开。\n△2023年工作会议召开。")
    assert [date for date, _ in rows(doc)] == ["2023-03-05", "2023-03-05"]


def test_the_publication_date_gives_no_year_where_headings_name_others() -> None:
    doc = read("某镇大事记\n发布时间:2011-05-06\n3月,筹建农会。\n1968年\n4月,大旱。\n1969年\n5月,大水。")
    assert [date for date, _ in rows(doc)] == ["XXXX-03", "1968-04", "1969-05"]


# --------------------------------------------------------------------------------------------------------- two in one


def test_two_chronicles_one_after_the_other_give_the_entries_of_both() -> None:
    first = "某区大事记-2019年5月\n5月6日,新馆开放。\n5月9日,大雨。"
    second = "某县1988年大事记\n2月,建厂。\n冬,大雪。"
    assert rows(read(f"{first}\n\n{second}")) == rows(read(first)) + rows(read(second))


# ------------------------------------------------------------------------------------------ years that nobody says

BARE = "某镇大事记\n发布时间:2010-03-02\n3月,设立墟场。\n"


def test_what_stands_above_years_that_go_up_is_older_than_they_are() -> None:
    doc = read(BARE + "2007年\n4月,大桥动工。\n2008年\n5月,捐款。\n2009年\n6月,通车。")
    assert [date for date, _ in rows(doc)] == ["XXXX-03", "2007-04", "2008-05", "2009-06"]
    assert "date.year-unknown" in [issue.code for issue in doc.issues]


def test_a_page_that_goes_back_begins_in_the_year_of_its_publication() -> None:
    doc = read(
        "某镇大事记\n发布时间:2011-04-02\n3月5日,开会。\n2月1日,大雪。\n2010年\n12月5日,动工。\n2009年\n5月6日,捐款。"
    )
    assert [date for date, _ in rows(doc)] == ["2011-03-05", "2011-02-01", "2010-12-05", "2009-05-06"]


def test_labels_whose_characters_were_set_apart_name_the_page() -> None:
    doc = read(
        "题 名: 某县1972年大事记\n作 者: 某县志办\n分 类 号: K297\n页 码: 88\n1月,召开会议。\n2月15日,破土动工。"
    )
    assert doc.title == "某县1972年大事记"
    assert doc.metadata.author == "某县志办"
    assert [date for date, _ in rows(doc)] == ["1972-01", "1972-02-15"]


def test_republic_years_beyond_the_sixties() -> None:
    doc = read(
        "某公会大事记\n民国六十二年(1973)\n一月,会馆落成。\n民国八十年(1991)\n二月,改选。\n民国一百零二年\n三月,迁址。"
    )
    assert [date for date, _ in rows(doc)] == ["1973-01", "1991-02", "2013-03"]


def test_eras_of_older_dynasties_date_entries() -> None:
    doc = read(
        "某县历史大事记\n隋开皇十年(590),县治迁移。\n唐贞观十年(636),设折冲府。\n宋仁宗庆历四年(1044),建学宫。\n"
        "明洪武八年,修县城。\n万历三年(1575)三月,地震。\n1912年,废府存县。"
    )
    assert [date for date, _ in rows(doc)] == ["0590", "0636", "1044", "1375", "1575-03", "1912"]


def test_what_became_of_a_work_opens_no_entry_but_a_further_event_does() -> None:
    doc = read("1968年大事记\n5月25日,建泄水闸。7月底完工,灌田千亩。\n9月,窑厂点火。同年10月,正式投产。")
    assert [date for date, _ in rows(doc)] == ["1968-05-25", "1968-09", "1968-10"]


def test_the_menu_of_a_site_does_not_hide_a_chronicle() -> None:
    menu = "网站首页\n要闻动态\n机构概况\n党史研究\n您的当前位置:\n首页\n馆藏资源\n数字方志\n数字年鉴\n"
    text = menu + "1973年\n三月 设立五个公社。\n四月 干部下放劳动。\n五月 开修公路。\n十一月 大雪深没胫。"
    assert cp.detect(text)[0].name == "chronicle"
    assert [date for date, _ in rows(read(text))] == ["1973-03", "1973-04", "1973-05", "1973-11"]


def test_a_year_in_the_title_needs_no_sign_and_a_note_at_the_end_is_no_text() -> None:
    doc = read("某大学1952大事记\n6月6日 院系调整。\n本年 毕业1029人。\n注:资料选自《某大学百年》,某某出版社,2011。")
    assert rows(doc) == [("1952-06-06", "院系调整。"), ("1952", "毕业1029人。")]
    assert read("某校大事记1949-1999\n6月6日 建校。\n7月7日 招生。").entries[0].when.start.year is None  # type: ignore[union-attr]


def test_this_year_opens_an_entry_even_where_nobody_says_which_year() -> None:
    doc = read("某校大事记\n6月6日,开会。\n7月3日,校舍建成。\n是年,毕业甚众。")
    assert [text[-5:] for _, text in rows(doc)] == ["开会。", "校舍建成。", "毕业甚众。"]
    assert "date.year-unknown" in [issue.code for issue in doc.issues]


def test_short_dates_alone_on_their_lines_head_entries() -> None:
    doc = read("某街道2022年8月大事记\n8/2\n街道召开防汛调度会。\n8/9\n集体婚礼举行。\n8/18\n联盟成立。")
    assert [date for date, _ in rows(doc)] == ["2022-08-02", "2022-08-09", "2022-08-18"]


def test_labels_with_full_width_colons_name_the_page() -> None:
    assert read("题 名：某县1972年大事记\n1月,召开会议。\n2月15日,破土动工。").title == "某县1972年大事记"


MARCH = "清溪县三月大事记\n发布时间:2019-04-02 来源:县志办\n12月5日,新馆开放。\n12月9日,大桥合龙。\n"


def test_each_of_two_chronicles_has_a_publication_date_of_its_own() -> None:
    doc = read(MARCH + "罗江县大事记\n2021-02-02 10:21\n1月5日,县运会开幕。\n1月9日,新校奠基。\n")
    assert [date for date, _ in rows(doc)] == ["2018-12-05", "2018-12-09", "2021-01-05", "2021-01-09"]
    found = [issue for issue in doc.issues if issue.code == "date.year-from-publication"]
    assert [("2019-04-02" in issue.message, "2021-02-02" in issue.message) for issue in found] == [
        (True, False),
        (False, True),
    ]
    assert [issue.span.start for issue in found] == [doc.entries[0].span.start, doc.entries[2].span.start]


def test_the_publication_date_of_one_chronicle_says_nothing_about_the_next() -> None:
    doc = read(MARCH + "罗江县大事记\n5月5日,县运会开幕。\n5月9日,新校奠基。\n")
    assert [date for date, _ in rows(doc)] == ["2018-12-05", "2018-12-09", "XXXX-05-05", "XXXX-05-09"]
    assert "date.year-unknown" in {issue.code for issue in doc.issues}


def test_the_time_grows_with_the_number_of_chronicles(growth: Callable[..., float]) -> None:
    assert growth(lambda times: read(MARCH * times), 40, 320) < 32


def test_a_publication_date_above_the_title_is_that_of_all_chronicles_below() -> None:
    titles = "清溪县三月大事记\n3月5日,新馆开放。\n3月9日,大桥合龙。\n清溪县四月大事记\n4月5日,县运会开幕。\n4月9日,新校奠基。\n"
    doc = read("发布时间:2019-05-02 来源:县志办\n" + titles)
    assert [date for date, _ in rows(doc)] == ["2019-03-05", "2019-03-09", "2019-04-05", "2019-04-09"]


@pytest.mark.parametrize(
    "title", ["清溪县大事记(2020年5月,城关镇部分)", "清溪县大事记,2020年5月", "【大事记】清溪县2020年5月大事记"]
)
def test_a_second_title_may_hold_a_comma(title: str) -> None:
    doc = read(f"{MARCH}{title}\n5日,县运会开幕。\n9日,新校奠基。\n")
    assert rows(doc)[2:] == [("2020-05-05", "县运会开幕。"), ("2020-05-09", "新校奠基。")]


def test_a_second_title_may_stand_on_the_line_of_its_first_entry() -> None:
    doc = read(f"{MARCH}清溪县2020年大事记 5月5日,县运会在体育场开幕。\n5月9日,新校奠基。\n")
    assert rows(doc)[2:] == [("2020-05-05", "县运会在体育场开幕。"), ("2020-05-09", "新校奠基。")]
    assert [entry.heading for entry in doc.entries] == ["", "", "清溪县2020年大事记", "清溪县2020年大事记"]
    doc = read(f"{MARCH}12月20日 县志办编写大事记 12月22日定稿并送审完毕。\n")
    assert [date for date, _ in rows(doc)] == ["2018-12-05", "2018-12-09", "2018-12-20"]


@pytest.mark.parametrize(
    "text", ["县志办编写大事记,印发各单位", "会议要求编好大事记,2020年出版", "编印《大事记》,2020年"]
)
def test_a_sentence_about_a_chronicle_is_no_title(text: str) -> None:
    doc = read(f"{MARCH}{text}\n12月21日,县运会开幕。\n")
    assert [date for date, _ in rows(doc)] == ["2018-12-05", "2018-12-09", "2018-12-21"]


def test_each_of_two_chronicles_has_habits_of_its_own() -> None:
    glued = "某县1972年大事记\n1月县委召开会议。\n2月15日氮肥厂动工。\n冬全县兴修水利,成效很大。"
    spaced = "某区2020年9月大事记\n9月1日 开学。\n9月7日 签约。\n9月18日 试鸣警报。\n9月25日 锦标赛举行。"
    short = "某街道2022年8月大事记\n8/2\n街道开会。\n8/9\n婚礼举行。\n8/18\n联盟成立。"
    early = "2016年大事记\n4日 县委召开全会。\n19日 粮站竣工。\n2月\n3日 灯会举行。\n3月\n5日 植树。"
    for first, second in itertools.permutations((glued, spaced, short, early), 2):
        assert rows(read(f"{first}\n\n{second}")) == rows(read(first)) + rows(read(second))


def test_a_post_with_a_title_of_its_own_is_no_answer() -> None:
    text = (
        "[老街] 某镇百年大事记 [复制链接]\n发表于 2013-6-2 21:07:33\n1921年,创办小学堂。\n"
        "某县2014年大事记\n发表于 2014-6-2 21:07:33\n05月04日\n表彰团员。"
    )
    assert [text[:4] for _, text in rows(read(text))] == ["创办小学", "表彰团员"]


def test_words_in_front_of_a_date_open_an_entry_with_it() -> None:
    doc = read(
        "某县1988年大事记\n3月5日,某厂投产。\n当地时间4月8日,代表团到访。\n北京时间5月3日10时,卫星升空。\n自7月1日起,实行新制。\n从8月1日起,调整票价。"
    )
    assert rows(doc) == [
        ("1988-03-05", "某厂投产。"),
        ("1988-04-08", "代表团到访。"),
        ("1988-05-03", "卫星升空。"),
        ("1988-07-01", "实行新制。"),
        ("1988-08-01", "调整票价。"),
    ]
    since = read("某县1988年大事记\n3月5日,某厂投产。\n自3月6日以来,阴雨不断。\n4月9日,开会。")
    assert [date for date, _ in rows(since)] == ["1988-03-05", "1988-04-09"]


def test_a_list_of_years_at_the_head_is_one_date() -> None:
    doc = read("某县大事记\n1970年、1971年春,大旱。\n1973年、1974年,连年丰收。\n1975年冬,修渠。")
    assert rows(doc) == [
        ("1970/1971-05", "大旱。"),
        ("1973/1974", "连年丰收。"),
        ("1975-12/1976-02", "修渠。"),
    ]


def test_year_and_month_in_the_title_may_lack_their_signs() -> None:
    doc = read("某市大事记202008\n发布日期:2020-09-18 浏览次数:16\n1日  开会。\n3~4日  考察。")
    assert [date for date, _ in rows(doc)] == ["2020-08-01", "2020-08-03/2020-08-04"]
    assert rows(read("某市大事记2020081\n1日  开会。\n3日  考察。"))[0] == ("XXXX-XX-01", "开会。")


def test_this_month_below_a_year_of_old_is_none_of_the_publication() -> None:
    doc = read(
        "民国2年的某县\n阅读:29 2016-01-14 16:35:06\n民国2年(1913)   1月知事筹办警察。   本月驻军到城。   3月议会成立。   本年地震。"
    )
    assert [date for date, _ in rows(doc)] == ["1913-01", "1913-01", "1913-03", "1913"]
    bare = read("某县\n发布时间:2016-01-14\n民国2年,筹办警察。\n本月,驻军到城。")
    assert [date for date, _ in rows(bare)] == ["1913", "1913"]


def test_a_gap_that_runs_down_the_page_parts_two_columns() -> None:
    gap = " " * 24
    mixed = f"8月12日,司令员到岛上调研指导\n吨级轮船下水。{gap}11月27日,副主席来县\n陪同人员到会。{gap}视察军港。\n9月19日,航标处\n站成立。{gap}浦东举行游泳锦标赛"
    assert "layout.interleaved-columns" in [issue.code for issue in read(mixed).issues]
    apart = f"8月12日{gap}司令员到岛上调研。\n9月19日{gap}航标站成立。{gap}11月27日{gap}视察军港。\n12月1日{gap}开会。"
    assert "layout.interleaved-columns" not in [issue.code for issue in read(apart).issues]


# ------------------------------------------------------------------------------------------------------ damaged heads

WHOLE = "9月15日,县运会开幕。\n9月20日,新校奠基。\n"


def codes(doc: cp.Chronicle) -> list[str]:
    return [issue.code for issue in doc.issues if issue.code.startswith("date.")]


@pytest.mark.parametrize("written", ["912 ", "912,", "912日 ", "9月1Z日 "])
def test_the_first_date_may_be_damaged_where_it_leads_up_to_the_next(written: str) -> None:
    doc = read(f"清溪县2020年大事记\n{written}区长到第一小学检查。\n{WHOLE}")
    assert rows(doc)[0] == ("2020-09-12", "区长到第一小学检查。")
    assert codes(doc) == ["date.damaged"]


def test_a_row_of_digits_at_the_top_is_cut_so_that_it_leads_up_to_the_next() -> None:
    doc = read("清溪县2020年大事记\n119 消防宣传周开始。\n" + WHOLE.replace("9月", "11月"))
    assert [date for date, _ in rows(doc)] == ["2020-11-09", "2020-11-15", "2020-11-20"]


@pytest.mark.parametrize(
    "line", ["110 报警服务台开通。", "月9日 区长到第一小学检查。", "7 9日 区长检查。", "9 区长检查。"]
)
def test_what_may_have_been_the_first_date_is_reported_and_stays_text(line: str) -> None:
    doc = read(f"清溪县2020年大事记\n{line}\n{WHOLE}")
    assert len(doc.entries) == 2
    assert codes(doc) == ["date.unreadable"]
    assert line in doc.source.original


@pytest.mark.parametrize(
    "line", ["本县面积1200平方公里。", "500 多名干部参加。", "12 个乡镇参加。", "1200 名学生参加。"]
)
def test_an_introduction_is_no_damaged_date(line: str) -> None:
    doc = read(f"清溪县2020年大事记\n{line}\n{WHOLE}")
    assert len(doc.entries) == 2
    assert codes(doc) == []


def test_a_bare_day_may_have_lost_its_sign() -> None:
    doc = read("清溪县2020年大事记\n9月\n9 区长检查。\n12日,雨。\n15日,雪。\n18日,晴。")
    assert [date for date, _ in rows(doc)] == ["2020-09-09", "2020-09-12", "2020-09-15", "2020-09-18"]
    assert codes(doc) == ["date.damaged"]


@pytest.mark.parametrize("line", ["3 区长检查。", "19 区长检查。", "14 个乡镇受灾。"])
def test_a_number_that_does_not_lie_between_the_days_around_it_is_none(line: str) -> None:
    doc = read(f"清溪县2020年大事记\n9月\n12日,雨。\n{line}\n15日,雪。\n18日,晴。")
    assert [date for date, _ in rows(doc)] == ["2020-09-12", "2020-09-15", "2020-09-18"]


def test_a_dash_between_a_date_in_figures_and_a_chinese_number_makes_no_range() -> None:
    doc = read("云岭厂大事年表\n1958.7—建厂。\n1960.10.1—一号窑点火。\n1963.3—厂长出席会议。\n1978.12.28—二号窑投产。")
    assert rows(doc) == [
        ("1958-07", "建厂。"),
        ("1960-10-01", "一号窑点火。"),
        ("1963-03", "厂长出席会议。"),
        ("1978-12-28", "二号窑投产。"),
    ]


def test_figures_with_a_point_that_are_no_date_open_nothing() -> None:
    doc = read("某县大事记\n1958年3月,建厂。\n1958.7公里公路通车。\n1960年3月,投产。")
    assert [date for date, _ in rows(doc)] == ["1958-03", "1960-03"]


# ------------------------------------------------------------------------------------------------- what stands by dates


@pytest.mark.parametrize(
    ("head", "edtf"),
    [
        ("3月12日(植树节),", "2016-03-12"),
        ("3月12日(全国科技日) ", "2016-03-12"),
        ("3月12日(星期六),", "2016-03-12"),
        ("年终,", "2016"),
    ],
)
def test_what_a_day_is_called_stands_behind_it_in_brackets(head: str, edtf: str) -> None:
    doc = read(f"某县2016年大事记\n1月5日,新馆开放。\n{head}县长等上山植树。\n")
    assert rows(doc)[1] == (edtf, "县长等上山植树。")


def test_a_remark_that_is_no_name_of_a_day_belongs_to_the_text() -> None:
    doc = read("某县2016年大事记\n1月5日,新馆开放。\n3月12日(县府办)县长等上山植树。\n")
    assert rows(doc)[1] == ("2016-03-12", "(县府办)县长等上山植树。")


def test_a_year_of_the_sixty_may_stand_behind_a_year_and_a_month_in_brackets() -> None:
    doc = read("某县大事记\n1950年(庚寅)\n3月5日,建校。\n1951年(辛卯)\n(四月)\n8日,建厂。\n")
    assert [date for date, _ in rows(doc)] == ["1950-03-05", "1951-04-08"]


def test_short_dates_may_be_ranges() -> None:
    doc = read("某校2016年大事记\n1/5 开学典礼举行。\n1/9 图书馆开放。\n3/5-3/8 校运会举行。")
    assert [date for date, _ in rows(doc)] == ["2016-01-05", "2016-01-09", "2016-03-05/2016-03-08"]


def test_a_page_without_entries_says_so() -> None:
    doc = read("某厂大事记\n’58.3 建厂。\n’60.10 投产。")
    assert doc.entries == ()
    assert "chronicle.no-entries" in [issue.code for issue in doc.issues]
    assert "chronicle.no-entries" not in [issue.code for issue in read("某厂大事记\n1958年3月,建厂。").issues]
