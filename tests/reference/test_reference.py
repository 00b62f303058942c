"""The reference data that come with the package, and the office's own laid over them."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yaoan import reference
from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Report
from yaoan.doors import Workshop
from yaoan.reference import WorkingDays

DATA = Path(reference.__file__).parent / "data"
RANKS = {"law", "regulation", "rule", "local", "interpretation", "document"}


def test_every_data_file_is_read(national):
    assert set(national.vocabularies) == {path.stem for path in DATA.glob("terms/*.yml")}
    assert {law.lower() for law in national.laws} == {path.stem for path in DATA.glob("laws/*.yml")}
    assert national.working_days.years == {
        int(path.stem) for path in DATA.glob("working_days/*.yml")
    }


def test_every_name_of_a_law_means_one_law(national):
    names = [name for law in national.laws.values() for name in dict.fromkeys(law.names)]
    assert len(names) == len(set(names))


def test_every_law_has_names_in_both_languages_a_rank_and_a_version(national):
    for law in national.laws.values():
        assert law.full.zh
        assert law.full.en
        assert law.rank in RANKS
        assert law.versions
        assert len({version.id for version in law.versions}) == len(law.versions)


def test_versions_of_a_law_follow_one_another_without_overlap(national):
    for law in national.laws.values():
        for earlier, later in zip(law.versions, law.versions[1:], strict=False):
            assert later.in_force is None or earlier.until is not None, law.id
            if earlier.until and later.in_force:
                assert earlier.until < later.in_force, law.id
        for version in law.versions:
            if version.in_force and version.until:
                assert version.in_force <= version.until, law.id


def test_articles_are_numbered_and_told_in_both_languages(national):
    for law in national.laws.values():
        for key, article in law.articles.items():
            assert key.replace("-", "", 1).isdigit(), (law.id, key)
            assert article.about.zh
            assert article.about.en, (law.id, key)


def test_every_term_has_a_name_in_both_languages(national):
    for vocabulary in national.vocabularies.values():
        assert vocabulary.name.en
        for term in vocabulary.terms.values():
            assert term.name.zh
            assert term.name.en, term.id


def test_slugs_of_a_vocabulary_are_different(national):
    for vocabulary in national.vocabularies.values():
        slugs = [term.slug for term in vocabulary.terms.values()]
        assert len(slugs) == len(set(slugs))


def test_a_narrower_term_stands_inside_a_broader_one(national):
    for name in ("place", "product_category"):
        vocabulary = national.vocabularies[name]
        for term in vocabulary.terms.values():
            depth = len(list(vocabulary.broader(term.id)))
            assert depth == term.id.count("."), term.id


def test_every_law_that_a_term_names_exists(national):
    named = [
        (term.id, cited)
        for vocabulary in national.vocabularies.values()
        for term in vocabulary.terms.values()
        for cited in term.laws
    ]
    assert named
    for term, cited in named:
        law, _, article = cited.partition(" ")
        assert law in national.laws, (term, cited)
        assert not article or article in national.laws[law].articles, (term, cited)


def test_a_law_is_found_by_its_full_short_and_other_names(national):
    law = national.laws["DAL"]
    assert national.law("药品管理法") is law
    assert national.law("中华人民共和国药品管理法") is law
    assert national.law("食品法") is None


@pytest.mark.parametrize(
    ("named", "day", "version"),
    [
        ("", dt.date(2019, 11, 30), "2015"),
        ("", dt.date(2019, 12, 1), "2019"),
        ("2015", dt.date(2024, 1, 1), "2015"),
        ("", None, "2019"),
    ],
)
def test_the_version_of_a_day_or_a_name_is_found(national, named, day, version):
    assert national.laws["DAL"].version(named, day).id == version


def test_a_term_knows_what_is_around_it(national):
    places = national.vocabularies["place"]
    assert [term.id for term in places.broader("hebei.handan.weixian")] == ["hebei.handan", "hebei"]
    assert {term.id for term in places.narrower("hebei")} >= {"hebei.handan", "hebei.shijiazhuang"}
    assert all(term.id.count(".") == 1 for term in places.narrower("hebei"))


def test_choices_give_ids_with_their_chinese_names(national):
    assert national.choices["procedure"] == {"ordinary": "普通程序", "simple": "简易程序"}


def test_the_year_2026_has_248_working_days(national):
    days = national.working_days
    assert days.between(dt.date(2025, 12, 31), dt.date(2026, 12, 31)) == 248


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (dt.date(2026, 9, 30), dt.date(2026, 10, 8), 1),
        (dt.date(2026, 10, 8), dt.date(2026, 10, 10), 2),
        (dt.date(2026, 3, 2), dt.date(2026, 3, 2), 0),
        (dt.date(2026, 3, 3), dt.date(2026, 3, 2), 0),
    ],
    ids=["over the National Day", "a Saturday worked", "the same day", "backwards"],
)
def test_working_days_between_two_days(national, start, end, count):
    assert national.working_days.between(start, end) == count


@settings(max_examples=60, deadline=None)
@given(start=st.dates(dt.date(2021, 1, 1), dt.date(2026, 6, 30)), count=st.integers(1, 60))
def test_after_and_between_agree(national, start, count):
    days = national.working_days
    end = days.after(start, count)
    assert days.worked(end)
    assert days.between(start, end) == count


def test_years_not_on_file_count_monday_to_friday(national):
    days = national.working_days
    assert days.knows(dt.date(2026, 5, 1))
    assert not days.knows(dt.date(2031, 5, 1))
    assert WorkingDays.of(()).between(dt.date(2026, 9, 27), dt.date(2026, 10, 4)) == 5


def test_holidays_fall_on_weekdays_and_extra_workdays_on_weekends(national):
    days = national.working_days
    assert all(day.weekday() < 5 and day.year in days.years for day in days.holidays)
    assert all(day.weekday() >= 5 and day.year in days.years for day in days.workdays)


LAW = """\
id: {id}
zh: {zh}
short: {zh}
en: A law
rank: local
versions:
  - id: "2025"
    name: {{zh: 2025年公布, en: 2025}}
    in_force: 2025-01-01
    articles:
      "3": {{about: {{zh: 大意, en: gist}}}}
