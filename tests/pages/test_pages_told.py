"""What machines are told of a page: the tags of government sites, JSON-LD, addresses, QR codes."""

import json
import re

import pytest
import segno
from test_pages_html import record, rendered, said

from conftest import DAY
from yaoan.corpus import Corpus
from yaoan.doors import Workshop
from yaoan.forms import IndexPattern
from yaoan.pages import Page, frame, write
from yaoan.pages.qr import qr
from yaoan.site import Site

CASE = """\
title: '"案" & </script><script>alert(1)</script>'
summary: 摘要 "引" </script>
published: 2026-01-02
products: [drug]
parties: [{name: 某药店}]
facts: 案情。
tracks: [administrative]
sources: [{publisher: 某局, title: 公示, address: "https://example.org/a?b=1&c=2"}]
lesson: {words: 说法。, by: 法制科}
corrections: [{on: 2026-03-04, what: 改了日期, why: 抄错}]
"""
PATH = "typical-cases/case-2026-0001.md"
ADDRESS = "https://yao.example.gov.cn/kepu"


def pages(sample: Workshop, **office: object) -> dict[str, Page]:
    """The pages of an office with one case."""
    site = opened(sample, **office)
    return {page.path: page for page in write(site)}


def opened(sample: Workshop, **office: object) -> Site:
    known = sample.corpus.office.model_copy(update=office)
    corpus = Corpus(known, (record("case-2026-0001", CASE),))
    return Site.open(corpus, sample.reference, DAY)


def tags_of(told: dict) -> dict[str, str]:
    return {each["name"]: each["text"] for each in told["tags"]}


def nodes(page: Page) -> dict[str, dict]:
    data = json.loads(page.meta["structured"])
    assert data["@context"] == "https://schema.org"
    return {node["@type"]: node for node in data["@graph"]}


def test_an_entry_carries_the_tags_of_its_column_and_of_an_article(sample: Workshop):
    tags = tags_of(pages(sample)[PATH].meta)
    assert tags["ColumnName"] == "典型案例"
    assert tags["ColumnType"] == "普法宣传"
    assert tags["PubDate"] == "2026-01-02 00:00"
    assert tags["ContentSource"] == "某局"
    assert tags["Author"] == "法制科"
    assert "药品" in tags["Keywords"].split()
    assert "Url" not in tags
    assert "Image" not in tags


def test_a_list_carries_the_tags_of_its_column_and_the_home_page_none(sample: Workshop):
    found = pages(sample)
    tags = tags_of(found["typical-cases/index.md"].meta)
    assert tags["ColumnName"] == "典型案例"
    assert "ArticleTitle" not in tags
    assert tags_of(found["index.md"].meta) == {}
    assert tags_of(found["laws/index.md"].meta)["ColumnType"] == "网站服务"


def test_the_tags_of_the_site_are_those_the_office_gives(sample: Workshop):
    told = tags_of(frame(opened(sample, site_url=ADDRESS, site_code="1301000001"))["zh"])
    assert told == {
        "SiteName": "示例区药品安全公开课",
        "SiteDomain": "yao.example.gov.cn",
        "SiteIDCode": "1301000001",
    }
    assert list(tags_of(frame(sample.site)["zh"])) == ["SiteName"]


def test_what_was_typed_cannot_leave_a_tag_nor_the_data(sample: Workshop):
    page = pages(sample, site_url=ADDRESS)[PATH]
    for text in tags_of(page.meta).values():
        assert not set('<>"') & set(text)
    assert not set("<>&") & set(page.meta["structured"])
    assert nodes(page)["Article"]["headline"] == '"案" & </script><script>alert(1)</script>'


@pytest.mark.parametrize("folder", ["", "en/"])
def test_an_entry_is_an_article_with_its_office_source_and_corrections(
    sample: Workshop, folder: str
):
    article = nodes(pages(sample, site_url=ADDRESS)[folder + PATH])["Article"]
    assert article["url"] == f"{ADDRESS}/{folder}typical-cases/case-2026-0001/"
    assert article["datePublished"] == "2026-01-02"
    assert article["dateModified"] == "2026-03-04"
    assert article["publisher"]["@type"] == "GovernmentOrganization"
    assert article["isBasedOn"][0]["url"] == "https://example.org/a?b=1&c=2"
    assert article["correction"][0]["datePublished"] == "2026-03-04"


