"""Indicators: every row of the definition, with sentences of its own."""

from __future__ import annotations

import pytest

from chronicle_parse.fields.indicators import Stretch, find_indicators, scan, scan_stretches
from chronicle_parse.model import Bound, Indicator, Quantity, Span

SIGNS = {"up": "+", "down": "-", "flat": "="}
BOUNDS = {
    Bound.EXACT: "",
    Bound.ABOUT: "~",
    Bound.AT_LEAST: ">=",
    Bound.AT_MOST: "<=",
    Bound.MORE_THAN: ">",
    Bound.LESS_THAN: "<",
    Bound.RANGE: "..",
}


def amount(quantity: Quantity) -> str:
    high = "" if quantity.high is None else f"{quantity.high.normalize():f}"
    return f"{BOUNDS[quantity.bound]}{high}{quantity.value.normalize():f}{quantity.unit}"


def brief(found: Indicator) -> str:
    """One indicator in a line: name, amount, signed change, (earlier amount), [verb], {rank}."""
    parts = [found.name]
    if found.quantity is not None:
        parts.append(amount(found.quantity))
    if found.change is not None:
        parts.append(SIGNS[found.change.direction] + amount(found.change.quantity))
    if found.previous is not None:
        parts.append(f"({amount(found.previous)})")
    if found.verb:
        parts.append(f"[{found.verb}]")
    if found.rank is not None:
        parts.append("{" + found.rank.written + "}")
    return " ".join(parts)


def read(text: str) -> list[str]:
    return [brief(found) for found in scan(text)]


