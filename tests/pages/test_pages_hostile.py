"""Whatever is typed into a field of plain words is shown as typed, and is nothing but words."""

import json
import unicodedata
from functools import cache
from itertools import pairwise

import pytest
import yaml
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from lxml import html
from pydantic_core import PydanticCustomError
from test_pages_html import pages_of, record, rendered, said

from conftest import DAY, ROOT
from yaoan.corpus import record_of
from yaoan.diagnostics import Report, Source
from yaoan.doors import Workshop
from yaoan.forms import Block, Bullets, Emphasis, Inline, Link, Paragraph, Prose, Words
from yaoan.kinds import all_kinds
from yaoan.pages import Page

PAYLOADS = [
    # HTML
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</p></div></main><h1>",
    "<!-- comment -->",
    "<![CDATA[x]]> <?php x ?>",
    "<svg/onload=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "&lt;b&gt; &amp;amp; &#60;i&#62; &copy &nbsp;",
    "<br> <b>粗</b> <a href='//evil'>x</a>",
    "<div markdown='1'>",
    "<https://evil.example> <a@b.example>",
    # Markdown
    "# 标题",
    "*强调* **加粗** _a_ __b__ ~~c~~ ==d==",
    "[x](javascript:alert(1)) ![y](http://evil.example/z.png)",
    "[x][y] [y]: http://evil.example",
    "`code` ``` fence",
    "- 列表 + 列表",
    "1. 一",
    "1) 一",
    "> 引用",
    "| a | b |",
    "a | b --- | ---",
    "---",
    "***",
    "===",
    "    四个空格",
    "http://evil.example www.evil.example a@b.example",
    "词\\*条\\ 尾\\",
    ":   定义",
    "*[HTML]: 缩写",
    "[^1]: 脚注[^1]",
    "[TOC]",
    "$$x$$ \\(y\\)",
    ":smile: ^^x^^",
    "--8<-- 'x.md'",
    "!!! note",
    "??? x",
    # attribute lists and templates
    "{: onclick=alert(1) }",
    "词 {: #id .class style='x' }",
    "{: #act-1 }",
    "{{ site.office }} {% raw %} {# x #}",
    "${x} #{x} <%= x %>",
    # YAML and front matter
    "--- title: x ---",
    "!!python/object:x &a *a",
    "a: b # c",
    "\\u003cscript\\u003e",
    # Python-Markdown's own marks
    "\\x02wzxhzdk:0\\x03 klzzwxh:0000",
    # text that should simply stay
    "甲〔2025〕1号；乙【丙】《丁》“戊”‘己’……——",
    "5 < 6 & 7 > 6, 100% @ #1",
    "😀 é ß Ω \u0301",
]

PLAIN = "普通的字"
PARTS = ("title", "summary", "party", "goods", "act", "note")

ZH = """\
title: {title}
summary: {summary}
published: 2026-01-01
parties: [{{name: {party}}}, {{name: 乙}}]
facts: 案情。
acts: [{{what: {act}, parties: [1], goods: [{{name: {goods}}}]}}]
decisions: [{{status: decided, note: {note}}}]
tracks: [administrative]
lesson: {{words: 说法。, by: 法制科}}
"""
EN = """\
title: {title}
summary: {summary}
parties: [{{name: {party}}}]
acts: [{{what: {act}, goods: [{{name: {goods}}}]}}]
decisions: [{{note: {note}}}]
"""
EN = EN.replace("[{{name: {party}}}]", "[{{name: {party}}}, {{name: B}}]")


def typed(template: str, text: str) -> str:
    """The template with *text* in every part, as a YAML writer would quote it."""
    quoted = json.dumps(text, ensure_ascii=False)
    return template.format(**dict.fromkeys(PARTS, quoted))


def entry_pages(zh: str, en: str) -> list[Page]:
    """The pages on which the words of the entry stand."""
    pages = pages_of(known(), record("case-2026-0001", typed(ZH, zh), typed(EN, en)))
    paths = ("typical-cases/case-2026-0001.md", "typical-cases/index.md")
    return [pages[f"{language}{path}"] for language in ("", "en/") for path in paths]


