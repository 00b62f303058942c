"""Plain words: one line of each language, or refused where the second begins."""

import pytest
from pydantic_core import PydanticCustomError

from yaoan.forms import Text
from yaoan.forms.text import Said, english_of


def refused(text: str) -> dict:
    with pytest.raises(PydanticCustomError) as found:
        Text.read(text)
    return found.value.context


def test_words_lose_the_blanks_at_their_ends_and_nothing_else():
    found = Text.read(Said(" 甲  *乙* ", " a  <b> "))
    assert (found.zh, found.en) == ("甲  *乙*", "a  <b>")


def test_where_there_is_no_english_the_field_says_none():
    assert english_of("甲") == ""
    assert english_of(Said("甲", "a")) == "a"
    assert Text.read("甲").en == Text.read(Said("甲", "")).en


def test_the_line_that_is_too_many_is_named():
    assert refused("甲\n乙")["where"] == "乙"
    found = refused("甲\n\n 乙 \n丙")
    assert (found["fault"], found["where"], found["english"]) == ("one_line", "乙 ", False)
    found = refused(Said("甲", "a\nb"))
    assert (found["fault"], found["where"], found["english"]) == ("one_line", "b", True)
