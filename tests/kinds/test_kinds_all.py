"""Every kind there is, walked: nothing here names a kind, so a new one is tested the day it comes."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

import yaoan.kinds
from conftest import DAY, ROOT
from yaoan import rules
from yaoan.corpus import Corpus, Office, Record, record_of
from yaoan.diagnostics import Report, Source
from yaoan.doors import Workshop
from yaoan.forms import (
    Amount,
    Citation,
    CreditCode,
    DecisionNumber,
    EntryId,
    Form,
    MedicalLicence,
    Prose,
    Quantity,
    Text,
    WebAddress,
    When,
    blank,
    fill,
    notes,
    schema,
)
from yaoan.kinds import Entry, Kind, all_kinds, example_of, walk
from yaoan.pages import write
from yaoan.reference import Reference
from yaoan.site import Item, Site
from yaoan.source import Branch, Leaf, Node, Row, read

CHINESE = re.compile("[\u4e00-\u9fff]")
FORMS = list(all_kinds().values())
every_kind = pytest.mark.parametrize("form", FORMS, ids=[each.kind.folder for each in FORMS])


def example(form: type[Entry]) -> Record:
    """The example entry of a kind, read."""
    kind, report = form.kind, Report()
    file = f"cases/{kind.folder}/2026/{kind.prefix}-2026-9001.yml"
    zh = Source(file, example_of(kind).decode())
    en = Source(file.replace(".yml", ".en.yml"), example_of(kind, ".en").decode())
    record = record_of(form, f"{kind.prefix}-2026-9001", zh, en, report)
    assert not report.problems
    assert record
    return record


def site_of(known: Workshop, *records: Record) -> Site:
    return Site.open(Corpus(known.corpus.office, records), known.reference, DAY)


def unchanged(known: Workshop, *records: Record) -> Site:
    """A site that shows every entry as it is written, whatever day that is lawful on."""
    site = Site.open(Corpus(known.corpus.office, ()), known.reference, DAY)
    columns = [
        replace(
            column,
            items=tuple(
                Item(each.id, each.kind, each.entry, each.file)
                for each in records
                if each.kind == column.kind and each.entry
            ),
        )
        for column in site.collections
    ]
    return replace(site, collections=tuple(columns))


# ── The kind itself ───────────────────────────────────────────────────────────────────────────


def test_every_folder_of_the_room_is_a_kind() -> None:
    room = Path(yaoan.kinds.__path__[0])
    folders = {path.parent.name for path in room.glob("*/__init__.py")} - {"parts"}
    assert folders == {form.kind.module for form in FORMS}
    assert len(FORMS) >= 9


def test_no_two_kinds_share_a_folder_a_prefix_a_name_or_a_place() -> None:
    kinds = [form.kind for form in FORMS]
    for of in (
        lambda kind: kind.folder,
        lambda kind: kind.prefix,
        lambda kind: kind.name.zh,
        lambda kind: kind.name.en,
        lambda kind: kind.order,
    ):
        assert len({of(kind) for kind in kinds}) == len(kinds)
    assert [kind.order for kind in kinds] == sorted(kind.order for kind in kinds)


@every_kind
def test_a_kind_is_named_in_both_languages(form: type[Entry]) -> None:
    kind = form.kind
    assert isinstance(kind, Kind)
    assert issubclass(form, Entry)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.folder)
    assert re.fullmatch(r"[a-z]+", kind.prefix)
    for said in (kind.name, kind.about):
        assert CHINESE.search(said.zh)
        assert re.search("[A-Za-z]{3}", said.en)
        assert not CHINESE.search(said.en)


def forms_in(form: type[Form]) -> Iterator[type[Form]]:
    """The form and every form inside it."""
    yield form
    for note in notes(form):
        if note.shape.form:
            yield from forms_in(note.shape.form)


@pytest.mark.parametrize("form", [*FORMS, Office], ids=lambda form: form.__name__)
def test_every_label_is_in_both_languages(form: type[Form]) -> None:
    for inner in forms_in(form):
        chinese = [note.label.zh for note in notes(inner)]
        assert len(chinese) == len(set(chinese)), f"{inner.__name__}: a label that stands twice"
        for note in notes(inner):
            assert CHINESE.search(note.label.zh), note.key
            assert note.label.en[:1].isupper(), f"{inner.__name__}.{note.key}"
            assert not CHINESE.search(note.label.en), note.key
            assert note.label.en != note.key, note.key


# ── Its example ───────────────────────────────────────────────────────────────────────────────


@every_kind
def test_the_example_passes_its_form_and_every_rule(
    form: type[Entry], sample: Workshop, national: Reference
) -> None:
    record = example(form)
    corpus = Corpus(sample.corpus.office, (record,))
    assert list(rules.check(rules.Context(corpus, national, DAY))) == []
    assert record.entry
    assert record.entry.published <= DAY


@every_kind
def test_the_example_is_wholly_translated(form: type[Entry]) -> None:
    entry = example(form).entry
    assert entry
    texts = [
        (each.path, each.value) for each in walk(entry) if isinstance(each.value, Text | Prose)
    ]
    assert texts
    assert [path for path, value in texts if not value.en] == []


@every_kind
def test_the_example_has_a_page_in_both_languages(form: type[Entry], sample: Workshop) -> None:
    record = example(form)
    assert record.entry
    pages = {page.path: page for page in write(site_of(sample, record))}
    path = f"{form.kind.folder}/{record.id}.md"
    zh, en = pages[path], pages[f"en/{path}"]
    for page, title in ((zh, record.entry.title.zh), (en, record.entry.title.en)):
        assert shown(title) in shown(page.body.split("\n")[0])
        assert shown(title) == shown(page.title)
    assert zh.language == "zh"
    assert en.language == "en"
    assert zh.edit == en.edit == record.file


def shown(text: str) -> str:
    """The text of a page or a value without markup, escapes and spaces."""
    import html

    bare = re.sub(r"<[^<>]*>", "", text)
    return re.sub(r"[\s*,]+", "", html.unescape(bare))


# ── Everything that can be filled in ──────────────────────────────────────────────────────────


class Filler:
    """Types something different into every field of a form."""

    def __init__(self, known: Reference) -> None:
        self.known, self.count = known, 0
        self.public: dict[str, tuple[str, str]] = {}
        self.private: dict[str, str] = {}

    def group(self, form: type[Form], path: str = "", shown: bool = True) -> tuple[dict, dict]:
        zh: dict[str, Any] = {}
        en: dict[str, Any] = {}
        for note in notes(form):
            here = f"{path}.{note.key}".lstrip(".")
            ones = [
                self.one(note, here, shown and note.shown)
                for _ in range(2 if note.shape.many else 1)
            ]
            chinese, english = [each[0] for each in ones], [each[1] for each in ones]
            zh[note.key] = chinese if note.shape.many else chinese[0]
            if any(each is not None for each in english):
                en[note.key] = english if note.shape.many else english[0]
        return zh, en

    def one(self, note: Any, path: str, shown: bool) -> tuple[Any, Any]:
        if note.shape.form:
            return self.group(note.shape.form, path, shown)
        self.count += 1
        typed, zh, en = self.typed(note, self.count)
        if not shown:
            self.private[path] = zh
        elif note.shape.base is not int:
            self.public[f"{path}#{self.count}"] = (zh, en)
        translated = note.shape.base in (Text, Prose)
        return typed, en if translated else None

    def typed(self, note: Any, n: int) -> tuple[Any, str, str]:
        """What is typed, and what the page must show of it in Chinese and in English."""
        base, day = note.shape.base, dt.date(2001, 1, 1) + dt.timedelta(n)
        zh_day = f"{day.year}年{day.month}月{day.day}日"
        en_day = f"{day.day} {day:%B} {day.year}"
        if note.shape.vocabulary:
            terms = list(self.known.vocabularies[note.shape.vocabulary].terms.values())
            plain = [
                t for t in terms if note.shape.vocabulary != "criminal_stage" or t.id == "final"
            ]
            term = plain[n % len(plain)]
            return term.id, term.name.zh, term.name.en
        if base is dt.date:
            return day.isoformat(), zh_day, en_day
        if base is When:
            return day.isoformat(), zh_day, en_day
        if base is bool:
            return "是", "", ""
        if base is int:
            return 1, "", ""
        if base is Amount:
            return f"{1000 + n}.25", f"{1000 + n:,}.25元", f"RMB{1000 + n:,}.25"
        if base is Quantity:
            return f"{5000 + n}家次", f"{5000 + n:,}家次", f"{5000 + n:,}"
        if base is Citation:
            return f"药品管理法 第{n}条", "", f"Article {n}"
        if base is CreditCode:
            return "91110108551385082Q", "91110108551385082Q", "91110108551385082Q"
        if base is MedicalLicence:
            return "PDY123456789012345678A"[:22], "PDY1234567", "PDY1234567"
        if base is DecisionNumber:
            return f"示市监罚〔2025〕{n}号", f"示市监罚〔2025〕{n}号", f"〔2025〕{n}号"
        if base is WebAddress:
            address = f"https://example.cn/a{n}.html"
            return address, address, address
        if base is EntryId:
            return "notice-2026-0900", "另一个条目", "Another entry"
        if base is str:
            return f"picture{n}.jpg", f"picture{n}.jpg", f"picture{n}.jpg"
        return f"字段{n}号", f"字段{n}号", f"Field {n}."


OTHER = """\
title: 另一个条目
summary: 被链接的条目。
published: 2020-01-01
type: arrangement
by: 某单位
body: 内容。
"""


def other(sample: Workshop) -> Record:
    form, report = all_kinds()["notices"], Report()
    en = "title: Another entry\nsummary: It is linked to.\n"
    record = record_of(
        form,
        "notice-2026-0900",
        Source("cases/notices/2026/notice-2026-0900.yml", OTHER),
        Source("cases/notices/2026/notice-2026-0900.en.yml", en),
        report,
    )
    assert not report.problems
    assert record
    return record


@every_kind
def test_whatever_can_be_filled_in_is_shown_unless_it_is_kept_back(
    form: type[Entry], sample: Workshop, national: Reference
) -> None:
    filler = Filler(national)
    zh, en = filler.group(form)
    report, ident = Report(), f"{form.kind.prefix}-2026-0001"
    file = f"cases/{form.kind.folder}/2026/{ident}"
    record = record_of(
        form,
        ident,
        Source(f"{file}.yml", yaml.safe_dump(zh, allow_unicode=True)),
        Source(f"{file}.en.yml", yaml.safe_dump(en, allow_unicode=True)),
        report,
    )
    assert [each.message.zh for each in report] == []
    assert record
    pages = {page.path: page.body for page in write(unchanged(sample, record, other(sample)))}
    path = f"{form.kind.folder}/{ident}.md"
    for index, body in enumerate((pages[path], pages[f"en/{path}"])):
        text = shown(body)
        hidden = [
            place for place, said in filler.public.items()
            if shown(said[index]) not in text
        ]  # fmt: skip
        assert hidden == []
        assert [place for place, said in filler.private.items() if shown(said) in text] == []


# ── Blank forms ───────────────────────────────────────────────────────────────────────────────


def tree_of(text: str) -> Branch:
    report = Report()
    tree = read(Source("blank.yml", text), report)
    assert not report.problems
    assert tree
    return tree


def holes(form: type[Form], node: Node) -> Iterator[tuple[Any, Leaf]]:
    """Every empty place of a blank, with its field."""
    assert isinstance(node, Branch)
    by_key = {note.key: note for note in notes(form)}
    for key, value in node.entries:
        note = by_key[key.text]
        for each in value.items if isinstance(value, Row) else (value,):
            if isinstance(each, Leaf):
                if not each.text.strip() and not note.shape.form:
                    yield note, each
            else:
                assert note.shape.form
                yield from holes(note.shape.form, each)


def filled_in(form: type[Entry], text: str, known: Reference) -> str:
    filler = Filler(known)
    for number, (note, hole) in reversed(list(enumerate(holes(form, tree_of(text)), start=1))):
        typed = str(filler.typed(note, number)[0])
        text = f"{text[: hole.span.start].rstrip('|')} {typed}{text[hole.span.end :]}"
    return text


@every_kind
def test_a_blank_form_holds_every_field_and_asks_for_the_required_ones(
    form: type[Entry], national: Reference
) -> None:
    text = blank(form, national.choices)
    tree = tree_of(text)
    asked = {key.text for key, _ in tree.entries}
    assert asked == {note.key for note in notes(form) if note.required}
    for note in notes(form):
        line = rf"^{note.key}:" if note.required else rf"^# {note.key}:"
        assert re.search(line, text, re.MULTILINE), note.key
        assert f"# {note.label.zh}" in text
        assert note.hint.zh in text
    report = Report()
    assert fill(form, tree, report) is None
    missed = {problem.span.text for problem in report if problem.code == "Y101"}
    assert missed >= {"title", "published"}
    assert all(problem.span.line > 1 for problem in report)


@every_kind
def test_a_required_list_needs_an_item(form: type[Entry], national: Reference) -> None:
    """Nothing between the brackets, or a dash with nothing after it, says nothing."""
    whole = filled_in(form, blank(form, national.choices), national)
    for note in notes(form):
        if note.required and note.shape.many:
            value = tree_of(whole).get(note.key)
            assert value
            for empty in ("[]", "\n  -"):
                text = whole[: value.span.start].rstrip() + f" {empty}" + whole[value.span.end :]
                report = Report()
                fill(form, tree_of(text), report)
                assert report.failed, f"{note.key}: {empty}"


@every_kind
def test_a_blank_form_filled_in_is_an_entry(form: type[Entry], national: Reference) -> None:
    text = filled_in(form, blank(form, national.choices), national)
    report = Report()
    assert fill(form, tree_of(text), report)
    assert not report.problems


@every_kind
def test_a_blank_form_with_its_marks_taken_away_asks_for_the_optional_fields_too(
    form: type[Entry], national: Reference
) -> None:
    """As the form says: to fill in a line, take away the # at its beginning."""
    text = blank(form, national.choices)
    whole = re.sub(r"^# (?=\s*(?:# |-(?: |$)|[a-z_]+:))", "", text, flags=re.MULTILINE)
    assert {key.text for key, _ in tree_of(whole).entries} == {note.key for note in notes(form)}
    report = Report()
    assert fill(form, tree_of(filled_in(form, whole, national)), report)
    assert not report.problems


