"""A build of a real office is held against what the office has, and is not published with flaws."""

from importlib import import_module

import pytest
from PIL import Image

from conftest import DAY, Office, put
from yaoan.doors import Mark, Unsound, Workshop, build
from yaoan.doors.expected import expected
from yaoan.doors.publish import last
from yaoan.pages import paths, write


def test_the_pages_expected_are_the_pages_written(sample: Workshop):
    assert list(paths(sample.site)) == [each.path for each in write(sample.site)]


def test_what_is_expected_of_an_office_comes_from_its_own_folders(office: Office):
    folder = office(
        {
            "docs/a-b.md": "# x",
            "docs/plan.md": "---\ndraft: true\n---\n# x",
            "docs/README.md": "# x",
            "overrides/assets/font.woff2": "",
        }
    )
    Image.new("RGB", (8, 8)).save(folder / "docs/photo.png")
    found = expected(Workshop.open(folder, DAY))
    assert "a-b/index.html" in found.pages
    assert {"photo.png", "assets/font.woff2"} <= set(found.files)
    assert not any("plan" in each or "README" in each for each in (*found.files, *found.pages))


FLAWS = {
    "docs/about.md": ("# x\n\n[x](no.md)", "leads to “about/no.md”"),
    "docs/report.md": ("# x\n\n[x](privacy.md#no)", "leads to “#no” in “privacy/index.html”"),
    "docs/notices/index.md": ("# 通知", "notices/index.html: two pages claim"),
    "docs/search/index.md": ("# 搜索", "search/index.html: two pages claim"),
}


def test_an_office_whose_site_has_flaws_is_not_published(office: Office):
    folder = office()
    build(Workshop.open(folder, DAY), folder / "site")
    before = (folder / "site").resolve()
    for name, (text, _) in FLAWS.items():
        put(folder, name, text)
    with pytest.raises(Unsound) as raised:
        build(Workshop.open(folder, DAY), folder / "site")
    found = [f"{flaw.file}: {flaw.message.en}" for flaw in raised.value.flaws]
    for _, what in FLAWS.values():
        assert any(what in each for each in found), (what, found)
    assert (folder / "site").resolve() == before


def test_what_mkdocs_warns_of_is_handed_on(office: Office):
    folder = office({"docs/about.md": "# x\n\n[x](/about/)"})
    built = build(Workshop.open(folder, DAY), folder / "site")
    assert any("/about/" in each for each in built.warnings)


def test_a_site_of_far_fewer_pages_needs_a_word(office: Office, monkeypatch):
    folder = office()
    module = import_module("yaoan.doors.build")
    monkeypatch.setattr(module, "last", lambda out: Mark(DAY, 10_000))
    with pytest.raises(Unsound) as raised:
        build(Workshop.open(folder, DAY), folder / "site")
    assert [flaw.message.en.split(",")[1] for flaw in raised.value.flaws] == [
        " less than half as many as last time (5000). If that is right"
    ]
    assert build(Workshop.open(folder, DAY), folder / "site", fewer=True).pages > 20


def test_what_a_build_says_of_itself_is_remembered(office: Office):
    folder = office()
    built = build(Workshop.open(folder, DAY), folder / "site")
    assert last(folder / "site") == Mark(DAY, built.pages)
    assert last(folder / "nothing") == Mark()
