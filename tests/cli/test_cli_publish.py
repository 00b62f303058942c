"""What `yaoan build` and `yaoan rollback` say and how they end when publishing meets an obstacle."""

import datetime as dt
import errno
import os
import re
import resource
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import DAY, Office, put
from yaoan.bilingual import Bilingual
from yaoan.doors import Busy, Flaw, Mark, NotHere, Unsound, publishing

PLACES = {"zh": "原来的网站没有动", "en": "untouched"}


def run(command: str, *arguments: str | Path) -> Result:
    module = import_module(f"yaoan.cli.{command}")
    return CliRunner().invoke(module.COMMAND, list(map(str, arguments)))


def building(monkeypatch, fault: Exception):
    """Let every build end in *fault*."""

    def build(*_, **__):
        raise fault

    monkeypatch.setattr(import_module("yaoan.cli.build"), "build", build)


def publish(out: Path, text: str, day: dt.date) -> None:
    with publishing(out) as staged:
        (staged / "index.html").write_text(text)
        Mark(day, 1).write(staged)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        (errno.ENOSPC, "磁盘满了", "disk is full"),
        (errno.EDQUOT, "超出了允许使用的空间", "exceeded"),
        (errno.EROFS, "只读", "read-only"),
        (errno.EACCES, "没有权限", "may not"),
        (errno.EPERM, "没有权限", "may not"),
        (errno.EIO, "可能坏了", "breaking"),
        (errno.EBUSY, "挂载点", "mount point"),
        (errno.EMFILE, "打开的文件太多", "Too many files"),
        (errno.EFBIG, "超过了允许的大小", "larger than allowed"),
        (errno.ENAMETOOLONG, "文件名太长", "too long"),
        (errno.ELOOP, "Too many levels", "Too many levels"),
    ],
)
def test_what_the_disk_refuses_is_said_with_what_to_do(
    office: Office, monkeypatch, number: int, zh: str, en: str, language: str
):
    building(monkeypatch, OSError(number, os.strerror(number), "/srv/site/index.html"))
    done = run("build", "-C", office(), "--lang", language)
    assert done.exit_code == 3
    assert (zh if language == "zh" else en) in done.output
    assert "/srv/site/index.html" in done.output
    assert PLACES[language] in done.output
    assert "程序自身" not in done.output


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Busy(Path("/srv/.site.builds")), "另一个程序正在生成或退回"),
        (NotHere(Path("/srv/.site.builds")), "不支持符号链接或文件锁"),
    ],
)
def test_what_stands_in_the_way_is_wrong_usage(office: Office, monkeypatch, fault, said: str):
    building(monkeypatch, fault)
    done = run("build", "-C", office())
    assert done.exit_code == 2
    assert said in done.output


def test_the_flaws_of_a_built_site_are_told_the_first_of_them(office: Office, monkeypatch):
    flaws = [Flaw(f"{number}/index.html", Bilingual("坏", "bad")) for number in range(25)]
    building(monkeypatch, Unsound(flaws))
    done = run("build", "-C", office(), "--lang", "en")
    assert done.exit_code == 1
    assert "0/index.html: bad" in done.output
    assert "19/index.html: bad" in done.output
    assert "20/index.html" not in done.output
    assert "5 more" in done.output
    assert "did not pass (25 flaws)" in done.output


def test_a_second_build_while_one_is_at_work_ends_with_two(office: Office):
    folder = office()
    with publishing(folder / "site") as staged:
        done = run("build", "-C", folder)
        assert done.exit_code == 2
        assert "另一个程序正在生成或退回" in done.output
        assert run("rollback", "-C", folder).exit_code == 2
        Mark(DAY, 1).write(staged)


def test_rollback_says_which_build_the_public_sees_again(tmp_path: Path):
    publish(tmp_path / "site", "one", dt.date(2026, 3, 5))
    publish(tmp_path / "site", "two", dt.date(2026, 3, 6))
    for language, words in (("zh", "重新公开了"), ("en", "public again")):
        done = run("rollback", "--out", tmp_path / "site", "--lang", language)
        assert done.exit_code == 0
        assert words in done.output
        assert f"2026-03-0{5 if language == 'zh' else 6}" in done.output
        assert re.search(r"20\d\d-\d\d-\d\d \d\d:\d\d", done.output)
    assert (tmp_path / "site/index.html").read_text() == "two"


