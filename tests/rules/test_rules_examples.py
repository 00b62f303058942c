"""Every rule proves itself: it finds its bad examples and lets its good ones pass."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import yaoan.rules
from conftest import DAY, ROOT
from yaoan import rules
from yaoan.bilingual import Bilingual
from yaoan.corpus import Corpus, Office, Record, record_of
from yaoan.diagnostics import Problem, Report, Severity, Source
from yaoan.doors import Workshop
from yaoan.forms import fill
from yaoan.kinds import all_kinds, example_of
from yaoan.reference import Reference
from yaoan.rules import Example, Rule, all_rules
from yaoan.source import Branch, read

CHINESE = re.compile("[\u4e00-\u9fff]")
RULES = all_rules()


def tree_of(text: str) -> Branch:
    tree = read(Source("example.yml", text), Report())
    assert tree is not None
    return tree


def without(text: str, keys: set[str]) -> str:
    """*text* without the lines of these top-level keys."""
    entries = [key for key, _ in tree_of(text).entries]
    ends = [*(key.span.start for key in entries[1:]), len(text)]
    kept = [
        text[key.span.start : end]
        for key, end in zip(entries, ends, strict=True)
        if key.text not in keys
    ]
    return "".join(kept)


def patched_office(example: Example) -> tuple[Office | None, Branch]:
    """The sample's office with the example's lines in place of its own."""
    keys = {key.text for key, _ in tree_of(example.yaml).entries}
    text = without((ROOT / "cases/office.yml").read_text("utf-8"), keys) + example.yaml
    report, tree = Report(), tree_of(text)
    office = fill(Office, tree, report)
    assert not report.problems
    return office, tree


def patched(example: Example) -> tuple[str, str]:
    """The example entry of the kind with the example's lines in place of its own, and its English."""
    kind = all_kinds()[example.kind].kind
    keys = {key.text for key, _ in tree_of(example.yaml).entries}
    zh = without(example_of(kind).decode(), keys) + example.yaml
    return zh, without(example_of(kind, ".en").decode(), keys)


def records(example: Example) -> Iterator[Record]:
    """The untouched example entry and, after it, the patched one under another id."""
    form = all_kinds()[example.kind]
    untouched = tuple(example_of(form.kind, each).decode() for each in ("", ".en"))
    for serial, (zh, en) in (("0001", untouched), ("0002", patched(example))):
        ident, report = f"{form.kind.prefix}-2026-{serial}", Report()
        file = f"cases/{form.kind.folder}/2026/{ident}"
        sources = Source(f"{file}.yml", zh), Source(f"{file}.en.yml", en)
        record = record_of(form, ident, *sources, report)
        assert not report.problems
        assert record
        yield record


def found(example: Example, known: Workshop, national: Reference) -> list[Problem]:
    """What the rules say of the patched entry, or of an entry under the patched office."""
    if example.kind == "office":
        office, tree = patched_office(example)
        notice = next(records(Example(True, "notices", "products: []\n")))
        context = rules.Context(Corpus(office, (notice,), office_tree=tree), national, DAY)
        return list(rules.check(context))
    written = tuple(records(example))
    context = rules.Context(Corpus(known.corpus.office, written), national, DAY)
    own = written[1].file
    return [each for each in rules.check(context) if each.span.source.name == own]


EXAMPLES = [(rule, each) for rule in RULES for each in rule.explanation.examples]


