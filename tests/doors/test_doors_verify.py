"""A built site is looked over before anyone sees it: each flaw is found, and a sound site has none."""

import os
import time
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from PIL import Image

from conftest import DAY, Office, put
from yaoan.doors import Mark, Unsound, Workshop, build
from yaoan.doors.expected import Expected, expected
from yaoan.doors.publish import last
from yaoan.doors.staged import Target, read
from yaoan.doors.verify import verify
from yaoan.pages import paths, write

EXPECTED = Expected(
    pages=("index.html", "en/index.html", "about/index.html"),
    files=frozenset({"assets/site.css", "图.png"}),
)


def page(body: str = "") -> str:
    return f'<!doctype html><html><head><meta charset="utf-8"></head><body>{body}</body></html>\n'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small sound site."""
    put(tmp_path, "index.html", page('<h1 id="top-of-it"><a href="about/#second">x</a></h1>'))
    put(tmp_path, "en/index.html", page('<a href="../?q=1">x</a><img src="../%E5%9B%BE.png">'))
    put(tmp_path, "about/index.html", page('<h2 id="second"><a href="#second">x</a> <a href=..>'))
    put(tmp_path, "assets/site.css", "")
    put(tmp_path, "图.png", b"\x89PNG")
    put(tmp_path, ".yaoan", "{}")
    return tmp_path


def flaws(site: Path, wanted: Expected = EXPECTED) -> list[str]:
    """What is found, each as `file: what`, in English."""
    try:
        verify(site, wanted)
    except Unsound as unsound:
        return [f"{flaw.file}: {flaw.message.en}" for flaw in unsound.flaws]
    return []


def test_a_sound_site_has_no_flaws_and_its_pages_are_counted(site: Path):
    assert verify(site, EXPECTED) == 3


@pytest.mark.parametrize("name", ["about/index.html", "en/index.html", "assets/site.css"])
def test_what_was_expected_and_is_missing_is_named(site: Path, name: str):
    (site / name).unlink()
    assert f"{name}: this file was expected and is not there" in flaws(site)


@pytest.mark.parametrize("name", ["notes.docx", "about/index.html~", ".env", "x/index.html"])
def test_what_nobody_expected_is_named(site: Path, name: str):
    put(site, name, page())
    assert [each.split(": ")[0] for each in flaws(site)] == [name]


def test_links_of_the_disk_are_named_whatever_they_lead_to(site: Path):
    (site / "passwd.png").symlink_to("/etc/passwd")
    (site / "more").symlink_to("about")
    os.mkfifo(site / "pipe")
    assert {each.split(":")[0] for each in flaws(site)} == {"passwd.png", "more", "pipe"}


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (page()[:40].encode(), "cut off"),
        (page("假药").encode("gbk"), "not in UTF-8"),
        (page("x" * 10_000_001).encode(), "has 10 MB"),
    ],
    ids=["empty", "blank", "cut", "gbk", "large"],
)
def test_a_page_that_is_not_whole_is_named(site: Path, content: bytes, what: str):
    put(site, "about/index.html", content)
    assert any(each.startswith("about/index.html: ") and what in each for each in flaws(site))


@pytest.mark.parametrize(
    "link",
    [
        '<a href="../no/">x</a>',
        '<a href="../../about/">x</a>',
        '<a href="/no/">x</a>',
        "<a href='../no/'>x</a>",
        "<a href=../no/>x</a>",
        '<A\nHREF="../no/">x</A>',
        '<a title="a > b" href="../no/">x</a>',
        '<img src="no.png">',
        '<img srcset="../图.png 1x, no.png 2x">',
        '<script src="no.js"></script>',
        '<link rel="stylesheet" href="../assets/no.css">',
        '<form action="../no/"></form>',
        '<video poster="no.png"></video>',
        '<meta http-equiv="refresh" content="0; url=../no/">',
        '<a href="#nowhere">x</a>',
        '<a href="../#nowhere">x</a>',
        '<a href="../图.png#nowhere">x</a>',
    ],
)
def test_a_link_that_leads_nowhere_is_named(site: Path, link: str):
    put(site, "about/index.html", page(f'<p id="second">{link}</p>'))
    assert [each.split(": ")[0] for each in flaws(site)] == ["about/index.html"]


@pytest.mark.parametrize(
    "link",
    [
        '<a href="https://www.nmpa.gov.cn/no/">x</a>',
        '<a href="//example.org/no">x</a>',
        '<a href="mailto:a@example.org">x</a>',
        '<a href="tel:12315">x</a>',
        '<a href="">x</a>',
        '<a href="#">x</a>',
        '<a href="#top">x</a>',
        '<a href="../about">x</a>',
        '<a href="/about/?a=b#second">x</a>',
        '<a href="/.">x</a>',
        "<p>&lt;a href=&quot;no&quot;&gt; is how a link is written</p>",
        "<!-- <a href='no'> -->",
        "<script>let a = '<a href=\"no\">'</script>",
        '<p title="href=no"> href=no </p>',
        '<img srcset="../图.png 1x, ../图.png 2x">',
    ],
)
def test_a_link_that_holds_or_is_none_is_no_flaw(site: Path, link: str):
    put(site, "about/index.html", page(f'<p id="second">{link}</p>'))
    assert flaws(site) == []


def test_links_with_the_address_of_the_site_lead_within_it(site: Path):
    wanted = replace(EXPECTED, address="https://example.gov.cn/yao/")
    good = '<link rel="canonical" href="https://example.gov.cn/yao/about/"><a href="/yao/en/">x</a>'
    put(site, "about/index.html", page(f'<p id="second">{good}</p>'))
    assert flaws(site, wanted) == []
    bad = '<link rel="canonical" href="https://example.gov.cn/yao/no/"><a href="/">the host</a>'
    put(site, "about/index.html", page(f'<p id="second">{bad}</p>'))
    assert [each.rpartition(" leads to ")[2] for each in flaws(site, wanted)] == [
        "“no/index.html”, which is not there",
    ]


def test_two_pages_of_one_address_are_named(site: Path):
    wanted = replace(EXPECTED, pages=(*EXPECTED.pages, "about/index.html"))
    assert flaws(site, wanted) == [
        "about/index.html: two pages claim this address; rename one of them"
    ]


@pytest.mark.parametrize("twin", ["ABOUT/index.html", "cafe\u0301.png"])
def test_names_that_differ_by_case_or_form_only_are_named(site: Path, twin: str):
    put(site, "caf\u00e9.png", b"")
    put(site, twin, page())
    wanted = replace(EXPECTED, files=EXPECTED.files | {"caf\u00e9.png", twin})
    assert len(flaws(site, wanted)) == 1
    assert "case or form" in flaws(site, wanted)[0]


def test_a_site_that_shrank_by_half_is_named(site: Path):
    assert flaws(site, replace(EXPECTED, fewest=3)) == []
    assert "less than half as many" in flaws(site, replace(EXPECTED, fewest=4))[0]


def test_every_file_is_read_once(site: Path):
    seen: list[str] = []
    read(site, "", [lambda name, data: seen.append(name) or ()])
    assert sorted(seen) == sorted(p.relative_to(site).as_posix() for p in site.rglob("*.*"))
    assert len(set(seen)) == len(seen)


def test_unclosed_quotes_do_not_make_it_slow(tmp_path: Path):
    """Read in about one go: twice the text takes no more than a few times as long."""
    took = []
    for size in (20_000, 200_000):
        put(tmp_path, "index.html", page("<a " + "x' " * size))
        started = time.process_time()
        read(tmp_path, "", ())
        took.append(time.process_time() - started)
    assert took[1] < 40 * max(took[0], 0.01)


def test_where_a_link_leads_is_told_with_the_first_page_that_has_it(site: Path):
    found, _ = read(site, "", ())
    assert found.leads[Target("about/index.html", "second")] == "index.html"
    assert found.leads[Target("图.png", "")] == "en/index.html"


def test_the_pages_expected_are_the_pages_written(sample: Workshop):
    assert list(paths(sample.site)) == [each.path for each in write(sample.site)]


def test_what_is_expected_of_an_office_comes_from_its_own_folders(office: Office):
    folder = office(
        {
            "docs/a-b.md": "# x",
            "docs/plan.md": "---\ndraft: true\n---\n# x",
            "docs/README.md": "# x",
            "overrides/assets/font.woff2": "",
        }
    )
    Image.new("RGB", (8, 8)).save(folder / "docs/photo.png")
    found = expected(Workshop.open(folder, DAY))
    assert "a-b/index.html" in found.pages
    assert {"photo.png", "assets/font.woff2"} <= set(found.files)
    assert not any("plan" in each or "README" in each for each in (*found.files, *found.pages))


FLAWS = {
    "docs/about.md": ("# x\n\n[x](no.md)", "leads to “about/no.md”"),
    "docs/report.md": ("# x\n\n[x](privacy.md#no)", "leads to “#no” in “privacy/index.html”"),
    "docs/notices/index.md": ("# 通知", "notices/index.html: two pages claim"),
    "docs/search/index.md": ("# 搜索", "search/index.html: two pages claim"),
}


def test_an_office_whose_site_has_flaws_is_not_published(office: Office):
    folder = office()
    build(Workshop.open(folder, DAY), folder / "site")
    before = (folder / "site").resolve()
    for name, (text, _) in FLAWS.items():
        put(folder, name, text)
    with pytest.raises(Unsound) as raised:
        build(Workshop.open(folder, DAY), folder / "site")
    found = [f"{flaw.file}: {flaw.message.en}" for flaw in raised.value.flaws]
    for _, what in FLAWS.values():
        assert any(what in each for each in found), (what, found)
    assert (folder / "site").resolve() == before


def test_what_mkdocs_warns_of_is_handed_on(office: Office):
    folder = office({"docs/about.md": "# x\n\n[x](/about/)"})
    built = build(Workshop.open(folder, DAY), folder / "site")
    assert any("/about/" in each for each in built.warnings)


def test_a_site_of_far_fewer_pages_needs_a_word(office: Office, monkeypatch):
    folder = office()
    module = import_module("yaoan.doors.build")
    monkeypatch.setattr(module, "last", lambda out: Mark(DAY, 10_000))
    with pytest.raises(Unsound) as raised:
        build(Workshop.open(folder, DAY), folder / "site")
    assert [flaw.message.en.split(",")[1] for flaw in raised.value.flaws] == [
        " less than half as many as last time (5000). If that is right"
    ]
    assert build(Workshop.open(folder, DAY), folder / "site", fewer=True).pages > 20


def test_what_a_build_says_of_itself_is_remembered(office: Office):
    folder = office()
    built = build(Workshop.open(folder, DAY), folder / "site")
    assert last(folder / "site") == Mark(DAY, built.pages)
    assert last(folder / "nothing") == Mark()
