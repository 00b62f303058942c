"""Shards: parts built apart make the site that one build makes, or none."""

import shutil
from pathlib import Path

import pytest

from conftest import DAY, Office, put
from yaoan.doors import (
    Share,
    Unchanged,
    Unfit,
    Unsound,
    Workshop,
    build,
    build_shard,
    made_from,
    merge,
    remember,
    unchanged,
)


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> tuple[Workshop, Path, list[Path]]:
    """A small office, its site, and three shards of it."""
    from conftest import ROOT
    from yaoan.kinds import all_kinds, example_of

    folder = tmp_path_factory.mktemp("shards") / "office"
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    for name in ("office.yml", "office.en.yml"):
        put(folder, f"cases/{name}", (ROOT / "cases" / name).read_text("utf-8"))
    for form in list(all_kinds().values())[:4]:
        for part in ("", ".en"):
            put(folder, f"cases/{form.kind.folder}/2026/{form.kind.prefix}-2026-9001{part}.yml", example_of(form.kind, part))
    workshop = Workshop.open(folder, DAY)
    build(workshop, folder / "site")
    shards = [folder.parent / f"shard-{number}" for number in (1, 2, 3)]
    for number, shard in enumerate(shards, start=1):
        build_shard(workshop, shard, Share(number, 3))
    return workshop, folder / "site", shards


def test_three_shards_make_the_site_that_one_build_makes(built, tmp_path: Path):
    workshop, site, shards = built
    merge(workshop, [shards[2], shards[0], shards[1]], tmp_path / "site")
    assert files(tmp_path / "site") == files(site)


def test_each_shard_has_its_share_only(built):
    _, site, shards = built
    pages = [{name for name in files(shard) if name.endswith(".html")} for shard in shards]
    shared = pages[0] & pages[1] & pages[2]
    assert set.union(*pages) == {name for name in files(site) if name.endswith(".html")}
    assert not (pages[0] & pages[1]) - shared
    assert max(map(len, pages)) - min(map(len, pages)) <= 1


def copied(shards: list[Path], to: Path) -> list[Path]:
    return [Path(shutil.copytree(shard, to / shard.name)) for shard in shards]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda shards: shards.pop(), "各份不齐或者重复"),
        (lambda shards: shards.append(shards[0]), "各份不齐或者重复"),
        (lambda shards: shards.clear(), "各份不齐或者重复"),
        (lambda shards: (shards[1] / ".yaoan-shard").unlink(), "里不是"),
        (lambda shards: (shards[1] / ".yaoan-shard").write_text("[]"), "里不是"),
        (lambda shards: (shards[1] / ".yaoan-shard").write_text("{"), "里不是"),
        (lambda shards: (shards[2] / "404.html").write_text("other"), "不一样"),
        (lambda shards: (shards[2] / "link").symlink_to("/etc/hostname"), "不一样"),
    ],
)
def test_shards_that_make_no_whole_are_refused(built, tmp_path: Path, spoil, said: str):
    workshop, _, shards = built
    shards = copied(shards, tmp_path)
    spoil(shards)
    with pytest.raises(Unfit) as unfit:
        merge(workshop, shards, tmp_path / "site")
    assert said in unfit.value.message.zh
    assert not (tmp_path / "site").exists()


def test_shards_of_another_day_are_refused(built, tmp_path: Path):
    workshop, _, shards = built
    other = Workshop.open(workshop.folder, DAY.replace(day=DAY.day + 1))
    with pytest.raises(Unfit) as unfit:
        merge(other, shards, tmp_path / "site")
    assert "不是用现在的内容" in unfit.value.message.zh


def test_what_is_put_together_is_looked_over(built, tmp_path: Path):
    workshop, _, shards = built
    shards = copied(shards, tmp_path)
    put(shards[1], "extra/index.html", "<!doctype html><p>x</p></html>")
    with pytest.raises(Unsound):
        merge(workshop, shards, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_shard_is_not_written_over_anything(built, tmp_path: Path):
    put(tmp_path, "mine/letter.txt", "mine")
    with pytest.raises(FileExistsError):
        build_shard(built[0], tmp_path / "mine", Share(1, 2))


def test_a_site_is_known_again_while_nothing_changes(built):
    workshop, site, _ = built
    key = made_from(workshop.folder, DAY)
    assert unchanged(workshop.folder, site, key) is None
    known = Unchanged(12, ("a warning",))
    remember(workshop.folder, site, key, known)
    assert unchanged(workshop.folder, site, key) == known
    assert unchanged(workshop.folder, site, made_from(workshop.folder, DAY.replace(day=1))) is None
    assert unchanged(workshop.folder, site.parent / "elsewhere", key) is None


@pytest.mark.parametrize("name", ["index.html", "new.html", "sitemap.xml.gz"])
def test_a_site_that_was_touched_is_not_known_again(built, name: str):
    workshop, site, _ = built
    key = made_from(workshop.folder, DAY)
    remember(workshop.folder, site, key, Unchanged(1, ()))
    before = (site / name).read_bytes() if (site / name).exists() else None
    (site / name).write_bytes((before or b"") + b"x")
    assert unchanged(workshop.folder, site, key) is None
    if before is None:
        (site / name).unlink()
    else:
        (site / name).write_bytes(before)
    assert unchanged(workshop.folder, site, key)


@pytest.mark.parametrize(
    "name",
    ["cases/office.yml", "docs/about.md", "overrides/assets/yaoan.css", "mkdocs.yml", "cases/new.yml"],
)
def test_any_file_changes_the_key(office: Office, name: str):
    folder = office(examples=True)
    before = made_from(folder, DAY)
    assert made_from(folder, DAY) == before
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write("\n# x\n")
    assert made_from(folder, DAY) != before


def test_a_site_in_another_folder_has_the_same_key(office: Office, tmp_path: Path):
    folder = office(examples=True)
    shutil.copytree(folder, tmp_path / "copy")
    assert made_from(tmp_path / "copy", DAY) == made_from(folder, DAY)
