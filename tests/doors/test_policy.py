"""The Content-Security-Policy says what the pages contain, no more."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from lxml import etree

from conftest import DAY, Office
from yaoan.doors import Workshop, build
from yaoan.doors.policy import HEADERS, SECURE, Content, UnsafePage, content, headers, protected

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
        '<img src="x.png" srcset="x.png 1x, https://example.org/y.png 2x">',
        "<p class=a\tstyle=color:red>x</p>",
        "<svg/onload=alert(1)>",
        '<p title="x"onclick=alert(1)>x</p>',
        "<embed src=x>",
        "<frame src=x>",
        '<meta http-equiv="refresh" content="0;url=https://example.org">',
        '<meta http-equiv="refresh" content="0; url=https://example.org/">',
        '<meta http-equiv="refresh" content="0; url=//example.org/">',
        '<meta http-equiv="refresh" content="0; url=/notices/">',
        '<meta http-equiv="refresh" content="0; url=..//example.org/">',
        '<meta http-equiv="refresh" content="0; url=../javascript:x/">',
        '<meta http-equiv="refresh" content="9; url=../notices/">',
        '<meta http-equiv="set-cookie" content="0; url=../notices/">',
        '<meta http-equiv="refresh" content="0; url=../notices/" onload="x">',
        '<link rel="stylesheet" href="https://example.org/x.css">',
        "<link rel=preload as=script href=//example.org/x.js>",
        '<form action="https://example.org/"></form>',
        '<button formaction="//example.org/">x</button>',
        '<a href="x" ping="https://example.org/">x</a>',
        '<a href="javascript:alert(1)">x</a>',
        '<a href="java&#9;script:alert(1)">x</a>',
        '<a href="&#106;avascript:alert(1)">x</a>',
        '<a href=" data:text/html,x">x</a>',
        '<svg><a xlink:href="vbscript:x">x</a></svg>',
        '<video poster="\\\\example.org\\x"></video>',
        "<body background=//example.org/x>",
    ],
)
def test_what_no_policy_allows_names_the_page(odd: str):
    with pytest.raises(UnsafePage, match=r"^notices/a"):
        content(PAGE.format(odd), "notices/a")


def test_words_about_scripts_are_not_scripts():
    words = "<p>style&#61;&#34;x&#34; onclick&#61; &lt;script&gt;</p>"
    assert content(PAGE.format(words), "a") == Content()


@pytest.mark.parametrize(
    "words",
    [
        '<title> src=//a onload=x() style=y &quot;</title>',
        '<meta name="description" content=" onload=x() src=//a &lt;iframe src=//b&gt; javascript:x">',
        '<a href="https://example.org/?x=javascript:1&amp;y=2">x</a>',
        '<link rel="canonical" href="https://example.org/">',
        '<a href="mailto:&#97;@b.cn">x</a>',
        '<a href="tel:12315">12315</a>',
        '<a href="../notices/">x</a>',
    ],
)
def test_words_and_addresses_that_run_nothing_are_let_be(words: str):
    assert content(PAGE.format(words), "a") == Content()


def test_the_hash_is_of_the_whole_script():
    script = "if (a < b && c) { x = '</p>' + \"&amp;\"; } // <!-- é 药"
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    found = content(PAGE.format(f"<script>{script}</script><p>a&b</p>"), "a")
    assert found.scripts == {f"'sha256-{digest}'"}


def test_only_a_page_that_searches_may_compile():
    assert "wasm-unsafe-eval" in content(PAGE.format('<ol id="search-results">'), "a").policy()


def test_the_policy_stands_before_anything_that_loads():
    safe, _ = protected(PAGE.format(""), "a")
    assert safe.index("Content-Security-Policy") < safe.index("<title>")


def test_a_page_that_does_not_declare_its_characters_is_refused():
    with pytest.raises(UnsafePage):
        protected("<html></html>", "a")


def test_servers_get_every_header_and_forbid_framing():
    written = dict(headers(Content(searches=True)))
    assert set(written) == {"_headers", ".htaccess", "nginx-headers.conf", "web.config"}
    for text in written.values():
        for wanted in ("frame-ancestors 'none'", "nosniff", "Referrer-Policy", "wasm-unsafe-eval"):
            assert wanted in text
        assert "Strict-Transport-Security" not in text


def test_each_kind_of_server_gets_the_same_headers():
    wanted = {"Content-Security-Policy": Content().policy(header=True), **HEADERS, **SECURE}
    written = dict(headers(Content(), secure=True))
    served = {
        "_headers": re.findall(r"^  ([\w-]+): (.*)$", written["_headers"], re.MULTILINE),
        ".htaccess": re.findall(r'set ([\w-]+) "(.*)"$', written[".htaccess"], re.MULTILINE),
        "nginx-headers.conf": re.findall(
            r'^add_header ([\w-]+) "(.*)" always;$', written["nginx-headers.conf"], re.MULTILINE
        ),
        "web.config": [
            (each.get("name"), each.get("value"))
            for each in etree.fromstring(written["web.config"].encode()).iter("add")
        ],
    }
    assert {name: dict(pairs) for name, pairs in served.items()} == dict.fromkeys(served, wanted)


def test_every_built_page_carries_its_policy(built: Path):
    pages = [p for p in built.rglob("*.html") if "pagefind" not in p.parts]
    assert len(pages) > 900
    for path in pages:
        text = path.read_text("utf-8")
        assert text.count("Content-Security-Policy") == 1, path
        assert ("wasm-unsafe-eval" in text) == (path.parent.name == "search"), path


def test_a_shell_that_brings_inline_handlers_is_not_built(office: Office):
    folder = office(examples=True)
    shell = folder / "overrides/main.html"
    shell.write_text(shell.read_text("utf-8").replace("<main", '<main onclick="x()"'), "utf-8")
    with pytest.raises(Exception, match="onclick"):
        build(Workshop.open(folder, DAY), folder / "site")
    assert not (folder / "site").exists()


def test_a_page_that_moved_may_send_its_reader_to_another_page_of_the_site():
    for link in ("../notice-2026-0007/", "../../en/notices/notice-2026-0007/"):
        page = PAGE.format(f'<meta http-equiv="refresh" content="0; url={link}">')
        assert content(page, "a") == Content()
