"""Every package that is installed stands under a licence that was looked at."""

from dataclasses import replace

import pytest
from locked import ROOT, Licences, complaints, of_npm, of_pins

LICENCES = Licences.read()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_python_package_is_under_an_allowed_licence(lock: str):
    assert complaints(lock, of_pins((ROOT / lock).read_text("utf-8"), LICENCES), LICENCES) == []


def test_every_npm_package_is_under_an_allowed_licence():
    text = (ROOT / "tests" / "browser" / "package-lock.json").read_text("utf-8")
    found = of_npm(text, LICENCES)
    assert len(found) > 10
    assert complaints("package-lock.json", found, LICENCES) == []


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("Apache-2.0 OR BSD-2-Clause", True),
        ("MIT AND (PSF-2.0 OR ISC)", True),
        ("GPL-3.0-only", False),
        ("MIT AND AGPL-3.0-or-later", False),
        ("Apache-2.0 WITH LLVM-exception", False),
        ("LicenseRef-Own", False),
    ],
)
def test_every_licence_that_is_named_must_be_allowed(expression: str, allowed: bool):
    assert LICENCES.allow(expression) is allowed


def test_a_licence_that_is_new_or_unknown_is_told_with_the_name_of_the_package():
    found = {"click": LICENCES.of("click"), "odd": "GPL-3.0-only", "mute": None}
    odd, mute = complaints("x.lock", found, LICENCES)
    assert odd == "odd (x.lock) is under GPL-3.0-only, not allowed by .ci/licences.toml"
    assert mute == "mute (x.lock) states no licence that we know; see .ci/licences.toml"


def test_a_package_that_is_not_installed_has_no_known_licence():
    assert LICENCES.of("no-such-package-anywhere") is None


@pytest.mark.parametrize("stated", ["", "UNKNOWN", "LGPL", "See LICENSE", "UNLICENSED"])
def test_a_vague_word_is_no_licence(stated: str):
    assert LICENCES.spdx(stated) is None


@pytest.mark.parametrize("name", ["jinja2", "colorama", "python-stdnum"])
def test_we_speak_for_a_package_only_where_it_does_not_speak_clearly(name: str):
    silent = replace(LICENCES, packages={})
    said = silent.of(name)
    assert said is None or not silent.allow(said), f"{name} now states {said} itself"
