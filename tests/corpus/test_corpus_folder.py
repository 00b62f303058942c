"""The folder of entries: what does not belong there is named, and the rest is read all the same."""

import os
from pathlib import Path

import pytest

from conftest import DAY, Office, put
from yaoan import corpus, rules, source
from yaoan.corpus import Corpus
from yaoan.diagnostics import FORMATS, Report, Severity
from yaoan.doors import Workshop
from yaoan.kinds import all_kinds
from yaoan.reference import Reference
from yaoan.site import Site

NOTICE = """\
title: {title}
summary: 药店周末照常营业。
published: 2026-03-05
type: arrangement
by: 示例区市场监督管理局
body: |
  周末照常营业。
"""
ENGLISH = """\
title: {title}
summary: Pharmacies stay open at the weekend.
by: Demo District Administration for Market Regulation
body: |
  Open at the weekend.
"""
GOOD = "cases/notices/2026/notice-2026-0001.yml"


def notice(title: str = "周末营业") -> str:
    return NOTICE.format(title=title)


def read(folder: Path, jobs: int = 1) -> tuple[Corpus, Report]:
    report = Report()
    return corpus.read(folder / "cases", report, jobs), report


def found(report: Report) -> list[tuple[str, str]]:
    return [(each.code, each.span.source.name) for each in report]


def test_entries_are_read_with_their_english_in_the_order_of_their_files(office: Office) -> None:
    folder = office(
        {
            "cases/notices/2026/notice-2026-0002.yml": notice("后一条"),
            GOOD: notice("前一条"),
            GOOD.replace(".yml", ".en.yml"): ENGLISH.format(title="The first"),
            "cases/practices/README.md": "",
        }
    )
    (folder / "cases/practices/README.md").unlink()
    written, report = read(folder)
    assert not report.problems
    assert [each.id for each in written.records] == ["notice-2026-0001", "notice-2026-0002"]
    first, second = (entry for _, entry in written.filled)
    assert (first.title.zh, first.title.en) == ("前一条", "The first")
    assert (second.title.zh, second.title.en) == ("后一条", "")
    assert written.by_id["notice-2026-0001"].year == "2026"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("cases/工作材料.docx", "Y202"),
        ("cases/notices/2026/说明.docx", "Y202"),
        ("cases/notices/2026/notice-2026-0002.yaml", "Y202"),
        ("cases/notices/2026/notice-2026-0002.yml.bak", "Y202"),
        ("cases/notices/notice-2026-0002.yml", "Y204"),
        ("cases/notices/2026/03/notice-2026-0002.yml", "Y204"),
        ("cases/notices/2025/notice-2026-0002.yml", "Y204"),
        ("cases/notices/2026/notice-2025-0002.yml", "Y204"),
        ("cases/notices/2026/case-2026-0002.yml", "Y204"),
        ("cases/notices/2026/notice-2026-2.yml", "Y204"),
        ("cases/notices/2026/过期药回收.yml", "Y204"),
        ("cases/notices/2026/notice-2026-0002.en.yml", "Y205"),
    ],
)
def test_a_file_in_the_wrong_place_is_named_and_the_rest_is_read(
    office: Office, name: str, code: str
) -> None:
    written, report = read(office({GOOD: notice(), name: notice()}))
    assert found(report) == [(code, name)]
    problem = next(iter(report))
    assert problem.severity is Severity.ERROR
    assert problem.message.zh
    assert problem.message.en
    assert problem.help.zh
    assert problem.help.en
    assert [each.id for each in written.records] == ["notice-2026-0001"]


def test_a_misplaced_file_is_told_what_name_would_fit(office: Office) -> None:
    _, report = read(office({"cases/penalties/2026/notice-2026-0001.yml": notice()}))
    (problem,) = report
    assert "penalties/2026/penalty-2026-0001.yml" in problem.help.zh
    assert "penalties/2026/penalty-2026-0001.yml" in problem.help.en


def test_an_unknown_folder_is_told_the_columns(office: Office) -> None:
    written, report = read(office({GOOD: notice(), "cases/notice/2026/notice-2026-0002.yml": ""}))
    assert found(report) == [("Y203", "cases/notice")]
    (problem,) = report
    assert all(folder in problem.help.zh for folder in all_kinds())
    assert len(written.records) == 1


def test_hidden_files_pictures_and_the_offices_own_reference_are_no_entries(
    office: Office,
) -> None:
    written, report = read(
        office(
            {
                GOOD: notice(),
                "cases/.DS_Store": b"\0",
                "cases/notices/.DS_Store": b"\0",
                "cases/notices/2026/.notice-2026-0001.yml.swp": b"\0",
                "cases/notices/2026/现场.jpg": b"\xff\xd8",
                "cases/reference/laws/README.txt": "",
                "cases/README.md": "# 怎么写条目",
            }
        )
    )
    assert not report.problems
    assert written.pictures == {"cases/notices/2026/现场.jpg"}
    assert [each.id for each in written.records] == ["notice-2026-0001"]


