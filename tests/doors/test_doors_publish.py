"""Publishing: a site made beside the old one and put in its place by one change of a link."""

import ctypes
import datetime as dt
import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import DAY, put
from yaoan.doors import (
    Busy,
    Mark,
    NotHere,
    NothingBefore,
    NotOurs,
    Outdated,
    disk,
    inside_site,
    publishing,
    rollback,
    shelf,
)
from yaoan.doors.publish import last

TODAY = Mark(DAY, 1)


def publish(out: Path, text: str, mark: Mark = TODAY) -> None:
    with publishing(out) as staged:
        (staged / "index.html").write_text(text)
        mark.write(staged)


def seen(out: Path) -> str:
    return (out / "index.html").read_text()


def beside(out: Path) -> list[str]:
    """The builds beside the site, without their random endings."""
    return sorted(p.name.split("-")[0] for p in out.with_name(".site.builds").glob("*/"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def older(out: Path) -> Path:
    """A real folder as an older yaoan left it."""
    out.mkdir()
    (out / ".yaoan").write_text("yaoan\n")
    (out / "index.html").write_text("older")
    return out


def test_a_site_is_a_relative_link_to_a_build_beside_it(out: Path):
    publish(out, "one")
    assert out.is_symlink()
    assert not out.readlink().is_absolute()
    assert out.readlink().parts[0] == ".site.builds"
    assert seen(out) == "one"


def test_the_folder_may_be_moved_as_a_whole(out: Path, tmp_path: Path):
    publish(out, "one")
    moved = shutil.move(tmp_path, tmp_path.with_name("moved elsewhere"))
    assert seen(Path(moved) / "site") == "one"
    shutil.move(moved, tmp_path)


def test_a_published_build_never_changes(out: Path):
    publish(out, "one")
    first = out.resolve()
    before = {p: p.stat().st_mtime_ns for p in [first, *first.iterdir()]}
    publish(out, "two")
    rollback(out, DAY)
    assert {p: p.stat().st_mtime_ns for p in [first, *first.iterdir()]} == before


def test_the_last_two_builds_are_kept_and_no_more(out: Path):
    for number in range(5):
        publish(out, str(number))
        assert seen(out) == str(number)
    assert beside(out) == ["0004", "0005"]


def test_the_old_site_is_seen_until_the_new_one_is_whole(out: Path):
    publish(out, "old")
    with publishing(out) as staged:
        (staged / "index.html").write_text("new")
        assert seen(out) == "old"
    assert seen(out) == "new"


def test_everything_is_written_down_before_the_link_changes(out: Path, monkeypatch):
    order = []
    sync, replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda fd: (order.append("sync"), sync(fd))[1])

    def replaced(self: Path, target: Path) -> Path:
        order.append(target.name)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replaced)
    publish(out, "one")
    synced = order[: order.index("site")].count("sync")
    assert synced >= 3 + 2, "the page, the mark, their folder; the list and its folder"
    assert order[-1] == "sync", "and the folder of the link after it"


def test_what_goes_wrong_leaves_the_old_site_and_no_rest(out: Path):
    publish(out, "old")
    with pytest.raises(FileNotFoundError), publishing(out) as staged:
        (staged / "no such folder" / "index.html").write_text("new")
    assert seen(out) == "old"
    assert beside(out) == ["0001"]


def test_a_first_build_that_goes_wrong_leaves_no_site(out: Path):
    with pytest.raises(ZeroDivisionError), publishing(out):
        raise ZeroDivisionError
    assert not out.is_symlink()
    assert beside(out) == []


def test_what_a_killed_build_left_is_cleared_by_the_next(out: Path):
    publish(out, "one")
    rest = out.with_name(".site.builds") / "0007-deadbeef"
    rest.mkdir()
    (rest / "half.html").write_text("half")
    (rest.with_name("0000-deadbeef")).symlink_to("nowhere")
    (rest.with_name("0000-facade")).symlink_to(rest.name)
    publish(out, "two")
    assert beside(out) == ["0001", "0002"]
    assert not any(each.is_symlink() for each in rest.parent.iterdir())


def test_a_file_that_is_none_of_ours_does_not_stay_among_the_builds(out: Path):
    publish(out, "one")
    rest = put(out.with_name(".site.builds"), "published.new~", "0001-")
    publish(out, "two")
    assert not rest.exists()


