"""Hostile texts in every field of every kind, through the real build, read by a real Chromium.

`make test` tries all texts of our own and a sample of the public lists; `--full` tries every text
in every type of field, and in the title, which reaches most outputs, in particular.
"""

import functools
import json
import random
import re
import threading
import unicodedata
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest
from grown import Grower, Slot, Supply, entry, hiding, office
from lxml import etree, html
from own_texts import TEXTS
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from conftest import CORPORA, DAY, ROOT, once
from yaoan.corpus import Corpus
from yaoan.diagnostics import Report
from yaoan.doors import Workshop, render
from yaoan.forms import Form
from yaoan.kinds import all_kinds, walk
from yaoan.reference import Reference
from yaoan.source.scan import LONGEST_LINE, hidden

pytestmark = pytest.mark.browser

CORPUS = CORPORA / "hostile-texts.jsonl"
SAMPLE = 1_200
HARMLESS = 1
"""The serial number of the harmless entry of each kind, by which the others are judged."""
WHOLE = 9_999
"""That of an entry with every field there is, which may keep it from being shown."""
PAGES_AT_ONCE = 12
NAMED = re.compile(r"[a-z]-2026-\d{4}\b")


@dataclass
class Attack:
    """A built site full of hostile texts, and where each of them was put."""

    site: Path
    slots: dict[str, list[Slot]] = field(default_factory=dict)
    """By the path of the Chinese page."""

    said: dict[str, set[tuple[str, bool, str]]] = field(default_factory=dict)
    """What each field of the entry of a page says once names are masked, by that path."""

    refused: int = 0

    def pages(self, full: bool) -> list[Path]:
        """All pages, or those that name an entry and a few of the others, where only the office speaks."""
        pages = sorted(self.site.rglob("*.html"))
        return [p for n, p in enumerate(pages) if full or n % 12 == 0 or NAMED.search(p.read_text("utf-8"))]


