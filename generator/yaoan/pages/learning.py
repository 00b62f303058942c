"""The pages to learn from: the quiz and the checklists."""

from collections.abc import Iterator

from yaoan.site import Site, checklists, quiz
from yaoan.words import say

from . import addresses
from .draft import Draft

QUESTIONS = 20
"""How many questions the quiz has at most."""


def drafts(site: Site) -> Iterator[Draft]:
    """The quiz, the list of checklists, and each checklist."""
    asked = quiz(site, QUESTIONS)
    yield Draft(
        "quiz", addresses.QUIZ, say("quiz"), say("quiz_about"), context={"questions": asked}
    )
    made = checklists(site)
    yield Draft(
        "checklists",
        addresses.CHECKLISTS,
        say("checklists"),
        say("checklists_about"),
        context={"checklists": made},
    )
    above = ((say("checklists"), addresses.CHECKLISTS),)
    for each in made:
        yield Draft(
            "checklist",
            addresses.of_checklist(each.audience),
            say("checklist_of", name=each.audience.name),
            each.audience.note or say("checklists_about"),
            above,
            context={"checklist": each},
        )
