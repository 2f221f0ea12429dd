"""HTML pages: the article with its lines, places in the source, whatever the markup looks like."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle_parse import clean
from chronicle_parse.text.html import is_html

ENTRIES = "".join(
    f"<p>\n  3月{day}日，<b>区长</b>王芳到第{day}小学&nbsp;调研&ldquo;双减&rdquo;工作，\n  并讲话。</p>\n"
    for day in range(1, 9)
)
PAGE = f"""<!DOCTYPE html><html><head><title>大事记-某区</title><script>if (a<b) {{ x("<p>3月") }}</script></head>
<body><div class="nav"><a href="1">首页</a><a>新闻</a></div><!-- <p>旧</p> -->
<h1>大事记</h1><div class=info>发布时间：2020-06-10</div>
<div class="TRS_Editor">{ENTRIES}<table><tr><td>甲</td><td>乙</td></tr><tr><td>1</td><td>2</td></tr></table>3月9日，<br>某会召开。</div>
<div class="footer">版权所有 某区人民政府</div></body></html>"""


def test_the_article_is_left_with_its_title_and_lines() -> None:
    lines = clean(PAGE).text.split("\n")
    assert lines[:3] == ["大事记", "发布时间：2020-06-10", "3月1日，区长王芳到第1小学 调研“双减”工作，并讲话。"]
    assert lines[-4:] == ["甲 乙", "1 2", "3月9日，", "某会召开。"]


def test_every_character_has_its_place_in_the_source() -> None:
    page = clean(PAGE)
    at = page.text.index("区长王芳")
    span = page.span_at(at, at + 4)
    assert PAGE[span.start : span.stop] == "区长</b>王芳"
    for at, character in enumerate(page.text):
        span = page.span_at(at, at + 1)
        if "㐀" <= character <= "鿿":
            assert character in PAGE[span.start : span.stop]
    assert "html" in {edit.reason for edit in page.edits}


def test_a_page_without_known_names_keeps_its_entries() -> None:
    text = clean(PAGE.replace("TRS_Editor", "x7")).text
    assert "3月8日，区长王芳到第8小学" in text
    assert "if (a" not in text
    assert "首页" not in text


def test_the_main_element_is_the_article() -> None:
    page = PAGE.replace('<div class="TRS_Editor">', "<main>").replace("会召开。</div>", "会召开。</main>")
    assert clean(page).text == clean(PAGE).text
    assert "版权所有" not in clean(page).text


@pytest.mark.parametrize("text", ["3月5日<b>某会</b>召开", "a<b且c>d", "《小康》<图>", "<"])
def test_a_text_with_few_tags_is_no_page(text: str) -> None:
    assert not is_html(text)
    assert clean(text).text == text


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<div>",
                "</div>",
                "<p class='a>b'>",
                "<!--",
                "-->",
                "<script>",
                "</script>",
                "<",
                ">",
                '"',
                "区",
                "&lt;",
                "&#x",
                "<td",
                "\n",
                " ",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_broken_markup_is_read_somehow(markup: str) -> None:
    page = clean(f"<html>{markup}")
    assert page.original == f"<html>{markup}"
    for at in range(len(page.text)):
        span = page.span_at(at, at + 1)
        assert span.start < span.stop


def test_a_line_end_of_the_source_parts_words_of_letters_alone() -> None:
    page = "<html><body><p>GDP\nis up</p><p>中文\nABC</p><p>ABC\n中文</p><p>中\n文</p></body></html>"
    assert clean(page).text == "GDP is up\n中文ABC\nABC中文\n中文"


@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_the_title_above_the_article_is_kept(tag: str) -> None:
    body = "".join(f"<p>3月{day}日,区委召开第{day}次会议,研究部署有关工作。</p>" for day in range(1, 9))
    page = f"<html><body><div>首页 | 要闻</div><{tag}>大事记</{tag}><div>字号</div><div class='article'>{body}</div></body></html>"
    lines = clean(page).text.splitlines()
    assert lines[0] == "大事记"
    assert lines[-1].startswith("3月8日")


@pytest.mark.parametrize("tag", ["style", "script", "textarea", "title"])
def test_what_looks_like_a_comment_in_a_raw_element_hides_nothing_behind_it(tag: str) -> None:
    page = f"<html><body><{tag}>x = '<!-- <p>'</{tag}><p>区委召开全会</p></body></html>"
    assert clean(page).text == "区委召开全会"


@pytest.mark.parametrize("above", ['<div class="nav"><a href="1">首页</a></div>', "<p>栏目介绍</p>", "<h2></h2>"])
def test_what_stands_above_an_article_without_a_title_is_left_out(above: str) -> None:
    page = f'<!DOCTYPE html><html><body>{above}<div class="TRS_Editor">{ENTRIES}</div></body></html>'
    assert clean(page).text.startswith("3月1日")
