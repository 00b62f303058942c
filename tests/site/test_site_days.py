"""The site as the public may see it on one day: what is there, in what order, found by what."""

import datetime as dt
from collections.abc import Callable

import pytest

from conftest import DAY
from yaoan.corpus import Corpus, Record, record_of
from yaoan.diagnostics import Report, Source
from yaoan.doors import Workshop
from yaoan.kinds import all_kinds
from yaoan.pages import write
from yaoan.site import Cited, Site

Open = Callable[..., Site]

NOTICE = """\
title: {id}
summary: 一句话。
published: {published}
type: arrangement
by: 某单位
body: 内容。
"""
CASE = """\
title: {id}
summary: 一句话。
published: {published}
parties: [{name: 某药店}]
facts: 案情。
tracks: [administrative]
lesson: {words: 说法。, by: 法制科}
"""


def case(violation: str = "", more: str = "") -> str:
    act = f"acts: [{{what: 某行为, violation: {violation}}}]\n" if violation else ""
    return CASE + act + more


def record(ident: str, published: str, text: str) -> Record:
    form = next(f for f in all_kinds().values() if ident.startswith(f"{f.kind.prefix}-"))
    report = Report()
    file = f"cases/{form.kind.folder}/{published[:4]}/{ident}.yml"
    source = Source(file, text.replace("{id}", ident).replace("{published}", published))
    found = record_of(form, ident, source, None, report)
    assert [problem.message.zh for problem in report] == []
    assert found
    return found


@pytest.fixture
def opened(sample: Workshop) -> Open:
    """Open a site: `opened(("notice-2026-0001", "2026-03-05", text), …, day=…)`."""

    def opened(*entries: tuple[str, str, str], day: dt.date = DAY) -> Site:
        records = tuple(record(*each) for each in entries)
        return Site.open(Corpus(sample.corpus.office, records), sample.reference, day)

    return opened


def ids(items: object) -> list[str]:
    return [item.id for item in items]  # type: ignore[attr-defined]


def column(site: Site, folder: str) -> list[str]:
    return next(ids(each.items) for each in site.collections if each.kind.folder == folder)


# ── Order ─────────────────────────────────────────────────────────────────────────────────────


def test_the_newest_stands_first_and_one_day_goes_by_id(opened: Open) -> None:
    site = opened(
        ("notice-2025-0001", "2025-12-31", NOTICE),
        ("notice-2026-0002", "2026-02-01", NOTICE + "products: [drug]\n"),
        ("notice-2026-0001", "2026-02-01", NOTICE + "products: [drug]\n"),
        ("case-2026-0001", "2026-03-01", case(more="products: [drug]\n")),
    )
    newest_first = ["notice-2026-0001", "notice-2026-0002", "notice-2025-0001"]
    assert column(site, "notices") == newest_first
    assert ids(site.latest(2)) == ["case-2026-0001", "notice-2026-0001"]
    assert ids(site.latest(99)) == ["case-2026-0001", *newest_first]
    assert ids(site.by_term["product_category", "drug"]) == [
        "case-2026-0001", "notice-2026-0001", "notice-2026-0002",
    ]  # fmt: skip
    assert [each.kind.folder for each in site.collections] == list(all_kinds())


def test_the_sample_office_is_sorted_everywhere(sample: Workshop) -> None:
    site = sample.site
    runs = [each.items for each in site.collections] + list(site.by_term.values())
    runs += [[one.item for one in c] for law in site.by_article.values() for c in law.values()]
    assert len(runs) > 300
    for items in runs:
        days = [item.entry.published for item in items]
        assert days == sorted(days, reverse=True)
    assert len(site.items) == 97


# ── The day ───────────────────────────────────────────────────────────────────────────────────


