"""A site that was not built anew in time hides by itself what may no longer be seen."""

import datetime as dt
import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from conftest import DAY, ROOT
from yaoan.doors import Workshop

pytestmark = pytest.mark.browser

ENTRY = "listing-2026-0003"
ZONES = ["Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati"]
MINUTES = [-1440, -481, -480, -479, -60, -1, 0, 1, 60, 479, 480, 1440]
"""Before and after the first minute of the day in China, midnight in other zones among them."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=built))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def site():
    return Workshop.open(ROOT, DAY).site


@pytest.fixture(scope="module")
def boundary(site) -> dt.datetime:
    """The first moment at which the entry may no longer be seen: midnight in China, in UTC."""
    return dt.datetime.combine(site.until[ENTRY], dt.time(), dt.timezone(dt.timedelta(hours=8)))


@pytest.mark.parametrize("zone", ZONES)
def test_an_entry_is_hidden_from_midnight_in_china_in_any_time_zone(
    browser: Browser, address: str, boundary: dt.datetime, site, zone: str
):
    title = site.items[ENTRY].entry.title.zh
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    wrong, errors = [], []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    for minutes in MINUTES:
        page.clock.set_fixed_time(boundary + dt.timedelta(minutes=minutes))
        page.goto(f"{address}serious-violations/{ENTRY}/")
        seen = title in page.inner_text("body") and title in page.title()
        gone = title not in page.inner_text("body") and title not in page.title()
        if (gone if minutes < 0 else seen) or not (gone or seen):
            wrong.append(minutes)
    assert wrong == []
    assert errors == []
    context.close()


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_hidden_page_tells_in_words_and_leads_on(
    browser: Browser, address: str, boundary: dt.datetime, site, language: str
):
    entry = site.items[ENTRY].entry
    context = browser.new_context()
    page = context.new_page()
    page.clock.set_fixed_time(boundary)
    page.goto(f"{address}{language}serious-violations/{ENTRY}/")
    said = page.inner_text("main")
    assert ("no longer public" if language else "不再公开") in said
    assert page.locator("h1").count() == 1
    assert page.locator("header a").count() > 3
    shown = page.inner_text("body") + page.title()
    for text in (entry.party.name.zh, entry.party.name.en, entry.title.zh, entry.title.en):
        assert text not in shown
    context.close()


@pytest.mark.parametrize("where", ["", "serious-violations/", "serious-violations/year-2026/"])
def test_lists_leave_out_what_is_hidden_and_keep_the_rest(
    browser: Browser, address: str, boundary: dt.datetime, site, where: str
):
    context = browser.new_context()
    page = context.new_page()
    cards = []
    for minutes in (-1, 0):
        page.clock.set_fixed_time(boundary + dt.timedelta(minutes=minutes))
        page.goto(address + where)
        cards.append([each for each in page.locator(".card").all_inner_texts() if each.strip()])
    title = site.items[ENTRY].entry.title.zh
    before, after = cards
    assert [each for each in before if title not in each] == after
    if where:
        assert len(before) == len(after) + 1
    context.close()


def test_a_page_left_open_over_midnight_is_hidden_when_it_is_looked_at_again(
    browser: Browser, address: str, boundary: dt.datetime, site
):
    title = site.items[ENTRY].entry.title.zh
    context = browser.new_context()
    page = context.new_page()
    page.clock.set_fixed_time(boundary - dt.timedelta(minutes=1))
    page.goto(f"{address}serious-violations/{ENTRY}/")
    assert title in page.inner_text("main")
    page.clock.set_fixed_time(boundary)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert title not in page.inner_text("body")
    context.close()


def test_a_page_says_when_it_was_built_and_until_when_it_holds(browser: Browser, address: str):
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    said = page.inner_text("footer .built")
    assert "2026年11月22日" in said
    assert "有效至" in said
    context.close()
