"""Every text that an entry's public page shows, in both languages."""

from collections.abc import Iterator

from yaoan.bilingual import LANGUAGES, Bilingual, Language
from yaoan.forms import (
    Amount,
    Citation,
    CreditCode,
    DecisionNumber,
    Form,
    MedicalLicence,
    Note,
    Prose,
    Quantity,
    When,
    notes,
)
from yaoan.reference import Reference


def texts(form: Form, reference: Reference) -> dict[Language, list[str]]:
    """What *form* says, fields that the page leaves out not looked at."""
    found: dict[Language, list[str]] = {"zh": [], "en": []}
    _gather(form, reference, found)
    return found


def _gather(form: Form, reference: Reference, found: dict[Language, list[str]]) -> None:
    for note in notes(type(form)):
        value = getattr(form, note.key) if note.shown else None
        if value is None:
            continue
        for each in value if note.shape.many else (value,):
            if isinstance(each, Form):
                _gather(each, reference, found)
            else:
                for language in LANGUAGES:
                    found[language].extend(_said(each, note, reference, language))


def _said(value: object, note: Note, reference: Reference, language: Language) -> Iterator[str]:
    if note.shape.vocabulary:
        yield from _term(note.shape.vocabulary, str(value), reference, language)
    elif isinstance(value, Prose):
        yield from (value.paragraphs(language) or value.paragraphs("zh"))
    elif isinstance(value, Bilingual | Amount | When):
        yield value.in_(language)
    elif isinstance(value, Quantity):
        yield value.zh() if language == "zh" else value.shown()
    elif isinstance(value, Citation):
        yield _cited(value, reference, language)
    elif isinstance(value, DecisionNumber):
        yield value.in_(language)
    elif isinstance(value, CreditCode | MedicalLicence):
        yield str(value)


def _term(name: str, ident: str, reference: Reference, language: Language) -> Iterator[str]:
    vocabulary = reference.vocabularies[name]
    if vocabulary.pages and ident in vocabulary.terms:
        yield vocabulary.title(vocabulary.terms[ident]).in_(language)


def _cited(citation: Citation, reference: Reference, language: Language) -> str:
    law = reference.law(citation.law)
    name = law.name if law else Bilingual(citation.law)
    version = law.version(citation.version).short_name if law and citation.version else None
    parts = (name, *([version] if version else []))
    return " ".join([*(part.in_(language) for part in parts), citation.place(language)])
