"""The display periods as data: dated, sourced, and each one's confidence on it."""

import calendar
import datetime as dt
from pathlib import Path

import yaml
from hypothesis import given
from hypothesis import strategies as st

from yaoan import reference
from yaoan.diagnostics import Report
from yaoan.reference import months_after

DATA = Path(reference.__file__).parent / "data"
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31))


def test_every_table_is_read_and_says_how_far_it_can_be_trusted(national):
    assert {"ORD45-13", "ORD107", "NDRC36", "ORD44"} == set(national.display)
    assert len(list(DATA.glob("display_periods/*.yml"))) == len(national.display)
    for table in national.display.values():
        assert table.source
        assert table.note
        assert table.note.en
        assert table.verified == (table.confidence == "V"), table.id
        assert national.law(table.law.split(" ")[0]), table.law


def test_every_table_ends_with_a_row_for_all_the_rest_or_a_class_for_them(national):
    for table in national.display.values():
        classes = {row.credit_class for row in table.periods}
        assert None in classes - {row.credit_class for row in table.periods if row.only} or (
            table.default_class in classes
        )


def test_classes_kinds_and_grounds_are_known(national):
    from yaoan.kinds import all_kinds

    for table in national.display.values():
        for row in table.periods:
            assert row.credit_class is None or national.term("credit_class", row.credit_class)
            assert all(national.term("penalty_kind", kind) for kind in (*row.only, *table.runs_on))
    assert set(national.grounds) <= set(all_kinds())
    assert {kind for kind, form in all_kinds().items() if form.kind.ends} <= set(national.grounds)
    for grounds in national.grounds.values():
        for citation in grounds.citations:
            law = national.law(citation.law)
            assert law, citation
            assert not citation.key or citation.key in law.articles, citation


def test_an_office_lays_its_own_table_over_the_national_one(tmp_path: Path):
    table = yaml.safe_load((DATA / "display_periods/order-45.yml").read_text("utf-8"))
    row = {"only": ["fine", "warning"], "fine_up_to": "3000", "longest": 3}
    table["periods"].insert(0, row)
    (tmp_path / "display_periods").mkdir()
    own = tmp_path / "display_periods/order-45.yml"
    text = yaml.safe_dump(_typed(table), allow_unicode=True, sort_keys=False, width=9999)
    own.write_text(text, "utf-8")
    report = Report()
    known = reference.read(tmp_path, report)
    assert not list(report)
    assert len(known.display) == 4
    assert [row.longest for row in known.display["ORD45-13"].periods] == [3, 3, 36]


def _typed(value):
    """As a person types it: a day and a yes are text."""
    if isinstance(value, dict):
        return {key: _typed(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_typed(each) for each in value]
    if isinstance(value, bool):
        return "是" if value else "否"
    return value.isoformat() if isinstance(value, dt.date) else value


def test_a_month_without_that_day_ends_the_period_on_its_last():
    assert months_after(dt.date(2025, 11, 30), 3) == dt.date(2026, 2, 28)
    assert months_after(dt.date(2027, 11, 30), 3) == dt.date(2028, 2, 29)
    assert months_after(dt.date(2028, 2, 29), 12) == dt.date(2029, 2, 28)
    assert months_after(dt.date(2028, 2, 29), 48) == dt.date(2032, 2, 29)
    assert months_after(dt.date(2026, 8, 31), 1) == dt.date(2026, 9, 30)
    assert months_after(dt.date(2025, 12, 31), 12) == dt.date(2026, 12, 31)
    assert months_after(dt.date(2026, 10, 31), 36) == dt.date(2029, 10, 31)


@given(DAYS, st.integers(0, 600))
def test_months_are_counted_by_the_calendar(day: dt.date, months: int):
    then = months_after(day, months)
    assert (then.year - day.year) * 12 + then.month - day.month == months
    assert then.day == min(day.day, calendar.monthrange(then.year, then.month)[1])
    assert months_after(day, months + 1) > then


@given(DAYS, DAYS, st.integers(0, 60))
def test_who_starts_later_never_ends_earlier(one: dt.date, other: dt.date, months: int):
    first, second = sorted((one, other))
    assert months_after(first, months) <= months_after(second, months)
