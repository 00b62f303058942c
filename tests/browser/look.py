"""Look at the sample site: pictures of every page type, or what Lighthouse says of it and how long
the longest task of each page takes on a phone.

`look.py pictures SITE FOLDER` · `look.py lighthouse SITE` (made by `make screenshots`, `make lighthouse`).
"""

import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from shell import LANGUAGES, MODES, PHONE, SIZES, TYPES, launched, looking, served
from tasks import traced

LONGEST = 100
"""Milliseconds that no task may take on a phone of a quarter of this machine's speed."""


def pictures(site: Path, folder: Path) -> int:
    """A picture of each page type at each width, in each language and mode, whole pages."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    with served(site) as address, sync_playwright() as playwright:
        browser = launched(playwright)
        for mode in MODES:
            for width, size in SIZES.items():
                context = looking(browser, mode, size)
                page = context.new_page()
                for language, prefix in LANGUAGES.items():
                    for kind, path in TYPES.items():
                        page.goto(address + prefix + path)
                        name = f"{kind.replace(' ', '-')}.{language}.{mode}.{width}.png"
                        page.screenshot(path=folder / name, full_page=True)
                        count += 1
                context.close()
        browser.close()
    return count


def lighthouse(site: Path) -> int:
    """The table that Lighthouse makes of each page type; what its script ends with."""
    script = Path(__file__).parent.parent / "lighthouse" / "measure.mjs"
    pages = [*TYPES.values(), f"{LANGUAGES['en']}{TYPES['case']}"]
    with served(site) as address:
        held = tasks(address, pages)
        return subprocess.run(["node", script, address, *pages], check=False).returncode or held


def tasks(address: str, pages: list[str]) -> int:
    """The longest task of each page while it loads, printed; 1 when one is longer than it may be."""
    with sync_playwright() as playwright:
        browser = launched(playwright)
        found = {}
        for path in pages:
            found[path] = min(task(browser, address, path) for _ in range(3))
            sys.stdout.write(f"/{path:45} longest task {found[path]:4.0f} ms\n")
        browser.close()
    return int(max(found.values()) > LONGEST)


def task(browser: Browser, address: str, path: str) -> float:
    """The longest task of a page while it loads; what else the machine does can only lengthen it."""
    context = looking(browser, "light", PHONE)
    page = context.new_page()
    page.goto(address + "assets/card.png")  # the browser's own start is not the page's
    with traced(browser, page) as longest:
        page.goto(address + path, wait_until="networkidle")
    context.close()
    return longest[0]


if __name__ == "__main__":
    what, built, *more = sys.argv[1:]
    if what == "pictures":
        sys.stdout.write(f"{pictures(Path(built), Path(more[0]))} {more[0]}\n")
    else:
        sys.exit(lighthouse(Path(built)))
