"""A checklist holds what real cases teach its reader, each point once, with its case and law."""

from collections import Counter

from conftest import DAY, Office
from yaoan.doors import Workshop
from yaoan.kinds import Lesson, walk
from yaoan.site import Checklist, Site, checklists

CASE = """\
title: 案{n}
summary: 摘要。
published: 2025-0{n}-01
audience: [{audience}]
{more}facts: 案情。
parties: [{{name: 某药店}}]
acts: [{{what: 卖过期药, violation: {violation}, violates: [药品管理法 第九十八条]}}]
lesson: {{words: 说法。, by: 法制科, business: [{points}], public: [看清有效期。]}}
"""


def listed(office: Office, *cases: tuple[str, str, str], more: str = "") -> dict[str, Checklist]:
    files = {
        f"cases/typical-cases/2025/case-2025-000{n}.yml": CASE.format(
            n=n, audience=audience, violation=violation, points=points, more=more
        )
        for n, (audience, violation, points) in enumerate(cases, start=1)
    }
    return by_audience(Workshop.open(office(files), DAY).site)


def by_audience(site: Site) -> dict[str, Checklist]:
    return {each.audience.id: each for each in checklists(site)}


def words(checklist: Checklist) -> list[str]:
    return [point.words.zh for _, points in checklist.topics for point in points]


def test_there_is_one_for_a_pharmacy_a_clinic_an_online_seller_and_a_consumer(sample: Workshop):
    found = by_audience(sample.site)
    assert set(found) == {"public", "pharmacy", "clinic", "online_seller"}
    for each in found.values():
        assert each.count >= 5
        assert all(not point.item.entry.demonstration for _, p in each.topics for point in p)


def test_every_point_is_in_the_lesson_of_its_case_word_for_word(sample: Workshop):
    for checklist in checklists(sample.site):
        part = checklist.audience.attributes["checklist"]
        for _, points in checklist.topics:
            for point in points:
                lessons = [f.value for f in walk(point.item.entry) if isinstance(f.value, Lesson)]
                assert point.words in [said for each in lessons for said in getattr(each, part)]
                assert ("audience", checklist.audience.id) in point.item.terms


def test_no_point_stands_twice(sample: Workshop):
    for checklist in checklists(sample.site):
        assert not [text for text, many in Counter(words(checklist)).items() if many > 1]


def test_a_point_speaks_to_its_reader_and_bears_the_law(office: Office):
    found = listed(office, ("pharmacy", "drug.expired", "每天查效期。"))
    assert words(found["pharmacy"]) == ["每天查效期。"]
    assert words(found["clinic"]) == words(found["public"]) == []
    ((topic, (point,)),) = found["pharmacy"].topics
    assert topic.id == "drug.expired"
    assert [each.article for each in point.citations] == [98]
    assert words(listed(office, ("public", "drug.expired", "甲。"))["public"]) == ["看清有效期。"]


def test_topics_stand_in_the_order_of_the_vocabulary(office: Office, sample: Workshop):
    known = list(sample.site.reference.vocabularies["violation"].terms)
    pair = [known[-1], "drug.expired"]
    found = listed(office, *(("pharmacy", each, f"{each}。") for each in pair))
    assert [topic.id for topic, _ in found["pharmacy"].topics] == sorted(pair, key=known.index)


def test_invented_entries_teach_nobody(office: Office):
    case = ("pharmacy", "drug.expired", "每天查效期。")
    assert words(listed(office, case)["pharmacy"])
    assert not words(listed(office, case, more="demonstration: 是\n")["pharmacy"])
