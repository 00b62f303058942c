"""Finding one's way in what was read, and putting fixes into a text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from yaoan import source
from yaoan.diagnostics import Fix, Report, Source, Span
from yaoan.source import Branch, Leaf, Row

TEXT = "title: 药\nparties:\n  - name: 甲\n    acts: [1, 2]\n  - name: 乙\n"


def tree_of(text):
    report = Report()
    tree = source.read(Source("entry.yml", text), report)
    assert not list(report)
    return tree


def test_at_finds_a_value_by_its_path():
    assert source.at(tree_of(TEXT), ("parties", 1, "name")).text == "乙"


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (("parties", 0, "kind"), Branch),
        (("parties", 2, "name"), Row),
        (("parties", 7, "name"), Row),
        (("title", 0), Leaf),
        (("parties", "name"), Row),
        (("nothing",), Branch),
    ],
)
def test_at_stops_at_the_nearest_node_above(path, found):
    assert isinstance(source.at(tree_of(TEXT), path), found)


def test_leaves_come_in_order_with_their_paths():
    assert [(path, leaf.text) for path, leaf in source.leaves(tree_of(TEXT))] == [
        (("title",), "药"),
        (("parties", 0, "name"), "甲"),
        (("parties", 0, "acts", 0), "1"),
        (("parties", 0, "acts", 1), "2"),
        (("parties", 1, "name"), "乙"),
    ]


def test_spans_of_groups_and_lists_hold_all_of_them():
    tree = tree_of(TEXT)
    assert tree.get("parties").span.text == TEXT[TEXT.index("- name: 甲") :].rstrip()
    assert tree.get("parties").items[0].get("acts").span.text == "[1, 2]"
    assert tree.key("parties").span.text == "parties"


def test_span_of_long_text_holds_its_paragraphs():
    tree = tree_of("facts: |\n  一\n\n  二\ntitle: 药\n")
    assert tree.get("facts").span.text == "|\n  一\n\n  二"


def test_an_entry_read_twice_gives_equal_values():
    assert source.plain(tree_of(TEXT)) == source.plain(tree_of(TEXT))


KEY = st.from_regex(r"[a-z]{1,8}", fullmatch=True)
WORD = st.text(
    st.sampled_from("药品甲乙abc019。，；“”（）—·￥𠮷😀é-_/.'\"&*!|>%@#?[]{}: "),
    min_size=1,
    max_size=12,
)
VALUES = st.recursive(
    WORD,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(KEY, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


def typed(value, indent=0):
    """*value* as YAML in which every text is quoted."""
    space = "  " * indent
    if isinstance(value, str):
        return " '" + value.replace("'", "''") + "'\n"
    if isinstance(value, list):
        return "\n" + "".join(f"{space}-{typed(each, indent + 1)}" for each in value)
    return "\n" + "".join(f"{space}{key}:{typed(each, indent + 1)}" for key, each in value.items())


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(KEY, VALUES, min_size=1, max_size=4))
def test_what_is_typed_is_what_is_read_and_every_span_covers_it(value):
    tree = tree_of(typed(value).lstrip("\n"))
    for _, leaf in source.leaves(tree):
        assert leaf.span.text == "'" + leaf.text.replace("'", "''") + "'"
    assert source.plain(tree) == without_blanks(value)


def without_blanks(value):
    if isinstance(value, dict):
        return {key: without_blanks(each) for key, each in value.items() if not blank(each)}
    if isinstance(value, list):
        return [None if blank(each) else without_blanks(each) for each in value]
    return value


def blank(value):
    return isinstance(value, str) and not value.strip()


ODD = st.text(
    st.sampled_from(
        list("ab1药：:-# \n\t'\"[]{}&*!|>%@`,?<~\\\u3000\u00a0\u200b\u202e\u2028\u0085\ue000\x00𠮷")
    ),
    max_size=60,
)


@settings(max_examples=250, deadline=None)
@given(ODD | st.text(max_size=40))
@example("[")
@example("a: |\n")
@example("'\n")
@example("\n\n\n")
@example("- ")
@example("%")
def test_the_reader_answers_any_text_with_a_tree_or_problems_in_their_places(text):
    entry, report = Source("entry.yml", text), Report()
    tree = source.read(entry, report)
    assert (tree is not None) or report.failed
    well_placed(report, entry)


@settings(max_examples=120, deadline=None)
@given(st.binary(max_size=60) | ODD.map(lambda text: text.encode("gb18030", "replace")))
@example(b"\xff\xfe")
@example(b"\xfe\xff\x00")
@example(b"\x80")
def test_any_bytes_are_decoded_or_refused_in_their_place(data):
    text, problem = source.decode("entry.yml", data)
    assert "\r" not in text.text
    if problem:
        well_placed([problem], text)
    else:
        assert text.text.encode() == data.removeprefix(b"\xef\xbb\xbf").replace(
            b"\r\n", b"\n"
        ).replace(b"\r", b"\n")


def well_placed(problems, entry):
    lines = entry.text.split("\n")
    for problem in problems:
        span = problem.span
        assert 0 <= span.start <= span.end
        assert span.start <= len(entry.text)
        assert 1 <= span.line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1


def fix(start, end, text):
    return Fix(Span(Source("entry.yml", "0123456789"), start, end), text)


def test_fixes_are_put_in_from_any_order():
    assert (
        source.mend("0123456789", [fix(8, 9, "X"), fix(0, 1, ""), fix(4, 4, "AB")]) == "123AB4567X9"
    )


def test_of_two_overlapping_fixes_the_later_one_waits():
    assert source.mend("0123456789", [fix(1, 6, "A"), fix(4, 8, "B")]) == "0A6789"


def test_no_fix_leaves_the_text_as_it_was():
    assert source.mend("甲\r\n", []) == "甲\r\n"


@st.composite
def apart(draw):
    """A text and changes of it that do not touch one another."""
    text = draw(st.text("甲乙ab\n", min_size=1, max_size=30))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return text, [(start, end, draw(st.text("XYZ", max_size=4))) for start, end in pairs]


@settings(max_examples=80, deadline=None)
@given(apart(), st.randoms())
def test_mending_changes_the_fixed_places_and_nothing_else(case, random):
    text, changes = case
    expected, last = "", 0
    for start, end, new in changes:
        expected, last = expected + text[last:start] + new, end
    fixes = [Fix(Span(Source("entry.yml", text), start, end), new) for start, end, new in changes]
    random.shuffle(fixes)
    assert source.mend(text, fixes) == expected + text[last:]


def test_a_broken_data_file_of_our_own_is_told_with_its_place():
    with pytest.raises(ValueError, match=r"laws/x\.yml:2:1"):
        source.trusted("laws/x.yml", b"id: A\nid: B\n")


def test_a_data_file_of_our_own_in_gbk_is_refused():
    with pytest.raises(ValueError, match="Y001") as refused:
        source.trusted("words.yml", "home: 首页\nhome: 首页\n".encode("gbk"))
    assert "this file is not in UTF-8" in str(refused.value)
    assert "Y009" not in str(refused.value), "what it says is not looked at"
