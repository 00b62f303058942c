"""A new kind is one folder: everything else follows by itself."""

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

import yaoan.kinds
from conftest import DAY, Office, put
from yaoan.cli.check import COMMAND as CHECK
from yaoan.cli.new import COMMAND as NEW
from yaoan.doors import Workshop
from yaoan.forms import schema
from yaoan.kinds import all_kinds, example_of
from yaoan.pages import Page, frame, write

FORM = '''\
"""产品召回: a product called back."""

from typing import Annotated, ClassVar

from yaoan.bilingual import Bilingual
from yaoan.forms import Form, Prose, Quantity, Term, Text, Vocabulary, field

from ..entry import Entry, Kind


class Lot(Form):
    """A lot."""

    number: Text = field("批号", "Lot number")
    size: Quantity | None = field("数量", "How many", default=None)


class Recall(Entry):
    """产品召回: a product called back."""

    kind: ClassVar[Kind] = Kind(
        "recalls",
        Bilingual("产品召回", "Recalls"),
        Bilingual("企业召回的产品。", "Products that were called back."),
        prefix="recall",
        order=25,
    )

    reason: Prose = field("召回原因", "Why", hint="写清风险")
    lots: tuple[Lot, ...] = field("召回批次", "Lots", default=())
    stage: Annotated[Term, Vocabulary("stage")] | None = field("环节", "Stage", default=None)


FORM = Recall
'''

PAGE = """\
{% extends "entry.md.j2" %}
{% block body %}
## {{ pen.label(entry, "reason") }} {: #reason }

{{ pen.prose(entry.reason) }}

{% for lot in entry.lots %}
-   {{ lot.number }}{{ pen.say("comma") }}{{ pen.quantity(lot.size) }}
{% endfor %}
{% endblock %}
"""

EXAMPLE = """\
title: 某厂召回一批滴眼液
summary: 包装可能漏气，企业主动召回。
published: 2026-03-05
products: [drug]
reason: |
  包装**可能漏气**。
lots:
  - number: '240101'
    size: 3000余盒
stage: retail
"""

ENGLISH = """\
title: A maker recalls eye drops
summary: The packs may leak and the maker called them back.
reason: |
  The packs **may leak**.
"""

FILE = "cases/recalls/2026/recall-2026-0001.yml"


