"""The renderers: a report for a terminal, for other programs, for a pull request, for a browser."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import quote, unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yaoan.bilingual import LANGUAGES, Bilingual
from yaoan.diagnostics import FORMATS, Fix, Problem, Report, Severity, Source, Span, in_colour
from yaoan.diagnostics.formats.text import width

ENTRY = Source("cases/a.yml", "title: 药\nfine: 两万元\nbatch: 批号 #3\n")


def problem(text="两万元", entry=ENTRY, severity=Severity.ERROR, fix=None, **words):
    span = Span(entry, 0, len(entry.text)).find(text)
    said = {
        "message": Bilingual("读不懂", "cannot be read"),
        "help": Bilingual("写数字", "write digits"),
        **words,
    }
    return Problem("Y114", severity, span, said["message"], said["help"], fix)


REPORT = Report([problem("#", severity=Severity.WARNING), problem()])

ZH = """\
错误[Y114]：读不懂
 --> cases/a.yml:2:7
  |
2 | fine: 两万元
  |       ^^^^^^
  = 怎么改：写数字

警告[Y114]：读不懂
 --> cases/a.yml:3:11
  |
3 | batch: 批号 #3
  |             ^
  = 怎么改：写数字

共 1 处错误，1 处警告。"""

EN = """\
error[Y114]: cannot be read
 --> cases/a.yml:2:7
  |
2 | fine: 两万元
  |       ^^^^^^
  = help: write digits

warning[Y114]: cannot be read
 --> cases/a.yml:3:11
  |
3 | batch: 批号 #3
  |             ^
  = help: write digits

1 errors, 1 warnings."""


@pytest.mark.parametrize(("language", "golden"), [("zh", ZH), ("en", EN)])
def test_text_shows_the_line_a_caret_and_the_help(language, golden):
    assert FORMATS["text"](REPORT, language) == golden


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "没有发现问题。"), ("en", "No problems found.")]
)
def test_text_of_a_clean_report(language, words):
    assert FORMATS["text"](Report(), language) == words


def test_in_colour_says_the_same_words():
    shown = in_colour(REPORT, "zh")
    assert shown.plain == ZH
    assert any("red" in str(span.style) for span in shown.spans)


LINES = st.text(st.sampled_from("药。（ab1 é𠮷😀ｆ｡\t“"), min_size=1, max_size=200)


@settings(max_examples=120, deadline=None)
@given(LINES, st.data())
def test_the_caret_stands_under_the_words(line, data):
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, min(len(line), start + 30)))
    span = Span(Source("a.yml", f"x: y\n{line}\n"), 5 + start, 5 + end)
    found = Problem("Y1", Severity.ERROR, span, Bilingual("a"), Bilingual("b"))
    lines = FORMATS["text"](Report([found]), "zh").split("\n")
    shown, carets = lines[3].removeprefix("2 | "), lines[4].removeprefix("  | ")
    before = cut(shown, len(carets) - len(carets.lstrip()))
    under = cut(shown[len(before) :], len(carets.strip()))
    line = line.replace("\t", " ")
    assert line[:start].endswith(before.removeprefix("…"))
    assert under
    assert line[start:end].startswith(under.removesuffix("…"))


def cut(text, columns):
    """The beginning of *text* that takes *columns*; a caret must not stand in the middle of a sign."""
    end = next(n for n in range(len(text) + 1) if width(text[:n]) >= columns)
    assert width(text[:end]) == columns
    return text[:end]


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("药。", 4), ("（ａ）", 6), ("e\u0301", 1), ("😀", 2), ("𠮷", 2)],
)
def test_a_wide_character_takes_two_columns(text, columns):
    assert width(text) == columns


def test_a_line_of_thousands_is_cut_around_the_place():
    entry = Source("a.yml", "药" * 500 + "坏" + "药" * 500)
    shown = FORMATS["text"](Report([problem("坏", entry)]), "zh").split("\n")
    assert len(shown[3]) < 130
    assert shown[3].count("…") == 2
    assert "坏" in shown[3]
    assert len(shown[4].removeprefix("  | ")) - 2 == width(
        shown[3].removeprefix("1 | ").partition("坏")[0]
    )


def test_a_place_of_several_lines_shows_the_first():
    entry = Source("a.yml", "facts: |\n  一\n  二\n")
    shown = FORMATS["text"](Report([problem("|\n  一\n  二", entry)]), "zh")
    assert "1 | facts: |" in shown
    assert "二" not in shown


def test_a_place_at_the_end_of_an_empty_file_is_shown():
    assert "a.yml:1:1" in FORMATS["text"](Report([problem("x", Source("a.yml", ""))]), "zh")


@pytest.mark.parametrize("char", ["\x1b", "\x07", "\u202e", "\u2066"])
def test_a_shown_line_cannot_steer_the_terminal(char):
    entry = Source("a.yml", f"药{char}[31m坏\n")
    shown = FORMATS["text"](Report([problem("坏", entry)]), "zh").split("\n")
    assert char not in shown[3]
    before = shown[3].removeprefix("1 | ").partition("坏")[0]
    assert len(shown[4].removeprefix("  | ")) - 2 == width(before)


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_gives_every_key(language):
    fix = Fix(Span(ENTRY, 0, 1), "x")
    rows = json.loads(FORMATS["json"](Report([problem("#"), problem(fix=fix)]), language))
    assert rows[0] == {
        "code": "Y114",
        "severity": "error",
        "file": "cases/a.yml",
        "line": 2,
        "column": 7,
        "end_line": 2,
        "end_column": 10,
        "text": {"zh": "读不懂", "en": "cannot be read"}[language],
        "message": {"zh": "读不懂", "en": "cannot be read"},
        "help": {"zh": "写数字", "en": "write digits"},
        "fixable": True,
    }
    assert rows[1]["fixable"] is False


def test_json_of_a_clean_report_is_an_empty_list():
    assert json.loads(FORMATS["json"](Report(), "zh")) == []


def test_github_gives_one_command_a_line():
    assert FORMATS["github"](REPORT, "en").split("\n") == [
        "::error file=cases/a.yml,line=2,endLine=2,col=7,endColumn=10,title=Y114::cannot be read (help: write digits)",
        "::warning file=cases/a.yml,line=3,endLine=3,col=11,endColumn=12,title=Y114::cannot be read (help: write digits)",
    ]


def test_github_escapes_what_would_end_a_command_or_a_property():
    entry = Source("a:b,c%d\r\n.yml", "药")
    said = FORMATS["github"](
        Report([problem("药", entry, message=Bilingual("100%\r\n::error::x, y: z"))]), "zh"
    )
    assert "\n" not in said
    assert "\r" not in said
    assert "file=a%3Ab%2Cc%25d%0D%0A.yml," in said
    assert said.partition("title=Y114::")[2].startswith("100%25%0D%0A::error::x, y: z")


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.ADVICE, "notice")],
)
def test_github_has_a_level_for_every_severity(severity, level):
    assert FORMATS["github"](Report([problem(severity=severity)]), "zh").startswith(f"::{level} ")


def test_sarif_has_what_version_2_1_0_requires():
    log = json.loads(FORMATS["sarif"](REPORT, "en"))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    assert run["tool"]["driver"]["name"] == "yaoan"
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"] == [{"id": "Y114"}]
    error, warning = run["results"]
    assert (error["ruleId"], error["level"], warning["level"]) == ("Y114", "error", "warning")
    assert "cannot be read" in error["message"]["text"]
    place = error["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "cases/a.yml"
    assert place["region"] == {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 10}


def test_sarif_of_a_clean_report_still_has_its_run():
    assert json.loads(FORMATS["sarif"](Report(), "zh"))["runs"][0]["results"] == []


@pytest.mark.parametrize("name", ["cases/说明 1.txt", "cases/100%.yml"])
def test_sarif_names_files_by_a_uri(name):
    log = json.loads(FORMATS["sarif"](Report([problem("药", Source(name, "药"))]), "zh"))
    uri = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"][
        "uri"
    ]
    assert unquote(uri) == name
    assert uri == quote(name)


class Page(HTMLParser):
    """What a browser would see: the elements, and the words outside of styles."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.words, self.marked = [], "", ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        self.tags.append("/" + tag)

    def handle_data(self, data):
        if self.tags[-1:] != ["style"]:
            self.words += data
        if self.tags[-1:] == ["mark"]:
            self.marked += data


