"""A built site is looked over before anyone sees it: each flaw is found, and a sound site has none."""

import os
import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import put
from yaoan.doors import Unsound
from yaoan.doors.expected import Expected
from yaoan.doors.staged import Target, read
from yaoan.doors.verify import verify, whole_page

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
    assert flaws(site) == [f"{name}: nobody expected this file; keep working material out of docs and overrides"]


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
    ],
    ids=["empty", "blank", "cut", "gbk"],
)
def test_a_page_that_is_not_whole_is_named(site: Path, content: bytes, what: str):
    put(site, "about/index.html", content)
    assert any(each.startswith("about/index.html: ") and what in each for each in flaws(site))


@pytest.mark.parametrize(
    ("size", "said"), [(10_000_000, []), (10_000_001, ["10 MB"]), (10_999_999, ["10 MB"])]
)
def test_a_page_may_have_ten_million_bytes(size: int, said: list[str]):
    found = whole_page("index.html", b" " * (size - 7) + b"</html>")
    assert [re.findall(r"\d+ MB", each.message.en) for each in found] == ([said] if said else [])


def test_a_file_whose_name_only_sounds_like_a_page_is_none(site: Path):
    put(site, "assets/about-html", "假药".encode("gbk"))
    wanted = replace(EXPECTED, files=EXPECTED.files | {"assets/about-html"})
    assert verify(site, wanted) == 3


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
        '<meta http-equiv="refresh" content=" 10 ;URL = ../no/">',
        '!-- <a href="../no/">x</a> -->',
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
        '<a href="h323:12315">x</a>',
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


def test_what_is_not_there_is_named_as_it_was_written(site: Path):
    put(site, "about/index.html", page('<p id="second"><a href="../no">x</a></p>'))
    assert flaws(site) == ["about/index.html: a link on this page leads to “no”, which is not there"]


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
    [found] = flaws(site, replace(EXPECTED, fewest=4))
    assert found.startswith("/: ")
    assert "less than half as many" in found


def test_an_unsound_site_says_so_in_one_sentence(site: Path):
    (site / "index.html").unlink()
    with pytest.raises(Unsound, match=r"^the built site is not fit to be seen$"):
        verify(site, EXPECTED)


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
