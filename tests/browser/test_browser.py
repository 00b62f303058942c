"""The built site in a real Chromium, as readers meet it."""

from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page
from shell import DESKTOP, TYPES
from shell import address as address
from shell import browser as browser
from shell import page as page

pytestmark = pytest.mark.browser

@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("kind", list(TYPES))
def test_a_page_is_whole_on_a_phone(page: Page, address: str, kind: str, language: str):
    asked, errors = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    answer = page.goto(address + language + TYPES[kind], wait_until="networkidle")
    assert answer.status == 200
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(address).netloc}
    assert errors == []
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, "scrolls sideways"
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("kind", list(TYPES))
def test_a_page_runs_no_script_and_no_style_that_it_did_not_come_with(
    page: Page, address: str, kind: str
):
    page.goto(address + TYPES[kind], wait_until="networkidle")
    ran = page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.body.append(script);
            const main = document.querySelector("main");
            main.insertAdjacentHTML("beforeend", "<p id=odd style='color: rgb(1, 2, 3)'>x</p>");
            main.insertAdjacentHTML("beforeend", "<img src=x onerror='window.ran = true'>");
            const odd = getComputedStyle(document.getElementById("odd")).color;
            return [window.ran === true, odd === "rgb(1, 2, 3)"];
        }"""
    )
    page.wait_for_timeout(100)
    assert ran == [False, False]
    assert not page.evaluate("window.ran === true")


@pytest.mark.parametrize("kind", ["home", "case", "law", "science", "about"])
def test_the_language_switch_leads_to_the_twin_and_back(page: Page, address: str, kind: str):
    page.goto(address + TYPES[kind])
    assert page.evaluate("document.documentElement.lang").startswith("zh")
    page.locator("header a[hreflang]").first.click()
    page.wait_for_url(address + "en/" + TYPES[kind])
    assert page.evaluate("document.documentElement.lang") == "en"
    page.locator("header a[hreflang]").first.click()
    page.wait_for_url(address + TYPES[kind])


def found(page: Page, address: str, language: str, words: str) -> list[str]:
    """The addresses of the results for *words*, best first."""
    page.goto(f"{address}{language}search/?q={quote(words)}")
    page.wait_for_selector("#search-results li a")
    links = page.locator("#search-results li a").evaluate_all("all => all.map(a => a.href)")
    return [link.removeprefix(address) for link in links]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("假药", {"law-explainers/law-2026-0001/", "typical-cases/case-2023-0004/"}),
        ("处方药", {"popular-science/science-2026-0002/", "law-explainers/law-2026-0005/"}),
        ("过期药品", {"popular-science/science-2026-0005/", "typical-cases/case-2023-0001/"}),
        ("银杏叶", {"typical-cases/case-2016-0001/"}),
        ("离心机", {"penalties/penalty-2025-0001/"}),
        ("十倍赔偿", {"law-explainers/law-2026-0007/"}),
    ],
)
def test_chinese_words_find_the_right_entries(page: Page, address: str, words: str, wanted: set):
    assert wanted <= set(found(page, address, "", words)[:10])


@pytest.mark.parametrize("words", ["疫苗", "假药", "处方药", "网络销售"])
def test_every_result_on_the_first_page_holds_the_words(page: Page, address: str, words: str):
    links = found(page, address, "", words)
    assert len(links) >= 3
    for link in links[:8]:
        page.goto(address + link)
        text = "".join(page.locator("main").inner_text().split())
        parts = [words] if words in text else [words[:2], words[2:]]
        assert all(part in text for part in parts), link


@pytest.mark.parametrize(
    ("number", "entry"),
    [
        ("示市监处罚〔2025〕101号", "penalties/penalty-2025-0002/"),
        ("示市监行罚字【2024】097号", "penalties/penalty-2026-0002/"),
        ("示药监药罚〔2023〕9001号", "penalties/penalty-2026-0003/"),
    ],
)
def test_a_decision_number_finds_its_disclosure_first(
    page: Page, address: str, number: str, entry: str
):
    assert found(page, address, "", number)[0] == entry


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("expired drugs", "en/typical-cases/case-2023-0001/"),
        ("counterfeit", "en/law-explainers/law-2026-0001/"),
        ("centrifuge", "en/penalties/penalty-2025-0001/"),
        ("prescription", "en/popular-science/science-2026-0002/"),
    ],
)
def test_english_words_find_english_pages_only(page: Page, address: str, words: str, wanted: str):
    links = found(page, address, "en/", words)
    assert wanted in links[:10]
    assert all(link.startswith("en/") for link in links)


def test_a_search_for_nothing_known_says_so(page: Page, address: str):
    page.goto(f"{address}search/?q={quote('zzqqxxyy')}")
    page.locator("#search-status", has_text="没有找到").wait_for()


def test_the_index_is_loaded_only_when_the_reader_searches(page: Page, address: str):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert not [url for url in asked if "pagefind" in url]


def test_the_search_form_of_the_home_page_leads_to_results(page: Page, address: str):
    page.goto(address)
    page.fill("#home-q", "疫苗")
    page.press("#home-q", "Enter")
    page.wait_for_selector("#search-results li a")
    assert "/search/?q=" in page.url


def test_without_scripts_everything_but_the_search_is_there(browser: Browser, address: str):
    context = browser.new_context(viewport=DESKTOP, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + TYPES["case"])
    assert page.locator("main").inner_text().count("有效期") > 3
    page.locator("header a[hreflang]").first.click()
    assert page.url == address + "en/" + TYPES["case"]
    page.goto(address + "search/")
    assert page.locator("noscript").count() == 1
    context.close()


def test_dark_mode_darkens_the_page(browser: Browser, address: str):
    shades = []
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(address)
        shades.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        context.close()
    assert shades[0] != shades[1]
