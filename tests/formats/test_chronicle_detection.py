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
