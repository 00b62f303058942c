"""The page types of the sample site, a server that sends them as a good server does, a reader.

Test modules import the fixtures that they use: a second `conftest` could not be told from the first.
"""

import functools
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

PHONE, DESKTOP = {"width": 360, "height": 780}, {"width": 1280, "height": 900}
SIZES = {"360": PHONE, "768": {"width": 768, "height": 1024}, "1280": DESKTOP}
TYPES = {
    "home": "",
    "list": "typical-cases/",
    "year": "typical-cases/year-2023/",
    "case": "typical-cases/case-2023-0001/",
    "criminal case": "typical-cases/case-2024-0005/",
    "penalty": "penalties/penalty-2025-0004/",
    "listing": "serious-violations/listing-2026-0003/",
    "science": "popular-science/science-2026-0001/",
    "explainer": "law-explainers/law-2026-0001/",
    "campaign": "campaigns/campaign-2023-0002/",
    "result": "results/result-2026-0003/",
    "practice": "practices/practice-2023-0001/",
    "notice": "notices/notice-2026-0001/",
    "laws": "laws/",
    "law": "laws/dal/",
    "article": "laws/dal/98/",
    "topics": "terms/",
    "topic": "terms/violation/drug-expired/",
    "rules": "rules/",
    "rule": "rules/y321/",
    "figures": "statistics/",
    "figures of a column": "statistics/typical-cases/",
    "published figures": "statistics/reported/",
    "quiz": "quiz/",
    "checklists": "checklists/",
    "checklist": "checklists/pharmacy/",
    "search": "search/",
    "sitemap": "sitemap/",
    "about": "about/",
    "report": "report/",
}
"""One page of each type, by its Chinese address."""

LANGUAGES = {"zh": "", "en": "en/"}
MODES = ("light", "dark", "care")
CARE = "localStorage.setItem('yaoan-care', 'on')"
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
_SQUEEZED = (".html", ".css", ".js", ".svg", ".json", ".xml")


class _Handler(SimpleHTTPRequestHandler):
    """Sends text compressed, and says nothing."""

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        if path.suffix not in _SQUEEZED or not path.is_file():
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address at which the folder is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def launched(playwright: Playwright) -> Browser:
    """Debian's Chromium."""
    return playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(_FLAGS))


def looking(browser: Browser, mode: str, size: dict[str, int], **more: object) -> BrowserContext:
    """A reader who looks in a mode: light, dark, or the easy view."""
    scheme = "dark" if mode == "dark" else "light"
    context = browser.new_context(viewport=size, color_scheme=scheme, **more)
    context.set_default_timeout(30_000)
    if mode == "care":
        context.add_init_script(CARE)
    return context


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    """Where the sample site is served."""
    with served(built) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = launched(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a phone."""
    context = looking(browser, "light", PHONE)
    yield context.new_page()
    context.close()
