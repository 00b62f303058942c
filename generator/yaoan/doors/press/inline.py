"""The inline Markdown that our templates write, as HTML; anything else is for Python-Markdown."""

import re
from functools import lru_cache


class Unknown(Exception):  # noqa: N818 - it says what was met
    """Something that this dialect does not have; Python-Markdown knows what to do with it."""


_ATTRIBUTE = r"""\s(?:class|lang|id|title|datetime|data-[a-z-]+|aria-[a-z]+)="[^"<>\\`*_\[\]{}]*\""""
_TELEPHONE = r"""\shref="tel:[+0-9]*\""""
TAG = rf"(?:</?(?:span|strong|em|b|a|time|small|abbr)(?:{_ATTRIBUTE}|{_TELEPHONE})*>|<br>)"
_PIECE = re.compile(
    r"(?P<strong>\*\*)"
    rf"|\[(?P<words>(?:[^\[\]\\`*_<>{{}}&!]|&\#\d+;|{TAG})+)\]"
    r"\((?P<to>(?:[^\s()<>\"'`*{}|\\&\[\]]|&(?:amp|\#\d+);)+)\)(?P<marks>\{:[^{}\n\\`*_]*\})?"
    rf"|{TAG}"
)
_SPECIAL = re.compile(r"[\\`*_\[\]{}<>]|&(?!\#\d+;|amp;)|!(?=\[)|  \n")
"""What means something to Python-Markdown: text without any of it is shown as it stands."""
_MARKS = re.compile(r'\{:((?: (?:\.[a-z-]+|#[a-z0-9-]+|[a-z-]+="[^"]*"))+) \}')
_MARK = re.compile(r'\.([a-z-]+)|#([a-z0-9-]+)|([a-z-]+)="([^"]*)"')


def inline(text: str, depth: int) -> str:
    """*text* as HTML, on a page so many folders *depth* below where its links begin.

    Raises Unknown for what templates of ours do not write.
    """
    if not _SPECIAL.search(text):
        return text
    parts: list[str] = []
    end, strong = 0, False
    for piece in _PIECE.finditer(text):
        start = piece.start()
        if start > end:
            parts.append(_plain(text[end:start]))
        end = piece.end()
        if piece["strong"]:
            strong = not strong
            parts.append("<strong>" if strong else "</strong>")
        elif piece["to"]:
            attributes = f'href="{target(piece["to"], depth)}"'
            if piece["marks"]:
                attributes = _with(attributes, piece["marks"])
            parts.append(f"<a {attributes}>{piece['words']}</a>")
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


@lru_cache(maxsize=20_000)
def target(link: str, depth: int) -> str:
    """Where *link* of the Markdown leads from the page's own address, *depth* folders below."""
    path, sign, anchor = link.partition("#")
    if not path.endswith(".md"):
        if re.match(r"(?:https?|mailto|tel):", link):
            return link
        if not path:
            return link
        raise Unknown(link)
    path = f"{'../' * depth}{path[:-3]}/"
    if path.endswith("/index/"):
        path = path[: -len("index/")]
    elif path == "index/":
        path = "./"
    return f"{path}{sign}{anchor}"


def marks(text: str) -> dict[str, str]:
    """An attribute list such as `{: .hint #title }`. Raises Unknown for any other."""
    whole = _MARKS.fullmatch(text)
    if not whole:
        raise Unknown(text)
    given: dict[str, str] = {}
    for name, ident, key, value in _MARK.findall(whole[1]):
        if name:
            given["class"] = f"{given['class']} {name}" if "class" in given else name
        else:
            given["id" if ident else key] = ident or value
    return given


def attributes(given: dict[str, str]) -> str:
    """Attributes as Python-Markdown writes them: by name."""
    return "".join(f' {key}="{given[key]}"' for key in sorted(given))


def _with(attribute: str, text: str) -> str:
    name, _, value = attribute.partition("=")
    return attributes({**marks(text), name: value.strip('"')}).strip()
