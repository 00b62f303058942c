"""The display clocks: which table counts what from when, and that the earlier end holds."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import PENALTY, changed, record

from yaoan import reference
from yaoan.diagnostics import Report
from yaoan.forms import When
from yaoan.kinds import Credit, Penalty
from yaoan.reference import DisplayTable, Reference, months_after
from yaoan.site.period import end, repairable

DAYS = st.dates(dt.date(2015, 1, 1), dt.date(2045, 12, 31))
CLASSES = st.sampled_from([None, "minor", "general", "serious"])


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def penalty(published: str, decided: str | None, *penalties: dict, **fields: object):
    """An entry with one decision of these penalties."""
    decision = {"status": "decided", "on": decided, "penalties": list(penalties)}
    decisions = [{key: value for key, value in decision.items() if value}]
    text = changed(PENALTY, published=published, decisions=decisions, **fields)
    entry = record("penalty-2026-0001", text).entry
    assert entry
    assert entry.credit
    return entry


FINE = {"kind": "fine", "amount": "50000"}
WARNING = {"kind": "warning"}
CRITICISM = {"kind": "criticism"}


@pytest.mark.parametrize(
    ("published", "decided", "penalties", "credit_class", "ends"),
    [
        # three clocks: the earliest, a year from the decision
        ("2026-05-10", "2026-05-01", [FINE], "general", "2027-05-01"),
        # minor: three months from the decision, not from publication
        ("2026-05-10", "2026-05-01", [FINE], "minor", "2026-08-01"),
        ("2026-05-10", "2026-05-01", [FINE], "serious", "2029-05-01"),
        # nobody set a class: a year, the longest for general and the shortest for serious
        ("2026-05-10", "2026-05-01", [FINE], None, "2027-05-01"),
        # the day of the decision is not disclosed: counted from publication
        ("2026-05-10", "未披露", [FINE], "general", "2027-05-10"),
        ("2026-05-10", None, [FINE], "general", "2027-05-10"),
        # only a month is known: from its first day
        ("2026-05-10", "2026-04", [FINE], "general", "2027-04-01"),
        # published long before Order 107: still shown on the eve, gone on its first day
        ("2023-03-01", "2023-02-20", [FINE], "general", "2025-12-25"),
        # published shortly before Order 107: its year counts, the decision's since NDRC Order 36
        ("2025-06-01", "2025-05-20", [FINE], "general", "2026-05-20"),
        ("2025-01-15", "2025-01-05", [FINE], "general", "2026-01-15"),
        ("2025-02-20", "2025-02-10", [FINE], "serious", "2028-02-10"),
        # decided more than a year before 2026-04-01, published within one: gone on that day
        ("2025-06-01", "2024-06-01", [FINE], "general", "2026-04-01"),
        # before any of the new rules: three years
        ("2021-10-01", "2021-09-20", [FINE], "serious", "2024-10-01"),
        # criticism alone: three months by Order 45
        ("2026-05-10", "2026-05-01", [CRITICISM], "general", "2026-08-10"),
        ("2022-05-10", "2022-05-01", [CRITICISM], None, "2022-08-10"),
        ("2026-05-10", "2026-05-01", [CRITICISM, FINE], "general", "2027-05-01"),
        # a warning alone is not shown
        ("2026-05-10", "2026-05-01", [WARNING], None, "2026-05-10"),
        ("2025-12-01", "2025-11-20", [WARNING], None, "2025-12-25"),
        # bans run their length: five years and a day, for life, and never shorter than the table
        ("2026-05-10", "2026-05-01", [FINE, {"kind": "ban", "until": "2026-05-01/2031-05-01"}],
         "serious", "2031-05-02"),
        ("2026-05-10", "2026-05-01", [{"kind": "ban", "until": "2026-05-01/.."}], "serious", None),
        ("2026-05-10", "2026-05-01", [{"kind": "ban", "until": "2026-12-31"}], "serious",
         "2029-05-01"),
        ("2026-05-10", "2026-05-01", [{"kind": "ban"}], "serious", "2029-05-01"),
        ("2026-05-10", "2026-05-01", [{"kind": "suspend_permit", "until": "2036-01-01"}],
         "general", "2027-05-01"),
        # ends of months
        ("2026-11-30", "2026-11-30", [FINE], "minor", "2027-02-28"),
        ("2028-02-29", "2028-02-29", [FINE], "general", "2029-02-28"),
    ],
)  # fmt: skip
def test_the_earliest_end_holds(
    national: Reference, published, decided, penalties, credit_class, ends
) -> None:
    entry = penalty(published, decided, *penalties, credit_class=credit_class)
    found = end(entry.credit, entry.published, national.display.values())
    assert found == (day(ends) if ends else None)


def test_several_decisions_count_from_the_first(national: Reference) -> None:
    decisions = [
        {"status": "decided", "on": on, "penalties": [FINE]} for on in ("2026-05-09", "2026-04-20")
    ]
    entry = record("penalty-2026-0001", changed(PENALTY, decisions=decisions)).entry
    assert end(entry.credit, day("2026-05-10"), national.display.values()) == day("2027-04-20")


def test_a_lower_fine_is_what_an_office_says_it_is(national: Reference) -> None:
    order = national.display["ORD45-13"]
    row = order.periods[0].model_copy(
        update={"only": ("fine",), "fine_up_to": penalty("2026-05-10", None, FINE).credit.penalties[0].amount}
    )
    own = [order.model_copy(update={"periods": (row, *order.periods)})]
    at_most = penalty("2026-05-10", "2026-05-01", FINE)
    above = penalty("2026-05-10", "2026-05-01", FINE | {"amount": "50000.01"})
    unknown = penalty("2026-05-10", "2026-05-01", FINE | {"amount": "未披露"})
    mixed = penalty("2026-05-10", "2026-05-01", FINE, {"kind": "confiscate_gains", "amount": "1"})
    for entry, months in ((at_most, 3), (above, 36), (unknown, 36), (mixed, 36)):
        assert end(entry.credit, entry.published, own) == months_after(entry.published, months)


@pytest.mark.parametrize(
    ("credit_class", "asks"),
    [("minor", "2026-05-10"), ("general", "2026-08-10"), ("serious", "2027-05-10")],
)
def test_repair_may_be_asked_for_when_every_table_lets_one(
    national: Reference, credit_class: str, asks: str
) -> None:
    entry = penalty("2026-05-10", "2026-05-01", FINE, credit_class=credit_class)
    assert repairable(entry.credit, entry.published, national.display.values()) == day(asks)


def test_a_table_of_another_time_or_matter_does_not_count(national: Reference) -> None:
    entry = penalty("2026-05-10", "2026-05-01", FINE, credit_class="general")
    tables = list(national.display.values())
    assert end(entry.credit, entry.published, [t for t in tables if t.about == "listing"]) is None
    gone = [national.display["ORD107"].model_copy(update={"until": day("2027-01-01")})]
    assert end(entry.credit, entry.published, gone) is None
    later = [national.display["ORD107"].model_copy(update={"covers": "later"})]
    assert end(entry.credit, entry.published, later) == day("2027-05-10")
    assert end(entry.credit, day("2025-12-24"), later) is None


TABLES = list(reference.read(None, Report()).display.values())


@given(published=DAYS, before=st.integers(0, 400), credit_class=CLASSES)
def test_no_table_is_ever_overrun(
    published: dt.date, before: int, credit_class: str | None
) -> None:
    """Whatever the days, the end is one that some table gives, and no table gives an earlier one."""
    decided = published - dt.timedelta(before)
    fine = Penalty(kind="fine", amount="50000")
    starts = (When.read(decided.isoformat()),)
    credit = Credit("penalty", starts, credit_class, (fine,))
    tables: list[DisplayTable] = TABLES
    found = end(credit, published, tables)
    single = [end(credit, published, [table]) for table in tables]
    assert found == min(each for each in single if each)
    longest = {"minor": 3, "serious": 36}.get(credit_class or "", 12)
    latest = {
        "ORD45-13": max(day("2021-09-01"), months_after(published, 36)),
        "ORD107": max(day("2025-12-25"), months_after(published, longest)),
        "NDRC36": max(day("2026-04-01"), months_after(decided, longest)),
    }
    assert found == min(latest.values())
