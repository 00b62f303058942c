"""A file looked at by itself tells the same whether or not pages like it were looked at before."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import put
from yaoan.doors.expected import Expected
from yaoan.doors.glance import Glancing, Target
from yaoan.doors.staged import Staged, read
from yaoan.doors.verify import Unsound, glancing, verify

PAGE = '<!doctype html>\n<html>\n<a href="../../x/">x</a>\n{}\n<p class="a">x</p>\n</html>\n'


def leads(glancing: Glancing, name: str, text: str) -> set[Target]:
    return set(glancing.glance(name, PAGE.format(text).encode()).leads)


def test_a_link_that_all_pages_of_a_folder_share_is_told_once():
    glancing = Glancing("", ())
    link = Target("x/index.html", "")
    assert leads(glancing, "a/b/index.html", "") == {link}
    assert leads(glancing, "a/c/index.html", "") == set()
    assert leads(glancing, "a/index.html", "") == {Target("./x/index.html", "")}
    assert leads(glancing, "z/c/index.html", "") == {link}


@pytest.mark.parametrize("text", ['<a href="no">', '<a href="#no">', '<a href="?a#no">', "<i href=./no>"])
def test_a_link_that_leads_elsewhere_from_each_page_is_told_of_each(text: str):
    glancing = Glancing("", ())
    assert len({one for name in "bcd" for one in leads(glancing, f"a/{name}/index.html", text)}) == 4


@pytest.mark.parametrize(
    "text",
    [
        "<!-- \n<a href='no'>\n-->",
        "<script>\n<a href='no'>\n</script>",
        "<style>\n<a href='no'>\n</style>",
    ],
)
def test_what_stands_in_something_left_open_is_no_link(text: str):
    glancing = Glancing("", ())
    assert leads(glancing, "a/b/index.html", "<a href='no'>") > {Target("a/b/no", "")}
    for _ in range(2):
        assert Target("a/c/no", "") not in leads(glancing, "a/c/index.html", text)


PIECES = st.sampled_from(
    ["\n", "<p>", "</p>", '<a href="../x">', "<a\nhref='#b'>", '<h2 id="b">', "<!--", "-->", "<script>", "</script>", '"', "'", "<", ">",
     "<script src=a>", '<script type="application/ld+json">', '<meta name="a" content="0;url=../y">', '<meta name="a" content="x">',
     '<p class="a">', '<b data-x="y">', '<b data="y">', "&#34;", "text = x", '<STYLE>', "<img srcset='a 1x, b'>"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=12).map("".join), min_size=1, max_size=4))
def test_pages_in_a_row_tell_what_each_tells_alone(texts: list[str]):
    together, told, alone = Glancing("", ()), set(), set()
    for number, text in enumerate(texts):
        name, data = f"a/{number}/index.html", text.encode()
        one, other = together.glance(name, data), Glancing("", ()).glance(name, b"<!---->" + data)
        assert one.anchors == other.anchors
        told |= set(one.leads)
        alone |= set(other.leads)
    assert told == alone


def test_a_glance_goes_to_other_processes():
    seen = glancing("").glance("a/index.html", PAGE.format('<a href="b">').encode()[:-9])
    assert seen.flaws
    assert pickle.loads(pickle.dumps(seen)) == seen


def test_a_file_that_was_seen_as_it_was_written_is_not_read_again(tmp_path: Path):
    page = PAGE.format("").replace("../../x/", "").encode()
    expected, staged = Expected(("a/index.html", "b/index.html")), Staged()
    for name in expected.pages:
        put(tmp_path, name, page)
        staged.take(glancing("").glance(name, page))
    (tmp_path / "a/index.html").write_bytes(b"x" * len(page))
    assert verify(tmp_path, expected, staged) == 2


@pytest.mark.parametrize("change", ["gone", "cut"])
def test_what_became_of_a_file_since_it_was_written_is_seen(tmp_path: Path, change: str):
    page, staged = PAGE.format("").encode(), Staged()
    put(tmp_path, "a/index.html", page)
    staged.take(glancing("").glance("a/index.html", page))
    path = tmp_path / "a/index.html"
    path.unlink() if change == "gone" else path.write_bytes(page[:-9])
    with pytest.raises(Unsound) as raised:
        verify(tmp_path, Expected(("a/index.html",)), staged)
    assert any("not there" in one.message.en or "cut" in one.message.en for one in raised.value.flaws)


def test_the_places_of_many_pages_are_kept_once(tmp_path: Path):
    for name in ("a", "b"):
        put(tmp_path, f"{name}.html", PAGE.format('<p id="one">'))
    found, _ = read(tmp_path, "", ())
    assert found.anchors["a.html"] is found.anchors["b.html"]
