"""The pages as a browser gets them: both languages everywhere, links that hold, words marked."""

import re
from collections.abc import Iterator
from functools import cache
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urldefrag, urlsplit

import markdown
import pytest
import yaml
from lxml import html

from conftest import DAY, ROOT
from yaoan import outputs
from yaoan.corpus import Corpus, Record, record_of
from yaoan.diagnostics import Report, Source
from yaoan.doors import Workshop
from yaoan.forms import Prose, Text
from yaoan.kinds import all_kinds, walk
from yaoan.pages import Page, write
from yaoan.site import Site

CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_BY_MKDOCS = ("toc", "tables", "fenced_code")
"""What MkDocs adds to the extensions named in `mkdocs.yml`."""


@cache
def converter() -> markdown.Markdown:
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    names, options = list(_BY_MKDOCS), {}
    for each in config["markdown_extensions"]:
        name, option = next(iter(each.items())) if isinstance(each, dict) else (each, None)
        names += [] if name in names else [name]
        options[name] = option or {}
    return markdown.Markdown(extensions=names, extension_configs=options)


def rendered(page: Page) -> html.HtmlElement:
    """The page's Markdown converted as MkDocs converts it, and parsed as a browser parses it."""
    body = converter().reset().convert(page.body)
    return html.fromstring(f"<main>{body}</main>")


def said(element: html.HtmlElement) -> str:
    """The words of an element, runs of white space as one space."""
    return " ".join(str(element.text_content()).split())


def record(ident: str, zh: str, en: str | None = None) -> Record:
    """An entry typed by hand."""
    form = next(f for f in all_kinds().values() if ident.startswith(f"{f.kind.prefix}-"))
    report, file = Report(), f"cases/{form.kind.folder}/2026/{ident}"
    english = Source(f"{file}.en.yml", en) if en is not None else None
    found = record_of(form, ident, Source(f"{file}.yml", zh), english, report)
    assert [problem.message.zh for problem in report] == []
    assert found
    return found


def pages_of(known: Workshop, *records: Record) -> dict[str, Page]:
    """Every page of a site that holds these entries."""
    site = Site.open(Corpus(known.corpus.office, records), known.reference, DAY)
    return {page.path: page for page in write(site)}


@pytest.fixture(scope="module")
def pages(sample: Workshop) -> dict[str, Page]:
    """Every page of the sample office."""
    return {page.path: page for page in write(sample.site)}


# ── Both languages ────────────────────────────────────────────────────────────────────────────


def test_every_page_has_its_twin_in_the_other_language(pages: dict[str, Page]) -> None:
    assert len(pages) > 900
    for path, page in pages.items():
        twin = path.removeprefix("en/") if page.language == "en" else f"en/{path}"
        assert pages[twin].language != page.language
        assert pages[twin].edit == page.edit
        assert path.startswith("en/") is (page.language == "en")
    by_hand = {path.name for path in ROOT.glob("docs/*.md")} - {"README.md"}
    assert by_hand == {path.name for path in ROOT.glob("docs/en/*.md")}
    assert len(by_hand) >= 5


def test_no_page_is_written_twice_or_over_a_page_written_by_hand(sample: Workshop) -> None:
    paths = [page.path for page in write(sample.site)]
    assert len(paths) == len(set(paths))
    assert len({path.lower() for path in paths}) == len(paths)
    assert not [path for path in paths if (ROOT / "docs" / path).exists()]
    assert all(re.fullmatch(r"[a-z0-9/-]+\.md", path) for path in paths)


def test_front_matter_says_what_the_page_says(pages: dict[str, Page]) -> None:
    for page in pages.values():
        _, front, body = page.markdown.split("---\n", 2)
        meta = yaml.safe_load(front)
        assert meta == {"title": page.title, "language": page.language, **page.meta}
        assert meta["title"]
        assert meta["description"]
        assert body.strip() == page.body.strip()


def test_every_page_has_one_main_heading_with_its_title(pages: dict[str, Page]) -> None:
    for page in list(pages.values())[::5]:
        headings = rendered(page).xpath("//h1")
        assert len(headings) == 1, page.path
        assert html.fromstring(f"<p>{page.title}</p>").text_content() in said(headings[0])


# ── Links ─────────────────────────────────────────────────────────────────────────────────────

_LINK = re.compile(r"\]\(([^()\s]*)\)|\b(?:href|action)=\"([^\"]*)\"")


def targets(page: Page) -> Iterator[str]:
    for match in _LINK.finditer(page.body):
        yield match[1] if match[1] is not None else match[2]


