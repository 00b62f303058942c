"""What came of an entry is known from the last time, and never where it could be another now."""

import datetime as dt
import os
import pickle
import re
import shutil
import sqlite3
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from conftest import NOTICE, ROOT, Office
from yaoan import checked, corpus, reference, rules
from yaoan.checked import Known, entries
from yaoan.checked.shelf import key_of_content
from yaoan.corpus import Corpus, both
from yaoan.diagnostics import Report
from yaoan.kinds import all_kinds, example_of
from yaoan.reference import Reference
from yaoan.store import Store

DAY = dt.date(2026, 11, 22)
CASE = "cases/typical-cases/2026/case-2026-0001.yml"
OTHER = "cases/typical-cases/2026/case-2026-0002.yml"
SCIENCE = "cases/popular-science/2026/science-2026-0001.yml"
LAW = """\
id: DEMO
zh: 某市药品安全条例
short: 某市条例
en: Regulations of a city
rank: local
versions:
  - {id: '2020', name: {zh: 2020年, en: 2020}, in_force: 2020-01-01, articles: {}}
"""


def example(kind: str, **changes: str) -> str:
    """The example of a kind with other values for some keys."""
    text = example_of(all_kinds()[kind].kind).decode()
    for key, value in changes.items():
        text = re.sub(rf"^{key}:.*\n(?:[ \n].*\n|\n)*", "", text, flags=re.MULTILINE)
        text += f"{key}: {value}\n"
    return text


def told(report: Report, written: Corpus) -> list[str]:
    """Everything that is said of an office, and everything it says."""
    problems = [
        (each.code, each.severity, each.span.source.name, each.span.start, each.span.end,
         each.span.line, each.message, each.help,
         each.fix and (each.fix.text, each.fix.span.source.name, each.fix.span.start))
        for each in report
    ]
    records = [(each.id, each.file, repr(each.entry)) for each in written.records]
    return [*map(repr, problems), *map(repr, records), repr(sorted(written.unread))]


def look(folder: Path, cache: bool = True, day: dt.date = DAY, **more: object) -> list[str]:
    report = Report()
    kept = folder / ".yaoan-cache" if cache else None
    written, _ = checked.inspect(folder / "cases", day, report, cache=kept, **more)
    return told(report, written)


