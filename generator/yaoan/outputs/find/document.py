"""A page that can be found."""

import datetime as dt
from dataclasses import dataclass

from yaoan.bilingual import LANGUAGES, Bilingual, Language


@dataclass(frozen=True)
class Document:
    """A page that can be found.

    *address* is that of the Chinese page from the site's root, *label* says what kind of page it
    is, *zh* and *en* are its further texts, one by one; *until* the first day on which it may no
    longer be shown as it is; *languages* are those in which there is such a page.
    """

    address: str
    label: Bilingual
    title: Bilingual
    summary: Bilingual
    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    day: dt.date | None = None
    until: dt.date | None = None
    demonstration: bool = False
    languages: tuple[Language, ...] = LANGUAGES
