"""`yaoan record`: what is public is entered, what became of former addresses is declared."""

from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import NOTICE, Office, put
from yaoan.doors import Mark, publishing
from yaoan.store import FOLDER

FILE = "cases/addresses.txt"
PATH = "cases/notices/2026/notice-2026-{:04d}.yml"


def run(command: str, folder: Path, *arguments: str) -> Result:
    module = import_module(f"yaoan.cli.{command}")
    return CliRunner().invoke(module.COMMAND, ["-C", str(folder), *arguments])


def record(folder: Path, *arguments: str) -> Result:
    return run("record", folder, "--day", "2026-11-22", *arguments)


def lines(folder: Path) -> list[str]:
    return [each for each in (folder / FILE).read_text("utf-8").splitlines() if each[0] != "#"]


@pytest.fixture
def folder(office: Office) -> Path:
    """An office with two public notices and one to come."""
    days = ("2026-03-05", "2026-03-06", "2026-12-31")
    return office(
        {
            PATH.format(number): NOTICE.format(title=f"第{number}号", published=day)
            for number, day in enumerate(days, start=1)
        }
    )


def test_what_is_public_is_entered_once_with_its_first_day(folder: Path):
    done = record(folder)
    assert done.exit_code == 0
    assert "登记 2 个网址" in done.output
    assert lines(folder) == ["notice-2026-0001 2026-03-05", "notice-2026-0002 2026-03-06"]
    assert "都已经登记过了" in record(folder).output
    assert "Y217" not in run("check", folder, "--day", "2026-11-22").output


def test_a_build_enters_nothing_by_itself(folder: Path):
    def entered() -> list[Path]:
        files = folder.rglob("*")
        return sorted(p for p in files if "site" not in str(p) and FOLDER not in p.parts)

    before = entered()
    assert run("build", folder, "--day", "2026-11-22", "-q").exit_code == 0
    assert entered() == before
    assert any((folder / FOLDER).iterdir())
    assert not [each for each in (folder / "site").rglob("*") if ".sqlite" in each.name]


def test_an_address_that_moved_or_was_withdrawn_is_declared(folder: Path):
    record(folder)
    for number in (1, 2):
        (folder / PATH.format(number)).unlink()
    assert run("check", folder, "--day", "2026-11-22").output.count("错误[Y213]") == 2
    put(folder, PATH.format(4), NOTICE.format(title="新编号", published="2026-03-05"))
    done = record(
        folder,
        *("--moved", "notice-2026-0001", "notice-2026-0004"),
        *("--withdrawn", "notice-2026-0002", "error"),
    )
    assert done.exit_code == 0
    assert lines(folder) == [
        "notice-2026-0001 2026-03-05 moved notice-2026-0004",
        "notice-2026-0002 2026-03-06 withdrawn error",
    ]
    assert "错误" not in run("check", folder, "--day", "2026-11-22").output.replace("0 处错误", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--moved", "notice-2026-0001", "notice-2026-0002"), "条目文件还在"),
        (("--moved", "notice-2026-0001", "notice-2026-0009"), "没有编号为 notice-2026-0009 的条目"),
        (("--withdrawn", "notice-2026-0001", "error"), "条目文件还在"),
        (("--withdrawn", "notice-2026-0077", "error"), "没有登记过"),
        (("--withdrawn", "notice-2026-0001", "because"), "replaced（"),
    ],
)
def test_what_cannot_be_declared_is_said_and_changes_nothing(
    folder: Path, arguments: tuple[str, ...], said: str
):
    record(folder)
    before = lines(folder)
    done = record(folder, *arguments)
    assert done.exit_code == 2
    assert said in done.output
    assert lines(folder) == before


def test_a_ledger_with_lines_that_cannot_be_read_is_never_rewritten(folder: Path):
    put(folder, FILE, "notice-2026-0001 some day\n")
    done = record(folder)
    assert done.exit_code == 2
    assert "看不懂" in done.output
    assert (folder / FILE).read_text("utf-8") == "notice-2026-0001 some day\n"


def test_entries_with_errors_are_not_entered(folder: Path):
    put(folder, PATH.format(5), "title: x\n")
    done = record(folder)
    assert done.exit_code == 1
    assert "Y101" in done.output
    assert not (folder / FILE).exists()


def test_new_never_gives_an_id_that_was_public(folder: Path):
    put(folder, FILE, "notice-2026-0041 2026-03-05 withdrawn error\n")
    assert run("new", folder, "notices", "--day", "2026-11-22").exit_code == 0
    assert (folder / PATH.format(42)).is_file()


def test_a_new_title_changes_no_address(folder: Path):
    def names() -> list[str]:
        return sorted(p.relative_to(folder / "site").as_posix() for p in pages())

    def pages() -> list[Path]:
        return list((folder / "site").rglob("*.html"))

    run("build", folder, "--day", "2026-11-22", "-q")
    before = names()
    path = folder / PATH.format(1)
    path.write_text(path.read_text("utf-8").replace("第1号", "完全不同的标题"), "utf-8")
    run("build", folder, "--day", "2026-11-22", "-q")
    assert names() == before
    page = folder / "site/notices/notice-2026-0001/index.html"
    assert "完全不同的标题" in page.read_text("utf-8")


def test_rollback_never_shows_again_what_was_withdrawn_meanwhile(folder: Path):
    """By the ledger, or because the entry's day was put off; a lost file does not hold it back."""
    shown = frozenset(f"notice-2026-000{number}" for number in (1, 2, 7))
    record(folder)
    for entries in (shown, frozenset()):
        with publishing(folder / "site") as staged:
            Mark(entries=entries).write(staged)
    current = (folder / "site").resolve()
    path = folder / PATH.format(2)
    text = path.read_text("utf-8")
    path.unlink()
    record(folder, "--withdrawn", "notice-2026-0002", "error")
    done = run("rollback", folder, "--day", "2026-11-22")
    assert done.exit_code == 1
    assert "（notice-2026-0002）" in done.output
    put(folder, FILE, "notice-2026-0001 2026-03-05\nnotice-2026-0002 2026-03-06\n")
    path.write_text(text.replace("2026-03-06", "2026-12-30"), "utf-8")
    done = run("rollback", folder, "--day", "2026-11-22", "--lang", "en")
    assert done.exit_code == 1
    assert "(notice-2026-0002)" in done.output
    assert (folder / "site").resolve() == current
    path.write_text(text, "utf-8")
    assert run("rollback", folder, "--day", "2026-11-22").exit_code == 0
    assert (folder / "site").resolve() != current
