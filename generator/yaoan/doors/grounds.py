"""What may lie in the writer's and the designer's folders; all else is named and never published.

The writer's are pages and pictures, the designer's templates and what a page loads. Hidden files
and the notes called README.md are passed over; links, drafts and everything else stay out.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from yaoan.corpus import FAULTS
from yaoan.diagnostics import Problem, Source, Span

from .pictures import published, usable

HAND_WRITTEN, LOOKS = "docs", "overrides"
PICTURES = (".jpg", ".jpeg", ".png", ".webp")
_ALLOWED = {
    HAND_WRITTEN: frozenset({".md", *PICTURES}),
    LOOKS: frozenset(
        {
            ".html",
            ".xml",
            ".j2",
            ".css",
            ".js",
            ".svg",
            ".ico",
            ".woff2",
            ".txt",
            ".webmanifest",
            *PICTURES,
        }
    ),
}
_BY_NAME = frozenset({"CNAME"})
"""A file without a type that a host asks for."""
_NAME = re.compile(r"[^\W_][\w-]*(?:\.md)?\.[a-z0-9]+|404\.html")
_NOTES = "README.md"
_DRAFT = re.compile(r"---\n(?:.*\n)*?draft:\s*(?:true|yes|on|是)\s*\n(?:.*\n)*?---", re.IGNORECASE)


def strays(office: Path) -> Iterator[Problem]:
    """What lies in the two folders and must not be published, and pictures that do not open."""
    for folder in _ALLOWED:
        top = office / folder
        if top.is_symlink():
            yield FAULTS["symlink"].at(_top(folder), name=folder)
            continue
        for path in _everything(top):
            name = path.relative_to(office).as_posix()
            if path.is_symlink():
                yield FAULTS["symlink"].at(_top(name), name=name)
            elif path.is_dir():
                continue
            elif not allowed(folder, path):
                fault = FAULTS[f"stray_in_{folder}"]
                yield fault.at(_top(name), name=name)
            elif folder == HAND_WRITTEN and path.suffix in PICTURES and not usable(path):
                yield FAULTS["bad_picture"].at(_top(name), name=path.name)


def allowed(folder: str, path: Path) -> bool:
    """Whether a file may lie in the writer's or the designer's *folder*; not all of these are
    published: see `public`."""
    fits = path.suffix in _ALLOWED[folder] and _NAME.fullmatch(path.name)
    return path.is_file() and bool(fits or path.name in _BY_NAME or path.name == _NOTES)


def public(folder: str, top: Path, path: Path) -> bool:
    """Whether a file of the writer's or the designer's *folder*, at *top*, is published."""
    linked = path.resolve() != top.resolve() / path.relative_to(top)
    if linked or not allowed(folder, path) or path.name == _NOTES:
        return False
    return path.suffix != ".md" or not _DRAFT.match(path.read_text("utf-8", "replace"))


def everything_public(office: Path, folder: str) -> Iterator[Path]:
    """The files of the *folder* that are published, relative to it."""
    top = office / folder
    for path in _everything(top):
        if not path.is_dir() and public(folder, top, path):
            yield path.relative_to(top)


def data(office: Path, folder: str, path: Path) -> bytes:
    """What is published of a file: a picture of the writer's is encoded anew."""
    full = office / folder / path
    fresh = folder == HAND_WRITTEN and path.suffix in PICTURES
    return published(full) if fresh else full.read_bytes()


def _everything(top: Path) -> Iterator[Path]:
    """All that lies under *top* in order, but for what is hidden; links are not followed."""
    for place, folders, files in os.walk(top):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for each in sorted([*folders, *files]):
            if not each.startswith("."):
                yield Path(place, each)


def _top(name: str) -> Span:
    return Span(Source(name, ""), 0, 0)
