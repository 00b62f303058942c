"""Made entries: nothing false on clean ones, and what is planted is found."""

from collections import Counter

import pytest
from made import DATA, KINDS, clean, planted

from conftest import DAY
from yaoan import rules
from yaoan.corpus import Corpus
from yaoan.diagnostics import Severity
from yaoan.doors import Workshop
from yaoan.reference import Reference

CLEAN, PLANTED = 90, 170
"""How many are made here; `make bench` makes a thousand of each."""


@pytest.fixture
def checked(sample: Workshop, national: Reference):
    def check(record) -> list:
        context = rules.Context(Corpus(sample.corpus.office, (record,)), national, DAY)
        return list(rules.check(context))

    return check


def test_clean_entries_of_every_kind_have_no_errors(checked) -> None:
    assert len(KINDS) >= 9
    said = Counter()
    for seed in range(CLEAN):
        problems = [each for each in checked(clean(seed)) if each.severity is Severity.ERROR]
        said.update((each.code, each.span.text) for each in problems)
    assert not said


def test_planted_personal_data_of_every_kind_is_found(checked) -> None:
    missed, made = [], Counter()
    for seed in range(PLANTED):
        record, datum = planted(seed)
        made[datum.kind] += 1
        codes = {each.code for each in checked(record)}
        if not codes & datum.codes:
            missed.append((seed, datum.kind, datum.zh, datum.en))
    assert len(made) >= len(DATA)
    assert len(missed) <= PLANTED * 0.02, missed
