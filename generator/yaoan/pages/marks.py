"""What only a page can say, marked in texts that may stand on any page: addresses, ids, pictures.

A text is written once, with marks; `settled` puts in their places what they come to on one page.
A mark lies between two noncharacters of Unicode, which no entry may hold and `escape` takes out.
"""

import re
from collections import Counter
from collections.abc import Callable

from markupsafe import Markup

from . import addresses

OPEN, CLOSE = "\ufdd0", "\ufdd1"
_MARK = re.compile(f"{OPEN}(.)([^{CLOSE}]*){CLOSE}")
_TO, _URL, _NEW, _ANOTHER, _SAME, _FIGURE = "/?#+=!"

LEVEL = Markup(f"{OPEN}^{CLOSE}")
"""The signs of a heading whose level is not known yet; replaced before anything is settled."""


def to(path: str) -> Markup:
    """The address of what stands at *path*, from where the page stands."""
    return Markup(f"{OPEN}{_TO}{path}{CLOSE}")


def as_url(mark: str) -> Markup:
    """The same address as a browser must ask for it, for what no Markdown processor rewrites."""
    return Markup(mark.replace(OPEN + _TO, OPEN + _URL))


def new(name: str) -> Markup:
    """An id that begins with *name*, another at each place."""
    return Markup(f"{OPEN}{_NEW}{name}{CLOSE}")


def another(name: str) -> Markup:
    """Nothing that is seen: from here on `same` is a new id."""
    return Markup(f"{OPEN}{_ANOTHER}{name}{CLOSE}")


def same(name: str) -> Markup:
    """The last id of that *name* again."""
    return Markup(f"{OPEN}{_SAME}{name}{CLOSE}")


def figure(number: int) -> Markup:
    """The picture of that number of the entry whose page it is."""
    return Markup(f"{OPEN}{_FIGURE}{number}{CLOSE}")


def settled(text: str, path: str, picture: Callable[[int], str]) -> str:
    """*text* as it stands on the page at *path*, whose pictures *picture* writes."""
    ids: Counter[str] = Counter()

    def said(match: re.Match[str]) -> str:
        sort, what = match.groups()
        if sort == _TO:
            return addresses.relative(what, path)
        if sort == _URL:
            return addresses.relative(what, path).removesuffix(".md") + "/"
        if sort == _FIGURE:
            return _MARK.sub(said, picture(int(what)))
        ids[what] += sort != _SAME
        return "" if sort == _ANOTHER else f"{what}-{ids[what]}"

    return _MARK.sub(said, text)
