"""Thousands of slips of the hand in sample entries: refused at a place, or read as a person reads it.

A slip that is let through must change nothing but what it touched. Four judges say so, none of
which uses the reader: every value is what was typed at its place (`told`); PyYAML's own reader,
told to keep all as text, reads the same tree; no letter that a person sees is lost; and all that
stands outside the touched lines is there as before, under the same keys.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from mutants import mutate
from oracles import (
    as_yaml_says,
    changed,
    disagreements,
    escaped,
    everything,
    letters,
    read_letters,
    untouched,
)

from conftest import DAY, ROOT
from yaoan import rules, source
from yaoan.corpus import Corpus, Record, record_of
from yaoan.diagnostics import FORMATS, Report, Source
from yaoan.kinds import all_kinds
from yaoan.pages import columns
from yaoan.reference import Reference
from yaoan.site import Site

FULL, SHORT = 10_000, 300
SAMPLES = sorted((ROOT / "cases").glob("*/*/*.yml"))
OTHERS = frozenset(path.stem for path in SAMPLES)
"""The ids of the entries beside the one that is tried."""
PROBLEM = re.compile(r"Y\d{3}")


@dataclass(frozen=True)
class Outcome:
    """What became of a file: its text, the problems, and the record if it could be read."""

    text: Source
    english: Source | None
    report: Report
    record: Record | None

    @property
    def accepted(self) -> bool:
        return self.record is not None and self.record.entry is not None and not self.report.failed


def outcome(path: Path, data: bytes, known: Reference) -> Outcome:
    """*data* in the place of the sample at *path*, as the corpus reads it and the rules check it."""
    is_english = path.name.endswith(".en.yml")
    zh_path = path.with_name(path.name.replace(".en.yml", ".yml"))
    en_path = zh_path.with_name(zh_path.stem + ".en.yml")
    report, name = Report(), zh_path.relative_to(ROOT).as_posix()
    zh, one = source.decode(name, zh_path.read_bytes() if is_english else data)
    en, two = source.decode(name.replace(".yml", ".en.yml"), data if is_english else en_path.read_bytes()) if is_english or en_path.exists() else (None, None)
    report.extend([each for each in (one, two) if each])
    made = None
    if not (one or two):
        made = record_of(all_kinds()[zh_path.parts[-3]], zh_path.stem, zh, en, report)
    if made:
        report.extend(rules.check(rules.Context(Corpus(None, (made,), pictures(), OTHERS), known, DAY)))
    touched, other = (en, zh) if is_english else (zh, en)
    assert touched
    return Outcome(touched, other, report, made)


@cache
def pictures() -> frozenset[str]:
    return frozenset(p.relative_to(ROOT).as_posix() for p in (ROOT / "cases").rglob("*.[jpw]*"))


def check_refusal(done: Outcome) -> None:
    for problem in done.report:
        line, column = problem.span.line, problem.span.column
        texts = {done.text.name: done.text.text, **({done.english.name: done.english.text} if done.english else {})}
        lines = texts[problem.span.source.name].split("\n")
        assert 1 <= line <= len(lines), problem
        assert 1 <= column <= len(lines[line - 1]) + 1, problem
        assert PROBLEM.fullmatch(problem.code)
        assert all([problem.message.zh, problem.message.en, problem.help.zh, problem.help.en])
    for form in FORMATS.values():
        form(done.report, "zh")
    assert f"{done.text.name}:" in FORMATS["text"](done.report, "zh") or len(done.report) == 0 or done.english


def check_accepted(path: Path, done: Outcome, before: str, known: Reference) -> None:
    assert done.record
    assert done.record.entry
    tree = done.record.english if path.name.endswith(".en.yml") else done.record.tree
    assert tree
    assert list(disagreements(done.record.entry, done.record.tree, done.record.english)) == []
    assert everything(tree) == as_yaml_says(done.text)
    if not escaped(done.text):
        assert letters(done.text) == read_letters(tree)
    was = source.read(Source("before", before), Report())
    assert was
    old, new = changed(before, done.text.text)
    assert untouched(tree, new) == untouched(was, old)


def written(done: Outcome, known: Reference, office) -> None:
    """The pages of an accepted entry can be written."""
    assert done.record
    site = Site.open(Corpus(office, (done.record,)), known, DAY)
    for draft in columns.drafts(site):
        for language in ("zh", "en"):
            assert draft.write(site, language, None).markdown


def test_no_slip_of_the_hand_is_read_as_something_else(full: bool, national: Reference, sample):
    count = FULL if full else SHORT
    ends: Counter[tuple[str, str]] = Counter()
    for seed in range(count):
        path = SAMPLES[seed * 7919 % len(SAMPLES)]
        before = path.read_text("utf-8")
        level, data = mutate(seed, before)
        try:
            done = outcome(path, data, national)
            check_refusal(done)
            if done.accepted:
                check_accepted(path, done, unicodedata.normalize("NFC", before), national)
                if seed % 10 == 0:
                    written(done, national, sample.corpus.office)
        except BaseException as error:
            error.add_note(f"seed {seed}: {level} in {path.name}")
            raise
        ends[level, "accepted" if done.accepted else "refused"] += 1
    print(f"\n{count} mutations of {len(SAMPLES)} entries: {dict(sorted(ends.items()))}")
    assert min(n for (_, end), n in ends.items() if end == "refused") > count / 100
    assert sum(n for (_, end), n in ends.items() if end == "accepted") > count / 20


@pytest.mark.parametrize("path", SAMPLES[::9], ids=lambda path: path.stem)
def test_the_judges_agree_with_what_nobody_touched(path: Path, national: Reference):
    done = outcome(path, path.read_bytes(), national)
    assert done.accepted, list(done.report)
    check_accepted(path, done, path.read_text("utf-8"), national)
