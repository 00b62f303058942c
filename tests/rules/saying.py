"""What the rules say of an example entry with some lines changed; shared by the tests of this room."""

import datetime as dt

import yaml
from made import _plain

from yaoan import rules
from yaoan.corpus import Corpus, Office, Record, record_of
from yaoan.diagnostics import Problem, Report, Source
from yaoan.kinds import all_kinds, example_of
from yaoan.reference import Reference

OURS = "示例区市场监督管理局"
"""The office of the sample, whose own penalties the deadlines bind."""


def entry(kind: str, ident: str = "", en: dict | None = None, **lines: object) -> Record:
    """The example of *kind* with *lines* in place of its own; None leaves a line out."""
    form, report = all_kinds()[kind], Report()
    zh, english = _plain(example_of(form.kind)), _plain(example_of(form.kind, ".en"))
    for key, value in lines.items():
        english.pop(key, None)
        zh.pop(key, None)
        if value is not None:
            zh[key] = value
    english |= en or {}
    name = ident or f"{form.kind.prefix}-2026-0001"
    texts = [
        Source(f"cases/{kind}/2026/{name}{end}", yaml.safe_dump(tree, allow_unicode=True, width=10**6))
        for end, tree in ((".yml", zh), (".en.yml", english))
    ]
    record = record_of(form, name, *texts, report)
    assert record
    return record


def penalty(**lines: object) -> Record:
    """A penalty of the office itself."""
    own = {"sources": [], "authorities": [{"name": OURS, "role": "decided"}], "found": None}
    return entry("penalties", **(own | lines))


def said(
    office: Office | None, reference: Reference, day: dt.date, *records: Record
) -> list[Problem]:
    """Everything said of these entries alone."""
    return list(rules.check(rules.Context(Corpus(office, records), reference, day)))
