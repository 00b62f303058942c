"""One mask map: a name that may not show is nowhere, whichever text it stands in."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import CASE, PENALTY, changed, record, site_of

from yaoan.bilingual import Bilingual
from yaoan.doors import Workshop
from yaoan.forms import Prose
from yaoan.pages import write
from yaoan.reference import Reference
from yaoan.site import Site
from yaoan.site.masks import Masks
from yaoan.site.naming import allowed, names
from yaoan.site.prose import masked

P, C = "penalty-2026-0001", "case-2026-0001"
SUNSET = dt.date(2027, 1, 5)
"""The day on which the penalty of `written` ends and the case loses the name."""


TRADITIONAL = frozenset("國廣區樂藥連鎖鋪軍陳衛爾遜買賽")


def masks_of(national: Reference, *parties: dict[str, Any], en: str = "") -> dict[str, str]:
    entry = record(P, changed(PENALTY, parties=list(parties)), en).entry
    assert entry
    every = {name: f"{mask.zh} {mask.en}".strip() for name, mask in names(entry, national).names}
    return {name: mask for name, mask in every.items() if not TRADITIONAL & {*name}}


def person(name: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "kind": "natural_person", "naming": "named"} | more


def firm(name: str, kind: str | None = "pharmacy", **more: Any) -> dict[str, Any]:
    return {"name": name, "naming": "named"} | ({"kind": kind} if kind else {}) | more


# ── The masks ─────────────────────────────────────────────────────────────────────────────────


def test_a_person_keeps_the_surname_and_people_of_one_surname_are_told_apart(national) -> None:
    assert masks_of(national, person("王建国")) == {"王建国": "王某"}
    assert masks_of(national, person("王建国"), person("李卫"), person("王芳")) == {
        "王建国": "王某甲", "李卫": "李某", "王芳": "王某乙",
    }  # fmt: skip
    assert masks_of(national, person("欧阳建国"), person("买买提·吐尔逊")) == {
        "欧阳建国": "欧阳某", "买买提·吐尔逊": "买某",
    }  # fmt: skip
    typed = {"name": "王某甲", "kind": "natural_person"}
    assert masks_of(national, typed, person("王芳")) == {"王芳": "王某乙"}
    assert masks_of(national, {"name": "王某", "kind": "natural_person"}, person("王芳")) == {
        "王芳": "王某甲"
    }
    many = masks_of(national, *(person(f"王{given}") for given in "一二三四五六七八九十国庆"))
    assert len(set(many.values())) == 12


def test_a_person_is_masked_in_english_too(national) -> None:
    en = "parties: [{name: Wang Jianguo}, {name: Wang Fang}]\n"
    found = masks_of(national, person("王建国"), person("王芳"), en=en)
    assert found["Wang Jianguo"] == found["王建国"] == "王某甲 Wang XX (A)"
    assert found["Wang Fang"] == "王某乙 Wang XX (B)"
    assert masks_of(national, person("王建国"), en="parties: [{name: Wang Jianguo}]\n") == {
        "王建国": "王某 Wang XX", "Wang Jianguo": "王某 Wang XX",
    }  # fmt: skip


def test_a_firm_becomes_what_its_kind_is_called(national) -> None:
    assert masks_of(national, firm("康乐大药房"))["康乐大药房"] == "某药店 A pharmacy"
    assert masks_of(national, firm("快送平台", "online_seller"))["快送平台"] == "某网店 An online seller"
    assert masks_of(national, firm("康乐公司", None, type="legal_person"))["康乐公司"] == "某公司 A company"
    assert masks_of(national, firm("康乐社", None))["康乐社"] == "某当事人 A party"
    two = masks_of(national, firm("康乐大药房"), firm("平安大药房"))
    assert (two["康乐大药房"], two["平安大药房"]) == ("某药店甲 Pharmacy A", "某药店乙 Pharmacy B")
    own = masks_of(national, firm("康乐大药房", masked_as="某连锁店"), firm("平安大药房"))
    assert (own["康乐大药房"], own["平安大药房"]) == ("某连锁店", "某药店 A pharmacy")
    bad = masks_of(national, firm("康乐大药房", masked_as="康乐大药房某店"))
    assert bad["康乐大药房"] == "某药店 A pharmacy"


def test_a_firm_is_known_by_what_it_is_called_in_passing(national) -> None:
    found = masks_of(national, firm("广元市利州区康乐大药房连锁有限公司", also=["老康药铺"]))
    assert set(found) == {
        "广元市利州区康乐大药房连锁有限公司", "广元市利州区康乐大药房", "利州区康乐大药房",
        "康乐大药房", "老康药铺",
    }  # fmt: skip
    assert "康乐大药房" in masks_of(national, firm("广元康乐大药房有限公司"))
    # what is left is no name but what many are called
    assert "医疗器械" not in masks_of(national, firm("广元市医疗器械有限公司"))
    # in part named: what is left of the name is a name
    partly = masks_of(national, firm("康乐连锁有限公司某药店", naming="partial"))
    assert set(partly) == {"康乐连锁有限公司某药店", "康乐连锁有限公司"}


def test_a_name_in_traditional_characters_is_masked_as_well(sample: Workshop, national) -> None:
    """Only where both ways of writing differ; the leak test seeks both."""
    parties = [firm("广元康乐大药房有限公司"), person("王建国"), person("李志")]
    facts = "王建國是廣元康樂大藥房的店長，李志也在康樂大藥房。"
    text = changed(CASE, parties=parties, facts=facts, penalty=None, name_until="2026-02-10")
    site = site_of(sample.corpus.office, national, dt.date(2026, 3, 1), record(C, text))
    assert site.items[C].entry.facts.zh == "王某是某药店的店長，李某也在某药店。"
    assert {"王建國", "康樂大藥房"} <= {secret.value for secret in site.secrets}


def test_the_head_of_a_firm_is_masked_with_it(national) -> None:
    found = masks_of(national, firm("康乐大药房", legal_representative="陈建军"), person("陈芳"))
    assert (found["陈建军"], found["陈芳"]) == ("陈某甲", "陈某乙")
    same = masks_of(
        national,
        firm("康乐大药房", legal_representative="陈建军"),
        person("陈建军", kind="responsible_person"),
    )
    assert same["陈建军"] == "陈某"


def test_what_is_typed_masked_is_left_alone(national) -> None:
    for party in (
        {"name": "某药店"}, {"name": "一家药店"}, {"name": "马某某", "kind": "natural_person"},
        {"name": "另外两名被告人", "kind": "natural_person"}, {"name": "涉案药店"},
        {"name": "沙某等", "kind": "natural_person", "naming": "named"},
        firm("某药店", legal_representative="张某"),
    ):  # fmt: skip
        assert masks_of(national, party) == {}


def test_a_clear_name_under_an_anonymous_policy_never_shows(sample: Workshop, national) -> None:
    parties = [
        {"name": "广元康乐大药房有限公司", "kind": "pharmacy"},
        {"name": "王建国", "kind": "natural_person"},
    ]
    facts = "王建国是广元康乐大药房有限公司的店长。"
    text = changed(CASE, parties=parties, facts=facts, title="康乐大药房案", summary="说", penalty=None)
    entry = record(C, text).entry
    assert entry
    assert allowed(entry, national) == frozenset()
    site = site_of(sample.corpus.office, national, dt.date(2026, 3, 1), record(C, text))
    seen = site.items[C].entry
    assert seen.title.zh == "某药店案"
    assert seen.facts.zh == "王某是某药店的店长。"
    assert {"王建国", "广元康乐大药房有限公司"} <= {secret.value for secret in site.secrets}


# ── Finding them ──────────────────────────────────────────────────────────────────────────────

WANG = ("王建国", Bilingual("王某", "Wang XX"))
KANG = ("康乐（广元）药房", Bilingual("某药房", "A pharmacy"))
EN = ("Kangle Pharmacy", Bilingual("某药房", "A pharmacy"))
MASKS = Masks((WANG, KANG, EN))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("王建国说", "王某说"),
        ("王 建 国说", "王某说"),
        ("王建\n国说", "王某说"),
        ("康乐(广元)药房和王建国", "某药房和王某"),
        ("在 KANGLE PHARMACY 里", "在 某药房 里"),
        ("王建不是", "王建不是"),
    ],
)
def test_a_name_is_found_however_it_is_typed(text: str, seen: str) -> None:
    assert MASKS.apply(text, "zh") == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Kangle Pharmacy was fined.", "A pharmacy was fined."),
        ("The owner of Kangle  Pharmacy paid.", "The owner of a pharmacy paid."),
        ("It was fined. Kangle Pharmacy paid.", "It was fined. A pharmacy paid."),
        ("Kangle Pharmacys", "Kangle Pharmacys"),
        ("OldKangle Pharmacy", "OldKangle Pharmacy"),
        ("王建国 (Kangle Pharmacy)", "Wang XX (A pharmacy)"),
    ],
)
def test_english_keeps_its_sentences(text: str, seen: str) -> None:
    assert MASKS.apply(text, "en") == seen


def test_the_longest_name_is_masked_first() -> None:
    masks = Masks((("康乐大药房", Bilingual("某药店")), ("康乐大药房连锁公司", Bilingual("某公司"))))
    assert masks.apply("康乐大药房连锁公司的康乐大药房", "zh") == "某公司的某药店"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("他叫**王建国**。", ["他叫王某。"]),
        ("他叫王**建国**，开康**乐（广元）药房**。", ["他叫王某，开某药房。"]),
        ("- 王建国\n- 一家店\n    - 康乐（广元）药房", ["王某", "一家店", "某药房"]),
        ("看[王建国的店](https://example.cn/a)。", ["看王某的店。"]),
        ("看[店](https://example.cn/%E7%8E%8B%E5%BB%BA%E5%9B%BD)。", ["看店。"]),
        ("看[王建](case-2026-0001)国。", ["看王某。"]),
        ("王建\n国来了", ["王某来了"]),
    ],
)
def test_markup_does_not_hide_a_name(typed: str, words: list[str]) -> None:
    seen = masked(Prose.read(typed), MASKS)
    assert list(seen.paragraphs("zh")) == words
    assert not any("王建国" in str(part) for part in (seen.zh, seen.zh_blocks, seen.links()))
    assert all("%E7%8E%8B" not in link.target for link in seen.links())


PIECES = st.sampled_from(["王建国", "王", "建国", "**", "*", "康乐(广元)药房", "店", "\n\n", "，", "a"])


@given(st.lists(PIECES, max_size=12).map("".join))
def test_nothing_but_the_names_is_changed(text: str) -> None:
    try:
        prose = Prose.read(text)
    except Exception:
        return
    seen = masked(prose, MASKS)
    for before, after in zip(prose.paragraphs("zh"), seen.paragraphs("zh"), strict=True):
        assert after == MASKS.apply(before, "zh")
        assert not MASKS.found(after)
    if not any(map(MASKS.found, prose.paragraphs("zh"))):
        assert seen is prose


# ── In an entry ───────────────────────────────────────────────────────────────────────────────


def seen_on(sample: Workshop, day: dt.date, *entries: tuple[str, Any, str]) -> Site:
    records = [record(*each) for each in entries]
    return site_of(sample.corpus.office, sample.reference, day, *records)


def bodies(site: Site) -> str:
    return "\n".join(page.markdown for page in write(site))


FULL = changed(
    CASE,
    title="示例康乐大药房有限公司案",
    facts="店长王建国在**康乐大药房**卖药。见[报道](https://example.cn/康乐)。",
    parties=[
        {
            "name": "示例康乐大药房有限公司", "kind": "pharmacy", "naming": "named",
            "code": "91110108551385082Q", "also": ["老康药铺"], "legal_representative": "王建国",
        }
    ],
    pictures=[{"file": "康乐大药房.jpg", "alt": "老康药铺的门"}],
    sources=[{"publisher": "某局", "title": "康乐大药房案", "address": "https://example.cn/a"}],
    decisions=[{"number": "示〔2026〕9号", "status": "decided", "earlier": ["示〔2025〕1号"]}],
    lesson={"words": "王建国的店犯法。", "by": "法制科", "public": ["别去老康药铺"]},
)  # fmt: skip
ENGLISH = """\
title: The case of Demo Kangle Pharmacy
summary: What Demo Kangle Pharmacy did.
parties: [{name: Demo Kangle Pharmacy, also: [Old Kang], legal_representative: Wang Jianguo}]
facts: Wang Jianguo ran Demo Kangle Pharmacy.
"""
CLEAR = (
    "康乐", "王建国", "老康药铺", "Kangle", "Jianguo", "Old Kang", "91110108551385082Q", "9号", "1号",
    "example.cn",
)  # fmt: skip


def test_after_the_sunset_no_page_has_the_name_in_any_text(sample: Workshop) -> None:
    before = seen_on(sample, dt.date(2026, 3, 1), (P, PENALTY, ""), (C, FULL, ENGLISH))
    whole = bodies(before)
    assert [part for part in CLEAR if part not in whole] == []
    after = seen_on(sample, SUNSET, (P, PENALTY, ""), (C, FULL, ENGLISH))
    assert C in after.items
    pages = [p for p in write(after) if not p.path.removeprefix("en/").startswith(("rules", "laws"))]
    whole = "\n".join(page.markdown for page in pages)
    assert [part for part in CLEAR if part in whole] == []
    for said in ("某药店案", "店长王某在", "The case of a pharmacy", "Wang XX ran a pharmacy"):
        assert said in whole
    (item,) = after.items.values()
    assert item.files == ("康乐大药房.jpg",)
    assert [picture.file for picture in item.entry.pictures] == ["1.jpg"]
    (party,) = item.entry.parties
    assert (party.naming, party.code, party.also) == ("anonymous", None, ())
    assert all(page.edit is None for page in pages if page.path.endswith(f"{C}.md"))


def test_the_source_of_what_is_masked_is_not_linked(sample: Workshop) -> None:
    """A case that told who its party is by a code alone has no name to mask, but a code."""
    parties = [{"name": "某药店", "kind": "pharmacy", "code": "91110108551385082Q"}]
    text = changed(CASE, parties=parties, title="案", summary="说", facts="案情", penalty=None)
    assert not seen_on(sample, dt.date(2026, 3, 1), (C, text, "")).items[C].masked
    item = seen_on(sample, dt.date(2027, 2, 1), (C, text, "")).items[C]
    assert item.masked
    assert item.entry.parties[0].code is None


def test_a_neighbour_does_not_say_what_the_case_may_not(sample: Workshop) -> None:
    notice = {
        "title": "通报康乐大药房案", "summary": "说。", "published": "2026-02-02",
        "type": "arrangement", "by": "某局", "body": "康乐大药房被查处。", "related": [C],
    }  # fmt: skip
    alone = notice | {"related": None, "title": "另一条", "body": "康乐大药房又开业了。"}
    alone = {key: value for key, value in alone.items() if value}
    entries = (
        (P, PENALTY, ""), (C, CASE, ""), ("notice-2026-0001", notice, ""),
        ("notice-2026-0002", alone, ""),
    )  # fmt: skip
    before = seen_on(sample, dt.date(2026, 3, 1), *entries)
    assert before.items["notice-2026-0001"].entry.title.zh == "通报康乐大药房案"
    after = seen_on(sample, SUNSET, *entries)
    assert after.items["notice-2026-0001"].entry.title.zh == "通报某药店案"
    assert after.items["notice-2026-0001"].entry.body.zh == "某药店被查处。"
    assert after.items["notice-2026-0002"].entry.body.zh == "康乐大药房又开业了。"


def test_a_neighbour_that_may_name_the_party_itself_goes_on_doing_so(sample: Workshop) -> None:
    from written import LISTING

    listing = changed(LISTING, related=[C], published="2026-02-02")
    entries = ((P, PENALTY, ""), (C, CASE, ""), ("listing-2026-0001", listing, ""))
    after = seen_on(sample, SUNSET, *entries)
    assert "康乐" in after.items["listing-2026-0001"].entry.title.zh
    assert "康乐" not in after.items[C].entry.title.zh


def test_entries_of_one_decision_belong_together(sample: Workshop) -> None:
    number = [{"number": "示市监处罚【2026】第7号", "status": "decided"}]
    other = changed(
        CASE, penalty=None, decisions=number, title="康乐大药房案", summary="说", facts="案",
        parties=[{"name": "某药店"}],
    )  # fmt: skip
    after = seen_on(sample, SUNSET, (P, PENALTY, ""), (C, other, ""))
    assert after.items[C].entry.title.zh == "某药店案"


def test_an_entry_with_nothing_to_change_is_the_one_that_was_written(sample: Workshop) -> None:
    plain = changed(CASE, parties=[{"name": "某药店"}], title="案", summary="说", facts="案", penalty=None)
    found = record(C, plain)
    site = site_of(sample.corpus.office, sample.reference, dt.date(2026, 3, 1), found)
    assert site.items[C].entry is found.entry
    assert not site.items[C].masked
