"""Places, problems, reports, the catalogues of faults, and guesses at what was meant."""

import importlib
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Catalogue, Problem, Report, Severity, Source, Span, nearest

ENTRY = Source("a.yml", "title: 药\n\n  facts: 过期\n")
CATALOGUES = {
    room: importlib.import_module(f"yaoan.{room}.faults").FAULTS
    for room in ("source", "forms", "corpus", "doors")
}


@settings(max_examples=80, deadline=None)
@given(st.text("药a \n", max_size=40), st.data())
def test_a_place_leads_back_to_its_character(text, data):
    offset = data.draw(st.integers(0, len(text)))
    entry = Source("a.yml", text)
    line, column = entry.place(offset)
    assert text.split("\n")[line - 1] == entry.line(line)
    assert sum(len(each) + 1 for each in text.split("\n")[: line - 1]) + column - 1 == offset


def test_a_line_past_the_end_is_empty():
    assert ENTRY.line(4) == ""
    assert ENTRY.line(99) == ""


def test_a_span_finds_words_inside_itself_only():
    span = Span(ENTRY, 12, 21)
    assert span.find("facts").column == 3
    assert span.find("title") == span
    assert span.find("") == span


def test_the_head_of_a_span_is_its_first_line():
    assert Span(ENTRY, 0, 20).head.text == "title: 药"
    assert Span(ENTRY, 0, 5).head.text == "title"


def test_the_last_place_is_just_after_the_last_character():
    assert Span(ENTRY, 0, 8).last == (1, 9)
    assert Span(ENTRY, 0, 12).last == (3, 3)


def found(start=0, code="Y1", severity=Severity.ERROR, entry=ENTRY):
    return Problem(code, severity, Span(entry, start, start + 1), Bilingual(code), Bilingual(""))


def test_a_report_is_in_order_of_file_place_and_code():
    other = Source("0.yml", "x")
    report = Report([found(5), found(0, "Y2"), found(0), found(0, entry=other)])
    assert [(each.span.source.name, each.span.start, each.code) for each in report] == [
        ("0.yml", 0, "Y1"),
        ("a.yml", 0, "Y1"),
        ("a.yml", 0, "Y2"),
        ("a.yml", 5, "Y1"),
    ]


def test_the_same_problem_found_twice_is_told_once():
    report = Report([found()])
    report.extend([found()])
    report.add(found(1))
    assert len(report) == 2
    assert report.count(Severity.ERROR) == 2


@pytest.mark.parametrize(
    ("severity", "failed"),
    [(Severity.ERROR, True), (Severity.WARNING, False), (Severity.ADVICE, False)],
)
def test_only_an_error_fails_a_report(severity, failed):
    assert Report([found(severity=severity)]).failed is failed
    assert Report().failed is False


def test_codes_of_all_catalogues_are_different():
    codes = [fault.code for catalogue in CATALOGUES.values() for fault in catalogue]
    assert len(codes) == len(set(codes))


ALL = [(room, fault) for room, catalogue in CATALOGUES.items() for fault in catalogue]


def places(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize(("room", "fault"), ALL, ids=lambda each: getattr(each, "code", each))
class TestFault:
    def test_says_everything_in_both_languages(self, room, fault):
        for words in (fault.message, fault.help, fault.why):
            assert words.zh.strip()
            assert words.en.strip()

    def test_has_the_same_places_in_both_languages(self, room, fault):
        for words in (fault.message, fault.help):
            assert places(words.zh) == places(words.en)

    def test_explains_itself_without_doubled_braces(self, room, fault):
        for words in (fault.why.zh, fault.why.en):
            assert "{{" not in words
            assert "}}" not in words

    def test_speaks_chinese_in_chinese_and_english_in_english(self, room, fault):
        for words in (fault.message, fault.why):
            assert any("\u4e00" <= char <= "\u9fff" for char in words.zh)
            assert any(char.isascii() and char.isalpha() for char in words.en)


def test_a_fault_fills_its_places_and_takes_better_advice(tmp_path):
    fault = CATALOGUES["forms"]["missing"]
    span = Span(ENTRY, 0, 1)
    usual = fault.at(span, label=Bilingual("标题", "Title"), key="title")
    assert (usual.message.zh, usual.message.en) == (
        "缺少“标题”（title）",
        "“Title” (title) is missing",
    )
    assert "title" in usual.help.zh
    better = fault.at(span, label="", key="", advice=Bilingual("填上{标题}", "do"))
    assert better.help.zh == "填上{标题}"


def test_a_catalogue_is_read_from_the_toml_of_its_room():
    assert {fault.name for fault in Catalogue.of("yaoan.source")} == {
        fault.name for fault in CATALOGUES["source"]
    }


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("titel", "title"), ("TITLE", "title"), ("案情经过", "案情"), ("weather", None), ("", None)],
)
def test_the_nearest_known_word_is_guessed(typed, meant):
    assert nearest(typed, ["title", "facts", "案情"]) == meant


def test_of_two_equally_near_words_the_first_is_guessed():
    assert nearest("ab", ["abc", "abd"]) == "abc"
