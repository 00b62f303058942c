"""A new rule is one file; a law, a term or a place one YAML file; a phrase one line."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import yaoan.rules
import yaoan.words
from conftest import DAY, ROOT, Office, put
from yaoan.cli.explain import COMMAND as EXPLAIN
from yaoan.doors import Workshop
from yaoan.pages import Page, write
from yaoan.rules import all_rules
from yaoan.words import say, words

RULE = '''\
"""标题里有感叹号 | A title that shouts

标题不喊话。

Titles do not shout.

Source: this project
Bad: notices
    title: 快看！
Good: notices
    title: 看看
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .rule import Context, Entry, Finding, Record, rule


@rule("Y399", looks_at="entry")
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    if "！" in entry.title.zh:
        said = Bilingual("标题里有感叹号", "the title shouts")
        yield Finding(record.at("title").find("！"), said, Bilingual("删掉", "delete it"))


RULE = check
'''

NOTICE = """\
title: 快看！周末营业
summary: 药店周末照常营业。
published: 2026-03-05
type: arrangement
by: 示例区市场监督管理局
body: 周末照常营业。
"""
NOTICE_FILE = "cases/notices/2026/notice-2026-0001.yml"

EXPLAINER = """\
title: 药店几点关门
summary: 看门口的告示。
published: 2026-03-05
products: [drug]
question: 几点关门？
answer: 晚上九点。
citations:
  - 示例区药店营业时间规定 第三条
as_of: 2026-03-01
by: 法制科
"""
EXPLAINER_FILE = "cases/law-explainers/2026/law-2026-0001.yml"

LAW = """\
id: HOURS
zh: 示例区药店营业时间规定
short: 营业时间规定
en: Demo District Rules on Pharmacy Hours
rank: local
versions:
  - id: "2024"
    name: {zh: 2024年公布, en: 2024}
    in_force: 2024-01-01
    verified: true
    articles:
      "3":
        about: {zh: 药店晚上九点关门, en: Pharmacies close at nine}
        verified: true
"""


@pytest.fixture
def one_more_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    put(tmp_path, "more/y399_shouting_title.py", RULE)
    here = [*yaoan.rules.__path__, str(tmp_path / "more")]
    monkeypatch.setattr(yaoan.rules, "__path__", here)
    importlib.invalidate_caches()
    yield
    sys.modules.pop("yaoan.rules.y399_shouting_title", None)


def page(folder: Path, path: str) -> Page:
    site = Workshop.open(folder, DAY).site
    return next(each for each in write(site) if each.path == path)


@pytest.mark.usefixtures("one_more_rule")
def test_a_new_rule_is_one_file(office: Office) -> None:
    assert all_rules()[-1].code == "Y399"
    assert all_rules()[-1].name == "shouting_title"
    report = Workshop.open(office({NOTICE_FILE: NOTICE}), DAY).report
    (problem,) = (each for each in report if each.code == "Y399")
    assert (problem.span.line, problem.span.column) == (1, 10)

    quiet = office({NOTICE_FILE: NOTICE.replace("！", "，")})
    for language, folder, title in (
        ("zh", "", "标题里有感叹号"),
        ("en", "en/", "A title that shouts"),
    ):
        assert title in page(quiet, f"{folder}rules/y399.md").body
        assert "(y399.md)" in page(quiet, f"{folder}rules/index.md").body
        said = CliRunner().invoke(EXPLAIN, ["Y399", "--lang", language])
        assert said.exit_code == 0
        assert title in said.output


def test_without_its_file_the_rule_is_gone(office: Office) -> None:
    assert "Y399" not in {each.code for each in all_rules()}
    report = Workshop.open(office({NOTICE_FILE: NOTICE}), DAY).report
    assert {each.code for each in report} == {"Y361"}


def test_a_new_law_is_one_file(office: Office) -> None:
    before = Workshop.open(office({EXPLAINER_FILE: EXPLAINER}), DAY).report
    assert {each.code for each in before} == {"Y302", "Y361"}

    folder = office({"cases/reference/laws/hours.yml": LAW})
    assert {each.code for each in Workshop.open(folder, DAY).report} == {"Y361"}
    law, article = page(folder, "laws/hours/index.md"), page(folder, "en/laws/hours/3.md")
    assert "示例区药店营业时间规定" in law.body
    assert "[第三条](3.md)" in law.body
    assert "Pharmacies close at nine" in article.body
    assert "(../../law-explainers/law-2026-0001.md)" in article.body
    entry = page(folder, "law-explainers/law-2026-0001.md").body
    assert "(../laws/hours/3.md)" in entry
    assert "(hours/index.md)" in page(folder, "laws/index.md").body


def test_an_office_lays_its_own_terms_over_the_national_ones(office: Office) -> None:
    text = EXPLAINER.replace("products: [drug]", "products: [drug.eyedrops]\nplaces: [demo.east]")
    folder = office({EXPLAINER_FILE: text, "cases/reference/laws/hours.yml": LAW})
    before = Workshop.open(folder, DAY).report
    assert [each.code for each in before if each.code != "Y361"] == ["Y301", "Y301"]

    put(
        folder,
        "cases/reference/terms/product_category.yml",
        "name: {zh: 产品, en: Product}\npages: true\nterms:\n"
        "  drug.eyedrops: {zh: 滴眼液, en: Eye drops}\n",
    )
    put(
        folder,
        "cases/reference/terms/place.yml",
        "name: {zh: 地区, en: Place}\npages: true\nterms:\n  demo.east: {zh: 东街, en: East Street}\n",
    )
    workshop = Workshop.open(folder, DAY)
    assert {each.code for each in workshop.report} == {"Y361"}
    assert workshop.reference.term("product_category", "drug")
    assert "Eye drops" in page(folder, "en/terms/product-category/drug-eyedrops.md").body
    assert "药店几点关门" in page(folder, "terms/place/demo-east.md").body
    assert "药店几点关门" in page(folder, "terms/product-category/drug.md").body
    assert "[滴眼液]" in page(folder, "law-explainers/law-2026-0001.md").body


def test_one_more_term_leaves_the_vocabulary_as_it_was(office: Office) -> None:
    """The office's file need not say again what the national one says."""
    text = EXPLAINER.replace("products: [drug]", "products: [drug.eyedrops]")
    own = "name: {zh: 产品, en: Product}\nterms:\n  drug.eyedrops: {zh: 滴眼液, en: Eye drops}\n"
    files = {
        EXPLAINER_FILE: text,
        "cases/reference/laws/hours.yml": LAW,
        "cases/reference/terms/product_category.yml": own,
    }
    national = Workshop.open(ROOT, DAY).reference.vocabularies["product_category"]
    ours = Workshop.open(office(files), DAY).reference.vocabularies["product_category"]
    assert (ours.pages, ours.asks) == (national.pages, national.asks)
    assert set(ours.terms) == {*national.terms, "drug.eyedrops"}


def test_a_mistake_in_the_offices_own_reference_is_found_at_its_line(office: Office) -> None:
    folder = office({"cases/reference/laws/hours.yml": LAW.replace("rank:", "rnak:")})
    (problem,) = Workshop.open(folder, DAY).report
    assert (problem.code, problem.span.line) == ("Y102", 5)
    assert problem.span.source.name == "cases/reference/laws/hours.yml"


def test_a_new_phrase_is_one_line(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (ROOT / "generator/yaoan/words.yml").read_text("utf-8")
    put(tmp_path, "words/words.yml", text + 'greeting: {zh: "欢迎{who}", en: "Welcome, {who}"}\n')
    with pytest.raises(KeyError):
        say("greeting", who="您")
    monkeypatch.setattr(yaoan.words, "files", lambda _: tmp_path / "words")
    words.cache_clear()
    try:
        assert say("greeting", who="您").zh == "欢迎您"
        assert say("home").en == "Home"
        template = '# {{ title }}\n\n{{ pen.say("greeting", who=pen.office.name) }}\n'
        folder = office({"overrides/pages/home.md.j2": template})
        workshop = Workshop.open(folder, DAY)
        home = {
            each.language: each.body
            for each in write(workshop.site, workshop.templates)
            if each.path in ("index.md", "en/index.md")
        }
        assert "欢迎示例区市场监督管理局" in home["zh"]
        assert "Welcome&#44; " in home["en"]
    finally:
        words.cache_clear()
