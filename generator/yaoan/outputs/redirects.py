"""Former addresses as servers read them: a new address is 301 (moved), a withdrawn one 410 (gone).

The pages at these addresses say the same by themselves, for hosts that take no such files.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from yaoan.bilingual import LANGUAGES
from yaoan.pages import addresses
from yaoan.site import Site

from .file import File

_NAMES = ("_redirects", "nginx-addresses.conf", "apache-addresses.conf")
_BY = "# 由 yaoan 生成 Made by yaoan.\n"


def files(site: Site) -> Iterator[File]:
    """`_redirects` for Netlify and Cloudflare Pages, which know no 410; a file to be included in
    the server's block for nginx and for Apache. None where every address still stands."""
    known = list(_former(site))
    if not known:
        return
    plain, nginx, apache = _NAMES
    yield _file(plain, (f"{old} {new} 301\n" for old, new in known if new))
    yield _file(nginx, (_nginx(old, new) for old, new in known))
    yield _file(apache, (_apache(old, new) for old, new in known))


def paths(site: Site) -> Iterator[str]:
    """Where they stand."""
    yield from _NAMES if any(_former(site)) else ()


def _former(site: Site) -> Iterator[tuple[str, str | None]]:
    """Each former address in each language, and its new one if it has one, from the host's root."""
    root = urlsplit(site.office.site_url or "").path.rstrip("/")
    for one in site.former:
        for language in LANGUAGES:
            old = addresses.localised(addresses.of_entry(one.kind, one.id), language)
            new = addresses.localised(addresses.of_item(one.to), language) if one.to else None
            yield f"{root}/{addresses.url(old)}", f"{root}/{addresses.url(new)}" if new else None


def _nginx(old: str, new: str | None) -> str:
    if new:
        return f"location = {old} {{ return 301 {new}; }}\n"
    return f"location = {old} {{ error_page 410 {old}index.html; return 410; }}\n"


def _apache(old: str, new: str | None) -> str:
    exactly = f'"^{old}$"'.replace(".", r"\.")
    if new:
        return f"RedirectMatch 301 {exactly} {new}\n"
    return (
        f"RedirectMatch 410 {exactly}\n"
        f'<Location "{old}">\n  ErrorDocument 410 {old}index.html\n</Location>\n'
    )


def _file(name: str, lines: Iterable[str]) -> File:
    return File(name, (_BY + "".join(lines)).encode())
