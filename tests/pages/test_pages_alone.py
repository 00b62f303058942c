"""A page can be written by itself: in any order, by any process, with the same bytes."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2.compiler import CodeGenerator

from yaoan.bilingual import LANGUAGES
from yaoan.doors import Workshop
from yaoan.pages import drafts, environment, marks, write
from yaoan.pages.escape import escape
from yaoan.pages.pen import pen
from yaoan.site import Site


def fresh(site: Site) -> Site:
    """The same site, of which nothing was written before."""
    return replace(site)


def test_a_page_needs_no_other_and_comes_in_any_order(sample: Workshop) -> None:
    forwards = {page.path: page.markdown for page in write(fresh(sample.site))}
    site = fresh(sample.site)
    tasks = [(draft, language) for draft in drafts(site) for language in LANGUAGES]
    backwards = {}
    for draft, language in reversed(tasks):
        page = draft.write(site, language)
        backwards[page.path] = page.markdown
    assert backwards == forwards
    for draft, language in tasks[::250]:
        alone = draft.write(fresh(site), language)
        assert alone.markdown == forwards[alone.path]


def test_drafts_write_nothing(sample: Workshop) -> None:
    site = fresh(sample.site)
    before = pen.cache_info().misses
    assert len(list(drafts(site))) > 400
    assert pen.cache_info().misses == before


def test_our_compiler_changes_nothing_that_is_written(
    sample: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every page of the sample office, with templates compiled as Jinja does by itself."""
    ours = [page.markdown for page in write(fresh(sample.site))]
    monkeypatch.setattr(environment.Templates, "code_generator_class", CodeGenerator)
    environment._templates.cache_clear()
    try:
        plain = [page.markdown for page in write(fresh(sample.site))]
    finally:
        environment._templates.cache_clear()
    assert plain == ours


def test_a_changed_template_of_the_office_is_seen_by_the_next_site(
    sample: Workshop, tmp_path: Path
) -> None:
    (listing,) = (d for d in drafts(sample.site) if d.path == "notices/index.md")
    for text in ("FIRST", "SECOND {{ item.kind.name }}"):
        (tmp_path / "card.md.j2").write_text(text, "utf-8")
        body = listing.write(fresh(sample.site), "zh", tmp_path).body
        assert text.split()[0] in body
    assert "SECOND 通知公告" in body
    assert "SECOND" not in listing.write(sample.site, "zh").body


# ── Marks ─────────────────────────────────────────────────────────────────────────────────────


def settled(text: str, path: str = "a/b/c.md") -> str:
    return marks.settled(text, path, lambda number: f"<{number} {marks.to('a/x/1.png')}>")


def test_an_address_is_told_from_where_the_page_stands() -> None:
    text = marks.to("a/b/d.md") + " " + marks.to("a/e.md#f") + " " + marks.to("g.md")
    assert settled(text) == "d.md ../e.md#f ../../g.md"
    assert settled(text, "h.md") == "a/b/d.md a/e.md#f g.md"
    assert settled(marks.as_url(marks.to("search.md"))) == "../../search/"


def test_an_id_is_new_at_each_place_and_can_be_said_again() -> None:
    card = marks.new("card")
    assert settled(card + card + marks.new("other") + card) == "card-1card-2other-1card-3"
    chart = marks.another("chart") + marks.same("chart") + "," + marks.same("chart")
    assert settled(chart + ";" + chart) == "chart-1,chart-1;chart-2,chart-2"


def test_a_picture_may_hold_marks_itself() -> None:
    assert settled(marks.figure(2), "a/c.md") == "<2 x/1.png>"


@given(text=st.text())
@example(text=marks.to("b.md"))
@example(text=f"{marks.OPEN}{marks.CLOSE}")
def test_no_typed_text_is_a_mark(text: str) -> None:
    assert settled(escape(text)) == escape(text)
    assert marks.OPEN not in escape(text)
    assert marks.CLOSE not in escape(text)