# ── JSON Schema ───────────────────────────────────────────────────────────────────────────────


class Editor(yaml.SafeLoader):
    """YAML as an editor with a schema reads it (YAML 1.2): numbers are numbers, dates are text."""


Editor.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in found
        if tag in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:null")
    ]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

_TYPES: dict[str, Any] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "array": list,
    "object": dict,
}


def refused(value: object, rule: dict[str, Any], path: str = "") -> Iterator[str]:
    """What a JSON Schema validator says of *value*: the keywords that our schemas use."""
    kinds = rule.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(isinstance(value, _TYPES[kind]) for kind in kinds):
        yield f"{path}: {value!r} is no {'/'.join(kinds)}"
        return
    if "enum" in rule and value not in rule["enum"]:
        yield f"{path}: {value!r} is not among the choices"
    if "anyOf" in rule and all(list(refused(value, each, path)) for each in rule["anyOf"]):
        yield f"{path}: {value!r} fits none"
    if isinstance(value, str) and not re.search(rule.get("pattern", ""), value):
        yield f"{path}: {value!r} does not match"
    if rule.get("format") == "date" and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(value)):
        yield f"{path}: {value!r} is no date"
    if isinstance(value, int | float) and value < rule.get("minimum", value):
        yield f"{path}: {value!r} is too small"
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from refused(each, rule.get("items", {}), f"{path}.{index}")
    if isinstance(value, dict):
        known = rule.get("properties", {})
        yield from (
            f"{path}: {key} is missing" for key in rule.get("required", ()) if key not in value
        )
        for key, each in value.items():
            if key in known:
                yield from refused(each, known[key], f"{path}.{key}")
            elif not rule.get("additionalProperties", True):
                yield f"{path}: {key} is unknown"


