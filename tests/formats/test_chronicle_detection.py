"""What is taken for a chronicle, and what is not."""

from __future__ import annotations

import pytest

import chronicle_parse as cp
from chronicle_parse.pipeline import LIKELY

CHRONICLES = {
    "a title": "某区大事记\n3月5日,甲会召开。",
    "dates at the heads of lines": "3月5日,甲会召开。\n3月6日,乙馆开放。\n3月9日,丙桥合龙。",
    "years": "1949年\n7月,县城解放。\n1950年\n3月,土改开始。\n8月,大水。",
    "date lines": "1931年10月\n\n特别支部成立。\n\n1946年8月26日\n\n全境解放。\n\n1959年\n\n县城迁址。",
    "dates at the end": "图书馆开放。(3月5日)\n运动会开幕。(3月9日)\n区长到校慰问。(3月11日)",
    "numbered events of a year": "一、新基地于8月18日启用。\n二、古镇于12月8日开放。\n三、老厂房竣工。",
    "stretches of time among days": "1958年\n3月至5月,大旱。\n6月5日,水库动工。\n1958年9月至1959年2月,办食堂。\n10月1日,通车。",
    "short lines that tell of acts": "3月5日 县委召开全会\n3月9日 医院新楼启用\n3月12日 农机展开幕\n3月20日 书记调研\n",
    "plans among acts": "3月5日,县委决定将于年内建馆。\n3月9日,医院新楼启用。\n3月12日,水库动工。\n4月2日,建校。",
    "our county": "3月5日,我县召开全会。\n3月9日,我县医院新楼启用。\n3月12日,省领导到我市调研。\n",
    "no full stops": "3月5日 区委召开农村工作会议\n3月6日 市级领导到校调研检查开学工作\n3月9日 江桥合龙仪式举行",
    "one paragraph": "3月5日,甲会召开。3月6日,乙馆开放。3月9日,丙桥合龙。4月2日,丁校开学。",
}

OTHERS = {
    "news": "本报讯(记者王一) 3月5日,区委召开全会。\n会议听取了工作报告。\n会议强调,要抓好春耕。\n会议号召全区干部振奋精神。\n",
    "notice": "关于端午节放假的通知\n各单位:\n现将放假安排通知如下:\n6月3日至5日放假调休,共3天。\n请做好值班工作。\n区政府办公室\n2022年5月30日\n",
    "poem": "春眠不觉晓,\n处处闻啼鸟。\n夜来风雨声,\n花落知多少。\n",
    "code": "def main():\n    for i in range(3):\n        print(i)\n    return 2021\n",
    "numbers": "1.5\n2.7\n3.9\n2019\n2020\n",
    "recipe": "一、备料\n面粉500克,鸡蛋2个。\n二、和面\n三、上笼蒸20分钟。\n",
    "report": "政府工作报告\n各位代表:\n一、2021年工作回顾\n地区生产总值增长8%。\n二、2022年工作安排\n新增就业5000人。\n",
    "letter": "尊敬的区长:\n您好!我是一名居民。\n去年3月我反映过路灯问题。\n此致\n敬礼\n",
    "a life": "张三,男,1960年3月生。\n1978年9月至1982年7月,在某大学学习。\n1982年7月至1990年5月,任某县科员。\n"
    "1990年5月至1998年3月,任某镇镇长。\n2005年6月至今,任某县县长。\n",
    "weather": "天气预报\n3月5日 晴 5℃~12℃\n3月6日 多云 6℃~13℃\n3月7日 小雨 4℃~9℃\n3月8日 阴 5℃~10℃\n",
    "dated code": "def main():\n    return 3\n# 2021-03-05 fix\n# 2021-03-06 refactor\n# 2021-04-07 rename\n",
    "who is on duty": "国庆假期门诊安排\n10月1日:内科王医生,外科李医生\n10月2日:内科张医生,外科赵医生\n10月3日:内科陈医生,外科周医生\n10月4日:全天停诊\n",
    "a timetable": "第十三届县运会竞赛日程(修订)\n9月10日上午9:00,开幕式,体育场。\n9月10日下午2:30,篮球预赛,体育馆。\n"
    "9月11日上午9:00,乒乓球赛,体育馆。\n9月13日下午4:00,闭幕式,体育场。\n",
    "what is to come": "6月好去处\n6月3日,诗会将在文化广场举行。\n6月8日,将举办非遗展示。\n6月12日,拟开展健康讲座。\n6月18日,将放映电影。\n",
    "what must be done": "各镇须知\n10月15日前,完成摸底。\n10月31日前,完成验收。\n11月15日前,上报数据。\n12月20日前,完成总结。\n",
    "a diary": "山里的日子\n9月1日\n开学第一天,孩子们好奇地看着我。\n9月2日\n我起床晚了。\n9月3日\n下雨了,我想家了。\n9月5日\n我教孩子们唱歌。\n",
    "what costs how much": "村里的账目公开\n3月5日 购买办公用品 326元\n3月9日 慰问困难户 2000元\n3月12日 修理路灯 480元\n3月20日 印制宣传单 600元\n",
    "empty": "",
    "English": "On 3 March 2021 the council met.\nOn 5 March 2021 the bridge was opened.\n",
}


def score(text: str) -> float:
    return next((found.score for found in cp.detect(text) if found.name == "chronicle"), 0.0)


@pytest.mark.parametrize("name", CHRONICLES)
def test_chronicles_are_detected_with_reasons(name: str) -> None:
    found = cp.detect(CHRONICLES[name])[0]
    assert found.name == "chronicle" and LIKELY <= found.score <= 1
    assert all(reason == reason.strip() and " " in reason for reason in found.reasons) and found.reasons


@pytest.mark.parametrize("name", OTHERS)
def test_other_texts_are_no_chronicles(name: str) -> None:
    assert score(OTHERS[name]) < LIKELY


def test_a_roundup_with_dates_is_a_roundup() -> None:
    text = "某区一周要闻(6月5日-6月11日)\n6月5日,区长调研。\n6月7日,区委召开会议。\n6月9日,图书节开幕。"
    assert cp.detect(text)[0].name == "roundup"


def test_headlines_with_stories_speak_against_a_chronicle() -> None:
    plain = "3月5日,甲会召开。\n3月6日,乙馆开放。\n3月9日,丙桥合龙。\n"
    stories = plain.replace("。\n", "\n据介绍,这是近年来规模最大的一次,吸引了许多市民前来参加。\n")
    assert score(stories) < score(plain)


def test_why_a_list_is_no_chronicle_is_said() -> None:
    found = next(each for each in cp.detect(OTHERS["who is on duty"]) if each.name == "chronicle")
    assert "who is on duty" in found.reasons[-1]


def test_the_title_of_a_chronicle_outweighs_what_its_lines_tell_of() -> None:
    assert score("某县大事记\n6月3日,将举办诗会。\n6月8日,将举办展示。\n6月12日,拟开展讲座。") >= LIKELY
