"""Filling in a form, keeping a half-right one, its English, its description."""

import datetime as dt
from typing import Annotated

import pytest
from annotated_types import MinLen
from hypothesis import given, settings
from hypothesis import strategies as st

from yaoan import source
from yaoan.diagnostics import Report, Source
from yaoan.forms import (
    Amount,
    Citation,
    Day,
    Form,
    Prose,
    Term,
    Text,
    Vocabulary,
    When,
    YesNo,
    blank,
    draft,
    field,
    fill,
    labels,
    notes,
    schema,
)
from yaoan.forms.english import english_form

STAGES = {"stage": {"storage": "储存", "retail": "零售"}}


class Party(Form):
    name: Text = field("名称", "Name", "不点名时写“某药店”")
    code: Term | None = field("代码", "Code", default=None)


class CaseReport(Form):
    """A report of a case."""

    title: Text = field("标题", "Title", "40 字以内", example="过期药")
    facts: Prose = field("案情", "Facts")
    published: Day = field("发布日期", "Published")
    parties: tuple[Party, ...] = field("当事人", "Parties")
    stage: Annotated[Term, Vocabulary("stage")] | None = field("环节", "Stage", default=None)
    fine: Amount | None = field("罚款", "Fine", default=None)
    on: When | None = field("时间", "On", default=None)
    basis: tuple[Citation, ...] = field("依据", "Basis", default=())
    demonstration: YesNo = field("演示数据", "Demonstration", default=False)


GOOD = "title: 药\nfacts: 过期\npublished: 2026-01-02\nparties:\n  - name: 某药店\n"


def tree_of(text):
    report = Report()
    tree = source.read(Source("entry.yml", text), report)
    assert not list(report)
    return tree


def problems_of(text, english=None):
    report = Report()
    filled = fill(CaseReport, tree_of(text), report, tree_of(english) if english else None)
    assert (filled is None) is bool(list(report))
    return [f"{each.code} {each.span.line}:{each.span.column}" for each in report]


def test_a_good_form_has_no_problems():
    assert problems_of(GOOD) == []


def test_every_missing_field_is_told_at_the_top_with_its_label():
    report = Report()
    fill(CaseReport, tree_of("title: 药\n"), report)
    assert [each.span.line for each in report] == [1, 1, 1]
    assert ["案情" in each.message.zh for each in report].count(True) == 1
    assert all(each.code == "Y101" for each in report)


def test_too_few_items_are_told_at_the_list():
    class Court(Form):
        judges: Annotated[tuple[Text, ...], MinLen(1)] = field("审判员", "Judges")

    report = Report()
    fill(Court, tree_of("judges: []\n"), report)
    assert [(each.code, each.span.column, "审判员" in each.message.zh) for each in report] == [
        ("Y108", 9, True)
    ]


def test_a_title_for_a_published_day_and_a_bad_party_are_told_together():
    text = GOOD.replace("2026-01-02", "昨天").replace("name: 某药店", "nmae: 某药店")
    assert problems_of(text) == ["Y111 3:12", "Y102 5:5"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_messages_have_every_place_filled(language):
    report = Report()
    text = "titel: x\nfacts: '# a'\npublished: x\nparties: []\nfine: {a: 1}\non: 2/1\nbasis: [第一条]\n"
    fill(CaseReport, tree_of(text), report)
    assert len(report) == 6
    for each in report:
        assert "{" not in each.message.in_(language)


def test_a_half_right_form_keeps_what_is_right():
    half = draft(
        CaseReport, tree_of(GOOD.replace("2026-01-02", "昨天") + "fine: 5\nbasis: [第一条]\nx: y\n")
    )
    assert half.title.zh == "药"
    assert half.parties[0].name.zh == "某药店"
    assert half.fine == Amount.read("5")
    assert half.published is None
    assert half.basis == ()
    assert isinstance(half, CaseReport)


def test_a_right_form_is_its_own_draft():
    assert draft(CaseReport, tree_of(GOOD)).published == dt.date(2026, 1, 2)


def test_the_english_form_holds_words_only():
    form = english_form(CaseReport)
    assert [note.key for note in notes(form)] == ["title", "facts", "parties"]
    assert not any(note.required for note in notes(form))
    assert [note.key for note in notes(english_form(Party))] == ["name"]


def test_a_form_without_words_has_no_english_form():
    class Figures(Form):
        fine: Amount = field("罚款", "Fine")

    assert english_form(Figures) is None


def test_english_items_stand_beside_their_chinese():
    report = Report()
    zh = GOOD + "  - name: 张某\n"
    filled = fill(CaseReport, tree_of(zh), report, tree_of("parties:\n  -\n  - name: Mr Zhang\n"))
    assert [party.name.en for party in filled.parties] == ["", "Mr Zhang"]


def test_labels_speak_both_languages():
    assert labels(CaseReport)["parties"].in_("en") == "Parties"
    assert labels(CaseReport)["parties"].in_("zh") == "当事人"


def test_the_schema_says_what_is_required_and_refuses_the_rest():
    about = schema(CaseReport, STAGES)
    assert about["required"] == ["title", "facts", "published", "parties"]
    assert about["additionalProperties"] is False
    assert about["properties"]["title"]["title"] == "标题"
    assert about["properties"]["stage"]["enum"] == ["storage", "retail"]
    assert about["properties"]["published"]["format"] == "date"
    parties = about["properties"]["parties"]
    assert (parties["type"], parties["items"]["required"]) == ("array", ["name"])


def test_a_blank_form_is_readable_and_asks_for_what_is_required():
    text = blank(CaseReport, STAGES)
    assert "# 标题：40 字以内" in text
    assert "title: 过期药" in text
    assert "可选 storage 储存；retail 零售" in text
    report = Report()
    fill(CaseReport, tree_of(text), report)
    assert {each.code for each in report} == {"Y101"}
    assert len(report) == 3


def test_a_blank_form_with_every_line_opened_is_readable():
    opened = [
        line.removeprefix("# ")
        for line in blank(CaseReport, STAGES).split("\n")
        if not line.startswith("# ─")
    ]
    lines = [line for line in opened if ":" in line or line.strip().startswith("-")]
    tree = tree_of("\n".join(line for line in lines if "：" not in line.split(":")[0]) + "\n")
    assert {name.text for name, _ in tree.entries} == {note.key for note in notes(CaseReport)}


KEYS = st.sampled_from(
    [*labels(CaseReport), "name", "sum", "unit", "approx", "currency", "titel", "标题", "x"]
)
WORDS = st.sampled_from(
    [
        "",
        "药",
        "5",
        "未披露",
        "2022/..",
        "2026-01-02",
        "万元",
        "是",
        "药品管理法 第一条",
        "**",
        "[a](b)",
        "a\nb",
    ]
) | st.text("药5-/.%年月{}（）９", max_size=6)
TREES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=10,
)


def typed(value):
    import json

    return json.dumps(value, ensure_ascii=False)


@settings(max_examples=250, deadline=None)
@given(
    st.dictionaries(KEYS, TREES, min_size=1, max_size=5),
    st.none() | st.dictionaries(KEYS, TREES, max_size=4),
)
def test_any_tree_fills_the_form_or_gives_problems_in_their_places(zh, en):
    tree, english = tree_of(typed(zh)), tree_of(typed(en)) if en is not None else None
    report = Report()
    filled = fill(CaseReport, tree, report, english)
    assert (filled is None) is bool(list(report))
    for each in report:
        span = each.span
        assert 0 <= span.start <= span.end <= len(span.source.text)
    assert draft(CaseReport, tree) is not None
