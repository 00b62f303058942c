"""Many files looked into one after another: what was passed once hides nothing later."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import put
from yaoan.doors import Leak, Leaked, leaks
from yaoan.doors.leaks import Search
from yaoan.doors.leaks.views import readings, traced
from yaoan.site import Secret, State

NAME = Secret("陈建国", State.SUNSET, "case-2026-0001")
TEXT = Secret("Sold out-of-date drugs at the counter", State.WITHDRAWN, "case-2026-0003")
SHELL = "<!doctype html>\n<html>\n<body>\n<ul>\n<li>甲\n</ul>\n<main>\n{}\n</main>\n</body>\n</html>\n"

PAGES = {
    "in a line of its own": "<p>陈建国</p>",
    "over lines": "<p>陈\n建国</p>",
    "over lines with tags that part nothing": "<p>陈\n<b>建</b>\n<b>国</b>",
    "after a line that was passed before": "<p>陈\n<b>建国",
    "around a comment that swallows what parts": "<p>陈<!--\n<li>甲\n-->建国",
    "around a comment written as entities": "<p>陈&lt;!--\n<li>甲\n--&gt;建国",
    "in entities": "<p>&#38472;&#x5efa;国",
    "in an attribute": "<img alt='陈 建国'>",
    "in another language": "<p>Sold <i>out-of-date</i> drugs\nat the counter",
    "in data": "<a href='data:;base64,6ZmI5bu65Zu9'>",
}


@pytest.fixture
def searching() -> Search:
    """A search that has already passed pages of the same shell, and parts of what is sought."""
    searching = Search.of([NAME, TEXT])
    for text in ("", "<p>陈", "<p>陈\n<b>甲", "<p>建国", "<li>甲\n-->建国", "<p>&#38472;", "<p>Sold"):
        assert not list(searching.look("a.html", SHELL.format(text).encode()))
    return searching


@pytest.mark.parametrize("way", list(PAGES))
def test_what_is_passed_on_one_page_hides_nothing_on_the_next(searching: Search, way: str):
    data = SHELL.format(PAGES[way]).encode()
    first = list(searching.look("b.html", data))
    assert [leak.secret for leak in first] in ([NAME], [TEXT])
    assert first == list(Search.of([NAME, TEXT]).look("b.html", data))
    assert first == list(searching.look("b.html", data)), "nor is it passed the second time"


@pytest.mark.parametrize("text", ["<p>陈\n<li>建国", "<p>陈\n<p>建国", "<p>陈\n</main>建国"])
def test_what_stands_on_two_sides_of_a_tag_that_parts_is_no_text(searching: Search, text: str):
    assert not list(searching.look("b.html", SHELL.format(text).encode()))


def test_the_name_of_a_page_is_looked_into_too(searching: Search):
    page = SHELL.format("").encode()
    assert list(searching.look("陈 建国.html", page)) == [Leak("陈 建国.html", "name", 0, NAME)]
    assert list(searching.look("a.html.br", page)) == [Leak("a.html.br")]


def test_a_page_in_no_known_encoding_is_looked_into_as_any_file(searching: Search):
    page = SHELL.format("<p>陈建国").encode("gb18030")
    assert [leak.secret for leak in searching.look("a.html", page)] == [NAME]


def test_a_search_goes_to_other_processes(searching: Search):
    there = pickle.loads(pickle.dumps(searching))
    assert there == searching
    assert list(there.look("a", "陈建国".encode())) == [Leak("a", "", 0, NAME)]


def test_files_that_were_looked_into_while_they_were_written_are_passed_over(tmp_path: Path):
    for name in ("a/index.html", "b.json"):
        put(tmp_path, name, "陈建国")
    searching = Search.of([NAME])
    leaks.search(tmp_path, searching, {"a/index.html", "b.json"})
    with pytest.raises(Leaked) as caught:
        leaks.search(tmp_path, searching, {"a/index.html"})
    assert [leak.file for leak in caught.value.leaks] == ["b.json"]


MARKUP = st.text(st.sampled_from("<>!-[]/abp CDAT甲\n&;lt#6041%C")) | st.lists(
    st.sampled_from(["<b>", "<p>", "</p>", "<", ">", "<!--", "-->", "<![CDATA[", "]]>", "甲", "<a x='y'>", "&lt;", "&#62;", "%3C"])
).map("".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(MARKUP)
def test_what_is_read_fast_is_what_is_read_with_the_places_kept(text: str):
    for reading, steps in readings(text):
        assert reading == traced(text, steps).text