def test_every_link_of_every_page_leads_somewhere(
    pages: dict[str, Page], sample: Workshop
) -> None:
    by_hand = {path.relative_to(ROOT / "docs").as_posix() for path in ROOT.glob("docs/**/*.md")}
    files = {each.path for each in outputs.write(sample.site)}
    known, count, broken = {*pages, *by_hand, *files}, 0, []
    for page in pages.values():
        for target in targets(page):
            if re.match(r"(https?|mailto|tel):", target):
                continue
            count += 1
            place, _ = urldefrag(target)
            if not place:
                continue  # a part of this page, which the checks of the built tree look for
            if place.endswith("/"):
                place = place.rstrip("/") + ".md"
            found = normpath(join(dirname(page.path), unquote(place)))
            if found not in known:
                broken.append(f"{page.path}: {target}")
    assert count > 5_000
    assert broken == []


def test_links_stay_in_the_language_of_the_page(pages: dict[str, Page]) -> None:
    for page in pages.values():
        for target in targets(page):
            if not re.match(r"(https?|mailto|tel):|.*\.(csv|json)$", target):
                there = normpath(join(dirname(page.path), target))
                assert there.startswith("en/") is (page.language == "en"), f"{page.path}: {target}"


def test_links_written_by_hand_lead_somewhere(pages: dict[str, Page]) -> None:
    count = 0
    for path in ROOT.glob("docs/**/*.md"):
        if path.name == "README.md":
            continue
        name = path.relative_to(ROOT / "docs").as_posix()
        page = Page(name, "zh", "", path.read_text("utf-8"))
        for target in targets(page):
            if re.match(r"(https?|mailto|tel):|#", target):
                continue
            count += 1
            there = normpath(join(dirname(name), urldefrag(target)[0]))
            assert there in pages or (ROOT / "docs" / there).is_file(), f"{name}: {target}"
    assert count > 5


# ── Chinese on English pages ──────────────────────────────────────────────────────────────────

_SEEN = ("alt", "title", "placeholder", "aria-label")


def unmarked(root: html.HtmlElement) -> Iterator[str]:
    """Every text and attribute that holds Chinese and is not marked as Chinese."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        inside = bool(element.xpath("ancestor-or-self::*[@lang='zh']"))
        around = bool(element.xpath("ancestor::*[@lang='zh']"))
        texts = [(element.text, inside), (element.tail, around)]
        texts += [(element.get(name), inside) for name in _SEEN]
        for text, marked in texts:
            if text and CHINESE.search(text) and not marked:
                yield " ".join(text.split())


def quoted(*values: object) -> set[str]:
    """The Chinese that stands in English texts on purpose: a sign, a word on a pack."""
    return {run for value in values for run in re.findall(f"{CHINESE.pattern}+", str(value))}


def test_fully_translated_entries_show_no_unmarked_chinese_in_english(
    sample: Workshop, pages: dict[str, Page]
) -> None:
    site, tried, wrong = sample.site, 0, []
    typed = [each.value for item in site.items.values() for each in walk(item.entry)]
    allowed = quoted(*(value.en for value in typed if isinstance(value, Text | Prose)))
    for item in site.items.values():
        texts = [each.value for each in walk(item.entry) if isinstance(each.value, Text | Prose)]
        if not all(text.en for text in texts):
            continue
        tried += 1
        page = pages[f"en/{item.kind.folder}/{item.id}.md"]
        if not CHINESE.search(page.body):
            continue
        wrong += [
            f"{item.id}: {text}" for text in unmarked(rendered(page)) if quoted(text) - allowed
        ]
    assert tried > 50
    assert wrong == []


def test_no_other_english_page_shows_unmarked_chinese(
    sample: Workshop, pages: dict[str, Page]
) -> None:
    """Lists, terms, laws, articles and rules."""
    entries = {f"en/{item.kind.folder}/{item.id}.md" for item in sample.site.items.values()}
    typed = [v.value for i in sample.site.items.values() for v in walk(i.entry)]
    allowed = quoted(*(value.en for value in typed if isinstance(value, Text | Prose)))
    wrong = []
    for path, page in pages.items():
        if page.language == "en" and path not in entries and CHINESE.search(page.body):
            said_here = unmarked(rendered(page))
            wrong += [f"{path}: {text}" for text in said_here if quoted(text) - allowed]
    assert wrong == []


def test_what_is_not_translated_is_marked_as_chinese(sample: Workshop) -> None:
    """An entry with an English title and summary only: every other word of it is marked."""
    zh = """\
title: 某案
summary: 摘要。
published: 2026-01-01
sources: [{publisher: 某报, title: 原题, on: 2025-01-01, via: 某网, note: 备注}]
corrections: [{on: 2026-02-01, what: 改了日期, why: 抄错, asked_by: 读者}]
authorities: [{name: 某局, role: decided}]
parties:
  - {name: 某药店, kind: pharmacy, role: 门店}
  - {name: 某公司, kind: pharmacy}
