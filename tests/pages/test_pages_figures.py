"""Every number of the figures leads to the list of exactly those entries that it counts."""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from lxml import html
from test_pages_html import pages_of, record, rendered

from yaoan.doors import Workshop
from yaoan.kinds import all_kinds
from yaoan.pages import Page, addresses, write
from yaoan.site import Tally, tallies

NOTICE = """\
title: 通知{number}
summary: 摘要。
published: 2026-01-{number:02}
type: arrangement
by: 某局
body: 正文。
demonstration: {invented}
"""


def listed(page: Page) -> dict[str, list[str]]:
    """The entries on a page by the place that a link leads to; those before the first under ''."""
    places, found = {"listed", "invented"}, defaultdict(list)
    folders = {form.kind.folder for form in all_kinds().values()}
    here = ""
    for element in rendered(page).iter():
        ident = str(element.get("id", ""))
        if ident in places | folders | {f"{folder}-invented" for folder in folders}:
            here = ident
        elif "card-title" in str(element.get("class", "")):
            found[here].append(str(element.xpath("string(.//a/@href)")).split("/")[-1][:-3])
    return found


def numbers(tally: Tally) -> Iterator[tuple[str, set[str]]]:
    """Where each number of a tally leads, and the entries it counts."""
    column, invented = tally.column, tally.invented
    yield addresses.of_column(column, invented=invented), {each.id for each in tally.items}
    for one in tally.breakdowns:
        for row in one.rows:
            there = addresses.of_row(column.kind.folder, row, invented=invented)
            yield there, {each.id for each in row.items}


@pytest.fixture(scope="module")
def pages(sample: Workshop) -> dict[str, Page]:
    return {page.path: page for page in write(sample.site) if page.language == "zh"}


def test_every_number_leads_to_the_list_of_what_it_counts(
    sample: Workshop, pages: dict[str, Page]
) -> None:
    lists, seen = {}, 0
    for tally in tallies(sample.site):
        figures = pages[addresses.of_tally(tally.column.kind.folder)]
        for there, counted in numbers(tally):
            path, _, place = there.partition("#")
            if path not in lists:
                lists[path] = listed(pages[path])
            found = lists[path][place]
            assert set(found) == counted, there
            assert len(found) == len(counted), there
            assert addresses.relative(there, figures.path) in figures.body
            seen += 1
    assert seen > 100


def test_the_overview_and_the_lists_lead_to_the_same_places(
    sample: Workshop, pages: dict[str, Page]
) -> None:
    overview = html.tostring(rendered(pages[addresses.STATISTICS]), encoding="unicode")
    for tally in tallies(sample.site):
        there = addresses.of_column(tally.column, invented=tally.invented)
        link = f'<a href="{addresses.relative(there, addresses.STATISTICS)}">{len(tally.items)}</a>'
        assert link in overview
        listing = pages[addresses.of_listing(tally.column.kind.folder)]
        assert "statistics/counts.csv" in listing.body
        assert "](../statistics/" in listing.body


def test_what_no_term_marks_is_named_under_the_count(
    sample: Workshop, pages: dict[str, Page]
) -> None:
    seen = 0
    for tally in tallies(sample.site):
        page = rendered(pages[addresses.of_tally(tally.column.kind.folder)])
        shown = [
            {str(href).split("/")[-1][:-3] for href in each.xpath(".//li/a/@href")}
            for each in page.xpath("//details[@class='unmarked']")
        ]
        for one in tally.breakdowns:
            if one.unmarked:
                assert {item.id for item in one.unmarked} in shown
                seen += 1
    assert seen > 5


def test_a_long_list_has_its_invented_entries_after_all_real_ones(sample: Workshop) -> None:
    records = [
        record(
            f"notice-2026-{number:04}",
            NOTICE.format(number=number, invented="是" if number % 8 == 0 else "否"),
        )
        for number in range(1, 29)
    ]
    pages = pages_of(sample, *records)
    first, second = (listed(pages[addresses.of_listing("notices", n)]) for n in (1, 2))
    assert len(first["listed"]) == addresses.PAGE_SIZE
    assert "invented" not in first
    assert [*first["listed"], *second["listed"]] == [
        f"notice-2026-{number:04}" for number in range(28, 0, -1) if number % 8
    ]
    assert second["invented"] == ["notice-2026-0024", "notice-2026-0016", "notice-2026-0008"]
    assert "notices/page-2.md#invented" in pages[addresses.STATISTICS].body
