"""The built site: every page there, every link whole, nothing from elsewhere."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from yaoan.doors import Workshop
from yaoan.pages import write
from yaoan.site.identity import parties

LOADED = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}


@cache
def tree(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_text("utf-8"))


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def anchors(path: Path) -> set[str]:
    return set(tree(path).xpath("//@id"))


def target(site: Path, page: Path, link: str) -> Path:
    """The file that a link within the site leads to."""
    path = unquote(urlsplit(link).path)
    found = (site / path.lstrip("/")) if path.startswith("/") else (page.parent / path)
    found = page if not path else found
    return (found / "index.html" if path.endswith("/") or found.is_dir() else found).resolve()


def links(page: Path) -> Iterator[str]:
    for element, attribute in (("a", "href"), *LOADED.items(), ("form", "action")):
        for link in tree(page).xpath(f"//{element}/@{attribute}"):
            parts = urlsplit(link)
            if not parts.scheme and not parts.netloc:
                yield link


def test_every_page_that_was_written_was_built(built: Path, sample: Workshop):
    for page in write(sample.site):
        stem = page.path.removesuffix(".md")
        folder = stem.removesuffix("index") if stem.endswith("index") else stem
        assert (built / folder / "index.html").is_file(), page.path


def test_every_entry_has_its_page_or_a_notice_that_names_nobody(built: Path, sample: Workshop):
    site = sample.site
    public = {*site.items, *(each.id for each in site.withdrawn)}
    former = {each.id for each in site.former}
    assert len(public) >= 80
    for record in sample.corpus.records:
        for root in (built, built / "en"):
            page = root / record.kind.folder / record.id / "index.html"
            assert page.is_file() is (record.id in public | former), record.id
            if record.id in former:
                gone = page.read_text("utf-8")
                assert 'content="noindex"' in gone
                assert not any(party.name.zh in gone for party in parties(record.entry))


def test_every_link_within_the_site_leads_somewhere(built: Path):
    site, broken, checked = built.resolve(), [], 0
    for page in pages(site):
        if page.name == "404.html":
            continue
        for link in links(page):
            checked += 1
            found = target(site, page, link)
            fragment = urlsplit(link).fragment
            if not found.is_file() or (fragment and unquote(fragment) not in anchors(found)):
                broken.append(f"{page.relative_to(site)}: {link}")
    assert broken == []
    assert checked > 5000


def test_no_page_loads_anything_from_another_host(built: Path):
    for page in pages(built):
        for element, attribute in LOADED.items():
            for node in tree(page).iter(element):
                address = node.get(attribute, "")
                if element == "link" and node.get("rel") in ("canonical", "alternate"):
                    continue
                assert not urlsplit(address).netloc, f"{page}: {address}"
    for style in built.rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(https?:)?//|@import", style.read_text("utf-8"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_says_its_language(built: Path, language: str):
    for page in pages(built):
        if page.name == "404.html":
            continue
        own = "en" if page.relative_to(built).parts[0] == "en" else "zh"
        if own == language:
            assert tree(page).get("lang", "").startswith(language), page


def test_the_language_switch_stays_on_the_page(built: Path):
    site = built.resolve()
    for page in pages(site):
        if page.name == "404.html":
            continue
        own = page.relative_to(site)
        twin = Path(*own.parts[1:]) if own.parts[0] == "en" else Path("en") / own
        switches = tree(page).xpath("//header//a[@hreflang]/@href")
        assert [target(site, page, link) for link in switches] == [site / twin], own


def test_every_page_has_one_heading_of_the_first_level_and_a_title(built: Path):
    for page in pages(built):
        root = tree(page)
        assert len(root.xpath("//h1")) == 1 or page.name == "404.html", page
        assert root.findtext(".//title"), page


def test_the_theme_package_leaves_nothing_behind(built: Path):
    assert not (built / "assets" / "javascripts").exists()
    assert not (built / "assets" / "stylesheets").exists()
