"""The index of the search: whatever a page says is found, by any two characters or more of it."""

import datetime as dt
import itertools
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from conftest import DAY, ROOT, Office
from yaoan import outputs
from yaoan.bilingual import LANGUAGES, Bilingual
from yaoan.doors import Workshop
from yaoan.outputs.find import grams, numbers
from yaoan.outputs.find.document import Document
from yaoan.outputs.find.documents import columns, documents
from yaoan.outputs.find.index import LARGEST, block, divided, joined, place_of, runs

LABEL = Bilingual("栏目", "Column")
TEXT = st.text("药品假眼镜处方号第一百條〔〕，。 Ａb1２3-x", max_size=20)
WORD = st.text("abcdefgh", min_size=2, max_size=8)


def page(title: str, summary: str = "", *texts: str) -> Document:
    words = (Bilingual(title, title), Bilingual(summary, summary))
    return Document("a/", LABEL, *words, texts, texts)


def index(documents: Iterable[Document]) -> dict[str, dict[str, str]]:
    blocks = [block(run) for run in runs(documents)]
    return {language: joined(blocks, language) for language in LANGUAGES}


def read(text: str, blocks: list[int]) -> set[int]:
    """The pages of a list, as the browser reads it."""
    found: set[int] = set()
    for part in text.split("~")[1:]:
        size = next(n for n in range(1, len(part)) if len(numbers.read(part[:n])) == 1)
        start = blocks[numbers.read(part[:size])[0]]
        found |= {start + number for number in numbers.read(part[size:])}
    return found


def looked_up(entries: dict[str, str], text: str, language: str) -> list[set[int]]:
    """The pages that have every key of *text*: in the title, in title or summary, anywhere."""
    found: list[set[int]] | None = None
    for key in grams.cut(text, language):
        lists = [read(each, [0]) for each in lists_of(entries, key)]
        found = lists if found is None else [a & b for a, b in zip(found, lists, strict=True)]
    return found or [set(), set(), set()]


def lists_of(entries: dict[str, str], key: str) -> list[str]:
    """The three lists of *key*, as the browser finds them in the file of its beginning."""
    files = divided(entries)
    file = files[place_of(key, len(files))]
    return next((file[each] for each in file if key in each.split(" ")), "  ").split(" ")


@given(st.sets(st.integers(0, 300_000)))
def test_numbers_come_back_as_they_were_written(given_: set[int]):
    text = numbers.written(sorted(given_))
    assert numbers.read(text) == sorted(given_)
    assert json.loads(json.dumps(text)) == text
    assert " " not in text


def test_a_number_on_every_page_costs_one_character_a_page():
    assert len(numbers.written(range(20_000))) == 20_000


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=6))
def test_every_part_of_every_text_is_found_where_it_stands(texts: list[tuple[str, str, str]]):
    entries = index([page(*each) for each in texts])["zh"]
    for number, fields in enumerate(texts):
        for level, text in enumerate(fields):
            said = grams.bare(text)
            for start in range(len(said) - 1):
                for end in range(start + 2, len(said) + 1):
                    found = looked_up(entries, said[start:end], "zh")
                    assert all(number in each for each in found[level:])


@settings(deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=6), st.text("药品假眼镜处方号第一百", min_size=2, max_size=2))
def test_two_characters_find_the_pages_that_have_them_and_no_other(texts: list[str], asked: str):
    entries = index([page("", "", text) for text in texts])["zh"]
    truth = {n for n, text in enumerate(texts) if asked in grams.bare(text)}
    assert looked_up(entries, asked, "zh")[2] == truth


@settings(deadline=None)
@given(st.lists(st.lists(WORD, max_size=5), min_size=1, max_size=6))
def test_every_english_word_is_found(texts: list[list[str]]):
    entries = index([page("", "", " ".join(words)) for words in texts])["en"]
    for number, words in enumerate(texts):
        for word in words:
            assert number in looked_up(entries, word, "en")[2]


