"""The built site in a real Chromium, as readers meet it."""

from urllib.parse import urlsplit

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