WHICH = [
    # value with its growth
    ("地区生产总值440.5亿元、增长5.4%", ["地区生产总值 44050000000元 +5.4%"]),
    ("社会消费品零售总额完成46.1亿元,同比下降4.3%", ["社会消费品零售总额 4610000000元 -4.3%"]),
    ("地区生产总值增长6.6%，总量突破9000亿元", ["地区生产总值 >900000000000元 +6.6%"]),
    # level and difference of one noun
    ("“四上”企业1846家、净增137家", ["“四上”企业 1846家 +137家"]),
    ("优良天数246天,比上年增加13天", ["优良天数 246天 +13天"]),
    ("城镇化率提高1.6个百分点,达到43.9%", ["城镇化率 43.9% +1.6个百分点"]),
    ("规模以上工业企业达到326家、比2016年净增98家", ["规模以上工业企业 326家 +98家"]),
    # increment, then total
    ("净增商贸企业175户、总数达到665户", ["商贸企业 175户 [净增]", "商贸企业总数 665户"]),
    ("新增单项冠军3家,累计12家", ["单项冠军 3家 [新增]", "单项冠军 12家"]),
    ("新登记经营主体6108户，总量达到3.9万户", ["经营主体 6108户 [新登记]", "经营主体总量 39000户"]),
    # one noun, several verbs
    (
        "实施重大项目1874个,完成投资3216亿元,竣工926个",
        ["重大项目 1874个 [实施]", "重大项目完成投资 321600000000元", "重大项目 926个 [竣工]"],
    ),
    ("建成学校6所、开工4所", ["学校 6所 [建成]", "学校 4所 [开工]"]),
    ("建设筹集公共住房5800套、供应3700套", ["公共住房 5800套 [建设筹集]", "公共住房 3700套 [供应]"]),
    (
        "改造老旧小区140个，惠及2.2万户6.5万人",
        ["老旧小区 140个 [改造]", "老旧小区 22000户 [惠及]", "老旧小区 65000人 [惠及]"],
    ),
    ("新建学校5所,转移就业3200人", ["学校 5所 [新建]", "转移就业 3200人 [转移就业]"]),
    # two units on one noun
    ("1646户6680名监测对象消除风险", ["监测对象 1646户", "监测对象 6680名"]),
    ("易地扶贫搬迁1836户7214人全部入住", ["易地扶贫搬迁 1836户", "易地扶贫搬迁 7214人"]),
    # 其中
    ("新增公路里程2316公里，其中高速公路214公里", ["公路里程 2316公里 [新增]", "高速公路 214公里 [新增]"]),
    ("工业总产值三亿元，其中:轻工业产值一亿元", ["工业总产值 300000000元", "轻工业产值 100000000元"]),
    # from-to
    ("地区生产总值由2136亿元增加到3018亿元，年均增长6.4%", ["地区生产总值 301800000000元 +6.4% (213600000000元)"]),
    ("贫困发生率从19.7%降为0.5%", ["贫困发生率 0.5% (19.7%)"]),
    ("高新技术企业从2015年的12家增加到2020年的86家", ["高新技术企业 86家 (12家)"]),
    ("占全省经济比重从11.4%提高到15%左右", ["占全省经济比重 ~15% (11.4%)"]),
    # noun + 增/减 verb + amount, verb + noun + amount
    ("农村贫困人口减少了一万三千人", ["农村贫困人口 -13000人"]),
    ("退出过剩产能180万吨", ["过剩产能 1800000吨 [退出]"]),
    ("增加1200个学位", ["学位 1200个 [增加]"]),
    ("新建和提升3条花景大道、7个社区公园", ["花景大道 3条 [新建和提升]", "社区公园 7个 [新建和提升]"]),
    # percentage points
    ("城镇化率提高1.5个百分点，高于全国0.3个百分点", ["城镇化率 +1.5个百分点"]),
    ("税收占比71.3%、提升1.6个百分点", ["税收占比 71.3% +1.6个百分点"]),
    # price
    ("居民消费价格涨幅回落到0.2%", ["居民消费价格 +0.2%"]),
    ("居民消费价格上涨幅度控制在3%以内", ["居民消费价格 +<=3%"]),
    ("商品零售价格指数涨幅3%左右", ["商品零售价格指数 +~3%"]),
    # thresholds
    ("网上零售额突破十亿元大关，达10.6亿元", ["网上零售额 1060000000元"]),
    ("贷款余额突破百亿元大关，达104.8亿元", ["贷款余额 10480000000元"]),
    ("人均生产总值首次突破5万元大关", ["人均生产总值 >50000元"]),
    ("财政总收入近八千亿元", ["财政总收入 <800000000000元"]),
    ("年度投资超百亿元", []),
    # total investment of a project
    (
        "总投资30亿元的恒岳产业园投产，12亿元的云栖项目开工",
        ["恒岳产业园总投资 3000000000元", "云栖项目总投资 1200000000元"],
    ),
    ("总投资50亿元的桐溪新材料产业园一期并网", ["桐溪新材料产业园总投资 5000000000元"]),
    # size, not the project list
    ("松桂桥、白石路等82个项目开工", ["项目 82个"]),
    ("建成第三中学等学校4所", ["学校 4所 [建成]"]),
    # time as the measured thing
    ("企业开办时间由8个工作日压缩至0.5个工作日", ["企业开办时间 0.5个工作日 (8个工作日)"]),
    ("仅用83天建成方舱医院，连续五年获评先进", []),
    ("人均预期寿命提高到78.9岁", ["人均预期寿命 78.9岁"]),
    ("为60岁以上老人办理优待证", []),
    # never
    ("应到代表301人,实到289人", []),
    ("三次产业结构调整为18:52.4:29.6", []),
    ("做好五个方面的工作，打好三大攻坚战", []),
    ("全面完成8大类46项民生实事", ["民生实事 46项"]),
    ("财政收入是2015年的1.8倍，主要指标实现翻番", []),
    ("PM2.5、5G、20+8、11号线", []),
    ("实现签约户数“三个99.7%”", []),
    ("兑现“10条意见”", []),
    ("财政收入一千二百万元，超过计划的百分之五", ["财政收入 12000000元"]),
    (
        "引进营收10亿元以上企业10家、纳税1000万元以上企业30家",
        ["营收10亿元以上企业 10家 [引进]", "纳税1000万元以上企业 30家 [引进]"],
    ),
]

