"""Reading a page: light, steady, whole without scripts, read aloud, copied, printed."""

import gzip
import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser, Page
from shell import DESKTOP, LANGUAGES, MODES, PHONE, TYPES, looking
from shell import address as address
from shell import browser as browser
from shell import page as page
from test_face_access import validated

from conftest import DAY, Office
from yaoan.doors import Workshop, build

pytestmark = pytest.mark.browser

BUDGET = 20_000
"""Bytes of HTML, CSS and scripts that the first view of an entry may take, compressed."""

ENTRIES = ("case", "criminal case", "penalty", "listing", "science", "explainer", "campaign")
SHIFTS = """window.shifts = 0; new PerformanceObserver(list => list.getEntries()
    .forEach(each => { window.shifts += each.value; })).observe({type: "layout-shift", buffered: true});"""


@pytest.mark.parametrize("language", list(LANGUAGES))
@pytest.mark.parametrize("kind", ENTRIES)
def test_the_first_view_of_an_entry_is_light_and_asks_no_other_host(
    page: Page, address: str, kind: str, language: str
):
    weights: dict[str, int] = {}
    hosts = set()

    def weigh(response):
        hosts.add(urlsplit(response.url).netloc)
        if response.url.split("?")[0].endswith((".css", ".js", "/")):
            weights[response.url] = int(response.headers["content-length"])
            assert response.headers["content-encoding"] == "gzip"

    page.on("response", weigh)
    page.goto(address + LANGUAGES[language] + TYPES[kind])
    assert hosts == {urlsplit(address).netloc}
    assert len(weights) >= 3
    assert sum(weights.values()) <= BUDGET, weights


def test_an_entry_that_bears_its_address_and_code_is_light_and_valid_too(office: Office):
    folder = office(examples=True)
    own = folder / "cases" / "office.yml"
    more = "site_url: https://yao.example.gov.cn/\nindex_pattern: 甲/{serial}\n"
    own.write_text(own.read_text("utf-8") + more, "utf-8")
    site = build(Workshop.open(folder, DAY), folder.parent / "site").out
    entry = site / "typical-cases" / "case-2026-9001" / "index.html"
    text = entry.read_text("utf-8")
    assert 'class="qr"' in text
    own_files = re.findall(r'(?:src|href)="\.\./\.\./(assets/[^"]+\.(?:css|js))"', text)
    root = html_of(entry)
    here = "https://yao.example.gov.cn/typical-cases/case-2026-9001/"
    twin = here.replace("/typical", "/en/typical")
    assert root.xpath("//link[@rel='canonical']/@href") == [here]
    others = root.xpath("//link[@hreflang]")
    assert {each.get("hreflang"): each.get("href") for each in others} == {
        "zh-CN": here,
        "en": twin,
        "x-default": here,
    }
    assert root.xpath("//meta[@property='og:url']/@content") == [here]
    (image,) = root.xpath("//meta[@property='og:image']/@content")
    assert (site / image.removeprefix("https://yao.example.gov.cn/")).is_file()
    told = {each.get("name"): each.get("content") for each in root.xpath("//meta[@name]")}
    for name in ("SiteDomain", "ColumnName", "ArticleTitle", "PubDate", "ContentSource", "Url"):
        assert told[name], name
    (data,) = root.xpath("//script[@type='application/ld+json']/text()")
    kinds = {each["@type"] for each in json.loads(data)["@graph"]}
    assert {"Article", "BreadcrumbList"} <= kinds
    assert "甲/" in root.xpath("string(//div[contains(@class, 'index')])")
    files = [entry, *(site / each for each in own_files)]
    assert len(files) == 4
    assert sum(len(gzip.compress(each.read_bytes(), 6)) for each in files) <= BUDGET
    assert validated([str(entry)]) == []


def html_of(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_text("utf-8"))


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_front_page_says_at_first_sight_what_the_site_is(
    browser: Browser, address: str, size: dict[str, int]
):
    context = looking(browser, "light", size)
    page = context.new_page()
    page.goto(address)
    at_once = (".name", "h1", ".welcome .lead", "#home-q", ".common", "a[href='tel:12315']:visible")
    for name in at_once:
        box = page.locator(name).first.bounding_box()
        assert box["y"] + min(box["height"], 44) <= size["height"], name
    assert page.locator(".column h3 a").count() >= 8
    assert page.locator(".taught .card").count() == page.locator(".taught .moral").count() == 4
    assert page.locator(".tally a .number").count() >= 5
    assert page.locator(".call-in .dial .tel").inner_text() == "12315"
    context.close()


WECHAT = (
    "Mozilla/5.0 (Linux; Android 10; M2006) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
    "Chrome/86.0.4240.99 XWEB/4313 MMWEBSDK/20220805 Mobile Safari/537.36 MicroMessenger/8.0.27"
)
LESS = """delete window.speechSynthesis;
delete window.SpeechSynthesisUtterance;
Object.defineProperty(window, "localStorage", {get() { throw new Error("refused"); }});
Object.defineProperty(navigator, "clipboard", {value: undefined});"""
"""What WeChat's browser on Android may lack: voices, storage, the clipboard."""


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_a_page_opened_in_wechat_works_with_less(browser: Browser, address: str, language: str):
    context = looking(browser, "light", PHONE, user_agent=WECHAT)
    context.add_init_script(LESS)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address + LANGUAGES[language] + TYPES["case"])
    assert not page.locator(".listen").is_visible()
    copy = page.locator(".tools .copy")
    name = copy.inner_text()
    copy.click()
    page.wait_for_function("was => document.querySelector('.copy').textContent !== was", arg=name)
    page.locator("button.ease").click()
    assert page.evaluate("document.documentElement.classList.contains('care')")
    page.locator(".menu summary").click()
    page.locator(".panel a[href$='/penalties/']").click()
    page.locator("#q").fill("12315")
    page.locator("#finder form button").click()
    page.locator("#search-status:not(:empty)").wait_for()
    assert errors == []
    context.close()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", list(TYPES))