def test_the_way_to_an_entry_is_told_with_whole_addresses(sample: Workshop):
    steps = nodes(pages(sample, site_url=ADDRESS)[PATH])["BreadcrumbList"]["itemListElement"]
    assert [each["item"] for each in steps] == [
        f"{ADDRESS}/",
        f"{ADDRESS}/typical-cases/",
        f"{ADDRESS}/typical-cases/case-2026-0001/",
    ]
    assert [each["position"] for each in steps] == [1, 2, 3]


def test_without_an_address_of_the_site_nothing_is_made_up(sample: Workshop):
    page = pages(sample)[PATH]
    assert list(nodes(page)) == ["Article"]
    assert "url" not in nodes(page)["Article"]
    assert not page.meta["address"]
    assert not page.meta["qr"]


def test_the_site_offers_its_search_on_the_home_page(sample: Workshop):
    home = nodes(pages(sample, site_url=ADDRESS + "/")["en/index.md"])["WebSite"]
    assert home["url"] == f"{ADDRESS}/en/"
    assert home["potentialAction"]["target"] == f"{ADDRESS}/en/search/?q={{words}}"


def test_the_code_on_an_entry_is_that_of_its_own_address(sample: Workshop):
    found = pages(sample, site_url=ADDRESS)
    for folder in ("", "en/"):
        page = found[folder + PATH]
        assert page.meta["address"] == f"{ADDRESS}/{folder}typical-cases/case-2026-0001/"
        assert page.meta["qr"] == qr(page.meta["address"])._asdict()
    assert found[PATH].meta["qr"] != found[f"en/{PATH}"].meta["qr"]
    assert found["typical-cases/index.md"].meta["qr"] == {}


def test_a_code_is_one_stroke_over_its_modules_and_the_free_space_around():
    drawn = qr("https://a.example/")
    assert drawn.side == 25 + 2 * 4
    assert re.fullmatch(r"(?:[Mmh][\d. -]+)+", drawn.path)
    assert drawn.path.startswith("M4 4.5h7"), "the corner that a reader looks for"
    assert len(qr(f"{ADDRESS}/typical-cases/case-2026-0001/").path) < 3000


@pytest.mark.parametrize("address", ["https://a.example/", f"{ADDRESS}/en/notices/notice-2026-1/"])
def test_the_stroke_of_a_code_covers_just_its_dark_modules(address: str):
    dark, x, y = set(), 0, 0
    for sort, first, second in re.findall(r"([Mmh])(\d+)(?: ([\d.]+))?", qr(address).path):
        if sort == "M":
            x, y = int(first), int(float(second))
            continue
        dark |= {(x + step, y) for step in range(int(first)) if sort == "h"}
        x += int(first)
    code = segno.make(address, error="m", micro=False, mask=3)
    assert dark == {
        (x + 4, y + 4) for y, row in enumerate(code.matrix) for x, one in enumerate(row) if one
    }


def test_an_entry_bears_the_index_number_of_its_office(sample: Workshop):
    plain = said(rendered(pages(sample)[PATH]))
    assert "索引号" not in plain
    pattern = IndexPattern.read("示市监/{year}-{kind}{serial}")
    numbered = said(rendered(pages(sample, index_pattern=pattern)[PATH]))
    assert "索引号 示市监/2026-case0001" in numbered


def test_the_foot_of_the_page_shows_the_marks_that_the_office_gives(sample: Workshop):
    told = frame(
        opened(sample, government_mark="https://a.example/", find_errors="https://b.example/")
    )
    assert [each["url"] for each in told["en"]["outside"]] == [
        "https://a.example/",
        "https://b.example/",
    ]
    assert frame(sample.site)["zh"]["outside"] == []
