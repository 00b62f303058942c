"""Render a site: MkDocs builds what is not ours, a press prints the pages that we write."""

import datetime as dt
import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from yaoan.bilingual import LANGUAGES

from . import apart, policy
from .plugin import YaoanPlugin
from .press import Look, Said, Wanted
from .workshop import Workshop


@dataclass(frozen=True)
class Rendered:
    """What is known of a rendered site: what it contains that a policy must speak of, whether its
    own address is https, what MkDocs warned of, and what was seen of pages that were printed."""

    content: policy.Content
    secure: bool = False
    warnings: tuple[str, ...] = ()
    seen: tuple[Any, ...] = ()

    def put_headers(self, out: Path) -> None:
        """Put the headers for the whole site into *out*, as servers read them."""
        for name, text in policy.headers(self.content, secure=self.secure):
            (out / name).write_text(text, "utf-8", newline="\n")


def render(workshop: Workshop, out: Path, jobs: int = 1) -> tuple[str, ...]:
    """Render the site into *out*; what MkDocs warned of. Raises what `render_share` raises."""
    rendered = render_share(workshop, out, wanted(workshop), jobs)
    rendered.put_headers(out)
    return rendered.warnings


def wanted(workshop: Workshop) -> list[Wanted]:
    """Every page that we write, in every language."""
    return [(draft, language) for draft in workshop.drafts for language in LANGUAGES]


def render_share(
    workshop: Workshop,
    out: Path,
    share: Sequence[Wanted],
    jobs: int = 1,
    look: Look | None = None,
) -> Rendered:
    """Render into *out* what is not ours and, of the pages that we write, those of a *share*.

    Every page that is printed is looked at by *look* while its bytes are at hand. Where an office
    changes how MkDocs makes a page, MkDocs makes all of them, whatever the share.
    Raises RuntimeError with what MkDocs said when it gives up.
    """
    config = _config(workshop, out)
    plugin = config.plugins["yaoan"]
    assert isinstance(plugin, YaoanPlugin)
    plugin.workshop, plugin.apart = workshop, apart.possible(config)
    config.plugins.on_startup(command="build", dirty=False)
    with Said() as said:
        try:
            mkdocs_build(config)
        except Abort:
            raise RuntimeError(" ".join(said.texts) or "MkDocs gave up") from None
        finally:
            config.plugins.on_shutdown()
    secure, warnings = (config.site_url or "").startswith("https:"), tuple(said.texts)
    if not plugin.apart:
        return Rendered(plugin.content, secure, warnings)
    try:
        printed = plugin.press(config, look).print(share, out, jobs)
    except policy.UnsafePage as unsafe:
        raise RuntimeError(str(unsafe)) from None
    content = plugin.content | printed.content
    return Rendered(content, secure, (*warnings, *printed.said), printed.seen)


def _config(workshop: Workshop, out: Path) -> MkDocsConfig:
    """The office's configuration of MkDocs, whose clock is made to stand at noon of the day."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    noon = dt.datetime.combine(workshop.day, dt.time(12), dt.UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(noon.timestamp()))
    return load_config(str(workshop.folder / "mkdocs.yml"), site_dir=str(out))
