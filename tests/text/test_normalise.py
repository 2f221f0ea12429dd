"""Width, blanks, radicals, entities, wraps, mojibake: each change where it belongs and nowhere else."""

import pytest

from chronicle_parse import clean

LONG = "县水利局组织开展了为期三天的全县水库安全大检查活动,共检查大小水库三十四座,"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("２０１８年８月１３日－８月１９日", "2018年8月13日-8月19日"),
        ("增长９．５％，ＧＤＰ达１，１００万元", "增长9.5%，GDP达1,100万元"),
        ("8：30开会：讨论", "8:30开会：讨论"),
        ("区长\u3000王芳\xa0到会", "区长 王芳 到会"),
        ("区\u200b委\ufeff书\xad记", "区委书记"),
        ("一行\r\n二行\r三行", "一行\n二行\n三行"),
        ("⻄城⼀村⻓", "西城一村长"),
        ("\uf90a\uf9ba\uf98f", "金了怜"),
        ("\uf06c 3月5日\ue5e5召开", "● 3月5日 召开"),
        ("A&amp;B&ldquo;好&rdquo;&nbsp;&#24352;", "A&B“好” 张"),
        ("4月16—17 日", "4月16—17日"),
        ("增长 5% 以上,共 6 大场景,集体66 个", "增长5%以上,共6大场景,集体66个"),
        ("1 月4 日至11 月21 ~23 日", "1月4日至11月21~23日"),
        ("增长9。5%", "增长9.5%"),
        ("会议审 议通 过了工 作报告", "会议审议通过了工作报告"),
        ("会议审 议通 过了工 作报告,有目共 睹", "会议审议通过了工作报告,有目共睹"),
    ],
)
def test_it_is_folded(text: str, expected: str) -> None:
    page = clean(text)
    assert page.text == expected
    assert all(page.original[edit.span.start : edit.span.stop] == edit.before for edit in page.edits)


@pytest.mark.parametrize(
    "text",
    [
        "11月21日 省领导到县调研",
        "26 日 某会召开".replace("26 日", "26日"),
        "2019.05.06 第三水厂投产",
        "2024-06-02 19:17 记者王芳",
        "来源:深政观察 2024-06-02",
        "3 关于加强管理的通知",
        "“一馆一中心”——著名景点，出席会议：王芳（女）；李明！",
        "……“十四五”、《小康》·【图】",
        "会议举行 马丽红 荣红智出席 王建国 李志强主持",
        "AT&T;R&D",
        "café à la crème",
        "naïve façade, Curaçao, Ærøskøbing, 100 ° ± 5 µg/m³",
        "第3。5月2日续会。",
        "一个\ufffd字,私用字\ue123不变",
        "涓涓细流、横沙浜、鍙字",
        "他问&她问;A&B;AT&T",
        "张 三 李 四",
        "一、二、三,⑴⑵⑶",
        "1 2月11日 3月12日",
        "县长於洪波、乾隆瞭望台",
        "看着显著的著作",
        "到乾县、乾安县和於潜镇调研",
        "设备被打坏,沈思、沈浮到会",
        "文徵明书法,魏徵、毕昇、锺书、哪吒",
        "以经济困难为藉口,一片狼藉,执著追求,旋乾转坤",
        "宫商角徵羽,明瞭,幺麽,覆盖、答覆,拚命,奏摺,蒜薹,夥",
        "砖坏土坏,五公里、八哩",
    ],
)
def test_it_stays_as_it_is(text: str) -> None:
    assert clean(text).text == text
    assert clean(text).edits == ()


def test_a_full_stop_for_a_decimal_point_is_reported() -> None:
    page = clean("增长9。5%")
    assert [issue.code for issue in page.warnings] == ["text.decimal-stop"]
    assert [edit.uncertain for edit in page.edits] == [True]


def test_a_quote_without_partner_is_reported() -> None:
    assert [issue.code for issue in clean("获“质量奖银奖。\n第二行").warnings] == ["text.unbalanced-quotes"]
    assert clean("获“质量奖”银奖。").warnings == ()


@pytest.mark.parametrize(
    "joint",
    ["投入资金60|万元。", "由县长王|芳主持。", "于3月|12日召开。", "面积达|35.2平方公里。"],
)
def test_a_hard_wrap_is_joined(joint: str) -> None:
    before, after = joint.split("|")
    line = LONG + before
    page = clean(f"3月大事记\n5日{line}\n{after}\n9日某会召开。\n")
    assert page.text == f"3月大事记\n5日{line}{after}\n9日某会召开。\n"
    assert [edit.reason for edit in page.edits] == ["wrap"]


@pytest.mark.parametrize(
    "after",
    [
        "9日某会召开。",
        "△某馆开放。",
        "二、主要工作",
        "（二）工作安排",
        "3.抓好落实。",
        "二是强化保障。",
        "\n县委书记到会。",
        "2021年3月召开会议。",
        "来源:县志办",
        "同日,某馆开放。",
        "(某镇党政办 供稿)",
    ],
)
def test_something_new_is_not_joined(after: str) -> None:
    text = f"3月大事记\n5日{LONG}各方反映良好\n{after}\n"
    assert clean(text).text == text