def places_of(site: Site, ident: str) -> set[str]:
    """Everywhere that an entry can be found."""
    found = set()
    if ident in site.items:
        found.add("items")
    if any(ident in ids(each.items) for each in site.collections):
        found.add("collections")
    if any(ident in ids(run) for each in site.collections for run in each.pages(20)):
        found.add("pages")
    if any(ident in ids(run) for each in site.collections for _, run in each.years):
        found.add("years")
    if any(ident in ids(run) for run in site.by_term.values()):
        found.add("terms")
    if ("violation", "drug.nondrug_as_drug") in site.by_term:
        found.add("facets")
    if any(t.id == "drug.nondrug_as_drug" for _, used in site.vocabularies for t in used):
        found.add("vocabularies")
    if any(
        ident in ids(c.item for c in run)
        for law in site.by_article.values()
        for run in law.values()
    ):
        found.add("articles")
    if ident in ids(site.latest(100)):
        found.add("latest")
    if any(ident in ids(site.related(item)) for item in site.items.values() if item.id != ident):
        found.add("related")
    if any(ident in page.path or ident in page.body for page in write(site)):
        found.add("written")
    return found


def test_an_entry_of_tomorrow_is_nowhere_today_and_everywhere_the_next_day(opened: Open) -> None:
    tomorrow = DAY + dt.timedelta(1)
    law = "citations: [药品管理法 第九十八条]\n"
    explainer = (
        "title: {id}\nsummary: 一句话。\npublished: {published}\nquestion: 问\n"
        "answer: 见[案例](case-2026-0002)。\nas_of: 2026-01-01\nby: 法制科\n" + law
    )
    citing = "decisions: [{status: decided, applied: [药品管理法 第九十八条]}]\nrelated: [case-2026-0001]\n"
    entries = (
        ("case-2026-0001", "2026-01-01", case("drug.expired", "related: [case-2026-0002]\n")),
        ("case-2026-0002", tomorrow.isoformat(), case("drug.nondrug_as_drug", citing)),
        ("case-2026-0003", "2026-01-02", case("drug.expired")),
        ("law-2026-0001", "2026-01-03", explainer),
    )
    assert places_of(opened(*entries), "case-2026-0002") == set()
    assert places_of(opened(*entries, day=tomorrow), "case-2026-0002") == {
        "items", "collections", "pages", "years", "terms", "facets", "vocabularies", "articles", "latest",
        "related", "written",
    }  # fmt: skip


def test_any_past_day_can_be_opened(sample: Workshop) -> None:
    for day in (dt.date(2015, 12, 31), dt.date(2023, 10, 25), dt.date(2026, 9, 1)):
        site = Site.open(sample.corpus, sample.reference, day)
        gone = {ident for ident, each in site.standings.items() if not each.state.shown}
        expected = {r.id for r, entry in sample.corpus.filled if entry.published <= day}
        assert set(site.items) == expected - gone
    assert not Site.open(sample.corpus, sample.reference, dt.date(2015, 12, 31)).items


def test_a_site_without_entries_still_has_its_columns(opened: Open) -> None:
    site = opened()
    assert [each.items for each in site.collections] == [()] * len(all_kinds())
    assert site.vocabularies == ()
    assert site.latest(5) == ()
    assert {"index.md", "en/index.md", "notices/index.md"} <= {page.path for page in write(site)}


# ── Terms ─────────────────────────────────────────────────────────────────────────────────────


def test_narrower_terms_count_under_broader_ones_once(opened: Open) -> None:
    vaccine = "products: [drug.vaccine, drug.chemical, drug]\nplaces: [sichuan.guangyuan.lizhou]\n"
    site = opened(
        ("notice-2026-0001", "2026-01-01", NOTICE + vaccine),
        ("notice-2026-0002", "2026-01-02", NOTICE + "products: [drug.chemical]\n"),
        ("notice-2026-0003", "2026-01-03", NOTICE + "products: [device]\n"),
    )

    def under(vocabulary: str, term: str) -> list[str]:
        return ids(site.by_term.get((vocabulary, term), ()))

    assert under("product_category", "drug") == ["notice-2026-0002", "notice-2026-0001"]
    assert under("product_category", "drug.vaccine") == ["notice-2026-0001"]
    assert under("product_category", "device") == ["notice-2026-0003"]
    for place in ("sichuan", "sichuan.guangyuan", "sichuan.guangyuan.lizhou"):
        assert under("place", place) == ["notice-2026-0001"]
    assert site.used("product_category") == {"drug", "drug.vaccine", "drug.chemical", "device"}


