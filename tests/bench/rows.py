"""The rows of the table: what is run, with what preparation, and where its output lies."""

import datetime as dt
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from offices import BENCH, one_entry, retitled

sys.path.insert(0, str(Path(__file__).parent / "hugo"))

import make

from yaoan.doors import Workshop

ROOT = Path(__file__).parent.parent.parent
DAY, NEXT = "2026-11-22", "2026-11-23"
CACHE = ".yaoan-cache"
"""Where the program keeps what it remembers of an office, in the office's folder."""
NO_SEARCH = "--no-search"
"""The option that leaves the search index out, where the program has it."""
HUGO = BENCH / "hugo"


@dataclass(frozen=True)
class Row:
    """One command. *prepare* is not measured; *out* is counted afterwards where there is one."""

    name: str
    command: tuple[str, ...]
    cwd: Path
    prepare: Callable[[], object] = lambda: None
    out: Path | None = None
    page: str = ".html"
    env: Mapping[str, str] = field(default_factory=dict)


def hugo() -> Path:
    """Hugo itself, without the Python that its package puts before it."""
    found = list(HUGO.glob("lib/python*/site-packages/hugo/binaries/hugo"))
    return found[0] if found else HUGO / "missing"


def ours(office: Path, work: Path, jobs: int) -> Iterator[Row]:
    """The commands of yaoan, in an order in which each finds what the one before left."""
    for option in ("", NO_SEARCH) if _has(NO_SEARCH) else ("",):
        yield from _ours(office, work, jobs, option)


def _ours(office: Path, work: Path, jobs: int, option: str) -> Iterator[Row]:
    out, entry = work / "site", one_entry(office)
    said = " without search" if option else ""
    many = ("--jobs", str(jobs))

    def forget() -> None:
        shutil.rmtree(office / CACHE, ignore_errors=True)
        _remove(out)

    def row(name: str, command: str, *arguments: str, day: str = DAY, **more: object) -> Row:
        told = ("-q", "--day", day, "-C", str(office), *arguments)
        return Row(name, _yaoan(command, *told), work, **more)  # type: ignore[arg-type]

    if not option:
        yield row("yaoan check, cold", "check", *many, prepare=forget)
        yield row("yaoan check, warm", "check", *many)
    build = ("--out", str(out), *many, *filter(None, [option]))
    yield row(f"yaoan build, cold{said}", "build", *build, prepare=forget, out=out)
    yield row(f"yaoan build, nothing changed{said}", "build", *build, out=out)
    change = lambda: retitled(entry, "一")  # noqa: E731
    yield row(f"yaoan build, one entry changed{said}", "build", *build, prepare=change, out=out)
    yield row(f"yaoan build, next day{said}", "build", *build, day=NEXT, out=out)


def written(office: Path, work: Path) -> Row:
    """The folder of Markdown that the other engines build."""
    to = work / "written"
    arguments = ("-q", "--day", DAY, "-C", str(office), "--to", str(to))
    return Row("yaoan write", _yaoan("write", *arguments), work, lambda: _remove(to), to, ".md")


ENGINES = ("hugo-yaml", "hugo-markdown", "mkdocs", "zensical")
"""The others; all but the first need the folder that `written` makes."""


def others(office: Path, work: Path, names: Collection[str]) -> Iterator[Row]:
    """The other engines, those of *names*."""
    folder = work / "written"
    if "hugo-yaml" in names:
        yield _hugo("Hugo from the YAML", work, lambda to: make.adapter(_opened(office), to))
    if set(ENGINES[1:]) & set(names):
        yield written(office, work)
    if "hugo-markdown" in names:
        yield _hugo("Hugo from Markdown", work, lambda to: make.markdown(folder, to))
    for name in ("mkdocs", "zensical"):
        if name in names:
            yield _engine(name, folder, work)


def _hugo(name: str, work: Path, put: Callable[[Path], None]) -> Row:
    site = work / "hugo"

    def prepare() -> None:
        _remove(site)
        put(site)

    return Row(name, (str(hugo()), "--quiet"), site, prepare, site / "public")


def _engine(name: str, written: Path, work: Path) -> Row:
    """MkDocs or Zensical on a copy of the written folder, their own search taken out.

    Zensical makes the site map of its own, as it does not know the values of MkDocs' site map.
    """
    site = work / name

    def prepare() -> None:
        _remove(site)
        shutil.copytree(written, site)
        config = site / "mkdocs.yml"
        told = yaml.safe_load(config.read_text("utf-8"))
        config.write_text(yaml.safe_dump({**told, "plugins": []}, allow_unicode=True), "utf-8")
        if name == "zensical":
            (site / "overrides" / "sitemap.xml").unlink()

    program = ROOT / "build" / "engines" / name / "bin" / name
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    title = {"mkdocs": "MkDocs + Material", "zensical": "Zensical"}[name]
    command = (str(program), "build", "--clean")
    return Row(title, command, site, prepare, site / "site", env=quiet)


def _opened(office: Path) -> Workshop:
    return Workshop.open(office, dt.date.fromisoformat(DAY))


def _yaoan(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "yaoan", *arguments)


def _has(option: str) -> bool:
    command = _yaoan("build", "--help")
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return option in said


def _remove(folder: Path) -> None:
    """Remove a folder, or a site with the builds that are kept beside it."""
    shutil.rmtree(folder.with_name(f".{folder.name}.builds"), ignore_errors=True)
    folder.unlink() if folder.is_symlink() else shutil.rmtree(folder, ignore_errors=True)
