"""Building: beside the old site, in its place only when whole; refused when entries have errors."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from conftest import DAY, ROOT, Office
from yaoan.doors import NotOurs, Refused, Workshop, build, write_folder

PLAIN = """\
site_name: test
repo_url: https://example.org/office/
edit_uri: edit/main/docs/
theme: {name: material, custom_dir: overrides, font: false}
plugins:
  - yaoan: {day: '2026-11-22'}
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
markdown_extensions: [attr_list, def_list, md_in_html, tables]
"""


def mkdocs(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


POLICY = re.compile(r"\n<meta http-equiv=\"Content-Security-Policy\"[^>]*>")
"""Put into the pages by our door, which a folder of Markdown does without."""


def html_files(site: Path) -> dict[str, str]:
    return {p.relative_to(site).as_posix(): p.read_text("utf-8") for p in site.rglob("*.html")}


def test_a_build_puts_the_site_in_place_and_leaves_nothing_half_made(office: Office):
    folder = office(examples=("notices",))
    built = build(Workshop.open(folder, DAY), folder / "site")
    assert (built.out / "notices/notice-2026-9001/index.html").is_file()
    assert built.pages == len(html_files(folder / "site"))
    assert {p.name for p in folder.iterdir() if "site" in p.name} == {".site.builds", "site"}
    assert len(list((folder / ".site.builds").glob("*/"))) == 1


def test_a_build_replaces_the_old_site_whole(office: Office):
    folder = office()
    (folder / "site").mkdir()
    (folder / "site" / ".yaoan").write_text("")
    (folder / "site" / "stale.html").write_text("old")
    build(Workshop.open(folder, DAY), folder / "site")
    assert not (folder / "site" / "stale.html").exists()


def test_entries_with_errors_leave_the_old_site_untouched(office: Office):
    folder = office({"cases/notices/2026/notice-2026-0001.yml": "title: x\n"})
    (folder / "site").mkdir()
    (folder / "site" / ".yaoan").write_text("")
    (folder / "site" / "index.html").write_text("old")
    with pytest.raises(Refused):
        build(Workshop.open(folder, DAY), folder / "site")
    assert {p.name for p in (folder / "site").iterdir()} == {"index.html", ".yaoan"}


@pytest.mark.parametrize("where", [".", "..", "cases", "docs", "overrides", "theirs"])
def test_a_build_never_replaces_what_is_not_a_site(office: Office, where: str):
    folder = office({"theirs/letter.txt": "mine"}, examples=True)
    before = sorted(folder.parent.rglob("*"))
    with pytest.raises(NotOurs):
        build(Workshop.open(folder, DAY), folder / where)
    assert sorted(folder.parent.rglob("*")) == before


def test_an_entry_is_not_on_the_site_before_its_day(office: Office):
    folder = office(examples=("notices",))
    path = folder / "cases/notices/2026/notice-2026-9001.yml"
    text = path.read_text("utf-8")
    published = next(line for line in text.splitlines() if line.startswith("published:"))
    path.write_text(text.replace(published, "published: 2026-11-23"), "utf-8")
    site = build(Workshop.open(folder, DAY), folder / "site").out
    assert not any("notice-2026-9001" in name for name in html_files(site))
    assert not any("notice-2026-9001" in text for text in html_files(site).values())


def test_plain_mkdocs_builds_the_same_pages(office: Office):
    folder = office({"mkdocs.yml": PLAIN}, examples=True)
    done = mkdocs(folder, "build", "--strict", "--site-dir", "plain")
    assert done.returncode == 0, done.stderr
    ours = build(Workshop.open(folder, DAY), folder / "site").out
    assert html_files(folder / "plain") == html_files(ours)


def test_plain_mkdocs_refuses_entries_with_errors_and_says_where(office: Office):
    folder = office({"mkdocs.yml": PLAIN, "cases/notices/2026/notice-2026-0001.yml": "标题: x\n"})
    done = mkdocs(folder, "build", "--site-dir", "plain")
    assert done.returncode != 0
    assert "notice-2026-0001.yml:1:1" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_edit_link_of_an_entry_leads_to_its_yaml(office: Office):
    folder = office({"mkdocs.yml": PLAIN}, examples=("notices",))
    site = build(Workshop.open(folder, DAY), folder / "site").out
    page = (site / "notices/notice-2026-9001/index.html").read_text("utf-8")
    assert "https://example.org/office/edit/main/cases/notices/2026/notice-2026-9001.yml" in page


def test_the_folder_of_markdown_is_built_without_our_plugin(office: Office, tmp_path: Path):
    folder, to = office(examples=True), tmp_path / "folder"
    count = write_folder(Workshop.open(folder, DAY), to)
    by_hand = {path.relative_to(ROOT) for path in (ROOT / "docs").rglob("*.md")}
    by_hand.remove(Path("docs/README.md"))
    assert all((to / path).exists() for path in by_hand)
    assert len(list((to / "docs").rglob("*.md"))) == count + len(by_hand)
    assert yaml.safe_load((to / "mkdocs.yml").read_text("utf-8"))["plugins"] == []
    done = mkdocs(to, "build", "--site-dir", "site")
    assert done.returncode == 0, done.stderr
    ours = html_files(build(Workshop.open(folder, DAY), folder / "site").out)
    assert html_files(to / "site") == {name: POLICY.sub("", text) for name, text in ours.items()}


def test_the_folder_of_markdown_holds_nothing_that_is_not_to_be_published(
    office: Office, tmp_path: Path
):
    config = (ROOT / "mkdocs.yml").read_text("utf-8").replace("/README.md", "/README.md\n  drafts/")
    config = config.replace("exclude_docs: ", "exclude_docs: |\n  ")
    kept_out = {"docs/drafts/plan.md": "x", "overrides/card.md.j2": "x", "mkdocs.yml": config}
    write_folder(Workshop.open(office(kept_out | {"docs/more/README.md": "# 更多\n"}), DAY), tmp_path / "to")
    names = {path.name for path in (tmp_path / "to").rglob("*")}
    assert not {"plan.md", "card.md.j2", "README.md"} & names


def test_a_folder_that_holds_anything_is_not_written_to(office: Office, tmp_path: Path):
    (tmp_path / "to").mkdir()
    (tmp_path / "to" / "mine.txt").write_text("mine")
    with pytest.raises(FileExistsError):
        write_folder(Workshop.open(office(), DAY), tmp_path / "to")
    assert [p.name for p in (tmp_path / "to").iterdir()] == ["mine.txt"]


def test_several_processes_read_the_same_as_one(office: Office):
    folder = office(examples=True)
    one, two = Workshop.open(folder, DAY), Workshop.open(folder, DAY, jobs=2)
    assert [r.id for r in one.corpus.records] == [r.id for r in two.corpus.records]


def test_two_builds_of_one_day_are_the_same_bytes(office: Office, tmp_path: Path):
    """Whatever the folder, the time zone, the locale, the hash seed or the number of processes."""
    config = (ROOT / "mkdocs.yml").read_text("utf-8") + "site_url: https://example.gov.cn/\n"
    folder = office({"mkdocs.yml": config}, examples=True)
    elsewhere = tmp_path / "elsewhere" / "another name"
    shutil.copytree(folder, elsewhere)
    surroundings = [
        (folder, {"TZ": "UTC", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"}, "1"),
        (elsewhere, {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "42", "LC_ALL": "C"}, "2"),
    ]
    for where, variables, jobs in surroundings:
        command = [sys.executable, "-m", "yaoan", "build", "-q", "--day", "2026-03-05"]
        command += ["--jobs", jobs]
        subprocess.run(command, cwd=where, env={**os.environ, **variables}, check=True)
    one, two = (
        {p.relative_to(where / "site"): p.read_bytes() for p in (where / "site").rglob("*.*")}
        for where, _, _ in surroundings
    )
    assert set(one) == set(two)
    assert [name for name in one if one[name] != two[name]] == []
    assert b"<lastmod>2026-03-05</lastmod>" in one[Path("sitemap.xml")]
