"""Former addresses: a page that leads on, or a notice that names nobody; told to servers, too."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from conftest import DAY, Office, put
from yaoan import outputs
from yaoan.doors import Workshop, build
from yaoan.pages import Page, write
from yaoan.site import Site

CONFIG = "site_url: https://example.gov.cn/yao/\n"
GOOD = "cases/notices/2026/notice-2026-{:04d}.yml"
TITLE = "某某药店被撤下的旧事"
LEDGER = """\
notice-2026-0001 2026-03-05 moved notice-2026-0007
notice-2026-0002 2026-03-05 withdrawn decision
notice-2026-0003 2026-03-05
notice-2026-0004 2026-11-23 withdrawn error
notice-2026-0007 2026-03-05
"""
NOTICE = """\
title: {title}
summary: 一句话。
published: {published}
type: arrangement
by: 示例区市场监督管理局
body: 内容。
"""

Sited = Callable[..., Site]


@pytest.fixture
def folder(office: Office) -> Path:
    """0001 moved to 0007; 0002 was withdrawn; 0003 was put off; 0004 is not public on the day."""
    folder = office(
        {
            GOOD.format(3): NOTICE.format(title=TITLE, published="2026-12-31"),
            GOOD.format(7): NOTICE.format(title="新地方", published="2026-03-05"),
            "cases/addresses.txt": LEDGER,
        }
    )
    config = (folder / "mkdocs.yml").read_text("utf-8")
    put(folder, "mkdocs.yml", config + CONFIG)
    return folder


@pytest.fixture
def site(folder: Path) -> Site:
    return Workshop.open(folder, DAY).site


def former(site: Site) -> dict[str, Page]:
    return {page.path: page for page in write(site) if "unlisted" in page.meta}


def test_every_address_that_was_public_has_a_page_in_both_languages(site: Site):
    names = [f"notices/notice-2026-000{number}.md" for number in (1, 2, 3)]
    assert sorted(former(site)) == sorted([*names, *(f"en/{name}" for name in names)])
    assert [one.id[-1] for one in site.former] == ["1", "2", "3"]


def test_a_past_day_has_no_page_for_what_was_not_public_yet(folder: Path):
    assert former(Workshop.open(folder, dt.date(2026, 3, 4)).site) == {}


def test_a_page_that_moved_leads_to_the_new_one_in_its_language(site: Site):
    pages = former(site)
    for language in ("", "en/"):
        page = pages[f"{language}notices/notice-2026-0001.md"]
        assert page.meta["moved"] == f"{language}notices/notice-2026-0007/"
        assert "notice-2026-0007.md" in page.body


def test_a_notice_gives_a_category_of_reason_and_names_nobody(site: Site):
    pages = former(site)
    assert "撤销" in pages["notices/notice-2026-0002.md"].body
    assert "revoked" in pages["en/notices/notice-2026-0002.md"].body
    for page in pages.values():
        assert TITLE not in page.markdown
    quiet = pages["notices/notice-2026-0003.md"].body
    assert "撤下原因" not in quiet


def test_no_list_and_no_output_for_machines_names_a_former_address(site: Site):
    gone = {f"notice-2026-000{number}" for number in (1, 2, 3, 4)}
    own = former(site)
    for page in write(site):
        if page.path not in own:
            assert not any(ident in page.markdown for ident in gone), page.path
    redirects = {"_redirects", "nginx-addresses.conf", "apache-addresses.conf"}
    for made in outputs.write(site):
        if made.path not in redirects:
            assert not any(ident.encode() in made.data for ident in gone), made.path


def test_servers_are_told_of_each_address_from_the_root_of_the_host(site: Site):
    office = site.office.model_copy(update={"site_url": "https://example.gov.cn/yao/"})
    told = {made.path: made.data.decode() for made in outputs.write(replace(site, office=office))}
    old, new = "/yao/notices/notice-2026-0001/", "/yao/notices/notice-2026-0007/"
    gone = "/yao/en/notices/notice-2026-0002/"
    assert told["_redirects"].splitlines()[1] == f"{old} {new} 301"
    assert gone not in told["_redirects"], "hosts that read this file know no 410"
    assert f"location = {old} {{ return 301 {new}; }}" in told["nginx-addresses.conf"]
    answer = f"location = {gone} {{ error_page 410 {gone}index.html; return 410; }}"
    assert answer in told["nginx-addresses.conf"]
    assert f'RedirectMatch 301 "^{old}$" {new}' in told["apache-addresses.conf"]
    assert f'RedirectMatch 410 "^{gone}$"' in told["apache-addresses.conf"]
    assert f"ErrorDocument 410 {gone}index.html" in told["apache-addresses.conf"]


def test_where_every_address_stands_servers_are_told_nothing(office: Office):
    site = Workshop.open(office(examples=True), DAY).site
    assert not any("redirects" in made.path for made in outputs.write(site))


def test_the_built_pages_lead_on_by_themselves_and_stay_out_of_search_engines(folder: Path):
    built = build(Workshop.open(folder, DAY), folder / "site").out
    moved = html.parse(built / "en/notices/notice-2026-0001/index.html").getroot()
    (refresh,) = moved.xpath("//meta[@http-equiv='refresh']/@content")
    assert refresh == "0; url=../notice-2026-0007/"
    assert moved.xpath("//link[@rel='canonical']/@href") == [
        "https://example.gov.cn/yao/en/notices/notice-2026-0007/"
    ]
    assert moved.xpath("//link[@hreflang]") == []
    assert moved.xpath("//main//a/@href") == ["../notice-2026-0007/"]
    gone = html.parse(built / "notices/notice-2026-0002/index.html").getroot()
    assert gone.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert gone.xpath("//meta[@http-equiv='refresh']") == []
    sitemap = (built / "sitemap.xml").read_text("utf-8")
    assert "notice-2026-0007" in sitemap
    assert not any(f"notice-2026-000{number}" in sitemap for number in (1, 2, 3))
    assert not any(TITLE in p.read_text("utf-8") for p in built.rglob("*.html"))
