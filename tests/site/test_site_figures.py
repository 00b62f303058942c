"""What the entries come to: counted again here, from the YAML, by other means."""

import datetime as dt
from collections import Counter, defaultdict
from pathlib import Path
from statistics import median

import pytest
import yaml

from conftest import DAY, ROOT, Office
from yaoan.doors import Workshop
from yaoan.site import Breakdown, Site, Tally, apart, reported, tallies


def plain(path: Path) -> dict[str, object]:
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


@pytest.fixture(scope="module")
def typed(sample: Workshop) -> dict[str, dict]:
    """The public entries of the sample office as plain YAML, by id."""
    return {item.id: plain(ROOT / item.file) for item in sample.site.items.values()}


def terms_of(value: object, keys: frozenset[str]) -> set[str]:
    """Every text under one of *keys*, however deep."""
    found: set[str] = set()
    for key, inside in value.items() if isinstance(value, dict) else enumerate(value):
        if key in keys:
            found |= {inside} if isinstance(inside, str) else set(inside)
        elif isinstance(inside, dict | list):
            found |= terms_of(inside, keys)
    return found


KEYS = {
    "violation": frozenset({"violation"}),
    "product_category": frozenset({"products", "category"}),
    "place": frozenset({"places"}),
}


def test_every_count_is_that_of_the_files(sample: Workshop, typed: dict[str, dict]):
    counted = 0
    for tally in tallies(sample.site):
        ids = [
            key
            for key, entry in typed.items()
            if sample.site.items[key].kind == tally.column.kind
            and (entry.get("demonstration") == "是") == tally.invented
        ]
        assert sorted(each.id for each in tally.items) == sorted(ids)
        for one in tally.breakdowns:
            if one.by and one.by.id not in KEYS:
                continue
            wanted: Counter[str] = Counter()
            for ident in ids:
                entry = typed[ident]
                marked = (
                    terms_of(entry, KEYS[one.by.id]) if one.by else {str(entry["published"])[:4]}
                )
                parts = [term.split(".") for term in marked]
                wide = {".".join(part[:n]) for part in parts for n in range(1, len(part) + 1)}
                wanted.update(wide & set(one.by.terms) if one.by else marked)
            assert {key_of(row): len(row.items) for row in one.rows} == dict(wanted)
            counted += len(wanted)
    assert counted > 60


def key_of(row) -> str:
    return str(row.key) if isinstance(row.key, int) else row.key.id


def test_the_kinds_of_penalty_are_those_of_the_decisions(sample: Workshop, typed):
    for tally in tallies(sample.site):
        wanted = Counter()
        for item in tally.items:
            decisions = typed[item.id].get("decisions", [])
            wanted.update({p["kind"] for d in decisions for p in d.get("penalties", [])})
        found = {key_of(row): len(row.items) for row in by(tally, "penalty_kind").rows}
        assert found == dict(wanted)


def by(tally: Tally, name: str) -> Breakdown:
    return next(
        (each for each in tally.breakdowns if each.by and each.by.id == name), Breakdown(None, ())
    )


def test_total_and_median_are_those_of_the_exact_fines_in_yuan(sample: Workshop, typed):
    seen = 0
    for tally in tallies(sample.site):
        exact, told = [], 0
        for item in tally.items:
            for decision in typed[item.id].get("decisions", []):
                for penalty in decision.get("penalties", []):
                    if penalty["kind"] != "fine":
                        continue
                    told += 1
                    amount = penalty.get("amount", "未披露")
                    amount = amount if isinstance(amount, dict) else {"sum": amount}
                    if {"approx", "currency"} & set(amount) or not amount["sum"][0].isdigit():
                        continue
                    exact.append(float(amount["sum"]))
        fines = tally.fines
        assert len(fines.all) == told
        assert len(fines.exact) + len(fines.inexact) + len(fines.undisclosed) == told
        assert [float(each.sum) for each in fines.exact] == sorted(exact)
        if exact:
            assert float(fines.total.sum) == sum(exact)
            assert float(fines.median.sum) == median(exact)
            seen += 1
    assert seen >= 2


CASE = """\
title: 某案{n}
summary: 摘要。
published: 2025-0{n}-01
places: [sichuan.guangyuan.lizhou]
parties: [{{name: 某药店}}]
facts: 案情。
acts: [{{what: 卖过期药, violation: drug.expired}}]
decisions:
  - status: decided
    penalties: [{penalties}]
{more}lesson: {{words: 说法。, by: 法制科}}
"""
FINE = "{{kind: fine, amount: {}}}"


def cases(office: Office, *penalties: str, more: str = "") -> Site:
    files = {
        f"cases/typical-cases/2025/case-2025-000{n}.yml": CASE.format(
            n=n, penalties=each, more=more
        )
        for n, each in enumerate(penalties, start=1)
    }
    return Workshop.open(office(files), DAY).site


