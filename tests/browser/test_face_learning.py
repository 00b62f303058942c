"""The quiz and the checklists: on the page, without a server, without scripts, and on paper."""

import re

import pytest
from playwright.sync_api import Browser, Page
from shell import LANGUAGES, PHONE, TYPES, looking
from shell import address as address
from shell import browser as browser
from shell import page as page

pytestmark = pytest.mark.browser

RIGHT = "all => all.map(each => each.dataset.answer)"


def choose(page: Page, number: int, letter: str) -> None:
    question = page.locator(".question").nth(number)
    question.locator(f"input[value={letter}]").check()
    question.locator(".check button").click()


def wrong(letter: str) -> str:
    return "B" if letter == "A" else "A"


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_a_reader_answers_sees_why_and_the_score_and_nothing_is_sent(
    page: Page, address: str, language: str
):
    page.goto(address + LANGUAGES[language] + TYPES["quiz"])
    answers = page.locator(".question").evaluate_all(RIGHT)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    choose(page, 0, answers[0])
    choose(page, 1, wrong(answers[1]))
    first, second = page.locator(".question").nth(0), page.locator(".question").nth(1)
    assert first.locator(".verdict").inner_text()
    assert answers[1] in second.locator(".verdict").inner_text()
    assert first.locator(".verdict").inner_text() != second.locator(".verdict").inner_text()
    assert second.locator(".answer a").first.is_visible()
    told = re.findall(r"\d+", page.locator(".score").inner_text())
    assert sorted(told, key=int) == ["1", "2", str(len(answers))]
    assert asked == []
    assert page.evaluate("Object.keys(localStorage).concat(document.cookie || [])") == []


def test_a_question_is_answered_by_keyboard_alone(page: Page, address: str):
    page.goto(address + TYPES["quiz"])
    page.locator(".question input").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator(".question .verdict").first.inner_text()
    assert page.locator(".question .answer a").first.is_visible()
    page.goto(address + TYPES["checklist"])
    page.locator(".checks input").first.focus()
    page.keyboard.press("Space")
    assert page.locator(".checks input").first.is_checked()


def test_a_question_without_a_choice_is_not_counted(page: Page, address: str):
    page.goto(address + TYPES["quiz"])
    question = page.locator(".question").first
    question.locator(".check button").click()
    assert question.locator(".verdict").inner_text()
    assert not page.locator(".score p").count()
    assert not question.locator(".answer p").first.is_visible()


def test_who_ends_the_quiz_is_told_what_to_read_again_and_may_begin_anew(page: Page, address: str):
    page.goto(address + TYPES["quiz"])
    answers = page.locator(".question").evaluate_all(RIGHT)
    for number, letter in enumerate(answers):
        choose(page, number, letter if number else wrong(letter))
    assert str(len(answers) - 1) in page.locator(".score").inner_text()
    missed = page.locator(".question").first.locator(".answer a").first.get_attribute("href")
    assert page.locator(".score a").evaluate_all("all => all.map(a => a.getAttribute('href'))") == [
        missed
    ]
    page.locator(".again button").click()
    assert page.locator(".score").inner_text() == ""
    assert not page.locator(".question input:checked").count()
    assert page.locator(".question input:disabled").count() == 0


def test_a_question_that_a_late_site_must_hide_is_not_asked(page: Page, address: str):
    page.add_init_script(
        """document.addEventListener("readystatechange", () => {
            if (document.readyState !== "interactive") return;
            document.querySelector(".question").dataset.until = "2000-01-01";
        });"""
    )
    page.goto(address + TYPES["quiz"])
    answers = page.locator(".question").evaluate_all(RIGHT)
    choose(page, 0, answers[0])
    assert str(len(answers)) in page.locator(".score").inner_text()
    assert page.locator(".question legend").first.inner_text().startswith("2")


def test_without_scripts_every_answer_can_be_opened_and_no_dead_button_is_there(
    browser: Browser, address: str
):
    context = looking(browser, "light", PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + TYPES["quiz"])
    assert not page.locator("main button").locator("visible=true").count()
    answer = page.locator(".answer").first
    answer.locator("summary").click()
    assert answer.locator("a").first.is_visible()
    page.goto(address + TYPES["explainer"])
    answer = page.locator(".answer").first
    answer.locator("summary").click()
    assert answer.locator("p").first.is_visible()
    page.goto(address + TYPES["checklist"])
    page.locator(".checks label").first.click()
    assert page.locator(".checks input").first.is_checked()
    assert page.locator(".why a").first.is_visible()
    context.close()


def test_on_paper_the_quiz_has_its_answers_at_the_end_and_the_checklist_its_boxes(
    page: Page, address: str
):
    page.goto(address + TYPES["quiz"])
    assert not page.locator(".answers").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".answers li").count() == page.locator(".question").count()
    assert page.locator(".answers").is_visible()
    for name in (".check", ".answer", ".again", ".score"):
        assert not page.locator(f".quiz {name}").first.is_visible(), name
    assert page.locator(".options input").first.is_visible()
    page.goto(address + TYPES["checklist"])
    assert page.locator(".checks input").first.is_visible()
    assert page.locator(".why").first.is_visible()


@pytest.mark.parametrize("media", ["screen", "print"])
def test_a_box_to_tick_is_as_wide_as_high(page: Page, address: str, media: str):
    page.emulate_media(media=media)
    for kind, box in (("quiz", ".options input"), ("checklist", ".checks input")):
        page.goto(address + TYPES[kind])
        size = page.locator(box).first.bounding_box()
        assert size["width"] == pytest.approx(size["height"], abs=1), kind


def test_a_chart_has_a_name_and_a_description_that_a_screen_reader_says(page: Page, address: str):
    page.goto(address + TYPES["figures of a column"])
    charts = page.get_by_role("img").filter(has=page.locator("rect"))
    assert charts.count() >= 4
    for chart in charts.all():
        title, about = chart.get_attribute("aria-labelledby").split()
        assert page.locator(f"#{title}").text_content()
        assert page.locator(f"#{about}").text_content()
        table = chart.locator("xpath=ancestor::*[contains(@class,'breakdown')]//table")
        numbers = chart.locator(".many").all_text_contents()
        assert set(numbers) <= set(table.locator("td a").all_text_contents())
