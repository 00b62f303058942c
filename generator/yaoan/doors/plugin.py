"""The MkDocs plugin: hands the pages over as generated files, whose edit link is the YAML."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar, cast

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from yaoan import outputs
from yaoan.diagnostics import FORMATS
from yaoan.pages import frame, write

from . import apart, grounds, leaks, policy
from .handwritten import alone
from .pictures import pictures, published
from .press import Look, Press, Templates
from .workshop import Refused, Workshop, today

T = TypeVar("T")


class YaoanConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in `mkdocs.yml`."""

    day = config_options.Optional(config_options.Type(str))
    """The day the site is built for; today in China when left out."""

    jobs = config_options.Type(int, default=1)
    """How many processes read the entries."""


class YaoanPlugin(BasePlugin[YaoanConfig]):  # type: ignore[no-untyped-call]
    """Listens to MkDocs and hands over; it decides nothing itself."""

    def __init__(self) -> None:
        self.workshop: Workshop | None = None
        self.apart = False
        """Whether a press prints our pages, so that MkDocs need only know where they stand."""
        self.content = policy.Content()
        self._opened_here = False

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if self._opened_here or self.workshop is None:
            folder = Path(config.config_file_path).parent
            day = dt.date.fromisoformat(self.config.day) if self.config.day else today()
            self.workshop, self._opened_here = Workshop.open(folder, day, self.config.jobs), True
        try:
            known = {"alone": alone(self.workshop.folder, config)}
            config.extra["yaoan"] = {**frame(self.workshop.site), **known}
            config.site_url = self.workshop.site.office.root or config.site_url
        except Refused as refused:
            raise PluginError("\n" + FORMATS["text"](refused.report, "zh")) from None
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        assert self.workshop is not None
        for file in list(files):
            own = _own(file, config)
            if own is None or not grounds.public(*own) or file.src_uri.endswith(".j2"):
                files.remove(file)
            elif own[0] == grounds.HAND_WRITTEN and own[2].suffix in grounds.PICTURES:
                files.remove(file)
                bare = File.generated(config, file.src_uri, content=published(own[2]))
                files.append(bare)
        for file in apart.files(self.workshop, config) if self.apart else self._pages(config):
            files.append(file)
        for made in outputs.write(self.workshop.site):
            files.append(File.generated(config, made.path, content=made.data))
        for path, data in pictures(self.workshop.site, self.workshop.folder):
            files.append(File.generated(config, path, content=data))
        return files

    def _pages(self, config: MkDocsConfig) -> Iterator[File]:
        assert self.workshop is not None
        for page in write(self.workshop.site, self.workshop.templates):
            file = File.generated(config, page.path, content=page.markdown)
            file.edit_uri = f"../{page.edit}" if page.edit else None
            yield file

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        self._nav, self._files = nav, files
        return nav

    def on_env(self, env: Templates, *, config: MkDocsConfig, files: Files) -> None:
        self._env = env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        if template_name == "sitemap.xml" and self.apart:
            assert self.workshop is not None
            ours = cast(Iterator[File], apart.listed(self.workshop, config))
            context["pages"] = [*context["pages"], *ours]
        return context

    def press(self, config: MkDocsConfig, look: Look | None = None) -> Press:
        """What prints our pages as MkDocs does, once MkDocs has built the rest of the site."""
        assert self.workshop is not None
        return Press(config, self._env, self._nav, self._files, self.workshop.page, look)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        return self._checked(policy.text_only, html, page.file.dest_uri)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        return self._protected(output, page.file.dest_uri)

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        is_page = template_name.endswith(".html")
        return self._protected(output_content, template_name) if is_page else output_content

    def _protected(self, text: str, name: str) -> str:
        safe, found = self._checked(policy.protected, text, name)
        self.content |= found
        return safe

    @staticmethod
    def _checked(check: Callable[[str, str], T], text: str, name: str) -> T:
        try:
            return check(text, name)
        except policy.UnsafePage as unsafe:
            raise PluginError(str(unsafe)) from None

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        server.watch(str(Path(config.config_file_path).parent / "cases"))
        return server

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self._opened_here:
            secure = (config.site_url or "").startswith("https:")
            for name, text in policy.headers(self.content, secure=secure):
                Path(config.site_dir, name).write_text(text, "utf-8", newline="\n")
            self._searched(Path(config.site_dir))

    def _searched(self, site: Path) -> None:
        """Leave nothing of a site that says what it must not. Our own build looks for itself."""
        assert self.workshop is not None
        try:
            leaks.search(site, leaks.sought(self.workshop))
        except leaks.Leaked as leaked:
            shutil.rmtree(site)
            raise PluginError("\n" + leaked.said("zh")) from None


def _own(file: File, config: MkDocsConfig) -> tuple[str, Path, Path] | None:
    """Whose folder a file lies in, where that is, and its path; None for what a theme brings."""
    tops = {config.docs_dir: grounds.HAND_WRITTEN, config.theme.custom_dir: grounds.LOOKS}
    top = file.src_dir or ""
    return (tops[top], Path(top), Path(top, file.src_uri)) if top in tops else None
