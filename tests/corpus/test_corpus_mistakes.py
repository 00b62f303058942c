"""Every sample entry broken on purpose: each mistake is found where it stands, and only once.

A mistake is planted by the places that the entry's own tree gives, so it stands in the middle of
real text: under lists, after long prose, beside Chinese quotes. Entries take turns, so that every
field of every kind is broken somewhere. An entry that has no such field is left out and the floor
says how many tries there must at least be.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from conftest import DAY, ROOT
from yaoan import corpus, rules, source
from yaoan.bilingual import Bilingual
from yaoan.corpus import Corpus, Record, record_of
from yaoan.diagnostics import Problem, Report, Severity, Source
from yaoan.doors import Workshop
from yaoan.forms import Citation, Form, Note, Prose, Term, Text, When, notes
from yaoan.kinds import all_kinds
from yaoan.source import Branch, Leaf, Node, Row

IDS = re.compile(r"[a-z]+-\d{4}-\d{4}")
CHINESE = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True)
class Broken:
    """A file with one mistake: its bytes, and the code and line at which it must be found."""

    data: bytes
    code: str
    line: int
    says: str = ""
    """Words that the problem's message must hold."""


@dataclass(frozen=True)
class Written:
    """A sample entry as typed, its number for taking turns, and the records it links to."""

    number: int
    record: Record
    zh: str
    en: str
    beside: tuple[Record, ...]

    @property
    def form(self) -> type[Form]:
        return all_kinds()[self.record.kind.folder]

    def turn(self, candidates: list[Any], count: int = 1) -> list[Any]:
        """*count* of the candidates, other ones for the next entry; none of none."""
        start = self.number * count % max(len(candidates), 1)
        return (candidates[start:] + candidates[:start])[:count]


@cache
def entries() -> tuple[Written, ...]:
    """Every entry of the sample office."""
    report = Report()
    written = corpus.read(ROOT / "cases", report)
    assert not report.failed
    found = []
    for number, record in enumerate(written.records):
        zh = (ROOT / record.file).read_text("utf-8")
        en = (ROOT / english(record.file)).read_text("utf-8")
        named = {*IDS.findall(zh), *IDS.findall(en)} - {record.id}
        beside = tuple(written.by_id[each] for each in sorted(named) if each in written.by_id)
        found.append(Written(number, record, zh, en, beside))
    return tuple(found)


def english(name: str) -> str:
    return name.removesuffix(".yml") + ".en.yml"


def checked(entry: Written, zh: bytes, en: bytes, known: Workshop) -> list[Problem]:
    """What `yaoan check` says of the entry's two files when they hold these bytes."""
    report, name = Report(), entry.record.file
    texts: list[Source | None] = []
    for path, data in ((name, zh), (english(name), en)):
        text, problem = source.decode(path, data)
        texts.append(None if problem else text)
        report.extend([problem] if problem else [])
    records = list(entry.beside)
    if texts[0]:
        broken = record_of(entry.form, entry.record.id, texts[0], texts[1], report)
        if broken and texts[1] is None:  # an English file that could not be decoded
            broken = replace(broken, entry=None)
        records += [broken] if broken else []
    whole = Corpus(known.corpus.office, tuple(records), known.corpus.pictures)
    report.extend(rules.check(rules.Context(whole, known.reference, DAY)))
    return [each for each in report if each.span.source.name in (name, english(name))]


def assert_found(
    make: Callable[[Written], Iterator[Broken]], known: Workshop, floor: int, in_english: bool
) -> None:
    """Every mistake that *make* makes is found at its place, once, and explained."""
    wrong, count = [], 0
    for entry in entries():
        usual = said_of_untouched(entry.number, known)
        for broken in make(entry):
            count += 1
            files = _both(entry, broken.data, in_english)
            name = english(entry.record.file) if in_english else entry.record.file
            found = [
                each for each in checked(entry, *files, known)
                if (each.code, each.message) not in usual
            ]  # fmt: skip
            got = [(each.code, each.span.source.name, each.span.line) for each in found]
            if got != [(broken.code, name, broken.line)] or not _explained(found[0], broken):
                wrong.append(f"{name}:{broken.line} {broken.code} expected, got {got}")
    assert not wrong, f"{len(wrong)} of {count}:\n" + "\n".join(wrong[:5])
    assert count >= floor


