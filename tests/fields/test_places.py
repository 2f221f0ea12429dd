"""Places: names in and out of the table, chains, codes only where they are certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle_parse.fields.places import find_places, locality
from chronicle_parse.lexicon import rows, words


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("深圳市罗湖区人民政府", "深圳市罗湖区", "440303"),
        ("广东省深圳市罗湖区", "广东省深圳市罗湖区", "440303"),
        ("罗湖区大事记", "罗湖区", "440303"),
        ("深圳罗湖区两会", "深圳罗湖区", "440303"),
        ("新疆维吾尔自治区喀什地区莎车县", "新疆维吾尔自治区喀什地区莎车县", "653125"),
        ("浙江省金华市义乌市", "浙江省金华市义乌市", "330782"),
        ("内蒙古自治区人民政府", "内蒙古自治区", "150000"),
        ("大理白族自治州年鉴", "大理白族自治州", "532900"),
        ("上海市浦东新区", "上海市浦东新区", "310115"),
        ("神农架林区", "神农架林区", "429021"),
        ("河南省济源市", "河南省济源市", "419001"),
        ("易县大事记", "易县", "130633"),
        ("到易县", "易县", "130633"),
        ("在涉县召开", "涉县", "130426"),
        ("福州市鼓楼区", "福州市鼓楼区", "350102"),
        ("鼓楼区一周", "鼓楼区", None),
        ("北京市朝阳区", "北京市朝阳区", "110105"),
        ("长春市朝阳区", "长春市朝阳区", "220104"),
        ("柳泉市云溪区人民政府", "柳泉市云溪区", None),  # 云溪区 is a district elsewhere
        ("青禾县大事记", "青禾县", None),
        ("石泉坪县人民政府县长", "石泉坪县", None),
        ("中共青禾县委", "青禾县", None),
        ("——2024年1月11日在怀岭县第十八届人民代表大会第四次会议上", "怀岭县", None),
        ("澜川市二〇一八年五月份记事", "澜川市", None),
        ("岭东省粮食局", "岭东省", None),
        ("云岫新区规划", "云岫新区", None),
    ],
)
def test_a_place_is_named_as_written_and_coded_where_it_is_certain(text: str, name: str, code: str | None) -> None:
    place = find_places(text)[0]
    assert (place.name, place.code) == (name, code)
    assert text[place.start : place.stop] == name


@pytest.mark.parametrize(
    "text",
    [
        "全市经济工作",
        "我区召开会议",
        "各县市",
        "高新技术开发区",
        "农村社区",
        "市场监管",
        "盐城市民",
        "省级机关",
        "在省政府",
        "超市",
        "老城区改造",
        "青禾城市印记",
        "大事记-2022年2月",
        "16地市市委书记",
        "县政府和县政协",
        "",
    ],
)
def test_words_that_end_like_a_place_are_none(text: str) -> None:
    assert find_places(text) == ()


def test_places_of_one_name_are_told_apart_by_the_page() -> None:
    assert _code(locality("鼓楼区要闻")) is None
    assert _code(locality("鼓楼区要闻", lead="福州市领导到鼓楼区调研")) == "350102"
    assert _code(locality("鼓楼区要闻", "徐州市鼓楼区人民政府")) == "320302"
    assert _code(locality("鼓楼区要闻", lead="江苏省鼓楼区")) is None  # two of them lie in Jiangsu


def _code(place: object) -> str | None:
    assert place is not None
    code: str | None = getattr(place, "code")  # noqa: B009
    return code


@pytest.mark.parametrize(
    ("title", "publisher", "lead", "name"),
    [
        ("大事记-2022年2月", "柳泉市云溪区人民政府", "", "柳泉市云溪区"),
        ("政府工作报告", "", "——2024年1月11日在怀岭县第十八届人民代表大会第四次会议上", "怀岭县"),
        ("石梁县政务周报", "石梁发布", "", "石梁县"),
        ("深圳一周 | 各区书记区长都在忙啥?", "", "", "深圳"),
        ("砚池区政府领导一周主要活动", "", "", "砚池区"),
        ("一组数据看懂云台县", "", "", "云台县"),
        ("2019临湖区大事记", "", "", "临湖区"),
        ("半月要闻", "", "中共澜川市委九届七次全会召开。", "澜川市"),
    ],
)
def test_the_locality_comes_from_title_publisher_or_lead(title: str, publisher: str, lead: str, name: str) -> None:
    place = locality(title, publisher, lead)
    assert place is not None and place.name == name


def test_a_place_that_a_lead_only_mentions_is_not_its_locality() -> None:
    assert locality("半月要闻", "", "代表团到怀岭县和石梁县考察。") is None
    assert locality("大事记", "", "△柳泉市人民政府批准建立青河口湿地保护区。") is None
    assert locality("大事记", "", "他获得2020年度岭东省第三届技能带头人称号。") is None
    assert locality("早报", "", "你有一份省两会早报，上午省政府开会。") is None
    assert locality() is None
    assert locality("南京路大事记") is None


def test_every_division_that_is_named_once_is_found_with_its_code() -> None:
    table = rows("divisions")
    names = [*(row["word"] for row in table), *words("not_places")]
    assert len(table) > 3000
    for row in table[::7]:
        if names.count(row["word"]) == 1 and not row["word"].endswith(("群岛", "海域", "委员会")):
            (place,) = find_places(row["word"] + "人民政府")
            assert (place.name, place.code) == (row["word"], row["code"])


def test_parents_of_the_table_are_in_the_table() -> None:
    codes = {row["code"] for row in rows("divisions")}
    assert all(code.isdecimal() and len(code) == 6 and code[:2] + "0000" in codes for code in codes)


def test_words_of_the_tables_are_read() -> None:
    for word in words("not_places"):
        assert find_places(word) == (), word
    for row in rows("place_titles"):
        found = locality(row["example"])
        assert found is not None and found.name == "怀岭县", row
    for row in rows("place_borders"):
        assert [place.name for place in find_places(row["example"])] == ["怀岭县"], row


@given(st.text(alphabet="省市区县旗州盟自治深圳罗湖鼓楼怀岭在的 ,，第届", max_size=30))
def test_no_text_raises_and_names_are_what_stands_there(text: str) -> None:
    for place in find_places(text, context=text):
        assert text[place.start : place.stop] == place.name
    locality(text, text, text)