# ── Links ─────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A folder and a file that must never be published."""
    put(tmp_path, "secret/notice-2026-0002.yml", notice("内部名单"))
    put(tmp_path, "secret/notice-2026-0001.en.yml", ENGLISH.format(title="Internal list"))
    return tmp_path / "secret"


def everything(written: Corpus) -> str:
    texts = [leaf.text for record in written.records for leaf in record.leaves()]
    return repr(written.office) + repr(texts)


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("cases/notices/2026/notice-2026-0002.yml", "notice-2026-0002.yml"),
        ("cases/notices/2026/notice-2026-0001.en.yml", "notice-2026-0001.en.yml"),
        ("cases/notices/2025", "."),
        ("cases/practices", "."),
        ("cases/reference", "."),
        ("cases/README.md", "notice-2026-0002.yml"),
        ("cases/notices/2026/现场.jpg", "notice-2026-0002.yml"),
    ],
)
def test_a_link_is_named_and_not_followed(
    office: Office, secret: Path, link: str, target: str
) -> None:
    folder = office({GOOD: notice()})
    (folder / link).symlink_to(secret / target)
    written, report = read(folder)
    assert found(report) == [("Y201", link)]
    assert [each.id for each in written.records] == ["notice-2026-0001"]
    assert "内部名单" not in everything(written)
    assert "Internal list" not in everything(written)
    assert not written.pictures


@pytest.mark.parametrize("name", ["office.yml", "office.en.yml"])
def test_a_linked_office_is_not_followed(office: Office, secret: Path, name: str) -> None:
    folder = office({GOOD: notice()})
    hidden = put(secret, name, (folder / "cases" / name).read_text("utf-8"))
    hidden.write_text(hidden.read_text("utf-8").replace("site_name: ", "site_name: Internal "))
    (folder / "cases" / name).unlink()
    (folder / "cases" / name).symlink_to(hidden)
    written, report = read(folder)
    assert report.failed
    assert {each.span.source.name for each in report} == {f"cases/{name}"}
    assert "Internal" not in everything(written)


# ── The office, unreadable files ──────────────────────────────────────────────────────────────


def test_without_an_office_the_entries_are_still_checked(
    office: Office, national: Reference
) -> None:
    folder = office({GOOD: notice().replace("2026-03-05", "2026-02-30")})
    (folder / "cases" / "office.yml").unlink()
    written, report = read(folder)
    assert found(report) == [("Y111", GOOD), ("Y206", "cases/office.yml")]
    assert written.office is None
    with pytest.raises(ValueError, match="office"):
        Site.open(written, national, DAY)