_SAID: dict[int, set[tuple[str, Bilingual]]] = {}


def said_of_untouched(number: int, known: Workshop) -> set[tuple[str, Bilingual]]:
    """What is said of an entry anyway, such as that it was not reviewed."""
    if number not in _SAID:
        entry = entries()[number]
        _SAID[number] = {(p.code, p.message) for p in checked(entry, *_both(entry), known)}
    return _SAID[number]


def _both(
    entry: Written, data: bytes | None = None, in_english: bool = False
) -> tuple[bytes, bytes]:
    zh, en = entry.zh.encode(), entry.en.encode()
    if data is None:
        return zh, en
    return (zh, data) if in_english else (data, en)


def _explained(problem: Problem, broken: Broken) -> bool:
    said = (problem.message, problem.help)
    return (
        problem.severity is Severity.ERROR
        and broken.says in problem.message.zh
        and all(CHINESE.search(each.zh) and each.en.strip() for each in said)
        and problem.span.end > problem.span.start
    )


# ── Where a mistake can be planted ────────────────────────────────────────────────────────────


def filled(form: type[Form], tree: Node) -> Iterator[tuple[Note, Leaf, Node]]:
    """Every field that is filled in: the field, its key, its value; fields of groups included."""
    if not isinstance(tree, Branch):
        return
    by_key = {note.key: note for note in notes(form)}
    for key, value in tree.entries:
        if note := by_key.get(key.text):
            yield note, key, value
            if note.shape.form:
                for each in value.items if isinstance(value, Row) else (value,):
                    yield from filled(note.shape.form, each)


def leaves(entry: Written, *bases: object) -> list[Leaf]:
    """The values typed into fields of these types, list items each on their own."""
    found = []
    for note, _, value in filled(entry.form, entry.record.tree):
        if note.shape.base in bases:
            items = value.items if isinstance(value, Row) else (value,)
            found += [each for each in items if isinstance(each, Leaf) and each.text.strip()]
    return found


def later_keys(tree: Branch) -> list[Leaf]:
    """The keys of the entry itself, without the first."""
    return [key for key, _ in tree.entries][1:]


def put_over(text: str, node: Node, by: str) -> bytes:
    return (text[: node.span.start] + by + text[node.span.end :]).encode()


def put_at(text: str, offset: int, words: str) -> bytes:
    return (text[:offset] + words + text[offset:]).encode()


# ── The mistakes ──────────────────────────────────────────────────────────────────────────────


def missing_field(entry: Written) -> Iterator[Broken]:
    """A required field, key and value, is deleted; it is missed at the entry's first line."""
    keys = [key for key, _ in entry.record.tree.entries]
    ends = [*(key.span.start for key in keys[1:]), len(entry.zh)]
    required = [note.key for note in notes(entry.form) if note.required]
    for name in entry.turn(required, 2):
        at = next(i for i, key in enumerate(keys) if key.text == name)
        text = entry.zh[: keys[at].span.start] + entry.zh[ends[at] :]
        yield Broken(text.encode(), "Y101", keys[0].span.line, name)


def emptied_field(entry: Written) -> Iterator[Broken]:
    """A required field, also one inside a group, keeps its key but says nothing."""
    found = [
        (key, value)
        for note, key, value in filled(entry.form, entry.record.tree)
        if note.required and isinstance(value, Leaf)
    ]
    for key, value in entry.turn(found):
        yield Broken(put_over(entry.zh, value, ""), "Y101", key.span.line, key.text)


def list_for_text(entry: Written) -> Iterator[Broken]:
    for leaf in entry.turn(leaves(entry, Text, Prose)):
        yield Broken(put_over(entry.zh, leaf, "[一, 二]"), "Y104", leaf.span.line)


def text_for_list(entry: Written) -> Iterator[Broken]:
    fields = filled(entry.form, entry.record.tree)
    found = [each for each in fields if isinstance(each[2], Row)]
    for note, key, value in entry.turn(found):
        text = entry.zh[: key.span.end + 1] + " 一段文字" + entry.zh[value.span.end :]
        yield Broken(text.encode(), "Y105", key.span.line, note.label.zh)


def unknown_key(entry: Written) -> Iterator[Broken]:
    for key in entry.turn(later_keys(entry.record.tree)):
        text = put_at(entry.zh, key.span.start, "zzqx: 一\n")
        yield Broken(text, "Y102", key.span.line, "zzqx")


