"""The pages that a writer keeps in `docs/`, read for the search."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from yaoan.bilingual import Bilingual
from yaoan.site import Written

_FRONT = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|\{:[^}]*\}|<[^>]+>")


def handwritten(docs: Path) -> Iterator[Written]:
    """Every page in the folder *docs* with its English twin below `en/`, notes left out."""
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        if path.name == "README.md" or name.startswith("en/") or path.is_symlink():
            continue
        zh, en = _page(path), _page(docs / "en" / name)
        yield Written(name, *(Bilingual(*each) for each in zip(zh, en, strict=True)))


def _page(path: Path) -> tuple[str, str, str]:
    """Title, description and text of a page; empty where there is none."""
    if not path.is_file():
        return "", "", ""
    text = path.read_text("utf-8", errors="replace")
    match = _FRONT.match(text)
    about = _front(match[1]) if match else {}
    said = _LINK.sub(r"\1", text[match.end() :] if match else text)
    heading = re.search(r"^# (.+)$", said, re.MULTILINE)
    title = str(about.get("title") or (heading[1] if heading else path.stem))
    return title, str(about.get("description") or ""), said


def _front(text: str) -> dict[str, object]:
    """Front matter; nothing where it cannot be read, which MkDocs tells by itself."""
    try:
        front = yaml.safe_load(text)
    except yaml.YAMLError:
        return {}
    return front if isinstance(front, dict) else {}
