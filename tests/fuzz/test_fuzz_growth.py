"""Texts made to slow programs down: twice the text takes about twice the time, in every step.

Time is that of the processor, the best of several runs taken in turn; texts are as long as a field
takes them; Python does not tidy its memory meanwhile. What grows with the square of the text would
take four times as long. `make test` is content with clearly less than that on short texts; `--full`
holds the strict bound.
"""

import gc
import time
from collections.abc import Callable, Iterator

import markdown
import pytest
import yaml
from pathological import TEXTS
from pydantic_core import PydanticCustomError

from conftest import ROOT
from yaoan import source
from yaoan.diagnostics import Report, Source
from yaoan.forms import Prose
from yaoan.pages import prose
from yaoan.pages.escape import escape

EXTENSIONS = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
STRICT, LOOSE = 2.6, 3.4
TOO_QUICK = 0.002
"""Seconds below which the clock says nothing."""


@pytest.fixture(autouse=True)
def nothing_old_to_tidy() -> Iterator[None]:
    """What other tests left in memory is not gone through before each run."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def reader(text: str) -> object:
    body = "".join(f"  {line}\n" for line in text.split("\n"))
    return source.read(Source("a.yml", f"body: |\n{body}"), Report())


def parser(text: str) -> str | None:
    try:
        return str(prose.markdown(Prose.read(text).blocks("zh"), lambda _: None))
    except PydanticCustomError:
        return None


def page(text: str) -> str:
    return markdown.markdown(text, extensions=EXTENSIONS)


def plain_page(text: str) -> str:
    escape.cache_clear()
    return page(str(escape(text)))


def prose_page(text: str) -> str | None:
    written = parser(text)
    return page(written) if written else None


STEPS: dict[str, tuple[Callable[[str], object], int, int]] = {
    "reader": (reader, 4_000, 10_000),
    "parser": (parser, 3_000, 10_000),
    "page of plain words": (plain_page, 1_500, 4_000),
    "page of prose": (prose_page, 1_500, 4_000),
}
"""Each step, and how many characters the shorter text has, short and full."""


def sized(make: Callable[[int], str], length: int) -> str:
    low, high = 1, length
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if len(make(middle)) <= length else (low, middle - 1)
    return make(low)


def growth(step: Callable[[str], object], one: str, two: str, rounds: int) -> float:
    """How many times as long *two* takes as *one*, were it just twice as long."""
    best = [float("inf"), float("inf")]
    for _ in range(rounds):
        for index, text in enumerate((one, two)):
            gc.collect()
            gc.disable()
            started = time.process_time()
            step(text)
            best[index] = min(best[index], time.process_time() - started)
            gc.enable()
    if best[1] < TOO_QUICK:
        return 0
    return best[1] / best[0] / (len(two) / len(one)) * 2


@pytest.mark.parametrize("name", list(STEPS))
def test_twice_the_text_takes_about_twice_the_time(name: str, full: bool):
    step, short, long = STEPS[name]
    length, rounds = (long, 7) if full else (short, 1)
    found = {}
    for text, make in TEXTS.items():
        one, two = sized(make, length), sized(make, 2 * length)
        times = growth(step, one, two, rounds)
        if times > (STRICT if full else LOOSE):
            times = min(times, growth(step, one, two, 5 * rounds))
        found[text] = round(times, 2)
    print(f"\n{name}: worst {sorted(found.items(), key=lambda each: -each[1])[:5]}")
    assert len(TEXTS) >= 26
    assert {k: v for k, v in found.items() if v > (STRICT if full else LOOSE)} == {}


def test_what_takes_the_square_is_found_out():
    square = growth(lambda text: sum(a < b for a in text for b in text), "ab" * 300, "ab" * 600, 5)
    assert square > LOOSE
