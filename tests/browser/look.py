"""Look at the sample site: pictures of every page type, or what Lighthouse says of it.

`look.py pictures SITE FOLDER` · `look.py lighthouse SITE` (made by `make screenshots`, `make lighthouse`).
"""

import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright
from shell import LANGUAGES, MODES, SIZES, TYPES, launched, looking, served


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
        return subprocess.run(["node", script, address, *pages], check=False).returncode


if __name__ == "__main__":
    what, built, *more = sys.argv[1:]
    if what == "pictures":
        sys.stdout.write(f"{pictures(Path(built), Path(more[0]))} {more[0]}\n")
    else:
        sys.exit(lighthouse(Path(built)))
