"""What the site says in any case, and so is no secret even where a hidden entry says it too."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from yaoan.bilingual import Bilingual
from yaoan.corpus import Corpus
from yaoan.forms import CreditCode, DecisionNumber, Form, MedicalLicence, Prose, Text
from yaoan.kinds import Party, walk
from yaoan.pages import write
from yaoan.site import Secret
from yaoan.words import words

from ..workshop import Workshop
from .net import Net
from .views import readings


def sought(workshop: Workshop) -> tuple[Secret, ...]:
    """The secrets of the day by which a hidden entry could be recognised.

    A sentence that a hand-written page or another entry also writes tells nothing ("see a doctor
    first"), with whatever punctuation. Titles, names and numbers tell, wherever they stand, unless
    our own phrases, rules and reference data hold them.
    """
    left = _unsaid(workshop.site.secrets, _own(workshop))
    telling = frozenset(_telling(workshop.corpus))
    plain = [each for each in left if each.value not in telling]
    unsaid = frozenset(_unsaid(plain, _written(workshop)))
    return tuple(each for each in left if each.value in telling or each in unsaid)


def _unsaid(secrets: Iterable[Secret], said: Iterable[str]) -> tuple[Secret, ...]:
    net = Net.of(secrets)
    read = (reading for text in said for reading, _ in readings(text))
    heard = {found.secret for reading in read for _, found in net.catch(reading)}
    return tuple(dict.fromkeys(each.secret for each in net.sought if each.secret not in heard))


def _telling(corpus: Corpus) -> Iterator[str]:
    """The titles, names and numbers of every entry."""
    for _, entry in corpus.filled:
        yield from _both(entry.title)
        for found in walk(entry):
            match found.value:
                case Party(name=name):
                    yield from _both(name)
                case DecisionNumber(text=text):
                    yield text
                case CreditCode() | MedicalLicence():
                    yield str(found.value)


def _own(workshop: Workshop) -> Iterator[str]:
    """What the program and the office say of themselves and of the law: all our phrases, and the
    pages of this site as they would be without any entry."""
    site = workshop.site
    for phrase in words().values():
        yield from _both(phrase)
    yield from site.reference.texts()
    yield from _texts(site.office)
    bare = tuple(replace(each, items=()) for each in site.collections)
    empty = replace(site, collections=bare, standings={}, events=(), withdrawn=(), private=())
    yield from (page.markdown for page in write(empty, workshop.templates))


def _written(workshop: Workshop) -> Iterator[str]:
    """The hand-written pages, and the public entries as the public sees them."""
    for page in sorted((workshop.folder / "docs").rglob("*.md")):
        yield page.read_text("utf-8", "replace")
    for item in workshop.site.items.values():
        yield from _texts(item.entry)


def _texts(form: Form) -> Iterator[str]:
    for found in walk(form):
        if isinstance(found.value, Text):
            yield from _both(found.value)
        elif isinstance(found.value, Prose):
            yield from (*found.value.paragraphs("zh"), *found.value.paragraphs("en"))


def _both(text: Bilingual | Text) -> tuple[str, str]:
    return text.zh, text.en