facts: 案情。
acts:
  - what: 卖过期药
    parties: [2]
    goods: [{name: 肌苷片, state: 过期, quantity: 3盒}]
    amounts: [{basis: goods_value, amount: 5, party: 1, note: 按进价}]
decisions:
  - number: 示市监罚〔2025〕1号
    fictional_number: 虚拟文号
    authority: 某局
    status: decided
    penalties: [{kind: fine, amount: 100, what: 罚款, parties: [1], acts: [1]}]
    measures: [{kind: order_to_correct, what: 改正, due: 2025-02-01}]
    discretion: {reasons: 初犯}
    note: 备注
tracks: [administrative]
batch: {name: 第一批案例, number: 第五批, position: 1, count: 3, intro: 说明}
lesson: {words: 说法。, by: 法制科, public: [看日期]}
"""
    case = record("case-2026-0001", zh, "title: A case\nsummary: In short.\n")
    page = pages_of(sample, case)["en/typical-cases/case-2026-0001.md"]
    assert list(unmarked(rendered(page))) == []


# ── Names of parties and numbers inside phrases ───────────────────────────────────────────────


def test_a_name_inside_a_phrase_is_shown_as_it_was_typed(sample: Workshop) -> None:
    zh = """\
title: 某案
summary: 摘要。
published: 2026-01-01
parties: [{name: 甲(A-1)店}, {name: 乙}]
facts: 案情。
acts: [{what: 卖过期药, amounts: [{basis: goods_value, amount: 5, party: 1}]}]
decisions:
  - status: decided
    penalties: [{kind: fine, amount: 100, parties: [1], acts: [1]}]
    measures: [{kind: order_to_correct, due: 2025-02-01}]
tracks: [administrative]
lesson: {words: 说法。, by: "A&B科"}
"""
    en = "title: A case\nsummary: In short.\nparties: [{name: Mr. Li's (A-1)}, {name: B}]\n"
    pages = pages_of(sample, record("case-2026-0001", zh, en))
    path = "typical-cases/case-2026-0001.md"
    chinese, english = said(rendered(pages[path])), said(rendered(pages[f"en/{path}"]))
    chinese = chinese.replace(" ", "")
    assert "（对甲(A-1)店）" in chinese
    assert "5元（甲(A-1)店）" in chinese
    assert "限2025年2月1日前完成" in chinese
    assert "由A&B科撰写" in chinese
    assert "(on Mr. Li's (A-1))" in english
    assert "due by 1 February 2025" in english


def test_no_page_shows_the_insides_of_the_program(pages: dict[str, Page]) -> None:
    inside = re.compile(
        r"\b(?:When|Point|Bilingual|Amount|Citation|Quantity|Decimal|Text|Prose)&#40;"
        r"|&#38;&#35;|&amp;&#35;|\{\{|object at 0x"
    )
    wrong = {path: found[0] for path, page in pages.items() if (found := inside.search(page.body))}
    assert wrong == {}


PICTURED = """\
title: 通知
summary: 摘要。
published: 2026-01-01
type: arrangement
by: 某局
body: 正文。
pictures: [{{file: '{name}', alt: 宣传现场}}]
"""


def images(known: Workshop, name: str, en: str | None = None) -> dict[str, html.HtmlElement]:
    """The picture on the Chinese page and on the English one."""
    pages = pages_of(known, record("notice-2026-0001", PICTURED.format(name=name), en))
    found = {}
    for language in ("", "en/"):
        (found[language],) = rendered(pages[f"{language}notices/notice-2026-0001.md"]).xpath(
            "//img"
        )
    return found


@pytest.mark.parametrize(
    "name", ["现场.jpg", "IMG (1).jpg", "a_b*c.png", "a&b.jpg", "1#2.jpg", "50%20.jpg"]
)
def test_a_picture_is_shown_whatever_its_file_is_called(sample: Workshop, name: str) -> None:
    """A telephone calls its pictures `IMG (1).jpg`, a browser cuts an address at `#`, and a name
    may stand in it: it is published under a number."""
    for language, image in images(sample, name).items():
        place = unquote(urlsplit(image.get("src", "")).path)
        there = normpath(join(f"{language}notices", place))
        assert there == f"notices/notice-2026-0001/1.{name[-3:]}"


def test_a_picture_is_described_in_words_only(sample: Workshop) -> None:
    """What stands in an attribute cannot hold markup."""
    translated = images(sample, "现场.jpg", "pictures: [{alt: 'A \"stall\" & <people>'}]\n")
    assert translated[""].get("alt") == "宣传现场"
    assert translated["en/"].get("alt") == 'A "stall" & <people>'
    assert images(sample, "现场.jpg")["en/"].get("alt") == "宣传现场"
