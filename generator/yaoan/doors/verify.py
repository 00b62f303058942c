"""Look over a built site before anyone sees it; the checks are few, small and listed here.

LOOKS see each file by itself while it is read, CHECKS the site as a whole against what was
expected. A new check is a function and its name in one of the lists.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from yaoan.words import say

from .expected import Expected
from .glance import Flaw, Glancing, Look
from .mark import MARK
from .staged import Staged, read

LARGEST = 10_000_000
"""The most bytes that a page may have: far more than anyone could read on a telephone."""


class Unsound(Exception):  # noqa: N818 - it says what was found
    """The built site is not fit to be seen; the flaws tell why."""

    def __init__(self, flaws: Iterable[Flaw]) -> None:
        super().__init__("the built site is not fit to be seen")
        self.flaws = tuple(flaws)


def glancing(address: str) -> Glancing:
    """For one who writes a site that will stand at *address*, to look at each file at once."""
    return Glancing(address, LOOKS)


def verify(folder: Path, expected: Expected, staged: Staged | None = None) -> int:
    """Look over the built site in *folder*; how many pages it has. Raises Unsound.

    Files that were taken into *staged* while they were written are not read again.
    """
    staged, flaws = read(folder, expected.address, LOOKS, staged)
    for check in CHECKS:
        flaws += check(staged, expected)
    if flaws:
        raise Unsound(flaws)
    return len(staged.pages)


def whole_page(name: str, data: bytes) -> Iterator[Flaw]:
    """A page begins and ends as a page does, in the characters it says it has."""
    if name.endswith(".html"):
        if not data.strip():
            yield Flaw(name, say("flaw_empty"))
        elif not data.rstrip().endswith(b"</html>"):
            yield Flaw(name, say("flaw_cut"))
        if len(data) > LARGEST:
            yield Flaw(name, say("flaw_large", size=len(data) // 1_000_000))


def legible(name: str, data: bytes) -> Iterator[Flaw]:
    """A page is in UTF-8."""
    if name.endswith(".html"):
        try:
            data.decode()
        except UnicodeDecodeError:
            yield Flaw(name, say("flaw_characters"))


def nothing_missing(staged: Staged, expected: Expected) -> Iterator[Flaw]:
    """Every page and every file that was expected is there."""
    for name in sorted({*expected.pages, *expected.files} - staged.sizes.keys()):
        yield Flaw(name, say("flaw_missing"))


def nothing_more(staged: Staged, expected: Expected) -> Iterator[Flaw]:
    """No file is there that nobody expected, and none that is a link or a device."""
    known = {*expected.pages, *expected.files, MARK}
    for name in staged.sizes:
        if name not in known:
            yield Flaw(name, say("flaw_unexpected"))
    for name in staged.odd:
        yield Flaw(name, say("flaw_odd"))


def one_page_each(staged: Staged, expected: Expected) -> Iterator[Flaw]:
    """No two pages claim one address, and no two files differ by case or form only."""
    for name, count in Counter(expected.pages).items():
        if count > 1:
            yield Flaw(name, say("flaw_twice"))
    seen: dict[str, str] = {}
    for name in staged.sizes:
        other = seen.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
        if other != name:
            yield Flaw(name, say("flaw_alike", other=other))


def links_lead_somewhere(staged: Staged, expected: Expected) -> Iterator[Flaw]:
    """Every link within the site leads to a file of the site, and to a place that is in it."""
    for target, page in staged.leads.items():
        file, anchor = staged.whole(target.file), target.anchor
        if file not in staged.sizes:
            yield Flaw(page, say("flaw_link", target=target.file))
        elif anchor not in ("", "top") and anchor not in staged.anchors.get(file, ()):
            yield Flaw(page, say("flaw_anchor", target=file, anchor=anchor))


def not_far_fewer(staged: Staged, expected: Expected) -> Iterator[Flaw]:
    """The site did not shrink by half since the last build."""
    if len(staged.pages) < expected.fewest:
        yield Flaw("/", say("flaw_fewer", pages=len(staged.pages), fewest=expected.fewest))


Check = Callable[[Staged, Expected], Iterable[Flaw]]

LOOKS: tuple[Look, ...] = (whole_page, legible)
CHECKS: tuple[Check, ...] = (
    nothing_missing,
    nothing_more,
    one_page_each,
    links_lead_somewhere,
    not_far_fewer,
)
