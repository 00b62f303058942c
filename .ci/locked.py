"""What a lock file pins, and the licence of each package it pins."""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})(?=\s|$)")


@dataclass(frozen=True)
class Pin:
    """One package of a lock file. `via` names the packages, or the project, that asked for it."""

    name: str
    version: str
    hashes: tuple[str, ...]
    via: tuple[str, ...] = ()


def pins(text: str) -> tuple[Pin, ...]:
    """The packages of a lock file as pip-compile writes it.

    Raises:
        ValueError: a line is an option or an address, or pins no version, or carries no hash.
    """
    return tuple(_pin(line, via) for line, via in _entries(text))


def _entries(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every requirement as one line, with the names that its `# via` comments give."""
    joined = text.replace("\\\n", " ")
    for block in re.split(r"^(?=[^\s#])", joined, flags=re.MULTILINE)[1:]:
        line, *comments = block.splitlines()
        names = (re.sub(r"^\s*#\s*(?:via\b)?\s*", "", each) for each in comments)
        yield line, tuple(name.split()[0] for name in names if name and name[0] != "-")


def _pin(line: str, via: tuple[str, ...]) -> Pin:
    wanted = Requirement(line.split(" --hash=")[0])
    exact = [each.version for each in wanted.specifier if each.operator == "=="]
    hashes = tuple(HASH.findall(line))
    if wanted.url or len(exact) != 1:
        raise ValueError(f"pins no version: {wanted}")
    if not hashes:
        raise ValueError(f"carries no hash: {wanted}")
    return Pin(wanted.name, exact[0], hashes, via)


@dataclass(frozen=True)
class Licences:
    """`.ci/licences.toml`: what is allowed, and what is meant where a package does not say it."""

    allowed: frozenset[str]
    spelt: dict[str, str]
    packages: dict[str, str]

    @classmethod
    def read(cls, path: Path = ROOT / ".ci" / "licences.toml") -> "Licences":
        """The file as it stands."""
        data = tomllib.loads(path.read_text("utf-8"))
        return cls(frozenset(data["allowed"]), data["spelt"], data["packages"])

    def of(self, name: str) -> str | None:
        """The licence of an installed package as an SPDX expression; None when it states none."""
        if name in self.packages:
            return self.packages[name]
        try:
            stated = _stated(distribution(name))
        except PackageNotFoundError:
            return None
        return next(filter(None, map(self.spdx, stated)), None)

    def spdx(self, stated: str) -> str | None:
        """What a package states, as an SPDX expression; None when it cannot be told."""
        try:
            return canonicalize_license_expression(self.spelt.get(stated, stated))
        except InvalidLicenseExpression:
            return None

    def allow(self, expression: str) -> bool:
        """Whether every licence that the expression names is allowed."""
        return set(re.split(r"[\s()]+|\b(?:AND|OR)\b", expression)) - {""} <= self.allowed


def _stated(package: Distribution) -> Iterator[str]:
    """What a package says of its licence, the plainest first."""
    for field in ("License-Expression", "License", "Classifier"):
        for value in package.metadata.get_all(field) or []:
            if field != "Classifier" or value.startswith("License ::"):
                yield value


def complaints(lock: str, pinned: dict[str, str | None], licences: Licences) -> list[str]:
    """A sentence for every package of a lock file whose licence is unknown or not allowed."""
    told = []
    for name, licence in pinned.items():
        if licence is None:
            told.append(f"{name} ({lock}) states no licence that we know; see .ci/licences.toml")
        elif not licences.allow(licence):
            told.append(f"{name} ({lock}) is under {licence}, not allowed by .ci/licences.toml")
    return told


def of_pins(text: str, licences: Licences) -> dict[str, str | None]:
    """The licence of every package of a Python lock file."""
    return {pin.name: licences.of(pin.name) for pin in pins(text)}


def of_npm(text: str, licences: Licences) -> dict[str, str | None]:
    """The licence of every package of a package-lock.json, by its place."""
    lock: dict[str, Any] = json.loads(text)
    return {
        where.removeprefix("node_modules/"): licences.spdx(package.get("license", ""))
        for where, package in lock["packages"].items()
        if where
    }
