"""What may lie in the writer's and the designer's folders, and what is said of it."""

import pytest

from conftest import DAY, ROOT, Office
from yaoan.checked import Known
from yaoan.doors import Refused, Workshop, build

OFFICE = (ROOT / "cases" / "office.yml").read_text("utf-8")


def test_a_page_in_one_language_only_leads_to_the_home_page_of_the_other(office: Office):
    alone = {"docs/more/alone.md": "# 只有中文\n", "docs/en/only.md": "# Only English\n"}
    folder = office(alone)
    site = build(Workshop.open(folder, DAY), folder / "site").out
    for page, other in (("more/alone", "../../en/"), ("en/only", "../..")):
        text = (site / page / "index.html").read_text("utf-8")
        assert f'<a class="switch" href="{other}"' in text


@pytest.mark.parametrize(
    ("name", "text", "code", "line"),
    [
        ("docs/about.md", "# 关于\n\n请打王某手机13812345678。\n", "Y322", 3),
        ("docs/about.md", "# 关于\n\n身份证110101**19900307**0011。\n", "Y321", 1),
        ("docs/en/about.md", "# About\n\nHe lives at 12 Renmin Road.\n", "Y328", 3),
        ("docs/more/news.md", "# 简讯\n\n群众王建国来电。\n", "Y330", 3),
        ("docs/more/news.md", "# 简讯\n\n当事人王建国承认。\n", "Y381", 3),
        ("docs/more/news.md", "# 简讯\n\n电话138****5678。\n", "Y325", 3),
        ("cases/office.yml", f"{OFFICE}parent_note: 1\n# 身份证110101199003070011\n", "Y321", 14),
        ("cases/office.yml", OFFICE.replace("法制科", "法制科（身份证110101199003070011）"), "Y321", 10),
    ],
)
def test_personal_data_outside_the_entries_stop_the_build(
    office: Office, name: str, text: str, code: str, line: int
):
    workshop = Workshop.open(office({name: text}), DAY)
    found = [each for each in workshop.report if each.code == code]
    assert [(each.span.source.name, each.span.line) for each in found] == [(name, line)]
    with pytest.raises(Refused):
        _ = workshop.site


def test_the_office_s_own_numbers_may_stand_on_its_pages(office: Office):
    own = OFFICE.replace("法制科提出", "法制科（13800000000、fzk@example.gov.cn）提出")
    page = "# 关于\n\n请打13800000000，或者写信到fzk@example.gov.cn；12315也行。当事人王某承认。\n"
    workshop = Workshop.open(office({"cases/office.yml": own, "docs/about.md": page}), DAY)
    assert [each.message.zh for each in workshop.report] == []
    assert workshop.site


def test_a_page_is_read_each_time_whatever_is_kept_of_the_entries(office: Office):
    folder = office(examples=True)
    page, known = folder / "docs" / "more.md", Known()

    def codes() -> set[str]:
        report = Workshop.open(folder, DAY, read=known, cache=folder / ".yaoan-cache").report
        return {each.code for each in report if each.span.source.name == "docs/more.md"}

    page.write_text("# 联系\n\n请拨打12315。\n", "utf-8")
    assert codes() == codes() == set()
    page.write_text("# 联系\n\n请拨打13812345678。\n", "utf-8")
    assert codes() == codes() == {"Y322"}