@pytest.mark.parametrize(
    ("rule", "example"),
    EXAMPLES,
    ids=[f"{rule.code}-{'bad' if each.bad else 'good'}" for rule, each in EXAMPLES],
)
def test_a_rule_finds_its_bad_examples_and_only_them(
    rule: Rule, example: Example, sample: Workshop, national: Reference
) -> None:
    problems = [each for each in found(example, sample, national) if each.code == rule.code]
    assert bool(problems) is example.bad
    for problem in problems:
        assert problem.severity is rule.severity
        assert problem.span.text
        for said in (problem.message, problem.help):
            assert CHINESE.search(said.zh)
            assert said.en
            assert "{" not in said.zh + said.en


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_a_rule_points_at_a_line_of_its_bad_example(
    rule: Rule, sample: Workshop, national: Reference
) -> None:
    """The place is where the writer must change something: in the lines that made it bad."""
    bad = (each for each in rule.explanation.examples if each.bad and each.kind != "office")
    for example in bad:
        first = patched(example)[0].count("\n") - example.yaml.count("\n") + 1
        lines = [
            each.span.line for each in found(example, sample, national) if each.code == rule.code
        ]
        absent = rule.code in ("Y311", "Y312", "Y351")
        assert lines
        assert absent or all(line >= first for line in lines)


def test_codes_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"Y3\d\d", code) for code in codes)
    faults = {fault.code for each in _catalogues() for fault in each}
    assert not faults & set(codes)


def _catalogues() -> list:
    from yaoan import corpus, doors, forms, source

    return [source.FAULTS, forms.FAULTS, corpus.FAULTS, doors.FAULTS]


def test_every_file_of_the_room_is_named_after_its_rule() -> None:
    files = {path.stem for path in Path(yaoan.rules.__path__[0]).glob("y[0-9]*.py")}
    assert files == {f"{rule.code.lower()}_{rule.name}" for rule in RULES}
    assert all(re.fullmatch(r"y\d{3}(_[a-z]+)+", name) for name in files)


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_a_rule_is_explained_in_two_languages(rule: Rule) -> None:
    about = rule.explanation
    for said in (about.title, about.reason):
        assert CHINESE.search(said.zh)
        assert re.search("[a-z]{3}", said.en)
        assert not CHINESE.search(said.en)
    assert about.source.strip()
    assert {each.bad for each in about.examples} == {True, False}
    assert all(each.kind in (*all_kinds(), "office") for each in about.examples)


def test_the_sample_office_is_in_order(sample: Workshop) -> None:
    """98 entries, and nothing to say of them but that twelve wait for a pharmacist's review."""
    assert len(sample.corpus.records) >= 98
    assert {each.code for each in sample.report} == {"Y351"}
    assert {each.severity for each in sample.report} == {Severity.WARNING}


# ── Rules beyond their examples ───────────────────────────────────────────────────────────────


def said_of(known: Workshop, national: Reference, kind: str, lines: str, en: str = "") -> list[str]:
    """The codes found in the kind's example with *lines* over it; *en* likewise."""
    example = Example(True, kind, lines)
    record = list(records(example))[1]
    if en:
        zh, english = patched(example)
        sources = Source(record.file, zh), Source(record.file, english + en)
        again = record_of(all_kinds()[kind], record.id, *sources, Report())
        assert again
        record = again
    context = rules.Context(Corpus(known.corpus.office, (record,)), national, DAY)
    return [each.code for each in rules.check(context)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("身份证110101199003070011。", ["Y321"]),
        ("身份证１１０１０１１９９００３０７００１１。", ["Y321"]),
        ("身份证11010519491231002x。", ["Y321"]),
        ("身份证11010519491231002X，另一个110101199003070011。", ["Y321", "Y321"]),
        ("统一社会信用代码91110105MA00000001。", ["Y317"]),
        ("统一社会信用代码91110000600037341L。", []),
        ("批号110101199003070012，校验位不对。", []),
        ("编号A110101199003070011B。", []),
        ("电话138 1234 5678。", ["Y322"]),
        ("电话１３８１２３４５６７８。", ["Y322"]),
        ("电话138-1234-5678。", ["Y322"]),
        ("热线12315，编号113812345678。", []),
        ("见 https://example.cn/a/13812345678.html 一文。", []),
        ("请打13812345678/13912345678。", ["Y322", "Y322"]),
        ("请打13812345678.", ["Y322"]),
    ],
)
def test_personal_numbers_in_any_width_are_found_and_look_alikes_are_not(
    sample: Workshop, national: Reference, text: str, expected: list[str]
) -> None:
    assert said_of(sample, national, "notices", f"body: {text}\n") == expected