def test_words_of_one_stem_find_each_other():
    entries = index([page("Expired drugs"), page("it expires", "a drug"), page("expert")])["en"]
    assert looked_up(entries, "expires", "en")[2] == {0, 1}
    assert looked_up(entries, "drugs", "en")[2] == {0, 1}
    assert looked_up(entries, "drug", "en")[0] == {0}


def test_a_part_of_a_word_is_found():
    entries = index([page("隐形眼镜"), page("眼科，镜片")])["zh"]
    assert looked_up(entries, "眼镜", "zh")[0] == {0}


def test_a_decision_number_is_found_in_any_brackets_and_width():
    entries = index([page("", "", "示市监处罚〔2025〕101号")])["zh"]
    for asked in ("示市监处罚[2025]101号", "示市监处罚【２０２５】１０１号", "101号", "处罚2025", "2025"):
        assert looked_up(entries, asked, "zh")[2] == {0}, asked


def test_an_english_page_has_its_chinese_too():
    entries = index([page("", "", "No. 示市监处罚〔2025〕101号")])["en"]
    assert looked_up(entries, "市监处罚", "en")[2] == {0}
    assert looked_up(entries, "101", "en")[2] == {0}


def test_the_index_is_in_a_number_of_files_that_is_bounded():
    han = [chr(0x4E00 + n) for n in range(400)]
    words = {one + other: "~!" + "#" * 90 + "  " for one in han for other in han}
    files = divided(words)
    assert len(files) == LARGEST
    assert max(map(len, files)) < 2 * len(words) / LARGEST


def test_one_page_more_changes_one_block():
    found = [replace(page(f"题目{n}"), address=f"a/{n}/") for n in range(3000)]
    before, after = list(runs(found)), list(runs([*found[:700], page("新的一页"), *found[700:]]))
    assert 3 < len(before) == len(after)
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1
    assert [each for run in before for each in run] == found


def test_blocks_joined_find_what_one_index_would():
    found = [replace(page(f"题目{n:04}号", "药品" * (n % 3)), address=f"a/{n}/") for n in range(3000)]
    starts = [0, *itertools.accumulate(len(run) for run in runs(found))]
    entries = index(found)["zh"]
    for asked in ("题目", "药品", "品药", "0目"):
        truth = {n for n, each in enumerate(found) if asked in each.title.zh + each.summary.zh}
        assert read(lists_of(entries, asked)[2], starts) == (truth if asked != "0目" else set())


def test_the_numbers_of_a_column_are_its_entries_newest_first(sample: Workshop):
    site = sample.site
    found = list(documents(site))
    for collection in site.collections:
        start, count = columns(site)[collection.kind.folder]
        there = [each.address for each in found[start : start + count]]
        assert there == [f"{item.kind.folder}/{item.id}/" for item in collection.items]


def test_every_page_that_can_be_found_is_a_page_once(sample: Workshop):
    found = [each.address for each in documents(sample.site)]
    assert len(found) == len(set(found))
    assert {"about/", "laws/dal/", "laws/dal/117/", "terms/violation/drug-expired/"} <= set(found)


def test_the_pages_are_told_in_both_languages(sample: Workshop):
    files = made(outputs.write(sample.site))
    about = files["index"]
    for language in ("zh", "en"):
        runs = sorted((k for k in files if k.startswith(f"{language}/pages/")), key=lambda k: int(k.rpartition("/")[2]))
        rows = [row for run in runs for row in files[run]]
        assert len(rows) == about["pages"]
        assert [row[0] for row in rows] == [each.address for each in documents(sample.site)]
        assert sum(1 for k in files if k.startswith(f"{language}/words/")) == about["words"][language]


def test_the_days_of_a_column_add_up(sample: Workshop):
    days = made(outputs.write(sample.site))["days"]
    for collection in sample.site.collections:
        ages = itertools.accumulate(days[collection.kind.folder])
        published = [item.entry.published for item in collection.items]
        assert [sample.site.day - dt.timedelta(age) for age in ages] == published


