"""Whole lives replayed day by day, as a visitor would have read them; compared with golden files.

`make golden` writes the files anew; what changed is then reviewed with `git diff`.
"""

import datetime as dt
import html
import re
from pathlib import Path

import pytest
from written import changed, record, site_of

from conftest import ROOT
from yaoan.corpus import Corpus
from yaoan.doors import Workshop
from yaoan.pages import Page, write
from yaoan.site import Site

GOLDEN = Path(__file__).parent.parent / "golden" / "lives"
P, C = "penalty-2026-0001", "case-2026-0001"
DRAFT = """\
title: 示例康乐大药房有限公司销售过期药品案
summary: 示例康乐大药房有限公司卖过期药，罚款20000元。
published: 2026-03-10
parties:
  - {name: 示例康乐大药房有限公司, kind: pharmacy, type: legal_person, naming: named, also: [老康药铺]}
facts: |
  执法人员在**示例康乐大药房**查到过期药5盒。街坊叫它老康药铺。
decisions:
  - number: 示市监处罚〔2026〕7号
    authority: 示例区市场监督管理局
    on: 2026-03-03
    procedure: ordinary
    status: decided
    penalties: [{kind: fine, amount: 20000}]
credit_class: general
"""
CORRECTION = {
    "on": "2026-04-01", "what": "数量由“5盒”改为“6盒”", "why": "录入有误", "asked_by": "当事人",
}  # fmt: skip
REPLY = {"kind": "paid", "on": "2026-04-20", "words": "罚款已缴清。"}
CASE = """\
title: 康乐大药房一案说法
summary: 示例康乐大药房有限公司为什么被罚。
published: 2026-03-20
parties: [{name: 示例康乐大药房有限公司, kind: pharmacy, naming: named}]
facts: 示例康乐大药房有限公司卖过期药。
penalty: penalty-2026-0001
lesson: {words: 示例康乐大药房有限公司的事提醒我们：过期药是劣药。, by: 法制科}
"""
ENGLISH = """\
title: What the case of Demo Kangle Pharmacy teaches
summary: Why Demo Kangle Pharmacy was fined.
parties: [{name: Demo Kangle Pharmacy}]
facts: Demo Kangle Pharmacy sold expired drugs.
lesson: {words: "Demo Kangle Pharmacy reminds us: an expired drug is substandard.", by: Legal section}
"""


def read(site: Site) -> dict[str, str]:
    """What can be read on a day: the column of penalties, and every page of an entry; no markup."""
    shown = {}
    for page in write(site):
        if page.path == "penalties/index.md" or re.search(r"-2026-\d{4}\.md$", page.path):
            bare = re.sub(r"<[^<>]*>|\{:[^{}]*\}|\(\S*\.md\)|^:", "", page.body, flags=re.M)
            lines = (line.strip() for line in html.unescape(bare).split("\n"))
            shown[page.path] = "\n".join(line for line in lines if line)
    return shown


def told_of(site: Site, before: dict[str, str]) -> str:
    """Where the entries stand on the day, and every page that is another than before."""
    lines = [f"════ {site.day} ════"]
    for ident, each in site.standings.items():
        since = "" if each.since == dt.date.min else f"，自 {each.since}"
        lines.append(f"{ident}：{each.state.words.zh}{since}，下次变化 {each.next or '无'}")
    now = read(site)
    for path in sorted({*before, *now}):
        if path not in now:
            lines += ["", f"──── {path} 没有了"]
        elif now[path] != before.get(path):
            lines += ["", f"──── {path}", now[path]]
    return "\n".join(lines)


