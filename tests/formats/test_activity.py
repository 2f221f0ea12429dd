"""Activities: the cue table, the way through a sentence, and what is no act."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle_parse.formats.activity import classify
from chronicle_parse.lexicon import rows
from chronicle_parse.model import Activity
from chronicle_parse.text import clean


@pytest.mark.parametrize("row", rows("activities"), ids=lambda row: row["word"])
def test_every_cue_stands_in_its_example_and_is_simplified(row: dict[str, str]) -> None:
    assert row["word"] in row["example"]
    assert clean(row["word"]).text == row["word"]


@pytest.mark.parametrize("row", rows("activities"), ids=lambda row: row["word"])
def test_the_example_of_a_cue_is_of_its_kind_or_of_one_before_it(row: dict[str, str]) -> None:
    got = classify(row["example"])
    if row["activity"]:
        order = list(Activity)
        assert order.index(got) <= order.index(Activity(row["activity"]))
    else:
        assert got is Activity.OTHER


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        ("镇人大补选汤伟为副镇长。", "appointment"),
        ("县十六届人大一次会议选举汤伟为县长。", "appointment"),
        ("市委任汤伟为梅山县委书记。", "appointment"),
        ("汤伟辞去县长职务", "appointment"),
        ("区政府与梅山大学签署战略合作协议,区长汤伟出席签约仪式。", "signing"),
        ("区政府与梅山集团签约仪式举行。", "signing"),
        ("县里召开教师节表彰大会。", "award"),
        ("梅山镇荣获“全国文明镇”称号。", "award"),
        ("“悦读梅山”读书月启动仪式在图书馆广场举行。", "launch"),
        ("梅山号旅游列车上线。", "launch"),
        ("区里举办机器人场景发布会。", "launch"),
        ("新的预约平台启用。", "launch"),
        ("新法庭启用。", "ceremony"),
        ("梅山大桥主跨合龙,汤伟到场。", "ceremony"),
        ("港口机械博览会在会展中心开幕。", "ceremony"),
        ("县委书记汤伟赴柿子坪调研集体经济。", "inspection"),
        ("为保障节日供应,区长汤伟带队检查农贸市场。", "inspection"),
        ("汤伟会见梅山商会会长。", "reception"),
        ("汤伟欢迎友城副市长到访,并交换意见。", "reception"),
        ("区委理论学习中心组举行集中学习。", "study"),
        ("村干部培训班结业。", "study"),
        ("省长在流域论坛上致辞时说,要加强合作。", "speech"),
        ("省政府新闻办举行发布会。", "speech"),
        ("省教育厅厅长谈县中振兴", "speech"),
        ("局长就学位问题接受本台记者采访。", "speech"),
        ("市政府印发《关于加强和改进会议管理的办法》。", "publication"),
        ("《停放管理办法》正式施行。", "publication"),
        ("县政协十届三次会议开幕。", "meeting"),
        ("副书记主持召开会议时强调,要守住底线。", "meeting"),
        ("医养结合产业对接会举行。", "meeting"),
        ("首届茶歌会在云台山举行。", "other"),
        ("图书馆延时开放,接待读者3万人次。", "other"),
        ("选手严某获得男子皮划艇冠军。", "other"),
    ],
)
def test_the_act_of_a_sentence(text: str, activity: str) -> None:
    assert classify(text).value == activity


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        ("峰会: 行政长官与州长会面。", "reception"),
        ("全省防汛会议闭幕的当天晚上,市长带队到水库检查闸门。", "inspection"),
        ("县委召开干部大会。大会宣读任命汤伟为县长的决定。", "meeting"),
        ("市委书记慰问荣获全国劳动模范称号的工人。", "inspection"),
        ("《梅山日报》载,账款服务平台开通。", "launch"),
        ("赏灯、逛市集、听评弹。春季消费周在公园启动。", "launch"),
        ("邻县社区学习团一行到街道参观文化街。", "inspection"),
        ("县委书记检查防汛\n县委召开常委会会议,研究秋收。", "inspection"),
    ],
)
def test_occasions_labels_names_and_later_sentences_do_not_count(text: str, activity: str) -> None:
    assert classify(text).value == activity


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        ("今起,城区公交实行一票制。", "launch"),
        ("即日起,全市公园取消门票。", "launch"),
        ("共享单车开始投放。", "launch"),
        ("新版停车收费标准今起执行。", "publication"),
        ("县医院实行院长负责制。", "other"),
        ("城区公交运行平稳。", "other"),
        ("北口市区公交“一卡通”正式启用。", "launch"),
        ("“一卡通”大厦落成。", "ceremony"),
        ("排水调度系统投入使用。", "launch"),
        ("镇污水处理厂投入使用。", "ceremony"),
        ("博物馆新馆对外开放。", "ceremony"),
        ("我省坚持对外开放。", "other"),
        ("县政府颁发林权制度改革实施意见。", "publication"),
        ("市长为优秀教师颁发证书。", "award"),
        ("市队选手颁发会上摘得金牌。", "other"),
        ("农机维修提升班在党校结业。", "study"),
        ("县委领导班子在岗。", "other"),
        ("省农科院专家到县指导油菜管理。", "inspection"),
        ("镇里编写指导意见。", "other"),
        ("首部县志问世。", "publication"),
        ("首套农机保险问世。", "launch"),
    ],
)
def test_what_is_spoken_of_decides_the_kind_of_a_cue(text: str, activity: str) -> None:
    assert classify(text).value == activity


def test_the_date_in_front_may_say_that_something_begins() -> None:
    assert classify("城区公交实行一票制。", "5月1日起,") is Activity.LAUNCH
    assert classify("城区公交实行一票制。", "5月1日,") is Activity.OTHER


@given(st.text(alphabet="在会上,。:为任的与获区长书记《》“”()时谈说 \n一", max_size=200))
@settings(max_examples=50)
def test_any_text_has_an_activity(text: str) -> None:
    assert isinstance(classify(text), Activity)


@pytest.mark.parametrize("unit", ["在", "任", "与", "在会上", "欢迎", "(", "《", "接受", ",", "为,", "。"])
def test_hostile_text_is_read_in_no_time(unit: str) -> None:
    assert classify(unit * 100_000) in Activity
