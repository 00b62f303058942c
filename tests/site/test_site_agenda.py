"""The calendar of the staff: what comes, what the law asks by when, what is overdue."""

import datetime as dt
from dataclasses import replace

import pytest

from conftest import Office
from yaoan.doors import Workshop
from yaoan.site import Task, agenda

NOTICE = """\
title: 通知的题目
summary: 甲
published: {published}
type: arrangement
by: 示例区市场监督管理局
body: 乙
"""
PENALTY = """\
title: 处罚的题目
summary: 甲
published: {published}
parties:
  - {{name: 某药店, kind: pharmacy}}
facts: 乙
decisions:
  - {{authority: 示例区市场监督管理局, on: 2026-03-02, status: {status}}}
{more}"""
SCIENCE = """\
title: 科普的题目
summary: 甲
published: 2026-01-05
demonstration: 是
form: tips
points: [乙]
evidence: official
author: 丙
review_by: {again}
"""
TERMS = """\
name: {zh: 期限, en: Time limits}
pages: false
terms:
  publish_soon: {zh: 提醒, en: Soon, days: 7}
  publish_latest: {zh: 最后期限, en: Latest, days: 20}
  withdraw: {zh: 撤回, en: Withdrawal, days: 3}
"""
DEADLINES = "cases/reference/terms/deadline.yml"
PLACES = {
    "notice": "cases/notices/2026/notice-2026-0001.yml",
    "penalty": "cases/penalties/2026/penalty-2026-0001.yml",
    "science": "cases/popular-science/2026/science-2026-0001.yml",
}


def tasks(office: Office, day: str, **entries: str) -> list[Task]:
    files = {PLACES[kind]: text for kind, text in entries.items()}
    workshop = Workshop.open(office({DEADLINES: TERMS, **files}), dt.date.fromisoformat(day))
    assert {record.id for record, _ in workshop.corpus.filled} == {
        record.id for record in workshop.corpus.records
    }
    return list(agenda(workshop.unchecked, workshop.corpus))


def said(found: list[Task]) -> list[tuple[str, str, str]]:
    return [(each.day.isoformat(), each.what, each.id) for each in found]


def test_what_is_past_is_not_on_the_calendar(office: Office):
    text = NOTICE.format(published="2026-03-05")
    assert said(tasks(office, "2026-03-05", notice=text)) == [
        ("2026-03-05", "published", "notice-2026-0001")
    ]
    assert tasks(office, "2026-03-06", notice=text) == []


def test_a_task_says_what_and_what_to_do_in_both_languages(office: Office):
    (task,) = tasks(office, "2026-03-05", notice=NOTICE.format(published="2026-03-05"))
    assert task.title.zh == "通知的题目"
    for words in (task.words, task.advice):
        assert words.zh
        assert words.en


def test_an_unpublished_decision_has_its_two_deadlines_in_working_days(office: Office):
    text = PENALTY.format(published="2026-06-01", status="decided", more="")
    found = said(tasks(office, "2026-03-20", penalty=text))
    ident = "penalty-2026-0001"
    assert ("2026-03-11", "publish_soon", ident) in found, "overdue, and still shown"
    assert ("2026-03-30", "publish_latest", ident) in found
    assert ("2026-06-01", "published", ident) in found
    assert [each[0] for each in found] == sorted(each[0] for each in found)


@pytest.mark.parametrize(
    "more", ["demonstration: 是\n", "sources:\n  - {publisher: 别处, title: 丁, on: 2026-03-05}\n"]
)
def test_the_clock_runs_for_the_own_decisions_only(office: Office, more: str):
    text = PENALTY.format(published="2026-06-01", status="decided", more=more)
    assert "publish_latest" not in {each.what for each in tasks(office, "2026-03-20", penalty=text)}


def test_a_published_decision_has_no_deadline_any_more(office: Office):
    text = PENALTY.format(published="2026-03-09", status="decided", more="")
    assert "publish_latest" not in {each.what for each in tasks(office, "2026-03-20", penalty=text)}


def test_a_revoked_decision_without_a_reason_is_due_in_three_working_days(office: Office):
    text = PENALTY.format(
        published="2026-03-09", status="revoked, status_on: 2026-04-30", more=""
    )
    (task,) = (
        each for each in tasks(office, "2026-04-30", penalty=text) if each.what == "withdraw"
    )
    assert task.day == dt.date(2026, 5, 8), "the holidays from 1 May are no working days"
    why = text.replace("2026-04-30}", "2026-04-30, status_reason: 复议机关撤销}")
    assert "withdraw" not in {each.what for each in tasks(office, "2026-04-30", penalty=why)}


def test_a_year_without_its_holidays_makes_a_deadline_unsure(office: Office):
    text = PENALTY.format(published="2040-06-01", status="decided", more="")
    text = text.replace("2026-03-02", "2040-03-01")
    found = [each for each in tasks(office, "2040-03-02", penalty=text) if "publish_" in each.what]
    assert [each.sure for each in found] == [False, False]
    assert "放假安排" in found[0].words.zh


@pytest.mark.parametrize("day", ["2026-06-01", "2026-08-01"])
def test_a_science_item_is_reviewed_by_its_day_and_stays_until_it_is(office: Office, day: str):
    found = tasks(office, day, science=SCIENCE.format(again="2026-07-01"))
    assert said(found) == [("2026-07-01", "review", "science-2026-0001")]


def test_without_data_on_deadlines_none_is_invented(office: Office):
    text = PENALTY.format(published="2026-06-01", status="decided", more="")
    workshop = Workshop.open(office({PLACES["penalty"]: text}), dt.date(2026, 3, 20))
    known = workshop.reference.vocabularies
    empty = replace(known["level"], id="deadline")
    reference = replace(workshop.reference, vocabularies={**known, "deadline": empty})
    site = replace(workshop.unchecked, reference=reference)
    found = {each.what for each in agenda(site, workshop.corpus)}
    assert "published" in found
    assert not [what for what in found if what.startswith("publish_")]
