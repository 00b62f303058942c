"""Long lists: every entry is reached by plain links, the newest are shown where the list is named."""

from collections import deque

import pytest
from test_pages_html import pages_of, record, rendered

from yaoan.corpus import Record
from yaoan.doors import Workshop
from yaoan.pages import Page, addresses
from yaoan.pages.lists import LINES, pages

MANY = LINES + 30
EVERY = 10
"""Every tenth entry is invented."""
EXPLAINER = """\
title: 解释{number}
summary: 摘要。
published: 2026-{month:02}-{day:02}
question: 问？
answer: 答。
citations: [药品管理法 第九十八条, 药品管理法]
as_of: 2026-01-01
by: 法制科
products: [drug]
demonstration: {invented}
"""
TERM = "terms/product-category/drug.md"


def explainer(number: int) -> Record:
    text = EXPLAINER.format(
        number=number,
        month=1 + number // 28,
        day=1 + number % 28,
        invented="否" if number % EVERY else "是",
    )
    return record(f"law-2026-{number:04}", text)


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return [explainer(number) for number in range(1, MANY + 1)]


@pytest.fixture(scope="module")
def site(sample: Workshop, records: list[Record]) -> dict[str, Page]:
    return pages_of(sample, *records)


def entries(page: Page) -> list[str]:
    """The ids of the entries that a page lists, in order, in cards or in lines."""
    links = rendered(page).xpath(
        "//*[contains(@class, 'card-title')]/a | //*[@class='shelf']//li/a"
    )
    return [str(each.get("href")).split("/")[-1].removesuffix(".md") for each in links]


def whole(site: dict[str, Page], first: str) -> list[str]:
    """All entries of the list that begins at *first*, page by page."""
    found, number = [], 1
    while (path := addresses.of_page(first, number)) in site:
        found += entries(site[path])
        number += 1
    return found


def newest(records: list[Record], *, invented: bool) -> list[str]:
    chosen = [e for e in records if e.entry and e.entry.demonstration is invented]
    return [each.id for each in reversed(chosen)]


LISTS = [
    (TERM, "law-explainers", False),
    (TERM, "law-explainers-invented", True),
    (addresses.of_year("law-explainers", 2026), "real", False),
    (addresses.of_year("law-explainers", 2026), "invented", True),
]


@pytest.mark.parametrize(("page", "part", "invented"), LISTS)
def test_a_long_part_shows_the_newest_and_leads_to_all(
    site: dict[str, Page], records: list[Record], page: str, part: str, invented: bool
) -> None:
    wanted = newest(records, invented=invented)
    there = addresses.of_whole(page, part)
    shown = [each for each in entries(site[page]) if each in set(wanted)]
    assert shown == wanted[: addresses.PAGE_SIZE]
    if len(wanted) <= addresses.PAGE_SIZE:
        assert there not in site
        return
    assert f"全部 {len(wanted)} 条]({addresses.relative(there, page)})" in site[page].body
    assert f"{len(wanted)} 条</p>" in site[there].body
    assert whole(site, there) == wanted
    assert len(entries(site[there])) == min(LINES, len(wanted))


@pytest.mark.parametrize(
    ("page", "part"), [("laws/dal/98.md", "explained"), ("laws/dal/index.md", "whole")]
)
def test_who_cites_an_article_or_a_law_is_listed_to_the_last(
    site: dict[str, Page], records: list[Record], page: str, part: str
) -> None:
    there, every = addresses.of_whole(page, part), [each.id for each in reversed(records)]
    assert entries(site[page]) == every[: addresses.PAGE_SIZE]
    assert addresses.relative(there, page) in site[page].body
    assert whole(site, there) == every
    assert whole(site, f"en/{there}") == every


def test_no_address_of_a_first_page_changes_and_short_lists_have_no_other(
    sample: Workshop, records: list[Record]
) -> None:
    few = pages_of(sample, *records[: addresses.PAGE_SIZE])
    lists = [page for page in few.values() if page.meta["template_kind"] == "list"]
    assert lists == []
    assert TERM in few
    assert addresses.of_year("law-explainers", 2026) in few


def test_what_links_to_a_part_of_a_page_finds_it_there(site: dict[str, Page]) -> None:
    ids = set(rendered(site[TERM]).xpath("//@id"))
    assert {"law-explainers", "law-explainers-invented"} <= ids
    assert "invented" in rendered(site[addresses.of_year("law-explainers", 2026)]).xpath("//@id")


def test_the_pages_of_a_list_lead_to_each_other(site: dict[str, Page]) -> None:
    first = addresses.of_whole(TERM, "law-explainers")
    second = addresses.of_page(first, 2)
    for here, there in ((first, second), (second, first)):
        (nav,) = rendered(site[here]).xpath("//nav[@class='pages']")
        assert nav.xpath(".//a/@href") == [addresses.relative(there, here)]
        assert nav.get("aria-label")
    assert site[second].title.endswith("第 2 页")


@pytest.mark.parametrize("last", [1, 2, 10, 11, 57, 1200])
def test_from_any_page_of_a_list_every_other_is_a_few_steps_away(last: int) -> None:
    leads = {
        number: [each for each, _ in pages("a/index.md", number, last)]
        for number in range(1, last + 1)
    }
    for number, found in leads.items():
        assert found == sorted(set(found))
        assert number in found
        assert {1, last} <= set(found)
        assert len(found) <= 11
    steps, queue = {1: 0}, deque([1])
    while queue:
        here = queue.popleft()
        for there in leads[here]:
            if there not in steps:
                steps[there] = steps[here] + 1
                queue.append(there)
    assert len(steps) == last
    assert max(steps.values()) <= 16


def test_pages_of_a_list_stand_where_they_always_did() -> None:
    assert pages("notices/index.md", 1, 2) == (
        (1, "notices/index.md"),
        (2, "notices/page-2.md"),
    )
    assert addresses.of_whole(TERM, "notices") == "terms/product-category/drug/notices.md"
    assert addresses.of_page("laws/dal/98/basis.md", 3) == "laws/dal/98/basis/page-3.md"
