"""Where the outputs stand is known without making them, and is where they are made."""

import datetime as dt
from dataclasses import replace

import pytest

from conftest import DAY, Office
from yaoan import outputs
from yaoan.doors import Workshop
from yaoan.doors.expected import expected
from yaoan.outputs import find


@pytest.mark.parametrize("day", [DAY, dt.date(2024, 11, 22), dt.date(2019, 1, 1)])
def test_the_outputs_stand_where_they_are_said_to(sample: Workshop, day: dt.date):
    site = replace(sample, day=day).site
    made = [each.path for each in outputs.write(site)]
    assert sorted(outputs.paths(site, made)) == sorted(made)
    assert len(set(made)) == len(made)


def test_the_outputs_of_an_office_without_entries_stand_where_they_are_said_to(office: Office):
    site = Workshop.open(office(), DAY).site
    assert sorted(outputs.paths(site)) == sorted(each.path for each in outputs.write(site))


def test_nothing_is_made_to_know_where_it_stands(sample: Workshop, monkeypatch: pytest.MonkeyPatch):
    made = [each.path for each in outputs.write(sample.site)]
    whole = expected(sample)
    monkeypatch.setattr(outputs.File, "__init__", None)
    assert expected(sample, made=made) == whole


def test_of_the_files_made_only_those_of_words_are_expected_on_trust(sample: Workshop):
    made = ["find/zh/words/0.json", "find/zh/pages/99999.json", "data/x.json"]
    found = set(outputs.paths(sample.site, made))
    assert found.isdisjoint(made[1:])
    assert [each for each in found if find.WORDS.fullmatch(each)] == made[:1]
    assert "data/index.json" in found