NAMES = [
    # 1: what is dropped and what is kept
    ("全市生产总值1327.4亿元", "生产总值"),
    ("预计全年地区生产总值增长3.8%", "地区生产总值"),
    ("一般公共预算收入同口径增长6%", "一般公共预算收入"),
    ("全体居民人均可支配收入增长8%", "全体居民人均可支配收入"),
    ("全社会固定资产投资完成4亿元", "全社会固定资产投资"),
    ("区属地区生产总值达到4亿元", "区属地区生产总值"),
    ("投入各类扶贫资金5.63亿元", "各类扶贫资金"),
    ("为企业减负1.08亿元", "减负"),
    ("五年累计完成投资86亿元", "完成投资"),
    ("主要预期目标建议为地区生产总值增长8%", "地区生产总值"),
    # 2: verbs and set terms
    ("惠及居民2.3万户", "居民"),
    ("城镇新增就业5.2万人", "城镇新增就业"),
    ("新增城镇就业5.2万人", "城镇就业"),
    ("实际使用外资1140万美元", "实际使用外资"),
    ("实际到位市外资金增长12%", "实际到位市外资金"),
    ("接待游客268万人次", "接待游客"),
    ("基本医保参保468多万人", "基本医保参保"),
    ("新增减税降费2.8万亿元", "减税降费"),
    ("外出招商58次", "外出招商"),
    ("实现产值128亿元", "产值"),
    ("签约率达91.7%", "签约率"),
    ("办理区人大代表建议140件", "区人大代表建议"),
    ("发放数字人民币红包1000万元", "数字人民币红包"),
    ("实施帮扶项目143个", "帮扶项目"),
    ("建成标准厂房26万平方米", "标准厂房"),
    ("建成区绿地率达41%", "建成区绿地率"),
    ("设立试点学校30所", "试点学校"),
    ("筹办招商大会3场", "招商大会"),
    ("其中更新改造投资一千三百万元", "更新改造投资"),
    ("和美乡村示范片45个", "和美乡村示范片"),
    # 3: count before the noun
    ("推动60项高频事项实现跨市通办", "高频事项"),
    ("实现150项便民事项“省内通办”", "便民事项"),
    ("推动80件“高效办成一件事”重点事项落地见效", "“高效办成一件事”重点事项"),
    ("推进48个产业园区建设", "产业园区建设"),
    ("完成260户困难老年人家庭适老化改造", "困难老年人家庭适老化改造"),
    ("完成27条道路品质提升", "道路品质提升"),
    ("完成首批13个先行示范社区创建", "先行示范社区创建"),
    ("对29处危险边坡实施预警", "危险边坡"),
    ("1.6万名高校毕业生留江陂就业创业", "高校毕业生"),
    ("转移就业2.17万名贫困劳动力", "贫困劳动力"),
    ("3.5万名灵活就业人员纳入职工医疗保险体系", "灵活就业人员"),
    ("清水河仓库区15万平方米历史用地完成清理", "历史用地"),
    ("95%的行政村集体经营性收入达标", "行政村集体经营性收入"),
    # 4: a subject right before the verb
    ("园区新增建成面积6平方公里", "园区建成面积"),
    ("中欧班列江陂专列开行60列以上", "中欧班列江陂专列"),
    # 7, 8
    ("新建中小学、幼儿园26所", "中小学、幼儿园"),
    ("规上互联网和相关服务业、软件和信息技术服务业营收增长13.6%", "规上互联网和相关服务业、软件和信息技术服务业营收"),
    ("化肥（按折纯量计算）施用量下降2.1%", "化肥施用量"),
    ("“三公”经费下降6.3%", "“三公”经费"),
    ("每千人口执业医师达到2.87名", "每千人口执业医师"),
    ("PM2.5年均浓度下降4.8%", "PM2.5年均浓度"),
]

JOINED = [
    ("税收收入8.05亿元，占比65.1%", "税收收入占比"),
    ("签约亿元以上项目36个、总投资147亿元", "亿元以上项目总投资"),
    ("重点项目220个、年度投资650亿元", "重点项目年度投资"),
    ("134个重点项目完成投资86亿元", "重点项目完成投资"),
    ("高技术制造业增加值增长13.5%,占规上工业比重达47.2%", "高技术制造业增加值占规上工业比重"),
    ("民生支出230亿元，占财政支出的68%", "民生支出占财政支出比重"),
    ("民生支出占财政总支出的比重达到81.3%", "民生支出占财政总支出比重"),
    ("办理建议136件，满意率达99.2%", "满意率"),
    ("签约重大项目50个,意向投资总额833亿元", "意向投资总额"),
]

