"""A page that somebody wrote by hand, beside the entries."""

from dataclasses import dataclass

from yaoan.bilingual import Bilingual


@dataclass(frozen=True)
class Written:
    """A hand-written page: its path among the Markdown files, its title and what it says."""

    path: str
    title: Bilingual
    about: Bilingual
    text: Bilingual