PARAGRAPHS = (
    "3月5日,县委书记王芳到城关镇调研农村人居环境整治工作,实地察看了垃圾中转站、污水处理厂和文化广场建设情况,听取了汇报。",
    "3月8日,县政府召开常务会议,研究部署春季农业生产、森林防火和安全生产工作。会议审议通过了《关于进一步优化营商环境的实施意见》。会议要求,各乡镇各部门要提高认识,抓好落实。",
    "3月12日,县四套班子领导参加义务植树活动,共植树一千二百余株,折合面积三十亩。",
    "同日,县人民医院新院区正式启用,设床位五百张,总投资三亿二千万元,将极大改善全县群众就医条件。",
)


@pytest.mark.parametrize(("indent", "first"), [("", ""), ("    ", ""), ("", "\u3000\u3000"), ("  ", "\u3000\u3000")])
@pytest.mark.parametrize("width", [20, 24, 28, 32, 36, 40, 45])
def test_indented_lines_and_lines_that_happen_to_end_with_a_sentence_are_joined(
    width: int, indent: str, first: str
) -> None:
    lines = ["大事记"]
    for paragraph in PARAGRAPHS:
        shown = first + paragraph
        lines += [indent + shown[at : at + width] for at in range(0, len(shown), width)]
    page = clean("\n".join(lines))
    assert tuple(line.strip() for line in page.text.split("\n")[1:]) == PARAGRAPHS
    assert clean(page.text).text == page.text


def test_where_the_beginning_of_paragraphs_does_not_show_a_full_line_with_a_stop_ends_one() -> None:
    first = "县水利局组织开展了水库安全大检查活动,共检查大小水库三十四座。"
    text = f"动态\n{LONG}各方反映\n良好。\n{first}县政府召开常务会议。\n县人民医院新院区正式启用,设床位五百张。\n"
    assert f"{first}县政府召开常务会议。\n县人民医院" in clean(text).text


def test_a_line_that_ends_with_its_date_in_brackets_is_whole() -> None:
    text = f"3月大事记\n{LONG}各方反映良好(3月5日)\n某地召开防汛工作会议\n"
    assert clean(text).text == text


def test_verse_and_long_pages_are_not_joined() -> None:
    verse = "罗湖抢抓“双区”驱动、“双区”叠加、\n“双改”示范等重大战略机遇\n坚持稳中求进工作总基调\n"
    assert clean(verse).text == verse
    text = f"{LONG * 4}\n{LONG}各方反映良好,\n继续推进。\n"
    assert clean(text).text == text


def test_big5_read_as_western_is_undone() -> None:
    damaged = "區長到會講話,品牌工作會議召開".encode("big5").decode("latin-1")
    assert clean(damaged).text == "区长到会讲话,品牌工作会议召开"


@pytest.mark.parametrize("read_as", ["latin-1", "cp1252"])
@pytest.mark.parametrize("written", ["utf-8", "gbk"])
def test_chinese_read_as_western_is_undone(written: str, read_as: str) -> None:
    text = "区长到会讲话,品牌工作会议在京召开"
    try:
        damaged = text.encode(written).decode(read_as)
    except UnicodeDecodeError:
        pytest.skip("these bytes have no place in the encoding")
    assert clean(damaged).text == text
    assert [edit.reason for edit in clean(damaged).edits] == ["encoding"]


def test_a_no_break_space_that_became_a_blank_is_restored() -> None:
    text = "区长参加品牌工作会议"
    damaged = text.encode().decode("latin-1").replace("\xa0", " ")
    assert " " in damaged
    assert clean(damaged).text == text


def test_utf8_read_as_gbk_is_undone_or_reported() -> None:
    text = "进入新的阶段"
    assert clean(text.encode().decode("gb18030")).text == text
    lost = clean("会议的主要内容是，".encode()[:-1].decode("gb18030", "replace"))
    assert "text.wrong-encoding" in [issue.code for issue in lost.warnings]


def test_replacement_characters_are_reported() -> None:
    assert [issue.code for issue in clean("区委锟斤拷锟斤拷召开").warnings] == ["text.lost-characters"]
    assert [issue.code for issue in clean("区委\ufffd\ufffd召开").warnings] == ["text.lost-characters"]


def test_nothing_commands_a_terminal() -> None:
    page = clean("大事记\x1b]0;x\x07\n3月5日,区长\x9b31m王芳\x1b[2J调研\x08\x7f。\x90q\x9c")
    assert page.text == "大事记]0;x\n3月5日,区长31m王芳[2J调研。q"
    assert [edit.reason for edit in page.edits] == ["invisible"] * 7


@pytest.mark.parametrize(("before", "after"), [("", "  区长王芳到会"), ("区长 ", " 到会"), ("", " \t\n一")])
def test_blanks_around_what_was_read_wrongly_stay_where_they_are(before: str, after: str) -> None:
    written = "区委书记刘胜到第一小学调研"
    page = clean(before + written.encode().decode("latin-1") + after)
    (edit,) = (edit for edit in page.edits if edit.reason == "encoding")
    assert page.text.startswith(before + written)
    assert (edit.span.start, edit.span.stop) == (len(before), len(before) + 3 * len(written))
