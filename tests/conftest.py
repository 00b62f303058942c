"""What every test may ask for: a small office on disk, the sample office, the reference data."""

import datetime as dt
import fcntl
import os
import pickle
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from yaoan import reference
from yaoan.diagnostics import Report
from yaoan.doors import Workshop, build
from yaoan.kinds import all_kinds, example_of
from yaoan.reference import Reference

ROOT = Path(__file__).parent.parent
DAY = dt.date(2026, 11, 22)
"""The day on which the tests stand."""
NOTICE = """\
title: {title}
summary: 药店周末照常营业。
published: {published}
type: arrangement
by: 示例区市场监督管理局
body: 周末照常营业。
"""
"""The shortest entry there is, for tests that ask where it is shown."""
CORPORA = Path(os.environ.get("YAOAN_CORPORA") or ROOT.parent / "shared" / "corpora")
"""Public lists of hostile and odd texts, kept outside the project; tests say when they are not there."""

Office = Callable[..., Path]
Files = dict[str, str | bytes]
Examples = bool | tuple[str, ...]

MACHINES = ("UTC", "America/Los_Angeles", "Pacific/Kiritimati")
"""Time zones in which the tests let a machine stand."""


def boundaries() -> list[dt.date]:
    """Fifty days: leap days, ends of months and years, days on which summer time begins or ends."""
    days = ["2024-02-29", "2025-12-25", "2026-03-08", "2026-11-01", "2028-02-29", "2029-01-05"]
    found = [dt.date.fromisoformat(day) for day in days]
    found += [dt.date(2026, month, 1) for month in range(1, 13)]
    found += [dt.date(2027, month + 1, 1) - dt.timedelta(1) for month in range(1, 12)]
    more = (dt.date(2027, 1, 1) + dt.timedelta(37 * n) for n in range(99))
    return list(dict.fromkeys([*found, *more]))[:50]


def minutes(midnight: int) -> Iterator[tuple[int, dt.datetime]]:
    """Every minute from 24 hours before to 24 hours after *midnight*, seconds since 1970, with the
    moment as the machine's own clock and zone give it."""
    for minute in range(-1440, 1441):
        yield minute, dt.datetime.fromtimestamp(midnight + minute * 60).astimezone()


@pytest.fixture(scope="session")
def national() -> Reference:
    """The reference data that come with the package."""
    report = Report()
    known = reference.read(None, report)
    assert not list(report)
    return known


@pytest.fixture(scope="session")
def sample() -> Workshop:
    """The sample office of this repository, opened on the tests' day."""
    return Workshop.open(ROOT, DAY)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Make an office: `office({"cases/notices/2026/notice-2026-0001.yml": text, …})`.

    It has `cases/office.yml`, the hand-written pages and the page shell; texts or bytes are
    written as given. `office(examples=True)` also gets the example entry of every kind,
    `office(examples=("notices",))` that of one.
    """

    def make(files: Files | None = None, examples: Examples = ()) -> Path:
        return made(tmp_path, files, examples)

    return make


def made(beside: Path, files: Files | None = None, examples: Examples = ()) -> Path:
    """An office in the folder *beside*, for a fixture that makes one for many tests."""
    folder = beside / "office"
    (folder / "cases").mkdir(parents=True, exist_ok=True)
    for name in ("office.yml", "office.en.yml"):
        shutil.copy(ROOT / "cases" / name, folder / "cases" / name)
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, folder / name, dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    for kind, form in all_kinds().items():
        if examples is True or (examples and kind in examples):
            put(folder, example_path(form.kind), example_of(form.kind))
            put(folder, example_path(form.kind, ".en"), example_of(form.kind, ".en"))
    for name, text in (files or {}).items():
        put(folder, name, text)
    return folder


def put(folder: Path, name: str, text: str | bytes) -> Path:
    """Write a file of an office."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def example_path(kind, language: str = "") -> str:
    """Where the example of a kind stands when it is put into an office."""
    return f"cases/{kind.folder}/2026/{kind.prefix}-2026-9001{language}.yml"


@pytest.fixture(scope="session")
def built(sample: Workshop, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, built once."""
    return once(tmp_path_factory, "built", lambda folder: build(sample, folder / "site").out)


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Any]) -> Any:
    """What *make* makes in a folder of its own, made by one of the test processes for all."""
    top = factory.getbasetemp()
    top = top.parent if "PYTEST_XDIST_WORKER" in os.environ else top
    made = top / f"{name}.pickle"
    with (top / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            (top / name).mkdir()
            made.write_bytes(pickle.dumps(make(top / name)))
    return pickle.loads(made.read_bytes())


@pytest.fixture(scope="session")
def full(request: pytest.FixtureRequest) -> bool:
    """Whether every case is tried (`make fuzz`), or a seeded sample of them (`make test`)."""
    return bool(request.config.getoption("--full"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite the golden files")
    parser.addoption("--full", action="store_true", help="try every case, however long it takes")
