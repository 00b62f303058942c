"""A case told in the order of time, and what came of it; what the front page chooses."""

import datetime as dt
from typing import Any

import pytest
from written import CASE, PENALTY, changed, record, site_of

from conftest import DAY
from yaoan.doors import Workshop
from yaoan.kinds import Entry
from yaoan.reference import Reference
from yaoan.site import Site, apart, common, outcome, running, taught, this_year, timeline
from yaoan.site.timeline import ORDER

DATED = {
    "found": "2025-11",
    "acts": [{"what": "卖过期药", "period": "2025-10-01/2025-10-31"}],
    "criminal": [
        {"stage": "first_instance", "on": "2026-01-30", "authority": "某法院"},
        {"stage": "transferred", "on": "2025-12-20", "authority": "某局"},
    ],
    "sources": [
        {"publisher": "某局", "title": "甲", "on": "2026-01-31"},
        {"publisher": "某局", "title": "乙", "on": "2026-01-31"},
    ],
}


def entry(ident: str, text: str, more: dict[str, Any]) -> Entry:
    """The entry that *text* with *more* makes."""
    made = record(ident, changed(text, **more)).entry
    assert made
    return made


def case(**more: Any) -> Entry:
    return entry("case-2026-0001", CASE, more)


def penalty(**more: Any) -> Entry:
    return entry("penalty-2026-0001", PENALTY, more)


def steps(told: Entry) -> list[str]:
    return [each.step for each in timeline(told)]


def test_a_case_is_told_from_the_act_to_its_publication_each_report_once():
    assert steps(case(**DATED)) == [
        "done",
        "found",
        "criminal",
        "criminal",
        "reported",
        "published",
    ]


def test_a_decision_without_a_date_stands_after_what_comes_before_it_and_says_so():
    decided = [{"status": "decided", "on": "未披露", "authority": "某局"}]
    told = timeline(case(**DATED, decisions=decided))
    assert [each.step for each in told][:4] == ["done", "found", "decided", "criminal"]
    assert told[2].when.in_("zh") == "未披露"
    without = timeline(case(**DATED, decisions=[{"status": "decided"}]))
    assert [each.step for each in without][2] == "decided"


def test_an_act_without_a_date_is_left_out():
    acts = [{"what": "卖过期药", "period": "未披露"}, {"what": "不开处方"}]
    assert "done" not in steps(case(**{**DATED, "acts": acts}))


def test_events_of_one_day_follow_as_they_do_in_law():
    day = "2026-01-05"
    told = steps(
        penalty(
            found=day, served=day, corrections=[{"on": "2026-01-10", "what": "甲", "why": "乙"}]
        )
    )
    assert told == ["found", "decided", "served", "published", "corrected"]
    assert told == sorted(told, key=ORDER.index)


@pytest.mark.parametrize("more", [{}, {"sources": DATED["sources"]}])
def test_what_has_only_been_published_makes_no_story(more):
    assert timeline(case(**more)) == ()


def test_every_sample_entry_tells_its_story_in_order(sample: Workshop):
    told = [timeline(item.entry) for item in sample.site.items.values()]
    assert sum(1 for each in told if each) > 15
    for moments in told:
        days = [each.when.first for each in moments if each.when.first]
        assert days == sorted(days)


def found(national: Reference, *penalties: dict[str, Any], **decision: Any) -> list[str]:
    """What came of a penalty with these items, as words."""
    made = penalty(decisions=[{"status": "decided", "penalties": list(penalties), **decision}])
    return [
        " ".join(
            [
                each.term,
                *([each.amount.in_("zh")] if each.amount else []),
                *filter(None, [each.what and each.what.zh]),
            ]
        )
        for each in outcome(made, national)
    ]


def test_fines_of_one_kind_are_added_up(national: Reference):
    fines = [{"kind": "fine", "amount": 100}, {"kind": "fine", "amount": 250.5}]
    assert found(national, {"kind": "warning"}, *fines) == ["warning", "fine 350.5元"]


