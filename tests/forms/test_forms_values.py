"""The value types: what holds for whole ranges of them."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from yaoan.forms import (
    Amount,
    Citation,
    CreditCode,
    DecisionNumber,
    EntryId,
    IndexPattern,
    MedicalLicence,
    Quantity,
    Text,
    WebAddress,
    When,
    total,
)
from yaoan.forms.amount import in_yuan
from yaoan.forms.numerals import to_chinese, to_number
from yaoan.forms.values import iso_day, read_day, read_yes_no
from yaoan.source import Branch, plain, read


def suggested(read, text):
    with pytest.raises(PydanticCustomError) as refused:
        read(text)
    return refused.value.context["suggest"]


def test_chinese_numerals_go_there_and_back():
    assert [to_number(to_chinese(n)) for n in range(1, 10_000)] == list(range(1, 10_000))


@pytest.mark.parametrize(
    ("number", "zh"),
    [
        (10, "十"),
        (19, "十九"),
        (105, "一百零五"),
        (110, "一百一十"),
        (142, "一百四十二"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
    ],
)
def test_chinese_numerals_are_written_as_laws_write_them(number, zh):
    assert to_chinese(number) == zh


@pytest.mark.parametrize(("typed", "number"), [("两百", 200), ("117", 117)])
def test_other_ways_to_write_a_numeral_are_read(typed, number):
    assert to_number(typed) == number


SPOKEN = st.builds(
    "{}{}{}{}{}元{}".format,
    st.sampled_from(["", "约", "近", "逾", "超过"]),
    st.decimals(0, 999_999, places=2, allow_nan=False).map(str)
    | st.integers(0, 10**7).map("{:,}".format)
    | st.just("1.2345"),
    st.sampled_from(["", "余"]),
    st.sampled_from(["", "万", "百万", "千万", "亿"]),
    st.sampled_from(["", "余"]),
    st.sampled_from(["", "以上"]),
)


def accepted(typed):
    from yaoan.diagnostics import Report, Source

    tree = read(Source("x", f"fine: {typed}\n"), Report())
    assert isinstance(tree, Branch)
    return Amount.accept(plain(tree)["fine"])


@settings(max_examples=120, deadline=None)
@given(SPOKEN)
@example("1.234元")
@example("0.000001万元")
@example("70余万元")
def test_what_is_suggested_for_an_amount_is_itself_an_amount(spoken):
    suggestion = in_yuan(spoken)
    if suggestion is not None:
        assert accepted(suggestion).known


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**12), st.integers(0, 99))
def test_an_amount_is_read_to_the_cent(yuan, cents):
    amount = Amount.read(f"{yuan}.{cents:02d}")
    assert amount.sum == Decimal(yuan) + Decimal(cents) / 100
    assert amount.in_("zh").replace(",", "").removesuffix("元") == f"{yuan}.{cents:02d}".rstrip(
        "0"
    ).rstrip(".")


@pytest.mark.parametrize(
    "typed", ["1e5", "NaN", "Infinity", "-5", "+5", "0x10", "１２", "1_000", "", " ", "5."]
)
def test_other_ways_to_write_a_number_are_no_amounts(typed):
    with pytest.raises(PydanticCustomError):
        Amount.read(typed)


def test_the_three_nothings_differ():
    zero, hidden, unknown = Amount.read("0"), Amount.read("未披露"), Amount.read("未查明")
    assert len({zero, hidden, unknown}) == 3
    assert [each.known for each in (zero, hidden, unknown)] == [True, False, False]


def test_the_long_form_keeps_why_a_sum_is_not_known():
    assert Amount.of({"sum": "未查明"}) == Amount.read("未查明")


def test_a_total_adds_exact_yuan():
    assert total([Amount.read("1.5"), Amount.read("2")]) == Amount(Decimal("3.5"))


@pytest.mark.parametrize(
    "other",
    [
        Amount.read("未披露"),
        Amount.of({"sum": "5", "approx": "over"}),
        Amount.of({"sum": "5", "currency": "GBP"}),
    ],
    ids=["not known", "not exact", "foreign"],
)
def test_a_total_of_what_cannot_be_added_is_not_given(other):
    assert total([Amount.read("1"), other]) is None


DAYS = st.dates(dt.date(1000, 1, 1), dt.date(9999, 12, 31))
POINTS = st.builds(lambda day, size: day.isoformat()[:size], DAYS, st.sampled_from([4, 7, 10]))


@settings(max_examples=80, deadline=None)
@given(POINTS)
def test_a_point_in_time_is_read_as_exactly_as_it_is_typed(iso):
    when = When.read(iso)
    assert when.start is not None
    parts = [part for part in (when.start.year, when.start.month, when.start.day) if part]
    assert (
        "-".join(f"{part:02d}" if index else f"{part:04d}" for index, part in enumerate(parts))
        == iso
    )
    assert str(when.first).startswith(iso)
    assert str(when.last).startswith(iso)
    assert (when.first == when.last) is (len(iso) == 10)


@settings(max_examples=80, deadline=None)
@given(POINTS, POINTS)
def test_a_span_is_read_unless_it_runs_backwards(start, end):
    first, last = When.read(start), When.read(end)
    if last.last < first.first:
        assert suggested(When.read, f"{start}/{end}") is None
    else:
        span = When.read(f"{start}/{end}")
        assert (span.first, span.last) == (first.first, last.last)


def test_an_open_time_has_no_last_day():
    assert When.read("2019-12/..").last is None


@settings(max_examples=60, deadline=None)
@given(st.integers(1000, 9999), st.integers(0, 19), st.integers(0, 39))
def test_what_is_suggested_for_a_time_is_itself_a_time(year, month, day):
    for spoken in (
        f"{year}年{month}月{day}日",
        f"{year}年{month}月",
        f"{year}年",
        f"{year}.{month}.{day}",
    ):
        suggestion = suggested(When.read, spoken)
        if suggestion is not None:
            assert When.read(suggestion).start is not None


@settings(max_examples=60, deadline=None)
@given(DAYS)
def test_days_are_read_and_spoken_ones_suggested(day):
    assert read_day(day.isoformat()) == day
    assert iso_day(f"{day.year}年{day.month}月{day.day}日") == day.isoformat()
    assert suggested(read_day, f"{day.year}/{day.month}/{day.day}") == day.isoformat()


@pytest.mark.parametrize(
    "typed",
    ["2026-3-5", "20260305", "2026-W10-4", "2026-03-05T00:00", "26-03-05", "２０２６-０３-０５"],
)
def test_only_one_way_to_write_a_day_is_taken(typed):
    with pytest.raises(PydanticCustomError):
        read_day(typed)


@pytest.mark.parametrize("typed", ["yes", "True", "1", "不", ""])
def test_only_four_words_mean_yes_or_no(typed):
    with pytest.raises(PydanticCustomError):
        read_yes_no(typed)


COUNTS = st.none() | st.integers(1, 99)


@st.composite
def citations(draw):
    article = draw(st.none() | st.integers(1, 1300))
    lower = {
        key: draw(COUNTS) if article else None for key in ("sub", "paragraph", "item", "subitem")
    }
    return Citation(
        draw(st.sampled_from(["药品管理法", "刑法", "医疗器械监督管理条例"])),
        draw(st.sampled_from(["", "2015"])),
        article,
        **lower,
    )


@settings(max_examples=120, deadline=None)
@given(citations())
def test_a_citation_written_out_reads_as_the_same(citation):
    version = f"（{citation.version}年修正）" if citation.version else ""
    assert Citation.read(f"{citation.law}{version} {citation.place('zh')}") == citation
    assert Citation.read(f"《{citation.law}》{version}{citation.place('zh')}") == citation


@pytest.mark.parametrize(
    ("typed", "key"),
    [("刑法 第一百四十二条之一第二款", "142-1"), ("刑法 第142条", "142"), ("刑法", "")],
)
def test_the_key_of_a_citation_names_the_article_only(typed, key):
    assert Citation.read(typed).key == key


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        st.sampled_from("药品管理法第条款项目之一二十百千零〇两0129９（）()《》 2015年、；"),
        max_size=20,
    )
)
@example("药品管理法 第９８条")
def test_any_text_is_a_citation_or_refused_in_our_words(text):
    try:
        citation = Citation.read(text)
    except PydanticCustomError:
        return
    assert citation.law.strip("《》 ")


@pytest.mark.parametrize("typed", ["第零条", "第一二三条", "第十十条"])
def test_an_article_that_no_law_has_is_refused(typed):
    with pytest.raises(PydanticCustomError):
        Citation.read(f"药品管理法 {typed}")


STYLES = [
    "闽药监罚〔2023〕5号",
    "闽药监罚【2023】5号",
    "闽药监罚[2023]5号",
    "闽药监罚［2023］5号",
    "闽药监罚(2023)5号",
    "闽药监罚（2023）第5号",
    "闽药监罚〔2023〕 第 5 号",
    "闽药监罚〔２０２３〕５号",
]


@pytest.mark.parametrize("typed", STYLES)
def test_decision_numbers_in_every_style_are_the_same_number_and_keep_their_style(typed):
    assert DecisionNumber.read(typed).key == DecisionNumber.read(STYLES[0]).key
    assert DecisionNumber.read(typed).in_("en") == typed


def test_different_decision_numbers_have_different_keys():
    assert (
        DecisionNumber.read("闽药监罚〔2023〕5号").key
        != DecisionNumber.read("闽药监罚〔2023〕15号").key
    )


def test_numbers_that_are_not_disclosed_are_not_the_same_number():
    assert DecisionNumber.read("未披露").key == ""


def check_digit(body):
    """The 18th character of a credit code, as GB 32100-2015 computes it."""
    signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    weighed = sum(signs.index(char) * 3**index % 31 for index, char in enumerate(body))
    return signs[-weighed % 31]


BODIES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["91", "92", "12"]),
    st.sampled_from(["350100", "110108"]),
    st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=9, max_size=9),
)


@settings(max_examples=60, deadline=None)
@given(BODIES, st.integers(8, 16))
def test_a_credit_code_is_taken_only_with_its_check_digit(body, place):
    code = body + check_digit(body)
    assert CreditCode.read(code.lower()) == code
    other = "7" if code[place] != "7" else "8"
    with pytest.raises(PydanticCustomError):
        CreditCode.read(code[:place] + other + code[place + 1 :])


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["约{}{}", "近{}{}", "{}余{}", "{}{}以上", "{}{}"]),
    st.integers(1, 999).map(lambda n: n * 10),
    st.sampled_from(["盒", "万件", "亿支"]),
)
def test_a_quantity_is_shown_as_it_was_typed(pattern, number, unit):
    typed = pattern.format(f"{number:,}", unit)
    assert Quantity.read(typed).zh() == typed


def refusal(read, text):
    """The kind of error with which *text* is refused; None if it is taken."""
    try:
        read(text)
    except PydanticCustomError as error:
        return error.type
    return None


@pytest.mark.parametrize(
    "form",
    [
        Citation,
        CreditCode,
        EntryId,
        MedicalLicence,
        Quantity,
        WebAddress,
        When,
        DecisionNumber,
        Text,
        Amount,
    ],
)
@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_text_is_a_value_or_refused_in_our_words(form, text):
    assert refusal(form.accept, text) in (None, "misread")


@pytest.mark.parametrize("text", ["示市监/{year}-{kind}{serial}", "000014348/{serial}"])
def test_an_index_pattern_numbers_entries_by_their_ids(text):
    number = IndexPattern.read(text).number("case-2026-0012")
    assert number in ("示市监/2026-case0012", "000014348/0012")


@pytest.mark.parametrize(
    "text", ["", "示市监", "{year}", "{serial}{x}", "{serial", "{serial}}", "{0}{serial}", "{serial.x}"]
)
def test_a_pattern_that_cannot_number_is_refused(text):
    assert refusal(IndexPattern.read, text) == "misread"


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=40))
def test_a_line_of_text_keeps_every_character(text):
    assert Text.read(text).zh == text.strip()
