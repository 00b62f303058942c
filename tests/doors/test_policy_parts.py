"""What a page contains is the same whether all of it is read, or only what is not plain."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from yaoan.doors.policy import _WORTH_READING, Content, UnsafePage, _Reader, content

NAMES = st.sampled_from(["p", "a", "img", "b", "link", "meta", "script", "style", "base", "iframe", "svg", "h1", "title", "form", "body"])
KEYS = st.sampled_from(
    ["class", "title", "href", "src", "srcset", "style", "onload", "data", "data-x", "rel", "action", "http-equiv", "content", "type", "hreflang",
     "xlink:href", "poster", "formaction", "ping", "background", "alt", "id", "once"]
)  # fmt: skip
VALUES = st.sampled_from(
    ["x", "../../x/", "//e.org", "https://e.org/", "javascript:x", "java&#9;script:x", "&amp;", "&#106;avascript:", "\\\\e.org", "/x", "mailto:x",
     "canonical", "stylesheet", "application/ld+json", "0; url=../a/", "refresh", "a > b", "", " x", "data:x", "#a", "?a=b&c", "a\n<p>"]
)  # fmt: skip
QUOTED = st.tuples(VALUES, st.sampled_from(['"{}"', "'{}'", "{}", '"{}', ""])).map(lambda both: both[1].format(both[0]))
GIVEN = st.tuples(st.sampled_from([" ", "\n", "\t", "/", ""]), KEYS, st.sampled_from(["=", " = ", ""]), QUOTED)
ATTRIBUTES = st.lists(GIVEN, max_size=3, unique_by=lambda given: given[1]).map(lambda many: "".join(map("".join, many)))
TAG = st.tuples(st.sampled_from(["<", "</"]), NAMES, ATTRIBUTES, st.sampled_from([">", ">", ">", " >", "/>", ""])).map("".join)
PLAIN = st.sampled_from(["\n", "\n<p>", "\n</p>", "words style=x", "<!--", "-->", '\n<a href="../x/">x</a>', "</script>", "</style>", '\n<script type="application/ld+json">{"a": 1}</script>'])
PAGE = st.lists(TAG | PLAIN, max_size=8).map("".join)


def read(text: str) -> Content | None:
    """What a reader of all of *text* finds; None where it refuses."""
    reader = _Reader("a")
    try:
        reader.feed(text)
        reader.close()
    except UnsafePage:
        return None
    return Content(frozenset(reader.scripts), frozenset(reader.styles))


@settings(max_examples=300, deadline=None)
@given(PAGE)
@example("<p>\n<b class='\n<b onload=x>'>")
@example('<meta\n</p http-equiv="refresh">')
@example('<p title="a > b" onload=x>')
@example('<link title=">"\n<p href="//e.org">')
def test_parts_that_are_passed_over_change_nothing(text: str):
    try:
        found = content(text, "a")
    except UnsafePage:
        found = None
    assert found == (read(text) if _WORTH_READING.search(text) else Content())


@pytest.mark.parametrize(
    "odd",
    [
        '<a href = "&#106;avascript:x">',
        '<a href=" &#106;avascript:x">',
        '<a href="java\t&#115;cript:x">',
        '<meta name=">" http-equiv="refresh" content="0; url=https://example.org/">',
        '<link title=">" rel="stylesheet" href="//example.org/x.css">',
        '<link rel="stylesheet" href = "\\\\example.org/x.css">',
        '<link data-rel="canonical" rel="stylesheet" href="//example.org/x.css">',
    ],
)
def test_no_way_of_writing_hides_what_no_policy_allows(odd: str):
    for text in (odd, f"<p>\n{odd}\n</p>"):
        with pytest.raises(UnsafePage):
            content(text, "a")
