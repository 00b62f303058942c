"""Every sample entry broken on purpose: each mistake is found where it stands, and only once.

A mistake is planted by the places that the entry's own tree gives, so it stands in the middle of
real text: under lists, after long prose, beside Chinese quotes.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from conftest import DAY, ROOT

from yaoan import rules, source
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
    """An entry with one mistake: its bytes, and the code and line at which it must be found."""

    data: bytes
    code: str
    line: int
    says: str = ""
    """Words that the problem's message must hold."""


@dataclass(frozen=True)
class Entry:
    """A sample entry as typed, its number for taking turns, and the records it links to."""

    number: int
    record: Record
    text: str
    english: str
    beside: tuple[Record, ...]

    @property
    def form(self) -> type[Form]:
        return all_kinds()[self.record.kind.folder]

    def turn(self, candidates: list) -> list:
        """One of the candidates, another one for the next entry; none of none."""
        return candidates[self.number % len(candidates) :][:1] if candidates else []


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry of the sample office."""
    report = Report()
    from yaoan import corpus

    written = corpus.read(ROOT / "cases", report)
    assert not report.failed
    found = []
    for number, record in enumerate(written.records):
        text = (ROOT / record.file).read_text("utf-8")
        english = (ROOT / record.file.replace(".yml", ".en.yml")).read_text("utf-8")
        named = {*IDS.findall(text), *IDS.findall(english)} - {record.id}
        beside = tuple(written.by_id[each] for each in sorted(named) if each in written.by_id)
        found.append(Entry(number, record, text, english, beside))
    return tuple(found)


def checked(entry: Entry, zh: bytes, en: bytes, known: Workshop) -> list[Problem]:
    """What `yaoan check` says of the entry when its two files hold these bytes."""
    report = Report()
    name = entry.record.file
    sources: list[Source | None] = []
    for path, data in ((name, zh), (name.replace(".yml", ".en.yml"), en)):
        text, problem = source.decode(path, data)
        sources.append(None if problem else text)
        report.extend([problem] if problem else [])
    record = sources[0] and record_of(
        entry.form, entry.record.id, sources[0], sources[1], report
    )
    corpus = Corpus(known.corpus.office, (*([record] if record else []), *entry.beside),
                    known.corpus.pictures)
    report.extend(rules.check(rules.Context(corpus, known.reference, DAY)))
    names = (name, name.replace(".yml", ".en.yml"))
    return [problem for problem in report if problem.span.source.name in names]


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


def leaves(entry: Entry, *bases: object) -> list[Leaf]:
    """The values typed into fields of these types, list items each on their own."""
    found = []
    for note, _, value in filled(entry.form, entry.record.tree):
        if note.shape.base in bases:
            items = value.items if isinstance(value, Row) else (value,)
            found += [each for each in items if isinstance(each, Leaf) and each.text.strip()]
    return found


def replaced(text: str, start: int, end: int, by: str) -> str:
    return text[:start] + by + text[end:]


def lines_of(text: str, number: int) -> str:
    return text.split("\n")[number - 1]


def with_line(text: str, number: int, line: str) -> str:
    """*text* with *line* put before line *number*."""
    lines = text.split("\n")
    return "\n".join([*lines[: number - 1], line, *lines[number - 1 :]])


def top(entry: Entry) -> list[Leaf]:
    """The keys of the entry itself, without the first."""
    return [key for key, _ in entry.record.tree.entries][1:]


# ── The mistakes ──────────────────────────────────────────────────────────────────────────────


def missing_field(entry: Entry) -> Iterator[Broken]:
    """A required field, key and value, is deleted."""
    tree, required = entry.record.tree, [n.key for n in notes(entry.form) if n.required]
    keys = [key for key, _ in tree.entries]
    for name in required:
        at = next(i for i, key in enumerate(keys) if key.text == name)
        end = keys[at + 1].span.start if at + 1 < len(keys) else len(entry.text)
        first = keys[1 if at == 0 else 0].span.line - (1 if at == 0 else 0)
        text = replaced(entry.text, keys[at].span.start, end, "")
        yield Broken(text.encode(), "Y101", first, name)


def emptied_field(entry: Entry) -> Iterator[Broken]:
    """A required field of a group keeps its key but says nothing."""
    found = [
        (key, value)
        for note, key, value in filled(entry.form, entry.record.tree)
        if note.required and isinstance(value, Leaf)
    ]
    for key, value in entry.turn(found):
        text = replaced(entry.text, value.span.start, value.span.end, "")
        yield Broken(text.encode(), "Y101", key.span.line, key.text)


def list_for_text(entry: Entry) -> Iterator[Broken]:
    for leaf in entry.turn(leaves(entry, Text, Prose)):
        text = replaced(entry.text, leaf.span.start, leaf.span.end, "[一, 二]")
        yield Broken(text.encode(), "Y104", leaf.span.line)


def text_for_list(entry: Entry) -> Iterator[Broken]:
    found = [
        (note, value)
        for note, _, value in filled(entry.form, entry.record.tree)
        if isinstance(value, Row) and not lines_of(entry.text, value.span.line).lstrip().startswith("-")
    ]
    block = [
        (note, key, value)
        for note, key, value in filled(entry.form, entry.record.tree)
        if isinstance(value, Row)
    ]
    del found
    for note, key, value in entry.turn(block):
        text = replaced(entry.text, key.span.end + 1, value.span.end, " 一段文字")
        yield Broken(text.encode(), "Y105", key.span.line, note.label.zh)


def unknown_key(entry: Entry) -> Iterator[Broken]:
    for key in entry.turn(top(entry)):
        text = with_line(entry.text, key.span.line, "zzqx: 一")
        yield Broken(text.encode(), "Y102", key.span.line, "zzqx")


def misspelt_key(entry: Entry) -> Iterator[Broken]:
    for key in entry.turn([key for key in top(entry) if len(key.text) > 5]):
        wrong = key.text[:3] + key.text[4:]
        text = replaced(entry.text, key.span.start, key.span.end, wrong)
        yield Broken(text.encode(), "Y102", key.span.line, wrong)


def chinese_key(entry: Entry) -> Iterator[Broken]:
    found = [(note, key) for note, key, _ in filled(entry.form, entry.record.tree)]
    for note, key in entry.turn(found):
        text = replaced(entry.text, key.span.start, key.span.end, note.label.zh)
        yield Broken(text.encode(), "Y103", key.span.line, note.label.zh)


def bad_day(entry: Entry) -> Iterator[Broken]:
    import datetime as dt

    for leaf in entry.turn(leaves(entry, dt.date)):
        text = replaced(entry.text, leaf.span.start, leaf.span.end, "2026-02-30")
        yield Broken(text.encode(), "Y111", leaf.span.line, "2026-02-30")


def bad_when(entry: Entry) -> Iterator[Broken]:
    for leaf in entry.turn(leaves(entry, When)):
        text = replaced(entry.text, leaf.span.start, leaf.span.end, "去年秋天")
        yield Broken(text.encode(), "Y112", leaf.span.line, "去年秋天")


def unknown_term(entry: Entry) -> Iterator[Broken]:
    for leaf in leaves(entry, Term):
        text = replaced(entry.text, leaf.span.start, leaf.span.end, "zzqx.zzqx")
        yield Broken(text.encode(), "Y301", leaf.span.line, "zzqx.zzqx")


def unknown_law(entry: Entry) -> Iterator[Broken]:
    for leaf in entry.turn(leaves(entry, Citation)):
        text = replaced(entry.text, leaf.span.start, leaf.span.end, "月球采矿法 第一条")
        yield Broken(text.encode(), "Y302", leaf.span.line, "月球采矿法")


def duplicate_key(entry: Entry) -> Iterator[Broken]:
    for key in entry.turn(top(entry)):
        text = entry.text + f"{key.text}: 又一次\n"
        yield Broken(text.encode(), "Y009", text.count("\n"), key.text)


def wrong_indent(entry: Entry) -> Iterator[Broken]:
    for key in entry.turn(top(entry)):
        text = replaced(entry.text, key.span.start, key.span.start, " ")
        yield Broken(text.encode(), "Y020", key.span.line)


def tab(entry: Entry) -> Iterator[Broken]:
    for key in entry.turn(top(entry)):
        text = replaced(entry.text, key.span.start, key.span.start, "\t")
        yield Broken(text.encode(), "Y003", key.span.line)


def gbk(entry: Entry) -> Iterator[Broken]:
    line = entry.text[: CHINESE.search(entry.text).start()].count("\n") + 1
    yield Broken(entry.text.encode("gb18030"), "Y001", line, "GBK")


MISTAKES = (missing_field, emptied_field, list_for_text, text_for_list, unknown_key, misspelt_key, chinese_key,
    bad_day, bad_when, unknown_term, unknown_law, duplicate_key, wrong_indent, tab, gbk)
if __name__ == "__main__":
    import sys, time
    w = Workshop.open(ROOT, DAY)
    for m in MISTAKES:
        t=time.time(); n=0; bad=Counter()
        for e in entries():
            base = Counter((p.code,) for p in checked(e, e.text.encode(), e.english.encode(), w))
            for b in m(e):
                n+=1
                ps = checked(e, b.data, e.english.encode(), w)
                ps = [p for p in ps if p.code!='Y351']
                got = [(p.code,p.span.line-b.line, p.span.source.name==e.record.file, b.says in p.message.zh) for p in ps]
                if got != [(b.code,0,True,True)]:
                    bad[str(got)]+=1
                    if bad[str(got)]<4: print('  ',e.record.id,b.line,b.says,got,[p.message.zh for p in ps], repr(lines_of(b.data.decode('utf8','replace'),b.line))[:100])
        print(m.__name__, n, dict(bad), round(time.time()-t,2))