def hostile(full: bool) -> list[str]:
    """The texts that the reader lets through to the fields; it refuses the others by themselves."""
    rows = CORPUS.read_text("utf-8").split("\n") if CORPUS.exists() else []
    if not rows:
        warnings.warn(f"{CORPUS} is not there: only the project's own texts are tried", stacklevel=1)
    public = [json.loads(row)["text"] for row in rows if row]
    chosen = public if full else random.Random(3).sample(public, min(SAMPLE, len(public)))
    texts = (unicodedata.normalize("NFC", text) for text in [*TEXTS, *chosen])
    return list(dict.fromkeys(t for t in texts if t.strip() and not hidden(t) and len(t) < LONGEST_LINE // 2))


class Harmless(Supply):
    """Words that are nowhere else."""

    def next(self, name: str) -> str:
        self.running[str(len(self.running))] = iter(())
        return f"甲{len(self.running)}乙 word{len(self.running)}z"


def fields(entry: Form) -> Iterator[tuple[str, bool, str]]:
    """The path of each field, without numbers, whether in English, and what it says."""
    for found in walk(entry):
        path = "".join(f".{step}" for step in found.path if isinstance(step, str))
        said = {key: str(getattr(found.value, key, "")) for key in ("zh", "text", "en")}
        yield from ((path, key == "en", text) for key, text in said.items())


def attack(known: Reference, supply: Supply, serials: dict[str, range], folder: Path) -> Attack:
    """A site of its own for each call: an office and entries grown from *supply*."""
    done, records = Attack(folder / "site"), []
    told = office(Grower(known, supply))
    for form in all_kinds().values():
        hides = hiding(form, known, told)
        records.append(entry(Grower(known, supply), form, WHOLE))
        for serial in [HARMLESS, *serials[form.kind.folder]]:
            own = Harmless([]) if serial == HARMLESS else supply
            grower = Grower(known, own)
            records.append(entry(grower, form, serial, hides))
            done.slots[f"{form.kind.folder}/{records[-1].id}/"] = grower.slots
            done.refused += grower.refused
        picture = folder / f"cases/{form.kind.folder}/2026/p.jpg"
        picture.parent.mkdir(parents=True)
        Image.new("RGB", (8, 8)).save(picture)
    for name in ("docs", "overrides", "mkdocs.yml"):
        (folder / name).symlink_to(ROOT / name)
    corpus = Corpus(told, tuple(records))
    workshop = Workshop(folder, DAY, corpus, known, Report())
    for path in done.slots:
        done.said[path] = set(fields(workshop.site.items[path.split("/")[1]].entry))
    render(workshop, done.site)
    return done


@pytest.fixture(scope="module")
def attacks(
    national: Reference, full: bool, tmp_path_factory: pytest.TempPathFactory
) -> list[Attack]:
    return once(tmp_path_factory, "attacks", functools.partial(attacked, national, full))


def attacked(national: Reference, full: bool, folder: Path) -> list[Attack]:
    supply = Supply(hostile(full))
    big = {"typical-cases": 160, "penalties": 160, "serious-violations": 300} if full else {}
    runs = 10 if full else 1
    found = []
    for run in range(runs):
        counts = {f: big.get(f, 640 if full else 2) // runs for f in all_kinds()}
        serials = {f: range(HARMLESS + 1, HARMLESS + 1 + n) for f, n in counts.items()}
        (folder / str(run)).mkdir()
        found.append(attack(national, supply, serials, folder / str(run)))
    return found


def words(root: html.HtmlElement) -> str:
    return " ".join(root.text_content().split())


def test_every_text_is_shown_as_typed_where_a_harmless_one_is(attacks: list[Attack]):
    tried, seen = Counter(), 0
    for done in attacks:
        for path, slots in done.slots.items():
            kind = path.partition("/")[0]
            own = next(p for p in done.slots if p.startswith(kind) and p.endswith("-0001/"))
            for language in ("", "en/"):
                page = html.parse(done.site / language / path / "index.html").getroot()
                twin = html.parse(done.site / language / own / "index.html").getroot()
                if language + path == language + own:
                    continue
                text, plain = words(page), words(twin)
                shown = {s.field for s in done.slots[own] if s.text in plain}
                for slot in slots:
                    plain_words = slot.type in ("Text", "str", "DecisionNumber")
                    kept = (*slot.field, slot.text) in done.said[path] and not slot.path.endswith("masked_as")
                    if plain_words and kept and slot.field in shown and slot.english == bool(language):
                        assert slot.text in text, (language + path, slot)
                        seen += 1
            tried.update((slot.type, slot.text) for slot in slots)
    types = Counter(kind for kind, _ in tried)
    print(f"\nhostile texts shown as typed: {seen}; distinct texts by type of field: {dict(types)}; "
          f"refused in fields: {sum(done.refused for done in attacks)}")
    assert seen > 3_000
    assert types["Text"] > 1_000
    assert types["Prose"] > 150


def shapes(page: Path) -> tuple[set[str], set[tuple[str, str]]]:
    """The elements of a page, and the attributes of each."""
    nodes = [node for node in html.parse(page).getroot().iter() if isinstance(node.tag, str)]
    return {n.tag for n in nodes}, {(n.tag, key) for n in nodes for key in n.attrib}


def test_no_text_brings_an_element_or_attribute_that_harmless_pages_have_not(attacks: list[Attack], built: Path):
    tags, attributes = {"strong", "a", "ol"}, {("a", "href"), ("h1", "id"), ("h3", "id"), ("h4", "id")}
    for page in [*built.glob("*/*/index.html"), *attacks[0].site.glob("**/*-0001/index.html")]:
        more, and_more = shapes(page)
        tags, attributes = tags | more, attributes | and_more
    for done in attacks:
        for path in done.slots:
            for language in ("", "en/"):
                found, with_ = shapes(done.site / language / path / "index.html")
                assert found <= tags, (path, found - tags)
                assert with_ <= attributes, (path, with_ - attributes)


def test_the_outputs_for_machines_hold_texts_and_no_markup(attacks: list[Attack]):
    for done in attacks:
        feeds = list(done.site.rglob("*.xml"))
        assert len(feeds) > 10
        for path in feeds:
            root = etree.parse(path).getroot()
            for node in root.iter():
                assert isinstance(node.tag, str), path
                space = etree.QName(node).namespace or ""
                assert space.startswith(("http://www.w3.org/2005/Atom", "http://www.sitemaps.org/", "http://www.w3.org/1999/xhtml")), (path, space)
                assert etree.QName(node).localname not in ("script", "img", "iframe", "style", "html"), path
                assert node.get("type", "text") != "html" or path.name != "feed.xml", path
        for path in done.site.rglob("*.json"):
            json.loads(path.read_text("utf-8"))


SCAN = r"""() => {
  const bad = [];
  const here = location.origin;
  const FOREIGN = new Set(["IFRAME", "FRAME", "OBJECT", "EMBED", "APPLET", "BASE", "STYLE", "TEMPLATE", "PORTAL",
    "SVG", "MATH", "VIDEO", "AUDIO", "SOURCE", "TRACK", "MARQUEE", "FRAMESET", "TEXTAREA", "SELECT", "XMP", "PLAINTEXT"]);
  const LINKS = ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset", "ping", "background", "cite", "longdesc", "profile", "manifest"];
  const only = (node, ...names) => [...node.attributes].every((each) => names.includes(each.name));
  const drawn = (node) => node.matches(".share > .qr > svg:only-child") && only(node, "viewBox")
    && node.children.length === 1 && node.firstChild.matches("path:empty") && only(node.firstChild, "stroke", "d");
  const charted = (node) => node.matches("figure.chart > svg") && only(node, "xmlns", "role", "aria-labelledby", "width", "height")
    && [...node.querySelectorAll("*")].every((each) => each.parentNode === node && /^(title|desc|text|rect)$/.test(each.tagName)
      && only(each, "id", "class", "x", "y", "dx", "width", "height", "rx"));
  const told = (node) => node.matches("head > script") && only(node, "type") && node.type === "application/ld+json"
    && JSON.parse(node.text)["@context"] === "https://schema.org";
  for (const node of document.querySelectorAll("*")) {
    const name = node.tagName.toUpperCase();
    const say = (why) => bad.push(`${why}: ${node.outerHTML.slice(0, 160)}`);
    if (FOREIGN.has(name) && !drawn(node) && !charted(node) && !node.matches("#finder > .finder-tools select")) say("element");
    if (name === "SCRIPT" && !told(node) && !(node.src.startsWith(here + "/") && /\/assets\/[\w.-]+\.js$/.test(node.src))) say("script");
    if (name === "META" && node.httpEquiv && node.httpEquiv !== "Content-Security-Policy") say("meta");
    if (name === "LINK" && !node.href.startsWith(here) && !["canonical", "alternate"].includes(node.rel)) say("link");
    if (name === "FORM" && !(node.action.startsWith(here) && node.getAttribute("role") === "search")) say("form");
    if (name === "IMG" && !node.src.startsWith(here + "/")) say("picture");
    if (/^H[1-6]$|^DL$|^SECTION$/.test(name) === false && node.shadowRoot) say("shadow");
    for (const { name: key, value } of node.attributes) {
      if (/^on/i.test(key)) say("event");
      if (key === "style" || key === "srcdoc" || key === "is" || key === "nonce") say("attribute");
      if (LINKS.includes(key) && /^[\s\x00-\x20]*(?!https?:|mailto:|tel:)[a-z][a-z0-9+.\-\s]*:/i.test(value)) say("scheme");
    }
  }
  const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
  bad.push(...ids.filter((id, n) => ids.indexOf(id) !== n).map((id) => `id twice: ${id}`));
  if (!document.querySelector("main #finder")) bad.push(...ids.filter((id) => /^(q|search-.*)$/.test(id)).map((id) => `id of the search: ${id}`));
  return bad;
}"""

LOOK = (
    """async (addresses) => {
  document.body.replaceChildren();
  const scan = """
    + SCAN.replace("() =>", "(document, location) =>", 1)
    + """;
  const frames = addresses.map((src) => Object.assign(document.createElement("iframe"), { src }));
  await Promise.all(frames.map((frame) => new Promise((done) => { frame.onload = done; document.body.append(frame); })));
  const found = [];
  for (const frame of frames) {
    const inside = frame.contentWindow;
    inside.addEventListener("click", (event) => event.preventDefault(), true);
    for (const node of inside.document.querySelectorAll("main *"))
      for (const kind of ["mouseover", "pointerenter", "focus", "click", "toggle", "animationstart", "error", "load"])
        node.dispatchEvent(new inside.Event(kind, { bubbles: true, cancelable: true }));
    found.push([inside.location.href, scan(inside.document, inside.location)]);
  }
  return [found, window.canary || 0];
}"""
)

CANARY = """
  window.ran = () => { top.canary = (top.canary || 0) + 1; };
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => ran();
"""


class _Quiet(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/-host-":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><meta charset=utf-8><body>")
        else:
            super().do_GET()

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def watched() -> Iterator[tuple[Page, list[str]]]:
    """A page of a Chromium that does not heed our policy, and what it did that it must not do."""
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        context = chromium.new_context(bypass_csp=True)
        context.add_init_script(CANARY)
        page, odd = context.new_page(), []
        page.set_default_timeout(60_000)

        def asked(route, request):
            if request.url.startswith(("http://127.0.0.1:", "blob:http://127.0.0.1:")):
                route.continue_()
            else:
                odd.append(f"asked {request.url}")
                route.abort()

        context.route("**/*", asked)
        page.on("dialog", lambda dialog: (odd.append(f"said {dialog.message}"), dialog.dismiss()))
        page.on("popup", lambda other: odd.append(f"opened {other.url}"))
        yield page, odd
        chromium.close()


@pytest.fixture
def served() -> Iterator[object]:
    running = []

    def serve(site: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=site))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        running.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield serve
    for server in running:
        server.shutdown()


def test_no_text_runs_or_could_run_in_a_browser(attacks: list[Attack], watched, served, full: bool):
    page, odd = watched
    looked = 0
    for done in attacks:
        address = served(done.site)
        page.goto(f"{address}/-host-")
        wanted = [f"{address}/{p.relative_to(done.site).as_posix().removesuffix('index.html')}" for p in done.pages(full)]
        for start in range(0, len(wanted), PAGES_AT_ONCE):
            some = wanted[start : start + PAGES_AT_ONCE]
            found, ran = page.evaluate(LOOK, some)
            assert ran == 0, some
            assert [at for at, _ in found] == some, "a page went elsewhere"
            assert [bad for _, bad in found if bad] == []
            looked += len(some)
    print(f"\npages looked at in Chromium: {looked}")
    assert looked > (4_000 if full else 140)
    assert odd == []


def test_no_text_runs_or_could_run_among_search_results(attacks: list[Attack], watched, served):
    page, odd = watched
    done = attacks[-1]
    address = served(done.site)
    titles = [s.text for slots in done.slots.values() for s in slots if s.path == ".title" and "ran()" in s.text]
    for title in ["ran", "script", "alert", *titles[:6]]:
        page.goto(f"{address}/search/?q={quote(title[:60])}", wait_until="networkidle")
        assert page.evaluate(SCAN) == [], title
        assert page.evaluate("window.canary || 0") == 0, title
    assert page.locator("#search-results li").count() or not titles
    assert odd == []


def test_the_canary_sings(watched):
    """What these tests look for is found when it is there."""
    page = watched[0].context.browser.new_page()
    page.add_init_script(CANARY)
    page.goto("data:text/html,x")
    page.evaluate("""document.documentElement.innerHTML = `<main><img src=x onerror=ran()><a href="javascript:ran()">x</a>
        <iframe srcdoc=x></iframe><p style=color:red>x</p><a href=" java\\nscript:ran()">x</a></main>`""")
    page.wait_for_function("window.canary > 0")
    found = Counter(each.partition(":")[0] for each in page.evaluate(SCAN))
    assert found >= Counter(event=1, scheme=2, element=1, attribute=2)
    page.close()


def test_there_are_texts_enough(full: bool):
    assert len(set(TEXTS)) >= 150
    texts = hostile(full)
    assert len(texts) > (7_000 if full and CORPUS.exists() else 300)
