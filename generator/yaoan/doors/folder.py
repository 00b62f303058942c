"""The site as a folder of Markdown, which MkDocs, ProperDocs and Zensical build without us."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from yaoan import outputs
from yaoan.pages import frame, write

from . import grounds, leaks
from .handwritten import alone, built
from .pictures import pictures
from .workshop import Workshop


def write_folder(workshop: Workshop, to: Path) -> int:
    """Write the whole site into the folder *to*, which must be new or empty; how many pages.

    The folder holds `docs/` (our pages and the hand-written ones), `overrides/` and a
    `mkdocs.yml` without our plugin. What the office keeps out of its site, also with
    `exclude_docs`, is left out: not every engine would. It is for a builder, not for the public:
    comments in hand-written pages are still there. Raises FileExistsError when *to* holds anything,
    and Leaked when it would hold what must not be public; nothing is then left of it.
    """
    site = workshop.site
    if to.exists() and any(to.iterdir()):
        raise FileExistsError(to)
    pages = list(write(site, workshop.templates))
    made = [(each.path, each.data) for each in outputs.write(site)]
    for path, data in [*((each.path, each.markdown.encode()) for each in pages), *made]:
        _put(to / grounds.HAND_WRITTEN / path, data)
    for path, data in pictures(site, workshop.folder):
        _put(to / grounds.HAND_WRITTEN / path, data)
    config = load_config(str(workshop.folder / "mkdocs.yml"))
    for path, data in _by_hand(workshop.folder, config):
        _put(to / path, data)
    _put(to / "mkdocs.yml", _config(workshop, alone(workshop.folder, config)).encode())
    try:
        leaks.search(to, leaks.sought(workshop))
    except leaks.Leaked:
        shutil.rmtree(to)
        raise
    return len(pages)


def _by_hand(office: Path, config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
    """The writer's and the designer's files, without what is kept out of the site."""
    docs = map(Path, built(office, config))
    looks = grounds.everything_public(office, grounds.LOOKS)
    for folder, found in ((grounds.HAND_WRITTEN, docs), (grounds.LOOKS, looks)):
        for own in found:
            if own.suffix != ".j2":
                yield f"{folder}/{own.as_posix()}", grounds.data(office, folder, own)


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _config(workshop: Workshop, alone: list[str]) -> str:
    """The office's own configuration, our plugin taken out, the frame of the pages put in."""
    config = yaml.safe_load((workshop.folder / "mkdocs.yml").read_text("utf-8"))
    config["plugins"] = []
    if address := workshop.site.office.root:
        config["site_url"] = address
    told = {**frame(workshop.site), "alone": alone}
    config["extra"] = {**config.get("extra", {}), "yaoan": told}
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
