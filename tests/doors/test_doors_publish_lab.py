"""Whatever happens while a site is published, the public sees the old site or the new one whole.

Killed at random moments, the disk failing at each change, two at once, a reader all the while.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Office

LAB = Path(__file__).with_name("publish_lab.py")
NOTICE = """\
title: 第甲版通知
published: 2026-03-05
type: site
by: 示例区市场监督管理局
summary: 试验用的通知
body: 正文
demonstration: 是
"""


def lab(experiment: str, folder: Path, rounds: int) -> dict[str, int]:
    command = [sys.executable, str(LAB), experiment, str(folder), str(rounds)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def beside_an_office(office: Office, tmp_path: Path) -> Path:
    office({"cases/notices/2026/notice-2026-0001.yml": NOTICE})
    return tmp_path


def test_killed_at_any_moment_the_site_is_the_old_or_the_new(tmp_path: Path, full: bool):
    found = lab("kills", tmp_path, 200 if full else 15)
    assert found["broken"] == 0
    assert found["killed"] == (200 if full else 15)
    assert found["builds left"] == 2


def test_a_real_build_killed_at_any_moment_leaves_the_old_or_the_new(
    beside_an_office: Path, full: bool
):
    found = lab("real-kills", beside_an_office, 200 if full else 2)
    assert found["broken"] == 0
    assert found["killed"] == (200 if full else 2)
    assert found["builds left"] == 2


def test_when_the_disk_fails_at_any_change_the_old_site_stays_and_nothing_is_left(
    tmp_path: Path, full: bool
):
    found = lab("faults", tmp_path, 1 if full else 9)
    assert found["broken"] == 0
    assert found["left behind"] == 0
    assert found["exit 3"] > 20
    assert found["exit 0"] == 2
    assert "exit 4" not in found


def test_when_the_disk_fails_in_a_real_build_the_old_site_stays(beside_an_office: Path, full: bool):
    found = lab("real-faults", beside_an_office, 10 if full else 400)
    assert found["broken"] == 0
    assert found["left behind"] == 0
    assert found["exit 3"] > 1
    assert found["exit 0"] == 2


def test_of_two_builds_at_once_one_is_refused_and_the_site_is_the_other(tmp_path: Path, full: bool):
    pairs = 50 if full else 4
    found = lab("pairs", tmp_path, pairs)
    assert found["broken"] == 0
    assert found["whole"] == pairs
    assert found["exit 0"] + found.get("exit 2", 0) == 2 * pairs


def test_a_reader_never_reads_a_broken_page(tmp_path: Path, full: bool):
    found = lab("reader", tmp_path, 100 if full else 10)
    assert found["broken"] == 0
    assert found["reads"] > 10
    assert found["exit"] == 0