def test_facets_count_what_the_site_counts(sample: Workshop):
    site, files = sample.site, made(outputs.write(sample.site))
    for collection in site.collections:
        folder = collection.kind.folder
        for vocabulary, terms in site.vocabularies:
            key = vocabulary.id.replace("_", "-")
            for term in terms:
                truth = [item.id for item in site.by_term[vocabulary.id, term.id] if item.kind.folder == folder]
                text = files.get(f"{folder}/{key}", {}).get(term.slug, "")
                assert [collection.items[n].id for n in numbers.read(text)] == truth
        years = files.get(f"{folder}/year", {})
        assert {int(year): len(numbers.read(text)) for year, text in years.items()} == {year: len(items) for year, items in collection.years}


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_indexed_stands_on_its_page(sample: Workshop, built: Path, language: str):
    """Else the browser, which looks at the page, would not show it."""
    for each in documents(sample.site):
        path = built / ("" if language == "zh" else "en") / each.address / "index.html"
        main = html.parse(str(path)).find(".//main")
        page = grams.bare(main.text_content())
        further = each.zh if language == "zh" else each.en
        by_hand = "/" not in each.address.rstrip("/")
        for text in (each.title.in_(language), each.summary.in_(language), *further):
            if not (by_hand and text in (each.summary.in_(language), *further)):
                assert grams.bare(text) in page, f"{path}: {text}"


def test_what_a_page_leaves_out_cannot_be_found(office: Office):
    folder = office(examples=True)
    path = folder / "cases/notices/2026/notice-2026-9001.yml"
    text = path.read_text("utf-8").split("\nreview:")[0]
    path.write_text(text + "\nreview:\n  handler: {by: 某工号鼹鼠, on: 2026-01-01}\n", "utf-8")
    found = list(documents(Workshop.open(folder, DAY).site))
    assert not [each for each in found if any("鼹鼠" in said for said in each.zh)]
    assert "鼹鼠" not in index(found)["zh"]


def test_a_page_without_english_is_not_found_in_english(office: Office):
    folder = office({"docs/kangaroo.md": "# 袋鼠页\n\n没有英文。\n"}, examples=True)
    found = index(documents(Workshop.open(folder, DAY).site))
    assert "袋鼠" in found["zh"]
    assert "袋鼠" not in found["en"]


def test_a_page_in_english_only_is_found_in_english_only(office: Office):
    folder = office({"docs/en/only.md": "# Ostriches\n\nThey run.\n"}, examples=True)
    found = list(documents(Workshop.open(folder, DAY).site))
    number = next(n for n, each in enumerate(found) if each.title.en == "Ostriches")
    assert found[number].address == "only/"
    english, chinese = index(found)["en"], index(found)["zh"]
    assert any("ostriches" in key.split(" ") for key in english)
    assert not any("ostriches" in key.split(" ") for key in chinese)


def test_front_matter_that_cannot_be_read_stops_nothing(office: Office):
    folder = office({"docs/broken.md": "---\ntitle: [\n---\n\n# 鸵鸟\n"}, examples=True)
    titles = [each.title.zh for each in documents(Workshop.open(folder, DAY).site)]
    assert "鸵鸟" in titles


def made(files: Iterable[outputs.File]) -> dict[str, object]:
    """The files below `find/` by their names, read."""
    found = {}
    for each in files:
        if each.path.startswith("find/"):
            found[each.path.removeprefix("find/").removesuffix(".json")] = json.loads(each.data)
    return found


def test_of_the_hand_written_pages_only_what_readers_see_is_found(office: Office):
    config = (ROOT / "mkdocs.yml").read_text("utf-8").replace("/README.md", "/README.md\n  /drafts/")
    config = config.replace("exclude_docs: ", "exclude_docs: |\n  ")
    files = {
        "mkdocs.yml": config,
        "docs/owl.md": "# 猫头鹰\n\n1. **夜**里<!-- 内部备注鼹鼠 -->[看](about.md)\n",
        "docs/drafts/plan.md": "# 袋鼠\n",
        "docs/later.md": "---\ndraft: true\n---\n# 鸵鸟\n",
    }
    found = index(documents(Workshop.open(office(files, examples=True), DAY).site))["zh"]
    assert {"夜里", "里看"} <= found.keys()
    assert not {"鼹鼠", "袋鼠", "鸵鸟", "1夜"} & found.keys()
