"""Every build searches what it made: what must not be public stops it, and the old site stays."""

import datetime as dt
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import DAY, ROOT, Office, put
from yaoan.cli import main
from yaoan.doors import Leaked, Workshop, build, leaks, write_folder
from yaoan.site import State

NOTICE = "cases/notices/2026/notice-2026-0001.yml"
CANARY = "金丝雀公告的题目"
TEXT = f"""\
title: {CANARY}
summary: 金丝雀公告的一句话说明。
published: 2026-11-23
type: arrangement
by: 示例区市场监督管理局
body: 金丝雀公告的正文第一句。
"""
LEAKY = "{% for each in site.private %}{{ each.value }} {% endfor %}\n"
"""A page template of an office's own that goes wrong."""


def embargoed(office: Office, **more: str) -> Path:
    return office({NOTICE: TEXT, **more})


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A site that was built before."""
    for name in (".yaoan", "index.html"):
        put(tmp_path / "site", name, "old")
    return tmp_path / "site"


def test_what_a_person_put_beside_the_entries_stops_the_build(office: Office, old: Path):
    page = f"# 关于\n\n即将发布：{CANARY[:3]}**{CANARY[3:]}**\n"
    style = f'a::before {{ content: "{CANARY}" }}'
    folder = embargoed(office, **{"docs/about.md": page, "overrides/assets/note.css": style})
    with pytest.raises(Leaked) as caught:
        build(Workshop.open(folder, DAY), old)
    found = {leak.file: leak for leak in caught.value.leaks}
    assert "about/index.html" in found
    assert found["assets/note.css"].offset == style.index(CANARY)
    assert {leak.secret.id for leak in found.values() if leak.secret} == {"notice-2026-0001"}
    assert {path.name for path in old.iterdir()} == {".yaoan", "index.html"}


def test_a_template_that_says_too_much_stops_the_command_which_says_where(
    office: Office, old: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    folder = embargoed(office, **{"overrides/pages/home.md.j2": LEAKY})
    monkeypatch.setattr(
        "sys.argv", ["yaoan", "build", "-C", str(folder), "--out", str(old), "--day", "2026-11-22"]
    )
    with pytest.raises(SystemExit) as left:
        main()
    said = capsys.readouterr()
    assert left.value.code == 1
    assert "Y401 index.html" in said.err
    assert "notice-2026-0001" in said.err
    assert CANARY not in said.out + said.err
    assert (old / "index.html").read_text() == "old"


def texts(folder: Path) -> str:
    return "\n".join(
        path.read_text("utf-8", "replace") for path in folder.rglob("*") if path.is_file()
    )


def test_the_day_before_and_the_day_itself(office: Office, tmp_path: Path):
    folder = embargoed(office)
    before = build(Workshop.open(folder, DAY), tmp_path / "before").out
    assert "金丝雀" not in texts(before)
    after = build(Workshop.open(folder, DAY + dt.timedelta(1)), tmp_path / "after").out
    assert CANARY in texts(after)


def test_what_has_ended_leaves_no_trace(office: Office, tmp_path: Path):
    workshop = Workshop.open(office(examples=True), DAY.replace(year=DAY.year + 4))
    written = texts(build(workshop, tmp_path / "site").out)
    entries = {record.id: entry for record, entry in workshop.corpus.filled}
    standings = workshop.site.standings
    gone = [name for name, each in standings.items() if each.state is State.ENDED]
    assert gone
    for name in gone:
        assert entries[name].title.zh not in written
        assert entries[name].title.en not in written
        assert name not in written


def test_the_sample_office_raises_no_false_alarm_on_a_day_when_half_is_hidden(
    sample: Workshop, tmp_path: Path
):
    workshop = replace(sample, day=dt.date(2024, 11, 22))
    build(workshop, tmp_path / "site")
    assert len(leaks.sought(workshop)) > 1000


def test_a_sentence_that_others_write_too_is_no_secret(office: Office):
    folder = embargoed(office, **{"docs/about.md": "# 关于\n\n金丝雀公告的正文，第一句！\n"})
    sought = {each.value for each in leaks.sought(Workshop.open(folder, DAY))}
    assert CANARY in sought
    assert "金丝雀公告的正文第一句。" not in sought


def test_the_folder_of_markdown_is_searched_too(office: Office, tmp_path: Path):
    folder = embargoed(office, **{"overrides/pages/home.md.j2": LEAKY})
    with pytest.raises(Leaked):
        write_folder(Workshop.open(folder, DAY), tmp_path / "folder")
    assert not (tmp_path / "folder").exists()


def test_plain_mkdocs_leaves_no_site_that_leaks(office: Office):
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = config.replace("- yaoan", "- yaoan: {day: '2026-11-22'}")
    more = {"mkdocs.yml": config, "overrides/pages/home.md.j2": LEAKY}
    folder = embargoed(office, **more)
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", "plain"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Y401 " in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "plain").exists()


CASE = """\
title: 示例长青大药房有限公司案：过期药不能卖
summary: 示例长青大药房有限公司卖过期药被罚，从它说起。
published: 2026-02-01
parties:
  - {name: 示例长青大药房有限公司, kind: pharmacy, naming: named}
facts: 示例长青大药房有限公司卖过期药，被当场查到。
tracks: [administrative]
name_until: 2026-03-31
lesson: {words: 过期药是劣药。, by: 法制科}
"""


HIDDEN = ("listing-2023-0001", "listing-2025-0001", "penalty-2026-0005")
"""Entries of the sample office that ended, were repaired and were withdrawn."""


def test_whatever_hides_an_entry_it_is_found(office: Office, tmp_path: Path):
    folder = office({NOTICE: TEXT, "cases/typical-cases/2026/case-2026-0009.yml": CASE})
    for each in HIDDEN:
        for path in (ROOT / "cases").rglob(f"{each}.*"):
            put(folder, path.relative_to(ROOT).as_posix(), path.read_bytes())
    whole = build(Workshop.open(folder, DAY), tmp_path / "site").out
    assert "长青" not in texts(whole), "masked"
    assert "过期药不能卖" in texts(whole), "and yet there"
    leaky = shutil.copytree(folder, tmp_path / "leaky")
    put(leaky, "overrides/pages/home.md.j2", LEAKY)
    with pytest.raises(Leaked) as caught:
        build(Workshop.open(leaky, DAY), tmp_path / "site")
    found = {leak.secret for leak in caught.value.leaks if leak.secret}
    assert {each.why for each in found} == {
        State.EMBARGOED,
        State.SUNSET,
        State.REPAIRED,
        State.ENDED,
        State.WITHDRAWN,
    }
    assert "示例长青大药房有限公司" in {each.value for each in found}
    assert "长青" not in texts(tmp_path / "site")