"""
TERM = "name: {zh: 地区, en: Place}\nterms:\n  hainan.sansha: {zh: 三沙市, en: Sansha}\n"


@pytest.fixture
def laid_over(tmp_path):
    def make(files):
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        report = Report()
        return reference.read(tmp_path, report), list(report)

    return make


def test_an_office_adds_a_law_with_one_file(laid_over, national):
    known, problems = laid_over({"laws/own.yml": LAW.format(id="OWN", zh="本省药品条例")})
    assert not problems
    assert known.law("本省药品条例").articles["3"].about == Bilingual("大意", "gist")
    assert set(known.laws) == {*national.laws, "OWN"}


def test_an_office_replaces_a_law_of_the_same_id(laid_over):
    known, problems = laid_over({"laws/dal.yml": LAW.format(id="DAL", zh="药品管理法")})
    assert not problems
    assert [version.id for version in known.law("药品管理法").versions] == ["2025"]


def test_an_office_adds_a_term_with_one_file(laid_over, national):
    known, problems = laid_over({"terms/place.yml": TERM})
    assert not problems
    assert known.term("place", "hainan.sansha").name == Bilingual("三沙市", "Sansha")
    assert set(known.vocabularies["place"].terms) == {
        *national.vocabularies["place"].terms,
        "hainan.sansha",
    }


def test_a_vocabulary_with_an_added_term_keeps_its_pages_and_its_question(laid_over, national):
    ours = national.vocabularies["place"]
    known = laid_over({"terms/place.yml": TERM})[0].vocabularies["place"]
    assert (known.pages, known.asks) == (ours.pages, ours.asks)


def test_an_office_renames_a_term(laid_over):
    known, _ = laid_over(
        {
            "terms/procedure.yml": "name: {zh: 程序, en: Procedure}\nterms:\n  simple: {zh: 当场处罚, en: On the spot}\n"
        }
    )
    assert known.term("procedure", "simple").name.zh == "当场处罚"
    assert known.term("procedure", "ordinary").name.zh == "普通程序"


def test_further_keys_of_a_term_are_its_attributes(laid_over):
    known, _ = laid_over(
        {"terms/own.yml": "name: {zh: 甲, en: A}\nterms:\n  x: {zh: 乙, en: B, weight: 3}\n"}
    )
    assert known.term("own", "x").attributes == {"weight": "3"}


def test_an_office_adds_a_year_of_working_days(laid_over):
    known, _ = laid_over(
        {"working_days/2031.yml": "year: 2031\nholidays: [2031-01-01]\nworkdays: [2031-01-04]\n"}
    )
    assert known.working_days.knows(dt.date(2031, 3, 3))
    assert not known.working_days.worked(dt.date(2031, 1, 1))
    assert known.working_days.worked(dt.date(2031, 1, 4))


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        (
            "laws/own.yml",
            "id: OWN\nzh: 条例\nshort: 条例\nen: x\nrank: local\nversions: 2025\n",
            "Y105 6:11",
        ),
        (
            "laws/own.yml",
            LAW.format(id="OWN", zh="条例").replace("2025-01-01", "2025年1月1日"),
            "Y110 9:15",
        ),
        ("terms/own.yml", "name: {zh: 甲, en: A}\nterms:\n  x: {zh: 乙}\n", "Y101 3:7"),
        ("terms/own.yml", "name：甲\nterms: {}\n", "Y006 1:5"),
        ("terms/own.yml", "name: 安全".encode("gbk"), "Y001 1:7"),
        ("working_days/2031.yml", "year: 二\nholidays: []\nworkdays: []\n", "Y107 1:7"),
    ],
)
def test_a_bad_file_of_the_office_is_told_in_its_place_and_the_rest_is_read(
    laid_over, national, name, text, place
):
    known, problems = laid_over({name: text})
    assert place in [f"{each.code} {each.span.line}:{each.span.column}" for each in problems]
    assert all(each.span.source.name.endswith(name) for each in problems)
    assert set(known.laws) == set(national.laws)


def test_other_files_beside_the_data_are_passed_over(laid_over, national):
    known, problems = laid_over({"laws/README.md": "药", "notes.txt": "药"})
    assert not problems
    assert set(known.laws) == set(national.laws)


def test_a_problem_in_the_office_s_own_data_names_the_file_as_people_know_it(office):
    folder = office({"cases/reference/terms/own.yml": "name: 药\n"})
    report = Workshop.open(folder, dt.date(2026, 11, 22)).report
    names = {each.span.source.name for each in report if "own.yml" in each.span.source.name}
    assert names == {"cases/reference/terms/own.yml"}


def test_a_law_of_no_known_rank_is_told_at_its_line(office):
    text = (
        "id: OWN\nzh: 某办法\nshort: 某办法\nen: Some Measures\nrank: guess\n"
        "versions:\n  - {id: '2020', name: {zh: 2020年版, en: 2020}}\n"
    )
    folder = office({"cases/reference/laws/own.yml": text})
    report = Workshop.open(folder, dt.date(2026, 11, 22)).report
    found = [each for each in report if each.code == "Y134"]
    assert [(each.span.line, each.span.source.name) for each in found] == [
        (5, "cases/reference/laws/own.yml")
    ]
    assert "regulation" in found[0].help.zh