def test_rollback_without_a_build_before_ends_with_two_and_a_sentence(tmp_path: Path):
    done = run("rollback", "--out", tmp_path / "site")
    assert done.exit_code == 2
    assert "没有保留着的上一份网站" in done.output
    assert list(tmp_path.iterdir()) == []


def test_rollback_to_what_is_out_of_date_is_refused(tmp_path: Path):
    with publishing(tmp_path / "site") as staged:
        Mark(dt.date(2026, 3, 5), 1, until=dt.date(2026, 6, 1)).write(staged)
    publish(tmp_path / "site", "two", dt.date(2026, 6, 1))
    done = run("rollback", "--out", tmp_path / "site", "--day", "2026-06-01")
    assert done.exit_code == 1
    assert "从 2026-06-01 起不应再公开" in done.output
    assert (tmp_path / "site/index.html").read_text() == "two"


def yaoan(*arguments: str | Path, before: str = "", **options) -> subprocess.CompletedProcess[str]:
    """`yaoan build`, in a shell of its own kind where *before* has been done."""
    command = [sys.executable, "-m", "yaoan", *map(str, arguments)]
    if before:
        command = ["unshare", "-rm", "sh", "-c", f'{before}\nexec "$@"', "sh", *command]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def can_mount() -> bool:
    """Whether a small disk of our own can be had here."""
    command = ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"]
    return bool(shutil.which("unshare")) and subprocess.run(
        command, capture_output=True, check=False
    ).returncode == 0


MOUNTS = pytest.mark.skipif(not can_mount(), reason="no disk of our own can be mounted here")


@MOUNTS
def test_a_disk_that_really_is_full_is_said_so_and_the_old_site_stays(
    office: Office, tmp_path: Path
):
    folder, disk = office(), tmp_path / "disk"
    disk.mkdir()
    kept = tmp_path / "kept"
    before = f"""
mount -t tmpfs -o size=3m none {disk}
{sys.executable} -m yaoan build -q -C {folder} --out {disk}/site --day 2026-11-22 || exit 9
dd if=/dev/zero of={disk}/other bs=1k count=100000 2>/dev/null
truncate -s -100k {disk}/other
"$@"; code=$?
cp -r {disk}/site/. {kept}; ls {disk}/.site.builds > {tmp_path}/left
exit $code
"""
    done = yaoan("build", "-C", folder, "--out", disk / "site", before=before)
    assert done.returncode == 3, done.stderr
    assert "磁盘满了" in done.stderr
    assert "腾出空间" in done.stderr
    assert (kept / "about/index.html").is_file()
    assert (kept / ".yaoan").is_file()
    assert len([n for n in (tmp_path / "left").read_text().split() if n[0].isdigit()]) == 1


@MOUNTS
def test_a_disk_that_really_is_read_only_is_said_so(office: Office, tmp_path: Path):
    folder, disk = office(), tmp_path / "disk"
    disk.mkdir()
    before = f"mount -t tmpfs -o ro none {disk}"
    done = yaoan("build", "-C", folder, "--out", disk / "site", before=before)
    assert done.returncode == 3
    assert "只读" in done.stderr
    assert "Traceback" not in done.stderr


@MOUNTS
def test_a_mount_point_is_not_replaced_and_is_said_to_be_one(office: Office, tmp_path: Path):
    folder, site = office(), tmp_path / "site"
    site.mkdir()
    before = f"mount -t tmpfs none {site}"
    done = yaoan("build", "-C", folder, "--out", site, before=before)
    assert done.returncode == 3
    assert "挂载点" in done.stderr


def test_a_limit_on_the_size_of_files_is_said_so_and_nothing_is_left(office: Office):
    folder = office()

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))

    done = yaoan("build", "-C", folder, preexec_fn=limit)
    assert done.returncode == 3
    assert "超过了允许的大小" in done.stderr
    assert not (folder / "site").exists()
    assert sorted(p.name for p in (folder / ".site.builds").iterdir()) == ["lock"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_one_may_not_write_into_is_said_so(office: Office, tmp_path: Path):
    folder, closed = office(), tmp_path / "closed"
    closed.mkdir(mode=0o555)
    done = yaoan("build", "-C", folder, "--out", closed / "site")
    assert done.returncode == 3
    assert "没有权限" in done.stderr


def test_warnings_of_mkdocs_are_said(office: Office):
    folder = office()
    put(folder, "docs/about.md", "# 关于\n\n[x](/about/)\n")
    done = yaoan("build", "-C", folder)
    assert done.returncode == 0
    assert "提醒：" in done.stderr
    assert "'/about/'" in done.stderr
