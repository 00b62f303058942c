"""What may lie in the writer's and the designer's folders, and what is said of it."""

from conftest import DAY, Office
from yaoan.doors import Workshop, build


def test_a_page_in_one_language_only_leads_to_the_home_page_of_the_other(office: Office):
    alone = {"docs/more/alone.md": "# 只有中文\n", "docs/en/only.md": "# Only English\n"}
    folder = office(alone)
    site = build(Workshop.open(folder, DAY), folder / "site").out
    for page, other in (("more/alone", "../../en/"), ("en/only", "../..")):
        text = (site / page / "index.html").read_text("utf-8")
        assert f'<a class="switch" href="{other}"' in text
