"""Chronicles in every layout met in the wild, with invented texts: what is an entry, and which day it belongs to."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import chronicle_parse as cp
from chronicle_parse.strategies import garble

Row = tuple[str | None, str]


def read(text: str, **known: Any) -> cp.Chronicle:
    doc = cp.parse(text, kind="chronicle", **known)
    assert isinstance(doc, cp.Chronicle)
    return doc


def rows(text: str, **known: Any) -> list[Row]:
    return [(entry.when.edtf if entry.when else None, entry.text) for entry in read(text, **known).entries]


def codes(doc: cp.Document) -> list[str]:
    return [issue.code for issue in doc.issues]


LAYOUTS: dict[str, tuple[str, dict[str, Any], list[Row]]] = {
    "day and comma": (
        "2月9日,我区召开水利会议。\n2月11日,新桥通车。",
        {"year": 2021},
        [("2021-02-09", "我区召开水利会议。"), ("2021-02-11", "新桥通车。")],
    ),
    "day and spaces": (
        "11月21日 省领导到县调研。\n11月23日　　县图书馆开放。",
        {"year": 2015},
        [("2015-11-21", "省领导到县调研。"), ("2015-11-23", "县图书馆开放。")],
    ),
    "date glued to the text": (
        "9月8日县代会召开。\n9月12日城北水厂动工。",
        {"year": 1987},
        [("1987-09-08", "县代会召开。"), ("1987-09-12", "城北水厂动工。")],
    ),
    "bare day under a month heading": (
        "2016年\n6月\n26 日 县党史会召开。\n28日 县运动会闭幕。\n7月\n3日 大雨。",
        {},
        [("2016-06-26", "县党史会召开。"), ("2016-06-28", "县运动会闭幕。"), ("2016-07-03", "大雨。")],
    ),
    "bare days after an entry with its month": (
        "1月4日,区长调研元旦保供。\n11日,首批疫苗接种启动。\n2月3日,灯会开幕。\n5日,灯会闭幕。",
        {"year": 2021},
        [
            ("2021-01-04", "区长调研元旦保供。"),
            ("2021-01-11", "首批疫苗接种启动。"),
            ("2021-02-03", "灯会开幕。"),
            ("2021-02-05", "灯会闭幕。"),
        ],
    ),
    "day alone on its line": (
        "2012年3月\n7日\n县农机会议召开。\n9日\n县医院新楼启用。",
        {},
        [("2012-03-07", "县农机会议召开。"), ("2012-03-09", "县医院新楼启用。")],
    ),
    "full date alone on its line": (
        "2015年3月\n湿地公园开放。\n\n2016年8月1日\n\n光伏项目并网。\n\n1959年\n\n县城迁址。",
        {},
        [("2015-03", "湿地公园开放。"), ("2016-08-01", "光伏项目并网。"), ("1959", "县城迁址。")],
    ),
    "full date in every entry": (
        "2018年2月1日某馆开放。\n2018年3月5日,某桥合龙。\n2019年1月2日某校建成。",
        {},
        [("2018-02-01", "某馆开放。"), ("2018-03-05", "某桥合龙。"), ("2019-01-02", "某校建成。")],
    ),
    "year headings": (
        "1949年\n7月15日,县城解放。\n1950年\n3月,土改开始。\n8月2日,大水。",
        {},
        [("1949-07-15", "县城解放。"), ("1950-03", "土改开始。"), ("1950-08-02", "大水。")],
    ),
    "year headings in Chinese numerals": (
        "一九六八年\n三月五日,公社成立。\n一九六九年\n十二月,水库建成。\n二〇〇一年\n五月二十一日,国道通车。",
        {},
        [("1968-03-05", "公社成立。"), ("1969-12", "水库建成。"), ("2001-05-21", "国道通车。")],
    ),
    "month headings": (
        "2008年大事记\n一月\n3日,大雪。\n二月\n5日,县运动会举行。",
        {},
        [("2008-01-03", "大雪。"), ("2008-02-05", "县运动会举行。")],
    ),
    "month-only entries": (
        "1971年\n3月 某厂投产。\n12月,某校建成。",
        {},
        [("1971-03", "某厂投产。"), ("1971-12", "某校建成。")],
    ),
    "parts of a month": (
        "1975年\n8月上旬,大旱。\n8月中旬,县里组织抗旱。\n8月底,旱情解除。\n9月初,秋收开始。",
        {},
        [
            ("1975-08-01/1975-08-10", "大旱。"),
            ("1975-08-11/1975-08-20", "县里组织抗旱。"),
            ("1975-08-21/1975-08-31", "旱情解除。"),
            ("1975-09-01/1975-09-10", "秋收开始。"),
        ],
    ),
    "seasons": (
        "1952年\n春,县办小学。\n秋,扫盲班开课。\n10月1日,电厂发电。",
        {},
        [("1952-03/1952-05", "县办小学。"), ("1952-09/1952-11", "扫盲班开课。"), ("1952-10-01", "电厂发电。")],
    ),
    "same day, same month, same year": (
        "1983年\n5月6日,县剧团进京演出。\n同日,新华书店开业。\n是月,旱情严重。\n是年,粮食增产。",
        {},
        [
            ("1983-05-06", "县剧团进京演出。"),
            ("1983-05-06", "新华书店开业。"),
            ("1983-05", "旱情严重。"),
            ("1983", "粮食增产。"),
        ],
    ),
    "same-day marks": (
        "2010年4月\n5日 县植树活动举行。\n△县文化馆举办书展。\n☆县体校招生。\n9日 大风。",
        {},
        [
            ("2010-04-05", "县植树活动举行。"),
            ("2010-04-05", "县文化馆举办书展。"),
            ("2010-04-05", "县体校招生。"),
            ("2010-04-09", "大风。"),
        ],
    ),
    "a day heading over marked entries": (
        "2010年4月\n5日\n△县植树活动举行。\n△县文化馆举办书展。\n9日\n△大风。",
        {},
        [
            ("2010-04-05", "县植树活动举行。"),
            ("2010-04-05", "县文化馆举办书展。"),
            ("2010-04-09", "大风。"),
        ],
    ),
    "bullets before dates": (
        "◆5日上午,全县春耕现场会召开。\n◆6日,县长下乡调研。\n※7日,雨。",
        {"year": 2013, "month": 3},
        [
            ("2013-03-05", "全县春耕现场会召开。"),
            ("2013-03-06", "县长下乡调研。"),
            ("2013-03-07", "雨。"),
        ],
    ),
    "numbered entries": (
        "1949年\n1、7月15日,县城解放。\n2、秋,学校招生。\n3、12月,支部建立。\n4、本年度,有学生383人。",
        {},
        [
            ("1949-07-15", "县城解放。"),
            ("1949-09/1949-11", "学校招生。"),
            ("1949-12", "支部建立。"),
            ("1949", "有学生383人。"),
        ],
    ),
    "numbered entries without a date": (
        "一、新基地于8月18日正式启用。\n二、老厂房改造竣工。\n三、9月11日,技校开学。",
        {"year": 2019},
        [
            ("2019-08-18", "新基地于8月18日正式启用。"),
            ("2019", "老厂房改造竣工。"),
            ("2019-09-11", "技校开学。"),
        ],
    ),
    "ranges": (
        "9月24~25日,茶会举行。\n10月13日—14日 棋赛举行。\n11月2 — 4 日,冬训开班。\n11月28日至12月2日,书展举行。",
        {"year": 2014},
        [
            ("2014-09-24/2014-09-25", "茶会举行。"),
            ("2014-10-13/2014-10-14", "棋赛举行。"),
            ("2014-11-02/2014-11-04", "冬训开班。"),
            ("2014-11-28/2014-12-02", "书展举行。"),
        ],
    ),
    "a range over the turn of the year": (
        "1949年\n12月至1950年2月,清剿土匪。",
        {},
        [("1949-12/1950-02", "清剿土匪。")],
    ),
    "time of day": (
        "8月6日凌晨3时,山洪暴发。\n9月2日下午,县长到校慰问。",
        {"year": 1998},
        [("1998-08-06", "山洪暴发。"), ("1998-09-02", "县长到校慰问。")],
    ),
    "several dated events in one paragraph": (
        "1958年\n6月,钢厂动工;7月,水库动工;8月2日,公路通车。同年12月,钢厂出钢。",
        {},
        [
            ("1958-06", "钢厂动工;"),
            ("1958-07", "水库动工;"),
            ("1958-08-02", "公路通车。"),
            ("1958-12", "钢厂出钢。"),
        ],
    ),
    "lists of days": (
        "6月3日、5日、8日,龙舟赛举行。\n7月2、3、4日,泳赛举行。",
        {"year": 2018},
        [("2018-06-03/2018-06-08", "龙舟赛举行。"), ("2018-07-02/2018-07-04", "泳赛举行。")],
    ),
    "stray blanks": (
        "1 月4 日,大雪。\n11 月21 ~23 日,冬训。",
        {"year": 2005},
        [("2005-01-04", "大雪。"), ("2005-11-21/2005-11-23", "冬训。")],
    ),
    "newest first": (
        "2021.03 集团入选试点。\n2019.05.06 三厂投产。\n2018.12.28 集团揭牌。",
        {},
        [("2021-03", "集团入选试点。"), ("2019-05-06", "三厂投产。"), ("2018-12-28", "集团揭牌。")],
    ),
    "ISO, dotted and short dates": (
        "2014-12-29,城南桥通车。\n2012.8.7 县志首发。",
        {},
        [("2014-12-29", "城南桥通车。"), ("2012-08-07", "县志首发。")],
    ),
    "short dates": (
        "2017年\n05-06 县农展会开幕。\n05-09 县农展会闭幕。",
        {},
        [("2017-05-06", "县农展会开幕。"), ("2017-05-09", "县农展会闭幕。")],
    ),
    "the day before the year": (
        "2月1日\t1941年县支部恢复活动。\n2月12日\t1945年县报创刊。\n2月17日\t1925年女校开学。",
        {},
        [("1941-02-01", "县支部恢复活动。"), ("1945-02-12", "县报创刊。"), ("1925-02-17", "女校开学。")],
    ),
    "Markdown day headings": (
        "# 一月大事记\n\n## 2020年1月7日\n\n- 县两会开幕。\n- 新车站启用。\n\n## 2020年1月9日\n\n- 县两会闭幕。",
        {},
        [("2020-01-07", "县两会开幕。"), ("2020-01-07", "新车站启用。"), ("2020-01-09", "县两会闭幕。")],
    ),
    "brackets": (
        "【5月6日】区委召开会议。\n【5月8日-10日】干部班举办。",
        {"year": 2024},
        [("2024-05-06", "区委召开会议。"), ("2024-05-08/2024-05-10", "干部班举办。")],
    ),
    "date at the end": (
        "区图书馆新馆开放。(3月5日)\n区运动会开幕。(3月9日)\n区长到校慰问。(3月11日)",
        {"year": 2016},
        [
            ("2016-03-05", "区图书馆新馆开放。"),
            ("2016-03-09", "区运动会开幕。"),
            ("2016-03-11", "区长到校慰问。"),
        ],
    ),
    "weekdays": (
        "5月27日 星期一 区长接访。\n5月28日(星期二),区委全会召开。",
        {"year": 2019},
        [("2019-05-27", "区长接访。"), ("2019-05-28", "区委全会召开。")],
    ),
    "Republic years": (
        "民国三十八年\n4月22日 县城解放。\n民国18年(1929)\n3月 县立中学创办。\n是年 大旱。",
        {},
        [("1949-04-22", "县城解放。"), ("1929-03", "县立中学创办。"), ("1929", "大旱。")],
    ),
    "quarters": (
        "2011年\n第一季度,开工项目12个。\n第三季度,全县遭旱。",
        {},
        [("2011-01/2011-03", "开工项目12个。"), ("2011-07/2011-09", "全县遭旱。")],
    ),
    "headings in brackets": (
        "【1月】\n5日,甲会召开。\n【2月】\n9日,乙会召开。",
        {"year": 2011},
        [("2011-01-05", "甲会召开。"), ("2011-02-09", "乙会召开。")],
    ),
    "dashes and remarks behind the date": (
        "1月1日——养犬条例施行。\n1月15日(农历腊月廿一)——市长慰问环卫工人。\n1月20日:3号线开通。",
        {"year": 2020},
        [
            ("2020-01-01", "养犬条例施行。"),
            ("2020-01-15", "市长慰问环卫工人。"),
            ("2020-01-20", "3号线开通。"),
        ],
    ),
    "date at the end without brackets": (
        "新馆开放。3月5日\n运动会开幕。3月9日\n",
        {"year": 2016},
        [("2016-03-05", "新馆开放。"), ("2016-03-09", "运动会开幕。")],
    ),
    "weekdays first": (
        "周一(5月27日),区长接访。\n星期二 5月28日 区委全会召开。\n5月29日,星期三,区人大视察。",
        {"year": 2019},
        [("2019-05-27", "区长接访。"), ("2019-05-28", "区委全会召开。"), ("2019-05-29", "区人大视察。")],
    ),
    "marks behind the day": (
        "2021年1月\n4日 △区政协会议召开。\n△区总工会慰问职工。\n6-8日 党代会召开。△全会召开。",
        {},
        [
            ("2021-01-04", "区政协会议召开。"),
            ("2021-01-04", "区总工会慰问职工。"),
            ("2021-01-06/2021-01-08", "党代会召开。"),
            ("2021-01-06/2021-01-08", "全会召开。"),
        ],
    ),
    "numbers right before bare days": (
        "某镇2022年1月大事记\n1.4日,镇三干会召开。\n2.7日下午,镇长检查商铺。\n3.1.14日,县局到镇验收。\n4.20—22日,书画展举办。",
        {},
        [
            ("2022-01-04", "镇三干会召开。"),
            ("2022-01-07", "镇长检查商铺。"),
            ("2022-01-14", "县局到镇验收。"),
            ("2022-01-20/2022-01-22", "书画展举办。"),
        ],
    ),
    "month and day with a point and a sign": (
        "某镇2022年大事记\n1.5日,甲会召开。\n1.22日,乙会召开。\n2.3日,丙会召开。",
        {},
        [("2022-01-05", "甲会召开。"), ("2022-01-22", "乙会召开。"), ("2022-02-03", "丙会召开。")],
    ),
    "what happened in the whole year": (
        "某会大事记\n2010年\n10月17日,培训班开班。\n全年共举办比赛23次。\n2011年\n3月25日,理事会召开。\n全年,新增会员60人。",
        {},
        [
            ("2010-10-17", "培训班开班。"),
            ("2010", "共举办比赛23次。"),
            ("2011-03-25", "理事会召开。"),
            ("2011", "新增会员60人。"),
        ],
    ),
    "marked entries that end with their date": (
        "大事记\n· 县局考核工作。[2020-10-21至10-23]\n· 举办宣传周。[2020-06]\n· 免费检定衡器。[2020-05-20]",
        {},
        [("2020-10-21/2020-10-23", "县局考核工作。"), ("2020-06", "举办宣传周。"), ("2020-05-20", "免费检定衡器。")],
    ),
    "a day in the other calendar first": (
        "2011年\n1月5日,甲会召开。\n农历正月十五(2月17日),腰鼓队演出。\n3月2日,乙会召开。",
        {},
        [("2011-01-05", "甲会召开。"), ("2011-02-17", "腰鼓队演出。"), ("2011-03-02", "乙会召开。")],
    ),
    "a heading's month holds behind a stretch that leaves it": (
        "2016年\n三月\n1日 办法施行。\n5日—4月10日 专项行动开展。\n12日 义务植树。",
        {},
        [("2016-03-01", "办法施行。"), ("2016-03-05/2016-04-10", "专项行动开展。"), ("2016-03-12", "义务植树。")],
    ),
    "months spaced out": (
        "大  事  记\n2016年\n一    月\n4日 甲会召开。\n十 二 月\n18日 乙会召开。",
        {},
        [("2016-01-04", "甲会召开。"), ("2016-12-18", "乙会召开。")],
    ),
    "a single month and day in points": (
        "1956年\n5月 铁工厂筹建。\n10.1 铁工厂挂牌。\n1958年\n8月12日 车床试制成功。\n1978.4 厂长复职。",
        {},
        [
            ("1956-05", "铁工厂筹建。"),
            ("1956-10-01", "铁工厂挂牌。"),
            ("1958-08-12", "车床试制成功。"),
            ("1978-04", "厂长复职。"),
        ],
    ),
    "a table with a line for every cell": (
        "某校2022年大事记\n序号\n日期\n事件\n部门\n1\n2月14日\n春季开学典礼举行。\n德育处\n2\n3月\n植树。\n总务处\n填表人:某某",
        {},
        [("2022-02-14", "春季开学典礼举行。 德育处"), ("2022-03", "植树。 总务处")],
    ),
    "a Markdown table with numbered rows": (
        "# 某县2021年大事记\n| 序号 | 日期 | 事件 |\n|---|---|---|\n| 1 | 1月5日 | 县委全会召开。 |\n| 2 | 2月8日 | 大桥合龙。 |",
        {},
        [("2021-01-05", "县委全会召开。"), ("2021-02-08", "大桥合龙。")],
    ),
    "records": (
        "某校大事记\n时间:2021年1月5日\n事件:校史馆开馆\n时间:2021年2月8日\n事件:与县医院签约",
        {},
        [("2021-01-05", "事件:校史馆开馆"), ("2021-02-08", "事件:与县医院签约")],
    ),
    "numbers alone as days of two months": (
        "某县大事记\n2021-01\n05 县委全会召开。\n08 大桥合龙。\n2021-02\n01 新校开学。\n20 供水工程通水。",
        {},
        [
            ("2021-01-05", "县委全会召开。"),
            ("2021-01-08", "大桥合龙。"),
            ("2021-02-01", "新校开学。"),
            ("2021-02-20", "供水工程通水。"),
        ],
    ),
    "a year alone over months and days": (
        "大事记\n2021\n03-15\n县委全会召开\n03-18\n大桥合龙\n04-02\n新校开学",
        {},
        [("2021-03-15", "县委全会召开"), ("2021-03-18", "大桥合龙"), ("2021-04-02", "新校开学")],
    ),
    "checks for bullets and arrows behind dates": (
        "某中学2022年大事记\n➢1月5日 → 校史馆开馆。\n➢2月8日 → 教师大会召开。\n✓3月1日 新学期开学。",
        {},
        [("2022-01-05", "校史馆开馆。"), ("2022-02-08", "教师大会召开。"), ("2022-03-01", "新学期开学。")],
    ),
    "dates in the last column": (
        "单位大事记\n召开职工大会 2019-01-05\n新楼启用 2019/3/9\n获评文明单位 2019.12.20",
        {},
        [("2019-01-05", "召开职工大会"), ("2019-03-09", "新楼启用"), ("2019-12-20", "获评文明单位")],
    ),
    "headlines that end with their date": (
        "大事记\n县委全会召开(2020年1月5日)\n王芳作报告。\n大桥合龙(2020年2月8日)\n全长两公里。\n造价九亿元。",
        {},
        [("2020-01-05", "县委全会召开\n王芳作报告。"), ("2020-02-08", "大桥合龙\n全长两公里。\n造价九亿元。")],
    ),
    "short lines that open with a full date": (
        "大事记\n2020/1/5 全会召开\n2020/2/3-2/5 两会召开\n2020/3/8 表彰\n2020.3.12植树",
        {},
        [
            ("2020-01-05", "全会召开"),
            ("2020-02-03/2020-02-05", "两会召开"),
            ("2020-03-08", "表彰"),
            ("2020-03-12", "植树"),
        ],
    ),
    "letters and Roman numerals": (
        "2020年大事记\na) 1月5日 开会。\nb) 2月3日 走访。\nII. 3月8日 表彰。",
        {},
        [("2020-01-05", "开会。"), ("2020-02-03", "走访。"), ("2020-03-08", "表彰。")],
    ),
    "short dates and seasons in brackets": (
        "某镇编年\n◎一九八四年\n【3.1】撤社建乡。\n【10.6—10.9】举办物资交流会。\n【冬】修大堤。\n◎一九九二年\n【5.20】撤乡建镇。\n【全年】大旱。",
        {},
        [
            ("1984-03-01", "撤社建乡。"),
            ("1984-10-06/1984-10-09", "举办物资交流会。"),
            ("1984-12/1985-02", "修大堤。"),
            ("1992-05-20", "撤乡建镇。"),
            ("1992", "大旱。"),
        ],
    ),
    "years and months alone, newest first": (
        "首页  关于我们  产品中心  联系我们\n发展历程\n2022\n11月\n公司上市。\n06月\n厂房封顶。\n获评先进,受到表彰。\n2020\n09月\n共建实验室。",
        {},
        [
            ("2022-11", "公司上市。"),
            ("2022-06", "厂房封顶。"),
            ("2022-06", "获评先进,受到表彰。"),
            ("2020-09", "共建实验室。"),
        ],
    ),
    "headings in brackets between entries": (
        "2013年5月大事记\n【重要会议】\n5月2日 常委会召开。\n5月16日 人大常委会举行。\n【视察调研】\n5月6日 省领导视察。\n附:领导名录\n宿万春 1965.3—1972.8",
        {},
        [("2013-05-02", "常委会召开。"), ("2013-05-16", "人大常委会举行。"), ("2013-05-06", "省领导视察。")],
    ),
    "years of the Republic in three digits": (
        "乡公所年度大事记(112年)\n112年1月1日 升旗典礼。\n112年4月29日至30日 梅子节登场。\n112年10月 图书馆重新开馆。",
        {},
        [("2023-01-01", "升旗典礼。"), ("2023-04-29/2023-04-30", "梅子节登场。"), ("2023-10", "图书馆重新开馆。")],
    ),
    "several events under a date line": (
        "2021年6月1日\n上午,区委召开常委会。\n会议研究了防汛工作。\n下午,区长到福利院慰问。\n6月2日\n区人大开展执法检查。",
        {},
        [
            ("2021-06-01", "上午,区委召开常委会。\n会议研究了防汛工作。"),
            ("2021-06-01", "下午,区长到福利院慰问。"),
            ("2021-06-02", "区人大开展执法检查。"),
        ],
    ),
    "days that nobody says": (
        "2013年2月\n5日,县委书记走访。\n春节期间,全县未发生事故。\n18日,全县收心会召开。",
        {},
        [
            ("2013-02-05", "县委书记走访。"),
            ("2013-02", "春节期间,全县未发生事故。"),
            ("2013-02-18", "全县收心会召开。"),
        ],
    ),
    "a title on the line of the first entry": (
        "2015年青禾区大事记1月5日,区委全会召开。1月8日,区政协会议召开。",
        {},
        [("2015-01-05", "区委全会召开。"), ("2015-01-08", "区政协会议召开。")],
    ),
    "a title with the month alone": (
        "6月大事记\n1日,读书会召开。\n5日—7日,培训班举办。",
        {"year": 2020},
        [("2020-06-01", "读书会召开。"), ("2020-06-05/2020-06-07", "培训班举办。")],
    ),
    "years that move on without a heading": (
        "1927年\n8月1日,起义爆发。\n是年秋,农会成立。\n1934年10月,红军出发。12月,游击队上山。\n1949年9月下旬,县城解放。\n10月1日,全县集会。",
        {},
        [
            ("1927-08-01", "起义爆发。"),
            ("1927-09/1927-11", "农会成立。"),
            ("1934-10", "红军出发。"),
            ("1934-12", "游击队上山。"),
            ("1949-09-21/1949-09-30", "县城解放。"),
            ("1949-10-01", "全县集会。"),
        ],
    ),
    "after, around and until": (
        "1950年\n10月25日后 青年踊跃报名。\n11月1日起,施行新税率。\n11月20日左右,初雪。",
        {},
        [("1950-10-25", "青年踊跃报名。"), ("1950-11-01", "施行新税率。"), ("1950-11-20", "初雪。")],
    ),
    "two months that look like a number": (
        "1961年\n五、六月间,阴雨连绵。\n七月三日,山洪暴发。",
        {},
        [("1961-05/1961-06", "阴雨连绵。"), ("1961-07-03", "山洪暴发。")],
    ),
    "a table": (
        "| 日期 | 事件 |\n| --- | --- |\n| 3月5日 | 学雷锋活动举行。 |\n| 3月8日 | 表彰会召开。 |",
        {"year": 2010},
        [("2010-03-05", "学雷锋活动举行。"), ("2010-03-08", "表彰会召开。")],
    ),
    "bare numbers": (
        "2018年5月大事记\n2 我市举行运动会。\n同日 新条例施行。\n4 市委书记调研。\n7 平台开通。",
        {},
        [
            ("2018-05-02", "我市举行运动会。"),
            ("2018-05-02", "新条例施行。"),
            ("2018-05-04", "市委书记调研。"),
            ("2018-05-07", "平台开通。"),
        ],
    ),
    "page headers between the lines of an entry": (
        "2017年1月\n3日,县委全会召开,审议通过《关于加快产业转型的意见》。县委书记\nPage 129 - 《某县年鉴(2018)》\n"
        "作报告,县长主持会议并讲话。\n6日,县图书馆获评一级馆,馆藏图书八十万册,居全市之首。",
        {},
        [
            ("2017-01-03", "县委全会召开,审议通过《关于加快产业转型的意见》。县委书记作报告,县长主持会议并讲话。"),
            ("2017-01-06", "县图书馆获评一级馆,馆藏图书八十万册,居全市之首。"),
        ],
    ),
    "entries of several paragraphs": (
        "3月5日,区八届一次会议召开。\n会议选举产生新一届领导班子。\n区长作报告。\n3月9日,大风。",
        {"year": 2017},
        [("2017-03-05", "区八届一次会议召开。\n会议选举产生新一届领导班子。\n区长作报告。"), ("2017-03-09", "大风。")],
    ),
    "a list inside an entry": (
        "3月5日,区政府常务会议审议通过:\n1、关于保障房的办法;\n2、关于水价的办法。\n3月9日,大风。",
        {"year": 2017},
        [
            ("2017-03-05", "区政府常务会议审议通过:\n1、关于保障房的办法;\n2、关于水价的办法。"),
            ("2017-03-09", "大风。"),
        ],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_its_entries(layout: str) -> None:
    text, known, expected = LAYOUTS[layout]
    assert rows(text, **known) == expected


@pytest.mark.parametrize(
    "layout", [name for name in LAYOUTS if name not in ("page headers between the lines of an entry",)]
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_entries_need_no_full_stop(layout: str, between: str) -> None:
    text, known, expected = LAYOUTS[layout]
    text = "\n".join(line.removesuffix("。") for line in text.split("\n")).replace("\n", between)
    assert [when for when, _ in rows(text, **known)] == [when for when, _ in expected]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_damage_loses_no_entry(layout: str) -> None:
    text, known, expected = LAYOUTS[layout]
    assert [when for when, _ in rows(garble(text.replace(",", "，")), **known)] == [when for when, _ in expected]


def test_a_date_inside_a_sentence_starts_no_entry() -> None:
    text = "7月1日,青禾大桥加宽,该桥1995年10月通车。会议强调,12月底前要完成收尾。当天,市民代表参观。\n7月3日,大雨。"
    assert [when for when, _ in rows(text, year=2016)] == ["2016-07-01", "2016-07-03"]


def test_background_before_the_entry_stays_in_it() -> None:
    text = "2016年7月1日,青禾大桥通车。1995年10月,老桥动工。2016年8月1日,收费站撤除。"
    assert [when for when, _ in rows(text)] == ["2016-07-01", "2016-08-01"]


def test_the_days_of_an_event_start_no_entries_of_their_own() -> None:
    text = "11月5日-10日,展览举行。5日上午,举行开幕式;10日下午,闭幕。11日,大风。\n11月12日,大雨。"
    assert [when for when, _ in rows(text, year=2019)] == ["2019-11-05/2019-11-10", "2019-11-11", "2019-11-12"]


def test_what_is_announced_starts_no_entry() -> None:
    text = "3月5日,工程动工。2025年,将全线通车。6月1日,新馆预计开放。\n3月6日,大雨。"
    assert [when for when, _ in rows(text, year=2016)] == ["2016-03-05", "2016-03-06"]


def test_points_of_a_numbered_entry_are_no_entries() -> None:
    text = "1、3月5日,常务会议审议:\n(1)保障房办法;\n(2)水价办法。\n2、3月9日,大风。"
    assert [when for when, _ in rows(text, year=2016)] == ["2016-03-05", "2016-03-09"]


def test_dates_inside_quotes_start_no_entry() -> None:
    text = "3月5日,区长说:“今年任务重。4月1日,全面开工。5月1日,见成效。”会议结束。\n3月6日,大雨。"
    assert [when for when, _ in rows(text, year=2016)] == ["2016-03-05", "2016-03-06"]


def test_a_month_entry_borrows_no_day() -> None:
    entries = read("12月3日,大雪。\n12月,全区新增企业30家。", year=2021).entries
    assert [entry.when and (entry.when.precision, entry.when.edtf) for entry in entries] == [
        ("day", "2021-12-03"),
        ("month", "2021-12"),
    ]


def test_the_year_rolls_over_from_december_to_january() -> None:
    text = "12月28日,全会召开。\n12月31日,隧道贯通。\n1月4日,区长调研。\n11日,接种启动。\n同日,实验室启用。"
    assert [when for when, _ in rows(text, year=2020)] == [
        "2020-12-28",
        "2020-12-31",
        "2021-01-04",
        "2021-01-11",
        "2021-01-11",
    ]


def test_a_page_that_runs_backwards_rolls_back() -> None:
    text = "2月3日,甲。\n1月9日,乙。\n1月4日,丙。\n12月28日,丁。\n12月2日,戊。"
    assert [when for when, _ in rows(text, year=2021)] == [
        "2021-02-03",
        "2021-01-09",
        "2021-01-04",
        "2020-12-28",
        "2020-12-02",
    ]


def test_an_entry_out_of_order_does_not_turn_the_year() -> None:
    text = "12月29日,甲。\n1月3日,乙(补记)。\n12月30日,丙。"
    assert [when for when, _ in rows(text, year=2021)] == ["2021-12-29", "2021-01-03", "2021-12-30"]


def test_december_under_its_own_year_heading_is_no_turn() -> None:
    text = "2021年\n12月1日,甲。\n1月5日,乙。\n2020年\n12月3日,丙。"
    assert [when for when, _ in rows(text)] == ["2021-12-01", "2021-01-05", "2020-12-03"]


def test_year_and_month_come_from_the_title() -> None:
    doc = read("大事记-2020年4月\n\n4月,甲地复工。\n\n7日,乙馆开放。")
    assert [entry.when and entry.when.edtf for entry in doc.entries] == ["2020-04", "2020-04-07"]
    assert doc.title == "大事记-2020年4月"


def test_a_heading_beats_the_title_and_the_title_beats_the_caller() -> None:
    doc = read("某县2019年大事记\n3月1日,甲。\n2018年\n5月1日,乙。", year=2017)
    assert [entry.when and entry.when.edtf for entry in doc.entries] == ["2019-03-01", "2018-05-01"]
    assert "known.conflict" in codes(doc)


def test_the_year_of_the_publication_date_is_marked_as_such() -> None:
    doc = read("11月3日,甲。\n12月28日,乙。\n1月4日,丙。", published=dt.date(2022, 2, 9))
    assert [entry.when and entry.when.edtf for entry in doc.entries] == ["2021-11-03", "2021-12-28", "2022-01-04"]
    assert all(entry.when and "year" in entry.when.inherited for entry in doc.entries)
    (issue,) = [issue for issue in doc.issues if issue.code == "date.year-from-publication"]
    assert issue.severity == "info"


def test_without_any_year_none_is_made_up_and_the_evidence_is_named() -> None:
    doc = read("12月3日,区里举办2021年技能赛。\n12月9日,2021年总结会召开,部署2022年工作。")
    assert [entry.when and entry.when.edtf for entry in doc.entries] == ["XXXX-12-03", "XXXX-12-09"]
    (issue,) = [issue for issue in doc.issues if issue.code == "date.year-unknown"]
    assert "2021年" in issue.message and "2022年" in issue.message


def test_the_caller_in_conflict_with_the_text_is_reported() -> None:
    doc = read("2018年3月1日,甲。\n2018年4月1日,乙。", year=2021)
    assert [entry.when and entry.when.edtf for entry in doc.entries] == ["2018-03-01", "2018-04-01"]
    assert "known.conflict" in codes(doc)
    assert "known.conflict" not in codes(read("2018年3月1日,甲。\n2018年4月1日,乙。", year=2018))


def test_another_month_or_day_of_publication_than_the_page_says_is_reported() -> None:
    text = "大事记-2022年2月\n来源:区委办 发布时间:2022-03-09\n2月7日,区长调研。\n2月9日,大雨。"
    assert "known.conflict" not in codes(read(text, month=2, published=dt.date(2022, 3, 9)))
    assert "known.conflict" in codes(read(text, month=5))
    assert "known.conflict" in codes(read(text, published=dt.date(2023, 3, 9)))


def test_impossible_dates_stay_and_are_reported() -> None:
    doc = read("2月28日,甲。\n2月30日,乙。\n3月1日,丙。", year=2021)
    assert [entry.text for entry in doc.entries] == ["甲。", "乙。", "丙。"]
    assert "date.impossible-day" in codes(doc)


@pytest.mark.parametrize(("head", "edtf"), [("912", "2004-09-12"), ("119日", "2004-11-09")])
def test_a_lost_month_or_day_sign_is_read_with_an_issue(head: str, edtf: str) -> None:
    doc = read(f"9月8日,甲会召开。\n{head},乙会召开。\n12月1日,丙会召开。", year=2004)
    assert [entry.when and entry.when.edtf for entry in doc.entries] == ["2004-09-08", edtf, "2004-12-01"]
    assert any(code.startswith("date.") for code in codes(doc))


def test_navigation_and_metadata_never_become_entries() -> None:
    text = (
        "首页 > 政务 > 大事记\n某区人民政府\n\n大事记-2022年2月\n\n来源:区委办 发布时间:2022-03-09 浏览次数: 次\n\n"
        "2月7日,区长调研。\n\nPage 129 - 《某区年鉴(2022)》\n\n2月9日,大雨。\n\n扫一扫在手机上打开当前页\n\n打印 关闭"
    )
    doc = read(text)
    assert [entry.text for entry in doc.entries] == ["区长调研。", "大雨。"]
    assert doc.metadata.source == "区委办"


def test_answers_in_a_forum_are_no_text_of_the_last_entry() -> None:
    text = (
        "楼主\n发表于 2012-6-3 21:15:08 | 只看该作者\n某县大事记\n1949年4月23日,县城解放。\n1952年,粮食总产过亿斤。\n"
        "回复 举报\n沙发\n发表于 2012-6-3 22:01:33 | 只看该作者\n谢谢楼主,写得很好。\n"
    )
    assert rows(text) == [("1949-04-23", "县城解放。"), ("1952", "粮食总产过亿斤。")]


def test_chrome_on_the_line_of_the_first_entry_does_not_swallow_it() -> None:
    doc = read("当前位置: 首页 > 大事记 3月1日,区委召开全会,部署全年工作。\n3月4日,区长下乡调研。", year=2012)
    assert [entry.text for entry in doc.entries] == ["区委召开全会,部署全年工作。", "区长下乡调研。"]


def test_interleaved_columns_are_said_not_guessed() -> None:
    text = (
        "1月5日,县委召开三级\n7月3日,县水泥厂二号窑\n干部会议,部署冬修水利\n点火成功,日产水泥百\n"
        "1月9日,县人大常委会举\n7月8日,县棉纺厂发生火\n行会议,决定任命局长三\n灾,损失四万元,幸无人\n"
        "1月20日,县剧团赴省城\n7月15日,全县防汛大会\n汇演,获优秀剧目奖,全\n在县城召开,部署防汛工"
    )
    assert "layout.interleaved-columns" in codes(read(text, year=1986))


def test_columns_read_as_one_line_are_said_too() -> None:
    text = (
        "1月5日,县委召开三级 7月3日,县水泥厂二号窑\n干部会议,部署冬修水利 点火成功,日产水泥百\n"
        "1月9日,县人大常委会举 7月8日,县棉纺厂发生火\n行会议,决定任命局长三 灾,损失四万元,幸无人\n"
    )
    assert "layout.interleaved-columns" in codes(read(text, year=1985))
    assert "layout.interleaved-columns" not in codes(
        read("1月5日,甲。\n3月9日,乙。\n2月3日,丙。\n4月1日,丁。", year=1985)
    )


def test_entries_know_their_mark_heading_and_span() -> None:
    text = "2010年\n4月\n5日 县植树活动举行。\n△县文化馆举办书展。 \n\n9日 大风。\n"
    doc = read(text)
    assert [entry.marker for entry in doc.entries] == ["", "△", ""]
    assert {entry.heading for entry in doc.entries} == {"4月"}
    assert [doc.original(entry) for entry in doc.entries] == [
        "5日 县植树活动举行。",
        "△县文化馆举办书展。",
        "9日 大风。",
    ]
    assert doc.entries[1].when is not None and "entry" in doc.entries[1].when.inherited


def test_topic_headings_are_headings() -> None:
    doc = read("2011年大事记\n一、政治\n3月1日,人代会召开。\n二、经济\n3月9日,新厂投产。")
    assert [(entry.heading, entry.text) for entry in doc.entries] == [
        ("一、政治", "人代会召开。"),
        ("二、经济", "新厂投产。"),
    ]


def test_the_period_runs_from_the_first_day_to_the_last() -> None:
    period = read("2020年大事记\n1月5日,甲。\n3月2日,乙。\n2月1日,丙。").period
    assert period is not None and period.edtf == "2020-01-05/2020-03-02"


def test_a_page_without_entries_is_no_error() -> None:
    doc = read("某县大事记")
    assert doc.entries == () and doc.period is None


def test_a_second_title_begins_a_chronicle_of_its_own() -> None:
    text = "某县2019年大事记\n3月1日,甲。\n12月2日,乙。\n某县2020年大事记\n1月5日,丙。\n6月,丁。\n大事记-2018年5月\n7日,戊。"
    assert rows(text) == [
        ("2019-03-01", "甲。"),
        ("2019-12-02", "乙。"),
        ("2020-01-05", "丙。"),
        ("2020-06", "丁。"),
        ("2018-05-07", "戊。"),
    ]