def skeleton(root: html.HtmlElement) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Every element with its attributes, in order."""
    return [(str(each.tag), tuple(sorted(each.attrib.items()))) for each in root.iter()]


@cache
def known() -> Workshop:
    """The sample office, not a fixture: Hypothesis would print all of it."""
    return Workshop.open(ROOT, DAY)


@cache
def harmless() -> list[tuple[list, str]]:
    roots = map(rendered, entry_pages(PLAIN, "PLAIN"))
    return [(skeleton(root), said(root)) for root in roots]


def assert_only_words(text: str) -> None:
    """The pages differ from those of a harmless text in that text and in nothing else."""
    expected = " ".join(unicodedata.normalize("NFC", text).split())
    for page, (shape, words) in zip(entry_pages(text, text), harmless(), strict=True):
        root = rendered(page)
        assert skeleton(root) == shape
        assert len(set(root.xpath("//@id"))) == len(root.xpath("//@id"))
        mark = PLAIN if page.language == "zh" else "PLAIN"
        assert said(root) == " ".join(words.replace(mark, expected).split())
        meta = yaml.safe_load(page.markdown.split("---\n")[1])
        title = html.fromstring(f"<p>{meta['title']}</p>")
        assert len(list(title.iter())) == 1
        if "case-" in page.path:
            assert said(title) == expected


@pytest.mark.parametrize("text", PAYLOADS)
def test_hostile_words_are_only_words(text: str) -> None:
    assert_only_words(text)


TYPED = st.text(
    st.characters(exclude_categories=["C", "Zl", "Zp"])
    | st.sampled_from("<>&*_`[](){}#:|!-\\\"' 1."),
    min_size=1,
    max_size=40,
).filter(str.strip)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TYPED)
@example(text="0.")
@example(text="{:}")
def test_any_words_are_only_words(text: str) -> None:
    form, report = all_kinds()["typical-cases"], Report()
    source = Source("cases/typical-cases/2026/case-2026-0001.yml", typed(ZH, text))
    assume(record_of(form, "case-2026-0001", source, None, report) is not None)
    assume(not report.problems)
    assert_only_words(text)


@pytest.mark.parametrize(
    "escape",
    ["\\u202e", "\\u200b", "\\x7f", "\\x07", "\\u0002", "\\ufeff", "\\ue000", "\\U000E0041"],
)
def test_a_forbidden_character_cannot_be_smuggled_in_as_an_escape(escape: str) -> None:
    """`"\\u202e"` in quotes is the same right-to-left override that is refused when typed."""
    form, report = all_kinds()["notices"], Report()
    text = (
        f'title: "甲{escape}乙"\nsummary: 摘要。\npublished: 2026-01-01\ntype: arrangement\n'
        "by: 某局\nbody: 正文。\n"
    )
    record_of(form, "notice-2026-0001", Source("cases/a.yml", text), None, report)
    assert {(each.code, each.span.line) for each in report} == {("Y002", 1)}


@pytest.mark.parametrize(
    "address",
    [
        "https://example.cn/a_b_c/d*e*f.html",
        "https://example.cn/(a)/b)c?x=1&y=2&copy=3#frag",
        "https://example.cn/a~b!c@d$e;f,g:h",
        "https://example.cn/?q=%E8%8D%AF&_=1",
        "https://example.cn:8080/a[1]",
    ],
)
def test_a_source_address_arrives_as_it_was_typed(address: str) -> None:
    from urllib.parse import unquote

    zh = (
        "title: 通知\nsummary: 摘要。\npublished: 2026-01-01\ntype: arrangement\nby: 某局\n"
        f"body: 正文。\nsources: [{{publisher: 某报, title: '原[题]', address: '{address}'}}]\n"
    )
    page = pages_of(known(), record("notice-2026-0001", zh))["notices/notice-2026-0001.md"]
    links = [a for a in rendered(page).xpath("//li/a") if "example.cn" in a.get("href")]
    assert [unquote(a.get("href")) for a in links] == [unquote(address)]
    assert [said(a) for a in links] == ["原[题]"]
    assert [set(a.attrib) for a in links] == [{"href"}]


# ── Prose ─────────────────────────────────────────────────────────────────────────────────────


def body_of(text: str) -> html.HtmlElement:
    """What the page makes of *text* as the body of a notice."""
    zh = "title: 通知\nsummary: 摘要。\npublished: 2026-01-01\ntype: arrangement\nby: 某局\n"
    source = f"{zh}body: {json.dumps(text, ensure_ascii=False)}\n"
    page = pages_of(known(), record("notice-2026-0001", source))["notices/notice-2026-0001.md"]
    _, _, after = page.body.partition("</div>")
    inside = after.split("发现内容有误")[0]
    return rendered(Page("a.md", "zh", "", inside))


def tree(element: html.HtmlElement) -> str:
    """The elements of a body without their white space."""
    inner = "".join(html.tostring(each, encoding="unicode") for each in element)
    return "".join(line.strip() for line in inner.split("\n"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一段。\n\n二段。", "<p>一段。</p><p>二段。</p>"),
        ("一行\n又一行", "<p>一行又一行</p>"),
        ("one\ntwo", "<p>one two</p>"),
        ("**收什么。**都收", "<p><strong>收什么。</strong>都收</p>"),
        ("轻与 **重**", "<p>轻与 <strong>重</strong></p>"),
        ("0.3g*10粒*2板", "<p>0.3g*10粒*2板</p>"),
        ("a_b_c \\*星\\*", "<p>a_b_c *星*</p>"),
        ("[站](https://a.cn/?x=1&y=2)", '<p><a href="https://a.cn/?x=1&amp;y=2">站</a></p>'),
        ("[**重**](tel:12315)", '<p><a href="tel:12315"><strong>重</strong></a></p>'),
        ("[信](mailto:a@b.cn)", '<p><a href="mailto:a@b.cn">信</a></p>'),
    ],
)
def test_prose_is_shown_as_it_is_meant(text: str, expected: str) -> None:
    assert tree(body_of(text)) == expected


def outline(element: html.HtmlElement) -> list:
    """Lists and their items: `["ul", ["一", ["ol", ["二"]]]]`."""
    found: list = []
    for each in element:
        if each.tag in ("ul", "ol"):
            start = int(each.get("start", 1))
            found.append([each.tag if start == 1 else f"{each.tag}{start}", *map(outline, each)])
        elif each.tag == "p":
            found.append(said(each))
    if (element.text or "").strip():
        found.insert(0, str(element.text).strip())
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- 一\n- 二", [["ul", ["一"], ["二"]]]),
        ("1. 一\n2. 二", [["ol", ["一"], ["二"]]]),
        ("- 一\n  - 内\n- 二", [["ul", ["一", ["ul", ["内"]]], ["二"]]]),
        ("1. 一\n   - 内\n\n     段\n2. 二", [["ol", ["一", ["ul", ["内", "段"]]], ["二"]]]),
        ("- 一\n\n  续\n- 二", [["ul", ["一", "续"], ["二"]]]),
        ("前：\n\n- 一\n\n后。", ["前：", ["ul", ["一"]], "后。"]),
        ("- 一\n\n1. 二", [["ul", ["一"]], ["ol", ["二"]]]),
    ],
)
def test_lists_keep_their_levels_their_kind_and_their_numbers(text: str, expected: list) -> None:
    assert outline(body_of(text)) == expected


def test_a_list_that_goes_on_after_a_paragraph_keeps_its_number_or_is_refused() -> None:
    """`2.` typed must never be published as `1.`."""
    text = "1. 一\n\n说明。\n\n2. 二"
    try:
        Prose.read(text)
    except PydanticCustomError:
        return
    assert outline(body_of(text)) == [["ol", ["一"]], "说明。", ["ol2", ["二"]]]


def test_a_link_to_another_entry_leads_to_its_page_in_the_same_language() -> None:
    zh = "title: 通知\nsummary: 摘要。\npublished: 2026-01-01\ntype: arrangement\nby: 某局\n"
    one = record("notice-2026-0001", f"{zh}body: 见[另一条](notice-2026-0002)。\n",
                 "body: See [the other](notice-2026-0002).\n")  # fmt: skip
    two = record("notice-2026-0002", f"{zh}body: 正文。\n")
    pages = pages_of(known(), one, two)
    assert "[另一条](notice-2026-0002.md)" in pages["notices/notice-2026-0001.md"].body
    assert "[the other](notice-2026-0002.md)" in pages["en/notices/notice-2026-0001.md"].body
    alone = pages_of(known(), one)["notices/notice-2026-0001.md"]
    assert "见另一条。" in said(rendered(alone))


MARKUP = st.lists(
    st.sampled_from(
        ["字", "词 ", "。", "**重**", "*轻*", "**", "*", "\n", "\n\n", "- ", "1. ", "  ", "\\", "_",
         "&amp;", "<", ">", "|", "{: #x }", ":   ", "=", "a", "1", ".", "#", "~", "`", "!", "[", "]",
         "[链](https://a.cn/b_(c)?d=e&f)", "[链](notice-2026-0002)", "&#42;", "“", "（", "\n    "]
    ),
    max_size=14,
).map("".join)  # fmt: skip


def flat(blocks: tuple[Block, ...]) -> tuple[str, list[str]]:
    """The words of parsed prose without white space, and its elements in alphabetical order."""
    words, tags = [], []

    def inline(each: Inline) -> None:
        if isinstance(each, Words):
            words.append(each.text)
            return
        if isinstance(each, Emphasis):
            tags.append("strong" if each.strong else "em")
        if isinstance(each, Link) and not each.entry:
            tags.append("a")
        for inner in each.inner:
            inline(inner)

    def block(each: Block) -> None:
        if isinstance(each, Paragraph):
            for inner in each.inner:
                inline(inner)
        else:
            assert isinstance(each, Bullets)
            tags.append("ol" if each.ordered else "ul")
            for item in each.items:
                tags.append("li")
                for inside in item:
                    block(inside)

    for each in blocks:
        block(each)
    return "".join("".join(words).split()), sorted(tags)


def side_by_side(blocks: tuple[Block, ...]) -> bool:
    """Whether a list follows a list; what becomes of those is asked above."""
    lists = [isinstance(each, Bullets) for each in blocks]
    inner = [item for each in blocks if isinstance(each, Bullets) for item in each.items]
    return any(map(all, pairwise(lists))) or any(map(side_by_side, inner))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=MARKUP)
@example(text="字\n\n    码")
def test_prose_says_on_the_page_what_was_read(text: str) -> None:
    """No word is lost and no element appears that the writer did not type."""
    assume(text.strip())
    try:
        prose = Prose.read(text)
    except PydanticCustomError:
        assume(False)
    assume(not side_by_side(prose.zh_blocks))
    body = body_of(text)
    words, tags = flat(prose.zh_blocks)
    shown = sorted(str(each.tag) for each in body.iter() if each.tag not in ("p", "main"))
    assert "".join(said(body).split()) == words
    assert shown == tags
