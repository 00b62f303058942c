"""The small part of Markdown that prose may hold, sign by sign; the rest is refused in its place."""

import pytest
from pydantic_core import PydanticCustomError

from yaoan.forms import Bullets, Emphasis, Figure, Link, Paragraph, Words
from yaoan.forms.markup import parse

PICTURE = (
    "这样写的图片（先把图片写进 pictures；要放在正文里，自己占一段写 ![](1)，1 是第几张）",
    "a picture written so (list it under `pictures`; to place it, write ![](1) as a paragraph of "
    "its own, 1 being its number in the list)",
)
DEEP = ("超过三层的列表", "a list nested more than three deep")
STRESSED = ("超过三层的加粗和链接", "strong text or links nested more than three deep")


def refused(text: str) -> dict:
    with pytest.raises(PydanticCustomError) as found:
        parse(text)
    assert found.value.type == "misread"
    return found.value.context


def paragraph(*inner) -> tuple[Paragraph]:
    return (Paragraph(tuple(each if not isinstance(each, str) else Words(each) for each in inner)),)


def strong(*words: str) -> Emphasis:
    return Emphasis(tuple(map(Words, words)), strong=True)


def items(*texts: str, ordered: bool = False) -> Bullets:
    return Bullets(tuple(paragraph(each) for each in texts), ordered)


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("甲\n\n# 乙", "# 乙", ("标题", "a heading")),
        ("甲\n===", "甲", ("标题", "a heading")),
        ("甲\n\n> 乙", "> 乙", ("引用块", "a block quotation")),
        ("甲\n\n    乙", "乙", ("代码", "code")),
        ("```\n甲\n```", "```", ("代码", "code")),
        ("甲 ``乙`` 丙", "``乙\0乙", ("代码", "code")),
        ("甲\n\n***", "***", ("分隔线", "a dividing line")),
        ("<div>\n甲</div>", "<div>", ("网页代码", "HTML")),
        ("甲 <b>乙</b>", "<b>", ("网页代码", "HTML")),
        ("|甲|乙|\n|-|-|\n|丙|丁|", "|甲|乙|", ("表格", "a table")),
        ("甲 ![乙](1) 丙", "![乙]", PICTURE),
        ("![乙](1)", "![乙]", PICTURE),
        ("![](1 '乙')", "![]", PICTURE),
        ("![](0)", "![]", PICTURE),
        ("![](100)", "![]", PICTURE),
        ("![](1) ![](2)", "![]", PICTURE),
        ("- ![](1)", "![]", PICTURE),
        ("- # 甲", "- # 甲", ("标题", "a heading")),
        ("- 甲\n  - 乙\n    - 丙\n      - 丁", "- 丁", DEEP),
    ],
)
def test_what_prose_may_not_hold_is_named_in_its_place(text: str, where: str, what):
    found = refused(text)
    assert (found["fault"], found["where"]) == ("markup", where)
    said = found["values"]["what"]
    assert (said.zh, said.en) == what


def test_strong_words_nest_three_deep_and_no_deeper():
    inner = strong("甲 乙 丙")
    for _ in range(2):
        inner = Emphasis((Words("甲 "), inner, Words(" 丙")), strong=True)
    assert parse("**甲 " * 3 + "乙" + " 丙**" * 3) == paragraph(inner)
    found = refused("**甲 " * 4 + "乙" + " 丙**" * 4)
    assert (found["fault"], found["where"]) == ("markup", "甲 乙 丙")
    assert (found["values"]["what"].zh, found["values"]["what"].en) == STRESSED


def test_a_picture_stands_alone_by_its_number():
    assert parse("甲\n\n![](1)\n\n![](99)") == (*paragraph("甲"), Figure(1), Figure(99))


