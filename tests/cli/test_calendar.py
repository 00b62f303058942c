"""`yaoan calendar`: the table a person reads, and the files, never inside what is published."""

import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from conftest import Office
from yaoan.cli import main

NOTICE = """\
title: {title}
summary: 甲
published: {published}
type: arrangement
by: 示例区市场监督管理局
body: 乙
"""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], office: Office):
    entries = {
        f"cases/notices/2026/notice-2026-{n:04d}.yml": NOTICE.format(title=title, published=day)
        for n, (title, day) in enumerate(
            [("冬季用药提醒", "2026-12-01"), ("A title in Latin letters", "2027-06-01")], 1
        )
    }
    folder = office(entries)

    def run(*arguments: str) -> tuple[int, str, str]:
        argv = ["yaoan", "calendar", "-C", str(folder), "--day", "2026-11-22", *arguments]
        monkeypatch.setattr("sys.argv", argv)
        monkeypatch.setenv("COLUMNS", "120")
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    run.folder = folder  # type: ignore[attr-defined]
    return run


def test_the_table_says_when_what_which_and_what_to_do(run):
    code, out, _ = run()
    assert code == 0
    first = next(line for line in out.splitlines() if line.startswith("2026-12-01"))
    assert first.split()[:4] == ["2026-12-01", "9", "开始公开", "notice-2026-0001"]
    assert "冬季用药提醒" in out
    assert "核对内容和签署" in out


def test_the_columns_stand_under_each_other_in_chinese(run):
    _, out, _ = run()
    lines = out.splitlines()
    columns = {
        cell_len(line[: line.index(word)])
        for line in lines
        for word in ("条目", "notice-2026-0001", "冬季用药提醒")
        if word in line
    }
    assert len(columns) == 1


def test_days_say_how_far_to_look(run):
    assert "notice-2026-0002" in run()[1]
    assert "notice-2026-0002" not in run("--days", "100")[1]
    code, out, err = run("--days", "3")
    assert (code, out) == (0, "")
    assert "3 天" in err


@pytest.mark.parametrize(("language", "word"), [("zh", "开始公开"), ("en", "Becomes public")])
def test_the_table_speaks_both_languages(run, language: str, word: str):
    assert word in run("--lang", language)[1]


def test_json_and_ics_go_to_standard_output(run):
    assert len(json.loads(run("--format", "json")[1])["tasks"]) == 2
    assert run("--format", "ics")[1].startswith("BEGIN:VCALENDAR")


@pytest.mark.parametrize("form", ["table", "json", "ics"])
def test_a_file_is_written_where_one_says(run, tmp_path: Path, form: str):
    file = tmp_path / "ours" / "calendar"
    file.parent.mkdir()
    code, out, err = run("--format", form, "--out", str(file))
    assert (code, out) == (0, "")
    assert "不要对外发布" in err
    assert "notice-2026-0001" in file.read_text("utf-8")


@pytest.mark.parametrize("where", ["docs", "docs/assets", "overrides", "site/deep"])
def test_no_calendar_is_written_into_what_is_published(run, where: str):
    folder = run.folder / where
    folder.mkdir(parents=True, exist_ok=True)
    if where.startswith("site"):
        (run.folder / "site" / ".yaoan").write_text("")
    code, _, err = run("--out", str(folder / "calendar.ics"), "--format", "ics")
    assert code == 2
    assert "未公开" in err
    assert not (folder / "calendar.ics").exists()


def test_an_entry_with_errors_does_not_hide_the_calendar(run):
    late = NOTICE.format(title="写错种类的通知", published="2026-12-24").replace("arrangement", "x")
    path = run.folder / "cases/notices/2026/notice-2026-0009.yml"
    path.write_text(late, "utf-8")
    code, out, _ = run()
    assert code == 0
    assert "notice-2026-0009" in out


def test_without_an_office_there_is_no_calendar(run):
    (run.folder / "cases" / "office.yml").unlink()
    code, out, _ = run()
    assert code == 1
    assert "Y206" in out
