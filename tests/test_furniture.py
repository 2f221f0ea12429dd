"""Titles, metadata and chrome, and the news that must not be taken for chrome."""

import datetime as dt

import pytest

from chronicle_parse.formats import open_page
from chronicle_parse.formats.metadata import labelled, timestamp
from chronicle_parse.formats.page import Page
from chronicle_parse.text import clean


def page(*lines: str) -> Page:
    return open_page(clean("\n".join(lines) + "\n"))


def roles(*lines: str) -> list[str]:
    return [line.role for line in page(*lines).lines[:-1]]


def test_the_head_of_a_government_page_is_read() -> None:
    found = page(
        "青石市东山区人民政府",
        "",
        "大事记-2020年4月",
        "",
        "来源:东山区委(政府)办 发布时间:2020-06-10 浏览次数: 312",
        "",
        "4月1日,平台上线,市民可以在网上办理业务。",
    )
    assert found.title == "大事记-2020年4月"
    assert found.metadata.publisher == "青石市东山区人民政府"
    assert found.metadata.source == "东山区委(政府)办"
    assert found.metadata.published == dt.datetime(2020, 6, 10)
    assert found.metadata.views == 312


@pytest.mark.parametrize(
    "line",
    ["首页 要闻 镇街 部门 视频", "字体调节: A+ A- 操作:", "首页 > 新闻 > 正文", "您当前的位置: 首页>史志>大事记", "注册 | 找回密码", "Rank: 9Rank: 9", "[详细]", "MORE+", "image001.jpg", "【打印】【关闭】", "P. 98", "01-07 18:56", "您的当前位置:",
     "上一篇:某某通知", "(责编:王某)", "扫一扫在手机上打开当前页", "打印 收藏 关闭", "收藏0 支持3 分享1", "编辑|王明", "供稿人:李芳 审核人:张磊", "共 18 页 首页 上一页 1 2 3 下一页 尾页",
     "记者:王明 李芳", "Page 129 - 《某某年鉴(2018)》", "https://example.invalid/s/1", "———————", "第 3 页 共 9 页"],
)  # fmt: skip
def test_chrome_is_recognised(line: str) -> None:
    assert roles("某区大事记", line, "4月1日,平台上线,市民可以在网上办理业务。")[1] in ("chrome", "metadata")


@pytest.mark.parametrize(
    "line",
    ["4月1日,区政府网站首页 > 政务公开栏目改版上线,市民可以在网上办理业务。", "区长王芳表示,要打印更多宣传册。", "◆5日上午,扫一扫活动启动,市民领取消费券。",
     "分享到会代表的经验", "作者在会上说,这部作品写了三年。", "3月5日 首页改版完成,政务服务更方便群众办事。", "策划:本市三所高校联合举办的设计展于周末开放,观众三千。"],
)  # fmt: skip
def test_news_is_never_chrome(line: str) -> None:
    assert (
        roles("某区大事记", "4月1日,平台上线,市民可以在网上办理业务。", line, "4月9日,区委召开全会,研究下一步工作。")[2]
        == "paragraph"
    )


def test_what_follows_the_text_is_chrome_but_not_when_news_follows() -> None:
    assert roles("4月1日,平台上线,市民可以在网上办理业务。", "推荐阅读", "某某热榜")[1:] == ["chrome", "chrome"]
    assert roles("推荐阅读", "某某热榜", "4月1日,平台上线,市民可以在网上办理业务。")[1] != "chrome"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["青禾城市印记", "", "1931年10月", "", "青禾全境解放。"], "青禾城市印记"),
        (["1月", "1月4日,区委召开全会,研究下一步工作。"], ""),
        (["2008年1~12月", "1月", "7日", "慈善捐赠活动举行。"], ""),
        (["某省长的一周(2023.2.27-2023.3.5)_某省_时政_某网", "2月28日,省长调研。"], "某省长的一周(2023.2.27-2023.3.5)"),
        (["【一周要览】", "1. 4月11日,区长王芳主持召开会议。"], "一周要览"),
        (
            ["标题: 枫浦街道 | 本周工作动态", "索引号: 114202 文号:", "▲10月18日,市领导李启东到街道查看改造现场。"],
            "枫浦街道 | 本周工作动态",
        ),
        (["2022年,东山这样干!", "发表于 2022-4-19 10:20 |只看该作者", "4月18日,大会开幕。"], "2022年,东山这样干!"),
    ],
)
def test_titles(lines: list[str], title: str) -> None:
    assert page(*lines).title == title


def test_labels_glued_together_are_told_apart() -> None:
    assert labelled("发布时间:2023-01-10 15:21:00来源: 民声网") == {
        "published": "2023-01-10 15:21:00",
        "source": "民声网",
    }
    assert labelled("凡标注“来源:某某网”字样的作品") == {}


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2009年04月17日05:12 某某网", dt.datetime(2009, 4, 17, 5, 12)),
        ("2022-4-19 10:20:42", dt.datetime(2022, 4, 19, 10, 20, 42)),
        ("2022/4/19", dt.datetime(2022, 4, 19)),
        ("2022-13-19", None),
        ("昨天", None),
    ],
)
def test_timestamps(text: str, moment: dt.datetime | None) -> None:
    assert timestamp(text) == moment


def test_a_stamp_without_a_label_beside_a_source_is_the_day_of_publication() -> None:
    found = page(
        "某县一周要情", "2019-11-11 08:30 来源:某县发布 字体:大 中 小", "11月4日,县委书记王明主持召开县委常委会会议。"
    )
    assert found.metadata.published == dt.datetime(2019, 11, 11, 8, 30)
    assert found.metadata.source == "某县发布"


