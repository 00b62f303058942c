"""The inline Markdown that our templates write, as HTML."""

import re
from functools import lru_cache

from .tags import TAG, Unknown, attributes, marks

_PIECE = re.compile(
    r"(?P<strong>\*\*)"
    rf"|\[(?P<words>(?:[^\[\]\\`*_<>{{}}&!]|&\#\d+;|{TAG})+)\]"
    r"\((?P<to>(?:[^\s()<>\"'`*{}|\\&\[\]]|&(?:amp|\#\d+);)+)\)(?P<marks>\{:[^{}\n\\`*_]*\})?"
    rf"|{TAG}"
)
_SPECIAL = re.compile(r"[\\`*_\[\]{}<>]|&(?!\#\d+;|amp;)|!(?=\[)|  \n")
"""What means something to Python-Markdown: text without any of it is shown as it stands."""
_OUTSIDE = re.compile(r"(?:https?|mailto|tel):")


def inline(text: str, depth: int) -> str:
    """*text* as HTML, on a page whose address lies *depth* folders below where its links begin.

    Raises Unknown for what templates of ours do not write.
    """
    if not _SPECIAL.search(text):
        return text
    parts: list[str] = []
    end, strong = 0, False
    for piece in _PIECE.finditer(text):
        if piece.start() > end:
            parts.append(_plain(text[end : piece.start()]))
        end = piece.end()
        if piece["strong"]:
            strong = not strong
            parts.append("<strong>" if strong else "</strong>")
        elif piece["to"]:
            parts.append(_link(piece["words"], target(piece["to"], depth), piece["marks"]))
        else:
            parts.append(piece[0])
    if end < len(text):
        parts.append(_plain(text[end:]))
    if strong or "****" in text:
        raise Unknown(text)
    return "".join(parts)


def _plain(text: str) -> str:
    if _SPECIAL.search(text):
        raise Unknown(text)
    return text


def _link(words: str, to: str, given: str | None) -> str:
    if given:
        return f"<a{attributes({**marks(given), 'href': to})}>{words}</a>"
    return f'<a href="{to}">{words}</a>'


@lru_cache(maxsize=20_000)
def target(link: str, depth: int) -> str:
    """Where *link* of the Markdown leads from the page's own address, *depth* folders below."""
    path, sign, anchor = link.partition("#")
    if not path or _OUTSIDE.match(link):
        return link
    if not path.endswith(".md"):
        raise Unknown(link)
    path = f"{'../' * depth}{path[:-3]}/"
    if path == "index/":
        path = "./"
    return f"{path.removesuffix('index/') if path.endswith('/index/') else path}{sign}{anchor}"
