"""People: every sentence of the two files, the lexicon tables, and laws on drawn sentences and on any text."""

from collections.abc import Callable
from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle_parse.fields.people import find_people, scan
from chronicle_parse.lexicon import rows, words

HERE = Path(__file__).parent
MARKED = regex.compile(r"\[(?P<title>[^|\]]*)\|(?P<name>[^\]]*)\]")


def sentences(file: str) -> list[str]:
    return [line for line in (HERE / file).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def unmark(sentence: str) -> tuple[str, list[tuple[str, str, int]]]:
    """The plain sentence, and title, name and place of everyone in it."""
    plain, people, end = "", [], 0
    for found in MARKED.finditer(sentence):
        plain += sentence[end : found.start()] + found["title"]
        people.append((found["title"], found["name"], len(plain)))
        plain, end = plain + found["name"], found.end()
    return plain + sentence[end:], people


def read(text: str) -> list[tuple[str, str, int]]:
    """Title and name in the characters of the text, and where the name begins."""
    found = []
    for person in find_people(text):
        title = text[person.title_span.start : person.title_span.stop] if person.title_span else ""
        found.append((title, text[person.span.start : person.span.stop], person.span.start))
    return found


@pytest.mark.parametrize("sentence", sentences("people_sentences.txt"))
def test_sentence_names_exactly_these_people(sentence: str) -> None:
    plain, people = unmark(sentence)
    assert read(plain) == people


@pytest.mark.parametrize("sentence", sentences("people_known_misses.txt"))
@pytest.mark.xfail(reason="not read yet")
def test_known_miss(sentence: str) -> None:
    plain, people = unmark(sentence)
    assert read(plain) == people


@pytest.mark.parametrize(
    ("table", "title"),
    [("offices", "{word}"), ("name_parts", None), ("surnames", None)],
)
def test_words_of_the_lexicon_stand_in_their_examples(table: str, title: str | None) -> None:
    assert all(row["word"] in row["example"] for row in rows(table))
    if title is not None:
        for row in rows(table):
            if row["kind"] == "office" and row["word"] not in words("after_names"):  # 指挥, 主编 are verbs as well
                people = find_people(row["example"])
                assert [(p.title, p.name) for p in people] == [(row["word"], "王建国")], row["word"]


@pytest.mark.parametrize(
    "table",
    [
        "after_names",
        "before_titles",
        "before_names",
        "no_names",
        "named_after",
        "sites",
        "office_compounds",
        "credits",
        "place_nouns",
    ],
)
def test_examples_hold_their_word(table: str) -> None:
    assert all(row["word"] in row["example"] for row in rows(table))


@pytest.mark.parametrize("word", words("after_names"))
def test_a_name_ends_before_every_word_that_goes_on_from_one(word: str) -> None:
    assert [(p.title, p.name) for p in find_people(f"区长王建国{word}")] == [("区长", "王建国")]


@pytest.mark.parametrize("word", words("before_titles", kind="verb"))
def test_a_title_begins_behind_every_verb_before_one(word: str) -> None:
    assert [p.title for p in find_people(f"会议{word}区长王建国")] == ["区长"]


@pytest.mark.parametrize("word", [*words("no_names"), *words("office_compounds"), *words("place_nouns")])
def test_what_begins_like_a_name_is_none(word: str) -> None:
    assert find_people(f"{word}的情况良好。") == ()


def test_title_span_and_name_span_point_into_the_raw_text() -> None:
    text = "副區長羅文彬在啟用典禮上致辭。"
    (person,) = find_people(text)
    assert (person.name, person.title) == ("罗文彬", "副区长")
    assert text[person.span.start : person.span.stop] == "羅文彬"
    assert person.title_span is not None
    assert text[person.title_span.start : person.title_span.stop] == "副區長"


def test_the_same_name_elsewhere_decides_where_it_ends() -> None:
    text = "副县长鲁春来到现场。会后,副县长鲁春来、县长何平致辞。"
    assert {p.name for p in find_people(text)} == {"鲁春来", "何平"}


def test_credits_are_left_out_of_documents_and_kept_in_sentences() -> None:
    text = "县长何平到会。(记者卜 静)"
    assert [p.name for p in scan(text)] == ["何平"]
    assert [p.name for p in find_people(text)] == ["何平", "卜静"]


def test_a_name_stays_known_where_only_the_first_mention_has_a_title() -> None:
    assert [(p.title, p.name) for p in find_people("区委书记张默参加。\n张默指出,要抓紧。")] == [
        ("区委书记", "张默"),
        ("", "张默"),
    ]


@pytest.mark.parametrize("word", words("named_after"))
def test_what_is_called_after_someone_names_nobody(word: str) -> None:
    assert find_people(f"王建国{word}对外开放。") == ()


@pytest.mark.parametrize("word", words("name_parts", kind="part"))
def test_a_part_of_a_name_may_be_all_of_it(word: str) -> None:
    assert [p.name for p in find_people(f"乡长{word}出席会议。")] == [word]


@pytest.mark.parametrize("word", words("name_parts", kind="japanese"))
def test_surnames_of_japanese_have_given_names_behind(word: str) -> None:
    assert [p.name for p in find_people(f"株式会社社长{word}健一出席会议。")] == [f"{word}健一"]


PEOPLE = {
    "calling": [("", "王建国")],
    "courtesy": [],
    "in a list": [("区领导", "陈国栋"), ("", "吴静怡")],
    "rank": [("{}局长", "王建国")],
    "body": [("区教育局局长", "王建国")],
    "occasion": [("", "王建国")],
    "doctrine": [],
}
"""The people in the examples of the words of each role, "{}" for the word."""


@pytest.mark.parametrize("row", rows("people_words"), ids=lambda row: f"{row['word']}-{row['role']}")
def test_a_word_beside_a_name_does_what_its_role_says(row: dict[str, str]) -> None:
    expected = [(title.format(row["word"]), name) for title, name in PEOPLE[row["role"]]]
    assert [(person.title, person.name) for person in find_people(row["example"])] == expected


@pytest.mark.parametrize("word", [row["word"] for row in rows("before_names") if float(row["cost"]) <= 2])
def test_words_of_appointment_announce_any_name(word: str) -> None:
    assert [p.name for p in find_people(f"会议{word}萨镇冰为顾问。")] == ["萨镇冰"]


def test_a_name_with_one_possible_end_is_known_in_the_rest_of_a_text() -> None:
    text = "县工商联主席马千里走访商会。\n考察组来访,马千里陪同。"
    assert [p.name for p in find_people(text)] == ["马千里", "马千里"]


TITLES = st.sampled_from(
    ["区长", "市委副书记、市长", "县水利局局长", "云溪区委常委、宣传部部长", "市残联理事长", "中国科学院院士"]
)
NAMES = st.sampled_from(["王建国", "刘胜", "欧阳明", "赵宏伟", "司马光宇", "范德繁", "吴以环", "孟锦锦"])
VERBS = st.sampled_from(["主持会议", "到企业调研", "出席并讲话", "指出,要抓紧", "在会上发言", "率队检查", "作动员讲话"])
LEADS = st.sampled_from(["", "3月5日,", "会上,", "由", "会议邀请", "随后,", "\n"])


@settings(max_examples=50)
@given(lead=LEADS, title=TITLES, name=NAMES, verb=VERBS)
def test_drawn_sentences_are_read_back(lead: str, title: str, name: str, verb: str) -> None:
    text = f"{lead}{title}{name}{verb}。"
    (person,) = find_people(text)
    assert (person.title, person.name) == (title, name)
    assert (person.span.start, person.span.stop) == (len(lead + title), len(lead + title + name))


@settings(max_examples=50)
@given(names=st.lists(NAMES, min_size=2, max_size=6, unique=True))
def test_in_a_list_the_first_carries_the_title(names: list[str]) -> None:
    people = find_people(f"区领导{'、'.join(names)}参加。")
    assert [p.name for p in people] == names
    assert [p.title for p in people] == ["区领导"] + [""] * (len(names) - 1)


@settings(max_examples=50)
@given(st.text(alphabet="王欧阳建国长书记委、，。·某的到向和 \n(“”)12日abc", max_size=60) | st.text(max_size=40))
def test_any_text_is_read_without_error_and_names_never_overlap(text: str) -> None:
    end = 0
    for person in find_people(text):
        assert end <= person.span.start < person.span.stop <= len(text)
        assert person.name
        end = person.span.stop


@pytest.mark.parametrize("unit", ["王", "王、", "王·", "区长、", "“区长", "区长王建国", "(", "和王", "王同志"])
def test_cost_grows_no_faster_than_the_text(unit: str, growth: Callable[..., float]) -> None:
    assert growth(lambda size: scan(unit * (size // len(unit))), 2_500, 20_000) < 32


def test_the_longest_names_with_dots_have_five_parts_and_hide_none_behind_them() -> None:
    parts = "阿不都·吐尔逊·买买提·艾山·热合曼"
    text = f"{parts}。出席的有{parts}·库尔班·玉素甫、艾尔肯·吐尼亚孜。"
    assert [p.name for p in find_people(text)] == [parts, parts, "库尔班·玉素甫", "艾尔肯·吐尼亚孜"]


def test_a_name_that_was_surely_read_once_decides_where_others_stand() -> None:
    text = "区领导车晓东调研。会上,车晓东、祁连山出席。"
    assert [person.name for person in find_people(text)] == ["车晓东", "车晓东", "祁连山"]


@pytest.mark.parametrize("text", ["副区长上官,出席。", "区委书记欧阳。", "副区长上官"])
def test_a_surname_of_two_characters_takes_no_mark_for_a_given_name(text: str) -> None:
    assert [person.name for person in find_people(text)] in (["上官"], ["欧阳"])


@pytest.mark.parametrize("title", ["「全国劳动模范」", "『模范教师』", "“模范教师”", "‘模范教师’"])
def test_a_title_in_quotation_marks_of_any_kind(title: str) -> None:
    assert read(f"{title}王芳获奖。") == [(title, "王芳", len(title))]
