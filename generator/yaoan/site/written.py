"""A page that somebody wrote by hand, beside the entries."""

from dataclasses import dataclass

from yaoan.bilingual import Bilingual


@dataclass(frozen=True)
class Written:
    """A hand-written page: the path of the Chinese one among the Markdown files, its title and what
    it says, each empty in the language in which there is no such page."""

    path: str
    title: Bilingual
    about: Bilingual
    text: Bilingual