@pytest.fixture(autouse=True)
def _reference_read_once(monkeypatch: pytest.MonkeyPatch, national: Reference) -> None:
    """The national reference data, read anew only for an office with its own."""
    real = reference.read
    monkeypatch.setattr(
        reference, "read", lambda own, report: real(own, report) if own.is_dir() else national
    )


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the entries that are read, as they are."""
    names: list[str] = []
    real = corpus.record

    def record(file, zh, en):
        names.append(file.name)
        return real(file, zh, en)

    monkeypatch.setattr(corpus, "record", record)
    return names


@pytest.fixture
def varied(office: Office) -> Path:
    """An office with an entry of every kind, two that belong together, and some with mistakes."""
    bad = "cases/notices/2026/notice-2026-{:04d}.yml"
    return office(
        {
            CASE: example("typical-cases", related=f"[{Path(OTHER).stem}]"),
            OTHER: example("typical-cases", title="另一个案例"),
            SCIENCE: example("popular-science", review_by="2026-12-01"),
            bad.format(11): NOTICE.format(title="打13800138000", published="2026-03-05"),
            bad.format(12): NOTICE.format(title="缺", published="3月5日"),
            bad.format(13): "title: [a\n",
            bad.format(14): "标题: 药\ntitle：药\n",
            bad.format(15): NOTICE.format(title="药", published="2026-03-05").encode("gbk"),
            bad.format(16): NOTICE.format(title="药　\u200b", published="2026-03-05"),
            bad.format(17): NOTICE.format(title="链接", published="2026-03-05") + "related: [notice-2026-0099]\n",
        },
        examples=True,
    )


def damages() -> dict[str, Callable[[Path], object]]:
    """What may befall the files of a store."""

    def flip(path: Path) -> None:
        data = bytearray(path.read_bytes())
        for at in range(0, len(data), 97):
            data[at] ^= 0x55
        path.write_bytes(data)

    def swap(path: Path) -> None:
        with sqlite3.connect(path) as base:
            rows = base.execute("SELECT key, value, sum FROM kept").fetchall()
            for (key, *_), (_, value, total) in zip(rows, rows[1:] + rows[:1], strict=True):
                base.execute("UPDATE kept SET value = ?, sum = ? WHERE key = ?", (value, total, key))

    return {
        "flipped": flip,
        "cut": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
        "empty": lambda path: path.write_bytes(b""),
        "gone": lambda path: path.unlink(),
        "a folder": lambda path: (path.unlink(), path.mkdir()),
        "swapped": swap,
    }


def test_the_second_look_and_one_after_any_damage_say_what_the_first_did(varied: Path):
    fresh = look(varied, cache=False)
    assert {"Y305", "Y322"} <= {code for each in fresh for code in re.findall(r"Y\d{3}", each)}
    assert look(varied) == look(varied) == fresh
    cache = varied / ".yaoan-cache"
    for what, harm in damages().items():
        for name in ("checked", "entries"):
            harm(cache / f"{name}.sqlite")
            assert look(varied) == fresh, what
            shutil.rmtree(cache)
            look(varied)


def test_values_that_are_not_ours_are_not_there(varied: Path):
    fresh = look(varied)
    for name in ("checked", "entries"):
        path = varied / ".yaoan-cache" / f"{name}.sqlite"
        with sqlite3.connect(path) as base:
            keys = [key for (key,) in base.execute("SELECT key FROM kept")]
        for data in (b"", b"null", b"[1,2]", b'[1,["a"],[[1]],[],{}]', b"{}", b"\x80\x05.", b"[[]]"):
            Store.open(path.parent, name).put_many(dict.fromkeys(keys, data))
            assert look(varied) == fresh, data


def test_the_sample_is_known_the_second_time(tmp_path: Path, read: list[str]):
    shutil.copytree(ROOT / "cases", tmp_path / "cases")
    fresh = look(tmp_path)
    assert len(read) > 50
    read.clear()
    assert look(tmp_path) == fresh == look(tmp_path, cache=False, known=Known())
    assert len(set(read)) == len(read), "only without a cache"


def test_only_what_changed_is_read_again(varied: Path, read: list[str]):
    look(varied)
    read.clear()
    look(varied)
    assert read == []
    path = varied / OTHER
    path.write_text(path.read_text("utf-8").replace("另一个案例", "又一个案例"), "utf-8")
    again = look(varied)
    assert read == [OTHER]
    assert again == look(varied, cache=False)


def test_the_next_day_only_what_asks_for_the_day_is_looked_at_again(varied: Path, read: list[str]):
    look(varied)
    for day in (dt.date(2026, 11, 23), dt.date(2026, 12, 2)):
        fresh = look(varied, cache=False, day=day)
        read.clear()
        assert look(varied, day=day) == fresh
        assert {Path(each).name.split("-")[0] for each in read} <= {"science", "penalty", "case"}
    assert any("Y352" in each for each in fresh)


def test_a_name_in_a_linked_entry_is_sought_in_an_entry_that_did_not_change(varied: Path):
    story = "facts: 有人在康宁大药房买到过期药。"
    masked = example("typical-cases", related=f"[{Path(OTHER).stem}]", facts=story[7:])
    (varied / CASE).write_text(masked, "utf-8")
    assert not any("Y382" in each for each in look(varied))
    party = "\n  - {name: 康宁大药房, kind: pharmacy, naming: named}"
    (varied / OTHER).write_text(example("typical-cases", title="另一个案例", parties=party), "utf-8")
    found = look(varied)
    assert any("Y382" in each and CASE in each for each in found)
    assert found == look(varied, cache=False)


def test_a_link_is_broken_when_its_end_goes_and_whole_when_it_comes(varied: Path):
    before = look(varied)
    text = (varied / OTHER).read_bytes()
    (varied / OTHER).unlink()
    broken = look(varied)
    assert any("Y305" in each and CASE in each for each in broken)
    assert broken == look(varied, cache=False)
    (varied / OTHER).write_bytes(text)
    assert look(varied) == before


def test_a_picture_is_missed_when_it_goes(varied: Path):
    listed = "\n  - {file: a.jpg, alt: 图}"
    (varied / CASE).write_text(example("typical-cases") + f"pictures:{listed}\n", "utf-8")
    (varied / CASE).with_name("a.jpg").write_bytes(b"x")
    assert not any("Y307" in each for each in look(varied))
    (varied / CASE).with_name("a.jpg").unlink()
    assert any("Y307" in each for each in look(varied))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("cases/office.yml", "\nsign_offs: [handler]\n"),
        ("cases/office.en.yml", "\ntagline: x\n"),
        ("cases/reference/laws/demo.yml", LAW),
    ],
)
def test_another_office_or_reference_makes_everything_new(
    varied: Path, read: list[str], name: str, text: str
):
    look(varied)
    path = varied / name
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text("utf-8") if path.exists() else ""
    path.write_text(before + text, "utf-8")
    read.clear()
    found = look(varied)
    assert len(read) > 10
    assert found == look(varied, cache=False)


def test_another_edition_of_the_program_makes_everything_new(
    varied: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
):
    fresh = look(varied)
    read.clear()
    for name in ("inspect", "shelf"):
        module = import_module(f"yaoan.checked.{name}")
        monkeypatch.setattr(module, "edition", lambda: "another")
    assert look(varied) == fresh
    assert len(read) > 10


def test_other_processes_say_the_same_in_the_same_order(office: Office):
    path = "cases/notices/2026/notice-2026-{:04d}.yml"
    folder = office(
        {
            path.format(n): NOTICE.format(
                title=f"周末{n}营业" + ("　13800138000" if n % 50 == 0 else ""),
                published="3月5日" if n % 70 == 0 else "2026-03-05",
            )
            for n in range(1, 230)
        }
    )
    fresh = look(folder, cache=False)
    assert look(folder, jobs=2) == look(folder, jobs=2) == look(folder, cache=False, jobs=2) == fresh


def test_a_preview_reads_only_what_was_touched(varied: Path, read: list[str]):
    known = Known()
    fresh = look(varied, cache=False, known=known)
    read.clear()
    assert look(varied, cache=False, known=known) == fresh
    assert read == []
    text = (varied / OTHER).read_text("utf-8").replace("另一个案例", "又一个案例")
    (varied / OTHER).write_text(text, "utf-8")
    os.utime(varied / OTHER, ns=(1, 1))
    assert look(varied, cache=False, known=known) != fresh
    assert read == [OTHER]


def test_no_rule_about_single_records_asks_for_everything(sample):
    context = rules.Context(sample.corpus, sample.reference, DAY)
    for record in sample.corpus.records:
        _, asked = rules.check_record(record, context)
        assert "corpus " not in asked
        assert context.holds(asked)
    _ = context.corpus
    assert not context.holds(context.asked)


def test_a_file_changed_after_it_was_checked_is_not_published_unchecked(varied: Path):
    checked.inspect(varied / "cases", DAY, Report(), cache=varied / ".yaoan-cache")
    later, _ = checked.inspect(varied / "cases", DAY, Report(), cache=varied / ".yaoan-cache")
    path = varied / OTHER
    path.write_text(path.read_text("utf-8").replace("另一个案例", "打13800138000"), "utf-8")
    with pytest.raises(OSError, match="changed"):
        list(later.filled)


class Evil:
    def __reduce__(self):
        return os.system, ("echo > evil",)


def test_bytes_of_another_hand_call_nothing(varied: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    fresh = look(varied)
    form = all_kinds()["typical-cases"]
    for data in (pickle.dumps(Evil()), pickle.dumps([Evil()]), b"cos\nsystem\n(S'echo > evil'\ntR."):
        assert entries.from_bytes(data, form) is None
    survey = corpus.survey(varied / "cases", Report())
    keys = [key_of_content(file, *both(file)) for file in survey.entries]
    Store.open(varied / ".yaoan-cache", "entries").put_many(dict.fromkeys(keys, pickle.dumps(Evil())))
    assert look(varied) == fresh
    assert not (tmp_path / "evil").exists()


@pytest.mark.parametrize("form", all_kinds().values(), ids=lambda form: form.kind.folder)
def test_an_entry_comes_back_from_bytes_as_it_was(form, sample):
    for _, entry in sample.corpus.filled:
        if type(entry) is form:
            again = entries.from_bytes(entries.to_bytes(entry), form)
            assert again == entry
            assert repr(again) == repr(entry)
            assert again.model_fields_set == entry.model_fields_set
    other = next(each for each in all_kinds().values() if each is not form)
    assert entries.from_bytes(entries.to_bytes(entry), other if type(entry) is form else form) is None