SHARED = [
    ("城乡居民人均可支配收入分别增长4.8%、7.2%", ["城镇居民人均可支配收入 +4.8%", "农村居民人均可支配收入 +7.2%"]),
    ("城、乡居民人均可支配收入分别增长5%、6%", ["城镇居民人均可支配收入 +5%", "农村居民人均可支配收入 +6%"]),
    ("城镇、农村居民人均可支配收入分别增长5%、6%", ["城镇居民人均可支配收入 +5%", "农村居民人均可支配收入 +6%"]),
    ("城乡低保标准分别提高到每人每月720元和560元", ["城市低保标准 720元", "农村低保标准 560元"]),
    ("城区供水普及率和污水处理率分别达到97.2%、94.6%", ["城区供水普及率 97.2%", "污水处理率 94.6%"]),
    ("城乡居民养老金、低保标准分别提高15元和42元", ["城乡居民养老金 +15元", "低保标准 +42元"]),
    ("万元GDP建设用地、水耗、电耗分别下降1.5%、10.6%和6.4%", ["万元GDP建设用地 -1.5%", "水耗 -10.6%", "电耗 -6.4%"]),
    (
        "第一、二、三产业增加值分别增长4%、7.5%和8.1%",
        ["第一产业增加值 +4%", "第二产业增加值 +7.5%", "第三产业增加值 +8.1%"],
    ),
    ("存贷款余额分别达到320亿元和215亿元", ["存款余额 32000000000元", "贷款余额 21500000000元"]),
    (
        "城乡居民人均可支配收入分别达到41286元、20915元，增长5.3%和8.2%",
        ["城镇居民人均可支配收入 41286元 +5.3%", "农村居民人均可支配收入 20915元 +8.2%"],
    ),
    (
        "接待游客268万人次，实现旅游收入15.7亿元，分别增长12%、15%",
        ["接待游客 2680000人次 +12%", "旅游收入 1570000000元 +15% [实现]"],
    ),
    ("全区公办园、普惠园增至62所、123所", ["公办园 62所", "普惠园 123所"]),
]

VALUES = [
    ("城镇登记失业率控制在3.6%", "城镇登记失业率 3.6%"),
    ("城镇登记失业率控制在3%左右", "城镇登记失业率 ~3%"),
    ("城镇登记失业率控制在4.3%以内", "城镇登记失业率 <=4.3%"),
    ("粮食播种面积不低于54万亩", "粮食播种面积 >=540000亩"),
    ("争取债券资金不少于9亿元", "债券资金 >=900000000元 [争取]"),
    ("城镇调查失业率低于5.5%", "城镇调查失业率 <5.5%"),
    ("技术合同成交额突破240亿元", "技术合同成交额 >24000000000元"),
    ("盘活存量商品房3000余套", "存量商品房 >3000套 [盘活]"),
    ("油茶籽产量增长近20%", "油茶籽产量 +<20%"),
    ("授权发明专利同比增长超90%", "授权发明专利 +>90%"),
    ("一般公共预算收入增长6%—7%", "一般公共预算收入 +..76%"),
    ("旅游综合收入恢复到19亿元左右", "旅游综合收入 ~1900000000元"),
    ("赤字率拟按3.2%安排", "赤字率 3.2%"),
    ("粮食总产量三千一百七十八万吨", "粮食总产量 31780000吨"),
    ("工业总产值增长百分之七点八", "工业总产值 +7.8%"),
    ("地区生产总值增长5.5-6%", "地区生产总值 +..65.5%"),
    ("集装箱吞吐量52万标箱", "集装箱吞吐量 520000标箱"),
    ("组织县内企业参展40家次", "县内企业参展 40家次 [组织]"),
]

RANKS = [
    ("地区生产总值完成218.6亿元，增长6.8%，增速居全市第二位", "地区生产总值 21860000000元 +6.8% {全市第二位}"),
    ("粮食总产量达到4.36亿斤，再创历史新高", "粮食总产量 436000000斤 {历史新高}"),
    ("魔芋种植面积达9.6万亩，居全省首位", "魔芋种植面积 96000亩 {全省首位}"),
    ("刑事治安警情连续两年降幅全市第一", "刑事治安警情 {全市第一}"),
]


@pytest.mark.parametrize(("text", "expected"), WHICH)
def test_which_figures_are_indicators(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names(text: str, name: str) -> None:
    assert [found.name for found in scan(text)] == [name]


@pytest.mark.parametrize(("text", "name"), JOINED)
def test_names_joined_across_a_comma(text: str, name: str) -> None:
    assert [found.name for found in scan(text)][-1] == name


@pytest.mark.parametrize(("text", "expected"), SHARED)
def test_figures_shared_by_a_list_of_names(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_values_and_bounds(text: str, expected: str) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), RANKS)
def test_ranks(text: str, expected: str) -> None:
    assert read(text) == [expected]


def test_a_rank_of_another_subject_is_not_taken() -> None:
    assert read("固定资产投资384亿元,完成率居全市第一") == ["固定资产投资 38400000000元"]


def test_a_movement_without_a_place_is_no_indicator() -> None:
    assert read("主要经济指标增速位居全市前列") == []


