"""Public lists of hostile and odd texts, through the escaper and the prose parser.

They lie outside the project, in `../shared/corpora/`; where they are not there, the tests say so
and run on the texts written here.
"""

import json
import re
import warnings
from pathlib import Path

import markdown
import pytest
import yaml
from lxml import html
from pydantic_core import PydanticCustomError

from conftest import CORPORA, ROOT
from yaoan.forms import Prose
from yaoan.pages import prose as pages_prose
from yaoan.pages.escape import escape, plain

CORPUS = CORPORA / "hostile-texts.jsonl"
OWN = [
    "[x](javascript:alert(1))", "![x](x){: onerror=alert(1) }", "<script>alert(1)</script>",
    "--8<-- \".env\"", "{{ 7*7 }}", "{% include '/etc/passwd' %}", "# x {: onclick=alert(1) }",
    "[x]: javascript:alert(1)", "<https://x\" onmouseover=alert(1)>", "`<b>`", "***", "---\ntitle: x\n---",
    "| a | b |\n|---|---|\n| <img src=x onerror=alert(1)> | x |", "&lt;script&gt;", "&#60;script&#62;",
    "[^1]: <b>x</b>", "*[HTML]: <script>", ":::note\nx\n:::", "=== \"tab\"", "!!! note \"<b>\"",
    "\\<script>alert(1)\\</script>", "<!-- x --!><img src=x onerror=alert(1)>", "]]><script>", "\x01\x02",
    "a{: .b }", "x\n{: style='position:fixed' }", "<details open ontoggle=alert(1)>", "~~~html\n<b>\n~~~",
]  # fmt: skip
EXTENSIONS = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
NOT_PROSE = re.compile(r"^\s*#|: |:$|^\s*[2-9]\. ")
"""Comments, keys, and single lines out of the middle of a numbered list."""

ALLOWED = {"p", "ul", "ol", "li", "strong", "a"}


@pytest.fixture(scope="module")
def texts() -> list[str]:
    if not CORPUS.exists():
        warnings.warn(f"{CORPUS} is not there: only the project's own texts are tried", stacklevel=1)
        return OWN
    rows = CORPUS.read_text("utf-8").split("\n")
    return [*OWN, *(json.loads(row)["text"] for row in rows if row)]


def seen(text: str) -> str:
    """*text* as a reader sees it: HTML drops or replaces some control characters."""
    gone = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 65534, 65535])
    return " ".join(text.translate(gone).split())


def usable(text: str) -> bool:
    """Texts that the strict reader lets through; the others never reach a page."""
    return not any((ord(c) < 32 and c not in "\t\n") or 0xD800 <= ord(c) < 0xE000 for c in text)


def test_a_plain_text_is_shown_as_typed_and_is_never_markup(texts: list[str]):
    kept = [text for text in texts if usable(text) and text.strip()]
    source = "\n\n".join(f"当事人：{escape(text)}。" for text in kept)
    page = html.fragment_fromstring(
        markdown.markdown(source, extensions=EXTENSIONS), create_parent="main"
    )
    assert {node.tag for node in page.iter()} == {"main", "p"}
    assert not [node for node in page.iter("p") if node.attrib]
    shown = [" ".join(node.text_content().split()) for node in page]
    assert shown == [" ".join(f"当事人：{text}。".split()) for text in kept]


def test_a_title_in_front_matter_cannot_leave_its_attribute(texts: list[str]):
    for text in texts:
        assert not set(plain(text)) & set("<>\"'")


def test_prose_is_refused_or_keeps_to_its_subset(texts: list[str]):
    accepted = 0
    for text in texts:
        try:
            read = Prose.read(text)
        except PydanticCustomError:
            continue
        accepted += 1
        written = str(pages_prose.markdown(read.blocks("zh"), lambda _: None))
        page = html.fragment_fromstring(
            markdown.markdown(written, extensions=EXTENSIONS), create_parent="main"
        )
        tags = {node.tag for node in page.iter() if isinstance(node.tag, str)} - {"main"}
        assert tags <= ALLOWED, text
        for link in page.iter("a"):
            assert set(link.attrib) == {"href"}, text
            assert link.get("href").split(":")[0].lower() in ("http", "https", "mailto", "tel"), text
        assert all(node.attrib == {} for node in page.iter() if node.tag in ALLOWED - {"a"}), text
    assert accepted > 10


def test_real_chinese_prose_is_accepted():
    refused = []
    paragraphs = [
        leaf
        for path in Path(ROOT / "cases").rglob("*.yml")
        for leaf in path.read_text("utf-8").split("\n")
        if any("\u4e00" <= c <= "\u9fff" for c in leaf) and not NOT_PROSE.search(leaf)
    ]
    for paragraph in paragraphs:
        try:
            Prose.read(paragraph.strip())
        except PydanticCustomError:
            refused.append(paragraph)
    assert len(paragraphs) > 1000
    assert refused == []