def test_terms_inside_the_parts_of_an_entry_count_too(opened: Open) -> None:
    text = case(more="acts:\n  - what: 某行为\n    goods: [{name: 某苗, category: drug.vaccine}]\n")
    site = opened(("case-2026-0001", "2026-01-01", text))
    assert ids(site.by_term["product_category", "drug"]) == ["case-2026-0001"]


def test_only_vocabularies_with_pages_and_terms_with_entries_are_listed(sample: Workshop) -> None:
    reference = sample.reference
    for vocabulary, terms in sample.site.vocabularies:
        assert vocabulary.pages
        assert terms
        order = list(vocabulary.terms)
        assert [order.index(t.id) for t in terms] == sorted(order.index(t.id) for t in terms)
        assert {t.id for t in terms} == sample.site.used(vocabulary.id)
    listed = {vocabulary.id for vocabulary, _ in sample.site.vocabularies}
    silent = {name for name, each in reference.vocabularies.items() if not each.pages}
    assert silent
    assert not silent & listed


# ── Articles ──────────────────────────────────────────────────────────────────────────────────


def test_an_article_knows_who_cites_it_and_in_which_roles(opened: Open) -> None:
    law, full = "药品管理法", "中华人民共和国药品管理法"
    more = (
        "acts:\n"
        f"  - what: 某行为\n    violates: [{law} 第九十八条第三款第五项, {law} 第九十八条第一款]\n"
        "decisions:\n"
        "  - status: decided\n"
        f"    penalties: [{{kind: fine, basis: [{full} 第一百一十七条, {law} 第九十八条]}}]\n"
        f"    measures: [{{kind: order_to_correct, basis: [{law}]}}]\n"
        f"    discretion: {{basis: [行政处罚法 第三十三条]}}\n"
        f"    applied: [行政处罚法 第二十八条]\n"
    )
    explainer = (
        "title: {id}\nsummary: 一句话。\npublished: {published}\nquestion: 问\nanswer: 答\n"
        f"as_of: 2026-01-01\nby: 法制科\ncitations: [{law} 第九十八条]\n"
    )
    site = opened(
        ("case-2026-0001", "2026-01-01", case(more=more)),
        ("law-2026-0001", "2026-01-02", explainer),
    )

    def roles(name: str, article: str) -> list[tuple[str, tuple[str, ...]]]:
        found = sample_law(site, name)
        cited: tuple[Cited, ...] = site.by_article[found].get(article, ())
        return [(each.item.id, each.roles) for each in cited]

    assert roles(law, "98") == [
        ("law-2026-0001", ("explained",)),
        ("case-2026-0001", ("basis", "violated")),
    ]
    assert roles(law, "117") == [("case-2026-0001", ("basis",))]
    assert roles(law, "") == [("case-2026-0001", ("basis",))]
    assert roles("行政处罚法", "33") == [("case-2026-0001", ("discretion",))]
    assert roles("行政处罚法", "28") == [("case-2026-0001", ("basis",))]


def sample_law(site: Site, name: str) -> str:
    law = site.reference.law(name)
    assert law
    return law.id


# ── Related entries ───────────────────────────────────────────────────────────────────────────


def related(site: Site, ident: str, count: int = 4) -> list[str]:
    return ids(site.related(site.items[ident], count))


def test_shared_violations_bring_entries_closest(opened: Open) -> None:
    site = opened(
        (
            "case-2026-0001",
            "2026-01-01",
            case("drug.expired", "products: [drug]\naudience: [public]\n"),
        ),
        ("case-2026-0002", "2025-01-01", case("drug.expired")),
        (
            "case-2026-0003",
            "2026-06-01",
            case("device.expired", "products: [drug]\naudience: [public]\n"),
        ),
        ("case-2026-0004", "2026-06-02", case("device.expired", "products: [drug]\n")),
        ("case-2026-0005", "2024-01-01", case("drug.expired", "products: [drug]\n")),
        ("notice-2026-0001", "2026-06-03", NOTICE),
    )
    assert related(site, "case-2026-0001") == ["case-2026-0005", "case-2026-0002", "case-2026-0003"]
    assert related(site, "case-2026-0001", 1) == ["case-2026-0005"]
    assert related(site, "notice-2026-0001") == []