@pytest.mark.parametrize("other", ["未披露", {"sum": 30000, "approx": "over"}])
def test_a_sum_that_is_not_exactly_known_is_not_added_up(national: Reference, other):
    fines = [{"kind": "fine", "amount": 100}, {"kind": "fine", "amount": other}]
    assert found(national, *fines) == ["fine"]


def test_a_sum_given_whole_and_a_measure_are_named_apart(national: Reference):
    made = found(national, combined=4000, measures=[{"kind": "order_correct"}])
    assert made == ["combined 4,000元", "order_correct"]


def test_what_was_taken_is_told_where_there_is_one(national: Reference):
    taken = {"kind": "confiscate_property", "what": "没收过期药品"}
    assert found(national, taken) == ["confiscate_property 没收过期药品"]


def test_a_decision_under_review_says_so_before_its_penalty(national: Reference):
    fine = {"kind": "fine", "amount": 100}
    assert found(national, fine, status="under_review") == ["under_review", "fine 100元"]


def test_a_revoked_decision_brings_no_penalty(national: Reference):
    assert found(national, {"kind": "fine", "amount": 100}, status="revoked") == ["revoked"]


def test_a_criminal_case_is_told_by_its_stage_and_never_as_guilt(national: Reference):
    made = case(criminal=[{"stage": "detained"}, {"stage": "detained"}])
    (only,) = outcome(made, national)
    assert (only.vocabulary, only.term) == ("criminal_stage", "detained")


def site(sample: Workshop, *records: Any, on: dt.date = DAY) -> Site:
    return site_of(sample.corpus.office, sample.reference, on, *records)


CAMPAIGN = """\
title: 示例区安全用药月
summary: 一句话。
published: 2026-03-01
type: safe_medication_month
body: 内容。
"""


@pytest.mark.parametrize(
    ("period", "on"),
    [
        ("2026-11-01/2026-11-30", True),
        ("2026-11-22", True),
        ("2026-11", True),
        ("2026-10-01/..", True),
        ("2026-11-23/2026-12-31", False),
        ("2026-11-01/2026-11-21", False),
        ("未披露", False),
        (None, False),
    ],
)
def test_a_campaign_is_on_from_its_first_day_to_its_last(sample: Workshop, period, on):
    more = {"period": period} if period else {}
    made = record("campaign-2026-0001", changed(CAMPAIGN, **more))
    assert bool(running(site(sample, made))) is on


def test_a_figure_of_the_same_period_is_no_campaign(sample: Workshop):
    assert all(item.kind.runs for item in running(sample.site))


def test_the_front_page_teaches_by_real_cases_before_invented_ones(sample: Workshop):
    public = {"lesson": {"words": "说法。", "by": "某科", "public": ["先看有效期。"]}}
    real = record("case-2026-0002", changed(CASE, **public, published="2026-01-02"))
    invented = {**public, "demonstration": "是", "title": "演示"}
    demo = record("case-2026-0003", changed(CASE, **invented))
    mute = record("case-2026-0004", changed(CASE, title="无建议"))
    chosen = [item.id for item in taught(site(sample, real, demo, mute), 4)]
    assert chosen == ["case-2026-0002", "case-2026-0003"]


def test_the_figures_of_the_year_count_the_real_entries_published_in_it(sample: Workshop):
    counted = {each.kind.folder: count for each, count in this_year(sample.site)}
    for collection in sample.site.collections:
        years = {year: len(apart(items)[0]) for year, items in collection.years}
        assert counted.get(collection.kind.folder, 0) == years.get(DAY.year, 0)


def test_the_violations_offered_first_are_those_with_most_entries(sample: Workshop):
    offered = common(sample.site, 6)
    sizes = [len(sample.site.by_term["violation", term.id]) for term in offered]
    assert len(sizes) == 6
    assert sizes == sorted(sizes, reverse=True)
