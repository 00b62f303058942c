"""The leak test of the search index: what it tells that its pages do not say is found."""

import datetime as dt
import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import DAY, put
from yaoan.bilingual import LANGUAGES, Bilingual
from yaoan.doors import Leak, Leaked, Workshop, leaks
from yaoan.outputs.find.document import Document
from yaoan.outputs.find.documents import documents
from yaoan.outputs.find.index import block, divided, joined
from yaoan.site import Secret, State

PAGE = Document(
    "notices/a/",
    Bilingual("通知公告", "Notices"),
    Bilingual("过期药品案", "Expired drugs"),
    Bilingual("很紧张，三个月", "a wholesaler of the town"),
    ("卖药的张三来了。三丰公司也来了。",),
    ("Drugs were sold; the shop is closed.",),
)
OTHER = replace(PAGE, address="notices/b/", title=Bilingual("别的", "Another"))


def secret(value: str) -> Secret:
    return Secret(value, State.ENDED, "case-2026-0001")


def site_of(folder: Path, pages: Iterable[Document], indexed: Iterable[Document]) -> Path:
    """A site that shows *pages*, with an index of *indexed*."""
    for each in pages:
        for language, below in (("zh", ""), ("en", "en/")):
            said = (each.title.in_(language), each.summary.in_(language), *getattr(each, language))
            html = "".join(f"<p>{text}</p>" for text in said)
            put(folder, f"{below}{each.address}index.html", f"<html><main>{html}</main></html>")
    indexed = list(indexed)
    made = block(indexed)
    for language in LANGUAGES:
        for number, words in enumerate(divided(joined([made], language))):
            put(folder, f"find/{language}/words/{number}.json", compact(words))
        put(folder, f"find/{language}/pages/0.json", compact([[each.address] for each in indexed]))
    put(folder, "find/index.json", compact({"run": 16, "blocks": [0]}))
    return folder


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def found(site: Path, *secrets: Secret) -> tuple[Leak, ...]:
    try:
        leaks.search(site, secrets)
    except Leaked as leaked:
        return leaked.leaks
    return ()


@pytest.mark.parametrize("value", ["陈建国", "示市监处罚〔2026〕101号", "示例区赵某家庭药店案", "Yellowhammer Pharmacy", "鼹鼠"])
@pytest.mark.parametrize("field", ["title", "summary", "zh", "en"])
def test_a_secret_in_the_index_alone_is_found(tmp_path: Path, value: str, field: str):
    more = (value,) if field in ("zh", "en") else Bilingual(value, value)
    site = site_of(tmp_path, [PAGE, OTHER], [OTHER, replace(PAGE, **{field: more})])
    said = found(site, secret(value))
    assert {leak.inside.removeprefix("en/") for leak in said} == {PAGE.address}
    for leak in said:
        assert leak.file.startswith("find/")
        assert (site / leak.file).read_bytes()[leak.offset :].strip(b'"{},\n')
        assert leak.secret == secret(value)
    assert found(site_of(tmp_path, [PAGE, OTHER], [OTHER, PAGE]), secret(value)) == ()


def test_a_secret_on_a_page_that_is_not_there_is_found(tmp_path: Path):
    site = site_of(tmp_path, [OTHER], [OTHER, PAGE])
    assert [leak.inside for leak in found(site, secret("过期药品案"))] == ["notices/a/"]


def test_a_secret_on_a_number_beyond_all_pages_is_found(tmp_path: Path):
    site = site_of(tmp_path, [OTHER], [OTHER, PAGE])
    put(site, "find/zh/pages/0.json", compact([["notices/b/"]]))
    assert [leak.inside for leak in found(site, secret("过期药品案"))] == [""]


@pytest.mark.parametrize("value", ["张三丰", "卖药的张三丰", "Drugs sold in a shop of the town"])
def test_pieces_of_a_secret_that_a_page_has_apart_are_no_leak(tmp_path: Path, value: str):
    assert found(site_of(tmp_path, [PAGE], [PAGE]), secret(value)) == ()


def test_words_of_one_stem_are_told_together_and_are_no_leak(tmp_path: Path):
    other = replace(OTHER, summary=Bilingual("批发", "wholesalers"))
    assert found(site_of(tmp_path, [PAGE, other], [PAGE, other]), secret("wholesalers of the town")) == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace('{"', '{"陈建国":"! ! !","', 1),
        lambda text: text.replace('{"', '{"品案":"~!!  ","', 1).replace('{"', '{"品案":"~!!  ","', 1),
        lambda text: text.replace(":", ": ", 1),
        lambda text: text.replace('":"', '":"case-2026-0001 是', 1),
        lambda text: text.replace("}", ',"药品":{"陈建国":1}}'),
        lambda text: f"[{text}]",
        lambda text: text[:-9],
        lambda text: "",
        lambda text: "[" * 100_000,
    ],
)
def test_a_file_of_words_that_we_did_not_write_so_stops_the_build(
    tmp_path: Path, change: Callable[[str], str]
):
    site = site_of(tmp_path, [PAGE], [PAGE])
    path = site / "find/zh/words/0.json"
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    assert found(site) == (Leak("find/zh/words/0.json"),)


def test_an_index_without_its_head_stops_the_build(tmp_path: Path):
    site = site_of(tmp_path, [PAGE], [PAGE])
    (site / "find/index.json").unlink()
    assert Leak("find/index.json") in found(site)


def test_a_file_beside_those_of_words_is_searched_as_any_other(tmp_path: Path):
    site = site_of(tmp_path, [PAGE], [PAGE])
    put(site, "find/zh/days.json", '"陈建国"')
    put(site, "find/fr/words/0.json", '"陈建国"')
    assert {leak.file for leak in found(site, secret("陈建国"))} == {"find/zh/days.json", "find/fr/words/0.json"}


@pytest.mark.parametrize("day", [DAY, dt.date(2024, 11, 22)])
def test_what_is_held_ended_or_masked_never_enters_the_index(sample: Workshop, day: dt.date):
    workshop = replace(sample, day=day)
    hidden = workshop.site.standings.keys() - workshop.site.items.keys()
    indexed = list(documents(workshop.site))
    assert hidden
    assert not {each.address for each in indexed if each.address.split("/")[1] in hidden}
    said = "\n".join(
        text for each in indexed for text in (*said_of(each, "zh"), *said_of(each, "en"))
    )
    sought = leaks.sought(workshop)
    assert len(sought) > 50
    assert [each for each in sought if each.value in said and len(each.value) > 5] == []


def said_of(document: Document, language: str) -> tuple[str, ...]:
    return (document.title.in_(language), document.summary.in_(language), *getattr(document, language))
