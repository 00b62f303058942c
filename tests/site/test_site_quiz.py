"""The quiz asks only what the public entries say, and the right option is the right one."""

import datetime as dt
import itertools
from dataclasses import replace
from decimal import Decimal

import pytest

from conftest import DAY, Office
from yaoan.doors import Workshop
from yaoan.forms import Amount
from yaoan.kinds import Myth, Quiz, walk
from yaoan.site import Site, quiz
from yaoan.site.quiz import _choices, _fined, _round

CASE = """\
title: 某药店卖过期药案
summary: 某药店卖过期药，罚款{said}元。
published: 2025-01-01
{more}parties: [{party}]
facts: 案情。
acts: [{{what: 卖过期药, violation: drug.expired, violates: [药品管理法 第九十八条]}}]
decisions:
  - {{status: {status}, penalties: [{{kind: fine, amount: {fine}}}]}}
lesson: {{words: 说法。, by: 法制科}}
"""
ASKED = """\
title: 便利店可以卖药吗
summary: 摘要。
published: 2025-0{n}-01
type: site
by: 示例区市场监督管理局
body: 正文。
quiz:
  - {{question: 问{n}, options: [甲, 乙, 丙], right: {n}, why: 因为{n}。}}
"""


def case(fine: str = "20000", party: str = "{name: 某药店, naming: anonymous}", **more: str) -> str:
    told = {"status": "decided", "more": "", "said": fine if fine.isdigit() else "若干", **more}
    return CASE.format(fine=fine, party=party, **told)


def asked(office: Office, text: str, day: dt.date = DAY) -> list:
    path = "cases/typical-cases/2025/case-2025-0001.yml"
    return list(quiz(Workshop.open(office({path: text}), day).site, 20))


def sample_quiz(site: Site) -> list:
    return list(quiz(site, 1000))


def test_every_question_has_one_right_option_a_reason_and_an_entry_that_is_public(sample: Workshop):
    questions = sample_quiz(sample.site)
    assert len(questions) >= 20
    for each in questions:
        assert 2 <= len(each.options) == len({option.zh for option in each.options})
        assert 0 <= each.right < len(each.options)
        assert each.why.zh
        assert each.why.en
        assert sample.site.items[each.item.id] == each.item
        assert not each.item.entry.demonstration


def test_questions_come_from_entries_myths_and_fines_in_turns(sample: Workshop):
    first = sample_quiz(sample.site)[:3]
    held = [[type(found.value) for found in walk(each.item.entry)] for each in first]
    assert Quiz in held[0]
    assert Myth in held[1]
    assert "罚款多少" in first[2].asked.zh


def test_the_right_option_of_a_myth_is_a_myth_and_the_others_are_key_points(sample: Workshop):
    seen = 0
    for each in sample_quiz(sample.site):
        if "误区" not in each.asked.zh:
            continue
        myths = {f.value.myth.zh for f in walk(each.item.entry) if isinstance(f.value, Myth)}
        points = {point.zh for point in each.item.entry.points}
        options = [option.zh for option in each.options]
        assert options[each.right] in myths
        assert set(options) - {options[each.right]} <= points
        seen += 1
    assert seen >= 3


def test_what_the_entry_asks_is_asked_as_it_stands(office: Office):
    files = {
        f"cases/notices/2025/notice-2025-000{n}.yml": ASKED.format(n=n) for n in (1, 2, 3)
    }
    found = quiz(Workshop.open(office(files), DAY).site, 20)
    assert {(each.asked.zh, each.options[each.right].zh, each.why.zh) for each in found} == {
        ("问1", "甲", "因为1。"),
        ("问2", "乙", "因为2。"),
        ("问3", "丙", "因为3。"),
    }


def test_a_fine_is_asked_with_the_law_that_was_violated(office: Office):
    (one,) = asked(office, case())
    assert one.options[one.right].zh == Amount(Decimal(20000)).in_("zh")
    assert one.why.zh == "某药店卖过期药，罚款20000元。"
    assert [each.article for each in one.citations] == [98]


@pytest.mark.parametrize(
    "text",
    [
        case(fine="20500"),
        case(fine="50"),
        case(fine="未披露"),
        case(fine="{sum: 20000, approx: over}"),
        case(more="demonstration: 是\n"),
        case(status="revoked"),
    ],
    ids=["not round", "too small", "not disclosed", "rounded", "invented", "revoked"],
)
def test_no_fine_is_asked_about_that_is_not_exact_round_real_and_standing(
    office: Office, text: str
):
    assert asked(office, text, dt.date(2025, 1, 10)) == []


def test_no_fine_is_asked_about_where_someone_is_named(office: Office):
    path = "cases/typical-cases/2025/case-2025-0001.yml"
    site = Workshop.open(office({path: case()}), DAY).site
    (item,) = site.items.values()
    (party,) = item.entry.parties
    named = (party.model_copy(update={"naming": "named"}),)
    telling = replace(item, entry=item.entry.model_copy(update={"parties": named}))
    assert len(list(_fined(item, site.reference))) == 1
    assert list(_fined(telling, site.reference)) == []


def test_nothing_is_asked_about_an_entry_that_is_not_public_yet(office: Office):
    assert len(asked(office, case(), dt.date(2025, 1, 1))) == 1
    assert asked(office, case(), dt.date(2024, 12, 31)) == []


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("fine", [100, 2000, 50_000, 1_200_000])
def test_the_sums_beside_a_fine_are_four_apart_and_plain(fine: int, place: int):
    sums = _choices(Decimal(fine), place)
    assert len(sums) == 4
    assert Decimal(fine) in sums
    assert all(_round(each) for each in sums)
    assert all(later >= 4 * earlier for earlier, later in itertools.pairwise(sums))


def test_the_same_entries_make_the_same_quiz_whatever_their_order(sample: Workshop):
    site = sample.site
    assert quiz(site, 20) == quiz(site, 20) == tuple(sample_quiz(site)[:20])
