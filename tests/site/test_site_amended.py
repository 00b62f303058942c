"""Of a law that was amended after what an entry tells, the version in force is named."""

import datetime as dt

from yaoan.doors import Workshop
from yaoan.site import Site

OLD = "case-2016-0001"


def amended(site: Site, entry: str) -> dict[tuple[str, str], dt.date | None]:
    item = site.items[entry]
    found = ((citation, site.amended(item, citation)) for citation, _ in item.citations)
    return {(each.law, each.key): newer.in_force for each, newer in found if newer}


def test_of_an_old_case_the_law_in_force_now_is_named(sample: Workshop):
    assert amended(sample.site, OLD) == {
        ("行政处罚法", "27"): dt.date(2021, 7, 15),
        ("药品管理法", "73"): dt.date(2019, 12, 1),
        ("药品管理法", "74"): dt.date(2019, 12, 1),
    }


def test_on_a_day_before_the_amendment_nothing_is_said_of_it(sample: Workshop):
    before = Site.open(sample.corpus, sample.reference, dt.date(2019, 11, 30))
    item = sample.site.items[OLD]
    laws = {each.law for each, _ in item.citations if before.amended(item, each)}
    assert "药品管理法" not in laws


def test_of_a_case_under_the_law_in_force_nothing_is_said(sample: Workshop):
    assert amended(sample.site, "case-2024-0001") == {}
