"""The press: what it prints is what MkDocs prints, to the byte, or MkDocs prints it."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.structure.files import Files
from mkdocs.structure.nav import get_navigation

from conftest import DAY, ROOT, Office
from yaoan.doors import Workshop, apart, policy, render
from yaoan.doors.press.dialect import convert
from yaoan.doors.press.press import Press
from yaoan.doors.press.specimen import Looked, Mark, Sheet, bare
from yaoan.doors.press.tags import Unknown
from yaoan.doors.render import wanted

EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "def_list", "md_in_html"]
_LINK = re.compile(r'href="(?!https?:)([^"#]*)\.md((?:#[^"]*)?)"')


def by_python_markdown(text: str) -> tuple[str, list[tuple[int, str, str]]]:
    """The HTML of a page that is an index, links as MkDocs resolves them, and its headings."""
    markdown = Markdown(extensions=EXTENSIONS)
    html = re.sub("<!--.*?-->", "", markdown.convert(text))

    def resolved(link: re.Match[str]) -> str:
        there = re.sub(r"(^|/)index/$", r"\1", f"{link[1]}/") or "./"
        return f'href="{there}{link[2]}"'

    return _LINK.sub(resolved, html), list(flat(markdown.toc_tokens))


def flat(tokens):
    for each in tokens:
        yield each["level"], each["id"], each["name"]
        yield from flat(each["children"])


def headings(text):
    return [(each.level, each.id, bare(each.words)) for each in text.headings]


def test_every_page_of_the_sample_is_what_python_markdown_makes(sample: Workshop, full: bool):
    pages = wanted(sample) if full else random.Random(5).sample(wanted(sample), 200)
    known = 0
    for page in (sample.page(*each) for each in pages):
        try:
            text = convert(page.body, 0)
        except Unknown:
            continue
        known += 1
        assert (text.html, headings(text)) == by_python_markdown(page.body), page.path
    assert known > 0.75 * len(pages), "too many pages are left to Python-Markdown"


def test_every_entry_of_the_sample_is_in_the_dialect(sample: Workshop):
    for draft, language in wanted(sample):
        if draft.item:
            convert(sample.page(draft, language).body, 1)


WORD = st.sampled_from(
    ["药品", "a shop", "<strong>假药</strong>", "**罚款**", "&#42;", "[法](../laws/dal/1.md)", "一、",
     "[店](x.md){: data-until=\"2027-01-01\" }", "3&#46;5", "<span lang=\"zh\">文号</span>", "：", "（",
     "[外](https://example.org/a?b=1&amp;c=2)", "1. x", "# x", "- x", ": x", "{: .x }", "|", "_a_", "`b`",
     "<b>", "!", "[a]", "<script>", "\\", "*", "&", "<p>", "    ", "x  ", "<!-- c -->", "```", "===", "~~~",
     "![图](a.png)", "[a]: b", "&lt;", "<br>"]
)  # fmt: skip
LINE = st.lists(WORD, min_size=1, max_size=4).map("".join)
SIGN = st.sampled_from(["", "", "-   ", "1.  ", ":   ", "## ", "<p class=\"hint\">", "    ", "> "])
END = st.sampled_from(["", "", "", "</p>", " {: #x }", " {: .y #z }", "\n{: .hint }", " "])
BOX = st.sampled_from(
    ["<div class=\"facts\" markdown=\"1\">", "</div>", "<section data-apart=\"true\" class=\"a\" markdown=\"1\">",
     "</section>", "<!-- -->", "<details class=\"answer\">\n<summary>x</summary>\n<p>y</p>\n</details>"]
)  # fmt: skip
BLOCK = st.one_of(st.tuples(SIGN, LINE, END).map("".join), BOX)
PAGE = st.lists(st.tuples(BLOCK, st.sampled_from(["\n", "\n\n", "\n\n\n"])), max_size=12)


@settings(max_examples=300, deadline=None)
@given(PAGE)
def test_what_is_converted_is_what_python_markdown_makes(parts):
    page = "".join(block + gap for block, gap in parts)
    try:
        text = convert(page, 0)
    except Unknown:
        return
    html, told = by_python_markdown(page)
    assert (even(text.html), headings(text)) == (even(html), told)


def even(html: str) -> str:
    """The HTML without empty lines, of which comments leave some."""
    return re.sub(r"\n+", "\n", html).strip()


@settings(max_examples=200, deadline=None)
@given(PAGE)
def test_what_is_converted_can_run_nothing(parts):
    page = "".join(block + gap for block, gap in parts)
    try:
        html = convert(page, 1).html
    except Unknown:
        return
    assert policy.content(html, "page") == policy.Content()


@pytest.mark.parametrize(
    "text",
    ["<script>x</script>", "<p onclick=\"x\">a</p>", "<span style=\"x\">a</span>", "<img src=\"//x/\">",
     "[a](javascript:x)", "[a](data:x)", "<a href=\"https://x\">a</a>", "<iframe></iframe>", "<p>a", "</p>",
     "<div class=\"a\" markdown=\"1\">\n\na", "a\n</div>", "{{ x }}", "--8<-- \"x\"\n\n`a`"],
)  # fmt: skip
def test_what_our_templates_do_not_write_is_unknown(text: str):
    with pytest.raises(Unknown):
        convert(text, 0)


@pytest.fixture(scope="module")
def press(sample: Workshop) -> Press:
    return made(sample)


def made(workshop: Workshop, folder: Path = ROOT) -> Press:
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins["yaoan"].workshop = workshop
    config = config.plugins.on_config(config)
    nav = get_navigation(Files([]), config)
    return Press(config, config.theme.get_env(), nav, Files([]), workshop.page)


def some(workshop: Workshop, count: int) -> list[Sheet]:
    """Pages of all sorts, the same ones each time."""
    pages = [workshop.page(*each) for each in random.Random(6).sample(wanted(workshop), count)]
    return [Sheet(page, convert(page.body, 1)) for page in pages if known(page.body)]


def known(body: str) -> bool:
    try:
        convert(body, 1)
    except Unknown:
        return False
    return True


def test_a_page_filled_in_is_the_page_that_the_theme_renders(press: Press, sample: Workshop):
    for sheet in some(sample, 250):
        assert press.shell.around(sheet) == press.shell.plain(sheet), sheet.page.path


def test_pages_of_one_shape_are_rendered_once(press: Press, sample: Workshop, monkeypatch):
    rendered = []
    plain = press.shell.plain
    monkeypatch.setattr(press.shell, "plain", lambda sheet: rendered.append(sheet) or plain(sheet))
    sheets = [each for each in some(sample, 300) if each.page.path.startswith("penalties/pen")]
    for sheet in sheets * 3:
        press.shell.around(sheet)
    assert len(rendered) < len(sheets)


@pytest.mark.parametrize(
    "looks",
    ["{% if page.title|length > 12 %}<i>{% endif %}", "{{ page.title|upper }}", "{{ page.title[:3] }}",
     "{% if '药' in page.title %}<i>{% endif %}", "{% if page.title == 'x' %}<i>{% endif %}",
     "{% for part in page.toc %}{% for a in part.children %}{{ a.children|length }}{% endfor %}{% endfor %}",
     "{{ page.content|length }}", "{{ page.meta.tags|map(attribute='text')|map('length')|sum }}"],
)  # fmt: skip
def test_a_theme_that_looks_into_the_words_is_asked_for_every_page(office: Office, looks: str):
    folder = office(examples=True)
    main = folder / "overrides" / "main.html"
    main.write_text(main.read_text("utf-8").replace("</body>", looks + "</body>"), "utf-8")
    workshop = Workshop.open(folder, DAY)
    press = made(workshop, folder)
    pages = [workshop.page(*each) for each in wanted(workshop) if each[0].item][:6]
    for page in pages:
        sheet = Sheet(page, convert(page.body, 1))
        assert press.shell.around(sheet) == press.shell.plain(sheet)


def test_a_mark_may_be_written_and_nothing_else():
    mark = Mark("x")
    assert f"{mark}" == "x"
    assert bool(mark)
    for look in (len, list, lambda it: it[0], lambda it: it == "x", lambda it: "a" in it):
        with pytest.raises(Looked):
            look(mark)


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_press_prints_what_mkdocs_prints(office: Office, tmp_path: Path, monkeypatch):
    workshop = Workshop.open(office(examples=True), DAY)
    render(workshop, tmp_path / "printed")
    monkeypatch.setattr(apart, "possible", lambda config: False)
    render(workshop, tmp_path / "built")
    assert files(tmp_path / "printed") == files(tmp_path / "built")


def test_several_processes_print_the_same(press: Press, sample: Workshop, tmp_path: Path):
    pages = [each for each in wanted(sample) if each[0].item][:150]
    alone = press.print(pages, tmp_path / "alone")
    assert press.print(pages, tmp_path / "shared", jobs=3).said == alone.said == ()
    assert files(tmp_path / "alone") == files(tmp_path / "shared")
    assert len(files(tmp_path / "alone")) == 150


def test_the_press_prints_the_sample_as_mkdocs_does(
    sample: Workshop, tmp_path: Path, monkeypatch, full: bool
):
    if not full:
        pytest.skip("the examples stand for the sample in the short run")
    render(sample, tmp_path / "printed")
    monkeypatch.setattr(apart, "possible", lambda config: False)
    render(sample, tmp_path / "built")
    assert files(tmp_path / "printed") == files(tmp_path / "built")


@pytest.mark.parametrize(
    ("old", "new"),
    [("  - attr_list\n", "  - attr_list\n  - footnotes\n"), ("plugins:\n", "plugins:\n  - search\n"),
     ("docs_dir: docs\n", "docs_dir: docs\nuse_directory_urls: false\n")],
)  # fmt: skip
def test_an_office_that_changes_how_pages_are_made_has_mkdocs_make_them(office: Office, old, new):
    folder = office()
    config = folder / "mkdocs.yml"
    assert apart.possible(load_config(str(config)))
    config.write_text(config.read_text("utf-8").replace(old, new), "utf-8")
    assert not apart.possible(load_config(str(config)))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_page_that_no_policy_allows_ends_the_work(
    office: Office, sample: Workshop, tmp_path: Path, jobs: int
):
    folder = office()
    main = folder / "overrides" / "main.html"
    unsafe = "{% if kind == 'kinds' %}<p onclick='x'></p>{% endif %}</body>"
    main.write_text(main.read_text("utf-8").replace("</body>", unsafe), "utf-8")
    press = made(sample, folder)
    with pytest.raises(policy.UnsafePage, match="onclick"):
        press.print(wanted(sample)[100:350], tmp_path, jobs)
