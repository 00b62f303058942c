"""A word in two languages."""

import pytest

from yaoan.bilingual import Bilingual

BOTH, ZH = Bilingual("药", "drug"), Bilingual("药")


@pytest.mark.parametrize(
    ("words", "language", "said", "spoken"),
    [
        (BOTH, "zh", "药", "zh"),
        (BOTH, "en", "drug", "en"),
        (ZH, "zh", "药", "zh"),
        (ZH, "en", "药", "zh"),
    ],
)
def test_chinese_is_said_where_english_is_missing(words, language, said, spoken):
    assert words.in_(language) == said
    assert words.spoken(language) == spoken
    assert words.has(language) is (spoken == language)


def test_filling_speaks_each_language():
    filled = Bilingual("有{count}种{what}", "{count} kinds of {what}").fill(count=2, what=BOTH)
    assert filled == Bilingual("有2种药", "2 kinds of drug")


def test_filling_puts_chinese_where_a_value_has_no_english():
    assert Bilingual("见{what}", "see {what}").fill(what=ZH).en == "see 药"


def test_braces_in_a_filled_value_are_left_alone():
    assert Bilingual("“{text}”", "“{text}”").fill(text="{x}").zh == "“{x}”"


def test_a_place_without_a_value_is_our_fault():
    with pytest.raises(KeyError):
        Bilingual("{count}").fill(other=1)


def test_as_a_string_it_is_chinese():
    assert str(BOTH) == "药"
