"""Going straight to one type of value finds what walking through everything finds."""

import pytest

from yaoan.doors import Workshop
from yaoan.forms import Amount, Citation, DecisionNumber, EntryId, Form, Prose
from yaoan.kinds import Correction, Decision, Figure, Lesson, Party, Quiz, Reply, held, walk


@pytest.mark.parametrize(
    "wanted",
    [Amount, Citation, Correction, Decision, DecisionNumber, EntryId, Figure, Form, Lesson, Party,
     Prose, Quiz, Reply],
)  # fmt: skip
def test_what_is_held_is_what_a_walk_finds(sample: Workshop, wanted: type) -> None:
    seen = 0
    for _, entry in sample.corpus.filled:
        walked = [each.value for each in walk(entry) if isinstance(each.value, wanted)]
        assert list(held(entry, wanted)) == walked
        seen += len(walked)
    assert seen > 0
