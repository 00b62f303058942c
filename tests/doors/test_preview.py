"""The preview: what was saved while the first build ran is not missed."""

import threading
from pathlib import Path

from conftest import Office, put
from yaoan.doors import snapshot, watch


def test_a_file_saved_before_the_watch_begins_is_seen(office: Office):
    folder = office()
    seen = snapshot(folder)
    put(folder, "cases/notices/2026/notice-2026-0001.yml", "title: 甲\n")
    changed, stop = threading.Event(), threading.Event()
    threading.Thread(target=watch, args=(folder, seen, changed.set, stop), daemon=True).start()
    assert changed.wait(20)
    stop.set()


def test_two_looks_at_an_office_left_alone_are_the_same(office: Office, tmp_path: Path):
    folder = office()
    seen = snapshot(folder)
    put(tmp_path, "elsewhere.yml", "title: 甲\n")
    assert snapshot(folder) == seen
