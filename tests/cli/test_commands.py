"""The commands as a person runs them: what they say, what they leave, how they end."""

import json
import re
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from conftest import ROOT, Office, put
from yaoan import corpus, doors, forms, source
from yaoan.kinds import all_kinds
from yaoan.rules import all_rules

BROKEN = "标题: 某药店案\npublished: 2026年3月5日\ntype: site\nby: 某局\nbody: 正文\nsummary: 一句话\n"
CODES = [f.code for room in (source, forms, corpus, doors) for f in room.FAULTS]
CODES += [rule.code for rule in all_rules()]


def yaoan(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "yaoan", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture
def broken(office: Office) -> Path:
    return office({"cases/notices/2026/notice-2026-0001.yml": BROKEN})


def test_check_of_the_sample_office_ends_well():
    done = yaoan("check", "--day", "2026-11-22")
    assert done.returncode == 0
    assert "共 0 处错误" in done.stdout


def test_check_says_every_mistake_with_its_place_and_ends_with_one(broken: Path):
    done = yaoan("check", "-C", broken, "-q")
    assert done.returncode == 1
    assert "错误[Y103]" in done.stdout
    assert "notice-2026-0001.yml:2:12" in done.stdout
    assert "怎么改：写成 2026-03-05" in done.stdout
    assert "共 2 处错误" in done.stdout


def test_check_speaks_english_when_asked(broken: Path):
    done = yaoan("check", "-C", broken, "--lang", "en")
    assert "error[Y110]: the date “2026年3月5日” is not written the way" in done.stdout
    assert "help: write 2026-03-05" in done.stdout


def test_check_mends_what_is_certain(broken: Path):
    done = yaoan("check", "-C", broken, "--fix", "-q")
    text = (broken / "cases/notices/2026/notice-2026-0001.yml").read_text("utf-8")
    assert text.startswith("title: 某药店案\npublished: 2026-03-05\n")
    assert done.returncode == 0


def test_check_of_one_file_speaks_only_of_it(office: Office):
    folder = office(
        {
            "cases/notices/2026/notice-2026-0001.yml": BROKEN,
            "cases/notices/2026/notice-2026-0002.yml": "x: 1\n",
        }
    )
    done = yaoan("check", "-C", folder, folder / "cases/notices/2026/notice-2026-0001.yml")
    assert "notice-2026-0001" in done.stdout
    assert "notice-2026-0002" not in done.stdout


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_check_writes_other_formats_whole_on_standard_output(broken: Path, form: str):
    done = yaoan("check", "-C", broken, "--format", form)
    assert done.returncode == 1
    if form == "github":
        assert done.stdout.startswith("::error file=cases/notices/2026/notice-2026-0001.yml,line=1")
    else:
        assert json.loads(done.stdout)


def test_progress_goes_to_standard_error_and_quiet_silences_it(broken: Path):
    assert "正在检查" in yaoan("check", "-C", broken).stderr
    assert yaoan("check", "-C", broken, "-q").stderr == ""


def test_build_refuses_entries_with_errors(broken: Path):
    done = yaoan("build", "-C", broken)
    assert done.returncode == 1
    assert "网站没有生成" in done.stderr
    assert not (broken / "site").exists()


def test_build_says_where_the_site_is(office: Office, tmp_path: Path):
    done = yaoan("build", "-C", office(), "--out", tmp_path / "out", "--day", "2026-11-22")
    assert done.returncode == 0
    assert "网站已生成" in done.stderr
    assert (tmp_path / "out/index.html").is_file()


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--day", "tomorrow"),
        ("check", "no-such-file.yml"),
        ("check", "-C", "/nonexistent"),
        ("new", "poems"),
        ("explain", "Z999"),
        ("build", "--jobs", "0"),
        ("dance",),
    ],
)
def test_wrong_usage_ends_with_two_and_a_sentence(arguments: tuple[str, ...]):
    done = yaoan(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_a_fault_of_ours_is_a_sentence_and_ends_with_three(office: Office):
    folder = office({"overrides/main.html": "{{ 1 / 0 }}"})
    done = yaoan("build", "-C", folder)
    assert done.returncode == 3
    assert "程序自身出了问题" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("kind", list(all_kinds()))
def test_new_gives_an_id_and_a_blank_form(office: Office, kind: str):
    folder, form = office(), all_kinds()[kind]
    first = yaoan("new", kind, "-C", folder, "--day", "2026-11-22")
    assert first.returncode == 0
    path = folder / f"cases/{kind}/2026/{form.kind.prefix}-2026-0001.yml"
    text = path.read_text("utf-8")
    assert "published: 2026-11-22" in text
    assert "title:\n" in text
    yaoan("new", form.kind.name.zh, "-C", folder, "--day", "2026-11-22")
    assert path.with_name(f"{form.kind.prefix}-2026-0002.yml").is_file()
    report = yaoan("check", "-C", folder, path)
    assert "缺少“标题”" in report.stdout
    assert "Y00" not in report.stdout


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_code_is_explained(code: str, language: str):
    from click.testing import CliRunner

    from yaoan.cli.explain import COMMAND

    done = CliRunner().invoke(COMMAND, [code, "--lang", language])
    assert done.exit_code == 0, done.output
    assert code in done.output
    assert ("为什么" if language == "zh" else "Why") in done.output


def test_every_code_is_given_once():
    assert len(CODES) == len(set(CODES))


def test_init_makes_an_office_that_passes_and_builds(tmp_path: Path):
    assert yaoan("init", tmp_path / "new").returncode == 0
    assert yaoan("check", "-C", tmp_path / "new").returncode == 0
    assert yaoan("build", "-C", tmp_path / "new").returncode == 0
    again = yaoan("init", tmp_path / "new")
    assert again.returncode == 2
    assert "不是空文件夹" in again.stderr


def test_write_makes_a_folder_of_markdown(office: Office, tmp_path: Path):
    done = yaoan("write", "-C", office(examples=True), "--to", tmp_path / "md")
    assert done.returncode == 0
    assert (tmp_path / "md/docs/en/notices/notice-2026-9001.md").is_file()


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=5) as answer:
        return answer.read().decode()


