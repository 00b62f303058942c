"""Pages that MkDocs need only know of: links lead to them, the site map names them, a press prints
them."""

from collections.abc import Iterator
from types import SimpleNamespace
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import get_build_date

from yaoan.bilingual import LANGUAGES
from yaoan.pages import addresses

from .workshop import Workshop

_IN = InclusionLevel.INCLUDED
_EXTENSIONS = {"attr_list", "def_list", "fenced_code", "md_in_html", "tables", "toc"}


def possible(config: MkDocsConfig) -> bool:
    """Whether our pages can be printed apart: the office adds nothing that changes how MkDocs makes
    a page, such as another plugin, a hook or an extension of Markdown."""
    plain = set(config.markdown_extensions) == _EXTENSIONS and not any(config.mdx_configs.values())
    plain = plain and config.use_directory_urls
    return plain and set(config.plugins) == {"yaoan"} and not config.hooks


class _Elsewhere(File):
    """A page that a press prints; MkDocs neither renders nor copies it."""

    def is_documentation_page(self) -> bool:
        return False

    def copy_file(self, dirty: bool = False) -> None:
        pass


def files(workshop: Workshop, config: MkDocsConfig) -> Iterator[File]:
    """Our pages as files that MkDocs can link to."""
    for draft in workshop.drafts:
        for language in LANGUAGES:
            path = addresses.localised(draft.path, language)
            there = f"{addresses.url(path)}index.html"
            yield _Elsewhere(path, None, config.site_dir, True, dest_uri=there, inclusion=_IN)


def listed(workshop: Workshop, config: MkDocsConfig) -> Iterator[SimpleNamespace]:
    """Our pages as the theme's site map asks for them, where the site's own address is known."""
    base, day = config.site_url or "", get_build_date()
    for draft in workshop.drafts if base else ():
        meta = {} if draft.listed else {"unlisted": True}
        for language in LANGUAGES:
            address = urljoin(base, addresses.url(addresses.localised(draft.path, language)))
            yield SimpleNamespace(
                page=SimpleNamespace(
                    is_link=False, canonical_url=address, meta=meta, update_date=day
                )
            )
