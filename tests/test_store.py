"""A store keeps bytes from one run to the next, and is never believed where it is damaged."""

import os
import sqlite3
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yaoan.store import FOLDER, Store, edition, key_of

KEYS = st.text(max_size=80)
VALUES = st.dictionaries(KEYS, st.binary(max_size=2000), max_size=20)


def file_of(folder: Path) -> Path:
    """The store's own file, everything written into it."""
    path = folder / "kept.sqlite"
    with sqlite3.connect(path) as base:
        base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    base.close()
    return path


@settings(deadline=None, max_examples=30)
@given(VALUES)
def test_what_was_put_is_got_by_another_run(values: dict[str, bytes]):
    with tempfile.TemporaryDirectory() as folder:
        Store.open(Path(folder), "kept").put_many(values)
        assert Store.open(Path(folder), "kept").get_many([*values, "\0none"]) == values


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**6), st.integers(1, 255))
def test_a_byte_changed_anywhere_never_gives_another_value(at: int, by: int):
    values = {key_of(str(n)): b"%d" % n * 50 for n in range(60)}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Store.open(folder, "kept").put_many(values)
        data = bytearray(file_of(folder).read_bytes())
        data[at % len(data)] = (data[at % len(data)] + by) % 256
        file_of(folder).write_bytes(data)
        found = Store.open(folder, "kept").get_many(values)
        assert found.items() <= values.items()
        again = Store.open(folder, "kept")
        again.put_many(values)
        assert Store.open(folder, "kept").get_many(values).items() <= values.items()


@pytest.mark.parametrize("data", [b"", b"no base", b"SQLite format 3\0", b"\0" * 9000])
def test_what_is_no_store_is_replaced_by_one(tmp_path: Path, data: bytes):
    (tmp_path / "kept.sqlite").write_bytes(data)
    store = Store.open(tmp_path, "kept")
    assert store.get_many(["a"]) == {}
    store.put_many({"a": b"1"})
    assert Store.open(tmp_path, "kept").get_many(["a"]) == {"a": b"1"}


def test_a_store_cut_short_gives_only_what_is_whole_and_works_again(tmp_path: Path):
    values = {key_of(str(n)): os.urandom(500) for n in range(100)}
    Store.open(tmp_path, "kept").put_many(values)
    whole = file_of(tmp_path).read_bytes()
    for length in range(0, len(whole), 1777):
        file_of(tmp_path).write_bytes(whole[:length])
        store = Store.open(tmp_path, "kept")
        assert store.get_many(values).items() <= values.items()
        store.put_many({"a": b"1"})
        store.put_many({"a": b"1"})
        assert Store.open(tmp_path, "kept").get_many(["a"]) == {"a": b"1"}


def test_a_value_moved_below_another_key_is_not_there(tmp_path: Path):
    store = Store.open(tmp_path, "kept")
    store.put_many({"a": b"1", "b": b"2"})
    with sqlite3.connect(store.path or "") as base:
        base.execute(
            "UPDATE kept SET value = ?, sum = (SELECT sum FROM kept WHERE key = 'b') "
            "WHERE key = 'a'",
            (b"2",),
        )
    assert store.get_many(["a", "b"]) == {"b": b"2"}


def test_a_base_of_another_shape_or_format_is_replaced(tmp_path: Path):
    for change in ("CREATE VIEW more AS SELECT 1", "PRAGMA user_version=99"):
        Store.open(tmp_path, "kept").put_many({"a": b"1"})
        with sqlite3.connect(tmp_path / "kept.sqlite") as base:
            base.execute(change)
        assert Store.open(tmp_path, "kept").get_many(["a"]) == {}


def test_where_nothing_can_be_kept_nothing_is_raised(tmp_path: Path):
    (tmp_path / "file").write_text("")
    (tmp_path / "away").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "away")
    for folder in (tmp_path / "file", tmp_path / "link", tmp_path / "no" / "where"):
        store = Store.open(folder, "kept")
        store.put_many({"a": b"1"})
        store.forget_unused()
        assert store.get_many(["a"]) == {}
    assert list((tmp_path / "away").iterdir()) == []
    Store.open(tmp_path, "kept").put_many({"a": b"1"})
    store = Store.open(tmp_path, "kept")
    for each in tmp_path.glob("kept.sqlite*"):
        each.unlink()
    (tmp_path / "kept.sqlite").mkdir()
    assert store.get_many(["a"]) == {}


def test_what_nobody_used_is_let_go_once_it_is_most_of_the_store(tmp_path: Path):
    Store.open(tmp_path, "kept").put_many({str(n): b"1" for n in range(10)})
    store = Store.open(tmp_path, "kept")
    store.get_many([str(n) for n in range(5)])
    store.forget_unused()
    assert len(Store.open(tmp_path, "kept").get_many(map(str, range(10)))) == 10
    store = Store.open(tmp_path, "kept")
    store.get_many(["0", "1"])
    store.put_many({"new": b"2"})
    store.forget_unused()
    left = Store.open(tmp_path, "kept").get_many([*map(str, range(10)), "new"])
    assert left == {"0": b"1", "1": b"1", "new": b"2"}


def test_several_runs_at_once_do_not_harm_each_other(tmp_path: Path):
    def run(name: int) -> int:
        store = Store.open(tmp_path, "kept")
        for turn in range(20):
            store.put_many({key_of(str(name), str(turn), str(n)): b"%d" % name for n in range(20)})
        wanted = [key_of(str(name), str(t), str(n)) for t in range(20) for n in range(20)]
        return len(Store.open(tmp_path, "kept").get_many(wanted))

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(run, range(4))) == [400] * 4


def test_a_key_tells_where_its_parts_end():
    assert len({key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("abc", "")}) == 4
    assert key_of("药") == key_of("药".encode())


def test_the_edition_is_one_and_the_same_while_nothing_changes():
    before = edition()
    edition.cache_clear()
    assert edition() == before
    assert len(before) == 40
    assert FOLDER.startswith(".")