def test_a_personal_number_in_the_english_file_is_found(
    sample: Workshop, national: Reference
) -> None:
    body = "body: 请致电。\n"
    said = said_of(sample, national, "notices", body, "body: Call 13812345678 now.\n")
    assert said == ["Y322"]


def test_a_stage_outside_the_vocabulary_is_one_mistake(
    sample: Workshop, national: Reference
) -> None:
    """Nobody knows what `convicted` means, so nothing can be said of guilt before judgment."""
    lines = "criminal:\n  - {stage: convicted, crime: 生产、销售假药罪, sentence: 有期徒刑一年}\n"
    assert said_of(sample, national, "typical-cases", lines) == ["Y301"]


def test_an_article_outside_the_law_is_a_warning_and_a_whole_law_is_fine(
    sample: Workshop, national: Reference
) -> None:
    law = "药品管理法"
    assert said_of(sample, national, "law-explainers", f"citations: [{law} 第九百条]\n") == ["Y303"]
    assert said_of(sample, national, "law-explainers", f"citations: [{law}]\n") == []


def test_a_link_in_the_english_text_is_checked_too(sample: Workshop, national: Reference) -> None:
    english = "body: See [the case](case-1999-0001).\n"
    assert said_of(sample, national, "notices", "body: 见案例。\n", english) == ["Y305"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-11-21", ["Y352"]), ("2026-11-22", []), ("2026-11-23", [])],
)
def test_a_review_is_overdue_from_the_day_after(
    sample: Workshop, national: Reference, day: str, expected: list[str]
) -> None:
    assert said_of(sample, national, "popular-science", f"review_by: {day}\n") == expected


def test_titles_of_different_kinds_may_be_the_same(sample: Workshop, national: Reference) -> None:
    def entry(kind: str) -> Record:
        return list(records(Example(True, kind, "title: 同一个标题\n")))[1]

    def codes(*kinds: str) -> list[str]:
        written = tuple(entry(kind) for kind in kinds)
        context = rules.Context(Corpus(sample.corpus.office, written), national, DAY)
        return [each.code for each in rules.check(context) if each.code == "Y311"]

    assert codes("notices", "notices") == ["Y311"]
    assert codes("notices", "practices") == []


def test_a_picture_beside_the_entry_is_found_by_its_exact_name(
    sample: Workshop, national: Reference
) -> None:
    lines = "pictures:\n  - {file: 现场.jpg, alt: 宣传现场}\n"
    record = list(records(Example(True, "notices", lines)))[1]

    def codes(*pictures: str) -> list[str]:
        whole = Corpus(sample.corpus.office, (record,), frozenset(pictures))
        return [each.code for each in rules.check(rules.Context(whole, national, DAY))]

    assert codes("cases/notices/2026/现场.jpg") == []
    assert codes("cases/notices/2026/现场.JPG") == ["Y307"]
    assert codes("cases/notices/2025/现场.jpg") == ["Y307"]
    assert codes("cases/notices/2026/活动/现场.jpg") == ["Y307"]


def test_an_explanation_without_all_its_parts_is_refused() -> None:
    head = "标题 | Title\n\n理由。\n\nReason.\n\nSource: this project\nBad: notices\n    title: 甲\n"
    whole = head + "Good: notices\n    title: 乙\n"
    about = rules.Explanation.read(whole)
    assert about.title == Bilingual("标题", "Title")
    assert about.reason == Bilingual("理由。", "Reason.")
    assert [each.yaml for each in about.examples] == ["title: 甲\n", "title: 乙\n"]
    unmarked = whole.replace("this project", "somewhere")
    for broken in (head, whole.replace(" | Title", ""), whole.replace("Source: ", ""), unmarked):
        with pytest.raises(ValueError, match="incomplete"):
            rules.Explanation.read(broken)
