"""Damaged pages: what is stripped, what is put right, and what is left alone."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle_parse import Span, clean, parse
from chronicle_parse.strategies import garble, readings
from chronicle_parse.strategies.garble import OFTEN
from chronicle_parse.text import fold
from chronicle_parse.text.pinyin import annotations_in, read_as
from chronicle_parse.text.repair import repair_short

SEEDS = Path(__file__).parents[2] / "seeds"
REPAIRS = {"pinyin", "realign"}
DAMAGED = "我區(qū)聯(lián)合發(fā)布榜單。"


def seed(number: str) -> Path:
    return next(SEEDS.glob(f"{number}*"))


def repairs(text: str) -> list[str]:
    return [edit.reason for edit in clean(text).edits if edit.reason in REPAIRS]


def test_every_annotation_of_the_damaged_seeds_is_stripped() -> None:
    first, second = clean(seed("000")), clean(seed("002"))
    assert sum(edit.reason == "pinyin" for edit in first.edits) == 309
    assert sum(edit.reason == "pinyin" for edit in second.edits) == 140
    assert [(edit.before, edit.after) for edit in second.edits if edit.reason == "realign"] == [("?,F(xiàn)", "校现")]
    assert "ū" not in first.text + second.text
    assert "区教育局赴各学校现场指导检查" in second.text


def test_a_lost_character_is_uncertain_and_reported() -> None:
    page = clean(seed("002"))
    (edit,) = [edit for edit in page.edits if edit.reason == "realign"]
    assert edit.uncertain
    assert len(edit.alternatives) >= 3
    assert all(other.endswith("现") and len(other) == 2 for other in edit.alternatives)
    assert ("text.uncertain-character", edit.span) in [(issue.code, issue.span) for issue in page.warnings]


@pytest.mark.parametrize("number", ["001", "003", "004"])
def test_clean_pages_are_not_repaired(number: str) -> None:
    page = clean(seed(number))
    assert {edit.reason for edit in page.edits} <= {"gap", "space", "line-end"}
    assert sum(len(edit.before) - len(edit.after) for edit in page.edits) <= 5


@pytest.mark.parametrize(
    "kept", ["(Sinovac)", "(GDP)", "(B&R)", "郴(chēn)州", "长(zhǎng)大", "(5G)", "(讨论稿)", "Plus(xiàn)"]
)
def test_brackets_that_are_no_inserted_pinyin_stay(kept: str) -> None:
    assert clean(f"今年{kept}增长。").text == f"今年{kept}增长。"
    assert kept in clean(f"{DAMAGED}今年{kept}增长。").text


@pytest.mark.parametrize("text", ["聯(lián)合發(fā)布", "區(qū)區(qū)區(qū)區(qū)", "長(zhǎng)大"])
def test_a_page_below_the_gate_is_left_alone(text: str) -> None:
    assert repairs(text) == []


def test_a_reading_that_is_not_the_characters_own_stays_on_a_damaged_page() -> None:
    assert clean(f"{DAMAGED}發(guò)布").text.endswith("发(guò)布")


def test_toneless_readings_with_a_blank_are_stripped_where_three_characters_have_them() -> None:
    assert clean("個(ge) 人與(yu) 單位為(wei) 民").text == "个人与单位为民"
    assert clean("個(ge) 人與(yu) 單位").text == "个(ge) 人与(yu) 单位"


@pytest.mark.parametrize(
    ("text", "annotated"),
    [
        ("因为教学需要,", "驗yàn 學xué"),
        ("赴各学校现场指导", "現xiàn"),
        ("取得显著成效。“双减”工作", "現xiàn"),
        ("公布在专科、门诊", "發fā"),
    ],
)
@pytest.mark.parametrize("folded", [False, True])
def test_misaligned_bytes_are_put_together_again(text: str, annotated: str, folded: bool) -> None:
    page = f"我区联合发布榜单,{text}"
    damaged = garble(page, readings(f"區qū 聯lián 發fā {annotated}"), folded=folded)
    assert "(" in damaged
    got, wanted = clean(damaged), clean(page).text
    assert got.text.replace("，", ",") == wanted.replace("，", ",") or got.warnings


@pytest.mark.parametrize(
    "text",
    [
        "设床位2430个。县人民医院新院区启用",
        "新年死亡11人。县革委会副主任到会",
        "开学第一天800余人返校。",
        "与县第一中学结为姊妹学校。",
        "到医院学校、社区调研",
        "市医保“免申即享”工作开展顺利",
    ],
)
def test_the_likeliest_reading_is_the_right_one(text: str) -> None:
    page = f"我区联合发布榜单。\n{text}\n"
    damaged = garble(page, readings() | readings("區qū"), folded=True)
    cleaned = clean(damaged)
    assert "?" in damaged
    assert cleaned.text == clean(page).text.replace("，", ",")
    assert cleaned.warnings


def test_torn_bytes_that_nothing_puts_right_are_reported() -> None:
    page = clean(f"{DAMAGED}他問?!?\n")
    assert page.text.endswith("他问?!?\n")
    assert "text.lost-character" in [issue.code for issue in page.warnings]


def test_on_a_damaged_page_characters_of_simplified_names_stay() -> None:
    text = "我区联合发布榜单,县长於洪波于乾县看着著作"
    assert clean(garble(text, readings("區qū 聯lián 發fā"))).text == text


def test_a_digit_that_was_swallowed_is_reported_and_not_guessed() -> None:
    damaged = garble("我区联合发布榜单,因为17.9%的增长", readings("區qū 聯lián 發fā 驗yàn"))
    page = clean(damaged)
    assert "\ufffd7.9%" in page.text
    assert "text.eaten-character" in [issue.code for issue in page.warnings]


def test_a_question_is_no_lost_byte() -> None:
    text = f"{DAMAGED}又該向哪?我們一起關注。為什么?,他問。真的嗎?!"
    assert "向哪?我们一起关注。为什么?,他问。真的吗?!" in clean(text).text


FOLDED = str.maketrans("，？！；：（）", ",?!;:()")


def judge(base: str, annotated: dict[str, str], *, folded: bool) -> dict[str, int]:
    """How many lines of a clean text come back exact, flagged, or neither, when it is damaged and cleaned again."""
    damaged = garble(base, annotated, folded=folded)
    page, wanted = clean(damaged), clean(base.translate(FOLDED) if folded else base).text
    doubts = [edit.span.start for edit in page.edits if edit.uncertain] + [issue.span.start for issue in page.warnings]
    counts = {"exact": 0, "flagged": 0, "silent": 0}
    at = 0
    for line, got, expected in zip(damaged.split("\n"), page.text.split("\n"), wanted.split("\n"), strict=True):
        doubtful = any(at <= doubt <= at + len(line) for doubt in doubts)
        counts["exact" if got == expected else "flagged" if doubtful else "silent"] += 1
        at += len(line) + 1
    return counts


BASES = tuple(clean(seed(number)).text.replace("•", "·") for number in ("001", "003", "004"))


def test_paragraphs_come_back_exact_or_flagged() -> None:
    found = [judge(base, readings() | readings("區qū"), folded=True) for base in BASES]
    exact, flagged, silent = (sum(each[kind] for each in found) for kind in ("exact", "flagged", "silent"))
    assert silent == 0
    assert exact / (exact + flagged) >= 0.97


@settings(max_examples=12, deadline=None)
@given(
    base=st.sampled_from(BASES),
    annotated=st.sets(st.sampled_from(OFTEN.split()), min_size=8),
    folded=st.booleans(),
)
def test_whichever_characters_are_annotated_nothing_is_wrong_in_silence(
    base: str, annotated: set[str], folded: bool
) -> None:
    text = f"我区联合发布榜单,区联合会发展。\n{base}"
    found = judge(text, readings(" ".join(sorted(annotated)) + " 區qū 聯lián 發fā"), folded=folded)
    assert found["silent"] == 0
    assert found["exact"] >= 0.85 * (found["exact"] + found["flagged"])


@pytest.mark.parametrize(("text", "clean_text"), [("羅啟(qǐ)明", "罗启明"), ("縣長(zhǎng)歐小蘭", "县长欧小兰")])
def test_a_short_text_needs_one_reading(text: str, clean_text: str) -> None:
    folded = fold(text)
    assert folded.text == clean_text
    assert folded.span_at(0, len(clean_text)) == Span(0, len(text))


@pytest.mark.parametrize(
    "text", ["“發(fā)”是“发”的繁体", "郴(chēn)州", "羅啟(qí)明", "啟(qǐ)明与啟蒙", "长(zhǎng)大成人"]
)
def test_a_gloss_in_a_short_text_stays(text: str) -> None:
    assert "(" in fold(text).text


@pytest.mark.parametrize(
    ("text", "clean_text"),
    [
        ("陝西省乾縣、吉林省乾安縣,於潛鎮於今年開會", "陕西省乾县、吉林省乾安县,於潜镇于今年开会"),
        ("衞生署與警衞處", "卫生署与警卫处"),
        ("購買餅乾,乾旱嚴重,在乾務鎮", "购买饼干,干旱严重,在乾务镇"),
        ("特徵、徵收,瞭解情況,什麼,前來答覆", "特征、征收,了解情况,什么,前来答复"),
        ("鍾先生接聽電話鐘聲", "钟先生接听电话钟声"),
    ],
)
def test_characters_with_two_ways_to_be_simplified(text: str, clean_text: str) -> None:
    assert clean(text).text == clean_text
    assert clean(clean_text).text == clean_text


def test_traditional_text_only_changes_its_script() -> None:
    page = clean("區委書記劉勝主持會議(擴大),看著顯著成效。")
    assert page.text == "区委书记刘胜主持会议(扩大),看着显著成效。"
    assert {edit.reason for edit in page.edits} == {"script"}


def test_damage_that_repeats_is_repaired_each_time() -> None:
    line = next(line for line in seed("002").read_text(encoding="utf-8").splitlines() if "?,F(xiàn)" in line)
    once, thrice = clean(f"{line}\n"), clean(f"{line}\n" * 3)
    assert thrice.text == once.text * 3
    places = [edit.span.start for edit in thrice.edits if edit.reason == "realign"]
    assert [place % (len(line) + 1) for place in places] == [places[0]] * 3


@pytest.mark.parametrize("damaged", ["校?,F(xiàn)場", "?(qū)委?領(lǐng)導", "權(quán)威?T(mén)和專"])
def test_half_a_character_in_a_damaged_stretch_is_no_trouble(damaged: str) -> None:
    for at in range(len(damaged) + 1):
        page = clean(f"我區(qū)聯(lián)合發(fā)布{damaged[:at]}\ud800{damaged[at:]},辦(bàn)理業(yè)務(wù)")
        assert page.text.startswith("我区联合发布")
        assert page.text.endswith("办理业务")
        assert "\ud800" in page.text


def test_a_page_is_no_short_text() -> None:
    name, page = "羅啟(qǐ)明", "縣長區長" * 100
    assert [change.after for change in repair_short(name)] == ["啟"]
    assert repair_short(name + page) == []


def test_a_reading_stands_behind_a_chinese_character() -> None:
    assert annotations_in("A(qū)a(qū)1(yī)。(qū)") == []
    assert [marked for _, _, marked in annotations_in("区(qū)a(qū)㐂(xǐ)")] == ["区(qū)", "㐂(xǐ)"]


def test_the_letters_of_some_fonts_are_read_as_the_plain_ones() -> None:
    assert "宮" in read_as("ɡōnɡ") and read_as("ɡōnɡ") == read_as("gōng")


def test_what_was_put_together_again_is_not_reported_as_lost_as_well() -> None:
    text = "??学?！?，區(qū)聯(lián)合發(fā)布;在小学?！?，榜單??,到会"
    issues = parse(text, kind="chronicle").issues
    assert [issue.code for issue in issues if issue.code.startswith("text.")] == ["text.uncertain-character"] * 2 + [
        "text.lost-character"
    ]


def test_a_stretch_near_both_ends_of_a_text_is_read_where_it_stands() -> None:
    text = "??学?！?，區(qū)聯(lián)合發(fā)布榜單??,到会"
    page = clean(text)
    assert page.text == "常垦А！?，区联合发布榜单??,到会"
    assert [(edit.before, edit.span.start) for edit in page.edits if edit.reason == "realign"] == [("??学?", 0)]
