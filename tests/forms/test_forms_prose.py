"""Prose: any text is parsed or refused, and nothing that was typed gets lost or changed."""

import re
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from yaoan.forms import Bullets, Link, Prose, Words
from yaoan.forms.markup import _between, parse, parsed
from yaoan.forms.simple import simple


def words(blocks):
    """Every word of the blocks, in order."""
    found = []
    for block in blocks:
        if isinstance(block, Bullets):
            found += [words(item) for item in block.items]
        else:
            found += [_words(each) for each in block.inner]
    return "".join(found)


def _words(each):
    return each.text if isinstance(each, Words) else "".join(map(_words, each.inner))


def refusal(read, text):
    """The kind of error with which *text* is refused; None if it is taken."""
    try:
        read(text)
    except PydanticCustomError as error:
        return error.type
    return None


SIGNS = st.text(
    st.sampled_from(list("药甲。，（）“”ab1 \n\n\t*_-+>#`~<>[]()!|\\&;:/.=\"'")), max_size=60
)


@settings(max_examples=400, deadline=None)
@given(SIGNS)
@example("- " * 300 + "药")
@example("*" * 400 + "药" + "*" * 400)
@example("[" * 400)
@example("<" * 400)
@example("&#0;")
def test_any_text_is_parsed_or_refused_in_our_words(text):
    assert refusal(parse, text) in (None, "misread")


PLAIN = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="*\\&<>[]`#~|!_"),
    min_size=1,
    max_size=40,
).filter(lambda text: not re.match(r"\s*([-+=]|\d+[.)])|\s", text))


@settings(max_examples=150, deadline=None)
@given(PLAIN)
def test_text_without_markup_keeps_every_character(text):
    assert words(parse(text)) == text.rstrip()


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("药甲。ab*\\_#`<>[]()!|&~-+."), min_size=1, max_size=20))
@example("**")
def test_signs_after_a_backslash_are_shown_as_they_are(text):
    """As the advice on refused markup (Y127) says."""
    escaped = re.sub(r"([^\w\s。]|_)", r"\\\1", text)
    assert words(parse(f"注{escaped}")) == f"注{text}"


@pytest.mark.parametrize("number", [2, 3, 1986])
def test_a_list_that_does_not_begin_with_one_keeps_its_number_or_is_refused(number):
    with suppress(PydanticCustomError):
        assert parse(f"{number}. 甲") != parse("1. 甲")


@pytest.mark.parametrize("typed", ["0.3g*10粒*2板", "5*10 和 6*7"])
def test_a_star_that_multiplies_is_kept_or_refused(typed):
    with suppress(PydanticCustomError):
        assert words(parse(typed)) == typed


@pytest.mark.parametrize("typed", ["&#x202e;", "&#8203;", "&ZeroWidthSpace;", "&#xe000;"])
def test_a_forbidden_character_cannot_come_in_as_an_entity(typed):
    with suppress(PydanticCustomError):
        assert words(parse(f"药{typed}品")) == f"药{typed}品"


@pytest.mark.parametrize("depth", [5, 12, 40])
def test_words_in_a_deep_list_are_kept_or_refused(depth):
    with suppress(PydanticCustomError):
        assert words(parse("- " * depth + "药")) == "药"


@settings(max_examples=80, deadline=None)
@given(
    st.text("甲乙ab", min_size=1, max_size=4),
    st.text("丙丁cd。，（）“”", min_size=1, max_size=4),
    st.text("戊己ef。，", min_size=1, max_size=4),
)
def test_strong_words_beside_chinese_need_no_spaces(before, inside, after):
    if not re.search("[甲乙]$", before) or not re.match("[戊己。，]", after):
        before, after = before + "甲", "戊" + after
    (block,) = parse(f"{before}**{inside}**{after}")
    plain, strong, rest = block.inner
    assert (plain.text, strong.strong, _words(strong), rest.text) == (before, True, inside, after)


def test_lines_join_without_a_space_beside_chinese_only():
    assert words(parse("甲\n乙\na\nb")) == "甲乙a b"


def test_links_of_both_languages_are_found_however_deep():
    text = Prose.read("- **[甲](case-2023-0001)**\n- 乙\n\n[丙](https://a.cn)")
    assert [link.target for link in text.links()] == ["case-2023-0001", "https://a.cn"]
    assert [link.entry for link in text.links()] == ["case-2023-0001", None]


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "data:text/html,x",
        "vbscript:x",
        "//evil.cn",
        "/a",
        "a.html",
        "ftp://a.cn",
        "file:///etc/passwd",
        "case-2023-1",
        "https:a",
        "",
    ],
)
def test_a_target_outside_the_few_kinds_never_becomes_a_link(target):
    try:
        blocks = parse(f"[药]({target})")
    except PydanticCustomError:
        return
    assert not any(isinstance(each, Link) for block in blocks for each in block.inner)


def test_the_opening_is_the_first_paragraph_without_markup():
    text = Prose.read("- 甲\n\n**乙**和[丙](https://a.cn)\n\n丁")
    assert text.opening("zh") == "乙和丙"
    assert text.opening("en") == "乙和丙"


def test_empty_prose_has_no_blocks():
    assert Prose.read("  \n").blocks("zh") == ()


PARTS = st.lists(
    st.sampled_from(
        ["药", "a", "，", "。", "“", "”", "(", ")", "[", "]", "!", "0", "9", ".", "_", "：", "&", ">", "|", "--", "ü", "—", "…", "\u3000", "~", "=", "#", "+", "`", "<", "\\", "*", "**", "***", "\n", "\n\n", " ", "- ", "1. ", "2. ", "12) ", "：--", "](", "**药**", "**a.** ", "\n- 药", "\n\n1. 药"]
    ),
    max_size=14,
).map(lambda parts: "".join(parts).strip())


@settings(max_examples=600, deadline=None)
@given(PARTS)
@example("**药。**a")
@example("- 药\n- 材\n\n- 药\n\n1. 甲\n2. 乙\n\n2. 丙")
@example("**药**\n药\na\nb")
@example("___")
@example("药\n_ _ _")
def test_what_is_read_without_the_parser_is_read_the_same_by_it(text):
    found = simple(text, _between)
    if found is not None and text:
        assert found == parsed(text)


@pytest.mark.parametrize(
    "text", ["药", "药\n\n材", "- **药**：好\n- 材", "1. 药\n2. 材", "共**3**盒，真药。**再看**", "a [b] c*d", "**看[国家药监局](https://www.nmpa.gov.cn/a)**，[这里](case-2026-0001)。"]
)
def test_everyday_prose_needs_no_parser(text):
    assert simple(text, _between) == parsed(text)