KEYWORDS = {
    "$schema", "title", "description", "type", "properties", "required", "additionalProperties",
    "items", "enum", "enumDescriptions", "anyOf", "pattern", "format", "minimum",
}  # fmt: skip


def malformed(rule: dict[str, Any], path: str) -> Iterator[str]:
    """What is wrong with a schema itself."""
    yield from (f"{path}: {key}" for key in rule.keys() - KEYWORDS)
    if "pattern" in rule:
        re.compile(rule["pattern"])
    if "enum" in rule:
        described = rule.get("enumDescriptions", rule["enum"])
        if not rule["enum"] or len(described) != len(rule["enum"]):
            yield f"{path}: enum"
    if not {"type", "enum", "anyOf"} & rule.keys():
        yield f"{path}: says nothing"
    if ("items" in rule) != (rule.get("type") == "array"):
        yield f"{path}: items"
    if not set(rule.get("required", ())) <= rule.get("properties", {}).keys():
        yield f"{path}: required"
    inner = {**rule.get("properties", {}), **({"[]": rule["items"]} if "items" in rule else {})}
    for key, each in inner.items():
        yield from malformed(each, f"{path}.{key}")
    for each in rule.get("anyOf", ()):
        yield from malformed(each, f"{path}|")


@every_kind
def test_the_schema_is_well_formed_and_speaks_chinese(
    form: type[Entry], national: Reference
) -> None:
    found = schema(form, national.choices)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert list(malformed(found, "")) == []
    assert set(found["properties"]) == {note.key for note in notes(form)}
    assert set(found["required"]) == {note.key for note in notes(form) if note.required}
    for about in found["properties"].values():
        assert CHINESE.search(about["title"])
        assert CHINESE.search(about["description"])


