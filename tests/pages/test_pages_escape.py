"""What the escaper writes, sign by sign: words, addresses, lists and front matter."""

from string import punctuation

import pytest

from yaoan.forms import Bullets, Emphasis, Figure, Link, Paragraph, Words
from yaoan.pages import Page
from yaoan.pages.escape import escape, plain
from yaoan.pages.prose import markdown, outside_address

ONE, TWO = Paragraph((Words("一"),)), Paragraph((Words("二"),))
PAGES = {"case-2026-0001": "case-2026-0001.md"}


def written(*blocks) -> str:
    return markdown(blocks, PAGES.get, lambda number: f"picture {number}")


@pytest.mark.parametrize("sign", punctuation)
def test_each_sign_becomes_its_number(sign: str):
    assert escape(f"药{sign}品") == f"药&#{ord(sign)};品"


def test_words_stand_on_one_line_and_are_escaped_only_once():
    assert escape(" 药\n\t 品 \u3000a ") == " 药 品 a "
    assert f"{escape('<b>')}" == "&#60;b&#62;"
    assert escape(str(escape("<"))) == "&#38;&#35;60&#59;"
    assert escape("<").__html__() == "&#60;", "a template does not escape it again"


def test_words_of_front_matter_are_escaped_as_html():
    assert plain(" a\n\n<b c=\"d\" e='f'> & ") == " a &lt;b c=&quot;d&quot; e=&#x27;f&#x27;&gt; &amp; "


def test_paragraphs_and_pictures_stand_apart():
    assert written(ONE, Figure(2), TWO) == "一\n\npicture 2\n\n二"
    assert written() == ""


def test_an_item_is_indented_by_four_and_so_is_what_follows_in_it():
    inner = Bullets(((TWO,), (Paragraph((Words("三"),)),)), ordered=True)
    assert written(Bullets(((ONE, TWO, inner), (TWO,)))) == (
        "-   一\n\n    二\n\n    1.  二\n\n    2.  三\n\n-   二"
    )


def test_an_item_that_begins_with_a_list_or_is_empty():
    assert written(Bullets(((Bullets(((ONE,), (TWO,))),),))) == "-   -   一\n\n    -   二"
    assert written(Bullets(((), (ONE,)), ordered=True)) == "1.  \n\n2.  一"


def test_two_lists_in_a_row_are_kept_apart_and_others_need_nothing_between():
    some, more = Bullets(((ONE,),)), Bullets(((TWO,),), ordered=True)
    assert written(some, more) == "-   一\n\n<!-- -->\n\n1.  二"
    assert written(some, TWO, more) == "-   一\n\n二\n\n1.  二"
    assert written(ONE, some) == "一\n\n-   一"


def test_stressed_words_and_links_keep_their_spaces():
    inner = (Words("a "), Emphasis((Words("b*"),), strong=True), Words(" "), Emphasis((Words("c"),)))
    assert written(Paragraph(inner)) == "a <strong>b&#42;</strong> <em>c</em>"
    link = Link("https://a.cn/?b=1&c=2", (Emphasis((Words("站]"),), strong=True),))
    assert written(Paragraph((link,))) == "[<strong>站&#93;</strong>](https://a.cn/?b=1&amp;c=2)"


def test_a_link_to_an_entry_leads_to_its_page_or_is_only_words():
    shown, hidden = Link("case-2026-0001", (Words("一"),)), Link("case-2026-0002", (Words("二"),))
    assert written(Paragraph((shown, hidden))) == "[一](case-2026-0001.md)二"


def test_what_can_mean_something_in_an_address_is_written_by_its_number():
    assert outside_address("a()<>[]\\\"'`*{}| b") == (
        "a%28%29%3C%3E%5B%5D%5C%22%27%60%2A%7B%7D%7C%20b"
    )
    assert outside_address("https://a.cn/~b_c-d?e=f&g#h;i,%20药").endswith("/~b_c-d?e=f&amp;g#h;i,%20药")


def test_a_picture_where_there_can_be_none_is_a_fault_of_ours():
    with pytest.raises(ValueError, match=r"^picture 1 of a text that has none$"):
        markdown([Figure(1)], PAGES.get)
    with pytest.raises(TypeError, match=r"^a picture in a list$"):
        written(Bullets(((Figure(1),),)))


def test_front_matter_is_json_a_line_for_each_value():
    page = Page("a.md", "zh", "药: \"品\"\n", "\n\n正文\n\n", meta={"a": [1, None], "b": {"c": "—"}})
    assert page.markdown == (
        '---\ntitle: "药: \\"品\\"\\n"\nlanguage: "zh"\na: [1, null]\nb: {"c": "—"}\n---\n\n正文\n'
    )


def test_what_a_page_says_of_itself_comes_after_its_title():
    assert Page("a.md", "en", "A", "B").markdown == '---\ntitle: "A"\nlanguage: "en"\n---\n\nB\n'
    assert Page("a.md", "en", "A", "B", meta={"title": "C"}).markdown.startswith('---\ntitle: "C"\n')
