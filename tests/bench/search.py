"""What the search costs at any size: index, first answer, and whether the first page is right.

`python tests/bench/search.py 5000` makes a corpus of that many entries, writes the index, serves it
beside pages made as they are asked for, and puts the queries below to it in a real Chromium. The
longest task is that of a phone of a quarter of this machine's speed. Nothing here passes or fails.
"""

import datetime as dt
import functools
import gzip
import re
import resource
import sys
import tempfile
import threading
import time
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import markdown
from playwright.sync_api import Browser, sync_playwright

from corpus import ROOT, write
from yaoan import corpus, reference
from yaoan.diagnostics import Report
from yaoan.doors import Workshop, build
from yaoan.outputs.find.documents import documents
from yaoan.outputs.find.files import files
from yaoan.outputs.find.grams import bare
from yaoan.pages.columns import drafts
from yaoan.site import Site

sys.path.append(str(ROOT / "tests" / "browser"))
from tasks import traced

DAY = dt.date(2026, 11, 22)
QUERIES = ["疫苗", "假药", "处方药", "网络销售", "眼镜", "未凭处方", "明码标价", "人胎盘脂多糖注射液", "药品管理法第一百一十七条", "隐形眼镜护理液", "过期药品", "冷链", "从业人员", "村卫生室", "二甲双胍", "12315", "罚款", "没收违法所得", "批准文号"]
ENGLISH = ["vaccine", "counterfeit drugs", "prescription", "contact lenses", "illegal gains"]


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "office", count)
        site = opened(folder / "office")
        out = build(Workshop.open(ROOT, DAY), folder / "site").out
        put_index(site, out)
        with sync_playwright() as playwright:
            flags = ["--no-sandbox", "--disable-gpu"]
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
            ask(site, out, browser)
            browser.close()


def opened(office: Path) -> Site:
    report = Report()
    known = reference.read(None, report)
    return Site.open(corpus.read(office / "cases", report, 2), known, DAY)


def put_index(site: Site, out: Path) -> None:
    """Write the index in place of that of the sample, and say what it cost."""
    before, started = resource.getrusage(resource.RUSAGE_SELF), time.process_time()
    sizes: dict[str, list[int]] = {}
    for made in files(site):
        path = out / made.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.data)
        parts = made.path.split("/")
        name = "/".join(parts[1:3]) if len(parts) > 3 else "facets" if len(parts) > 2 else parts[1]
        sizes.setdefault(name, []).append(len(gzip.compress(made.data, 6)))
    spent = time.process_time() - started
    after = resource.getrusage(resource.RUSAGE_SELF)
    print(f"{len(site.items)} entries: {spent:.1f} CPU s with gzip")
    print(f"memory {before.ru_maxrss // 1024} MB, then {after.ru_maxrss // 1024} MB")
    for name, each in sorted(sizes.items()):
        print(f"{name:12} {len(each):5} files {sum(each):10} bytes gzip, largest {max(each)}")


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder, and pages of entries as the site would write them."""

    def __init__(self, pages: "_Pages", *args: object) -> None:
        self.pages = pages
        super().__init__(*args, directory=str(pages.out))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        text = self.pages.text(self.path.strip("/"))
        if text is None:
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(text.encode())
        return None

    def log_message(self, *args: object) -> None:
        pass


class _Pages:
    """The entries' pages, each made when it is asked for, in the shell of a page of the sample."""

    def __init__(self, site: Site, out: Path) -> None:
        self.site, self.out = site, out
        self.drafts = {draft.path: draft for draft in drafts(site)}
        shell = (out / "typical-cases/case-2023-0001/index.html").read_text("utf-8")
        self.before, _, rest = shell.partition('<main id="main"')
        self.after = rest.partition("</main>")[2]

    def text(self, address: str) -> str | None:
        draft = self.drafts.get(f"{address.removeprefix('en/')}.md")
        if draft is None or not (draft.item or draft.template in ("law", "article")):
            return None
        page = draft.write(self.site, "en" if address.startswith("en/") else "zh", None)
        said = markdown.markdown(page.body, extensions=["attr_list", "def_list", "md_in_html"])
        return f'{self.before}<main id="main">{said}</main>{self.after}'