def same(name: str, text: str, request: pytest.FixtureRequest) -> None:
    path = GOLDEN / name
    if request.config.getoption("--golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    assert path.read_text("utf-8") == text


def told(sample: Workshop, penalty: object, days: list[str]) -> str:
    """The story of a penalty and the case that names its party, on each of *days*."""
    own, told, before = (record(P, penalty), record(C, CASE, ENGLISH)), [], {}
    for day in map(dt.date.fromisoformat, days):
        site = site_of(sample.corpus.office, sample.reference, day, *own)
        told.append(told_of(site, before))
        before = read(site)
    return "\n\n".join(told) + "\n"


def test_a_life_from_draft_to_repair(sample: Workshop, request: pytest.FixtureRequest) -> None:
    text = changed(DRAFT, corrections=[CORRECTION], replies=[REPLY], repaired_on="2026-09-01")
    days = ["2026-03-09", "2026-03-10", "2026-03-20", "2026-04-01", "2026-04-20", "2026-08-31",
            "2026-09-01"]  # fmt: skip
    same("repaired.txt", told(sample, text, days), request)


def test_a_life_from_publication_to_revocation(
    sample: Workshop, request: pytest.FixtureRequest
) -> None:
    text = changed(DRAFT)
    text["decisions"][0] |= {
        "status": "revoked", "status_on": "2026-05-06",
        "status_reason": "复议机关认为康乐大药房一案证据不足，撤销了决定。老康药铺不再列为违法。",
    }  # fmt: skip
    same("revoked.txt", told(sample, text, ["2026-03-20", "2026-05-05", "2026-05-06"]), request)


def test_every_day_is_told_the_same_whoever_asks_later(sample: Workshop) -> None:
    """What was typed later changes nothing in what an earlier day showed."""
    grown = changed(DRAFT, corrections=[CORRECTION], replies=[REPLY], repaired_on="2026-09-01")
    grown["decisions"][0] |= {"status": "revoked", "status_on": "2026-10-01"}
    for day, then in (
        ("2026-03-31", DRAFT),
        ("2026-04-19", changed(DRAFT, corrections=[CORRECTION])),
        ("2026-08-31", changed(DRAFT, corrections=[CORRECTION], replies=[REPLY])),
    ):
        on = dt.date.fromisoformat(day)
        office, reference = sample.corpus.office, sample.reference
        now = site_of(office, reference, on, record(P, grown))
        once = site_of(office, reference, on, record(P, then))
        assert list(map(shown, write(now))) == list(map(shown, write(once)))


def shown(page: Page) -> str:
    """The page without the day until which it may be shown, which does depend on what is known."""
    return re.sub(r'data-until="[\d-]*"|^until: .*$', "", page.markdown, flags=re.M)


@pytest.mark.parametrize(
    ("day", "there", "gone"),
    [
        ("2023-10-24", [], ["listing-2023-0001"]),
        ("2026-10-11", ["listing-2023-0001", "listing-2025-0001", "penalty-2026-0005"], []),
        ("2026-10-12", ["listing-2023-0001"], ["listing-2025-0001"]),
        ("2026-10-20", [], ["listing-2023-0001", "penalty-2026-0004"]),
        ("2026-11-09", ["penalty-2026-0004", "penalty-2026-0005"], ["listing-2025-0001"]),
        ("2026-11-22", ["penalty-2026-0004", "penalty-2021-0001"], ["penalty-2026-0005"]),
        ("2026-11-25", ["penalty-2026-0004", "penalty-2021-0001"], ["penalty-2026-0005"]),
        ("2027-10-20", ["penalty-2026-0003"], ["penalty-2026-0004"]),
    ],
)
def test_the_sample_office_shows_every_way_to_go(
    sample: Workshop, day: str, there: list[str], gone: list[str]
) -> None:
    site = Site.open(sample.corpus, sample.reference, dt.date.fromisoformat(day))
    assert set(there) <= set(site.items)
    assert not set(gone) & set(site.items)
    assert all("cases/" in (ROOT / item.file).as_posix() for item in site.items.values())


def test_the_sample_office_keeps_everything_that_was_retold(sample: Workshop) -> None:
    """Anonymous retellings of public reports name nobody, so no clock runs for them."""
    for day in ("2026-11-22", "2026-11-25", "2035-01-01"):
        site = Site.open(sample.corpus, sample.reference, dt.date.fromisoformat(day))
        retold = {r.id for r, entry in sample.corpus.filled if not entry.demonstration}
        assert retold <= set(site.items)


def test_between_two_changes_every_day_is_written_alike(sample: Workshop) -> None:
    """`next_change` is kept: until then the public sees the same entries, and then others."""

    def seen_on(day: dt.date) -> tuple[object, ...]:
        site = Site.open(sample.corpus, sample.reference, day)
        return {ident: item.entry for ident, item in site.items.items()}, site.withdrawn

    day, seen = dt.date(2026, 10, 5), []
    for _ in range(6):
        site = Site.open(sample.corpus, sample.reference, day)
        assert site.next_change
        days = (site.next_change - day).days
        for n in range(days):
            assert seen_on(day + dt.timedelta(n)) == seen_on(day)
        assert seen_on(site.next_change) != seen_on(day)
        day = site.next_change
        seen.append(day)
    assert seen == sorted(set(seen))


def test_the_order_of_files_does_not_matter(sample: Workshop) -> None:
    own = (record(P, DRAFT), record(C, CASE, ENGLISH))
    day, office = dt.date(2026, 4, 1), sample.corpus.office
    ahead, back = (
        Site.open(Corpus(office, records), sample.reference, day) for records in (own, own[::-1])
    )
    assert [p.markdown for p in write(ahead)] == [p.markdown for p in write(back)]
    assert dict(ahead.standings) == dict(back.standings)