def test_lost_punctuation_is_survived() -> None:
    text = "修复完善市政排水管网6.3公里开工建设碧道16.4公里完成立面整治等25项工程创建3个试点社区"
    names = [found.name for found in scan(text)]
    assert names[:2] == ["市政排水管网", "碧道"]
    assert names[-1] == "试点社区"


def test_verbs_are_carried_over_a_list() -> None:
    assert [found.verb for found in scan("建成社区公园8个、花漾街区2个、共建花园16个")] == ["建成"] * 3


def test_the_basis_of_a_change_is_kept() -> None:
    found = scan("进出口总额9.7亿元,比上年增长28.6%")
    assert found[0].change is not None
    assert found[0].change.basis == "比上年"


FRAMES = [
    # (text, year, kind of the section, kind, year)
    ("去年，全市生产总值增长8%", 2021, None, "actual", 2020),
    ("力争规上工业总产值突破260亿元", 2021, "actual", "target", 2022),
    ("今年主要预期目标是：地区生产总值增长8%", 2022, None, "target", 2022),
    ("地区生产总值增长8%", 2021, "actual", "actual", 2021),
    ("新增停车位10万个", 2022, "target", "target", 2022),
    ("到2025年，城镇化率达到70%", 2022, "target", "target", 2025),
    ("2020年，地区生产总值增长3.8%", 2021, None, "actual", 2020),
    ("从2015年的98.6亿元增加到2020年的146.2亿元", 2020, "actual", None, None),
    ("地区生产总值由2015年的98亿元增加到2020年的146亿元", 2020, "actual", "actual", 2020),
    ("农民人均收入由一九八〇年的一百四十六元提高到三百五十八元", 1984, "actual", "actual", 1984),
    ("预计全年地区生产总值增长3.8%", 2020, "actual", "actual", 2020),
    ("拟安排专项债券3.8万亿元", 2020, "actual", "target", 2021),
    ("地区生产总值增长8%", None, None, "actual", None),
    ("2021年主要目标任务：地区生产总值增长8%", None, None, "target", 2021),
    ("2021年工作回顾\n地区生产总值增长8%", None, None, "actual", None),
]


@pytest.mark.parametrize(("text", "year", "section", "kind", "expected"), FRAMES)
def test_kind_and_year(
    text: str, year: int | None, section: str | None, kind: str | None, expected: int | None
) -> None:
    found = scan(text, year=year, kind="target" if section == "target" else "actual" if section else None)
    assert [(each.kind, each.year) for each in found] == ([] if kind is None else [(kind, expected)])


def test_a_page_without_headings_changes_its_frame_on_the_way() -> None:
    text = "回顾过去一年,生产总值达7.36亿元。今年经济社会发展主要预期目标:地区生产总值增长5.5%以上,失业率5.2%左右。"
    assert [(found.kind, found.year) for found in scan(text, year=2025)] == [
        ("actual", 2024),
        ("target", 2025),
        ("target", 2025),
    ]


def test_spans_are_those_of_the_text_given() -> None:
    text = "概况。地區生產總值2571.67億元、增長8.0%;城镇新增就业5人"
    for found in find_indicators(text):
        assert text[found.span.start : found.span.stop].startswith(("地區", "城镇"))
    assert [found.name for found in find_indicators(text)] == ["地区生产总值", "城镇新增就业"]


def test_a_part_of_a_text_is_read_by_itself() -> None:
    text = "地区生产总值增长8%。进出口总额增长9%。"
    found = scan(text, start=text.index("进"))
    assert [(each.name, each.span) for each in found] == [("进出口总额", Span(11, 20))]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("荣获2019年质量奖，新增床位500张", 2021),
        ("为2022年冬季运动会新建场馆5座", 2021),
        ("力争到2025年城镇化率达到70%", 2025),
        ("2019年，新增床位500张", 2019),
        ("预计2020年地区生产总值增长5%", 2020),
    ],
)
def test_only_a_year_that_dates_the_figure_counts(text: str, year: int) -> None:
    assert [found.year for found in scan(text, year=2021, kind="actual")] == [year]


