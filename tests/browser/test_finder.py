"""Searching and filtering in a real Chromium, compared with what the entries really say."""

import gzip
import json
import random
from collections.abc import Iterator
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Browser, Page
from shell import address as address
from shell import browser as browser
from shell import page as page

from yaoan.doors import Workshop
from yaoan.outputs.find import grams, numbers
from yaoan.outputs.find.documents import documents
from yaoan.site import Site

pytestmark = pytest.mark.browser

QUERIES = ["疫苗", "假药", "处方药", "网络销售", "眼镜", "未凭处方", "明码标价", "人胎盘脂多糖注射液", "药品管理法第一百一十七条", "过期药品", "银杏叶", "离心机", "十倍赔偿", "冷链", "12315", "罚款", "没收违法所得", "批准文号", "隐形眼镜", "卫生室"]
NUMBERS = {
    "示市监处罚〔2025〕101号": "penalties/penalty-2025-0002/",
    "示市监处罚[2025]101号": "penalties/penalty-2025-0002/",
    "示市监行罚字【2024】097号": "penalties/penalty-2026-0002/",
    "示药监药罚〔２０２３〕９００１号": "penalties/penalty-2026-0003/",
}
KB = 1024


def shown(page: Page, address: str, path: str) -> list[str]:
    """The addresses of the results at *path*, best first, when the finder has done its work."""
    page.goto(address + path)
    return results(page, address)


def results(page: Page, address: str) -> list[str]:
    page.locator("#search-status:not(:empty)", has_not_text="…").wait_for()
    links = page.locator("#search-results li > a").evaluate_all("all => all.map(a => a.href)")
    return [link.removeprefix(address) for link in links]


def searched(page: Page, address: str, language: str, words: str) -> list[str]:
    return shown(page, address, f"{language}search/?q={quote(words)}")


def truth(site: Site, words: str) -> dict[str, int]:
    """The Chinese pages that hold *words*, each with how near its top: 3 title, 2 summary, 1."""
    wanted, found = grams.bare(words), {}
    for each in documents(site):
        places = ((each.title.zh,), (each.summary.zh,), each.zh)
        for rank, texts in zip((3, 2, 1), places, strict=True):
            if any(wanted in grams.bare(text) for text in texts):
                found.setdefault(each.address, rank)
    return found


@pytest.mark.parametrize("words", QUERIES)
def test_a_search_finds_every_page_that_says_it_and_no_other(
    page: Page, address: str, sample: Workshop, words: str
):
    wanted = truth(sample.site, words)
    found = shown(page, address, f"search/?q={quote(words)}&more=40")
    assert set(found) == set(wanted)
    assert len(found) == len(set(found)) > 0
    assert f"{len(found)}" in page.inner_text("#search-status")
    ranks = [wanted[each] for each in found]
    assert ranks == sorted(ranks, reverse=True), "titles before summaries before texts"
    marks = page.locator("#search-results mark").all_inner_texts()
    assert all(grams.bare(mark) == grams.bare(words) for mark in marks)
    assert len(marks) >= sum(rank < 3 for rank in ranks)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_decision_number_finds_its_disclosure_alone(page: Page, address: str, number: str):
    assert searched(page, address, "", number) == [NUMBERS[number]]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("expired drugs", "en/typical-cases/case-2023-0001/"),
        ("expire drug", "en/typical-cases/case-2023-0001/"),
        ("counterfeit", "en/law-explainers/law-2026-0001/"),
        ("counterf", "en/law-explainers/law-2026-0001/"),
        ("centrifuge", "en/penalties/penalty-2025-0001/"),
        ("prescriptions", "en/popular-science/science-2026-0002/"),
        ("示市监处罚〔2025〕101号", "en/penalties/penalty-2025-0002/"),
    ],
)
def test_english_words_find_english_pages_only(page: Page, address: str, words: str, wanted: str):
    links = shown(page, address, f"en/search/?q={quote(words)}&more=5")
    assert wanted in links
    assert all(link.startswith("en/") for link in links)


def test_several_words_must_all_be_there(page: Page, address: str, sample: Workshop):
    wanted = truth(sample.site, "药店").keys() & truth(sample.site, "过期").keys()
    assert set(shown(page, address, f"search/?q={quote('药店 过期')}&more=40")) == wanted


