"""Clocks, sign-offs, the official site, ranges of fines: duties that bind the office itself."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from saying import OURS, entry, penalty, said

from conftest import DAY, Office, example_path
from yaoan import reference
from yaoan.corpus import missing_signoffs
from yaoan.diagnostics import Report, Severity
from yaoan.doors import Workshop, build
from yaoan.kinds import Review, all_kinds
from yaoan.pages import write
from yaoan.pages.escape import escape
from yaoan.reference import Reference
from yaoan.rules import Confidence, all_rules
from yaoan.words import words

DECISION = {"status": "decided", "authority": OURS, "penalties": [{"kind": "fine", "amount": "2000"}]}
CLOCKS = {"Y335", "Y336", "Y337", "Y338", "Y339"}


def clocks(office, known: Reference, *records, day: dt.date = DAY) -> list[str]:
    return [each.code for each in said(office, known, day, *records) if each.code in CLOCKS]


def published(day: str, **lines: object):
    """A penalty of the office decided on 7 September 2026 and published on *day*."""
    return penalty(published=day, decisions=[DECISION | {"on": "2026-09-07"}], **lines)


# ── Publication ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-09-16", []),
        ("2026-09-17", ["Y335"]),
        ("2026-09-20", ["Y335"]),
        ("2026-10-10", ["Y335"]),
        ("2026-10-12", ["Y336"]),
    ],
    ids=["the 7th", "the 8th", "a Sunday worked", "the 20th, a Saturday worked", "the 21st"],
)
def test_publication_is_counted_in_working_days_over_the_national_day(
    sample: Workshop, national: Reference, day: str, expected: list[str]
) -> None:
    assert national.working_days.between(dt.date(2026, 9, 7), dt.date(2026, 10, 10)) == 20
    assert clocks(sample.corpus.office, national, published(day)) == expected


def test_what_is_late_is_published_once_the_reason_is_written_down(
    sample: Workshop, national: Reference
) -> None:
    """An error that no honest entry could mend would make people change the days."""
    late = published("2026-10-12", late_because="承办人调岗，交接时漏报")
    assert clocks(sample.corpus.office, national, late) == []


def test_a_decision_known_to_the_month_is_given_the_benefit_of_it(
    sample: Workshop, national: Reference
) -> None:
    record = penalty(published="2026-10-12", decisions=[DECISION | {"on": "2026-09"}])
    assert clocks(sample.corpus.office, national, record) == []


@pytest.mark.parametrize(
    "lines",
    [
        {"demonstration": "是"},
        {"sources": [{"publisher": "寿县市场监督管理局", "title": "行政处罚案件公示"}]},
        {"decisions": [DECISION | {"on": "2026-03-02", "authority": "寿县市场监督管理局"}]},
    ],
    ids=["demonstration data", "a retelling", "another authority's decision"],
)
def test_no_clock_runs_for_what_is_not_the_office_s_own(
    sample: Workshop, national: Reference, lines: dict
) -> None:
    base = {"published": "2026-10-12", "decisions": [DECISION | {"on": "2026-03-02"}]}
    assert clocks(sample.corpus.office, national, penalty(**base)) == ["Y336"]
    assert clocks(sample.corpus.office, national, penalty(**(base | lines))) == []


def test_an_office_may_lay_its_own_days_over_the_national_ones(
    sample: Workshop, tmp_path: Path
) -> None:
    (tmp_path / "terms").mkdir()
    text = "name: {zh: 期限, en: Limits}\nterms:\n  publish_latest: {zh: 最后期限, en: Latest, days: 10}\n"
    (tmp_path / "terms" / "deadline.yml").write_text(text, "utf-8")
    known = reference.read(tmp_path, Report())
    office = sample.corpus.office
    assert clocks(office, known, published("2026-09-18")) == ["Y335"]
    assert clocks(office, known, published("2026-09-21")) == ["Y336"]


def test_a_year_without_an_arrangement_is_said_to_be_counted_monday_to_friday(
    sample: Workshop, national: Reference
) -> None:
    assert not national.working_days.knows(dt.date(2027, 1, 4))
    record = penalty(published="2027-01-07", decisions=[DECISION | {"on": "2026-12-30"}])
    (problem,) = (
        each
        for each in said(sample.corpus.office, national, dt.date(2027, 1, 8), record)
        if each.code in CLOCKS
    )
    assert problem.code == "Y339"
    assert "2027" in problem.message.zh
    assert "周一到周五" in problem.message.zh
    assert "cases/reference/working_days/2027.yml" in problem.help.zh


# ── Withdrawal ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("status", ["changed", "revoked"])
@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-09-24", ["Y338"]), ("2026-09-28", ["Y338"]), ("2026-09-29", ["Y337"])],
    ids=["the 1st day", "the 3rd, after the holiday of 25 September", "the day after"],
)
def test_a_withdrawal_is_explained_within_three_working_days(
    sample: Workshop, national: Reference, status: str, day: str, expected: list[str]
) -> None:
    decision = DECISION | {"status": status, "status_on": "2026-09-22", "on": "2026-09-01"}
    record = penalty(published="2026-09-03", decisions=[decision])
    now = dt.date.fromisoformat(day)
    assert national.working_days.after(dt.date(2026, 9, 22), 3) == dt.date(2026, 9, 28)
    assert clocks(sample.corpus.office, national, record, day=now) == expected
    explained = penalty(
        published="2026-09-03", decisions=[decision | {"status_reason": "程序违法"}]
    )
    assert clocks(sample.corpus.office, national, explained, day=now) == []


def test_a_withdrawal_without_its_day_is_an_error(sample: Workshop, national: Reference) -> None:
    record = penalty(decisions=[DECISION | {"status": "revoked", "status_reason": "程序违法"}])
    assert clocks(sample.corpus.office, national, record) == ["Y337"]


# ── Sign-offs ─────────────────────────────────────────────────────────────────────────────────


def signed(*by: str) -> Review:
    """A review by these, in the order of the roles; an empty name leaves one out."""
    roles = zip(Review.model_fields, by, strict=False)
    return Review.model_validate(
        {role: {"by": name, "on": "2026-09-01"} for role, name in roles if name}
    )


@pytest.mark.parametrize(
    ("review", "missing"),
    [
        (None, ("handler", "legal", "secrecy", "personal_data")),
        (signed("A01", "B02", "C03", "D04"), ()),
        (signed("A01", "B02", "", "D04"), ("secrecy",)),
        (signed("A01", "A01", "C03", "D04"), ("legal",)),
        (signed("A01", "B02", "C03", " a01 "), ("personal_data",)),
    ],
    ids=["none", "all", "one left out", "one signs twice", "the same one, typed otherwise"],
)
def test_all_four_sign_and_nobody_twice(
    sample: Workshop, review: Review | None, missing: tuple[str, ...]
) -> None:
    official = sample.corpus.office.model_copy(update={"official": True})
    notice = entry("notices").entry.model_copy(update={"review": review})
    assert missing_signoffs(notice, official) == missing
    assert missing_signoffs(notice, sample.corpus.office) == ()
    two = official.model_copy(update={"sign_offs": ("handler", "personal_data")})
    assert missing_signoffs(notice, two) == tuple(
        each for each in missing if each in ("handler", "personal_data")
    )


SIGN = "sign_offs: [handler, legal]\n"
SIGNED = "review:\n  handler: {by: ZX-0417, on: 2020-01-02}\n  legal: {by: ZX-0418, on: 2020-01-03}\n"


def office_with(office: Office, more: str, signed_kinds: tuple[str, ...] = ()) -> Path:
    folder = office(examples=True)
    path = folder / "cases/office.yml"
    path.write_text(path.read_text("utf-8") + more, "utf-8")
    for kind in signed_kinds:
        file = folder / example_path(all_kinds()[kind].kind)
        file.write_text(file.read_text("utf-8") + SIGNED, "utf-8")
    return folder


def test_an_unsigned_entry_is_held_back_and_listed_once(office: Office) -> None:
    workshop = Workshop.open(office_with(office, SIGN, ("notices",)), DAY)
    listed = [each for each in workshop.report if each.code == "Y392"]
    assert len(listed) == len(all_kinds()) - 1
    assert {each.severity for each in listed} == {Severity.WARNING}
    assert all("承办人、法制审核" in each.message.zh for each in listed)
    assert set(workshop.site.items) == {"notice-2026-9001"}


def test_an_office_that_asks_for_none_publishes_all(office: Office) -> None:
    workshop = Workshop.open(office_with(office, "sign_offs: []\n"), DAY)
    assert not [each for each in workshop.report if each.code == "Y392"]
    assert len(workshop.site.items) == len(all_kinds())


def test_a_role_that_does_not_exist_is_told_at_its_place(office: Office) -> None:
    report = Workshop.open(office_with(office, "sign_offs: [boss]\n"), DAY).report
    (problem,) = (each for each in report if each.span.source.name == "cases/office.yml")
    assert problem.span.text == "boss"
    assert "personal_data" in problem.help.zh


def test_who_signed_is_in_no_page_and_no_file(office: Office, tmp_path: Path) -> None:
    workshop = Workshop.open(office_with(office, SIGN, tuple(all_kinds())), DAY)
    assert len(workshop.site.items) == len(all_kinds())
    assert not any("ZX-041" in page.body for page in write(workshop.site))
    out = build(workshop, tmp_path / "site").out
    files = [path for path in out.rglob("*") if path.is_file()]
    assert len(files) > 100
    assert not [path for path in files if b"ZX-041" in path.read_bytes()]


# ── The official site ─────────────────────────────────────────────────────────────────────────

REAL = {
    "site_name": "魏城药安", "name": "魏城市场监督管理局", "site_code": "1304340009",
    "icp": "冀ICP备20012398号", "contact": "法制科 0310-3525311", "site_url": "https://www.weicheng.gov.cn/",
}  # fmt: skip


def official(office: Office, **lines: str) -> list[str]:
    """What is said of an official office with these lines besides."""
    text = "level: county\nplace: demo\nhotline: '12315'\nofficial: 是\nsign_offs: []\n"
    text += "".join(f"{key}: {value}\n" for key, value in (REAL | lines).items() if value)
    folder = office({"cases/office.yml": text})
    (folder / "cases/office.en.yml").unlink()
    problems = Workshop.open(folder, DAY).report
    return [f"{each.code} {each.span.text}" for each in problems if each.code == "Y391"]


def test_an_official_site_with_real_particulars_passes(office: Office) -> None:
    assert official(office) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("icp", "京ICP备00000000号"),
        ("icp", "冀ICP备xxxxxxxx号"),
        ("site_code", "1234567890"),
        ("contact", "待填"),
        ("name", "示例区市场监督管理局"),
        ("site_url", "https://www.example.gov.cn/"),
    ],
)
def test_a_placeholder_on_an_official_site_is_an_error_at_its_line(
    office: Office, key: str, value: str
) -> None:
    assert official(office, **{key: value}) == [f"Y391 {value}"]


@pytest.mark.parametrize("key", ["icp", "site_code", "contact", "site_url"])
def test_what_an_official_site_must_have_is_asked_for(office: Office, key: str) -> None:
    assert official(office, **{key: ""}) == ["Y391 是"]


# ── Ranges of fines ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("value", "fine", "law", "outside"),
    [
        ("46900", "150000", "药品管理法 第一百二十九条", False),
        ("46900", "90000", "药品管理法 第一百二十九条", True),
        ("127500", "2550400", "药品管理法 第一百一十五条", False),
        ("10200", "150000", "药品管理法 第一百一十五条", True),
        ("500", "100000", "药品管理法 第一百一十七条第一款", False),
        ("500", "50000", "药品管理法 第一百一十七条第一款", True),
        ("9999", "60000", "化妆品监督管理条例 第五十九条", False),
        ("10000", "60000", "化妆品监督管理条例 第五十九条", True),
    ],
)
def test_a_fine_is_measured_by_value_article_and_stage(
    sample: Workshop, national: Reference, value: str, fine: str, law: str, outside: bool
) -> None:
    act = {"what": "违法", "stage": "retail", "amounts": [{"basis": "goods_value", "amount": value}]}
    decision = DECISION | {"on": "2026-09-08", "penalties": [{"kind": "fine", "amount": fine}], "applied": [law]}
    record = penalty(published="2026-09-10", acts=[act], decisions=[decision])
    codes = [each.code for each in said(sample.corpus.office, national, DAY, record)]
    assert ("Y340" in codes) is outside


# ── How sure ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("rule", all_rules(), ids=[rule.code for rule in all_rules()])
def test_no_rule_is_stricter_than_its_source_is_sure(rule) -> None:
    """An error rests on a text that was read, or on a choice of this project said to be one."""
    if rule.severity is Severity.ERROR:
        assert rule.explanation.confidence[0] in (Confidence.READ, Confidence.OWN)


def test_about_fifty_rules_and_each_page_says_how_sure_it_is(sample: Workshop) -> None:
    assert len(all_rules()) >= 45
    pages = {page.path: page.body for page in write(sample.site)}
    for language, folder in (("zh", ""), ("en", "en/")):
        for rule in all_rules():
            body = pages[f"{folder}rules/{rule.code.lower()}.md"]
            for sure in rule.explanation.confidence:
                assert said_of(sure, language) in body


def said_of(confidence: Confidence, language: str) -> str:
    return str(escape(words()[f"confidence_{confidence.name.lower()}"].in_(language)))


def test_marks_are_read_the_surest_first() -> None:
    rule = next(each for each in all_rules() if each.code == "Y330")
    assert rule.explanation.confidence == (Confidence.READ, Confidence.UNVERIFIED)
    assert replace(rule.explanation, confidence=()).confidence == ()
