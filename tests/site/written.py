"""Entries for the tests of this room, typed as a person types them."""

import datetime as dt
from dataclasses import replace
from typing import Any

import yaml

from yaoan.corpus import Corpus, Office, Record, record_of
from yaoan.diagnostics import Report, Source
from yaoan.forms import Text
from yaoan.kinds import Review, Signature, all_kinds
from yaoan.reference import Reference
from yaoan.site import Site

PENALTY = """\
title: 示例康乐大药房有限公司销售劣药案
summary: 示例康乐大药房有限公司卖过期药被罚。
published: 2026-01-10
parties:
  - {name: 示例康乐大药房有限公司, kind: pharmacy, type: legal_person, naming: named}
facts: |
  康乐大药房把过期的药摆在柜台上卖，被执法人员当场查到。
decisions:
  - number: 示市监处罚〔2026〕7号
    authority: 示例区市场监督管理局
    on: 2026-01-05
    status: decided
    penalties: [{kind: fine, amount: 50000}]
credit_class: general
"""
CASE = """\
title: 示例康乐大药房有限公司案：过期药不能卖
summary: 从康乐大药房一案说起。
published: 2026-02-01
parties:
  - {name: 示例康乐大药房有限公司, kind: pharmacy, naming: named}
facts: 示例康乐大药房有限公司卖过期药。
tracks: [administrative]
penalty: penalty-2026-0001
lesson: {words: 过期药是劣药。, by: 法制科}
"""
LISTING = """\
title: 示例康乐大药房有限公司列入严重违法失信名单
summary: 示例康乐大药房有限公司被列入名单三年。
published: 2026-01-20
party: {name: 示例康乐大药房有限公司, kind: pharmacy, naming: named}
status: listed
authority: 示例区市场监督管理局
listed: 2026-01-15
reason: 康乐大药房卖假药，情节严重。
"""


def record(ident: str, text: str | dict[str, Any], en: str = "") -> Record:
    """The record that *text* makes; what is wrong with it fails the test."""
    form = next(f for f in all_kinds().values() if ident.startswith(f"{f.kind.prefix}-"))
    typed = text if isinstance(text, str) else typed_as(text)
    report, file = Report(), f"cases/{form.kind.folder}/2026/{ident}"
    english = Source(f"{file}.en.yml", en) if en else None
    found = record_of(form, ident, Source(f"{file}.yml", typed), english, report)
    assert [problem.message.zh for problem in report] == []
    assert found
    return found


class _Plain(yaml.SafeDumper):
    """Writes every value where it stands, never as an alias."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def typed_as(data: dict[str, Any]) -> str:
    """*data* as YAML that a person could have typed."""
    return yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=9999)


def changed(text: str, **fields: Any) -> dict[str, Any]:
    """*text* with some fields other than it has; None leaves a field out."""
    data = yaml.load(text, yaml.BaseLoader) | fields
    return {key: value for key, value in data.items() if value is not None}


def site_of(
    office: Office | None,
    reference: Reference,
    day: dt.date,
    *records: Record,
    held: tuple[str, ...] = (),
) -> Site:
    """The site of the *records*, of which those *held* lack the sign-off that the office asks for."""
    if office and held:
        office = office.model_copy(update={"sign_offs": ("handler",)})
        records = tuple(signed(each, each.id not in held) for each in records)
    return Site.open(Corpus(office, records), reference, day)


def signed(record: Record, signs: bool) -> Record:
    """The record with its case handler's sign-off, or with none."""
    assert record.entry
    by = Signature(by=Text("执法一科"), on=record.entry.published)
    review = Review(handler=by) if signs else None
    return replace(record, entry=record.entry.model_copy(update={"review": review}))