def test_entries_that_are_named_stand_first_and_all_of_them(opened: Open) -> None:
    named = "related: [notice-2026-0003, notice-2026-0002, notice-2026-0001]\n"
    site = opened(
        *((f"notice-2026-000{n}", "2026-01-01", NOTICE) for n in (1, 2, 3)),
        ("case-2026-0001", "2026-01-01", case("drug.expired", named)),
        ("case-2026-0002", "2026-01-01", case("drug.expired")),
    )
    first = ["notice-2026-0003", "notice-2026-0002", "notice-2026-0001"]
    assert related(site, "case-2026-0001", 2) == first
    assert related(site, "case-2026-0001") == [*first, "case-2026-0002"]
    assert related(site, "case-2026-0002") == ["case-2026-0001"]


def test_an_entry_is_never_related_to_itself_nor_named_twice(opened: Open) -> None:
    twice = "related: [case-2026-0002, case-2026-0002, case-2026-0001]\n"
    site = opened(
        ("case-2026-0001", "2026-01-01", case("drug.expired", twice)),
        ("case-2026-0002", "2026-01-01", case("drug.expired")),
    )
    assert related(site, "case-2026-0001") == ["case-2026-0002"]


def test_real_and_demonstration_entries_meet_only_when_a_person_names_them(opened: Open) -> None:
    demo = "demonstration: 是\n"
    site = opened(
        ("case-2026-0001", "2026-01-01", case("drug.expired")),
        ("case-2026-0002", "2026-01-01", case("drug.expired")),
        ("case-2026-0003", "2026-01-01", case("drug.expired", demo)),
        ("case-2026-0004", "2026-01-01", case("drug.expired", demo)),
        (
            "case-2026-0005",
            "2026-01-01",
            case("device.expired", demo + "related: [case-2026-0001]\n"),
        ),
    )
    assert related(site, "case-2026-0001") == ["case-2026-0002"]
    assert related(site, "case-2026-0003") == ["case-2026-0004"]
    assert related(site, "case-2026-0005") == ["case-2026-0001"]


def test_no_real_entry_of_the_sample_office_leads_to_an_invented_one(sample: Workshop) -> None:
    site, seen = sample.site, 0
    for item in site.items.values():
        for other in site.related(item):
            seen += 1
            alike = other.entry.demonstration == item.entry.demonstration
            assert alike or other.id in item.entry.related
            assert other.id != item.id
    assert seen > 150


# ── Years and pages ───────────────────────────────────────────────────────────────────────────


def test_a_column_is_divided_by_the_year_of_publication(opened: Open) -> None:
    site = opened(
        ("notice-2026-0001", "2026-01-01", NOTICE),
        ("notice-2026-0002", "2025-12-31", NOTICE),
        ("notice-2024-0001", "2024-05-05", NOTICE),
        ("notice-2025-0009", "2025-01-01", NOTICE),
    )
    notices = next(each for each in site.collections if each.kind.folder == "notices")
    assert [(year, ids(items)) for year, items in notices.years] == [
        (2026, ["notice-2026-0001"]),
        (2025, ["notice-2026-0002", "notice-2025-0009"]),
        (2024, ["notice-2024-0001"]),
    ]


@pytest.mark.parametrize(
    ("count", "runs"), [(0, [0]), (1, [1]), (20, [20]), (21, [20, 1]), (45, [20, 20, 5])]
)
def test_a_long_column_goes_over_several_pages(opened: Open, count: int, runs: list[int]) -> None:
    site = opened(*((f"notice-2026-{n:04d}", "2026-01-01", NOTICE) for n in range(1, count + 1)))
    notices = next(each for each in site.collections if each.kind.folder == "notices")
    pages = list(notices.pages(20))
    assert [len(run) for run in pages] == runs
    assert [item for run in pages for item in run] == list(notices.items)
    written = {page.path: page.body for page in write(site)}
    paths = ["notices/index.md", *(f"notices/page-{n}.md" for n in range(2, len(runs) + 1))]
    assert [path for path in written if path.startswith("notices/") and "notice-" not in path
            and "year" not in path] == paths  # fmt: skip
    for number, path in enumerate(paths):
        assert written[path].count('class="card"') == runs[number]
        assert all(
            f"({other.rpartition('/')[2]})" in written[path] for other in paths if other != path
        )
    assert ("notices/year-2026.md" in written) is bool(count)