def test_a_mistake_in_the_office_is_found_at_its_line(office: Office) -> None:
    folder = office()
    path = folder / "cases" / "office.yml"
    lines = path.read_text("utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("official:"))
    lines[at] = "official: 大概"
    path.write_text("\n".join(lines), "utf-8")
    written, report = read(folder)
    (problem,) = report
    assert (problem.code, problem.span.line) == ("Y125", at + 1)
    assert written.office is None


def test_an_unreadable_file_is_reported_and_the_rest_is_read(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = "cases/notices/2026/notice-2026-0002.yml"
    folder = office({GOOD: notice(), locked: notice("打不开")})
    real = source.take

    def take(path: Path | str) -> bytes:
        if Path(path).name == "notice-2026-0002.yml":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(source, "take", take)
    written, report = read(folder)
    assert found(report) == [("Y207", locked)]
    assert "Permission denied" in next(iter(report)).message.en
    assert [each.id for each in written.records] == ["notice-2026-0001"]


def test_a_file_in_another_encoding_does_not_stop_the_others(office: Office) -> None:
    wrong = "cases/notices/2026/notice-2026-0002.yml"
    folder = office({GOOD: notice(), wrong: notice("周末营业二").encode("gb18030")})
    written, report = read(folder)
    assert found(report) == [("Y001", wrong)]
    assert [each.id for each in written.records] == ["notice-2026-0001"]


def test_one_unreadable_entry_is_one_problem_also_when_others_link_to_it(office: Office) -> None:
    """The link is right; only the entry it names has a slip in it."""
    broken = "cases/notices/2026/notice-2026-0002.yml"
    folder = office(
        {
            GOOD: notice() + "related: [notice-2026-0002]\n",
            GOOD.replace(".yml", ".en.yml"): ENGLISH.format(title="Open"),
            broken: notice("有制表符").replace("published", "\tpublished"),
        }
    )
    assert found(Workshop.open(folder, DAY).report) == [("Y003", broken)]


# ── Records ───────────────────────────────────────────────────────────────────────────────────


def test_a_record_knows_where_its_values_stand(office: Office) -> None:
    written, _ = read(office({GOOD: notice() + "products:\n  - drug\n  - device\n"}))
    (record,) = written.records
    assert record.at("published").line == 3
    assert record.at("published").text == "2026-03-05"
    assert (record.at("products", 1).line, record.at("products", 1).text) == (10, "device")
    assert record.at("body").text == "|"
    assert record.at("products", 7, "no", "such").line == 9
    assert record.at("nothing").line == 1


def test_a_half_wrong_entry_is_still_checked_for_the_rest(
    office: Office, national: Reference
) -> None:
    """A bad date hides neither an unknown term, nor an unknown law, nor a leaked number."""
    text = (
        "title: 普法\nsummary: 身份证号110101199003070011。\npublished: 2026年13月\n"
        "products: [drug, pills]\nquestion: 问\nanswer: 见[那条](case-1999-0001)。\n"
        "citations:\n  - 药品管埋法 第九十八条\nas_of: 2026-01-01\nby: 法制科\n"
    )
    name = "cases/law-explainers/2026/law-2026-0001.yml"
    report = Workshop.open(office({name: text}), DAY).report
    lines = [(each.code, each.span.line) for each in report]
    assert lines == [("Y321", 2), ("Y111", 3), ("Y301", 4), ("Y305", 6), ("Y302", 8)]


def test_a_half_wrong_entry_is_never_published(office: Office, national: Reference) -> None:
    written, _ = read(office({GOOD: notice().replace("2026-03-05", "2026-02-30")}))
    (record,) = written.records
    assert record.entry is None
    assert record.draft is not None
    assert record.draft.title.zh == "周末营业"
    assert list(written.filled) == []
    assert not Site.open(written, national, DAY).items


# ── Many files ────────────────────────────────────────────────────────────────────────────────


def test_two_processes_read_the_same_as_one(office: Office, national: Reference) -> None:
    files: dict[str, str | bytes] = {}
    for number in range(1, 211):
        name = f"cases/notices/2026/notice-2026-{number:04d}"
        files[f"{name}.yml"] = notice(f"第{number}条")
        files[f"{name}.en.yml"] = ENGLISH.format(title=f"Notice {number}")
    files["cases/notices/2026/notice-2026-0007.yml"] = notice().replace("type:", "tpye:")
    files["cases/notices/2026/notice-2026-0150.yml"] = notice().encode("gb18030")
    files["cases/notices/2026/notice-2026-0200.yml"] = notice().replace("by:", "\tby:")
    folder = office(files)

    def summary(jobs: int) -> tuple[object, ...]:
        written, report = read(folder, jobs)
        report.extend(rules.check(rules.Context(written, national, DAY)))
        rows = [(each.id, each.file, each.entry, each.draft) for each in written.records]
        return rows, written.pictures, FORMATS["json"](report, "zh"), FORMATS["text"](report, "en")

    one, two = summary(1), summary(2)
    assert len(one[0]) == 208
    assert one == two


@pytest.mark.parametrize("name", ["notice-2026-0001.yml", "p.jpg"])
def test_what_is_no_plain_file_is_not_waited_for(office: Office, name: str) -> None:
    folder = office()
    path = folder / "cases/notices/2026" / name
    path.parent.mkdir(parents=True)
    os.mkfifo(path)
    assert found(read(folder)[1]) == [("Y202", f"cases/notices/2026/{name}")]


def test_of_a_huge_file_only_the_beginning_is_read(office: Office) -> None:
    folder = office({GOOD: b""})
    with (folder / GOOD).open("r+b") as file:
        file.truncate(8 << 30)
    assert found(read(folder)[1]) == [("Y016", GOOD)]


@pytest.mark.parametrize(
    "name",
    ["a<b>.jpg", "-a.jpg", " a.jpg", "a.b.jpg", "a%2fb.jpg", "a\\b.jpg", "a'b.jpg", "a\u202eb.jpg",
     "a{b}.jpg", "a#b.jpg", "a?b.jpg", "a\nb.jpg", "_a.jpg"],
)  # fmt: skip
def test_a_picture_whose_name_cannot_be_an_address_is_named(office: Office, name: str) -> None:
    folder = office({f"cases/notices/2026/{name}": b""})
    assert [each.code for each in read(folder)[1]] == ["Y218"]


@pytest.mark.parametrize("name", ["IMG_0123 (1).jpg", "微信图片_20260305101010.png", "图（一）.webp"])
def test_a_picture_may_keep_the_name_that_phones_and_people_give(office: Office, name: str) -> None:
    assert found(read(office({f"cases/notices/2026/{name}": b""}))[1]) == []


@pytest.mark.parametrize("other", ["A.jpg", "e\u0301.jpg"])
def test_two_pictures_with_one_address_are_named(office: Office, other: str) -> None:
    first = "a.jpg" if other == "A.jpg" else "\u00e9.jpg"
    folder = office({f"cases/notices/2026/{name}": b"" for name in (first, other)})
    assert [each.code for each in read(folder)[1] if each.code != "Y218"] == ["Y219"]


def test_a_link_in_the_own_reference_data_is_named_and_not_read(office: Office) -> None:
    name = "cases/reference/terms/place.yml"
    folder = office({"secret.yml": "a: b\n", "cases/reference/terms/README.md": ""})
    (folder / name).symlink_to(folder / "secret.yml")
    report = Workshop.open(folder, DAY).report
    assert found(report) == [("Y201", name)]