def test_what_cannot_be_removed_keeps_no_site_from_being_seen(out: Path, monkeypatch):
    publish(out, "one")
    put(out.with_name(".site.builds"), "0007-deadbeef/half.html", "half")
    unlink = os.unlink

    def fail(path: object, *, dir_fd: int | None = None) -> None:
        if dir_fd is not None:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        unlink(path)

    monkeypatch.setattr(os, "unlink", fail)
    publish(out, "two")
    assert seen(out) == "two"


def test_the_folder_of_the_site_is_made_when_it_is_not_there(tmp_path: Path):
    publish(tmp_path / "srv" / "www" / "site", "one")
    assert seen(tmp_path / "srv" / "www" / "site") == "one"


def test_a_whole_build_that_was_never_public_is_not_gone_back_to(out: Path):
    """Killed between the last file and the link."""
    publish(out, "one")
    publish(out, "two")
    never = out.with_name(".site.builds") / "0003-deadbeef"
    shutil.copytree(out, never)
    (never / "index.html").write_text("three")
    rollback(out, DAY)
    assert seen(out) == "one"


def test_a_second_build_of_one_place_is_refused_and_another_place_is_not(out: Path):
    with publishing(out) as staged:
        with pytest.raises(Busy):
            publish(out, "second")
        with pytest.raises(Busy):
            rollback(out, DAY)
        publish(out.with_name("other"), "other")
        (staged / "index.html").write_text("first")
        Mark(DAY, 1).write(staged)
    assert seen(out) == "first"


def test_the_lock_is_free_once_its_holder_is_killed(out: Path):
    publish(out, "one")
    lock = out.with_name(".site.builds") / "lock"
    hold = "import fcntl, sys, time; f = open(sys.argv[1]); fcntl.flock(f, fcntl.LOCK_EX)"
    hold += "; print('held', flush=True); time.sleep(600)"
    holder = subprocess.Popen([sys.executable, "-c", hold, lock], stdout=subprocess.PIPE)
    try:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(Busy):
            publish(out, "two")
    finally:
        holder.kill()
        holder.communicate()
    publish(out, "two")
    assert seen(out) == "two"


@pytest.mark.parametrize("what", ["file", "folder", "link", "dangling"])
def test_what_is_not_ours_is_never_replaced(out: Path, tmp_path: Path, what: str):
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "letter.txt").write_text("mine")
    match what:
        case "file":
            out.write_text("mine")
        case "folder":
            shutil.copytree(theirs, out)
        case "link":
            out.symlink_to("theirs")
        case "dangling":
            out.symlink_to("nowhere")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(NotOurs):
        publish(out, "new")
    with pytest.raises(NotOurs):
        rollback(out, DAY)
    assert sorted(tmp_path.rglob("*")) == before


def test_an_empty_folder_is_replaced(out: Path):
    out.mkdir()
    publish(out, "one")
    assert seen(out) == "one"


@pytest.mark.parametrize("at_once", [True, False])
def test_the_folder_of_an_older_yaoan_becomes_the_build_before(
    older: Path, monkeypatch, at_once: bool
):
    if not at_once:
        monkeypatch.setattr(shelf, "exchange", lambda one, other: False)
    publish(older, "new")
    assert older.is_symlink()
    assert seen(older) == "new"
    assert rollback(older, DAY).mark == Mark()
    assert seen(older) == "older"
    publish(older, "newer")
    assert seen(older) == "newer"