def test_lists_keep_their_kind_and_their_items():
    assert parse("- 甲\n- 乙\n\n1. 丙\n2. 丁") == (items("甲", "乙"), items("丙", "丁", ordered=True))
    inner = items("丙")
    assert parse("- 甲\n  - 乙\n    - 丙") == (
        Bullets(((*paragraph("甲"), Bullets(((*paragraph("乙"), inner),))),)),
    )
    assert parse("1. 甲\n\n   乙\n2. 丙") == (
        Bullets(((*paragraph("甲"), *paragraph("乙")), paragraph("丙")), ordered=True),
    )


@pytest.mark.parametrize(("text", "where", "number"), [("2. 甲", "2. 甲", 2), ("甲\n\n0. 乙", "0. 乙", 0)])
def test_a_list_begins_with_one(text: str, where: str, number: int):
    found = refused(text)
    assert (found["fault"], found["where"]) == ("list_start", where)
    assert found["values"]["number"] == number


@pytest.mark.parametrize(
    "target",
    [
        "https://a.cn", "http://a.cn:8080/b?c=d&e=f#g", "https://a.cn?b", "https://a.cn#b",
        "mailto:a.b+c-d@e-f.gov.cn", "tel:12315", "tel:+86-10-12315", "notice-2026-0001",
    ],
)  # fmt: skip
def test_a_link_leads_to_the_web_a_post_box_a_telephone_or_an_entry(target: str):
    assert parse(f"见[甲]({target})。") == paragraph("见", Link(target, (Words("甲"),)), "。")


@pytest.mark.parametrize(
    "target",
    [
        "https://", "https://a@b.cn/", "https://a.cn@evil.cn", "https:/a.cn", "httpx://a.cn", "tel:",
        "tel:1a", "mailto:a@b", "mailto:a@b.cn?c=d", "a", "#a", "Notice-2026-0001",
        "https://a'.cn",
    ],
)  # fmt: skip
def test_a_link_to_anything_else_is_refused_with_its_address(target: str):
    found = refused(f"甲[乙]({target})")
    assert (found["fault"], found["where"], found["values"]) == ("bad_link", target, {"target": target})


def test_a_link_with_a_title_is_refused():
    assert refused("[甲](https://a.cn '乙')")["fault"] == "bad_link"


@pytest.mark.parametrize("text", ["甲 ** 乙", "a**(b)**c", "甲** 乙 **丙", "**甲"])
def test_stars_that_close_nothing_are_refused(text: str):
    found = refused(text)
    assert (found["fault"], found["where"]) == ("loose_stars", f"{text}\0**")


def test_words_in_brackets_are_strong_beside_chinese_signs_of_every_block():
    for sign in "⺀、鿿豈\ufaff︰﹁\ufe4f！\uff5e￠—‘“…":
        assert parse(f"{sign}**(b)**{sign}") == paragraph(sign, strong("(b)"), sign), sign
    assert parse("甲**(b)**") == paragraph("甲", strong("(b)"))
    assert parse("**(b)**甲") == paragraph(strong("(b)"), "甲")
    for text in ("甲a**(b)**a甲", "a**(b)**", "**(b)**c"):
        assert refused(text)["fault"] == "loose_stars"
    for sign in "aé\u2e7f\ua000":
        assert refused(f"{sign}**(b)**{sign}")["fault"] == "loose_stars", sign


@pytest.mark.parametrize("text", ["*甲*", "_甲_", "__甲__", "a*b*c"])
def test_other_stars_and_low_lines_are_signs(text: str):
    [block] = parse(text)
    assert "".join(each.text for each in block.inner) == text


def test_lines_join_with_a_space_but_between_chinese_characters():
    def joined(text: str) -> str:
        return "".join(each.text if isinstance(each, Words) else "b" for each in parse(text)[0].inner)

    assert joined("甲\n乙") == "甲乙"
    assert joined("a\nb") == joined("a  \nb") == joined("a\\\nb") == "a b"
    assert joined("a\n乙") == "a乙"
    assert joined("甲\nb") == "甲b"
    assert joined("甲。\n“乙") == "甲。“乙"
    assert joined("**a**\nc") == "b c"
    assert joined("c\n**a**") == "c b"


def test_no_text_has_no_blocks():
    assert parse("") == ()
