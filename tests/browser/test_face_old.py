"""The page shell keeps to what the browsers of old phones and of WeChat understand."""

import re

import pytest

from conftest import ROOT

ASSETS = ROOT / "overrides" / "assets"
SHEETS = "".join(path.read_text("utf-8") for path in sorted(ASSETS.glob("*.css")))
CSS = re.sub(r"/\*.*?\*/", "", SHEETS, flags=re.S)
SCRIPTS = {path.name: path.read_text("utf-8") for path in ASSETS.glob("*.js")}

NEWER_CSS = {
    ":has(": 105,
    ":is(": 88,
    ":where(": 88,
    "@layer": 99,
    "@container": 105,
    "@scope": 118,
    "@property": 85,
    "aspect-ratio": 88,
    "inset:": 87,
    "color-mix(": 111,
    "oklch(": 111,
    "light-dark(": 123,
    "dvh": 108,
    "subgrid": 117,
    "@starting-style": 117,
}
"""What the style sheet may not rest on, with the Chromium that brought it."""

NEWER_JS = {".at(": 92, ".replaceAll(": 85, "??=": 85, "structuredClone": 98, ".toSorted(": 110}


@pytest.mark.parametrize("feature", list(NEWER_CSS))
def test_the_style_sheet_rests_on_nothing_newer_than_chromium_84(feature: str):
    assert feature not in CSS


def test_no_rule_stands_inside_another():
    depth = 0
    for sign in re.findall(r"[{}]|@media|@page", CSS):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert 0 <= depth <= 3
    assert depth == 0
    assert not re.search(r"[{;]\s*&", CSS)


@pytest.mark.parametrize("name", list(SCRIPTS))
def test_the_scripts_use_nothing_newer_than_chromium_84(name: str):
    assert [feature for feature in NEWER_JS if feature in SCRIPTS[name]] == []


def test_the_script_before_the_first_paint_is_tiny_and_in_the_oldest_dialect():
    first = SCRIPTS["first.js"]
    assert len(first) < 800
    assert not re.search(r"=>|\bconst\b|\blet\b|`", first)


def test_no_font_is_asked_of_anyone_and_no_chinese_is_slanted():
    assert "@font-face" not in CSS
    assert "@import" not in CSS
    assert "url(" not in CSS
    assert re.search(r"em:lang\(zh\).*font-style: normal", CSS)
