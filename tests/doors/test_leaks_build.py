"""Every build searches what it made: what must not be public stops it, and the old site stays."""

import datetime as dt
from pathlib import Path

import pytest

from conftest import DAY, Office, put
from yaoan.cli import main
from yaoan.doors import Leaked, Workshop, build
from yaoan.site import Site, State

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
LEAKY = "{% for id, entry in site.hidden %}{{ entry.title.zh }}{% endfor %}\n"


def embargoed(office: Office, **more: str) -> Path:
    return office({NOTICE: TEXT, **more}, examples=True)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A site that was built before."""
    for name in (".yaoan", "index.html"):
        put(tmp_path / "site", name, "old")
    return tmp_path / "site"


def test_a_template_that_says_too_much_stops_the_build(office: Office, old: Path):
    folder = embargoed(office, **{"overrides/pages/home.md.j2": LEAKY})
    with pytest.raises(Leaked) as caught:
        build(Workshop.open(folder, DAY), old)
    assert {leak.secret.id for leak in caught.value.leaks if leak.secret} == {"notice-2026-0001"}
    assert {"index.html", "en/index.html"} <= {leak.file for leak in caught.value.leaks}
    assert {path.name for path in old.iterdir()} == {".yaoan", "index.html"}


def test_a_hand_written_page_that_says_too_much_stops_the_build(office: Office, old: Path):
    folder = embargoed(office, **{"docs/about.md": f"# 关于\n\n即将发布：{CANARY[:3]}**{CANARY[3:]}**\n"})
    with pytest.raises(Leaked) as caught:
        build(Workshop.open(folder, DAY), old)
    assert "about/index.html" in {leak.file for leak in caught.value.leaks}


def test_a_file_beside_the_pages_that_says_too_much_stops_the_build(office: Office, old: Path):
    folder = embargoed(office, **{"docs/assets/note.json": f'{{"a": "{CANARY}"}}'})
    with pytest.raises(Leaked) as caught:
        build(Workshop.open(folder, DAY), old)
    (leak,) = caught.value.leaks
    assert (leak.file, leak.offset) == ("assets/note.json", 7)


def test_the_command_says_where_and_leaves_the_old_site(
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
    assert "Y401 index.html" in said.out
    assert "notice-2026-0001" in said.out
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


@pytest.mark.parametrize("years", [0, 1, 4])
def test_what_has_ended_leaves_no_trace(office: Office, tmp_path: Path, years: int):
    folder = office(examples=True)
    workshop = Workshop.open(folder, DAY.replace(year=DAY.year + years))
    out = build(workshop, tmp_path / "site").out
    site: Site = workshop.site
    gone = [id for id, each in site.standings.items() if each.state is State.ENDED]
    assert (years == 0) or gone
    written = texts(out)
    for id, entry in site.hidden:
        assert entry.title.zh not in written, id
