"""The index read back: what it says of a key, and what a page says, without reading all of either."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from yaoan.bilingual import LANGUAGES
from yaoan.outputs.find import Index
from yaoan.outputs.find.grams import cut, having
from yaoan.outputs.find.numbers import written

TEXT = st.text("药品假眼镜第百條〔〕，。 Ａb1２3-x\u0301", max_size=12)


@settings(max_examples=300, deadline=None)
@given(TEXT, TEXT, st.sampled_from(LANGUAGES))
def test_a_text_has_the_keys_that_it_is_cut_into(text: str, other: str, language):
    has, keys = having(text, language), cut(text, language)
    for key in keys | cut(other, language):
        assert has(key) == (key in keys)


def index(lists: dict[str, list[list[int]]], blocks: list[int]) -> Index:
    """An index of Chinese keys, each with the pages that it has in each block."""
    text = {key: "  " + "".join(f"~{written([n])}{written(each)}" for n, each in enumerate(many)) for key, many in lists.items()}
    data = json.dumps(text, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    return Index.of("zh", [("a.json", data)], blocks)


PAGES = st.lists(st.sets(st.integers(0, 99), max_size=9).map(sorted), min_size=2, max_size=2)


@settings(max_examples=100, deadline=None)
@given(PAGES, PAGES)
def test_the_pages_that_hold_a_text_hold_each_of_its_keys(one: list[list[int]], two: list[list[int]]):
    made = index({"假药": one, "药品": two}, [0, 100])
    whole = [{*first, *(100 + each for each in second)} for first, second in (one, two)]
    assert made.holding(made.keys("假药")) == sorted(whole[0])
    assert made.holding(made.keys("假 药品")) == sorted(whole[0] & whole[1])
    assert made.holding(made.keys("假药房")) == []


def test_a_page_of_no_block_or_too_far_on_is_none():
    assert index({"假药": [[3], [1]]}, [0]).holding(["假药"]) == [-1, 3]
    assert index({"假药": [[1 << 40]]}, [0]).holding(["假药"]) == [-1]


def test_texts_are_read_only_until_all_keys_were_met():
    def texts():
        yield "假。药"
        yield "药品"
        raise AssertionError("read on")

    assert index({"假药": [[1]]}, [0]).beyond(["假药", "药品"], texts()) == set()
    assert index({"假药": [[1]]}, [0]).beyond(["假药", "药品"], ["药品"]) == {"假药"}