@pytest.mark.parametrize(
    ("sums", "total", "middle", "inexact", "undisclosed"),
    [
        (("100", "300", "200"), 600, 200, 0, 0),
        (("100", "200"), 300, 150, 0, 0),
        (("0.01", "0.02"), 0.03, 0.02, 0, 0),
        (("100", "未披露"), 100, 100, 0, 1),
        (("100", "未查明"), 100, 100, 0, 1),
        (("100", "{sum: 700000, approx: over}"), 100, 100, 1, 0),
        (("100", "{sum: 5, currency: USD}"), 100, 100, 1, 0),
        (("0", "{sum: 10000, unit: 万元}"), 10000, 5000, 0, 0),
    ],
)
def test_only_exact_sums_in_yuan_are_counted_and_the_rest_is_said(
    office: Office, sums, total, middle, inexact, undisclosed
):
    fines = tallies(cases(office, *(FINE.format(each) for each in sums)))[0].fines
    assert float(fines.total.sum) == total
    assert float(fines.median.sum) == pytest.approx(middle)
    assert (len(fines.inexact), len(fines.undisclosed)) == (inexact, undisclosed)


def test_a_fine_counts_until_the_day_on_which_its_decision_falls(office: Office):
    falls = "  - {status: revoked, status_on: 2026-05-01, penalties: [{kind: fine, amount: 7}]}\n"
    cases(office, FINE.format(900), more=falls)
    before, after = (
        tallies(Workshop.open(office(), dt.date(2026, month, 1)).site) for month in (4, 5)
    )
    assert [each.sum for each in before[0].fines.all] == [900, 7]
    assert after == ()


def test_a_fine_of_which_nothing_is_said_is_not_disclosed(office: Office):
    fines = tallies(cases(office, "{kind: fine}"))[0].fines
    assert (len(fines.undisclosed), fines.total, fines.median) == (1, None, None)


def test_a_confiscation_and_a_sum_for_both_are_no_fines(office: Office):
    site = cases(office, "{kind: confiscate_gains, amount: 5}", more="    combined: 9000\n")
    fines = tallies(site)[0].fines
    assert (fines.all, fines.total) == ((), None)
    assert [each.sum for each in fines.together] == [9000]


def test_broader_terms_hold_what_is_narrower_and_stand_before_it(office: Office):
    site = cases(office, FINE.format(1), FINE.format(2))
    places = by(tallies(site)[0], "place")
    assert [(row.key.id, len(row.items), row.depth) for row in places.rows] == [
        ("sichuan", 2, 0),
        ("sichuan.guangyuan", 2, 1),
        ("sichuan.guangyuan.lizhou", 2, 2),
    ]
    assert [count for _, count in places.bars] == [2]


def test_invented_entries_are_never_among_the_real(office: Office):
    mixed = cases(office, FINE.format(100), FINE.format(900), more="demonstration: 是\n")
    assert [tally.invented for tally in tallies(mixed)] == [True]
    files = {
        "cases/typical-cases/2025/case-2025-0003.yml": CASE.format(
            n=3, penalties=FINE.format(7), more=""
        )
    }
    real, invented = tallies(Workshop.open(office(files), DAY).site)
    assert (real.fines.total.sum, invented.fines.total.sum) == (7, 1000)
    assert not {each.id for each in real.items} & {each.id for each in invented.items}
    assert all(len(row.items) == 1 for one in real.breakdowns for row in one.rows)


def test_what_is_not_public_on_the_day_is_not_counted(office: Office):
    cases(office, FINE.format(1), FINE.format(2), FINE.format(3))
    site = Workshop.open(office(), dt.date(2025, 2, 15)).site
    assert [len(each.items) for each in tallies(site)] == [2]


def test_a_year_with_nothing_in_it_has_no_row_and_years_stand_in_order(sample: Workshop):
    for tally in tallies(sample.site):
        years = [row.key for row in tally.breakdowns[0].rows]
        assert years == sorted(set(years))
        assert sum(len(row.items) for row in tally.breakdowns[0].rows) == len(tally.items)


def test_published_figures_are_given_as_they_are_and_every_one_once(sample: Workshop, typed):
    wanted = defaultdict(list)
    for ident, entry in typed.items():
        wanted[ident] = [str(each["value"]) for each in entry.get("figures", [])]
    found = {each.item.id: [f.value.typed for f in each.figures] for each in reported(sample.site)}
    assert found == {key: values for key, values in wanted.items() if values}


def test_apart_loses_nothing(sample: Workshop):
    items = tuple(sample.site.items.values())
    real, invented = apart(items)
    assert len(real) + len(invented) == len(items)
    assert real
    assert invented