@every_kind
def test_the_schema_accepts_the_example_and_refuses_a_slip(
    form: type[Entry], national: Reference
) -> None:
    rule = schema(form, national.choices)
    value = yaml.load(example_of(form.kind), Editor)
    assert list(refused(value, rule)) == []
    assert list(refused({**value, "zzqx": "一"}, rule)) == [": zzqx is unknown"]
    for key in rule["required"]:
        less = {name: each for name, each in value.items() if name != key}
        assert list(refused(less, rule)) == [f": {key} is missing"]
    assert list(refused({**value, "published": "去年"}, rule))
    assert list(refused({**value, "products": ["zzqx"]}, rule))


def test_the_schema_accepts_what_the_forms_accept(sample: Workshop) -> None:
    """An editor must not mark as wrong what `yaoan check` lets pass."""
    complaints = []
    for record in sample.corpus.records:
        value = yaml.load((ROOT / record.file).read_text("utf-8"), Editor)
        rule = schema(all_kinds()[record.kind.folder], sample.reference.choices)
        complaints += [f"{record.id} {each}" for each in refused(value, rule)]
    assert complaints == []


def test_the_schema_accepts_a_year_and_a_number_typed_without_quotes(national: Reference) -> None:
    """`found: 2022` is a time and `batch: 240101` a batch number; an editor reads both as numbers."""
    form = next(each for each in FORMS if each.kind.prefix == "case")
    text = example_of(form.kind).decode().replace("found: 2022-09-26", "found: 2022", 1)
    text = text.replace("        category: drug.chemical\n", "        batch: 240101\n", 1)
    report = Report()
    assert fill(form, tree_of(text), report)
    assert list(refused(yaml.load(text, Editor), schema(form, national.choices))) == []