def test_nothing_found_says_so_and_helps(page: Page, address: str):
    assert searched(page, address, "", "过期航天飞机") == []
    assert "没有找到" in page.inner_text("#search-status")
    assert "12315" in page.inner_text(".finder-help")
    page.locator(".finder-help li a", has_text="过期").first.click()
    page.wait_for_selector("#search-results li")
    assert quote("过期") in page.url


def test_a_slip_of_the_pen_in_english_is_understood(page: Page, address: str):
    searched(page, address, "en/", "counterfiet")
    page.locator(".finder-help li a", has_text="counterfeit").first.click()
    page.wait_for_selector("#search-results li")


def test_one_character_is_too_few_to_search_for(page: Page, address: str):
    assert searched(page, address, "", "药") == []
    assert "两个字" in page.inner_text("#search-status")


def test_hostile_words_stay_words(page: Page, address: str):
    words = "<img src=x onerror=alert(1)>\"'&疫苗"
    searched(page, address, "", words)
    assert page.locator("main img").count() == 0
    assert page.input_value("#q") == words


@pytest.mark.parametrize("words", [*QUERIES[:9], *NUMBERS][::2])
def test_the_first_answer_is_small(page: Page, address: str, words: str):
    page.goto(f"{address}search/", wait_until="networkidle")
    bodies: list[bytes] = []
    page.on("response", lambda answer: bodies.append(answer.body()))
    page.fill("#q", words)
    page.press("#q", "Enter")
    assert results(page, address)
    assert 0 < sum(len(gzip.compress(body)) for body in bodies) <= 150 * KB


def test_nothing_of_the_finder_is_loaded_before_the_reader_reaches_for_it(
    page: Page, address: str
):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("", "search/", "typical-cases/", "en/penalties/"):
        page.goto(address + path, wait_until="networkidle")
    assert not [url for url in asked if "/find/" in url or "finder.js" in url]
    with page.expect_request("**/finder.js"):
        page.locator("details.filters > summary").click()


def test_the_search_form_of_the_home_page_leads_to_results(page: Page, address: str):
    page.goto(address)
    page.fill("#home-q", "疫苗")
    page.press("#home-q", "Enter")
    page.wait_for_selector("#search-results li a")
    assert "/search/?q=" in page.url


# ── Filters ───────────────────────────────────────────────────────────────────────────────────


def choices(site: Site, folder: str) -> Iterator[dict[str, list[str]]]:
    """Some combinations of choices in a column, the same on every run."""
    chance = random.Random(folder)
    facets = site.facets[folder]
    for _ in range(3):
        picked = chance.sample(facets, min(2, len(facets)))
        yield {
            each.key: [v.key for v in chance.sample(each.values, min(2, len(each.values)))]
            for each in picked
        }


def fitting(site: Site, folder: str, picks: dict[str, list[str]], but: str = "") -> list[int]:
    """The places in the column of the entries that fit *picks*, one facet not looked at."""
    found = set(range(len(next(c for c in site.collections if c.kind.folder == folder).items)))
    for facet in site.facets[folder]:
        if facet.key in picks and facet.key != but:
            chosen = [value for value in facet.values if value.key in picks[facet.key]]
            found &= {place for value in chosen for place in value.places}
    return sorted(found)


@pytest.mark.parametrize("folder", ["typical-cases", "penalties", "law-explainers"])
def test_filters_combine_and_count_as_the_entries_do(
    page: Page, address: str, sample: Workshop, folder: str
):
    site = sample.site
    items = next(c for c in site.collections if c.kind.folder == folder).items
    for picks in choices(site, folder):
        query = urlencode({key: ",".join(values) for key, values in picks.items()}, safe=",")
        found = shown(page, address, f"{folder}/?{query}&more=9")
        places = fitting(site, folder, picks)
        assert found == [f"{folder}/{items[place].id}/" for place in places]
        page.wait_for_load_state("networkidle")
        for facet in site.facets[folder]:
            if facet.key in picks:
                left = set(fitting(site, folder, picks, but=facet.key))
                wanted = {v.key: len(left.intersection(v.places)) for v in facet.values}
                chosen = picks[facet.key]
                shown_ = {k: n for k, n in wanted.items() if n or k in chosen}
                assert counts(page, facet.key) == shown_