def wait_for(address: str, wanted: str) -> str:
    text = ""
    for _ in range(150):
        try:
            text = get(address)
        except OSError:
            text = ""
        if wanted in text:
            return text
        time.sleep(0.2)
    raise AssertionError(f"{wanted!r} never came; last: {text[:300]}")


def test_serve_shows_changes_and_problems_and_comes_back(office: Office):
    folder = office(examples=("notices",))
    command = [sys.executable, "-m", "yaoan", "serve", "-C", str(folder), "--port", "0"]
    command += ["--day", "2026-11-22"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        said = ""
        while not (found := re.search(r"http://127\.0\.0\.1:\d+/", said)):
            line = process.stderr.readline()
            assert line, "serve ended"
            said += line
        page = found[0] + "notices/notice-2026-9001/"
        wait_for(page, "</h1>")
        path = folder / "cases/notices/2026/notice-2026-9001.yml"
        before = path.read_text("utf-8")
        title = before.split("title: ", 1)[1].split("\n", 1)[0]
        path.write_text(before.replace(title, "改过的标题", 1), "utf-8")
        wait_for(page, "改过的标题")
        path.write_text(before.replace("title:", "title：", 1), "utf-8")
        assert "Y006" in wait_for(page, "冒号用了中文全角")
        path.write_text(before, "utf-8")
        wait_for(page, title)
        wait_for(found[0] + "find/index.json", "columns")
    finally:
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert "冒号用了中文全角" in out
    assert "Traceback" not in err


def test_the_officers_readme_may_stand_among_the_entries(office: Office):
    folder = office()
    put(folder, "cases/README.md", "# 怎么写\n")
    assert yaoan("check", "-C", folder).returncode == 0


def test_serve_says_when_the_port_is_taken(office: Office):
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = yaoan("serve", "-C", office(), "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "已被别的程序占用" in done.stderr


def test_a_mistyped_kind_is_repeated_as_typed_and_the_right_one_is_named():
    said = yaoan("new", "typical-case").stderr
    assert "“typical-case”" in said
    assert "是不是 typical-cases？" in said