def test_a_title_printed_twice_below_a_remark_is_no_news() -> None:
    found = page(
        "按此,跳至主要内容。",
        "2016年9月26日至10月2日政府主要活动图片",
        "2016年9月26日至10月2日政府主要活动图片",
        "献花: 行政长官陈正9月26日出席纪念仪式,与嘉宾一同献花。",
    )
    assert found.title == "2016年9月26日至10月2日政府主要活动图片"
    assert [line.role for line in found.lines[:4]] == ["paragraph", "title", "title", "paragraph"]


def test_the_name_of_a_thread_is_the_title_without_its_label_and_control() -> None:
    found = page(
        "返回列表 发新帖",
        "[老街往事] 某镇百年大事记 [复制链接]",
        "老槐树",
        "发表于 2013-6-2 21:07:33 |只看该作者 |倒序浏览",
        "1921年,创办小学堂。",
        "小河弯弯",
        "发表于 2013-6-3 08:10:12 |只看该作者",
        "楼主辛苦了,顶一个!",
    )
    assert found.title == "某镇百年大事记"
    assert [line.role for line in found.lines if line.text in ("老槐树", "小河弯弯", "楼主辛苦了,顶一个!")] == [
        "chrome"
    ] * 3


def test_answers_that_are_news_stay() -> None:
    found = roles(
        "某镇大事记",
        "发表于 2013-6-2 21:07:33",
        "1921年,创办小学堂。",
        "发表于 2013-6-3 08:10:12",
        "1935年6月,大水淹没沿河两岸农田无数。",
    )
    assert found[-1] == "paragraph"


def test_lines_above_the_place_on_the_site_are_chrome_unless_one_is_a_title() -> None:
    menu = ("某县史志网", "志鉴成果", "当前位置:首页 > 史志", "2019年大事记", "3月5日,植树节活动举行。")
    assert roles(*menu) == ["chrome", "chrome", "chrome", "title", "paragraph"]
    named = ("某县2019年大事记", "当前位置:首页 > 史志", "3月5日,植树节活动举行。")
    assert roles(*named) == ["title", "chrome", "paragraph"]


def test_the_name_of_a_column_gives_way_to_the_title_below_it() -> None:
    assert page("大事记", "字体(大 中 小)", "某县2019年大事记", "3月5日,植树节活动举行。").title == "某县2019年大事记"


def test_a_stamp_with_a_label_behind_it_is_metadata() -> None:
    found = page("某市要闻", "2011年01月05日 来源:某网 编辑:甲", "1月4日,市长调研。")
    assert found.metadata.published == dt.datetime(2011, 1, 5)
    assert roles("2011年01月05日 市长调研城市管理,编辑部搬迁。") == ["paragraph"]


def test_running_heads_are_chrome_only_beside_page_numbers_and_more_than_once() -> None:
    book = ("正文一段。", "某县年鉴", "— 1 —", "正文二段。", "某县年鉴", "— 2 —", "正文三段。")
    assert roles(*book) == ["paragraph", "chrome", "chrome", "paragraph", "chrome", "chrome", "paragraph"]
    once = ("正文一段。", "某某同志", "— 1 —", "正文二段。")
    assert roles(*once)[1] != "chrome"
    apart = ("正文一段。", "某某同志", "正文二段。", "某某同志")
    assert "chrome" not in roles(*apart)


def test_the_last_bread_crumb_names_a_page_without_a_title() -> None:
    crumbs = "百花论坛 » 本地资讯 » 一周新闻汇总(8.12-8.18)"
    assert page(crumbs, "1、8月12日,人大常委会任命副市长。").title == "一周新闻汇总(8.12-8.18)"
    assert page("首页 > 县情 > 县情大事记", "3月5日,县委召开全会并讨论规划。").title == ""


def test_lines_of_a_table_of_contents_are_chrome() -> None:
    assert roles("大事记……15", "概况......23", "2019年大事记", "1月7日,区委召开全会并讨论规划。")[:2] == [
        "chrome",
        "chrome",
    ]


def test_bread_crumbs_whose_signs_were_damaged_are_chrome() -> None:
    assert (
        roles("某湖论坛 ? 论坛 ? 某湖大小事 ? 一周新闻", "一周新闻汇总", "3月5日,百余名志愿者走上街头义诊。")[0]
        == "chrome"
    )


@pytest.mark.parametrize(
    "line",
    [
        "报:县委、县政府领导",
        "填表人:糜 娟",
        "(协会秘书处整理,2013年1月)",
        "厂史办 整理   电话:0751-5550123",
        "备注:双休日照常。",
        "(共印60份)",
        "还剩3页未读,继续阅读",
    ],
)
def test_the_foot_of_a_page_is_chrome(line: str) -> None:
    assert roles("3月5日,区长到第一小学检查开学工作。", "", line)[-1] == "chrome"


@pytest.mark.parametrize(
    "line",
    [
        "主办:全县龙舟赛开幕,观众三千人,比赛持续到傍晚时分,气氛热烈,秩序井然,各队奋勇争先,共有十二支队伍报名参加,最终城关镇队夺得冠军。",
        "县长:全力保供水。",
    ],
)
def test_the_last_entry_is_no_foot(line: str) -> None:
    assert roles("3月5日,区长到第一小学检查开学工作。", line)[-1] == "paragraph"