def counts(page: Page, facet: str) -> dict[str, int]:
    """What an opened facet offers: each choice that is shown, with its count."""
    read = """all => Object.fromEntries(all.map(item =>
        [item.querySelector("input").value, Number(item.innerText.match(/\\((\\d+)\\)/)[1])]))"""
    return page.locator(f"details[data-facet={facet}] li:not([hidden])").evaluate_all(read)


def test_words_and_filters_work_together_over_all_columns(
    page: Page, address: str, sample: Workshop
):
    site = sample.site
    place = next(v for f in site.all_facets if f.key == "audience" for v in f.values)
    items = [item for each in site.collections for item in each.items]
    there = {f"{items[n].kind.folder}/{items[n].id}/" for n in place.places}
    wanted = there & truth(site, "药").keys() & truth(site, "处方").keys()
    found = shown(page, address, f"search/?q={quote('处方')}&audience={place.key}&more=40")
    assert set(found) == wanted
    assert wanted
    columns = {link.partition("/")[0] for link in wanted}
    one = sorted(columns)[0]
    path = f"search/?q={quote('处方')}&audience={place.key}&column={one}&more=40"
    assert set(shown(page, address, path)) == {link for link in wanted if link.startswith(one)}


def test_a_choice_has_an_address_that_back_and_reload_keep(page: Page, address: str):
    page.goto(address + "typical-cases/")
    page.locator("details.filters > summary").click()
    year = page.locator("details[data-facet=year]")
    year.locator("summary").click()
    year.locator("input").first.check()
    page.locator("#search-results li").first.wait_for()
    first = page.url
    assert "?year=" in first
    assert not page.locator("#listed").is_visible()
    before = results(page, address)
    year.locator("li:not([hidden]) input").nth(1).check()
    page.wait_for_url("**/*,*")
    assert len(results(page, address)) >= len(before)
    page.go_back()
    page.wait_for_url(first)
    page.reload()
    assert results(page, address) == before
    assert year.locator("input").first.is_checked()
    page.get_by_role("button", name="清空条件").click()
    page.locator("#listed").wait_for()
    assert page.url == address + "typical-cases/"


def test_results_can_be_put_in_another_order(page: Page, address: str, sample: Workshop):
    items = next(c for c in sample.site.collections if c.kind.folder == "penalties").items
    oldest = shown(page, address, "penalties/?sort=oldest&more=9")
    assert oldest[0] == f"penalties/{items[-1].id}/"
    days = [sample.site.items[link.split("/")[1]].entry.published for link in oldest]
    assert days == sorted(days)
    fines = shown(page, address, "penalties/?sort=fines&more=9")
    assert len(fines) == len(items)
    assert fines[0] != oldest[0]


def test_more_results_are_added_and_the_focus_goes_to_the_first_of_them(
    page: Page, address: str
):
    assert len(shown(page, address, f"search/?q={quote('药品')}")) == 10
    page.get_by_role("button", name="显示更多").click()
    page.locator("#search-results li").nth(19).wait_for()
    page.locator("#search-results li:nth-child(11) > a:focus").wait_for()
    assert "more=2" in page.url
    page.reload()
    assert len(results(page, address)) == 20


def test_the_first_filter_is_small(page: Page, address: str):
    page.goto(f"{address}typical-cases/", wait_until="networkidle")
    bodies: list[bytes] = []
    page.on("response", lambda answer: bodies.append(answer.body()))
    page.locator("details.filters > summary").click()
    page.locator("details[data-facet=violation] > summary").click()
    page.locator("details[data-facet=violation] input").first.check()
    assert results(page, address)
    assert 0 < sum(len(gzip.compress(body)) for body in bodies) <= 45 * KB


