"""What an entry page says of the facts: sums, what is not known, what is invented, what is Chinese."""

import re

import pytest
from test_pages_html import pages_of, record, rendered, said

from yaoan.corpus import Record
from yaoan.doors import Workshop
from yaoan.pages import write
from yaoan.words import say

CASE = """\
title: 某案
summary: 摘要。
published: 2026-01-01
parties: [{name: 某药店}]
facts: 案情。
tracks: [administrative]
lesson: {words: 说法。, by: 法制科}
"""
NOTICE = """\
title: 通知
summary: 摘要。
published: 2026-01-01
type: arrangement
by: 某局
body: 正文。
"""
PATH = "typical-cases/case-2026-0001.md"
NOTICE_PATH = "notices/notice-2026-0001.md"


def case(more: str, en: str | None = None) -> Record:
    return record("case-2026-0001", CASE + more, en)


def both(known: Workshop, *records: Record, path: str = PATH) -> tuple[str, str]:
    """The words of the Chinese and of the English page, colons left out."""
    pages = pages_of(known, *records)
    zh, en = (said(rendered(pages[f"{language}{path}"])) for language in ("", "en/"))
    return " ".join(re.sub("[：:]", " ", zh).split()), " ".join(re.sub(":", " ", en).split())


def decided(*penalties: str, more: str = "") -> str:
    lines = "".join(f"      - {{{each}}}\n" for each in penalties)
    return f"decisions:\n  - status: decided\n    penalties:\n{lines}{more}"


FINES, MONEY = say("total_fines"), say("total_money")


@pytest.mark.parametrize(
    ("penalties", "fines", "money"),
    [
        (("kind: fine, amount: 100.50", "kind: fine, amount: 200"), "300.5元", "300.5元"),
        (("kind: confiscate_gains, amount: 7.8", "kind: fine, amount: 50000"), "", "50007.8元"),
        (("kind: fine, amount: 50000",), "", ""),
        (("kind: warning", "kind: fine, amount: 50000"), "", ""),
        (("kind: fine, amount: 0", "kind: fine, amount: 5"), "5元", "5元"),
        (("kind: fine, amount: 100", "kind: fine, amount: 未披露"), "", ""),
        (("kind: fine, amount: 100", "kind: confiscate_gains, amount: 未查明"), "", ""),
        (("kind: fine, amount: {sum: 100000, approx: over}", "kind: fine, amount: 5"), "", ""),
        (("kind: fine, amount: {sum: 1, currency: USD}", "kind: fine, amount: 5"), "", ""),
        (("kind: fine, amount: 1", "kind: fine, amount: 2", "kind: confiscate_gains, amount: 未披露"), "3元", ""),
        (("kind: fine, amount: 1", "kind: fine, amount: 2", "kind: fine"), "", ""),
    ],
)  # fmt: skip
def test_totals_are_given_only_where_every_amount_is_exact(
    sample: Workshop, penalties: tuple[str, ...], fines: str, money: str
) -> None:
    """A fine of which nothing is disclosed cannot be in a total of the fines."""
    zh, en = both(sample, case(decided(*penalties)))
    zh = zh.replace(",", "")
    for total, label in ((fines, FINES), (money, MONEY)):
        assert (label.zh in zh) is bool(total)
        assert (label.en in en) is bool(total)
        if total:
            assert f"{label.zh} {total}" in zh


def test_totals_stay_inside_their_decision(sample: Workshop) -> None:
    one = decided("kind: fine, amount: 100")
    two = one.removeprefix("decisions:\n").replace("100", "200")
    zh, _ = both(sample, case(one + two))
    assert FINES.zh not in zh
    assert MONEY.zh not in zh


