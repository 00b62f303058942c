"""The preview: the site on this machine, renewed when a file changes, problems shown in place."""

import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import mkdtemp

_VERSION = "/__yaoan__/version"
_SCRIPT = "/__yaoan__/reload.js"
_RELOAD = (
    "let was;setInterval(async()=>{const now=await(await fetch('/__yaoan__/version')).text();"
    "if(was!==undefined&&was!==now)location.reload();was=now},500)"
)
_WATCHED = ("cases", "docs", "overrides", "mkdocs.yml")


@dataclass
class Preview:
    """What the preview shows now: a folder of pages, or a page of problems."""

    folder: Path = field(default_factory=lambda: Path(mkdtemp(prefix="yaoan-")))
    version: int = 0
    problems: str | None = None

    def show(self, make: Callable[[Path], object]) -> None:
        """Show what *make* writes into a fresh folder."""
        fresh = Path(mkdtemp(prefix="yaoan-"))
        make(fresh)
        old, self.folder, self.problems = self.folder, fresh, None
        self.version += 1
        threading.Thread(target=shutil.rmtree, args=(old, True), daemon=True).start()

    def refuse(self, problems: str) -> None:
        """Show *problems*, an HTML page, in place of every page."""
        self.problems = problems
        self.version += 1

    def server(self, address: tuple[str, int]) -> ThreadingHTTPServer:
        return ThreadingHTTPServer(address, partial(_Handler, self))

    def close(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


class _Handler(SimpleHTTPRequestHandler):
    """Serves the preview's folder; HTML pages get the script that reloads them."""

    def __init__(self, preview: Preview, *args: object) -> None:
        self.preview = preview
        super().__init__(*args, directory=str(preview.folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        if self.path == _VERSION:
            return self._send(str(self.preview.version).encode(), "text/plain")
        if self.path == _SCRIPT:
            return self._send(_RELOAD.encode(), "text/javascript")
        page = self._page()
        if page is None:
            return super().do_GET()
        return self._send(page.encode(), "text/html; charset=utf-8")

    def _page(self) -> str | None:
        """The HTML to show at this address; None when it is a file of another type."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.split("?")[0].endswith("/"):
            path /= "index.html"
        if self.preview.problems is not None and path.suffix in ("", ".html"):
            return self.preview.problems + f'<script src="{_SCRIPT}"></script>'
        if path.suffix == ".html" and path.is_file():
            text = path.read_text("utf-8")
            return text.replace("</body>", f'<script src="{_SCRIPT}"></script></body>')
        return None

    def _send(self, data: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the terminal is for problems."""


def snapshot(folder: Path) -> frozenset[tuple[str, int, int]]:
    """Every watched file with its time and size; two differ when anything was changed."""
    found = set()
    for name in _WATCHED:
        top = folder / name
        for path in [top, *top.rglob("*")] if top.is_dir() else [top]:
            try:
                stat = path.stat()
            except OSError:
                continue
            if not path.is_dir():
                found.add((str(path), stat.st_mtime_ns, stat.st_size))
    return frozenset(found)


def watch(
    folder: Path,
    seen: frozenset[tuple[str, int, int]],
    changed: Callable[[], None],
    stop: threading.Event,
) -> None:
    """Call *changed* whenever the office is no longer as it was *seen*, until *stop* is set.

    What was seen is taken before the first build, or a file saved during it would be missed.
    """
    while not stop.wait(0.3):
        now = snapshot(folder)
        if now != seen:
            seen = now
            changed()
