"""What is read straight is what pydantic reads; what is not in order is never read straight."""

import random
from typing import Annotated

import pytest
from annotated_types import MinLen
from pydantic import ValidationError, field_validator

from yaoan import source
from yaoan.diagnostics import Report, Source
from yaoan.forms import Form, Text, field, fill
from yaoan.forms.english import merge
from yaoan.forms.fill import _long_way
from yaoan.forms.straight import straight
from yaoan.kinds import Entry, all_kinds, example_of

SLIPS = ["", "[]", "{}", "- ", "x", "12", "是", "'a'", '"a\\nb"', "\n  - ", "|\n  title: x", "2026-01-01"]


def tree_of(text: str):
    return source.read(Source("a.yml", text), Report())


def same(form: type[Form], zh, en) -> bool:
    """Whether reading straight answers, having found that it says what the long way says."""
    found = straight(form, zh, en)
    report = Report()
    long = _long_way(form, zh, report, en)
    if found is not None:
        assert not list(report)
        assert found == long == form.model_validate(merge(zh, en))
        assert repr(found) == repr(long)
        assert found.model_fields_set == long.model_fields_set
        assert list(found.__dict__) == list(long.__dict__)
    return found is not None


@pytest.mark.parametrize("form", all_kinds().values(), ids=lambda form: form.kind.folder)
def test_an_example_in_order_is_read_straight_as_the_long_way_reads_it(form: type[Entry]):
    zh, en = (example_of(form.kind, each).decode() for each in ("", ".en"))
    assert same(form, tree_of(zh), tree_of(en))
    assert same(form, tree_of(zh), None)


@pytest.mark.parametrize("form", all_kinds().values(), ids=lambda form: form.kind.folder)
def test_an_entry_with_slips_is_read_straight_only_if_the_long_way_finds_none(form: type[Entry]):
    chance = random.Random(form.kind.folder)
    texts = [example_of(form.kind, each).decode() for each in ("", ".en")]
    seen = set()
    for _ in range(150):
        slipped = [slip(text, chance) if chance.random() < 0.7 else text for text in texts]
        zh, en = map(tree_of, slipped)
        if zh is not None:
            seen.add(same(form, zh, en))
    assert seen == {True, False}


def slip(text: str, chance: random.Random) -> str:
    """*text* with one line changed, moved in or out, doubled or left out."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    key, colon, _ = lines[at].partition(": ")
    change = chance.randrange(5)
    if change < 2 and colon:
        lines[at] = f"{key}: {chance.choice(SLIPS)}"
    elif change == 2:
        del lines[at]
    elif change == 3:
        lines[at] = "  " + lines[at]
    else:
        lines.insert(chance.randrange(len(lines)), lines[at])
    return "\n".join(lines)


def test_a_form_with_rules_of_its_own_is_left_to_pydantic():
    class Short(Form):
        names: Annotated[tuple[Text, ...], MinLen(2)] = field("名", "Names")

    class Odd(Form):
        name: Text = field("名", "Name")

        @field_validator("name")
        @classmethod
        def _never(cls, value: Text) -> Text:
            raise ValueError

    class Holder(Form):
        inner: Odd = field("内", "Inner")

    for form, text in ((Short, "names: [a]"), (Odd, "name: a"), (Holder, "inner: {name: a}")):
        tree = tree_of(text)
        assert straight(form, tree, None) is None
        with pytest.raises(ValidationError):
            form.model_validate(source.plain(tree))
        assert fill(form, tree, Report()) is None
