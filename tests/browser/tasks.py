"""How long a page holds up its main thread, in processor time, so that a busy machine does not count."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

SLOWER = 4
"""How many times slower than this machine a reader's phone is taken to be, as in Lighthouse."""


@contextmanager
def traced(browser: Browser, page: Page) -> Iterator[list[float]]:
    """What the page does inside; afterwards the list holds its longest task, in ms on the phone."""
    found: list[float] = []
    browser.start_tracing(page=page, categories=["toplevel", "devtools.timeline"])
    yield found
    events = json.loads(browser.stop_tracing())["traceEvents"]
    found.append(longest(events, "/".join(page.url.split("/")[:3])))


def longest(events: list[dict[str, Any]], origin: str) -> float:
    """The longest task of the page of *origin* in a trace of Chromium, in ms on the phone.

    ``tdur`` is a thread's own processor time in microseconds. Chromium has pages of its own in
    other processes; the page's thread is the one that asks for what the page needs.
    """
    threads = {
        (each["pid"], each["tid"])
        for each in events
        if each.get("name") == "ResourceSendRequest"
        and each["args"]["data"]["url"].startswith(origin)
    }
    spent = [
        each.get("tdur", 0)
        for each in events
        if (each["pid"], each["tid"]) in threads and each.get("name", "").endswith("RunTask")
    ]
    return max(spent) * SLOWER / 1000