def test_without_scripts_every_choice_is_a_link_to_its_list(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in ("typical-cases/", "en/penalties/", "search/"):
        page.goto(address + path)
        groups = page.locator("details[data-facet]")
        assert groups.count() > 5
        for link in page.locator("details[data-facet] a").evaluate_all("all => all.map(a => a.href)")[::7]:
            answer = context.request.get(link)
            assert answer.ok, link
            assert "card-title" in answer.text() or "/laws/" in link, link
    context.close()


def test_the_finder_can_be_worked_with_the_keyboard_alone(page: Page, address: str):
    page.goto(address + "penalties/")
    page.focus("#q")
    page.keyboard.type("离心机")
    page.keyboard.press("Enter")
    assert results(page, address)
    page.focus("details.filters > summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    box = page.locator("details[data-facet] li:not([hidden]) input").first
    box.wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**/penalties/?q=*&*")


def test_what_can_be_tapped_is_large_enough(page: Page, address: str):
    shown(page, address, "typical-cases/?violation=drug-expired")
    page.wait_for_load_state("networkidle")
    small = page.evaluate(
        """() => [...document.querySelectorAll("#finder summary, #finder label:not([for]), #finder button, #finder select")]
            .filter(each => each.offsetParent && (each.offsetHeight < 44 || each.offsetWidth < 44))
            .map(each => each.outerHTML)"""
    )
    assert [each for each in small if not each.startswith("<label") or "<select" not in each] == []


def test_nothing_of_the_finder_moves_while_it_loads(page: Page, address: str):
    page.goto(address + "typical-cases/", wait_until="networkidle")
    page.evaluate(
        """() => { window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(
            each => { if (!each.hadRecentInput) window.moved += each.value })).observe(
            { type: "layout-shift", buffered: true }) }"""
    )
    page.focus("#q")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.moved") <= 0.02


# ── The cut of texts is the same in both places ─────────────────────────────────────────────────

TEXTS = [
    "示市监处罚〔２０２５〕１０１号", "ＧＳＰ认证 Ｂ族", "用「药」须知：①先看、②再问", "ﬁle ½ ㎎ ℃ 10μg", "Ａa1一二3四", "GMP2010版", "",
]


def test_the_browser_cuts_text_as_the_generator_does(page: Page, address: str, sample: Workshop):
    said = [text for each in documents(sample.site) for text in (each.title.zh, each.title.en)]
    texts = [*TEXTS, *said]
    for path, language in (("", "zh"), ("en/", "en")):
        page.goto(address + path + "search/")
        got = page.evaluate(
            """async ([address, texts]) => {
                const { bare, parse } = await import(address + "assets/lookup.js");
                return texts.map(text => [bare(text), parse(text.replace(/\\s+/g, "")).flatMap(part => part.keys)]);
            }""",
            [address, texts],
        )
        for text, (bare, keys) in zip(texts, got, strict=True):
            assert bare == grams.bare(text)
            assert set(keys) <= grams.cut("".join(text.split()), language), text
            assert keys or len(bare) < 2 or language == "en"


def test_the_browser_reads_numbers_as_the_generator_writes_them(page: Page, address: str):
    lists = [[], [0], [0, 1, 2, 46, 47, 48, 93, 94], [20_000], [5, 2_200, 105_000], list(range(300))]
    page.goto(address + "search/")
    read = page.evaluate(
        """async ([address, texts]) => {
            const { numbers } = await import(address + "assets/lookup.js");
            return texts.map(text => numbers(text));
        }""",
        [address, [numbers.written(each) for each in lists]],
    )
    assert read == lists
    assert json.dumps(read)


def test_what_has_ended_since_the_last_build_is_no_longer_found(browser: Browser, address: str):
    """As the pages themselves, the results keep to the day in China where a rebuild is late."""
    context = browser.new_context()
    page = context.new_page()
    path = f"search/?q={quote('药店')}&more=40"
    before = shown(page, address, path)
    rows = [row for run in range(99) if (answer := context.request.get(f"{address}find/zh/pages/{run}.json")).ok for row in answer.json()]
    until = {row[0]: row[6] for row in rows if row[6]}
    leaving = [link for link in before if link in until]
    assert leaving
    day = sorted(until[link] for link in leaving)[0]
    page.clock.set_fixed_time(f"{day}T00:00:00+08:00")
    after = shown(page, address, path)
    assert after == [link for link in before if until.get(link, "9") > day]
    assert len(after) < len(before)
    context.close()