def misspelt_key(entry: Written) -> Iterator[Broken]:
    for key in entry.turn([each for each in later_keys(entry.record.tree) if len(each.text) > 5]):
        wrong = key.text[:3] + key.text[4:]
        yield Broken(put_over(entry.zh, key, wrong), "Y102", key.span.line, wrong)


def chinese_key(entry: Written) -> Iterator[Broken]:
    found = [(note, key) for note, key, _ in filled(entry.form, entry.record.tree)]
    for note, key in entry.turn(found):
        data = put_over(entry.zh, key, note.label.zh)
        yield Broken(data, "Y103", key.span.line, note.label.zh)


def bad_day(entry: Written) -> Iterator[Broken]:
    for leaf in entry.turn(leaves(entry, dt.date)):
        yield Broken(put_over(entry.zh, leaf, "2026-02-30"), "Y111", leaf.span.line, "2026-02-30")


def bad_when(entry: Written) -> Iterator[Broken]:
    for leaf in entry.turn(leaves(entry, When)):
        yield Broken(put_over(entry.zh, leaf, "去年秋天"), "Y112", leaf.span.line, "去年秋天")


def unknown_term(entry: Written) -> Iterator[Broken]:
    for leaf in entry.turn(leaves(entry, Term), 2):
        yield Broken(put_over(entry.zh, leaf, "zzqx.zzqx"), "Y301", leaf.span.line, "zzqx.zzqx")


def unknown_law(entry: Written) -> Iterator[Broken]:
    for leaf in entry.turn(leaves(entry, Citation), 3):
        data = put_over(entry.zh, leaf, "月球采矿法 第一条")
        yield Broken(data, "Y302", leaf.span.line, "月球采矿法")


def duplicate_key(entry: Written) -> Iterator[Broken]:
    last = entry.zh.count("\n") + 1
    for key in entry.turn(later_keys(entry.record.tree)):
        yield Broken(f"{entry.zh}{key.text}: 又一次\n".encode(), "Y009", last, key.text)


def wrong_indent(entry: Written) -> Iterator[Broken]:
    for key in entry.turn(later_keys(entry.record.tree)):
        yield Broken(put_at(entry.zh, key.span.start, " "), "Y020", key.span.line)


def wrong_indent_in_group(entry: Written) -> Iterator[Broken]:
    """A key inside a group, not its first, is shifted by one space against the keys above it."""
    fields = [key for _, key, _ in filled(entry.form, entry.record.tree)]
    lines = entry.zh.split("\n")
    alone = [key for key in fields if not lines[key.span.line - 1][: key.span.column - 1].strip()]
    inside = [key for key in alone if key.span.column > 1]
    above = {key.span.line - 1 for key in inside}
    opened = {n for n in above if lines[n - 1].rstrip().endswith(":")}
    for key in entry.turn([key for key in inside if key.span.line - 1 not in opened]):
        yield Broken(put_at(entry.zh, key.span.start, " "), "Y020", key.span.line)


def tab(entry: Written) -> Iterator[Broken]:
    for key in entry.turn(later_keys(entry.record.tree)):
        yield Broken(put_at(entry.zh, key.span.start, "\t"), "Y003", key.span.line)


def gbk(entry: Written) -> Iterator[Broken]:
    first = CHINESE.search(entry.zh)
    assert first
    line = entry.zh.count("\n", 0, first.start()) + 1
    yield Broken(entry.zh.encode("gb18030"), "Y001", line, "GBK")


