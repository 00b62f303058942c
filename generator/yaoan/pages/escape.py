"""Text made safe for a Markdown page.

Every ASCII punctuation character becomes a numeric entity, so that no run of typed characters can
be read as markup by any Markdown processor, while the reader sees exactly what was typed.
"""

import re
from functools import lru_cache
from html import escape as html_escape
from string import punctuation

from markupsafe import Markup

_ENTITIES = {ord(char): f"&#{ord(char)};" for char in punctuation}
_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=50_000)
def escape(text: str) -> Markup:
    """*text* on one line, ready to stand anywhere in a Markdown page."""
    return Markup(_SPACE.sub(" ", text).translate(_ENTITIES))


def plain(text: str) -> str:
    """*text* for front matter, from where themes put it into HTML as it is."""
    return html_escape(_SPACE.sub(" ", text), quote=True)
