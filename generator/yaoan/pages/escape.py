"""Text made safe for a Markdown page.

Every ASCII punctuation character becomes a numeric entity, so that no run of typed characters can
be read as markup by any Markdown processor, while the reader sees exactly what was typed.
"""

import re
from functools import lru_cache
from html import escape as html_escape
from string import punctuation

from markupsafe import Markup

from .marks import CLOSE, OPEN

_ENTITIES = {char: f"&#{ord(char)};" for char in punctuation} | dict.fromkeys(
    (OPEN, CLOSE), "\ufffd"
)
_MEANING = re.compile(f"[{re.escape(''.join(_ENTITIES))}]")
_SPACE = re.compile(r"[^\S ]\s*|\s{2,}")
"""White space that is not one plain space already."""


@lru_cache(maxsize=50_000)
def escape(text: str) -> Markup:
    """*text* on one line, ready to stand anywhere in a Markdown page."""
    if text.isalnum():
        return Markup(text)
    return Markup(_MEANING.sub(_entity, _SPACE.sub(" ", text)))


def _entity(match: re.Match[str]) -> str:
    return _ENTITIES[match[0]]


def plain(text: str) -> str:
    """*text* for front matter, from where themes put it into HTML as it is."""
    return html_escape(_SPACE.sub(" ", text), quote=True)
