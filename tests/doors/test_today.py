"""The day in China, asked of a moment: wherever the machine stands, to the minute."""

import datetime as dt
import os
import time
from collections.abc import Iterator

import pytest

from conftest import MACHINES, boundaries, minutes
from yaoan.doors import today
from yaoan.site import Life, State

DAY = 86_400
CHINA = 8 * 3600
"""Seconds by which China is ahead of UTC; it keeps no summer time."""


@pytest.fixture(params=MACHINES)
def machine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A machine in that time zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def test_every_minute_around_fifty_boundaries_has_the_right_state(machine: str) -> None:
    """From 24 hours before to 24 hours after the first moment of each day in China."""
    days = boundaries()
    assert len(days) == len(set(days)) == 50
    wrong = 0
    for day in days:
        life = Life.of(day - dt.timedelta(3), iter([(day, "ended")]))
        midnight = (day - dt.date(1970, 1, 1)).days * DAY - CHINA
        for minute, here in minutes(midnight):
            expected = State.PUBLIC if minute < 0 else State.ENDED
            wrong += life.on(today(here)).state is not expected
    assert wrong == 0


def test_the_last_and_the_first_second_of_a_day(machine: str) -> None:
    first = dt.datetime(2026, 3, 1, tzinfo=dt.timezone(dt.timedelta(seconds=CHINA)))
    assert today(first) == dt.date(2026, 3, 1)
    assert today(first - dt.timedelta(microseconds=1)) == dt.date(2026, 2, 28)
    assert today(first.astimezone()) == dt.date(2026, 3, 1)


def test_a_moment_without_a_zone_is_not_guessed() -> None:
    with pytest.raises(ValueError, match="time zone"):
        today(dt.datetime(2026, 3, 1))  # noqa: DTZ001


def test_without_a_moment_the_clock_is_asked(machine: str) -> None:
    before = dt.datetime.now(dt.UTC)
    found = today()
    assert found in {today(before), today(dt.datetime.now(dt.UTC))}
    assert os.environ["TZ"] == machine
