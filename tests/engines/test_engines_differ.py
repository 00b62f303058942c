"""The comparison of engines sees what a reader would, and only that."""

from pathlib import Path

import pytest
from compare import ENGINES
from differ import ASPECTS, differences, facts
from locked import ROOT, pins

PAGE = """<!doctype html>
<html lang="zh-CN"><head><title>假药案</title>
<meta name="description" content="一起案件"><link rel="canonical" href="https://example.gov.cn/a/b/">
<link rel="alternate" hreflang="en" href="https://example.gov.cn/en/a/b/"></head>
<body><h1 id="top">假药案</h1><p class="lead">罚款 <b>1</b> 万元</p>
<a href="../c/">法条</a> <img src="../../x.png" alt="图"> <span lang="en">law</span></body></html>
"""


def site(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def found(tmp_path: Path, ours: dict[str, str], theirs: dict[str, str]) -> set[tuple[str, str]]:
    one, other = site(tmp_path / "one", ours), site(tmp_path / "other", theirs)
    return {(each.name, each.aspect) for each in differences(one, other)}


@pytest.mark.parametrize(
    ("before", "after", "seen"),
    [
        ("罚款 <b>", "罚金 <b>", {"text"}),
        ("<b>1</b>", "<b>10</b>", {"text"}),
        ('<h1 id="top">', '<h1 id="head">', {"headings", "markup"}),
        ("h1", "h2", {"headings", "markup"}),
        ('href="../c/"', 'href="../d/"', {"links", "markup"}),
        ('src="../../x.png"', 'src="../x.png"', {"links", "markup"}),
        ('alt="图"', 'alt=""', {"markup"}),
        ('class="lead"', "", {"markup"}),
        ('<html lang="zh-CN">', '<html lang="zh">', {"language"}),
        ('<span lang="en">', "<span>", {"language", "markup"}),
        ('hreflang="en"', 'hreflang="fr"', {"language", "metadata"}),
        ("<title>假药案", "<title>案", {"metadata"}),
        ("一起案件", "两起案件", {"metadata"}),
        ("gov.cn/a/b/", "gov.cn/a/c/", {"metadata"}),
        ("<b>1</b>", "1", {"text", "markup"}),
    ],
)
def test_a_page_that_says_something_else_differs_in_that(
    tmp_path: Path, before: str, after: str, seen: set[str]
):
    assert before in PAGE
    other = PAGE.replace(before, after, 1) if before != "h1" else PAGE.replace("h1", "h2")
    name = "a/b/index.html"
    assert found(tmp_path, {name: PAGE}, {name: other}) == {(name, aspect) for aspect in seen}


def test_the_same_address_written_otherwise_and_blanks_between_tags_are_no_difference(tmp_path: Path):
    name = "a/b/index.html"
    other = PAGE.replace('"../c/"', '"/a/c/"').replace('"../../x.png"', '"./../../x.png"')
    other = other.replace("<p ", "\n\n  <p ").replace("罚款 ", "罚款\n")
    assert found(tmp_path, {name: PAGE}, {name: other}) == set()


def test_a_missing_page_a_changed_file_and_a_shorter_sitemap_differ(tmp_path: Path):
    loc = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>a</loc>{}</url></urlset>"
    ours = {"a.html": PAGE, "x.csv": "1", "sitemap.xml": loc.format("<lastmod>2026</lastmod>")}
    theirs = {"b.html": PAGE, "x.csv": "2", "sitemap.xml": loc.format("")}
    files = {("a.html", "files"), ("b.html", "files"), ("x.csv", "files")}
    assert found(tmp_path, ours, theirs) == files
    site(tmp_path / "other", {"sitemap.xml": loc.format("").replace("<loc>a", "<loc>b")})
    again = found(tmp_path, ours, {"x.csv": "2"})
    assert again == {*files, ("sitemap.xml", "files")}


def test_what_an_engine_adds_for_itself_is_no_difference(tmp_path: Path):
    theirs = {"search.json": "{}", "assets/javascripts/bundle.js": "1", "sitemap.xml.gz": "z"}
    assert found(tmp_path, {"x.csv": "1"}, {"x.csv": "1"} | theirs) == set()


def test_every_aspect_of_the_table_is_looked_at():
    assert {*facts(PAGE.encode(), "https://example.gov.cn/a/b/"), "files"} == set(ASPECTS)


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_is_pinned_with_the_packages_that_build_our_site(engine: str):
    ours = {pin.name: pin.version for pin in pins((ROOT / "requirements.lock").read_text("utf-8"))}
    theirs = {
        pin.name: pin.version
        for pin in pins((ROOT / "tests" / "engines" / f"{engine}.lock").read_text("utf-8"))
    }
    assert engine.partition("-")[0] in theirs
    assert {"markdown", "jinja2"} <= theirs.keys() & ours.keys()
    assert all(theirs[name] == ours[name] for name in theirs.keys() & ours.keys())


def test_an_engine_that_stands_alone_is_alone():
    text = (ROOT / "tests" / "engines" / "properdocs-alone.lock").read_text("utf-8")
    assert not [pin.name for pin in pins(text) if "mkdocs" in pin.name or "material" in pin.name]