def can_exchange(tmp_path: Path) -> bool:
    """Whether the system has `renameat2(2)` with RENAME_EXCHANGE, asked in other words than ours."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    try:
        call = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError):
        return False
    return call(-100, bytes(tmp_path / "one"), -100, bytes(tmp_path / "other"), 2) == 0


def test_where_the_system_can_a_folder_and_a_link_change_places_at_once(
    tmp_path: Path, monkeypatch
):
    folder, link = tmp_path / "folder", tmp_path / "link"
    (folder / "inside").mkdir(parents=True)
    link.symlink_to("elsewhere")
    if not can_exchange(tmp_path):
        pytest.skip("this system cannot")
    monkeypatch.chdir(tmp_path)
    assert disk.exchange(Path("link"), Path("folder")) is True
    assert folder.is_symlink()
    assert (link / "inside").is_dir()
    with pytest.raises(FileNotFoundError):
        disk.exchange(tmp_path / "nothing", folder)


def test_where_the_system_has_no_such_call_nothing_is_exchanged(tmp_path: Path, monkeypatch):
    def missing(*_: object, **__: object) -> None:
        raise OSError

    (tmp_path / "folder").mkdir()
    monkeypatch.setattr(disk.ctypes, "CDLL", missing)
    assert disk.exchange(tmp_path / "folder", tmp_path / "folder") is False


def answering(monkeypatch, number: int) -> None:
    """Let the call by which names change places fail so."""

    class Library:
        @staticmethod
        def renameat2(*_: object) -> int:
            ctypes.set_errno(number)
            return -1

    monkeypatch.setattr(disk.ctypes, "CDLL", lambda *_, **__: Library)


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP])
def test_where_the_disk_cannot_nothing_is_exchanged(tmp_path: Path, monkeypatch, number: int):
    answering(monkeypatch, number)
    assert disk.exchange(tmp_path / "one", tmp_path / "other") is False


def test_what_the_disk_refuses_to_exchange_is_told_with_its_place(tmp_path: Path, monkeypatch):
    answering(monkeypatch, errno.EIO)
    with pytest.raises(OSError, match="other") as refused:
        disk.exchange(tmp_path / "one", tmp_path / "other")
    assert refused.value.errno == errno.EIO


def test_a_text_is_written_anew_at_once_or_not_at_all(tmp_path: Path, monkeypatch):
    file = tmp_path / "published"
    disk.rewrite(file, "甲\n")

    def fail(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="Input/output"):
        disk.rewrite(file, "乙\n")
    assert file.read_text("utf-8") == "甲\n"


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="asks Linux what is open")
def test_nothing_is_left_open(out: Path):
    def opened() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    publish(out, "one")
    before = opened()
    publish(out, "two")
    with publishing(out), pytest.raises(Busy):
        publish(out, "three")
    rollback(out, DAY)
    assert opened() == before


def test_whoever_may_read_the_builds_may_read_the_lock_and_nobody_else_may_write_it(out: Path):
    before = os.umask(0)
    try:
        publish(out, "one")
    finally:
        os.umask(before)
    lock = out.with_name(".site.builds") / "lock"
    assert lock.stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("left", ["listed", "moved away"])
def test_a_move_from_an_older_yaoan_that_was_killed_is_taken_up(older: Path, left: str):
    """Killed before anything moved, and killed between the two renames of an old system."""
    builds = older.with_name(".site.builds")
    builds.mkdir()
    (builds / "published").write_text("0000-aaaa\n")
    if left == "moved away":
        older.rename(builds / "0000-aaaa")
    else:
        (builds / "0000-aaaa").symlink_to(".site.builds/0001-bbbb")
    publish(older, "new")
    assert seen(older) == "new"
    rollback(older, DAY)
    assert seen(older) == "older"


def test_a_link_whose_build_was_deleted_is_replaced(out: Path):
    publish(out, "one")
    shutil.rmtree(out.with_name(".site.builds"))
    publish(out, "two")
    assert seen(out) == "two"


def test_rollback_says_what_it_went_back_to_and_twice_changes_nothing(out: Path):
    publish(out, "one", Mark(dt.date(2026, 3, 5), 7))
    publish(out, "two")
    kept = rollback(out, DAY)
    assert kept.mark == Mark(dt.date(2026, 3, 5), 7)
    assert abs(kept.made.timestamp() - out.stat().st_mtime) < 1
    assert seen(out) == "one"
    rollback(out, DAY)
    assert seen(out) == "two"


def test_after_a_rollback_the_next_build_keeps_what_was_public_last(out: Path):
    for text in ("one", "two"):
        publish(out, text)
    rollback(out, DAY)
    publish(out, "three")
    rollback(out, DAY)
    assert seen(out) == "one"


def test_there_is_nothing_before_the_first_build(out: Path):
    with pytest.raises(NothingBefore):
        rollback(out, DAY)
    assert not out.with_name(".site.builds").exists()
    publish(out, "one")
    with pytest.raises(NothingBefore):
        rollback(out, DAY)
    assert seen(out) == "one"


def test_a_build_is_not_gone_back_to_from_the_day_it_is_out_of_date(out: Path):
    publish(out, "one", Mark(dt.date(2026, 3, 5), 1, until=dt.date(2026, 6, 1)))
    publish(out, "two")
    with pytest.raises(Outdated, match="the earlier build may no longer be shown") as found:
        rollback(out, dt.date(2026, 6, 1))
    assert found.value.mark.until == dt.date(2026, 6, 1)
    assert seen(out) == "two"
    rollback(out, dt.date(2026, 5, 31))
    assert seen(out) == "one"


def test_a_build_that_shows_what_is_forbidden_now_is_not_gone_back_to(out: Path):
    publish(out, "one", Mark(DAY, 3, entries=frozenset({"case-1", "case-2", "case-3"})))
    publish(out, "two")
    with pytest.raises(Outdated) as found:
        rollback(out, DAY, {"case-3", "case-1", "case-9"})
    assert found.value.entries == ("case-1", "case-3")
    assert seen(out) == "two"
    rollback(out, DAY, {"case-9"})
    assert seen(out) == "one"


def test_a_build_whose_mark_cannot_be_read_is_not_gone_back_to(out: Path, monkeypatch):
    publish(out, "one")
    publish(out, "two")

    def fail(path: Path) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))

    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(NothingBefore):
        rollback(out, DAY)
    assert seen(out) == "two"


def test_a_build_that_lost_its_mark_is_passed_over(out: Path):
    for text in ("one", "two", "three"):
        publish(out, text)
    builds = out.with_name(".site.builds")
    two, three = sorted(each.name for each in builds.glob("*/"))
    shutil.copytree(builds / two, builds / "0001-cafe")
    (builds / "0001-cafe" / "index.html").write_text("one")
    (builds / "published").write_text(f"0001-cafe\n{two}\n{three}\n")
    (builds / two / ".yaoan").unlink()
    rollback(out, DAY)
    assert seen(out) == "one"


def test_a_mark_is_one_line_that_says_everything(tmp_path: Path):
    Mark(DAY, 2, dt.date(2027, 1, 2), frozenset({"b", "a"})).write(tmp_path)
    said = '{"day": "2026-11-22", "pages": 2, "until": "2027-01-02", "entries": ["a", "b"]}\n'
    assert (tmp_path / ".yaoan").read_bytes() == said.encode()


def test_what_the_public_build_says_of_itself_is_read_back_whole(out: Path):
    assert last(out) == Mark()
    mark = Mark(DAY, 12, dt.date(2027, 1, 2), frozenset({"case-2026-0001", "notice-2026-0001"}))
    publish(out, "one", mark)
    assert last(out) == mark


@pytest.mark.parametrize(
    ("path", "inside"),
    [
        ("docs/card.ics", True),
        ("overrides/assets/card.ics", True),
        ("somewhere/site/deep/card.ics", True),
        ("card.ics", False),
        ("docs", False),
        ("cases/card.ics", False),
        ("mydocs/card.ics", False),
    ],
)
def test_a_file_is_told_to_lie_in_a_site_or_in_what_it_is_made_of(
    tmp_path: Path, path: str, inside: bool
):
    put(tmp_path, "somewhere/site/.yaoan", "{}")
    assert inside_site(tmp_path, tmp_path / path) is inside


@pytest.mark.parametrize("text", ["yaoan\n", "{}", "[]", '{"day": 1, "pages": 2, "until": 3}', "{", b"\xd2\xa9"])
def test_a_mark_of_another_time_says_nothing(tmp_path: Path, text: str | bytes):
    put(tmp_path, ".yaoan", text)
    assert Mark.read(tmp_path) == Mark()


def test_where_there_are_no_links_nothing_is_begun(out: Path, monkeypatch):
    def refuse(self: Path, target: str) -> None:
        raise PermissionError(1, "Operation not permitted", str(self))

    publish(out, "one")
    monkeypatch.setattr(Path, "symlink_to", refuse)
    with pytest.raises(NotHere), publishing(out):
        raise AssertionError("begun")
    assert seen(out) == "one"
    assert beside(out) == ["0001"]


def test_where_a_link_cannot_be_made_for_another_reason_that_is_told(out: Path, monkeypatch):
    def fail(self: Path, target: str) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))

    monkeypatch.setattr(Path, "symlink_to", fail)
    with pytest.raises(OSError, match="No space left") as full, publishing(out):
        raise AssertionError("begun")
    assert full.value.errno == errno.ENOSPC


def test_where_there_are_no_locks_nothing_is_begun(out: Path, monkeypatch):
    from yaoan.doors import lock

    monkeypatch.setattr(lock, "fcntl", None)
    with pytest.raises(NotHere), publishing(out):
        raise AssertionError("begun")


def test_a_site_is_copied_and_packed_as_a_folder_is(out: Path, tmp_path: Path):
    publish(out, "one")
    subprocess.run(["cp", "-r", f"{out}/.", tmp_path / "copy"], check=True)
    subprocess.run(["tar", "-C", out, "-cf", tmp_path / "site.tar", "."], check=True)
    (tmp_path / "unpacked").mkdir()
    subprocess.run(["tar", "-C", tmp_path / "unpacked", "-xf", tmp_path / "site.tar"], check=True)
    for copy in ("copy", "unpacked"):
        assert (tmp_path / copy / "index.html").read_text() == "one"
        assert not (tmp_path / copy).is_symlink()