def test_html_marks_the_words_in_their_line():
    page = Page(FORMATS["html"](Report([problem()]), "zh"))
    assert page.marked == "两万元"
    assert "fine: 两万元" in page.words
    assert "cases/a.yml:2:7" in page.words
    assert "怎么改：写数字" in page.words


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_speaks_the_language(language):
    said = FORMATS["html"](REPORT, language)
    assert f'<html lang="{language}">' in said
    assert {"zh": "条目有 2 处需要修改", "en": "2 problems in the entries"}[language] in Page(
        said
    ).words


EVIL = "<script>alert('x')</script>&amp;\"<b onclick=x>"


def test_html_escapes_everything():
    entry = Source(f"{EVIL}.yml", f"{EVIL}坏{EVIL}\n")
    said = FORMATS["html"](
        Report([problem("坏", entry, message=Bilingual(EVIL), help=Bilingual(EVIL))]), "zh"
    )
    page = Page(said)
    assert not {"script", "b onclick"} & set(page.tags)
    assert page.words.count(EVIL) == 5
    assert not re.search(r"<[^>]*onclick", said)


@pytest.mark.parametrize("name", list(FORMATS))
@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.data())
def test_every_format_takes_any_text_and_place(name, text, data):
    start = data.draw(st.integers(0, len(text)))
    span = Span(Source("a.yml", text), start, data.draw(st.integers(start, len(text) + 1)))
    found = Problem("Y1", Severity.ERROR, span, Bilingual(text, text), Bilingual(text))
    for language in LANGUAGES:
        said = FORMATS[name](Report([found]), language)
        assert "Y1" in said
        if name in ("json", "sarif"):
            json.loads(said)