def test_what_is_not_known_is_said_in_both_languages(sample: Workshop) -> None:
    more = (
        "found: 未查明\nacts:\n  - what: 某行为\n    period: 未披露\n"
        "    amounts: [{basis: goods_value, amount: 未披露}, {basis: illegal_income, amount: 0}]\n"
        "    goods: [{name: 某药, expires: 未披露}]\n"
        "decisions:\n  - number: 未披露\n    status: decided\n"
        "    penalties: [{kind: fine, amount: 未披露}, {kind: warning}, {kind: confiscate_gains}]\n"
        "civil: [{by: 某检察院}]\n"
    )
    zh, en = both(sample, case(more))
    for words in (
        "发现时间 未查明", "行为时间 未披露", "货值金额 未披露", "违法所得 0元", "有效期至 未披露",
        "文号 未披露", "决定日期 未披露", "罚款 未披露", "结果 未披露", "警告 给予此项处罚",
        "没收违法所得 有此项，内容未披露",
    ):  # fmt: skip
        assert words in zh, words
    for words in (
        "Found Not established", "When Not disclosed", "Expires Not disclosed", "RMB 0",
        "Decision number Not disclosed", "Decided on Not disclosed", "Fine Not disclosed",
        "Outcome Not disclosed", "imposed; details not disclosed",
    ):  # fmt: skip
        assert words in en, words
    assert "None" not in zh + en


def test_invented_entries_say_so_wherever_they_stand(sample: Workshop) -> None:
    mark, notice = say("demonstration"), say("demonstration_notice")
    real = record("notice-2026-0001", NOTICE)
    demo = record("notice-2026-0002", NOTICE.replace("通知", "演习") + "demonstration: 是\n")
    pages = pages_of(sample, real, demo)
    for language, folder in (("zh", ""), ("en", "en/")):
        page = rendered(pages[f"{folder}notices/notice-2026-0002.md"])
        (shown,) = page.xpath("//h1/following-sibling::p[1]")
        assert shown.get("class") == "notice"
        assert said(shown) == notice.in_(language)
        assert notice.in_(language) not in said(rendered(pages[f"{folder}{NOTICE_PATH}"]))
        listing = rendered(pages[f"{folder}notices/index.md"])
        cards = listing.xpath("//div[@class='card']")
        marks = [[said(each) for each in card.xpath(".//*[@class='mark']")] for card in cards]
        assert marks == [[], [mark.in_(language)]]


def test_every_invented_entry_of_the_sample_office_says_so(sample: Workshop) -> None:
    notice = say("demonstration_notice")
    pages = {page.path: page for page in write(sample.site)}
    invented = 0
    for item in sample.site.items.values():
        for language, folder in (("zh", ""), ("en", "en/")):
            body = said(rendered(pages[f"{folder}{item.kind.folder}/{item.id}.md"]))
            assert (notice.in_(language) in body) is item.entry.demonstration
        invented += item.entry.demonstration
    assert 10 < invented < len(sample.site.items)


def test_text_without_english_is_shown_in_chinese_with_a_notice(sample: Workshop) -> None:
    pages = pages_of(sample, record("notice-2026-0001", NOTICE, "title: Notice\n"))
    chinese, english = rendered(pages[NOTICE_PATH]), rendered(pages[f"en/{NOTICE_PATH}"])
    assert not chinese.xpath("//*[@class='untranslated'] | //*[@lang]")
    (box,) = english.xpath("//div[@class='untranslated']")
    hint, text = box
    assert said(hint) == say("not_translated").en
    assert (text.get("lang"), said(text)) == ("zh", "正文。")
    assert said(english.xpath("//h1")[0]) == "Notice"
    (lead,) = english.xpath("//p[@class='lead']/span[@lang='zh']")
    assert said(lead) == "摘要。"


def test_text_with_english_shows_only_the_english(sample: Workshop) -> None:
    en = "title: Notice\nsummary: In short.\nby: An office\nbody: The text.\n"
    page = rendered(pages_of(sample, record("notice-2026-0001", NOTICE, en))[f"en/{NOTICE_PATH}"])
    assert "The text." in said(page)
    assert "正文" not in said(page)
    assert not page.xpath("//*[@class='untranslated'] | //*[@lang='zh']")


