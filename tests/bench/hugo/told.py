"""What the templates of the Hugo site are told once: words, labels, kinds, terms, laws, grounds.

A person who moved to Hugo would write it down so. Each value is by language, then by key.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from inspect import getmembers, isclass
from pkgutil import iter_modules
from typing import Any

from yaoan.bilingual import LANGUAGES, Bilingual, Language
from yaoan.doors import Workshop
from yaoan.forms import Citation, Form, labels
from yaoan.kinds import all_kinds, parts
from yaoan.reference import Law, Term, Vocabulary
from yaoan.words import words

Told = dict[str, Any]

_MOST = 400
"""The highest number of an article, a paragraph or an item that is looked up."""


def told(workshop: Workshop) -> Mapping[str, Told]:
    """Each data file by its name."""
    known, shown = workshop.reference, workshop.site.items
    files: dict[str, Callable[[Language], Told]] = {
        "words": lambda lang: {key: each.in_(lang) for key, each in words().items()},
        "labels": _labels,
        "kinds": _kinds,
        "terms": lambda lang: {
            key: _vocabulary(each, lang) for key, each in known.vocabularies.items()
        },
        "laws": lambda lang: {law.slug: _law(law, lang) for law in known.laws.values()},
    }
    filled = {record.id for record, _ in workshop.corpus.filled}
    return {
        **{name: {lang: make(lang) for lang in LANGUAGES} for name, make in files.items()},
        "names": {name: law.slug for law in known.laws.values() for name in law.names},
        "numbers": {Citation("", article=n).place("zh")[1:-1]: n for n in range(1, _MOST)},
        "grounds": {
            folder: {
                "words": _both(each.words),
                "citations": [_written(citation) for citation in each.citations],
            }
            for folder, each in known.grounds.items()
        },
        "hidden": dict.fromkeys(sorted(filled - set(shown)), True),
    }


def _both(phrase: Bilingual) -> Told:
    return {lang: phrase.in_(lang) for lang in LANGUAGES}


def _written(citation: Citation) -> str:
    return f"{citation.law} {citation.place('zh')}"


def _labels(language: Language) -> Told:
    """The labels of every kind by its folder, and of every part by its class."""
    forms: dict[str, type[Form]] = dict(all_kinds())
    for module in iter_modules(parts.__path__):
        room = import_module(f"{parts.__name__}.{module.name}")
        forms |= {
            name: each
            for name, each in getmembers(room, isclass)
            if issubclass(each, Form) and each.__module__ == room.__name__
        }
    return {
        name: {key: label.in_(language) for key, label in labels(form).items()}
        for name, form in forms.items()
    }


def _kinds(language: Language) -> Told:
    kinds = (form.kind for form in all_kinds().values())
    return {
        kind.folder: {
            "name": kind.name.in_(language),
            "about": kind.about.in_(language),
            "type": kind.type.in_(language),
        }
        for kind in kinds
    }


def _vocabulary(vocabulary: Vocabulary, language: Language) -> Told:
    """Its name, its terms by id, and the names and notes by the slug that their pages have."""
    name = vocabulary.id.replace("_", "-")
    root = f"/en/{name}/" if language == "en" else f"/{name}/"

    def term(each: Term) -> Told:
        up = [broader.slug for broader in vocabulary.broader(each.id)]
        page = f"{root}{each.slug}/" if vocabulary.pages else ""
        return {"name": each.name.in_(language), "slug": each.slug, "up": up, "page": page}

    terms = vocabulary.terms.values()
    return {
        "name": vocabulary.name.in_(language),
        "terms": {each.id: term(each) for each in terms},
        "slugs": {each.slug: vocabulary.title(each).in_(language) for each in terms},
        "notes": {each.slug: each.note.in_(language) for each in terms if each.note},
    }


def _law(law: Law, language: Language) -> Told:
    return {
        "name": law.name.in_(language),
        "short": law.name.in_(language),
        "full": law.full.in_(language),
        "rank": law.rank,
        "issuer": law.issuer.in_(language) if law.issuer else "",
        "versions": [
            {
                "name": each.name.in_(language),
                "in_force": each.in_force.isoformat() if each.in_force else "",
                "until": each.until.isoformat() if each.until else "",
                "verified": bool(each.verified),
                "note": each.note.in_(language) if each.note else "",
            }
            for each in law.versions
        ],
        "places": {key: _article(key, language) for key in law.articles},
        "articles": {
            key: {
                "about": each.about.in_(language),
                "range": each.range.in_(language) if each.range else "",
                "verified": bool(each.verified),
            }
            for key, each in law.articles.items()
        },
    }


def _article(key: str, language: Language) -> str:
    """`142-1` as 第一百四十二条之一, Article 142-1."""
    number, _, sub = key.partition("-")
    return Citation("", article=int(number), sub=int(sub) if sub else None).place(language)
