"""The site as a folder of Markdown, which MkDocs, ProperDocs and Zensical build without us."""

import shutil
from collections.abc import Callable
from pathlib import Path

import yaml
from mkdocs.config import load_config

from yaoan import outputs
from yaoan.pages import frame, write

from .pictures import pictures
from .workshop import Workshop


def write_folder(workshop: Workshop, to: Path) -> int:
    """Write the whole site into the folder *to*, which must be new or empty; how many pages.

    The folder holds `docs/` (our pages and the hand-written ones), `overrides/` and a
    `mkdocs.yml` without our plugin. What the office keeps out of its site with `exclude_docs`,
    and notes and page templates among the designer's files, are left out: not every engine
    would. Raises FileExistsError when *to* holds anything.
    """
    site = workshop.site
    if to.exists() and any(to.iterdir()):
        raise FileExistsError(to)
    docs = to / "docs"
    shutil.copytree(workshop.folder / "docs", docs, ignore=_excluded(workshop.folder))
    notes = shutil.ignore_patterns("README.md", "*.j2")
    shutil.copytree(workshop.folder / "overrides", to / "overrides", ignore=notes)
    count = 0
    for page in write(site, workshop.templates):
        _put(docs / page.path, page.markdown.encode())
        count += 1
    for made in outputs.write(site):
        _put(docs / made.path, made.data)
    for path, data in pictures(site, workshop.folder):
        _put(docs / path, data)
    _put(to / "mkdocs.yml", _config(workshop).encode())
    return count


def _excluded(office: Path) -> Callable[[str, list[str]], list[str]]:
    """Which names of a folder under `docs/` the office's `exclude_docs` keeps out."""
    patterns = load_config(str(office / "mkdocs.yml")).exclude_docs

    def names(folder: str, found: list[str]) -> list[str]:
        inside = Path(folder).relative_to(office / "docs")
        return [name for name in found if patterns and patterns.match_file(str(inside / name))]

    return names


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _config(workshop: Workshop) -> str:
    """The office's own configuration, our plugin taken out, the frame of the pages put in."""
    config = yaml.safe_load((workshop.folder / "mkdocs.yml").read_text("utf-8"))
    config["plugins"] = []
    if address := workshop.site.office.root:
        config["site_url"] = address
    config["extra"] = {**config.get("extra", {}), "yaoan": frame(workshop.site)}
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