def test_nothing_moves_while_a_page_loads(browser: Browser, address: str, kind: str, mode: str):
    context = looking(browser, mode, PHONE)
    context.add_init_script(SHIFTS)
    page = context.new_page()
    page.goto(address + TYPES[kind])
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))")
    assert page.evaluate("window.shifts") <= 0.02
    context.close()


def test_without_scripts_a_reader_browses_from_the_home_page_to_an_entry_and_its_twin(
    browser: Browser, address: str
):
    context = looking(browser, "light", PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    for name in (".ease", ".tools"):
        assert not page.locator(name).first.is_visible()
    page.locator(".menu summary").click()
    page.locator(".panel a[href='typical-cases/']").click()
    page.locator(".card-title a").first.click()
    assert page.locator("main .lead").is_visible()
    page.locator("a.switch").click()
    assert page.locator("html[lang=en] main .lead").is_visible()
    context.close()


def test_without_scripts_every_term_that_has_entries_is_reached_from_the_site_map(
    browser: Browser, address: str, built: Path
):
    context = looking(browser, "light", DESKTOP, java_script_enabled=False)
    page = context.new_page()
    links = "all => all.map(each => new URL(each.href).pathname.slice(1))"
    page.goto(address + "sitemap/")
    lists = page.locator("main a").evaluate_all(links)
    found = set()
    for each in lists:
        if each.startswith("terms/") and each != "terms/":
            page.goto(address + each)
            found |= set(page.locator("main a").evaluate_all(links))
    context.close()
    there = {
        f"{path.parent.relative_to(built).as_posix()}/"
        for path in (built / "terms").glob("*/*/index.html")
    }
    assert there
    assert there <= found


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_on_paper_only_the_document_is_left(browser: Browser, address: str, scripts: bool):
    context = looking(browser, "dark", DESKTOP, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(address + TYPES["case"])
    page.emulate_media(media="print")
    for name in (".bar", ".tools", ".crumbs", ".guide", ".related", ".around", "footer nav"):
        assert not page.locator(name).first.is_visible(), name
    for name in ("h1", ".byline", ".lead", ".timeline", ".facts", "footer .office"):
        assert page.locator(name).first.is_visible(), name
    style = "getComputedStyle(document.querySelector('{}')).{}"
    assert page.evaluate(style.format("h1", "textAlign")) == "center"
    assert page.evaluate(style.format("body", "backgroundColor")) == "rgb(255, 255, 255)"
    context.close()


VOICES = """(voices) => {
    const said = window.said = [];
    const synthesis = {
        getVoices: () => voices.map(lang => ({lang, name: lang})),
        speak: words => { said.push([words.lang, words.text]); window.spoken = words; },
        cancel: () => {},
        addEventListener: () => {},
    };
    Object.defineProperty(window, "speechSynthesis", {value: synthesis});
    window.SpeechSynthesisUtterance = function (text) { this.text = text; };
}"""


def reader(browser: Browser, voices: list[str]) -> Page:
    """A reader whose browser has voices of these languages."""
    context = looking(browser, "light", PHONE)
    context.add_init_script(f"({VOICES})({voices})")
    return context.new_page()


@pytest.mark.parametrize(("folder", "voice"), [("", "zh-CN"), ("en/", "en-GB")])
def test_a_page_is_read_aloud_piece_by_piece_in_its_language(
    browser: Browser, address: str, folder: str, voice: str
):
    page = reader(browser, ["zh-CN", "en-GB"])
    page.goto(address + folder + TYPES["case"])
    button = page.locator(".tools .listen")
    name = button.inner_text()
    button.click()
    title = page.locator("h1").inner_text()
    assert page.evaluate("window.said") == [[voice, title]]
    page.evaluate("window.spoken.onend()")
    assert len(page.evaluate("window.said")) == 2
    assert page.locator(".spoken").count() == 1
    assert button.inner_text() != name
    button.click()
    assert button.inner_text() == name
    page.evaluate("window.spoken.onend()")
    assert len(page.evaluate("window.said")) == 2
    page.context.close()


def test_the_whole_text_is_read_and_no_part_of_it_twice(browser: Browser, address: str):
    page = reader(browser, ["zh-CN"])
    page.goto(address + TYPES["case"])
    page.locator(".tools .listen").click()
    page.evaluate("() => { for (let n = 0; n < 500; n += 1) window.spoken.onend(); }")
    said = [text for _, text in page.evaluate("window.said")]
    assert len(said) > 30
    whole = "".join("".join(said).split())
    lead = "".join(page.locator(".lead").inner_text().split())
    assert whole.count(lead) == 1
    assert page.locator(".spoken").count() == 0
    page.context.close()


def test_no_button_promises_a_voice_that_is_not_there(browser: Browser, address: str):
    for voices in ([], ["en-GB"]):
        page = reader(browser, voices)
        page.goto(address + TYPES["case"])
        assert not page.locator(".tools .listen").is_visible()
        page.context.close()


def test_the_address_is_copied(browser: Browser, address: str):
    context = looking(browser, "light", PHONE, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + TYPES["case"] + "#law")
    page.locator(".tools .copy").click()
    page.wait_for_function("document.querySelector('.tools .copy').textContent === '已复制'")
    assert page.evaluate("navigator.clipboard.readText()") == address + TYPES["case"]
    context.close()
