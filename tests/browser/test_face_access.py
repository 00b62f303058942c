"""Everyone can read every page type: axe, HTML, sizes, targets, keyboard, in every mode."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from shell import DESKTOP, LANGUAGES, MODES, PHONE, TYPES, looking
from shell import address as address
from shell import browser as browser
from shell import page as page

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
TOOLS = HERE / "node_modules"
AXE = TOOLS / "axe-core" / "axe.min.js"
ALL_RULES = """axe.getRules().filter(rule => !rule.tags.includes("experimental"))
    .map(rule => [rule.ruleId, {enabled: true}])"""
RUN = f"""async () => {{
    const options = {{rules: Object.fromEntries({ALL_RULES}), resultTypes: ["violations"]}};
    const found = await axe.run(document, options);
    return [found.violations.map(each => each.id + " " + each.nodes[0].html.slice(0, 160)),
            found.passes.length];
}}"""


def judged(page: Page) -> list[str]:
    """What axe finds wrong, with every rule that is not experimental (A, AA, AAA, best practice)."""
    wrong, passed = page.evaluate(RUN)
    assert passed > 20, "axe hardly looked"
    return wrong


@pytest.mark.parametrize("language", list(LANGUAGES))
@pytest.mark.parametrize("kind", list(TYPES))
def test_axe_finds_nothing_in_any_mode(browser: Browser, address: str, kind: str, language: str):
    context = looking(browser, "light", PHONE, bypass_csp=True)
    page = context.new_page()
    page.goto(address + LANGUAGES[language] + TYPES[kind])
    page.add_script_tag(path=AXE)
    wrong = {}
    for mode in MODES:
        page.emulate_media(color_scheme="dark" if mode == "dark" else "light")
        page.evaluate("on => document.documentElement.classList.toggle('care', on)", mode == "care")
        wrong[mode] = judged(page)
    context.close()
    assert wrong == {mode: [] for mode in MODES}


def test_axe_finds_nothing_with_the_menu_open_nor_on_a_large_screen(browser: Browser, address: str):
    for size, scheme in ((PHONE, "light"), (PHONE, "dark"), (DESKTOP, "light"), (DESKTOP, "dark")):
        context = looking(browser, scheme, size, bypass_csp=True)
        page = context.new_page()
        page.goto(address + TYPES["case"])
        page.evaluate("document.querySelector('.menu').open = true")
        page.add_script_tag(path=AXE)
        assert judged(page) == [], (size, scheme)
        context.close()


RARE = {
    "vocabulary": "terms/violation/index.html",
    "withdrawn": "penalties/penalty-2026-0005/index.html",
    "former": "serious-violations/listing-2023-0001/index.html",
    "not-found": "404.html",
}
"""Pages that few readers see, by what the page shell calls them."""


@pytest.mark.parametrize("kind", list(RARE))
def test_a_page_that_few_see_is_as_good_as_any(
    browser: Browser, address: str, built: Path, kind: str
):
    context = looking(browser, "light", {"width": 320, "height": 600}, bypass_csp=True)
    page = context.new_page()
    page.goto(address + RARE[kind].removesuffix("index.html"))
    assert page.locator(f"body.k-{kind}").count() == 1
    page.add_script_tag(path=AXE)
    for mode in MODES:
        page.emulate_media(color_scheme="dark" if mode == "dark" else "light")
        page.evaluate("on => document.documentElement.classList.toggle('care', on)", mode == "care")
        assert judged(page) == []
        assert page.evaluate(WIDER) == [0, []]
        assert page.evaluate(SMALL) == []
    context.close()
    assert validated([str(built / RARE[kind])]) == []


def test_an_address_that_is_not_there_is_answered_in_both_languages(page: Page, address: str):
    page.goto(address + "404.html")
    assert page.locator("section[lang=en] h2").is_visible()
    page.locator("main a").first.click()
    page.wait_for_url(address + "search/")


def test_axe_would_find_something_if_it_were_there(browser: Browser, address: str):
    context = looking(browser, "light", PHONE, bypass_csp=True)
    page = context.new_page()
    page.goto(address)
    page.evaluate("document.querySelector('main button').textContent = ''")
    page.add_script_tag(path=AXE)
    assert any(each.startswith("button-name") for each in judged(page))
    context.close()


def test_the_html_of_every_page_type_is_valid(built: Path):
    files = [
        str(built / folder / path / "index.html")
        for folder in LANGUAGES.values()
        for path in TYPES.values()
    ]
    assert validated([*files, str(built / "404.html")]) == []


def test_html_that_is_not_valid_is_found(tmp_path: Path):
    bad = tmp_path / "bad.html"
    bad.write_text(
        '<!DOCTYPE html><html lang="zh"><head><title>x</title></head><body><p><div>', "utf-8"
    )
    assert validated([str(bad)])


def validated(files: list[str]) -> list[str]:
    """What html-validate finds in *files*."""
    command = TOOLS / ".bin" / "html-validate"
    config = HERE / ".htmlvalidate.json"
    path = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    with tempfile.TemporaryFile() as told:  # it does not wait until a full pipe is emptied
        done = subprocess.run(
            [command, "--config", config, "--formatter", "json", *files],
            env=os.environ | path,
            stdout=told,
            check=False,
        )
        told.seek(0)
        found = told.read()
    assert done.returncode in (0, 1)
    return [
        f"{file['filePath']}:{each['line']} {each['ruleId']} {each['message']}"
        for file in json.loads(found)
        for each in file["messages"]
    ]


UNFOLD = """() => document.querySelectorAll("details").forEach(each => { each.open = true; })"""
SHOWN = """each => {
    const box = each.getBoundingClientRect(), within = each.tagName === "SUMMARY"
        ? each.parentElement.parentElement : each, folded = within.closest("details:not([open])");
    return box.width > 1 && box.height > 1 && box.right > 0
        && getComputedStyle(each).visibility === "visible"
        && !folded;
}"""
SMALL = f"""() => {{
    const shown = {SHOWN};
    const inText = each => getComputedStyle(each).display === "inline"
        && each.parentElement.textContent.trim().length > each.textContent.trim().length;
    const target = each => /^(checkbox|radio)$/.test(each.type) && each.closest("label")
        ? each.closest("label") : getComputedStyle(each, "::after").position === "absolute"
        ? each.closest(".card, .column") : each;
    const name = ([html, box]) => `${{Math.round(box.width)}}x${{Math.round(box.height)}} ${{html}}`;
    return [...document.querySelectorAll("a[href], button, input, summary, select")]
        .filter(each => shown(each) && !inText(each))
        .map(each => [each.outerHTML.slice(0, 80), target(each).getBoundingClientRect()])
        .filter(([, box]) => box.width < 43.9 || box.height < 43.9)
        .map(name);
}}"""
WIDER = """() => [document.documentElement.scrollWidth - document.documentElement.clientWidth,
    [...document.querySelectorAll("main *")].filter(each => each.scrollWidth > each.clientWidth + 2
        && /auto|scroll/.test(getComputedStyle(each).overflowX)).map(each => each.className)]"""


@pytest.mark.parametrize("language", list(LANGUAGES))
@pytest.mark.parametrize("kind", list(TYPES))
def test_at_320_pixels_nothing_scrolls_sideways_and_every_target_is_large(
    browser: Browser, address: str, kind: str, language: str
):
    context = looking(browser, "light", {"width": 320, "height": 600})
    page = context.new_page()
    page.goto(address + LANGUAGES[language] + TYPES[kind])
    page.evaluate(UNFOLD)
    for mode in ("light", "care"):
        assert page.evaluate(WIDER) == [0, []], mode
        assert page.evaluate(SMALL) == [], mode
        page.evaluate("document.documentElement.classList.add('care')")
    page.set_viewport_size(DESKTOP)
    for mode in ("care", "light"):
        assert page.evaluate(WIDER) == [0, []], mode
        assert page.evaluate(SMALL) == [], mode
        page.evaluate("document.documentElement.classList.remove('care')")
    context.close()


def test_letters_twice_as_large_and_wide_apart_still_fit(browser: Browser, address: str):
    spaced = "* { line-height: 1.5 !important; letter-spacing: .12em !important; }"
    for css, width in (("html { font-size: 225% !important; }", 360), (spaced, 320)):
        context = looking(browser, "light", {"width": width, "height": 600}, bypass_csp=True)
        page = context.new_page()
        for kind in ("home", "list", "case", "article", "topics"):
            page.goto(address + TYPES[kind])
            page.evaluate(UNFOLD)
            page.add_style_tag(content=css)
            assert page.evaluate(WIDER) == [0, []], (kind, css)
        context.close()


STOP = """() => {
    const here = document.activeElement;
    if (here === document.body) return null;
    const box = here.getBoundingClientRect();
    const marked = [getComputedStyle(here), getComputedStyle(here, "::after")]
        .some(style => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 3);
    const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const all = [...document.querySelectorAll("*")];
    return [all.indexOf(here), seen, marked, here.getAttribute("href") || here.className];
}"""
REACHABLE = f"""() => [...document.querySelectorAll("a[href], button, input, summary")]
    .filter({SHOWN}).length"""


@pytest.mark.parametrize("kind", ["home", "case", "list", "search"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_keyboard_reaches_everything_in_order_with_a_visible_focus(
    browser: Browser, address: str, kind: str, size: dict[str, int]
):
    context = looking(browser, "light", size)
    page = context.new_page()
    page.goto(address + TYPES[kind])
    expected = page.evaluate(REACHABLE)
    stops = []
    while len(stops) < 400:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        stops.append(stop)
    context.close()
    assert stops[0][3] == "#main", "the first stop skips to the text"
    places = [place for place, *_ in stops]
    assert places == sorted(places)
    assert [name for _, seen, _, name in stops if not seen] == []
    assert [name for _, _, marked, name in stops if not marked] == []
    assert len(stops) == expected + 1, "everything that is shown, and the skip link"


def test_the_skip_link_leads_past_the_header(page: Page, address: str):
    page.goto(address + TYPES["case"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_opens_and_closes_by_keyboard(page: Page, address: str):
    page.goto(address)
    page.locator(".menu summary").focus()
    page.keyboard.press("Enter")
    assert page.locator(".panel a").first.is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".panel a").first.is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_the_easy_view_is_large_and_remembered(page: Page, address: str):
    page.goto(address + TYPES["case"])
    button = page.locator("button.ease")
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    page.goto(address + "en/" + TYPES["law"])
    assert (
        page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")
        >= 24
    )
    small = page.evaluate(
        """Math.min(...[...document.querySelectorAll("main *, header *, footer *")]
            .filter(each => each.offsetParent && each.textContent.trim())
            .map(each => parseFloat(getComputedStyle(each).fontSize)))"""
    )
    assert small >= 18
    page.locator("button.ease").click()
    page.reload()
    assert not page.evaluate("document.documentElement.classList.contains('care')")


def test_the_easy_view_is_there_before_the_first_paint(browser: Browser, address: str):
    context = looking(browser, "care", PHONE)
    page = context.new_page()
    page.route("**/yaoan.js", lambda route: route.abort())
    page.goto(address)
    assert page.evaluate("document.documentElement.classList.contains('care')")
    context.close()