@pytest.mark.parametrize(
    ("make", "floor"),
    [
        (missing_field, 196),
        (emptied_field, 98),
        (list_for_text, 98),
        (text_for_list, 98),
        (unknown_key, 98),
        (misspelt_key, 98),
        (chinese_key, 98),
        (bad_day, 98),
        (bad_when, 60),
        (unknown_term, 190),
        (unknown_law, 60),
        (duplicate_key, 98),
        (wrong_indent, 98),
        (wrong_indent_in_group, 60),
        (tab, 98),
        (gbk, 98),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_mistake_in_an_entry_is_found_once_at_its_line(
    make: Callable[[Written], Iterator[Broken]], floor: int, sample: Workshop
) -> None:
    assert_found(make, sample, floor, in_english=False)


# ── The same in the English file ──────────────────────────────────────────────────────────────


def words_at_top(entry: Written) -> tuple[Branch, list[Leaf]]:
    tree = entry.record.english
    assert tree
    return tree, [value for _, value in tree.entries if isinstance(value, Leaf)]


def unknown_key_en(entry: Written) -> Iterator[Broken]:
    for key in entry.turn(later_keys(words_at_top(entry)[0])):
        text = put_at(entry.en, key.span.start, "zzqx: one\n")
        yield Broken(text, "Y102", key.span.line, "zzqx")


def fact_in_english(entry: Written) -> Iterator[Broken]:
    """A structured fact, which is never translated, is typed into the English file."""
    yield Broken(f"published: 2026-01-01\n{entry.en}".encode(), "Y102", 1, "published")


def list_for_text_en(entry: Written) -> Iterator[Broken]:
    for leaf in entry.turn(words_at_top(entry)[1]):
        yield Broken(put_over(entry.en, leaf, "[one, two]"), "Y104", leaf.span.line)


def one_item_too_many(entry: Written) -> Iterator[Broken]:
    tree, _ = words_at_top(entry)
    for row in entry.turn([value for _, value in tree.entries if isinstance(value, Row)]):
        item = "one more" if isinstance(row.items[0], Leaf) else "{}"
        line = f"\n{' ' * (row.span.column - 1)}- {item}"
        yield Broken(put_at(entry.en, row.span.end, line), "Y132", row.span.line)


def duplicate_key_en(entry: Written) -> Iterator[Broken]:
    for key in entry.turn(later_keys(words_at_top(entry)[0])):
        last = entry.en.count("\n") + 1
        yield Broken(f"{entry.en}{key.text}: again\n".encode(), "Y009", last, key.text)


def tab_en(entry: Written) -> Iterator[Broken]:
    for key in entry.turn(later_keys(words_at_top(entry)[0])):
        yield Broken(put_at(entry.en, key.span.start, "\t"), "Y003", key.span.line)


def utf16_en(entry: Written) -> Iterator[Broken]:
    yield Broken(entry.en.encode("utf-16"), "Y001", 1, "UTF-16")


@pytest.mark.parametrize(
    ("make", "floor"),
    [
        (unknown_key_en, 98),
        (fact_in_english, 98),
        (list_for_text_en, 98),
        (one_item_too_many, 85),
        (duplicate_key_en, 98),
        (tab_en, 98),
        (utf16_en, 98),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_mistake_in_the_english_is_found_once_at_its_line(
    make: Callable[[Written], Iterator[Broken]], floor: int, sample: Workshop
) -> None:
    assert_found(make, sample, floor, in_english=True)


def test_a_field_indented_into_the_text_above_it_is_not_swallowed(sample: Workshop) -> None:
    """Two spaces before a key that follows long text make it part of that text."""
    silent, count = [], 0
    for entry in entries():
        steps = list(entry.record.tree.entries)
        for (_, above), (key, value) in pairwise(steps):
            if isinstance(above, Leaf) and above.span.text.startswith("|"):
                count += 1
                start, end = key.span.start, value.span.end
                block = "  " + entry.zh[start:end].replace("\n", "\n  ")
                data = (entry.zh[:start] + block + entry.zh[end:]).encode()
                found = checked(entry, data, entry.en.encode(), sample)
                if not any(each.severity is Severity.ERROR for each in found):
                    silent.append(f"{entry.record.file}:{key.span.line} {key.text}")
    assert count >= 50
    assert not silent, f"{len(silent)} of {count} swallowed without a word: {silent}"


@pytest.mark.parametrize(("words", "by"), [("   ", "  "), (" ", "  "), ("  ", "   ")])
def test_a_group_out_of_line_is_never_taken_for_a_mistyped_colon(words: str, by: str) -> None:
    """The full-width colon in the text is right; `check --fix` must not change it."""
    text = f"title: 标题\nlesson:\n{words}words: |\n    要分清：投诉是线索。\n{by}by: 法制科\n"
    report = Report()
    source.read(Source("cases/a.yml", text), report)
    found = [(each.code, each.fix and each.fix.span.text) for each in report]
    assert [code for code, _ in found] == ["Y020"]
    assert all("：" not in (touched or "") for _, touched in found)
    assert {each.span.line for each in report} <= {3, 5}