def test_the_year_by_which_things_are_to_be_done_holds_for_the_whole_sentence() -> None:
    text = "力争到2025年城镇化率达到70%；高新技术企业达到400家。新增床位500张。"
    assert [found.year for found in scan(text, year=2021, kind="target")] == [2025, 2025, 2021]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("地区生产总值：1234.5亿元，增长6.8%", ["地区生产总值 123450000000元 +6.8%"]),
        ("城镇新增就业:5.3万人", ["城镇新增就业 53000人"]),
        ("地区生产总值\n1234.5亿元\n增长6.8%", ["地区生产总值 123450000000元 +6.8%"]),
        ("一般公共预算收入\n增长5%以上\n新建学校3所", ["一般公共预算收入 +>=5%", "学校 3所 [新建]"]),
        ("主要目标:地区生产总值增长6%", ["地区生产总值 +6%"]),
        ("各项工作都取得了新的成绩。\n增长6%", []),
    ],
)
def test_a_label_names_the_figure_behind_it(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_a_better_figure_hoped_for_is_a_change_of_its_own() -> None:
    found = scan("地区生产总值增长6%、力争6.5%", year=2022, kind="target")
    assert [brief(each) for each in found] == ["地区生产总值 +6%", "地区生产总值 +6.5%"]
    assert [each.written for each in found] == ["地区生产总值增长6%", "力争6.5%"]


def test_a_shared_growth_word_is_in_the_first_change_alone() -> None:
    found = scan("水耗、电耗分别下降10.6%和6.4%")
    assert [each.change.written for each in found if each.change] == ["下降10.6%", "6.4%"]


def test_of_an_amount_and_a_rate_of_growth_the_rate_is_taken() -> None:
    assert read("财政总收入37.8亿元，同比增收4.2亿元，增长12.5%") == ["财政总收入 3780000000元 +12.5%"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("地区生产总值以年均8%的速度递增", "地区生产总值 +8%"),
        ("规上工业增加值保持8%以上的增长", "规上工业增加值 +>=8%"),
        ("地区生产总值，按可比价格计算，比上年增长6%", "地区生产总值 +6%"),
        ("粮食产量，在遭受严重旱灾的情况下，仍达到112万吨", "粮食产量 1120000吨"),
    ],
)
def test_words_behind_the_figure_and_clauses_between(text: str, expected: str) -> None:
    assert read(text) == [expected]


def test_a_threshold_that_was_broken_through_gives_way_to_the_figure_behind_it() -> None:
    (found,) = find_indicators("财政收入冲破10亿元,达10.6亿元,增长8%。")
    assert (found.name, found.quantity and found.quantity.written) == ("财政收入", "10.6亿元")


def test_only_a_short_subject_is_joined_with_its_increase() -> None:
    assert [found.name for found in find_indicators("民营企业主新增就业3000人。")] == ["就业"]
    assert [found.name for found in find_indicators("光伏产业新增装机20万千瓦。")] == ["光伏产业装机"]


def test_a_list_of_ranks_ends_where_the_scope_changes() -> None:
    text = "地区生产总值、财政收入分别增长8.2%、9.1%,分别居全省第一位、{}第二位。"
    assert [found.rank and found.rank.position for found in find_indicators(text.format(""))] == [1, 2]
    assert all(found.rank is None or found.rank.scope == "全省" for found in find_indicators(text.format("全国")))


def test_a_sum_of_another_project_is_no_total_investment() -> None:
    names = [found.name for found in find_indicators("总投资30亿元的化工园、投入12亿元的产业园开工。")]
    assert names[0] == "化工园总投资"
    assert "产业园总投资" not in names


@pytest.mark.parametrize(
    ("text", "name", "written"),
    [
        ("经济平稳增长、新增就业3000人。", "就业", "新增就业3000人"),
        ("工业企业效益提升、城镇新增就业3000人。", "城镇新增就业", "城镇新增就业3000人"),
        ("企业做大做强、新增规上企业20家。", "规上企业", "新增规上企业20家"),
    ],
)
def test_the_last_clause_of_a_list_begins_behind_its_mark(text: str, name: str, written: str) -> None:
    assert [(found.name, found.written) for found in find_indicators(text)] == [(name, written)]


def test_stretches_read_together_give_what_each_gives_alone() -> None:
    text = "一、回顾\n全年生产总值56.3亿元,增长8%。\n二、目标\n生产总值增长6%左右,新建学校5所。\n"
    stretches = [Stretch(5, 24, "actual", 2021), Stretch(29, 49, "target", 2022)]
    alone = [
        each
        for stretch in stretches
        for each in scan(text, start=stretch.start, stop=stretch.stop, kind=stretch.kind, year=stretch.year)
    ]
    together = scan_stretches(text, Span, stretches)
    assert together == alone
    assert [(each.name, each.kind, each.year) for each in together] == [
        ("生产总值", "actual", 2021),
        ("生产总值", "target", 2022),
        ("学校", "target", 2022),
    ]
    assert all(text[each.span.start : each.span.stop] == each.written for each in together)
