"""Long lists: a page shows the newest entries; all of them stand line by line on pages apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from yaoan.bilingual import Bilingual
from yaoan.site import Item
from yaoan.words import say

from . import addresses
from .described import Crumbs
from .draft import Draft

LINES = 100
"""How many entries a page shows of a list that is nothing but lines."""
_FEW = 10
"""Up to so many pages of a list, each leads to all others."""
_STEPS = (1, 2, 10, 100)
"""Else each leads to those so many further, either way: four steps cross a thousand pages."""

Pages = tuple[tuple[int, str], ...]
"""Numbers of pages of one list, and where those pages stand."""


@dataclass(frozen=True)
class Excerpt:
    """Those entries of a list that a page shows, how many there are in all, and the page where the
    *whole* list begins if that is not here."""

    items: Sequence[Item]
    many: int
    whole: str | None = None


def excerpt(items: Sequence[Item], page: str, part: str) -> Excerpt:
    """What the page at *page* shows of *items*, newest first, in its part of that id."""
    shown, many = items[: addresses.PAGE_SIZE], len(items)
    return Excerpt(shown, many, addresses.of_whole(page, part) if many > len(shown) else None)


def drafts(
    shown: Excerpt, items: Sequence[Item], title: Bilingual, above: Crumbs
) -> Iterator[Draft]:
    """The pages of the whole list of *items*; none where all that there is is *shown*."""
    if shown.whole is None:
        return
    runs = [items[start : start + LINES] for start in range(0, len(items), LINES)]
    for number, run in enumerate(runs, start=1):
        yield Draft(
            "list",
            addresses.of_page(shown.whole, number),
            title if number == 1 else say("page_of", name=title, number=number),
            say("list_about"),
            above if number == 1 else (*above, (title, shown.whole)),
            context={
                "items": run,
                "many": len(items),
                "number": number,
                "pages": pages(shown.whole, number, len(runs)),
            },
        )


def pages(first: str, number: int, last: int) -> Pages:
    """Where page *number* leads of the list that begins at *first* and has *last* pages, itself
    included."""
    numbers: Iterable[int] = range(1, last + 1)
    if last > _FEW:
        near = {number, *(number + step for step in _STEPS), *(number - step for step in _STEPS)}
        numbers = sorted(each for each in {1, last, *near} if 1 <= each <= last)
    return tuple((each, addresses.of_page(first, each)) for each in numbers)
