"""The ledger of addresses: read strictly, and held against the entries."""

import datetime as dt
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import DAY, NOTICE, ROOT, Office, put
from yaoan import corpus
from yaoan.corpus import LEDGER, Address, Ledger, is_id, ledger_of
from yaoan.diagnostics import Report, Severity, Source
from yaoan.doors import Workshop
from yaoan.kinds import all_kinds

FILE = f"cases/{LEDGER}"
GOOD = "cases/notices/2026/notice-2026-{:04d}.yml"

ids = st.builds(
    "{}-{}-{:04d}".format,
    st.sampled_from([form.kind.prefix for form in all_kinds().values()]),
    st.integers(1990, 2100),
    st.integers(1, 99999),
)
addresses = st.builds(
    lambda ident, since, after: Address(ident, since, **after),
    ids,
    st.dates(),
    st.one_of(
        st.just({}),
        st.fixed_dictionaries({"moved": ids}),
        st.fixed_dictionaries({"withdrawn": st.sampled_from(["ended", "error"])}),
    ),
)


def notice(title: str = "周末营业", published: str = "2026-03-05") -> str:
    return NOTICE.format(title=title, published=published)


def found(folder: Path) -> list[tuple[str, str, int]]:
    """What is wrong with files and folders: the code, the file and the line."""
    report = Workshop.open(folder, DAY).report
    problems = [each for each in report if each.code < "Y300"]
    return [(each.code, each.span.source.name, each.span.line) for each in problems]


@given(st.lists(addresses, unique_by=lambda each: each.id))
def test_what_is_written_is_read_again(written: list[Address]):
    ledger = Ledger().but(written)
    read, problems = ledger_of(Source(FILE, ledger.text))
    assert problems == []
    assert read == ledger
    assert [each.id for each in read.addresses] == sorted(each.id for each in written)


@given(st.text())
def test_no_text_is_too_odd_to_be_read(text: str):
    _, problems = ledger_of(Source(FILE, text))
    assert all(each.code in ("Y211", "Y212") for each in problems)


