"""The states of an entry: what each day of its life shows, and that nothing comes back."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import CASE, LISTING, PENALTY, changed, record, site_of

from conftest import DAY
from yaoan.doors import Workshop
from yaoan.pages import write
from yaoan.site import Event, Life, Site, Standing, State
from yaoan.site.state import GONE

Lived = Callable[..., Site]
P, C, L = "penalty-2026-0001", "case-2026-0001", "listing-2026-0001"
RETOLD = {"sources": [{"publisher": "某局", "title": "公示"}]}
NAMELESS = {"parties": [{"name": "某药店", "kind": "pharmacy"}]}


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.fixture
def lived(sample: Workshop) -> Lived:
    """`lived("2026-03-01", (ident, text), …)`: the site of that day."""

    def lived(on: str, *entries: tuple[str, object], held: tuple[str, ...] = ()) -> Site:
        records = [record(ident, text) for ident, text in entries]
        return site_of(sample.corpus.office, sample.reference, day(on), *records, held=held)

    return lived


def states(lived: Lived, ident: str, *entries: tuple[str, object]) -> list[tuple[str, str]]:
    """Every event of the entry, and its state on the day before, the day, and the day after."""
    site = lived("2020-01-01", *entries)
    return [
        (event.what, " ".join(
            lived((event.day + dt.timedelta(shift)).isoformat(), *entries).standings[ident].state
            for shift in (-1, 0, 1)
        ))
        for event in site.events
        if event.id == ident
    ]  # fmt: skip


def revoked(status: str = "revoked", on: str | None = "2026-04-01", **more: object) -> dict:
    decision = {"number": "示市监处罚〔2026〕7号", "on": "2026-01-05", "status": status} | more
    return changed(PENALTY, decisions=[decision | ({"status_on": on} if on else {})])


# ── Penalties ─────────────────────────────────────────────────────────────────────────────────


def test_a_penalty_is_published_may_be_repaired_and_ends(lived: Lived) -> None:
    assert states(lived, P, (P, PENALTY)) == [
        ("published", "embargoed public public"),
        ("repair_possible", "public public public"),
        ("ended", "public ended ended"),
    ]
    site = lived("2026-05-01", (P, PENALTY))
    assert [event.day for event in site.events] == [
        day("2026-01-10"), day("2026-04-10"), day("2027-01-05"),
    ]  # fmt: skip
    assert site.standings[P] == Standing(State.PUBLIC, day("2026-01-10"), day("2027-01-05"))
    assert site.next_change == day("2027-01-05")


def test_a_repair_takes_a_penalty_down_before_its_time(lived: Lived) -> None:
    text = changed(PENALTY, repaired_on="2026-06-01")
    assert states(lived, P, (P, text)) == [
        ("published", "embargoed public public"),
        ("repair_possible", "public public public"),
        ("repaired", "public repaired repaired"),
    ]
    late = changed(PENALTY, repaired_on="2028-06-01")
    assert states(lived, P, (P, late))[-1] == ("ended", "public ended ended")


@pytest.mark.parametrize("status", ["changed", "revoked", "unlawful", "void"])
def test_a_decision_that_no_longer_stands_withdraws_its_entry(lived: Lived, status: str) -> None:
    assert states(lived, P, (P, revoked(status)))[-1] == ("withdrawn", "public withdrawn withdrawn")


@pytest.mark.parametrize("status", ["open", "decided", "under_review", "upheld", "published"])
def test_a_decision_that_stands_does_not(lived: Lived, status: str) -> None:
    assert lived("2026-04-02", (P, revoked(status))).standings[P].state is State.PUBLIC


def test_without_a_day_a_revoked_decision_was_never_to_be_seen(lived: Lived) -> None:
    assert states(lived, P, (P, revoked(on=None))) == [
        ("withdrawn", "embargoed withdrawn withdrawn"),
    ]


def test_what_ended_before_it_was_published_is_never_public(lived: Lived) -> None:
    text = changed(PENALTY, published="2027-08-01")
    assert states(lived, P, (P, text)) == [("ended", "embargoed ended ended")]


def test_one_of_several_decisions_is_enough(lived: Lived) -> None:
    good = {"status": "decided", "on": "2026-01-05"}
    bad = {"status": "void", "status_on": "2026-04-01"}
    text = changed(PENALTY, decisions=[good, bad])
    assert lived("2026-04-01", (P, text)).standings[P].state is State.WITHDRAWN


@pytest.mark.parametrize(
    ("fields", "ends"),
    [
        ({**NAMELESS, **RETOLD, "decisions": [{"status": "decided", "on": "2026-01-05"}]}, False),
        ({**NAMELESS, **RETOLD, "decisions": [{"status": "decided", "number": "未披露"}]}, False),
        ({**NAMELESS, **RETOLD, "decisions": [
            {"status": "decided", "number": "示〔2026〕1号", "fictional_number": "演示"}]}, False),
        # the true number leads to the party
        ({**NAMELESS, **RETOLD, "decisions": [
            {"status": "decided", "number": "示〔2026〕1号"}]}, True),
        # the office's own
        ({**NAMELESS, "decisions": [{"status": "decided"}]}, True),
        # named, in part named, or with a code
        ({**RETOLD, "decisions": [{"status": "decided"}]}, True),
        ({**RETOLD, "parties": [{"name": "康乐公司某店", "naming": "partial"}],
          "decisions": [{"status": "decided"}]}, True),
        ({**RETOLD, "parties": [{"name": "某药店", "code": "91110108551385082Q"}],
          "decisions": [{"status": "decided"}]}, True),
        ({**RETOLD, "parties": [{"name": "某卫生室", "licence": "PDY123456789012345678A"}],
          "decisions": [{"status": "decided"}]}, True),
    ],
)  # fmt: skip
def test_the_clock_runs_for_what_tells_who_the_party_is(lived: Lived, fields, ends: bool) -> None:
    """An anonymous retelling of public reports is teaching material, not credit information."""
    site = lived("2029-12-31", (P, changed(PENALTY, **fields)))
    assert site.standings[P].state is (State.ENDED if ends else State.PUBLIC)
    assert (P in site.items) is not ends


# ── Corrections and replies ───────────────────────────────────────────────────────────────────


def test_corrections_and_replies_show_from_their_day(lived: Lived) -> None:
    text = changed(
        PENALTY,
        corrections=[
            {"on": "2026-03-01", "what": "改了金额", "why": "写错"},
            {"on": "2026-05-01", "what": "改了日期", "why": "写错"},
        ],
        replies=[{"kind": "paid", "on": "2026-04-01", "words": "已缴清"}],
    )
    assert states(lived, P, (P, text)) == [
        ("published", "embargoed public public"),
        ("corrected", "public corrected corrected"),
        ("replied", "corrected corrected corrected"),
        ("repair_possible", "corrected corrected corrected"),
        ("corrected", "corrected corrected corrected"),
        ("ended", "corrected ended ended"),
    ]
    for on, changes, replies in (
        ("2026-02-28", 0, 0), ("2026-03-01", 1, 0), ("2026-04-01", 1, 1), ("2026-05-01", 2, 1),
    ):  # fmt: skip
        site = lived(on, (P, text))
        entry = site.items[P].entry
        assert (len(entry.corrections), len(entry.replies)) == (changes, replies)
    assert lived("2026-03-02", (P, text)).standings[P] == Standing(
        State.CORRECTED, day("2026-03-01"), day("2026-04-01")
    )
    assert lived("2026-06-01", (P, text)).standings[P].since == day("2026-05-01")


def test_a_status_of_a_later_day_is_not_known_yet(lived: Lived) -> None:
    text = revoked(status_reason="复议机关撤销")
    site = lived("2026-03-31", (P, text))
    (decision,) = site.items[P].entry.decisions
    assert (decision.status, decision.status_on, decision.status_reason) == ("decided", None, None)
    assert not any("复议机关撤销" in page.body for page in write(site))
    assert "复议机关撤销" in {secret.value for secret in site.secrets}
    after = lived("2026-04-01", (P, text))
    assert any("复议机关撤销" in page.body for page in write(after))


# ── Listings ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("fields", "what", "on"),
    [
        ({}, "ended", "2029-01-15"),
        ({"ends": "2031-01-15"}, "ended", "2031-01-15"),
        ({"ends": "2031-01"}, "ended", "2031-01-01"),
        ({"removal": {"on": "2027-02-01", "reason": "修复", "by": "某局"},
          "status": "removed_early"}, "repaired", "2027-02-01"),
        ({"removal": {"on": "2027-02", "reason": "修复", "by": "某局"},
          "status": "removed_early"}, "repaired", "2027-02-01"),
        ({"removal": {"on": "2026-04-01", "reason": "列错了", "by": "某局"},
          "status": "corrected"}, "withdrawn", "2026-04-01"),
        # removed, though the status was left as it was
        ({"removal": {"on": "2027-02-01", "reason": "期满", "by": "某局"}}, "ended", "2027-02-01"),
        # a status without a day
        ({"status": "expired"}, "ended", "2026-01-20"),
        ({"status": "corrected"}, "withdrawn", "2026-01-20"),
    ],
)  # fmt: skip
def test_a_listing_leaves_when_its_term_ends_or_it_is_removed(
    lived: Lived, fields, what: str, on: str
) -> None:
    text = changed(LISTING, **fields)
    last = lived("2026-02-01", (L, text)).events[-1]
    assert (last.what, last.day) == (what, day(on))
    assert lived(on, (L, text)).standings[L].state == what


def test_a_listing_that_will_be_removed_is_in_the_list_until_then(lived: Lived) -> None:
    removal = {"on": "2027-02-01", "reason": "已经修复", "by": "某局"}
    text = changed(LISTING, status="removed_early", removal=removal)
    site = lived("2027-01-31", (L, text))
    entry = site.items[L].entry
    assert (entry.status, entry.removal) == ("listed", None)
    assert not any("已经修复" in page.body for page in write(site))


# ── Named cases ───────────────────────────────────────────────────────────────────────────────


def test_a_case_names_its_party_as_long_as_the_penalty_is_public(lived: Lived) -> None:
    assert states(lived, C, (P, PENALTY), (C, CASE)) == [
        ("published", "embargoed public public"),
        ("name_ends", "public sunset sunset"),
    ]
    repaired = changed(PENALTY, repaired_on="2026-06-01")
    site = lived("2026-06-01", (P, repaired), (C, CASE))
    assert site.standings[C] == Standing(State.SUNSET, day("2026-06-01"))
    assert site.standings[P].state is State.REPAIRED


@pytest.mark.parametrize(
    ("penalty", "fields", "until"),
    [
        (PENALTY, {}, "2027-01-05"),
        (changed(PENALTY, repaired_on="2026-06-01"), {}, "2026-06-01"),
        (PENALTY, {"name_until": "2026-09-30"}, "2026-10-01"),
        (PENALTY, {"repaired_on": "2026-07-01"}, "2026-07-01"),
        # its own decision's clock is the earlier
        (PENALTY, {"decisions": [{"status": "decided", "on": "2025-11-11",
                                  "penalties": [{"kind": "fine"}]}]}, "2026-11-11"),
        # no penalty on this site: its own period
        (None, {"penalty": None}, "2027-02-01"),
        (None, {"penalty": None, "name_until": "2026-03-31"}, "2026-04-01"),
        # a link to nothing, or to what is no credit information: never named
        (None, {}, "2026-02-01"),
        (PENALTY, {"penalty": "case-2026-0002"}, "2026-02-01"),
    ],
)  # fmt: skip
def test_a_name_ends_with_the_first_reason_to(lived: Lived, penalty, fields, until: str) -> None:
    entries = [(P, penalty)] if penalty else []
    text = changed(CASE, **fields)
    events = lived("2026-02-02", *entries, (C, text)).events
    assert [e.day for e in events if e.what == "name_ends"] == [day(until)]
    site = lived(until, *entries, (C, text))
    assert site.standings[C].state is State.SUNSET
    assert C in site.items


def test_a_case_is_withdrawn_with_the_penalty_it_tells_of(lived: Lived) -> None:
    penalty = revoked(status_reason="复议机关撤销，康乐大药房胜。")
    assert states(lived, C, (P, penalty), (C, CASE)) == [
        ("published", "embargoed public public"),
        ("withdrawn", "public withdrawn withdrawn"),
    ]
    site = lived("2026-04-01", (P, penalty), (C, CASE))
    assert {each.id: each.reason.zh for each in site.withdrawn if each.reason} == {
        P: "复议机关撤销，某药店胜。", C: "复议机关撤销，某药店胜。",
    }  # fmt: skip


def test_a_case_waits_with_the_name_until_its_penalty_is_public(lived: Lived) -> None:
    later = changed(PENALTY, published="2026-03-01")
    assert states(lived, C, (P, later), (C, CASE)) == [
        ("published", "embargoed sunset sunset"),
        ("name_ends", "embargoed sunset sunset"),
        ("named", "sunset public public"),
        ("name_ends", "public sunset sunset"),
    ]
    held = lived("2026-03-01", (P, later), (C, CASE), held=(P,))
    assert held.standings[P].state is State.HELD
    assert held.standings[C].state is State.SUNSET
    assert not any("康乐" in page.body for page in write(held))


def test_an_anonymous_case_has_nothing_to_lose(lived: Lived) -> None:
    text = changed(CASE, **NAMELESS, title="某药店案", summary="说法", facts="案情", penalty=None)
    assert states(lived, C, (C, text)) == [("published", "embargoed public public")]


def test_a_case_whose_decision_was_revoked_is_withdrawn_though_it_names_nobody(
    lived: Lived,
) -> None:
    decision = [{"status": "revoked", "status_on": "2026-05-01"}]
    text = changed(CASE, **NAMELESS, title="某药店案", summary="说", facts="案", decisions=decision)
    assert lived("2026-05-01", (C, text)).standings[C].state is State.WITHDRAWN


# ── Held back ─────────────────────────────────────────────────────────────────────────────────


def test_what_is_held_back_is_nowhere_and_what_is_gone_stays_gone(lived: Lived) -> None:
    site = lived("2026-02-01", (P, PENALTY), held=(P,))
    assert site.standings[P] == Standing(State.HELD, day("2026-01-10"), day("2027-01-05"))
    assert not site.items
    assert not any("康乐" in page.body for page in write(site))
    assert lived("2026-01-09", (P, PENALTY), held=(P,)).standings[P].state is State.EMBARGOED
    assert lived("2027-01-05", (P, PENALTY), held=(P,)).standings[P].state is State.ENDED


# ── Any life ──────────────────────────────────────────────────────────────────────────────────

WHATS = ("corrected", "replied", "named", "name_ends", "repair_possible", *GONE)
NEAR = st.dates(dt.date(2026, 1, 1), dt.date(2026, 3, 31))
LIVES = st.builds(
    lambda published, steps: Life.of(published, iter(steps)),
    NEAR,
    st.lists(st.tuples(NEAR, st.sampled_from(WHATS)), max_size=6),
)


@given(LIVES)
def test_what_is_gone_never_comes_back(life: Life) -> None:
    seen = [life.on(dt.date(2025, 12, 1) + dt.timedelta(n)).state for n in range(150)]
    gone = [state.value in GONE for state in seen]
    assert gone == sorted(gone)
    before = [state is State.EMBARGOED for state in seen]
    assert before == sorted(before, reverse=True)
    assert len({state for state in seen if state.value in GONE}) <= 1


@given(LIVES, st.integers(0, 150), st.booleans())
def test_the_next_change_is_the_next_and_is_one(life: Life, after: int, held: bool) -> None:
    today = dt.date(2025, 12, 1) + dt.timedelta(after)
    standing = life.on(today, held=held)
    assert standing.since <= today
    end = standing.next or today + dt.timedelta(200)
    assert today < end
    for n in range((end - today).days):
        assert life.on(today + dt.timedelta(n), held=held).state is standing.state
    if standing.next:
        assert any(event.day == standing.next and event.public for event in life.events("x"))
    since = max(standing.since, life.published)
    if standing.state is not State.EMBARGOED and since > life.published:
        assert any(event.day == since for event in life.events("x"))


@given(LIVES)
def test_events_are_in_order_and_the_last_may_be_the_end(life: Life) -> None:
    events = list(life.events("x"))
    assert [e.day for e in events] == sorted(e.day for e in events)
    assert all(e.day >= life.published for e in events)
    assert [e for e in events[:-1] if e.what in GONE] == []
    assert events[0].day == life.published
    assert all(isinstance(e, Event) and e.words.zh and e.words.en for e in events)


def test_every_entry_of_the_sample_has_a_standing_and_events(sample: Workshop) -> None:
    site = sample.site
    filled = {record.id for record, _ in sample.corpus.filled}
    assert set(site.standings) == filled == {event.id for event in site.events}
    assert list(site.events) == sorted(site.events, key=lambda event: event.order)
    assert {ident for ident, each in site.standings.items() if each.state.shown} == set(site.items)
    assert site.next_change is None or site.next_change > DAY
