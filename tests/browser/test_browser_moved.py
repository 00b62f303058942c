"""An address that moved leads on in a real Chromium, without scripts and under its policy."""

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import sync_playwright

from conftest import DAY, Office
from yaoan.doors import Workshop, build

pytestmark = pytest.mark.browser
NOTICE = """\
title: 新地方
summary: 一句话。
published: 2026-03-05
type: arrangement
by: 示例区市场监督管理局
body: 内容。
"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def address(office: Office) -> Iterator[str]:
    folder = office(
        {
            "cases/notices/2026/notice-2026-0007.yml": NOTICE,
            "cases/addresses.txt": "notice-2026-0001 2026-03-05 moved notice-2026-0007\n",
        }
    )
    site = build(Workshop.open(folder, DAY), folder / "site").out
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def test_a_page_that_moved_leads_on_without_scripts(address: str):
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        page = chromium.new_context(java_script_enabled=False).new_page()
        for language in ("", "en/"):
            errors: list[str] = []
            page.on("console", lambda said, errors=errors: errors.append(said.text))
            page.goto(f"{address}{language}notices/notice-2026-0001/")
            page.wait_for_url(f"{address}{language}notices/notice-2026-0007/", timeout=30_000)
            assert "新地方" in page.content()
            assert errors == []
        chromium.close()