@pytest.mark.parametrize(
    "line",
    [
        "notice-2026-0001",
        "notice-2026-0001 2026-3-5",
        "notice-2026-0001 2026-02-30",
        "notice-2026-0001 20260305",
        "notice-2026-1 2026-03-05",
        "notice-2026-00001 2026-03-05",
        "notice-２０２６-0001 2026-03-05",
        "Notice-2026-0001 2026-03-05",
        "letter-2026-0001 2026-03-05",
        "notice-2026-0001 2026-03-05 gone",
        "notice-2026-0001 2026-03-05 moved",
        "notice-2026-0001 2026-03-05 moved elsewhere",
        "notice-2026-0001 2026-03-05 withdrawn error twice",
        "<<<<<<< HEAD",
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_place(office: Office, line: str):
    folder = office({FILE: f"# 登记\n\n{line}\n"})
    assert found(folder) == [("Y211", FILE, 3)]


def test_lines_that_a_merge_kept_twice_are_one_and_contradictions_are_told(office: Office):
    folder = office({GOOD.format(1): notice()})
    put(folder, FILE, "notice-2026-0001 2026-03-05\nnotice-2026-0001 2026-03-05\n")
    assert found(folder) == []
    put(folder, FILE, "notice-2026-0001 2026-03-05\nnotice-2026-0001 2026-03-06\n")
    assert found(folder) == [("Y212", FILE, 2)]


def test_a_ledger_in_another_encoding_is_explained(office: Office):
    folder = office({FILE: "# 登记\n".encode("gbk")})
    ((code, name, _),) = found(folder)
    assert code.startswith("Y0")
    assert name == FILE


def test_a_ledger_that_is_a_link_is_not_followed(office: Office):
    folder = office()
    (folder / FILE).symlink_to("/etc/passwd")
    assert [code for code, _, _ in found(folder)] == ["Y201"]


def test_an_address_that_was_public_and_is_gone_is_an_error_until_it_is_declared(office: Office):
    folder = office({GOOD.format(7): notice()})
    put(folder, FILE, "notice-2026-0001 2026-03-05\nnotice-2026-0007 2026-03-05\n")
    assert found(folder) == [("Y213", FILE, 1)]
    for after in ("moved notice-2026-0007", "withdrawn replaced"):
        text = f"notice-2026-0001 2026-03-05 {after}\nnotice-2026-0007 2026-03-05\n"
        put(folder, FILE, text)
        assert found(folder) == []


def test_an_entry_that_cannot_be_read_is_not_gone(office: Office):
    folder = office({GOOD.format(1): "title: [\n", FILE: "notice-2026-0001 2026-03-05\n"})
    assert "Y213" not in [code for code, _, _ in found(folder)]


@pytest.mark.parametrize("after", ["moved notice-2026-0007", "withdrawn error"])
def test_an_id_is_never_used_again(office: Office, after: str):
    folder = office({GOOD.format(1): notice("甲"), GOOD.format(7): notice("乙")})
    text = f"notice-2026-0001 2026-03-05 {after}\nnotice-2026-0007 2026-03-05\n"
    put(folder, FILE, text)
    assert found(folder) == [("Y214", GOOD.format(1), 1)]


@pytest.mark.parametrize("to", ["notice-2026-0009", "notice-2026-0001"])
def test_an_address_moves_to_an_entry_in_one_step(office: Office, to: str):
    folder = office({FILE: f"notice-2026-0001 2026-03-05 moved {to}\n"})
    assert found(folder) == [("Y215", FILE, 1)]
    problem = next(each for each in Workshop.open(folder, DAY).report if each.code < "Y300")
    assert problem.span.text.strip() == to


def test_a_reason_that_is_not_known_is_told_with_those_that_are(office: Office):
    folder = office({FILE: "notice-2026-0001 2026-03-05 withdrawn because\n"})
    assert found(folder) == [("Y216", FILE, 1)]
    assert "replaced" in next(each for each in Workshop.open(folder, DAY).report if each.code < "Y300").help.en


def test_public_entries_that_are_not_in_the_ledger_are_one_warning(office: Office):
    folder = office(
        {
            GOOD.format(1): notice("甲"),
            GOOD.format(2): notice("乙"),
            GOOD.format(3): notice("丙", "2026-12-31"),
        }
    )
    assert found(folder) == [], "this office keeps no ledger"
    put(folder, FILE, "")
    (problem,) = (each for each in Workshop.open(folder, DAY).report if each.code < "Y300")
    assert (problem.code, problem.severity) == ("Y217", Severity.WARNING)
    assert problem.message.en.startswith("2 public addresses")
    office_yml = (folder / "cases/office.yml").read_text("utf-8")
    put(folder, "cases/office.yml", office_yml + "sign_offs: [legal]\n")
    assert found(folder) == [], "what lacks a sign-off was not public"


@pytest.mark.parametrize(
    "name",
    [
        "notice-2026-０００１.yml",
        "notice-2026-00012.yml",
        "Notice-2026-0001.yml",
        "notice-2026-0001.YML",
    ],
)
def test_no_two_files_can_have_ids_that_look_alike(office: Office, name: str):
    folder = office({GOOD.format(1): notice(), f"cases/notices/2026/{name}": notice("乙")})
    put(folder, FILE, "notice-2026-0001 2026-03-05\n")
    codes = [(code, file) for code, file, _ in found(folder)]
    assert codes in (
        [("Y204", f"cases/notices/2026/{name}")],
        [("Y202", f"cases/notices/2026/{name}")],
    )


def test_the_id_proposed_for_a_misplaced_file_was_never_given(office: Office):
    folder = office({"cases/notices/2026/letter.yml": notice(), GOOD.format(2): notice("乙")})
    put(folder, FILE, "notice-2026-0002 2026-03-05\nnotice-2026-0041 2026-03-05 withdrawn error\n")
    report = Report()
    corpus.read(folder / "cases", report)
    assert "notice-2026-0042.yml" in next(each.help.en for each in report)


def test_more_than_9999_entries_of_a_year_have_longer_numbers():
    assert is_id("penalty-2026-9999")
    assert is_id("penalty-2026-10000")
    assert not is_id("penalty-2026-010000")


def test_the_sample_office_keeps_its_ledger(sample: Workshop):
    known = sample.corpus.ledger.by_id
    public = {record.id for record, entry in sample.corpus.filled if entry.published <= DAY}
    assert public <= set(known)
    assert (ROOT / FILE).read_text("utf-8") == sample.corpus.ledger.text
    for record, entry in sample.corpus.filled:
        assert record.id not in known or known[record.id].since == entry.published


def test_two_branches_that_add_addresses_merge(tmp_path: Path):
    def git(*arguments: str) -> None:
        who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    def add(*idents: str) -> None:
        text = (tmp_path / FILE).read_text("utf-8")
        ledger, _ = ledger_of(Source(FILE, text))
        merged = ledger.but(Address(each, dt.date(2026, 3, 5)) for each in idents)
        (tmp_path / FILE).write_text(merged.text, "utf-8")
        git("commit", "-qam", "x")

    git("init", "-q", "-b", "main")
    put(tmp_path, ".gitattributes", (ROOT / ".gitattributes").read_bytes())
    put(tmp_path, FILE, Ledger().text)
    git("add", "-A")
    git("commit", "-qm", "x")
    git("checkout", "-qb", "branch")
    add("notice-2026-0001", "case-2026-0001")
    git("checkout", "-q", "main")
    add("notice-2026-0002", "case-2026-0001")
    git("merge", "-q", "branch")
    merged, problems = ledger_of(Source(FILE, (tmp_path / FILE).read_text("utf-8")))
    assert problems == []
    assert list(merged.by_id) == ["case-2026-0001", "notice-2026-0001", "notice-2026-0002"]
