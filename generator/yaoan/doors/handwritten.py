"""The pages that a writer keeps in `docs/`: which are built, and what they say to the search."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import yaml
from markdown import markdown
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Source
from yaoan.pages import addresses
from yaoan.site import Written

from . import grounds

_FRONT = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_TAG = re.compile(r"<!--.*?-->|<[^>]+>", re.DOTALL)
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)


def built(office: Path, config: MkDocsConfig) -> list[str]:
    """The names of the writer's files that become part of the site, as `mkdocs.yml` has it."""
    hidden = [each for each in (config.exclude_docs, config.draft_docs) if each]
    own = grounds.everything_public(office, grounds.HAND_WRITTEN)
    names = (each.as_posix() for each in own)
    return [name for name in names if not any(each.match_file(name) for each in hidden)]


def sources(office: Path) -> Iterator[Source]:
    """What the writer's published pages and the office's own file say, for the rules to read."""
    own = (office / grounds.HAND_WRITTEN / each for each in _pages(office))
    files = (office / "cases" / name for name in ("office.yml", "office.en.yml"))
    for path in (*own, *(each for each in files if each.is_file())):
        text = path.read_text("utf-8", errors="replace")
        yield Source(path.relative_to(office).as_posix(), text)


def _pages(office: Path) -> Iterator[Path]:
    own = grounds.everything_public(office, grounds.HAND_WRITTEN)
    return (each for each in own if each.suffix == ".md")


def alone(office: Path, config: MkDocsConfig) -> list[str]:
    """The addresses of the writer's pages that exist in one language only."""
    pages = {name for name in built(office, config) if name.endswith(".md")}
    return sorted(addresses.url(name) for name in pages if _twin(name) not in pages)


def handwritten(office: Path) -> Iterator[Written]:
    """Every page of the writer's with its twin below `en/`; some are in one language only."""
    file = office / "mkdocs.yml"
    if not file.is_file():
        return
    config = load_config(str(file))
    names = [name for name in built(office, config) if name.endswith(".md")]
    for name in dict.fromkeys(each.removeprefix("en/") for each in names):
        zh, en = (
            _page(office, each, config) if each in names else ("", "", "")
            for each in (name, f"en/{name}")
        )
        yield Written(name, *(Bilingual(*each) for each in zip(zh, en, strict=True)))


def _twin(name: str) -> str:
    """The name of the page in the other language."""
    return name.removeprefix("en/") if name.startswith("en/") else f"en/{name}"


def _page(office: Path, name: str, config: MkDocsConfig) -> tuple[str, str, str]:
    """Title, description and text of a page, as a reader sees them."""
    text = (office / grounds.HAND_WRITTEN / name).read_text("utf-8", errors="replace")
    match = _FRONT.match(text)
    about = _front(match[1]) if match else {}
    html = markdown(
        text[match.end() :] if match else text,
        extensions=config.markdown_extensions,
        extension_configs=config.mdx_configs,
    )
    heading = _HEADING.search(html)
    title = about.get("title") or (_words(heading[1]) if heading else Path(name).stem)
    return str(title), str(about.get("description") or ""), _words(html)


def _words(html: str) -> str:
    return unescape(_TAG.sub("", html)).strip()


def _front(text: str) -> dict[str, object]:
    """Front matter; nothing where it cannot be read, which MkDocs tells by itself."""
    try:
        front = yaml.safe_load(text)
    except yaml.YAMLError:
        return {}
    return front if isinstance(front, dict) else {}