def test_no_entry_of_the_sample_office_shows_stars_to_its_readers(sample: Workshop) -> None:
    """Stars around words are a slip or an old habit; in a pack size they stand between numbers."""
    starred = []
    for page in write(sample.site):
        if page.edit and re.search(r"(?<!\S)\*\S", said(rendered(page))):
            starred.append(page.path)
    assert starred == []


@pytest.mark.parametrize(
    ("stages", "warned"),
    [(("transferred",), True), (("detained", "first_instance"), True), (("final",), False),
     (("detained", "final"), False), ((), False)],
)  # fmt: skip
def test_until_a_final_judgment_the_page_says_that_nobody_is_guilty(
    sample: Workshop, stages: tuple[str, ...], warned: bool
) -> None:
    steps = "".join(f"  - {{stage: {stage}}}\n" for stage in stages)
    zh, en = both(sample, case(f"criminal:\n{steps}" if stages else ""))
    assert (say("not_final").zh in zh) is warned
    assert (say("not_final").en in en) is warned


def test_measures_are_told_apart_from_penalties(sample: Workshop) -> None:
    more = "decisions:\n  - {status: decided, measures: [{kind: order_to_correct}]}\n"
    zh, en = both(sample, case(more))
    assert say("measures_are_not_penalties").zh in zh
    assert say("measures_are_not_penalties").en in en
    zh, _ = both(sample, case(decided("kind: warning")))
    assert say("measures_are_not_penalties").zh not in zh


@pytest.mark.parametrize("reviewer", ["", "reviewer: 主管药师\n"])
def test_popular_science_says_whether_a_professional_reviewed_it(
    sample: Workshop, reviewer: str
) -> None:
    text = (
        "title: 存药\nsummary: 摘要。\npublished: 2026-01-01\nform: tips\npoints: [看说明书]\n"
        "evidence: official\nauthor: 某科\n"
    )
    path = "popular-science/science-2026-0001.md"
    zh, en = both(sample, record("science-2026-0001", text + reviewer), path=path)
    for words in (say("ask_a_doctor"), say("science_unreviewed")):
        expected = words == say("ask_a_doctor") or not reviewer
        assert (words.zh in zh) is expected
        assert (words.en in en) is expected


def test_citations_lead_to_their_articles_and_are_explained_once(sample: Workshop) -> None:
    law = "药品管理法"
    more = (
        f"acts: [{{what: 某行为, violates: [{law} 第九十八条第一款, {law} 第九十八条第一款]}}]\n"
        f"decisions: [{{status: decided, applied: [{law}（2015年修正） 第七十三条]}}]\n"
    )
    pages = pages_of(sample, case(more))
    for folder, article in (("", "第九十八条第一款"), ("en/", "Article 98, paragraph 1")):
        page = rendered(pages[f"{folder}{PATH}"])
        listed = page.xpath("//h2[@id='law']/following-sibling::ul[1]/li")
        assert [said(each).count(article) for each in listed] == [1, 0]
        assert {a.get("href") for each in listed for a in each.xpath(".//a")} == {
            "../laws/dal/98.md", "../laws/dal/73.md",
        }  # fmt: skip
    assert "2015年修正" in said(rendered(pages[PATH]))


def test_corrections_stand_on_the_page_with_their_day_and_reason(sample: Workshop) -> None:
    more = "corrections: [{on: 2026-02-01, what: 罚款数额, why: 抄错, asked_by: 当事人}]\n"
    en = "corrections: [{what: the fine, why: mistyped, asked_by: the party}]\n"
    zh, english = both(sample, case(more, en))
    assert "2026年2月1日 罚款数额原因 抄错（当事人提出）" in zh
    assert "1 February 2026 the fine Reason mistyped (asked for by the party)" in english


def test_the_review_inside_the_office_is_never_published(sample: Workshop) -> None:
    review = "review:\n  handler: {by: 执法一科岗, on: 2019-09-09}\n  legal: {by: 法制岗, on: 2019-09-08}\n"
    for page in pages_of(sample, record("notice-2026-0001", NOTICE + review)).values():
        assert "执法一科岗" not in page.markdown
        assert "法制岗" not in page.markdown
        assert "2019年9月9日" not in page.markdown
