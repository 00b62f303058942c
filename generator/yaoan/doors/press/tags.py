"""The tags and attributes that our templates write, read strictly: whatever else is Unknown.

A page made of these can run nothing: no script, no style, no event, no address but a telephone's.
"""

import re


class Unknown(Exception):  # noqa: N818 - it says what was met
    """Something that this dialect does not have; Python-Markdown knows what to do with it."""


_NAME = r"(?:class|lang|id|title|datetime|data-[a-z-]+|aria-[a-z]+)"
_ATTRIBUTE = rf"""\s{_NAME}="[^"<>\\`*_\[\]{{}}]*\""""
_TELEPHONE = r"""\shref="tel:[+0-9]*\""""
INLINE = r"(?:span|strong|em|b|a|time|small|abbr)"
TAG = rf"(?:</?{INLINE}(?:{_ATTRIBUTE}|{_TELEPHONE})*>|<br>)"
"""A tag within a text."""

BLOCK = r"(?:p|div|section|nav|details)"
_TAG = re.compile(TAG)
_RAW = re.compile(
    rf'{TAG}|<(/?)(p|div|details|summary)(?: (?:class|id|lang|data-[a-z-]+)="[^"<>]*")*>'
)
_GIVEN = re.compile(r' ([a-z-]+)="([^"]*)"')
_MARKS = re.compile(r'\{:((?: (?:\.[a-z-]+|#[a-z0-9-]+|[a-z-]+="[^"]*"))+) \}')
_MARK = re.compile(r'\.([a-z-]+)|#([a-z0-9-]+)|([a-z-]+)="([^"]*)"')


def begins_text(block: str) -> bool:
    """Whether *block* begins with a tag within a text."""
    return bool(_TAG.match(block))


def opening(tag: str, given: str) -> str:
    """The tag that opens a box, its attributes by name, as Python-Markdown writes them."""
    return f"<{tag}{attributes(dict(_GIVEN.findall(given)))}>"


def balance(line: str) -> int:
    """How many more elements *line* of plain HTML opens than it closes. Raises Unknown."""
    if "<" not in line and ">" not in line and "\\" not in line:
        return 0
    rest = _RAW.sub("", line)
    if "<" in rest or ">" in rest or "\\" in rest:
        raise Unknown(line)
    found = [closes for closes, name in _RAW.findall(line) if name]
    return len(found) - 2 * sum(1 for closes in found if closes)


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