@pytest.fixture(autouse=True)
def recalls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One folder is added to the room of kinds."""
    for name, text in (
        ("__init__.py", FORM),
        ("page.md.j2", PAGE),
        ("example.yml", EXAMPLE),
        ("example.en.yml", ENGLISH),
    ):
        put(tmp_path, f"more/recalls/{name}", text)
    monkeypatch.setattr(yaoan.kinds, "__path__", [*yaoan.kinds.__path__, str(tmp_path / "more")])
    importlib.invalidate_caches()
    yield
    sys.modules.pop("yaoan.kinds.recalls", None)
    vars(yaoan.kinds).pop("recalls", None)


@pytest.fixture
def pages(office: Office) -> dict[str, Page]:
    files: dict[str, str | bytes] = {FILE: EXAMPLE, FILE.replace(".yml", ".en.yml"): ENGLISH}
    workshop = Workshop.open(office(files), DAY)
    assert not workshop.report.problems
    return {page.path: page for page in write(workshop.site)}


def test_it_stands_among_the_kinds_in_its_order() -> None:
    folders = list(all_kinds())
    assert folders[folders.index("penalties") + 1] == "recalls"
    assert example_of(all_kinds()["recalls"].kind) == EXAMPLE.encode()


@pytest.mark.parametrize(
    ("language", "title", "name", "strong"),
    [
        ("", "某厂召回一批滴眼液", "产品召回", "<strong>可能漏气</strong>"),
        ("en/", "A maker recalls eye drops", "Recalls", "<strong>may leak</strong>"),
    ],
)
def test_it_has_lists_and_entry_pages_in_both_languages(
    pages: dict[str, Page], language: str, title: str, name: str, strong: str
) -> None:
    entry = pages[f"{language}recalls/recall-2026-0001.md"]
    assert entry.title == title
    assert strong in entry.body
    assert "240101" in entry.body
    assert re.search("3(&#44;)?000", entry.body)
    assert entry.edit == FILE
    listing = pages[f"{language}recalls/index.md"]
    assert listing.title == name
    assert f"[{title}](recall-2026-0001.md)" in listing.body
    assert f"[{title}](recall-2026-0001.md)" in pages[f"{language}recalls/year-2026.md"].body
    assert f"[{title}](recalls/recall-2026-0001.md)" in pages[f"{language}index.md"].body
    facet = pages[f"{language}terms/stage/retail.md"]
    assert f"[{title}](../../recalls/recall-2026-0001.md)" in facet.body


def test_it_stands_in_the_menu_of_every_page(office: Office) -> None:
    shell = frame(Workshop.open(office({FILE: EXAMPLE}), DAY).site)
    for language, title, url in (
        ("zh", "产品召回", "recalls/"),
        ("en", "Recalls", "en/recalls/"),
    ):
        columns = shell[language]["columns"]  # type: ignore[index]
        assert columns == [{"title": title, "url": url}]


def test_it_is_checked_like_any_other(office: Office) -> None:
    text = EXAMPLE.replace("number: '240101'", "nubmer: '240101'").replace("retail", "shop")
    folder = office({FILE: text})
    said = CliRunner().invoke(CHECK, ["-q", "-C", str(folder), "--day", DAY.isoformat()])
    assert said.exit_code == 1
    assert f"{FILE}:8" in said.output
    assert "nubmer" in said.output
    assert f"{FILE}:10" in said.output
    assert "Y301" in said.output

    put(folder, FILE, EXAMPLE)
    put(folder, FILE.replace(".yml", ".en.yml"), ENGLISH)
    said = CliRunner().invoke(CHECK, ["-q", "-C", str(folder), "--day", DAY.isoformat()])
    assert said.exit_code == 0


@pytest.mark.parametrize("name", ["recalls", "产品召回", "recall"])
def test_a_blank_form_of_it_is_made_under_any_of_its_names(office: Office, name: str) -> None:
    folder = office({FILE: EXAMPLE})
    said = CliRunner().invoke(NEW, [name, "-C", str(folder), "--day", "2026-03-09"])
    assert said.exit_code == 0, said.output
    text = (folder / "cases/recalls/2026/recall-2026-0002.yml").read_text("utf-8")
    assert "# 召回原因：写清风险\nreason: |" in text
    assert "published: 2026-03-09" in text
    assert "recall-2026-0002.yml" in said.output


def test_an_unknown_kind_is_told_of_it(office: Office) -> None:
    said = CliRunner().invoke(NEW, ["recals", "-C", str(office())])
    assert said.exit_code == 2
    assert "recalls（产品召回）" in said.output


def test_it_has_a_schema(office: Office) -> None:
    known = Workshop.open(office(), DAY).reference
    rule = schema(all_kinds()["recalls"], known.choices)
    assert rule["required"] == ["title", "summary", "published", "reason"]
    lots = rule["properties"]["lots"]
    assert lots["title"] == "召回批次"
    assert lots["items"]["required"] == ["number"]
    assert "retail" in rule["properties"]["stage"]["enum"]
    assert set(yaml.safe_load(EXAMPLE)) <= set(rule["properties"])


def test_a_folder_of_the_office_may_give_it_other_templates(office: Office) -> None:
    template = '{% extends "entry.md.j2" %}{% block body %}OWN {{ entry.reason.zh }}{% endblock %}'
    folder = office({FILE: EXAMPLE, "overrides/pages/kinds/recalls/page.md.j2": template})
    workshop = Workshop.open(folder, DAY)
    body = next(
        page.body
        for page in write(workshop.site, workshop.templates)
        if page.path == "recalls/recall-2026-0001.md"
    )
    assert "OWN 包装&#42;&#42;可能漏气&#42;&#42;。" in body