def ask(site: Site, out: Path, browser: Browser) -> None:
    """Put every query to the search page, and compare its first page with the truth."""
    handler = functools.partial(_Handler, _Pages(site, out))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    print(f"{'query':24} {'truth':>6} {'said':>20} {'first':>6} {'right':>6} {'KB':>6} {'ms':>6} {'task':>6}")
    said = [(each.address, bare_texts(each)) for each in documents(site)]
    for query in [*QUERIES, *numbers(site)]:
        wanted = bare(query)
        truth = {where for where, texts in said if any(wanted in text for text in texts)}
        report(browser, address, "search/", query, truth)
    for query in ENGLISH:
        report(browser, address, "en/search/", query, None)
    for folder in ("typical-cases", "penalties"):
        narrow(browser, address, folder, site)
    server.shutdown()


def narrow(browser: Browser, address: str, folder: str, site: Site) -> None:
    """What the first filter of a column costs."""
    page = browser.new_page()
    page.goto(f"{address}{folder}/", wait_until="networkidle")
    bodies: list[bytes] = []
    page.on("response", lambda answer: bodies.append(answer.body()))
    with traced(browser, page) as task:
        page.click("details.filters > summary")
        page.click("details[data-facet=violation] > summary")
        started = time.monotonic()
        page.locator("details[data-facet=violation] li:not([hidden]) input").first.check()
        page.locator("#search-status", has_text=re.compile(r"\d")).wait_for()
        spent = (time.monotonic() - started) * 1000
    rows = next(len(c.items) for c in site.collections if c.kind.folder == folder)
    size = sum(len(gzip.compress(body, 6)) for body in bodies) / 1024
    print(f"first filter of {folder}, {rows} rows: {size:.1f} KB, then {spent:.0f} ms, task {task[0]:.0f} ms")
    page.close()


def numbers(site: Site) -> list[str]:
    """Decision numbers of three entries, as served and in other brackets."""
    found = [
        decision.number.text
        for item in site.items.values()
        for decision in getattr(item.entry, "decisions", ())
        if decision.number and decision.number.text.endswith("号")
    ]
    first, second, third = (found[len(found) * n // 4] for n in (1, 2, 3))
    return [first, second.translate(str.maketrans("〔〕", "[]")), third.translate(str.maketrans("〔〕", "【】"))]


def bare_texts(document: object) -> list[str]:
    return [bare(document.title.zh), bare(document.summary.zh), *map(bare, document.zh)]  # type: ignore[attr-defined]


def report(browser: Browser, address: str, path: str, query: str, truth: set[str] | None) -> None:
    page = browser.new_page()
    page.goto(address + path, wait_until="networkidle")
    bodies: list[bytes] = []
    page.on("response", lambda answer: bodies.append(answer.body()))
    with traced(browser, page) as task:
        started = time.monotonic()
        page.fill("#q", query)
        page.press("#q", "Enter")
        page.locator("#search-status", has_text=re.compile(r"\d|。|found")).wait_for()
        spent = time.monotonic() - started
        page.wait_for_load_state("networkidle")
    links = page.locator("#search-results li > a").evaluate_all("all => all.map(a => a.href)")
    shown = [link.removeprefix(address) for link in links]
    right = "" if truth is None else sum(each in truth for each in shown)
    size = sum(len(gzip.compress(body, 6)) for body in bodies) / 1024
    said = page.inner_text("#search-status")
    known = "" if truth is None else len(truth)
    print(f"{query:24} {known:>6} {said:>20} {len(shown):>6} {right:>6} {size:6.1f} {spent * 1000:6.0f} {task[0]:6.0f}")
    page.context.close()


if __name__ == "__main__":
    main(int((*sys.argv, "5000")[1]))
