"""The Content-Security-Policy says what the pages contain, no more."""

import base64
import hashlib
from pathlib import Path

import pytest

from conftest import DAY, Office
from yaoan.doors import Workshop, build
from yaoan.doors.policy import Content, UnsafePage, content, headers, protected

PAGE = '<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body>{}</body>'


def test_a_plain_page_may_run_only_scripts_of_this_site():
    policy = content(PAGE.format("<p>x</p>"), "a").policy()
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")


def test_an_inline_script_is_allowed_by_its_hash_and_no_other():
    script = "let a = '<p>' && 1"
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    found = content(PAGE.format(f"<script>{script}</script>"), "a")
    assert found == Content(scripts=frozenset({f"'sha256-{digest}'"}))
    assert f"script-src 'self' 'sha256-{digest}';" in found.policy()


def test_an_inline_style_is_allowed_by_its_hash():
    assert len(content(PAGE.format("<style>p{color:red}</style>"), "a").styles) == 1


@pytest.mark.parametrize(
    "odd",
    [
        "<p style='color:red'>x</p>",
        '<p onclick="x()">x</p>',
        "<img src=x onerror=alert(1)>",
        "<iframe src=x></iframe>",
        "<base href=x>",
        "<object data=x></object>",
        '<script src="https://example.org/x.js"></script>',
        '<img src="//example.org/x.png">',
    ],
)
def test_what_no_policy_allows_names_the_page(odd: str):
    with pytest.raises(UnsafePage, match=r"^notices/a"):
        content(PAGE.format(odd), "notices/a")


def test_words_about_scripts_are_not_scripts():
    words = "<p>style&#61;&#34;x&#34; onclick&#61; &lt;script&gt;</p>"
    assert content(PAGE.format(words), "a") == Content()


def test_the_policy_stands_before_anything_that_loads():
    safe, _ = protected(PAGE.format(""), "a")
    assert safe.index("Content-Security-Policy") < safe.index("<title>")


def test_a_page_that_does_not_declare_its_characters_is_refused():
    with pytest.raises(UnsafePage):
        protected("<html></html>", "a")


def test_servers_get_every_header_and_forbid_framing():
    written = dict(headers(Content()))
    assert set(written) == {"_headers", ".htaccess", "nginx-headers.conf"}
    for text in written.values():
        for wanted in ("frame-ancestors 'none'", "nosniff", "Referrer-Policy"):
            assert wanted in text


def test_every_built_page_carries_its_policy(built: Path):
    pages = list(built.rglob("*.html"))
    assert len(pages) > 900
    for path in pages:
        text = path.read_text("utf-8")
        assert text.count("Content-Security-Policy") == 1, path
        assert "unsafe" not in text.split("</head>")[0], path


def test_a_shell_that_brings_inline_handlers_is_not_built(office: Office):
    folder = office(examples=True)
    shell = folder / "overrides/main.html"
    shell.write_text(shell.read_text("utf-8").replace("<main", '<main onclick="x()"'), "utf-8")
    with pytest.raises(Exception, match="onclick"):
        build(Workshop.open(folder, DAY), folder / "site")
    assert not (folder / "site").exists()
